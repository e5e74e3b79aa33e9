"""Sections: the parts of a role, each with clauses of one nature.

General provisions say what the post is and what its holder is guided by; then come duties, rights
and responsibilities. The order in the role is the order in print, and numbers are computed then.
"""

from __future__ import annotations

from typing import ClassVar, TypeAlias

import attrs

from accountkit.roles.duties import Duty
from accountkit.roles.requirements import Requirement
from accountkit.roles.responsibilities import Responsibility
from accountkit.roles.rights import Right
from accountkit.values.clauses import Clause
from accountkit.values.texts import Text
from accountkit.values.validators import identifier, not_empty, unique_ids

__all__ = [
    "DutySection",
    "GeneralSection",
    "Provision",
    "ResponsibilitySection",
    "RightSection",
    "Section",
]


@attrs.frozen(kw_only=True)
class Provision(Clause):
    """A general clause: category, appointment, subordination, substitution, guidance."""

    KIND: ClassVar[str] = "provision"


@attrs.frozen(kw_only=True)
class GeneralSection:
    """General provisions, requirements among them."""

    KIND: ClassVar[str] = "general"

    id: str = attrs.field(validator=identifier, metadata={"doc": "the section's id"})
    title: Text = attrs.field(metadata={"doc": "the section's heading"})
    lead: Text | None = attrs.field(default=None, metadata={"doc": "sentence before the clauses"})
    number: str | None = attrs.field(
        default=None, metadata={"doc": "the place it had in a foreign document, kept when asked"}
    )
    clauses: tuple[Provision | Requirement, ...] = attrs.field(
        validator=(not_empty, unique_ids), metadata={"doc": "its provisions and requirements"}
    )


@attrs.frozen(kw_only=True)
class DutySection:
    """What the holder must do."""

    KIND: ClassVar[str] = "duties"

    id: str = attrs.field(validator=identifier, metadata={"doc": "the section's id"})
    title: Text = attrs.field(metadata={"doc": "the section's heading"})
    lead: Text | None = attrs.field(default=None, metadata={"doc": "sentence before the clauses"})
    number: str | None = attrs.field(
        default=None, metadata={"doc": "the place it had in a foreign document, kept when asked"}
    )
    clauses: tuple[Duty, ...] = attrs.field(
        validator=(not_empty, unique_ids), metadata={"doc": "its duties"}
    )


@attrs.frozen(kw_only=True)
class RightSection:
    """What the holder may do."""

    KIND: ClassVar[str] = "rights"

    id: str = attrs.field(validator=identifier, metadata={"doc": "the section's id"})
    title: Text = attrs.field(metadata={"doc": "the section's heading"})
    lead: Text | None = attrs.field(default=None, metadata={"doc": "sentence before the clauses"})
    number: str | None = attrs.field(
        default=None, metadata={"doc": "the place it had in a foreign document, kept when asked"}
    )
    clauses: tuple[Right, ...] = attrs.field(
        validator=(not_empty, unique_ids), metadata={"doc": "its rights"}
    )


@attrs.frozen(kw_only=True)
class ResponsibilitySection:
    """What the holder answers for."""

    KIND: ClassVar[str] = "responsibilities"

    id: str = attrs.field(validator=identifier, metadata={"doc": "the section's id"})
    title: Text = attrs.field(metadata={"doc": "the section's heading"})
    lead: Text | None = attrs.field(default=None, metadata={"doc": "sentence before the clauses"})
    number: str | None = attrs.field(
        default=None, metadata={"doc": "the place it had in a foreign document, kept when asked"}
    )
    clauses: tuple[Responsibility, ...] = attrs.field(
        validator=(not_empty, unique_ids), metadata={"doc": "its responsibilities"}
    )


Section: TypeAlias = GeneralSection | DutySection | RightSection | ResponsibilitySection
