"""Published commissions by bands of an amount: sliced, whole, per deal and with a gate to date."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, TypeAlias

import pytest

from accountkit.engine.pay import evaluate, evaluate_sequence
from accountkit.plans.components import Accumulate, Component
from accountkit.settlement.statements import Statement
from accountkit.settlement.trace import StepKind
from accountkit.testing.pay import (
    a_bonus,
    a_bound_plan,
    a_chain,
    a_commission,
    a_gate,
    a_ladder,
    a_plan,
    some_facts,
)
from accountkit.values.ladders import Edge, Ladder
from accountkit.values.money import Amount

Cases: TypeAlias = Mapping[str, Mapping[str, Any]]

TIERED = (
    "magswitch-graduated-5800",
    "mathbot-graduated",
    "mathtutor-graduated",
    "qammunity-four-bands",
    "referello-two-tier",
    "rolf-company-graduated",
)
"""Examples of one form: tiers from, to and rate; an amount; a commission."""


def ratio(text: object) -> str:
    """A rate or bound as the file writes it (5, "5%", ".05"), as a ladder reads it."""
    return f"0{text}" if str(text).startswith(".") else str(text)


def table(shape: str, tiers: list[list[Any]], **options: Any) -> Ladder:
    """A ladder of tiers from, to and rate: each ends where the next starts."""
    assert [tier[1] for tier in tiers[:-1]] == [tier[0] for tier in tiers[1:]]
    rows = (f"{ratio(start)} {ratio(rate)}" for start, _, rate in tiers)
    return a_ladder(shape, *rows, **options)


def paid(sales: object, *components: Component) -> Statement:
    """What somebody with one deal of this amount is paid."""
    bound = a_bound_plan({"ana": a_plan(*components)}, quotas={"ana": "1"})
    return evaluate(bound, some_facts(f"ana 2026-01-15 {sales}")).statement("ana")


def pesos(figure: object) -> Amount:
    """An exact amount: currencies of the examples do not matter to their arithmetic."""
    return Amount(Fraction(str(figure)), "PHP")


@pytest.mark.parametrize("case_id", TIERED)
def test_each_tier_prices_its_own_slice(case_id: str, cases: Cases) -> None:
    """The figure of the source, exact and paid."""
    case = cases[case_id]
    ladder = table("sliced", case["inputs"]["tiers_from_to_rate"])
    line = paid(case["inputs"]["amount"], a_commission(ladder, "amount")).lines[0]
    expected = pesos(case["expected"]["commission"])
    assert (expected, expected) == (line.exact, line.amount.exact)


def test_the_same_tiers_sliced_and_whole(cases: Cases) -> None:
    """250 + 500 + 150 by slices, 15% of 11,000 by the band reached; upper bounds are included."""
    case = cases["aptify-graduated-vs-highest-11000"]
    tiers, sales = case["inputs"]["tiers"], case["inputs"]["sales"]
    sliced = a_commission(table("sliced", tiers, edge=Edge.ABOVE), "amount", id="graduated")
    whole = a_commission(table("whole", tiers, edge=Edge.ABOVE), "amount", id="highest")
    statement = paid(sales, sliced, whole)
    assert pesos(case["expected"]["graduated"]) == statement.line("graduated").exact
    assert pesos(case["expected"]["highest_tier_only"]) == statement.line("highest").exact
    assert pesos("1000") == paid(10000, whole).lines[0].exact  # exactly 10,000 is still at 10%


def test_large_amounts_and_amounts_that_floats_miss(cases: Cases) -> None:
    """5% of 999,999 is 49,999.95 to the cent; the source needs a tolerance for it."""
    case = cases["commissionkit-large-and-odd"]
    figures = zip(case["inputs"]["cases"], case["expected"]["commission"], strict=True)
    for inputs, expected in figures:
        commission = a_commission(table("sliced", inputs["tiers"]), "amount")
        assert pesos(expected) == paid(inputs["amount"], commission).total.exact


def test_tiers_that_each_deal_climbs_from_zero(cases: Cases) -> None:
    """5% to 5,000, 7% to 10,000, 10% above, each deal alone: 150, 460, 1,100 and 0.

    The same deals as one amount of 26,000 would earn 250 + 350 + 1,600 = 2,200.
    """
    case = cases["commissionkit-tiered"]
    ladder = a_ladder("sliced", "0 5%", "5000 7%", "10000 10%")
    facts = some_facts(
        *(f"ana 2026-01-1{n} {amount}" for n, amount in enumerate(case["inputs"]["deals"]))
    )
    alone = a_commission(ladder, "amount", accumulate=Accumulate.ALONE, id="alone")
    together = a_commission(ladder, "amount", id="together")
    statement = evaluate(a_bound_plan({"ana": a_plan(alone, together)}), facts).statement("ana")

    priced = [step for step in statement.line("alone").steps if step.kind is StepKind.DEAL]
    assert [pesos(sum_) for sum_ in case["expected"]["commission"]] == [
        step.result for step in priced
    ]
    assert pesos("1710") == statement.line("alone").exact
    assert pesos("2200") == statement.line("together").exact


def test_a_base_and_a_flat_commission(cases: Cases) -> None:
    """7,000 whatever is sold, a bonus at an attainment of zero, and 6% of 55,000."""
    case = cases["mathscore-base-plus"]
    inputs, expected = case["inputs"], case["expected"]
    base = a_bonus(f"PHP {inputs['base']}", at_least="0%", id="base")
    statement = paid(inputs["sales"], base, a_commission(inputs["rate"]))
    assert pesos(expected["commission"]) == statement.line("commission").exact
    assert pesos(expected["total"]) == statement.total.exact


def test_the_trace_tells_what_each_tier_gave(cases: Cases) -> None:
    """1,000 at 1% and 1,500 at 2% of 2,500: 0.4% and 1.2%, a blended rate of 1.6%."""
    case = cases["oracle-24b-blended-step"]
    expected, sold = case["expected"], Fraction(case["inputs"]["input"])
    tiers = [[start, end, f"{percent}%"] for start, end, percent in case["inputs"]["tiers"]]
    line = paid(case["inputs"]["input"], a_commission(table("sliced", tiers), "amount")).lines[0]
    slices = [step for step in line.steps if step.kind is StepKind.SLICE]

    assert [pesos(base) for base in expected["tier_inputs"]] == [
        step.inputs["base"] for step in slices
    ]
    results = [step.result for step in slices]
    assert [Fraction(share) for share in expected["tier_rate_contribution_pct"]] == [
        result.value / sold * 100 for result in results if isinstance(result, Amount)
    ]
    assert pesos(expected["commission_derived"]) == line.exact
    assert Fraction(expected["blended_rate_pct"]) == line.exact.value / sold * 100


# --- one source that words its gate in two ways ---------------------------------------------------

ACCELERATOR = a_ladder("sliced", "0 0", "100000 1%", "125000 2%")
"""What is paid above the 5% of every sale: 1% from 100,000, 2% from 125,000 of a quarter."""

SOLD = ("ana 2026-02-01 50000", "ana 2026-05-01 75000", "ana 2026-08-01 200000")


@pytest.mark.parametrize(
    "gate, third_quarter",
    [
        # no accelerator before the quota of the whole year, 400,000, is met: 325,000 is not enough
        (a_gate("value_of sales_of_year", at_least="400000"), "10000"),
        # none while the quotas to date are not met: 325,000 of 300,000 is; 250 and 1,500 more
        (a_gate("attainment_of sales_of_year", at_least="100%"), "11750"),
    ],
)
def test_an_accelerator_behind_a_gate_to_date(gate: Any, third_quarter: str, cases: Cases) -> None:
    """8,250 for a quarter of 150,000; the gate as worded and the gate to date disagree in Q3.

    Quotas are 100,000 a quarter; Q1 has 50,000, Q2 75,000 and Q3 200,000. The first two pay 5% of
    what was sold either way, 2,500 and 3,750.
    """
    case = cases["excelforum-quarterly-accelerator"]
    graduated = a_commission(table("sliced", case["inputs"]["tiers_from_to_rate"]), "amount")
    assert (
        pesos(case["expected"]["commission"])
        == paid(case["inputs"]["amount"], graduated).lines[0].exact
    )

    plan = a_plan(
        a_commission("5%"), a_commission(ACCELERATOR, "amount", id="accelerator", gates=(gate,))
    )
    quotas = {"ana": {"sales": "100000", "sales_of_year": "100000"}}
    chain = a_chain({"ana": plan}, "2026-Q1", "2026-Q2", "2026-Q3", quotas=quotas)
    totals = [
        one.statement("ana").total.exact for one in evaluate_sequence(chain, some_facts(*SOLD))
    ]
    assert [pesos("2500"), pesos("3750"), pesos(third_quarter)] == totals
