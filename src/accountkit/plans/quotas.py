"""Quotas: how much of a measure is wanted of a person in a period.

A quota is given for each person, measure and period; a plan may also say how a yearly target is
distributed, and how a target changes with the days that somebody takes part, with tenure, with
absence, and with the quotas of the people below. Working it out is
``accountkit.engine.pay.quotas``; attainment (measure ÷ quota) is ``accountkit.engine.pay.measure``.
Targets are in the measure's unit: money in the plan's currency, or a plain number.
"""

from __future__ import annotations

import enum
from decimal import Decimal
from fractions import Fraction

import attrs

from accountkit.errors import TermsError
from accountkit.values.periods import Period
from accountkit.values.ratios import percent_text
from accountkit.values.validators import at_least, identifier, not_empty, not_negative

__all__ = ["DayCount", "Quota", "QuotaRule", "Relief", "RollUp"]


@attrs.frozen(kw_only=True)
class Quota:
    """One target: of this person, of this measure, in this period.

    Raises:
        TermsError: the target is below zero.
    """

    person: str = attrs.field(validator=identifier, metadata={"doc": "whose quota, by id"})
    measure: str = attrs.field(validator=identifier, metadata={"doc": "of which measure, by id"})
    period: Period = attrs.field(metadata={"doc": "for which period, such as 2026-Q1"})
    target: Decimal = attrs.field(
        validator=not_negative, metadata={"doc": "how much, in the measure's unit"}
    )


class DayCount(enum.Enum):
    """How the share of a period is counted in which somebody takes part."""

    CALENDAR_DAYS = "calendar_days"
    """Days from the first to the last one, both counted, ÷ days of the period."""

    DAYS_AFTER_START = "days_after_start"
    """As calendar days, but a first day inside the period is not counted itself."""

    WORKING_DAYS = "working_days"
    """The company's working days, ÷ those of the period."""

    THIRTY_360 = "thirty_360"
    """Every month has 30 days: the 31st counts as the 30th, the last of February as the 30th."""

    WHOLE_MONTHS = "whole_months"
    """Months taken part in from their first day to their last, ÷ months of the period."""


@attrs.frozen(kw_only=True)
class Relief:
    """Days of absence that make the quota smaller; they are counted as proration counts days."""

    kinds: tuple[str, ...] = attrs.field(
        validator=not_empty, metadata={"doc": "kinds of absence, such as leave or illness"}
    )
    least_days: int = attrs.field(
        validator=at_least(1),
        metadata={"doc": "calendar days that one absence has at least, to count at all"},
    )


@attrs.frozen(kw_only=True)
class RollUp:
    """A superior's quota is the sum of the quotas of the direct reports.

    Each report counts for the share of the period's days on which the line stood. With
    over-assignment the reports are given more than the superior answers for: quotas of 110 under
    an over-assignment of 10% make 100.
    """

    over_assignment: Fraction = attrs.field(
        default=Fraction(0),
        validator=not_negative,
        metadata={"doc": "how much more the reports are given, such as 10%"},
    )


@attrs.frozen(kw_only=True)
class QuotaRule:
    """How the quota of one measure comes about under a plan.

    The order is fixed: the target given for the period, else the share of the year's target
    by ``year_weights``, else the roll-up; then the ramp; then proration and relief.

    Units:
        ``year_weights``: one weight for each of the plan's periods in a year, in order; they sum
        to one. Money is distributed in minor units and counts in whole ones, by largest
        remainder, so that the parts sum to the year's target.
        ``ramp``: the share of the target wanted in the first, second, ... month of tenure; later
        months want all of it. A period of several months takes the mean over the months in which
        the person takes part.

    Raises:
        TermsError: weights do not sum to one, or relief is stated without proration.
    """

    measure: str = attrs.field(validator=identifier, metadata={"doc": "id of the measure"})
    year_weights: tuple[Fraction, ...] = attrs.field(
        default=(), metadata={"doc": "share of the year's target in each of its periods"}
    )
    roll_up: RollUp | None = attrs.field(
        default=None, metadata={"doc": "the quota is that of the people below"}
    )
    ramp: tuple[Fraction, ...] = attrs.field(
        default=(), metadata={"doc": "share of the target in each of the first months of tenure"}
    )
    proration: DayCount | None = attrs.field(
        default=None,
        metadata={"doc": "how days of participation count; left out: the target is not prorated"},
    )
    relief: Relief | None = attrs.field(
        default=None, metadata={"doc": "absences that make the quota smaller"}
    )

    def __attrs_post_init__(self) -> None:
        for name, shares in (("year_weights", self.year_weights), ("ramp", self.ramp)):
            for position, share in enumerate(shares):
                if share < 0:
                    raise TermsError(
                        f"quota of {self.measure}",
                        f"{name} holds {percent_text(share)}, less than nothing",
                        "give zero or more",
                        path=(name, position),
                    )
        if self.year_weights and sum(self.year_weights) != 1:
            raise TermsError(
                f"quota of {self.measure}",
                f"year_weights sum to {percent_text(sum(self.year_weights, Fraction(0)))}",
                "let them sum to 100%",
                path=("year_weights",),
            )
        if self.relief is not None and self.proration is None:
            raise TermsError(
                f"quota of {self.measure}",
                "states relief for absence and not how days count",
                "add proration: with one of the day counts",
                path=("relief",),
            )
