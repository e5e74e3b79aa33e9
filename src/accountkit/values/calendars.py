"""Calendars: how a company divides time into months, quarters, halves and years.

Three kinds: a *fiscal* calendar of months with any first day, a *weeks* calendar of 52 or 53
whole weeks (4-4-5 and its like), and a *listed* one that names every period. Periods themselves,
in days, are in ``accountkit.values.periods``.
Labels are what people write: ``2026-Q1`` in a year from 1 January, ``FY2026-Q1`` in any other.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from datetime import MAXYEAR, date, timedelta
from typing import ClassVar, TypeAlias

import attrs

from accountkit.errors import InputError, TermsError, UnknownNameError, did_you_mean
from accountkit.values._quotes import quoted
from accountkit.values.labels import PeriodKind, foreign_label, in_days, parse_label, write_label
from accountkit.values.periods import Period, months_after

__all__ = [
    "Calendar",
    "FiscalCalendar",
    "ListedCalendar",
    "NamedPeriod",
    "PeriodKind",
    "WeekCalendar",
    "WeekRule",
    "Weekday",
    "YearName",
    "parse_range",
]


class YearName(enum.Enum):
    """Which calendar year a fiscal year is called after."""

    END = "end"
    """The one it ends in: 1 April 2025 to 31 March 2026 is FY2026."""

    START = "start"
    """The one it starts in: the same year is FY2025."""


class Weekday(enum.Enum):
    """The days of the week, Monday first as in ISO 8601."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class WeekRule(enum.Enum):
    """On which such weekday a year of whole weeks ends."""

    LAST = "last"
    """The last one of the month."""

    NEAREST = "nearest"
    """The one nearest to the last day of the month, up to three days before or after it."""


_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
_DAYS = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(\.\..*)?")
_WEEK = timedelta(days=7)
_MONTHS, _WEEKS = 3, 13  # of a quarter
_DECEMBER = 12


@attrs.frozen(kw_only=True)
class FiscalCalendar:
    """Years of twelve months from any first day; by default the calendar year.

    Months are labelled ``2026-04`` where they start on the first, else ``FY2026-M01``.

    Raises:
        TermsError: the month is not 1 to 12, or the day not 1 to 28.

    >>> str(FiscalCalendar(start_month=4).parse("FY2026-Q1"))
    '2025-Q2'
    """

    KIND: ClassVar[str] = "fiscal"

    start_month: int = attrs.field(default=1, metadata={"doc": "month of the first day, 1 to 12"})
    start_day: int = attrs.field(default=1, metadata={"doc": "first day of the year, 1 to 28"})
    named_by: YearName = attrs.field(
        default=YearName.END, metadata={"doc": "which calendar year a year is called after"}
    )

    def __attrs_post_init__(self) -> None:
        _check_range("start_month", self.start_month, 12)
        _check_range("start_day", self.start_day, 28)

    @property
    def is_calendar_year(self) -> bool:
        """Whether years start on 1 January."""
        return self.start_month == self.start_day == 1

    def periods(self, kind: PeriodKind, within: Period) -> tuple[Period, ...]:
        """The periods with a day in ``within``, in order; the outer ones may reach beyond it."""
        return tuple(_walk(self, kind, within))

    def period_of(self, kind: PeriodKind, day: date) -> Period:
        """The period that a day belongs to."""
        return self._part(kind, *self._position(kind, day))

    def parse(self, text: str) -> Period:
        """Read a label of this calendar, a day or a range of days.

        Raises:
            InputError: the text is none of these, or names what does not exist.
        """
        if self.is_calendar_year and text.startswith("FY"):
            raise foreign_label(text, "calendar years", text.removeprefix("FY"))
        if self.is_calendar_year or _DAYS.fullmatch(text) or self._is_month(text):
            return Period.parse(text)
        kind, year, number = parse_label(text, f"years from day {self._first_day}")
        return self._part(kind, year - self._name_offset, number)

    def label(self, period: Period) -> str:
        """What people call the period; what is no part of a year is called by its days."""
        kind = _kind_of(self, period)
        if self.is_calendar_year or (kind is PeriodKind.MONTH and self.start_day == 1):
            return str(period)
        if kind is None:
            return in_days(period)
        year, number = self._position(kind, period.start)
        return write_label(kind, year + self._name_offset, number)

    @property
    def _first_day(self) -> str:
        return f"{self.start_day} of month {self.start_month}"

    @property
    def _name_offset(self) -> int:
        return int(self.named_by is YearName.END and not self.is_calendar_year)

    def _is_month(self, text: str) -> bool:
        return self.start_day == 1 and _MONTH.fullmatch(text) is not None

    def _position(self, kind: PeriodKind, day: date) -> tuple[int, int]:
        months = day.year * 12 + day.month - self.start_month - (day.day < self.start_day)
        year, month = divmod(months, 12)
        return year, month // kind.months + 1

    def _part(self, kind: PeriodKind, year: int, number: int) -> Period:
        anchor = date(_check_year(year), self.start_month, self.start_day)
        first = (number - 1) * kind.months
        return Period(months_after(anchor, first), months_after(anchor, first + kind.months))


