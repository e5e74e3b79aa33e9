"""Quotas found: the targets given for a person and a period, and shares of a year's target.

What becomes of a target afterwards (ramp, proration, relief, roll-up) is worked out in
``accountkit.engine.pay``. Money is shared out in minor units, counts in whole ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from fractions import Fraction

from accountkit.errors import TermsError
from accountkit.plans.measures import Measure
from accountkit.plans.plan import Plan
from accountkit.plans.quotas import Quota, QuotaRule
from accountkit.values.calendars import Calendar
from accountkit.values.money import currency_digits
from accountkit.values.periods import Period
from accountkit.values.ratios import ratio_text
from accountkit.values.shares import share_out_units

__all__ = ["GivenQuotas"]


class GivenQuotas:
    """The quotas of a handbook, by person and period."""

    def __init__(
        self, calendar: Calendar, measures: Mapping[str, Measure], quotas: Iterable[Quota]
    ) -> None:
        self._calendar = calendar
        self._measures = measures
        self._given: defaultdict[tuple[str, Period], dict[str, Fraction]] = defaultdict(dict)
        for quota in quotas:
            self._given[quota.person, quota.period][quota.measure] = Fraction(quota.target)

    def of(self, person: str, plan: Plan, period: Period, year: Period) -> dict[str, Fraction]:
        """The quotas of a person in a period: as they are given, else shares of the year's.

        Raises:
            TermsError: the weights are not as many as the year has periods, or a year's target
                cannot be shared out in whole units.
        """
        found = dict(self._given.get((person, period), {}))
        yearly = self._given.get((person, year), {})
        for rule in plan.quota_rules:
            if rule.year_weights and rule.measure in yearly and rule.measure not in found:
                target = yearly[rule.measure]
                found[rule.measure] = self._share(rule, target, plan, (period, year))
        return found

    def _share(
        self, rule: QuotaRule, target: Fraction, plan: Plan, where: tuple[Period, Period]
    ) -> Fraction:
        period, year = where
        periods = self._calendar.periods(plan.period, year)
        if len(rule.year_weights) != len(periods):
            raise TermsError(
                f"quota of {rule.measure}",
                f"has {len(rule.year_weights)} year_weights where"
                f" {self._calendar.label(year)} has {len(periods)} periods",
                f"give one for each {plan.period.value}",
            )
        what = self._measures.get(rule.measure)
        unit = 10 ** currency_digits(plan.currency) if what is not None and what.IS_MONEY else 1
        units = target * unit
        if units.denominator != 1:
            raise TermsError(
                f"quota of {rule.measure}",
                f"is {ratio_text(target)} for {self._calendar.label(year)}, which cannot be shared"
                " out in whole units",
                "give a target without a fraction of a unit, or one for each period",
            )
        parts = share_out_units(int(units), rule.year_weights)
        return Fraction(parts[periods.index(period)], unit)
