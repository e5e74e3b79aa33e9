"""What is known of one person in a period: attainments, positions and what lacks."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from accountkit.engine.pay.credit import credit
from accountkit.engine.pay.findings import Findings
from accountkit.plans import Plan, Quotient, WithoutQuota
from accountkit.plans.faults import Missing
from accountkit.plans.rate_tables import Axis
from accountkit.settlement.statements import Attainment
from accountkit.settlement.trace import StepKind
from accountkit.testing.pay import (
    EVERY_MEASURE,
    QUARTER,
    a_bonus,
    a_bound_plan,
    a_plan,
    a_quota_rule,
    at_original_rate,
    some_facts,
)
from accountkit.values.money import Amount, Money
from accountkit.values.periods import Period
from accountkit.values.texts import Text

PLAN = a_plan(a_bonus("PHP 1.00"))


def findings(
    *rows: str, plan: Plan = PLAN, facts: dict[str, Any] | None = None, **options: Any
) -> Findings:
    """What is found of Ana, who may be asked for every measure."""
    known = some_facts(*rows, **(facts or {}))
    bound = a_bound_plan({"ana": plan}, measures=EVERY_MEASURE, **options)
    credits_ = credit(bound, known, Period.year(2020).start)
    return Findings(bound.payees[0], bound, credits_, known, trace=True)


# --- attainments ----------------------------------------------------------------------------------


def test_an_attainment_is_the_measure_divided_by_its_quota() -> None:
    """250 of 1,000 is a quarter; it is asked for twice and told once."""
    found = findings("ana 2026-01-15 250.00", quotas={"ana": "1000"})
    expected = Attainment(
        measure="sales", measured=Fraction(250), quota=Fraction(1000), ratio=Fraction(1, 4)
    )
    assert expected == found.attainment("sales") == found.attainment("sales")
    assert (expected,) == found.attainments
    kinds = [step.kind for step in found.tracing.steps]
    assert [StepKind.MEASURE, StepKind.ATTAINMENT] == kinds


@pytest.mark.parametrize(
    "quotas, problem",
    [
        ({}, "is missing while the measure stands at PHP 250.00"),
        ({"ana": "0"}, "is zero while the measure stands at PHP 250.00"),
    ],
)
def test_no_quota_and_a_quota_of_zero_are_told_apart(quotas: dict[str, str], problem: str) -> None:
    """Both are faults, or both pay nothing, as the plan says; nobody has missed anything then."""
    with pytest.raises(Missing) as missing:
        findings("ana 2026-01-15 250.00", quotas=quotas).attainment("sales")
    assert problem == missing.value.problem

    silent = a_plan(a_bonus("PHP 1.00"), without_quota=WithoutQuota.ZERO)
    found = findings("ana 2026-01-15 250.00", plan=silent, quotas=quotas)
    assert found.attainment("sales") is None
    assert found.attainment_if_any("sales") is None
    assert () == found.attainments
    assert StepKind.NO_QUOTA is found.tracing.steps[-1].kind


def test_an_attainment_to_date_is_of_the_quotas_to_date() -> None:
    """In the second quarter 300 and 100 are sold of the 1,000 and 600 of the year so far."""
    found = findings(
        "ana 2026-01-15 300.00",
        "ana 2026-05-15 100.00",
        "ana 2025-12-31 999.00",
        quotas={"ana": {"sales_of_year": "600"}},
        earlier={"ana": {"2026-Q1": {"sales_of_year": "1000"}}},
        period="2026-Q2",
    )
    assert Attainment(
        measure="sales_of_year",
        measured=Fraction(400),
        quota=Fraction(1600),
        ratio=Fraction(1, 4),
    ) == found.attainment("sales_of_year")


def test_earlier_quotas_of_another_frame_do_not_count_to_date() -> None:
    """June's quarter begins in April: 100 of April, none of March, 200 of June; none is of May."""
    found = findings(
        quotas={"ana": {"sales_of_quarter": "200"}},
        earlier={
            "ana": {
                "2026-03": {"sales_of_quarter": "1000"},
                "2026-04": {"sales_of_quarter": "100"},
            }
        },
        period="2026-06",
    )
    attained = found.attainment("sales_of_quarter")
    assert attained is not None
    assert Fraction(300) == attained.quota


def test_a_rolling_measure_is_held_to_the_quota_of_the_period() -> None:
    """600 sold since October, of the quarter's 400."""
    found = findings(
        "ana 2025-10-01 200.00",
        "ana 2026-03-31 400.00",
        "ana 2025-09-30 1.00",
        quotas={"ana": {"rolling_sales": "400"}},
    ).attainment("rolling_sales")
    assert found is not None
    assert Fraction(3, 2) == found.ratio


def test_a_quota_that_a_rule_changed_is_told() -> None:
    """1,000 times a ramp of a half is 500, of which 250 is a half."""
    rule = a_quota_rule(ramp=(Fraction(1, 2),) * 3)
    found = findings(
        "ana 2026-01-15 250.00",
        plan=a_plan(a_bonus("PHP 1.00"), quota_rules=(rule,)),
        quotas={"ana": "1000"},
        since={"ana": "2026-01-01"},
    )
    attained = found.attainment("sales")
    assert attained is not None
    assert Fraction(1, 2) == attained.ratio
    (told,) = [step for step in found.tracing.steps if step.kind is StepKind.QUOTA]
    assert {
        "target": Amount(Fraction(1000), "PHP"),
        "ramp": Fraction(1, 2),
        "days": Fraction(1),
    } == told.inputs
    assert Amount(Fraction(500), "PHP") == told.result


