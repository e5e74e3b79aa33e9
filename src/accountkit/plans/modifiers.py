"""Modifiers: kickers, caps and floors of one component.

The order is fixed: measure, attainment, gate, rate, kicker, cap and floor, rounding. A cap or
floor here holds for one component and one period, and what is cut off is lost; caps over several
components or periods, and those that carry the excess, are in ``accountkit.plans.caps``.
Money is in the plan's currency.
"""

from __future__ import annotations

from fractions import Fraction

import attrs

from accountkit.errors import TermsError
from accountkit.plans._sums import one_sum
from accountkit.plans.conditions import Gate
from accountkit.plans.selections import Selection
from accountkit.values.money import Money
from accountkit.values.validators import identifier, not_negative

__all__ = ["Bound", "Kicker"]


@attrs.frozen(kw_only=True)
class Kicker:
    """A factor on what a component comes to, when a condition holds.

    The condition is a gate on the period, or, where deals are priced one by one, a selection of
    deals. Several kickers that hold multiply.

    Raises:
        TermsError: none or both of the conditions are given.
    """

    factor: Fraction = attrs.field(validator=not_negative, metadata={"doc": "such as 1.5"})
    gate: Gate | None = attrs.field(
        default=None, metadata={"doc": "what must be reached in the period"}
    )
    where: Selection | None = attrs.field(
        default=None, metadata={"doc": "which deals, of a component that prices each alone"}
    )

    def __attrs_post_init__(self) -> None:
        if (self.gate is None) == (self.where is None):
            found = "has no condition" if self.gate is None else "has two conditions"
            raise TermsError("kicker", found, "state one of gate or where")


@attrs.frozen(kw_only=True)
class Bound:
    """A cap or a floor: the most, or the least, that a component comes to in a period.

    Raises:
        TermsError: none or both of ``amount`` and ``amount_from`` are given, or the amount is
            below zero.
    """

    amount: Money | None = attrs.field(
        default=None, metadata={"doc": "the sum, the same for everybody, such as PHP 5000.00"}
    )
    amount_from: str | None = attrs.field(
        default=None,
        validator=identifier,
        metadata={"doc": "name of the personal parameter that holds the sum"},
    )

    def __attrs_post_init__(self) -> None:
        one_sum("bound", self.amount, self.amount_from)
