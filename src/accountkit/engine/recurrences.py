"""Recurrences as days: on which days a rule falls, and the last day that is still in time.

What a rule is and what it may leave open is in ``accountkit.roles.recurrences``. Periods are
half-open; there are only whole days, so no clock is ever put forward or back.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from accountkit.errors import InputError, UsageError
from accountkit.roles.recurrences import Grace, Recurrence
from accountkit.values.periods import Period
from accountkit.values.working_weeks import WorkingWeek

__all__ = ["days_of", "last_day"]


def days_of(recurrence: Recurrence, within: Period) -> tuple[date, ...]:
    """The days of a period on which a recurrence falls, earliest first.

    None lies before the anchor. Without an anchor the rule settles the days by itself, so that it
    does not matter where the period starts.

    Raises:
        UsageError: the rule leaves something open and there is no anchor.
    """
    if recurrence.open_question is not None:
        raise UsageError(
            f"recurrence {recurrence.rule}",
            f"leaves open {recurrence.open_question}",
            "give an anchor",
        )
    from dateutil.rrule import rrulestr  # noqa: PLC0415 - only duties that recur need it

    first = datetime.combine(recurrence.anchor or within.start, time())
    after = datetime.combine(within.start, time())
    before = datetime.combine(within.last_day, time())
    rule = rrulestr(recurrence.rule, dtstart=first)
    return tuple(moment.date() for moment in rule.between(after, before, inc=True))


def last_day(due: date, grace: Grace | None, week: WorkingWeek | None) -> date:
    """The last day on which what was due on a day is still done in time.

    ``week`` is needed where grace is counted in working days, and only there.

    Raises:
        UsageError: grace is counted in working days and there is no working week.
        InputError: the day lies beyond the year 9999.
    """
    if grace is None:
        return due
    if grace.days is None:
        if week is None:
            raise UsageError(
                "grace",
                "is counted in working days",
                "say which those are, as working_week of the company",
            )
        return week.after(due, grace.count)
    try:
        return due + timedelta(days=grace.count)
    except OverflowError:
        raise InputError(
            "date",
            f"{grace.count} days after {due} lie beyond the year 9999",
            "give an earlier date, or fewer days",
        ) from None