# --- returns at the original rate -----------------------------------------------------------------

SOLD = ("ana 2026-01-15 1000.00", "ana 2026-02-15 -400.00 returns=d1")


@pytest.mark.parametrize("falls, measured", [(True, 600), (False, 1000)])
def test_a_return_at_the_original_rate_counts_against_the_quota_if_the_plan_says_so(
    measured: int, *, falls: bool
) -> None:
    """It is never in what a rate applies to: 1,000 is priced either way."""
    plan = a_plan(a_bonus("PHP 1.00"), returns=at_original_rate(attainment_falls=falls))
    found = findings(*SOLD, plan=plan, quotas={"ana": "1000"})
    attained = found.attainment("sales")
    assert attained is not None
    assert Fraction(measured, 1000) == attained.ratio
    assert Fraction(1000) == found.measure("sales", priced=True).value


# --- measures made of others ----------------------------------------------------------------------


def test_a_weighted_sum_adds_measures_by_their_weights() -> None:
    """One new client is worth 5, three visits half a point each: 6.5."""
    found = findings(
        "ana 2026-01-15 600.00 acme",
        facts={"contacts": [f"ana 2026-01-0{day} visit" for day in (1, 2, 3)]},
    )
    assert Fraction(13, 2) == found.measure("points").value
    weighted = [step for step in found.tracing.steps if step.kind is StepKind.WEIGHTED]
    assert [Fraction(5), Fraction(3, 2)] == [step.result for step in weighted]


def test_a_quotient_divides_exactly() -> None:
    """A margin of 100 on sales of 300 is a third."""
    found = findings("ana 2026-01-15 300.00 cost=200")
    assert Fraction(1, 3) == found.measure("margin_ratio").value


def test_a_quotient_by_zero_is_what_the_measure_says_or_a_fault() -> None:
    """Nothing was sold: 0, as the measure has it; without a word of it nobody knows."""
    assert Fraction(0) == findings().measure("margin_ratio").value
    silent = Quotient(
        id="margin_ratio", title=Text.of(en="ratio"), dividend="margin", divisor="sales"
    )
    bound = a_bound_plan({"ana": PLAN}, measures={**EVERY_MEASURE, "margin_ratio": silent})
    facts = some_facts()
    found = Findings(
        bound.payees[0], bound, credit(bound, facts, QUARTER.start), facts, trace=False
    )
    with pytest.raises(Missing, match="margin_ratio of ana in 2026-Q1"):
        found.measure("margin_ratio")


# --- positions ------------------------------------------------------------------------------------


def test_the_margin_of_a_period_is_that_of_its_deals_together() -> None:
    """10 of 100 and 90 of 300 are 100 of 400, a quarter, and not the mean of 10% and 30%."""
    rows = ("ana 2026-01-15 100.00 cost=90", "ana 2026-01-16 300.00 cost=210")
    assert Fraction(1, 4) == findings(*rows).position(Axis.MARGIN, "sales")


def test_the_discount_of_a_period_is_that_of_its_deals_together() -> None:
    """90 of 100 and 240 of 300: 70 of 400 are given away, 17.5%."""
    rows = ("ana 2026-01-15 90.00 list=100", "ana 2026-01-16 240.00 list=300")
    assert Fraction(7, 40) == findings(*rows).position(Axis.DISCOUNT, "sales")


def test_a_deal_in_part_weighs_in_part() -> None:
    """Half of 90 of 100 and all of 240 of 300: 65 of 350 are given away."""
    found = findings(
        "ana 2026-01-15 90.00 list=100",
        "ana 2026-01-16 240.00 list=300",
        facts={"shares": ["d1 ana 1/2", "d1 ben 1/2"]},
    )
    assert Fraction(65, 350) == found.position(Axis.DISCOUNT, "sales")


@pytest.mark.parametrize("axis", [Axis.MARGIN, Axis.DISCOUNT])
def test_no_deals_have_no_margin_and_no_discount(axis: Axis) -> None:
    """It is a fault, not zero."""
    with pytest.raises(Missing, match=f"{axis.value} of ana in 2026-Q1"):
        findings().position(axis, "sales")


@pytest.mark.parametrize(
    "since, months", [("2026-01-01", 2), ("2025-03-31", 12), ("2025-04-01", 11)]
)
def test_tenure_is_counted_at_the_periods_last_day(since: str, months: int) -> None:
    """From 31 March 2025 to 31 March 2026 is a year; from 1 April it is a day short."""
    found = findings(since={"ana": since})
    assert Fraction(months) == found.position(Axis.TENURE, "sales")


def test_tenure_without_a_first_day_is_a_fault() -> None:
    """Nobody said when it began."""
    with pytest.raises(Missing, match="first day of tenure of ana"):
        findings().position(Axis.TENURE, "sales")


def test_amount_and_count_are_the_value_of_the_measure() -> None:
    """250 sold, one deal."""
    found = findings("ana 2026-01-15 250.00")
    assert Fraction(250) == found.position(Axis.AMOUNT, "sales")
    assert Fraction(1) == found.position(Axis.COUNT, "deals")


# --- parameters -----------------------------------------------------------------------------------


def test_a_sum_is_stated_or_personal() -> None:
    """5 for everybody, or the person's 7.5."""
    found = findings(parameters={"ana": {"target": "7.5"}})
    assert Fraction(5) == found.stated(Money.parse("PHP 5.00"), None)
    assert Fraction(15, 2) == found.stated(None, "target")


def test_a_parameter_without_a_value_is_a_fault() -> None:
    """There is no default."""
    with pytest.raises(Missing, match="parameter target of ana"):
        findings().stated(None, "target")
