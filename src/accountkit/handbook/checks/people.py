"""Rules about people: positions, lines of reporting and levels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from accountkit.handbook.checks._common import (
    error,
    organisation_of,
    place_in_organisation,
    unknown,
)
from accountkit.handbook.findings import Finding, Severity, finding

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook

__all__ = ["levels", "organisation"]


def organisation(handbook: Handbook) -> Iterator[Finding]:
    """People, positions, appointments and reporting lines agree; each position has a role."""
    organisation = organisation_of(handbook)
    for fault in organisation.faults():
        yield error("organisation", fault, place_in_organisation(handbook, fault.path))
    for index, position in enumerate(organisation.positions):
        if position.role not in handbook.role_ids:
            yield error(
                "organisation",
                unknown(f"position {position.id}", "role", position.role, handbook.role_ids),
                place_in_organisation(handbook, ("positions", index, "role")),
            )


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
