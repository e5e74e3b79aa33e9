"""Calendars divide time as a company does."""

from __future__ import annotations

from datetime import date

import pytest

from accountkit.errors import InputError, TermsError, UnknownNameError
from accountkit.values.calendars import (
    FiscalCalendar,
    ListedCalendar,
    NamedPeriod,
    PeriodKind,
    WeekCalendar,
    Weekday,
    WeekRule,
    YearName,
    parse_range,
)
from accountkit.values.periods import Period

APRIL = FiscalCalendar(start_month=4)
UK_TAX = FiscalCalendar(start_month=4, start_day=6)
RETAIL = WeekCalendar(
    pattern=(4, 5, 4),
    weekday=Weekday.SATURDAY,
    month=1,
    rule=WeekRule.NEAREST,
    named_by=YearName.START,
)
SEPTEMBER = WeekCalendar(weekday=Weekday.SATURDAY, month=9)


@pytest.mark.parametrize(
    "calendar, label, expected",
    [
        (FiscalCalendar(), "2026", "2026-01-01..2026-12-31"),
        (FiscalCalendar(), "2026-Q1", "2026-01-01..2026-03-31"),
        (FiscalCalendar(), "2026-01", "2026-01-01..2026-01-31"),
        (APRIL, "FY2026", "2025-04-01..2026-03-31"),
        (APRIL, "FY2026-H2", "2025-10-01..2026-03-31"),
        (APRIL, "FY2026-Q4", "2026-01-01..2026-03-31"),
        (APRIL, "2026-04", "2026-04-01..2026-04-30"),
        (UK_TAX, "FY2026", "2025-04-06..2026-04-05"),
        (UK_TAX, "FY2026-M12", "2026-03-06..2026-04-05"),
        (
            FiscalCalendar(start_month=4, named_by=YearName.START),
            "FY2025",
            "2025-04-01..2026-03-31",
        ),
    ],
)
def test_a_fiscal_year_may_start_on_any_day(
    calendar: FiscalCalendar, label: str, expected: str
) -> None:
    """A year is called after the one it ends in, unless the company says otherwise."""
    period = calendar.parse(label)
    assert Period.parse(expected) == period
    assert label == calendar.label(period)


def test_a_day_belongs_to_one_period_of_each_kind() -> None:
    """5 April is the last day of the British tax year, 6 April the first of the next."""
    assert UK_TAX.parse("FY2026-Q4") == UK_TAX.period_of(PeriodKind.QUARTER, date(2026, 4, 5))
    assert UK_TAX.parse("FY2027-Q1") == UK_TAX.period_of(PeriodKind.QUARTER, date(2026, 4, 6))


def test_days_and_ranges_are_read_by_every_calendar() -> None:
    """What is no part of a year is called by its days."""
    listed = ListedCalendar(())
    for calendar in (FiscalCalendar(), APRIL, RETAIL, listed):
        for text in ("2026-01-15", "2026-01-15..2026-02-20"):
            assert text == calendar.label(calendar.parse(text))


@pytest.mark.parametrize(
    "calendar, text, message",
    [
        (
            APRIL,
            "2026-Q1",
            (
                'period: "2026-Q1" is not a label of this calendar, which has years from day 1 of '
                "month 4; write FY2026-Q1"
            ),
        ),
        (
            FiscalCalendar(),
            "FY2026-Q1",
            (
                'period: "FY2026-Q1" is not a label of this calendar, which has calendar years; '
                "write 2026-Q1"
            ),
        ),
        (
            RETAIL,
            "spring",
            (
                'period: "spring" is not a label of this calendar, which has years of whole weeks; '
                "write FY2026, FY2026-H1, FY2026-Q1 or FY2026-M01"
            ),
        ),
        (APRIL, "FY2026-Q5", "period: FY2026-Q5 does not exist; a year has quarters Q1 to Q4"),
        (APRIL, "FY2026-H0", "period: FY2026-H0 does not exist; a year has halves H1 to H2"),
        (APRIL, "FY0001", "period: year 0 is not in the calendar; use years 1 to 9998"),
    ],
)
def test_a_label_of_another_calendar_is_refused(
    calendar: FiscalCalendar | WeekCalendar, text: str, message: str
) -> None:
    """2026-Q1 and FY2026-Q1 are different days, so neither stands for the other."""
    with pytest.raises(InputError) as caught:
        calendar.parse(text)
    assert message == str(caught.value)


