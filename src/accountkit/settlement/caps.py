"""Caps: what is cut off where components come to more than they may together.

The terms are ``accountkit.plans.caps``. A cap looks at the lines as they are rounded, less what
the caps before it cut from the same components. Earlier excess comes in where the lines, before
any cut, leave room: it never takes the place of what another cap cuts off. Money is in the plan's
currency.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from accountkit.plans.caps import Cap, Excess
from accountkit.settlement.balances import Movement, MovementKind
from accountkit.settlement.ledgers import Ledger
from accountkit.settlement.settling import Settling
from accountkit.settlement.trace import Step, StepKind
from accountkit.values.money import Money
from accountkit.values.shares import share_out

__all__ = ["cap_lines"]


def cap_lines(settling: Settling, ledger: Ledger, amounts: dict[str, Money]) -> dict[str, Money]:
    """Cut off what is above the caps, and pay earlier excess that has room.

    Args:
        settling: the person, the terms and the facts.
        ledger: takes the movements.
        amounts: the lines by component; what is cut off is taken from them.

    Returns:
        What each cap let through.

    Raises:
        Missing: a personal parameter has no value.
    """
    if not settling.plan.caps:
        return {}
    lines = _Capped(dict(amounts), amounts)
    return {cap.id: _cap(cap, settling, ledger, lines) for cap in settling.plan.caps}


class _Capped(NamedTuple):
    """The lines as they were, and what the caps so far left of them."""

    lines: Mapping[str, Money]
    left: dict[str, Money]


def _cap(cap: Cap, settling: Settling, ledger: Ledger, amounts: _Capped) -> Money:
    names = cap.components or tuple(amounts.lines)
    if cap.components:  # some may not be for this person
        names = tuple([name for name in names if name in amounts.lines])
    left = Money.sum([amounts.left[name] for name in names], settling.currency)
    room = settling.stated(cap.amount, cap.amount_from)
    if cap.within is not None:
        room = room - _let_through(cap, settling)
    open_room = max(room, settling.zero)
    if left > open_room:
        excess = left - open_room
        _cut(amounts.left, names, excess)
        inputs = {"value": left, "sum": open_room}
        ledger.move(
            Movement(
                kind=MovementKind.CAPPED,
                term=cap.id,
                clause=cap.clause,
                pay=-excess,
                balance=excess if cap.excess is Excess.CARRIED else settling.zero,
                steps=_steps(StepKind.LIMIT, cap, -excess, inputs) if settling.trace else (),
            )
        )
        return open_room
    if cap.excess is Excess.LOST:
        return left
    lines = Money.sum((amounts.lines[name] for name in names), settling.currency)
    return left + _carry_in(cap, settling, ledger, room - lines)


def _carry_in(cap: Cap, settling: Settling, ledger: Ledger, room: Money) -> Money:
    """Pay earlier excess, as far as the lines, before any cut, leave room for it."""
    waiting = ledger.balance(cap.id)
    found = min(waiting, room)
    if found.minor <= 0:
        return settling.zero
    inputs = {"value": waiting, "most": room}
    ledger.move(
        Movement(
            kind=MovementKind.CARRIED_IN,
            term=cap.id,
            clause=cap.clause,
            pay=found,
            balance=-found,
            steps=_steps(StepKind.CAP, cap, found, inputs) if settling.trace else (),
        )
    )
    return found


def _let_through(cap: Cap, settling: Settling) -> Money:
    """What it let through since the start of its frame, before this period."""
    assert cap.within is not None  # noqa: S101 - only then it is asked for
    frame = settling.bound.frame(cap.within)
    earlier = (past for past in settling.opening.past if frame.contains_period(past.period))
    return Money.sum(
        (past.capped[cap.id] for past in earlier if cap.id in past.capped), settling.currency
    )


def _cut(amounts: dict[str, Money], names: Sequence[str], excess: Money) -> None:
    """Take the excess from the components that pay something, in proportion to what they pay."""
    paying = [name for name in names if amounts[name].minor > 0]
    parts = share_out(excess, [amounts[name].minor for name in paying])
    for name, part in zip(paying, parts, strict=True):
        amounts[name] = amounts[name] - part


def _steps(kind: StepKind, cap: Cap, result: Money, inputs: dict[str, Money]) -> tuple[Step, ...]:
    return (Step(kind=kind, subject=cap.id, result=result, inputs={**inputs}),)
