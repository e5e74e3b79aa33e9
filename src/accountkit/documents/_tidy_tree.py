"""Tidy trees: where the nodes of a tree stand, so that none meets another.

Nodes of one level stand in a row, in reading order and at least a step apart; whoever has others
below stands in the middle above them. Places are whole numbers, without a unit.

Source:
    The rules are those of Reingold and Tilford, "Tidier Drawings of Trees" (1981).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import Generic, TypeAlias, TypeVar

import attrs

__all__ = ["Branch", "arranged"]

T = TypeVar("T")

Outline: TypeAlias = list[tuple[int, int]]
"""The leftmost and the rightmost place of each level."""


@attrs.frozen
class Branch(Generic[T]):
    """A node with its place in its row, its level (from zero), and the branches below it."""

    node: T
    place: int
    level: int
    below: tuple[Branch[T], ...]

    def moved(self, by: int) -> Branch[T]:
        """The same, all of it moved to the right."""
        below = tuple(branch.moved(by) for branch in self.below)
        return Branch(self.node, self.place + by, self.level, below)


def arranged(
    tops: Sequence[T], below: Callable[[T], Sequence[T]], *, step: int
) -> tuple[Branch[T], ...]:
    """The places of all nodes; the leftmost of them is at zero.

    Args:
        tops: the nodes that stand below no other.
        below: gives the nodes below one.
        step: the least distance between two nodes of one level.
    """

    def branch(node: T, level: int) -> tuple[Branch[T], Outline]:
        others, outline = side_by_side(below(node), level + 1)
        middle = (others[0].place + others[-1].place) // 2 if others else 0
        moved = tuple(other.moved(-middle) for other in others)
        sides = [(left - middle, right - middle) for left, right in outline]
        return Branch(node, 0, level, moved), [(0, 0), *sides]

    def side_by_side(nodes: Sequence[T], level: int) -> tuple[list[Branch[T]], Outline]:
        placed: list[Branch[T]] = []
        whole: Outline = []
        for one, outline in (branch(node, level) for node in nodes):
            meeting = zip(whole, outline, strict=False)
            by = max((right - left + step for (_, right), (left, _) in meeting), default=0)
            placed.append(one.moved(by))
            whole = [
                (before[0] if before else own[0] + by, own[1] + by if own else before[1])
                for before, own in zip_longest(whole, outline)
            ]
        return placed, whole

    branches, outline = side_by_side(tops, 0)
    leftmost = min((left for left, _ in outline), default=0)
    return tuple(one.moved(-leftmost) for one in branches)
