"""What each component comes to."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
import pytest

from accountkit.engine.pay import evaluate
from accountkit.facts.known import Facts
from accountkit.plans.components import Component
from accountkit.plans.conditions import Eligibility, Gate
from accountkit.plans.plan import Plan, WithoutQuota
from accountkit.settlement.statements import Attainment, Line, Statement
from accountkit.settlement.trace import Step, StepKind
from accountkit.testing.pay import (
    a_bonus,
    a_bound_plan,
    a_commission,
    a_ladder,
    a_plan,
    an_override,
    reporting,
    some_facts,
)
from accountkit.values.ladders import Below, Edge
from accountkit.values.money import Amount, Money

AW = a_ladder("sliced", "0% 1", "100% 1.5", "120% 2")
FLAT = a_ladder("sliced", "0 5%")
PESO = Amount(Fraction(1), "PHP")


def statement(
    plan: Plan, sales: str = "0.00", quota: str | None = "1000", **parameters: str
) -> Statement:
    """What Ana is paid who sold so much of her quota."""
    bound = a_bound_plan(
        {"ana": plan},
        quotas={} if quota is None else {"ana": quota},
        parameters={"ana": parameters},
    )
    return evaluate(bound, some_facts(f"ana 2026-01-15 {sales}")).statement("ana")


def paid(*parts: Component, sales: str, quota: str | None = "1000", **parameters: str) -> str:
    """The first line's money, in pesos."""
    lines = statement(a_plan(*parts), sales, quota, **parameters).lines
    return str(lines[0].amount.amount)


def fault(bound: Any, facts: Facts) -> str:
    """The one fault of an evaluation."""
    (found,) = evaluate(bound, facts).faults
    return found.message


# --- commission over attainment -------------------------------------------------------------------


@pytest.mark.parametrize(
    "sales, expected",
    [
        ("499.99", "0.00"),  # below half of the quota: nothing
        ("500.00", "10.00"),  # exactly half: 2% of 500
        ("1000.00", "20.00"),  # 2% of 1,000
        ("1200.00", "26.00"),  # 20 and 3% of 200
        ("1500.00", "38.00"),  # 26 and 4% of 300
    ],
)
def test_each_slice_of_attainment_is_paid_at_its_own_rate(sales: str, expected: str) -> None:
    """2% to the quota of 1,000, 3% to 120% of it, 4% above; nothing below half of it."""
    commission = a_commission(AW, at_least="50%", times="rate")
    assert expected == paid(commission, sales=sales, rate="2%")


def test_the_band_reached_prices_everything() -> None:
    """At 1,100 of 1,000 the whole is paid at 8%: 88.00, not 5% and 8%."""
    ladder = a_ladder("whole", "0% 5%", "100% 8%")
    assert "88.00" == paid(a_commission(ladder), sales="1100.00")
    assert "50.00" == paid(a_commission(ladder), sales="999.99")  # 49.9995


def test_the_rate_reached_may_be_a_multiple_of_a_personal_one() -> None:
    """Above the quota one and a half times 2%: 3% of 1,100 is 33.00."""
    ladder = a_ladder("whole", "0% 1", "100% 1.5")
    assert "33.00" == paid(a_commission(ladder, times="rate"), sales="1100.00", rate="2%")


def test_the_table_says_which_rate_holds_exactly_at_the_quota() -> None:
    """Owned by the band that starts there, 8% of 1,000; or by the one that ends there, 5%."""
    rows = ("0% 5%", "100% 8%")
    assert "80.00" == paid(a_commission(a_ladder("whole", *rows)), sales="1000.00")
    above = a_ladder("whole", *rows, edge=Edge.ABOVE)
    assert "50.00" == paid(a_commission(above), sales="1000.00")


