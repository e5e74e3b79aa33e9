"""Laws of traces and faults: a trace changes nothing and tells all, a fault harms nobody else."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accountkit.engine.pay import evaluate, evaluate_sequence
from accountkit.facts.known import Facts
from accountkit.plans.bound import BoundPlan, Payee
from accountkit.plans.expressions import ParameterOf
from accountkit.settlement.replay import replay
from accountkit.settlement.statements import Outcome, Statement
from accountkit.settlement.trace import Step, StepKind
from accountkit.testing.drawn_facts import any_facts, known_facts
from accountkit.testing.drawn_plans import any_whole_bound_plans, years
from accountkit.testing.pay import PEOPLE, a_formula
from accountkit.testing.pay_runs import without_steps

HEAVY = settings(max_examples=settings().max_examples // 3)  # each example is a whole plan
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")


def steps_of(outcome: Outcome) -> Iterator[Step]:
    """Every step of an outcome."""
    for one in outcome.statements:
        for line in one.lines:
            yield from line.steps
        for movement in one.movements:
            yield from movement.steps
        for award in one.awards:
            yield from award.steps


@HEAVY
@given(any_facts(), any_whole_bound_plans())
def test_a_trace_changes_no_figure(known: Facts, bound: BoundPlan) -> None:
    """With tracing off the outcome lacks its steps, and is the same in all else."""
    assert without_steps(evaluate(bound, known)) == evaluate(bound, known, trace=False)


@HEAVY
@given(known_facts(foreign=True), years())
def test_a_trace_changes_no_figure_of_a_year(known: Facts, bounds: tuple[BoundPlan, ...]) -> None:
    """The same over a year, with balances, releases and what is taken back."""
    traced = evaluate_sequence(bounds, known)
    untraced = evaluate_sequence(bounds, known, trace=False)
    assert [without_steps(one) for one in traced] == list(untraced)


@HEAVY
@given(known_facts(foreign=True), years())
def test_replaying_a_step_gives_its_result(known: Facts, bounds: tuple[BoundPlan, ...]) -> None:
    """Every step's result is what its own inputs come to, of lines, movements and awards."""
    for outcome in evaluate_sequence(bounds, known):
        for step in steps_of(outcome):
            assert replay(step) == step.result, step


@HEAVY
@given(known_facts(foreign=True), years())
def test_a_line_is_traced_down_to_its_rounding(known: Facts, bounds: tuple[BoundPlan, ...]) -> None:
    """The last step of a line is its rounding, from its exact amount to its money."""
    for outcome in evaluate_sequence(bounds, known):
        for one in outcome.statements:
            for line in one.lines:
                last = line.steps[-1]
                assert last.kind is StepKind.ROUNDING
                assert (line.exact, line.amount) == (last.inputs["exact"], last.result)


@HEAVY
@given(any_facts(), any_whole_bound_plans())
def test_everybody_has_a_statement_or_a_fault(known: Facts, bound: BoundPlan) -> None:
    """Nobody has both, and each fault says for whom, what is wrong and what to do."""
    outcome = evaluate(bound, known, trace=False)
    paid = {one.payee for one in outcome.statements}
    faulted = {fault.person for fault in outcome.faults}
    assert paid.isdisjoint(faulted)
    for fault in outcome.faults:
        assert fault.period == bound.period
        assert fault.subject
        assert fault.problem
        assert fault.remedy


@HEAVY
@given(any_facts(), any_whole_bound_plans(), st.sampled_from(PEOPLE))
def test_a_fault_of_one_person_changes_nobody_elses_pay(
    known: Facts, bound: BoundPlan, who: str
) -> None:
    """With a parameter missing for one person, everybody else is paid as before."""
    before = {one.payee: one for one in evaluate(bound, known, trace=False).statements}
    outcome = evaluate(with_a_fault(bound, who), known, trace=False)
    after = {one.payee: one for one in outcome.statements}
    assert who not in after
    assert others(before, who) == after
    payees = {payee.person for payee in bound.payees}
    if who in payees:
        assert who in {fault.person for fault in outcome.faults}


def others(statements: dict[str, Statement], who: str) -> dict[str, Statement]:
    """The statements of everybody but one."""
    return {payee: one for payee, one in statements.items() if payee != who}


def with_a_fault(bound: BoundPlan, who: str) -> BoundPlan:
    """The same, where one person's plan asks for a parameter that has no value."""
    payees: list[Payee] = []
    for payee in bound.payees:
        if payee.person == who:
            plan = payee.plan
            clause = plan.clauses[0].id
            asking = a_formula(ParameterOf(name="nothing"), id="asking", clause=clause)
            plan = attrs.evolve(plan, id="faulty", components=(*plan.components, asking))
            payees.append(attrs.evolve(payee, plan=plan))
        else:
            payees.append(payee)
    return attrs.evolve(bound, payees=tuple(payees))
