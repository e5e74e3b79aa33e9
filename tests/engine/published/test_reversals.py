"""Published reversals: refunds, clawbacks and a rate that is cut for the past."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, TypeAlias

import pytest

from accountkit.engine.pay import evaluate, evaluate_sequence, evaluate_through
from accountkit.facts.known import Facts
from accountkit.plans import BoundPlan, MinimumPay, NegativeResult, Parameter, Plan
from accountkit.settlement.balances import MovementKind
from accountkit.settlement.statements import DifferenceReason
from accountkit.testing.pay import (
    a_bound_plan,
    a_chain,
    a_commission,
    a_ladder,
    a_limit,
    a_plan,
    an_override,
    at_original_rate,
    some_facts,
)
from accountkit.values.calendars import PeriodKind
from accountkit.values.money import Money

Cases: TypeAlias = Mapping[str, Mapping[str, Any]]


def pesos(figure: object) -> Money:
    """So much money."""
    return Money.of(str(figure), "PHP")


def won(figure: object) -> Money:
    """So much money, in the currency of the insurance examples."""
    return Money.of(str(figure), "KRW")


# --- refunds --------------------------------------------------------------------------------------


def test_a_refund_takes_back_what_the_invoice_earned(cases: Cases) -> None:
    """100 for the invoice, -100 for the refund alone, nothing for both in one period.

    A refund alone pays less than nothing: a fault, until the plan says that it is paid back.
    """
    case = cases["oca-refund-nets-to-zero"]
    inputs = case["inputs"]
    earned, taken = (pesos(amount) for amount in case["expected"]["commission"])
    commission = a_commission(inputs["rate"])
    silent = a_bound_plan({"ana": a_plan(commission)})
    says = a_bound_plan({"ana": a_plan(commission, negative=NegativeResult.PAY_BACK)})
    invoice, refund = f"ana 2026-01-15 {inputs['invoice']}", f"ana 2026-01-16 {inputs['refund']}"

    assert earned == evaluate(silent, some_facts(invoice)).statement("ana").total
    assert taken == evaluate(says, some_facts(refund)).statement("ana").total
    (fault,) = evaluate(silent, some_facts(refund)).faults
    assert f"comes to {taken}, less than nothing" in fault.problem

    net = evaluate(silent, some_facts(invoice, refund)).statement("ana").total
    assert pesos(case["expected"]["net"]) == net


# --- clawbacks ------------------------------------------------------------------------------------


def test_a_clawback_by_bands_takes_a_share_of_everything_paid(cases: Cases) -> None:
    """40% of 1,890,000 and of six times 40,500, which are 2,133,000 together: 853,200.

    The commission is paid as the client's money comes in, the large part first; the policy is
    cancelled seven months after it was made, in the band from 7 to 12.
    """
    case = cases["ga-clawback-banded"]
    inputs = case["inputs"]
    first, monthly = inputs["paid"]
    (_, _, early), (second_band, last, late) = inputs["bands"]
    bands = a_ladder("step", f"0 {early}", f"{second_band} {late}", f"{last + 1} 0")
    plan = a_plan(
        a_commission("100%", measure="cash"),
        currency="KRW",
        period=PeriodKind.MONTH,
        returns=at_original_rate(share=bands),
        negative=NegativeResult.PAY_BACK,
    )
    whole = int(first) + 12 * int(monthly["each"])
    months = [f"2026-0{number}" for number in range(1, 9)]
    payments = [f"d1 {months[0]}-05 {first}"]
    payments += [f"d1 {month}-05 {monthly['each']}" for month in months[1:7]]
    assert monthly["count"] == len(payments) - 1
    facts = some_facts(
        f"ana 2026-01-01 {whole}",
        f"ana 2026-08-01 -{whole} returns=d1",
        payments=payments,
        currency="KRW",
    )
    totals = [
        outcome.statement("ana").total
        for outcome in evaluate_sequence(a_chain({"ana": plan}, *months), facts)
    ]
    assert [won(first), *[won(monthly["each"])] * monthly["count"]] == totals[:-1]
    assert won(case["expected"]["clawback"]) == totals[-1]


SOLD = ("ana 2026-01-15 100", "ana 2026-04-15 -100 returns=d1")
"""A deal that is given back in the quarter after."""


def two_quarters(plan: Plan) -> tuple[BoundPlan, BoundPlan]:
    """The plan in both quarters; the minimum, if it has one, is 10 in the first and then 0."""
    first = a_bound_plan({"ana": plan}, parameters={"ana": {"least": "10"}})
    second = a_bound_plan({"ana": plan}, parameters={"ana": {"least": "0"}}, period="2026-Q2")
    return first, second


def test_a_minimum_on_top_of_a_rate_is_not_taken_back(cases: Cases) -> None:
    """5% of 100 is 5, lifted to 10; the deal takes back its 5, and 5 stay, as published.

    Pay that tops the whole up is no part of what the deal earned.
    """
    case = cases["xactly-clawback-minimum"]
    inputs, expected = case["inputs"], case["expected"]
    plan = a_plan(
        a_commission(inputs["rate"]),
        minimum_pay=MinimumPay(clause="minimum", amount_from="least"),
        returns=at_original_rate(),
        negative=NegativeResult.PAY_BACK,
    )
    first, second = (
        outcome.statement("ana")
        for outcome in evaluate_sequence(two_quarters(plan), some_facts(*SOLD))
    )
    assert pesos(expected["paid"]) == first.total
    assert -pesos(expected["clawback"]) == second.moved(MovementKind.TAKEN_BACK)


def test_a_floor_of_the_component_itself_is_taken_back(cases: Cases) -> None:
    """The same minimum as a floor of the commission: what was paid for the deal is 10, all of it.

    Taking back by what was paid undoes what a floor did; taking back by the rate does not.
    """
    case = cases["xactly-clawback-minimum"]
    floor = a_commission("5%", floor=a_limit(f"PHP {case['inputs']['minimum']}"))
    plan = a_plan(floor, returns=at_original_rate(), negative=NegativeResult.PAY_BACK)
    first, second = (
        outcome.statement("ana")
        for outcome in evaluate_sequence(two_quarters(plan), some_facts(*SOLD))
    )
    assert pesos(case["expected"]["paid"]) == first.total
    assert pesos("-10") == second.moved(MovementKind.TAKEN_BACK)


# --- a term that changes for the past -------------------------------------------------------------


def team(rate: str, override: str, *months: str) -> tuple[BoundPlan, ...]:
    """An agent at a rate of the premium times 90%, and a leader at a rate of the team's premium."""
    agent = a_plan(
        a_commission("90%", times="rate"),
        id="agent",
        currency="KRW",
        period=PeriodKind.MONTH,
        parameters=(Parameter(id="rate", value=Fraction(rate)),),
    )
    leader = a_plan(an_override(override), id="leader", currency="KRW", period=PeriodKind.MONTH)
    return a_chain(
        {"agent": agent, "leader": leader},
        *months,
        parameters={"agent": {"rate": rate}},
        superiors={"agent": "leader"},
    )