@pytest.mark.parametrize(
    "year, last_day, weeks",
    [
        (2005, "2006-01-28", 52),
        (2006, "2007-02-03", 53),
        (2007, "2008-02-02", 52),
        (2008, "2009-01-31", 52),
        (2009, "2010-01-30", 52),
        (2010, "2011-01-29", 52),
        (2011, "2012-01-28", 52),
        (2012, "2013-02-02", 53),
        (2013, "2014-02-01", 52),
        (2014, "2015-01-31", 52),
        (2015, "2016-01-30", 52),
        (2016, "2017-01-28", 52),
        (2017, "2018-02-03", 53),
        (2018, "2019-02-02", 52),
        (2019, "2020-02-01", 52),
        (2020, "2021-01-30", 52),
        (2021, "2022-01-29", 52),
        (2022, "2023-01-28", 52),
        (2023, "2024-02-03", 53),
        (2024, "2025-02-01", 52),
    ],
)
def test_the_retail_calendar_ends_on_the_saturday_nearest_31_january(
    year: int, last_day: str, weeks: int
) -> None:
    """The National Retail Federation publishes 53 weeks for 2006, 2012, 2017 and 2023.

    The other last days follow by hand: the Saturday at most three days from 31 January.
    """
    period = RETAIL.parse(f"FY{year}")
    assert date.fromisoformat(last_day) == period.last_day
    assert weeks * 7 == period.days
    assert f"FY{year}" == RETAIL.label(period)


