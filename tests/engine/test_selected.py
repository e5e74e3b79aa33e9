"""Which deals a selection leaves in: for every kind of measure, in its value and behind it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
import pytest

from accountkit.engine.pay import evaluate, evaluate_sequence
from accountkit.engine.pay.credit import credit
from accountkit.engine.pay.earn import Reckoning
from accountkit.engine.pay.findings import Findings
from accountkit.plans import (
    Accumulate,
    Component,
    Measure,
    NegativeResult,
    Plan,
    Returns,
    Selection,
)
from accountkit.plans.returns import ReturnRule
from accountkit.settlement.earned import Earned
from accountkit.testing.pay import (
    EVERY_MEASURE,
    a_bound_plan,
    a_chain,
    a_commission,
    a_plan,
    an_override,
    at_original_rate,
    some_facts,
)
from accountkit.values.periods import Period

LAMPS = Selection(products=("lamp",))
ROWS = (
    "ana 2026-01-15 1000.00 acme product=lamp cost=600 quantity=2",
    "ana 2026-01-16 5000.00 bolt product=vase cost=100 quantity=3",
    "ana 2026-01-17 1000.00 acme product=lamp cost=600 quantity=2",
    "ana 2025-12-01 700.00 dyne product=lamp cost=100 quantity=5",
)
"""Two lamps for Acme and a vase for Bolt in the quarter, and a lamp for Dyne before it."""
EVENTS: dict[str, Any] = {
    "invoices": [f"d{number} 2026-02-01 500.00 2026-02-10" for number in (1, 2, 3)],
    "payments": [f"d{number} 2026-02-05 200.00" for number in (1, 2, 3)],
}
VALUES = {
    "sales": "2000",
    "margin": "800",
    "units": "4",
    "deals": "2",
    "clients": "1",
    "active": "1",
    "new": "1",
    "invoiced": "1000",
    "cash": "400",
    "collected": "400",
    "overdue": "600",  # 500 less 200, twice
}
WEIGHTS = {
    "margin": "400",
    "units": "2",
    "invoiced": "500",
    "cash": "200",
    "collected": "200",
    "overdue": "300",
}
"""What each of the two lamps weighs; where nothing is said, its amount."""


def of_lamps(name: str) -> Measure:
    """A measure of lamps only."""
    measure: Any = EVERY_MEASURE[name]
    found: Measure = attrs.evolve(measure, where=LAMPS)
    return found


def findings(plan: Plan, name: str) -> Findings:
    """What is found of Ana under a plan, where a measure is of lamps only."""
    facts = some_facts(*ROWS, **EVENTS)
    bound = a_bound_plan({"ana": plan}, measures={**EVERY_MEASURE, name: of_lamps(name)})
    credits_ = credit(bound, facts, Period.year(2025).start)
    return Findings(bound.payees[0], bound, credits_, facts, trace=False)


@pytest.mark.parametrize("name, value", VALUES.items())
def test_a_measure_of_some_deals_counts_only_those(name: str, value: str) -> None:
    """The vase is dearer, and neither booked, invoiced nor paid for by a measure of lamps."""
    found = findings(a_plan(a_commission("1%")), name).measure(name)
    assert Fraction(value) == found.value
    assert ["d1", "d3"] == [deal.id for deal in found.deals]


@pytest.mark.parametrize("name", VALUES)
def test_only_selected_deals_of_the_period_are_behind_what_is_earned(name: str) -> None:
    """Each by what it adds to a sum, or by its amount where deals or clients are counted.

    Active clients look back half a year, so that Dyne's deal is looked at: it is one sale of 700,
    and two are needed to be active; by its amount it is behind the count all the same.
    """
    plan = a_plan(a_commission("1%", measure=name), returns=at_original_rate())
    earned = Reckoning(findings(plan, name)).earn(plan.components[0])
    assert isinstance(earned, Earned)
    weight = Fraction(WEIGHTS.get(name, "1000"))
    expected = [("d1", weight), ("d3", weight)]
    if name == "active":
        expected = [("d4", Fraction(700)), *expected]
    assert expected == [(part.deal, part.weight) for part in earned.parts]


@pytest.mark.parametrize(
    "component, expected",
    [
        (a_commission("1%"), "20.00"),
        (a_commission("1%", accumulate=Accumulate.ALONE), "20.00"),
        (a_commission("1%", accumulate=Accumulate.YEAR_TO_DATE), "20.00"),
    ],
    ids=["period", "alone", "to date"],
)
def test_only_selected_deals_are_priced(component: Component, expected: str) -> None:
    """1% of the two lamps, however much is priced together."""
    bound = a_bound_plan(
        {"ana": a_plan(component)}, measures={**EVERY_MEASURE, "sales": of_lamps("sales")}
    )
    statement = evaluate(bound, some_facts(*ROWS)).statement("ana")
    assert expected == str(statement.total.amount)


def test_an_override_belongs_to_the_selected_deals_of_the_team() -> None:
    """1% of 2,000 of lamps: each lamp is behind it with its amount, and the vase is not."""
    plan = a_plan(an_override("1%"), returns=at_original_rate())
    facts = some_facts(*ROWS)
    bound = a_bound_plan(
        {"cora": plan},
        measures={**EVERY_MEASURE, "sales": of_lamps("sales")},
        superiors={"ana": "cora"},
    )
    credits_ = credit(bound, facts, Period.year(2025).start)
    found = Findings(bound.payees[0], bound, credits_, facts, trace=False)
    earned = Reckoning(found).earn(plan.components[0])
    assert isinstance(earned, Earned)
    assert Fraction(20) == earned.exact.value
    assert [("d1", Fraction(1000)), ("d3", Fraction(1000))] == [
        (part.deal, part.weight) for part in earned.parts
    ]


# --- returns and selections -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "rule, totals",
    [
        (ReturnRule.RE_RATING, ["60.00", "0.00"]),  # the return of a lamp, as its deal says
        (ReturnRule.IN_PERIOD, ["100.00", "0.00"]),  # of nothing: the return names no product
    ],
)
def test_a_re_rated_return_is_selected_as_its_deal_is(rule: ReturnRule, totals: list[str]) -> None:
    """It makes that deal smaller, so that what the deal is decides; another stands for itself."""
    plan = a_plan(a_commission("10%"), returns=Returns(rule=rule), negative=NegativeResult.PAY_BACK)
    facts = some_facts("ana 2026-01-15 1000.00 product=lamp", "ana 2026-02-15 -400.00 returns=d1")
    measures = {**EVERY_MEASURE, "sales": of_lamps("sales")}
    chain = a_chain({"ana": plan}, "2026-Q1", "2026-Q2", measures=measures)
    outcomes = evaluate_sequence(chain, facts)
    assert totals == [str(one.statement("ana").total.amount) for one in outcomes]


@pytest.mark.parametrize("named", ["lamp", "vase"])
def test_what_a_re_rated_return_says_of_itself_does_not_count(named: str) -> None:
    """Whatever product is written on it, it gives back the lamp."""
    plan = a_plan(a_commission("10%"), returns=Returns(rule=ReturnRule.RE_RATING))
    facts = some_facts(
        "ana 2026-01-15 1000.00 product=lamp", f"ana 2026-02-15 -400.00 returns=d1 product={named}"
    )
    bound = a_bound_plan({"ana": plan}, measures={**EVERY_MEASURE, "sales": of_lamps("sales")})
    assert "60.00" == str(evaluate(bound, facts).statement("ana").total.amount)
