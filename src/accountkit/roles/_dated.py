"""Dated terms: what holds from a first day to a last one, both included.

People write the last day included; what is compared here is half-open, like every ``Period``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from accountkit.errors import TermsError
from accountkit.values.periods import Period

if TYPE_CHECKING:
    import attrs

__all__ = ["Dated", "days_of", "first_days", "holds", "not_before_start", "shared_days"]

_DAY = timedelta(days=1)


class Dated(Protocol):
    """Anything with a first and a last day; ``None`` where that side is open."""

    @property
    def start(self) -> date | None:
        """The first day."""
        ...

    @property
    def until(self) -> date | None:
        """The last day."""
        ...


def not_before_start(
    instance: Dated, field: attrs.Attribute[date | None], value: date | None
) -> None:
    """Refuse a last day before the first, and a first day that has no day after it."""
    if instance.start == date.max:
        raise TermsError(
            "start",
            f"{date.max} is the end of the calendar",
            "give an earlier day",
            path=("start",),
        )
    if value is not None and instance.start is not None and value < instance.start:
        raise TermsError(
            field.name,
            f"ends on {value}, before it starts on {instance.start}",
            "swap the dates",
            path=(field.name,),
        )


def holds(term: Dated, on: date) -> bool:
    """Whether it holds on that day."""
    return (term.start is None or term.start <= on) and (term.until is None or on <= term.until)


def days_of(term: Dated) -> Period:
    """The days on which it holds; an open side reaches to the end of the calendar."""
    last = term.until or date.max
    end = last if last == date.max else last + _DAY
    return Period(term.start or date.min, end)


def shared_days(one: Dated, other: Dated) -> Period | None:
    """The days on which both hold, if there are any."""
    return days_of(one).overlap(days_of(other))


def first_days(terms: Iterable[Dated]) -> tuple[date, ...]:
    """The first day of all, and each day on which one of them starts, in order of time."""
    starts = (term.start for term in terms if term.start is not None)
    return tuple(sorted({date.min, *starts}))
