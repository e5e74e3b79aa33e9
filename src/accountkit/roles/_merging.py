"""Merging: two drafts that one role extends, made one.

What only one side changed is taken from it; where both changed the same, they must agree.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from accountkit.errors import AccountkitError, TermsError
from accountkit.roles._layering import PARTS, Draft, History, key_of
from accountkit.roles.inheritance import RoleChanges
from accountkit.roles.sections import Section

__all__ = ["merge"]


def merge(
    one: Draft,
    other: Draft,
    role_id: str,
    changes: RoleChanges,
    problems: list[AccountkitError],
) -> Draft:
    """Two roles as one: what either adds or changes is kept, and what both change must agree.

    A clause or part that ``changes`` settle anyway needs no agreement.
    """
    settled = {clause.id for clause in changes.override} | {item.clause for item in changes.remove}
    stories = dict(one.stories)
    for clause_id, theirs in other.stories.items():
        mine = stories.get(clause_id, ())
        stories[clause_id] = theirs if _goes_on(theirs, mine) else mine
        apart = not _goes_on(theirs, mine) and not _goes_on(mine, theirs)
        if apart and mine[-1].clause != theirs[-1].clause and clause_id not in settled:
            told = (f"{deed.layer} has it {deed.kind.value}" for deed in (mine[-1], theirs[-1]))
            problems.append(_disagreement(f"clause {clause_id}", role_id, *told))
    for section_id, their in other.sections.items():
        own = one.sections.get(section_id, their)
        if _frame(own.part) != _frame(their.part):
            told = (f"{side.layer} has its own" for side in (own, their))
            problem = _disagreement(f"section {section_id}", role_id, *told)
            problem.remedy = "extend one of them, or let both say the same"
            problems.append(problem)
    order = {
        section: _woven(one.order.get(section, ()), other.order.get(section, ()))
        for section in (*one.sections, *(s for s in other.sections if s not in one.sections))
    }
    parts: dict[str, Mapping[str, History]] = {}
    for name in PARTS:
        given = {key_of(item) for item in getattr(changes, name)}
        parts[name], apart_at = _joined(one.parts[name], other.parts[name])
        problems += [
            _disagreement(f"{key} of {name}", role_id, mine, theirs)
            for key, mine, theirs in apart_at
            if key not in given
        ]
    return Draft(
        base=one.base,
        sections={**other.sections, **one.sections},
        order=order,
        stories=stories,
        parts=parts,
        attributes=one.attributes,
    )


def _frame(section: Section) -> tuple[object, ...]:
    """What stands around the clauses of a section."""
    return section.KIND, section.title, section.lead, section.number


def _goes_on(longer: Sequence[Any], shorter: Sequence[Any]) -> bool:
    """Whether one history is the other with more that followed."""
    return tuple(longer[: len(shorter)]) == tuple(shorter)


def _joined(
    mine: Mapping[str, History], theirs: Mapping[str, History]
) -> tuple[Mapping[str, History], list[tuple[str, str, str]]]:
    """The histories of both, and what each side says last where they differ."""
    joined, apart = dict(mine), list[tuple[str, str, str]]()
    for key, history in theirs.items():
        present = joined.get(key, ())
        if _goes_on(history, present):
            joined[key] = history
        elif not _goes_on(present, history) and present[-1].part != history[-1].part:
            mine_last, theirs_last = present[-1].layer, history[-1].layer
            apart.append((key, f"{mine_last} has its own", f"{theirs_last} has its own"))
    return joined, apart


def _disagreement(what: str, role_id: str, mine: str, theirs: str) -> TermsError:
    return TermsError(
        f"role {role_id}",
        f"extends roles that disagree on {what}: {mine}, and {theirs} in another way",
        "override it here, extend one of them, or let both say the same",
        path=(role_id, "extends"),
    )


def _woven(mine: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """The first order, with what only the second has put after its neighbour there."""
    woven = list(mine)
    before: str | None = None
    for name in theirs:
        if name not in woven:
            woven.insert(woven.index(before) + 1 if before in woven else len(woven), name)
        before = name
    return tuple(woven)
