"""Periods: whole days from a start, included, to an end, not included.

People write and read the last day *included*; ``end`` is the day after it. Fiscal years, 4-4-5
and other calendars are in ``accountkit.values.calendars``; here a year starts on 1 January.
Dates only: there are no hours and no time zones.
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, date, timedelta

import attrs

from accountkit.errors import InputError
from accountkit.values._quotes import check_text, quoted

__all__ = ["Period", "months_after", "months_between"]

_DAY = timedelta(days=1)
_FORMS = (
    "write a day 2026-01-15, a month 2026-01, a quarter 2026-Q1, a half 2026-H1, a year 2026 "
    "or a range 2026-01-01..2026-03-31"
)
_NAMES = {1: "-{:02d}", 3: "-Q{}", 6: "-H{}", 12: ""}
_COUNTS = {1: "months 01 to 12", 3: "quarters Q1 to Q4", 6: "halves H1 and H2"}
_LABEL = re.compile(r"([0-9]{4})(?:-(?:Q([0-9]+)|H([0-9]+)|([0-9]{2})(?:-([0-9]{2}))?))?")


def months_after(anchor: date, months: int) -> date:
    """The date so many months after the anchor, or the last day of a shorter month.

    Always count from the anchor: 31 January and one month is 28 February, but two are 31 March.

    Raises:
        InputError: the date lies beyond the years 1 to 9999.

    >>> months_after(date(2026, 1, 31), 2)
    datetime.date(2026, 3, 31)
    """
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - not needed to read terms

    try:
        return anchor + relativedelta(months=months)
    except (ValueError, OverflowError):
        raise _beyond(f"{months} months after {anchor}") from None


def months_between(first: date, day: date) -> int:
    """How many whole months have passed since the first day; none before it.

    >>> months_between(date(2026, 1, 15), date(2026, 2, 14))
    0
    >>> months_between(date(2026, 1, 15), date(2026, 2, 15))
    1
    """
    months = (day.year - first.year) * 12 + day.month - first.month
    if months > 0 and months_after(first, months) > day:
        months -= 1
    return max(months, 0)


@attrs.frozen(order=True)
class Period:
    """The days from ``start`` up to, and without, ``end``; ordered by start.

    Raises:
        InputError: ``end`` is not after ``start``, or one of them is not a plain date.

    >>> str(Period(date(2026, 1, 1), date(2026, 4, 1)))
    '2026-Q1'
    """

    start: date = attrs.field(metadata={"doc": "the first day"})
    end: date = attrs.field(metadata={"doc": "the day after the last"})

    def __attrs_post_init__(self) -> None:
        if type(self.start) is not date or type(self.end) is not date:
            wrong = self.end if type(self.start) is date else self.start
            raise InputError(
                "period", f"{quoted(wrong)} is not a date", "give a date without a time"
            )
        if self.end <= self.start:
            raise InputError(
                "period",
                f"starts on {self.start} and ends before {self.end}, so it has no day",
                "let it end after its start",
            )

    @classmethod
    def day(cls, day: date) -> Period:
        """One day."""
        return cls(day, _day_after(day))

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """A month, counted from 1."""
        return _part(year, month, 1)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Period:
        """A quarter, counted from 1.

        >>> Period.quarter(2026, 1).last_day
        datetime.date(2026, 3, 31)
        """
        return _part(year, quarter, 3)

    @classmethod
    def half(cls, year: int, half: int) -> Period:
        """Half a year, counted from 1."""
        return _part(year, half, 6)

    @classmethod
    def year(cls, year: int) -> Period:
        """A year."""
        return _part(year, 1, 12)

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read a day, month, quarter, half, year or range; a range includes its last day.

        Raises:
            InputError: the text has none of these forms, or names what does not exist.

        >>> Period.parse("2026-01-01..2026-03-31") == Period.quarter(2026, 1)
        True
        """
        check_text(text, "period", _FORMS)
        first, dots, last = text.partition("..")
        return _parse_range(text, first, last) if dots else _parse_label(text)

    @property
    def last_day(self) -> date:
        """The last day that belongs to it."""
        return self.end - _DAY

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end

    def contains_period(self, other: Period) -> bool:
        """Whether every day of the other belongs to this one."""
        return self.start <= other.start and other.end <= self.end

    def overlap(self, other: Period) -> Period | None:
        """The days that belong to both, if there are any."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Period(start, end) if start < end else None

    def __str__(self) -> str:
        """The shortest text that ``parse`` reads back."""
        whole = self._whole_part_of_a_year()
        if whole is not None:
            return whole
        if self.days == 1:
            return self.start.isoformat()
        return f"{self.start.isoformat()}..{self.last_day.isoformat()}"

    def _whole_part_of_a_year(self) -> str | None:
        start, end = self.start, self.end
        months = (end.year - start.year) * 12 + end.month - start.month
        if start.day != 1 or end.day != 1 or months not in _NAMES or (start.month - 1) % months:
            return None
        return f"{start.year:04d}" + _NAMES[months].format((start.month - 1) // months + 1)


def _part(year: int, number: int, months: int) -> Period:
    """Part ``number`` of a year, where each part has so many months."""
    if not 1 <= number <= 12 // months:
        label = f"{year:04d}" + _NAMES[months].format(number)
        raise InputError("period", f"{label} does not exist", f"a year has {_COUNTS[months]}")
    if not 1 <= year < MAXYEAR:
        raise _beyond(f"year {year}")
    first = (number - 1) * months
    years, last = divmod(first + months, 12)
    return Period(date(year, first + 1, 1), date(year + years, last + 1, 1))


def _parse_label(text: str) -> Period:
    match = _LABEL.fullmatch(text)
    if match is None:
        raise InputError("period", f"{quoted(text)} is not a period", _FORMS)
    year, quarter, half, month, day = match.groups()
    if day is not None:
        return Period.day(_parse_date(text))
    if quarter is not None:
        return Period.quarter(int(year), int(quarter))
    if half is not None:
        return Period.half(int(year), int(half))
    return Period.month(int(year), int(month)) if month is not None else Period.year(int(year))


def _parse_range(text: str, first: str, last: str) -> Period:
    start, last_day = _parse_date(first), _parse_date(last)
    if last_day < start:
        raise InputError("period", f"{text} ends before it starts", "write the earlier day first")
    return Period(start, _day_after(last_day))


def _parse_date(text: str) -> date:
    match = _LABEL.fullmatch(text)
    if match is None or match[5] is None:
        raise InputError(
            "period", f"{quoted(text)} is not a day", "write year, month and day, as in 2026-01-15"
        )
    year, month, day = int(match[1]), int(match[4]), int(match[5])
    whole = Period.month(year, month)
    if not 1 <= day <= whole.days:
        raise InputError("period", f"{text} does not exist", f"{whole} has days 01 to {whole.days}")
    return date(year, month, day)


def _day_after(day: date) -> date:
    try:
        return day + _DAY
    except OverflowError:
        raise _beyond(f"the day after {day}") from None


def _beyond(what: str) -> InputError:
    return InputError(
        "period", f"{what} is not in the calendar", f"use dates of the years 1 to {MAXYEAR - 1}"
    )
