"""Draws: what is advanced, what is owed, and how it is repaid."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from accountkit.plans.draws import Draw, Recovery
from accountkit.plans.faults import Missing
from accountkit.plans.plan import Plan
from accountkit.settlement import Statement, StepKind
from accountkit.testing.pay import a_bonus, a_plan
from accountkit.values.money import Money

Months = Callable[..., list[Statement]]
Totals = Callable[..., list[str]]
Moves = Callable[[Statement], list[str]]


AT_ONCE = Recovery()
"""Everything above the draw is taken, from the first period on."""


def drawing(amount: str, recovery: Recovery | None = AT_ONCE, **options: Any) -> Plan:
    """A plan with a draw that is recovered, unless it says not."""
    fields: dict[str, Any] = {
        "id": "draw",
        "clause": "bonus",
        "amount": Money.parse(f"PHP {amount}"),
        "is_recoverable": recovery is not None,
        "recovery": recovery,
    }
    return a_plan(a_bonus("PHP 1"), draws=(Draw(**{**fields, **options}),))


def owed(statements: list[Statement]) -> list[str]:
    """What is owed at the end of each."""
    return [str(one.balances[0].closing.amount) if one.balances else "0.00" for one in statements]


def test_a_surplus_over_the_draw_is_paid_and_a_deficit_is_owed(months: Months) -> None:
    """Draw 3,000: of 5,000 all is paid; 2,000 is lifted to 3,000, and 1,000 is owed.

    Source:
        legalclarity.org, what is a recoverable draw.
    """
    made = months(drawing("3000"), "5000", "2000")

    assert ["5000.00", "3000.00"] == [str(one.total.amount) for one in made]
    assert ["0.00", "1000.00"] == owed(made)


def test_a_draw_is_repaid_out_of_what_is_above_it(months: Months) -> None:
    """Weekly draw of 1,000 with 400, 600, 1,200, 1,500, 1,400.

    Source:
        studypool.com 183314, whose third week is misprinted: of 1,200 only 200 are above the draw.
    """
    made = months(drawing("1000"), "400", "600", "1200", "1500", "1400")

    assert ["1000.00"] * 4 + ["1100.00"] == [str(one.total.amount) for one in made]
    assert ["600.00", "1000.00", "800.00", "300.00", "0.00"] == owed(made)


def test_recovery_may_start_later(months: Months, moves: Moves) -> None:
    """Draw 1,000 with 500, 700, 400 owes 500, 800, 1,400; from the fourth month on it is repaid.

    1,900 in the fourth month repay 900; 1,200 in the third would have been paid whole.

    Source:
        Oracle Incentive Compensation, example of draw and recovery.
    """
    plan = drawing("1000", Recovery(start=date(2026, 4, 1)), until=date(2026, 6, 30))
    made = months(plan, "500", "700", "400", "1900")

    assert ["1000.00"] * 4 == [str(one.total.amount) for one in made]
    assert ["500.00", "800.00", "1400.00", "500.00"] == owed(made)
    assert ["advanced draw 300.00 300.00"] == moves(made[1])
    assert ["1000.00", "1200.00"] == [str(one.total.amount) for one in months(plan, "500", "1200")]


def test_after_the_draw_has_ended_all_pay_is_above_it(months: Months) -> None:
    """1,400 are owed when it ends in March; 600 in April repay 600, and pay is nothing."""
    plan = drawing("1000", until=date(2026, 3, 31))
    made = months(plan, "500", "700", "400", "600")

    assert ["1000.00", "1000.00", "1000.00", "0.00"] == [str(one.total.amount) for one in made]
    assert "800.00" == owed(made)[-1]


def test_a_share_of_the_excess_is_taken_and_no_more_than_the_most(months: Months) -> None:
    """Half of 333.33 above the draw is 166.665, so 166.67; of 2,000 it would be 1,000, but 300."""
    recovery = Recovery(share=Fraction(1, 2), most=Money.parse("PHP 300.00"))
    made = months(drawing("1000", recovery), "0", "1333.33", "3000")

    assert ["1000.00", "1166.66", "2700.00"] == [str(one.total.amount) for one in made]
    assert ["1000.00", "833.33", "533.33"] == owed(made)


def test_a_draw_that_is_not_recoverable_owes_nothing(months: Months, moves: Moves) -> None:
    """3,200 are lifted to 5,000, and the next month's 6,000 are paid whole."""
    made = months(drawing("5000", None), "3200", "6000")

    assert ["5000.00", "6000.00"] == [str(one.total.amount) for one in made]
    assert ["advanced draw 1800.00 0.00"] == moves(made[0])
    assert () == made[0].balances


def test_a_draw_advances_no_more_than_itself(moves: Moves, months: Months) -> None:
    """A result of -200 gets the draw of 1,000, and is 800."""
    made = months(drawing("1000"), "-200")

    assert ["advanced draw 1000.00 1000.00"] == moves(made[0])
    assert "800.00" == str(made[0].total.amount)


def test_tenure_says_how_long_it_holds_when_it_is_repaid_and_when_it_is_forgiven(
    months: Months, moves: Moves
) -> None:
    """Since 1 January: it holds for two months, is repaid after two, and forgiven after four.

    On 31 January no month is whole, on 31 May four are.
    """
    recovery = Recovery(
        start_after_months=2, forgiven_after_months=4, most=Money.parse("PHP 100.00")
    )
    plan = drawing("1000", recovery, tenure_months=2)
    made = months(plan, "400", "1300", "1000", "1000", "1000", payee={"since": date(2026, 1, 1)})

    assert ["1000.00", "1300.00", "900.00", "900.00", "1000.00"] == [
        str(one.total.amount) for one in made
    ]
    assert ["forgiven draw 0.00 -400.00"] == moves(made[4])


def test_tenure_must_be_known_where_it_counts(totals: Totals) -> None:
    """Nobody said since when Ana is there: a fault, and not a new-comer."""
    with pytest.raises(Missing) as missing:
        totals(drawing("1000", tenure_months=2), "400")
    assert (
        "draw draw of ana",
        "counts months of tenure, and its first day is missing",
    ) == (missing.value.subject, missing.value.problem)


def test_a_personal_draw_is_a_parameter(totals: Totals) -> None:
    """Ana's is 750; without a value it is a fault."""
    draw = Draw(
        id="draw", clause="bonus", amount_from="draw", is_recoverable=True, recovery=AT_ONCE
    )
    plan = a_plan(a_bonus("PHP 1"), draws=(draw,))
    assert ["750.00"] == totals(plan, "0", payee={"parameters": {"draw": Fraction(750)}})
    with pytest.raises(Missing, match="parameter draw of ana"):
        totals(plan, "0")


def test_the_trace_tells_what_was_above_the_draw_and_what_was_taken(months: Months) -> None:
    """1,500 against a draw of 1,000: 500 above it; 400 are owed."""
    made = months(drawing("1000"), "600", "1500")

    steps = made[1].movements[0].steps
    assert [StepKind.LIMIT, StepKind.SHARED, StepKind.CAP] == [step.kind for step in steps]
    assert ["PHP -500.00", "PHP 500.00", "PHP 400.00"] == [str(step.result) for step in steps]
    assert () == months(drawing("1000"), "600", trace=False)[0].movements[0].steps