def test_on_a_curve_the_rate_lies_between_two_points() -> None:
    """From 2% at 50% to 6% at 100%: at 75% the rate is 4%, and 4% of 750 is 30.00."""
    curve = a_ladder("curve", "50% 2%", "100% 6%", below=Below.ZERO)
    assert "30.00" == paid(a_commission(curve), sales="750.00")
    assert "120.00" == paid(a_commission(curve), sales="2000.00")  # flat at 6% after the end
    assert "0.00" == paid(a_commission(curve), sales="499.00")


def test_a_curve_between_thirds_stays_exact() -> None:
    """At 1/3 of the way from 1% to 2% the rate is 1 1/3%; of 100.00 that is 1 1/3."""
    curve = a_ladder("curve", "0% 1%", "100% 2%")
    line = statement(a_plan(a_commission(curve)), "100.00", "300").lines[0]
    assert Amount(Fraction(4, 3), "PHP") == line.exact
    assert Money.parse("PHP 1.33") == line.amount


# --- commission over an amount --------------------------------------------------------------------


def test_each_slice_of_an_amount_is_paid_at_its_own_rate() -> None:
    """5% of the first 1,000 and 10% of the 500 above: 50 and 50. No quota is needed."""
    ladder = a_ladder("sliced", "0 5%", "1000 10%")
    assert "100.00" == paid(a_commission(ladder, "amount"), sales="1500.00", quota=None)


def test_the_band_that_an_amount_reaches_prices_all_of_it() -> None:
    """1,500 is in the band of 10%: 150.00."""
    ladder = a_ladder("whole", "0 5%", "1000 10%")
    assert "150.00" == paid(a_commission(ladder, "amount"), sales="1500.00", quota=None)


def test_nothing_is_paid_on_sales_below_zero_unless_the_table_says_so() -> None:
    """A sliced table starts at zero; one that extends takes the rate back from returns."""
    returns = ("ana 2026-01-15 -200.00", "ana 2026-01-16 100.00")
    bound = a_bound_plan({"ana": a_plan(a_commission(FLAT, "amount"))})
    assert PESO * 0 == evaluate(bound, some_facts(*returns)).statement("ana").lines[0].exact

    taking = a_commission(a_ladder("sliced", "0 5%", below=Below.EXTEND), "amount", id="taking")
    giving = a_bonus("PHP 100.00", at_least="-1")
    both = a_bound_plan({"ana": a_plan(taking, giving)}, quotas={"ana": "1000"})
    lines = evaluate(both, some_facts(*returns)).statement("ana").lines
    assert [Money.parse("PHP -5.00"), Money.parse("PHP 100.00")] == [line.amount for line in lines]


def test_a_count_is_paid_by_the_piece() -> None:
    """PHP 250 for each of two active clients; the base in the trace is a count, not money."""
    per_client = a_commission(a_ladder("sliced", "0 250"), "amount", measure="active")
    rows = [f"ana 2026-0{month}-10 900.00 {who}" for month in (1, 2) for who in ("acme", "bolt")]
    bound = a_bound_plan({"ana": a_plan(per_client)})
    line = evaluate(bound, some_facts(*rows)).statement("ana").lines[0]
    assert Money.parse("PHP 500.00") == line.amount
    assert Fraction(2) == step(line, StepKind.SLICE).inputs["base"]


# --- gates ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "bound, sales, expected",
    [
        ("at_least", "799.99", "0.00"),
        ("at_least", "800.00", "40.00"),
        ("above", "800.00", "0.00"),
        ("above", "800.01", "40.00"),
    ],
)
def test_a_gate_lets_exactly_its_bound_through_or_not(
    bound: str, sales: str, expected: str
) -> None:
    """80% of 1,000 is 800: ``at_least`` lets it pass, ``above`` does not; 5% of 800 is 40.00."""
    bounds: dict[str, Any] = {bound: Fraction("0.8")}
    gate = Gate(attainment_of="sales", **bounds)
    assert expected == paid(a_commission(FLAT, "amount", gates=(gate,)), sales=sales)


