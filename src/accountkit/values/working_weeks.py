"""Working weeks: on which days a company works, and on which dates it does not.

Holidays are dates that the company lists; none is known here. Periods of pay and fiscal years are
in ``accountkit.values.calendars``.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import attrs

from accountkit.errors import InputError, TermsError
from accountkit.values.calendars import Weekday
from accountkit.values.validators import not_empty

__all__ = ["WorkingWeek"]

_DAY = timedelta(days=1)
_WEEKDAYS = tuple(Weekday)


def _each_once(instance: object, field: attrs.Attribute[Any], value: tuple[Any, ...]) -> None:
    """Refuse a weekday or a holiday that stands twice."""
    del instance
    for position, item in enumerate(value):
        if item in value[:position]:
            shown = item.value if isinstance(item, Weekday) else item
            raise TermsError(
                field.name,
                f"{shown} stands twice",
                "keep one of them",
                path=(field.name, position),
            )


@attrs.frozen(kw_only=True)
class WorkingWeek:
    """The weekdays on which work is done, save for holidays.

    Raises:
        TermsError: no weekday is given, or one of them or a holiday stands twice.

    >>> week = WorkingWeek(days=(Weekday.MONDAY, Weekday.FRIDAY), holidays=(date(2026, 1, 9),))
    >>> str(week.after(date(2026, 1, 5), 1))
    '2026-01-12'
    """

    days: tuple[Weekday, ...] = attrs.field(
        validator=(not_empty, _each_once), metadata={"doc": "the weekdays on which work is done"}
    )
    holidays: tuple[date, ...] = attrs.field(
        default=(), validator=_each_once, metadata={"doc": "dates on which no work is done"}
    )

    def works_on(self, day: date) -> bool:
        """Whether a date is a working day."""
        return _WEEKDAYS[day.weekday()] in self.days and day not in self.holidays

    def after(self, day: date, count: int) -> date:
        """The working day that is so many working days after a date; the date itself for none.

        Raises:
            InputError: it lies beyond the year 9999.
        """
        found = day
        try:
            for _ in range(count):
                found += _DAY
                while not self.works_on(found):
                    found += _DAY
        except OverflowError:
            raise InputError(
                "date",
                f"{count} working days after {day} lie beyond the year 9999",
                "give an earlier date, or fewer days",
            ) from None
        return found
