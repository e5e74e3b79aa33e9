"""The role: what the work is, in clauses that can be printed, checked and reckoned with.

A role is not a position (a seat in a company) and not an appointment (a person in it): those are
in ``accountkit.roles.organisation``. What one company settles for a role is in
``accountkit.roles.description``; the printed page is made in ``accountkit.documents``.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from accountkit.errors import TermsError
from accountkit.roles.careers import CareerStep
from accountkit.roles.heads import RoleHead
from accountkit.roles.parties import Party
from accountkit.roles.pay_mechanisms import PayMechanism
from accountkit.roles.qualities import Quality
from accountkit.roles.references import role_faults
from accountkit.roles.relations import Relation, RelationKind
from accountkit.roles.responsibilities import Responsibility
from accountkit.roles.rights import Right
from accountkit.roles.sections import DutySection, ResponsibilitySection, RightSection, Section
from accountkit.roles.targets import Target
from accountkit.roles.translations import role_texts
from accountkit.roles.work_documents import WorkDocument
from accountkit.values.clauses import Clause, NumberStyle, number_clauses
from accountkit.values.clauses import Section as NumberedSection
from accountkit.values.texts import MissingTextError
from accountkit.values.validators import identifier, not_empty, unique_ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from accountkit.roles.duties import Duty

__all__ = ["Approval", "Role"]


@attrs.frozen(kw_only=True)
class Approval:
    """The block by which somebody puts the printed description into force.

    It prints four lines: the word of approval, the post, the name beside a line for the
    signature, and the date.
    """

    party: str = attrs.field(
        validator=identifier, metadata={"doc": "id of the party whose holder approves"}
    )
    source: tuple[str, ...] = attrs.field(
        default=(), metadata={"doc": "ids of the source rows it comes from"}
    )
    note: str | None = attrs.field(
        default=None, metadata={"doc": "remark for the people who keep the handbook"}
    )


@attrs.frozen(kw_only=True)
class Role(RoleHead):
    """A role with its clauses in print order.

    The constructor checks each part by itself; ``faults`` checks the parts against each other.

    Raises:
        TermsError: an id stands twice, or a title lacks a grammatical form.
    """

    numbering: NumberStyle = attrs.field(
        default=NumberStyle.DECIMAL, metadata={"doc": "how sections and clauses are numbered"}
    )
    nested_dashes: bool = attrs.field(
        default=True, metadata={"doc": "print dashes, not numbers, before the items of a clause"}
    )
    keep_numbers: bool = attrs.field(
        default=False, metadata={"doc": "print the numbers clauses state, with their gaps"}
    )
    parties: tuple[Party, ...] = attrs.field(
        default=(), validator=unique_ids, metadata={"doc": "the offices it deals with"}
    )
    relations: tuple[Relation, ...] = attrs.field(
        default=(), metadata={"doc": "how it stands to those offices"}
    )
    targets: tuple[Target, ...] = attrs.field(
        default=(), validator=unique_ids, metadata={"doc": "the measures it is held to"}
    )
    documents: tuple[WorkDocument, ...] = attrs.field(
        default=(), validator=unique_ids, metadata={"doc": "the papers it works with"}
    )
    pay: tuple[PayMechanism, ...] = attrs.field(
        default=(), validator=unique_ids, metadata={"doc": "in which ways it is paid"}
    )
    career: tuple[CareerStep, ...] = attrs.field(
        default=(), validator=unique_ids, metadata={"doc": "what may follow on it"}
    )
    implied_rights: tuple[Right, ...] = attrs.field(
        default=(),
        validator=unique_ids,
        metadata={"doc": "rights that a duty grants in its own words; not printed by themselves"},
    )
    sections: tuple[Section, ...] = attrs.field(
        validator=(not_empty, unique_ids), metadata={"doc": "its clauses, in print order"}
    )
    approval: Approval | None = attrs.field(
        default=None, metadata={"doc": "the block of approval; left out: none is printed"}
    )
    source: tuple[str, ...] = attrs.field(
        default=(), metadata={"doc": "ids of the source rows it comes from"}
    )
    note: str | None = attrs.field(
        default=None, metadata={"doc": "remark for the people who keep the handbook"}
    )

    @property
    def duties(self) -> tuple[Duty, ...]:
        """All duties, in print order."""
        found = (part.clauses for part in self.sections if isinstance(part, DutySection))
        return tuple(duty for clauses in found for duty in clauses)

    @property
    def rights(self) -> tuple[Right, ...]:
        """All rights, printed ones first, then the implied ones."""
        found = (part.clauses for part in self.sections if isinstance(part, RightSection))
        return (*(right for clauses in found for right in clauses), *self.implied_rights)

    @property
    def responsibilities(self) -> tuple[Responsibility, ...]:
        """All responsibilities, in print order."""
        found = (part.clauses for part in self.sections if isinstance(part, ResponsibilitySection))
        return tuple(clause for clauses in found for clause in clauses)

    @property
    def qualities(self) -> tuple[Quality, ...]:
        """All qualities, in print order, those held out of print among them."""
        return tuple(clause for clause in self.clauses() if isinstance(clause, Quality))

    def related(self, kind: RelationKind) -> tuple[Relation, ...]:
        """The relations of a kind, in the order given."""
        return tuple(relation for relation in self.relations if relation.kind is kind)

    def numbers(self) -> dict[str, str]:
        """The number that each section and clause prints, by id, in print order."""
        sections = [
            NumberedSection(id=section.id, items=section.clauses, number=section.number)
            for section in self.sections
        ]
        return number_clauses(
            sections,
            self.numbering,
            nested_dashes=self.nested_dashes,
            keep_numbers=self.keep_numbers,
        )

    def clauses(self) -> Iterator[Clause]:
        """Every printed clause with its items, in print order."""
        for section in self.sections:
            for clause in section.clauses:
                yield from _with_items(clause)

    def faults(self) -> tuple[TermsError, ...]:
        """What does not fit together: ids that stand twice and references that lead nowhere."""
        return self._faults

    @cached_property
    def _faults(self) -> tuple[TermsError, ...]:
        return role_faults(self)

    def translation_faults(self, languages: Iterable[str]) -> tuple[MissingTextError, ...]:
        """Which texts are missing in which of the languages, titles and names first."""
        wanted = tuple(languages)
        found = (text.missing_in(language) for text in role_texts(self) for language in wanted)
        return tuple(fault for fault in found if fault is not None)


def _with_items(clause: Clause) -> Iterator[Clause]:
    yield clause
    for item in clause.items:
        yield from _with_items(item)