def test_a_gate_may_ask_for_another_measure() -> None:
    """The bonus on new clients needs the sales quota; both attainments are on the statement."""
    bonus = a_bonus("PHP 500.00", gates=(Gate(attainment_of="new", at_least=Fraction(1)),))
    plan = a_plan(a_commission(FLAT, "amount", at_least="100%"), bonus)
    bound = a_bound_plan({"ana": plan}, quotas={"ana": {"sales": "400", "new": "2"}})
    made = evaluate(
        bound, some_facts("ana 2026-01-10 500.00 acme", "ana 2026-01-11 500.00 bolt")
    ).statement("ana")
    assert Money.parse("PHP 50.00") == made.line("commission").amount
    assert Money.parse("PHP 500.00") == made.line("bonus").amount
    assert (
        Attainment(
            measure="sales", measured=Fraction(1000), quota=Fraction(400), ratio=Fraction(5, 2)
        ),
        Attainment(measure="new", measured=Fraction(2), quota=Fraction(2), ratio=Fraction(1)),
    ) == made.attainments


# --- bonus ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("sales, expected", [("999.99", "0.00"), ("1000.00", "5000.00")])
def test_a_bonus_is_paid_when_its_attainment_is_reached(sales: str, expected: str) -> None:
    """At exactly 100% it is; a centavo short, nothing of it."""
    assert expected == paid(a_bonus("PHP 5000.00"), sales=sales)


def test_a_bonus_may_be_agreed_with_each_person() -> None:
    """The sum is the personal parameter; a sum in thirds is rounded once."""
    assert "75.50" == paid(a_bonus(amount_from="sum"), sales="1000.00", sum="75.5")
    assert "33.33" == paid(a_bonus(amount_from="sum"), sales="1000.00", sum="100/3")


# --- override -------------------------------------------------------------------------------------


def test_an_override_pays_on_the_sales_of_the_level_it_names() -> None:
    """Ana under Cora under Dan: Cora gets 1% of 1,000 at level 1, Dan 0.5% at level 2."""
    seller = a_plan(a_commission(FLAT, "amount"), id="seller")
    manager = a_plan(an_override("1%", 1), id="manager")
    head = a_plan(an_override("0.5%", 2), id="head")
    bound = a_bound_plan(
        {"ana": seller, "cora": manager, "dan": head}, superiors={"ana": "cora", "cora": "dan"}
    )
    outcome = evaluate(bound, some_facts("ana 2026-01-15 1000.00", "cora 2026-01-15 300.00"))
    assert Money.parse("PHP 10.00") == outcome.statement("cora").total
    assert Money.parse("PHP 5.00") == outcome.statement("dan").total


def test_an_override_follows_the_reporting_line_of_each_deal() -> None:
    """Ana moved from Cora to Dan on 15 February; each deal is paid to one of them, once."""
    manager = a_plan(an_override("10%"))
    bound = a_bound_plan(
        {"cora": manager, "dan": manager},
        superiors={"ana": reporting("cora 2026-01-01 2026-02-14", "dan 2026-02-15")},
        elsewhere=frozenset({"ana"}),
    )
    outcome = evaluate(
        bound,
        some_facts("ana 2026-01-15 100.00", "ana 2026-02-14 20.00", "ana 2026-02-15 3.00"),
    )
    assert Money.parse("PHP 12.00") == outcome.statement("cora").total
    assert Money.parse("PHP 0.30") == outcome.statement("dan").total


def test_a_deal_earns_its_own_commission_and_the_superiors_override() -> None:
    """Pay of the team does not lower the pay of who sold."""
    plan = a_plan(a_commission(FLAT, "amount"), an_override("1%"))
    bound = a_bound_plan({"ana": plan, "cora": plan}, superiors={"ana": "cora"})
    outcome = evaluate(bound, some_facts("ana 2026-01-15 100.00"))
    assert Money.parse("PHP 5.00") == outcome.statement("ana").total
    assert Money.parse("PHP 1.00") == outcome.statement("cora").total


