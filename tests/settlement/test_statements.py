"""Looking things up in a statement and in an outcome."""

from __future__ import annotations

import pytest

from accountkit.engine.pay import evaluate
from accountkit.errors import UnknownNameError
from accountkit.settlement.statements import Outcome
from accountkit.testing.pay import a_bound_plan, a_commission, a_ladder, a_plan, some_facts

PLAN = a_plan(a_commission(a_ladder("sliced", "0% 5%")))


@pytest.fixture
def outcome() -> Outcome:
    """Ana is paid, and Ben has no quota."""
    bound = a_bound_plan({"ana": PLAN, "ben": PLAN}, quotas={"ana": "100"})
    return evaluate(bound, some_facts("ana 2026-01-15 100.00", "ben 2026-01-15 100.00"))


def test_a_line_is_found_by_its_component(outcome: Outcome) -> None:
    """The commission of Ana."""
    assert "commission" == outcome.statement("ana").line("commission").component


@pytest.mark.parametrize(
    "name, remedy",
    [("comission", "did you mean commission?"), ("bonus", "its lines are commission")],
)
def test_a_line_that_is_not_there_is_told(outcome: Outcome, name: str, remedy: str) -> None:
    """With the nearest name, or with all there are."""
    with pytest.raises(UnknownNameError) as error:
        outcome.statement("ana").line(name)
    assert f"statement of ana for 2026-Q1: has no line {name}; {remedy}" == str(error.value)


def test_who_is_at_fault_has_the_fault_for_an_answer(outcome: Outcome) -> None:
    """Why there is no statement of Ben."""
    with pytest.raises(UnknownNameError) as error:
        outcome.statement("ben")
    assert (
        "quota of ben for sales in 2026-Q1: is missing while the measure stands at PHP 100.00; "
        "give the quota, or say in the plan what having none means (without_quota)"
    ) == str(error.value)


@pytest.mark.parametrize(
    "payee, remedy",
    [
        ("anna", "did you mean ana?"),
        ("zoe", "nobody of that id is paid in this period"),
    ],
)
def test_who_is_not_there_is_told(outcome: Outcome, payee: str, remedy: str) -> None:
    """With the nearest id, if there is one."""
    with pytest.raises(UnknownNameError) as error:
        outcome.statement(payee)
    assert f"pay for 2026-Q1: has no statement of {payee}; {remedy}" == str(error.value)


def test_a_plan_or_measure_that_was_not_used_is_told(outcome: Outcome) -> None:
    """An outcome holds the terms it was made under and no others."""
    with pytest.raises(UnknownNameError) as no_plan:
        outcome.plan("q")
    assert "pay for 2026-Q1: has no plan q; there is plan" == str(no_plan.value)
    with pytest.raises(UnknownNameError) as no_measure:
        outcome.measure("sale")
    assert "pay for 2026-Q1: has no measure sale; did you mean sales?" == str(no_measure.value)


def test_an_empty_outcome_names_nothing() -> None:
    """There is none to suggest."""
    empty = evaluate(a_bound_plan({}, measures={}), some_facts())
    with pytest.raises(UnknownNameError) as error:
        empty.plan("plan")
    assert "pay for 2026-Q1: has no plan plan; there is none" == str(error.value)
