"""Layering: the steps by which layers become one role, each clause keeping its story.

A draft is a role taken apart: sections without their clauses, clauses by id, and per clause the
story of what was done to it. Order is kept: what is added stands where the layer says.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, TypeAlias

import attrs

from accountkit.errors import AccountkitError, TermsError, did_you_mean
from accountkit.roles.inheritance import Addition, Layer, RoleChanges, Stage
from accountkit.roles.relations import Relation
from accountkit.roles.role import Role
from accountkit.roles.sections import RoleClause, Section

__all__ = [
    "PARTS",
    "Deed",
    "DeedKind",
    "Draft",
    "Given",
    "History",
    "Path",
    "Story",
    "apply",
    "draft_of",
    "key_of",
]

Path: TypeAlias = tuple[str | int, ...]


class DeedKind(enum.Enum):
    """What a layer did to a clause."""

    WRITTEN = "written"
    ADDED = "added"
    OVERRIDDEN = "overridden"
    REWORDED = "reworded"
    REMOVED = "removed"


@attrs.frozen(kw_only=True)
class Deed:
    """One thing that a layer did to a clause."""

    kind: DeedKind = attrs.field(metadata={"doc": "what was done"})
    layer: str = attrs.field(metadata={"doc": "id of the role, or name of company or position"})
    stage: Stage | None = attrs.field(metadata={"doc": "the layer's stage; None: a role by itself"})
    clause: RoleClause | None = attrs.field(
        metadata={"doc": "the clause as the layer left it; None: it was removed"}
    )
    reason: str | None = attrs.field(default=None, metadata={"doc": "why it was removed"})
    path: Path = attrs.field(
        default=(), eq=False, metadata={"doc": "where the clause stands in the layer's own file"}
    )


Story: TypeAlias = tuple[Deed, ...]
"""What was done to a clause, first to last."""


@attrs.frozen(kw_only=True)
class Given:
    """A section, party, target or the like as one layer gives it."""

    layer: str = attrs.field(metadata={"doc": "id of the role, or name of company or position"})
    stage: Stage | None = attrs.field(metadata={"doc": "the layer's stage; None: a role by itself"})
    part: Any = attrs.field(metadata={"doc": "what the layer gives"})
    path: Path = attrs.field(
        default=(), eq=False, metadata={"doc": "where it stands in the layer's own file"}
    )


History: TypeAlias = tuple[Given, ...]
"""What a party, target or the like was in each layer that gave it."""

PARTS = ("parties", "relations", "targets", "implied_rights", "documents", "pay", "career")


@attrs.frozen(kw_only=True)
class Draft:
    """A role taken apart.

    ``order`` holds the ids of clauses by section, ``parts`` the history of each party, target and
    the like, by the name of its list and then by id, ``attributes`` which role gave its title,
    approval and the like.
    """

    base: Role
    sections: Mapping[str, Given]
    order: Mapping[str, tuple[str, ...]]
    stories: Mapping[str, Story]
    parts: Mapping[str, Mapping[str, History]]
    attributes: Mapping[str, str]

    def clause(self, clause_id: str) -> RoleClause | None:
        """A clause as it stands now; ``None`` once it was removed."""
        story = self.stories.get(clause_id)
        return story[-1].clause if story else None

    def finished(self) -> Role:
        """The role put together again; a section without clauses is left out."""
        sections: list[Section] = []
        for section_id, given in self.sections.items():
            found = (self.clause(name) for name in self.order[section_id])
            clauses = tuple(clause for clause in found if clause is not None)
            if clauses:
                sections.append(attrs.evolve(given.part, clauses=clauses))
        lists: dict[str, Any] = {
            name: tuple(history[-1].part for history in parts.values())
            for name, parts in self.parts.items()
        }
        return attrs.evolve(self.base, sections=tuple(sections), **lists)

    def told(self) -> Mapping[str, Story]:
        """The stories, in print order; those of removed clauses stay in their place."""
        return {name: self.stories[name] for names in self.order.values() for name in names}


def draft_of(role: Role) -> Draft:
    """A role that extends nothing, taken apart."""
    stories = {
        clause.id: (
            Deed(
                kind=DeedKind.WRITTEN,
                layer=role.id,
                stage=None,
                clause=clause,
                path=("sections", place, "clauses", index),
            ),
        )
        for place, section in enumerate(role.sections)
        for index, clause in enumerate(section.clauses)
    }
    return Draft(
        base=role,
        sections={
            section.id: Given(layer=role.id, stage=None, part=section, path=("sections", place))
            for place, section in enumerate(role.sections)
        },
        order={
            section.id: tuple(clause.id for clause in section.clauses) for section in role.sections
        },
        stories=stories,
        parts={
            name: {
                key_of(item): (Given(layer=role.id, stage=None, part=item, path=(name, index)),)
                for index, item in enumerate(getattr(role, name))
            }
            for name in PARTS
        },
        attributes={field.name: role.id for field in attrs.fields(Role)},
    )


def key_of(part: Any) -> str:
    """What a part is known by: its id, and for a relation its kind and party."""
    return f"{part.kind.value} {part.party}" if isinstance(part, Relation) else part.id


# --- one layer on top of a draft ------------------------------------------------------------------


def apply(draft: Draft, layer: Layer, problems: list[AccountkitError]) -> Draft:
    """The draft with a layer's changes; what cannot be done is told in ``problems``."""
    stories = dict(draft.stories)
    changed = attrs.evolve(draft, stories=stories)
    for clause_id, deed in _deeds(changed, layer, problems):
        stories[clause_id] = (*stories[clause_id], deed)
    return _added(_with_parts(changed, layer), layer, problems)


