"""Inheritance: roles that are written as changes to other roles, and not from nothing.

A family holds what its roles share; a level extends the family, a specialty extends a level, and a
company and its positions change what they adopt. What such changes come to is worked out in
``accountkit.roles.resolution``.
"""

from __future__ import annotations

import enum

import attrs

from accountkit.roles.careers import CareerStep
from accountkit.roles.heads import RoleHead
from accountkit.roles.parties import Party
from accountkit.roles.pay_mechanisms import PayMechanism
from accountkit.roles.relations import Relation
from accountkit.roles.rights import Right
from accountkit.roles.role import Approval
from accountkit.roles.sections import RoleClause, Section
from accountkit.roles.targets import Target
from accountkit.roles.work_documents import WorkDocument
from accountkit.values.clauses import NumberStyle
from accountkit.values.texts import Text
from accountkit.values.validators import identifier, not_empty, unique_ids

__all__ = ["Addition", "DerivedRole", "Layer", "Removal", "Rewording", "RoleChanges", "Stage"]


class Stage(enum.Enum):
    """How special a layer of a role is, from the most general on."""

    FAMILY = "family"
    LEVEL = "level"
    SPECIALTY = "specialty"
    COMPANY = "company"
    POSITION = "position"


@attrs.frozen(kw_only=True)
class Addition:
    """Clauses put into a section that is there already."""

    to: str = attrs.field(validator=identifier, metadata={"doc": "id of the section"})
    after: str | None = attrs.field(
        default=None,
        validator=identifier,
        metadata={"doc": "id of the clause they follow; left out: they stand at the end"},
    )
    clauses: tuple[RoleClause, ...] = attrs.field(
        validator=(not_empty, unique_ids), metadata={"doc": "the clauses, in print order"}
    )


@attrs.frozen(kw_only=True)
class Rewording:
    """Another wording for a clause that keeps its nature and its ties."""

    clause: str = attrs.field(validator=identifier, metadata={"doc": "id of the clause"})
    text: Text = attrs.field(metadata={"doc": "the wording in each language"})


@attrs.frozen(kw_only=True)
class Removal:
    """That a clause does not stand here."""

    clause: str = attrs.field(validator=identifier, metadata={"doc": "id of the clause"})
    reason: str = attrs.field(
        validator=not_empty, metadata={"doc": "why, for whoever misses the clause"}
    )


@attrs.frozen(kw_only=True)
class RoleChanges:
    """What a layer changes in the role below it.

    ``add``, ``override``, ``reword`` and ``remove`` are about clauses; ``sections`` brings new
    sections. Parties, targets and the like are added, or take the place of those with their id.
    """

    add: tuple[Addition, ...] = attrs.field(default=(), metadata={"doc": "clauses added"})
    override: tuple[RoleClause, ...] = attrs.field(
        default=(),
        validator=unique_ids,
        metadata={"doc": "clauses that take the place of those with the same id"},
    )
    reword: tuple[Rewording, ...] = attrs.field(default=(), metadata={"doc": "wordings changed"})
    remove: tuple[Removal, ...] = attrs.field(default=(), metadata={"doc": "clauses left out"})
    sections: tuple[Section, ...] = attrs.field(
        default=(), validator=unique_ids, metadata={"doc": "new sections, put at the end"}
    )
    parties: tuple[Party, ...] = attrs.field(
        default=(), validator=unique_ids, metadata={"doc": "parties added or replaced"}
    )
    targets: tuple[Target, ...] = attrs.field(
        default=(), validator=unique_ids, metadata={"doc": "targets added or replaced"}
    )
    implied_rights: tuple[Right, ...] = attrs.field(
        default=(), validator=unique_ids, metadata={"doc": "implied rights added or replaced"}
    )
    documents: tuple[WorkDocument, ...] = attrs.field(
        default=(), validator=unique_ids, metadata={"doc": "work documents added or replaced"}
    )
    pay: tuple[PayMechanism, ...] = attrs.field(
        default=(), validator=unique_ids, metadata={"doc": "pay mechanisms added or replaced"}
    )
    career: tuple[CareerStep, ...] = attrs.field(
        default=(), validator=unique_ids, metadata={"doc": "career steps added or replaced"}
    )
    relations: tuple[Relation, ...] = attrs.field(
        default=(), metadata={"doc": "relations added; of one kind and party they replace"}
    )


@attrs.frozen(kw_only=True)
class Layer:
    """A role, a company or a position, by what it changes."""

    name: str = attrs.field(metadata={"doc": "how messages and explanations call the layer"})
    stage: Stage = attrs.field(metadata={"doc": "family, level, specialty, company or position"})
    changes: RoleChanges = attrs.field(metadata={"doc": "what it changes"})


@attrs.frozen(kw_only=True)
class DerivedRole(RoleHead):
    """A role that extends others.

    What is left out here is taken from the first role it extends; title and id are its own.

    Raises:
        TermsError: it extends nothing, or a title lacks a grammatical form.
    """

    extends: tuple[str, ...] = attrs.field(
        validator=not_empty, metadata={"doc": "ids of the roles it is built on"}
    )
    stage: Stage = attrs.field(metadata={"doc": "family, level, specialty, company or position"})
    numbering: NumberStyle | None = attrs.field(
        default=None, metadata={"doc": "how sections and clauses are numbered"}
    )
    nested_dashes: bool | None = attrs.field(
        default=None, metadata={"doc": "print dashes, not numbers, before the items of a clause"}
    )
    keep_numbers: bool | None = attrs.field(
        default=None, metadata={"doc": "print the numbers clauses state, with their gaps"}
    )
    approval: Approval | None = attrs.field(default=None, metadata={"doc": "the block of approval"})
    changes: RoleChanges = attrs.field(
        factory=RoleChanges, metadata={"doc": "what it changes in the roles it extends"}
    )
    source: tuple[str, ...] = attrs.field(
        default=(), metadata={"doc": "ids of the source rows it comes from"}
    )
    note: str | None = attrs.field(
        default=None, metadata={"doc": "remark for the people who keep the handbook"}
    )
