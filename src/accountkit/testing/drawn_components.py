"""Components drawn by chance: tables, conditions, expressions and components of every kind.

Two strengths: the plain name gives well-formed terms that have an answer for every position and
every deal of ``accountkit.testing.drawn_facts``; the names with ``any`` also give tables that do
not reach far enough, exceptions that contradict each other and divisions by zero. Money is in
PHP, measures are those of ``accountkit.testing.pay_people``, and personal parameters are called
``rate`` and ``sum``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

import attrs
from hypothesis import strategies as st

from accountkit.plans.components import (
    Accumulate,
    Award,
    Bonus,
    Commission,
    Component,
    Exception_,
    Formula,
    Override,
    Scorecard,
    ScorecardItem,
    Spiff,
    SpiffUnit,
    StepSum,
)
from accountkit.plans.conditions import Eligibility, Gate
from accountkit.plans.expressions import (
    AttainmentOf,
    Difference,
    EarnedBy,
    Expression,
    Greatest,
    Least,
    Number,
    ParameterOf,
    Product,
    Ratio,
    Sum,
    ValueOf,
)
from accountkit.plans.modifiers import Bound, Kicker
from accountkit.plans.rate_tables import Axis, Grid, GridAxis
from accountkit.plans.selections import AttributeBound, Selection
from accountkit.testing.pay_people import EVERY_MEASURE
from accountkit.testing.strategies import moneys, one_in
from accountkit.values.ladders import Band, Below, Edge, Ladder, LadderShape
from accountkit.values.texts import Text

__all__ = [
    "any_components",
    "any_expressions",
    "any_selections",
    "any_tables",
    "components",
    "expressions",
    "gates",
    "grids",
    "selections",
    "sixtieths",
    "tables",
]

PRODUCTS = ("pump", "hose")
CLIENTS = ("acme", "bolt")
TERRITORIES = ("north", "south")

_YEAR = (date(2026, 1, 1), date(2026, 12, 31))
_PARTS_OF_DEALS = ("sales", "margin", "units")
"""Measures of which every deal has a part."""

_PRICING = (LadderShape.SLICED, LadderShape.WHOLE, LadderShape.CURVE)
_GRANTING = (LadderShape.STEP, LadderShape.WHOLE, LadderShape.CURVE)
_TO_DATE = (Accumulate.QUARTER_TO_DATE, Accumulate.HALF_TO_DATE, Accumulate.YEAR_TO_DATE)
_SUMS = moneys("PHP", min_minor=0, max_minor=10**6)


# --- tables and conditions ------------------------------------------------------------------------


def sixtieths(low: int, high: int) -> st.SearchStrategy[Fraction]:
    """Plain numbers with thirds, fifths and so on, of one draw each, so that many are cheap."""
    return _sixtieths(low, high)


@cache
def _sixtieths(low: int, high: int) -> st.SearchStrategy[Fraction]:
    return st.integers(low * 60, high * 60).map(_sixtieth)


def _sixtieth(number: int) -> Fraction:
    return Fraction(number, 60)


@cache
def tables(
    shapes: tuple[LadderShape, ...], values: st.SearchStrategy[Fraction]
) -> st.SearchStrategy[Ladder]:
    """Ladders that hold something for every position."""
    return _ladders(shapes, values, (Below.ZERO, Below.EXTEND))


@cache
def any_tables(
    shapes: tuple[LadderShape, ...], values: st.SearchStrategy[Fraction]
) -> st.SearchStrategy[Ladder]:
    """Ladders that may refuse positions below their first band."""
    return _ladders(shapes, values, tuple(Below))


@st.composite
def _ladders(
    draw: st.DrawFn,
    shapes: tuple[LadderShape, ...],
    values: st.SearchStrategy[Fraction],
    below: tuple[Below, ...],
) -> Ladder:
    shape, holds, edge = draw(
        st.tuples(st.sampled_from(shapes), st.sampled_from(below), st.sampled_from(Edge))
    )
    fewest = 2 if shape is LadderShape.CURVE else 1
    starts = draw(st.sets(sixtieths(0, 4), min_size=fewest, max_size=4))
    if draw(st.booleans()):
        starts = {Fraction(0), *starts}
    bands = tuple(Band(start=start, value=draw(values)) for start in sorted(starts))
    return Ladder(shape, bands, edge=edge, below=holds)


@st.composite
def grids(
    draw: st.DrawFn,
    shapes: Sequence[LadderShape] = _PRICING,
    values: st.SearchStrategy[Fraction] | None = None,
    axes: Sequence[Axis] = (Axis.ATTAINMENT, Axis.AMOUNT, Axis.TENURE),
) -> Grid:
    """Grids of two or three dimensions that hold something for every position."""
    shape = draw(st.sampled_from(shapes))
    count = draw(st.sampled_from([2, 2, 3]))
    drawn = [draw(_axes(axes, shape)) for _ in range(count)]
    wanted = 1
    for axis in drawn[:-1]:
        wanted *= len(axis.starts)
    value = sixtieths(0, 1) if values is None else values
    length = len(drawn[-1].starts)
    rows = tuple(tuple(draw(value) for _ in range(length)) for _ in range(wanted))
    return Grid(axes=tuple(drawn), shape=shape, rows=rows)


@st.composite
def _axes(draw: st.DrawFn, axes: Sequence[Axis], shape: LadderShape) -> GridAxis:
    lowest = 0 if shape is LadderShape.SLICED else -1
    starts = draw(st.sets(sixtieths(lowest, 4), min_size=2, max_size=3))
    return GridAxis(
        over=draw(st.sampled_from(axes)),
        starts=tuple(sorted(starts)),
        edge=draw(st.sampled_from(Edge)),
        below=draw(st.sampled_from([Below.ZERO, Below.EXTEND])),
    )


@cache
def gates(names: tuple[str, ...], earlier: tuple[str, ...] = ()) -> st.SearchStrategy[Gate]:
    """Gates on measures and, if there are any, on what earlier components earned."""
    sides = st.sampled_from(["at_least", "at_least", "above", "at_most", "below"])
    about: list[st.SearchStrategy[tuple[str, str]]] = [
        st.tuples(st.just("attainment_of"), st.sampled_from(names)),
        st.tuples(st.just("value_of"), st.sampled_from(names)),
    ]
    if earlier:
        about.append(st.tuples(st.just("earned_by"), st.sampled_from(earlier)))
    return st.builds(_gate, st.one_of(about), sides, sixtieths(0, 2))


def _gate(asked: tuple[str, str], side: str, bound: Fraction) -> Gate:
    subject, name = asked
    fields: dict[str, Any] = {subject: name, side: bound}
    return Gate(**fields)


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    """Selections by product, client, territory, months of contract and days."""
    fields: dict[str, Any] = {}
    match draw(st.integers(0, 5)):
        case 0:
            fields["products"] = (draw(st.sampled_from(PRODUCTS)),)
        case 1:
            fields["clients"] = (draw(st.sampled_from(CLIENTS)),)
        case 2:
            fields["attributes"] = {"territory": draw(st.sampled_from(TERRITORIES))}
        case 3:
            months = Fraction(draw(st.integers(6, 36)))
            fields["bounds"] = (AttributeBound(attribute="term_months", at_least=months),)
        case 4:
            fields["start"] = draw(st.dates(*_YEAR))
        case _:
            pass
    return Selection(**fields)


@st.composite
def any_selections(draw: st.DrawFn) -> dict[str, Any]:
    """The fields of a selection as anybody may write them; days may be the wrong way round."""
    day = st.none() | st.dates(*_YEAR)
    names = st.lists(st.sampled_from(["pump", "nothing", ""]), max_size=2).map(tuple)
    return {
        "products": draw(names),
        "clients": draw(names),
        "attributes": draw(st.dictionaries(st.sampled_from(["territory", "size"]), st.just("x"))),
        "start": draw(day),
        "until": draw(day),
    }


# --- expressions ----------------------------------------------------------------------------------


@cache
def expressions(
    names: tuple[str, ...], earlier: tuple[str, ...] = ()
) -> st.SearchStrategy[Expression]:
    """Expressions of a few operations, none of which divides by zero."""
    return st.recursive(_leaves(names, earlier), _operations, max_leaves=5)


@cache
def any_expressions(
    names: tuple[str, ...], earlier: tuple[str, ...] = ()
) -> st.SearchStrategy[Expression]:
    """Expressions that may divide by zero."""

    def with_ratios(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
        return st.one_of(_operations(inner), st.builds(Ratio, of=inner, by=inner))

    return st.recursive(_leaves(names, earlier), with_ratios, max_leaves=5)


def _leaves(names: tuple[str, ...], earlier: tuple[str, ...]) -> st.SearchStrategy[Expression]:
    measure = st.sampled_from(names)
    found: list[st.SearchStrategy[Expression]] = [
        st.builds(Number, value=sixtieths(-2, 100)),
        st.builds(ValueOf, measure=measure),
        st.builds(AttainmentOf, measure=measure),
        st.builds(ParameterOf, name=st.sampled_from(["rate", "sum"])),
    ]
    if earlier:
        found.append(st.builds(EarnedBy, component=st.sampled_from(earlier)))
    return st.one_of(found)


def _operations(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    several = st.lists(inner, min_size=1, max_size=3).map(tuple)
    above_zero = several.map(lambda some: Greatest(of=(Number(value=Fraction(1)), *some)))
    return st.one_of(
        st.builds(Sum, of=several),
        st.builds(Difference, of=inner, less=inner),
        st.builds(Product, of=st.lists(inner, min_size=1, max_size=2).map(tuple)),
        st.builds(Ratio, of=inner, by=above_zero),
        st.builds(Least, of=several),
        st.builds(Greatest, of=several),
    )


# --- components -----------------------------------------------------------------------------------


@cache
def components(
    name: str, *, earlier: tuple[str, ...] = (), measures: tuple[str, ...] = tuple(EVERY_MEASURE)
) -> st.SearchStrategy[Component]:
    """Well-formed components of any kind, called ``name`` and with a clause of that name."""
    return _Drawn(name, measures, earlier, sound=True).component()


@cache
def any_components(
    name: str, *, earlier: tuple[str, ...] = (), measures: tuple[str, ...] = tuple(EVERY_MEASURE)
) -> st.SearchStrategy[Component]:
    """Components whose tables and exceptions may leave a deal or a position without an answer."""
    return _Drawn(name, measures, earlier, sound=False).component()


@attrs.frozen
class _Drawn:
    """One component to be drawn: its name, and what it may ask about."""

    name: str
    measures: tuple[str, ...]
    earlier: tuple[str, ...]
    sound: bool = attrs.field(kw_only=True)

    def component(self) -> st.SearchStrategy[Component]:
        """A component of one of the kinds."""
        priced_alone = [one for one in _PARTS_OF_DEALS if one in self.measures]
        sums = "sales" in self.measures
        return st.one_of(
            [
                self.commission(),
                *([self.alone(priced_alone)] * 2 if priced_alone else []),
                self.step(),
                self.bonus(),
                self.spiff(),
                self.scorecard(),
                *([self.override()] if sums else []),
                self.formula(),
                self.award(),
            ]
        )

    @property
    def gate(self) -> st.SearchStrategy[Gate]:
        return gates(self.measures, self.earlier)

    @property
    def measure(self) -> st.SearchStrategy[str]:
        usual = [name for name in ("sales", "sales") if name in self.measures]
        return st.sampled_from([*usual, *self.measures])

    def table(self, shapes: tuple[LadderShape, ...], values: st.SearchStrategy[Fraction]) -> Any:
        return (tables if self.sound else any_tables)(shapes, values)

    def fields(self, *, pays: bool = True, alone: bool = False) -> Any:
        """The fields that every component has."""
        return _common(self, pays=pays, alone=alone)

    def commission(self) -> st.SearchStrategy[Commission]:
        """A commission on the measure of the period, or to date."""
        plain = [one for one in ("sales", "units", "deals", "visits") if one in self.measures]
        ladder = st.fixed_dictionaries(
            {
                "ladder": self.table(_PRICING, sixtieths(0, 1)),
                "over": st.sampled_from([Axis.ATTAINMENT, Axis.AMOUNT, Axis.TENURE]),
                "by": st.none() | self.measure,
            }
        )
        price = st.one_of(
            ladder,
            ladder,
            st.fixed_dictionaries({"grid": grids()}),
            st.fixed_dictionaries({"rate": sixtieths(0, 1)}),
        )
        when = st.fixed_dictionaries({"measure": self.measure})
        if plain:
            to_date = st.fixed_dictionaries(
                {"measure": st.sampled_from(plain), "accumulate": st.sampled_from(_TO_DATE)}
            )
            when = st.one_of(when, when, to_date)
        times = st.fixed_dictionaries({"times": st.sampled_from([None, None, "rate"])})
        return st.builds(_made, st.just(Commission), self.fields(), price, when, times)

    def alone(self, measures: Sequence[str]) -> st.SearchStrategy[Commission | StepSum]:
        """A commission or a step by each deal alone."""
        axes = [Axis.AMOUNT, Axis.COUNT, Axis.MARGIN, Axis.DISCOUNT, Axis.TENURE]
        both = st.fixed_dictionaries(
            {"measure": st.sampled_from(measures), "accumulate": st.just(Accumulate.ALONE)}
        )
        priced = st.one_of(
            st.fixed_dictionaries(
                {"ladder": self.table(_PRICING, sixtieths(0, 1)), "over": st.sampled_from(axes)}
            ),
            st.fixed_dictionaries({"grid": grids(axes=axes)}),
            st.fixed_dictionaries({"rate": sixtieths(0, 1)}),
        )
        granted = st.fixed_dictionaries(
            {"ladder": self.table(_GRANTING, sixtieths(0, 100)), "over": st.sampled_from(axes)}
        )
        commissions = st.builds(
            _made, st.just(Commission), self.fields(alone=True), both, priced, self.exceptions()
        )
        steps = st.builds(_made, st.just(StepSum), self.fields(alone=True), both, granted)
        return st.one_of(commissions, commissions, steps)

    def exceptions(self) -> st.SearchStrategy[dict[str, Any]]:
        """Exceptions for a product and for a client, the product first; else any two."""
        rate = st.builds(
            Exception_, where=st.just(Selection(products=("pump",))), rate=sixtieths(0, 1)
        )
        amount = st.builds(Exception_, where=st.just(Selection(clients=("acme",))), amount=_SUMS)
        clear = st.lists(st.sampled_from([0, 1]), unique=True, max_size=2).flatmap(
            lambda which: st.tuples(*((rate, amount)[one] for one in which))
        )
        order = st.just(("product", "client"))
        sound = st.fixed_dictionaries({"exceptions": clear, "specificity": order})
        if self.sound:
            return sound
        several = st.lists(
            st.builds(Exception_, where=selections(), rate=sixtieths(0, 1)), max_size=3
        )
        return st.one_of(sound, st.fixed_dictionaries({"exceptions": several.map(tuple)}))

    def step(self) -> st.SearchStrategy[StepSum]:
        """A sum by the measure of the period."""
        values = sixtieths(0, 1000)
        table = st.one_of(
            st.fixed_dictionaries(
                {
                    "ladder": self.table(_GRANTING, values),
                    "over": st.sampled_from([Axis.ATTAINMENT, Axis.AMOUNT]),
                }
            ),
            st.fixed_dictionaries({"grid": grids(_GRANTING, values)}),
        )
        measure = st.fixed_dictionaries({"measure": self.measure})
        return st.builds(_made, st.just(StepSum), self.fields(), table, measure)

    def bonus(self) -> st.SearchStrategy[Bonus]:
        """A sum of the plan's, or of a personal parameter."""
        amount = st.one_of(
            st.fixed_dictionaries({"amount": _SUMS}),
            st.fixed_dictionaries({"amount_from": st.just("sum")}),
        )
        gate = st.fixed_dictionaries({"gates": st.tuples(self.gate)})
        return st.builds(_made, st.just(Bonus), self.fields(), amount, gate)

    def spiff(self) -> st.SearchStrategy[Spiff]:
        """So much for each deal or unit, at most so many."""
        own = st.fixed_dictionaries(
            {
                "where": selections(),
                "amount": moneys("PHP", min_minor=0, max_minor=10**5),
                "per": st.sampled_from(SpiffUnit),
                "at_most": st.sampled_from([None, None, 1, 3]),
            }
        )
        return st.builds(_made, st.just(Spiff), self.fields(), own)

    def scorecard(self) -> st.SearchStrategy[Scorecard]:
        """One to three results by weight."""
        return st.builds(
            _made,
            st.just(Scorecard),
            self.fields(),
            st.fixed_dictionaries({"target": _SUMS, "items": self.items()}),
        )

    def items(self) -> st.SearchStrategy[tuple[ScorecardItem, ...]]:
        """Items whose weights sum to one."""
        payout = self.table(_GRANTING, sixtieths(0, 2))
        results = st.tuples(self.measure, st.integers(1, 10), payout)

        def weigh(some: list[tuple[str, int, Ladder]]) -> tuple[ScorecardItem, ...]:
            total = sum(weight for _, weight, _ in some)
            return tuple(
                ScorecardItem(
                    id=f"item-{number}",
                    measure=measure,
                    weight=Fraction(weight, total),
                    ladder=ladder,
                )
                for number, (measure, weight, ladder) in enumerate(some)
            )

        return st.lists(results, min_size=1, max_size=3).map(weigh)

    def override(self) -> st.SearchStrategy[Override]:
        """A share of the sales at a level below."""
        own = st.fixed_dictionaries(
            {"measure": st.just("sales"), "rate": sixtieths(0, 1), "level": st.integers(1, 3)}
        )
        return st.builds(_made, st.just(Override), self.fields(), own)

    def formula(self) -> st.SearchStrategy[Formula]:
        """Arithmetic over measures and earlier components."""
        drawn = expressions if self.sound else any_expressions
        own = st.fixed_dictionaries({"expression": drawn(self.measures, self.earlier)})
        return st.builds(_made, st.just(Formula), self.fields(), own)

    def award(self) -> st.SearchStrategy[Award]:
        """A watch, now or some months later."""
        own = st.fixed_dictionaries(
            {
                "item": st.just(Text.of(en="watch")),
                "gates": st.tuples(self.gate),
                "released_after_months": st.integers(0, 12),
            }
        )
        return st.builds(_made, st.just(Award), self.fields(pays=False), own)