# --- eligibility ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "bound, value, is_admitted",
    [
        ("equal", "2%", True),
        ("equal", "2.01%", False),
        ("at_least", "2%", True),
        ("at_least", "1.99%", False),
        ("above", "2%", False),
        ("above", "2.01%", True),
    ],
)
def test_a_component_is_for_whom_it_says(bound: str, value: str, *, is_admitted: bool) -> None:
    """Who is not eligible has no line at all, not a line of zero."""
    eligible = Eligibility(parameter="rate", **{bound: Fraction("0.02")})
    plan = a_plan(a_commission(FLAT, "amount", eligible=eligible))
    lines = statement(plan, "100.00", rate=value).lines
    assert int(is_admitted) == len(lines)


def test_who_is_eligible_for_nothing_is_paid_nothing() -> None:
    """A statement without lines comes to zero in the plan's currency."""
    eligible = Eligibility(parameter="rate", above=Fraction(0))
    plan = a_plan(a_commission(FLAT, "amount", eligible=eligible))
    assert Money.parse("PHP 0.00") == statement(plan, "100.00", rate="0").total


# --- what is missing ------------------------------------------------------------------------------


def test_a_missing_quota_is_a_fault() -> None:
    """It names the person, the measure, the period and what the measure came to."""
    bound = a_bound_plan({"ana": a_plan(a_commission(AW))})
    assert (
        "quota of ana for sales in 2026-Q1: is missing while the measure stands at PHP 100.00; "
        "give the quota, or say in the plan what having none means (without_quota) [commission]"
    ) == fault(bound, some_facts("ana 2026-01-15 100.00"))


def test_a_quota_of_zero_is_a_fault() -> None:
    """Nothing can be divided by it, and it is not taken for none."""
    bound = a_bound_plan({"ana": a_plan(a_commission(AW))}, quotas={"ana": "0"})
    assert (
        "quota of ana for sales in 2026-Q1: is zero while the measure stands at PHP 100.00; "
        "give the quota, or say in the plan what having none means (without_quota) [commission]"
    ) == fault(bound, some_facts("ana 2026-01-15 100.00"))


def test_a_missing_quota_of_a_count_says_how_many() -> None:
    """Clients are counted, not paid: the measure stands at 1."""
    gate = Gate(attainment_of="new", at_least=Fraction(1))
    bound = a_bound_plan({"ana": a_plan(a_bonus("PHP 1.00", gates=(gate,)))})
    assert (
        "quota of ana for new in 2026-Q1: is missing while the measure stands at 1; give "
        "the quota, or say in the plan what having none means (without_quota) [bonus]"
    ) == fault(bound, some_facts("ana 2026-01-15 1000.00 acme"))


@pytest.mark.parametrize("quota", [None, "0"])
@pytest.mark.parametrize("gate", [None, "50%"])
def test_no_quota_pays_nothing_where_the_plan_says_so(quota: str | None, gate: str | None) -> None:
    """Missing or zero: a line of zero, with the reason in the trace, and no attainment."""
    plan = a_plan(a_commission(AW, at_least=gate), without_quota=WithoutQuota.ZERO)
    made = statement(plan, "100.00", quota)
    assert Money.parse("PHP 0.00") == made.lines[0].amount
    assert () == made.attainments
    assert Step(kind=StepKind.NO_QUOTA, subject="sales", result=0) in made.lines[0].steps


