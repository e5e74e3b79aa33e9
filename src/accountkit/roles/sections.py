"""Sections: the parts of a role, each with clauses of one nature.

General provisions say what the post is and what its holder is guided by; then come duties, rights,
responsibilities, what the holder must bring, and the conditions of work. The order in the role is
the order in print, and numbers are computed then.
"""

from __future__ import annotations

from typing import ClassVar, TypeAlias

import attrs

from accountkit.roles.duties import Duty
from accountkit.roles.knowledge import Knowledge
from accountkit.roles.qualities import Quality
from accountkit.roles.requirements import Requirement
from accountkit.roles.responsibilities import Responsibility
from accountkit.roles.rights import Right
from accountkit.roles.skills import Skill
from accountkit.roles.working_conditions import WorkingCondition
from accountkit.values.clauses import Clause
from accountkit.values.texts import Text
from accountkit.values.validators import identifier, not_empty, unique_ids

__all__ = [
    "ConditionSection",
    "DutySection",
    "GeneralSection",
    "Provision",
    "QualificationSection",
    "ResponsibilitySection",
    "RightSection",
    "RoleClause",
    "Section",
]


@attrs.frozen(kw_only=True)
class Provision(Clause):
    """A general clause: category, appointment, subordination, substitution, guidance."""

    KIND: ClassVar[str] = "provision"


@attrs.frozen(kw_only=True)
class _Frame:
    """What every section has around its clauses."""

    id: str = attrs.field(validator=identifier, metadata={"doc": "the section's id"})
    title: Text = attrs.field(metadata={"doc": "the section's heading"})
    lead: Text | None = attrs.field(default=None, metadata={"doc": "sentence before the clauses"})
    number: str | None = attrs.field(
        default=None, metadata={"doc": "the place it had in a foreign document, kept when asked"}
    )
    source: tuple[str, ...] = attrs.field(
        default=(), metadata={"doc": "ids of the source rows it comes from"}
    )
    note: str | None = attrs.field(
        default=None, metadata={"doc": "remark for the people who keep the handbook"}
    )


@attrs.frozen(kw_only=True)
class GeneralSection(_Frame):
    """General provisions; what the holder must bring may stand among them."""

    KIND: ClassVar[str] = "general"
    HOLDS: ClassVar[tuple[type[Clause], ...]] = (Provision, Requirement, Knowledge, Skill, Quality)

    clauses: tuple[Provision | Requirement | Knowledge | Skill | Quality, ...] = attrs.field(
        validator=(not_empty, unique_ids), metadata={"doc": "its provisions and requirements"}
    )


@attrs.frozen(kw_only=True)
class DutySection(_Frame):
    """What the holder must do."""

    KIND: ClassVar[str] = "duties"
    HOLDS: ClassVar[tuple[type[Clause], ...]] = (Duty,)

    clauses: tuple[Duty, ...] = attrs.field(
        validator=(not_empty, unique_ids), metadata={"doc": "its duties"}
    )


@attrs.frozen(kw_only=True)
class RightSection(_Frame):
    """What the holder may do."""

    KIND: ClassVar[str] = "rights"
    HOLDS: ClassVar[tuple[type[Clause], ...]] = (Right,)

    clauses: tuple[Right, ...] = attrs.field(
        validator=(not_empty, unique_ids), metadata={"doc": "its rights"}
    )


@attrs.frozen(kw_only=True)
class ResponsibilitySection(_Frame):
    """What the holder answers for."""

    KIND: ClassVar[str] = "responsibilities"
    HOLDS: ClassVar[tuple[type[Clause], ...]] = (Responsibility,)

    clauses: tuple[Responsibility, ...] = attrs.field(
        validator=(not_empty, unique_ids), metadata={"doc": "its responsibilities"}
    )


@attrs.frozen(kw_only=True)
class QualificationSection(_Frame):
    """What the holder must bring: schooling and experience, knowledge, skills and qualities."""

    KIND: ClassVar[str] = "qualifications"
    HOLDS: ClassVar[tuple[type[Clause], ...]] = (Requirement, Knowledge, Skill, Quality)

    clauses: tuple[Requirement | Knowledge | Skill | Quality, ...] = attrs.field(
        validator=(not_empty, unique_ids), metadata={"doc": "what the holder must bring"}
    )


@attrs.frozen(kw_only=True)
class ConditionSection(_Frame):
    """Under which conditions the work is done."""

    KIND: ClassVar[str] = "conditions"
    HOLDS: ClassVar[tuple[type[Clause], ...]] = (WorkingCondition,)

    clauses: tuple[WorkingCondition, ...] = attrs.field(
        validator=(not_empty, unique_ids), metadata={"doc": "the conditions of work"}
    )


Section: TypeAlias = (
    GeneralSection
    | DutySection
    | RightSection
    | ResponsibilitySection
    | QualificationSection
    | ConditionSection
)

RoleClause: TypeAlias = (
    Provision
    | Requirement
    | Knowledge
    | Skill
    | Quality
    | Duty
    | Right
    | Responsibility
    | WorkingCondition
)
"""A clause of any kind that a section of a role may have."""
