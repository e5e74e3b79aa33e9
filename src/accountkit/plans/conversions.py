"""Conversions: at which rate amounts in other currencies enter a plan.

A plan counts in one currency. What is in another is converted at the rate of a named source on a
stated date, or at a fixed rate of the plan. The rates of sources are facts
(``accountkit.facts.exchange_rates``); a missing rate is a fault, never one. A rate is how many
units of the plan's currency one unit of the other is worth.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from fractions import Fraction

import attrs

from accountkit.errors import TermsError
from accountkit.values.ratios import ratio_text
from accountkit.values.rounding import RoundingMode
from accountkit.values.validators import at_least, currency_code, identifier

__all__ = ["Conversion", "RateDate"]


class RateDate(enum.Enum):
    """On which day's rate an amount is converted."""

    DEAL_DATE = "deal_date"
    """That of the deal."""

    INVOICE_DATE = "invoice_date"
    """That of the deal's first invoice; a deal without one is a fault."""

    PERIOD_END = "period_end"
    """The last day of the period in which the deal is dated."""

    FIXED = "fixed"
    """None: the plan states the rates itself."""


@attrs.frozen(kw_only=True)
class Conversion:
    """How amounts in other currencies are converted, deal by deal.

    A source's rate holds from its date on until the next, and no longer than ``valid_days``.
    Converted amounts keep every digit, unless ``rounding`` names a mode; each is then rounded to
    the plan's currency.

    Raises:
        TermsError: a source where rates are fixed, or the other way round; a rate that is not
            above zero.
    """

    on: RateDate = attrs.field(metadata={"doc": "on which day's rate"})
    source: str | None = attrs.field(
        default=None, validator=identifier, metadata={"doc": "id of the source of the rates"}
    )
    valid_days: int | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(at_least(1)),
        metadata={"doc": "how many days a rate may be old, its own day included"},
    )
    fixed: Mapping[str, Fraction] = attrs.field(
        factory=dict[str, Fraction], metadata={"doc": "the rate for each currency"}
    )
    rounding: RoundingMode | None = attrs.field(
        default=None, metadata={"doc": "how each converted amount is rounded; left out: not"}
    )

    def __attrs_post_init__(self) -> None:
        is_fixed = self.on is RateDate.FIXED
        if is_fixed != bool(self.fixed):
            raise TermsError(
                "conversion",
                "has fixed rates and a date rule, or neither",
                "state fixed rates with on: fixed, and only there",
                path=("fixed",),
            )
        if is_fixed in {self.source is not None, self.valid_days is not None}:
            raise TermsError(
                "conversion",
                "needs source and valid_days where rates are not fixed, and only there",
                "state both, or fix the rates",
                path=("source",),
            )
        for currency, rate in self.fixed.items():
            currency_code(self, attrs.fields(Conversion).fixed, currency)
            if rate <= 0:
                raise TermsError(
                    "conversion",
                    f"the rate of {currency} is {ratio_text(rate)}",
                    "give a rate above zero",
                    path=("fixed", currency),
                )
