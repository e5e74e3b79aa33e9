"""Acting: who does the work of a position on a day, its holder or a deputy under an order.

Orders are in ``accountkit.roles.substitution``; the answers here are had from
``accountkit.roles.organisation.Organisation``. A deputy who is away acts for nobody.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import attrs

from accountkit.roles._dated import days_of, shared_days
from accountkit.roles.substitution import SubstitutionMode, SubstitutionOrder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from accountkit.roles.organisation import Organisation, Seat
    from accountkit.values.periods import Period

__all__ = ["Acting", "Covered", "Superior", "acting", "covered_by", "turn_to"]


@attrs.frozen
class Acting:
    """A deputy who acts in a position under an order."""

    position: str
    person: str
    order: SubstitutionOrder


@attrs.frozen
class Superior:
    """Who has the say in a position: its holder, or a deputy under an order."""

    position: str
    person: str
    order: SubstitutionOrder | None = None


@attrs.frozen
class Covered:
    """A position that an order covers, and on which days.

    ``absent`` is who holds it meanwhile, and ``None`` where the order names the position alone.
    """

    position: str
    days: Period
    absent: str | None = None


def covered_by(organisation: Organisation, order: SubstitutionOrder) -> tuple[Covered, ...]:
    """Every position that an order covers, with the days; one position may come again later."""
    if order.position is not None:
        return (Covered(order.position, days_of(order)),)
    held = (item for item in organisation.appointments if item.person == order.absent)
    shared = ((item.position, shared_days(order, item)) for item in held)
    return tuple(Covered(seat, days, order.absent) for seat, days in shared if days is not None)


def acting(organisation: Organisation, on: date) -> Iterator[Acting]:
    """Every deputy who acts on that day, in the order in which orders are written."""
    for order in organisation.substitution_orders:
        if order.holds(on) and organisation.absence_of(order.deputy, on) is None:
            for covered in covered_by(organisation, order):
                if on in covered.days:
                    yield Acting(covered.position, order.deputy, order)


def turn_to(
    organisation: Organisation, person: str, on: date, clause: str | None
) -> Superior | None:
    """The nearest person up the line who can be turned to; see ``Organisation.turn_to``."""
    seats = organisation.line_of(person, on)
    found = (_in_charge(organisation, seat, on, clause, person) for seat in seats)
    return next((who for who in found if who is not None), None)


def _in_charge(
    organisation: Organisation, seat: Seat, on: date, clause: str | None, asking: str
) -> Superior | None:
    """Who has the say in a position on that day; never the person who asks."""
    deputies = organisation.deputies_of(seat.position, on, clause)
    passed = any(item.order.mode is SubstitutionMode.TRANSFER for item in deputies)
    holder = seat.person
    if holder is not None and not passed and organisation.absence_of(holder, on) is None:
        return Superior(seat.position, holder)
    others = (item for item in deputies if item.person != asking)
    return next((Superior(seat.position, item.person, item.order) for item in others), None)