@pytest.mark.parametrize(
    "component",
    [
        a_commission(FLAT, "amount", times="rate"),
        a_bonus(amount_from="rate", at_least="1%"),
        a_commission(FLAT, "amount", eligible=Eligibility(parameter="rate", above=Fraction(0))),
    ],
    ids=["times", "amount_from", "eligible"],
)
def test_a_missing_parameter_is_a_fault(component: Component) -> None:
    """A rate, a sum or a condition that nobody gave is never taken for zero."""
    bound = a_bound_plan({"ana": a_plan(component)}, quotas={"ana": "100"})
    assert (
        "parameter rate of ana: has no value for the person, the level or the plan; give one of "
        f"them [{component.clause}]"
    ) == fault(bound, some_facts("ana 2026-01-15 100.00"))


def test_a_deal_in_another_currency_is_a_fault() -> None:
    """Without a rate nothing is converted, and no rate is taken for 1."""
    bound = a_bound_plan({"ana": a_plan(a_commission(FLAT, "amount"))})
    assert (
        "exchange rate for deal d1: is missing: the deal is in USD and plan plan counts in PHP; "
        "state the deal in PHP, or add conversion: to the plan [commission]"
    ) == fault(bound, some_facts("ana 2026-01-15 100.00", currency="USD"))


def test_a_deal_in_another_currency_that_is_not_counted_is_no_fault() -> None:
    """It was made before the period; only another measure looks back so far."""
    old = some_facts("ana 2025-12-15 100.00", currency="USD").deals
    fresh = (attrs.evolve(deal, id="new") for deal in some_facts("ana 2026-01-15 100.00").deals)
    bound = a_bound_plan({"ana": a_plan(a_commission(FLAT, "amount"))})
    outcome = evaluate(bound, Facts([*old, *fresh]))
    assert Money.parse("PHP 5.00") == outcome.statement("ana").total


@pytest.mark.parametrize(
    "shape, rows, sales, problem",
    [
        (
            "whole",
            ("0% 5%", "100% 8%"),
            "-500.00",
            "-0.5 is outside the table, below its first band, which starts at 0",
        ),
        (
            "sliced",
            ("50% 5%",),
            "400.00",
            "0.4 is outside the table, below its first band, which starts at 0.5",
        ),
    ],
)
def test_an_attainment_outside_the_table_is_a_fault(
    shape: str, rows: tuple[str, ...], sales: str, problem: str
) -> None:
    """The table has no rate for it: returns beyond sales, or less than it accepts."""
    below = Below.REFUSE if shape == "sliced" else None
    plan = a_plan(a_commission(a_ladder(shape, *rows, below=below)))
    bound = a_bound_plan({"ana": plan}, quotas={"ana": "1000"})
    assert (
        f"rate of ana for sales in 2026-Q1: {problem}; add a band for it, or state what holds "
        "there [commission]"
    ) == fault(bound, some_facts(f"ana 2026-01-15 {sales}"))


# --- the trace ------------------------------------------------------------------------------------


def step(line: Line, kind: StepKind) -> Step:
    """The one step of a kind."""
    (found,) = (step for step in line.steps if step.kind is kind)
    return found


def test_the_steps_come_in_the_order_of_the_modifiers() -> None:
    """Measure, attainment, gate, slices, rounding; each with its numbers, exact."""
    plan = a_plan(a_commission(AW, at_least="50%", times="rate"))
    line = statement(plan, "1100.00", rate="1.5%").lines[0]
    assert (
        Step(
            kind=StepKind.MEASURE,
            subject="sales",
            result=PESO * 1100,
            inputs={"level": 0},
            deals=("d1",),
        ),
        Step(
            kind=StepKind.ATTAINMENT,
            subject="sales",
            result=Fraction(11, 10),
            inputs={"measured": PESO * 1100, "quota": PESO * 1000},
        ),
        Step(
            kind=StepKind.GATE,
            subject="sales",
            result=1,
            inputs={
                "asked": "attainment_of",
                "value": Fraction(11, 10),
                "at_least": Fraction(1, 2),
            },
        ),
        Step(
            kind=StepKind.SLICE,
            subject="sales",
            result=PESO * 15,
            inputs={
                "start": Fraction(0),
                "width": Fraction(1),
                "base": PESO * 1000,
                "rate": Fraction(1),
                "times": Fraction("0.015"),
                "axis": "attainment",
            },
        ),
        Step(
            kind=StepKind.SLICE,
            subject="sales",
            result=PESO * Fraction("2.25"),
            inputs={
                "start": Fraction(1),
                "width": Fraction(1, 10),
                "base": PESO * 100,
                "rate": Fraction(3, 2),
                "times": Fraction("0.015"),
                "axis": "attainment",
            },
        ),
        Step(
            kind=StepKind.ROUNDING,
            subject="commission",
            result=Money.parse("PHP 17.25"),
            inputs={
                "exact": PESO * Fraction("17.25"),
                "mode": "half_up",
                "point": "component",
            },
        ),
    ) == line.steps


