"""Laws of periods and calendars (design 4.6)."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from accountkit.testing.strategies import dates, periods
from accountkit.values.calendars import (
    Calendar,
    FiscalCalendar,
    PeriodKind,
    WeekCalendar,
    Weekday,
    WeekRule,
    YearName,
    parse_range,
)
from accountkit.values.periods import Period, months_after

kinds = st.sampled_from(PeriodKind)
fiscal = st.builds(
    FiscalCalendar,
    start_month=st.integers(1, 12),
    start_day=st.one_of(st.just(1), st.integers(1, 28)),
    named_by=st.sampled_from(YearName),
)
weekly = st.builds(
    WeekCalendar,
    pattern=st.sampled_from([(4, 4, 5), (4, 5, 4), (5, 4, 4)]),
    weekday=st.sampled_from(Weekday),
    month=st.integers(1, 12),
    rule=st.sampled_from(WeekRule),
    named_by=st.sampled_from(YearName),
)
calendars = st.one_of(fiscal, weekly)


@given(periods())
def test_a_period_reads_back(period: Period) -> None:
    """In its shortest form, and as its first and last day."""
    assert period == Period.parse(str(period))
    assert period == Period.parse(f"{period.start}..{period.last_day}")
    assert period.days == (period.last_day - period.start).days + 1


@given(periods(), periods(), dates())
def test_the_overlap_is_what_both_contain(one: Period, other: Period, day: date) -> None:
    """A day is in the overlap if it is in both; the overlap is the same from either side."""
    overlap = one.overlap(other)
    assert overlap == other.overlap(one)
    assert (day in one and day in other) == (overlap is not None and day in overlap)
    assert overlap is None or (one.contains_period(overlap) and other.contains_period(overlap))


@given(dates(), st.integers(-600, 600))
def test_months_count_from_the_anchor(anchor: date, months: int) -> None:
    """The month is so many months away; the day is the anchor's, or the last of the month."""
    found = months_after(anchor, months)
    assert months == (found.year - anchor.year) * 12 + found.month - anchor.month
    last = Period.month(found.year, found.month).last_day.day
    assert min(anchor.day, last) == found.day


@given(calendars, kinds, periods())
def test_periods_tile_time_without_gap(
    calendar: FiscalCalendar | WeekCalendar, kind: PeriodKind, within: Period
) -> None:
    """Each starts where the one before ends, and together they cover what was asked for."""
    tiles = calendar.periods(kind, within)
    assert tiles[0].start <= within.start < tiles[0].end
    assert tiles[-1].start < within.end <= tiles[-1].end
    assert all(one.end == other.start for one, other in pairwise(tiles))


@given(calendars, kinds, dates())
def test_a_day_belongs_to_the_period_it_is_looked_up_in(
    calendar: FiscalCalendar | WeekCalendar, kind: PeriodKind, day: date
) -> None:
    """And every day of that period belongs to it too."""
    period = calendar.period_of(kind, day)
    assert day in period
    assert period == calendar.period_of(kind, period.start)
    assert period == calendar.period_of(kind, period.last_day)


@given(calendars, dates())
def test_a_year_is_made_of_its_halves_quarters_and_months(
    calendar: FiscalCalendar | WeekCalendar, day: date
) -> None:
    """Two halves, four quarters and twelve months tile each year, and each other."""
    year = calendar.period_of(PeriodKind.YEAR, day)
    for kind in PeriodKind:
        parts = calendar.periods(kind, year)
        assert kind.count == len(parts)
        assert (year.start, year.end) == (parts[0].start, parts[-1].end)
    for half in calendar.periods(PeriodKind.HALF, year):
        assert 2 == len(calendar.periods(PeriodKind.QUARTER, half))
    for quarter in calendar.periods(PeriodKind.QUARTER, year):
        assert 3 == len(calendar.periods(PeriodKind.MONTH, quarter))


@given(calendars, kinds, dates())
def test_a_label_reads_back(calendar: Calendar, kind: PeriodKind, day: date) -> None:
    """What people call a period leads to the same days, alone and in a range."""
    period = calendar.period_of(kind, day)
    label = calendar.label(period)
    assert period == calendar.parse(label)
    following = calendar.period_of(kind, period.end)
    ends = f"{label}..{calendar.label(following)}"
    assert (period, following) == parse_range(ends, calendar, kind)


@given(calendars, periods())
def test_any_period_has_a_label_that_reads_back(calendar: Calendar, period: Period) -> None:
    """Also one that is no part of a year."""
    assert period == calendar.parse(calendar.label(period))


@given(weekly, dates())
def test_years_of_weeks_end_on_their_weekday_close_to_the_month(
    calendar: WeekCalendar, day: date
) -> None:
    """52 or 53 weeks; up to six days before the end of the month, or three around it."""
    year = calendar.period_of(PeriodKind.YEAR, day)
    assert year.days in {52 * 7, 53 * 7}
    assert list(Weekday).index(calendar.weekday) == year.last_day.weekday()
    early, late = (6, 0) if calendar.rule is WeekRule.LAST else (3, 3)
    window = (year.last_day + timedelta(days=shift) for shift in range(-late, early + 1))
    assert any(
        each.month == calendar.month and (each + timedelta(days=1)).day == 1 for each in window
    )
