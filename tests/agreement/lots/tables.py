"""Tables, gates and selections by chance."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from tests.agreement.lots.dice import Dice

from accountkit.plans.conditions import Gate
from accountkit.plans.rate_tables import Axis, Grid, GridAxis
from accountkit.plans.selections import AttributeBound, Selection
from accountkit.values.ladders import Band, Below, Edge, Ladder, LadderShape

__all__ = ["CLIENTS", "PRODUCTS", "a_gate", "a_grid", "a_ladder", "a_selection"]

CLIENTS = ("acme", "bolt", "crag")
PRODUCTS = ("pump", "hose")

_STARTS: dict[Axis, tuple[str, ...]] = {
    Axis.ATTAINMENT: ("0", "1/2", "4/5", "1", "6/5", "2"),
    Axis.AMOUNT: ("0", "100", "250", "500", "1000"),
    Axis.COUNT: ("0", "1", "2", "3", "5"),
    Axis.MARGIN: ("0", "1/10", "1/4", "2/5", "1/2"),
    Axis.DISCOUNT: ("0", "1/20", "1/10", "1/4"),
    Axis.TENURE: ("0", "1", "3", "6", "12"),
}


def _starts(dice: Dice, axis: Axis, fewest: int) -> list[Fraction]:
    starts = [Fraction(text) for text in dice.some(_STARTS[axis], fewest, 4)]
    if dice.chance(60):
        starts[0] = Fraction(0)
    return starts


def _below(dice: Dice, first: Fraction) -> Below | None:
    if first == 0 and dice.chance(20):
        return None
    return dice.one(
        (Below.ZERO, Below.ZERO, Below.EXTEND, Below.EXTEND, Below.REFUSE)[: _usual(dice)]
    )


def _usual(dice: Dice) -> int:
    return 5 if dice.chance(15) else 4


def a_ladder(
    dice: Dice, axis: Axis, shapes: Sequence[LadderShape], values: Sequence[Fraction]
) -> Ladder:
    """A ladder over an axis."""
    shape = dice.one(shapes)
    starts = _starts(dice, axis, 2 if shape is LadderShape.CURVE else 1)
    bands = [Band(start=start, value=dice.one(values)) for start in starts]
    if shape is not LadderShape.CURVE and dice.chance(5):
        last = bands[-1]
        bands[-1] = Band(start=last.start, end=last.start * 10 + 1, value=last.value)
    return Ladder(
        shape,
        tuple(bands),
        edge=dice.one((Edge.AT_OR_ABOVE, Edge.ABOVE)),
        below=_below(dice, starts[0]),
    )


def a_grid(
    dice: Dice,
    axes: Sequence[Axis],
    shapes: Sequence[LadderShape],
    values: Sequence[Fraction],
    by: Sequence[str | None] = (None,),
) -> Grid:
    """A grid of two or three dimensions; an attainment on it is of one of ``by``."""
    shape = dice.one(shapes)
    found: list[GridAxis] = []
    for axis in [dice.one(axes) for _ in range(dice.one((2, 2, 3)))]:
        starts = _starts(dice, axis, 2 if shape is LadderShape.CURVE else 1)
        found.append(
            GridAxis(
                over=axis,
                by=dice.one(by),
                starts=tuple(starts),
                edge=dice.one((Edge.AT_OR_ABOVE, Edge.ABOVE)),
                below=_below(dice, starts[0]),
            )
        )
    count = 1
    for leading in found[:-1]:
        count *= len(leading.starts)
    rows = [tuple(dice.one(values) for _ in found[-1].starts) for _ in range(count)]
    return Grid(axes=tuple(found), shape=shape, rows=tuple(rows))


def a_gate(dice: Dice, measures: Sequence[str], components: Sequence[str] = ()) -> Gate:
    """A gate on an attainment, a value, or what an earlier component earned."""
    bound = dice.one(("at_least", "at_least", "above", "at_most", "below"))
    if components and dice.chance(30):
        asked, name = "earned_by", dice.one(components)
        level = Fraction(dice.one((0, 1, 5, 20)))
    elif dice.chance(60):
        asked, name = "attainment_of", dice.one(measures)
        level = dice.one((Fraction(0), Fraction(1, 2), Fraction(4, 5), Fraction(1)))
    else:
        asked, name = "value_of", dice.one(measures)
        level = Fraction(dice.one((0, 1, 2, 250)))
    return Gate(**{asked: name, bound: level})  # type: ignore[arg-type] # names of its own fields


def a_selection(dice: Dice, days: tuple[date, date] | None = None) -> Selection:
    """A selection by one thing or two; by days too, if it is told between which."""
    products: tuple[str, ...] = ()
    clients: tuple[str, ...] = ()
    attributes: dict[str, str] = {}
    bounds: tuple[AttributeBound, ...] = ()
    for kind in dice.some(("product", "client", "territory", "term"), 1, 2):
        if kind == "product":
            products = (dice.one(PRODUCTS),)
        elif kind == "client":
            clients = tuple(dice.some(CLIENTS, 1, 2))
        elif kind == "territory":
            attributes = {"territory": dice.one(("north", "south"))}
        else:
            months = Fraction(dice.one((6, 12, 24)))
            bounds = (
                AttributeBound(attribute="term", at_least=months)
                if dice.chance(50)
                else AttributeBound(attribute="term", below=months),
            )
    start, until = None, None
    if days is not None and dice.chance(30):
        start = dice.day(*days)
        until = dice.day(start, days[1])
    return Selection(
        products=products,
        clients=clients,
        attributes=attributes,
        bounds=bounds,
        start=start,
        until=until,
    )
