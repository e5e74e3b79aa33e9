"""Days on which a rule falls, each read off the calendar by hand."""

from __future__ import annotations

from datetime import date

import pytest

from accountkit.engine.recurrences import days_of, last_day
from accountkit.errors import InputError, UsageError
from accountkit.roles import Grace, Recurrence
from accountkit.values import Period, Weekday, WorkingWeek


def days(rule: str, within: str, anchor: str | None = None) -> list[str]:
    """The days of a period, as they are written."""
    since = None if anchor is None else date.fromisoformat(anchor)
    found = days_of(Recurrence(rule=rule, anchor=since), Period.parse(within))
    return [str(day) for day in found]


def test_quarters_end_on_their_last_days() -> None:
    """The last day of March, June, September and December, however long the month is."""
    assert ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"] == days(
        "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", "2026"
    )


def test_every_third_month_is_counted_from_the_anchor() -> None:
    """From 15 February 2025, whatever period is asked for."""
    assert ["2026-02-15", "2026-05-15"] == days(
        "FREQ=MONTHLY;INTERVAL=3", "2026-H1", anchor="2025-02-15"
    )


def test_the_last_day_of_every_month() -> None:
    """31 January, then 28 February, and 31 March again."""
    assert ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"] == days(
        "FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-01..2026-04-30", anchor="2026-01-31"
    )


def test_a_rule_that_names_day_31_passes_over_shorter_months() -> None:
    """As RFC 5545 has it: a day that a month lacks is left out and not moved."""
    assert ["2026-01-31", "2026-03-31", "2026-05-31", "2026-07-31"] == days(
        "FREQ=MONTHLY;BYMONTHDAY=31", "2026-01-01..2026-07-31", anchor="2026-01-31"
    )


def test_29_february_comes_in_leap_years() -> None:
    """2024 and 2028; the last day of February comes every year."""
    years = "2024-01-01..2028-12-31"
    last = ["2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"]

    assert ["2024-02-29", "2028-02-29"] == days("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", years)
    assert last == days("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", years)


def test_a_week_goes_on_over_new_year() -> None:
    """Every second Monday from 14 December 2026: the 14th, the 28th, then 11 January."""
    assert ["2026-12-28", "2027-01-11"] == days(
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "2026-12-20..2027-01-15", anchor="2026-12-14"
    )


def test_a_weekly_duty_takes_its_weekday_from_the_anchor() -> None:
    """1 January 2026 is a Thursday."""
    assert ["2026-01-01", "2026-01-08", "2026-01-15", "2026-01-22", "2026-01-29"] == days(
        "FREQ=WEEKLY", "2026-01", anchor="2026-01-01"
    )


def test_the_day_that_clocks_change_is_a_day_like_any_other() -> None:
    """29 March 2026 has 23 hours in much of Europe; whole days do not notice."""
    assert ["2026-03-28", "2026-03-29", "2026-03-30"] == days(
        "FREQ=DAILY", "2026-03-28..2026-03-30"
    )


def test_the_annual_forecast_is_due_once_a_year() -> None:
    """On the last Friday of November."""
    assert ["2026-11-27", "2027-11-26"] == days(
        "FREQ=YEARLY;BYMONTH=11;BYDAY=-1FR", "2026-01-01..2027-12-31"
    )


def test_the_last_working_day_of_a_month_by_the_rule_itself() -> None:
    """31 January 2026 is a Saturday, so Friday the 30th."""
    assert ["2026-01-30", "2026-02-27", "2026-03-31"] == days(
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-Q1"
    )


def test_nothing_falls_due_before_the_anchor() -> None:
    """The first Monday of the year comes before it, the second does not."""
    assert ["2026-01-12", "2026-01-19", "2026-01-26"] == days(
        "FREQ=WEEKLY;BYDAY=MO", "2026-01", anchor="2026-01-06"
    )


def test_a_count_is_counted_from_the_anchor() -> None:
    """Three times in all, the last two of them in the quarter."""
    assert ["2026-01-01", "2026-02-01"] == days(
        "FREQ=MONTHLY;COUNT=3", "2026-Q1", anchor="2025-12-01"
    )


def test_the_last_day_that_a_rule_names_is_included() -> None:
    """As the last day of a period is that people write."""
    assert ["2026-01-05", "2026-01-12"] == days("FREQ=WEEKLY;BYDAY=MO;UNTIL=20260112", "2026-01")


def test_what_is_open_falls_on_no_day() -> None:
    """Nobody has said on which weekday."""
    with pytest.raises(UsageError) as refused:
        days("FREQ=WEEKLY", "2026-01")

    assert ("recurrence FREQ=WEEKLY: leaves open on which day it falls; give an anchor") == str(
        refused.value
    )


# --- the last day in time -------------------------------------------------------------------------


FIVE_DAYS = WorkingWeek(days=tuple(Weekday)[:5], holidays=(date(2026, 4, 9),))


@pytest.mark.parametrize(
    "grace, expected",
    [
        (None, date(2026, 4, 4)),
        (Grace(days=0), date(2026, 4, 4)),
        (Grace(days=5), date(2026, 4, 9)),
        (Grace(working_days=3), date(2026, 4, 8)),
        (Grace(working_days=4), date(2026, 4, 10)),  # the 9th is a holiday
    ],
)
def test_grace_is_counted_from_the_day_due(grace: Grace | None, expected: date) -> None:
    """What falls due on Saturday 4 April 2026 may be done until then."""
    assert expected == last_day(date(2026, 4, 4), grace, FIVE_DAYS)


def test_working_days_need_a_working_week() -> None:
    """No weekday is a working day until the company says so."""
    with pytest.raises(UsageError) as refused:
        last_day(date(2026, 4, 4), Grace(working_days=3), None)

    assert (
        "grace: is counted in working days; say which those are, as working_week of the company"
    ) == str(refused.value)


def test_grace_beyond_the_year_9999_is_refused() -> None:
    """The calendar ends there."""
    with pytest.raises(InputError, match="5 days after 9999-12-30 lie beyond the year 9999"):
        last_day(date(9999, 12, 30), Grace(days=5), None)
