"""Guarantees and minimum pay: what is added where there is too little."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from accountkit.plans.bound import AwayDays
from accountkit.plans.draws import Draw, Recovery
from accountkit.plans.faults import Missing
from accountkit.plans.guarantees import Guarantee, MinimumPay, While
from accountkit.plans.plan import NegativeResult, Plan
from accountkit.settlement import Statement
from accountkit.testing.pay import a_bonus, a_plan
from accountkit.values.money import Money
from accountkit.values.periods import Period

Months = Callable[..., list[Statement]]
Totals = Callable[..., list[str]]
Moves = Callable[[Statement], list[str]]


def guaranteeing(amount: str | None, holds: While = While.ALWAYS, **options: Any) -> Plan:
    """A plan with a guarantee."""
    term = Guarantee(
        id="guarantee",
        clause="bonus",
        amount=None if amount is None else Money.parse(f"PHP {amount}"),
        holds=holds,
        **options,
    )
    return a_plan(a_bonus("PHP 1"), guarantees=(term,))


def away(*days: str, kind: str = "leave") -> dict[str, Any]:
    """A payee who was absent on these days."""
    return {"absences": tuple(AwayDays(kind=kind, days=Period.parse(text)) for text in days)}


def test_what_lacks_is_added_and_never_owed(months: Months, moves: Moves) -> None:
    """400 are lifted to 1,000; the next month's 1,500 are paid whole."""
    made = months(guaranteeing("1000"), "400", "1500")

    assert ["1000.00", "1500.00"] == [str(one.total.amount) for one in made]
    assert ["guaranteed guarantee 600.00 0.00"] == moves(made[0])
    assert () == made[1].movements


def test_a_result_below_zero_is_lifted_all_the_way(totals: Totals) -> None:
    """-200 and a guarantee of 1,000 are 1,000."""
    assert ["1000.00"] == totals(guaranteeing("1000"), "-200")


def test_it_holds_in_the_first_months_of_tenure(totals: Totals) -> None:
    """Two months from 15 January: on 28 February one is whole, on 31 March two are."""
    plan = guaranteeing("1000", While.TENURE, tenure_months=2)
    since = {"since": date(2026, 1, 15)}

    assert ["1000.00", "1000.00", "300.00"] == totals(plan, "100", "200", "300", payee=since)


def test_during_absence_it_holds_for_the_days_of_absence(totals: Totals) -> None:
    """14 of the 28 days of February are half of 1,000; sickness is no leave."""
    plan = guaranteeing("1000", While.ABSENCE, absence_kinds=("leave",))

    assert ["500.00"] == totals(plan, "0", start=2, payee=away("2026-02-15..2026-03-10"))
    assert ["0.00"] == totals(plan, "0", start=2, payee=away("2026-02", kind="sickness"))
    assert ["0.00"] == totals(plan, "0", start=2, payee=away("2026-01"))


def test_a_day_of_absence_counts_once(totals: Totals) -> None:
    """Two entries that overlap on 7 days are 14 days together."""
    plan = guaranteeing("1000", While.ABSENCE, absence_kinds=("leave",))
    both = away("2026-02-01..2026-02-10", "2026-02-04..2026-02-14")

    assert ["500.00"] == totals(plan, "0", start=2, payee=both)


def test_a_share_of_the_average_earned_before(totals: Totals) -> None:
    """75% of the mean of the last six months: 600, 700, 800, 900, 1,000, 1,100 are 850, so 637.50.

    Source:
        growthbusinesstemplates.com, quota relief; the figures are ours.
    """
    plan = guaranteeing(
        None,
        While.ABSENCE,
        absence_kinds=("leave",),
        share_of_average=Fraction(3, 4),
        average_periods=6,
    )
    earned = ("9999", "600", "700", "800", "900", "1000", "1100", "0")

    assert "637.50" == totals(plan, *earned, payee=away("2026-08"))[-1]


def test_the_average_is_of_what_was_earned_and_not_of_what_was_paid(totals: Totals) -> None:
    """100 in January were lifted to nothing more: half of the mean of 100 and 50 is 37.50.

    January has nothing before it, and there is no absence, so nothing is asked.
    """
    plan = guaranteeing(
        None,
        While.ABSENCE,
        absence_kinds=("leave",),
        share_of_average=Fraction(1, 2),
        average_periods=12,
    )
    assert ["100.00", "50.00", "37.50"] == totals(plan, "100", "50", "0", payee=away("2026-03"))


def test_without_an_earlier_period_there_is_no_average(totals: Totals) -> None:
    """It is a fault and not a guarantee of nothing."""
    plan = guaranteeing(None, share_of_average=Fraction(1, 2), average_periods=3)
    with pytest.raises(Missing) as missing:
        totals(plan, "100")
    assert ("guarantee guarantee of ana", "has no earlier period to average") == (
        missing.value.subject,
        missing.value.problem,
    )


def test_minimum_pay_comes_after_draws_on_a_line_of_its_own(months: Months, moves: Moves) -> None:
    """100 are drawn up to 500, and topped up to 800; only the draw is owed."""
    draw = Draw(
        id="draw",
        clause="bonus",
        amount=Money.parse("PHP 500.00"),
        is_recoverable=True,
        recovery=Recovery(),
    )
    plan = a_plan(
        a_bonus("PHP 1"),
        draws=(draw,),
        minimum_pay=MinimumPay(clause="bonus", amount=Money.parse("PHP 800.00")),
    )
    (made,) = months(plan, "100")

    assert "800.00" == str(made.total.amount)
    assert ["advanced draw 400.00 400.00", "topped_up minimum_pay 300.00 0.00"] == moves(made)


def test_at_the_minimum_nothing_is_added(months: Months) -> None:
    """800 and a minimum of 800."""
    least = MinimumPay(clause="bonus", amount=Money.parse("PHP 800.00"))
    (made,) = months(a_plan(a_bonus("PHP 1"), minimum_pay=least), "800")

    assert () == made.movements


def test_a_personal_minimum_is_a_parameter(totals: Totals) -> None:
    """A parameter with more digits than the currency is rounded as the plan rounds."""
    plan = a_plan(
        a_bonus("PHP 1"),
        minimum_pay=MinimumPay(clause="bonus", amount_from="least"),
        negative=NegativeResult.CARRY,
    )
    assert ["66.67"] == totals(plan, "-1", payee={"parameters": {"least": Fraction(200, 3)}})
