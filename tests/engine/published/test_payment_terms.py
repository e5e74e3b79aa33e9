"""Published terms of payment: instalments, cash, cheques that must lie, and half months."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, TypeAlias

import pytest

from accountkit.engine.pay import evaluate, evaluate_sequence
from accountkit.facts.known import Facts
from accountkit.plans import Payment, Plan, Returns
from accountkit.plans.returns import ReturnRule
from accountkit.settlement.balances import MovementKind
from accountkit.testing.pay import (
    a_bound_plan,
    a_chain,
    a_commission,
    a_plan,
    in_instalments,
    paid_at,
    some_facts,
)
from accountkit.values.calendars import ListedCalendar, NamedPeriod, PeriodKind
from accountkit.values.money import Money
from accountkit.values.periods import Period, months_after

Cases: TypeAlias = Mapping[str, Mapping[str, Any]]

PREMIUM = "ana 2027-06-01 300000"
"""A monthly premium, of which the plan pays 7 times 90%: 1,890,000."""


def by_months(count: int) -> tuple[str, ...]:
    """Labels of so many months from June 2027 on."""
    first = date(2027, 6, 1)
    days = (months_after(first, number) for number in range(count))
    return tuple(str(Period.month(day.year, day.month)) for day in days)


def deferred(payment: Payment, facts: Facts, count: int) -> dict[str, int]:
    """What the months pay in which something is paid."""
    returns = Returns(rule=ReturnRule.RE_RATING, window_months=12)
    plan = a_plan(
        a_commission("90%", times="rate", payment=payment),
        currency="KRW",
        period=PeriodKind.MONTH,
        returns=returns,
    )
    chain = a_chain({"ana": plan}, *by_months(count), parameters={"ana": {"rate": "7"}})
    outcomes = evaluate_sequence(chain, facts)
    return {one.label: one.statement("ana").total.minor for one in outcomes if _pays(one)}


def _pays(outcome: Any) -> bool:
    return bool(outcome.statement("ana").total)


def instalments(curve: Sequence[tuple[int, str]]) -> Payment:
    """Parts after so many months, each if the policy is still in force."""
    return in_instalments(*(f"{months} {share} deal_in_force" for months, share in curve))


def test_a_commission_deferred_over_three_years(cases: Cases) -> None:
    """40% of 1,890,000 at once and 20% after 12, 24 and 36 months; nothing in between."""
    case = cases["ga-deferral-4-year"]
    inputs, expected = case["inputs"], case["expected"]
    assert "2027-06-01" == inputs["contract_date"]
    paid = deferred(instalments(inputs["curve"]), some_facts(PREMIUM, currency="KRW"), 40)
    assert {
        "2027-06": int(expected["immediate_derived"]),
        **{month: int(amount) for month, amount in expected["scheduled"]},
    } == paid
    assert inputs["commission"] == sum(paid.values())


def test_what_is_due_after_the_policy_ended_is_not_paid(cases: Cases) -> None:
    """Cancelled after 18 months: 756,000 and 378,000 were paid, the last two parts never are."""
    curve = cases["ga-deferral-4-year"]["inputs"]["curve"]
    facts = some_facts(PREMIUM, "ana 2028-12-01 -300000 returns=d1", currency="KRW")
    assert {"2027-06": 756_000, "2028-06": 378_000} == deferred(instalments(curve), facts, 40)


def test_another_rule_by_a_change_of_data(cases: Cases) -> None:
    """30% at once and 10% a year for seven years: 567,000 and seven times 189,000."""
    case = cases["ga-deferral-7-year"]
    inputs, expected = case["inputs"], case["expected"]
    paid = deferred(instalments(inputs["curve"]), some_facts(PREMIUM, currency="KRW"), 90)
    each = int(expected["scheduled_each"])
    years = range(2028, 2028 + expected["count"])
    assert {
        "2027-06": int(expected["immediate_derived"]),
        **{f"{year}-06": each for year in years},
    } == paid
    assert inputs["commission"] == sum(paid.values())


# --- as the money comes in ------------------------------------------------------------------------


@pytest.mark.parametrize("event", ["invoice", "cash"])
def test_what_is_payable_is_in_proportion_to_what_came_in(event: str, cases: Cases) -> None:
    """5,000 of a deal of 10,000: half of the 1,000 that it earned, whichever counts."""
    case = cases["quotapath-eligibility-by-invoice"]
    inputs = case["inputs"]
    facts = some_facts(
        f"ana 2026-01-15 {inputs['deal']}",
        invoices=[f"d1 2026-02-01 {inputs['received']}"] if event == "invoice" else [],
        payments=[f"d1 2026-02-01 {inputs['received']}"] if event == "cash" else [],
    )
    plan = a_plan(a_commission("10%", payment=paid_at(event)))
    statement = evaluate(a_bound_plan({"ana": plan}), facts).statement("ana")
    assert Money.parse("PHP 1000.00") == statement.earned
    assert Fraction(case["expected"]["eligible_share"]) == statement.total / statement.earned
    assert Money.parse("PHP 500.00") == statement.moved(MovementKind.RELEASED)


def test_a_cheque_must_lie_before_it_counts(cases: Cases) -> None:
    """Due on 1 January, ten days to be safe: nothing is settled on the 5th, all of it on the 15th.

    The first day on which it is safe is the 11th.
    """
    case = cases["oca-check-safety-days"]
    inputs = case["inputs"]
    due, *days = (text.replace("YYYY", "2026") for text in (inputs["due"], *inputs["settle_dates"]))
    payment = paid_at("cash", safety_days=inputs["safety_days"])
    plan = a_plan(a_commission("10%", payment=payment), period=PeriodKind.MONTH)
    facts = some_facts("ana 2025-12-20 1000", payments=[f"d1 {due} 1000"])

    def settled(on: str) -> bool:
        chain = a_chain({"ana": plan}, f"2025-12-01..{on}")
        (outcome,) = evaluate_sequence(chain, facts)
        return bool(outcome.statement("ana").moved(MovementKind.RELEASED))

    assert case["expected"]["settled"] == [settled(day) for day in days]
    assert (False, True) == (settled("2026-01-10"), settled("2026-01-11"))


def test_half_months_are_listed_periods(cases: Cases) -> None:
    """Invoices of 1, 16 and 31 January make two settlements, of 1 to 15 and of 16 to 31.

    The source stores 30 as the last day of the second half and pays the 31st with it all the same.
    """
    case = cases["oca-biweekly-periods"]
    halves = ("2022-01-01..2022-01-15", "2022-01-16..2022-01-31")
    calendar = ListedCalendar(
        tuple(
            NamedPeriod(name=f"2022-0{number}", kind=PeriodKind.MONTH, period=Period.parse(days))
            for number, days in enumerate(halves, start=1)
        )
    )
    plan: Plan = a_plan(a_commission("10%"), period=PeriodKind.MONTH, start=date(2022, 1, 1))
    facts = some_facts(*(f"ana {day} 100" for day in case["inputs"]["dates"]))
    outcomes = [
        evaluate(a_bound_plan({"ana": plan}, period=period), facts)
        for period in calendar.periods(PeriodKind.MONTH, Period.month(2022, 1))
    ]
    totals = [outcome.statement("ana").total for outcome in outcomes]
    assert [Money.parse("PHP 10.00"), Money.parse("PHP 20.00")] == totals
    assert case["expected"]["settlements"] == len(totals)
