"""Working days, counted by hand on the calendar of 2026."""

from __future__ import annotations

from datetime import date

import pytest

from accountkit.errors import InputError, TermsError
from accountkit.values import Weekday, WorkingWeek

MONDAY_TO_FRIDAY = tuple(Weekday)[:5]
WEEK = WorkingWeek(days=MONDAY_TO_FRIDAY, holidays=(date(2026, 4, 9),))


@pytest.mark.parametrize(
    "count, expected",
    [
        (0, date(2026, 4, 2)),
        (1, date(2026, 4, 3)),  # Friday
        (2, date(2026, 4, 6)),  # Monday, past the weekend
        (4, date(2026, 4, 8)),
        (5, date(2026, 4, 10)),  # Thursday the 9th is a holiday
    ],
)
def test_working_days_pass_over_weekends_and_holidays(count: int, expected: date) -> None:
    """Counted from Thursday 2 April 2026; no working days later is the day itself."""
    assert expected == WEEK.after(date(2026, 4, 2), count)


def test_a_saturday_is_worked_on_where_the_week_says_so() -> None:
    """No weekday is a working day by itself."""
    six_days = WorkingWeek(days=tuple(Weekday)[:6])

    assert six_days.works_on(date(2026, 4, 4))
    assert not WEEK.works_on(date(2026, 4, 4))


def test_a_week_without_a_working_day_is_refused() -> None:
    """Nothing could be counted in its days."""
    with pytest.raises(TermsError) as refused:
        WorkingWeek(days=())
    assert "days: is empty; give at least one" == str(refused.value)


def test_a_day_that_stands_twice_is_refused() -> None:
    """A weekday or a holiday given twice is likely another one misspelt."""
    day = date(2026, 12, 25)
    with pytest.raises(TermsError) as refused:
        WorkingWeek(days=(Weekday.MONDAY, Weekday.MONDAY))
    assert "days: monday stands twice; keep one of them" == str(refused.value)
    with pytest.raises(TermsError) as refused:
        WorkingWeek(days=MONDAY_TO_FRIDAY, holidays=(day, day))
    assert "holidays: 2026-12-25 stands twice; keep one of them" == str(refused.value)
    assert ("holidays", 1) == refused.value.path


def test_there_is_no_working_day_after_the_year_9999() -> None:
    """The calendar ends there, and a day beyond it is a message and not an accident."""
    with pytest.raises(InputError, match="3 working days after 9999-12-30 lie beyond the year"):
        WEEK.after(date(9999, 12, 30), 3)
