"""Recurrences: how often a duty falls due, counted from which day, and how long it may take.

A *rule* is an RFC 5545 ``RRULE`` in whole days. What it leaves open, such as the weekday of a
weekly duty or where every second month starts, the *anchor* settles: the day from which the rule
counts. *Grace* is how many days after the day due are still in time. Nothing is assumed: a rule
that leaves something open falls on no day until somebody settles it. Which days a rule falls on is
worked out in ``accountkit.engine.recurrences``.

Source:
    RFC 5545, section 3.3.10.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time
from types import MappingProxyType
from typing import TypeAlias

import attrs

from accountkit.errors import TermsError
from accountkit.values._quotes import quoted
from accountkit.values.validators import identifier

__all__ = ["Grace", "Recurrence", "RecurrenceChoice"]

Parts: TypeAlias = Mapping[str, str]
"""The parts of a rule: their names, and their values as they are written."""

_REMEDY = "write an RFC 5545 rule such as FREQ=WEEKLY;BYDAY=MO or FREQ=MONTHLY;BYMONTHDAY=-1"
_WHOLE_DAYS = ("FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY")
_LONG_AGO = date(1900, 1, 1)
_COMMON_YEAR = 2025

_ALWAYS = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"})
_ALLOWED: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "DAILY": _ALWAYS | {"BYMONTH", "BYMONTHDAY", "BYDAY"},
        "WEEKLY": _ALWAYS | {"BYMONTH", "BYDAY"},
        "MONTHLY": _ALWAYS | {"BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS"},
        "YEARLY": _ALWAYS | {"BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "BYYEARDAY", "BYWEEKNO"},
    }
)
"""The parts that a rule of each frequency may have."""

_NAMES_THE_DAY: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "DAILY": frozenset({"FREQ"}),
        "WEEKLY": frozenset({"BYDAY"}),
        "MONTHLY": frozenset({"BYMONTHDAY", "BYDAY"}),
        "YEARLY": frozenset({"BYMONTHDAY", "BYDAY", "BYYEARDAY"}),
    }
)
"""Parts any one of which says on which day a rule of each frequency falls."""


def _written(form: str) -> Callable[[str], bool]:
    return lambda text: re.fullmatch(form, text) is not None


def _number_to(most: int, *, counts_back: bool = False) -> Callable[[str], bool]:
    """Whether a text is a number from 1 to ``most``, or one counted from the end."""
    is_number = _written("[+-]?[0-9]{1,3}" if counts_back else "[0-9]{1,3}")
    return lambda text: is_number(text) and 1 <= abs(int(text)) <= most


def _is_date(text: str) -> bool:
    try:
        return _written("[0-9]{8}")(text) and bool(date.fromisoformat(text))
    except ValueError:
        return False


_WEEKDAY = "(MO|TU|WE|TH|FR|SA|SU)"
_COUNTED_WEEKDAY = _written(f"[+-]?([1-9]|[1-4][0-9]|5[0-3]){_WEEKDAY}")
_IS_RIGHT: Mapping[str, Callable[[str], bool]] = MappingProxyType(
    {
        "FREQ": _ALLOWED.__contains__,
        "INTERVAL": _number_to(999),
        "COUNT": _number_to(999),
        "UNTIL": _is_date,
        "WKST": _written(_WEEKDAY),
        "BYDAY": lambda text: _written(_WEEKDAY)(text) or _COUNTED_WEEKDAY(text),
        "BYMONTH": _number_to(12),
        "BYMONTHDAY": _number_to(31, counts_back=True),
        "BYSETPOS": _number_to(366, counts_back=True),
        "BYYEARDAY": _number_to(366, counts_back=True),
        "BYWEEKNO": _number_to(53, counts_back=True),
    }
)
"""Whether a value of each part is right; parts that start with BY may have several."""


@attrs.frozen(kw_only=True)
class Grace:
    """How many days after the day due are still in time, counted in one of two ways.

    Raises:
        TermsError: none or both of the two are given, or the number is below zero.
    """

    days: int | None = attrs.field(default=None, metadata={"doc": "days of the calendar"})
    working_days: int | None = attrs.field(
        default=None, metadata={"doc": "days of the company's working week"}
    )

    def __attrs_post_init__(self) -> None:
        if (self.days is None) is (self.working_days is None):
            raise TermsError(
                "grace",
                "needs exactly one of days and working_days",
                "keep the one that the time is counted in",
            )
        if self.count < 0:
            raise TermsError("grace", f"{self.count} is below zero", "give zero or more")

    @property
    def count(self) -> int:
        """The number that is given, whichever way it is counted."""
        return self.days if self.days is not None else self.working_days or 0


@attrs.frozen(kw_only=True)
class Recurrence:
    """A rule with the day it counts from, and the time allowed after each day due.

    Raises:
        TermsError: the rule is none of RFC 5545 in whole days, it falls on no day, or it takes a
            day of the month from the anchor that some months lack.
    """

    rule: str = attrs.field(metadata={"doc": "RFC 5545 rule of how often it falls due"})
    anchor: date | None = attrs.field(
        default=None, metadata={"doc": "the day from which the rule counts"}
    )
    grace: Grace | None = attrs.field(
        default=None, metadata={"doc": "days after the day due that are still in time"}
    )

    def __attrs_post_init__(self) -> None:
        fault = next(_faults(self.rule, self.anchor), None)
        if fault is not None:
            problem, remedy = fault
            shown = quoted(self.rule)
            raise TermsError("recurrence", f"{shown} {problem}", remedy, path=("recurrence",))

    @property
    def open_question(self) -> str | None:
        """What the rule leaves open while there is no anchor; ``None`` when nothing."""
        if self.anchor is not None:
            return None
        parts = _parts(self.rule)
        if parts.keys().isdisjoint(_NAMES_THE_DAY[parts["FREQ"]]):
            return "on which day it falls"
        if int(parts.get("INTERVAL", "1")) > 1 or "COUNT" in parts:
            return "from which day it counts"
        return None


@attrs.frozen(kw_only=True)
class RecurrenceChoice:
    """What a company settles about when a duty of the role falls due.

    Raises:
        TermsError: the rule is none.
    """

    duty: str = attrs.field(validator=identifier, metadata={"doc": "id of the role's duty"})
    recurrence: str | None = attrs.field(
        default=None, metadata={"doc": "RFC 5545 rule; left out: the duty's own"}
    )
    anchor: date | None = attrs.field(
        default=None, metadata={"doc": "day from which the rule counts; left out: the duty's own"}
    )
    grace: Grace | None = attrs.field(
        default=None,
        metadata={"doc": "days after the day due still in time; left out: the duty's own"},
    )

    def __attrs_post_init__(self) -> None:
        if self.recurrence is not None:
            Recurrence(rule=self.recurrence, anchor=self.anchor)

    def over(self, own: Recurrence | None) -> Recurrence:
        """The duty's own recurrence, with what is settled here in its place.

        Raises:
            TermsError: there is no rule at all, or rule and anchor do not fit.
        """
        if own is not None:
            return Recurrence(
                rule=self.recurrence or own.rule,
                anchor=self.anchor or own.anchor,
                grace=self.grace or own.grace,
            )
        if self.recurrence is not None:
            return Recurrence(rule=self.recurrence, anchor=self.anchor, grace=self.grace)
        raise TermsError(
            f"duty {self.duty}",
            "has no recurrence of its own to settle",
            "say how often it falls due, as recurrence",
        )


def _parts(rule: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in rule.split(";"))
    return {name: value for name, _, value in pairs}


def _faults(rule: str, anchor: date | None) -> Iterator[tuple[str, str]]:
    """What is wrong with a rule, and the remedy; each fault presumes that those before are mended.

    Only the first is to be told, and nothing after it is to be asked for.
    """
    if not rule.startswith(_WHOLE_DAYS) or "\n" in rule:
        yield "does not start with how often, in days or longer", _REMEDY
    parts = _parts(rule)
    if len(parts) <= rule.count(";"):
        yield "is no recurrence rule, since a part of it stands twice", _REMEDY
    yield from _wrong_values(parts)
    yield from _wrong_pairs(parts)
    yield from _wrong_anchor(parts, anchor)
    if not _falls(rule, anchor or _LONG_AGO):
        yield "falls on no day at all", "check its days, its end and its anchor"


def _wrong_values(parts: Parts) -> Iterator[tuple[str, str]]:
    for name, text in parts.items():
        if name not in _IS_RIGHT:
            yield f"has {quoted(name)}, which no rule in whole days has", "leave it out"
        elif not all(map(_IS_RIGHT[name], _values(name, text))):
            yield f"is no recurrence rule, since {name} is {quoted(text)}", _REMEDY


def _values(name: str, text: str) -> list[str]:
    return text.split(",") if name.startswith("BY") else [text]


def _wrong_pairs(parts: Parts) -> Iterator[tuple[str, str]]:
    """Parts that do not go together."""
    frequency = parts["FREQ"]
    for name in parts:
        if name not in _ALLOWED[frequency]:
            yield f"has {name}, which does not go with {frequency}", "leave it out"
    if {"COUNT", "UNTIL"} <= parts.keys():
        yield "ends twice, by COUNT and by UNTIL", "keep one of the two"
    if "BYWEEKNO" in parts and "BYDAY" not in parts:
        yield "names weeks of the year and no weekday", "add BYDAY"
    yield from _wrong_weekdays(parts)
    if "BYSETPOS" in parts and parts.keys().isdisjoint(_NAMES_THE_DAY[frequency]):
        yield "has BYSETPOS and no days to choose from", "add BYDAY or BYMONTHDAY"


def _wrong_weekdays(parts: Parts) -> Iterator[tuple[str, str]]:
    """Weekdays with a number, such as the first Monday, where there is nothing to count."""
    is_counted = [_COUNTED_WEEKDAY(text) for text in parts.get("BYDAY", "").split(",")]
    is_in_weeks = parts["FREQ"] in {"DAILY", "WEEKLY"} or "BYWEEKNO" in parts
    if is_in_weeks and any(is_counted):
        yield "counts weekdays where there is one of each", "write BYDAY without numbers"
    if any(is_counted) and not all(is_counted):
        yield "counts some weekdays and not others", "write two duties, or count all of them"


def _wrong_anchor(parts: Parts, anchor: date | None) -> Iterator[tuple[str, str]]:
    """A day taken from the anchor that some months lack; what then holds is for the rule to say."""
    frequency = parts["FREQ"]
    names_the_day = not parts.keys().isdisjoint(_NAMES_THE_DAY[frequency])
    if anchor is None or names_the_day or frequency == "WEEKLY":
        return
    named = [int(month) for month in parts.get("BYMONTH", "").split(",") if month]
    months = named or ([anchor.month] if frequency == "YEARLY" else range(1, 13))
    if any(anchor.day > monthrange(_COMMON_YEAR, month)[1] for month in months):
        yield (
            f"takes its day from {anchor}, and there are months without a day {anchor.day}",
            (
                "add BYMONTHDAY=-1 for the last day of a month,"
                f" or BYMONTHDAY={anchor.day} to pass over the months without it"
            ),
        )


def _falls(rule: str, start: date) -> bool:
    """Whether a rule falls on any day from a start on."""
    from dateutil.rrule import rrulestr  # noqa: PLC0415 - only duties that recur need it

    return any(True for _ in rrulestr(rule, dtstart=datetime.combine(start, time())))
