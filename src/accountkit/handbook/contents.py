"""Contents: which file each part of a handbook is written to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from accountkit.handbook.acceptances import Acceptances
from accountkit.handbook.parts import (
    Measures,
    Offices,
    OrganisationChart,
    Parameters,
    Quotas,
    Signatures,
)
from accountkit.handbook.versions import version_file
from accountkit.roles.choices import RoleChoices

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook

__all__ = ["contents"]


def contents(handbook: Handbook) -> list[tuple[str, Any]]:
    """The parts of a handbook, each with the name of its file; what is not there has no file."""
    parts: list[tuple[str, Any]] = [("company.yaml", handbook.company)]
    if handbook.measures:
        parts.append(("measures.yaml", Measures(measures=handbook.measures)))
    if handbook.offices:
        parts.append(("offices.yaml", Offices(offices=handbook.offices)))
    if handbook.chart != OrganisationChart():
        parts.append(("organisation.yaml", handbook.chart))
    if handbook.parameters:
        parts.append(("parameters.yaml", Parameters(parameters=handbook.parameters)))
    if handbook.quotas:
        parts.append(("quotas.yaml", Quotas(quotas=handbook.quotas)))
    if handbook.mapping is not None:
        parts.append(("facts.yaml", handbook.mapping))
    if handbook.payroll is not None:
        parts.append(("payroll.yaml", handbook.payroll))
    if handbook.acceptances:
        parts.append(("acceptances.yaml", Acceptances(acceptances=handbook.acceptances)))
    parts += [(f"roles/{role.id}.yaml", role) for role in handbook.roles]
    parts += [(f"roles/{_choices_name(choices)}.yaml", choices) for choices in handbook.choices]
    parts += [(f"plans/{plan.id}.yaml", plan) for plan in handbook.plans]
    parts += [(f"postings/{posting.id}.yaml", posting) for posting in handbook.postings]
    parts += [(version_file(version), version) for version in handbook.versions]
    if handbook.signatures:
        parts.append(("signatures.yaml", Signatures(signatures=handbook.signatures)))
    return parts


def _choices_name(choices: RoleChoices) -> str:
    names = (choices.role, choices.position, "choices")
    return ".".join(name for name in names if name is not None)
