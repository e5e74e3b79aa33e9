"""Readings: where the engine and the oracle once read the same words differently.

Each has the figure worked by hand, and both give it now. Where the words would allow another
reading, the docstring says so.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from tests.agreement.oracle import reckon

from accountkit.engine.pay.evaluation import evaluate
from accountkit.facts.known import Facts
from accountkit.plans.bound import BoundPlan
from accountkit.plans.components import Accumulate
from accountkit.plans.crediting import Crediting, LeaverPolicy, Leavers, Overlays
from accountkit.plans.expressions import AttainmentOf, Difference, Number, ValueOf
from accountkit.plans.measures import Contacts, Event, MarginSum, SalesSum, Whose
from accountkit.plans.plan import Participants, WithoutQuota
from accountkit.plans.returns import ReturnRule, Returns
from accountkit.plans.selections import Selection
from accountkit.testing.pay import (
    MEASURES,
    a_bound_plan,
    a_commission,
    a_formula,
    a_ladder,
    a_limit,
    a_plan,
    a_step,
    at_original_rate,
    some_facts,
)
from accountkit.values.clauses import Clause
from accountkit.values.ladders import Below
from accountkit.values.money import Money
from accountkit.values.texts import Text

UNTIL_EXIT = Crediting(leavers=Leavers(policy=LeaverPolicy.EARN_UNTIL_EXIT))
EVERYBODY = {
    **MEASURES,
    "everybody": SalesSum(id="everybody", title=Text.of(en="all"), whose=Whose.OWN_AND_TEAM),
}


def by_both(bound: BoundPlan, facts: Facts, person: str = "ana") -> tuple[str, str]:
    """What somebody is paid: by the oracle and by the engine; a fault is a word."""
    expected = reckon([bound], facts)[0][person]
    outcome = evaluate(bound, facts)
    faulted = any(fault.person == person for fault in outcome.faults)
    return (
        "fault" if expected is None else str(Money.from_minor(expected.total, "PHP")),
        "fault" if faulted else str(outcome.statement(person).total),
    )


def both(wanted: str) -> tuple[str, str]:
    """The same by the oracle and by the engine."""
    return wanted, wanted


def test_a_formula_pays_nothing_where_nobody_has_the_attainment_it_reads() -> None:
    """Without a quota the component pays nothing: 10 less an attainment is not 10 less zero."""
    sum_ = Difference(of=Number(value=Fraction(10)), less=AttainmentOf(measure="sales"))
    plan = a_plan(a_formula(sum_), without_quota=WithoutQuota.ZERO)

    assert both("PHP 0.00") == by_both(a_bound_plan({"ana": plan}), some_facts("ana 2026-01-09 50"))


def test_a_floor_does_not_lift_what_has_no_attainment() -> None:
    """The component pays nothing; the floor is for whoever comes as far as having a rate.

    The words of the floor alone would allow another reading, PHP 7.00.
    """
    ladder = a_ladder("whole", "0% 1%")
    part = a_commission(ladder, floor=a_limit("PHP 7.00"))
    plan = a_plan(part, without_quota=WithoutQuota.ZERO)

    assert both("PHP 0.00") == by_both(a_bound_plan({"ana": plan}), some_facts("ana 2026-01-09 50"))


def test_a_superior_who_has_left_earns_nothing_by_the_team() -> None:
    """Credits dated after the last day are dropped, those of the people below among them."""
    plan = a_plan(a_commission("10%", measure="everybody"), crediting=UNTIL_EXIT)
    bound = a_bound_plan(
        {"ana": plan, "ben": plan},
        superiors={"ben": "ana"},
        took_part={"ana": "2026-01-01..2026-01-31"},
        measures=EVERYBODY,
    )

    assert both("PHP 0.00") == by_both(bound, some_facts("ben 2026-02-09 50.00"))


def test_own_deals_after_the_last_day_are_dropped_among_everybodys() -> None:
    """A measure of own and team counts no own deal that a measure of own deals would drop."""
    plan = a_plan(a_commission("10%", measure="everybody"), crediting=UNTIL_EXIT)
    bound = a_bound_plan(
        {"ana": plan}, took_part={"ana": "2026-01-01..2026-01-31"}, measures=EVERYBODY
    )

    assert both("PHP 0.00") == by_both(bound, some_facts("ana 2026-02-09 50.00"))


def test_an_overlay_that_the_plan_refuses_is_a_fault_among_everybodys_deals() -> None:
    """It is one where own deals are counted alone."""
    crediting = Crediting(overlays=Overlays.REFUSE)
    plan = a_plan(a_commission("10%", measure="everybody"), crediting=crediting)
    bound = a_bound_plan({"ana": plan}, measures=EVERYBODY)
    facts = some_facts("ben 2026-02-09 50.00", overlays=["d1 ana 1/2"])

    assert both("fault") == by_both(bound, facts)


def test_a_late_deal_of_the_period_is_a_fault_also_after_one_of_an_earlier_period() -> None:
    """The plan is silent on leavers; a measure that looks back meets the earlier one first."""
    rolling = SalesSum(id="rolling", title=Text.of(en="rolling"), rolling_months=6)
    plan = a_plan(a_commission("10%", measure="rolling"))
    bound = a_bound_plan(
        {"ana": plan},
        took_part={"ana": "2025-10-01..2025-11-30"},
        measures={**MEASURES, "rolling": rolling},
    )
    facts = some_facts("ana 2025-12-09 50.00", "ana 2026-02-09 50.00")

    assert both("fault") == by_both(bound, facts)


def test_returns_larger_than_their_deal_are_a_fault_by_every_rule() -> None:
    """Also where a return counts in its own period."""
    plan = a_plan(a_commission("10%"))
    facts = some_facts(
        "ana 2026-01-09 50.00",
        "ana 2026-01-10 500.00",
        "ana 2026-02-09 -60.00 returns=d1",
    )

    assert both("fault") == by_both(a_bound_plan({"ana": plan}), facts)


def test_a_return_follows_the_credit_of_its_deal() -> None:
    """Ana held the client on the day of the deal and earned 10 by it; the return takes back 5.

    By the engine it is ben's, who holds the client on the day of the return.
    """
    plan = a_plan(a_commission("10%"), crediting=Crediting(by_attribute="client"))
    bound = a_bound_plan({"ana": plan, "ben": plan})
    facts = some_facts(
        "ana 2026-01-09 100.00 acme",
        "ana 2026-02-09 -50.00 acme returns=d1",
        assignments=["client acme ana 2026-01-01 2026-01-31", "client acme ben 2026-02-01"],
    )

    assert both("PHP 5.00") == by_both(bound, facts)


def test_a_re_rated_return_is_selected_as_its_deal_is() -> None:
    """January is reckoned as if its deal had been smaller: 10% of 60."""
    january = SalesSum(
        id="january",
        title=Text.of(en="january"),
        where=Selection(start=date(2026, 1, 1), until=date(2026, 1, 31)),
    )
    plan = a_plan(
        a_commission("10%", measure="january"), returns=Returns(rule=ReturnRule.RE_RATING)
    )
    bound = a_bound_plan({"ana": plan}, measures={**MEASURES, "january": january})
    facts = some_facts("ana 2026-01-09 100.00", "ana 2026-02-09 -40.00 returns=d1")

    assert both("PHP 6.00") == by_both(bound, facts)


def test_a_formula_reads_a_value_without_returns_at_the_original_rate() -> None:
    """Attainment falls, and only attainment: the value stays 100."""
    clauses = tuple(Clause(id=name, text=Text.of(en=name)) for name in ("formula", "returns"))
    plan = a_plan(
        a_formula(ValueOf(measure="sales")),
        clauses=clauses,
        returns=at_original_rate(attainment_falls=True),
    )
    facts = some_facts(
        "ana 2025-12-09 90.00",
        "ana 2026-01-09 100.00",
        "ana 2026-02-09 -40.00 returns=d1",
    )

    assert both("PHP 100.00") == by_both(a_bound_plan({"ana": plan}), facts)


def test_a_third_of_a_deal_at_its_list_price_has_no_discount() -> None:
    """The list amount is shared out as the amount is: 33.34 of 33.34, and not of 33.33."""
    ladder = a_ladder("step", "0% 5", "0.001% 9", below=Below.ZERO)
    plan = a_plan(a_step(ladder, "discount"))
    people = ["d1 ben 1/3", "d1 cora 1/3", "d1 dan 1/3"]
    bound = a_bound_plan({"ben": plan})
    facts = some_facts("ana 2026-01-09 100.00 list=100.00", shares=people)

    assert both("PHP 5.00") == by_both(bound, facts, "ben")


def test_a_return_takes_back_what_a_share_and_an_overlay_earned_each() -> None:
    """100 at 10%, and an overlay of half at 10%, earn 15; a return of all takes back 15."""
    plan = a_plan(
        a_commission("10%", accumulate=Accumulate.ALONE),
        crediting=Crediting(overlays=Overlays.CREDIT),
    )
    facts = some_facts(
        "ana 2026-01-09 100.00",
        "ana 2026-02-09 -100.00 returns=d1",
        "ana 2026-03-09 500.00",
        overlays=["d1 ana 1/2"],
    )

    assert both("PHP 50.00") == by_both(a_bound_plan({"ana": plan}), facts)


def test_a_deal_of_which_nothing_is_paid_needs_no_cost() -> None:
    """It has no part in margins counted at cash; the other deal has: 1% of 40."""
    paid = MarginSum(id="paid", title=Text.of(en="paid"), counted_at=Event.CASH)
    plan = a_plan(a_commission("10%", measure="paid"))
    bound = a_bound_plan({"ana": plan}, measures={**MEASURES, "paid": paid})
    facts = some_facts(
        "ana 2026-01-09 100.00",
        "ana 2026-01-10 100.00 cost=60",
        payments=["d2 2026-02-01 100.00"],
    )

    assert both("PHP 4.00") == by_both(bound, facts)


def test_an_overlay_does_not_hide_that_nobody_is_assigned() -> None:
    """A deal that nobody holds is a fault of whoever made it, with an overlay or without."""
    crediting = Crediting(by_attribute="client", overlays=Overlays.CREDIT)
    plan = a_plan(a_commission("10%"), crediting=crediting)
    facts = some_facts("ana 2026-01-09 100.00 acme", overlays=["d1 ben 1/2"])

    assert both("fault") == by_both(a_bound_plan({"ana": plan}), facts)


def test_what_visits_earn_is_not_taken_back_with_a_deal() -> None:
    """A commission on visits has no deals behind it: PHP 2 for two visits stay."""
    clauses = tuple(Clause(id=name, text=Text.of(en=name)) for name in ("commission", "returns"))
    visits = Contacts(id="visits", title=Text.of(en="visits"), kinds=("visit",))
    plan = a_plan(
        a_commission("100%", measure="visits"), clauses=clauses, returns=at_original_rate()
    )
    bound = a_bound_plan({"ana": plan}, measures={**MEASURES, "visits": visits})
    facts = some_facts(
        "ana 2026-01-09 100.00",
        "ana 2026-02-09 -100.00 returns=d1",
        "ana 2026-02-10 1.00",
        contacts=["ana 2026-01-05 visit", "ana 2026-01-06 visit"],
    )

    assert both("PHP 2.00") == by_both(bound, facts)


def test_a_team_is_credited_with_the_sum_of_what_its_people_are() -> None:
    """A third of 100.00 is 33.34 to ben, and an overlay of a quarter 25.00: 58.34, not 58.33.."""
    team = SalesSum(id="team", title=Text.of(en="team"), whose=Whose.TEAM)
    plan = a_plan(
        a_commission("100%", measure="team"), crediting=Crediting(overlays=Overlays.CREDIT)
    )
    bound = a_bound_plan(
        {"ana": plan, "ben": plan}, superiors={"ben": "ana"}, measures={**MEASURES, "team": team}
    )
    facts = some_facts(
        "dan 2026-01-09 100.00",
        shares=["d1 ben 1/3", "d1 cora 1/3", "d1 dan 1/3"],
        overlays=["d1 ben 1/4"],
    )

    assert both("PHP 58.34") == by_both(bound, facts)


def test_a_return_that_no_rate_applies_to_needs_no_rate_of_exchange() -> None:
    """It counts against the quota alone, and nobody asks for an attainment: 10% of 100."""
    clauses = tuple(Clause(id=name, text=Text.of(en=name)) for name in ("commission", "returns"))
    plan = a_plan(
        a_commission("10%"), clauses=clauses, returns=at_original_rate(attainment_falls=True)
    )
    facts = some_facts(
        "ana 2025-12-09 50.00 currency=EUR",
        "ana 2026-01-09 100.00",
        "ana 2026-02-09 -50.00 currency=EUR returns=d1",
    )

    assert both("PHP 10.00") == by_both(a_bound_plan({"ana": plan}), facts)


def test_a_sale_with_an_overlay_is_one_sale_of_its_client() -> None:
    """A client is active with two sales; one that is credited in two ways is still one."""
    plan = a_plan(
        a_commission("100%", measure="active"), crediting=Crediting(overlays=Overlays.CREDIT)
    )
    facts = some_facts("ana 2026-01-09 5000.00 acme", overlays=["d1 ana 1/2"])

    assert both("PHP 0.00") == by_both(a_bound_plan({"ana": plan}), facts)


def test_a_deal_that_does_not_count_makes_nobody_active() -> None:
    """Whoever has left earns nothing by it, has no quota, and is not in the pay run."""
    plan = a_plan(a_commission("10%"), crediting=UNTIL_EXIT, participants=Participants.ACTIVE)
    bound = a_bound_plan({"ana": plan}, took_part={"ana": "2025-01-01..2025-12-31"})
    facts = some_facts("ana 2026-02-09 50.00")

    assert "ana" not in reckon([bound], facts)[0]
    assert () == evaluate(bound, facts).statements
