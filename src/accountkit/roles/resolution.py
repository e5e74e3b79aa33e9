"""Resolution: what a role comes to once all its layers are applied, and where each line is from.

A *layer* is a role, a company or a position with its changes (``accountkit.roles.inheritance``).
Layers are applied in turn, each to what the ones before it came to. A role that extends several is
a merger: what only one of them changed is taken from it, and what two of them changed differently
is an error that names both. Nothing is guessed, and nothing is lost: every clause keeps the story
of what was done to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import attrs

from accountkit.errors import AccountkitError, Problems, TermsError, did_you_mean
from accountkit.roles._layering import (
    Deed,
    DeedKind,
    Draft,
    Given,
    History,
    Path,
    Story,
    apply,
    draft_of,
    key_of,
)
from accountkit.roles._merging import merge
from accountkit.roles.inheritance import DerivedRole, Layer
from accountkit.roles.role import Role

__all__ = ["Deed", "DeedKind", "Given", "ResolvedRole", "Story", "resolve"]

Written: TypeAlias = Role | DerivedRole


@attrs.frozen(kw_only=True)
class ResolvedRole:
    """A role with all its layers applied.

    ``stories`` tells of each clause, by id, what the layers did to it, those removed among them;
    the first deed of a story is the one that brought the clause in. ``sections`` tells of each
    section where it comes from, ``parts`` of each party, target and the like what the layers gave,
    ``attributes`` which role gave the title, the approval and other attributes.
    """

    role: Role
    stories: Mapping[str, Story]
    sections: Mapping[str, Given]
    parts: Mapping[str, Mapping[str, History]]
    attributes: Mapping[str, str]

    @property
    def removed(self) -> tuple[str, ...]:
        """Ids of the clauses that a layer removed, in print order."""
        return tuple(
            clause for clause, story in self.stories.items() if story[-1].kind is DeedKind.REMOVED
        )

    def origin(self, path: Path) -> tuple[str, Path]:
        """Which layer wrote what a path through the role leads to, and the path in its own file."""
        match path:
            case ("sections", int(at), "clauses", int(position), *rest):
                clause = self.role.sections[at].clauses[position]
                deed = _writer(self.stories[clause.id], rest)
                return deed.layer, (*deed.path, *rest)
            case ("sections", int(at), *rest):
                given = self.sections[self.role.sections[at].id]
            case (str(name), int(at), *rest) if name in self.parts:
                given = self.parts[name][key_of(getattr(self.role, name)[at])][-1]
            case (name, *_):
                return self.attributes.get(str(name), self.role.id), path
            case _:
                return self.role.id, path
        return given.layer, (*given.path, *rest)


def _writer(story: Story, rest: Sequence[str | int]) -> Deed:
    """The deed that wrote some part of a clause: a rewording wrote nothing but the text."""
    is_text = bool(rest) and rest[0] == "text"
    return next(deed for deed in reversed(story) if deed.kind is not DeedKind.REWORDED or is_text)


def resolve(
    role_id: str, written: Mapping[str, Written], layers: Sequence[Layer] = ()
) -> ResolvedRole:
    """The role that an id stands for, with the layers applied on top of it.

    Args:
        role_id: the role wanted.
        written: every role that may be extended, by id.
        layers: what the company and then a position changes.

    Raises:
        Problems: a role is extended that does not exist or that extends itself in the end, a
            change is about a clause that is not there, or two changes of the same clause disagree.
            ``path`` of each starts with the name of the layer and leads through its own file.
    """
    problems: list[AccountkitError] = []
    draft = _drafted(role_id, written, (), problems)
    if draft is None:
        raise Problems(f"role {role_id} cannot be resolved", problems)
    for layer in layers:
        draft = apply(draft, layer, problems)
    if not problems and not any(draft.clause(name) for name in draft.told()):
        problems.append(
            TermsError(f"role {role_id}", "has no clause left", "remove fewer, or add some")
        )
    if problems:
        raise Problems(f"role {role_id} cannot be resolved", problems)
    return ResolvedRole(
        role=draft.finished(),
        stories=draft.told(),
        sections=draft.sections,
        parts=draft.parts,
        attributes=draft.attributes,
    )


def _drafted(
    role_id: str, written: Mapping[str, Written], below: tuple[str, ...], problems: list[Any]
) -> Draft | None:
    """The draft of a written role; ``None`` after a problem that leaves nothing to go on with."""
    role = written[role_id]
    if isinstance(role, Role):
        return draft_of(role)
    line = (*below, role_id)
    unknown = list(_unknown_parents(role, written, line))
    problems += unknown
    if unknown:
        return None
    parents = [_drafted(name, written, line, problems) for name in role.extends]
    drafts = [parent for parent in parents if parent is not None]
    if len(drafts) < len(parents):
        return None
    merged = drafts[0]
    for other in drafts[1:]:
        merged = merge(merged, other, role_id, role.changes, problems)
    layer = Layer(name=role_id, stage=role.stage, changes=role.changes)
    return apply(_own(role, merged), layer, problems)


def _unknown_parents(
    role: DerivedRole, written: Mapping[str, Written], line: tuple[str, ...]
) -> Iterator[TermsError]:
    for index, name in enumerate(role.extends):
        path = (role.id, "extends", index)
        if name in line:
            yield TermsError(
                f"role {role.id}",
                f"extends itself in the end: {' extends '.join((*line[line.index(name) :], name))}",
                "let one of them extend another role",
                path=path,
            )
        elif name not in written:
            yield TermsError(
                f"role {role.id}",
                f'extends "{name}", which does not exist',
                did_you_mean(name, written, "name a role of the handbook or the catalogue"),
                path=path,
            )


_OWN = ("id", "title", "aliases", "loans", "source", "note")
_INHERITED = (
    "family",
    "level",
    "specialty",
    "category",
    "codes",
    "numbering",
    "nested_dashes",
    "keep_numbers",
    "approval",
)


def _own(role: DerivedRole, draft: Draft) -> Draft:
    """The draft under the id, title and attributes that the derived role gives."""
    stated = {name: getattr(role, name) for name in _INHERITED}
    given = {name: value for name, value in stated.items() if value not in {None, ()}}
    given |= {name: getattr(role, name) for name in _OWN}
    return attrs.evolve(
        draft,
        base=attrs.evolve(draft.base, **given),
        attributes={**draft.attributes, **dict.fromkeys(given, role.id)},
    )
