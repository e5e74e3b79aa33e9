"""The whole pipeline: who gets a statement, who a fault."""

from __future__ import annotations

from fractions import Fraction

import pytest

from accountkit.engine.pay import evaluate
from accountkit.errors import UnknownNameError
from accountkit.plans.bound import BoundPlan
from accountkit.plans.faults import Fault
from accountkit.plans.plan import Participants
from accountkit.settlement.statements import Outcome
from accountkit.settlement.trace import StepKind
from accountkit.testing.pay import (
    MEASURES,
    QUARTER,
    a_bonus,
    a_bound_plan,
    a_commission,
    a_ladder,
    a_plan,
    an_override,
    some_facts,
)
from accountkit.values.ladders import Below
from accountkit.values.money import Money

FLAT = a_commission(a_ladder("sliced", "0 5%"), "amount")
PLAN = a_plan(FLAT)
ACTIVE = a_plan(FLAT, participants=Participants.ACTIVE)


def payees(outcome: Outcome) -> list[str]:
    """Who has a statement."""
    return [statement.payee for statement in outcome.statements]


def messages(outcome: Outcome) -> list[str]:
    """What is at fault."""
    return [fault.message for fault in outcome.faults]


def test_an_outcome_carries_the_terms_it_was_made_under() -> None:
    """Period, label, each plan once, the measures: it can be explained by itself."""
    outcome = evaluate(a_bound_plan({"ana": PLAN, "ben": PLAN}), some_facts())
    assert (QUARTER, "2026-Q1") == (outcome.period, outcome.label)
    assert (PLAN,) == outcome.plans
    assert tuple(MEASURES.values()) == outcome.measures
    assert PLAN is outcome.plan("plan")
    assert MEASURES["sales"] is outcome.measure("sales")


def test_statements_come_in_the_order_of_the_bound_plan() -> None:
    """With the person's name, plan and period."""
    outcome = evaluate(a_bound_plan({"ben": PLAN, "ana": PLAN}), some_facts())
    assert ["ben", "ana"] == payees(outcome)
    first = outcome.statements[0]
    assert ("Ben", "plan", QUARTER, "2026-Q1", "PHP") == (
        first.name,
        first.plan,
        first.period,
        first.label,
        first.currency,
    )


def test_components_come_in_the_order_of_the_plan() -> None:
    """Each with the clause that grants it."""
    plan = a_plan(a_bonus("PHP 1.00", clause="reached"), FLAT)
    outcome = evaluate(
        a_bound_plan({"ana": plan}, quotas={"ana": "10"}), some_facts("ana 2026-01-01 10.00")
    )
    lines = outcome.statement("ana").lines
    assert [("bonus", "reached"), ("commission", "commission")] == [
        (line.component, line.clause) for line in lines
    ]


def test_all_appointed_have_a_statement_even_of_zero() -> None:
    """Where the plan covers everybody appointed, a quarter without a deal pays zero."""
    outcome = evaluate(a_bound_plan({"ana": PLAN}), some_facts())
    assert Money.parse("PHP 0.00") == outcome.statement("ana").total


def test_of_those_active_only_who_has_a_quota_or_a_deal_takes_part() -> None:
    """Ana has a quota, Ben a deal in the quarter; Cora sold the day before it, Dan nothing."""
    bound = a_bound_plan(
        {"ana": ACTIVE, "ben": ACTIVE, "cora": ACTIVE, "dan": ACTIVE}, quotas={"ana": "1"}
    )
    outcome = evaluate(bound, some_facts("ben 2026-01-01 1.00", "cora 2025-12-31 1.00"))
    assert ["ana", "ben"] == payees(outcome)
    assert () == outcome.faults


def test_a_manager_whose_team_sold_is_active() -> None:
    """Cora has neither quota nor deal of her own, and an override on what Ana sold."""
    manager = a_plan(an_override("1%"), id="manager", participants=Participants.ACTIVE)
    bound = a_bound_plan(
        {"ana": ACTIVE, "cora": manager, "dan": manager}, superiors={"ana": "cora"}
    )
    outcome = evaluate(bound, some_facts("ana 2026-01-15 100.00"))
    assert ["ana", "cora"] == payees(outcome)
    assert Money.parse("PHP 1.00") == outcome.statement("cora").total


@pytest.mark.parametrize(
    "rows, deals",
    [(("zoe 2026-01-15 1.00",), "1 deal"), (("zoe 2026-01-15 1.00",) * 2, "2 deals")],
)
def test_deals_of_somebody_without_a_plan_are_a_fault(rows: tuple[str, ...], deals: str) -> None:
    """Forgotten, or booked on the wrong person: nobody is paid for them in silence."""
    outcome = evaluate(a_bound_plan({"ana": PLAN}), some_facts(*rows))
    assert [
        (
            f"pay of zoe for 2026-Q1: is asked for by {deals}, and no plan covers the person; name "
            "the person's role in a plan, or mend the person on the deals"
        )
    ] == messages(outcome)
    assert ["ana"] == payees(outcome)


