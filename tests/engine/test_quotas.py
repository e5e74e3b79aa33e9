"""What is wanted of a person in a period, by the plan's rule."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from accountkit.engine.pay.quotas import Target, months_between, quota_of
from accountkit.plans import DayCount, Plan, QuotaRule, Relief, RollUp
from accountkit.plans.faults import Missing
from accountkit.testing.pay import QUARTER, a_bonus, a_bound_plan, a_plan, a_quota_rule, reporting
from accountkit.values.calendars import Weekday
from accountkit.values.periods import Period
from accountkit.values.working_weeks import WorkingWeek

FIVE_DAYS = WorkingWeek(
    days=(
        Weekday.MONDAY,
        Weekday.TUESDAY,
        Weekday.WEDNESDAY,
        Weekday.THURSDAY,
        Weekday.FRIDAY,
    )
)


def ruled(rule: QuotaRule | None = None) -> Plan:
    """A plan that asks for the attainment of sales, with a rule for its quota."""
    return a_plan(a_bonus("PHP 1.00"), quota_rules=() if rule is None else (rule,))


def wanted(
    rule: QuotaRule | None = None, quota: str | None = "900", **options: Any
) -> Target | None:
    """Ana's quota of the first quarter of 2026, which has 90 days."""
    quotas = {} if quota is None else {"ana": quota}
    bound = a_bound_plan({"ana": ruled(rule)}, quotas=quotas, **options)
    return quota_of(bound.payees[0], "sales", QUARTER, bound)


def value(rule: QuotaRule, **options: Any) -> Fraction:
    """The same, as a number."""
    found = wanted(rule, **options)
    assert found is not None
    return found.value


# --- months of tenure -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "since, day, months",
    [
        ("2026-01-15", "2026-01-15", 0),
        ("2026-01-15", "2026-02-14", 0),
        ("2026-01-15", "2026-02-15", 1),
        ("2026-01-31", "2026-02-27", 0),
        ("2026-01-31", "2026-02-28", 1),  # the month ends there
        ("2025-01-01", "2026-01-01", 12),
        ("2026-01-15", "2026-01-14", 0),
        ("2026-01-15", "2025-06-01", 0),  # before the first day there are none
    ],
)
def test_months_of_tenure_are_whole_ones(since: str, day: str, months: int) -> None:
    """They count from the first day, not from the first of the month."""
    assert months == months_between(date.fromisoformat(since), date.fromisoformat(day))


# --- as it is given -------------------------------------------------------------------------------


def test_a_quota_without_a_rule_is_what_is_given() -> None:
    """Nothing was changed, so that nothing is told of it."""
    found = wanted()
    assert Target(value=Fraction(900), target=Fraction(900)) == found
    assert found is not None
    assert not found.is_changed


def test_no_quota_is_none_and_a_quota_of_zero_is_zero() -> None:
    """Whether that is a fault is said by the plan, not here."""
    assert wanted(quota=None) is None
    assert wanted(a_quota_rule(proration=DayCount.CALENDAR_DAYS), quota=None) is None
    assert Fraction(0) == value(a_quota_rule(), quota="0")


def test_the_quota_of_an_earlier_period_goes_by_the_days_of_that_period() -> None:
    """From 16 January on, 16 of 31 days of January count: 31 x 16/31 = 16."""
    rule = a_quota_rule(proration=DayCount.CALENDAR_DAYS)
    bound = a_bound_plan(
        {"ana": ruled(rule)},
        quotas={"ana": "28"},
        earlier={"ana": {"2026-01": "31"}},
        took_part={"ana": "2026-01-16..2026-12-31"},
        period="2026-02",
    )
    january = quota_of(bound.payees[0], "sales", Period.month(2026, 1), bound)
    february = quota_of(bound.payees[0], "sales", Period.month(2026, 2), bound)
    assert january is not None
    assert february is not None
    assert (Fraction(16), Fraction(28)) == (january.value, february.value)


# --- ramp -----------------------------------------------------------------------------------------

RAMP = a_quota_rule(ramp=(Fraction(1, 5), Fraction(1, 2)))
"""A fifth in the first month of tenure, half in the second, then all of it."""


@pytest.mark.parametrize(
    "since, share",
    [
        ("2026-01-01", "17/30"),  # 20%, 50% and 100%
        ("2026-01-15", "3/10"),  # 1 January and 1 February are month 0, 1 March is 1: 20, 20, 50%
        ("2025-12-01", "5/6"),  # 50%, 100% and 100%
        ("2025-11-01", "1"),
        ("2026-03-31", "1/5"),  # in its first month throughout
    ],
)
def test_a_ramp_is_the_mean_over_the_months_of_a_period(since: str, share: str) -> None:
    """Each month counts by the tenure of its first day."""
    assert 900 * Fraction(share) == value(RAMP, since={"ana": since})


