"""Ladders price band by band."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from accountkit.errors import TermsError
from accountkit.values.ladders import Band, Below, Edge, Ladder, LadderShape, Slice
from accountkit.values.ratios import parse_ratio


def ladder(shape: str, *rows: str, **options: Any) -> Ladder:
    """A ladder from rows such as ``80% 2%`` or ``80% 100% 2%``: start, end if given, value."""
    bands: list[Band] = []
    for row in rows:
        start, *end, value = (parse_ratio(cell) for cell in row.split())
        bands.append(Band(start=start, end=end[0] if end else None, value=value))
    return Ladder(LadderShape(shape), tuple(bands), **options)


TRAIN = ladder(
    "sliced", "0 0%", "250000 15%", "400000 20%", "800000 25%", "2000000 30%", "8000000 35%"
)
BONUS = ("80% 1000", "100% 5000")


@pytest.mark.parametrize(
    "income, tax",
    [
        (250_000, 0),
        (400_000, 22_500),
        (800_000, 102_500),
        (2_000_000, 402_500),
        (8_000_000, 2_202_500),
        (500_000, 42_500),
    ],
)
def test_a_sliced_ladder_gives_the_published_income_tax(income: int, tax: int) -> None:
    """Philippine income tax from 2023, National Internal Revenue Code section 24(A)(2)(a).

    The law states the tax at each edge: 22,500 at 400,000, 102,500 at 800,000 and so on.
    """
    assert tax == TRAIN.value_at(Fraction(income))


def test_each_band_prices_its_own_slice() -> None:
    """500,000: nothing on 250,000, 15% on 150,000, 20% on 100,000."""
    thousand = Fraction(1000)
    assert (
        Slice(0, 0 * thousand, 250 * thousand, 250 * thousand, Fraction(0)),
        Slice(1, 250 * thousand, 400 * thousand, 150 * thousand, Fraction(15, 100)),
        Slice(2, 400 * thousand, 500 * thousand, 100 * thousand, Fraction(20, 100)),
    ) == TRAIN.slices(500 * thousand)
    assert () == TRAIN.slices(Fraction(0))


def test_the_band_reached_prices_everything() -> None:
    """At 110% the whole is paid at 3%, not only what lies above 100%."""
    rates = ladder("whole", "0 1%", "80% 2%", "100% 3%")
    assert Fraction("0.03") == rates.value_at(Fraction("1.1"))
    assert Fraction("0.02") == rates.value_at(Fraction("0.99"))


@pytest.mark.parametrize(
    "edge, attainment, expected",
    [
        (Edge.AT_OR_ABOVE, "100%", 5000),
        (Edge.ABOVE, "100%", 1000),
        (Edge.ABOVE, "100.01%", 5000),
        (Edge.AT_OR_ABOVE, "80%", 1000),
        (Edge.ABOVE, "80%", 0),
        (Edge.AT_OR_ABOVE, "79.99%", 0),
    ],
)
def test_the_table_says_who_owns_the_edge(edge: Edge, attainment: str, expected: int) -> None:
    """Exactly 100% earns 5,000 at or above 100%, and 1,000 above 80% (design 5.4)."""
    bonus = ladder("step", *BONUS, edge=edge, below=Below.ZERO)
    assert expected == bonus.value_at(parse_ratio(attainment))


@pytest.mark.parametrize("edge", Edge)
def test_slices_do_not_depend_on_who_owns_the_edge(edge: Edge) -> None:
    """A number on the edge has no width above it."""
    slices = ladder("sliced", "0 1%", "10 2%", "20 3%", edge=edge).slices(Fraction(20))
    assert ["0: 0 to 10", "1: 10 to 20"] == [
        f"{part.index}: {part.start} to {part.end}" for part in slices
    ]


def test_a_curve_runs_straight_from_point_to_point() -> None:
    """Half way from 80% (pay 50%) to 100% (pay 100%) is 75%; after 120% it stays at 150%."""
    payout = ladder("curve", "80% 50%", "100% 100%", "120% 150%", below=Below.ZERO)
    points = ["79%", "80%", "90%", "100%", "105%", "120%", "300%"]
    expected = ["0", "50%", "75%", "100%", "112.5%", "150%", "150%"]
    assert [parse_ratio(value) for value in expected] == [
        payout.value_at(parse_ratio(point)) for point in points
    ]


@pytest.mark.parametrize("shape, expected", [("whole", 1000), ("step", 1000), ("curve", 1000)])
def test_below_the_first_band_the_table_says_what_holds(shape: str, expected: int) -> None:
    """Zero gives nothing, extend the first band's value, refuse an error (design 5.4)."""
    half = Fraction(1, 2)
    assert 0 == ladder(shape, *BONUS, below=Below.ZERO).value_at(half)
    assert ladder(shape, *BONUS, below=Below.ZERO).band_at(half) is None
    extended = ladder(shape, *BONUS, below=Below.EXTEND)
    assert expected == extended.value_at(half)
    assert extended.bands[0] == extended.band_at(half)
    with pytest.raises(TermsError) as caught:
        ladder(shape, *BONUS, below=Below.REFUSE).value_at(half)
    assert (
        "ladder: 0.5 is outside the table, below its first band, which starts at 0.8; "
        "add a band for it, or state what holds there"
    ) == str(caught.value)


