"""Rules about recurring duties: that what was done is of a duty, and of a day it fell due.

A company that keeps no fulfilments may leave open when duties fall due; one that keeps them is told
which duties nobody can be held to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from accountkit.engine.duties import agenda_of
from accountkit.errors import AccountkitError, InputError, Place, Problems, UnknownNameError
from accountkit.handbook.checks._common import organisation_of, records_of, unknown
from accountkit.handbook.findings import Finding, Severity, finding
from accountkit.handbook.tables import PlacedFulfilment
from accountkit.values.periods import Period

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook

__all__ = ["fulfilments"]


def fulfilments(handbook: Handbook) -> Iterator[Finding]:
    """Fulfilments are of people and duties that exist, on days on which those fell due."""
    people = [person.id for person in organisation_of(handbook).people]
    by_year: defaultdict[tuple[str, int], list[PlacedFulfilment]] = defaultdict(list)
    for row in records_of(handbook).fulfilments:
        by_year[row.fulfilment.person, row.fulfilment.occasion.year].append(row)
    told: set[str] = set()
    for (person, year), rows in by_year.items():
        if person in people:
            found = _of_a_year(handbook, person, year, rows)
        else:
            found = iter([(unknown("fulfilment", "person", person, people), rows[0].place)])
        for problem, place in found:
            if problem.message not in told:
                told.add(problem.message)
                yield finding("fulfilments", Severity.WARNING, problem, place)


def _of_a_year(
    handbook: Handbook, person: str, year: int, rows: list[PlacedFulfilment]
) -> Iterator[tuple[AccountkitError, Place | None]]:
    """What is wrong with the duties and fulfilments of one person in one year."""
    places = {row.fulfilment: row.place for row in rows}
    try:
        duties = handbook.bind_duties(person, Period.year(year))
        agenda = agenda_of(duties, places, on=max(done.done_on for done in places))
    except (Problems, UnknownNameError):
        return  # rules ``roles`` and ``organisation`` tell of these
    except InputError as error:
        yield error, rows[0].place
        return
    for item in agenda.unjudged:
        yield item.problem, handbook.role_set.file(item.role.role.id)
    for stray in agenda.strays:
        yield agenda.stray_problem(stray), places[stray]
