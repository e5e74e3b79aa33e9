"""Parts: what of a component's amount belongs to which deal.

Payment terms and returns at the original rate ask for it; they are settled in
``accountkit.settlement``. What was given back of a deal makes its weight smaller.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from accountkit.engine.pay.credit import Part
from accountkit.engine.pay.deals import PricedDeal
from accountkit.facts.deals import DealKind
from accountkit.settlement.earned import DealPart
from accountkit.values.money import Amount

__all__ = ["deal_parts"]


def deal_parts(deals: Iterable[PricedDeal], currency: str) -> tuple[DealPart, ...]:
    """The sales behind an amount, by date, each with what the amount is shared out by.

    Sales of which nothing is left have no part in it.
    """
    weights: dict[str, Fraction] = {}
    sold: dict[str, Part] = {}
    for priced in deals:
        deal = priced.part.deal
        if deal.kind is DealKind.SALE:
            sold[deal.id] = priced.part
        name = deal.id if deal.returns is None else deal.returns
        weights[name] = weights.get(name, Fraction(0)) + priced.value
    return tuple(
        DealPart(
            deal=name, date=part.deal.date, amount=Amount(part.amount, currency), weight=weight
        )
        for name, part in sold.items()
        if (weight := weights[name]) > 0
    )
