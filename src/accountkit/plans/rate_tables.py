"""Rate tables: rates or sums that depend on how far somebody or something has come.

One dimension is a ladder (``accountkit.values.ladders``) over an axis; a *grid* has two or three.
Whoever uses a table says what its values are: rates of a measure, sums of money, or multiples of a
parameter. Positions are plain ratios on the axes attainment, margin and discount, numbers of the
measure's unit on amount and count, months on tenure.
"""

from __future__ import annotations

import enum
from fractions import Fraction

import attrs

from accountkit.errors import TermsError
from accountkit.values.ladders import Band, Below, Edge, Ladder, LadderShape
from accountkit.values.validators import identifier, not_empty

__all__ = ["Axis", "Grid", "GridAxis"]

_FEWEST_AXES, _MOST_AXES = 2, 3


class Axis(enum.Enum):
    """What the bands of a table measure, for a period or for one deal."""

    ATTAINMENT = "attainment"
    """Measure ÷ quota; of a period only."""

    AMOUNT = "amount"
    """The measure's value; of one deal, its part of the measure."""

    COUNT = "count"
    """The value of a measure that counts; of one deal, its quantity."""

    MARGIN = "margin"
    """(Amount − cost) ÷ amount; of a period, of the deals behind the measure together."""

    DISCOUNT = "discount"
    """(List amount − amount) ÷ list amount; of a period, of the deals together."""

    TENURE = "tenure"
    """Whole months since the person's first day; at the period's last day, or on the deal's."""


@attrs.frozen(kw_only=True)
class GridAxis:
    """One dimension of a grid.

    Raises:
        TermsError: no start is given, or starts do not rise.
    """

    over: Axis = attrs.field(metadata={"doc": "what is measured along it"})
    by: str | None = attrs.field(
        default=None,
        validator=identifier,
        metadata={"doc": "id of the measure whose position counts; left out: the one priced"},
    )
    starts: tuple[Fraction, ...] = attrs.field(
        validator=not_empty, metadata={"doc": "where each band starts, lowest first"}
    )
    edge: Edge = attrs.field(
        default=Edge.AT_OR_ABOVE, metadata={"doc": "which band owns a number exactly on an edge"}
    )
    below: Below | None = attrs.field(
        default=None, metadata={"doc": "what holds below the first band"}
    )

    def __attrs_post_init__(self) -> None:
        self.ladder(tuple(Fraction(number) for number in range(len(self.starts))))

    def ladder(
        self, values: tuple[Fraction, ...], shape: LadderShape = LadderShape.WHOLE
    ) -> Ladder:
        """The ladder along this axis with a value for each of its bands."""
        bands = zip(self.starts, values, strict=True)
        return Ladder(
            shape,
            tuple(Band(start=start, value=value) for start, value in bands),
            edge=self.edge,
            below=self.below,
        )

    def band_of(self, position: Fraction) -> int | None:
        """The number of the band that a position lies in, from 0; none below the first.

        Raises:
            TermsError: the position is outside the axis, and the plan says no more.
        """
        numbers = tuple(Fraction(number) for number in range(len(self.starts)))
        band = self.ladder(numbers).band_at(position)
        return None if band is None else int(band.value)


@attrs.frozen(kw_only=True)
class Grid:
    """A table of two or three dimensions.

    The first axes choose a row, the last one runs along it. Rows are written in the order of the
    first axis, and within each of its bands in the order of the second. Along the last axis the
    values price as ``shape`` says, sliced, whole, step or curve.

    Raises:
        TermsError: there is one axis or more than three, or a row too many or too short.
    """

    axes: tuple[GridAxis, ...] = attrs.field(metadata={"doc": "two or three dimensions"})
    shape: LadderShape = attrs.field(
        default=LadderShape.WHOLE, metadata={"doc": "how values price along the last axis"}
    )
    rows: tuple[tuple[Fraction, ...], ...] = attrs.field(
        metadata={"doc": "the values, a row for each band of the axes before the last"}
    )

    def __attrs_post_init__(self) -> None:
        if not _FEWEST_AXES <= len(self.axes) <= _MOST_AXES:
            count = len(self.axes)
            raise TermsError(
                "grid",
                f"has {count} {'axis' if count == 1 else 'axes'}",
                "give two or three; a table of one is a ladder",
                path=("axes",),
            )
        wanted = 1
        for axis in self.axes[:-1]:
            wanted *= len(axis.starts)
        if len(self.rows) != wanted:
            raise TermsError(
                "grid",
                f"has {len(self.rows)} rows where its axes make {wanted}",
                "give one for each band of the axes before the last",
                path=("rows",),
            )
        for position, row in enumerate(self.rows):
            if len(row) != len(self.axes[-1].starts):
                raise TermsError(
                    "grid",
                    f"row {position + 1} has {len(row)} values where the last axis has"
                    f" {len(self.axes[-1].starts)} bands",
                    "give one value for each band",
                    path=("rows", position),
                )
            self.axes[-1].ladder(row, self.shape)

    def row(self, positions: tuple[Fraction, ...]) -> Ladder | None:
        """The row that the positions on all axes but the last choose, as a ladder.

        None where a position lies below the first band of an axis that gives nothing there.

        Raises:
            TermsError: a position is outside its axis.
        """
        number = 0
        for axis, position in zip(self.axes[:-1], positions, strict=True):
            band = axis.band_of(position)
            if band is None:
                return None
            number = number * len(axis.starts) + band
        return self.axes[-1].ladder(self.rows[number], self.shape)
