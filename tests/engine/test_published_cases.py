"""Published worked examples, exact and without tolerance.

Each example names its source in the file. Those that today's terms cannot say wait, each with the
reason; a term that is added takes its examples from there.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from accountkit.engine.pay import evaluate
from accountkit.plans.components import Component
from accountkit.settlement.statements import Outcome, Statement
from accountkit.settlement.trace import StepKind
from accountkit.testing.pay import (
    a_bonus,
    a_bound_plan,
    a_commission,
    a_ladder,
    a_plan,
    some_facts,
)
from accountkit.values.ladders import Below, Edge, Ladder
from accountkit.values.money import Amount

Case: TypeAlias = Mapping[str, Any]

TIERED = (
    "excelforum-quarterly-accelerator",
    "magswitch-graduated-5800",
    "mathbot-graduated",
    "mathtutor-graduated",
    "qammunity-four-bands",
    "referello-two-tier",
    "rolf-company-graduated",
)
"""Examples of one form: tiers from, to and rate; an amount; a commission."""

OTHERS = (
    "aptify-graduated-vs-highest-11000",
    "commissionkit-large-and-odd",
    "mathscore-base-plus",
    "oca-refund-nets-to-zero",
    "oracle-24b-blended-step",
)
"""Examples that have a test of their own below."""

_DRAW = "a draw and its recovery"
_INSTALMENTS = "instalments with conditions"
_PER_DEAL = "each deal is priced alone, not the sum of the period"

WAITING: Mapping[str, str] = {
    "cfr-778-118-weekly": "the overtime rate that a commission raises",
    "commissionkit-tiered": _PER_DEAL,
    "erpnext-contribution-target": "a deal split between people",
    "erpnext-partner-commission": "a rate below 0% or above 100% is refused",
    "estatepass-split-chain": "a deal split between people, and a share of the share",
    "fxopen-double-conversion": "exchange rates, rounded at each step",
    "ga-clawback-banded": "a clawback by bands",
    "ga-deferral-4-year": _INSTALMENTS,
    "ga-deferral-7-year": _INSTALMENTS,
    "ga-retro-rate-cut-reversal-rebook": "a retroactive term, as a difference",
    "growthtemplates-ramp-and-leave": "a ramp of the quota and a guarantee during leave",
    "kdesk-amortisation": "a schedule that shares an amount out over months",
    "legalclarity-draw-surplus-deficit": _DRAW,
    "necs-invoice-gp-matrix": "a rate table of two dimensions, per deal",
    "oca-biweekly-periods": "periods of half a month",
    "oca-check-safety-days": "a holdback until a payment is safe",
    "oca-discount-linked-fixed": "a sum that depends on the discount of the line",
    "oca-formula-5plus10extra": "a formula of other components",
    "oca-product-criteria-hierarchy": "rates by product, the most specific one",
    "oracle-draw-delayed-recovery": _DRAW,
    "oracle-interpolated-per-transaction-149": _PER_DEAL,
    "oracle-negative-range-interpolation-bug": "a sliced table that starts below zero",
    "quickbase-seasonal-proration": "a yearly quota by seasonal weights, prorated",
    "quotapath-eligibility-by-invoice": "pay in proportion to the cash received",
    "quotapath-recoverable-draw": _DRAW,
    "quotapath-term-multiplier": "a kicker by the term of the contract",
    "refer8-broker-cap-inconsistent": "a cap to date",
    "seanmmasters-month-goal-daycount": "a quota prorated by days",
    "studypool-weekly-draw": _DRAW,
    "xactly-attainment-out-of-step": "a measure over several kinds of credit, to date",
    "xactly-clawback-minimum": "minimum pay, and a clawback at the original rate",
}
"""Why an example cannot be said yet, by its id."""


@pytest.fixture(scope="module")
def cases(shared_data: Path) -> dict[str, Case]:
    """The published examples, by id."""
    file = shared_data.parent / "cases" / "commission.json"
    read = json.loads(file.read_text(encoding="utf-8"))
    return {case["id"]: case for case in read["examples"]}


def ratio(text: object) -> str:
    """A rate or bound as the file writes it (5, "5%", ".05"), as a ladder reads it."""
    return f"0{text}" if str(text).startswith(".") else str(text)


def table(shape: str, tiers: list[list[Any]], **options: Any) -> Ladder:
    """A ladder of tiers from, to and rate: each ends where the next starts."""
    assert [tier[1] for tier in tiers[:-1]] == [tier[0] for tier in tiers[1:]]
    return a_ladder(
        shape, *(f"{ratio(start)} {ratio(rate)}" for start, _, rate in tiers), **options
    )


def paid(sales: object, *components: Component) -> Statement:
    """What somebody with these sales is paid."""
    return outcome(sales, *components).statement("ana")


def outcome(sales: object, *components: Component) -> Outcome:
    """The evaluation of one deal."""
    bound = a_bound_plan({"ana": a_plan(*components)}, quotas={"ana": "1"})
    return evaluate(bound, some_facts(f"ana 2026-01-15 {sales}"))


def pesos(figure: str) -> Amount:
    """An exact amount: currencies of the examples do not matter to their arithmetic."""
    return Amount(Fraction(figure), "PHP")


def test_every_case_is_run_or_waits(cases: dict[str, Case]) -> None:
    """Each of the published examples is in exactly one of the two groups."""
    run = (*TIERED, *OTHERS)
    assert len(run) == len(set(run))
    assert set(run).isdisjoint(WAITING)
    assert cases.keys() == {*run, *WAITING}
    assert 43 == len(cases)


@pytest.mark.parametrize("case_id", TIERED)
def test_a_published_graduated_commission(case_id: str, cases: dict[str, Case]) -> None:
    """Each tier prices its own slice of the amount."""
    case = cases[case_id]
    ladder = table("sliced", case["inputs"]["tiers_from_to_rate"])
    line = paid(case["inputs"]["amount"], a_commission(ladder, "amount")).lines[0]
    expected = pesos(case["expected"]["commission"])
    assert (expected, expected) == (line.exact, line.amount.exact)


def test_the_same_tiers_sliced_and_whole(cases: dict[str, Case]) -> None:
    """250 + 500 + 150 by slices, 15% of 11,000 by the band reached; upper bounds are included."""
    case = cases["aptify-graduated-vs-highest-11000"]
    tiers, sales = case["inputs"]["tiers"], case["inputs"]["sales"]
    sliced = a_commission(table("sliced", tiers, edge=Edge.ABOVE), "amount", id="graduated")
    whole = a_commission(table("whole", tiers, edge=Edge.ABOVE), "amount", id="highest")
    statement = paid(sales, sliced, whole)
    assert pesos(case["expected"]["graduated"]) == statement.line("graduated").exact
    assert pesos(case["expected"]["highest_tier_only"]) == statement.line("highest").exact
    assert pesos("1000") == paid(10000, whole).lines[0].exact  # exactly 10,000 is still at 10%


def test_large_amounts_and_amounts_that_floats_miss(cases: dict[str, Case]) -> None:
    """5% of 999,999 is 49,999.95 to the cent; the source needs a tolerance for it."""
    case = cases["commissionkit-large-and-odd"]
    figures = zip(case["inputs"]["cases"], case["expected"]["commission"], strict=True)
    for inputs, expected in figures:
        commission = a_commission(table("sliced", inputs["tiers"]), "amount")
        assert pesos(expected) == paid(inputs["amount"], commission).total.exact


def test_a_base_and_a_flat_commission(cases: dict[str, Case]) -> None:
    """7,000 whatever is sold, a bonus at an attainment of zero, and 6% of 55,000."""
    case = cases["mathscore-base-plus"]
    inputs, expected = case["inputs"], case["expected"]
    base = a_bonus(f"PHP {inputs['base']}", at_least="0%", id="base")
    commission = a_commission(a_ladder("sliced", f"0 {inputs['rate']}"), "amount")
    statement = paid(inputs["sales"], base, commission)
    assert pesos(expected["commission"]) == statement.line("commission").exact
    assert pesos(expected["total"]) == statement.total.exact


def test_a_refund_takes_back_what_the_invoice_earned(cases: dict[str, Case]) -> None:
    """100 for the invoice, -100 for the refund alone, nothing for both in one period.

    A refund alone would pay less than nothing, which is a fault until the plan says what follows.
    """
    case = cases["oca-refund-nets-to-zero"]
    inputs, expected = case["inputs"], case["expected"]
    ladder = a_ladder("sliced", f"0 {inputs['rate']}", below=Below.EXTEND)
    commission = a_commission(ladder, "amount")
    earned, taken = expected["commission"]
    assert pesos(earned) == paid(inputs["invoice"], commission).total.exact

    (fault,) = outcome(inputs["refund"], commission).faults
    assert f"comes to PHP {taken}.00, less than nothing" in fault.problem

    both = some_facts(f"ana 2026-01-15 {inputs['invoice']}", f"ana 2026-01-16 {inputs['refund']}")
    net = evaluate(a_bound_plan({"ana": a_plan(commission)}), both).statement("ana")
    assert pesos(expected["net"]) == net.lines[0].exact


def test_the_trace_tells_what_each_tier_gave(cases: dict[str, Case]) -> None:
    """1,000 at 1% and 1,500 at 2% of 2,500: 0.4% and 1.2%, a blended rate of 1.6%."""
    case = cases["oracle-24b-blended-step"]
    expected, sold = case["expected"], Fraction(case["inputs"]["input"])
    tiers = [[start, end, f"{percent}%"] for start, end, percent in case["inputs"]["tiers"]]
    line = paid(case["inputs"]["input"], a_commission(table("sliced", tiers), "amount")).lines[0]
    slices = [step for step in line.steps if step.kind is StepKind.SLICE]

    assert [pesos(str(base)) for base in expected["tier_inputs"]] == [
        step.inputs["base"] for step in slices
    ]
    results = [step.result for step in slices]
    assert [Fraction(share) for share in expected["tier_rate_contribution_pct"]] == [
        result.value / sold * 100 for result in results if isinstance(result, Amount)
    ]
    assert pesos(expected["commission_derived"]) == line.exact
    assert Fraction(expected["blended_rate_pct"]) == line.exact.value / sold * 100
