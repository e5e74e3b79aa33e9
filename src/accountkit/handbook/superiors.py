"""Superiors: who each person reports to, on every day up to a period's end.

Measures and overrides look up the superior of a deal's own date, which may lie before the period;
so the lines go back to each person's first appointment.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise

from accountkit.roles.organisation import Appointment, Organisation, ReportingLine
from accountkit.values.periods import Period
from accountkit.values.timelines import Span, Timeline

__all__ = ["superiors"]

_DAY = timedelta(days=1)


def superiors(organisation: Organisation, period: Period) -> dict[str, Timeline[str]]:
    """The superior of each person who has one, by day."""
    own: defaultdict[str, list[Appointment]] = defaultdict(list)
    holders: defaultdict[str, list[Appointment]] = defaultdict(list)
    for appointment in organisation.appointments:
        own[appointment.person].append(appointment)
        holders[appointment.position].append(appointment)
    found: dict[str, Timeline[str]] = {}
    for person in organisation.people:
        edges = _edges(organisation, own[person.id], holders, period.end)
        known = tuple(_spans(organisation, person.id, edges))
        if known:
            found[person.id] = Timeline(known)
    return found


def _spans(organisation: Organisation, person: str, edges: list[date]) -> Iterator[Span[str]]:
    """The superiors between edges, those of neighbouring stretches joined where they are one."""
    last: Span[str] | None = None
    for start, end in pairwise(edges):
        who = organisation.superior_of(person, start)
        if last is not None and last.end == start and last.value == who:
            last = Span(last.value, last.start, end)
            continue
        if last is not None:
            yield last
        last = None if who is None else Span(who, start, end)
    if last is not None:
        yield last


def _edges(
    organisation: Organisation,
    held: list[Appointment],
    holders: dict[str, list[Appointment]],
    end: date,
) -> list[date]:
    """The days up to ``end`` on which a person's superior may become another one."""
    if not held:
        return []
    first = min(item.start for item in held)
    lines = [line for item in held for line in _lines(organisation, item.position)]
    above = {line.to for line in lines}
    changes = {first, end, *_days(held), *_days(lines)}
    for seat in above:
        changes.update(_days(holders.get(seat, ())))
    return sorted(day for day in changes if first <= day <= end)


def _lines(organisation: Organisation, position: str) -> tuple[ReportingLine, ...]:
    seat = organisation.position(position)
    if seat.reports_to is not None:
        return (ReportingLine(to=seat.reports_to),)
    return seat.reporting_lines


def _days(dated: Iterable[Appointment | ReportingLine]) -> Iterator[date]:
    """The first days, and the days after the last ones."""
    for item in dated:
        if item.start is not None:
            yield item.start
        if item.until is not None and item.until < date.max:
            yield item.until + _DAY
