"""Comparison: what one description of a role has that another has not.

Clauses, targets and the like are matched by their ids, and clauses that are left over by the item
of the library whose wording they share. What is compared is the role with all that the company
settled, so that a limit that was raised is a change, too. Wording is compared in
``accountkit.documents.comparison``, language by language.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

import attrs

from accountkit.roles.careers import CareerStep
from accountkit.roles.choices import GrantedLimit
from accountkit.roles.description import RoleInCompany
from accountkit.roles.pay_mechanisms import PayMechanism
from accountkit.roles.references import placed_clauses
from accountkit.roles.relations import Relation
from accountkit.roles.role import Role
from accountkit.roles.targets import Target
from accountkit.roles.work_documents import WorkDocument
from accountkit.values.clauses import Clause

__all__ = ["ChangeKind", "FieldChange", "ItemChange", "Nature", "RoleComparison", "compare"]


class ChangeKind(enum.Enum):
    """What became of an item."""

    GAINED = "gained"
    LOST = "lost"
    CHANGED = "changed"


class Nature(enum.Enum):
    """What an item is."""

    ATTRIBUTE = "attribute"
    PROVISION = "provision"
    DUTY = "duty"
    RIGHT = "right"
    LIMIT = "limit"
    RESPONSIBILITY = "responsibility"
    TARGET = "target"
    REQUIREMENT = "requirement"
    KNOWLEDGE = "knowledge"
    SKILL = "skill"
    QUALITY = "quality"
    CONDITION = "condition"
    PARTY = "party"
    RELATION = "relation"
    DOCUMENT = "document"
    PAY = "pay"
    CAREER = "career"


@attrs.frozen(kw_only=True)
class FieldChange:
    """One field of an item that differs; ``None`` where a side has nothing."""

    field: str
    old: Any
    new: Any


@attrs.frozen(kw_only=True)
class ItemChange:
    """One item that was gained, lost or changed.

    ``old`` and ``new`` are the items themselves; ``fields`` says in what they differ, their ids
    and remarks apart.
    """

    kind: ChangeKind
    nature: Nature
    id: str
    old: Any = None
    new: Any = None
    fields: tuple[FieldChange, ...] = ()


@attrs.frozen(kw_only=True)
class RoleComparison:
    """All that differs between two descriptions, by nature and then in print order."""

    old: RoleInCompany
    new: RoleInCompany
    changes: tuple[ItemChange, ...]

    def of(self, kind: ChangeKind, nature: Nature) -> tuple[ItemChange, ...]:
        """The changes of a kind among the items of a nature."""
        return tuple(
            change for change in self.changes if (change.kind, change.nature) == (kind, nature)
        )


def compare(old: RoleInCompany, new: RoleInCompany) -> RoleComparison:
    """What differs between two versions of a role, or between two roles."""
    before, after = _items(old), _items(new)
    _match_by_library(before, after)
    changes = [
        change
        for key in dict.fromkeys([*after, *before])
        if (change := _change(key, before.get(key), after.get(key))) is not None
    ]
    order = list(Nature)
    changes.sort(key=lambda change: order.index(change.nature))
    return RoleComparison(old=old, new=new, changes=tuple(changes))


Key: TypeAlias = tuple[str, str]
"""The group of an item, and its id in the group."""

_ATTRIBUTES = ("title", "family", "level", "specialty", "category", "numbering", "codes")
_LISTS = {
    "targets": Nature.TARGET,
    "documents": Nature.DOCUMENT,
    "pay": Nature.PAY,
    "career": Nature.CAREER,
}
_SILENT = frozenset({"id", "source", "note", "item", "items", "number"})
"""Fields that say nothing of what the holder must or may do."""

_RECORDS = (Clause, Target, WorkDocument, PayMechanism, CareerStep, Relation, GrantedLimit)


@attrs.frozen
class _Item:
    """An item with its nature."""

    nature: Nature
    thing: Any


def _items(described: RoleInCompany) -> dict[Key, _Item]:
    role, choices = described.role, described.choices
    found: dict[Key, _Item] = {}
    for name in _ATTRIBUTES:
        value = getattr(role, name)
        if value is not None and value != ():
            found["attribute", name] = _Item(Nature.ATTRIBUTE, value)
    found |= _clauses(role)
    for name, nature in _LISTS.items():
        found |= {(name, item.id): _Item(nature, item) for item in getattr(role, name)}
    for party in role.parties:
        office = described.office(party.id)
        found["parties", party.id] = _Item(Nature.PARTY, office.id if office else None)
    for relation in role.relations:
        key = f"{relation.kind.value} {relation.party}"
        found["relations", key] = _Item(Nature.RELATION, relation)
    for granted in choices.limits:
        found["limits", granted.limit] = _Item(Nature.LIMIT, granted)
    return found


def _clauses(role: Role) -> Iterator[tuple[Key, _Item]]:
    nature = Nature.PROVISION
    for clause, _ in placed_clauses(role):
        kind = getattr(clause, "KIND", None)
        nature = nature if kind is None else Nature(kind)
        yield ("clauses", clause.id), _Item(nature, clause)


def _match_by_library(before: dict[Key, _Item], after: Mapping[Key, _Item]) -> None:
    """Give a clause of the old role the id under which the new one shares its library item."""
    shared = {
        item.thing.item: key
        for key, item in after.items()
        if isinstance(item.thing, Clause) and item.thing.item is not None and key not in before
    }
    for key, item in list(before.items()):
        if key not in after and isinstance(item.thing, Clause) and item.thing.item in shared:
            before[shared[item.thing.item]] = before.pop(key)


def _change(key: Key, old: _Item | None, new: _Item | None) -> ItemChange | None:
    match old, new:
        case None, _Item(nature, thing):
            return ItemChange(kind=ChangeKind.GAINED, nature=nature, id=key[1], new=thing)
        case _Item(nature, thing), None:
            return ItemChange(kind=ChangeKind.LOST, nature=nature, id=key[1], old=thing)
        case _Item(_, before), _Item(nature, after):
            fields = tuple(_differing(key[1], before, after))
            changed = ItemChange(
                kind=ChangeKind.CHANGED,
                nature=nature,
                id=key[1],
                old=before,
                new=after,
                fields=fields,
            )
            return changed if fields else None
        case _:
            return None


def _differing(name: str, old: Any, new: Any) -> Iterator[FieldChange]:
    """The fields that differ; a value that is no record is one field under its own name."""
    if type(old) is not type(new) or not isinstance(new, _RECORDS):
        if old != new:
            yield FieldChange(field=name, old=old, new=new)
        return
    for field in attrs.fields(type(new)):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if field.name not in _SILENT and before != after:
            yield FieldChange(field=field.name, old=before, new=after)
