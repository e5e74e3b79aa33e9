"""Laws of settlement (design 5.7 to 5.9 and 5.15) over drawn months of one person."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from accountkit.facts.deals import Deal, DealKind
from accountkit.facts.invoices import Payment as Received
from accountkit.facts.known import Facts
from accountkit.plans.caps import Cap, Excess
from accountkit.plans.draws import Draw, Recovery
from accountkit.plans.faults import Fault
from accountkit.plans.guarantees import Guarantee, MinimumPay, While
from accountkit.plans.holdbacks import Holdback, Release
from accountkit.plans.measures import Event
from accountkit.plans.payments import Condition, Instalment, Payment
from accountkit.plans.plan import NegativeResult, Plan
from accountkit.plans.returns import ReturnRule, Returns
from accountkit.settlement import (
    Account,
    Attainment,
    DealPart,
    Earned,
    MovementKind,
    Settling,
    Statement,
    settle,
)
from accountkit.settlement.releases import payments_of
from accountkit.settlement.replay import replay
from accountkit.testing.pay import a_bound_plan, a_commission, a_ladder, a_plan, roundings
from accountkit.values.calendars import PeriodKind
from accountkit.values.money import Amount, Money
from accountkit.values.periods import Period

MONTHS = tuple(Period.month(2026, month) for month in range(1, 7))
"""The months that are settled."""


def _php(minor: int) -> Money:
    return Money.from_minor(minor, "PHP")


sums = st.integers(0, 300_00).map(_php)
shares = st.sampled_from(
    [Fraction(0), Fraction(1, 10), Fraction(1, 3), Fraction(1, 2), Fraction(1)]
)


@st.composite
def payments(draw: st.DrawFn) -> Payment | None:
    """Payment terms of each kind, or none."""
    match draw(st.sampled_from(["none", "cash", "thirds", "years"])):
        case "cash":
            return Payment(at=Event.CASH, safety_days=draw(st.integers(0, 10)))
        case "none":
            return None
        case kind:
            months = (0, 1, 2) if kind == "thirds" else (0, 12, 24)
            condition = draw(st.sampled_from(Condition))
            return Payment(
                instalments=tuple(
                    Instalment(after_months=n, share=Fraction(1, 3), condition=condition)
                    for n in months
                )
            )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Plans with any of the terms that settle pay, and a rule for what is below zero."""
    ladder = a_ladder("sliced", "0 10%")
    parts = [
        a_commission(ladder, "amount", id=name, clause="c", payment=draw(payments()))
        for name in ("first", "second")
    ]
    fields: dict[str, Any] = {
        "negative": draw(st.sampled_from(NegativeResult)),
        "rounding": draw(roundings()),
        "least_payment": draw(st.none() | sums),
        "returns": Returns(
            rule=ReturnRule.ORIGINAL_RATE,
            clause="c",
            attainment_falls=False,
            window_months=draw(st.sampled_from([None, 1, 3])),
        ),
    }
    maybe = st.booleans()
    if draw(maybe):
        within = draw(st.sampled_from([None, PeriodKind.QUARTER]))
        fields["caps"] = tuple(
            Cap(id=f"cap{n}", clause="c", amount=draw(sums), excess=excess, within=within)
            for n, excess in enumerate(draw(st.lists(st.sampled_from(Excess), max_size=2)))
        )
    if draw(maybe):
        release = Release(after_periods=draw(st.integers(1, 3)))
        fields["holdbacks"] = (
            Holdback(id="held", clause="c", share=draw(shares), release=release),
        )
    if draw(maybe):
        fields["guarantees"] = (
            Guarantee(id="least", clause="c", amount=draw(sums), holds=While.ALWAYS),
        )
    if draw(maybe):
        recovery = Recovery(share=draw(shares), most=draw(st.none() | sums))
        until = draw(st.none() | st.just(date(2026, 3, 31)))
        fields["draws"] = (
            Draw(
                id="draw",
                clause="c",
                amount=draw(sums),
                is_recoverable=True,
                recovery=recovery,
                until=until,
            ),
        )
    if draw(maybe):
        fields["minimum_pay"] = MinimumPay(clause="c", amount=draw(sums))
    return a_plan(*parts, **fields)


