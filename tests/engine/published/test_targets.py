"""Published quotas: ramps, seasons and the days of somebody who starts late; sums to date."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

import pytest

from accountkit.engine.pay import evaluate, evaluate_sequence, evaluate_through
from accountkit.handbook.quotas import GivenQuotas
from accountkit.plans import (
    DayCount,
    Quota,
    SalesSum,
    Selection,
    WeightedSum,
    Weighting,
    While,
    WithoutQuota,
)
from accountkit.settlement.statements import Attainment, Outcome
from accountkit.testing.pay import (
    EVERY_MEASURE,
    a_bonus,
    a_bound_plan,
    a_chain,
    a_commission,
    a_guarantee,
    a_plan,
    a_quota_rule,
    some_facts,
)
from accountkit.values.calendars import FiscalCalendar, PeriodKind
from accountkit.values.money import Money
from accountkit.values.periods import Period
from accountkit.values.rounding import RoundingMode, round_to
from accountkit.values.texts import Text

Cases: TypeAlias = Mapping[str, Mapping[str, Any]]

CENTS, UNITS = 2, 0


def attained(outcome: Outcome) -> Attainment:
    """The one attainment of Ana's statement."""
    (found,) = outcome.statement("ana").attainments
    return found


def months(year: int, *numbers: int) -> list[str]:
    """Labels of months."""
    return [str(Period.month(year, number)) for number in numbers]


# --- a ramp, and pay during leave -----------------------------------------------------------------


def test_a_ramp_of_four_months(cases: Cases) -> None:
    """0, 25, 50 and 100 of 100 wanted in the first four months: 175 in all, 1.75 full quotas."""
    case = cases["growthtemplates-ramp-and-leave"]
    rule = a_quota_rule(
        "sales_of_year", ramp=tuple(Fraction(part, 100) for part in case["inputs"]["ramp_pct"])
    )
    plan = a_plan(
        a_bonus("PHP 1.00", attainment_of="sales_of_year"),
        period=PeriodKind.MONTH,
        quota_rules=(rule,),
        without_quota=WithoutQuota.ZERO,
    )
    chain = a_chain(
        {"ana": plan},
        *months(2026, 1, 2, 3, 4),
        quotas={"ana": {"sales_of_year": "100"}},
        since={"ana": "2026-01-01"},
    )
    quota = attained(evaluate_through(chain, some_facts())).quota
    wanted = Fraction(case["expected"]["ramp_sum_of_4_months_in_full_quota_units"])
    assert (100 * wanted, Fraction(175)) == (quota, quota)


def test_pay_during_leave_is_a_share_of_the_average(cases: Cases) -> None:
    """75% of the mean of six months; 1,000, 2,000 and 3,000 twice are 2,000 a month: 1,500."""
    share = cases["growthtemplates-ramp-and-leave"]["inputs"]["loa_guarantee_pct"]
    leave = a_guarantee(
        None,
        While.ABSENCE.value,
        share_of_average=Fraction(share, 100),
        average_periods=6,
        absence_kinds=("leave",),
    )
    plan = a_plan(a_commission("10%"), period=PeriodKind.MONTH, guarantees=(leave,))
    sold = (10_000, 20_000, 30_000, 10_000, 20_000, 30_000)
    rows = (f"ana 2026-0{month}-15 {amount}" for month, amount in enumerate(sold, start=1))
    chain = a_chain(
        {"ana": plan},
        *months(2026, 1, 2, 3, 4, 5, 6, 7),
        away={"ana": ["leave 2026-07-01..2026-07-31"]},
    )
    *_, july = evaluate_sequence(chain, some_facts(*rows))
    assert Money.parse("PHP 1500.00") == july.statement("ana").total


# --- seasons and late starts ----------------------------------------------------------------------


def seasonal(proration: DayCount, inputs: Mapping[str, Any]) -> list[Fraction]:
    """The quotas of four quarters of somebody who starts within the first."""
    weights = tuple(Fraction(weight.rstrip("%")) / 100 for weight in inputs["weights"])
    rule = a_quota_rule(year_weights=weights, proration=proration)
    plan = a_plan(a_bonus("PHP 1.00"), quota_rules=(rule,))
    year = Period.year(2019)
    target = Quota(person="ana", measure="sales", period=year, target=Decimal(inputs["annual"]))
    given = GivenQuotas(FiscalCalendar(), EVERY_MEASURE, [target])
    found: list[Fraction] = []
    for number in (1, 2, 3, 4):
        quarter = Period.quarter(2019, number)
        share = given.of("ana", plan, quarter, year)["sales"]
        bound = a_bound_plan(
            {"ana": plan},
            quotas={"ana": str(share)},
            took_part={"ana": f"{inputs['start']}..2019-12-31"},
            period=quarter,
        )
        found.append(attained(evaluate(bound, some_facts())).quota)
    return found


