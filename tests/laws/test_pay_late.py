"""Laws of closed periods: they stay as they were paid, and nothing is lost by it.

What came in late, or was changed for the past, is posted to the open period: paid + difference is
what a fresh computation gives, for every item of every closed period.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeAlias

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accountkit.engine.pay import evaluate_sequence, evaluate_through
from accountkit.facts.known import Facts
from accountkit.plans.bound import BoundPlan
from accountkit.plans.plan import NegativeResult, Plan
from accountkit.plans.returns import ReturnRule
from accountkit.settlement.balances import MovementKind
from accountkit.settlement.statements import DifferenceReason, Outcome, Statement
from accountkit.testing.drawn_facts import batches, known_facts
from accountkit.testing.drawn_plans import whole_plans, years
from accountkit.testing.pay_runs import fresh_chain, paid_in_turn, unfaulted
from accountkit.values.money import Money
from accountkit.values.periods import Period

HEAVY = settings(max_examples=settings().max_examples // 3)  # each example is a whole year
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

Items: TypeAlias = dict[tuple[Period, str], Money]
Years: TypeAlias = tuple[tuple[BoundPlan, ...], tuple[Facts, ...]]
ZERO = Money.zero("PHP")
PASSED_ON = {
    MovementKind.OFFSET,
    MovementKind.PAID_LATER,
    MovementKind.CARRIED_OVER,
    MovementKind.WAIVED,
    MovementKind.POSTPONED,
}
"""What hands a result on from one period to the next, and is settled anew with each."""


@st.composite
def late_years(draw: st.DrawFn, plans: st.SearchStrategy[Plan] | None = None) -> Years:
    """Four quarters, and what was known at the end of each."""
    bounds = draw(years(plans=plans))
    known = draw(known_facts(periods=[bound.period for bound in bounds], foreign=True))
    return bounds, draw(batches(known, len(bounds)))


@st.composite
def changed_years(draw: st.DrawFn) -> tuple[tuple[BoundPlan, ...], tuple[BoundPlan, ...], Facts]:
    """Four quarters, the same with other plans for the same people, and what happened."""
    bounds, others = draw(years()), draw(years())
    changed = tuple(
        attrs.evolve(other, superiors=bound.superiors)
        for bound, other in zip(bounds, others, strict=True)
    )
    return bounds, changed, draw(known_facts(periods=[bound.period for bound in bounds]))


def carried() -> st.SearchStrategy[Plan]:
    """Plans under which a negative result is carried, so that nothing is forgiven."""
    return whole_plans(fixed={"negative": NegativeResult.CARRY})


def items_of(statements: Sequence[Statement]) -> Items:
    """What was paid of each item of each period by all statements, differences included."""
    found: defaultdict[tuple[Period, str], Money] = defaultdict(lambda: ZERO)
    for one in statements:
        for line in one.lines:
            found[one.period, line.component] += line.amount
        for movement in one.movements:
            if movement.kind not in PASSED_ON:
                found[one.period, movement.term] += movement.pay
        for adjustment in one.adjustments:
            found[one.period, adjustment.id] += adjustment.amount
        for difference in one.differences:
            found[difference.period, difference.item] += difference.amount
    return {key: sum_ for key, sum_ in found.items() if sum_}


def statements_of(outcomes: Sequence[Outcome], person: str) -> list[Statement]:
    """The statements of a person, oldest first."""
    return [outcome.statement(person) for outcome in outcomes]


def paid_and_open(outcomes: Sequence[Outcome], person: str) -> Money:
    """What was paid in all, and is still to be paid, less what is owed."""
    account = outcomes[-1].account(person)
    assert account is not None
    totals = Money.sum((one.total for one in statements_of(outcomes, person)), "PHP")
    return totals + account.balance("least_payment") - account.balance("negative")


@HEAVY
@given(late_years())
def test_late_facts_are_paid_as_if_known_from_the_start(drawn: Years) -> None:
    """Item by item, what was paid and posted is what a fresh computation of all facts gives."""
    bounds, known = drawn
    paid = paid_in_turn(bounds, known)
    fresh = fresh_chain(bounds, known[-1])
    for person in unfaulted([*paid, *fresh]):
        assert items_of(statements_of(paid, person)) == items_of(statements_of(fresh, person))


@HEAVY
@given(late_years(carried()))
def test_late_facts_change_when_and_not_how_much(drawn: Years) -> None:
    """Where negative results are carried, paid + waiting − owed is the same, late or not."""
    bounds, known = drawn
    paid = paid_in_turn(bounds, known)
    fresh = fresh_chain(bounds, known[-1])
    for person in unfaulted([*paid, *fresh]):
        assert paid_and_open(fresh, person) == paid_and_open(paid, person)


@HEAVY
@given(changed_years(), st.integers(1, 3))
def test_terms_changed_for_the_past_are_paid_as_if_they_had_always_held(
    drawn: tuple[tuple[BoundPlan, ...], tuple[BoundPlan, ...], Facts], closed: int
) -> None:
    """Paid under the old terms + differences = the fresh computation under the new ones."""
    bounds, changed, known = drawn
    paid = list(paid_in_turn(bounds[:closed], [known] * closed))
    paid.append(evaluate_through(changed[: closed + 1], known, paid=paid, trace=False))
    fresh = fresh_chain(changed[: closed + 1], known)
    for person in unfaulted([*paid, *fresh]):
        assert items_of(statements_of(paid, person)) == items_of(statements_of(fresh, person))


@HEAVY
@given(late_years())
def test_a_difference_is_fresh_less_paid_of_a_closed_period(drawn: Years) -> None:
    """A difference says what was paid, what it should have been, and why; never nothing."""
    bounds, known = drawn
    for outcome in paid_in_turn(bounds, known):
        for one in outcome.statements:
            for difference in one.differences:
                assert difference.period < outcome.period
                assert difference.fresh - difference.paid == difference.amount != ZERO
                assert difference.reason is DifferenceReason.LATE_FACTS


@HEAVY
@given(late_years())
def test_without_news_there_is_no_difference(drawn: Years) -> None:
    """When everything was known from the start, paying in turn is the fresh computation itself.

    Re-rating is the exception: a return there changes a period that was paid before it came.
    """
    bounds, known = drawn
    in_turn = paid_in_turn(bounds, [known[-1]] * len(bounds))
    assert in_turn == tuple(evaluate_sequence(bounds, known[-1], trace=False))
    rules = [payee.plan.returns for payee in bounds[0].payees]
    if not any(one is not None and one.rule is ReturnRule.RE_RATING for one in rules):
        assert in_turn == fresh_chain(bounds, known[-1])
        assert not any(one.differences for outcome in in_turn for one in outcome.statements)


@HEAVY
@given(late_years())
def test_a_closed_period_is_returned_as_it_was_paid(drawn: Years) -> None:
    """Of a period that is closed the outcome that was paid comes back, whatever came in since."""
    bounds, known = drawn
    paid = paid_in_turn(bounds[:-1], known[:-1])
    closed = {outcome.period: outcome for outcome in paid}
    again = evaluate_sequence(bounds, known[-1], paid=closed, trace=False)
    for before, now in zip(paid, again, strict=False):
        assert before is now
