"""Selections: whether a deal is among those that a term is about."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from tests.agreement.oracle.unpayable import Unpayable

from accountkit.facts.deals import Deal
from accountkit.plans.selections import AttributeBound, Selection

__all__ = ["is_selected", "lies_within"]


def is_selected(where: Selection | None, deal: Deal, day: date) -> bool:
    """Whether everything that is stated holds for a deal that counts on a day."""
    if where is None:
        return True
    return (
        (not where.products or deal.product in where.products)
        and (not where.clients or deal.client in where.clients)
        and all(deal.attributes.get(name) == value for name, value in where.attributes.items())
        and (where.start is None or where.start <= day)
        and (where.until is None or day <= where.until)
        and all(_admits(bound, deal) for bound in where.bounds)
    )


def _admits(bound: AttributeBound, deal: Deal) -> bool:
    text = deal.attributes.get(bound.attribute)
    if text is None:
        return False
    try:
        number = Fraction(Decimal(text))
    except InvalidOperation:
        raise Unpayable(f"{bound.attribute} of deal {deal.id} is no number") from None
    return lies_within(bound.at_least, bound.above, bound.at_most, bound.below, number)


def lies_within(
    at_least: Fraction | None,
    above: Fraction | None,
    at_most: Fraction | None,
    below: Fraction | None,
    number: Fraction,
) -> bool:
    """Whether a number lies on the right side of the bounds that are stated."""
    return (
        (at_least is None or number >= at_least)
        and (above is None or number > above)
        and (at_most is None or number <= at_most)
        and (below is None or number < below)
    )
