"""Overtime: the regular rate that a commission raises, and the premium for hours beyond standard.

Terms are in ``accountkit.plans.overtime``. What the person earned by results comes from a
statement; straight time is paid for every hour elsewhere. Everything is exact, and nothing is
rounded here.
"""

from __future__ import annotations

from fractions import Fraction

import attrs

from accountkit.errors import InputError
from accountkit.plans.overtime import OvertimeRule
from accountkit.values.money import Amount, Money
from accountkit.values.ratios import ratio_text

__all__ = ["OvertimePremium", "overtime_premium"]


@attrs.frozen(kw_only=True)
class OvertimePremium:
    """What is due on top of straight time in one week.

    Units:
        ``regular_rate`` is for one hour; ``hours`` are those beyond the standard ones; ``premium``
        is rate × share × hours.
    """

    regular_rate: Amount
    hours: Fraction
    premium: Amount


def overtime_premium(
    rule: OvertimeRule, *, wages: Money, by_results: Money, hours: Fraction
) -> OvertimePremium:
    """The premium of one working week.

    Args:
        rule: what the law or the contract says.
        wages: straight time for all hours worked.
        by_results: commission and other pay by results that belongs to the week.
        hours: all hours worked.

    Raises:
        InputError: no hours were worked, or what was earned is below zero.
        CurrencyError: wages and pay by results are in two currencies.

    Source:
        29 CFR 778.118: the commission is added to the other earnings of the week, and the total
        is divided by the total number of hours worked.

    >>> rule = OvertimeRule(standard_hours=Fraction(40), premium_share=Fraction(1, 2))
    >>> wages, commission = Money.parse("USD 600.00"), Money.parse("USD 200.00")
    >>> week = overtime_premium(rule, wages=wages, by_results=commission, hours=Fraction(50))
    >>> week.regular_rate.value, week.premium.value
    (Fraction(16, 1), Fraction(80, 1))
    """
    if hours <= 0:
        raise InputError(
            "hours worked", f"are {ratio_text(hours)}", "give the hours of the week, above zero"
        )
    earned = wages + by_results
    if earned.minor < 0:
        raise InputError(
            "earnings of the week", f"come to {earned}, less than nothing", "mend wages or results"
        )
    rate = earned.exact / hours
    beyond = max(hours - rule.standard_hours, Fraction(0))
    premium = rate * (rule.premium_share * beyond)
    return OvertimePremium(regular_rate=rate, hours=beyond, premium=premium)
