"""The organisation: people, positions, who reports to whom, and who held what on which day.

A position is a seat with a role; an appointment puts a person in it for a time; lines of reporting
run between positions; while somebody is away, orders let deputies act. Every question takes a date,
and there is no "current". ``start`` is the first day, ``until`` the last. The titles that clauses
print are in ``accountkit.roles.parties``.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

import attrs

from accountkit.errors import TermsError, UnknownNameError, did_you_mean
from accountkit.roles import acting
from accountkit.roles._dated import holds, not_before_start, shared_days
from accountkit.roles._organisation_faults import organisation_faults
from accountkit.roles.absences import Absence
from accountkit.roles.acting import Acting, Superior
from accountkit.roles.substitution import SubstitutionOrder
from accountkit.values.validators import identifier

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Appointment", "Organisation", "Person", "Position", "ReportingLine", "Seat"]

T = TypeVar("T")

_MOST_NAMED = 10
"""The most names that a message lists."""


@attrs.frozen(kw_only=True)
class Person:
    """Somebody who may hold a position."""

    id: str = attrs.field(validator=identifier, metadata={"doc": "the person's id"})
    name: str = attrs.field(metadata={"doc": "the name as statements print it"})


@attrs.frozen(kw_only=True)
class ReportingLine:
    """To which position another one reports, from the first day to the last."""

    to: str = attrs.field(validator=identifier, metadata={"doc": "id of the superior position"})
    start: date | None = attrs.field(
        default=None, metadata={"doc": "first day; left out: from the beginning"}
    )
    until: date | None = attrs.field(
        default=None, validator=not_before_start, metadata={"doc": "last day; left out: open"}
    )

    def holds(self, on: date) -> bool:
        """Whether the line runs on that day."""
        return holds(self, on)


@attrs.frozen(kw_only=True)
class Position:
    """A seat in the company.

    Its superior is one position for good (``reports_to``) or changes by date
    (``reporting_lines``); without either it stands at the top.

    Raises:
        TermsError: both are given.
    """

    id: str = attrs.field(validator=identifier, metadata={"doc": "the position's id"})
    role: str = attrs.field(validator=identifier, metadata={"doc": "id of its role"})
    level: str | None = attrs.field(
        default=None, validator=identifier, metadata={"doc": "id of its level within the role"}
    )
    reports_to: str | None = attrs.field(
        default=None, validator=identifier, metadata={"doc": "id of the superior position"}
    )
    reporting_lines: tuple[ReportingLine, ...] = attrs.field(
        default=(), metadata={"doc": "superior positions that change by date"}
    )

    def __attrs_post_init__(self) -> None:
        if self.reports_to is not None and self.reporting_lines:
            raise TermsError(
                f"position {self.id}",
                "has a superior both in reports_to and in reporting_lines",
                "keep one of the two",
                path=("reporting_lines",),
            )

    def superior(self, on: date) -> str | None:
        """The position it reports to on that day; ``None`` at the top."""
        dated = (line.to for line in self.reporting_lines if line.holds(on))
        return self.reports_to or next(dated, None)


@attrs.frozen(kw_only=True)
class Appointment:
    """A person in a position, from the first day to the last."""

    person: str = attrs.field(validator=identifier, metadata={"doc": "the person's id"})
    position: str = attrs.field(validator=identifier, metadata={"doc": "the position's id"})
    start: date = attrs.field(metadata={"doc": "first day in the position"})
    until: date | None = attrs.field(
        default=None,
        validator=not_before_start,
        metadata={"doc": "last day in the position; left out: still in it"},
    )

    def holds(self, on: date) -> bool:
        """Whether the person holds the position on that day."""
        return holds(self, on)

    def meets(self, other: Appointment) -> bool:
        """Whether the two share a day."""
        return shared_days(self, other) is not None


@attrs.frozen
class Seat:
    """A position on somebody's line of reporting and its holder; ``None`` while it is vacant."""

    position: str
    person: str | None