@attrs.frozen(kw_only=True)
class WeekCalendar:
    """Years of 52 or 53 whole weeks, which always end on the same weekday.

    Each quarter has thirteen weeks, divided into months by the pattern; the 53rd week belongs to
    the last month, quarter and half. Labels are ``FY2023``, ``FY2023-H2``, ``FY2023-Q4`` and
    ``FY2023-M12``. A year is called after the calendar year of the month it ends by, or with
    ``named_by`` start, of the month it starts by.

    Raises:
        TermsError: the pattern does not have thirteen weeks, or the month is not 1 to 12.

    Source:
        26 CFR 1.441-2 (a year of 52 or 53 weeks); the 4-5-4 calendar of the National Retail
        Federation ends on the Saturday nearest to 31 January and is named by its start.

    >>> retail = WeekCalendar(pattern=(4, 5, 4), weekday=Weekday.SATURDAY, month=1,
    ...                       rule=WeekRule.NEAREST, named_by=YearName.START)
    >>> retail.parse("FY2023").last_day
    datetime.date(2024, 2, 3)
    """

    KIND: ClassVar[str] = "weeks"

    pattern: tuple[int, int, int] = attrs.field(
        default=(4, 4, 5), metadata={"doc": "weeks of the three months of each quarter"}
    )
    weekday: Weekday = attrs.field(metadata={"doc": "the day every year ends on"})
    month: int = attrs.field(metadata={"doc": "the month by whose end the year ends, 1 to 12"})
    rule: WeekRule = attrs.field(
        default=WeekRule.LAST, metadata={"doc": "the last such day, or the nearest to its end"}
    )
    named_by: YearName = attrs.field(
        default=YearName.END, metadata={"doc": "which calendar year a year is called after"}
    )

    def __attrs_post_init__(self) -> None:
        _check_range("month", self.month, 12)
        if len(self.pattern) != _MONTHS or sum(self.pattern) != _WEEKS or min(self.pattern) < 1:
            shown = "-".join(str(weeks) for weeks in self.pattern)
            raise TermsError(
                "calendar",
                f"the pattern {shown} does not give three months of {_WEEKS} weeks in all",
                "give one such as 4-4-5",
                path=("pattern",),
            )

    def periods(self, kind: PeriodKind, within: Period) -> tuple[Period, ...]:
        """The periods with a day in ``within``, in order; the outer ones may reach beyond it."""
        return tuple(_walk(self, kind, within))

    def period_of(self, kind: PeriodKind, day: date) -> Period:
        """The period that a day belongs to."""
        return self._part(kind, *self._position(kind, day))

    def parse(self, text: str) -> Period:
        """Read a label of this calendar, a day or a range of days.

        Raises:
            InputError: the text is none of these, or names what does not exist.
        """
        if _DAYS.fullmatch(text):
            return Period.parse(text)
        kind, year, number = parse_label(text, "years of whole weeks")
        return self._part(kind, year + self._name_offset, number)

    def label(self, period: Period) -> str:
        """What people call the period; what is no part of a year is called by its days."""
        kind = _kind_of(self, period)
        if kind is None:
            return in_days(period)
        year, number = self._position(kind, period.start)
        return write_label(kind, year - self._name_offset, number)

    @property
    def _name_offset(self) -> int:
        return int(self.named_by is YearName.START and self.month < _DECEMBER)

    def _year_end(self, year: int) -> date:
        """The last day of the year that ends by the month in this calendar year."""
        month_end = Period.month(_check_year(year), self.month).last_day
        back = (month_end.isoweekday() - self._isoweekday) % 7
        if self.rule is WeekRule.NEAREST and back > 7 // 2:
            back -= 7
        return month_end - timedelta(days=back)

    @property
    def _isoweekday(self) -> int:
        return list(Weekday).index(self.weekday) + 1

    def _position(self, kind: PeriodKind, day: date) -> tuple[int, int]:
        year = day.year - 1
        while self._year_end(year) < day:
            year += 1
        parts = range(1, kind.count + 1)
        return year, next(number for number in parts if day in self._part(kind, year, number))

    def _part(self, kind: PeriodKind, year: int, number: int) -> Period:
        first = self._year_end(year - 1) + timedelta(days=1)
        weeks = self.pattern * 4
        start = first + sum(weeks[: (number - 1) * kind.months]) * _WEEK
        if number == kind.count:
            return Period(start, self._year_end(year) + timedelta(days=1))
        return Period(start, first + sum(weeks[: number * kind.months]) * _WEEK)


