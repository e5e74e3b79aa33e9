"""References: what a role's parts point to, and which of them lead nowhere.

Clauses refer to clauses, parties, targets, laws and limits by id, in fields and inside their
wording. Laws are not checked here: which exist depends on the company's jurisdiction
(``accountkit.roles.description``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

import attrs

from accountkit.errors import TermsError, did_you_mean
from accountkit.roles.conditions import Condition
from accountkit.roles.duties import Duty
from accountkit.roles.requirements import Requirement
from accountkit.roles.responsibilities import Responsibility
from accountkit.roles.rights import Right
from accountkit.values.texts import parse_template

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from accountkit.roles.role import Role
    from accountkit.values.clauses import Clause
    from accountkit.values.texts import Text

__all__ = [
    "PlacedReference",
    "clause_texts",
    "placed_clauses",
    "role_faults",
    "role_names",
    "text_references",
]

Path: TypeAlias = tuple[str | int, ...]

PRINTED = (
    "clause",
    "condition",
    "document",
    "experience",
    "law",
    "limit",
    "party",
    "plan",
    "role",
)
"""The kinds of reference that wording may hold."""

SELF = "self"
"""The target of a reference to the role itself: ``{role self bare}``."""


@attrs.frozen(kw_only=True)
class PlacedReference:
    """A reference with where it stands; ``clause`` is the id of the clause or section."""

    clause: str
    kind: str
    target: str
    path: Path


def role_faults(role: Role) -> tuple[TermsError, ...]:
    """Every id that stands twice, then every reference that leads nowhere, in reading order."""
    known = _known(role)
    written = tuple(text_references(role))
    dangling = [
        _dangling(reference, known)
        for reference in (*written, *_field_references(role))
        if reference.kind in known and reference.target not in known[reference.kind]
    ]
    unknown = [
        TermsError(
            f"clause {reference.clause}",
            f'refers to a {reference.kind} by "{reference.kind} {reference.target}", and nothing '
            "of that kind can be printed",
            did_you_mean(reference.kind, PRINTED, f"use one of {', '.join(PRINTED)}"),
            path=reference.path,
        )
        for reference in written
        if reference.kind not in PRINTED
    ]
    return (*_repeated_ids(role), *unknown, *dangling)


def text_references(role: Role) -> Iterator[PlacedReference]:
    """The references inside the wording of a role, in reading order."""
    for clause, text, path in clause_texts(role):
        seen: set[tuple[str, str]] = set()
        for language in text.languages:
            for form in text.forms(language):
                for part in parse_template(text.get(language, form)):
                    if isinstance(part, str) or (part.kind, part.target) in seen:
                        continue
                    seen.add((part.kind, part.target))
                    yield PlacedReference(
                        clause=clause, kind=part.kind, target=part.target, path=(*path, language)
                    )


def _known(role: Role) -> Mapping[str, Collection[str]]:
    """Ids that a reference of each kind may name."""
    sections = [section.id for section in role.sections]
    clauses = [clause.id for clause, _ in _clauses(role)]
    experienced = [
        clause.id
        for clause, _ in _clauses(role)
        if isinstance(clause, Requirement) and clause.experience_months is not None
    ]
    return {
        "role": [SELF, role.id],
        "party": [party.id for party in role.parties],
        "clause": [*sections, *clauses],
        "plan": [target.id for target in role.targets],
        "document": [document.id for document in role.documents],
        "limit": [right.limit.id for right in role.rights if right.limit is not None],
        "right": [right.id for right in role.rights],
        "experience": experienced,
        "condition": [condition.value for condition in Condition],
    }


def _clauses(role: Role) -> Iterator[tuple[Clause, Path]]:
    for position, section in enumerate(role.sections):
        for index, clause in enumerate(section.clauses):
            yield from _nested(clause, ("sections", position, "clauses", index))


def _nested(clause: Clause, path: Path) -> Iterator[tuple[Clause, Path]]:
    yield clause, path
    for index, item in enumerate(clause.items):
        yield from _nested(item, (*path, "items", index))


def placed_clauses(role: Role) -> Iterator[tuple[Clause, Path]]:
    """Implied rights, then each printed clause with its items, and the path to each."""
    for index, right in enumerate(role.implied_rights):
        yield right, ("implied_rights", index)
    yield from _clauses(role)


def clause_texts(role: Role) -> Iterator[tuple[str, Text, Path]]:
    """The wording of every section, clause and item, with the id it belongs to."""
    for position, section in enumerate(role.sections):
        path = ("sections", position)
        yield section.id, section.title, (*path, "title")
        if section.lead is not None:
            yield section.id, section.lead, (*path, "lead")
    for clause, place in placed_clauses(role):
        yield clause.id, clause.text, (*place, "text")
        for index, part in enumerate(clause.in_part if isinstance(clause, Duty) else ()):
            yield clause.id, part.what, (*place, "in_part", index, "what")
    for field in ("pay", "career"):
        for index, item in enumerate(getattr(role, field)):
            yield item.id, item.text, (field, index, "text")


def role_names(role: Role) -> Iterator[tuple[str, Text, Path]]:
    """The names that print inside other texts: those of targets, documents and limits."""
    for field in ("targets", "documents"):
        for index, item in enumerate(getattr(role, field)):
            yield item.id, item.title, (field, index, "title")
    for clause, path in placed_clauses(role):
        if isinstance(clause, Right) and clause.limit is not None:
            yield clause.limit.id, clause.limit.text, (*path, "limit", "text")


def _field_references(role: Role) -> Iterator[PlacedReference]:
    if role.approval is not None:
        yield PlacedReference(
            clause="approval", kind="party", target=role.approval.party, path=("approval", "party")
        )
    for clause, path in placed_clauses(role):
        for kind, field, targets in _pointers(clause):
            for target in targets:
                yield PlacedReference(
                    clause=clause.id, kind=kind, target=target, path=(*path, field)
                )
    yield from _relation_references(role)
    for index, mechanism in enumerate(role.pay):
        for target in mechanism.measures:
            path = ("pay", index, "measures")
            yield PlacedReference(clause=mechanism.id, kind="plan", target=target, path=path)


def _relation_references(role: Role) -> Iterator[PlacedReference]:
    for index, relation in enumerate(role.relations):
        subject = f"of relation {relation.kind.value}"
        pointers = {"party": relation.party, "clause": relation.clause}
        for kind, target in pointers.items():
            if target is not None:
                path = ("relations", index, kind)
                yield PlacedReference(clause=subject, kind=kind, target=target, path=path)


def _pointers(clause: Clause) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    match clause:
        case Duty(measures=measures, needs=needs, reports=reports):
            return (
                ("plan", "measures", measures),
                ("right", "needs", needs),
                ("plan", "reports", reports),
            )
        case Right(consult=str(party)):
            return (("party", "consult", (party,)),)
        case Responsibility(answers_for=duties, measures=measures):
            return (("clause", "answers_for", duties), ("plan", "measures", measures))
        case _:
            return ()


def _dangling(reference: PlacedReference, known: Mapping[str, Collection[str]]) -> TermsError:
    name = {"plan": "target"}.get(reference.kind, reference.kind)
    remedy = f"name {_with_article(name)} of the role"
    return TermsError(
        f"clause {reference.clause}",
        f'refers to {name} "{reference.target}", which does not exist',
        did_you_mean(reference.target, known[reference.kind], remedy),
        path=reference.path,
    )


def _repeated_ids(role: Role) -> Iterator[TermsError]:
    places: list[tuple[str, Path]] = [
        (section.id, ("sections", position)) for position, section in enumerate(role.sections)
    ]
    places += [(clause.id, path) for clause, path in placed_clauses(role)]
    seen: set[str] = set()
    for clause_id, path in places:
        if clause_id in seen:
            yield TermsError(
                f"clause {clause_id}",
                "stands twice in the role",
                "give each clause and section its own id",
                path=(*path, "id"),
            )
        seen.add(clause_id)


def _with_article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
