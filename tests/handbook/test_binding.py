"""Binding: who is paid by which plan in a period, and what keeps somebody out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path

from accountkit.handbook import Handbook
from accountkit.values import Period

Company = Callable[..., Path]
QUARTER = Period.quarter(2026, 1)
CHART = """
people:
  - {id: ana, name: Ana}
  - {id: ben, name: Ben}
positions:
  - {id: head, role: seller}
  - {id: north, role: seller, level: junior, reports_to: head}
  - {id: south, role: seller, level: senior, reports_to: head}
appointments:
  - {person: ben, position: head, start: 2025-01-01}
"""


def test_parameters_come_from_the_person_the_level_or_the_plan(company: Company) -> None:
    """One's own value first, then that of the level, then the plan's."""
    bound = Handbook.load(company()).bind(QUARTER)
    values = {payee.person: payee.parameters["rate"] for payee in bound.payees}

    assert {"ana": Fraction(1, 100), "ben": Fraction(2, 100)} == values

    own = "parameters: [{person: ana, values: {rate: 3%}}]"
    bound = Handbook.load(company(parameters=own)).bind(QUARTER)
    assert Fraction(3, 100) == bound.payees[0].parameters["rate"]


def test_a_level_that_changes_within_the_period_is_a_fault(company: Company) -> None:
    """Two rates for one quarter are for a clerk to settle; everybody else is bound."""
    chart = CHART + (
        "  - {person: ana, position: north, start: 2025-01-01, until: 2026-01-31}\n"
        "  - {person: ana, position: south, start: 2026-02-01}\n"
    )
    bound = Handbook.load(company(organisation=chart)).bind(QUARTER)

    assert ["ben"] == [payee.person for payee in bound.payees]
    assert [("ana", "sales")] == [(fault.person, fault.plan) for fault in bound.faults]
    assert "depends on the level, which changes within the period: junior, senior" in (
        bound.faults[0].message
    )


def test_somebody_who_left_before_is_not_bound(company: Company) -> None:
    """The last day of an appointment is its ``until``."""
    left = CHART + "  - {person: ana, position: north, start: 2025-01-01, until: 2025-12-31}\n"
    stayed = left.replace("2025-12-31", "2026-01-01")

    assert 1 == len(Handbook.load(company(organisation=left)).bind(QUARTER).payees)
    assert 2 == len(Handbook.load(company(organisation=stayed)).bind(QUARTER).payees)


def test_superiors_follow_the_appointments(company: Company) -> None:
    """On each day of the period the superior is who held the seat above that day."""
    chart = CHART.replace("start: 2025-01-01}", "start: 2026-02-01}") + (
        "  - {person: ana, position: north, start: 2025-01-01}\n"
    )
    superiors = Handbook.load(company(organisation=chart)).bind(QUARTER).superiors["ana"]

    assert superiors.get(date(2026, 1, 31)) is None
    assert "ben" == superiors.at(date(2026, 2, 1))


def test_quotas_of_the_period_alone(company: Company) -> None:
    """A quota of the next quarter is no quota of this one."""
    quotas = """
quotas:
  - {person: ana, measure: sales, period: 2026-Q1, target: 100}
  - {person: ana, measure: sales, period: 2026-Q2, target: 200}
"""
    ana, ben = Handbook.load(company(quotas=quotas)).bind(QUARTER).payees

    assert ({"sales": Fraction(100)}, {}) == (ana.quotas, ben.quotas)


def test_people_of_plans_by_another_period_are_elsewhere(company: Company) -> None:
    """Whose plan runs by the quarter is not unplanned in a month of another plan."""
    folder = company()
    text = (folder / "plans" / "sales.yaml").read_text(encoding="utf-8")
    monthly = text.replace("id: sales\n", "id: monthly\n").replace("quarter", "month")
    (folder / "plans" / "monthly.yaml").write_text(
        monthly.replace("[seller]", "[courier]"), encoding="utf-8"
    )
    bound = Handbook.load(folder).bind(Period.month(2026, 1))

    assert ((), frozenset({"ana", "ben"})) == (bound.payees, bound.elsewhere)
