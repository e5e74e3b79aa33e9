"""Laws of recurrences (design 8.7): periods add up, and days are those that RFC 5545 says."""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date, timedelta
from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from accountkit.engine.recurrences import days_of, last_day
from accountkit.errors import TermsError
from accountkit.roles.recurrences import Grace, Recurrence
from accountkit.testing.duties import any_rules, graces, recurrences
from accountkit.testing.strategies import dates
from accountkit.values.calendars import Weekday
from accountkit.values.periods import Period
from accountkit.values.working_weeks import WorkingWeek

DAY = timedelta(days=1)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WEEK = WorkingWeek(days=tuple(Weekday)[:5], holidays=(date(2026, 1, 1), date(2026, 12, 25)))


def span(start: date, days: int) -> Period:
    """So many days from a start."""
    return Period(start, start + timedelta(days))


spans = st.builds(span, dates(), st.integers(1, 500))


def all_days(period: Period) -> Iterable[date]:
    """Every day of a period."""
    return (period.start + timedelta(count) for count in range(period.days))


class Oracle:
    """RFC 5545 read once more, a day at a time and without any library of recurrences."""

    def __init__(self, recurrence: Recurrence) -> None:
        self.parts: Mapping[str, str] = dict(part.split("=") for part in recurrence.rule.split(";"))
        self.anchor = recurrence.anchor

    def days(self, within: Period) -> tuple[date, ...]:
        """The days of a period on which the rule falls."""
        if self.anchor is None or "COUNT" not in self.parts:
            return tuple(day for day in all_days(within) if self.falls(day))
        since = Period(self.anchor, max(within.end, self.anchor + DAY))
        first = islice(filter(self.falls, all_days(since)), self.number("COUNT"))
        return tuple(day for day in first if day in within)

    def falls(self, day: date) -> bool:
        """Whether the rule falls on a day, its count apart."""
        if self.anchor is not None and not self.is_in_step(day, self.anchor):
            return False
        if "UNTIL" in self.parts and f"{day:%Y%m%d}" > self.parts["UNTIL"]:
            return False
        if not self.matches(day):
            return False
        if "BYSETPOS" not in self.parts:
            return True
        together = [other for other in all_days(self.frame(day)) if self.matches(other)]
        place = together.index(day)
        return self.has("BYSETPOS", place + 1, place - len(together))

    def number(self, name: str) -> int:
        """The number of a part, 1 where it is left out."""
        return int(self.parts.get(name, "1"))

    def has(self, name: str, *values: object) -> bool:
        """Whether a part lists one of the values, or is left out."""
        listed = self.parts[name].split(",") if name in self.parts else None
        return listed is None or any(str(value) in listed for value in values)

    def is_in_step(self, day: date, anchor: date) -> bool:
        """Whether a day is in the anchor's day, week, month or year, or so many of them later."""
        first = WEEKDAYS.index(self.parts.get("WKST", "MO"))
        steps = {
            "DAILY": (day - anchor).days,
            "WEEKLY": (week_of(day, first) - week_of(anchor, first)).days // 7,
            "MONTHLY": (day.year - anchor.year) * 12 + day.month - anchor.month,
            "YEARLY": day.year - anchor.year,
        }[self.parts["FREQ"]]
        return day >= anchor and steps % self.number("INTERVAL") == 0

    def frame(self, day: date) -> Period:
        """The month or year of a day, from which BYSETPOS chooses."""
        if self.parts["FREQ"] == "YEARLY":
            return Period.year(day.year)
        return Period.month(day.year, day.month)

    def matches(self, day: date) -> bool:
        """Whether a day has what the BY parts ask for, or else what the anchor has."""
        length = monthrange(day.year, day.month)[1]
        number, of_year = day.timetuple().tm_yday, 366 if isleap(day.year) else 365
        week, weeks = (
            day.isocalendar().week,
            date(day.isocalendar().year, 12, 28).isocalendar().week,
        )
        return (
            self.has("BYMONTH", day.month)
            and self.has("BYMONTHDAY", day.day, day.day - length - 1)
            and self.has("BYYEARDAY", number, number - of_year - 1)
            and self.has("BYWEEKNO", week, week - weeks - 1)
            and self.has("BYDAY", *self.names(day))
            and self.is_like_the_anchor(day)
        )

    def names(self, day: date) -> Iterable[str]:
        """What BYDAY may call a day: MO, the 2MO or the -3MO of its month or year."""
        weekday = WEEKDAYS[day.weekday()]
        is_of_year = self.parts["FREQ"] == "YEARLY" and "BYMONTH" not in self.parts
        whole = Period.year(day.year) if is_of_year else Period.month(day.year, day.month)
        before, after = (day - whole.start).days // 7, (whole.last_day - day).days // 7
        return weekday, f"{before + 1}{weekday}", f"-{after + 1}{weekday}"

    def is_like_the_anchor(self, day: date) -> bool:
        """What the rule leaves open is as it is on the anchor's day."""
        frequency, anchor = self.parts["FREQ"], self.anchor
        if (
            anchor is None
            or frequency == "DAILY"
            or not {"BYDAY", "BYMONTHDAY", "BYYEARDAY"}.isdisjoint(self.parts)
        ):
            return True
        if frequency == "WEEKLY":
            return day.weekday() == anchor.weekday()
        same_month = frequency == "MONTHLY" or "BYMONTH" in self.parts or day.month == anchor.month
        return day.day == anchor.day and same_month


def week_of(day: date, first: int) -> date:
    """The first day of the week that a day belongs to."""
    return day - timedelta((day.weekday() - first) % 7)


@given(recurrences(), spans)
def test_the_days_are_those_that_a_look_at_every_day_finds(
    recurrence: Recurrence, within: Period
) -> None:
    """Every rule falls where RFC 5545 says, found a day at a time by other means."""
    assert Oracle(recurrence).days(within) == days_of(recurrence, within)


@given(recurrences(), spans, st.data())
def test_the_days_of_two_periods_are_those_of_the_whole(
    recurrence: Recurrence, whole: Period, data: st.DataObject
) -> None:
    """Whoever asks month by month finds what asking for the year finds."""
    cut = whole.start + timedelta(data.draw(st.integers(0, whole.days)))
    parts = [
        days_of(recurrence, Period(start, end))
        for start, end in ((whole.start, cut), (cut, whole.end))
        if start < end
    ]

    assert days_of(recurrence, whole) == tuple(day for part in parts for day in part)


def read(rule: str, anchor: date | None) -> Recurrence | None:
    """The recurrence that a rule is; nothing if the terms refuse it."""
    with suppress(TermsError):
        return Recurrence(rule=rule, anchor=anchor)
    return None


@given(any_rules(), st.one_of(st.none(), dates()))
def test_a_rule_is_read_or_refused(rule: str, anchor: date | None) -> None:
    """Whatever somebody writes, a fault of the terms is all that may come of it, and soon."""
    recurrence, year = read(rule, anchor), Period.year(2026)
    is_settled = recurrence is not None and recurrence.open_question is None
    days = days_of(recurrence, year) if recurrence is not None and is_settled else ()

    assert all(day in year for day in days)


@given(dates(), graces())
def test_grace_gives_so_many_days_and_no_more(due: date, grace: Grace | None) -> None:
    """The last day in time is the day due, or so many days or working days after it."""
    last = last_day(due, grace, WEEK)
    later = [due + timedelta(count) for count in range(1, (last - due).days + 1)]
    counted = later if grace is None or grace.working_days is None else filter(WEEK.works_on, later)

    assert due <= last
    assert (0 if grace is None else grace.count) == len(list(counted))
