"""Laws of pay over simple plans: commissions, bonuses and overrides of one quarter."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accountkit.engine.pay import evaluate
from accountkit.errors import TermsError
from accountkit.facts.deals import Deal
from accountkit.facts.known import Facts
from accountkit.plans.bound import BoundPlan
from accountkit.plans.plan import NegativeResult, Plan
from accountkit.plans.quotas import Quota
from accountkit.testing.pay import (
    MEASURES,
    PEOPLE,
    QUARTER,
    a_plan,
    an_override,
    any_bound_plans,
    any_plans,
    bound_plans,
    facts,
    plans,
    quotas,
)
from accountkit.values.money import Amount, Money
from accountkit.values.rounding import Rounding, RoundingMode, RoundingPoint

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

SALES_ONLY = bound_plans(measures=["sales"])


@given(facts(), SALES_ONLY, st.data())
def test_a_deal_in_two_parts_counts_as_much_as_in_one(
    known: Facts, bound: BoundPlan, data: st.DataObject
) -> None:
    """Sums do not depend on how sales are batched: two deals of one day are one deal."""
    parts: list[Deal] = []
    for deal in known.deals:
        part = data.draw(st.integers(0, abs(deal.amount.minor)))
        first = Money.from_minor(part if deal.amount.minor > 0 else -part, "PHP")
        parts.append(attrs.evolve(deal, id=f"{deal.id}-1", amount=first))
        parts.append(attrs.evolve(deal, id=f"{deal.id}-2", amount=deal.amount - first))
    assert evaluate(bound, known, trace=False) == evaluate(bound, Facts(parts), trace=False)


@given(facts(), bound_plans(), st.sampled_from(RoundingMode))
def test_rounded_together_the_lines_add_up(
    known: Facts, bound: BoundPlan, mode: RoundingMode
) -> None:
    """Rounded on the statement, lines sum to the rounded sum, each within a centavo of exact."""
    rounding = Rounding(mode, RoundingPoint.STATEMENT)
    payees = (
        attrs.evolve(payee, plan=attrs.evolve(payee.plan, rounding=rounding))
        for payee in bound.payees
    )
    for statement in evaluate(attrs.evolve(bound, payees=tuple(payees)), known).statements:
        exact = Amount.sum((line.exact for line in statement.lines), "PHP")
        assert exact.round(mode) == statement.total
        assert statement.total == Money.sum((line.amount for line in statement.lines), "PHP")
        for line in statement.lines:
            assert abs(line.amount.exact.value - line.exact.value) < Fraction(1, 100)


@given(facts(), bound_plans(), st.integers(1, 3))
def test_an_override_credits_a_deal_once_to_the_superior_of_its_day(
    known: Facts, bound: BoundPlan, level: int
) -> None:
    """Climbing the reporting line of each deal's own date finds exactly those it is credited to."""
    plan = a_plan(an_override("100%", level), negative=NegativeResult.CARRY)
    payees = tuple(attrs.evolve(payee, plan=plan) for payee in bound.payees)
    expected = dict.fromkeys(PEOPLE, Fraction(0))
    for deal in known.dated(QUARTER):
        holder: str | None = deal.person
        for _ in range(level):
            line = bound.superiors.get(holder or "")
            holder = line.get(deal.date) if line is not None else None
        if holder is not None:
            expected[holder] += deal.amount.exact.value
    outcome = evaluate(attrs.evolve(bound, payees=payees), known, trace=False)
    assert expected == {one.payee: one.line("override").exact.value for one in outcome.statements}


@given(facts(), any_bound_plans())
def test_each_person_stands_alone(known: Facts, bound: BoundPlan) -> None:
    """Nobody's fault or figure changes what another is paid; each has a statement or faults."""
    together = evaluate(bound, known)
    paid = {statement.payee: statement for statement in together.statements}
    faulted = {fault.person for fault in together.faults}
    assert paid.keys().isdisjoint(faulted)
    for payee in bound.payees:
        alone = evaluate(attrs.evolve(bound, payees=(payee,)), known)
        assert paid.get(payee.person) == next(
            (one for one in alone.statements if one.payee == payee.person), None
        )


@given(plans())
def test_a_well_formed_plan_is_one(plan: Plan) -> None:
    """The strategy gives plans whose every component has its clause and its measures."""
    assert set(MEASURES) >= set(plan.measures_used())
    assert {"rate", "sum"} >= set(plan.parameters_used())
    for part in plan.components:
        assert part.clause == plan.clause(part.clause).id


@given(any_plans())
def test_a_plan_is_sound_or_refused_with_the_part_at_fault(fields: dict[str, Any]) -> None:
    """What a careless author writes is a plan, or an error that leads to the field."""
    error = refusal(fields)
    if error is None:
        assert set(MEASURES) >= set(Plan(**fields).measures_used())
    else:
        assert error.path
        assert error.path[0] in fields
        assert error.remedy


def refusal(fields: dict[str, Any]) -> TermsError | None:
    """Why there is no such plan, or nothing if there is."""
    try:
        Plan(**fields)
    except TermsError as error:
        return error
    return None


@given(quotas())
def test_a_drawn_quota_is_above_zero(quota: Quota) -> None:
    """The strategy gives quotas that an attainment can be divided by."""
    assert quota.target > 0
    assert quota.measure in MEASURES
