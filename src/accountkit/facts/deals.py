"""Deals: what was sold and taken back, by whom, to whom, when and for how much.

Facts only; who is credited is ``accountkit.engine.pay.credit``. A return is a deal of its own with
a negative amount, dated when the goods came back; a cancellation is a return of the whole.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

import attrs

from accountkit.values.money import Money

__all__ = ["Deal", "DealKind"]

_NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})


class DealKind(enum.Enum):
    """Whether goods went out or came back."""

    SALE = "sale"
    RETURN = "return"


@attrs.frozen(kw_only=True)
class Deal:
    """One line of a sale or a return.

    ``returns`` names the deal that a return gives back; ``attributes`` are what the company's
    table says beyond the usual columns, such as a territory or the months of a contract.

    Units:
        ``amount``, ``cost`` and ``list_amount`` (before discount) are totals of the line, not
        prices of a unit; a return's are negative. Checked where deals are read
        (``accountkit.handbook.tables``), not here: there may be millions.
    """

    id: str
    date: date
    person: str
    amount: Money
    client: str | None = None
    product: str | None = None
    quantity: Decimal | None = None
    cost: Money | None = None
    kind: DealKind = DealKind.SALE
    list_amount: Money | None = None
    returns: str | None = None
    attributes: Mapping[str, str] = attrs.field(default=_NO_ATTRIBUTES, hash=False)