@pytest.mark.parametrize(
    "days, share",
    [
        ("2026-02-10..2026-12-31", "1/5"),  # 10 February and 1 March are both month 0
        ("2026-02-01..2026-12-31", "7/20"),  # 1 February is month 0, 1 March is 1
        ("2025-01-01..2026-01-31", "1"),  # January alone, in the thirteenth month
    ],
)
def test_a_ramp_leaves_out_months_without_participation(days: str, share: str) -> None:
    """Each counts by the tenure of the first day on which the person takes part."""
    since = days.split("..", maxsplit=1)[0]
    found = value(RAMP, since={"ana": since}, took_part={"ana": days})
    assert 900 * Fraction(share) == found


def test_a_ramp_needs_the_first_day_of_tenure() -> None:
    """Without it nobody knows the month."""
    with pytest.raises(Missing, match="first day of tenure of ana"):
        wanted(RAMP)


# --- days -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "count, share",
    [
        (DayCount.CALENDAR_DAYS, "50/90"),  # 19 of February and 31 of March
        (DayCount.DAYS_AFTER_START, "49/90"),  # the 10th itself is not counted
        (DayCount.WORKING_DAYS, "36/64"),  # 14 and 22, of 22 and 20 and 22
        (DayCount.THIRTY_360, "51/90"),  # the 10th to the 30th are 21, and March 30
        (DayCount.WHOLE_MONTHS, "1/3"),  # March
    ],
)
def test_a_start_on_10_february_counts_for_a_share_of_the_quarter(
    count: DayCount, share: str
) -> None:
    """By each of the day counts."""
    options = {"took_part": {"ana": "2026-02-10..2026-12-31"}, "working_week": FIVE_DAYS}
    assert 900 * Fraction(share) == value(a_quota_rule(proration=count), **options)


@pytest.mark.parametrize("count", list(DayCount))
def test_whoever_takes_part_throughout_has_the_whole_quota(count: DayCount) -> None:
    """Also whoever started on the period's first day, or is not said to have started at all."""
    rule = a_quota_rule(proration=count)
    for days in ({}, {"ana": "2026-01-01..2026-03-31"}, {"ana": "2020-05-05..2026-12-31"}):
        assert Fraction(900) == value(rule, took_part=days, working_week=FIVE_DAYS)


@pytest.mark.parametrize(
    "count, share",
    [
        (DayCount.CALENDAR_DAYS, "0"),
        (DayCount.DAYS_AFTER_START, "0"),
        (DayCount.WORKING_DAYS, "0"),
        (DayCount.THIRTY_360, "0"),
        (DayCount.WHOLE_MONTHS, "0"),
    ],
)
def test_whoever_takes_no_part_has_a_quota_of_zero(count: DayCount, share: str) -> None:
    """The person came in April."""
    options = {"took_part": {"ana": "2026-04-01..2026-12-31"}, "working_week": FIVE_DAYS}
    assert Fraction(share) == value(a_quota_rule(proration=count), **options)


@pytest.mark.parametrize(
    "days, thirtieths",
    [
        ("2026-01-31..2026-03-31", 61),  # the 31st counts as the 30th: one day, and two months
        ("2026-01-01..2026-02-28", 60),  # the last of February counts as the 30th
        ("2026-01-01..2026-02-27", 57),
        ("2026-02-28..2026-03-31", 33),  # from the 28th to the 30th are three: 57 + 33 = 90
        ("2026-01-01..2026-01-30", 30),  # and the 31st adds nothing
    ],
)
def test_months_of_thirty_days(days: str, thirtieths: int) -> None:
    """30/360 counts the first day and the last."""
    rule = a_quota_rule(proration=DayCount.THIRTY_360)
    assert Fraction(10 * thirtieths) == value(rule, took_part={"ana": days})


def test_two_stretches_of_participation_add_up() -> None:
    """31 days of January and 17 from 15 March on: 48 of 90; each later start loses its own day."""
    days = {"ana": ["2026-01-01..2026-01-31", "2026-03-15..2026-03-31"]}
    assert Fraction(480) == value(a_quota_rule(proration=DayCount.CALENDAR_DAYS), took_part=days)
    assert Fraction(470) == value(a_quota_rule(proration=DayCount.DAYS_AFTER_START), took_part=days)


def test_working_days_leave_out_holidays_and_need_a_week() -> None:
    """A holiday on 9 March makes 35 of 63; without a working week it is a fault."""
    rule = a_quota_rule(proration=DayCount.WORKING_DAYS)
    days = {"ana": "2026-02-10..2026-12-31"}
    week = WorkingWeek(days=FIVE_DAYS.days, holidays=(date(2026, 3, 9),))
    assert 900 * Fraction(35, 63) == value(rule, took_part=days, working_week=week)
    with pytest.raises(Missing, match="working days of ana"):
        wanted(rule, took_part=days)


# --- relief ---------------------------------------------------------------------------------------


def relieved(*absences: str, least: int = 14, **options: Any) -> Fraction:
    """The quota by calendar days, less leave and illness of at least two weeks."""
    relief = Relief(kinds=("leave", "illness"), least_days=least)
    rule = a_quota_rule(proration=DayCount.CALENDAR_DAYS, relief=relief)
    return value(rule, away={"ana": absences}, **options)


