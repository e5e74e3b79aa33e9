"""Quotas: what is wanted of a person in a period, by the plan's rule for the measure.

Terms are in ``accountkit.plans.quotas``. The order is fixed: what is given, else what the people
below have; then the ramp; then the days that count. Everything is exact.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from accountkit.plans.bound import BoundPlan, Payee
from accountkit.plans.faults import Missing
from accountkit.plans.quotas import DayCount, QuotaRule
from accountkit.values.periods import Period, months_after
from accountkit.values.working_weeks import WorkingWeek

__all__ = ["Target", "months_between", "quota_of"]

_DAY = timedelta(days=1)
_ALL = Fraction(1)
_MONTH_DAYS = 30
_NONE: Mapping[str, Fraction] = {}


class Target(NamedTuple):
    """A quota with what it is made of: target × ramp × days."""

    value: Fraction
    target: Fraction
    ramp: Fraction = _ALL
    days: Fraction = _ALL

    @property
    def is_changed(self) -> bool:
        """Whether a rule made it another than what was given."""
        return self.ramp != 1 or self.days != 1


def quota_of(
    payee: Payee,
    measure: str,
    period: Period,
    bound: BoundPlan,
    *,
    above: frozenset[str] = frozenset(),
) -> Target | None:
    """The quota of a measure in the open period or an earlier one of the year.

    Args:
        payee: whose.
        measure: of which measure.
        period: in which period.
        bound: the plans, people and lines.
        above: those whose quota is being rolled up from this one.

    Raises:
        Missing: a ramp needs the first day of tenure, or working days the working week; or people
            whose quotas are rolled up reported to each other, one after the other.
    """
    rule = payee.plan.quota_rule(measure) if payee.plan.quota_rules else None
    given = _given(payee, period, bound).get(measure)
    if given is None and rule is not None and rule.roll_up is not None:
        if payee.person in above:
            raise Missing(
                f"quota of {payee.person} for {measure}",
                f"is that of the people below, who reported in a circle within {period}",
                "give the quota of one of them",
            )
        reports = _rolled_up(payee, measure, period, bound, above=above | {payee.person})
        given = None if reports is None else reports / (1 + rule.roll_up.over_assignment)
    if given is None:
        return None
    if rule is None:
        return Target(given, given)
    ramp = _ramp(payee, rule, period) if rule.ramp else _ALL
    days = _days(payee, rule, period, bound.working_week)
    return Target(given * ramp * days, given, ramp, days)


def _given(payee: Payee, period: Period, bound: BoundPlan) -> Mapping[str, Fraction]:
    if period is bound.period or period == bound.period:
        return payee.quotas
    earlier = (quotas for when, quotas in payee.earlier_quotas if when == period)
    return next(earlier, _NONE)


def _rolled_up(
    payee: Payee, measure: str, period: Period, bound: BoundPlan, *, above: frozenset[str]
) -> Fraction | None:
    """The quotas of the direct reports, each for the days on which the line stood."""
    total: Fraction | None = None
    for report in bound.payees:
        line = bound.superiors.get(report.person)
        if line is None or report.person == payee.person:
            continue
        days = sum(held.days for who, held in line.over(period) if who == payee.person)
        quota = quota_of(report, measure, period, bound, above=above) if days else None
        if quota is not None:
            total = (total or Fraction(0)) + quota.value * Fraction(days, period.days)
    return total


def months_between(since: date, day: date) -> int:
    """Whole months from one day to another: from the 15th to the next 14th none, to the 15th one.

    Before ``since`` there are none.
    """
    months = (day.year - since.year) * 12 + day.month - since.month
    while months > 0 and months_after(since, months) > day:
        months -= 1
    return max(months, 0)


def _ramp(payee: Payee, rule: QuotaRule, period: Period) -> Fraction:
    if payee.since is None:
        raise Missing(
            f"first day of tenure of {payee.person}",
            f"is missing where the quota of {rule.measure} has a ramp",
            "give the person an appointment with a first day",
        )
    firsts = [_first_day(payee, month) for month in _months(period)]
    factors = [
        rule.ramp[tenure] if tenure < len(rule.ramp) else _ALL
        for tenure in (months_between(payee.since, day) for day in firsts if day is not None)
    ]
    return sum(factors, Fraction(0)) / len(factors) if factors else Fraction(0)


def _months(period: Period) -> Iterator[Period]:
    """The months of a period, counted from its first day; the last may be shorter."""
    number, start = 0, period.start
    while start < period.end:
        number += 1
        end = min(months_after(period.start, number), period.end)
        yield Period(start, end)
        start = end


def _first_day(payee: Payee, within: Period) -> date | None:
    """The first day of participation within some days."""
    return next((span.start for span in _taken_part(payee, within)), None)


def _taken_part(payee: Payee, within: Period) -> Iterator[Period]:
    if not payee.participation:
        yield within
        return
    for span in payee.participation:
        common = span.overlap(within)
        if common is not None:
            yield common


def _days(payee: Payee, rule: QuotaRule, period: Period, week: WorkingWeek | None) -> Fraction:
    """The share of a period that counts, by the rule's day count."""
    if rule.proration is None:
        return _ALL
    spans = list(_present(payee, rule, period))
    match rule.proration:
        case DayCount.CALENDAR_DAYS:
            return Fraction(sum(span.days for span in spans), period.days)
        case DayCount.DAYS_AFTER_START:
            late = sum(
                span.start in period and span.start > period.start for span in payee.participation
            )
            return Fraction(max(sum(span.days for span in spans) - late, 0), period.days)
        case DayCount.WORKING_DAYS:
            whole = _working_days(payee, period, week)
            worked = sum(_working_days(payee, span, week) for span in spans)
            return Fraction(worked, whole) if whole else Fraction(0)
        case DayCount.THIRTY_360:
            return Fraction(sum(_thirty(span) for span in spans), _thirty(period))
        case DayCount.WHOLE_MONTHS:
            months = list(_months(period))
            held = sum(any(span.contains_period(month) for span in spans) for month in months)
            return Fraction(held, len(months))