def test_a_closed_gate_ends_the_steps() -> None:
    """Nothing is priced behind it: measure, attainment, gate, and a rounded zero."""
    gate = Gate(attainment_of="sales", above=Fraction(1))
    line = statement(a_plan(a_commission(AW, gates=(gate,))), "1000.00").lines[0]
    kinds = [StepKind.MEASURE, StepKind.ATTAINMENT, StepKind.GATE, StepKind.ROUNDING]
    assert kinds == [found.kind for found in line.steps]
    assert (
        Step(
            kind=StepKind.GATE,
            subject="sales",
            result=0,
            inputs={"asked": "attainment_of", "value": Fraction(1), "above": Fraction(1)},
        )
        == line.steps[2]
    )


def test_a_whole_rate_is_one_step() -> None:
    """8% of 1,100 at an attainment of 1.1, times nothing personal."""
    ladder = a_ladder("whole", "0% 5%", "100% 8%")
    line = statement(a_plan(a_commission(ladder)), "1100.00").lines[0]
    assert Step(
        kind=StepKind.RATE,
        subject="sales",
        result=PESO * 88,
        inputs={
            "at": Fraction(11, 10),
            "base": PESO * 1100,
            "rate": Fraction("0.08"),
            "times": Fraction(1),
        },
    ) == step(line, StepKind.RATE)


def test_an_override_names_its_level_and_the_deals_of_the_team() -> None:
    """Level 1: direct reports."""
    bound = a_bound_plan(
        {"cora": a_plan(an_override("0.2%"))},
        superiors={"ana": "cora"},
        elsewhere=frozenset({"ana"}),
    )
    facts = some_facts("ana 2026-01-15 100.00", "cora 2026-01-15 7.00")
    line = evaluate(bound, facts).statement("cora").lines[0]
    assert {"level": 1} == step(line, StepKind.MEASURE).inputs
    assert ("d1",) == step(line, StepKind.MEASURE).deals
    assert {"base": PESO * 100, "rate": Fraction("0.002")} == step(line, StepKind.RATE).inputs


def test_a_bonus_is_granted_in_a_step() -> None:
    """The sum, exact, under the component's name."""
    line = statement(a_plan(a_bonus("PHP 5000.00")), "1000.00").lines[0]
    assert Step(kind=StepKind.BONUS, subject="bonus", result=PESO * 5000) == step(
        line, StepKind.BONUS
    )


def test_without_tracing_the_lines_are_the_same_and_have_no_steps() -> None:
    """Amounts, exact amounts, attainments and totals do not change."""
    plan = a_plan(a_commission(AW, at_least="50%"), a_bonus("PHP 5.00"))
    bound = a_bound_plan({"ana": plan}, quotas={"ana": "1000"})
    facts = some_facts("ana 2026-01-15 1300.00")
    traced = evaluate(bound, facts).statement("ana")
    plain = evaluate(bound, facts, trace=False).statement("ana")
    assert all(line.steps == () for line in plain.lines)
    assert plain == attrs.evolve(
        traced, lines=tuple(attrs.evolve(line, steps=()) for line in traced.lines)
    )
