"""The history of versions, by a timeline worked out by hand.

number   position   approved     in force from
1        -          2025-12-15   2026-01-01
2        north      2026-02-10   2026-03-01
3        -          2026-06-15   2026-07-01
"""

from __future__ import annotations

from datetime import date

import pytest

from accountkit.errors import UnknownNameError
from accountkit.roles import VersionHistory, VersionState
from accountkit.testing.versions import a_version

ONE = a_version(1, date(2026, 1, 1), approved_on=date(2025, 12, 15))
NORTH = a_version(2, date(2026, 3, 1), approved_on=date(2026, 2, 10), position="north")
THREE = a_version(3, date(2026, 7, 1), approved_on=date(2026, 6, 15))
HISTORY = VersionHistory((THREE, ONE, NORTH))


def test_numbers_are_counted_for_the_role() -> None:
    """Versions of a position are numbered among those of the role."""
    assert (ONE, NORTH, THREE) == HISTORY.versions_of("seller")
    assert NORTH == HISTORY.version("seller", 2)
    assert 4 == HISTORY.next_number("seller")
    assert 1 == HISTORY.next_number("buyer")


@pytest.mark.parametrize(
    "role, number, message",
    [
        ("seller", 4, "role seller: has no version 4; it has 1, 2, 3"),
        ("buyer", 1, "role buyer: has no version 1; approve one first"),
    ],
)
def test_a_number_that_nobody_gave(role: str, number: int, message: str) -> None:
    """The message has those that there are."""
    with pytest.raises(UnknownNameError) as refused:
        HISTORY.version(role, number)

    assert message == str(refused.value)


def test_a_version_supersedes_the_one_before_it_of_the_same_position_or_role() -> None:
    """Version 2 is for one position and takes nothing from the rest of the role."""
    assert ONE == HISTORY.predecessor(THREE)
    assert THREE == HISTORY.successor(ONE)
    assert HISTORY.predecessor(NORTH) is None
    assert HISTORY.successor(NORTH) is None
    assert date(2026, 6, 30) == HISTORY.last_day(ONE)
    assert HISTORY.last_day(THREE) is None


@pytest.mark.parametrize(
    "on, number",
    [
        (date(2025, 12, 31), None),
        (date(2026, 1, 1), 1),
        (date(2026, 3, 1), 1),
        (date(2026, 6, 30), 1),
        (date(2026, 7, 1), 3),
        (date(2030, 1, 1), 3),
    ],
)
def test_what_held_for_the_role(on: date, number: int | None) -> None:
    """A version holds from its first day to the eve of the next one's."""
    version = HISTORY.in_force("seller", on)

    assert number == (version.number if version else None)


@pytest.mark.parametrize(
    "on, number",
    [
        (date(2025, 12, 31), None),
        (date(2026, 2, 28), 1),
        (date(2026, 3, 1), 2),
        (date(2026, 7, 1), 2),
    ],
)
def test_what_held_for_a_position_with_a_version_of_its_own(on: date, number: int | None) -> None:
    """Its own version goes before that of the role, from its first day on."""
    version = HISTORY.in_force("seller", on, "north")

    assert number == (version.number if version else None)


def test_what_held_for_a_position_without_one() -> None:
    """The version of the role holds."""
    assert THREE == HISTORY.in_force("seller", date(2026, 7, 1), "south")


def test_the_version_approved_last() -> None:
    """Of the position, or else of the role; whether it holds yet does not matter."""
    assert THREE == HISTORY.latest("seller")
    assert NORTH == HISTORY.latest("seller", "north")
    assert THREE == HISTORY.latest("seller", "south")
    assert HISTORY.latest("buyer") is None


@pytest.mark.parametrize(
    "on, state",
    [
        (date(2025, 12, 14), VersionState.DRAFT),
        (date(2025, 12, 15), VersionState.APPROVED),
        (date(2026, 6, 30), VersionState.APPROVED),
        (date(2026, 7, 1), VersionState.SUPERSEDED),
    ],
)
def test_draft_approved_superseded(on: date, state: VersionState) -> None:
    """Until the approval a draft; from the first day of the next version on superseded."""
    assert state == HISTORY.state(ONE, on)
