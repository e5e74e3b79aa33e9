"""Published rules: the most specific rate, a kicker, a formula, a cap to date and conversions."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, TypeAlias

import pytest

from accountkit.engine.pay import evaluate, evaluate_sequence
from accountkit.plans import (
    AttributeBound,
    Conversion,
    EarnedBy,
    Exception_,
    Number,
    Product,
    RateDate,
    Selection,
    ValueOf,
)
from accountkit.plans.components import Accumulate
from accountkit.testing.pay import (
    a_bound_plan,
    a_cap,
    a_chain,
    a_commission,
    a_formula,
    a_kicker,
    a_ladder,
    a_plan,
    some_facts,
)
from accountkit.values.calendars import PeriodKind
from accountkit.values.money import Money
from accountkit.values.rounding import RoundingMode

Cases: TypeAlias = Mapping[str, Mapping[str, Any]]


def pesos(figure: object) -> Money:
    """So much money."""
    return Money.of(str(figure), "PHP")


@pytest.mark.parametrize(
    "line, rule",
    [
        ("product=chair variant=red category=seats", "variant"),
        ("product=chair variant=blue category=seats", "product"),
        ("product=stool category=seats", "category"),
        ("product=lamp", None),
    ],
)
def test_the_most_specific_rule_prices_a_line(line: str, rule: str | None, cases: Cases) -> None:
    """15% of 1,000 for the variant, 5% for the product, 20 for the category, else 10."""
    case = cases["oca-product-criteria-hierarchy"]
    exceptions = (
        Exception_(where=Selection(), amount=pesos("10")),
        Exception_(where=Selection(attributes={"category": "seats"}), amount=pesos("20")),
        Exception_(where=Selection(products=("chair",)), rate=Fraction(5, 100)),
        Exception_(where=Selection(attributes={"variant": "red"}), rate=Fraction(15, 100)),
    )
    commission = a_commission(
        "0%",
        accumulate=Accumulate.ALONE,
        exceptions=exceptions,
        specificity=("variant", "product", "category"),
    )
    facts = some_facts(f"ana 2026-01-15 {case['inputs']['line']} {line}")
    paid = evaluate(a_bound_plan({"ana": a_plan(commission)}), facts).statement("ana").total
    assert pesos(case["expected"][rule] if rule else "10") == paid


@pytest.mark.parametrize("months, factor", [(13, "1.5"), (12, "1")])
def test_a_longer_contract_multiplies_the_rate(months: int, factor: str, cases: Cases) -> None:
    """5% times 1.5 is 7.5% of 1,000 above twelve months; exactly twelve are not above."""
    case = cases["quotapath-term-multiplier"]
    inputs = case["inputs"]
    assert "term_months > 12" == inputs["condition"]
    longer = Selection(bounds=(AttributeBound(attribute="term_months", above=Fraction(12)),))
    commission = a_commission(
        inputs["base"],
        accumulate=Accumulate.ALONE,
        kickers=(a_kicker(inputs["multiplier"], longer),),
    )
    facts = some_facts(f"ana 2026-01-15 1000 term_months={months}")
    paid = evaluate(a_bound_plan({"ana": a_plan(commission)}), facts).statement("ana").total
    rate = 100 * (paid / pesos("1000"))
    assert Fraction(5) * Fraction(factor) == rate
    if months > 12:
        assert Fraction(case["expected"]["effective_rate_pct"]) == rate


def test_a_formula_over_another_component(cases: Cases) -> None:
    """5% of 750 is 37.50, and a tenth of that is 3.75 more."""
    case = cases["oca-formula-5plus10extra"]
    tenth = Product(of=(EarnedBy(component="commission"), Number(value=Fraction(1, 10))))
    plan = a_plan(a_commission("5%"), a_formula(tenth, id="extra"))
    facts = some_facts(f"ana 2026-01-15 {case['inputs']['subtotal']}")
    statement = evaluate(a_bound_plan({"ana": plan}), facts).statement("ana")
    assert [pesos("37.50"), pesos("3.75")] == [line.amount for line in statement.lines]
    assert pesos(case["expected"]["commission"]) == statement.total


# --- a cap to date that a page states twice -------------------------------------------------------

SOLD = ("60000", "30000", "20000", "10000")
"""What is sold in the quarters of a year: 60,000, 90,000, 110,000 and 120,000 to date."""


@pytest.mark.parametrize(
    "cap, brokers",
    [
        # 15,000, and 5,000 of the second 7,500
        ("20000", ("15000", "5000", "0", "0")),
        # 15,000, 7,500, and 2,500 of the third 5,000
        ("25000", ("15000", "7500", "2500", "0")),
    ],
)
def test_a_yearly_cap_on_the_brokers_share(
    cap: str, brokers: tuple[str, ...], cases: Cases
) -> None:
    """25% for the broker until its cap of the year, and everything for the agent from there on.

    The page says 25,000 in one sentence and 20,000 in the next: both cannot hold. What it derives
    for each does: a quarter of 80,000 is 20,000, a quarter of 100,000 is 25,000. The agent's side
    is a ladder to date with its edge there, and the two add up to all that was sold.
    """
    case = cases["refer8-broker-cap-inconsistent"]
    assert int(cap) in case["inputs"]["cap_stated"]
    edge = case["expected"]["gci_at_cap"][cap]
    broker = a_plan(
        a_commission(case["inputs"]["broker_share"]),
        id="broker",
        caps=(a_cap(f"PHP {cap}", within=PeriodKind.YEAR),),
    )
    to_date = a_ladder("sliced", "0 75%", f"{edge} 100%")
    agent = a_plan(a_commission(to_date, "amount", accumulate=Accumulate.YEAR_TO_DATE), id="agent")
    rows = [
        f"{who} 2026-{3 * quarter + 1:02}-15 {amount}"
        for quarter, amount in enumerate(SOLD)
        for who in ("broker", "agent")
    ]
    quarters = ("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4")
    chain = a_chain({"broker": broker, "agent": agent}, *quarters)
    outcomes = list(evaluate_sequence(chain, some_facts(*rows)))
    paid = [outcome.statement("broker").total for outcome in outcomes]
    kept = [outcome.statement("agent").total for outcome in outcomes]

    assert [pesos(amount) for amount in brokers] == paid
    assert pesos(cap) == Money.sum(paid, "PHP")
    sold = [pesos(amount) for amount in SOLD]
    assert sold == [one + other for one, other in zip(paid, kept, strict=True)]


# --- rounding points ------------------------------------------------------------------------------


def in_currency(code: str, rate: str, deal: str, other: str, worth: Fraction) -> Money:
    """A commission on a deal in another currency, rounded as it is converted and as it is paid."""
    conversion = Conversion(on=RateDate.FIXED, fixed={other: worth}, rounding=RoundingMode.HALF_UP)
    plan = a_plan(a_commission(rate), currency=code, conversion=conversion)
    facts = some_facts(f"ana 2026-01-15 {deal}", currency=other)
    return evaluate(a_bound_plan({"ana": plan}), facts).statement("ana").total


def test_a_fee_converted_there_and_back(cases: Cases) -> None:
    """24 euros at 1.27151 are 30.51624 dollars, 30.52; 15% of that 4.578, 4.58; in euros 3.44.

    4.58 / (4/3) is 3.435. Without rounding on the way it is 3.43307, 3.43: the plan says where
    it is rounded, and one that says nothing rounds once, at the end.
    """
    case = cases["fxopen-double-conversion"]
    inputs, expected = case["inputs"], case["expected"]
    into, back = Fraction(inputs["fx_in"]), 1 / Fraction(inputs["fx_out"])
    dollars = in_currency("USD", "100%", str(inputs["fee_eur"]), "EUR", into)
    share = in_currency("USD", inputs["share"], str(inputs["fee_eur"]), "EUR", into)
    euros = in_currency("EUR", "100%", str(share.amount), "USD", back)
    assert [
        Money.of(step, code)
        for step, code in zip(expected["steps"], ("USD", "USD", "EUR"), strict=True)
    ] == [dollars, share, euros]

    factors = (into, Fraction(inputs["share"].rstrip("%")) / 100, back)
    whole = a_formula(
        Product(of=(ValueOf(measure="sales"), *(Number(value=factor) for factor in factors)))
    )
    facts = some_facts(f"ana 2026-01-15 {inputs['fee_eur']}", currency="EUR")
    plan = a_plan(whole, currency="EUR")
    line = evaluate(a_bound_plan({"ana": plan}), facts).statement("ana").lines[0]
    assert Fraction("3.43307700") == line.exact.value
    assert Money.of(expected["unrounded_chain"], "EUR") == line.amount
