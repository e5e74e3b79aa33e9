"""What a table gives for a position, and what a base comes to by it."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from accountkit.engine.pay.rates import Place, Priced, place_in, price
from accountkit.errors import TermsError
from accountkit.plans.rate_tables import Axis, Grid, GridAxis
from accountkit.testing.pay import a_commission, a_grid, a_ladder
from accountkit.values.ladders import Below, Ladder

TWO_BANDS = ("0% 1%", "100% 3%")


def at(**positions: str) -> Callable[[Axis, str | None], Fraction]:
    """Positions by the name of the axis."""

    def position(axis: Axis, by: str | None) -> Fraction:
        del by
        return Fraction(positions[axis.value])

    return position


def priced(ladder: Ladder, position: str, base: str) -> list[tuple[Fraction, Fraction]]:
    """The pieces of a base, each with its rate."""
    place = Place(ladder, Axis.ATTAINMENT, Fraction(position))
    return [(piece.base, piece.rate) for piece in price(place, Fraction(base))]


def test_slices_divide_the_base_as_they_divide_the_position() -> None:
    """At 120% with a base of 600, 100 of 120 are 500 at 1%, and 20 are 100 at 3%."""
    found = priced(a_ladder("sliced", *TWO_BANDS), "6/5", "600")
    assert [(Fraction(500), Fraction(1, 100)), (Fraction(100), Fraction(3, 100))] == found


def test_a_slice_says_where_it_lies_on_the_axis() -> None:
    """The second one starts at 100% and is 20% wide."""
    place = Place(a_ladder("sliced", *TWO_BANDS), Axis.ATTAINMENT, Fraction(6, 5))
    *_, second = price(place, Fraction(600))
    assert Priced(Fraction(100), Fraction(3, 100), Fraction(1), Fraction(1, 5)) == second


def test_the_whole_base_is_priced_by_the_band_reached_or_the_point_on_the_line() -> None:
    """At 120%: 3% by the band, and 2.2% on the line from 1% at nothing to 3% at 200%."""
    assert [(Fraction(600), Fraction(3, 100))] == priced(
        a_ladder("whole", *TWO_BANDS), "6/5", "600"
    )
    line = a_ladder("curve", "0% 1%", "200% 3%")
    assert [(Fraction(600), Fraction(22, 1000))] == priced(line, "6/5", "600")


def test_a_position_of_nothing_has_no_slices() -> None:
    """Whatever the base: a third of nothing is no way to divide it."""
    assert [] == priced(a_ladder("sliced", *TWO_BANDS), "0", "600")


def test_a_position_below_the_first_band_has_nothing_where_the_table_says_so() -> None:
    """And prices the part above it, where it is reached: 100 of 600 at 120%, from 100% on."""
    ladder = a_ladder("sliced", "100% 3%", below=Below.ZERO)
    assert [] == priced(ladder, "1/2", "600")
    assert [(Fraction(100), Fraction(3, 100))] == priced(ladder, "6/5", "600")


def test_a_position_outside_the_table_is_refused() -> None:
    """Below a whole table that starts at zero there is nothing."""
    with pytest.raises(TermsError, match="below its first band"):
        priced(a_ladder("whole", *TWO_BANDS), "-1/100", "600")


# --- where a table is entered ---------------------------------------------------------------------


def test_a_ladder_is_entered_at_the_position_on_its_axis() -> None:
    """80% of attainment."""
    ladder = a_ladder("whole", *TWO_BANDS)
    place = place_in(a_commission(ladder), None, at(attainment="4/5"))
    assert Place(ladder, Axis.ATTAINMENT, Fraction(4, 5)) == place


GRID = a_grid(
    "tenure 0 12",
    "margin 0% 30%",
    "attainment 0% 100%",
    rows=["1% 2%", "3% 4%", "5% 6%", "7% 8%"],
)
"""Rows by tenure, and within it by margin."""


@pytest.mark.parametrize(
    "tenure, margin, values",
    [
        ("0", "1/10", ("1%", "2%")),
        ("11", "3/10", ("3%", "4%")),
        ("12", "29/100", ("5%", "6%")),
        ("99", "1/2", ("7%", "8%")),
    ],
)
def test_the_axes_before_the_last_choose_a_row(
    tenure: str, margin: str, values: tuple[str, str]
) -> None:
    """The last axis runs along it."""
    place = place_in(a_commission(GRID), None, at(tenure=tenure, margin=margin, attainment="1/2"))
    assert place is not None
    assert (Axis.ATTAINMENT, Fraction(1, 2)) == (place.axis, place.position)
    found = [100 * band.value for band in place.ladder.bands]
    assert [Fraction(value.rstrip("%")) for value in values] == found


def test_a_position_below_an_axis_of_a_grid_is_refused() -> None:
    """A sale at a loss: the first margin is 0%, and the table does not say what holds below."""
    with pytest.raises(TermsError, match="below its first band"):
        place_in(a_commission(GRID), None, at(tenure="0", margin="-1/100", attainment="1"))


def test_a_position_below_an_axis_of_a_grid_gives_nothing_where_the_axis_says_so() -> None:
    """Nothing at a loss, whatever the attainment."""
    grid = Grid(
        axes=(
            GridAxis(over=Axis.MARGIN, starts=(Fraction(0),), below=Below.ZERO),
            GridAxis(over=Axis.ATTAINMENT, starts=(Fraction(0),)),
        ),
        rows=((Fraction(1, 100),),),
    )
    assert place_in(a_commission(grid), None, at(margin="-1/100", attainment="1")) is None
