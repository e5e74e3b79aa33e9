"""Tidy trees and lines of text: where things stand in a picture."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accountkit.documents._text_widths import broken_into_lines
from accountkit.documents._tidy_tree import Branch, arranged
from accountkit.documents.tree import Inline, Run, inline, plain_text

Tree: TypeAlias = "tuple[Tree, ...]"
"""A node is the nodes below it."""


def trees() -> st.SearchStrategy[Tree]:
    """Trees of any shape."""
    nodes: st.SearchStrategy[Tree] = st.recursive(
        st.just(()), lambda below: st.lists(below, max_size=4).map(tuple), max_leaves=25
    )
    return nodes


def all_of(branches: tuple[Branch[Tree], ...]) -> list[Branch[Tree]]:
    """Branches in reading order."""
    return [one for branch in branches for one in (branch, *all_of(branch.below))]


def places(tops: Tree) -> list[tuple[int, int]]:
    """Level and place of each node, in reading order."""
    found = all_of(arranged(tops, lambda node: node, step=10))
    return [(branch.level, branch.place) for branch in found]


@pytest.mark.parametrize(
    "tops, expected",
    [
        ((), []),
        (((),), [(0, 0)]),
        (((), ()), [(0, 0), (0, 10)]),
        ((((), ()),), [(0, 5), (1, 0), (1, 10)]),
        ((((), (), ()),), [(0, 10), (1, 0), (1, 10), (1, 20)]),
        # The seats below the first stand beside the second, not below it.
        (((((), (), ()), ()),), [(0, 15), (1, 10), (2, 0), (2, 10), (2, 20), (1, 20)]),
    ],
)
def test_small_trees(tops: Tree, expected: list[tuple[int, int]]) -> None:
    """Worked out on squared paper, ten squares to a step."""
    assert expected == places(tops)


@given(st.lists(trees(), max_size=3).map(tuple))
def test_a_tree_is_tidy(tops: Tree) -> None:
    """Nodes of a level are apart and in order, parents in the middle, the leftmost at zero."""
    branches = all_of(arranged(tops, lambda node: node, step=10))
    rows: defaultdict[int, list[int]] = defaultdict(list)
    for branch in branches:
        rows[branch.level].append(branch.place)
        if branch.below:
            middle = (branch.below[0].place + branch.below[-1].place) // 2
            assert branch.place in {middle, middle + 1}
            assert {branch.level + 1} == {below.level for below in branch.below}

    for row in rows.values():
        assert all(right - left >= 10 for left, right in pairwise(row))
    assert min((branch.place for branch in branches), default=0) == 0


@pytest.mark.parametrize(
    "text, lines",
    [
        ("", []),
        ("Ana Cruz", ["Ana Cruz"]),
        ("Ana Maria Cruz", ["Ana Maria ", "Cruz"]),
        ("AAAAAAAAAAAAAAA", ["AAAAAAAAAA", "AAAAA"]),
        ("Ana\nCruz", ["Ana\n", "Cruz"]),
        ("Ana\n", ["Ana\n"]),
        ("Ana\n\nCruz", ["Ana\n", "\n", "Cruz"]),
        ("  Ana", ["  Ana"]),
    ],
)
def test_lines_break_where_there_is_room(text: str, lines: list[str]) -> None:
    """After spaces and typed ends of lines; a long word within itself. Ten capitals fit here."""
    assert lines == [plain_text(line) for line in broken_into_lines(inline(text), 8000)]


def test_lines_keep_their_languages() -> None:
    """A title that is borrowed in part stays marked after it is broken."""
    content: Inline = (Run("direktor: "), Run("head of sales", "en"))

    assert (
        (Run("direktor: "),),
        (Run("head of ", "en"),),
        (Run("sales", "en"),),
    ) == broken_into_lines(content, 6000)


@given(st.lists(st.builds(Run, st.text(), st.sampled_from([None, "en"])), max_size=4).map(tuple))
def test_lines_hold_every_sign(content: Inline) -> None:
    """Nothing is lost, and nothing added."""
    lines = broken_into_lines(content, 4000)

    assert plain_text(content) == "".join(plain_text(line) for line in lines)
    assert all(plain_text(line) for line in lines)
