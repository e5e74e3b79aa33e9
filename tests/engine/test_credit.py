"""Who a deal counts for."""

from __future__ import annotations

from accountkit.engine.pay.credit import Credits, credit
from accountkit.facts.known import Facts
from accountkit.plans.bound import BoundPlan, Payee
from accountkit.plans.measures import Whose
from accountkit.testing.pay import (
    QUARTER,
    a_bound_plan,
    a_commission,
    a_ladder,
    a_plan,
    an_override,
    reporting,
    some_facts,
)
from accountkit.values.timelines import Timeline

SELLER = a_plan(a_commission(a_ladder("sliced", "0% 5%")), id="seller")


def team(*levels: int, **superiors: Timeline[str] | str) -> BoundPlan:
    """Ana sells; Cora and Dan have an override at each of the levels."""
    overrides = (an_override("1%", level, id=f"level-{level}") for level in levels)
    manager = a_plan(*overrides, id="manager") if levels else SELLER
    return a_bound_plan({"ana": SELLER, "cora": manager, "dan": manager}, superiors=superiors)


def ids(credits_: Credits, person: str, level: int = 0) -> list[str]:
    """The deals credited to somebody, by id."""
    payee = Payee(person=person, name=person, plan=SELLER, parameters={}, quotas={})
    found = credits_.credited(payee, level or Whose.OWN)
    return [deal.id for deal in found.deals]


def credited(bound: BoundPlan, facts: Facts) -> Credits:
    """The deals of the quarter, credited."""
    return credit(bound, facts, QUARTER.start)


def test_a_deal_counts_for_the_person_who_made_it() -> None:
    """And for nobody else; what somebody sold comes earliest first."""
    found = credited(
        team(), some_facts("ana 2026-03-31 1.00", "ana 2026-01-01 1.00", "ben 2026-02-01 1.00")
    )
    assert ["d2", "d1"] == ids(found, "ana")
    assert ["d3"] == ids(found, "ben")
    assert [] == ids(found, "cora")


def test_deals_outside_the_days_looked_at_count_for_nobody() -> None:
    """The last day of the period is in, the next is not; neither is what came before."""
    facts = some_facts("ana 2026-03-31 1.00", "ana 2026-04-01 1.00", "ana 2025-12-31 1.00")
    assert ["d1"] == ids(credited(team(1, ana="cora"), facts), "ana")


def test_deals_before_the_period_are_kept_for_measures_that_look_back() -> None:
    """Those of the team, too; which of them count is said by the measure's window."""
    facts = some_facts("ana 2025-12-31 1.00", "ana 2026-01-01 1.00")
    found = credit(team(1, ana="cora"), facts, facts.deals[0].date)
    assert ["d1", "d2"] == ids(found, "ana")
    assert ["d1", "d2"] == ids(found, "cora", 1)


def test_a_change_of_superior_within_the_period_splits_the_deals() -> None:
    """Each deal goes to the superior of its own day, once: on the 14th Cora, from the 15th Dan."""
    bound = team(1, ana=reporting("cora 2026-01-01 2026-02-14", "dan 2026-02-15"))
    found = credited(bound, some_facts("ana 2026-02-14 1.00", "ana 2026-02-15 1.00"))
    assert ["d1"] == ids(found, "cora", 1)
    assert ["d2"] == ids(found, "dan", 1)


def test_a_deal_on_a_day_without_a_superior_is_nobodys_override() -> None:
    """The seat above stood empty in February."""
    bound = team(1, ana=reporting("cora 2026-01-01 2026-01-31", "cora 2026-03-01"))
    found = credited(
        bound, some_facts("ana 2026-01-31 1.00", "ana 2026-02-10 1.00", "ana 2026-03-01 1.00")
    )
    assert ["d1", "d3"] == ids(found, "cora", 1)


def test_two_levels_up_follow_the_lines_of_the_day() -> None:
    """Ana reports to Cora throughout, and Cora to Dan from March: one deal reaches Dan."""
    bound = team(1, 2, ana="cora", cora=reporting("dan 2026-03-01"))
    found = credited(
        bound, some_facts("ana 2026-02-28 1.00", "ana 2026-03-01 1.00", "cora 2026-03-02 1.00")
    )
    assert ["d1", "d2"] == ids(found, "cora", 1)
    assert ["d2"] == ids(found, "dan", 2)
    assert ["d3"] == ids(found, "dan", 1)


def test_two_reports_of_one_superior_are_credited_in_order_of_date() -> None:
    """A deal of each, and each once."""
    bound = team(1, ana="cora", ben="cora")
    found = credited(
        bound, some_facts("ben 2026-01-02 1.00", "ana 2026-01-01 1.00", "ana 2026-01-03 1.00")
    )
    assert ["d2", "d1", "d3"] == ids(found, "cora", 1)
