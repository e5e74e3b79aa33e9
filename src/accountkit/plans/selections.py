"""Selections: which deals a measure, an exception or a spiff is about.

A deal is selected when everything that is stated holds for it; an empty selection takes every
deal. Which people a deal counts for is crediting (``accountkit.plans.crediting``).
Attributes are what a company's table says of a deal beyond the usual columns: a territory, a
category, the months of the contract. Bounds compare them as plain numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import attrs

from accountkit.errors import TermsError
from accountkit.plans._bounds import one_bound, within_bound
from accountkit.values.validators import identifier

__all__ = ["AttributeBound", "Selection"]


@attrs.frozen(kw_only=True)
class AttributeBound:
    """A deal's attribute, read as a number, lies on one side of a bound.

    Raises:
        TermsError: none or several of the bounds are given.
    """

    attribute: str = attrs.field(
        validator=identifier, metadata={"doc": "name of the attribute, such as term_months"}
    )
    at_least: Fraction | None = attrs.field(default=None, metadata={"doc": "it is this or more"})
    above: Fraction | None = attrs.field(default=None, metadata={"doc": "it is more than this"})
    at_most: Fraction | None = attrs.field(default=None, metadata={"doc": "it is this or less"})
    below: Fraction | None = attrs.field(default=None, metadata={"doc": "it is less than this"})

    def __attrs_post_init__(self) -> None:
        one_bound(f"bound of {self.attribute}", self)

    def admits(self, value: Fraction) -> bool:
        """Whether a deal with this value is selected."""
        return within_bound(self, value)


@attrs.frozen(kw_only=True)
class Selection:
    """The deals for which everything stated here holds.

    Raises:
        TermsError: the last day comes before the first.
    """

    products: tuple[str, ...] = attrs.field(
        default=(), metadata={"doc": "ids of products; left out: any"}
    )
    clients: tuple[str, ...] = attrs.field(
        default=(), metadata={"doc": "ids of clients; left out: any"}
    )
    attributes: Mapping[str, str] = attrs.field(
        factory=dict[str, str], metadata={"doc": "attributes with the value that each must have"}
    )
    bounds: tuple[AttributeBound, ...] = attrs.field(
        default=(), metadata={"doc": "attributes that are compared as numbers"}
    )
    start: date | None = attrs.field(default=None, metadata={"doc": "first day of the deals"})
    until: date | None = attrs.field(default=None, metadata={"doc": "last day of the deals"})

    def __attrs_post_init__(self) -> None:
        if self.start is not None and self.until is not None and self.until < self.start:
            raise TermsError(
                "selection",
                f"ends on {self.until}, before it starts on {self.start}",
                "swap the dates",
                path=("until",),
            )
