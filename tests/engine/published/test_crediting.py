"""Published shares of deals: splits, a split of a split, and how high a rate may be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, TypeAlias

import pytest

from accountkit.engine.pay import evaluate
from accountkit.errors import TermsError
from accountkit.testing.pay import a_bonus, a_bound_plan, a_commission, a_plan, some_facts
from accountkit.values.money import Money

Cases: TypeAlias = Mapping[str, Mapping[str, Any]]


def test_half_an_order_counts_for_half_its_units(cases: Cases) -> None:
    """5 units alone and half of 10 are 10 of a target of 10; the other half is Ben's, 5.

    The report that counted 15 for Ana gave the whole order to her, and half of it to Ben besides.
    """
    case = cases["erpnext-contribution-target"]
    (one, whole), (other, half) = case["inputs"]["orders"]
    assert ("100%", "50%") == (whole, half)
    plan = a_plan(a_bonus("PHP 1.00", attainment_of="units"))
    quotas = {"ana": {"units": "10"}, "ben": {"units": "10"}}
    facts = some_facts(
        f"ana 2026-01-01 100 quantity={one}",
        f"ana 2026-01-02 200 quantity={other}",
        shares=["d2 ana 1/2", "d2 ben 1/2"],
    )
    outcome = evaluate(a_bound_plan({"ana": plan, "ben": plan}, quotas=quotas), facts)

    (anas,) = outcome.statement("ana").attainments
    (bens,) = outcome.statement("ben").attainments
    assert Fraction(case["expected"]["achieved_qty"]) == anas.measured
    assert Fraction(1) == anas.ratio
    assert Fraction(case["expected"]["buggy"]) == anas.measured + bens.measured


def test_a_share_of_a_share(cases: Cases) -> None:
    """6% of 400,000 is 24,000; one house has half, of whose 12,000 the agent has 70%, 8,400.

    The agent's 35% of the deal are half of it times 70%; the house keeps 15% of the deal.
    """
    case = cases["estatepass-split-chain"]
    inputs, expected = case["inputs"], case["expected"]
    plan = a_plan(a_commission(inputs["rate"]))
    facts = some_facts(
        f"agent 2026-01-01 {inputs['price']}",
        shares=["d1 other 1/2", "d1 agent 35%", "d1 house 15%"],
    )
    outcome = evaluate(a_bound_plan(dict.fromkeys(("agent", "house", "other"), plan)), facts)
    paid = {one.payee: one.total for one in outcome.statements}

    assert Money.of(expected["agent"], "PHP") == paid["agent"]
    assert Money.of(expected["side"], "PHP") == paid["agent"] + paid["house"] == paid["other"]
    assert Money.of(expected["gross"], "PHP") == Money.sum(paid.values(), "PHP")


def test_a_share_of_a_share_by_a_personal_parameter(cases: Cases) -> None:
    """The same agent, as a plan: half of the deal is the agent's, at 6% times an own 70%."""
    expected = cases["estatepass-split-chain"]["expected"]
    plan = a_plan(a_commission("6%", times="split"))
    facts = some_facts("agent 2026-01-01 400000", shares=["d1 other 1/2", "d1 agent 1/2"])
    bound = a_bound_plan({"agent": plan}, parameters={"agent": {"split": "70%"}})
    assert Money.of(expected["agent"], "PHP") == evaluate(bound, facts).statement("agent").total


@pytest.mark.parametrize("rate, expected", [("0%", "0"), ("10%", "50"), ("100%", "500")])
def test_a_rate_from_nothing_to_everything(rate: str, expected: str, cases: Cases) -> None:
    """0, 50 and 500 of 500."""
    case = cases["erpnext-partner-commission"]
    assert expected in case["expected"]["commission"]
    bound = a_bound_plan({"ana": a_plan(a_commission(rate))})
    facts = some_facts(f"ana 2026-01-01 {case['inputs']['eligible']}")
    assert Money.of(expected, "PHP") == evaluate(bound, facts).statement("ana").total


@pytest.mark.parametrize(
    "rate, problem",
    [("-1%", "rate: -0.01 is below zero"), ("101%", "pays 101% of sales, more than all of it")],
)
def test_a_rate_below_nothing_or_above_everything_is_refused(rate: str, problem: str) -> None:
    """-1% where it is written, 101% of a sum of sales where the plan is bound."""
    with pytest.raises(TermsError, match=re.escape(problem)):
        a_bound_plan({"ana": a_plan(a_commission(rate))})
