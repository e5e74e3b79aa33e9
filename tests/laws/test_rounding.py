"""Laws of rounding."""

from __future__ import annotations

from decimal import Context, Inexact, Rounded, localcontext
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from accountkit.testing.strategies import ratios
from accountkit.values.rounding import RoundingMode, round_to

modes = st.sampled_from(RoundingMode)
digits = st.integers(-2, 4)
HALVES = [RoundingMode.HALF_UP, RoundingMode.HALF_EVEN]


@given(ratios(), digits, modes)
def test_rounding_twice_changes_nothing(value: Fraction, places: int, mode: RoundingMode) -> None:
    """What is rounded is round."""
    once = round_to(value, places, mode)
    assert str(once) == str(round_to(once, places, mode))


@given(ratios(), ratios(), digits, modes)
def test_rounding_keeps_the_order(
    one: Fraction, other: Fraction, places: int, mode: RoundingMode
) -> None:
    """The larger number is never rounded to the smaller result."""
    low, high = sorted([one, other])
    assert round_to(low, places, mode) <= round_to(high, places, mode)


@given(ratios(), digits, modes)
def test_rounding_moves_less_than_one_unit(
    value: Fraction, places: int, mode: RoundingMode
) -> None:
    """And at most half a unit where the nearest is taken."""
    unit = Fraction(10) ** -places
    moved = abs(Fraction(round_to(value, places, mode)) - value)
    assert moved < unit
    if mode in HALVES:
        assert 2 * moved <= unit


@given(ratios(), digits)
def test_down_never_grows_and_up_never_shrinks(value: Fraction, places: int) -> None:
    """Down goes toward zero, up away from it."""
    down, up = (round_to(value, places, mode) for mode in (RoundingMode.DOWN, RoundingMode.UP))
    assert abs(down) <= abs(value) <= abs(up)


@given(st.integers(-(10**6), 10**6), digits)
def test_the_middle_goes_away_from_zero_or_to_the_even(units: int, places: int) -> None:
    """Half up, n + 1/2 becomes n + 1 for n from zero up, and the even of both half even."""
    unit = Fraction(10) ** -places
    middle = (units + Fraction(1, 2)) * unit
    up, even = (Fraction(round_to(middle, places, mode)) / unit for mode in HALVES)
    assert up == (units + 1 if units >= 0 else units)
    assert even == (units if units % 2 == 0 else units + 1)


@given(ratios(), digits, modes)
def test_plus_and_minus_are_rounded_alike(value: Fraction, places: int, mode: RoundingMode) -> None:
    """A return takes back exactly what the sale gave."""
    assert -round_to(value, places, mode) == round_to(-value, places, mode)


@given(ratios(-(10**30), 10**30), digits, modes)
def test_the_ambient_decimal_context_changes_nothing(
    value: Fraction, places: int, mode: RoundingMode
) -> None:
    """The same digits come out in a program that works with three."""
    expected = str(round_to(value, places, mode))
    with localcontext(Context(prec=3, Emin=-2, Emax=2, traps=[Inexact, Rounded])):
        assert expected == str(round_to(value, places, mode))