def test_a_yearly_quota_by_seasons_of_somebody_who_starts_in_march(cases: Cases) -> None:
    """20,000, of which one month of three counts, then 20,000, 20,000 and 40,000."""
    case = cases["quickbase-seasonal-proration"]
    expected = case["expected"]
    quotas = seasonal(DayCount.WHOLE_MONTHS, case["inputs"])
    assert [Fraction(20_000, 3), 20_000, 20_000, 40_000] == quotas
    assert Decimal(expected["q1"]) == round_to(quotas[0], CENTS, RoundingMode.HALF_UP)
    assert Decimal(expected["total"]) == round_to(sum(quotas), CENTS, RoundingMode.HALF_UP)
    rounded = round_to(sum(quotas), UNITS, RoundingMode.HALF_UP)
    assert Decimal(expected["published_rounded"]) == rounded

    # by days it would be 31 of 90
    assert Fraction(62_000, 9) == seasonal(DayCount.CALENDAR_DAYS, case["inputs"])[0]


@pytest.mark.parametrize(
    "proration, goals",
    [
        # 30 - 15 and 30 - 21: the day of the start itself is not counted, as published
        (DayCount.DAYS_AFTER_START, (Fraction(10), Fraction(6))),
        # 16 and 10 days of 30: the start counts, as it does in the same source's example of a year
        (DayCount.CALENDAR_DAYS, (Fraction(32, 3), Fraction(20, 3))),
    ],
)
def test_whether_the_first_day_counts(
    proration: DayCount, goals: tuple[Fraction, Fraction], cases: Cases
) -> None:
    """20 wanted in a month of 30 days, of somebody who starts on the 15th or on the 21st."""
    case = cases["seanmmasters-month-goal-daycount"]
    inputs = case["inputs"]
    if proration is DayCount.DAYS_AFTER_START:
        assert tuple(Fraction(goal) for goal in case["expected"]["goal"]) == goals
    plan = a_plan(
        a_bonus("PHP 1.00"),
        period=PeriodKind.MONTH,
        quota_rules=(a_quota_rule(proration=proration),),
    )
    for day, goal in zip(inputs["start_days"], goals, strict=True):
        bound = a_bound_plan(
            {"ana": plan},
            quotas={"ana": str(inputs["goal"])},
            took_part={"ana": f"2019-11-{day}..2019-12-31"},
            period="2019-11",
        )
        assert inputs["month_days"] == bound.period.days
        assert goal == attained(evaluate(bound, some_facts())).quota


# --- a measure to date, of two kinds of credit ----------------------------------------------------


def of_kind(name: str, **where: Any) -> SalesSum:
    """The sum of one kind of deal since the year's start."""
    return SalesSum(
        id=name,
        title=Text.of(en=name),
        where=Selection(attributes={"kind": name}, **where),
        to_date=PeriodKind.YEAR,
    )


def seen(bookings: SalesSum, inputs: Mapping[str, Any], orders: int) -> Fraction:
    """Revenue and bookings to date in March, once so many orders of it are known."""
    measures = {
        "revenue": of_kind("revenue"),
        "bookings": bookings,
        "both": WeightedSum(
            id="both",
            title=Text.of(en="both"),
            of=(
                Weighting(measure="revenue", weight=Fraction(1)),
                Weighting(measure="bookings", weight=Fraction(1)),
            ),
        ),
    }
    january, february = inputs["prior"]
    rows = [
        f"ana 2026-01-15 {january} kind=revenue",
        f"ana 2026-02-15 {february} kind=bookings",
    ]
    for number in range(1, orders + 1):
        rows += [
            f"ana 2026-03-0{number} {amount} kind={kind}"
            for kind, amount in inputs["order"].items()
        ]
    plan = a_plan(a_bonus("PHP 1.00", attainment_of="both"), period=PeriodKind.MONTH)
    bound = a_bound_plan(
        {"ana": plan}, quotas={"ana": {"both": "1"}}, period="2026-03", measures=measures
    )
    return attained(evaluate(bound, some_facts(*reversed(rows)))).measured


def test_an_attainment_that_does_not_depend_on_the_order_of_credits(cases: Cases) -> None:
    """150 stand open before March; each order brings 50 of revenue and 100 of bookings.

    A measure here is what the facts sum to: 300 once the first order is known and 450 with both,
    whatever their order. The published batch let only revenue move the figure that its rule saw,
    200 and 250, and put the bookings in afterwards; a plan that wants this says that bookings
    count up to the last batch.
    """
    case = cases["xactly-attainment-out-of-step"]
    inputs, expected = case["inputs"], case["expected"]
    to_date = of_kind("bookings")
    assert [300, 450] == [seen(to_date, inputs, orders) for orders in (1, 2)]

    up_to_the_batch = of_kind("bookings", until=Period.month(2026, 2).last_day)
    assert [
        Fraction(expected["attainment_seen_by_order_1"]),
        Fraction(expected["attainment_seen_by_order_2"]),
    ] == [seen(up_to_the_batch, inputs, orders) for orders in (1, 2)]
