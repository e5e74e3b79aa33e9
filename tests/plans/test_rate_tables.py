"""Tables of two and three dimensions."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from accountkit.errors import TermsError
from accountkit.plans.rate_tables import Axis, Grid, GridAxis
from accountkit.values.ladders import Below, Edge, LadderShape

ONE = Fraction(1)
DISCOUNT = GridAxis(
    over=Axis.DISCOUNT, starts=(Fraction(0), Fraction(1, 10)), edge=Edge.ABOVE, below=Below.EXTEND
)
AMOUNT = GridAxis(over=Axis.AMOUNT, starts=(Fraction(0), Fraction(100)))


@pytest.mark.parametrize(
    "build, message",
    [
        (
            lambda: Grid(axes=(DISCOUNT,), rows=((ONE, ONE),)),
            "grid: has 1 axis; give two or three; a table of one is a ladder",
        ),
        (
            lambda: Grid(axes=(DISCOUNT,) * 4, rows=((ONE, ONE),) * 8),
            "grid: has 4 axes; give two or three; a table of one is a ladder",
        ),
        (
            lambda: Grid(axes=(DISCOUNT, AMOUNT), rows=((ONE, ONE),)),
            (
                "grid: has 1 rows where its axes make 2; give one for each band of the axes "
                "before the last"
            ),
        ),
        (
            lambda: Grid(axes=(DISCOUNT, AMOUNT), rows=((ONE, ONE), (ONE,))),
            (
                "grid: row 2 has 1 values where the last axis has 2 bands; give one value for "
                "each band"
            ),
        ),
        (
            lambda: GridAxis(over=Axis.AMOUNT, starts=()),
            "starts: is empty; give at least one",
        ),
    ],
)
def test_what_does_not_fit_is_refused(build: Callable[[], object], message: str) -> None:
    """Each message says what is wrong and what to write instead."""
    with pytest.raises(TermsError) as error:
        build()
    assert message == str(error.value)


def test_the_first_axes_choose_a_row_and_the_last_runs_along_it() -> None:
    """Up to 10% discount the first row, above it the second; from 100 on its second value."""
    grid = Grid(
        axes=(DISCOUNT, AMOUNT),
        rows=((Fraction(5), Fraction(6)), (Fraction(1), Fraction(2))),
    )
    first, second = grid.row((Fraction(1, 10),)), grid.row((Fraction(11, 100),))

    assert first is not None
    assert second is not None
    assert (Fraction(5), Fraction(6)) == (
        first.value_at(Fraction(99)),
        first.value_at(Fraction(100)),
    )
    assert (Fraction(1), Fraction(2)) == (
        second.value_at(Fraction(0)),
        second.value_at(Fraction(500)),
    )


def test_rows_of_three_axes_run_through_the_second_first() -> None:
    """Row 3 of 4 is the second band of the first axis with the first of the second."""
    rows = tuple((Fraction(n), Fraction(10 * n)) for n in (1, 2, 3, 4))
    grid = Grid(axes=(AMOUNT, AMOUNT, AMOUNT), rows=rows)
    row = grid.row((Fraction(100), Fraction(99)))

    assert row is not None
    assert Fraction(3) == row.value_at(Fraction(0))


def test_below_the_first_band_there_is_no_row() -> None:
    """An axis that gives nothing there chooses none."""
    axis = GridAxis(over=Axis.AMOUNT, starts=(Fraction(10),), below=Below.ZERO)
    grid = Grid(axes=(axis, AMOUNT), rows=((ONE, ONE),), shape=LadderShape.WHOLE)

    assert grid.row((Fraction(9),)) is None
    assert grid.row((Fraction(10),)) is not None
