"""Laws of ladders (design 5.4), against naive definitions."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from accountkit.errors import TermsError
from accountkit.testing.strategies import any_bands, ladders, ratios
from accountkit.values.ladders import Band, Below, Edge, Ladder, LadderShape

numbers = ratios(-3, 8)
SLICED = ladders(st.just(LadderShape.SLICED))
CURVES = ladders(st.just(LadderShape.CURVE))
REACHED = ladders(st.sampled_from([LadderShape.WHOLE, LadderShape.STEP]))


def naive_band(ladder: Ladder, x: Fraction) -> Band | None:
    """The last band whose start is reached, read straight from the definition."""
    if ladder.edge is Edge.AT_OR_ABOVE or (ladder.below is None and x == ladder.bands[0].start):
        reached = [band for band in ladder.bands if band.start <= x]
    else:
        reached = [band for band in ladder.bands if band.start < x]
    return reached[-1] if reached else None


def is_outside(ladder: Ladder, x: Fraction) -> bool:
    """Whether the table has no answer for the number."""
    if naive_band(ladder, x) is not None:
        return False
    is_sliced = ladder.shape is LadderShape.SLICED
    return ladder.below is Below.REFUSE or (ladder.below is None and not is_sliced)


@given(ladders(), numbers)
def test_a_number_is_answered_or_outside_the_table(ladder: Ladder, x: Fraction) -> None:
    """Nothing else comes out: zero is a result, never a fallback."""
    if is_outside(ladder, x):
        for question in (ladder.value_at, ladder.band_at):
            with pytest.raises(TermsError, match="is outside the table, below its first band"):
                question(x)
    else:
        assert isinstance(ladder.value_at(x), Fraction)


@given(REACHED, numbers)
def test_the_band_reached_gives_the_value(ladder: Ladder, x: Fraction) -> None:
    """Whole and step: the last band whose start is reached, and what is said below the first."""
    assume(not is_outside(ladder, x))
    band = naive_band(ladder, x)
    if band is None and ladder.below is Below.EXTEND:
        band = ladder.bands[0]
    assert band == ladder.band_at(x)
    assert (band.value if band else 0) == ladder.value_at(x)


@given(ladders(), numbers)
def test_the_next_band_is_the_lowest_not_yet_reached(ladder: Ladder, x: Fraction) -> None:
    """And where the first band extends downward it counts as reached."""
    reached = naive_band(ladder, x)
    if reached is None and ladder.below is Below.EXTEND:
        reached = ladder.bands[0]
    higher = [band for band in ladder.bands if reached is None or band.start > reached.start]
    assert (higher[0] if higher else None) == ladder.next_band(x)


@given(SLICED, numbers)
def test_the_blended_value_is_the_sum_of_the_slices(ladder: Ladder, x: Fraction) -> None:
    """Priced number by number, each band prices what of it lies between its start and end."""
    assume(not is_outside(ladder, x))
    low = Fraction(0) if ladder.below is Below.EXTEND else ladder.bands[0].start
    starts = [low, *(band.start for band in ladder.bands[1:])]
    total = Fraction(0)
    for start, band in zip(starts, ladder.bands, strict=True):
        end = x if band.end is None else min(x, band.end)
        total += max(end - start, Fraction(0)) * band.value
    if x < 0 and ladder.below is Below.EXTEND:
        total = x * ladder.bands[0].value
    assert total == ladder.value_at(x)
    assert total == sum(part.width * part.value for part in ladder.slices(x))


@given(SLICED, numbers)
def test_slices_tile_from_the_start_to_the_number(ladder: Ladder, x: Fraction) -> None:
    """No gap, no overlap, none empty, each in its band."""
    assume(not is_outside(ladder, x))
    low = Fraction(0) if ladder.below is Below.EXTEND else ladder.bands[0].start
    slices = ladder.slices(x)
    if not slices:
        assert x <= low
        return
    assert (low, x) == (slices[0].start, slices[-1].end)
    assert all(one.end == other.start for one, other in pairwise(slices))
    assert [*range(len(slices))] == [part.index for part in slices]
    for part in slices:
        assert part.width == part.end - part.start != 0
        assert part.value == ladder.bands[part.index].value


@given(SLICED, numbers, numbers)
def test_more_never_earns_less_where_no_rate_is_negative(
    ladder: Ladder, one: Fraction, other: Fraction
) -> None:
    """A sliced table of rates from zero up never falls."""
    low, high = sorted([one, other])
    assume(not is_outside(ladder, low))
    assert ladder.value_at(low) <= ladder.value_at(high)


@given(
    ladders(values=ratios(0, 1)).filter(lambda it: it.shape is not LadderShape.SLICED),
    numbers,
    numbers,
)
def test_a_rising_table_never_falls(ladder: Ladder, one: Fraction, other: Fraction) -> None:
    """Whole, step and curve, where each band gives at least what the one before gives."""
    values = sorted(band.value for band in ladder.bands)
    rising = Ladder(
        ladder.shape,
        tuple(
            Band(start=band.start, value=value)
            for band, value in zip(ladder.bands, values, strict=True)
        ),
        edge=ladder.edge,
        below=ladder.below,
    )
    low, high = sorted([one, other])
    assume(not is_outside(rising, low))
    assert rising.value_at(low) <= rising.value_at(high)


@given(CURVES, numbers)
def test_a_curve_lies_on_the_line_between_its_points(ladder: Ladder, x: Fraction) -> None:
    """By cross-multiplying: no other value is on the straight line; it is flat at both ends."""
    assume(not is_outside(ladder, x))
    value = ladder.value_at(x)
    first, last = ladder.bands[0], ladder.bands[-1]
    if naive_band(ladder, x) is None and ladder.below is Below.ZERO:
        assert 0 == value
    elif x <= first.start:
        assert first.value == value
    elif x >= last.start:
        assert last.value == value
    else:
        left, right = next(
            pair for pair in pairwise(ladder.bands) if pair[0].start <= x <= pair[1].start
        )
        rise, run = right.value - left.value, right.start - left.start
        assert (value - left.value) * run == (x - left.start) * rise


@given(st.sampled_from(LadderShape), any_bands(), st.none() | st.sampled_from(Below))
def test_bands_make_a_ladder_or_one_sentence(
    shape: LadderShape, bands: tuple[Band, ...], below: Below | None
) -> None:
    """A ladder that can be built has no gap and no overlap; any other is refused with its place."""
    try:
        ladder = Ladder(shape, bands, below=below)
    except TermsError as error:
        assert "bands" == error.path[0]  # noqa: PT017 - sound ones are not refused
        assert "\n" not in str(error)  # noqa: PT017
        return
    assert all(one.start < other.start for one, other in pairwise(ladder.bands))
    if shape is not LadderShape.CURVE:
        assert all(one.end == other.start for one, other in pairwise(ladder.bands))
    assert ladder == Ladder(shape, ladder.bands, below=below)
