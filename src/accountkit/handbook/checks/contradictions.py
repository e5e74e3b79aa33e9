"""Rules about contradictions: of experience asked for, and of staff categories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from accountkit.errors import TermsError
from accountkit.handbook.checks._common import place_in, resolved_roles, warning
from accountkit.handbook.findings import Finding
from accountkit.roles.conditions import Condition
from accountkit.roles.references import Path, placed_clauses
from accountkit.roles.requirements import Requirement, Strength

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook
    from accountkit.roles.role import Role

__all__ = ["categories", "experience"]


def experience(handbook: Handbook) -> Iterator[Finding]:
    """A role, and roles of one grade, ask for one length of experience."""
    for role in resolved_roles(handbook):
        asked = _asked(role)
        for requirement, path in asked[1:]:
            first = asked[0][0]
            if requirement.experience_months != first.experience_months:
                problem = TermsError(
                    f"clause {requirement.id}",
                    f"asks for {requirement.experience_months} months of experience, and clause"
                    f" {first.id} asks for {first.experience_months}",
                    "keep one, or make one of them an alternative, preferred or useful",
                )
                place = place_in(handbook, role, (*path, "experience_months"))
                yield warning("contradicting-experience", problem, place)
    for grade in _grades(handbook):
        asking = [(role, months) for role in grade if (months := _most(role)) is not None]
        for other, theirs in asking[1:]:
            one, mine = asking[0]
            if mine != theirs:
                problem = TermsError(
                    f"role {other.id}",
                    f"asks for {theirs} months of experience, and role {one.id} of the same family"
                    f" and level asks for {mine}",
                    "let them agree, or say which level each of them is",
                )
                yield warning("contradicting-experience", problem, place_in(handbook, other))


def categories(handbook: Handbook) -> Iterator[Finding]:
    """Roles of one grade are of one staff category."""
    for grade in _grades(handbook):
        stated = [(role, role.category) for role in grade if role.category is not None]
        for other, category in stated[1:]:
            one, first = stated[0]
            if category is not first:
                problem = TermsError(
                    f"role {other.id}",
                    f"is of the staff category {category.value}, and role {one.id} of the same"
                    f" family and level is of {first.value}",
                    "let them agree, or say which level each of them is",
                )
                place = place_in(handbook, other, ("category",))
                yield warning("contradicting-category", problem, place)


def _asked(role: Role) -> list[tuple[Requirement, Path]]:
    """The requirements that ask for a length of experience in every case."""
    return [
        (clause, path)
        for clause, path in placed_clauses(role)
        if isinstance(clause, Requirement)
        and clause.experience_months is not None
        and clause.strength is Strength.REQUIRED
        and clause.condition is Condition.OWN
    ]


def _most(role: Role) -> int | None:
    """The longest experience that a role asks for in every case."""
    months = (requirement.experience_months for requirement, _ in _asked(role))
    return max((found for found in months if found is not None), default=None)


def _grades(handbook: Handbook) -> Iterator[list[Role]]:
    """The roles of each family, level and specialty."""
    grades: defaultdict[tuple[str, str | None, str | None], list[Role]] = defaultdict(list)
    for role in resolved_roles(handbook):
        if role.family is not None:
            grades[role.family, role.level, role.specialty].append(role)
    yield from grades.values()
