"""Rounding at the point that the plan names, the order of the terms, and adding up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from accountkit.facts.adjustments import Adjustment
from accountkit.facts.deals import Deal, DealKind
from accountkit.facts.known import Facts
from accountkit.plans.caps import Cap, Excess
from accountkit.plans.components import Accumulate
from accountkit.plans.draws import Draw, Recovery
from accountkit.plans.faults import Fault, Missing
from accountkit.plans.guarantees import Guarantee, MinimumPay, While
from accountkit.plans.holdbacks import Holdback, Release
from accountkit.plans.modifiers import Bound
from accountkit.plans.payments import Instalment, Payment
from accountkit.plans.plan import NegativeResult
from accountkit.plans.returns import ReturnRule, Returns
from accountkit.settlement.accounts import Account
from accountkit.settlement.balances import MovementKind
from accountkit.settlement.payout import DealPart, Earned, Settling, settle
from accountkit.settlement.statements import Difference, DifferenceReason, Statement
from accountkit.settlement.trace import Step, StepKind
from accountkit.testing.pay import (
    QUARTER,
    a_bonus,
    a_bound_plan,
    a_commission,
    a_ladder,
    a_plan,
)
from accountkit.values.money import Amount, Money, currency_digits
from accountkit.values.periods import Period
from accountkit.values.rounding import Rounding, RoundingMode, RoundingPoint

THIRD = "1/3"


def result(
    *exact: str,
    mode: RoundingMode = RoundingMode.HALF_UP,
    point: RoundingPoint = RoundingPoint.COMPONENT,
    currency: str = "PHP",
    trace: bool = True,
) -> Statement | Fault:
    """What Ana is paid who earned these exact amounts, line by line."""
    bonus = a_bonus(f"{currency} 1")
    plan = a_plan(bonus, currency=currency, rounding=Rounding(mode, point))
    bound = a_bound_plan({"ana": plan})
    earned = tuple(
        Earned(component=f"c{number}", clause="bonus", exact=Amount(Fraction(text), currency))
        for number, text in enumerate(exact, start=1)
    )
    settling = Settling(
        payee=bound.payees[0],
        bound=bound,
        facts=Facts(),
        opening=Account(person="ana", currency=currency),
        paid_opening=None,
        passes=lambda _: True,
        attainment=lambda _: None,
        trace=trace,
    )
    settled = settle(settling, earned, (), ())
    return settled if isinstance(settled, Fault) else settled[0]


def lines(*exact: str, **options: object) -> tuple[list[str], str]:
    """The amounts of the lines and the total."""
    made = result(*exact, **options)  # type: ignore[arg-type]  # options of result
    assert isinstance(made, Statement)
    return [str(line.amount.amount) for line in made.lines], str(made.total.amount)


def together(*exact: str, mode: RoundingMode = RoundingMode.HALF_UP) -> tuple[list[str], str]:
    """The same, rounded on the statement."""
    return lines(*exact, mode=mode, point=RoundingPoint.STATEMENT)


def test_each_component_is_rounded_by_itself() -> None:
    """Three thirds are 0.33 each and 0.99 together; the exact sum would be 1.00."""
    assert (["0.33", "0.33", "0.33"], "0.99") == lines(THIRD, THIRD, THIRD)


def test_rounded_on_the_statement_the_lines_add_up_to_the_rounded_sum() -> None:
    """Three thirds are 1.00; the centavo that is left goes to the first of equals."""
    assert (["0.34", "0.33", "0.33"], "1.00") == together(THIRD, THIRD, THIRD)


def test_the_largest_remainder_takes_what_is_left() -> None:
    """0.001, 0.008 and 0.006 are 0.015 together, so 0.02: the second and the third are raised."""
    assert (["0.00", "0.01", "0.01"], "0.02") == together("0.001", "0.008", "0.006")


def test_lines_below_zero_add_up_too() -> None:
    """2.005 less 1.001 is 1.004, so 1.00: 2.00 and -1.00."""
    assert (["2.00", "-1.00"], "1.00") == together("2.005", "-1.001")


def test_a_line_that_is_whole_is_never_raised() -> None:
    """5.00 stays 5.00 though it comes first; the centavo goes where a remainder is."""
    assert (["5.00", "0.01"], "5.01") == together("5", "0.005")


@pytest.mark.parametrize(
    "mode, expected",
    [
        (RoundingMode.HALF_UP, "0.13"),
        (RoundingMode.HALF_EVEN, "0.12"),
        (RoundingMode.DOWN, "0.12"),
        (RoundingMode.UP, "0.13"),
    ],
)
@pytest.mark.parametrize("point", [RoundingPoint.COMPONENT, RoundingPoint.STATEMENT])
def test_an_exact_half_goes_where_the_mode_says(
    mode: RoundingMode, expected: str, point: RoundingPoint
) -> None:
    """0.125 of one line: half a centavo, at either point."""
    assert ([expected], expected) == lines("0.125", mode=mode, point=point)


@pytest.mark.parametrize(
    "mode, line, total",
    [
        (RoundingMode.HALF_UP, "-0.13", "0.87"),
        (RoundingMode.HALF_EVEN, "-0.12", "0.88"),
        (RoundingMode.DOWN, "-0.12", "0.88"),
        (RoundingMode.UP, "-0.13", "0.87"),
    ],
)
def test_a_half_below_zero_mirrors_one_above(mode: RoundingMode, line: str, total: str) -> None:
    """Half up is away from zero: -0.125 is -0.13."""
    assert (["1.00", line], total) == lines("1", "-0.125", mode=mode)


@pytest.mark.parametrize(
    "mode, amounts, total",
    [
        (RoundingMode.UP, ["0.01", "0.01", "0.00"], "0.02"),
        (RoundingMode.DOWN, ["0.01", "0.00", "0.00"], "0.01"),
    ],
)
def test_the_mode_rounds_the_sum_and_not_the_lines(
    mode: RoundingMode, amounts: list[str], total: str
) -> None:
    """0.004 three times is 0.012: up it is 0.02 for all of them, not 0.01 for each."""
    assert (amounts, total) == together("0.004", "0.004", "0.004", mode=mode)


@pytest.mark.parametrize("currency, expected", [("JPY", "1"), ("PHP", "0.50"), ("KWD", "0.500")])
def test_the_currency_says_how_fine(currency: str, expected: str) -> None:
    """Half a yen is one yen; half a peso and half a dinar can be paid."""
    assert len(expected.partition(".")[2]) == currency_digits(currency)
    assert ([expected], expected) == lines("1/2", currency=currency)


def test_nothing_earned_is_a_total_of_zero() -> None:
    """At either rounding point."""
    assert ([], "0.00") == lines()
    assert ([], "0.00") == together()


def test_zero_is_paid_and_less_is_a_fault() -> None:
    """Lines that cancel are a statement; a centavo less than nothing is not."""
    assert (["1.00", "-1.00"], "0.00") == lines("1", "-1")

    fault = result("1", "-1.01")
    assert isinstance(fault, Fault)
    assert (
        "pay of ana for 2026-Q1: comes to PHP -0.01, less than nothing, and the plan does not say "
        "what follows; state negative: in the plan, or correct or complete the facts of the period"
    ) == fault.message
    assert ("ana", QUARTER, "plan", None) == (
        fault.person,
        fault.period,
        fault.plan,
        fault.component,
    )


def test_rounding_is_the_last_step_of_a_line() -> None:
    """It names the exact amount, the mode and the point."""
    made = result(THIRD, point=RoundingPoint.STATEMENT)
    assert isinstance(made, Statement)
    assert (
        Step(
            kind=StepKind.ROUNDING,
            subject="c1",
            result=Money.parse("PHP 0.33"),
            inputs={
                "exact": Amount(Fraction(1, 3), "PHP"),
                "mode": "half_up",
                "point": "statement",
            },
        ),
    ) == made.lines[0].steps


def test_without_tracing_there_is_no_step() -> None:
    """The amounts are the same."""
    made = result(THIRD, trace=False)
    assert isinstance(made, Statement)
    assert () == made.lines[0].steps
    assert Money.parse("PHP 0.33") == made.total


# --- each deal rounded ----------------------------------------------------------------------------

Months = Callable[..., list[Statement]]
Moves = Callable[[Statement], list[str]]
Settled = list[tuple[Statement, Account]]


def by_deal(*exact: str, **bounds: Bound) -> tuple[Any, tuple[Earned, ...]]:
    """A plan that rounds each deal, and what these deals came to."""
    ladder = a_ladder("whole", "0 1%")
    options: dict[str, Any] = {"accumulate": Accumulate.ALONE, **bounds}
    part = a_commission(ladder, "amount", id="bonus", clause="bonus", **options)
    plan = a_plan(part, rounding=Rounding(RoundingMode.HALF_UP, RoundingPoint.DEAL))
    deals = tuple(Fraction(text) for text in exact)
    item = Earned(
        component="bonus",
        clause="bonus",
        exact=Amount(sum(deals, Fraction(0)), "PHP"),
        by_deal=deals,
    )
    return plan, (item,)


def test_each_deal_is_rounded_by_itself(totals: Callable[..., list[str]]) -> None:
    """Three times 0.005 are 0.03, and not 0.02."""
    plan, earned = by_deal("0.005", "0.005", "0.005")
    assert ["0.03"] == totals(plan, earned)


def test_cap_and_floor_are_laid_on_the_sum_of_the_rounded_deals(
    totals: Callable[..., list[str]],
) -> None:
    """0.03 under a cap of 0.02, and 0.00 over a floor of 0.01."""
    plan, earned = by_deal("0.005", "0.005", "0.005", cap=Bound(amount=Money.parse("PHP 0.02")))
    assert ["0.02"] == totals(plan, earned)
    plan, earned = by_deal("0.004", "0.004", floor=Bound(amount=Money.parse("PHP 0.01")))
    assert ["0.01"] == totals(plan, earned)


def test_a_component_without_deals_is_rounded_as_a_whole(
    totals: Callable[..., list[str]],
) -> None:
    """So is one whose gate was not passed."""
    plan, _ = by_deal("1")
    assert ["0.01"] == totals(plan, "0.005")


# --- everything together --------------------------------------------------------------------------


def everything() -> Any:
    """A plan with every term that settles pay."""
    halves = Payment(
        instalments=(
            Instalment(after_months=0, share=Fraction(1, 2)),
            Instalment(after_months=1, share=Fraction(1, 2)),
        )
    )
    return a_plan(
        a_bonus("PHP 1"),
        a_bonus("PHP 1", id="later", payment=halves),
        caps=(
            Cap(
                id="cap",
                clause="bonus",
                amount=Money.parse("PHP 1000.00"),
                excess=Excess.CARRIED,
            ),
        ),
        returns=Returns(rule=ReturnRule.ORIGINAL_RATE, clause="bonus", attainment_falls=False),
        holdbacks=(Holdback(id="held", clause="bonus", share=Fraction(1, 10), release=Release()),),
        guarantees=(
            Guarantee(
                id="least",
                clause="bonus",
                amount=Money.parse("PHP 100.00"),
                holds=While.ALWAYS,
            ),
        ),
        draws=(
            Draw(
                id="draw",
                clause="bonus",
                amount=Money.parse("PHP 300.00"),
                is_recoverable=True,
                recovery=Recovery(),
            ),
        ),
        minimum_pay=MinimumPay(clause="bonus", amount=Money.parse("PHP 310.00")),
        negative=NegativeResult.CARRY,
        least_payment=Money.parse("PHP 400.00"),
    )


def returned(day: str) -> Facts:
    """Deal ``d`` of January, half of which is given back on a day."""
    sold = Deal(id="d", date=date(2026, 1, 5), person="ana", amount=Money.parse("PHP 500.00"))
    back = Deal(
        id="r",
        date=date.fromisoformat(day),
        person="ana",
        amount=Money.parse("PHP -250.00"),
        kind=DealKind.RETURN,
        returns="d",
    )
    return Facts([sold, back])


def test_the_terms_follow_each_other_in_the_order_of_the_plan(months: Months, moves: Moves) -> None:
    """1,300 and 200 in January; in February 40 and half of deal ``d`` comes back.

    January: 1,500 is 500 above the cap, cut 13 : 2, 433.33 and 66.67; 133.33 of the second are
    deferred and 66.67 of them released at once (the half of 133.33 that gets the odd centavo);
    of 866.67 + 66.67 a tenth is held, 93.33; 840.01 are paid.
    February: 500 of excess find room for 500 in 960; the second half releases 66.66; deal ``d``
    earned 866.67 of which half is 433.34 (433.335); 4.00 of 40 are held and 93.33 released.
    That is 40 + 500 + 66.66 - 433.34 - 4 + 93.33 = 262.65: the guarantee of 100 is met, the draw
    advances 37.35 to 300, minimum pay adds 10, and 310 are less than the least payment.
    """
    part = DealPart(deal="d", date=date(2026, 1, 5), amount=Amount(500, "PHP"), weight=Fraction(1))
    january = (
        Earned(component="bonus", clause="bonus", exact=Amount(1300, "PHP"), parts=(part,)),
        Earned(component="later", clause="bonus", exact=Amount(200, "PHP")),
    )
    first, second = months(
        everything(), january, {"bonus": "40", "later": "0"}, facts=returned("2026-02-03")
    )

    assert [
        "capped cap -500.00 500.00",
        "deferred later -133.33 133.33",
        "released later 66.67 -66.67",
        "held held -93.33 93.33",
    ] == moves(first)
    assert "840.01" == str(first.total.amount)
    assert [
        "carried_in cap 500.00 -500.00",
        "released later 66.66 -66.66",
        "taken_back returns d -433.34 0.00",
        "held held -4.00 4.00",
        "released held 93.33 -93.33",
        "advanced draw 37.35 37.35",
        "topped_up minimum_pay 10.00 0.00",
        "postponed least_payment -310.00 310.00",
    ] == moves(second)
    assert "0.00" == str(second.total.amount)
    assert ["0.00", "0.00", "4.00", "37.35", "310.00"] == [
        str(one.closing.amount) for one in second.balances
    ]


def test_the_figures_are_the_same_without_a_trace(months: Months, moves: Moves) -> None:
    """Every movement and every total."""
    rows = ("1500", "40", "700", "0")
    traced = months(everything(), *rows, facts=returned("2026-02-03"))
    plain = months(everything(), *rows, facts=returned("2026-02-03"), trace=False)

    assert [(one.total, moves(one)) for one in traced] == [(one.total, moves(one)) for one in plain]
    assert not any(movement.steps for one in plain for movement in one.movements)


def test_movements_are_in_the_order_in_which_a_period_is_settled(months: Months) -> None:
    """The order of the kinds, but that a holdback keeps before it lets go."""
    order = [kind for kind in MovementKind if kind is not MovementKind.RELEASED]
    for made in months(everything(), "1500", "40", "700", "0", facts=returned("2026-02-03")):
        kinds = [one.kind for one in made.movements if one.kind is not MovementKind.RELEASED]
        assert sorted(kinds, key=order.index) == kinds


# --- adjustments, differences and the account -----------------------------------------------------


def adjusted(amount: str, person: str = "ana", month: int = 1) -> Adjustment:
    """So much by hand."""
    return Adjustment(
        id=f"{person}-{month}",
        person=person,
        period=Period.month(2026, month),
        amount=Money.parse(amount),
        reason="agreed",
        author="ben",
        date=date(2026, 3, 1),
    )


def test_adjustments_of_the_person_in_the_period_are_paid(months: Months) -> None:
    """Not those of others, and not those of other periods."""
    facts = Facts(
        adjustments=[
            adjusted("PHP 5.00"),
            adjusted("PHP 7.00", "ben"),
            adjusted("PHP 9.00", month=2),
        ]
    )
    first, second = months(a_plan(a_bonus("PHP 1")), "100", "100", facts=facts)

    assert (["ana-1"], "105.00") == (
        [one.id for one in first.adjustments],
        str(first.total.amount),
    )
    assert "109.00" == str(second.total.amount)


def test_an_adjustment_in_another_currency_is_a_fault(months: Months) -> None:
    """Nobody says at which rate."""
    with pytest.raises(Missing) as missing:
        months(a_plan(a_bonus("PHP 1")), "100", facts=Facts(adjustments=[adjusted("USD 5.00")]))
    assert ("adjustment ana-1", "is in USD, and plan plan counts in PHP", "state it in PHP") == (
        missing.value.subject,
        missing.value.problem,
        missing.value.remedy,
    )


def a_difference(amount: str) -> Difference:
    """What December came to more than was paid."""
    money = Money.parse(amount)
    return Difference(
        period=Period.month(2025, 12),
        label="2025-12",
        item="bonus",
        clause="bonus",
        paid=Money.zero(money.currency),
        fresh=money,
        amount=money,
        reason=DifferenceReason.LATE_FACTS,
    )


def test_differences_are_paid_with_the_open_period(months: Months) -> None:
    """100 and 12.50 of December."""
    (made,) = months(a_plan(a_bonus("PHP 1")), "100", differences=(a_difference("PHP 12.50"),))
    assert "112.50" == str(made.total.amount)


def test_a_difference_in_another_currency_is_a_fault(months: Months) -> None:
    """The plan counted in another currency when December was paid."""
    with pytest.raises(Missing, match="difference in bonus of 2025-12"):
        months(a_plan(a_bonus("PHP 1")), "100", differences=(a_difference("USD 1.00"),))


def test_an_account_keeps_two_years_of_periods(
    settle_months: Callable[..., Settled],
) -> None:
    """The oldest go first; what a guarantee averages over is kept however long."""
    made = settle_months(a_plan(a_bonus("PHP 1")), *["1"] * 30)
    assert (24, Period.month(2026, 7)) == (
        len(made[-1][1].past),
        made[-1][1].past[0].period,
    )

    average = Guarantee(
        id="least",
        clause="bonus",
        share_of_average=Fraction(1, 2),
        average_periods=30,
        holds=While.ABSENCE,
        absence_kinds=("leave",),
    )
    made = settle_months(a_plan(a_bonus("PHP 1"), guarantees=(average,)), *["1"] * 31)
    assert 30 == len(made[-1][1].past)
