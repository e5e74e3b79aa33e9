"""Payout: the last stage, from what was earned to what is paid.

Rounds where the plan says (DESIGN: mode and point are terms) and adds up. Balances such as draws
and holdbacks have their place here.
"""

from __future__ import annotations

from fractions import Fraction

import attrs

from accountkit.plans.bound import BoundPlan, Payee
from accountkit.plans.faults import Fault
from accountkit.settlement.statements import Attainment, Line, Statement
from accountkit.settlement.trace import Step, StepKind
from accountkit.values.money import Amount, Money
from accountkit.values.rounding import Rounding, RoundingPoint

__all__ = ["Earned", "pay_out"]


@attrs.frozen(kw_only=True)
class Earned:
    """What one component came to, before rounding."""

    component: str
    clause: str
    exact: Amount
    steps: tuple[Step, ...] = ()


def pay_out(
    payee: Payee,
    bound: BoundPlan,
    earned: tuple[Earned, ...],
    attainments: tuple[Attainment, ...],
    *,
    trace: bool = True,
) -> Statement | Fault:
    """Round and add up what a person earned; a result below zero is a fault, since no term says
    what becomes of it.
    """
    currency, rounding = payee.plan.currency, payee.plan.rounding
    amounts = _rounded(tuple(item.exact for item in earned), rounding)
    total = Money.sum(amounts, currency)
    if total < Money.zero(currency):
        return Fault(
            person=payee.person,
            period=bound.period,
            subject=f"pay of {payee.person} for {bound.label}",
            problem=f"comes to {total}, less than nothing, and the plan does not say what follows",
            remedy="settle it by hand and correct or complete the deals of the period",
            plan=payee.plan.id,
        )
    return Statement(
        payee=payee.person,
        name=payee.name,
        plan=payee.plan.id,
        period=bound.period,
        label=bound.label,
        lines=tuple(
            _line(item, amount, rounding, trace=trace)
            for item, amount in zip(earned, amounts, strict=True)
        ),
        attainments=attainments,
        total=total,
    )


def _line(item: Earned, amount: Money, rounding: Rounding, *, trace: bool) -> Line:
    steps = item.steps
    if trace:
        rounded = Step(
            kind=StepKind.ROUNDING,
            subject=item.component,
            result=amount,
            inputs={
                "exact": item.exact,
                "mode": rounding.mode.value,
                "point": rounding.point.value,
            },
        )
        steps = (*steps, rounded)
    return Line(
        component=item.component, clause=item.clause, exact=item.exact, amount=amount, steps=steps
    )


def _rounded(exact: tuple[Amount, ...], rounding: Rounding) -> tuple[Money, ...]:
    """The money of each line: rounded on its own, or so that the lines add up to the rounded sum."""
    if rounding.point is not RoundingPoint.STATEMENT or not exact:
        return tuple(amount.round(rounding.mode) for amount in exact)
    currency = exact[0].currency
    total = Amount(sum((amount.value for amount in exact), Fraction(0)), currency)
    unit = Money.from_minor(1, currency).exact.value
    floors = [amount.value // unit for amount in exact]
    spare = total.round(rounding.mode).minor - sum(floors)
    by_remainder = sorted(range(len(exact)), key=lambda i: floors[i] - exact[i].value / unit)
    raised = frozenset(by_remainder[:spare])
    return tuple(
        Money.from_minor(floor + (position in raised), currency)
        for position, floor in enumerate(floors)
    )
