"""Disbursement: what is done with a result below zero, or with one too small to be paid.

The terms are ``negative`` and ``least_payment`` of ``accountkit.plans.plan``. Both keep a balance,
under their own names: what a person owes, and what is still to be paid. Money is in the plan's
currency.
"""

from __future__ import annotations

from accountkit.plans.plan import NegativeResult
from accountkit.settlement.balances import Movement, MovementKind
from accountkit.settlement.ledgers import Ledger
from accountkit.settlement.settling import Settling
from accountkit.settlement.trace import Step, StepKind
from accountkit.values.money import Money

__all__ = ["LEAST_PAYMENT", "NEGATIVE", "disburse"]

NEGATIVE = "negative"
"""The balance of what negative results left to be taken from later pay."""

LEAST_PAYMENT = "least_payment"
"""The balance of what was too small to be paid."""


def disburse(settling: Settling, ledger: Ledger, added: Money) -> Money:
    """Settle earlier balances with the result of the period, and see what becomes of it.

    Args:
        settling: the person, the terms and the facts.
        ledger: has every other movement, and takes these.
        added: adjustments and differences of the period.

    Returns:
        The total. It is below zero if the person has to pay back, and also if the plan does not
        say what becomes of it.
    """
    zero = settling.zero
    if ledger.opening:
        _pay_what_waited(ledger)
    total = ledger.pay + added if added else ledger.pay
    if ledger.opening and total > zero and ledger.balance(NEGATIVE):
        owed = ledger.balance(NEGATIVE)
        taken = min(total, owed)
        step = Step(
            kind=StepKind.CAP,
            subject=NEGATIVE,
            result=taken,
            inputs={"value": owed, "most": total},
        )
        steps = (step,) if settling.trace else ()
        ledger.move(_entry(MovementKind.OFFSET, NEGATIVE, -taken, -taken, steps))
        total = total - taken
    if total < zero:
        return _below_zero(settling, ledger, total)
    least = settling.plan.least_payment
    if least is not None and zero < total < least:
        ledger.move(_entry(MovementKind.POSTPONED, LEAST_PAYMENT, -total, total))
        return zero
    return total


def _pay_what_waited(ledger: Ledger) -> None:
    waiting = ledger.balance(LEAST_PAYMENT)
    if waiting:
        ledger.move(_entry(MovementKind.PAID_LATER, LEAST_PAYMENT, waiting, -waiting))


def _below_zero(settling: Settling, ledger: Ledger, total: Money) -> Money:
    rule = settling.plan.negative
    if rule is None or rule is NegativeResult.PAY_BACK:
        return total
    step = Step(
        kind=StepKind.LIMIT,
        subject=NEGATIVE,
        result=-total,
        inputs={"value": total, "sum": settling.zero},
    )
    steps = (step,) if settling.trace else ()
    if rule is NegativeResult.CARRY:
        ledger.move(_entry(MovementKind.CARRIED_OVER, NEGATIVE, -total, -total, steps))
    else:
        ledger.move(_entry(MovementKind.WAIVED, NEGATIVE, -total, settling.zero, steps))
    return settling.zero


def _entry(
    kind: MovementKind, term: str, pay: Money, balance: Money, steps: tuple[Step, ...] = ()
) -> Movement:
    """A movement of one of the two; no clause of the plan is named for them."""
    return Movement(kind=kind, term=term, clause=None, pay=pay, balance=balance, steps=steps)
