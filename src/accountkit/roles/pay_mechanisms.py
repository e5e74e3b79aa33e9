"""Pay mechanisms: in which ways a role is paid, by reference and without a number.

The plan of a company (``accountkit.plans``) holds the figures and pays; a mechanism only says that
the role has pay of this kind, and on which of its targets.
"""

from __future__ import annotations

import enum

import attrs

from accountkit.values.texts import Text
from accountkit.values.validators import identifier

__all__ = ["PayKind", "PayMechanism"]


class PayKind(enum.Enum):
    """A way to be paid."""

    BASE = "base"
    VARIABLE_PART = "variable_part"
    COMMISSION = "commission"
    QUOTA_PAY = "quota_pay"
    DEFERRED_BONUS = "deferred_bonus"
    AWARD_IN_KIND = "award_in_kind"
    BONUS_PER_DEAL = "bonus_per_deal"
    MINIMUM_PAY = "minimum_pay"
    STANDING = "standing"
    """What repeated misses lead to; accountkit recommends, people decide."""


@attrs.frozen(kw_only=True)
class PayMechanism:
    """One way in which a role is paid."""

    id: str = attrs.field(validator=identifier, metadata={"doc": "the mechanism's id"})
    kind: PayKind = attrs.field(metadata={"doc": "the way of pay"})
    text: Text = attrs.field(metadata={"doc": "what a document says of it"})
    measures: tuple[str, ...] = attrs.field(
        default=(), metadata={"doc": "ids of the role's targets it depends on"}
    )
    source: tuple[str, ...] = attrs.field(
        default=(), metadata={"doc": "ids of the source rows it comes from"}
    )
    note: str | None = attrs.field(
        default=None, metadata={"doc": "remark for the people who keep the handbook"}
    )
