"""Rules about roles: that all they refer to is there, and that duties, targets and pay agree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from accountkit import catalogue
from accountkit.errors import Place, Problems, TermsError
from accountkit.handbook.checks._common import error, resolved_roles, unknown
from accountkit.handbook.findings import Finding, Severity, finding

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook

__all__ = ["coverage", "roles"]


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


def coverage(handbook: Handbook) -> Iterator[Finding]:
    """What somebody answers for is paid for, and what is aimed at belongs to a duty."""
    for role in resolved_roles(handbook):
        role_id = role.id
        plans = [plan for plan in handbook.plans if role_id in plan.roles]
        paid = {name for plan in plans for name in plan.measures_used()}
        with_duty = {name for duty in role.duties for name in duty.measures}
        place = handbook.role_set.file(role_id)
        for clause in role.responsibilities:
            for name in clause.measures:
                if name not in paid:
                    yield _gap(
                        f"clause {clause.id}",
                        f"answers for {name}, which no plan of role {role_id} pays",
                        "add a component on it, or take it out of the clause",
                        place,
                    )
        for target in role.targets:
            if target.id not in with_duty:
                yield _gap(
                    f"target {target.id}",
                    f"belongs to no duty of role {role_id}",
                    "name it under measures of the duty it comes from",
                    place,
                )


def _gap(subject: str, problem: str, remedy: str, place: Place | None) -> Finding:
    return finding("coverage", Severity.WARNING, TermsError(subject, problem, remedy), place)