def test_the_fifty_third_week_belongs_to_the_last_month() -> None:
    """In 4-5-4 the last month of 2023 has five weeks and its last quarter fourteen."""
    year = RETAIL.parse("FY2023")
    months = RETAIL.periods(PeriodKind.MONTH, year)
    assert [4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 5] == [month.days // 7 for month in months]
    assert 14 * 7 == RETAIL.parse("FY2023-Q4").days
    assert 27 * 7 == RETAIL.parse("FY2023-H2").days
    assert "FY2023-M12" == RETAIL.label(months[-1])


@pytest.mark.parametrize(
    "rule, year, last_day",
    [
        (WeekRule.LAST, 2001, "2001-11-24"),
        (WeekRule.NEAREST, 2001, "2001-12-01"),
        (WeekRule.LAST, 1956, "1956-11-24"),
        (WeekRule.NEAREST, 1956, "1956-12-01"),
    ],
)
def test_a_year_ends_on_the_last_or_the_nearest_saturday(
    rule: WeekRule, year: int, last_day: str
) -> None:
    """The examples of 26 CFR 1.441-2(a) for Saturdays in November, 2001 and 1956."""
    calendar = WeekCalendar(weekday=Weekday.SATURDAY, month=11, rule=rule)
    assert date.fromisoformat(last_day) == calendar.parse(f"FY{year}").last_day


@pytest.mark.parametrize(
    "year, last_day, weeks",
    [(2011, "2011-09-24", 52), (2012, "2012-09-29", 53), (2017, "2017-09-30", 53)],
)
def test_four_four_five_years_by_the_last_saturday_of_september(
    year: int, last_day: str, weeks: int
) -> None:
    """By hand: 30 September was a Friday in 2011, a Sunday in 2012, a Saturday in 2017."""
    period = SEPTEMBER.parse(f"FY{year}")
    assert date.fromisoformat(last_day) == period.last_day
    assert weeks * 7 == period.days
    first_quarter = SEPTEMBER.periods(PeriodKind.MONTH, SEPTEMBER.parse(f"FY{year}-Q1"))
    assert [4, 4, 5] == [month.days // 7 for month in first_quarter]


def test_a_year_by_december_may_end_in_january() -> None:
    """The Saturday nearest to 31 December 2025, a Wednesday, is 3 January 2026; still FY2025."""
    calendar = WeekCalendar(
        weekday=Weekday.SATURDAY, month=12, rule=WeekRule.NEAREST, named_by=YearName.START
    )
    year = calendar.period_of(PeriodKind.YEAR, date(2026, 1, 2))
    assert date(2026, 1, 3) == year.last_day
    assert "FY2025" == calendar.label(year)


@pytest.mark.parametrize("field, value", [("start_month", 0), ("start_month", 13)])
def test_a_month_has_a_number_from_1_to_12(field: str, value: int) -> None:
    """The path leads to the field at fault."""
    with pytest.raises(TermsError, match=f"calendar: {field} is {value}; give a number") as caught:
        FiscalCalendar(**{field: value})  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    assert (field,) == caught.value.path


def test_a_fiscal_year_starts_on_a_day_every_month_has() -> None:
    """A year from the 29th would have no first day of February in most years."""
    with pytest.raises(TermsError, match="start_day is 29; give a number from 1 to 28"):
        FiscalCalendar(start_day=29)


@pytest.mark.parametrize("pattern", [(4, 4, 4), (13, 0, 0), (4, 4, 6)])
def test_a_quarter_has_thirteen_weeks(pattern: tuple[int, int, int]) -> None:
    """Four quarters of thirteen weeks make the 52 of a year."""
    with pytest.raises(TermsError, match="does not give three months of 13 weeks in all"):
        WeekCalendar(pattern=pattern, weekday=Weekday.SUNDAY, month=6)


def named(name: str, days: str, kind: PeriodKind = PeriodKind.MONTH) -> NamedPeriod:
    """One entry of a listed calendar."""
    return NamedPeriod(name=name, kind=kind, period=Period.parse(days))


def test_a_listed_calendar_has_the_periods_somebody_listed() -> None:
    """A campaign calendar may leave days out; a day without a period is an error."""
    calendar = ListedCalendar(
        (
            named("lent", "2026-02-18..2026-04-04"),
            named("spring", "2026-02-01..2026-05-31", PeriodKind.QUARTER),
            named("christmas", "2026-11-29..2026-12-24"),
        )
    )
    lent = Period.parse("2026-02-18..2026-04-04")
    assert lent == calendar.parse("lent")
    assert "lent" == calendar.label(lent)
    assert lent == calendar.period_of(PeriodKind.MONTH, date(2026, 3, 1))
    assert (lent,) == calendar.periods(PeriodKind.MONTH, Period.half(2026, 1))
    with pytest.raises(TermsError, match="calendar: no month is listed for 2026-07-01"):
        calendar.period_of(PeriodKind.MONTH, date(2026, 7, 1))
    with pytest.raises(UnknownNameError, match='"lentt" is not listed in the calendar; did you'):
        calendar.parse("lentt")


@pytest.mark.parametrize(
    "second, problem",
    [
        (named("one", "2026-03"), '"one" is listed twice'),
        (named("two", "2026-01-31..2026-02-27"), "two and one share days"),
    ],
)
def test_a_listed_calendar_names_each_day_and_period_once(
    second: NamedPeriod, problem: str
) -> None:
    """The path leads to the later of the two."""
    with pytest.raises(TermsError, match=problem) as caught:
        ListedCalendar((named("one", "2026-01"), second))
    assert ("listed", 1) == caught.value.path


@pytest.mark.parametrize("name", ["", " one", "one..two"])
def test_a_listed_period_has_a_name_that_can_be_read_back(name: str) -> None:
    """Two dots are what separates the ends of a range."""
    with pytest.raises(TermsError, match="cannot name a period"):
        named(name, "2026-01")


def test_a_range_of_quarters_has_all_of_them() -> None:
    """Third quarter of 2017 to second of 2020: twelve quarters, both ends included."""
    quarters = parse_range("2017-Q3..2020-Q2", FiscalCalendar(), PeriodKind.QUARTER)
    assert 12 == len(quarters)
    assert "2017-Q3 2017-Q4 2018-Q1" == " ".join(str(quarter) for quarter in quarters[:3])
    assert "2020-Q2" == str(quarters[-1])


def test_one_label_or_a_range_of_days_is_one_period() -> None:
    """Only two labels make several periods."""
    for text in ("2026-Q1", "2026-01-10..2026-02-09", "2026-01-15"):
        assert (Period.parse(text),) == parse_range(text, FiscalCalendar(), PeriodKind.MONTH)
    assert 24 == len(parse_range("FY2023..FY2024", RETAIL, PeriodKind.MONTH))


@pytest.mark.parametrize(
    "text, message",
    [
        ("2026-Q2..2026-Q1", "period: 2026-Q2..2026-Q1 ends before it starts"),
        ("2026-02..2026-04", "period: 2026-02..2026-04 is not made of whole quarters"),
        ("2026-01..2026-04", "period: 2026-01..2026-04 is not made of whole quarters"),
    ],
)
def test_a_range_is_made_of_whole_periods(text: str, message: str) -> None:
    """February to April is no number of quarters."""
    with pytest.raises(InputError, match=message):
        parse_range(text, FiscalCalendar(), PeriodKind.QUARTER)
    with pytest.raises(InputError, match="is not made of whole halves"):
        parse_range("2026-Q1..2026-Q1", FiscalCalendar(), PeriodKind.HALF)
