"""Quotas: how much is wanted of a measure, and how far it has come (design 5.3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

import attrs
from tests.agreement.oracle.days import (
    days_of,
    month_slices,
    reports_to,
    took_part_on,
    whole_months,
)
from tests.agreement.oracle.measures import Question, value_of
from tests.agreement.oracle.unpayable import Unpayable

from accountkit.plans.bound import BoundPlan, Payee
from accountkit.plans.measures import DealCount, DistinctClients, MarginSum, SalesSum, UnitSum
from accountkit.plans.plan import WithoutQuota
from accountkit.plans.quotas import DayCount, QuotaRule
from accountkit.values.calendars import Weekday
from accountkit.values.periods import Period
from accountkit.values.working_weeks import WorkingWeek

__all__ = ["attainment_of", "quota_of", "reached"]

_DAY = timedelta(days=1)


def reached(question: Question, measure: str) -> Fraction | None:
    """The attainment of a measure; none where there is no quota, whatever that means."""
    wanted = _wanted(question, measure)
    if not wanted:
        return None
    return value_of(attrs.evolve(question, attained=True), measure) / wanted


def attainment_of(question: Question, measure: str) -> Fraction | None:
    """The attainment of a measure; none where the plan says that no quota pays nothing."""
    value_of(attrs.evolve(question, attained=True), measure)
    found = reached(question, measure)
    if found is None and question.payee.plan.without_quota is WithoutQuota.FAULT:
        raise Unpayable(f"{question.payee.person} has no quota of {measure}")
    return found


def _wanted(question: Question, measure: str) -> Fraction:
    """The quota of the period, or of all periods that are taken together."""
    bound, payee = question.world.bound, question.payee
    what = bound.measures[measure]
    days = question.days
    if days is None:
        days = bound.period
        match what:
            case SalesSum() | MarginSum() | UnitSum() | DealCount() | DistinctClients():
                if what.to_date is not None:
                    days = Period(bound.frame(what.to_date).start, bound.period.end)
            case _:
                pass
    total = Fraction(0)
    for period in [*(period for period, _ in payee.earlier_quotas), bound.period]:
        if days.start <= period.start and period.end <= days.end:
            total += quota_of(bound, payee, measure, period) or 0
    return total


def quota_of(bound: BoundPlan, payee: Payee, measure: str, period: Period) -> Fraction | None:
    """The quota of one payee in one period, by the plan's rule."""
    rule = payee.plan.quota_rule(measure)
    target = _given(bound, payee, period).get(measure)
    if target is None and rule is not None and rule.roll_up is not None:
        target = _rolled_up(bound, payee, measure, period) / (1 + rule.roll_up.over_assignment)
    if target is None or rule is None:
        return target
    return target * _ramp(payee, rule, period) * _days_share(bound, payee, rule, period)


def _given(bound: BoundPlan, payee: Payee, period: Period) -> dict[str, Fraction]:
    if period == bound.period:
        return dict(payee.quotas)
    for earlier, quotas in payee.earlier_quotas:
        if earlier == period:
            return dict(quotas)
    return {}


def _rolled_up(bound: BoundPlan, boss: Payee, measure: str, period: Period) -> Fraction:
    total = Fraction(0)
    for payee in bound.payees:
        under = [day for day in days_of(period) if _is_under(bound, payee, boss, day)]
        if under:
            quota = quota_of(bound, payee, measure, period) or Fraction(0)
            total += quota * Fraction(len(under), len(days_of(period)))
    return total


def _is_under(bound: BoundPlan, payee: Payee, boss: Payee, day: date) -> bool:
    return reports_to(bound, payee.person, day) == boss.person


# --- ramp and days --------------------------------------------------------------------------------


def _ramp(payee: Payee, rule: QuotaRule, period: Period) -> Fraction:
    """The mean of the shares wanted in those months in which somebody takes part."""
    if not rule.ramp:
        return Fraction(1)
    if payee.since is None:
        raise Unpayable(f"first day of tenure of {payee.person} is missing")
    shares: list[Fraction] = []
    for month in month_slices(period):
        days = [day for day in days_of(month) if took_part_on(payee, day)]
        if days:
            index = whole_months(payee.since, days[0])
            shares.append(rule.ramp[index] if 0 <= index < len(rule.ramp) else Fraction(1))
    return sum(shares, Fraction(0)) / len(shares) if shares else Fraction(0)


def _days_share(bound: BoundPlan, payee: Payee, rule: QuotaRule, period: Period) -> Fraction:
    if rule.proration is None:
        return Fraction(1)
    days = [
        day
        for day in days_of(period)
        if took_part_on(payee, day) and not _is_relieved(payee, rule, day)
    ]
    match rule.proration:
        case DayCount.CALENDAR_DAYS:
            return Fraction(len(days), len(days_of(period)))
        case DayCount.DAYS_AFTER_START:
            firsts = [s.start for s in payee.participation if period.start < s.start < period.end]
            return Fraction(len(days) - len(firsts), len(days_of(period)))
        case DayCount.WORKING_DAYS:
            week = bound.working_week
            if week is None:
                raise Unpayable("nobody said on which days the company works")
            return Fraction(_working(week, days), _working(week, days_of(period)))
        case DayCount.WHOLE_MONTHS:
            months = month_slices(period)
            whole = [month for month in months if all(day in days for day in days_of(month))]
            return Fraction(len(whole), len(months))
        case DayCount.THIRTY_360:
            return Fraction(_thirty_360(days), _thirty_360(days_of(period)))


def _is_relieved(payee: Payee, rule: QuotaRule, day: date) -> bool:
    relief = rule.relief
    return relief is not None and any(
        away.kind in relief.kinds
        and away.days.days >= relief.least_days
        and away.days.start <= day < away.days.end
        for away in payee.absences
    )


def _working(week: WorkingWeek, days: list[date]) -> int:
    weekdays = tuple(Weekday)
    return sum(weekdays[day.weekday()] in week.days and day not in week.holidays for day in days)


def _thirty_360(days: list[date]) -> int:
    """The days of each run, where every month has 30 of them."""
    total = 0
    for first, last in _runs(days):
        months = 12 * (last.year - first.year) + last.month - first.month
        total += 30 * months + _day_of_thirty(last) - min(first.day, 30) + 1
    return total


def _day_of_thirty(day: date) -> int:
    is_last_of_february = day.month == 2 and (day + _DAY).month == 3
    return 30 if is_last_of_february else min(day.day, 30)


def _runs(days: list[date]) -> Iterator[tuple[date, date]]:
    """First and last day of each unbroken run of days."""
    for day in days:
        if day - _DAY not in days:
            last = day
            while last + _DAY in days:
                last += _DAY
            yield day, last
