"""Periods one after the other: what is carried, and what late facts and changed terms come to."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from accountkit.engine.pay import Carried, evaluate, evaluate_sequence, evaluate_through
from accountkit.errors import UsageError
from accountkit.facts.known import Facts
from accountkit.plans import BoundPlan, NegativeResult, Plan, Returns
from accountkit.plans.returns import ReturnRule
from accountkit.settlement.accounts import Account
from accountkit.settlement.statements import Difference, DifferenceReason, Outcome
from accountkit.testing.pay import (
    a_bound_plan,
    a_chain,
    a_commission,
    a_draw,
    a_ladder,
    a_plan,
    at_original_rate,
    some_facts,
)
from accountkit.values.calendars import PeriodKind
from accountkit.values.money import Money
from accountkit.values.periods import Period

FLAT = a_commission("10%")
MONTHLY = a_plan(FLAT, period=PeriodKind.MONTH, negative=NegativeResult.CARRY)


def months(*numbers: int, plan: Plan = MONTHLY) -> tuple[BoundPlan, ...]:
    """The plan of Ana in months of 2026."""
    labels = (str(Period.month(2026, number)) for number in numbers)
    return a_chain({"ana": plan}, *labels)


def totals(outcomes: list[Outcome]) -> list[str]:
    """What Ana is paid in each."""
    return [str(outcome.statement("ana").total.amount) for outcome in outcomes]


def sequence(bounds: tuple[BoundPlan, ...], facts: Facts, *paid: Outcome) -> list[Outcome]:
    """The outcome of each period, when some were paid already."""
    return list(evaluate_sequence(bounds, facts, paid={one.period: one for one in paid}))


# --- what is carried ------------------------------------------------------------------------------


def test_a_period_opens_with_what_the_one_before_closed_with() -> None:
    """A draw of 100 on 60 earned leaves 40 owed; of 130, 30 are recovered, and 10 are left."""
    plan = a_plan(FLAT, period=PeriodKind.MONTH, draws=(a_draw("PHP 100.00"),))
    facts = some_facts("ana 2026-01-15 600.00", "ana 2026-02-15 1300.00")
    first, second = sequence(months(1, 2, plan=plan), facts)
    assert ["100.00", "100.00"] == totals([first, second])
    account = second.account("ana")
    assert account is not None
    assert Money.parse("PHP 10.00") == account.balance("draw")


def test_one_period_alone_may_be_given_what_is_carried_to_it() -> None:
    """The same second month, with 40 owed."""
    plan = a_plan(FLAT, period=PeriodKind.MONTH, draws=(a_draw("PHP 100.00"),))
    owed = Account(person="ana", currency="PHP", balances={"draw": Money.parse("PHP 40.00")})
    (february,) = months(2, plan=plan)
    facts = some_facts("ana 2026-02-15 1300.00")
    outcome = evaluate(february, facts, carried=Carried(accounts={"ana": owed}))
    assert ["100.00"] == totals([outcome])
    (balance,) = outcome.statement("ana").balances
    assert ("PHP 40.00", "PHP -30.00", "PHP 10.00") == (
        str(balance.opening),
        str(balance.movements),
        str(balance.closing),
    )


def test_what_is_carried_of_somebody_outlasts_a_period_without_the_person() -> None:
    """Ana is in no plan in February; in March her 40 are still owed."""
    plan = a_plan(FLAT, period=PeriodKind.MONTH, draws=(a_draw("PHP 100.00"),))
    january, march = months(1, 3, plan=plan)
    february = a_bound_plan({"ben": plan}, period="2026-02")
    facts = some_facts("ana 2026-01-15 600.00", "ana 2026-03-15 1200.00")
    *_, last = sequence((january, february, march), facts)
    account = last.account("ana")
    assert account is not None
    assert Money.parse("PHP 20.00") == account.balance("draw")


# --- late facts -----------------------------------------------------------------------------------


def test_a_late_deal_is_paid_as_a_difference_once() -> None:
    """10 was paid for January; 50 more come in: 5 in February, and nothing of it in March."""
    january, february, march = months(1, 2, 3)
    known = some_facts("ana 2026-01-15 100.00")
    late = some_facts("ana 2026-01-15 100.00", "ana 2026-01-20 50.00", "ana 2026-03-15 70.00")
    paid_january = evaluate(january, known)
    paid_february = evaluate_through((january, february), late, paid=[paid_january])
    assert (
        Difference(
            period=Period.month(2026, 1),
            label="2026-01",
            item="commission",
            clause="commission",
            paid=Money.parse("PHP 10.00"),
            fresh=Money.parse("PHP 15.00"),
            amount=Money.parse("PHP 5.00"),
            reason=DifferenceReason.LATE_FACTS,
        ),
    ) == paid_february.statement("ana").differences
    last = evaluate_through((january, february, march), late, paid=[paid_january, paid_february])
    assert ["10.00", "5.00", "7.00"] == totals([paid_january, paid_february, last])
    assert () == last.statement("ana").differences


def test_without_anything_late_a_period_is_what_it_was() -> None:
    """The closed one is returned as it was paid, the open one has no differences."""
    bounds = months(1, 2)
    facts = some_facts("ana 2026-01-15 100.00", "ana 2026-02-15 200.00")
    paid = evaluate(bounds[0], facts)
    first, second = sequence(bounds, facts, paid)
    assert first is paid
    assert () == second.statement("ana").differences


def test_a_deal_that_turns_out_smaller_is_taken_from_the_open_period() -> None:
    """10 was paid, 4 is right; February's 20 less 6 is 14."""
    bounds = months(1, 2)
    paid = evaluate(bounds[0], some_facts("ana 2026-01-15 100.00"))
    right = some_facts("ana 2026-01-15 40.00", "ana 2026-02-15 200.00")
    assert ["14.00"] == totals([evaluate_through(bounds, right, paid=[paid])])


