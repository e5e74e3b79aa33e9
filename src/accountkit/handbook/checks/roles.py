"""The rule that every role is there, with all that it refers to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from accountkit import catalogue
from accountkit.errors import Place, Problems
from accountkit.handbook.checks._common import error, unknown
from accountkit.handbook.findings import Finding

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook

__all__ = ["roles"]


def roles(handbook: Handbook) -> Iterator[Finding]:
    """Every role is there, and all that it refers to."""
    places = handbook.origin.places
    known = handbook.role_set.by_id
    for choices in handbook.choices:
        if choices.role not in known:
            file = places.file_with("roles/", "role", choices.role)
            problem = unknown("choices", "role", choices.role, list(known))
            yield error("roles", problem, places.at(file, "role"))
    if handbook.company.jurisdiction not in catalogue.jurisdiction_ids():
        yield error(
            "roles",
            unknown(
                "company",
                "jurisdiction",
                handbook.company.jurisdiction,
                list(catalogue.jurisdiction_ids()),
            ),
            places.at("company.yaml", "jurisdiction"),
        )
        return
    told: set[tuple[str, Place | None]] = set()
    for role_id, position in handbook.role_set.described:
        for found in _role(handbook, role_id, position):
            key = (found.problem.message, found.place)
            if key not in told:
                told.add(key)
                yield found


def _role(handbook: Handbook, role_id: str, position: str | None) -> Iterator[Finding]:
    try:
        described = handbook.role(role_id, position)
    except Problems as problems:
        yield from (error("roles", problem) for problem in problems.problems)
        return
    for fault in described.faults():
        yield error("roles", fault, handbook.role_set.place(role_id, fault.path, position))
