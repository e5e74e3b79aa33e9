"""Circles: things that depend on each other all the way round."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter

__all__ = ["circle_in"]


def circle_in(needs: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """A circle of ids, each of which needs the next, the first again at the end; none is empty.

    >>> circle_in({"a": ["b"], "b": ["c"], "c": ["a"]})[0] == "a"
    True
    """
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return tuple(reversed(found))
    return ()
