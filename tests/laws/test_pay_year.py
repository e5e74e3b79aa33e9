"""A year of pay as a clerk lives it: late facts, other rates, periods closed and reopened.

Hypothesis chooses what happens and in which order. After every closing, what was paid and is
still open is what a fresh computation of everything known gives; what was closed stays as it was.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from accountkit.engine.pay import evaluate_through
from accountkit.facts.adjustments import Adjustment
from accountkit.facts.deals import Deal, DealKind
from accountkit.facts.invoices import Invoice, Payment
from accountkit.facts.known import Facts
from accountkit.plans.bound import BoundPlan, Payee
from accountkit.plans.components import Commission
from accountkit.plans.plan import NegativeResult, Plan
from accountkit.settlement.statements import Outcome, Statement
from accountkit.testing.drawn_facts import YEAR, deals
from accountkit.testing.drawn_plans import whole_plans, years
from accountkit.testing.drawn_simply import PEOPLE
from accountkit.testing.pay_runs import fresh_chain, unfaulted
from accountkit.values.money import Money

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

PERIODS = 4
DAYS = st.integers(0, YEAR.days - 1).map(lambda days: YEAR.start + timedelta(days))
CARRIED = whole_plans(fixed={"negative": NegativeResult.CARRY})


class PayYear(RuleBasedStateMachine):
    """What the clerk knows, what was closed, and the terms as they stand."""

    def __init__(self) -> None:
        super().__init__()
        self.bounds: tuple[BoundPlan, ...] = ()
        self.deals: list[Deal] = []
        self.invoices: list[Invoice] = []
        self.payments: list[Payment] = []
        self.adjustments: list[Adjustment] = []
        self.closed: list[Outcome] = []
        self.runs: list[tuple[tuple[BoundPlan, ...], Facts]] = []

    @property
    def facts(self) -> Facts:
        """All that is known by now."""
        return Facts(
            self.deals,
            invoices=self.invoices,
            payments=self.payments,
            adjustments=self.adjustments,
        )

    @initialize(bounds=years(plans=CARRIED), first=deals(most=6))
    def start(self, bounds: tuple[BoundPlan, ...], first: tuple[Deal, ...]) -> None:
        """The terms of the year, and some deals."""
        self.bounds = tuple(_by_hand(bound) for bound in bounds)
        self.deals = list(first)

    @rule(made=deals(most=2))
    def sell(self, made: tuple[Deal, ...]) -> None:
        """Deals of any day of the year, closed or not, with their returns."""
        names = {deal.id: f"{deal.id}-{len(self.deals)}" for deal in made}
        self.deals += (
            attrs.evolve(deal, id=names[deal.id], returns=names.get(deal.returns or ""))
            for deal in made
        )

    @precondition(lambda self: self.sales)
    @rule(which=st.integers(0, 100), day=DAYS)
    def give_back(self, which: int, day: date) -> None:
        """The whole of a deal that was not given back yet."""
        sold = self.sales[which % len(self.sales)]
        if sold.id not in {deal.returns for deal in self.deals}:
            self.deals.append(_reversed(sold, max(day, sold.date)))

    @precondition(lambda self: self.sales)
    @rule(which=st.integers(0, 100), day=DAYS)
    def ask_for_money(self, which: int, day: date) -> None:
        """An invoice of the whole of a deal."""
        sold = self.sales[which % len(self.sales)]
        number = f"i{len(self.invoices)}"
        self.invoices.append(Invoice(id=number, deal=sold.id, date=day, amount=sold.amount))

    @precondition(lambda self: self.sales)
    @rule(which=st.integers(0, 100), day=DAYS)
    def receive_money(self, which: int, day: date) -> None:
        """A payment of the whole of a deal."""
        sold = self.sales[which % len(self.sales)]
        number = f"p{len(self.payments)}"
        self.payments.append(Payment(id=number, deal=sold.id, date=day, amount=sold.amount))

    @rule(
        who=st.sampled_from(PEOPLE),
        minor=st.integers(-(10**5), 10**5),
        which=st.integers(0, PERIODS - 1),
    )
    def adjust(self, who: str, minor: int, which: int) -> None:
        """A change by hand of any period."""
        period = self.bounds[which].period
        self.adjustments.append(
            Adjustment(
                id=f"a{len(self.adjustments)}",
                person=who,
                period=period,
                amount=Money.from_minor(minor, "PHP"),
                reason="agreed",
                author="hr",
                date=period.last_day,
            )
        )

    @rule(rate=st.integers(0, 60).map(lambda number: Fraction(number, 60)))
    def change_rate(self, rate: Fraction) -> None:
        """Another flat rate in every period of the year, those closed included."""
        self.bounds = tuple(_with_rate(bound, rate) for bound in self.bounds)

    @precondition(lambda self: len(self.closed) < PERIODS)
    @rule()
    def close(self) -> None:
        """The next period is paid with what is known, and nothing is lost or paid twice."""
        bounds = self.bounds[: len(self.closed) + 1]
        known = self.facts
        self.runs.append((bounds, known))
        self.closed.append(evaluate_through(bounds, known, paid=self.closed, trace=False))
        fresh = fresh_chain(bounds, known)
        for person in unfaulted([*self.closed, *fresh]):
            assert _paid_and_open(fresh, person) == _paid_and_open(self.closed, person)

    @precondition(lambda self: self.closed)
    @rule()
    def reopen(self) -> None:
        """The period that was closed last is open again, as if it had not been paid."""
        self.closed.pop()
        self.runs.pop()

    @invariant()
    def what_is_not_paid_passes_on(self) -> None:
        """A sum that waits, or is owed, opens the next statement with what closed the last."""
        for before, after in pairwise(self.closed):
            for person in unfaulted([before, after]):
                account = before.account(person)
                for term in ("negative", "least_payment"):
                    opening = account.balance(term) if account else Money.zero("PHP")
                    assert opening == _opening(after.statement(person), term)

    def teardown(self) -> None:
        """Every closed period comes out the same when its run is repeated as it was."""
        for number, (bounds, known) in enumerate(self.runs):
            paid = self.closed[:number]
            again = evaluate_through(bounds, known, paid=paid, trace=False)
            assert self.closed[number] == again

    @property
    def sales(self) -> list[Deal]:
        """The deals that can be given back, invoiced and paid for."""
        return [deal for deal in self.deals if deal.kind is DealKind.SALE]


def _by_hand(bound: BoundPlan) -> BoundPlan:
    """The same, where deals count for whoever made them: nothing is assigned in this year."""
    payees: list[Payee] = []
    for payee in bound.payees:
        crediting = attrs.evolve(payee.plan.crediting, by_attribute=None)
        payees.append(attrs.evolve(payee, plan=attrs.evolve(payee.plan, crediting=crediting)))
    return attrs.evolve(bound, payees=tuple(payees))


def _with_rate(bound: BoundPlan, rate: Fraction) -> BoundPlan:
    """The same, with another rate in every commission that has one for everything."""
    payees = [attrs.evolve(payee, plan=_rated(payee.plan, rate)) for payee in bound.payees]
    return attrs.evolve(bound, payees=tuple(payees))


def _rated(plan: Plan, rate: Fraction) -> Plan:
    def changed(part: Any) -> Any:
        if isinstance(part, Commission) and part.rate is not None:
            return attrs.evolve(part, rate=rate)
        return part

    return attrs.evolve(plan, components=tuple(map(changed, plan.components)))


def _reversed(sold: Deal, day: date) -> Deal:
    """The return of a whole deal."""
    return attrs.evolve(
        sold,
        id=f"{sold.id}-back",
        date=day,
        amount=-sold.amount,
        cost=None if sold.cost is None else -sold.cost,
        list_amount=None if sold.list_amount is None else -sold.list_amount,
        kind=DealKind.RETURN,
        returns=sold.id,
    )


def _paid_and_open(outcomes: list[Outcome] | tuple[Outcome, ...], person: str) -> Money:
    """What was paid in all, and is still to be paid, less what is owed."""
    account = outcomes[-1].account(person)
    assert account is not None
    totals = Money.sum((outcome.statement(person).total for outcome in outcomes), "PHP")
    return totals + account.balance("least_payment") - account.balance("negative")


def _opening(statement: Statement, term: str) -> Money:
    found = (balance.opening for balance in statement.balances if balance.term == term)
    return next(found, Money.zero("PHP"))


TestPayYear = PayYear.TestCase
TestPayYear.settings = settings(
    max_examples=max(settings().max_examples // 5, 1), stateful_step_count=20
)
