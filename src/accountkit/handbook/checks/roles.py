"""Rules about roles: that all they refer to is there, and that duties, targets and pay agree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from accountkit import catalogue
from accountkit.errors import Place, TermsError
from accountkit.handbook.checks._common import error, unknown
from accountkit.handbook.findings import Finding, Severity, finding

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook

__all__ = ["coverage", "roles"]


def roles(handbook: Handbook) -> Iterator[Finding]:
    """Every role is there, and all that it refers to."""
    places = handbook.origin.places
    ready = catalogue.role_ids()
    own = [role.id for role in handbook.roles]
    for choices in handbook.choices:
        if choices.role not in own and choices.role not in ready:
            file = places.file_with("roles/", "role", choices.role)
            yield error(
                "roles",
                unknown("choices", "role", choices.role, [*own, *ready]),
                places.at(file, "role"),
            )
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
    for role_id in handbook.role_ids:
        if role_id in own or role_id in ready:
            yield from _role(handbook, role_id)


def _role(handbook: Handbook, role_id: str) -> Iterator[Finding]:
    places = handbook.origin.places
    files = {
        "choices": places.file_with("roles/", "role", role_id),
        "role": places.file_with("roles/", "id", role_id),
        "jurisdiction": "company.yaml",
    }
    for fault in handbook.role(role_id).faults():
        part, *path = fault.path
        yield error("roles", fault, places.at(files[str(part)], *path))


def coverage(handbook: Handbook) -> Iterator[Finding]:
    """What somebody answers for is paid for, and what is aimed at belongs to a duty."""
    for role_id in handbook.role_ids:
        if role_id not in (*catalogue.role_ids(), *(role.id for role in handbook.roles)):
            continue
        role = handbook.role(role_id).role
        plans = [plan for plan in handbook.plans if role_id in plan.roles]
        paid = {name for plan in plans for name in plan.measures_used()}
        with_duty = {name for duty in role.duties for name in duty.measures}
        place = handbook.origin.places.at(
            handbook.origin.places.file_with("roles/", "id", role_id)
            or handbook.origin.places.file_with("roles/", "role", role_id)
        )
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
