"""Conversion: from the nodes of a file to typed objects, with every problem in its place.

``accountkit.wire`` does the converting and cattrs collects what went wrong; this module turns each
finding into a message with file, line, column and remedy.
"""

from __future__ import annotations

import typing
from collections.abc import Iterator
from typing import Any, TypeVar

from cattrs import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError
from cattrs.errors import AttributeValidationNote, IterableValidationNote

from accountkit.errors import AccountkitError, InputError, Problems, TermsError, did_you_mean
from accountkit.handbook.nodes import MapNode, Node, find, plain_data
from accountkit.wire import CONVERTER, members, noun, wire_key

__all__ = ["structure"]

T = TypeVar("T")


def structure(node: Node, cls: type[T], subject: str) -> T:
    """Build an object from a node.

    Raises:
        Problems: everything that is wrong, each with its place.
    """
    try:
        return CONVERTER.structure(plain_data(node), cls)
    except (ClassValidationError, IterableValidationError) as group:
        problems = list(_problems(group, node, ()))
    except AccountkitError as error:
        problems = [_placed(error, node, ())]
    problems.sort(key=lambda problem: problem.place.key if problem.place else ("", 0, 0))
    raise Problems(f"{subject}: {len(problems)} problems", problems)


def _problems(
    group: ClassValidationError | IterableValidationError,
    node: Node,
    path: tuple[str | int, ...],
) -> Iterator[AccountkitError]:
    cls = getattr(group, "cl", None)
    for error in group.exceptions:
        step = _step(error, cls)
        below = path if step is None else (*path, step)
        match error:
            case ClassValidationError() | IterableValidationError():
                yield from _problems(error, node, below)
            case ForbiddenExtraKeysError():
                yield from _unknown_keys(error, node, below)
            case AccountkitError():
                yield _placed(error, node, below)
            case KeyError() if step is not None:
                yield _absent(str(step), cls, node, path)
            case _:
                raise error


def _step(error: BaseException, cls: Any) -> str | int | None:
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return wire_key(cls, note.name)
        if isinstance(note, IterableValidationNote):
            return note.index
    return None


def _placed(error: AccountkitError, node: Node, path: tuple[str | int, ...]) -> AccountkitError:
    where = (*path, *error.path)
    subject = error.subject
    if subject in {"value", "list"} and path:
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
    error: ForbiddenExtraKeysError, node: Node, path: tuple[str | int, ...]
) -> Iterator[AccountkitError]:
    cls = error.cl
    known = [wire_key(cls, field.name) for field in members(cls)]
    for key in sorted(error.extra_fields):
        yield InputError(
            noun(cls),
            f"has no key {key}",
            did_you_mean(key, known, f"its keys are {', '.join(known)}"),
            place=_key_place(node, path, key),
        )


def _key_place(node: Node, path: tuple[str | int, ...], key: str) -> Any:
    for step in path:
        match node, step:
            case MapNode(), str():
                node = node.get(step) or node
            case _:
                node = typing.cast("Any", node).items[step]
    return node.key_place(key) if isinstance(node, MapNode) else node.place


def _absent(key: str, cls: Any, node: Node, path: tuple[str | int, ...]) -> InputError:
    return InputError(
        noun(cls),
        f"lacks the key {key}",
        f"add {key}: {_doc(cls, key)}",
        place=find(node, path),
    )


def _doc(cls: type, key: str) -> str:
    for field in members(cls):
        if wire_key(cls, field.name) == key:
            return str(field.metadata.get("doc", "..."))
    return "..."
