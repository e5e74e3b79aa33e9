"""Crediting: which people of a plan a deal counts for, and for which share.

A deal counts for the person who made it, unless the facts split it between several people, or the
plan credits by an attribute of the deal to whoever that attribute is assigned to on the deal's
date. What counts for a superior is said by each override and team measure. The arithmetic is in
``accountkit.engine.pay.credit``. Days are days of deals.
"""

from __future__ import annotations

import enum

import attrs

from accountkit.errors import TermsError
from accountkit.values.validators import at_least, identifier

__all__ = ["Crediting", "LeaverPolicy", "Leavers", "Overlays"]


class Overlays(enum.Enum):
    """What becomes of credit given on top of the whole of a deal."""

    REFUSE = "refuse"
    """The plan knows none: overlay credit for one of its people is a fault."""

    CREDIT = "credit"
    """It counts for its person like any other credit."""


class LeaverPolicy(enum.Enum):
    """What somebody who has left still earns."""

    EARN_UNTIL_EXIT = "earn_until_exit"
    """Deals up to the last day count, later ones do not."""

    EARN_CLOSING_WITHIN = "earn_closing_within"
    """Deals of some days after the last day count too."""

    NOTHING = "nothing"
    """Whoever has left by the period's last day earns nothing in that period."""


@attrs.frozen(kw_only=True)
class Leavers:
    """What the plan promises people who leave.

    Raises:
        TermsError: days are stated where they mean nothing, or missing where they are needed.
    """

    policy: LeaverPolicy = attrs.field(metadata={"doc": "what somebody who has left still earns"})
    days: int | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(at_least(1)),
        metadata={"doc": "days after the last day in which deals still count"},
    )

    def __attrs_post_init__(self) -> None:
        needs_days = self.policy is LeaverPolicy.EARN_CLOSING_WITHIN
        if needs_days and self.days is None:
            raise TermsError(
                "leavers", "does not say within how many days", "add days:", path=("policy",)
            )
        if not needs_days and self.days is not None:
            raise TermsError(
                "leavers",
                f"states days and the policy {self.policy.value}, which has none",
                f"leave days out, or make it {LeaverPolicy.EARN_CLOSING_WITHIN.value}",
                path=("days",),
            )


@attrs.frozen(kw_only=True)
class Crediting:
    """How deals reach the people of a plan.

    ``by_attribute`` names an attribute of deals, or ``client`` or ``product``; a deal then counts
    for the person that the facts assign to its value on its date, and not for whoever made it.
    Nobody assigned, or two people, is a fault. A deal that the facts split is credited by the
    split, whatever the plan says.
    """

    by_attribute: str | None = attrs.field(
        default=None,
        validator=identifier,
        metadata={"doc": "credit whoever this attribute of the deal is assigned to"},
    )
    overlays: Overlays = attrs.field(
        default=Overlays.REFUSE, metadata={"doc": "what becomes of credit on top of the whole"}
    )
    leavers: Leavers | None = attrs.field(
        default=None,
        metadata={"doc": "what leavers earn; left out: deals after the last day are a fault"},
    )
