"""Timelines: values that change over time, each from a day until another.

Look-ups always take a date; there is no "current" value. A day has at most one value, and may
have none. Spans are half-open: ``end`` is the first day on which the value no longer holds.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from itertools import pairwise
from typing import Generic, TypeVar, overload

import attrs

from accountkit.errors import TermsError
from accountkit.values.periods import Period

__all__ = ["Span", "Timeline"]

T_co = TypeVar("T_co", covariant=True)
D = TypeVar("D")


@attrs.frozen
class Span(Generic[T_co]):
    """A value, from a day until another; without a day, since or for ever.

    Raises:
        TermsError: it ends before it starts, so it has no day.
    """

    value: T_co = attrs.field(metadata={"doc": "what holds"})
    start: date | None = attrs.field(
        default=None, metadata={"doc": "the first day it holds; left out: since ever"}
    )
    end: date | None = attrs.field(
        default=None, metadata={"doc": "the first day it no longer holds; left out: for ever"}
    )

    def __attrs_post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end <= self.start:
            raise TermsError(
                "timeline",
                f"a span starts on {self.start} and ends before {self.end}, so it has no day",
                "let it end after its start",
                path=("end",),
            )

    def __contains__(self, day: date) -> bool:
        return _first(self) <= day and (self.end is None or day < self.end)

    def __str__(self) -> str:
        """The days it holds, the last one included."""
        last = None if self.end is None else self.end - timedelta(days=1)
        match self.start, last:
            case None, None:
                return "always"
            case None, _:
                return f"until {last}"
            case _, None:
                return f"from {self.start}"
            case _:
                return f"from {self.start} to {last}"


@attrs.frozen
class Timeline(Generic[T_co]):
    """Spans in order of time, however they are given.

    Raises:
        TermsError: two spans share a day; ``path`` leads to the later one.

    >>> team = Timeline((Span("north", end=date(2026, 5, 1)), Span("south", date(2026, 5, 1))))
    >>> team.at(date(2026, 5, 1))
    'south'
    """

    spans: tuple[Span[T_co], ...] = attrs.field(
        metadata={"doc": "values with the days they hold; days may be left without a value"}
    )

    def __attrs_post_init__(self) -> None:
        order = sorted(range(len(self.spans)), key=lambda position: _first(self.spans[position]))
        for earlier, later in pairwise(order):
            one, other = self.spans[earlier], self.spans[later]
            if one.end is None or one.end > _first(other):
                raise TermsError(
                    "timeline",
                    f"two values hold on the same day, one {one} and one {other}",
                    "end the earlier where the later starts",
                    path=("spans", later),
                )
        object.__setattr__(self, "spans", tuple(self.spans[position] for position in order))

    @staticmethod
    def always(value: D) -> Timeline[D]:
        """The same value on every day."""
        return Timeline((Span(value),))

    def at(self, day: date, subject: str = "timeline") -> T_co:
        """The value on a day; ``subject`` names in the message what was looked up.

        Raises:
            TermsError: nothing holds on that day.
        """
        span = self._span(day)
        if span is None:
            raise TermsError(subject, f"nothing holds on {day}", "add a value for that day")
        return span.value

    @overload
    def get(self, day: date) -> T_co | None: ...
    @overload
    def get(self, day: date, default: D) -> T_co | D: ...
    def get(self, day: date, default: D | None = None) -> T_co | D | None:
        """The value on a day, or the default if nothing holds."""
        span = self._span(day)
        return default if span is None else span.value

    def over(self, period: Period) -> tuple[tuple[T_co, Period], ...]:
        """The values that hold within a period, each with its days there, in order."""
        pieces: list[tuple[T_co, Period]] = []
        for span in self.spans:
            start = max(_first(span), period.start)
            end = period.end if span.end is None else min(span.end, period.end)
            if start < end:
                pieces.append((span.value, Period(start, end)))
        return tuple(pieces)

    def _span(self, day: date) -> Span[T_co] | None:
        position = bisect_right(self.spans, day, key=_first) - 1
        if position < 0:
            return None
        span = self.spans[position]
        return span if day in span else None


def _first(span: Span[object]) -> date:
    return span.start or date.min
