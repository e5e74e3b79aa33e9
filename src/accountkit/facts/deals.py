"""Deals: what was sold and taken back, by whom, to whom, when and for how much.

Facts only; who is credited is ``accountkit.engine.pay.credit``. A return is a deal of its own with
a negative amount, dated when the goods came back.
"""

from __future__ import annotations

import enum
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from operator import attrgetter

import attrs

from accountkit.errors import InputError
from accountkit.values.money import Money
from accountkit.values.periods import Period

__all__ = ["Deal", "DealKind", "Facts"]

_ORDER = attrgetter("date", "id")


class DealKind(enum.Enum):
    """Whether goods went out or came back."""

    SALE = "sale"
    RETURN = "return"


@attrs.frozen(kw_only=True)
class Deal:
    """One line of a sale or a return.

    Units:
        ``amount`` and ``cost`` are totals of the line, not prices of a unit; a return's are
        negative. Checked where deals are read (``accountkit.handbook.tables``), not here: there
        may be millions.
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


class Facts:
    """All deals that are known, in order of their dates and, within a day, of their ids.

    The order in which they are given changes nothing.

    Raises:
        InputError: two deals have the same id.

    >>> from datetime import date
    >>> deal = Deal(id="1", date=date(2026, 1, 9), person="ana", amount=Money.parse("PHP 5.00"))
    >>> [found.id for found in Facts([deal]).dated(Period.month(2026, 1))]
    ['1']
    """

    def __init__(self, deals: Iterable[Deal] = ()) -> None:
        self.deals: tuple[Deal, ...] = tuple(sorted(deals, key=_ORDER))
        self._dates = [deal.date for deal in self.deals]
        self._check_ids()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Facts) and self.deals == other.deals

    def __hash__(self) -> int:
        return hash(self.deals)

    def __repr__(self) -> str:
        return f"Facts({len(self.deals)} deals)"

    def dated(self, period: Period) -> tuple[Deal, ...]:
        """The deals of a period, earliest first."""
        first = bisect_left(self._dates, period.start)
        return self.deals[first : bisect_left(self._dates, period.end)]

    @cached_property
    def by_client(self) -> Mapping[str, tuple[Deal, ...]]:
        """The deals of each client, earliest first; deals without a client are left out."""
        found: defaultdict[str, list[Deal]] = defaultdict(list)
        for deal in self.deals:
            if deal.client is not None:
                found[deal.client].append(deal)
        return {client: tuple(deals) for client, deals in found.items()}

    @property
    def span(self) -> Period | None:
        """From the first deal's day to the last deal's day, or ``None`` without deals."""
        if not self._dates:
            return None
        return Period(self._dates[0], Period.day(self._dates[-1]).end)

    def _check_ids(self) -> None:
        counts = Counter(deal.id for deal in self.deals)
        if len(counts) < len(self.deals):
            twice = min(name for name, count in counts.items() if count > 1)
            raise InputError(f"deal {twice}", "is given more than once", "keep one of them")
