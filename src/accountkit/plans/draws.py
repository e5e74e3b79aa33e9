"""Draws: advances against pay that is not yet earned.

A recoverable draw is repaid out of later pay above it; a non-recoverable one is not.
The arithmetic is ``accountkit.settlement.draws``. Money is in the plan's currency, per period;
dates are first and last days, and a draw holds in a period whose last day lies between them.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import attrs

from accountkit.errors import TermsError
from accountkit.plans._sums import one_sum
from accountkit.values.money import Money
from accountkit.values.ratios import percent_text
from accountkit.values.validators import at_least, identifier

__all__ = ["Draw", "Recovery"]


def _share(instance: object, field: attrs.Attribute[Fraction], value: Fraction) -> None:
    del instance
    if not 0 <= value <= 1:
        raise TermsError(
            field.name, f"is {percent_text(value)}", "give 0% to 100%", path=(field.name,)
        )


@attrs.frozen(kw_only=True)
class Recovery:
    """How a recoverable draw is repaid.

    In each period from the first one on, ``share`` of what is due above the draw (above nothing,
    once the draw has ended) is taken, never more than ``most`` and never more than is owed.
    """

    share: Fraction = attrs.field(
        default=Fraction(1),
        validator=_share,
        metadata={"doc": "share of the pay above the draw that is taken"},
    )
    most: Money | None = attrs.field(
        default=None, metadata={"doc": "the most taken in a period; left out: no limit"}
    )
    start: date | None = attrs.field(
        default=None,
        metadata={"doc": "first day of recovery; left out: from the first period on"},
    )
    start_after_months: int | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(at_least(0)),
        metadata={"doc": "whole months of tenure, at the period's last day, before recovery"},
    )
    forgiven_after_months: int | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(at_least(1)),
        metadata={"doc": "whole months of tenure after which what is still owed is forgiven"},
    )

    def __attrs_post_init__(self) -> None:
        if self.start is not None and self.start_after_months is not None:
            raise TermsError(
                "recovery",
                "says twice when it starts",
                "state one of start and start_after_months",
                path=("start_after_months",),
            )
        if self.most is not None and self.most.minor < 0:
            raise TermsError(
                "recovery", f"takes at most {self.most}", "give zero or more", path=("most",)
            )


@attrs.frozen(kw_only=True)
class Draw:
    """The least that is paid out in a period, as an advance on what is not yet earned.

    Raises:
        TermsError: none or both of the amounts are given; a recoverable draw does not say how it
            is recovered, or a non-recoverable one does; it ends before it starts.
    """

    id: str = attrs.field(validator=identifier, metadata={"doc": "the draw's name"})
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
    is_recoverable: bool = attrs.field(metadata={"doc": "whether it is repaid out of later pay"})
    recovery: Recovery | None = attrs.field(
        default=None, metadata={"doc": "how it is repaid; of a recoverable draw only"}
    )
    start: date | None = attrs.field(
        default=None, metadata={"doc": "first day it holds; left out: from the plan's first"}
    )
    until: date | None = attrs.field(
        default=None, metadata={"doc": "last day it holds; left out: to the plan's last"}
    )
    tenure_months: int | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(at_least(1)),
        metadata={"doc": "months of tenure it holds for; left out: however long"},
    )

    def __attrs_post_init__(self) -> None:
        subject = f"draw {self.id}"
        one_sum(subject, self.amount, self.amount_from)
        if self.is_recoverable and self.recovery is None:
            raise TermsError(
                subject, "is recoverable and does not say how", "add recovery:", path=("recovery",)
            )
        if not self.is_recoverable and self.recovery is not None:
            raise TermsError(
                subject,
                "is not recoverable and says how it is recovered",
                "leave recovery out, or make it recoverable",
                path=("recovery",),
            )
        if self.start is not None and self.until is not None and self.until < self.start:
            raise TermsError(
                subject,
                f"ends on {self.until}, before it starts on {self.start}",
                "swap the dates",
                path=("until",),
            )
