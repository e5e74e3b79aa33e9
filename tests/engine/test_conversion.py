"""At which rate an amount in another currency counts."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from accountkit.engine.pay import evaluate
from accountkit.engine.pay.conversion import Converter, Rate
from accountkit.facts.known import Facts
from accountkit.plans import Conversion, NegativeResult, RateDate
from accountkit.plans.faults import Missing
from accountkit.settlement.statements import Statement
from accountkit.settlement.trace import Step, StepKind
from accountkit.testing.pay import (
    QUARTER,
    a_bound_plan,
    a_commission,
    a_deal,
    a_plan,
    some_facts,
)
from accountkit.values.money import Amount
from accountkit.values.rounding import RoundingMode

DEAL = a_deal("ana 2026-02-10 100.00 currency=EUR")
RATES = (
    "bank EUR PHP 2026-01-31 60",
    "bank EUR PHP 2026-02-09 61",
    "bank EUR PHP 2026-02-20 62",
    "bank EUR PHP 2026-03-31 63",
)


def converter(on: RateDate, facts: Facts, **options: Any) -> Converter:
    """What a plan by the rates of a bank converts in the first quarter."""
    terms = Conversion(on=on, source="bank", valid_days=30, **options)
    return Converter(a_plan(a_commission("10%"), conversion=terms), QUARTER, facts)


def by_bank(on: RateDate, *rates: str, **others: Any) -> Fraction:
    """The rate of the deal of 10 February."""
    return converter(on, some_facts(rates=rates, **others)).rate(DEAL, "EUR").value


def test_the_latest_rate_of_the_deals_day_holds() -> None:
    """That of the 9th, until one of the 10th itself is known."""
    assert Fraction(61) == by_bank(RateDate.DEAL_DATE, *RATES)
    assert Fraction(64) == by_bank(RateDate.DEAL_DATE, *RATES, "bank EUR PHP 2026-02-10 64")


def test_the_rate_of_the_first_invoice_holds() -> None:
    """The invoices are of 25 and 20 February: the rate of the 20th."""
    invoices = ["d1 2026-02-25 50.00", "d1 2026-02-20 50.00"]
    assert Fraction(62) == by_bank(RateDate.INVOICE_DATE, *RATES, invoices=invoices)


def test_a_deal_without_an_invoice_has_no_rate_of_its_invoice() -> None:
    """It waits for one; the day of the deal is no substitute."""
    with pytest.raises(Missing, match="exchange rate for deal d1"):
        by_bank(RateDate.INVOICE_DATE, *RATES)


def test_the_rate_of_the_periods_last_day_holds_for_every_deal() -> None:
    """31 March, also where the deal was made in February."""
    assert Fraction(63) == by_bank(RateDate.PERIOD_END, *RATES)


@pytest.mark.parametrize("day, holds", [("2026-01-12", True), ("2026-01-11", False)])
def test_a_rate_is_valid_for_so_many_days_its_own_included(day: str, *, holds: bool) -> None:
    """From 12 January to 10 February are thirty days."""
    rate = f"bank EUR PHP {day} 60"
    if holds:
        assert Fraction(60) == by_bank(RateDate.DEAL_DATE, rate)
    else:
        with pytest.raises(Missing):
            by_bank(RateDate.DEAL_DATE, rate)


def test_a_fixed_rate_is_the_plans_own() -> None:
    """It has no day, and its source is the plan."""
    terms = Conversion(on=RateDate.FIXED, fixed={"EUR": Fraction(60)})
    plan = a_plan(a_commission("10%"), conversion=terms)
    rate = Converter(plan, QUARTER, some_facts()).rate(DEAL, "EUR")
    assert Rate(value=Fraction(60), source="plan", on=None) == rate


@pytest.mark.parametrize(
    "mode, expected",
    [(None, "1.5"), (RoundingMode.HALF_EVEN, "2"), (RoundingMode.DOWN, "1")],
)
def test_a_converted_amount_is_rounded_only_if_the_plan_says_so(
    mode: RoundingMode | None, expected: str
) -> None:
    """3 at a rate of 1/2 is 1.5 yen, of which there are only whole ones."""
    terms = Conversion(on=RateDate.FIXED, fixed={"EUR": Fraction(1, 2)}, rounding=mode)
    plan = a_plan(a_commission("10%"), currency="JPY", conversion=terms)
    known = Converter(plan, QUARTER, some_facts())
    assert Fraction(expected) == known.convert(Fraction(3), known.rate(DEAL, "EUR"))


# --- as it reaches a statement --------------------------------------------------------------------


def statement(conversion: Conversion, *rows: str, person: str = "ana", **facts: Any) -> Statement:
    """What 100% of the deals comes to."""
    plan = a_plan(a_commission("100%"), conversion=conversion, negative=NegativeResult.PAY_BACK)
    bound = a_bound_plan(dict.fromkeys(("ana", "ben"), plan))
    return evaluate(bound, some_facts(*rows, **facts)).statement(person)


ROUNDED = Conversion(
    on=RateDate.FIXED, fixed={"EUR": Fraction("1.005")}, rounding=RoundingMode.HALF_UP
)
EXACT = Conversion(on=RateDate.FIXED, fixed={"EUR": Fraction("1.005")})


def test_each_deal_is_converted_and_rounded_by_itself() -> None:
    """Two of 1.00 are 1.005 each: 1.01 and 1.01; without rounding on the way 2.01 together."""
    rows = ("ana 2026-01-15 1.00 currency=EUR", "ana 2026-01-16 1.00 currency=EUR")
    assert "2.02" == str(statement(ROUNDED, *rows).total.amount)
    assert "2.01" == str(statement(EXACT, *rows).total.amount)


def test_a_deal_is_split_in_its_own_currency_first() -> None:
    """0.03 in halves is 0.02 and 0.01 euros: 1.20 and 0.60 pesos at 60, not 0.90 each."""
    conversion = Conversion(on=RateDate.FIXED, fixed={"EUR": Fraction(60)})
    row, shares = "ana 2026-01-15 0.03 currency=EUR", ["d1 ana 1/2", "d1 ben 1/2"]
    assert "1.20" == str(statement(conversion, row, shares=shares).total.amount)
    assert "0.60" == str(statement(conversion, row, person="ben", shares=shares).total.amount)


def test_a_return_is_converted_at_the_rate_of_its_own_day() -> None:
    """100 at 60 in January, 100 back at 61 on 10 February: 100 less than nothing."""
    conversion = Conversion(on=RateDate.DEAL_DATE, source="bank", valid_days=60)
    found = statement(
        conversion,
        "ana 2026-01-31 100.00 currency=EUR",
        "ana 2026-02-10 -100.00 returns=d1 currency=EUR",
        rates=RATES,
    )
    assert "-100.00" == str(found.total.amount)


def test_deals_in_the_plans_currency_are_not_converted() -> None:
    """And have no step of it; the step of the other names amount, rate, source and day."""
    conversion = Conversion(
        on=RateDate.DEAL_DATE, source="bank", valid_days=60, rounding=RoundingMode.DOWN
    )
    found = statement(
        conversion,
        "ana 2026-02-09 100.00",
        "ana 2026-02-10 100.00 currency=EUR",
        rates=RATES,
    )
    assert [
        Step(
            kind=StepKind.CONVERSION,
            subject="d2",
            result=Amount(Fraction(6100), "PHP"),
            inputs={
                "amount": Amount(Fraction(100), "EUR"),
                "rate": Fraction(61),
                "source": "bank",
                "on": "2026-02-09",
                "mode": "down",
            },
        )
    ] == [step for step in found.lines[0].steps if step.kind is StepKind.CONVERSION]
    assert "6200.00" == str(found.total.amount)
