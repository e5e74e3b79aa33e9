"""Conversions: what an amount of a deal is worth in the plan's currency (design 4.4)."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from tests.agreement.oracle.credits import Credit
from tests.agreement.oracle.rounding import rounded, units
from tests.agreement.oracle.unpayable import Unpayable
from tests.agreement.oracle.world import World

from accountkit.facts.deals import Deal
from accountkit.plans.conversions import Conversion, RateDate
from accountkit.plans.plan import Plan
from accountkit.values.money import currency_digits

__all__ = ["in_plan_currency"]


def in_plan_currency(world: World, plan: Plan, credit: Credit) -> Fraction:
    """The credited part of a deal's amount, converted as the plan says."""
    deal = credit.deal
    if deal.amount.currency == plan.currency:
        return credit.part
    conversion = plan.conversion
    if conversion is None:
        raise Unpayable(f"deal {deal.id} is in {deal.amount.currency}")
    worth = credit.part * _rate(world, plan, conversion, deal)
    if conversion.rounding is None:
        return worth
    minor = rounded(units(worth, plan.currency), conversion.rounding)
    return Fraction(minor, 10 ** currency_digits(plan.currency))


def _rate(world: World, plan: Plan, conversion: Conversion, deal: Deal) -> Fraction:
    if conversion.on is RateDate.FIXED:
        if deal.amount.currency not in conversion.fixed:
            raise Unpayable(f"no fixed rate of {deal.amount.currency}")
        return conversion.fixed[deal.amount.currency]
    on = _day(world, conversion, deal)
    latest: date | None = None
    rate = Fraction(0)
    for known in world.facts.rates.rates:
        pair = (known.source, known.base, known.quote)
        if pair != (conversion.source, deal.amount.currency, plan.currency):
            continue
        if known.date <= on and (latest is None or known.date > latest):
            latest, rate = known.date, known.rate
    if latest is None or on - latest >= timedelta(days=conversion.valid_days or 0):
        raise Unpayable(f"exchange rate for deal {deal.id} is missing")
    return rate


def _day(world: World, conversion: Conversion, deal: Deal) -> date:
    if conversion.on is RateDate.DEAL_DATE:
        return deal.date
    if conversion.on is RateDate.PERIOD_END:
        return world.bound.period.last_day
    invoiced = [invoice.date for invoice in world.facts.invoices if invoice.deal == deal.id]
    if not invoiced:
        raise Unpayable(f"deal {deal.id} has no invoice")
    return min(invoiced)
