"""What is posted of a role: the sections and clauses that an advertisement tells, worded.

What the holder may decide and answers for is between the company and the holder, as is how the post
is filled, replaced and governed; ``accountkit.documents.posting_losses`` tells of all that is left
out. A clause that another one refers to by number keeps the number it has in the job description.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import attrs

from accountkit.documents.tree import plain_text
from accountkit.roles.relations import RelationKind
from accountkit.roles.responsibilities import Responsibility
from accountkit.roles.rights import Right
from accountkit.roles.sections import Provision
from accountkit.roles.work_documents import DocumentUse
from accountkit.values.texts import Reference, parse_template

if TYPE_CHECKING:
    from accountkit.documents._wording import Wording
    from accountkit.roles.role import Role
    from accountkit.values.clauses import Clause
    from accountkit.values.texts import Text

__all__ = ["PostedClause", "PostedSection", "clause_references", "is_posted", "posted_sections"]

_INTERNAL = frozenset(
    {
        RelationKind.APPOINTED_BY,
        RelationKind.DISMISSED_BY,
        RelationKind.ON_PROPOSAL_OF,
        RelationKind.APPROVED_BY,
        RelationKind.SUBSTITUTED_BY,
    }
)
"""How a post is filled and replaced."""


@attrs.frozen(kw_only=True)
class PostedClause:
    """A clause in the words of one language, with what it lists below it."""

    clause: Clause
    words: str
    items: tuple[PostedClause, ...]

    @property
    def sentence(self) -> str:
        """The words with those of the items, as one text."""
        return " ".join((self.words, *(item.sentence for item in self.items)))


@attrs.frozen(kw_only=True)
class PostedSection:
    """A section in the words of one language; ``lead`` is empty where it has none."""

    title: str
    lead: str
    clauses: tuple[PostedClause, ...]


def is_posted(clause: Clause, role: Role) -> bool:
    """Whether an advertisement tells a clause of a role."""
    match clause:
        case Right() | Responsibility():
            return False
        case Provision():
            return not _is_internal(clause, role)
        case _:
            return True


def _is_internal(provision: Provision, role: Role) -> bool:
    """Whether a provision says how the post is filled or replaced, or which papers govern it."""
    stated = {relation.kind for relation in role.relations if relation.clause == provision.id}
    governing = {item.id for item in role.documents if item.kind is DocumentUse.GOVERNED_BY}
    return bool(stated & _INTERNAL) or any(
        part.kind == "law" or (part.kind == "document" and part.target in governing)
        for part in _references(provision)
    )


def clause_references(clause: Clause) -> Iterator[str]:
    """Ids of the clauses and sections whose number a clause or its items print."""
    return (part.target for part in _references(clause) if part.kind == "clause")


def _references(clause: Clause) -> Iterator[Reference]:
    for language in clause.text.languages:
        for form in clause.text.forms(language):
            for part in parse_template(clause.text.get(language, form)):
                if isinstance(part, Reference):
                    yield part
    for item in clause.items:
        yield from _references(item)


def posted_sections(role: Role, wording: Wording) -> tuple[PostedSection, ...]:
    """The sections of which anything is posted, in print order; what is missing is collected."""
    kept = [
        (section, [clause for clause in section.clauses if is_posted(clause, role)])
        for section in role.sections
    ]
    told = (clause for _, clauses in kept for clause in clauses)
    telling = _Telling(wording, frozenset(name for one in told for name in clause_references(one)))
    return tuple(
        PostedSection(
            title=telling.words(section.id, section.title),
            lead=plain_text(wording.of(section.id, section.lead)) if section.lead else "",
            clauses=telling.clauses(clauses),
        )
        for section, clauses in kept
        if clauses
    )


@attrs.frozen
class _Telling:
    """How clauses are told: in which words, and which of them keep their numbers."""

    wording: Wording
    numbered: frozenset[str]

    def clauses(self, clauses: Iterable[Clause]) -> tuple[PostedClause, ...]:
        return tuple(
            PostedClause(
                clause=clause,
                words=self.words(clause.id, clause.text),
                items=self.clauses(clause.items),
            )
            for clause in clauses
        )

    def words(self, name: str, text: Text) -> str:
        words = plain_text(self.wording.of(name, text))
        return f"{self.wording.numbers[name]} {words}" if name in self.numbered else words