@attrs.frozen(kw_only=True)
class NamedPeriod:
    """One period of a listed calendar, and what people call it."""

    name: str = attrs.field(metadata={"doc": "what it is called, such as 2026-P03"})
    kind: PeriodKind = attrs.field(metadata={"doc": "month, quarter, half or year"})
    period: Period = attrs.field(metadata={"doc": "its days, such as 2026-03-01..2026-03-28"})

    def __attrs_post_init__(self) -> None:
        if not self.name or ".." in self.name or self.name != self.name.strip():
            raise TermsError(
                "calendar",
                f"{quoted(self.name)} cannot name a period",
                'give a name without ".." and without spaces around it',
                path=("name",),
            )


@attrs.frozen
class ListedCalendar:
    """Periods that somebody listed one by one; there may be gaps.

    Raises:
        TermsError: two names are the same, or two periods of one kind overlap.
    """

    KIND: ClassVar[str] = "listed"

    listed: tuple[NamedPeriod, ...] = attrs.field(
        metadata={"doc": "every period, with its name and kind"}
    )

    def __attrs_post_init__(self) -> None:
        for position, one in enumerate(self.listed):
            for other in self.listed[:position]:
                if one.name == other.name:
                    raise _listed_twice(position, f"{quoted(one.name)} is listed twice")
                if one.kind is other.kind and one.period.overlap(other.period):
                    raise _listed_twice(position, f"{one.name} and {other.name} share days")

    def periods(self, kind: PeriodKind, within: Period) -> tuple[Period, ...]:
        """The periods with a day in ``within``, in order; the outer ones may reach beyond it."""
        found = (item.period for item in self.listed if item.kind is kind)
        return tuple(sorted(period for period in found if period.overlap(within)))

    def period_of(self, kind: PeriodKind, day: date) -> Period:
        """The period that a day belongs to.

        Raises:
            TermsError: no period of this kind is listed for that day.
        """
        for item in self.listed:
            if item.kind is kind and day in item.period:
                return item.period
        raise TermsError(
            "calendar", f"no {kind.value} is listed for {day}", "list one that has that day"
        )

    def parse(self, text: str) -> Period:
        """Read the name of a listed period, a day or a range of days.

        Raises:
            UnknownNameError: no period has that name.
        """
        names = {item.name: item.period for item in self.listed}
        if text in names:
            return names[text]
        if _DAYS.fullmatch(text):
            return Period.parse(text)
        raise UnknownNameError(
            "period",
            f"{quoted(text)} is not listed in the calendar",
            did_you_mean(text, names, "give a listed name or a range of days"),
        )

    def label(self, period: Period) -> str:
        """The name of a listed period; any other is called by its days."""
        names = (item.name for item in self.listed if item.period == period)
        return next(names, in_days(period))


Calendar: TypeAlias = FiscalCalendar | WeekCalendar | ListedCalendar


def parse_range(text: str, calendar: Calendar, kind: PeriodKind) -> tuple[Period, ...]:
    """Read one period, or all from one label to another, both included.

    Two labels give the periods of ``kind`` between them; one label, one day or a range of days
    gives that one period, whatever ``kind`` says.

    Raises:
        InputError: the text cannot be read, ends before it starts, or is not made of whole
            periods of that kind.

    >>> years = FiscalCalendar()
    >>> [str(part) for part in parse_range("2025-Q4..2026-Q2", years, PeriodKind.QUARTER)]
    ['2025-Q4', '2026-Q1', '2026-Q2']
    """
    first_text, dots, last_text = text.partition("..")
    if not dots or _DAYS.fullmatch(text):
        return (calendar.parse(text),)
    first, last = calendar.parse(first_text), calendar.parse(last_text)
    if last.start < first.start:
        raise InputError("period", f"{text} ends before it starts", "write the earlier one first")
    whole = Period(first.start, max(first.end, last.end))
    parts = calendar.periods(kind, whole)
    if not parts or parts[0].start != whole.start or parts[-1].end != whole.end:
        raise InputError(
            "period",
            f"{text} is not made of whole {kind.plural}",
            f"start and end with a whole {kind.value}",
        )
    return parts


def _walk(
    calendar: FiscalCalendar | WeekCalendar, kind: PeriodKind, within: Period
) -> Iterator[Period]:
    period = calendar.period_of(kind, within.start)
    while period.start < within.end:
        yield period
        period = calendar.period_of(kind, period.end)


def _kind_of(calendar: FiscalCalendar | WeekCalendar, period: Period) -> PeriodKind | None:
    kinds = (kind for kind in PeriodKind if calendar.period_of(kind, period.start) == period)
    return next(kinds, None)


def _check_range(field: str, value: int, highest: int) -> None:
    if not 1 <= value <= highest:
        raise TermsError(
            "calendar", f"{field} is {value}", f"give a number from 1 to {highest}", path=(field,)
        )


def _check_year(year: int) -> int:
    if not 1 <= year < MAXYEAR:
        raise InputError(
            "period", f"year {year} is not in the calendar", f"use years 1 to {MAXYEAR - 1}"
        )
    return year


def _listed_twice(position: int, problem: str) -> TermsError:
    return TermsError("calendar", problem, "list each day and name once", path=("listed", position))
