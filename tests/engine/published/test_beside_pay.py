"""Published figures that follow from a commission and are not part of it: overtime, the books."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any, TypeAlias

from accountkit.engine.pay import evaluate, overtime_premium
from accountkit.plans import AmortisationRule, OvertimeRule
from accountkit.settlement import amortise
from accountkit.testing.pay import a_bound_plan, a_commission, a_plan, some_facts
from accountkit.values.money import Money

Cases: TypeAlias = Mapping[str, Mapping[str, Any]]


def test_a_weekly_commission_raises_the_regular_rate(cases: Cases) -> None:
    """600 and 200 over 50 hours are 16 an hour; half of that for each of 10 hours is 80.

    The commission is that of a statement: 10% of 2,000 sold in the week.
    """
    case = cases["cfr-778-118-weekly"]
    inputs, expected = case["inputs"], case["expected"]
    plan = a_plan(a_commission("10%"), currency="USD")
    bound = a_bound_plan({"ana": plan}, period="2026-01-05..2026-01-11")
    commission = evaluate(bound, some_facts("ana 2026-01-08 2000", currency="USD"))
    week = overtime_premium(
        OvertimeRule(standard_hours=Fraction(40), premium_share=Fraction(1, 2)),
        wages=Money.of(str(inputs["wages"]), "USD"),
        by_results=commission.statement("ana").total,
        hours=Fraction(inputs["hours"]),
    )
    assert Money.of(str(inputs["commission"]), "USD") == commission.statement("ana").total
    assert Fraction(expected["regular_rate"]) == week.regular_rate.value
    assert Fraction(expected["overtime_premium"]) == week.premium.value


def test_the_cost_of_three_contracts_in_the_books(cases: Cases) -> None:
    """15,000 over 36 months, 3,000 over six at once, 8,000 over 24 months.

    36 x 416.67 would be 15,000.12; by largest remainder 24 months bear 416.67 and 12 bear 416.66,
    and 8 bear 333.34 and 16 the published 333.33: both sum to the commission without a plug.
    """
    case = cases["kdesk-amortisation"]
    schedules = [
        amortise(
            AmortisationRule(months=months, expedient_months=12),
            Money.of(str(cost), "USD"),
            date(2026, 1, 1),
        )
        for cost, months in case["inputs"]["deals"]
    ]
    long, short, middle = (
        Counter(str(part.expense.amount) for part in schedule) for schedule in schedules
    )
    assert ["416.67", "expensed", "333.33"] == case["expected"]["monthly"]
    assert {"416.67": 24, "416.66": 12} == long
    assert {"3000.00": 1} == short
    assert {"333.34": 8, "333.33": 16} == middle
    for (cost, _), schedule in zip(case["inputs"]["deals"], schedules, strict=True):
        spent = Money.sum((part.expense for part in schedule), "USD")
        assert Money.of(str(cost), "USD") == spent
