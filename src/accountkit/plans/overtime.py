"""Overtime: what a commission adds to the pay of hours beyond the standard ones.

Pay by results raises the regular rate of an hourly worker in the week that it belongs to, and
with it the premium for overtime. Terms only: the arithmetic is ``accountkit.engine.pay.overtime``.
Hours are those of one working week; there are no default numbers, for they are the law's.
"""

from __future__ import annotations

from fractions import Fraction

import attrs

from accountkit.errors import TermsError
from accountkit.values.ratios import ratio_text
from accountkit.values.validators import not_negative

__all__ = ["OvertimeRule"]


@attrs.frozen(kw_only=True)
class OvertimeRule:
    """From how many hours on a premium is due, and which share of the regular rate it is.

    Units:
        ``standard_hours`` are hours of a week, such as 40; ``premium_share`` is a ratio of the
        regular rate, such as 50%, on top of the straight time that is paid for every hour.

    Raises:
        TermsError: the standard hours are not above zero, or the share is below zero.

    Source:
        29 CFR 778.118 (commission paid on a workweek basis) with 778.109 and 778.110.
    """

    standard_hours: Fraction = attrs.field(
        metadata={"doc": "hours of a week without premium, such as 40"}
    )
    premium_share: Fraction = attrs.field(
        validator=not_negative, metadata={"doc": "share of the regular rate, such as 50%"}
    )

    def __attrs_post_init__(self) -> None:
        if self.standard_hours <= 0:
            raise TermsError(
                "overtime",
                f"starts after {ratio_text(self.standard_hours)} hours",
                "give a number of hours above zero",
                path=("standard_hours",),
            )