@attrs.frozen(kw_only=True)
class Year:
    """Half a year of one person: the plan, what each month earned, and what is known."""

    plan: Plan
    earned: tuple[tuple[Earned, ...], ...]
    facts: Facts

    def settle(self, *, trace: bool = True) -> list[tuple[Statement, Account]]:
        """Each month from the account that the one before closed with."""
        account = Account(person="ana", currency="PHP")
        found: list[tuple[Statement, Account]] = []
        for period, earned in zip(MONTHS, self.earned, strict=True):
            quarter = Period.quarter(2026, (period.start.month + 2) // 3)
            bound = a_bound_plan(
                {"ana": self.plan},
                period=period,
                label=str(period),
                frames={PeriodKind.QUARTER: quarter},
            )
            settling = Settling(
                payee=bound.payees[0],
                bound=bound,
                facts=self.facts,
                opening=account,
                paid_opening=None,
                passes=lambda _: True,
                attainment=_no_quota,
                trace=trace,
            )
            settled = settle(settling, earned, (), ())
            assert not isinstance(settled, Fault)
            statement, account = settled
            found.append((statement, account))
        return found


def _no_quota(_: str) -> Attainment | None:
    return None


@st.composite
def years(draw: st.DrawFn) -> Year:
    """Months with a deal or two each, some of which are given back or paid for, or both."""
    deals: list[Deal] = []
    received: list[Received] = []
    months: list[tuple[Earned, ...]] = []
    for number, period in enumerate(MONTHS):
        names = [f"d{number}{n}" for n in range(draw(st.integers(0, 2)))]
        sold = {name: _sold(draw, name, period) for name in names}
        for deal in sold.values():
            deals += [deal, *_given_back(draw, deal)]
            received += _received(draw, deal)
        months.append(tuple(_earned(draw, name, sold) for name in ("first", "second")))
    return Year(plan=draw(plans()), earned=tuple(months), facts=Facts(deals, payments=received))


def _sold(draw: st.DrawFn, name: str, period: Period) -> Deal:
    day = draw(st.dates(period.start, period.last_day))
    amount = _php(draw(st.integers(1, 1000_00)))
    return Deal(id=name, date=day, person="ana", amount=amount)


def _given_back(draw: st.DrawFn, deal: Deal) -> list[Deal]:
    left, found = deal.amount.minor, list[Deal]()
    for number in range(draw(st.sampled_from([0, 0, 1, 2]))):
        back = draw(st.integers(0, left))
        left -= back
        days = timedelta(days=draw(st.integers(0, 120)))
        found.append(
            Deal(
                id=f"{deal.id}r{number}",
                date=deal.date + days,
                person="ana",
                amount=_php(-back),
                kind=DealKind.RETURN,
                returns=deal.id,
            )
        )
    return found


def _received(draw: st.DrawFn, deal: Deal) -> list[Received]:
    return [
        Received(
            id=f"{deal.id}p{number}",
            deal=deal.id,
            date=deal.date + timedelta(days=draw(st.integers(0, 120))),
            amount=_php(draw(st.integers(0, deal.amount.minor))),
        )
        for number in range(draw(st.integers(0, 3)))
    ]


def _earned(draw: st.DrawFn, component: str, sold: Mapping[str, Deal]) -> Earned:
    exact = Fraction(draw(st.integers(-50_000, 500_000)), 700)
    return Earned(
        component=component,
        clause="c",
        exact=Amount(exact, "PHP"),
        parts=tuple(
            DealPart(
                deal=name,
                date=deal.date,
                amount=deal.amount.exact,
                weight=Fraction(draw(st.integers(1, 9))),
            )
            for name, deal in sold.items()
        ),
    )


@given(years())
def test_a_statement_is_the_sum_of_its_parts(year: Year) -> None:
    """Total = lines + what movements add; closing = opening + movements, from month to month."""
    before: Mapping[str, Money] = {}
    for statement, account in year.settle():
        pay = Money.sum((movement.pay for movement in statement.movements), "PHP")
        assert statement.earned + pay == statement.total
        for balance in statement.balances:
            assert before.get(balance.term, _php(0)) == balance.opening
            assert balance.opening + balance.movements == balance.closing
            assert balance.closing == account.balance(balance.term)
        assert {one.term for one in statement.balances} >= account.balances.keys()
        before = account.balances


@given(years())
def test_no_balance_but_what_is_pending_is_ever_below_zero(year: Year) -> None:
    """What is owed, held, carried or postponed is something or nothing."""
    for _, account in year.settle():
        for term, balance in account.balances.items():
            assert balance.minor > 0 or term in {"first", "second"}


@given(years())
def test_balances_are_what_the_account_lists(year: Year) -> None:
    """Of payment terms what is pending, deal by deal; of a holdback what it holds."""
    for _, account in year.settle():
        for component in ("first", "second"):
            pending = (one.pending for one in account.earnings if one.component == component)
            assert Money.sum(pending, "PHP") == account.balance(component)
        held = (one.amount for one in account.held)
        assert Money.sum(held, "PHP") == account.balance("held")


@given(years())
def test_never_more_is_released_than_was_earned_nor_taken_back_than_was_paid(year: Year) -> None:
    """Deal by deal, whatever is received or given back."""
    for _, account in year.settle():
        for one in account.earnings:
            if one.earned.minor >= 0:
                assert _php(0) <= one.paid <= one.earned
                assert _php(0) <= one.forfeited <= one.earned - one.paid
                assert _php(0) <= one.taken_back <= one.paid


@given(years())
def test_what_is_earned_under_payment_terms_is_released_forfeited_or_pending(year: Year) -> None:
    """Over all months, to the cent, where no cap cuts anything off."""
    settled = attrs.evolve(year, plan=attrs.evolve(year.plan, caps=())).settle()
    for component in payments_of(year.plan):
        lines = (statement.line(component).amount for statement, _ in settled)
        gone = (
            -movement.balance
            for statement, _ in settled
            for movement in statement.movements
            if movement.term == component and movement.kind is not MovementKind.DEFERRED
        )
        pending = settled[-1][1].balance(component)
        assert Money.sum(lines, "PHP") == Money.sum(gone, "PHP") + pending


@given(years())
def test_every_step_of_a_movement_replays(year: Year) -> None:
    """Replaying the trace's arithmetic gives its result."""
    for statement, _ in year.settle():
        for movement in statement.movements:
            for step in movement.steps:
                assert step.result == replay(step)


@given(years())
def test_a_trace_changes_no_figure(year: Year) -> None:
    """The same movements, without their steps."""
    traced = [
        tuple(attrs.evolve(movement, steps=()) for movement in statement.movements)
        for statement, _ in year.settle()
    ]
    assert traced == [statement.movements for statement, _ in year.settle(trace=False)]
