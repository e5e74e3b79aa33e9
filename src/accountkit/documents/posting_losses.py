"""Posting losses: what of a role an advertisement in schema.org's words has no place for.

Every clause, and every right, limit, target, relation, paper, way of pay and career step of a role
is either told by its advertisement or is one of the losses, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from accountkit.documents._posted import clause_references, is_posted
from accountkit.documents._posted_requirements import untold_requirements
from accountkit.roles.comparison import Nature
from accountkit.roles.pay_mechanisms import PayKind
from accountkit.roles.requirements import Requirement

if TYPE_CHECKING:
    from accountkit.roles.description import RoleInCompany
    from accountkit.roles.role import Role
    from accountkit.values.clauses import Clause

__all__ = ["Loss", "losses_of"]

_NO_PROPERTY = "schema.org has no property for "
_REASONS: Mapping[Nature, str] = MappingProxyType(
    {
        Nature.PROVISION: "how a position is filled, and what governs it, is not advertised",
        Nature.RIGHT: f"{_NO_PROPERTY}what the holder may do",
        Nature.RESPONSIBILITY: (
            f"{_NO_PROPERTY}what the holder answers for; its responsibilities are duties"
        ),
        Nature.QUALITY: "qualities held out of print are not advertised",
        Nature.LIMIT: "an advertisement is public, and the figure of a limit is not",
        Nature.TARGET: f"{_NO_PROPERTY}what the holder is measured by",
        Nature.RELATION: f"{_NO_PROPERTY}how a role stands to others",
        Nature.DOCUMENT: f"{_NO_PROPERTY}the papers that a role works with",
        Nature.PAY: "what repeated misses lead to is not advertised",
        Nature.CAREER: f"{_NO_PROPERTY}what may follow on a role",
    }
)
_UNTOLD = "figures cannot tell what is asked for, which stands in words only"
_DANGLING = "refers to a number of the job description that is not advertised"
_APPROVED = "an advertisement is not approved by signature"
_ONE_LANGUAGE = "an advertisement is in one language"
_ONE_TITLE = "an advertisement goes by one title"


@attrs.frozen(kw_only=True)
class Loss:
    """One thing that an advertisement does not tell, or not in full.

    ``number`` is the one that the job description prints, without a point at its end; ``None`` for
    what has none.
    """

    nature: Nature
    id: str
    number: str | None = None
    reason: str

    @property
    def message(self) -> str:
        """The loss in one sentence."""
        number = f" ({self.number})" if self.number else ""
        return f"{self.nature.value} {self.id}{number}: {self.reason}"


def losses_of(described: RoleInCompany, language: str) -> tuple[Loss, ...]:
    """What the advertisement of a role in a language leaves out, clauses first, in print order."""
    role = described.role
    return (
        *_clauses(described),
        *(_loss(Nature.RIGHT, right.id) for right in role.implied_rights),
        *(_loss(Nature.LIMIT, granted.limit) for granted in described.choices.limits),
        *(_loss(Nature.TARGET, target.id) for target in role.targets),
        *_relations(described),
        *(_loss(Nature.DOCUMENT, document.id) for document in role.documents),
        *(_loss(Nature.PAY, item.id) for item in role.pay if item.kind is PayKind.STANDING),
        *(_loss(Nature.CAREER, step.id) for step in role.career),
        *_attributes(role, language),
    )


def _loss(nature: Nature, name: str, reason: str | None = None, number: str = "") -> Loss:
    shown = number.removesuffix(".")
    return Loss(
        nature=nature,
        id=name,
        number=shown if shown[-1:].isalnum() else None,
        reason=reason or _REASONS[nature],
    )


def _clauses(described: RoleInCompany) -> Iterator[Loss]:
    """Clauses that are not told at all, or not in full, with their numbers in the description."""
    role, printed = described.role, described.printed
    numbers = printed.numbers()
    told = frozenset(_told(printed))
    untold = untold_requirements(
        clause for clause in printed.clauses() if isinstance(clause, Requirement)
    )
    for clause in (clause for section in role.sections for clause in section.clauses):
        nature, number = Nature(clause.KIND), numbers.get(clause.id, "")
        if clause.id not in told:
            for part in _with_items(clause):
                yield _loss(nature, part.id, number=numbers.get(part.id, ""))
            continue
        if clause in untold:
            yield _loss(nature, clause.id, _UNTOLD, number)
        if any(name not in told for name in clause_references(clause)):
            yield _loss(nature, clause.id, _DANGLING, number)


def _relations(described: RoleInCompany) -> Iterator[Loss]:
    """Relations that no clause of the advertisement states."""
    told = frozenset(_told(described.printed))
    for relation in described.role.relations:
        if relation.clause not in told:
            yield _loss(Nature.RELATION, f"{relation.kind.value} {relation.party}")


def _told(printed: Role) -> Iterator[str]:
    """Ids of the clauses that are advertised, with their items, and of the sections they are in."""
    for section in printed.sections:
        posted = [clause for clause in section.clauses if is_posted(clause, printed)]
        if posted:
            yield section.id
        yield from (part.id for clause in posted for part in _with_items(clause))


def _with_items(clause: Clause) -> Iterator[Clause]:
    yield clause
    for item in clause.items:
        yield from _with_items(item)


def _attributes(role: Role, language: str) -> Iterator[Loss]:
    for name in ("family", "level", "specialty", "category"):
        if getattr(role, name) is not None:
            yield _loss(Nature.ATTRIBUTE, name, f"{_NO_PROPERTY}the class of a role")
    if role.aliases:
        yield _loss(Nature.ATTRIBUTE, "aliases", _ONE_TITLE)
    if role.approval is not None:
        yield _loss(Nature.ATTRIBUTE, "approval", _APPROVED)
    for other in role.title.languages:
        if other != language:
            yield _loss(Nature.ATTRIBUTE, other, _ONE_LANGUAGE)
