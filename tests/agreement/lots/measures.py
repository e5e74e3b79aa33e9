"""Measures by chance: one of each kind, with some of their options."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from tests.agreement.lots.dice import Dice
from tests.agreement.lots.tables import a_selection

from accountkit.plans.measures import (
    ActiveClients,
    Collections,
    Contacts,
    DealCount,
    DistinctClients,
    Event,
    FulfilmentShare,
    MarginSum,
    Measure,
    NewClients,
    OverdueReceivables,
    Quotient,
    SalesSum,
    UnitSum,
    WeightedSum,
    Weighting,
    Whose,
)
from accountkit.values.calendars import PeriodKind
from accountkit.values.money import Money
from accountkit.values.texts import Text

__all__ = ["OF_DEALS", "PRICED", "SALES", "SOLD", "the_measures"]

SOLD = ("sales", "chosen", "margin", "units")
"""Measures of deals as they are booked in the period, of which a deal has a part."""

PRICED = (*SOLD, "deals", "team")
"""Measures of deals that may be taken together to date."""

SALES = ("sales", "chosen", "invoiced", "cash", "to_date", "rolling")
"""Sums of sales."""

OF_DEALS = ("sales", "chosen", "margin", "team", "everybody", "to_date")
"""Measures with a margin and a discount of the deals behind them."""


def the_measures(dice: Dice, days: tuple[date, date]) -> dict[str, Measure]:
    """A measure of each kind, by id."""
    money: list[Measure] = [
        SalesSum(**_of("sales")),
        SalesSum(**_of("chosen"), where=a_selection(dice, days)),
        SalesSum(**_of("invoiced"), counted_at=Event.INVOICE),
        SalesSum(**_of("cash"), counted_at=Event.CASH, whose=_whose(dice)),
        SalesSum(**_of("to_date"), to_date=dice.one((PeriodKind.QUARTER, PeriodKind.YEAR))),
        SalesSum(**_of("rolling"), rolling_months=dice.number(1, 5)),
        SalesSum(**_of("team"), whose=dice.one((Whose.REPORTS, Whose.TEAM))),
        SalesSum(**_of("everybody"), whose=Whose.OWN_AND_TEAM),
        MarginSum(**_of("margin")),
        MarginSum(**_of("margin_paid"), counted_at=dice.one((Event.INVOICE, Event.CASH))),
        Collections(**_of("collected"), whose=_whose(dice)),
        OverdueReceivables(**_of("overdue"), grace_days=dice.one((0, 10, 30))),
    ]
    counts: list[Measure] = [
        UnitSum(**_of("units"), whose=_whose(dice)),
        DealCount(**_of("deals"), whose=_whose(dice)),
        DistinctClients(**_of("clients"), whose=_whose(dice)),
        ActiveClients(
            **_of("active"),
            window_months=dice.number(1, 5),
            least_sales=dice.number(1, 2),
            least_amount=Money.of(dice.one((1, 100, 300)), "PHP"),
        ),
        NewClients(
            **_of("new"),
            quiet_months=dice.number(1, 3),
            least_amount=Money.of(dice.one((1, 100)), "PHP"),
            whose=_whose(dice),
        ),
        Contacts(**_of("visits"), kinds=tuple(dice.some(("visit", "call"), 1, 2))),
        FulfilmentShare(
            **_of("reports"),
            duties=("report",),
            when_none_due=None if dice.chance(30) else Fraction(1),
        ),
        WeightedSum(
            **_of("points"),
            of=(
                Weighting(measure="deals", weight=Fraction(3, 2)),
                Weighting(measure="visits", weight=Fraction(1)),
            ),
        ),
        Quotient(
            **_of("quotient"),
            dividend=dice.one(("margin", "collected")),
            divisor=dice.one(("sales", "units")),
            when_zero=None if dice.chance(20) else Fraction(0),
        ),
    ]
    return {measure.id: measure for measure in (*money, *counts)}


def _whose(dice: Dice) -> Whose:
    choices: tuple[Whose, ...] = (Whose.OWN, Whose.OWN, *Whose)
    return dice.one(choices)


def _of(name: str) -> dict[str, Any]:
    return {"id": name, "title": Text.of(en=name)}
