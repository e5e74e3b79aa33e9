"""Tables: what a ladder or the row of a grid gives at a position, read from its bands alone."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import attrs
from tests.agreement.oracle.unpayable import Unpayable

from accountkit.plans.rate_tables import Grid, GridAxis
from accountkit.values.ladders import Below, Edge, Ladder, LadderShape

__all__ = ["Table", "band_reached", "given_at", "of_grid", "of_ladder", "priced"]

_ZERO = Fraction(0)


@attrs.frozen(kw_only=True)
class Table:
    """Bands with a start and a value each; ``end`` is that of the last band, if it has one."""

    shape: LadderShape
    starts: Sequence[Fraction]
    values: Sequence[Fraction]
    end: Fraction | None
    edge: Edge
    below: Below | None


def of_ladder(ladder: Ladder) -> Table:
    """A ladder as a table."""
    return Table(
        shape=ladder.shape,
        starts=[band.start for band in ladder.bands],
        values=[band.value for band in ladder.bands],
        end=ladder.bands[-1].end,
        edge=ladder.edge,
        below=ladder.below,
    )


def of_grid(grid: Grid, positions: Sequence[Fraction]) -> Table | None:
    """The row of a grid that the positions on all axes but the last choose, if they choose one."""
    row = 0
    for axis, position in zip(grid.axes[:-1], positions, strict=True):
        band = band_reached(_along(axis, [_ZERO] * len(axis.starts), LadderShape.WHOLE), position)
        if band is None:
            return None
        row = row * len(axis.starts) + band
    return _along(grid.axes[-1], grid.rows[row], grid.shape)


def _along(axis: GridAxis, values: Sequence[Fraction], shape: LadderShape) -> Table:
    return Table(
        shape=shape,
        starts=axis.starts,
        values=values,
        end=None,
        edge=axis.edge,
        below=axis.below,
    )


def band_reached(table: Table, position: Fraction) -> int | None:
    """The number of the band that holds at a position; none where nothing is given there."""
    reached = None
    for number, start in enumerate(table.starts):
        if position > start:
            reached = number
        if position == start and table.edge is Edge.AT_OR_ABOVE:
            reached = number
        if position == start and number == 0 and table.below is None:
            reached = number
    if reached is None:
        if table.below is Below.EXTEND:
            return 0
        if table.below is Below.ZERO:
            return None
        if table.below is None and table.shape is LadderShape.SLICED:
            return None
        raise Unpayable(f"{position} is below the table")
    is_last = reached == len(table.starts) - 1
    if is_last and table.end is not None and position > table.end:
        raise Unpayable(f"{position} is above the table")
    return reached


def given_at(table: Table, position: Fraction) -> Fraction:
    """The value at a position of a table that is not sliced; nothing below it gives zero."""
    reached = band_reached(table, position)
    if reached is None:
        return _ZERO
    start, value = table.starts[reached], table.values[reached]
    is_last = reached == len(table.starts) - 1
    if table.shape is not LadderShape.CURVE or is_last or position <= start:
        return value
    next_start, next_value = table.starts[reached + 1], table.values[reached + 1]
    return value + (next_value - value) * (position - start) / (next_start - start)


def priced(table: Table, position: Fraction, base: Fraction) -> Fraction:
    """What a base comes to at the rates of a table.

    Sliced, each band prices that part of the base which its slice is of the position.
    """
    if table.shape is not LadderShape.SLICED:
        return base * given_at(table, position)
    reached = band_reached(table, position)
    if reached is None or position == 0:
        return _ZERO
    total = _ZERO
    for number in range(reached + 1):
        start = table.starts[number]
        if number == 0 and table.below is Below.EXTEND:
            start = _ZERO
        end = position if number == reached else table.starts[number + 1]
        total += base * (end - start) / position * table.values[number]
    return total
