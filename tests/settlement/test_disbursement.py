"""Disbursement: results below zero, and sums too small to be paid."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from accountkit.facts.adjustments import Adjustment
from accountkit.facts.known import Facts
from accountkit.plans.plan import NegativeResult, Plan
from accountkit.settlement import Account, Statement
from accountkit.testing.pay import a_bonus, a_plan
from accountkit.values.money import Money
from accountkit.values.periods import Period

Months = Callable[..., list[Statement]]
Totals = Callable[..., list[str]]
Moves = Callable[[Statement], list[str]]


def disbursing(negative: NegativeResult | None = None, least: str | None = None) -> Plan:
    """A plan that says what becomes of results that are too small."""
    return a_plan(
        a_bonus("PHP 1"),
        negative=negative,
        least_payment=None if least is None else Money.parse(f"PHP {least}"),
    )


@pytest.mark.parametrize(
    "rule, expected",
    [
        (NegativeResult.CARRY, ["0.00", "0.00", "70.00"]),
        (NegativeResult.PAY_BACK, ["-50.00", "20.00", "100.00"]),
        (NegativeResult.FORGIVE, ["0.00", "20.00", "100.00"]),
    ],
)
def test_what_becomes_of_a_result_below_zero(
    totals: Totals, rule: NegativeResult, expected: list[str]
) -> None:
    """-50, 20, 100: carried it takes 20 and then 30; else it is paid back, or forgotten."""
    assert expected == totals(disbursing(rule), "-50", "20", "100")


def test_carrying_is_a_balance(months: Months, moves: Moves) -> None:
    """-50 are lifted to nothing and owed; of 20 all is taken, and 30 stay owed."""
    made = months(disbursing(NegativeResult.CARRY), "-50", "20")

    assert ["carried_over negative 50.00 50.00"] == moves(made[0])
    assert ["offset negative -20.00 -20.00"] == moves(made[1])
    assert ["50.00", "30.00"] == [str(one.balances[0].closing.amount) for one in made]


def test_two_results_below_zero_add_up(months: Months) -> None:
    """-50 and -25 are 75."""
    made = months(disbursing(NegativeResult.CARRY), "-50", "-25")
    assert "75.00" == str(made[1].balances[0].closing.amount)


def test_forgiving_leaves_no_balance(months: Months, moves: Moves) -> None:
    """It is waived."""
    (made,) = months(disbursing(NegativeResult.FORGIVE), "-50")
    assert ["waived negative 50.00 0.00"] == moves(made)
    assert () == made.balances


def test_a_sum_too_small_waits_for_the_next_period(months: Months, moves: Moves) -> None:
    """Of 100: 60 wait; with 30 they are 90 and wait; with 10 more they are paid."""
    made = months(disbursing(least="100"), "60", "30", "10")

    assert ["0.00", "0.00", "100.00"] == [str(one.total.amount) for one in made]
    assert ["paid_later least_payment 60.00 -60.00", "postponed least_payment -90.00 90.00"] == (
        moves(made[1])
    )


def test_nothing_earned_is_not_postponed(months: Months) -> None:
    """A total of zero is paid as zero."""
    (made,) = months(disbursing(least="100"), "0")
    assert () == made.movements


def test_what_waits_is_paid_when_the_plan_has_no_least_any_more(
    settle_months: Callable[..., list[tuple[Statement, Account]]], totals: Totals
) -> None:
    """60 wait, and the next plan pays every sum."""
    ((_, account),) = settle_months(disbursing(least="100"), "60")
    assert ["60.00"] == totals(disbursing(), "0", opening=account, start=2)


def test_what_is_owed_comes_before_what_is_too_small(months: Months, moves: Moves) -> None:
    """50 owed, 120 earned: 70 remain, which is below 100."""
    made = months(disbursing(NegativeResult.CARRY, "100"), "-50", "120")

    assert ["offset negative -50.00 -50.00", "postponed least_payment -70.00 70.00"] == moves(
        made[1]
    )


def test_an_adjustment_counts_before_it_is_seen_what_is_left(totals: Totals) -> None:
    """-50 and an adjustment of 80 are 30: nothing is carried."""
    adjustment = Adjustment(
        id="a1",
        person="ana",
        period=Period.month(2026, 1),
        amount=Money.parse("PHP 80.00"),
        reason="agreed",
        author="ben",
        date=date(2026, 2, 1),
    )
    plan = disbursing(NegativeResult.CARRY)
    assert ["30.00", "10.00"] == totals(plan, "-50", "10", facts=Facts(adjustments=[adjustment]))


def test_closed_periods_settle_from_what_was_paid_last(totals: Totals) -> None:
    """Reckoned anew nothing is owed, but when it was paid 40 were: they are taken from 100."""
    paid = Account(person="ana", currency="PHP", balances={"negative": Money.parse("PHP 40.00")})
    fresh = Account(
        person="ana",
        currency="PHP",
        balances={"least_payment": Money.parse("PHP 7.00"), "draw": Money.parse("PHP 5.00")},
    )
    plan = disbursing(NegativeResult.CARRY)

    assert ["60.00"] == totals(plan, "100", opening=fresh, paid_opening=paid)
    assert ["107.00"] == totals(plan, "100", opening=fresh)
