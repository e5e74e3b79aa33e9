"""Strategies: Hypothesis strategies for values, to state properties with.

Ladders and texts come in two strengths: *anything* gives what a careless author may write, sound
or not, as raw parts; the plain name gives well-formed objects only. Numbers stay within what a
payroll meets, so that examples shrink to ones a person can check by hand.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import TypeVar

from hypothesis import strategies as st

from accountkit.values.ladders import Band, Below, Edge, Ladder, LadderShape
from accountkit.values.money import Money, currency_digits
from accountkit.values.periods import Period
from accountkit.values.texts import FORMS, Text
from accountkit.values.timelines import Span, Timeline

__all__ = [
    "any_bands",
    "any_wordings",
    "currencies",
    "dates",
    "ladders",
    "moneys",
    "one_in",
    "periods",
    "rates",
    "ratios",
    "texts",
    "timelines",
    "titles",
    "weights",
]

T = TypeVar("T")

_FIRST_DAY = date(1990, 1, 1)
_LAST_DAY = date(2060, 12, 31)
_LARGEST_MINOR = 10**12


def currencies() -> st.SearchStrategy[str]:
    """Currencies of no, two, three and four decimals."""
    return st.sampled_from(["PHP", "USD", "EUR", "RUB", "JPY", "KWD", "CLF"])


@st.composite
def moneys(
    draw: st.DrawFn,
    currency: str | None = None,
    *,
    min_minor: int = -_LARGEST_MINOR,
    max_minor: int = _LARGEST_MINOR,
) -> Money:
    """Money in the currency, or in any; the bounds are in minor units."""
    code = draw(currencies()) if currency is None else currency
    currency_digits(code)
    return Money.from_minor(draw(st.integers(min_minor, max_minor)), code)


@cache
def ratios(
    min_value: Fraction | int = -1000, max_value: Fraction | int = 1000
) -> st.SearchStrategy[Fraction]:
    """Plain numbers: percents with up to four decimals, and quotients such as 1/3."""
    low, high = Fraction(min_value), Fraction(max_value)
    scale = 10**6
    finite = st.integers(-(-low * scale // 1), high * scale // 1).map(lambda n: Fraction(n, scale))
    finest = max(97, low.denominator, high.denominator)
    return st.one_of(finite, st.fractions(low, high, max_denominator=finest))


@cache
def rates() -> st.SearchStrategy[Fraction]:
    """Ratios from 0 to 1."""
    return ratios(0, 1)


@cache
def one_in(count: int) -> st.SearchStrategy[bool]:
    """Yes once in so many times; what is found to fail shrinks to no."""
    return st.integers(1, count).map(lambda number: number == count)


def weights(min_size: int = 1, max_size: int = 12) -> st.SearchStrategy[list[Fraction]]:
    """Weights to share by: none below zero, at least one above it."""
    some = st.one_of(st.just(Fraction(0)), ratios(0, 1000))
    return st.lists(some, min_size=min_size, max_size=max_size).filter(any)


def dates() -> st.SearchStrategy[date]:
    """Days from 1990 to 2060."""
    return st.dates(_FIRST_DAY, _LAST_DAY)


def periods() -> st.SearchStrategy[Period]:
    """Days, months, quarters, halves, years and ranges of days."""
    years = st.integers(_FIRST_DAY.year, _LAST_DAY.year)
    ranges = st.builds(_range, dates(), st.integers(1, 1000))
    return st.one_of(
        dates().map(Period.day),
        st.builds(Period.month, years, st.integers(1, 12)),
        st.builds(Period.quarter, years, st.integers(1, 4)),
        st.builds(Period.half, years, st.integers(1, 2)),
        years.map(Period.year),
        ranges,
    )


@st.composite
def timelines(draw: st.DrawFn, values: st.SearchStrategy[T]) -> Timeline[T]:
    """Timelines of up to five values, with and without gaps, open and closed at either end."""
    days = sorted(draw(st.sets(dates(), min_size=2, max_size=6)))
    bounds: list[date | None] = [*days]
    if draw(st.booleans()):
        bounds[0] = None
    if draw(st.booleans()):
        bounds[-1] = None
    spans = [Span(draw(values), start, end) for start, end in pairwise(bounds)]
    kept = [span for span in spans if draw(st.integers(0, 3))]
    return Timeline(tuple(draw(st.permutations(kept))))


@st.composite
def ladders(
    draw: st.DrawFn,
    shapes: st.SearchStrategy[LadderShape] | None = None,
    values: st.SearchStrategy[Fraction] | None = None,
) -> Ladder:
    """Well-formed ladders of any shape, or of those given; values from 0 to 1 unless given."""
    shape = draw(st.sampled_from(LadderShape) if shapes is None else shapes)
    fewest = 2 if shape is LadderShape.CURVE else 1
    lowest = 0 if shape is LadderShape.SLICED else -2
    some_starts = st.sets(ratios(lowest, 5), min_size=fewest, max_size=6)
    starts = sorted(draw(some_starts))
    if draw(st.booleans()):
        starts = sorted({Fraction(0), *(start for start in starts if start > 0)})
    if len(starts) < fewest:
        starts.append(starts[-1] + 1)
    below = draw(st.sampled_from(Below) if starts[0] > 0 else st.sampled_from([None, *Below]))
    given = rates() if values is None else values
    bands = tuple(Band(start=start, value=draw(given)) for start in starts)
    return Ladder(shape, bands, edge=draw(st.sampled_from(Edge)), below=below)


def any_bands() -> st.SearchStrategy[tuple[Band, ...]]:
    """Bands as anybody may write them: with gaps, overlaps, any order, or none at all."""
    bounds = ratios(-2, 5)

    def build(start: Fraction, width: Fraction | None, value: Fraction) -> Band:
        return Band(start=start, end=None if width is None else start + width, value=value)

    widths = st.one_of(st.none(), ratios(Fraction(1, 100), 3))
    return st.lists(st.builds(build, bounds, widths, rates()), max_size=5).map(tuple)


def texts() -> st.SearchStrategy[Text]:
    """Texts in one to three languages, plain or in forms, some with references."""
    return _wordings(_wording()).map(Text.parse)


def any_wordings() -> st.SearchStrategy[dict[str, str | dict[str, str]]]:
    """Wordings as anybody may write them: bad tags, empty wordings, stray braces."""
    return _wordings(st.text(alphabet="ab {}Ж ", max_size=12), st.text("aefilrnuEN-_", max_size=5))


@st.composite
def titles(draw: st.DrawFn) -> Text:
    """Titles that have every form each of their languages needs."""
    languages = draw(st.sets(st.sampled_from(sorted(FORMS)), min_size=1))
    return Text.parse(
        {language: {form: draw(_words()) for form in FORMS[language]} for language in languages}
    )


def _range(start: date, days: int) -> Period:
    return Period(start, start + timedelta(days=days))


def _wordings(
    wording: st.SearchStrategy[str], tag: st.SearchStrategy[str] | None = None
) -> st.SearchStrategy[dict[str, str | dict[str, str]]]:
    tags = st.sampled_from(["en", "fil", "ru", "pt-BR"]) if tag is None else tag
    forms = st.dictionaries(st.sampled_from(["bare", "nom", "gen", "plain"]), wording, min_size=1)
    some: Callable[..., st.SearchStrategy[str | dict[str, str]]] = st.one_of
    return st.dictionaries(tags, some(wording, forms), min_size=1, max_size=3)


def _words() -> st.SearchStrategy[str]:
    return st.text(alphabet="abcñЖд ", min_size=1, max_size=20).filter(str.strip)


def _wording() -> st.SearchStrategy[str]:
    references = st.sampled_from(["{clause duty.report}", "{party superior gen}", "{{", "}}"])
    pieces = st.lists(st.one_of(_words(), references), min_size=1, max_size=4)
    return pieces.map(" ".join)
