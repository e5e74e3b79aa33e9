"""Caps: the first step of settling."""

from __future__ import annotations

from fractions import Fraction

from tests.agreement.oracle.ledger import Ledger
from tests.agreement.oracle.rounding import shared_out

from accountkit.plans.caps import Cap, Excess
from accountkit.settlement.balances import MovementKind

__all__ = ["cap_all"]


def cap_all(ledger: Ledger) -> None:
    """Cut off what is above the caps, in order; carried excess comes in where there is room.

    What a cap cuts is beyond what those before it cut already; what it lets in is what the lines
    themselves, before any cut, leave room for.
    """
    for cap in ledger.payee.plan.caps:
        _cap(ledger, cap)


def _cap(ledger: Ledger, cap: Cap) -> None:
    names = ledger.components_of(cap.components)
    left = {name: ledger.lines[name] - ledger.cut.get(name, 0) for name in names}
    room = ledger.sum_of(cap.amount, cap.amount_from) - _before(ledger, cap)
    current = sum(left.values())
    excess = max(0, current - max(0, room))
    is_carried = cap.excess is Excess.CARRIED
    opening = ledger.balance(cap.id)
    ledger.move(cap.id, MovementKind.CAPPED, pay=-excess, balance=excess if is_carried else 0)
    carried_in = 0
    if is_carried and not excess:
        lines = sum(ledger.lines[name] for name in names)
        carried_in = max(0, min(opening, room - lines))
        ledger.move(cap.id, MovementKind.CARRIED_IN, pay=carried_in, balance=-carried_in)
    ledger.let_through[cap.id] = current - excess + carried_in
    weights = [Fraction(max(0, amount)) for amount in left.values()]
    if excess:
        for name, part in zip(names, shared_out(excess, weights), strict=True):
            ledger.cut[name] = ledger.cut.get(name, 0) + part


def _before(ledger: Ledger, cap: Cap) -> int:
    """What the cap let through since its frame began."""
    if cap.within is None:
        return 0
    frame = ledger.world.bound.frame(cap.within)
    return sum(
        past.let_through.get(cap.id, 0)
        for past in ledger.state.past
        if frame.start <= past.period.start and past.period.end <= frame.end
    )
