"""Rules about people: positions, lines of reporting and levels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from accountkit.errors import Place
from accountkit.handbook.checks._common import error, organisation_of, unknown
from accountkit.handbook.findings import Finding, Severity, finding

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook

__all__ = ["levels", "organisation"]


def organisation(handbook: Handbook) -> Iterator[Finding]:
    """People, positions, appointments and reporting lines agree; each position has a role."""
    organisation = organisation_of(handbook)
    for fault in organisation.faults():
        yield error("organisation", fault, _seat_place(handbook, fault.path))
    for index, position in enumerate(organisation.positions):
        if position.role not in handbook.role_ids:
            yield error(
                "organisation",
                unknown(f"position {position.id}", "role", position.role, handbook.role_ids),
                _seat_place(handbook, ("positions", index, "role")),
            )


def _seat_place(handbook: Handbook, path: tuple[str | int, ...]) -> Place | None:
    """Where a part of the organisation stands: in the chart, else in a row of a staff table."""
    match path:
        case (str(field), int(index), *_) if index >= len(getattr(handbook.chart, field)):
            return handbook.records.staff[index - len(getattr(handbook.chart, field))].place
        case _:
            return handbook.origin.places.at("organisation.yaml", *path)


def levels(handbook: Handbook) -> Iterator[Finding]:
    """Levels that a parameter gives values for are levels that somebody holds."""
    levels = {seat.level for seat in organisation_of(handbook).positions} - {None}
    known = sorted(str(level) for level in levels)
    for plan in handbook.plans:
        file = handbook.origin.places.file_with("plans/", "id", plan.id)
        for position, parameter in enumerate(plan.parameters):
            for level in parameter.by_level:
                if level not in known:
                    path = ("parameters", position, "by_level", level)
                    yield finding(
                        "levels",
                        Severity.WARNING,
                        unknown(f"parameter {parameter.id}", "level", level, known),
                        handbook.origin.places.at(file, *path),
                    )
