"""Nodes: a YAML file as scalars, lists and mappings that know their line and column.

YAML is read as data and nothing else: every scalar stays the text that was typed, so that no
number ever passes through a float and ``no`` stays a word. Tags, anchors, aliases and several
documents in one file are refused; depth, scalars and size are bounded, so that a hostile file
ends in a message. What the data mean is decided in ``accountkit.handbook.conversion``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol, TypeAlias

import attrs
import yaml

from accountkit.errors import InputError, Place

__all__ = ["ListNode", "MapNode", "Node", "Readable", "Scalar", "find", "plain_data", "read_nodes"]

LARGEST_FILE = 8 * 1024 * 1024
LONGEST_SCALAR = 64 * 1024
DEEPEST = 32
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@attrs.frozen
class Scalar:
    """A text as typed; ``is_null`` when nothing, ``~`` or ``null`` stood there unquoted."""

    text: str
    place: Place
    is_null: bool = False


@attrs.frozen
class ListNode:
    """A list of nodes."""

    items: tuple[Node, ...]
    place: Place


@attrs.frozen
class MapNode:
    """A mapping in the order of the file; each key knows its own place."""

    entries: tuple[tuple[Scalar, Node], ...]
    place: Place

    def get(self, key: str) -> Node | None:
        """What stands under a key."""
        return next((value for name, value in self.entries if name.text == key), None)

    def key_place(self, key: str) -> Place:
        """Where a key stands, else where the mapping begins."""
        return next((name.place for name, _ in self.entries if name.text == key), self.place)


Node: TypeAlias = Scalar | ListNode | MapNode


class Readable(Protocol):
    """A file on disk or inside the installed package."""

    def read_bytes(self) -> bytes:
        """The whole content."""
        ...


def read_nodes(file: Readable, name: str) -> Node:
    """Read a YAML file; ``name`` is how messages call it.

    Raises:
        InputError: the file cannot be read, is no plain YAML, or is beyond the bounds.
    """
    return _Composer(name).compose(_text(file, name))


def plain_data(node: Node) -> Any:
    """The node as dictionaries, lists and texts, without places; nothing is ``None``."""
    match node:
        case Scalar():
            return None if node.is_null else node.text
        case ListNode():
            return [plain_data(item) for item in node.items]
        case MapNode():
            return {key.text: plain_data(value) for key, value in node.entries}


def find(node: Node, path: Sequence[str | int]) -> Place:
    """The place that a path of keys and positions leads to, or the nearest one above it."""
    place = node.place
    for step in path:
        match node, step:
            case MapNode(), str():
                below = node.get(step)
                if below is None:
                    return place
                place = below.place if isinstance(below, Scalar) else node.key_place(step)
            case ListNode(), int() if step < len(node.items):
                below = node.items[step]
                place = below.place
            case _:
                return place
        node = below
    return place


def _text(file: Readable, name: str) -> str:
    try:
        content = file.read_bytes()
    except OSError as error:
        raise InputError(
            "handbook file",
            f"cannot be read ({(error.strerror or 'unknown reason').lower()})",
            "check that it is there and that you may read it",
            place=Place(name),
        ) from None
    if len(content) > LARGEST_FILE:
        raise InputError(
            "handbook file",
            f"has {len(content)} bytes, more than the {LARGEST_FILE} that are read",
            "split it",
            place=Place(name),
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            "handbook file",
            "is not UTF-8 text",
            "save it with the encoding UTF-8",
            place=Place(name, content[: error.start].count(b"\n") + 1),
        ) from None


class _Composer:
    """Builds nodes from the parser's events, so that nothing is built that was not looked at."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._depth = 0

    def compose(self, text: str) -> Node:
        try:
            events = self._guarded(yaml.parse(text, Loader=_Loader))
            node = self._first(events)
        except yaml.MarkedYAMLError as error:
            raise self._broken(error) from None
        except yaml.YAMLError as error:
            what = " ".join(str(error).split())
            raise InputError(
                "yaml", f"cannot be read ({what})", "remove it", place=Place(self._name)
            ) from None
        return node

    def _first(self, events: Iterator[yaml.Event]) -> Node:
        node: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if node is not None:
                    raise self._refused(event, "has a second document", "keep one per file")
                node = self._node(next(events), events)
        if node is None:
            place = Place(self._name)
            return Scalar("", place, is_null=True)
        return node

    def _guarded(self, events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
        for event in events:
            anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
            if isinstance(event, yaml.AliasEvent):
                raise self._refused(event, f"uses the alias *{anchor}", "write the value out")
            if anchor:
                raise self._refused(event, f"sets the anchor &{anchor}", "write the values out")
            if tag not in {None, "!"}:
                raise self._refused(event, f"has the tag {tag}", "remove the tag")
            yield event

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event]) -> Node:
        place = self._place(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, place)
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._refused(event, f"nests deeper than {DEEPEST} levels", "flatten it")
        if isinstance(event, yaml.SequenceStartEvent):
            node: Node = ListNode(tuple(self._items(events)), place)
        else:
            node = MapNode(tuple(self._entries(events)), place)
        self._depth -= 1
        return node

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> Scalar:
        if len(event.value) > LONGEST_SCALAR:
            raise self._refused(
                event,
                f"has a text of {len(event.value)} characters, more than {LONGEST_SCALAR}",
                "shorten it",
            )
        is_plain = event.style in {None, ""}
        return Scalar(event.value, place, is_null=is_plain and event.value in _NULLS)

    def _items(self, events: Iterator[yaml.Event]) -> Iterator[Node]:
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                return
            yield self._node(event, events)

    def _entries(self, events: Iterator[yaml.Event]) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, Place] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                return
            key = self._node(event, events)
            if not isinstance(key, Scalar):
                raise self._refused(event, "has a list or mapping as a key", "use a word as key")
            if key.text in seen:
                raise self._refused(
                    event,
                    f"has the key {key.text} twice, first on line {seen[key.text].line}",
                    "keep one",
                )
            seen[key.text] = key.place
            yield key, self._node(next(events), events)

    def _place(self, event: yaml.Event) -> Place:
        mark: Any = event.start_mark
        return Place(self._name, mark.line + 1, mark.column + 1)

    def _refused(self, event: yaml.Event, problem: str, remedy: str) -> InputError:
        return InputError("yaml", problem, remedy, place=self._place(event))

    def _broken(self, error: yaml.MarkedYAMLError) -> InputError:
        mark = error.problem_mark or error.context_mark
        place = Place(self._name, mark.line + 1, mark.column + 1) if mark else Place(self._name)
        problem = " ".join((error.problem or "it is broken").split())
        return InputError(
            "yaml",
            f"cannot be read ({problem})",
            "check the indentation, the colons and the quotes around this place",
            place=place,
        )
