"""Components by chance, of every kind and with every option."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from tests.agreement.lots.dice import Dice
from tests.agreement.lots.measures import OF_DEALS, PRICED, SALES, SOLD
from tests.agreement.lots.tables import a_gate, a_grid, a_ladder, a_selection

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
from accountkit.plans.conditions import Eligibility
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
from accountkit.plans.measures import Event, Measure
from accountkit.plans.modifiers import Bound, Kicker
from accountkit.plans.payments import Condition, Instalment, Payment
from accountkit.plans.rate_tables import Axis
from accountkit.values.ladders import LadderShape
from accountkit.values.money import Money
from accountkit.values.texts import Text

__all__ = ["Drawing", "a_component"]

_RATES = tuple(Fraction(percent, 100) for percent in (0, 1, 2, 3, 5, 8, 10))
_SUMS = tuple(Fraction(number) for number in (0, 5, 10, 25, 40))
_PAYOUTS = (Fraction(0), Fraction(1, 2), Fraction(1), Fraction(3, 2))
_PRICING = (LadderShape.SLICED, LadderShape.SLICED, LadderShape.WHOLE, LadderShape.CURVE)
_GRANTING = (LadderShape.STEP, LadderShape.WHOLE, LadderShape.CURVE)
_TO_DATE = (Accumulate.QUARTER_TO_DATE, Accumulate.HALF_TO_DATE, Accumulate.YEAR_TO_DATE)
_OF_A_DEAL = (Axis.AMOUNT, Axis.COUNT, Axis.MARGIN, Axis.DISCOUNT, Axis.TENURE)
_COUNTS = ("units", "deals", "clients", "active", "new", "visits", "points")
_KINDS = (
    "commission",
    "commission",
    "to date",
    "alone",
    "alone",
    "step",
    "step alone",
    "bonus",
    "spiff",
    "scorecard",
    "override",
    "formula",
    "award",
)


class Drawing:
    """What a component is drawn from: the measures, the days, and what came before it."""

    def __init__(self, dice: Dice, measures: dict[str, Measure], days: tuple[date, date]) -> None:
        self.dice = dice
        self.measures = tuple(measures)
        self.days = days
        self.earlier: list[str] = []


def a_component(  # noqa: C901, PLR0911 - a case for each kind
    drawing: Drawing, name: str
) -> Component:
    """A component of any kind."""
    dice = drawing.dice
    match dice.one(_KINDS):
        case "commission":
            return _commission(drawing, name)
        case "to date":
            return _to_date(drawing, name)
        case "alone":
            return _alone(drawing, name)
        case "step":
            return _step(drawing, name)
        case "step alone":
            return _step_alone(drawing, name)
        case "bonus":
            return _bonus(drawing, name)
        case "spiff":
            return _spiff(drawing, name)
        case "scorecard":
            return _scorecard(drawing, name)
        case "override":
            return _override(drawing, name)
        case "formula":
            return Formula(**_paying(drawing, name), expression=_expression(drawing, 2))
        case _:
            fields = _common(drawing, name)
            fields["gates"] = (a_gate(dice, drawing.measures, drawing.earlier),)
            item, months = Text.of(en="watch"), dice.number(0, 2)
            return Award(**fields, item=item, released_after_months=months)


# --- what components share ------------------------------------------------------------------------


def _common(drawing: Drawing, name: str) -> dict[str, Any]:
    dice = drawing.dice
    fields: dict[str, Any] = {"id": name, "clause": "c"}
    if dice.chance(25):
        gates = [
            a_gate(dice, drawing.measures, drawing.earlier) for _ in range(dice.one((1, 1, 2)))
        ]
        fields["gates"] = tuple(gates)
    if dice.chance(8):
        fields["eligible"] = Eligibility(parameter="level", at_least=Fraction(dice.number(1, 2)))
    return fields


def _paying(
    drawing: Drawing, name: str, *, of_deals: bool = False, alone: bool = False
) -> dict[str, Any]:
    dice, fields = drawing.dice, _common(drawing, name)
    kickers: list[Kicker] = []
    if dice.chance(20):
        gate = a_gate(dice, drawing.measures, drawing.earlier)
        kickers.append(Kicker(factor=dice.percent(0, 200, 25), gate=gate))
    if alone and dice.chance(25):
        where = a_selection(dice, drawing.days)
        kickers.append(Kicker(factor=dice.percent(50, 200, 25), where=where))
    fields["kickers"] = tuple(kickers)
    if dice.chance(12):
        fields["cap"] = _bound(dice, 5, 60)
    if dice.chance(10):
        fields["floor"] = _bound(dice, 0, 10)
    if dice.chance(25):
        fields["payment"] = _payment(dice, of_deals=of_deals)
    return fields


def _bound(dice: Dice, least: int, most: int) -> Bound:
    if dice.chance(30):
        return Bound(amount_from="sum")
    return Bound(amount=Money.of(dice.number(least, most), "PHP"))


def _payment(dice: Dice, *, of_deals: bool) -> Payment:
    if of_deals and dice.chance(65):
        if dice.chance(50):
            return Payment(at=Event.INVOICE)
        return Payment(at=Event.CASH, safety_days=dice.one((0, 0, 15)))
    shares = dice.one((("1",), ("1/2", "1/2"), ("1/3", "1/3", "1/3"), ("2/5", "3/5")))
    months = dice.some((0, 1, 2, 3), len(shares), len(shares))
    return Payment(
        instalments=tuple(
            Instalment(
                after_months=month, share=Fraction(share), condition=dice.one(list(Condition))
            )
            for month, share in zip(months, shares, strict=True)
        )
    )


# --- commissions and steps ------------------------------------------------------------------------


def _period_axes(measure: str) -> list[Axis]:
    axes = [Axis.ATTAINMENT, Axis.ATTAINMENT, Axis.TENURE]
    axes.append(Axis.COUNT if measure in _COUNTS else Axis.AMOUNT)
    if measure in OF_DEALS:
        axes += [Axis.MARGIN, Axis.DISCOUNT]
    return axes


def _priced(drawing: Drawing, measure: str, by: Sequence[str]) -> dict[str, Any]:
    """A rate, a ladder or a grid of the period, over the measure or another."""
    dice = drawing.dice
    if dice.chance(15):
        return {"rate": dice.one(_RATES)}
    if dice.chance(25):
        axes = _period_axes(measure)
        return {"grid": a_grid(dice, axes, _PRICING, _RATES)}
    other = dice.one(by) if dice.chance(25) else None
    axis = dice.one(_period_axes(other or measure))
    return {"ladder": a_ladder(dice, axis, _PRICING, _RATES), "over": axis, "by": other}


def _commission(drawing: Drawing, name: str) -> Commission:
    measure = drawing.dice.one((*SALES, *OF_DEALS, *drawing.measures))
    of_deals = measure in {"sales", "chosen", "margin", "team"}
    fields = _paying(drawing, name, of_deals=of_deals)
    if not of_deals:
        fields.pop("payment", None)
    prices = _priced(drawing, measure, OF_DEALS)
    if drawing.dice.chance(15):
        prices["times"] = "rate"
    return Commission(**fields, **prices, measure=measure)


def _to_date(drawing: Drawing, name: str) -> Commission | StepSum:
    dice = drawing.dice
    measure = dice.one(PRICED)
    fields = _paying(drawing, name)
    fields.pop("payment", None)
    fields |= {"measure": measure, "accumulate": dice.one(_TO_DATE)}
    if dice.chance(20):
        axis = dice.one((Axis.ATTAINMENT, Axis.AMOUNT))
        return StepSum(**fields, ladder=a_ladder(dice, axis, _GRANTING, _SUMS), over=axis)
    return Commission(**fields, **_priced(drawing, measure, ("sales", "chosen")))


def _price_of_a_deal(drawing: Drawing) -> dict[str, Any]:
    dice = drawing.dice
    if dice.chance(25):
        return {"rate": dice.one(_RATES)}
    if dice.chance(25):
        return {"grid": a_grid(dice, _OF_A_DEAL, _PRICING, _RATES)}
    if dice.chance(20):
        ladder = a_ladder(dice, Axis.ATTAINMENT, _PRICING, _RATES)
        return {"ladder": ladder, "over": Axis.ATTAINMENT, "by": dice.one(("sales", "deals"))}
    axis = dice.one(_OF_A_DEAL)
    return {"ladder": a_ladder(dice, axis, _PRICING, _RATES), "over": axis}


def _alone(drawing: Drawing, name: str) -> Commission:
    dice = drawing.dice
    fields = _paying(drawing, name, of_deals=True, alone=True)
    exceptions = [_exception(drawing) for _ in range(dice.one((0, 0, 1, 2)))]
    order = dice.one(((), ("product", "client"), ("client", "territory", "product"), ("term",)))
    return Commission(
        **fields,
        **_price_of_a_deal(drawing),
        measure=dice.one(SOLD),
        accumulate=Accumulate.ALONE,
        times="rate" if dice.chance(10) else None,
        exceptions=tuple(exceptions),
        specificity=order if exceptions else (),
    )


def _exception(drawing: Drawing) -> Exception_:
    dice, where = drawing.dice, a_selection(drawing.dice, drawing.days)
    if dice.chance(35):
        return Exception_(where=where, amount=dice.money(0, 50))
    if dice.chance(50):
        return Exception_(where=where, rate=dice.one(_RATES))
    axis = dice.one(_OF_A_DEAL)
    return Exception_(where=where, over=axis, ladder=a_ladder(dice, axis, _PRICING, _RATES))


def _step(drawing: Drawing, name: str) -> StepSum:
    dice = drawing.dice
    measure = dice.one((*OF_DEALS, *drawing.measures))
    fields = _paying(drawing, name)
    axes = _period_axes(measure)
    if dice.chance(25):
        return StepSum(**fields, measure=measure, grid=a_grid(dice, axes, _GRANTING, _SUMS))
    axis = dice.one(axes)
    ladder = a_ladder(dice, axis, _GRANTING, _SUMS)
    return StepSum(**fields, measure=measure, ladder=ladder, over=axis)


def _step_alone(drawing: Drawing, name: str) -> StepSum:
    dice = drawing.dice
    axis = dice.one(_OF_A_DEAL)
    return StepSum(
        **_paying(drawing, name, of_deals=True, alone=True),
        measure=dice.one(SOLD),
        accumulate=Accumulate.ALONE,
        ladder=a_ladder(dice, axis, _GRANTING, _SUMS),
        over=axis,
    )


# --- sums, scorecards, shares and formulas --------------------------------------------------------


def _bonus(drawing: Drawing, name: str) -> Bonus:
    dice = drawing.dice
    fields = _paying(drawing, name)
    fields["gates"] = (a_gate(dice, drawing.measures, drawing.earlier),)
    if dice.chance(30):
        return Bonus(**fields, amount_from="sum")
    return Bonus(**fields, amount=dice.money(0, 50))


def _spiff(drawing: Drawing, name: str) -> Spiff:
    dice = drawing.dice
    return Spiff(
        **_paying(drawing, name, of_deals=True),
        where=a_selection(dice, drawing.days),
        amount=dice.money(0, 25),
        per=dice.one(list(SpiffUnit)),
        at_most=dice.one((None, None, 1, 3)),
    )


def _scorecard(drawing: Drawing, name: str) -> Scorecard:
    dice = drawing.dice
    weights = dice.one((("1",), ("1/2", "1/2"), ("1/5", "3/10", "1/2")))
    items: list[ScorecardItem] = []
    for number, weight in enumerate(weights):
        measure = dice.one(drawing.measures)
        axis = dice.one(_period_axes(measure))
        ladder = a_ladder(dice, axis, _GRANTING, _PAYOUTS)
        items.append(
            ScorecardItem(
                id=f"i{number}",
                measure=measure,
                weight=Fraction(weight),
                over=axis,
                ladder=ladder,
            )
        )
    if dice.chance(30):
        return Scorecard(**_paying(drawing, name), target_from="sum", items=tuple(items))
    return Scorecard(**_paying(drawing, name), target=dice.money(10, 80), items=tuple(items))


def _override(drawing: Drawing, name: str) -> Override:
    dice = drawing.dice
    measure = dice.one(SALES)
    fields = _paying(drawing, name, of_deals=True)
    if measure not in {"sales", "chosen"}:
        fields.pop("payment", None)
    level = dice.one((1, 1, 2, 3))
    return Override(**fields, measure=measure, rate=dice.one(_RATES), level=level)


def _expression(  # noqa: PLR0911 - a case for each operation
    drawing: Drawing, depth: int
) -> Expression:
    dice = drawing.dice
    if depth == 0 or dice.chance(15):
        return _leaf(drawing)
    parts = tuple(_expression(drawing, depth - 1) for _ in range(dice.number(1, 3)))
    match dice.one(("sum", "difference", "product", "ratio", "least", "greatest")):
        case "sum":
            return Sum(of=parts)
        case "difference":
            return Difference(of=parts[0], less=parts[-1])
        case "product":
            return Product(of=(Number(value=dice.percent(1, 10)), parts[0]))
        case "ratio":
            above = Greatest(of=(Number(value=Fraction(1)), parts[-1]))
            return Ratio(of=parts[0], by=parts[-1] if dice.chance(10) else above)
        case "least":
            return Least(of=parts)
        case _:
            return Greatest(of=parts)


def _leaf(drawing: Drawing) -> Expression:
    dice = drawing.dice
    match dice.one(("number", "value", "attainment", "parameter", "earned")):
        case "value":
            return ValueOf(measure=dice.one(drawing.measures))
        case "attainment":
            return AttainmentOf(measure=dice.one(drawing.measures))
        case "parameter":
            return ParameterOf(name="sum")
        case "earned" if drawing.earlier:
            return EarnedBy(component=dice.one(drawing.earlier))
        case _:
            return Number(value=Fraction(dice.number(-10, 50)))
