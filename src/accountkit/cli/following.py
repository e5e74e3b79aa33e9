"""Following up: ``accountkit duties``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import attrs
import typer

from accountkit.cli.days import day
from accountkit.cli.printing import print_json
from accountkit.documents import duty_agenda
from accountkit.documents.agenda import AgendaTelling
from accountkit.documents.document import SUFFIXES
from accountkit.documents.files import ending_of, write_whole
from accountkit.documents.icalendar import write_icalendar
from accountkit.documents.tree import plain_text
from accountkit.engine.duties import Agenda, Occasion, Series, agenda_of
from accountkit.engine.fulfilments import tally
from accountkit.errors import AccountkitError, InputError
from accountkit.handbook import Handbook
from accountkit.handbook.findings import placed
from accountkit.values.periods import Period

__all__ = ["Wanted", "duties"]

_CALENDAR = ".ics"


@attrs.frozen(kw_only=True)
class Wanted:
    """What the command line asks for: whose duties, when, as of which day, and where they go."""

    handbook: Path
    person: str
    first: str
    last: str
    on: str
    data: Path | None
    locale: str
    to: Path | None


def duties(wanted: Wanted, *, as_json: bool) -> int:
    """Print or write what falls due for a person, and tell what is wrong with it.

    Returns:
        1 if something is late, has no day or was done of a day that nothing fell due, else 0.
    """
    period, on = Period.parse(f"{wanted.first}..{wanted.last}"), day(wanted.on)
    handbook = Handbook.load(wanted.handbook, wanted.data)
    bound = handbook.bind_duties(wanted.person, period)
    agenda = agenda_of(bound, handbook.fulfilments(), on=on)
    if wanted.to is not None:
        _save(agenda, wanted.to, wanted.locale)
    page = duty_agenda(agenda, locale=wanted.locale)
    if as_json:
        print_json(_told(agenda, handbook, wanted))
    else:
        typer.echo(page.text("plain") if wanted.to is None else f"{page.title}: {wanted.to}")
    problems = list(_problems(agenda, handbook))
    for problem in problems:
        typer.echo(str(problem), err=True)
    return int(bool(problems))


def _save(agenda: Agenda, to: Path, locale: str) -> None:
    """Write the agenda in the format that the name of the file ends in."""
    ending = ending_of("agenda", to, (_CALENDAR, *SUFFIXES))
    if ending != _CALENDAR:
        duty_agenda(agenda, locale=locale).save(to)
        return
    stamp = datetime.combine(agenda.on, time(), UTC)
    write_whole(to, write_icalendar(agenda, locale=locale, stamp=stamp))


def _problems(agenda: Agenda, handbook: Handbook) -> Iterator[AccountkitError]:
    """What nobody can be held to, what was done of no occasion, and that something is late."""
    for item in agenda.unjudged:
        yield placed(item.problem, handbook.role_set.file(item.role.role.id))
    places = {row.fulfilment: row.place for row in handbook.records.fulfilments}
    for stray in agenda.strays:
        yield placed(agenda.stray_problem(stray), places[stray])
    late = tally(agenda.occasions).late
    if late:
        yield InputError(
            f"duties of {agenda.person}",
            f"{late} {'is' if late == 1 else 'are'} late as of {agenda.on}",
            "do what is late, or record that it is done",
        )


def _told(agenda: Agenda, handbook: Handbook, wanted: Wanted) -> dict[str, Any]:
    telling = AgendaTelling.of(agenda, locale=wanted.locale)
    counted = tally(agenda.occasions)
    return {
        "person": agenda.person,
        "from": str(agenda.period.start),
        "until": str(agenda.period.last_day),
        "on": str(agenda.on),
        "language": telling.words.language,
        "occasions": [_told_occasion(*pair, telling) for pair in agenda.dated()],
        "settled": {"done": counted.done, "done_late": counted.done_late, "late": counted.late},
        "problems": [
            {"place": str(problem.place) if problem.place else None, "message": problem.message}
            for problem in _problems(agenda, handbook)
        ],
        **({"file": str(wanted.to)} if wanted.to is not None else {}),
    }


def _told_occasion(occasion: Occasion, series: Series, telling: AgendaTelling) -> dict[str, Any]:
    done = occasion.fulfilment
    return {
        "duty": occasion.duty,
        "role": series.role.role.id,
        "position": series.position,
        "clause": telling.number(series) or None,
        "text": plain_text(telling.text(series)),
        "due": str(occasion.due),
        "last_day": str(occasion.last_day),
        "status": occasion.status.value,
        "done_on": None if done is None else str(done.done_on),
        "remark": None if done is None else done.remark,
    }
