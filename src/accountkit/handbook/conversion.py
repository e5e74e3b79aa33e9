"""Conversion: from the nodes of a file to typed objects, with every problem in its place.

``accountkit.wire`` does the converting and cattrs collects what went wrong; this module turns each
finding into a message with file, line, column and remedy.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, TypeAlias, TypeVar

from cattrs import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError
from cattrs.errors import AttributeValidationNote, IterableValidationNote

from accountkit.errors import AccountkitError, InputError, Place, Problems, TermsError, did_you_mean
from accountkit.handbook.nodes import ListNode, MapNode, Node, find, plain_data, repeated_keys
from accountkit.wire import CONVERTER, members, noun, shown, wire_key

__all__ = ["MOST_PROBLEMS", "structure"]

MOST_PROBLEMS = 100
"""The most problems that are told of one file; the rest come once those are mended."""

T = TypeVar("T")
Path: TypeAlias = tuple[str | int, ...]
Group: TypeAlias = ClassValidationError | IterableValidationError

_NAMED_BY_KEY = frozenset({"value", "list"})


def structure(node: Node, cls: type[T], subject: str) -> T:
    """Build an object from a node.

    Raises:
        Problems: everything that is wrong, each with its place.
    """
    problems: list[AccountkitError] = list(islice(repeated_keys(node), MOST_PROBLEMS))
    try:
        built = CONVERTER.structure(plain_data(node), cls)
    except (ClassValidationError, IterableValidationError) as group:
        problems += islice(_problems(group, node, ()), MOST_PROBLEMS)
    except AccountkitError as error:
        problems.append(_placed(error, node, (), error.path))
    else:
        if not problems:
            return built
    problems.sort(key=lambda problem: problem.place.key if problem.place else ("", 0, 0))
    raise Problems(f"{subject}: {len(problems)} problems", problems[:MOST_PROBLEMS])


def _problems(group: Group, node: Node, path: Path) -> Iterator[AccountkitError]:
    cls = group.cl
    for error in group.exceptions:
        step = _step(error, cls)
        below = path if step is None else (*path, step)
        match error:
            case ClassValidationError() | IterableValidationError():
                yield from _problems(error, node, below)
            case ForbiddenExtraKeysError():
                yield from _unknown_keys(error, node, below)
            case AccountkitError():
                inside = _written(error.path, cls) if step is None else error.path
                yield _placed(error, node, below, inside)
            case KeyError() if step is not None:
                yield _absent(str(step), cls, find(node, path))
            case _:
                raise error


def _step(error: BaseException, cls: Any) -> str | int | None:
    """The key or position that cattrs noted on an error."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return wire_key(cls, note.name)
        if isinstance(note, IterableValidationNote):
            return note.index
    return None


def _written(path: Path, cls: type) -> Path:
    """A path that starts at a field of the class, starting at the key of that field."""
    match path:
        case (str(field), *below):
            return (wire_key(cls, field), *below)
        case _:
            return path


def _placed(error: AccountkitError, node: Node, path: Path, below: Path) -> AccountkitError:
    where = (*path, *below)
    subject = error.subject
    if subject in _NAMED_BY_KEY:
        subject = next((str(step) for step in reversed(path) if isinstance(step, str)), subject)
    cls = TermsError if isinstance(error, TermsError) else InputError
    return cls(
        subject,
        error.problem,
        error.remedy,
        clause=error.clause,
        place=find(node, where),
        path=where,
    )


def _unknown_keys(
    error: ForbiddenExtraKeysError, node: Node, path: Path
) -> Iterator[AccountkitError]:
    cls = error.cl
    known = [wire_key(cls, field.name) for field in members(cls)]
    where = _at(node, path)
    if not isinstance(where, MapNode):
        return
    for key, _ in where.entries:
        if key.text in error.extra_fields:
            yield InputError(
                noun(cls),
                f"has no key {shown(key.text)}",
                did_you_mean(key.text, known, f"its keys are {', '.join(known)}"),
                place=key.place,
            )


def _at(node: Node, path: Path) -> Node | None:
    """The node that a path leads to."""
    found: Node | None = node
    for step in path:
        match found, step:
            case MapNode(), str():
                found = found.get(step)
            case ListNode(), int():
                found = found.items[step]
            case _:
                return None
    return found


def _absent(key: str, cls: type, place: Place) -> InputError:
    docs = {wire_key(cls, field.name): field.metadata.get("doc") for field in members(cls)}
    return InputError(
        noun(cls), f"lacks the key {key}", f"add {key}: {docs.get(key) or '...'}", place=place
    )
