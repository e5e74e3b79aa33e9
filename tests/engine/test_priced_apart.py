"""What no rate applies to: returns that are taken back at the original rate, wherever it matters.

They may count against a quota; a rate, a position, a sum and a gate on a value leave them out.
"""

from __future__ import annotations

from typing import Any

import pytest

from accountkit.engine.pay import evaluate
from accountkit.plans import Accumulate, Component, NegativeResult, ValueOf
from accountkit.testing.pay import (
    a_bonus,
    a_bound_plan,
    a_commission,
    a_formula,
    a_gate,
    a_ladder,
    a_plan,
    a_scorecard,
    a_step,
    an_override,
    at_original_rate,
    some_facts,
)

ROWS = (
    "ana 2026-01-15 1000.00 acme cost=500 list=2000 quantity=10",
    "ana 2026-02-15 -400.00 acme cost=-400 list=-400 quantity=-4 returns=d1",
)
"""1,000 sold at a margin and a discount of one half; 400 given back, at neither."""
INVOICED: dict[str, Any] = {
    "invoices": ["d1 2026-01-20 1000.00 2026-01-31"],
    "payments": ["d1 2026-01-25 900.00"],
}


def earned(component: Component, *, attainment_falls: bool = True) -> str:
    """What the component comes to, before anything is taken back."""
    plan = a_plan(
        component,
        returns=at_original_rate(attainment_falls=attainment_falls),
        negative=NegativeResult.PAY_BACK,
    )
    bound = a_bound_plan({"ana": plan}, quotas={"ana": "1000"})
    statement = evaluate(bound, some_facts(*ROWS, **INVOICED)).statement("ana")
    return str(statement.line(component.id).amount.amount)


def by(axis: str, *rows: str, shape: str = "step") -> Component:
    """A sum by the band reached on an axis."""
    return a_step(a_ladder(shape, *rows), axis)


@pytest.mark.parametrize(
    "component, expected",
    [
        (a_commission("10%"), "100.00"),  # of 1,000, and not of 600
        (a_commission("10%", accumulate=Accumulate.ALONE), "100.00"),
        (a_commission("10%", accumulate=Accumulate.YEAR_TO_DATE), "100.00"),
        (a_commission("10%", measure="margin"), "50.00"),
        (a_commission("10", measure="units"), "100.00"),
        (a_commission("10%", measure="invoiced"), "100.00"),
        (a_commission("10%", measure="cash"), "90.00"),
        (a_commission("100%", measure="margin_ratio"), "0.50"),  # 500 of 1,000, not of 600
        (a_formula(ValueOf(measure="sales")), "1000.00"),
        (a_bonus("PHP 7.00", gates=(a_gate("value_of sales", at_least="1000"),)), "7.00"),
        (by("amount", "0 1", "1000 7"), "7.00"),
        (by("margin", "0% 1", "50% 7"), "7.00"),  # a half, and not 500 of 600
        (by("margin", "0% 7", "51% 1"), "7.00"),
        (by("discount", "0% 1", "50% 7"), "7.00"),
        (by("discount", "0% 7", "51% 1"), "7.00"),
    ],
    ids=[
        "rate",
        "alone",
        "to date",
        "margin",
        "units",
        "invoiced",
        "cash",
        "quotient",
        "formula",
        "gate",
        "amount",
        "margin from",
        "margin to",
        "discount from",
        "discount to",
    ],
)
@pytest.mark.parametrize("falls", [True, False], ids=["attainment falls", "attainment stays"])
def test_what_is_taken_back_later_is_not_in_what_is_priced(
    component: Component, expected: str, *, falls: bool
) -> None:
    """The return is settled apart, by what was paid for its deal, whatever the quota says."""
    assert expected == earned(component, attainment_falls=falls)


@pytest.mark.parametrize("falls, expected", [(True, "1.00"), (False, "7.00")])
def test_an_attainment_falls_only_where_the_plan_says_so(expected: str, *, falls: bool) -> None:
    """600 or 1,000 of 1,000: the one place in which such a return may count."""
    component = by("attainment", "0% 1", "100% 7")
    assert expected == earned(component, attainment_falls=falls)


@pytest.mark.parametrize("falls, expected", [(True, "1.00"), (False, "10.00")])
def test_the_result_on_a_scorecard_falls_with_its_attainment(expected: str, *, falls: bool) -> None:
    """A tenth of 10 for less than the quota, all of it for the quota."""
    card = a_scorecard("PHP 10.00", ("sales", "100%", a_ladder("step", "0% 10%", "100% 1")))
    assert expected == earned(card, attainment_falls=falls)


@pytest.mark.parametrize("falls", [True, False])
def test_an_override_is_not_on_what_is_taken_back(*, falls: bool) -> None:
    """1% of Ana's 1,000; what she gave back is taken back by itself."""
    returns = at_original_rate(attainment_falls=falls)
    manager = a_plan(an_override("1%"), returns=returns, negative=NegativeResult.PAY_BACK)
    bound = a_bound_plan({"cora": manager}, superiors={"ana": "cora"}, elsewhere=frozenset({"ana"}))
    statement = evaluate(bound, some_facts(*ROWS)).statement("cora")
    assert "10.00" == str(statement.line("override").amount.amount)
