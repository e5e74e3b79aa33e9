"""Returns: what it means for pay that a deal is given back or cancelled, in whole or in part.

A return names the deal it belongs to. Three rules are known: it counts in the period in which it
is dated, or the deal's own period is reckoned anew without it, or what was paid for the deal is
taken back at the rate at which it was paid. The arithmetic is ``accountkit.engine.pay.credit``
(which returns count where) and ``accountkit.settlement.clawbacks``. Months count from the deal's
date.
"""

from __future__ import annotations

import enum

import attrs

from accountkit.errors import TermsError
from accountkit.values.ladders import Ladder, LadderShape
from accountkit.values.validators import at_least, identifier

__all__ = ["ReturnRule", "Returns"]


class ReturnRule(enum.Enum):
    """Where and how a return counts."""

    IN_PERIOD = "in_period"
    """As a negative deal in the period in which it is dated, whatever deal it belongs to."""

    RE_RATING = "re_rating"
    """On the date of its deal: that period is reckoned anew as if the deal had been smaller, and
    the difference is posted to the open period."""

    ORIGINAL_RATE = "original_rate"
    """In the period in which it is dated, what was paid for the part given back is taken back."""


@attrs.frozen(kw_only=True)
class Returns:
    """What becomes of returns under a plan.

    A return later than the window is ignored: the pay stays. At the original rate, ``share`` is a
    ladder over the whole months from deal to return that gives the share taken back (bands such
    as 70% up to six months); with ``prorated`` it is the part of the window that has not passed,
    in days. ``attainment_falls`` says whether such a return still counts against the quota.

    Raises:
        TermsError: something is stated that the rule does not use, or proration without a window.
    """

    rule: ReturnRule = attrs.field(metadata={"doc": "where and how a return counts"})
    clause: str | None = attrs.field(
        default=None,
        validator=identifier,
        metadata={"doc": "id of the plan's clause that states it; for original_rate"},
    )
    window_months: int | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(at_least(1)),
        metadata={"doc": "months from the deal in which a return matters; left out: for ever"},
    )
    share: Ladder | None = attrs.field(
        default=None, metadata={"doc": "share taken back, by months since the deal"}
    )
    prorated: bool = attrs.field(
        default=False, metadata={"doc": "whether the share falls with the days of the window"}
    )
    attainment_falls: bool | None = attrs.field(
        default=None,
        metadata={"doc": "whether the return also counts against the quota; for original_rate"},
    )

    def __attrs_post_init__(self) -> None:
        at_original = self.rule is ReturnRule.ORIGINAL_RATE
        stated = {
            "clause": self.clause is not None,
            "share": self.share is not None,
            "prorated": self.prorated,
            "attainment_falls": self.attainment_falls is not None,
        }
        for name, is_stated in stated.items():
            if is_stated and not at_original:
                raise TermsError(
                    "returns",
                    f"states {name} and takes nothing back at the original rate",
                    f"leave it out, or make the rule {ReturnRule.ORIGINAL_RATE.value}",
                    path=(name,),
                )
        if at_original and (self.clause is None or self.attainment_falls is None):
            missing = "clause" if self.clause is None else "attainment_falls"
            raise TermsError("returns", f"does not state {missing}", f"add {missing}:")
        if self.rule is ReturnRule.IN_PERIOD and self.window_months is not None:
            raise TermsError(
                "returns",
                "states a window and counts every return in its own period",
                "leave window_months out, or choose another rule",
                path=("window_months",),
            )
        if self.prorated and (self.window_months is None or self.share is not None):
            raise TermsError(
                "returns",
                "is prorated without a window, or by bands as well",
                "state window_months, and one of share and prorated",
                path=("prorated",),
            )
        if self.share is not None and self.share.shape is LadderShape.SLICED:
            raise TermsError(
                "returns",
                "a sliced ladder gives no share",
                "use step, whole or curve",
                path=("share", "shape"),
            )
