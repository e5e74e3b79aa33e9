"""Rates: what a table gives for a position, and what a base comes to by it.

Terms are in ``accountkit.plans.rate_tables`` and ``accountkit.values.ladders``. Nothing is rounded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import NamedTuple, Protocol, TypeAlias

from accountkit.plans.rate_tables import Axis, Grid
from accountkit.values.ladders import Ladder, LadderShape

__all__ = ["Place", "Positions", "Priced", "Table", "place_in", "price", "total"]

_ZERO = Fraction(0)

Positions: TypeAlias = Callable[[Axis, str | None], Fraction]
"""Where somebody or something stands on an axis, by a measure or by what is priced."""


class Table(Protocol):
    """What states a ladder over an axis, or a grid."""

    @property
    def over(self) -> Axis | None:
        """What the ladder measures."""
        ...

    @property
    def ladder(self) -> Ladder | None:
        """Values by bands."""
        ...

    @property
    def grid(self) -> Grid | None:
        """Values by two or three dimensions."""
        ...


class Place(NamedTuple):
    """The ladder that applies, the axis it is over, and where on it somebody stands."""

    ladder: Ladder
    axis: Axis
    position: Fraction


class Priced(NamedTuple):
    """One piece of a base with the rate that prices it.

    ``start`` and ``width`` are those of a slice on the axis; without slices they are ``None``.
    """

    base: Fraction
    rate: Fraction
    start: Fraction | None = None
    width: Fraction | None = None


def place_in(table: Table, by: str | None, positions: Positions) -> Place | None:
    """Where a table is entered; ``None`` where it gives nothing, whatever the base.

    Raises:
        TermsError: a position is outside the table.
    """
    if table.grid is not None:
        return _place_in_grid(table.grid, by, positions)
    assert table.ladder is not None  # noqa: S101 - the term states one of the two
    assert table.over is not None  # noqa: S101 - and what it is over
    return Place(table.ladder, table.over, positions(table.over, by))


def _place_in_grid(grid: Grid, by: str | None, positions: Positions) -> Place | None:
    found = [positions(axis.over, axis.by or by) for axis in grid.axes]
    ladder = grid.row(tuple(found[:-1]))
    return None if ladder is None else Place(ladder, grid.axes[-1].over, found[-1])


def total(place: Place, base: Fraction) -> Fraction:
    """What the pieces of a base come to together; the same as adding them up, and faster.

    Raises:
        TermsError: the position is outside the ladder.
    """
    value = place.ladder.value_at(place.position)
    if place.ladder.shape is not LadderShape.SLICED:
        return base * value
    position = place.position
    if base == position or not value:
        return value
    return Fraction(
        base.numerator * value.numerator * position.denominator,
        base.denominator * value.denominator * position.numerator,
    )


def price(place: Place, base: Fraction) -> Iterator[Priced]:
    """The pieces of a base that the ladder prices.

    Slices divide the base as they divide the position: a third of the way is a third of the base.

    Raises:
        TermsError: the position is outside the ladder.
    """
    if place.ladder.shape is not LadderShape.SLICED:
        yield Priced(base, place.ladder.value_at(place.position))
        return
    unit = base / place.position if place.position else _ZERO
    for piece in place.ladder.slices(place.position):
        yield Priced(piece.width * unit, piece.value, piece.start, piece.width)