def _deeds(
    draft: Draft, layer: Layer, problems: list[AccountkitError]
) -> Iterator[tuple[str, Deed]]:
    """What a layer does to clauses that are there, each of them touched at most once."""
    touched: dict[str, str] = {}
    for field, clause_id, path, given in _touches(layer.changes):
        wrong = partial(_wrong, layer, path)
        refused = _refusal(draft, clause_id, touched.get(clause_id), wrong)
        present = draft.clause(clause_id)
        if refused is None and present is not None and field == "override":
            refused = _other_nature(present, given, wrong)
        if refused is not None:
            problems.append(refused)
        elif present is not None:
            touched[clause_id] = field
            yield clause_id, _deed(layer, field, present, given, path)


def _touches(changes: RoleChanges) -> Iterator[tuple[str, str, Path, Any]]:
    for index, clause in enumerate(changes.override):
        yield "override", clause.id, ("changes", "override", index), clause
    for index, rewording in enumerate(changes.reword):
        yield "reword", rewording.clause, ("changes", "reword", index), rewording
    for index, removal in enumerate(changes.remove):
        yield "remove", removal.clause, ("changes", "remove", index), removal


def _deed(layer: Layer, field: str, present: RoleClause, given: Any, path: Path) -> Deed:
    match field:
        case "override":
            kind, clause, reason = DeedKind.OVERRIDDEN, given, None
        case "reword":
            # The wording is then no longer the one that the library shares.
            own = attrs.evolve(present, text=given.text, item=None)
            kind, clause, reason = DeedKind.REWORDED, own, None
        case _:
            kind, clause, reason = DeedKind.REMOVED, None, given.reason
    return _by(layer, kind, clause, path, reason)


def _by(
    layer: Layer, kind: DeedKind, clause: RoleClause | None, path: Path, reason: str | None = None
) -> Deed:
    return Deed(
        kind=kind, layer=layer.name, stage=layer.stage, clause=clause, reason=reason, path=path
    )


def _refusal(draft: Draft, clause_id: str, touched: str | None, wrong: Wrong) -> TermsError | None:
    if touched is not None:
        return wrong(
            f"touch clause {clause_id} twice, first under {touched}", "keep one of the two"
        )
    story = draft.stories.get(clause_id)
    if story is None:
        return wrong(
            f'touch clause "{clause_id}", which the role does not have',
            did_you_mean(clause_id, draft.stories, "name a clause of the role it extends"),
        )
    if story[-1].kind is DeedKind.REMOVED:
        return wrong(
            f"touch clause {clause_id}, which {story[-1].layer} removed",
            "add a clause of your own instead",
        )
    return None


