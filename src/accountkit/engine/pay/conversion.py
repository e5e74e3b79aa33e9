"""Conversion: amounts in other currencies, in the currency of a plan.

Terms are in ``accountkit.plans.conversions``, rates in ``accountkit.facts.exchange_rates``.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import attrs

from accountkit.facts.deals import Deal
from accountkit.facts.known import Facts
from accountkit.plans.conversions import Conversion, RateDate
from accountkit.plans.faults import Missing
from accountkit.plans.plan import Plan
from accountkit.settlement.trace import Step, StepKind
from accountkit.values.money import Amount
from accountkit.values.periods import Period

__all__ = ["Converter", "Rate"]


@attrs.frozen(kw_only=True)
class Rate:
    """A rate as it applies to one deal; ``on`` is the day it was published, if it was."""

    value: Fraction
    source: str
    on: date | None


@attrs.frozen
class Converter:
    """Converts what one plan counts in one period."""

    plan: Plan
    period: Period
    facts: Facts

    def rate(self, deal: Deal, currency: str) -> Rate:
        """The rate for a deal.

        Raises:
            Missing: the plan does not convert, or there is no rate for the day.
        """
        terms = self.plan.conversion
        if terms is None:
            raise Missing(
                f"exchange rate for deal {deal.id}",
                f"is missing: the deal is in {currency} and plan {self.plan.id}"
                f" counts in {self.plan.currency}",
                f"state the deal in {self.plan.currency}, or add conversion: to the plan",
            )
        if terms.on is RateDate.FIXED:
            return self._fixed(terms, deal, currency)
        return self._published(terms, deal, currency)

    def convert(self, value: Fraction, rate: Rate) -> Fraction:
        """So much of the other currency in the plan's, rounded if the plan says so."""
        converted = value * rate.value
        mode = self.plan.conversion.rounding if self.plan.conversion else None
        if mode is None:
            return converted
        return Amount(converted, self.plan.currency).round(mode).exact.value

    def step(self, deal: Deal, value: Amount, rate: Rate, result: Fraction) -> Step:
        """The step of a trace that tells of a conversion."""
        mode = self.plan.conversion.rounding if self.plan.conversion else None
        inputs = {
            "amount": value,
            "rate": rate.value,
            "source": rate.source,
            **({} if rate.on is None else {"on": rate.on.isoformat()}),
            **({} if mode is None else {"mode": mode.value}),
        }
        return Step(
            kind=StepKind.CONVERSION,
            subject=deal.id,
            result=Amount(result, self.plan.currency),
            inputs=inputs,
        )

    def _fixed(self, terms: Conversion, deal: Deal, currency: str) -> Rate:
        if currency not in terms.fixed:
            raise Missing(
                f"exchange rate for deal {deal.id}",
                f"is missing: plan {self.plan.id} fixes no rate of {currency}",
                "add it to the plan's fixed rates",
            )
        return Rate(value=terms.fixed[currency], source=self.plan.id, on=None)

    def _published(self, terms: Conversion, deal: Deal, currency: str) -> Rate:
        assert terms.source is not None  # noqa: S101 - the term saw to both
        assert terms.valid_days is not None  # noqa: S101
        day = self._day(terms.on, deal)
        found = self.facts.rates.find(
            terms.source, currency, self.plan.currency, day, terms.valid_days
        )
        if found is None:
            raise Missing(
                f"exchange rate for deal {deal.id}",
                f"is missing: {terms.source} has none from {currency} to {self.plan.currency}"
                f" for {day} that is at most {terms.valid_days} days old",
                "add the rate to the table of exchange rates",
            )
        return Rate(value=found.rate, source=terms.source, on=found.date)

    def _day(self, rule: RateDate, deal: Deal) -> date:
        match rule:
            case RateDate.PERIOD_END:
                return self.period.last_day
            case RateDate.INVOICE_DATE:
                invoices = self.facts.invoices_of.get(deal.id, ())
                if not invoices:
                    raise Missing(
                        f"exchange rate for deal {deal.id}",
                        f"is that of its first invoice by plan {self.plan.id}, and it has none",
                        "add the invoice",
                    )
                return invoices[0].date
            case _:
                return deal.date