@pytest.mark.parametrize("person, role", [("agent", "agent"), ("leader", "team")])
def test_a_rate_cut_for_a_closed_period_is_a_difference(
    person: str, role: str, cases: Cases
) -> None:
    """300,000 x 0.9 at 7.0 and then 6.5: 1,890,000 was paid, 1,755,000 is right, 135,000 less.

    The leader's 5% of it are 105,000, 97,500 and 7,500 less. May is closed; June earns as much at
    the new rate, and bears the difference.
    """
    case = cases["ga-retro-rate-cut-reversal-rebook"]
    inputs, expected = case["inputs"], case["expected"]
    assert (300000, "0.9", "0.05") == (
        inputs["premium"],
        inputs["payout_rate"],
        inputs["team_override"],
    )
    facts: Facts = some_facts("agent 2026-05-10 300000", "agent 2026-06-10 300000", currency="KRW")
    (may,) = team(inputs["old_rate"], "35%", "2026-05")
    paid = evaluate(may, facts)
    changed = team(inputs["new_rate"], "32.5%", "2026-05", "2026-06")
    june = evaluate_through(changed, facts, paid=[paid]).statement(person)

    (difference,) = june.differences
    net, delta = won(expected[f"net_{role}"]), won(expected[f"delta_{role}"])
    assert DifferenceReason.CHANGED_TERMS is difference.reason
    assert delta == difference.amount
    assert net == paid.statement(person).total + difference.amount
    assert net + delta == june.total
