"""Which deals an amount belongs to, and by how much of it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from accountkit.engine.pay import evaluate_sequence
from accountkit.engine.pay.credit import Part
from accountkit.engine.pay.deals import PricedDeal
from accountkit.engine.pay.parts import deal_parts
from accountkit.plans import Component, NegativeResult
from accountkit.settlement.balances import MovementKind
from accountkit.settlement.earned import DealPart
from accountkit.testing.pay import (
    a_chain,
    a_commission,
    a_deal,
    a_plan,
    a_spiff,
    at_original_rate,
    some_facts,
)
from accountkit.values.money import Amount


def priced(row: str, value: str, share: str = "1") -> PricedDeal:
    """A deal of a row with what it earned."""
    deal = a_deal(row)
    part = Part(deal, deal.date, deal.amount.exact.value * Fraction(share), Fraction(share))
    return PricedDeal(part, Fraction(value), {})


def test_each_sale_has_what_is_credited_of_it_and_its_weight() -> None:
    """Half of a deal of 100.00 that earned 7, and all of one of 30.00 that earned 3."""
    parts = deal_parts(
        [priced("ana 2026-01-05 100.00", "7", "1/2"), priced("ana 2026-01-06 30.00 id=d2", "3")],
        "PHP",
    )
    assert (
        DealPart(
            deal="d1",
            date=date(2026, 1, 5),
            amount=Amount(Fraction(50), "PHP"),
            weight=Fraction(7),
        ),
        DealPart(
            deal="d2",
            date=date(2026, 1, 6),
            amount=Amount(Fraction(30), "PHP"),
            weight=Fraction(3),
        ),
    ) == parts


def test_what_was_given_back_makes_the_weight_of_its_deal_smaller() -> None:
    """10 less 4 is 6; a deal given back whole has no part, and neither has the return itself."""
    parts = deal_parts(
        [
            priced("ana 2026-01-05 100.00", "10"),
            priced("ana 2026-01-06 50.00 id=d2", "5"),
            priced("ana 2026-02-01 -40.00 id=r1 returns=d1", "-4"),
            priced("ana 2026-02-02 -50.00 id=r2 returns=d2", "-5"),
        ],
        "PHP",
    )
    assert [("d1", Fraction(6))] == [(part.deal, part.weight) for part in parts]


def test_a_return_of_a_deal_that_is_not_among_them_is_left_out() -> None:
    """It was made in another period: there is nothing here to share out to it."""
    assert () == deal_parts([priced("ana 2026-02-01 -40.00 returns=d9", "-4")], "PHP")


# --- as it reaches what is taken back -------------------------------------------------------------


def taken_back(component: Component, *rows: str, **others: Any) -> list[str]:
    """What each quarter of two takes back, when returns take back what was paid."""
    plan = a_plan(component, returns=at_original_rate(), negative=NegativeResult.PAY_BACK)
    chain = a_chain({"ana": plan}, "2026-Q1", "2026-Q2")
    return [
        str(outcome.statement("ana").moved(MovementKind.TAKEN_BACK).amount)
        for outcome in evaluate_sequence(chain, some_facts(*rows, **others))
    ]


def test_a_deal_counted_as_its_money_comes_in_is_behind_each_of_its_payments() -> None:
    """10% of 600 and of 400 were paid, in two quarters; the whole deal comes back: 60 and 40.

    The second payment is of a deal that was made in the quarter before.
    """
    found = taken_back(
        a_commission("10%", measure="cash"),
        "ana 2026-02-01 1000.00",
        "ana 2026-06-01 -1000.00 returns=d1",
        payments=["d1 2026-02-10 600.00", "d1 2026-05-10 400.00"],
    )
    assert ["0.00", "-100.00"] == found


def test_a_deal_not_yet_paid_for_is_behind_nothing() -> None:
    """10% of the 600 received for d1 belong to it alone: d2, given back, was paid nothing for."""
    found = taken_back(
        a_commission("10%", measure="cash"),
        "ana 2026-02-01 1000.00",
        "ana 2026-02-02 1000.00",
        "ana 2026-05-01 -1000.00 returns=d2",
        payments=["d1 2026-02-10 600.00"],
    )
    assert ["0.00", "0.00"] == found


def test_a_commission_on_margin_belongs_to_deals_by_their_margin() -> None:
    """10% of margins of 90 and 10: d2 earned 1 of the 10, and 1 is taken back for it."""
    found = taken_back(
        a_commission("10%", measure="margin"),
        "ana 2026-02-01 100.00 cost=10",
        "ana 2026-02-02 100.00 cost=90",
        "ana 2026-05-01 -100.00 cost=-90 returns=d2",
    )
    assert ["0.00", "-1.00"] == found


def test_a_spiff_for_each_unit_belongs_to_deals_by_their_units() -> None:
    """5 each for 3 units and 1 unit, 20 in all: the deal of one unit takes 5 back."""
    found = taken_back(
        a_spiff("PHP 5.00", per="unit"),
        "ana 2026-02-01 100.00 quantity=3",
        "ana 2026-02-02 100.00 quantity=1",
        "ana 2026-05-01 -100.00 quantity=-1 returns=d2",
    )
    assert ["0.00", "-5.00"] == found


def test_a_deal_that_a_measure_looks_back_to_is_behind_it_again() -> None:
    """10% of 800 is paid twice: six months up to June hold January. Given back, 160 are taken."""
    found = taken_back(
        a_commission("10%", measure="rolling_sales"),
        "ana 2026-01-15 800.00",
        "ana 2026-05-15 -800.00 returns=d1",
    )
    assert ["0.00", "-160.00"] == found


def test_visits_are_no_deals_and_nothing_of_them_is_taken_back() -> None:
    """1 for each of two visits stays, whatever becomes of a sale of the quarter."""
    found = taken_back(
        a_commission("100%", measure="visits"),
        "ana 2026-02-01 100.00",
        "ana 2026-05-01 -100.00 returns=d1",
        contacts=["ana 2026-01-05 visit", "ana 2026-01-06 visit"],
    )
    assert ["0.00", "0.00"] == found
