"""Rounding is named by the plan: a mode and a point."""

from __future__ import annotations

from decimal import Context, Decimal, localcontext
from fractions import Fraction

import pytest

from accountkit.values.numbers import InexactNumberError
from accountkit.values.rounding import Rounding, RoundingMode, RoundingPoint, round_to


@pytest.mark.parametrize(
    "value, half_up, half_even, down, up",
    [
        ("0.5", "1", "0", "0", "1"),
        ("1.5", "2", "2", "1", "2"),
        ("2.5", "3", "2", "2", "3"),
        ("2.49", "2", "2", "2", "3"),
        ("2.51", "3", "3", "2", "3"),
        ("2", "2", "2", "2", "2"),
        ("-0.5", "-1", "0", "0", "-1"),
        ("-1.5", "-2", "-2", "-1", "-2"),
        ("-2.5", "-3", "-2", "-2", "-3"),
        ("-2.51", "-3", "-3", "-2", "-3"),
    ],
)
def test_each_mode_takes_its_neighbour(
    value: str, half_up: str, half_even: str, down: str, up: str
) -> None:
    """Half up and up go away from zero, down toward zero, half even to the even neighbour."""
    expected = [Decimal(half_up), Decimal(half_even), Decimal(down), Decimal(up)]
    assert expected == [round_to(Decimal(value), 0, mode) for mode in RoundingMode]


def test_the_result_has_the_digits_asked_for() -> None:
    """1 with two digits is 1.00; minus two digits are whole hundreds."""
    assert "1.00" == str(round_to(1, 2, RoundingMode.DOWN))
    assert "0.67" == str(round_to(Fraction(2, 3), 2, RoundingMode.HALF_UP))
    assert "1300" == str(round_to(1250, -2, RoundingMode.HALF_UP))


def test_a_number_of_many_digits_is_rounded_exactly() -> None:
    """Just below the middle is below it, at the fortieth digit too, in any decimal context."""
    below_middle = Fraction(1, 2) - Fraction(1, 10**40)
    with localcontext(Context(prec=3)):
        assert Decimal(0) == round_to(below_middle, 0, RoundingMode.HALF_UP)
        assert "9" * 36 + ".01" == str(round_to(Decimal("9" * 36 + ".005"), 2, RoundingMode.UP))


def test_a_float_cannot_be_rounded() -> None:
    """2.675 as a float is less than it looks, so its half would be decided by accident."""
    with pytest.raises(InexactNumberError):
        round_to(2.675, 2, RoundingMode.HALF_UP)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]


def test_a_plan_that_says_nothing_rounds_each_component_half_up() -> None:
    """Half up, away from zero, per component, is the default (design 4.3)."""
    assert Rounding(RoundingMode.HALF_UP, RoundingPoint.COMPONENT) == Rounding()
