"""Caps: what is cut off, what is lost, and what is carried until there is room."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from accountkit.plans.caps import Cap, Excess
from accountkit.plans.holdbacks import Holdback, Release
from accountkit.plans.plan import Plan
from accountkit.settlement import Account, Statement
from accountkit.testing.pay import a_bonus, a_plan
from accountkit.values.calendars import PeriodKind
from accountkit.values.money import Money
from accountkit.values.periods import Period
from accountkit.values.ratios import parse_ratio

Months = Callable[..., list[Statement]]
Totals = Callable[..., list[str]]
Moves = Callable[[Statement], list[str]]


def a_cap(amount: str, excess: Excess = Excess.LOST, **options: Any) -> Cap:
    """A cap on everything in a period, whose excess is lost."""
    fields: dict[str, Any] = {
        "id": "cap",
        "clause": "bonus",
        "amount": Money.parse(f"PHP {amount}"),
        "excess": excess,
    }
    return Cap(**{**fields, **options})


def capped(*caps: Cap, **options: Any) -> Plan:
    """A plan of two components under caps."""
    return a_plan(a_bonus("PHP 1"), a_bonus("PHP 1", id="spiff"), caps=caps, **options)


def quarters(period: Period) -> Mapping[PeriodKind, Period]:
    """The quarter that a month lies in."""
    return {PeriodKind.QUARTER: Period.quarter(period.start.year, (period.start.month + 2) // 3)}


def test_what_is_above_the_cap_is_lost(months: Months, moves: Moves) -> None:
    """1,200 under a cap of 1,000: 200 are cut off and nothing is open."""
    (made,) = months(capped(a_cap("1000")), "1200")

    assert "1000.00" == str(made.total.amount)
    assert ["capped cap -200.00 0.00"] == moves(made)
    assert () == made.balances


def test_at_the_cap_nothing_is_cut(months: Months) -> None:
    """1,000 under a cap of 1,000."""
    (made,) = months(capped(a_cap("1000")), "1000")

    assert () == made.movements


def test_excess_that_is_carried_is_paid_when_there_is_room(
    totals: Totals, moves: Moves, months: Months
) -> None:
    """1,500, 700 and 900 under 1,000: 500 are carried; 300 find room, then 100; 100 stay."""
    plan = capped(a_cap("1000", Excess.CARRIED))

    assert ["1000.00"] * 3 == totals(plan, "1500", "700", "900")
    made = months(plan, "1500", "700", "900")
    assert ["carried_in cap 300.00 -300.00"] == moves(made[1])
    assert ["500.00", "200.00", "100.00"] == [str(one.balances[0].closing.amount) for one in made]


def test_a_cap_over_a_quarter_counts_what_it_let_through(totals: Totals) -> None:
    """1,000 in the quarter: 600, 300 and 300 pay 600, 300 and 100; April starts anew."""
    plan = capped(a_cap("1000", within=PeriodKind.QUARTER))

    assert ["600.00", "300.00", "100.00", "300.00"] == totals(
        plan, "600", "300", "300", "300", frames=quarters
    )


def test_carried_excess_survives_the_quarter_and_uses_up_the_next(totals: Totals) -> None:
    """1,200 in March under 1,000: 200 are carried; April's 500 take them in, and May has 300."""
    plan = capped(a_cap("1000", Excess.CARRIED, within=PeriodKind.QUARTER))

    assert ["1000.00", "700.00", "300.00"] == totals(
        plan, "1200", "500", "400", frames=quarters, start=3
    )


def test_a_line_below_zero_takes_less_of_the_room(totals: Totals) -> None:
    """800, then 300 less 200: 900 of 1,000 are used up, and of 300 more 100 are let through."""
    plan = capped(a_cap("1000", within=PeriodKind.QUARTER))

    assert ["800.00", "100.00", "100.00"] == totals(
        plan, "800", {"bonus": "-200", "spiff": "300"}, "300", frames=quarters
    )


def test_a_cap_bounds_the_components_that_it_names(totals: Totals) -> None:
    """Only the spiff is capped."""
    plan = capped(a_cap("100", components=("spiff",)))

    assert ["1100.00"] == totals(plan, {"bonus": "1000", "spiff": "250"})


def test_a_second_cap_cuts_only_what_the_first_left(months: Months, moves: Moves) -> None:
    """1,000 and 500: the bonus is cut to 600; of 1,100 the second cap leaves 1,000."""
    plan = capped(a_cap("600", components=("bonus",), id="first"), a_cap("1000", id="second"))
    (made,) = months(plan, {"bonus": "1000", "spiff": "500"})

    assert ["capped first -400.00 0.00", "capped second -100.00 0.00"] == moves(made)
    assert "1000.00" == str(made.total.amount)


def test_excess_does_not_come_in_for_what_another_cap_cuts(totals: Totals) -> None:
    """1,300 in the quarter and 900 in a month: January's 1,000 are cut to 900, and 100 are carried.

    February's 900 leave no room in the month, though the quarter lets only 300 of them through.
    """
    plan = capped(
        a_cap("1300", id="first", within=PeriodKind.QUARTER),
        a_cap("900", Excess.CARRIED, id="second"),
    )
    assert ["900.00", "300.00"] == totals(plan, "1000", "900", frames=quarters)


def test_what_is_cut_is_taken_from_each_in_proportion(months: Months, moves: Moves) -> None:
    """600 and 300 under 300: 400 and 200 are cut, so a holdback on the spiff is 10% of 100."""
    spiff = Holdback(
        id="held",
        clause="bonus",
        share=parse_ratio("10%"),
        components=("spiff",),
        release=Release(after_periods=1),
    )
    (made,) = months(capped(a_cap("300"), holdbacks=(spiff,)), {"bonus": "600", "spiff": "300"})

    assert ["capped cap -600.00 0.00", "held held -10.00 10.00"] == moves(made)


def test_the_account_keeps_what_each_cap_let_through(
    settle_months: Callable[..., list[tuple[Statement, Account]]],
) -> None:
    """1,500 and then 700 with 300 carried in: 1,000 both times."""
    plan = capped(a_cap("1000", Excess.CARRIED))
    (_, first), (_, second) = settle_months(plan, "1500", "700")

    assert {"cap": Money.parse("PHP 1000.00")} == first.past[-1].capped
    assert {"cap": Money.parse("PHP 1000.00")} == second.past[-1].capped
    assert Money.parse("PHP 1500.00") == first.past[-1].earned
