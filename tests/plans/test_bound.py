"""A bound plan has all that its plans need, or is refused."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from accountkit.errors import TermsError
from accountkit.plans.plan import Plan
from accountkit.testing.pay import (
    MEASURES,
    a_bonus,
    a_bound_plan,
    a_commission,
    a_ladder,
    a_plan,
    an_override,
)

PLAN = a_plan(a_commission(a_ladder("sliced", "0 5%"), "amount"))


@pytest.mark.parametrize(
    "plan, fields, message",
    [
        (
            PLAN,
            {"measures": {}},
            "plan plan: needs measure sales, which is not there; add the measure",
        ),
        (
            a_plan(a_bonus("PHP 1.00", attainment_of="sale")),
            {},
            "plan plan: needs measure sale, which is not there; did you mean sales?",
        ),
        (
            a_plan(a_bonus("USD 1.00", attainment_of="new"), currency="USD"),
            {},
            (
                "plan plan: counts in USD, and measure new asks for PHP 500.00; state the "
                "measure's least_amount in USD"
            ),
        ),
        (
            a_plan(an_override("1%", measure="active")),
            {},
            (
                "component override: is an override on active, which is no sum of sales; use a "
                "measure of kind sales_sum"
            ),
        ),
    ],
)
def test_what_a_plan_needs_is_there(plan: Plan, fields: dict[str, Any], message: str) -> None:
    """Found when plans, people and measures are joined, before anything is worked out."""
    with pytest.raises(TermsError) as error:
        a_bound_plan({"ana": plan}, **fields)
    assert message == str(error.value)


def test_one_plan_is_bound_to_each_person() -> None:
    """Twice the same person would be paid twice."""
    bound = a_bound_plan({"ana": PLAN})
    with pytest.raises(TermsError) as error:
        attrs.evolve(bound, payees=bound.payees * 2)
    assert "payee ana: is there twice; bind one plan to each person" == str(error.value)


def test_the_plans_of_the_payees_are_named_once() -> None:
    """In the order of the people."""
    other = attrs.evolve(PLAN, id="other")
    bound = a_bound_plan({"ana": PLAN, "ben": other, "cora": PLAN})
    assert (PLAN, other) == bound.plans


def test_measures_that_nobody_uses_do_no_harm() -> None:
    """The plan in dollars counts only sales, and asks no client for an amount in pesos."""
    plan = a_plan(a_commission(a_ladder("sliced", "0 5%"), "amount"), currency="USD")
    assert set(MEASURES) == set(a_bound_plan({"ana": plan}).measures)
