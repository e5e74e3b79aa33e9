"""Caps: the most that components pay together, in a period or to date.

A cap of one component in one period, whose excess is lost, is ``accountkit.plans.modifiers``.
The arithmetic is ``accountkit.settlement.caps``. Money is in the plan's currency.
"""

from __future__ import annotations

import enum

import attrs

from accountkit.plans._sums import one_sum
from accountkit.values.calendars import PeriodKind
from accountkit.values.money import Money
from accountkit.values.validators import identifier

__all__ = ["Cap", "Excess"]


class Excess(enum.Enum):
    """What becomes of what is cut off."""

    LOST = "lost"
    """It is never paid."""

    CARRIED = "carried"
    """It is paid in later periods, as far as their cap leaves room."""


@attrs.frozen(kw_only=True)
class Cap:
    """The most that the named components come to together, after each was rounded.

    ``within`` a quarter, half or year it bounds what was let through since the start of that
    frame, which starts anew with the next; left out, each period stands alone. Excess that is
    carried survives the frame.

    Raises:
        TermsError: none or both of ``amount`` and ``amount_from`` are given, or the amount is
            below zero.
    """

    id: str = attrs.field(validator=identifier, metadata={"doc": "the cap's name"})
    clause: str = attrs.field(
        validator=identifier, metadata={"doc": "id of the plan's clause that states it"}
    )
    components: tuple[str, ...] = attrs.field(
        default=(), metadata={"doc": "ids of the components; left out: all of them"}
    )
    amount: Money | None = attrs.field(
        default=None, metadata={"doc": "the most, the same for everybody"}
    )
    amount_from: str | None = attrs.field(
        default=None,
        validator=identifier,
        metadata={"doc": "name of the personal parameter that holds it"},
    )
    within: PeriodKind | None = attrs.field(
        default=None, metadata={"doc": "quarter, half or year, over which it counts to date"}
    )
    excess: Excess = attrs.field(metadata={"doc": "what becomes of what is cut off"})

    def __attrs_post_init__(self) -> None:
        one_sum(f"cap {self.id}", self.amount, self.amount_from)
