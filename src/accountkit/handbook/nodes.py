"""Nodes: a YAML file as scalars, lists and mappings that know their line and column.

YAML is read as data and nothing else: every scalar stays the text that was typed, so that no
number ever passes through a float and ``no`` stays a word. Tags, anchors, aliases and several
documents in one file are refused; depth, scalars and size are bounded, so that a hostile file
ends in a message. What the data mean is decided in ``accountkit.handbook.conversion``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeAlias

import attrs
import yaml

from accountkit.errors import InputError, Place
from accountkit.wire import shown

__all__ = [
    "DEEPEST",
    "LARGEST_FILE",
    "LONGEST_SCALAR",
    "ListNode",
    "MapNode",
    "Node",
    "Scalar",
    "find",
    "plain_data",
    "read_nodes",
    "repeated_keys",
]

LARGEST_FILE = 1024 * 1024
"""The most bytes a file may have; what is longer belongs into a table."""

LONGEST_SCALAR = 64 * 1024
"""The most characters one text may have."""

DEEPEST = 32
"""The most levels that lists and mappings may nest."""

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
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
    """A mapping in the order of the file; each key knows its own place.

    A key that stands twice is here twice, and the first one counts (``repeated_keys``).
    """

    entries: tuple[tuple[Scalar, Node], ...]
    place: Place

    @cached_property
    def _by_key(self) -> dict[str, tuple[Scalar, Node]]:
        return {entry[0].text: entry for entry in reversed(self.entries)}

    def get(self, key: str) -> Node | None:
        """What stands under a key."""
        entry = self._by_key.get(key)
        return None if entry is None else entry[1]

    def key_place(self, key: str) -> Place:
        """Where a key stands, else where the mapping begins."""
        entry = self._by_key.get(key)
        return self.place if entry is None else entry[0].place


Node: TypeAlias = Scalar | ListNode | MapNode


def read_nodes(file: Path | Traversable, name: str) -> Node:
    """Read a YAML file; ``name`` is how messages call it.

    Raises:
        InputError: the file cannot be read, is no plain YAML, or is beyond the bounds.
    """
    return _Composer(name, _text(file, name)).compose()


def plain_data(node: Node) -> Any:
    """The node as dictionaries, lists and texts, without places; nothing is ``None``."""
    match node:
        case Scalar():
            return None if node.is_null else node.text
        case ListNode():
            return [plain_data(item) for item in node.items]
        case MapNode():
            found: dict[str, Any] = {}
            for key, value in node.entries:
                found.setdefault(key.text, plain_data(value))
            return found


def repeated_keys(node: Node) -> Iterator[InputError]:
    """What is wrong with each key that stands twice in one mapping."""
    match node:
        case Scalar():
            return
        case ListNode():
            for item in node.items:
                yield from repeated_keys(item)
        case MapNode():
            first: dict[str, Place] = {}
            for key, value in node.entries:
                if first.setdefault(key.text, key.place) is not key.place:
                    line = first[key.text].line
                    yield InputError(
                        "yaml",
                        f"has the key {shown(key.text)} twice, first on line {line}",
                        "keep one",
                        place=key.place,
                    )
                yield from repeated_keys(value)


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


def _text(file: Path | Traversable, name: str) -> str:
    try:
        with file.open("rb") as stream:
            content = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise InputError(
            "handbook file",
            f"cannot be read ({(error.strerror or 'unknown reason').lower()})",
            "check that it is a file and that you may read it",
            place=Place(name),
        ) from None
    if len(content) > LARGEST_FILE:
        raise InputError(
            "handbook file",
            f"has more than the {LARGEST_FILE} bytes that are read",
            "split it, or keep long lists in a table that facts.yaml maps",
            place=Place(name),
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            "handbook file",
            "is not UTF-8 text",
            "save it with the encoding UTF-8",
            place=Place(name, content[: error.start].count(b"\n") + 1),
        ) from None
    unprintable = _UNPRINTABLE.search(text)
    if unprintable is not None:
        before = text[: unprintable.start()]
        raise InputError(
            "handbook file",
            f"holds the control character U+{ord(unprintable[0]):04X}",
            "remove it",
            place=Place(name, before.count("\n") + 1, len(before) - before.rfind("\n")),
        )
    return text


class _Composer:
    """Builds nodes from the parser's events, so that nothing is built that was not looked at."""

    def __init__(self, name: str, text: str) -> None:
        self._name = name
        self._text = text
        self._depth = 0

    def compose(self) -> Node:
        """The node of the only document; an empty file is an empty scalar."""
        try:
            return self._document(self._guarded(yaml.parse(self._text, Loader=_Loader)))
        except yaml.MarkedYAMLError as error:
            raise self._broken(error) from None
        except yaml.YAMLError as error:
            what = " ".join(str(error).split())
            raise InputError(
                "yaml", f"cannot be read ({what})", "remove it", place=Place(self._name)
            ) from None

    def _document(self, events: Iterator[yaml.Event]) -> Node:
        node: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if node is not None:
                    raise self._refused(event, "has a second document", "keep one per file")
                node = self._node(next(events), events)
        return Scalar("", Place(self._name), is_null=True) if node is None else node

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
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                return
            key = self._node(event, events)
            if not isinstance(key, Scalar):
                raise self._refused(event, "has a list or mapping as a key", "use a word as key")
            yield key, self._node(next(events), events)

    def _place(self, event: yaml.Event) -> Place:
        mark: Any = event.start_mark
        return Place(self._name, mark.line + 1, mark.column + 1)

    def _refused(self, event: yaml.Event, problem: str, remedy: str) -> InputError:
        return InputError("yaml", problem, remedy, place=self._place(event))

    def _broken(self, error: yaml.MarkedYAMLError) -> InputError:
        mark = error.problem_mark or error.context_mark
        if mark is None:
            place, letter = Place(self._name), ""
        else:
            place = Place(self._name, mark.line + 1, mark.column + 1)
            letter = self._letter(mark.line, mark.column)
        if letter == "\t":
            return InputError("yaml", "is indented with a tab", "use spaces", place=place)
        if letter and letter in "@`%":
            return InputError(
                "yaml", f"has a text that starts with {letter}", "write it in quotes", place=place
            )
        problem = " ".join((error.problem or "it is broken").split())
        opened = error.context_mark
        if "end of stream" in problem and opened is not None:
            place = Place(self._name, opened.line + 1, opened.column + 1)
            return InputError("yaml", "opens what is never closed", "close it", place=place)
        return InputError(
            "yaml",
            f"cannot be read ({problem})",
            "check the indentation, the colons and the quotes around this place",
            place=place,
        )

    def _letter(self, line: int, column: int) -> str:
        lines = self._text.split("\n")
        return lines[line][column : column + 1] if line < len(lines) else ""