@attrs.frozen(kw_only=True)
class Organisation:
    """The people of a company and the seats they hold.

    Build it freely and ask ``faults`` before relying on it: the questions presume that it has
    none. People and positions keep the order in which they were given.
    """

    people: tuple[Person, ...] = attrs.field(metadata={"doc": "everybody who may hold a position"})
    positions: tuple[Position, ...] = attrs.field(metadata={"doc": "the seats"})
    appointments: tuple[Appointment, ...] = attrs.field(
        metadata={"doc": "who held which seat when"}
    )
    absences: tuple[Absence, ...] = attrs.field(
        default=(), metadata={"doc": "who was away when, and why"}
    )
    substitution_orders: tuple[SubstitutionOrder, ...] = attrs.field(
        default=(), metadata={"doc": "who acts for whom, from when to when"}
    )

    def person(self, person_id: str) -> Person:
        """The person with this id."""
        return _named(self._people, "person", person_id)

    def position(self, position_id: str) -> Position:
        """The position with this id."""
        return _named(self._positions, "position", position_id)

    def order(self, order_id: str) -> SubstitutionOrder:
        """The order of substitution with this id."""
        return _named({order.id: order for order in self.substitution_orders}, "order", order_id)

    def holders(self, position_id: str, on: date) -> tuple[str, ...]:
        """Ids of the people who hold a position on that day."""
        held = self._held.get(self.position(position_id).id, ())
        return tuple(dict.fromkeys(item.person for item in held if item.holds(on)))

    def positions_of(self, person_id: str, on: date) -> tuple[str, ...]:
        """Ids of the positions that a person holds on that day."""
        own = self._own.get(self.person(person_id).id, ())
        return tuple(dict.fromkeys(item.position for item in own if item.holds(on)))

    def line_of(self, person_id: str, on: date) -> tuple[Seat, ...]:
        """The seats above a person on that day, nearest first; vacant seats stay in their place."""
        held = self.positions_of(person_id, on)
        superiors = (self.position(seat).superior(on) for seat in held)
        above = next((up for up in superiors if up is not None and up not in held), None)
        seats: list[Seat] = []
        while above is not None and all(seat.position != above for seat in seats):
            seats.append(Seat(above, next(iter(self.holders(above, on)), None)))
            above = self.position(above).superior(on)
        return tuple(seats)

    def superior_of(self, person_id: str, on: date) -> str | None:
        """Who a person reports to on that day; ``None`` at the top or below a vacant seat."""
        return next((seat.person for seat in self.line_of(person_id, on)), None)

    def reports_of(self, person_id: str, on: date) -> tuple[str, ...]:
        """Ids of the people, other than oneself, who report directly to a person on that day."""
        held = self.positions_of(person_id, on)
        below = (item.id for item in self.positions if item.superior(on) in held)
        found = (who for seat in below for who in self.holders(seat, on) if who != person_id)
        return tuple(dict.fromkeys(found))

    def all_reports_of(self, person_id: str, on: date) -> tuple[str, ...]:
        """Ids of all people below a person on that day, nearest first, also below vacant seats."""
        own = self.positions_of(person_id, on)
        found = [who for seat in self._all_below(own, on) for who in self.holders(seat, on)]
        return tuple(dict.fromkeys(who for who in found if who != person_id))

    def _all_below(self, seats: tuple[str, ...], on: date) -> tuple[str, ...]:
        """Ids of the positions below some others, level by level."""
        below: dict[str | None, list[str]] = defaultdict(list)
        for position in self.positions:
            below[position.superior(on)].append(position.id)
        found = dict.fromkeys(seats)
        level = list(seats)
        while level:
            level = [seat for above in level for seat in below[above] if seat not in found]
            found |= dict.fromkeys(level)
        return tuple(seat for seat in found if seat not in seats)

    def vacant(self, on: date) -> tuple[str, ...]:
        """Ids of the positions that nobody holds on that day."""
        return tuple(item.id for item in self.positions if not self.holders(item.id, on))

    def absence_of(self, person_id: str, on: date) -> Absence | None:
        """The absence for which a person is away on that day; ``None`` while at work."""
        away = self._away.get(self.person(person_id).id, ())
        return next((absence for absence in away if absence.holds(on)), None)

    def absent(self, on: date) -> tuple[str, ...]:
        """Ids of the people who are away on that day."""
        return tuple(item.id for item in self.people if self.absence_of(item.id, on) is not None)

    def acting(self, on: date) -> tuple[Acting, ...]:
        """Everybody who acts as a deputy on that day; a deputy who is away acts for nobody."""
        return tuple(acting.acting(self, on))

    def deputies_of(
        self, position_id: str, on: date, clause: str | None = None
    ) -> tuple[Acting, ...]:
        """Who acts in a position on that day under an order.

        With ``clause``, under orders that let this clause of the role pass; without it, under
        those that let all of them pass.
        """
        seat = self.position(position_id).id
        found = (item for item in self.acting(on) if item.position == seat)
        return tuple(item for item in found if item.order.covers(clause))

    def acts_for(self, person_id: str, on: date) -> tuple[Acting, ...]:
        """In which positions a person acts on that day, and under which orders."""
        deputy = self.person(person_id).id
        return tuple(item for item in self.acting(on) if item.person == deputy)

    def turn_to(self, person_id: str, on: date, clause: str | None = None) -> Superior | None:
        """Whom a person turns to on that day, when it takes a superior.

        It is the nearest superior at work. A superior who is away, or whose clauses have passed
        to a deputy, is stood in for by the deputy; where there is none, or the deputy is the
        person who asks, the line goes on upward. ``None`` when nobody is left. ``clause`` is what
        it is about, as in ``deputies_of``.
        """
        return acting.turn_to(self, person_id, on, clause)

    def faults(self) -> tuple[TermsError, ...]:
        """All that contradicts itself, in reading order; an empty tuple when nothing does."""
        return self._faults

    @cached_property
    def _faults(self) -> tuple[TermsError, ...]:
        return organisation_faults(self)

    @cached_property
    def _people(self) -> Mapping[str, Person]:
        return {person.id: person for person in self.people}

    @cached_property
    def _positions(self) -> Mapping[str, Position]:
        return {position.id: position for position in self.positions}

    @cached_property
    def _held(self) -> Mapping[str, list[Appointment]]:
        found: dict[str, list[Appointment]] = defaultdict(list)
        for appointment in self.appointments:
            found[appointment.position].append(appointment)
        return dict(found)

    @cached_property
    def _own(self) -> Mapping[str, list[Appointment]]:
        found: dict[str, list[Appointment]] = defaultdict(list)
        for appointment in self.appointments:
            found[appointment.person].append(appointment)
        return dict(found)

    @cached_property
    def _away(self) -> Mapping[str, list[Absence]]:
        found: dict[str, list[Absence]] = defaultdict(list)
        for absence in self.absences:
            found[absence.person].append(absence)
        return dict(found)


def _named(known: Mapping[str, T], kind: str, name: str) -> T:
    if name not in known:
        names = list(known)
        has = f"it has {', '.join(names[:_MOST_NAMED]) or 'none'}"
        more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
        raise UnknownNameError(
            f"{kind} {name}", "is not in the organisation", did_you_mean(name, known, has + more)
        )
    return known[name]
