"""Faults of an organisation: ids, dates and lines of reporting that contradict each other.

Dates: a fault names the first day on which it shows. What the parts mean is in
``accountkit.roles.organisation``.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

from accountkit.errors import TermsError, did_you_mean
from accountkit.roles._dated import first_days, shared_days
from accountkit.roles._substitution_faults import substitution_faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from accountkit.roles.organisation import Appointment, Organisation, Position

__all__ = ["organisation_faults"]

Path: TypeAlias = tuple[str | int, ...]


def organisation_faults(organisation: Organisation) -> tuple[TermsError, ...]:
    """Unknown and repeated names; when there are none, what contradicts itself over time."""
    names = (*_repeated(organisation), *_unknown(organisation))
    return names or (
        *_double_appointments(organisation),
        *_double_lines(organisation),
        *_cycles(organisation),
        *_double_superiors(organisation),
        *substitution_faults(organisation),
    )


def _repeated(organisation: Organisation) -> Iterator[TermsError]:
    orders = organisation.substitution_orders
    for field, kind, ids in (
        ("people", "person", [person.id for person in organisation.people]),
        ("positions", "position", [position.id for position in organisation.positions]),
        ("substitution_orders", "order", [order.id for order in orders]),
    ):
        for index, name in enumerate(ids):
            if name in ids[:index]:
                yield TermsError(
                    f"{kind} {name}",
                    "stands twice",
                    "give each its own id",
                    path=(field, index, "id"),
                )


def _unknown(organisation: Organisation) -> Iterator[TermsError]:
    known = {
        "person": [person.id for person in organisation.people],
        "position": [position.id for position in organisation.positions],
    }
    for subject, kind, name, path in _mentions(organisation):
        if name not in known[kind]:
            yield TermsError(
                subject,
                f'{kind} "{name}" does not exist',
                did_you_mean(name, known[kind], f"add the {kind}"),
                path=path,
            )


def _mentions(organisation: Organisation) -> Iterator[tuple[str, str, str, Path]]:
    """Each person and position that is referred to: by what, its kind, its name, and where."""
    for subject, name, path in _superiors(organisation):
        yield subject, "position", name, path
    for index, appointment in enumerate(organisation.appointments):
        subject, path = f"appointment {index + 1}", ("appointments", index)
        yield subject, "person", appointment.person, (*path, "person")
        yield subject, "position", appointment.position, (*path, "position")
    for index, absence in enumerate(organisation.absences):
        subject, path = f"absence of {absence.person}", ("absences", index)
        yield subject, "person", absence.person, (*path, "person")
    for index, order in enumerate(organisation.substitution_orders):
        subject, path = f"order {order.id}", ("substitution_orders", index)
        if order.absent is not None:
            yield subject, "person", order.absent, (*path, "absent")
        if order.position is not None:
            yield subject, "position", order.position, (*path, "position")
        yield subject, "person", order.deputy, (*path, "deputy")
        yield subject, "person", order.signed_by, (*path, "signed_by")


def _superiors(organisation: Organisation) -> Iterator[tuple[str, str, Path]]:
    for index, position in enumerate(organisation.positions):
        subject, path = f"position {position.id}", ("positions", index)
        if position.reports_to is not None:
            yield subject, position.reports_to, (*path, "reports_to")
        for place, line in enumerate(position.reporting_lines):
            yield subject, line.to, (*path, "reporting_lines", place, "to")


def _double_appointments(organisation: Organisation) -> Iterator[TermsError]:
    for first, second, index in _meetings(organisation):
        if (first.person, first.position) == (second.person, second.position):
            yield TermsError(
                f"appointment {index + 1}",
                f"{second.person} already holds {second.position} on {_first_day(first, second)}",
                "end the earlier appointment the day before",
                path=("appointments", index),
            )


def _double_lines(organisation: Organisation) -> Iterator[TermsError]:
    for index, position in enumerate(organisation.positions):
        numbered = list(enumerate(position.reporting_lines))
        for (_, first), (place, second) in combinations(numbered, 2):
            days = shared_days(first, second)
            if days is not None:
                yield TermsError(
                    f"position {position.id}",
                    f"reports to both {first.to} and {second.to} on {days.start}",
                    "end one line the day before the other starts",
                    path=("positions", index, "reporting_lines", place),
                )


def _cycles(organisation: Organisation) -> Iterator[TermsError]:
    indexes = {position.id: index for index, position in enumerate(organisation.positions)}
    seen: set[frozenset[str]] = set()
    for day in _days_of_change(organisation):
        for position in organisation.positions:
            cycle = _cycle_from(organisation, position, day)
            if cycle and frozenset(cycle) not in seen:
                seen.add(frozenset(cycle))
                yield TermsError(
                    f"position {cycle[0]}",
                    f"reports to itself in the end: {' to '.join((*cycle, cycle[0]))}",
                    "let one of them report to somebody else",
                    path=("positions", indexes[cycle[0]]),
                )


def _cycle_from(organisation: Organisation, start: Position, day: date) -> tuple[str, ...]:
    """The positions of the cycle that ``start`` is part of on that day, if it is part of one."""
    line = [start.id]
    above = start.superior(day)
    while above is not None and above not in line:
        line.append(above)
        above = organisation.position(above).superior(day)
    return tuple(line) if above == start.id else ()


def _double_superiors(organisation: Organisation) -> Iterator[TermsError]:
    superiors = {name for _, name, _ in _superiors(organisation)}
    for first, second, index in _meetings(organisation):
        if first.person == second.person:
            yield from _torn(organisation, first, second, index)
        elif first.position in superiors:
            yield TermsError(
                f"position {first.position}",
                f"has two holders on {_first_day(first, second)}, {first.person} and "
                f"{second.person}, and others report to it",
                "give each holder a position of their own",
                path=("appointments", index),
            )


def _torn(
    organisation: Organisation, first: Appointment, second: Appointment, index: int
) -> Iterator[TermsError]:
    """Somebody in two positions that report to different superiors."""
    for day in _days_of_change(organisation):
        at = max(day, _first_day(first, second))
        if not (first.holds(at) and second.holds(at)):
            continue
        above = [organisation.position(item.position).superior(at) for item in (first, second)]
        own = (first.position, second.position)
        if None not in above and above[0] != above[1] and not set(above) & set(own):
            yield TermsError(
                f"appointment {index + 1}",
                f"{first.person} reports to both {above[0]} and {above[1]} on {at}",
                "let both positions report to the same one, or end one appointment",
                path=("appointments", index),
            )
            return


def _meetings(organisation: Organisation) -> Iterator[tuple[Appointment, Appointment, int]]:
    """Pairs of appointments that share a day and a person or position, with the later's place."""
    alike: dict[tuple[str, str], list[tuple[int, Appointment]]] = defaultdict(list)
    for index, appointment in enumerate(organisation.appointments):
        alike["person", appointment.person].append((index, appointment))
        alike["position", appointment.position].append((index, appointment))
    pairs = {
        (first, second): (one, other)
        for numbered in alike.values()
        for (first, one), (second, other) in combinations(numbered, 2)
        if one.meets(other)
    }
    for (_, index), (one, other) in sorted(pairs.items(), key=lambda pair: pair[0]):
        yield one, other, index


def _first_day(first: Appointment, second: Appointment) -> date:
    return max(first.start, second.start)


def _days_of_change(organisation: Organisation) -> tuple[date, ...]:
    return first_days(line for item in organisation.positions for line in item.reporting_lines)
