"""Ladders: values that depend on how far something has come, band by band.

Four shapes: *sliced* (each band prices its own slice), *whole* (the band reached prices
everything), *step* (a fixed sum for the band reached) and *curve* (straight lines between
points). What a band's value means, a rate, a factor or a sum, is said where the ladder is used.
Bounds and values are plain ratios or amounts of one unit, never percents.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from math import lcm

import attrs

from accountkit.errors import TermsError
from accountkit.values.numbers import to_fraction
from accountkit.values.ratios import ratio_text

__all__ = ["Band", "Below", "Edge", "Ladder", "LadderShape", "Slice"]


class LadderShape(enum.Enum):
    """How the bands price what is measured."""

    SLICED = "sliced"
    """Each band prices its own slice, from zero up."""

    WHOLE = "whole"
    """The band reached prices everything."""

    STEP = "step"
    """The band reached gives a fixed sum."""

    CURVE = "curve"
    """Straight lines between points, flat after the last one."""


class Edge(enum.Enum):
    """Which band owns a number that lies exactly on an edge."""

    AT_OR_ABOVE = "at_or_above"
    """The band that starts there: it is reached *at* its start."""

    ABOVE = "above"
    """The band that ends there: the next is reached only *above* its start."""


class Below(enum.Enum):
    """What holds below the first band."""

    ZERO = "zero"
    """Nothing is given there."""

    EXTEND = "extend"
    """The first band's value holds there too."""

    REFUSE = "refuse"
    """Asking is an error."""


@attrs.frozen(kw_only=True)
class Band:
    """One band, or one point of a curve, which has a start and no end.

    Raises:
        TermsError: the end is not above the start.
    """

    start: Fraction = attrs.field(
        converter=to_fraction, metadata={"doc": "where it starts, such as 80% or 0.8"}
    )
    end: Fraction | None = attrs.field(
        default=None,
        converter=attrs.converters.optional(to_fraction),
        metadata={"doc": "where it ends; left out: where the next starts, or never"},
    )
    value: Fraction = attrs.field(
        converter=to_fraction, metadata={"doc": "what it gives, such as 2.5% or 1000"}
    )

    def __attrs_post_init__(self) -> None:
        if self.end is not None and self.end <= self.start:
            raise TermsError(
                "band",
                f"ends at {ratio_text(self.end)} but starts at {ratio_text(self.start)}",
                "let it end above its start",
                path=("end",),
            )


@attrs.frozen
class Slice:
    """The part of something that one band prices; ``width`` is end less start.

    ``index`` is the band's position, from 0.
    """

    index: int
    start: Fraction
    end: Fraction
    width: Fraction
    value: Fraction


