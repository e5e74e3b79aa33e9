"""Days: whole months between dates, and the days on which somebody takes part."""

from __future__ import annotations

from datetime import date, timedelta

from tests.agreement.oracle.unpayable import Unpayable

from accountkit.plans.bound import BoundPlan, Payee
from accountkit.values.periods import Period, months_after

__all__ = ["days_of", "month_slices", "reports_to", "tenure", "took_part_on", "whole_months"]

_DAY = timedelta(days=1)


def days_of(period: Period) -> list[date]:
    """Every day of a period."""
    return [period.start + _DAY * number for number in range((period.end - period.start).days)]


def month_slices(period: Period) -> list[Period]:
    """The months of a period, counted from its start."""
    slices: list[Period] = []
    number = 0
    while months_after(period.start, number) < period.end:
        end = min(months_after(period.start, number + 1), period.end)
        slices.append(Period(months_after(period.start, number), end))
        number += 1
    return slices


def whole_months(first: date, day: date) -> int:
    """How many whole months lie between: 15 January to 14 February is none, to the 15th one.

    Before the first day there are none.
    """
    months = 0
    while months_after(first, months + 1) <= day:
        months += 1
    return months


def tenure(payee: Payee, day: date) -> int:
    """Whole months of tenure on a day."""
    if payee.since is None:
        raise Unpayable(f"first day of tenure of {payee.person} is missing")
    return whole_months(payee.since, day)


def took_part_on(payee: Payee, day: date) -> bool:
    """Whether a person held a position of the plan on a day; nothing said means every day."""
    if not payee.participation:
        return True
    return any(span.start <= day < span.end for span in payee.participation)


def reports_to(bound: BoundPlan, person: str, day: date) -> str | None:
    """Whom a person reported to on a day."""
    line = bound.superiors.get(person)
    if line is None:
        return None
    for span in line.spans:
        started = span.start is None or span.start <= day
        if started and (span.end is None or day < span.end):
            return span.value
    return None
