"""Selection: whether a deal is among those that a term is about.

Terms are in ``accountkit.plans.selections``.
"""

from __future__ import annotations

from fractions import Fraction

from accountkit.errors import InputError
from accountkit.facts.deals import Deal
from accountkit.plans.faults import Missing
from accountkit.plans.selections import AttributeBound, Selection
from accountkit.values.ratios import parse_ratio

__all__ = ["attribute", "selects"]


def selects(where: Selection | None, deal: Deal) -> bool:
    """Whether everything that the selection states holds for the deal.

    Raises:
        Missing: an attribute that is compared as a number is none.
    """
    if where is None:
        return True
    if where.products and deal.product not in where.products:
        return False
    if where.clients and deal.client not in where.clients:
        return False
    if where.start is not None and deal.date < where.start:
        return False
    if where.until is not None and deal.date > where.until:
        return False
    return _has_attributes(where, deal)


def _has_attributes(where: Selection, deal: Deal) -> bool:
    if any(attribute(deal, name) != value for name, value in where.attributes.items()):
        return False
    return all(_within(bound, deal) for bound in where.bounds)


def attribute(deal: Deal, name: str) -> str | None:
    """What a deal has under the name: its client, its product or an attribute of its table."""
    if name == "client":
        return deal.client
    if name == "product":
        return deal.product
    return deal.attributes.get(name)


def _within(bound: AttributeBound, deal: Deal) -> bool:
    text = deal.attributes.get(bound.attribute)
    return text is not None and bound.admits(_number(text, bound.attribute, deal))


def _number(text: str, name: str, deal: Deal) -> Fraction:
    try:
        return parse_ratio(text, name)
    except InputError as error:
        raise Missing(
            f"{name} of deal {deal.id}", error.problem, "write a number, or select without it"
        ) from None
