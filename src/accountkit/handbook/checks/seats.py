"""Rules about seats: positions that hang in the air, and people and positions without each other.

What contradicts itself in an organisation is found by rule ``organisation``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from accountkit.errors import TermsError
from accountkit.handbook.checks._common import (
    note,
    place_in_organisation,
    sound_organisation,
    warning,
)
from accountkit.handbook.findings import Finding
from accountkit.roles._dated import Dated, days_of

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook
    from accountkit.roles.organisation import Organisation, Position

__all__ = ["lone_positions", "unheld_positions", "unplaced_people"]


def lone_positions(handbook: Handbook) -> Iterator[Finding]:
    """Every position leads up to one at the top, on each day on which it is held."""
    organisation = sound_organisation(handbook)
    if organisation is None:
        return
    days = _days(organisation)
    for index, position in enumerate(organisation.positions):
        day = next((day for day in days if _is_lone(organisation, position, day)), None)
        if day is not None:
            yield warning(
                "lone-position",
                TermsError(
                    f"position {position.id}",
                    f"reports to nobody on {day}"
                    if position.reporting_lines
                    else "reports to nobody, and nobody reports to it",
                    "say who is above it",
                ),
                place_in_organisation(handbook, ("positions", index)),
            )


def _days(organisation: Organisation) -> tuple[date, ...]:
    """The days on which an answer may change: the first of each term, and the one after it."""
    lines = (line for position in organisation.positions for line in position.reporting_lines)
    terms: list[Dated] = [*organisation.appointments, *lines]
    periods = [days_of(term) for term in terms]
    return tuple(sorted({day for period in periods for day in (period.start, period.end)}))


def _is_lone(organisation: Organisation, position: Position, on: date) -> bool:
    """Whether a held position reports to nobody and is none of those at the top.

    A position whose superior changes by date is not meant to be at the top. Where nobody reports
    to anybody there is no top.
    """
    if position.superior(on) is not None or not organisation.holders(position.id, on):
        return False
    superiors = {other.superior(on) for other in organisation.positions} - {None}
    return bool(position.reporting_lines or (superiors and position.id not in superiors))


def unheld_positions(handbook: Handbook) -> Iterator[Finding]:
    """Somebody holds or has held every position."""
    organisation = sound_organisation(handbook)
    if organisation is None:
        return
    held = {item.position for item in organisation.appointments}
    for index, position in enumerate(organisation.positions):
        if position.id not in held:
            yield note(
                "unheld-position",
                TermsError(
                    f"position {position.id}",
                    "was never held by anybody",
                    "appoint somebody, or take it out",
                ),
                place_in_organisation(handbook, ("positions", index)),
            )


def unplaced_people(handbook: Handbook) -> Iterator[Finding]:
    """Everybody holds or has held a position."""
    organisation = sound_organisation(handbook)
    if organisation is None:
        return
    placed = {item.person for item in organisation.appointments}
    for index, person in enumerate(organisation.people):
        if person.id not in placed:
            yield note(
                "unplaced-person",
                TermsError(
                    f"person {person.id}",
                    "never held a position",
                    "appoint them, or take them out",
                ),
                place_in_organisation(handbook, ("people", index)),
            )
