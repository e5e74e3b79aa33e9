"""Holdbacks: what is kept back, and what lets it go."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from accountkit.plans.conditions import Gate
from accountkit.plans.holdbacks import Holdback, Release
from accountkit.plans.payments import Instalment, Payment
from accountkit.plans.plan import Plan
from accountkit.settlement import Account, Statement
from accountkit.testing.pay import a_bonus, a_plan
from accountkit.values.money import Money

Months = Callable[..., list[Statement]]
Totals = Callable[..., list[str]]
Moves = Callable[[Statement], list[str]]
Settled = list[tuple[Statement, Account]]

GATE = Gate(attainment_of="sales", at_least=Fraction(1))


def holding(release: Release, share: str = "1/10", **options: Any) -> Plan:
    """A plan that holds a tenth back."""
    held = Holdback(id="held", clause="bonus", share=Fraction(share), release=release, **options)
    return a_plan(a_bonus("PHP 1"), holdbacks=(held,))


def answers(*attained: int) -> Callable[[Gate], bool]:
    """A gate that is asked once for each attainment, in percent."""
    left = iter(attained)
    return lambda gate: gate.passes(Fraction(next(left), 100))


def test_a_share_is_kept_and_released_in_the_next_period(months: Months, moves: Moves) -> None:
    """A tenth of 1,000 is kept; in the next month it comes on top of 1,800 of 2,000."""
    made = months(holding(Release(after_periods=1)), "1000", "2000")

    assert ["900.00", "1900.00"] == [str(one.total.amount) for one in made]
    assert ["held held -200.00 200.00", "released held 100.00 -100.00"] == moves(made[1])
    assert "200.00" == str(made[1].balances[0].closing.amount)


def test_it_waits_as_many_periods_as_are_said(totals: Totals) -> None:
    """After two periods: January's tenth is paid in March."""
    assert ["90.00", "0.00", "10.00"] == totals(holding(Release(after_periods=2)), "100", "0", "0")


def test_it_waits_for_its_gate(totals: Totals) -> None:
    """Missed in February and passed in March, when February's tenth is ripe, too."""
    plan = holding(Release(after_periods=1, gate=GATE))
    assert ["90.00", "180.00", "30.00"] == totals(plan, "100", "200", "0", passes=answers(99, 100))


def test_what_the_gate_never_lets_go_is_forfeited_if_the_plan_says_so(
    months: Months, moves: Moves
) -> None:
    """After two periods at the latest: February may still release it, March forfeits it."""
    plan = holding(Release(after_periods=1, gate=GATE, forfeited_after_periods=2))
    made = months(plan, "100", "0", "0", passes=answers(99, 50))

    assert ["90.00", "0.00", "0.00"] == [str(one.total.amount) for one in made]
    assert ["forfeited held 0.00 -10.00"] == moves(made[2])


def test_the_last_period_before_forfeit_still_releases(totals: Totals) -> None:
    """In the second period the gate is passed: it is paid and not forfeited."""
    plan = holding(Release(after_periods=1, gate=GATE, forfeited_after_periods=2))
    assert ["90.00", "0.00", "10.00"] == totals(plan, "100", "0", "0", passes=answers(99, 100))


def test_the_gate_is_not_asked_while_nothing_is_ripe(totals: Totals) -> None:
    """In the first month there is nothing to release; no answer is needed."""
    assert ["90.00"] == totals(holding(Release(gate=GATE)), "100", passes=answers())


def test_nothing_is_held_of_a_line_below_zero(months: Months) -> None:
    """A tenth of 100 is kept, whatever the other component gave back."""
    plan = a_plan(
        a_bonus("PHP 1"),
        a_bonus("PHP 1", id="spiff"),
        holdbacks=(Holdback(id="held", clause="bonus", share=Fraction(1, 10), release=Release()),),
    )
    (made,) = months(plan, {"bonus": "100", "spiff": "-40"})
    assert "50.00" == str(made.total.amount)


def test_a_share_is_rounded_as_the_plan_rounds(totals: Totals) -> None:
    """A third of 100 is 33.33."""
    assert ["66.67", "33.33"] == totals(holding(Release(), "1/3"), "100", "0")


def test_what_payment_terms_keep_is_not_held_as_well(months: Months, moves: Moves) -> None:
    """40% of 1,000 is paid at once, and a tenth of that is held; the rest is paid without."""
    parts = (
        Instalment(after_months=0, share=Fraction(2, 5)),
        Instalment(after_months=1, share=Fraction(3, 5)),
    )
    plan = a_plan(
        a_bonus("PHP 1", payment=Payment(instalments=parts)),
        holdbacks=(
            Holdback(
                id="held", clause="bonus", share=Fraction(1, 10), release=Release(after_periods=9)
            ),
        ),
    )
    made = months(plan, "1000", "0")

    assert ["360.00", "600.00"] == [str(one.total.amount) for one in made]
    assert [
        "deferred bonus -1000.00 1000.00",
        "released bonus 400.00 -400.00",
        "held held -40.00 40.00",
    ] == moves(made[0])


def test_what_an_earlier_plan_held_stays_visible(
    settle_months: Callable[..., Settled],
) -> None:
    """The next plan has no such term: the balance stays as it is, and nothing is paid of it."""
    ((_, account),) = settle_months(holding(Release()), "100")
    ((statement, after),) = settle_months(a_plan(a_bonus("PHP 1")), "50", opening=account, start=2)

    assert "50.00" == str(statement.total.amount)
    assert {"held": Money.parse("PHP 10.00")} == after.balances
    assert ((1, Money.parse("PHP 10.00")),) == tuple((one.age, one.amount) for one in after.held)
