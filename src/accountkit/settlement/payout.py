"""Payout: the last stage, from what was earned to what is paid.

Rounds where and how the plan says, and adds up. Balances such as draws
and holdbacks have their place here.
"""

from __future__ import annotations

import attrs

from accountkit.plans.bound import BoundPlan, Payee
from accountkit.plans.faults import Fault
from accountkit.settlement.statements import Attainment, Line, Statement
from accountkit.settlement.trace import Step, StepKind
from accountkit.values.money import Amount, Money, currency_digits
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
    """Round and add up what a person earned.

    A total below zero is a fault, since no term says what becomes of it.
    """
    currency, rounding = payee.plan.currency, payee.plan.rounding
    amounts = _rounded(tuple(item.exact for item in earned), currency, rounding)
    total = Money.sum(amounts, currency)
    if total.minor < 0:
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


def _rounded(exact: tuple[Amount, ...], currency: str, rounding: Rounding) -> tuple[Money, ...]:
    """The money of each line, rounded at the point that the plan names."""
    if rounding.point is RoundingPoint.STATEMENT:
        return _rounded_together(exact, currency, rounding)
    return tuple(amount.round(rounding.mode) for amount in exact)


def _rounded_together(
    exact: tuple[Amount, ...], currency: str, rounding: Rounding
) -> tuple[Money, ...]:
    """Lines that add up to the rounded sum, each less than one minor unit from its exact amount.

    Every line is rounded down, and what is then left goes to the largest remainders, ties to the
    first.
    """
    scale = 10 ** currency_digits(currency)
    units = [amount.value * scale for amount in exact]
    floors = [unit // 1 for unit in units]
    total = Amount.sum(exact, currency).round(rounding.mode)
    left = total.minor - sum(floors)
    by_remainder = sorted(range(len(units)), key=lambda line: floors[line] - units[line])
    raised = frozenset(by_remainder[:left])
    return tuple(
        Money.from_minor(floor + (line in raised), currency) for line, floor in enumerate(floors)
    )