def _present(payee: Payee, rule: QuotaRule, period: Period) -> Iterator[Period]:
    """The stretches of participation within a period, less the absences that give relief."""
    away = (
        []
        if rule.relief is None
        else [
            absence.days
            for absence in payee.absences
            if absence.kind in rule.relief.kinds and absence.days.days >= rule.relief.least_days
        ]
    )
    for span in _taken_part(payee, period):
        yield from _less(span, sorted(away))


def _less(span: Period, away: list[Period]) -> Iterator[Period]:
    start = span.start
    for gone in away:
        if gone.end <= start or gone.start >= span.end:
            continue
        if gone.start > start:
            yield Period(start, gone.start)
        start = max(start, gone.end)
    if start < span.end:
        yield Period(start, span.end)


def _working_days(payee: Payee, span: Period, week: WorkingWeek | None) -> int:
    if week is None:
        raise Missing(
            f"working days of {payee.person}",
            "are missing where they prorate a quota",
            "give the company a working week",
        )
    days = (span.start + number * _DAY for number in range(span.days))
    return sum(week.works_on(day) for day in days)


def _thirty(span: Period) -> int:
    """Days of a stretch, every month having thirty; both the first and the last day count."""
    return _thirtieth(span.last_day, is_last=True) - _thirtieth(span.start, is_last=False)


def _thirtieth(day: date, *, is_last: bool) -> int:
    """The number of a day where every month has thirty, counted from a fixed day on."""
    number = min(day.day, _MONTH_DAYS)
    if is_last and (day + _DAY).month != day.month:
        number = _MONTH_DAYS
    return 360 * day.year + 30 * day.month + number - (0 if is_last else 1)