def _other_nature(present: RoleClause, given: RoleClause, wrong: Wrong) -> TermsError | None:
    if type(present) is type(given):
        return None
    return wrong(
        f"put a {given.KIND} in the place of {present.id}, which is a {present.KIND}",
        "remove that clause, and add this one to a section of its kind",
    )


Wrong: TypeAlias = Callable[[str, str | None], TermsError]
"""Tells what is wrong at one place of a layer, with the remedy."""


def _wrong(layer: Layer, path: Path, problem: str, remedy: str | None) -> TermsError:
    return TermsError(f"changes of {layer.name}", problem, remedy, path=(layer.name, *path))


def _with_parts(draft: Draft, layer: Layer) -> Draft:
    """Parties, targets and the like: what has an id that is there takes its place."""
    parts: dict[str, Mapping[str, History]] = {}
    for name in PARTS:
        histories = dict(draft.parts[name])
        for index, item in enumerate(getattr(layer.changes, name)):
            path = ("changes", name, index)
            given = Given(layer=layer.name, stage=layer.stage, part=item, path=path)
            histories[key_of(item)] = (*histories.get(key_of(item), ()), given)
        parts[name] = histories
    return attrs.evolve(draft, parts=parts)


def _added(draft: Draft, layer: Layer, problems: list[AccountkitError]) -> Draft:
    sections, order = dict(draft.sections), dict(draft.order)
    stories = dict(draft.stories)
    additions: list[tuple[Path, Addition]] = []
    for index, section in enumerate(layer.changes.sections):
        path: Path = ("changes", "sections", index)
        if section.id in sections:
            told = f"bring section {section.id}, which the role has already"
            remedy = f"add its clauses under add, with to: {section.id}"
            problems.append(_wrong(layer, path, told, remedy))
            continue
        sections[section.id] = Given(layer=layer.name, stage=layer.stage, part=section, path=path)
        order[section.id] = ()
        additions.append((path, Addition(to=section.id, clauses=section.clauses)))
    additions += ((("changes", "add", i), added) for i, added in enumerate(layer.changes.add))
    changed = attrs.evolve(draft, sections=sections, order=order, stories=stories)
    for path, addition in additions:
        misplaced = _misplaced(addition, changed, partial(_wrong, layer, path))
        if misplaced is not None:
            problems.append(misplaced)
        else:
            problems += _put(order, stories, addition, layer, path)
    return changed


def _misplaced(addition: Addition, draft: Draft, wrong: Wrong) -> TermsError | None:
    if addition.to not in draft.sections:
        return wrong(
            f'add to section "{addition.to}", which the role does not have',
            did_you_mean(addition.to, draft.sections, "bring the section under sections"),
        )
    present = draft.order[addition.to]
    if addition.after is not None and addition.after not in present:
        return wrong(
            f'add after clause "{addition.after}", which section {addition.to} does not have',
            did_you_mean(addition.after, present, "leave after out"),
        )
    section: Section = draft.sections[addition.to].part
    strange = [clause for clause in addition.clauses if not isinstance(clause, section.HOLDS)]
    if strange:
        return wrong(
            f"add {strange[0].id}, a {strange[0].KIND}, to section {addition.to} of {section.KIND}",
            "add it to a section of its kind",
        )
    return None


def _put(
    order: dict[str, tuple[str, ...]],
    stories: dict[str, Story],
    addition: Addition,
    layer: Layer,
    path: Path,
) -> list[TermsError]:
    """Put the clauses in their place, and tell which of them are there already."""
    problems: list[TermsError] = []
    fresh: list[str] = []
    for index, clause in enumerate(addition.clauses):
        place = (*path, "clauses", index)
        if clause.id in stories:
            told = f"add clause {clause.id}, which {stories[clause.id][0].layer} has already"
            remedy = "put it under override, or give it its own id"
            problems.append(_wrong(layer, place, told, remedy))
            continue
        stories[clause.id] = (_by(layer, DeedKind.ADDED, clause, place),)
        fresh.append(clause.id)
    present = order[addition.to]
    cut = len(present) if addition.after is None else present.index(addition.after) + 1
    order[addition.to] = (*present[:cut], *fresh, *present[cut:])
    return problems
