"""Published tables of two dimensions, over discounts, and curves between points."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import accumulate
from typing import Any, TypeAlias

import pytest

from accountkit.engine.pay import evaluate
from accountkit.plans.components import Accumulate, Commission, StepSum
from accountkit.plans.rate_tables import Axis, Grid, GridAxis
from accountkit.settlement.statements import Line
from accountkit.settlement.trace import StepKind
from accountkit.testing.pay import (
    a_bound_plan,
    a_commission,
    a_ladder,
    a_plan,
    a_step,
    some_facts,
)
from accountkit.values.ladders import Edge
from accountkit.values.money import Amount

Cases: TypeAlias = Mapping[str, Mapping[str, Any]]


def line_of(component: Commission | StepSum, *rows: str, quota: str = "1") -> Line:
    """The line of one component for these deals."""
    bound = a_bound_plan({"ana": a_plan(component)}, quotas={"ana": quota})
    return evaluate(bound, some_facts(*rows)).statement("ana").lines[0]


def by_deal(line: Line) -> list[Fraction]:
    """What each deal earned."""
    results = [step.result for step in line.steps if step.kind is StepKind.DEAL]
    return [result.value for result in results if isinstance(result, Amount)]


def test_a_grid_of_gross_profit_and_invoice_amount(cases: Cases) -> None:
    """160 at 10% profit is priced at 13%, 995 at 22% at 16%; breakpoints belong to the band below.

    The source writes the upper end of each band, so a band starts above that of the one before:
    exactly 50 at exactly 15% is still in the first of both, 9% or 4.50.
    """
    case = cases["necs-invoice-gp-matrix"]
    inputs = case["inputs"]
    grid = Grid(
        axes=(
            GridAxis(
                over=Axis.MARGIN,
                starts=(Fraction(0), *(Fraction(row, 100) for row in inputs["rows"][:-1])),
                edge=Edge.ABOVE,
            ),
            GridAxis(
                over=Axis.AMOUNT,
                starts=(Fraction(0), *(Fraction(column) for column in inputs["cols"][:-1])),
                edge=Edge.ABOVE,
            ),
        ),
        rows=tuple(tuple(Fraction(rate, 100) for rate in row) for row in inputs["grid_pct"]),
    )
    commission = a_commission(grid, accumulate=Accumulate.ALONE)
    # 10% profit of 160 leaves a cost of 144.00, 22% of 995 one of 776.10, 15% of 50 one of 42.50
    line = line_of(
        commission,
        "ana 2026-01-01 160 cost=144",
        "ana 2026-01-02 995 cost=776.10",
        "ana 2026-01-03 50 cost=42.50",
    )
    rates = [step.inputs["rate"] for step in line.steps if step.kind is StepKind.DEAL]
    assert [[160, 10], [995, 22]] == inputs["cases"]
    assert [Fraction(rate, 100) for rate in case["expected"]["rate_pct"]] == rates[:2]
    assert [Fraction(sum_) for sum_ in case["expected"]["commission_derived"]] == by_deal(line)[:2]
    assert Fraction("4.50") == by_deal(line)[2]


@pytest.mark.parametrize("amount, expected", [("1000", "15"), ("900", "15"), ("899.95", "7.50")])
def test_a_fixed_sum_that_depends_on_the_discount(amount: str, expected: str, cases: Cases) -> None:
    """15 up to and including 10% of 1,000, then 7.50: there is no hole from 10% to 10.01%."""
    case = cases["oca-discount-linked-fixed"]
    first, second = (band[2] for band in case["inputs"]["bands"])
    ladder = a_ladder("step", f"0% {first}", f"10% {second}", edge=Edge.ABOVE)
    step = a_step(ladder, "discount", accumulate=Accumulate.ALONE)
    assert Fraction(expected) == line_of(step, f"ana 2026-01-01 {amount} list=1000").exact.value

    rows = (f"ana 2026-01-01 {100 - int(given)} list=100" for given in case["inputs"]["discounts"])
    assert [Fraction(sum_) for sum_ in case["expected"]["commission"]] == by_deal(
        line_of(step, *rows)
    )


def test_sums_on_the_lines_between_points(cases: Cases) -> None:
    """Each deal earns the tiers that it completes and a part of the one it ends in: 149 in all."""
    case = cases["oracle-interpolated-per-transaction-149"]
    tiers = case["inputs"]["tiers_from_to_amount"]
    reached = accumulate((sum_ for _, _, sum_ in tiers), initial=0)  # 0, 10, 50, 150 and 2,150
    edges = [0, *(end for _, end, _ in tiers)]
    points = (f"{at} {sum_}" for at, sum_ in zip(edges, reached, strict=True))
    step = a_step(a_ladder("curve", *points), "amount", accumulate=Accumulate.ALONE)
    deals = enumerate(case["inputs"]["transactions"], start=1)
    line = line_of(step, *(f"ana 2026-01-0{day} {amount}" for day, amount in deals))

    assert [Fraction(sum_) for sum_ in case["expected"]["per_transaction"]] == by_deal(line)
    assert Fraction(case["expected"]["total"]) == line.exact.value


@pytest.mark.parametrize(
    "points, name",
    [
        # every tier adds its rate to those before: 0.0113, then 0.0338 more, then 0.03 more
        (
            ("-0.010001 0", "-0.01 0.0113", "0.003 0.0451", "0.01 0.0751"),
            "rate_when_walk_starts_at_first_tier_derived",
        ),
        # from zero: 0.003 of the 0.013 that are 0.0338 is 0.0078; what lies below is lost
        (("0 0", "0.003 0.0078", "0.01 0.0378"), "buggy_rate"),
    ],
)
def test_a_curve_that_starts_below_zero(points: tuple[str, ...], name: str, cases: Cases) -> None:
    """At 0.0079 the line from 0.003 has come 0.0049 of 0.007: 0.021 on top of what was reached.

    That is 0.0451 + 0.021 = 0.0661. The published product walked from zero and got 0.0288; the
    plan that does the same is written down as well.
    """
    case = cases["oracle-negative-range-interpolation-bug"]
    commission = a_commission(a_ladder("curve", *points))
    assert "0.0079" == case["inputs"]["input"]
    line = line_of(commission, "ana 2026-01-01 79", quota="10000")

    (rate,) = [step.inputs["rate"] for step in line.steps if step.kind is StepKind.RATE]
    assert Fraction(case["expected"][name]) == rate
    assert 79 * Fraction(case["expected"][name]) == line.exact.value