@pytest.mark.parametrize("least, quota", [(20, 700), (21, 900)])
def test_an_absence_of_exactly_the_least_days_gives_relief(least: int, quota: int) -> None:
    """20 days from 1 to 20 February: 70 of 90 are left."""
    assert Fraction(quota) == relieved("leave 2026-02-01..2026-02-20", least=least)


def test_absences_that_overlap_give_relief_once() -> None:
    """1 to 20 and 11 to 28 February are 28 days together: 62 of 90 are left."""
    assert Fraction(620) == relieved(
        "leave 2026-02-01..2026-02-20", "illness 2026-02-11..2026-02-28"
    )


def test_an_absence_counts_by_its_own_length_and_within_the_participation() -> None:
    """26 December to 10 January is long enough; ten of its days are in the period.

    Who starts on 6 January has 85 days, of which five are taken out.
    """
    assert Fraction(800) == relieved("leave 2025-12-26..2026-01-10")
    assert Fraction(800) == relieved(
        "leave 2025-12-26..2026-01-10", took_part={"ana": "2026-01-06..2026-12-31"}
    )


def test_absences_of_another_kind_give_no_relief() -> None:
    """Training is not among the kinds."""
    assert Fraction(900) == relieved("training 2026-02-01..2026-02-28")


def test_ramp_and_days_multiply() -> None:
    """From 1 March on, a fifth is wanted, for 31 of 90 days: 900 x 1/5 x 31/90 = 62."""
    rule = a_quota_rule(ramp=(Fraction(1, 5),), proration=DayCount.CALENDAR_DAYS)
    found = wanted(rule, since={"ana": "2026-03-01"}, took_part={"ana": "2026-03-01..2026-12-31"})
    assert (
        Target(value=Fraction(62), target=Fraction(900), ramp=Fraction(1, 5), days=Fraction(31, 90))
        == found
    )
    assert found is not None
    assert found.is_changed


# --- roll-up --------------------------------------------------------------------------------------


def rolled(*, over: str = "0", cora: str | None = None, **superiors: Any) -> Fraction | None:
    """Cora's quota where Ana has 600 and Ben 300."""
    rule = a_quota_rule(roll_up=RollUp(over_assignment=Fraction(over)))
    quotas = {"ana": "600", "ben": "300", **({} if cora is None else {"cora": cora})}
    bound = a_bound_plan(
        {"cora": ruled(rule), "ana": ruled(), "ben": ruled()}, quotas=quotas, superiors=superiors
    )
    found = quota_of(bound.payees[0], "sales", QUARTER, bound)
    return None if found is None else found.value


def test_a_roll_up_is_the_sum_of_the_direct_reports() -> None:
    """600 and 300; under an over-assignment of 10% Cora answers for 900 / 1.1 of it."""
    assert Fraction(900) == rolled(ana="cora", ben="cora")
    assert Fraction(9000, 11) == rolled(over="1/10", ana="cora", ben="cora")


def test_a_report_counts_for_the_days_on_which_the_line_stood() -> None:
    """Ben reports to Cora until 14 February, 45 of 90 days: 600 and 150."""
    assert Fraction(750) == rolled(ana="cora", ben=reporting("cora 2026-01-01 2026-02-14"))


def test_what_is_given_comes_before_the_roll_up() -> None:
    """Cora was told 1,000."""
    assert Fraction(1000) == rolled(cora="1000", ana="cora", ben="cora")


def test_nobody_below_is_no_quota() -> None:
    """Not a quota of zero."""
    assert rolled() is None
    assert rolled(ana="dan") is None


def test_a_roll_up_of_roll_ups_takes_what_the_reports_have_by_their_own_rules() -> None:
    """Ana's 600 reach Ben, to whom she reports, and half of the quarter's 600 Cora."""
    rule = a_quota_rule(roll_up=RollUp())
    half = a_quota_rule(proration=DayCount.CALENDAR_DAYS)
    bound = a_bound_plan(
        {"cora": ruled(rule), "ben": ruled(rule), "ana": ruled(half)},
        quotas={"ana": "600"},
        superiors={"ana": "ben", "ben": "cora"},
        took_part={"ana": "2026-02-15..2026-12-31"},  # 45 of 90 days
    )
    found = quota_of(bound.payees[0], "sales", QUARTER, bound)
    assert found is not None
    assert Fraction(300) == found.value


def test_a_roll_up_in_a_circle_is_a_fault() -> None:
    """Ana reported to Ben in January, and Ben to Ana from February on."""
    rule = a_quota_rule(roll_up=RollUp())
    bound = a_bound_plan(
        {"ana": ruled(rule), "ben": ruled(rule)},
        superiors={
            "ana": reporting("ben 2026-01-01 2026-01-31"),
            "ben": reporting("ana 2026-02-01"),
        },
    )
    with pytest.raises(Missing, match="quota of ana for sales"):
        quota_of(bound.payees[0], "sales", QUARTER, bound)