def test_a_late_deal_of_somebody_who_was_not_paid_then_is_paid_whole() -> None:
    """January had a fault of Ana's; its 10 are paid in February."""
    bounds = months(1, 2)
    wrong = some_facts("ana 2026-01-15 1.00", "ana 2026-01-16 100.00 currency=EUR")
    paid = evaluate(bounds[0], wrong)
    assert () == paid.statements
    right = some_facts("ana 2026-01-15 100.00")
    assert ["10.00"] == totals([evaluate_through(bounds, right, paid=[paid])])


# --- changed terms --------------------------------------------------------------------------------


def test_terms_that_changed_for_the_past_are_a_difference_with_that_reason() -> None:
    """12% instead of 10% of 100: 2 more."""
    old, new = months(1), months(1, 2, plan=a_plan(a_commission("12%"), period=PeriodKind.MONTH))
    facts = some_facts("ana 2026-01-15 100.00")
    (difference,) = (
        evaluate_through(new, facts, paid=[evaluate(old[0], facts)]).statement("ana").differences
    )
    assert (DifferenceReason.CHANGED_TERMS, Money.parse("PHP 2.00")) == (
        difference.reason,
        difference.amount,
    )


# --- returns that make a period be reckoned anew --------------------------------------------------

RE_RATED = a_plan(
    a_commission(a_ladder("whole", "0 5%", "1000 10%"), "amount"),
    period=PeriodKind.MONTH,
    returns=Returns(rule=ReturnRule.RE_RATING),
    negative=NegativeResult.PAY_BACK,
)


def test_a_re_rated_return_reckons_the_period_of_its_deal_anew() -> None:
    """1,000 at 10% paid 100; with 100 given back 900 at 5% are 45: February takes 55 back.

    At the rate of the deal itself it would be 10.
    """
    facts = some_facts("ana 2026-01-15 1000.00", "ana 2026-02-15 -100.00 returns=d1")
    first, second = sequence(months(1, 2, plan=RE_RATED), facts)
    assert ["100.00", "-55.00"] == totals([first, second])
    (difference,) = second.statement("ana").differences
    assert (Money.parse("PHP 100.00"), Money.parse("PHP 45.00")) == (
        difference.paid,
        difference.fresh,
    )


def test_a_re_rated_return_is_not_known_before_its_day() -> None:
    """In January it has not happened yet, however much is known by now."""
    facts = some_facts("ana 2026-01-15 1000.00", "ana 2026-02-15 -100.00 returns=d1")
    assert ["100.00"] == totals(sequence(months(1, plan=RE_RATED), facts))


def test_a_re_rated_return_of_the_same_period_is_no_difference() -> None:
    """900 at 5%, at once."""
    facts = some_facts("ana 2026-01-15 1000.00", "ana 2026-01-20 -100.00 returns=d1")
    (found,) = sequence(months(1, plan=RE_RATED), facts)
    assert ["45.00"] == totals([found])
    assert () == found.statement("ana").differences


def test_a_return_at_the_original_rate_takes_back_what_was_paid() -> None:
    """10% of 100, whatever January would come to now."""
    plan = a_plan(
        a_commission(a_ladder("whole", "0 5%", "1000 10%"), "amount"),
        period=PeriodKind.MONTH,
        returns=at_original_rate(),
        negative=NegativeResult.PAY_BACK,
    )
    facts = some_facts("ana 2026-01-15 1000.00", "ana 2026-02-15 -100.00 returns=d1")
    assert ["100.00", "-10.00"] == totals(sequence(months(1, 2, plan=plan), facts))


# --- wrong calls ----------------------------------------------------------------------------------


def test_periods_are_given_from_the_oldest_to_the_newest() -> None:
    """And none twice."""
    for numbers in ((2, 1), (1, 1)):
        with pytest.raises(UsageError, match="does not start after"):
            sequence(months(*numbers), some_facts())


def test_a_sequence_may_leave_periods_out() -> None:
    """January and March."""
    assert ["0.00", "0.00"] == totals(sequence(months(1, 3), some_facts()))


def test_a_paid_period_that_is_not_among_them_is_refused() -> None:
    """What was carried from it would be lost."""
    (january,) = months(1)
    paid = evaluate(january, some_facts())
    message = re.escape("paid period 2026-01: is not among the periods of the sequence")
    with pytest.raises(UsageError, match=message):
        evaluate_through(months(2), some_facts(), paid=[paid])


def test_no_period_at_all_is_refused() -> None:
    """There is no open one."""
    with pytest.raises(UsageError, match="periods: there is none"):
        evaluate_through((), some_facts())


def test_tracing_on_or_off_gives_the_same_figures() -> None:
    """Also of differences and balances."""
    facts = some_facts("ana 2026-01-15 1000.00", "ana 2026-02-15 -100.00 returns=d1")
    bounds = months(1, 2, plan=RE_RATED)
    traced = list(evaluate_sequence(bounds, facts))
    plain = list(evaluate_sequence(bounds, facts, trace=False))
    assert totals(traced) == totals(plain)
    assert traced[1].statement("ana").differences == plain[1].statement("ana").differences
    assert Fraction(100) == traced[0].statement("ana").lines[0].exact.value
