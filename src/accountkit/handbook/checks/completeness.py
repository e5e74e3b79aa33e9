"""Rules about completeness: sections, limits and laws that a description needs to be relied on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from accountkit.errors import TermsError
from accountkit.handbook.checks._common import note, place_in, resolved_roles, warning
from accountkit.handbook.findings import Finding
from accountkit.roles.knowledge import Knowledge
from accountkit.roles.qualities import Quality
from accountkit.roles.references import placed_clauses
from accountkit.roles.requirements import Requirement, Strength
from accountkit.roles.responsibilities import Bound, Responsibility
from accountkit.roles.rights import Right
from accountkit.roles.sections import DutySection, ResponsibilitySection, RightSection
from accountkit.roles.skills import Skill

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook

__all__ = ["bounds", "held_out", "limits", "musts", "sections"]

_NEEDED = (DutySection, RightSection, ResponsibilitySection)
_MOST_MUSTS = 7


def sections(handbook: Handbook) -> Iterator[Finding]:
    """A role says what its holder must do, may do and answers for."""
    for role in resolved_roles(handbook):
        kinds = {type(section) for section in role.sections}
        for needed in _NEEDED:
            if needed not in kinds:
                yield note(
                    "missing-section",
                    TermsError(
                        f"role {role.id}",
                        f"has no section of {needed.KIND}",
                        "add one, or accept that there is none",
                    ),
                    place_in(handbook, role, ("sections",)),
                )


def limits(handbook: Handbook) -> Iterator[Finding]:
    """The company puts a figure to each limit of a right."""
    for role in resolved_roles(handbook):
        granted = {item.limit for item in handbook.role_set.settled(role.id).limits}
        for clause, path in placed_clauses(role):
            limit = clause.limit if isinstance(clause, Right) else None
            if limit is not None and limit.id not in granted:
                yield note(
                    "open-limit",
                    TermsError(
                        f"limit {limit.id}",
                        f"of clause {clause.id} has no figure",
                        "put one under limits in the choices for the role",
                    ),
                    place_in(handbook, role, (*path, "limit")),
                )


def bounds(handbook: Handbook) -> Iterator[Finding]:
    """A responsibility states the limit within which somebody answers."""
    for role in resolved_roles(handbook):
        for clause, path in placed_clauses(role):
            if isinstance(clause, Responsibility) and clause.within is Bound.NOT_STATED:
                yield warning(
                    "open-liability",
                    TermsError(
                        f"clause {clause.id}",
                        "states no limit of responsibility",
                        "override it with the laws that limit it, or take it out",
                    ),
                    place_in(handbook, role, (*path, "within")),
                )


def musts(handbook: Handbook) -> Iterator[Finding]:
    """A role asks for no more than a few things without which nobody is considered."""
    for role in resolved_roles(handbook):
        required = [
            clause.id
            for clause, _ in placed_clauses(role)
            if isinstance(clause, Requirement | Knowledge | Skill | Quality)
            and clause.strength is Strength.REQUIRED
            and not (isinstance(clause, Quality) and clause.is_held_out)
        ]
        if len(required) > _MOST_MUSTS:
            yield note(
                "many-musts",
                TermsError(
                    f"role {role.id}",
                    f"requires {len(required)} things, more than {_MOST_MUSTS}",
                    "call some of them preferred or useful",
                ),
                place_in(handbook, role),
            )


def held_out(handbook: Handbook) -> Iterator[Finding]:
    """Qualities that are no business of work are told, and not printed."""
    for role in resolved_roles(handbook):
        settled = handbook.role_set.settled(role.id).printed_qualities
        printed = {item.clause for item in settled}
        for clause, path in placed_clauses(role):
            if isinstance(clause, Quality) and clause.is_held_out and clause.id not in printed:
                yield note(
                    "held-out",
                    TermsError(
                        f"quality {clause.id}",
                        f"is about {clause.nature.value} and is not printed",
                        "leave it so, or print it under printed_qualities with the reason",
                    ),
                    place_in(handbook, role, path),
                )