def test_who_is_reckoned_in_other_periods_is_no_fault() -> None:
    """Zoe's plan runs by the month: the quarter passes her over."""
    bound = a_bound_plan({"ana": PLAN}, elsewhere=frozenset({"zoe"}))
    outcome = evaluate(bound, some_facts("zoe 2026-01-15 1.00"))
    assert (["ana"], []) == (payees(outcome), messages(outcome))


def test_a_fault_of_binding_is_told_once() -> None:
    """Two plans claim Zoe: her deals are not a second fault."""
    claimed = Fault(
        person="zoe",
        period=QUARTER,
        subject="pay of zoe for 2026-Q1",
        problem="is claimed by the plans a and b",
        remedy="end one of them",
    )
    bound = a_bound_plan({"ana": PLAN}, faults=(claimed,))
    outcome = evaluate(bound, some_facts("zoe 2026-01-15 1.00"))
    assert (claimed,) == outcome.faults
    with pytest.raises(UnknownNameError, match="is claimed by the plans a and b; end one of them"):
        outcome.statement("zoe")


def needing_a_quota() -> BoundPlan:
    """Ana lacks the quota that both of her components need; Ben has one."""
    plan = a_plan(a_commission(a_ladder("sliced", "0% 5%")), a_bonus("PHP 9.00"), FLAT_TOO)
    return a_bound_plan({"ana": plan, "ben": plan}, quotas={"ben": "100"})


FLAT_TOO = a_commission(a_ladder("sliced", "0 5%"), "amount", id="flat")


def test_one_persons_fault_blocks_nobody_else() -> None:
    """Ana is not paid, not even the component without a fault; Ben is: 5 and 9 and 5."""
    outcome = evaluate(
        needing_a_quota(), some_facts("ana 2026-01-15 100.00", "ben 2026-01-15 100.00")
    )
    assert ["ben"] == payees(outcome)
    assert Money.parse("PHP 19.00") == outcome.statement("ben").total


def test_every_component_that_lacks_something_says_so() -> None:
    """One fault each for commission and bonus, tied to plan, component and clause."""
    faults = evaluate(needing_a_quota(), some_facts("ana 2026-01-15 100.00")).faults
    assert [("plan", "commission", "commission"), ("plan", "bonus", "bonus")] == [
        (fault.plan, fault.component, fault.clause) for fault in faults
    ]
    assert {("ana", QUARTER)} == {(fault.person, fault.period) for fault in faults}


def test_a_total_below_zero_is_a_fault() -> None:
    """More was returned than sold, and no term says whether it is carried, paid back or forgiven.

    5% of 20.00 less 120.00 is -5.00.
    """
    taking = a_commission(a_ladder("sliced", "0 5%", below=Below.EXTEND), "amount")
    outcome = evaluate(
        a_bound_plan({"ana": a_plan(taking), "ben": PLAN}),
        some_facts("ana 2026-01-15 20.00", "ana 2026-01-16 -120.00"),
    )
    assert [
        (
            "pay of ana for 2026-Q1: comes to PHP -5.00, less than nothing, and the plan does not "
            "say what follows; state negative: in the plan, or correct or complete the facts of "
            "the period"
        )
    ] == messages(outcome)
    assert ["ben"] == payees(outcome)


def test_a_measure_that_several_components_need_is_counted_once() -> None:
    """Both lines name the same deals and the same attainment."""
    plan = a_plan(a_commission(a_ladder("sliced", "0% 5%")), a_bonus("PHP 9.00"))
    outcome = evaluate(
        a_bound_plan({"ana": plan}, quotas={"ana": "100"}), some_facts("ana 2026-01-15 100.00")
    )
    statement = outcome.statement("ana")
    assert [Fraction(1)] == [found.ratio for found in statement.attainments]
    commission, bonus = (line.steps for line in statement.lines)
    assert commission[:2] == bonus[:2]
    kinds = [StepKind.MEASURE, StepKind.ATTAINMENT, StepKind.GATE, StepKind.BONUS]
    assert [*kinds, StepKind.ROUNDING] == [step.kind for step in bonus]


def test_active_clients_are_counted_from_deals_before_the_period() -> None:
    """Six months up to 31 March: 600.00 in October and 600.00 in January are two sales to Acme."""
    plan = a_plan(a_bonus("PHP 9.00", attainment_of="active"))
    bound = a_bound_plan({"ana": plan}, quotas={"ana": {"active": "1"}})
    outcome = evaluate(
        bound, some_facts("ana 2025-10-01 600.00 acme", "ana 2026-01-15 600.00 acme")
    )
    assert Money.parse("PHP 9.00") == outcome.statement("ana").total


def test_nobody_bound_is_an_empty_outcome() -> None:
    """No measure, no payee, no deal: nothing to pay and nothing at fault."""
    outcome = evaluate(a_bound_plan({}, measures={}), some_facts())
    assert ((), ()) == (outcome.statements, outcome.faults)
