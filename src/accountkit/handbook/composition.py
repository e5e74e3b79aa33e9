"""Composition: what a file takes from the library of ready-made items, put in its place.

A mapping with the key ``use`` gets the keys of the item that it names; a key that it gives itself
wins over the item's. ``{use: keep-records}`` is the whole item, and ``{use: keep-records, id:
records, source: [A-2.9]}`` is the same wording under an id and a source of its own. Every node
keeps the place where it was written, in the file or in the library.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from accountkit.errors import AccountkitError, InputError, Problems, did_you_mean
from accountkit.handbook.nodes import ListNode, MapNode, Node, Scalar
from accountkit.roles.sections import RoleClause
from accountkit.wire import kinds_in, shown

__all__ = ["USE", "Library", "compose"]

USE = "use"
"""The key that names an item of the library."""

Library: TypeAlias = Mapping[str, MapNode]
"""The items of a library by id."""

_CLAUSES = frozenset(kinds_in(RoleClause))


def compose(node: Node, library: Library, subject: str) -> Node:
    """The node with all items put in that it uses.

    Raises:
        Problems: items are used that the library does not have, each with its place.
    """
    problems: list[AccountkitError] = []
    composed = _composed(node, library, problems)
    if problems:
        raise Problems(f"{subject}: {len(problems)} problems", problems)
    return composed


def _composed(node: Node, library: Library, problems: list[AccountkitError]) -> Node:
    match node:
        case Scalar():
            return node
        case ListNode():
            items = tuple(_composed(item, library, problems) for item in node.items)
            return ListNode(items, node.place)
        case MapNode():
            entries = tuple(
                (key, _composed(value, library, problems)) for key, value in node.entries
            )
            return _with_item(MapNode(entries, node.place), library, problems)


def _with_item(node: MapNode, library: Library, problems: list[AccountkitError]) -> MapNode:
    used = node.get(USE)
    if used is None:
        return node
    own = tuple(entry for entry in node.entries if entry[0].text != USE)
    name = used.text if isinstance(used, Scalar) else ""
    if name not in library:
        problems.append(
            InputError(
                "library",
                f"has no item {shown(name)}" if name else "item has no name",
                did_you_mean(name, library, "name an item of the library, or write it out"),
                place=used.place,
            )
        )
        return MapNode(own, node.place)
    item = library[name]
    given = {key.text for key, _ in own}
    taken = tuple(entry for entry in item.entries if entry[0].text not in given)
    named = {*given, *(key.text for key, _ in taken)}
    origin = [("id", "id" not in named), ("item", _is_clause(item) and "item" not in named)]
    added = tuple((Scalar(key, used.place), used) for key, wanted in origin if wanted)
    return MapNode((*own, *taken, *added), node.place)


def _is_clause(item: MapNode) -> bool:
    kind = item.get("kind")
    return isinstance(kind, Scalar) and kind.text in _CLAUSES
