"""Participation: since when a person is there, takes part in a plan, and is away.

Appointments and absences name their last day; periods, which are made of them here, the day after
it. What is open ends on the last day that a calendar has.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from accountkit.plans.bound import AwayDays
from accountkit.roles.absences import Absence
from accountkit.roles.organisation import Appointment
from accountkit.values.periods import Period

__all__ = ["absences", "since", "spans"]

_DAY = timedelta(days=1)


def since(held: Iterable[Appointment]) -> date | None:
    """The first day on which a person held any position; ``None`` without one."""
    return min((item.start for item in held), default=None)


def spans(held: Iterable[Appointment]) -> tuple[Period, ...]:
    """The days of some appointments, in order; those that touch or overlap are one span."""
    found: list[Period] = []
    for days in sorted(Period(item.start, _end(item.until)) for item in held):
        if found and days.start <= found[-1].end:
            last = found.pop()
            days = Period(last.start, max(last.end, days.end))  # noqa: PLW2901 - they are one now
        found.append(days)
    return tuple(found)


def absences(away: Iterable[Absence], period: Period) -> tuple[AwayDays, ...]:
    """Those of a person's absences that began before the period's end, earliest first."""
    found = (
        AwayDays(kind=item.kind.value, days=Period(item.start, _end(item.until)))
        for item in away
        if item.start < period.end
    )
    return tuple(sorted(found, key=lambda away: (away.days, away.kind)))


def _end(until: date | None) -> date:
    return date.max if until is None or until == date.max else until + _DAY