def test_slices_below_the_first_band() -> None:
    """Zero leaves the first 100 unpriced; extend prices from zero, and negative numbers too."""
    nothing = ladder("sliced", "100 2%", below=Below.ZERO)
    assert 2 == nothing.value_at(Fraction(200))
    assert () == nothing.slices(Fraction(100))
    assert () == nothing.slices(Fraction(-50))
    extended = ladder("sliced", "100 2%", "200 3%", below=Below.EXTEND)
    assert 4 == extended.value_at(Fraction(200))
    assert -1 == extended.value_at(Fraction(-50))
    assert () == extended.slices(Fraction(0))
    with pytest.raises(TermsError, match="99 is outside the table"):
        ladder("sliced", "100 2%", below=Below.REFUSE).slices(Fraction(99))


def test_numbers_below_zero_are_not_sliced_unless_the_table_says_so() -> None:
    """Net returns of 50 give nothing under slices from zero; a whole table has to say."""
    assert 0 == ladder("sliced", "0 2%").value_at(Fraction(-50))
    with pytest.raises(TermsError, match="-50 is outside the table, below its first band"):
        ladder("whole", "0 2%").value_at(Fraction(-50))


def test_zero_belongs_to_a_first_band_at_zero() -> None:
    """Where nothing is said of below, also if bands are reached only above their start."""
    assert 7 == ladder("whole", "0 7", edge=Edge.ABOVE).value_at(Fraction(0))
    assert 0 == ladder("whole", "0 7", edge=Edge.ABOVE, below=Below.ZERO).value_at(Fraction(0))


def test_the_last_band_owns_its_end_and_nothing_is_above_it() -> None:
    """A table to 150% answers at 150%, and refuses 151%."""
    table = ladder("whole", "0 1%", "100% 150% 2%")
    assert Fraction("0.02") == table.value_at(Fraction("1.5"))
    with pytest.raises(TermsError, match=r"which ends at 1\.5"):
        table.value_at(Fraction("1.51"))


def test_the_next_band_is_the_one_to_reach() -> None:
    """From 79% it is 80%, from 80% it is 100%, and from there nothing is higher."""
    bonus = ladder("step", *BONUS, below=Below.REFUSE)
    low, high = bonus.bands
    assert low == bonus.next_band(Fraction("0.79"))
    assert high == bonus.next_band(Fraction("0.80"))
    assert bonus.next_band(Fraction(1)) is None
    assert high == ladder("step", *BONUS, below=Below.EXTEND).next_band(Fraction("0.79"))
    above = ladder("step", *BONUS, edge=Edge.ABOVE, below=Below.ZERO)
    assert low == above.next_band(Fraction("0.80"))


def test_a_band_without_an_end_ends_where_the_next_starts() -> None:
    """Written out or not, it is the same table."""
    assert ladder("whole", "0 1 1%", "1 2%") == ladder("whole", "0 1%", "1 2%")


@pytest.mark.parametrize(
    "shape, rows, message, path",
    [
        ("whole", [], "ladder: has no band; add at least one", ("bands",)),
        (
            "whole",
            ["0 1%", "0 2%"],
            (
                "ladder: band 2 starts at 0, not above band 1; list the bands from the "
                "lowest start to the highest, each start once"
            ),
            ("bands", 1),
        ),
        (
            "whole",
            ["0 1.2 1%", "1.3 2%"],
            (
                "ladder: band 2 starts at 1.3 but band 1 ends at 1.2; close the gap, or leave the "
                "end of band 1 out"
            ),
            ("bands", 1),
        ),
        (
            "whole",
            ["0 1%", "1 1.4 2%", "1.3 3%"],
            (
                "ladder: band 3 starts at 1.3 but band 2 ends at 1.4; let them not overlap, or "
                "leave the end of band 2 out"
            ),
            ("bands", 2),
        ),
        (
            "whole",
            ["50% 1%"],
            (
                "ladder: band 1 starts at 0.5, and nothing says what holds below; state below: "
                "zero, extend or refuse"
            ),
            ("bands", 0),
        ),
        (
            "sliced",
            ["-1 1%"],
            (
                "ladder: band 1 starts at -1, and slices are counted from zero up; start it at 0, "
                "with below: extend if negative numbers are priced too"
            ),
            ("bands", 0),
        ),
        ("curve", ["0 1%"], "ladder: a curve has one point; give at least two", ("bands", 0)),
        (
            "curve",
            ["0 1%", "1 2 2%"],
            "ladder: point 2 of a curve has an end; leave it out; lines run from point to point",
            ("bands", 1),
        ),
    ],
)
def test_a_table_with_a_fault_is_refused_when_it_is_written(
    shape: str, rows: list[str], message: str, path: tuple[str | int, ...]
) -> None:
    """The message counts bands from one, the path leads to the band at fault."""
    with pytest.raises(TermsError) as caught:
        ladder(shape, *rows)
    assert message == str(caught.value)
    assert path == caught.value.path


def test_a_band_ends_above_its_start() -> None:
    """A band from 1 to 1 has no number in it."""
    with pytest.raises(TermsError, match="band: ends at 1 but starts at 1; let it end above"):
        Band(start=1, end=1, value=0)


def test_only_a_sliced_ladder_has_slices() -> None:
    """The band reached of a whole ladder prices everything at once."""
    with pytest.raises(TermsError, match="ladder: is whole and has no slices"):
        ladder("whole", "0 1%").slices(Fraction(1))
