"""Guarantees: the least that a person is paid by results for a while, whatever the result.

What is added is never taken back; an advance that is, is a draw (``accountkit.plans.draws``).
The arithmetic is ``accountkit.settlement.guarantees``. Money is in the plan's currency, per
period; months are whole months of tenure at the period's last day.
"""

from __future__ import annotations

import enum
from fractions import Fraction

import attrs

from accountkit.errors import TermsError
from accountkit.plans._sums import one_sum
from accountkit.values.money import Money
from accountkit.values.validators import at_least, identifier, not_negative

__all__ = ["Guarantee", "MinimumPay", "While"]


class While(enum.Enum):
    """When a guarantee holds."""

    ALWAYS = "always"
    """In every period."""

    TENURE = "tenure"
    """In the first months of tenure."""

    ABSENCE = "absence"
    """In periods with a day of absence; it is prorated by the calendar days of absence."""


@attrs.frozen(kw_only=True)
class Guarantee:
    """Pay is at least a sum, or a share of what was earned on average before.

    Units:
        ``share_of_average`` is a ratio of the mean of what was earned in the last
        ``average_periods`` periods before this one, as far as there are any.

    Raises:
        TermsError: it does not state exactly one sum, or months or kinds that do not belong to
            when it holds.
    """

    id: str = attrs.field(validator=identifier, metadata={"doc": "the guarantee's name"})
    clause: str = attrs.field(
        validator=identifier, metadata={"doc": "id of the plan's clause that states it"}
    )
    amount: Money | None = attrs.field(
        default=None, metadata={"doc": "the sum, the same for everybody"}
    )
    amount_from: str | None = attrs.field(
        default=None,
        validator=identifier,
        metadata={"doc": "name of the personal parameter that holds it"},
    )
    share_of_average: Fraction | None = attrs.field(
        default=None,
        validator=not_negative,
        metadata={"doc": "share of what was earned on average, such as 75%"},
    )
    average_periods: int | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(at_least(1)),
        metadata={"doc": "over how many periods before this one the average is taken"},
    )
    holds: While = attrs.field(metadata={"doc": "when it holds"})
    tenure_months: int | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(at_least(1)),
        metadata={"doc": "months of tenure it holds for"},
    )
    absence_kinds: tuple[str, ...] = attrs.field(
        default=(), metadata={"doc": "kinds of absence, such as leave"}
    )

    def __attrs_post_init__(self) -> None:
        subject = f"guarantee {self.id}"
        if self.share_of_average is None:
            one_sum(subject, self.amount, self.amount_from)
        elif self.amount is not None or self.amount_from is not None:
            raise TermsError(
                subject,
                "states a sum and a share of the average",
                "state one of them",
                path=("share_of_average",),
            )
        if (self.share_of_average is None) != (self.average_periods is None):
            raise TermsError(
                subject,
                "needs share_of_average and average_periods together",
                "state both, or neither",
                path=("average_periods",),
            )
        if (self.holds is While.TENURE) != (self.tenure_months is not None):
            raise TermsError(
                subject,
                "needs tenure_months where it holds in the first months, and only there",
                "state holds: tenure and tenure_months together",
                path=("tenure_months",),
            )
        if (self.holds is While.ABSENCE) != bool(self.absence_kinds):
            raise TermsError(
                subject,
                "needs absence_kinds where it holds during absence, and only there",
                "state holds: absence and absence_kinds together",
                path=("absence_kinds",),
            )


@attrs.frozen(kw_only=True)
class MinimumPay:
    """The whole pay by results of a period is topped up to a sum, on a line of its own.

    Raises:
        TermsError: none or both of the amounts are given, or the amount is below zero.
    """

    clause: str = attrs.field(
        validator=identifier, metadata={"doc": "id of the plan's clause that states it"}
    )
    amount: Money | None = attrs.field(
        default=None, metadata={"doc": "the sum, the same for everybody"}
    )
    amount_from: str | None = attrs.field(
        default=None,
        validator=identifier,
        metadata={"doc": "name of the personal parameter that holds it"},
    )

    def __attrs_post_init__(self) -> None:
        one_sum("minimum pay", self.amount, self.amount_from)
