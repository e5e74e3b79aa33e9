"""Rounding at the point that the plan names, and adding up."""

from __future__ import annotations

from fractions import Fraction

import pytest

from accountkit.plans.faults import Fault
from accountkit.settlement.payout import Earned, pay_out
from accountkit.settlement.statements import Statement
from accountkit.settlement.trace import Step, StepKind
from accountkit.testing.pay import QUARTER, a_bonus, a_bound_plan, a_plan
from accountkit.values.money import Amount, Money, currency_digits
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
    return pay_out(bound.payees[0], bound, earned, (), trace=trace)


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
        "what follows; settle it by hand and correct or complete the deals of the period"
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
