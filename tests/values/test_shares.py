"""Shares sum to the total, to the last centavo."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from accountkit.errors import UsageError
from accountkit.values.money import Money
from accountkit.values.numbers import InexactNumberError
from accountkit.values.shares import share_out, share_out_units


@pytest.mark.parametrize(
    "total, weights, expected",
    [
        (100, [1, 1, 1], (34, 33, 33)),
        (101, [1, 1, 1], (34, 34, 33)),
        (10, [3, 3, 1], (4, 4, 2)),
        (-100, [1, 1, 1], (-34, -33, -33)),
        (7, [0, 1, 0], (0, 7, 0)),
        (1, [0, 1, 1], (0, 1, 0)),
        (0, [1, 2], (0, 0)),
        (100, [Decimal("0.7"), Fraction(3, 10)], (70, 30)),
        (5, [Fraction(1, 3), Fraction(2, 3)], (2, 3)),
    ],
)
def test_what_is_left_goes_to_the_largest_remainders(
    total: int, weights: list[Any], expected: tuple[int, ...]
) -> None:
    """Largest remainder, ties to the first; a negative total mirrors the positive (design 4.5).

    10 over 3, 3, 1: exact shares 4 2/7, 4 2/7, 1 3/7; the unit left goes to the last.
    """
    assert expected == share_out_units(total, weights)


def test_money_is_shared_out_in_its_smallest_unit() -> None:
    """100 pesos among three leave a centavo, 100 yen a yen; both go to the first."""
    pesos = share_out(Money.of(100, "PHP"), [1, 1, 1])
    assert ["PHP 33.34", "PHP 33.33", "PHP 33.33"] == [str(part) for part in pesos]
    yen = share_out(Money.of(100, "JPY"), [1, 1, 1])
    assert ["JPY 34", "JPY 33", "JPY 33"] == [str(part) for part in yen]


@pytest.mark.parametrize(
    "weights, fault",
    [
        ([], "shares: there is no weight to share by"),
        ([0, 0], "shares: all weights are zero"),
        ([1, -2], "shares: weight 2 is -2, below zero"),
    ],
)
def test_weights_that_share_nothing_are_refused(weights: list[int], fault: str) -> None:
    """Shares need at least one weight above zero, and none below."""
    with pytest.raises(UsageError) as caught:
        share_out(Money.of(100, "PHP"), weights)
    assert str(caught.value).startswith(fault)


def test_a_float_is_no_weight() -> None:
    """A third as a float is less than a third."""
    with pytest.raises(InexactNumberError, match=r"weight 2: 0.5 is a binary"):
        share_out_units(1, [1, 0.5])  # type: ignore[list-item] # pyright: ignore[reportArgumentType]
