"""Periods are whole days; people write the last day included."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from accountkit.errors import InputError
from accountkit.values.periods import Period, months_after, months_between


@pytest.mark.parametrize(
    "text, first, last, days",
    [
        ("2026-01-15", "2026-01-15", "2026-01-15", 1),
        ("2026-01", "2026-01-01", "2026-01-31", 31),
        ("2024-02", "2024-02-01", "2024-02-29", 29),
        ("2026-12", "2026-12-01", "2026-12-31", 31),
        ("2026-Q1", "2026-01-01", "2026-03-31", 90),
        ("2026-Q4", "2026-10-01", "2026-12-31", 92),
        ("2026-H1", "2026-01-01", "2026-06-30", 181),
        ("2026-H2", "2026-07-01", "2026-12-31", 184),
        ("2024", "2024-01-01", "2024-12-31", 366),
        ("2026-01-10..2026-02-09", "2026-01-10", "2026-02-09", 31),
    ],
)
def test_a_period_is_read_and_written_in_its_shortest_form(
    text: str, first: str, last: str, days: int
) -> None:
    """A day, month, quarter, half, year or range; the range includes its last day (design 4.6)."""
    period = Period.parse(text)
    assert date.fromisoformat(first) == period.start
    assert date.fromisoformat(last) == period.last_day
    assert days == period.days
    assert text == str(period)
    assert period == Period.parse(f"{first}..{last}")


@pytest.mark.parametrize(
    "text, message",
    [
        ("2026-Q5", "period: 2026-Q5 does not exist; a year has quarters Q1 to Q4"),
        ("2026-Q0", "period: 2026-Q0 does not exist; a year has quarters Q1 to Q4"),
        ("2026-H3", "period: 2026-H3 does not exist; a year has halves H1 and H2"),
        ("2026-13", "period: 2026-13 does not exist; a year has months 01 to 12"),
        ("2026-00-01", "period: 2026-00 does not exist; a year has months 01 to 12"),
        ("2026-02-29", "period: 2026-02-29 does not exist; 2026-02 has days 01 to 28"),
        (
            "2026-03-31..2026-01-01",
            "period: 2026-03-31..2026-01-01 ends before it starts; write the earlier day first",
        ),
        (
            "2026-01..2026-03",
            'period: "2026-01" is not a day; write year, month and day, as in 2026-01-15',
        ),
        ("0000", "period: year 0 is not in the calendar; use dates of the years 1 to 9998"),
        ("9999-Q1", "period: year 9999 is not in the calendar; use dates of the years 1 to 9998"),
    ],
)
def test_what_does_not_exist_is_refused(text: str, message: str) -> None:
    """The message names what is wrong and what there is."""
    with pytest.raises(InputError) as caught:
        Period.parse(text)
    assert message == str(caught.value)


@pytest.mark.parametrize("text", ["", "Q1 2026", "2026-1", "2026-W05", "26-01", "２０２６", 2026])
def test_any_other_form_is_refused_with_the_forms_there_are(text: Any) -> None:
    """Nobody has to guess how a quarter is written."""
    with pytest.raises(InputError, match="a quarter 2026-Q1, a half 2026-H1"):
        Period.parse(text)


def test_a_period_has_at_least_one_day() -> None:
    """A period that ends where it starts has none."""
    with pytest.raises(InputError, match="so it has no day; let it end after its start"):
        Period(date(2026, 1, 1), date(2026, 1, 1))


@pytest.mark.parametrize("wrong", [datetime(2026, 1, 2), "2026-01-02"])  # noqa: DTZ001
def test_a_period_is_made_of_plain_dates(wrong: Any) -> None:
    """A time of day has no place in a period."""
    with pytest.raises(InputError, match=r'"2026-01-02.*" is not a date'):
        Period(date(2026, 1, 1), wrong)
    with pytest.raises(InputError, match=r'"2026-01-02.*" is not a date'):
        Period(wrong, date(2026, 1, 3))


def test_the_day_after_the_last_is_outside() -> None:
    """1 April is not in the first quarter; 31 March is."""
    quarter = Period.quarter(2026, 1)
    assert date(2026, 1, 1) in quarter
    assert date(2026, 3, 31) in quarter
    assert date(2026, 4, 1) not in quarter
    assert date(2025, 12, 31) not in quarter


def test_periods_overlap_in_the_days_they_share() -> None:
    """March is what the first quarter shares with 1 March to 10 April; it shares none of May."""
    quarter = Period.quarter(2026, 1)
    assert Period.parse("2026-03") == quarter.overlap(Period.parse("2026-03-01..2026-04-10"))
    assert quarter.overlap(Period.parse("2026-05")) is None
    assert quarter.overlap(Period.parse("2026-Q2")) is None
    assert Period.year(2026).contains_period(quarter)
    assert not quarter.contains_period(Period.year(2026))


def test_periods_are_ordered_by_their_start() -> None:
    """Of two that start together the shorter comes first."""
    texts = ["2025-Q4", "2026-01-01", "2026-01", "2026-Q1", "2026-02"]
    assert texts == [str(period) for period in sorted(Period.parse(text) for text in texts[::-1])]


@pytest.mark.parametrize(
    "months, expected",
    [
        (0, "2026-01-31"),
        (1, "2026-02-28"),
        (2, "2026-03-31"),
        (3, "2026-04-30"),
        (25, "2028-02-29"),
        (-1, "2025-12-31"),
        (-2, "2025-11-30"),
    ],
)
def test_months_are_counted_from_the_anchor(months: int, expected: str) -> None:
    """31 January and two months are 31 March, however short February is (design 4.6)."""
    assert date.fromisoformat(expected) == months_after(date(2026, 1, 31), months)


@pytest.mark.parametrize(
    "first, day, expected",
    [
        ("2026-01-15", "2026-02-14", 0),
        ("2026-01-15", "2026-02-15", 1),
        ("2026-01-31", "2026-02-27", 0),
        ("2026-01-31", "2026-02-28", 1),
        ("2026-01-31", "2026-03-30", 1),
        ("2025-12-01", "2027-01-01", 13),
        ("2026-02-01", "2026-01-31", 0),
    ],
)
def test_whole_months_between_days(first: str, day: str, expected: int) -> None:
    """One has passed on the same day of the next month, or on its last; before the first, none."""
    assert expected == months_between(date.fromisoformat(first), date.fromisoformat(day))


def test_the_calendar_ends() -> None:
    """Dates beyond 9999 cannot be written."""
    with pytest.raises(InputError, match="120000 months after 2026-01-01 is not in the calendar"):
        months_after(date(2026, 1, 1), 120_000)
    with pytest.raises(InputError, match="the day after 9999-12-31 is not in the calendar"):
        Period.day(date(9999, 12, 31))