@attrs.frozen
class Ladder:
    """Bands from the lowest to the highest, without gap or overlap.

    A band without an end ends where the next starts. The last band owns its end, if it has one,
    and asking above it is an error; a curve stays flat after its last point. A sliced ladder
    starts at zero or above.

    Below the first band ``below`` decides, and must be stated if that band starts above zero. If
    it is not stated the first band owns its start, whatever ``edge`` says, and less than that is
    an error, except that nothing is sliced from a number below zero.

    Raises:
        TermsError: no band, starts that do not rise, a gap, an overlap, a curve of one point, or
            ``below`` is needed and not stated; ``path`` leads to the band.

    >>> ladder = Ladder(LadderShape.SLICED, (
    ...     Band(start=0, value=Fraction("0.02")), Band(start=1000, value=Fraction("0.05"))))
    >>> ladder.value_at(Fraction(1500))
    Fraction(45, 1)
    """

    shape: LadderShape = attrs.field(metadata={"doc": "how the bands price: sliced, whole, ..."})
    bands: tuple[Band, ...] = attrs.field(metadata={"doc": "the bands, lowest first"})
    edge: Edge = attrs.field(
        default=Edge.AT_OR_ABOVE,
        kw_only=True,
        metadata={"doc": "which band owns a number exactly on an edge"},
    )
    below: Below | None = attrs.field(
        default=None,
        kw_only=True,
        metadata={"doc": "what holds below the first band; needed if it starts above zero"},
    )
    _starts: tuple[tuple[int, int], ...] = attrs.field(init=False, eq=False, repr=False)
    _lines: tuple[tuple[int, int, int], ...] = attrs.field(init=False, eq=False, repr=False)
    _filled: tuple[Slice, ...] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if not self.bands:
            raise TermsError("ladder", "has no band", "add at least one", path=("bands",))
        for position in range(1, len(self.bands)):
            self._check_step(position)
        self._check_first()
        if self.shape is LadderShape.CURVE:
            self._check_points()
        else:
            object.__setattr__(self, "bands", self._joined())
        starts = tuple((band.start.numerator, band.start.denominator) for band in self.bands)
        object.__setattr__(self, "_starts", starts)
        object.__setattr__(self, "_lines", tuple(self._sliced_lines()))
        object.__setattr__(self, "_filled", tuple(self._filled_slices()))

    def slices(self, x: Fraction) -> tuple[Slice, ...]:
        """The parts of ``x`` that the bands price, lowest first; only of a sliced ladder.

        They reach from the first band's start to ``x``, or from zero if ``below`` is extend, and
        then a number below zero is one slice of negative width. No slice is empty.

        Raises:
            TermsError: ``x`` is outside the table, or the ladder is not sliced.
        """
        if self.shape is not LadderShape.SLICED:
            raise TermsError("ladder", f"is {self.shape.value} and has no slices", "make it sliced")
        reached = self._owner(x)
        if reached is None:
            return ()
        start = self._sliced_from(reached)
        if start == x:
            return self._filled[:reached]
        last = Slice(reached, start, x, x - start, self.bands[reached].value)
        return (*self._filled[:reached], last)

    def band_at(self, x: Fraction) -> Band | None:
        """The band that ``x`` lies in; none if it lies below the first and ``below`` is zero.

        Of a curve it is the last point reached.

        Raises:
            TermsError: ``x`` is outside the table.
        """
        owner = self._owner(x)
        return None if owner is None else self.bands[owner]

    def next_band(self, x: Fraction) -> Band | None:
        """The band that would be reached next; none if there is no higher one."""
        following = self._reached(x) + 1
        if following == 0 and self.below is Below.EXTEND:
            following = 1
        return self.bands[following] if following < len(self.bands) else None

    def value_at(self, x: Fraction) -> Fraction:
        """What the ladder gives for ``x``.

        Whole and step: the value of the band reached. Curve: the value on the line. Sliced: the
        widths of the slices times their values, added up.

        Raises:
            TermsError: ``x`` is outside the table.
        """
        owner = self._owner(x)
        if owner is None:
            return _ZERO
        if self.shape is LadderShape.SLICED:
            level, slope, divisor = self._lines[owner]
            divided = x.denominator
            return Fraction(level * divided + slope * x.numerator, divisor * divided)
        return (
            self._on_line(x, owner) if self.shape is LadderShape.CURVE else self.bands[owner].value
        )

    def _on_line(self, x: Fraction, owner: int) -> Fraction:
        point = self.bands[owner]
        if x <= point.start or owner + 1 == len(self.bands):
            return point.value
        following = self.bands[owner + 1]
        rise = (following.value - point.value) / (following.start - point.start)
        return point.value + (x - point.start) * rise

    def _reached(self, x: Fraction) -> int:
        """The position of the last band whose start is reached, or -1."""
        if self.below is None and x == self.bands[0].start:
            return 0
        numerator, denominator = x.numerator, x.denominator
        owns_edge = self.edge is Edge.AT_OR_ABOVE
        reached = -1
        for start, divisor in self._starts:  # few enough, and whole numbers compare fast
            gap = numerator * divisor - start * denominator
            if gap < 0 or (gap == 0 and not owns_edge):
                break
            reached += 1
        return reached

    def _sliced_from(self, index: int) -> Fraction:
        """Where the slice of a band starts."""
        return _ZERO if index == 0 and self.below is Below.EXTEND else self.bands[index].start

    def _sliced_lines(self) -> Iterator[tuple[int, int, int]]:
        """For each band of a sliced ladder three whole numbers a, b, c.

        All slices of x, which lies in the band, give (a + bx) ÷ c together: one fraction is made
        where adding slice by slice makes many.
        """
        if self.shape is not LadderShape.SLICED:
            return
        before = _ZERO
        for index, band in enumerate(self.bands):
            level = before - self._sliced_from(index) * band.value
            divisor = lcm(level.denominator, band.value.denominator)
            yield int(level * divisor), int(band.value * divisor), divisor
            if band.end is not None:
                before = level + band.end * band.value

    def _filled_slices(self) -> Iterator[Slice]:
        """The slices of the bands before the last, when all of each is priced."""
        for index, band in enumerate(self.bands[:-1]):
            start, end = self._sliced_from(index), band.end
            if self.shape is LadderShape.SLICED and end is not None:
                yield Slice(index, start, end, end - start, band.value)

    def _owner(self, x: Fraction) -> int | None:
        reached = self._reached(x)
        if reached < 0:
            return self._owner_below(x)
        end = self.bands[reached].end
        if end is not None and x > end:
            raise _outside(x, f"above its last band, which ends at {ratio_text(end)}")
        return reached

    def _owner_below(self, x: Fraction) -> int | None:
        if self.below is Below.EXTEND:
            return 0
        is_sliced = self.shape is LadderShape.SLICED
        if self.below is Below.ZERO or (self.below is None and is_sliced):
            return None
        raise _outside(
            x, f"below its first band, which starts at {ratio_text(self.bands[0].start)}"
        )

    def _check_step(self, position: int) -> None:
        before, band = self.bands[position - 1], self.bands[position]
        path = ("bands", position)
        name, start = f"band {position + 1}", ratio_text(band.start)
        if band.start <= before.start:
            problem = f"{name} starts at {start}, not above band {position}"
            remedy = "list the bands from the lowest start to the highest, each start once"
            raise TermsError("ladder", problem, remedy, path=path)
        if before.end is not None and before.end != band.start:
            problem = (
                f"{name} starts at {start} but band {position} ends at {ratio_text(before.end)}"
            )
            remedy = "close the gap" if before.end < band.start else "let them not overlap"
            raise TermsError(
                "ladder", problem, f"{remedy}, or leave the end of band {position} out", path=path
            )

    def _check_first(self) -> None:
        start = self.bands[0].start
        if start > 0 and self.below is None:
            raise TermsError(
                "ladder",
                f"band 1 starts at {ratio_text(start)}, and nothing says what holds below",
                "state below: zero, extend or refuse",
                path=("bands", 0),
            )
        if start < 0 and self.shape is LadderShape.SLICED:
            raise TermsError(
                "ladder",
                f"band 1 starts at {ratio_text(start)}, and slices are counted from zero up",
                "start it at 0, with below: extend if negative numbers are priced too",
                path=("bands", 0),
            )

    def _check_points(self) -> None:
        if len(self.bands) == 1:
            raise TermsError(
                "ladder", "a curve has one point", "give at least two", path=("bands", 0)
            )
        for position, point in enumerate(self.bands):
            if point.end is not None:
                raise TermsError(
                    "ladder",
                    f"point {position + 1} of a curve has an end",
                    "leave it out; lines run from point to point",
                    path=("bands", position),
                )

    def _joined(self) -> tuple[Band, ...]:
        joined = (attrs.evolve(band, end=after.start) for band, after in pairwise(self.bands))
        return (*joined, self.bands[-1])


_ZERO = Fraction(0)


def _outside(x: Fraction, where: str) -> TermsError:
    return TermsError(
        "ladder",
        f"{ratio_text(x)} is outside the table, {where}",
        "add a band for it, or state what holds there",
    )
