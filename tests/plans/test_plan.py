"""A plan is sound, or refused with the part at fault."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from accountkit.errors import TermsError, UnknownNameError
from accountkit.plans.conditions import Eligibility, Gate
from accountkit.plans.parameters import Parameter
from accountkit.plans.plan import Plan
from accountkit.testing.pay import (
    QUARTER,
    a_bonus,
    a_commission,
    a_ladder,
    a_plan,
    an_override,
)
from accountkit.values.clauses import Clause
from accountkit.values.periods import Period
from accountkit.values.rounding import Rounding, RoundingPoint
from accountkit.values.texts import Text

COMMISSION = a_commission(a_ladder("sliced", "0% 1"), times="rate")


def clause(name: str, *items: Clause) -> Clause:
    """A clause with its items."""
    return Clause(id=name, text=Text.of(en=name), items=items)


@pytest.mark.parametrize(
    "fields, message, path",
    [
        (
            {"until": date(2025, 12, 31)},
            "plan plan: ends on 2025-12-31, before it starts on 2026-01-01; swap the dates",
            ("until",),
        ),
        (
            {"rounding": Rounding(point=RoundingPoint.DEAL)},
            (
                "plan plan: rounds each deal, and none of its components prices deals one by one; "
                "round at component or statement"
            ),
            ("rounding", "point"),
        ),
        (
            {"currency": "PPP"},
            'currency: "PPP" is not a known code; did you mean PHP?',
            ("currency",),
        ),
        (
            {"clauses": (clause("comission"),)},
            (
                "component commission: refers to clause commission, which the plan does not have; "
                "did you mean comission?"
            ),
            ("components", 0, "clause"),
        ),
        (
            {"clauses": (clause("pay"),)},
            (
                "component commission: refers to clause commission, which the plan does not have; "
                "add the clause"
            ),
            ("components", 0, "clause"),
        ),
        (
            {"clauses": (clause("commission"), clause("x", clause("commission")))},
            "clause commission: stands twice; give each clause and each item its own id",
            ("clauses", 1),
        ),
        (
            {"components": (COMMISSION, COMMISSION)},
            "components commission: stands twice, as item 1 and as item 2; give each its own id",
            ("components", 1),
        ),
        ({"components": ()}, "components: is empty; give at least one", ("components",)),
        ({"roles": ()}, "roles: is empty; give at least one", ("roles",)),
    ],
)
def test_a_plan_that_contradicts_itself_is_refused(
    fields: dict[str, Any], message: str, path: tuple[str | int, ...]
) -> None:
    """With what is wrong, the remedy and the part at fault."""
    with pytest.raises(TermsError) as error:
        a_plan(COMMISSION, **fields)
    assert message == str(error.value)
    assert path == error.value.path


def test_a_bonus_in_another_currency_is_refused() -> None:
    """Different currencies never add."""
    with pytest.raises(TermsError) as error:
        a_plan(COMMISSION, a_bonus("USD 5.00"))
    assert "plan plan: states USD 5.00 and counts in PHP; give the sum in PHP" == str(error.value)
    assert ("components", 1, "amount") == error.value.path


@pytest.mark.parametrize(
    "period, is_covered",
    [("2026-01-31", False), ("2026-02-01", True), ("2026-03-31", True), ("2026-04-01", False)],
)
def test_a_plan_applies_from_its_first_day_to_its_last(period: str, *, is_covered: bool) -> None:
    """From 1 February to 31 March, both included."""
    plan = a_plan(COMMISSION, start=date(2026, 2, 1), until=date(2026, 3, 31))
    assert is_covered is plan.covers(Period.parse(period))


def test_a_plan_may_apply_for_one_day() -> None:
    """It ends on the day it starts, and that day is included."""
    plan = a_plan(COMMISSION, start=date(2026, 2, 1), until=date(2026, 2, 1))
    assert [False, True, False] == [
        plan.covers(Period.parse(day)) for day in ("2026-01-31", "2026-02-01", "2026-02-02")
    ]


def test_a_plan_covers_a_period_that_it_meets_on_a_day() -> None:
    """It begins on the quarter's last day; without an end it runs on."""
    plan = a_plan(COMMISSION, start=date(2026, 3, 31))
    assert plan.covers(QUARTER)
    assert plan.covers(Period.year(2099))


def test_a_clause_is_found_by_its_id_and_so_is_an_item_of_it() -> None:
    """A component may be granted by an item of a clause."""
    item = clause("commission")
    plan = a_plan(COMMISSION, clauses=(clause("pay", item),))
    assert item is plan.clause("commission")
    assert "pay" == plan.clause("pay").id


@pytest.mark.parametrize(
    "name, remedy",
    [("comission", "did you mean commission?"), ("x", "its clauses are commission")],
)
def test_a_clause_that_is_not_there_is_told(name: str, remedy: str) -> None:
    """With the nearest, or with all there are."""
    with pytest.raises(UnknownNameError) as error:
        a_plan(COMMISSION).clause(name)
    assert f"plan plan: has no clause {name}; {remedy}" == str(error.value)


def every_kind() -> Plan:
    """Components that refer to parameters and measures in every way they can."""
    gate = Gate(attainment_of="active", at_least=Fraction(1))
    return a_plan(
        COMMISSION,
        a_bonus(
            amount_from="sum",
            gates=(gate,),
            eligible=Eligibility(parameter="rank", at_least=Fraction(1)),
        ),
        a_bonus("PHP 1.00", id="fixed", attainment_of="new"),
        an_override("1%", eligible=Eligibility(parameter="rate", equal=Fraction(0))),
    )


def test_a_plan_knows_the_parameters_it_uses() -> None:
    """Each once, in order of use: what admits somebody is asked first."""
    assert ("rate", "rank", "sum") == every_kind().parameters_used()


def test_a_plan_knows_the_measures_it_uses() -> None:
    """Those it pays and those its gates ask for, each once."""
    assert ("sales", "active", "new") == every_kind().measures_used()


def test_a_parameter_is_the_persons_own_else_the_levels_else_the_plans() -> None:
    """Own 5% before the senior's 3% before the plan's 1%; what nobody gives is left out."""
    rate = Parameter(id="rate", value=Fraction("0.01"), by_level={"senior": Fraction("0.03")})
    plan = a_plan(COMMISSION, a_bonus(amount_from="sum"), parameters=(rate,), clauses=ALL_CLAUSES)
    assert rate == plan.parameter("rate")
    assert None is plan.parameter("sum")
    assert {"rate": Fraction("0.05")} == plan.resolve("senior", {"rate": Fraction("0.05")})
    assert {"rate": Fraction("0.03")} == plan.resolve("senior", {})
    assert {"rate": Fraction("0.01")} == plan.resolve("junior", {})
    assert {"rate": Fraction("0.01")} == plan.resolve(None, {"unused": Fraction(1)})
    assert {"rate": Fraction("0.01"), "sum": Fraction(0)} == plan.resolve(
        None, {"sum": Fraction(0)}
    )


ALL_CLAUSES = (clause("commission"), clause("bonus"))


@pytest.mark.parametrize("taken", ["returns", "minimum_pay", "negative", "least_payment"])
def test_no_component_goes_by_the_name_of_one_of_the_plans_own_balances(taken: str) -> None:
    """Its payment terms would be entered in the same ledger."""
    with pytest.raises(TermsError) as error:
        a_plan(a_bonus("PHP 5.00", id=taken))
    assert (
        f"component {taken}: has the id of one of the plan's own balances; give each its own id"
        == str(error.value)
    )
