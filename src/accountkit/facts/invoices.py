"""Invoices and payments: what was asked of a client for a deal, and what was received.

Both belong to a deal by its id and are in its currency; amounts are zero or more, and a refund is a
payment below zero. Whether an invoice is overdue is judged by a measure
(``accountkit.plans.measures``).
"""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

import attrs

from accountkit.values.money import Money

__all__ = ["Invoice", "Payment"]

Day: TypeAlias = date
"""A date, by a name that no field takes."""


@attrs.frozen(kw_only=True)
class Invoice:
    """What was asked of a client for a deal, or for a part of it; ``due`` is the last day in time.

    An invoice without a due date is due on its own day.
    """

    id: str
    deal: str
    date: date
    amount: Money
    due: Day | None = None


@attrs.frozen(kw_only=True)
class Payment:
    """What a client paid for a deal; ``invoice`` names the invoice it settles, if it is known.

    A payment without an invoice settles the deal's invoices from the earliest due on.
    """

    id: str
    deal: str
    date: date
    amount: Money
    invoice: str | None = None