@st.composite
def _common(draw: st.DrawFn, drawn: _Drawn, *, pays: bool, alone: bool) -> dict[str, Any]:
    """The fields that every component has; most of them say nothing."""
    fields: dict[str, Any] = {"id": drawn.name, "clause": drawn.name}
    if draw(one_in(4)):
        fields["gates"] = (draw(drawn.gate),)
    if draw(one_in(8)):
        fields["eligible"] = Eligibility(parameter="rate", above=draw(sixtieths(0, 1)))
    if not pays:
        return fields
    if draw(one_in(4)):
        gate = st.builds(Kicker, factor=sixtieths(0, 3), gate=drawn.gate)
        deals = st.builds(Kicker, factor=sixtieths(0, 3), where=selections())
        fields["kickers"] = (draw(st.one_of(gate, deals) if alone else gate),)
    if draw(one_in(6)):
        fields["cap"] = Bound(amount=draw(_SUMS))
    if draw(one_in(8)):
        fields["floor"] = Bound(amount=draw(moneys("PHP", min_minor=0, max_minor=10**4)))
    return fields


def _made(cls: type[Any], *parts: dict[str, Any]) -> Any:
    """A term of the fields that several draws gave; later ones win."""
    return cls(**{name: value for part in parts for name, value in part.items()})
