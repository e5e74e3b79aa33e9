"""iCalendar: an agenda as a file that calendar programs open.

Each series is an event (``VEVENT``) on whole days, recurring by the rule of its duty; calendars
show those. Each occasion is also a task (``VTODO``) with the last day in time and, once it is done,
the day of that; task lists show those. Identities are made from company, person, duty and day, so
that a file that is imported again updates what is there and doubles nothing. The clock is not
asked: the caller says which moment the file is stamped with.

Source:
    RFC 5545; the name of the calendar is that of RFC 7986.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from importlib import import_module
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from accountkit.documents._characters import printable
from accountkit.documents.agenda import AgendaTelling
from accountkit.documents.tree import plain_text
from accountkit.engine.duties import Agenda, Occasion, Series
from accountkit.errors import MissingExtraError, UsageError

__all__ = ["write_icalendar"]

_PRODUCT = "-//accountkit//recurring duties//EN"
_ENDS = ("COUNT", "UNTIL")


def write_icalendar(agenda: Agenda, *, locale: str, stamp: datetime) -> bytes:
    """The agenda as an iCalendar file.

    Args:
        agenda: what falls due, and how it stands as of a day.
        locale: the language of the texts, such as ``en`` or ``fil``.
        stamp: the moment the file is said to be made at; with its time zone.

    Raises:
        MissingExtraError: the extra ``calendar`` is not installed.
        UsageError: agendas are not printed in that language, or the stamp has no time zone.
        Problems: a role's description cannot be printed, or a duty has no wording in that language.
    """
    if stamp.tzinfo is None:
        raise UsageError("stamp", f"{stamp} has no time zone", "give one, such as UTC")
    writer = _Writer(agenda, AgendaTelling.of(agenda, locale=locale), stamp.astimezone(UTC))
    content: bytes = writer.calendar().to_ical()
    return content


def _icalendar() -> Any:
    try:
        return import_module("icalendar")
    except ImportError:
        raise MissingExtraError("the iCalendar writer", "calendar") from None


class _Writer:
    """One agenda being written."""

    def __init__(self, agenda: Agenda, telling: AgendaTelling, stamp: datetime) -> None:
        self._agenda = agenda
        self._telling = telling
        self._stamp = stamp
        self._library = _icalendar()

    def calendar(self) -> Any:
        """The calendar with everything in it."""
        calendar = self._library.Calendar()
        calendar.add("prodid", _PRODUCT)
        calendar.add("version", "2.0")
        calendar.add("calscale", "GREGORIAN")
        self._say(calendar, "name", self._telling.title)
        calendar.add("x-wr-calname", self._telling.title)
        for series in self._agenda.series:
            calendar.add_component(self._event(series))
        for occasion, series in self._agenda.dated():
            calendar.add_component(self._task(occasion, series))
        self._telling.raise_if_missing()
        return calendar

    def _event(self, series: Series) -> Any:
        first, last = series.occasions[0].due, series.occasions[-1].due
        event = self._component("Event", series, first)
        event.add("dtstart", first)
        if first < last:
            event.add("rrule", self._library.vRecur.from_ical(_rule(series, last)))
        event.add("transp", "TRANSPARENT")
        self._say(event, "description", "\n".join(self._about(series)))
        return event

    def _task(self, occasion: Occasion, series: Series) -> Any:
        task = self._component("Todo", series, occasion.due)
        task.add("due", occasion.last_day)
        if occasion.fulfilment is None:
            task.add("status", "NEEDS-ACTION")
        else:
            task.add("status", "COMPLETED")
            task.add("completed", datetime.combine(occasion.fulfilment.done_on, time(), UTC))
            task.add("percent-complete", 100)
        about = (*self._about(series), *self._standing(occasion))
        self._say(task, "description", "\n".join(about))
        return task

    def _component(self, kind: str, series: Series, day: date) -> Any:
        component = getattr(self._library, kind)()
        component.add("uid", self._identity(kind, series, day))
        component.add("dtstamp", self._stamp)
        number = self._telling.number(series)
        text = plain_text(self._telling.text(series))
        self._say(component, "summary", f"{number} {text}".lstrip())
        return component

    def _identity(self, kind: str, series: Series, day: date) -> str:
        names = (self._agenda.company, self._agenda.person, series.duty.id, str(day), kind.lower())
        return str(uuid5(NAMESPACE_URL, f"accountkit:{'/'.join(names)}"))

    def _about(self, series: Series) -> Iterator[str]:
        """The whole clause, and where it stands."""
        words, wording = self._telling.words, self._telling.wordings[series.position]
        yield plain_text(self._telling.text(series))
        for item in series.duty.items:
            yield f"– {plain_text(wording.of(item.id, item.text))}"
        role, number = plain_text(self._telling.title_of_role(series)), self._telling.number(series)
        pattern = words.from_description if number else words.from_description_without_number
        yield pattern.format(role=role, number=number.removesuffix("."))

    def _standing(self, occasion: Occasion) -> Iterator[str]:
        words = self._telling.words
        yield f"{words.due}: {self._telling.day(occasion)}"
        yield f"{words.in_time_until}: {self._telling.last_day(occasion)}"
        if occasion.fulfilment is not None:
            yield f"{words.done}: {self._telling.done(occasion.fulfilment)}"
        yield f"{words.status}: {words.statuses[occasion.status]}"
        yield f"{words.as_of}: {self._telling.as_of}"

    def _say(self, component: Any, name: str, text: str) -> None:
        language = self._telling.words.language
        component.add(name, printable(text), parameters={"LANGUAGE": language})


def _rule(series: Series, last: date) -> str:
    """The rule of a series, counted from its first occasion and ended by its last."""
    kept = (part for part in series.recurrence.rule.split(";") if not part.startswith(_ENDS))
    return ";".join([*kept, f"UNTIL={last:%Y%m%d}"])
