"""Earned: what a component came to, as the engine hands it to settlement.

It is exact and not rounded yet. How it comes about is ``accountkit.engine.pay``; what becomes of
it is ``accountkit.settlement.payout``.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import NamedTuple

import attrs

from accountkit.settlement.trace import Step
from accountkit.values.money import Amount

__all__ = ["DealPart", "Earned"]


@attrs.frozen(kw_only=True)
class DealPart:
    """What of a component's amount belongs to one deal.

    ``weight`` is what the amount is shared out by over the deals, zero or more: what the deal
    earned, where deals are priced alone, else its credited amount less what was given back of it.
    ``amount`` is the credited part of the deal's own amount, in the plan's currency.
    """

    deal: str
    date: date
    amount: Amount
    weight: Fraction


class Earned(NamedTuple):
    """What one component came to, before rounding.

    ``parts`` are there for components with payment terms, and for all under a plan that takes
    back at the original rate; deals of no weight are left out. Where the plan rounds each deal and
    the component prices each alone, ``by_deal`` holds their exact amounts before the component's
    cap and floor; they are rounded one by one, and the bounds are laid on their sum. It is left
    out where a gate is not passed.
    """

    component: str
    clause: str
    exact: Amount
    steps: tuple[Step, ...] = ()
    parts: tuple[DealPart, ...] = ()
    by_deal: tuple[Fraction, ...] | None = None
