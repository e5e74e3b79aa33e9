"""Laws of every statement of a year: what adds up, what never passes its bound, what is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accountkit.facts.deals import DealKind
from accountkit.facts.invoices import Invoice, Payment
from accountkit.facts.known import Facts
from accountkit.plans.bound import BoundPlan
from accountkit.plans.caps import Cap
from accountkit.plans.components import Award, Component
from accountkit.plans.plan import Plan
from accountkit.settlement.balances import Movement, MovementKind
from accountkit.settlement.statements import Outcome, Statement
from accountkit.testing.drawn_facts import YEAR, known_facts, with_facts
from accountkit.testing.drawn_plans import whole_plans, years
from accountkit.testing.drawn_settling import MOST_MONTHS, caps, draws, holdbacks, payments
from accountkit.testing.pay import at_original_rate
from accountkit.testing.pay_runs import fresh_chain, unfaulted
from accountkit.values.calendars import PeriodKind
from accountkit.values.money import Money
from accountkit.values.periods import Period, months_after
from accountkit.values.rounding import Rounding, RoundingMode

HEAVY = settings(max_examples=settings().max_examples // 3)  # each example is a whole year
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

Year: TypeAlias = tuple[tuple[BoundPlan, ...], Facts]
Terms: TypeAlias = Callable[[list[str]], st.SearchStrategy[tuple[Any, ...]]]
K = MovementKind
ZERO = Money.zero("PHP")


@st.composite
def paid_years(draw: st.DrawFn, plans: st.SearchStrategy[Plan] | None = None) -> Year:
    """Four quarters and what happened in them."""
    bounds = draw(years(plans=plans))
    return bounds, draw(known_facts(periods=[bound.period for bound in bounds], foreign=True))


@st.composite
def plans_with(draw: st.DrawFn, field: str, terms: Terms) -> Plan:
    """Plans that have a certain term; one that names components names those of the plan."""
    plan = draw(whole_plans())
    names = [part.id for part in plan.components if part.KIND != "award"]
    return evolved(plan, field, draw(terms(names))) if names else plan


def a_drawn_cap(names: list[str]) -> st.SearchStrategy[tuple[Any, ...]]:
    """One cap on some of the components."""
    return st.tuples(caps(names))


def a_drawn_holdback(names: list[str]) -> st.SearchStrategy[tuple[Any, ...]]:
    """One holdback of some of the components."""
    return st.tuples(holdbacks(names, ("sales",)))


def a_drawn_draw(names: list[str]) -> st.SearchStrategy[tuple[Any, ...]]:
    """One draw, which names no component."""
    del names
    return st.tuples(draws())


def evolved(plan: Plan, field: str, terms: tuple[Any, ...]) -> Plan:
    """The plan with these terms, under a clause that it has."""
    clause = plan.clauses[0].id
    own = tuple(attrs.evolve(term, clause=clause) for term in terms)
    changed: dict[str, Any] = {field: own}
    return attrs.evolve(plan, **changed)


def outcomes_of(year: Year) -> tuple[Outcome, ...]:
    """The outcomes of the year, everything being known from the start."""
    return fresh_chain(*year)


def statements_of(outcomes: Sequence[Outcome]) -> Iterator[list[Statement]]:
    """The statements of each person who has one in every period, oldest first."""
    for person in unfaulted(outcomes):
        yield [outcome.statement(person) for outcome in outcomes]


def moved(statement: Statement, term: str, *kinds: MovementKind) -> list[Movement]:
    """The movements of a term, of these kinds."""
    return [one for one in statement.movements if one.term == term and one.kind in kinds]


def paid(movements: Sequence[Movement]) -> Money:
    """What movements add to the pay."""
    return Money.sum((one.pay for one in movements), "PHP")


@HEAVY
@given(paid_years())
def test_a_total_is_the_sum_of_its_parts(year: Year) -> None:
    """Lines, what movements add to the pay, adjustments and differences make the total."""
    for outcome in outcomes_of(year):
        for one in outcome.statements:
            parts = [line.amount for line in one.lines]
            parts += [movement.pay for movement in one.movements]
            parts += [adjustment.amount for adjustment in one.adjustments]
            parts += [difference.amount for difference in one.differences]
            assert Money.sum(parts, "PHP") == one.total


@HEAVY
@given(paid_years())
def test_a_balance_opens_with_what_it_closed_with(year: Year) -> None:
    """Opening + movements = closing; the next period opens with it, and the account says so."""
    outcomes = outcomes_of(year)
    for statements in statements_of(outcomes):
        closed: dict[str, Money] = {}
        for outcome, one in zip(outcomes, statements, strict=True):
            balances = {balance.term: balance for balance in one.balances}
            changes: defaultdict[str, Money] = defaultdict(lambda: ZERO)
            for movement in one.movements:
                changes[movement.term] += movement.balance
            for term in {*closed, *changes, *balances}:
                opening = closed.get(term, ZERO)
                closing = opening + changes[term]
                if term in balances:
                    assert opening == balances[term].opening
                    assert changes[term] == balances[term].movements
                    assert closing == balances[term].closing
                else:
                    assert opening == closing == ZERO
                closed[term] = closing
            account = outcome.account(one.payee)
            assert account is not None
            assert {term: sum_ for term, sum_ in closed.items() if sum_} == {
                term: sum_ for term, sum_ in account.balances.items() if sum_
            }


@HEAVY
@given(paid_years())
def test_nobody_owes_or_is_owed_less_than_nothing(year: Year) -> None:
    """No balance is ever below zero, save what is pending of components: a return may be more."""
    for outcome in outcomes_of(year):
        for one in outcome.statements:
            components = {part.id for part in outcome.plan(one.plan).components}
            for balance in one.balances:
                assert balance.closing >= ZERO or balance.term in components, balance


@HEAVY
@given(paid_years())
def test_a_movement_does_what_its_kind_says(year: Year) -> None:
    """Pay and balance of a movement have the signs that its kind promises."""
    for outcome in outcomes_of(year):
        for one in outcome.statements:
            for movement in one.movements:
                assert _promised(movement), movement


def _promised(movement: Movement) -> bool:
    """Whether a movement is as promised; payment terms defer a result below zero too."""
    pay, balance = movement.pay.minor, movement.balance.minor
    promises = {
        K.CAPPED: pay < 0 and balance in {0, -pay},
        K.CARRIED_IN: pay == -balance > 0,
        K.RELEASED: pay == -balance != 0,
        K.PAID_LATER: pay == -balance > 0,
        K.DEFERRED: pay == -balance != 0,
        K.HELD: pay == -balance < 0,
        K.POSTPONED: pay == -balance < 0,
        K.FORFEITED: pay == 0 > balance,
        K.FORGIVEN: pay == 0 > balance,
        K.TAKEN_BACK: pay < 0 == balance,
        K.GUARANTEED: pay > 0 == balance,
        K.TOPPED_UP: pay > 0 == balance,
        K.WAIVED: pay > 0 == balance,
        K.ADVANCED: pay > 0 and balance in {0, pay},
        K.RECOVERED: pay == balance < 0,
        K.OFFSET: pay == balance < 0,
        K.CARRIED_OVER: pay == balance > 0,
    }
    return promises[movement.kind]


@HEAVY
@given(paid_years(whole_plans(fixed={"rounding": Rounding(RoundingMode.HALF_UP)})))
def test_a_line_is_its_exact_amount_rounded(year: Year) -> None:
    """Rounded at the component, each line is its own exact amount to the nearest centavo."""
    for outcome in outcomes_of(year):
        for one in outcome.statements:
            for line in one.lines:
                assert line.exact.round(RoundingMode.HALF_UP) == line.amount


# --- caps -----------------------------------------------------------------------------------------


@HEAVY
@given(paid_years(plans_with("caps", a_drawn_cap)))
def test_a_cap_is_never_passed_within_its_frame(year: Year) -> None:
    """What one cap lets through since its frame began is its sum at most, carried or not."""
    bounds, _ = year
    outcomes = outcomes_of(year)
    plans = {payee.person: payee.plan for payee in bounds[0].payees}
    for statements in statements_of(outcomes):
        for cap in plans[statements[0].payee].caps[:1]:
            assert cap.amount is not None
            through: defaultdict[Period, Money] = defaultdict(lambda: ZERO)
            for bound, one in zip(bounds, statements, strict=True):
                frame = bound.period if cap.within is None else bound.frame(cap.within)
                through[frame] += _capped_lines(cap, one)
                assert through[frame] <= max(cap.amount, ZERO)


def _capped_lines(cap: Cap, statement: Statement) -> Money:
    """What a cap lets through of its components."""
    lines = (
        line.amount
        for line in statement.lines
        if not cap.components or line.component in cap.components
    )
    return Money.sum(lines, "PHP") + paid(moved(statement, cap.id, K.CAPPED, K.CARRIED_IN))


# --- when it is due -------------------------------------------------------------------------------


@st.composite
def deferring_plans(draw: st.DrawFn) -> Plan:
    """Plans every component of which, if it can, pays by payment terms."""
    plan = draw(whole_plans())
    parts: list[Component] = []
    for part in plan.components:
        of_deals = part.KIND in {"commission", "spiff", "override"}
        due = draw(payments(of_deals=of_deals))
        parts.append(part if isinstance(part, Award) else attrs.evolve(part, payment=due))
    return attrs.evolve(plan, components=tuple(parts))


@HEAVY
@given(paid_years(deferring_plans()))
def test_no_deal_releases_more_than_it_earned(year: Year) -> None:
    """Of each deal, paid + pending + forfeited = earned, none of them below zero."""
    for outcome in outcomes_of(year):
        for account in outcome.accounts:
            pending: defaultdict[str, Money] = defaultdict(lambda: ZERO)
            for one in account.earnings:
                open_ = one.earned - one.paid - one.forfeited
                pending[one.component] += open_
                if one.earned.minor >= 0:
                    assert min(one.paid, one.forfeited, open_) >= ZERO
            for component, sum_ in pending.items():
                if _is_deferred(outcome, account.person, component):
                    assert sum_ == account.balance(component)


def _is_deferred(outcome: Outcome, person: str, component: str) -> bool:
    """Whether the component has payment terms."""
    statements = {one.payee: one for one in outcome.statements}
    if person not in statements:
        return False
    parts = outcome.plan(statements[person].plan).components
    found = next(part for part in parts if part.id == component)
    return getattr(found, "payment", None) is not None


@st.composite
def settled_years(draw: st.DrawFn) -> Year:
    """Years whose sales are of the first half, and paid for and invoiced in full by October."""
    bounds = draw(years(plans=deferring_plans()))
    known = draw(known_facts(within=Period.half(2026, 1), foreign=True))
    sold = [deal for deal in known.deals if deal.kind is DealKind.SALE]
    day = Period.month(2026, 9).last_day
    invoices = [
        Invoice(id=f"i-{deal.id}", deal=deal.id, date=day, amount=deal.amount) for deal in sold
    ]
    payments_ = [
        Payment(id=f"p-{deal.id}", deal=deal.id, date=day, amount=deal.amount) for deal in sold
    ]
    return bounds, with_facts(known, deals=sold, invoices=invoices, payments=payments_)


@HEAVY
@given(settled_years())
def test_what_is_released_equals_what_was_earned_in_the_end(year: Year) -> None:
    """Once a deal is invoiced, collected and due, nothing of it is pending."""
    outcomes = outcomes_of(year)
    for account in outcomes[-1].accounts:
        for one in account.earnings:
            last_instalment = months_after(one.date, MOST_MONTHS)
            if one.deal is not None and last_instalment <= YEAR.last_day:
                assert one.earned == one.paid + one.forfeited


@HEAVY
@given(paid_years(plans_with("holdbacks", a_drawn_holdback)))
def test_what_a_holdback_keeps_is_its_balance(year: Year) -> None:
    """The balance of a holdback is the sum of what it still keeps, period by period."""
    for outcome in outcomes_of(year):
        for account in outcome.accounts:
            kept: defaultdict[str, Money] = defaultdict(lambda: ZERO)
            for held in account.held:
                assert held.amount > ZERO
                kept[held.term] += held.amount
            for term, sum_ in kept.items():
                assert sum_ == account.balance(term)


# --- returns, draws and minimum pay ---------------------------------------------------------------


@HEAVY
@given(paid_years(whole_plans(fixed={"returns": at_original_rate()})))
def test_no_more_is_taken_back_than_was_paid_for_the_deal(year: Year) -> None:
    """Of each deal and component at most what was paid is taken back, over the year."""
    taken: defaultdict[tuple[str, str | None], Money] = defaultdict(lambda: ZERO)
    earned: defaultdict[tuple[str, str | None], Money] = defaultdict(lambda: ZERO)
    outcomes = outcomes_of(year)
    for outcome in outcomes:
        for one in outcome.statements:
            for movement in one.movements:
                if movement.kind is K.TAKEN_BACK:
                    taken[one.payee, movement.deal] -= movement.pay
        for account in outcome.accounts:
            for item in account.earnings:
                assert ZERO <= item.taken_back <= max(item.paid, ZERO)
    for account in outcomes[-1].accounts:
        for item in account.earnings:
            earned[account.person, item.deal] += max(item.earned, ZERO)
    for key, sum_ in taken.items():
        assert sum_ <= earned[key]


@HEAVY
@given(paid_years(plans_with("draws", a_drawn_draw)))
def test_a_draw_is_advanced_recovered_forgiven_or_owed(year: Year) -> None:
    """What a recoverable draw advanced, less what was recovered and forgiven, is what is owed."""
    outcomes = outcomes_of(year)
    for statements in statements_of(outcomes):
        account = outcomes[-1].account(statements[0].payee)
        assert account is not None
        plan = outcomes[-1].plan(statements[0].plan)
        for draw in plan.draws:
            entries = [
                one
                for statement in statements
                for one in moved(statement, draw.id, K.ADVANCED, K.RECOVERED, K.FORGIVEN)
            ]
            advanced = paid([one for one in entries if one.kind is K.ADVANCED])
            recovered = paid([one for one in entries if one.kind is K.RECOVERED])
            forgiven = [one.balance for one in entries if one.kind is K.FORGIVEN]
            owed = advanced + recovered + Money.sum(forgiven, "PHP")
            assert account.balance(draw.id) == (owed if draw.is_recoverable else ZERO)


@HEAVY
@given(paid_years())
def test_minimum_pay_is_reached(year: Year) -> None:
    """Before adjustments and what earlier periods left, nobody has less than the minimum pay."""
    passed_on = {K.OFFSET, K.PAID_LATER, K.CARRIED_OVER, K.WAIVED, K.POSTPONED}
    for outcome in outcomes_of(year):
        for one in outcome.statements:
            minimum = outcome.plan(one.plan).minimum_pay
            if minimum is not None and minimum.amount is not None:
                so_far = [move.pay for move in one.movements if move.kind not in passed_on]
                assert one.earned + Money.sum(so_far, "PHP") >= minimum.amount


@HEAVY
@given(paid_years())
def test_small_sums_wait_and_are_not_lost(year: Year) -> None:
    """Nothing below the least payment is paid out, and nothing that waits is above it."""
    for outcome in outcomes_of(year):
        for one in outcome.statements:
            least = outcome.plan(one.plan).least_payment
            if least is not None:
                assert not ZERO < one.total < least
                account = outcome.account(one.payee)
                assert account is not None
                assert account.balance("least_payment") < max(least, Money.of(1, "PHP"))


@HEAVY
@given(
    years(plans=whole_plans(period=PeriodKind.MONTH), kind=PeriodKind.MONTH, periods=6), st.data()
)
def test_months_chain_as_quarters_do(bounds: tuple[BoundPlan, ...], data: st.DataObject) -> None:
    """In plans by the month too, what closes a month opens the next."""
    known = data.draw(known_facts(within=Period.half(2026, 1)))
    for statements in statements_of(outcomes_of((bounds, known))):
        closed: dict[str, Money] = {}
        for one in statements:
            for balance in one.balances:
                assert closed.get(balance.term, ZERO) == balance.opening
                closed[balance.term] = balance.closing
