"""Facts: everything that is known to have happened, together.

Each kind of fact has a module of its own in this package; here they are kept in a fixed order and
found by what they belong to. Nothing here says what a fact is worth.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Protocol, TypeVar

from accountkit.errors import InputError
from accountkit.facts.adjustments import Adjustment
from accountkit.facts.assignments import Assignment
from accountkit.facts.contacts import Contact
from accountkit.facts.deals import Deal
from accountkit.facts.exchange_rates import ExchangeRate, ExchangeRates
from accountkit.facts.fulfilments import Fulfilment
from accountkit.facts.invoices import Invoice, Payment
from accountkit.facts.splits import Share
from accountkit.values.periods import Period

__all__ = ["Facts"]

_ORDER = attrgetter("date", "id")
_SHARE_ORDER = attrgetter("deal", "person", "kind.value", "share")
_ASSIGNMENT_ORDER = attrgetter("attribute", "value", "person")
_CONTACT_ORDER = attrgetter("date", "person", "kind")
_FULFILMENT_ORDER = attrgetter("occasion", "person", "duty", "done_on")


class Facts:
    """Everything that is known to have happened.

    Deals are in order of their dates and, within a day, of their ids. The order in which anything
    is given changes nothing.

    Raises:
        InputError: two deals have the same id.

    >>> from datetime import date
    >>> from accountkit.values.money import Money
    >>> deal = Deal(id="1", date=date(2026, 1, 9), person="ana", amount=Money.parse("PHP 5.00"))
    >>> [found.id for found in Facts([deal]).dated(Period.month(2026, 1))]
    ['1']
    """

    def __init__(
        self,
        deals: Iterable[Deal] = (),
        *,
        shares: Iterable[Share] = (),
        assignments: Iterable[Assignment] = (),
        invoices: Iterable[Invoice] = (),
        payments: Iterable[Payment] = (),
        contacts: Iterable[Contact] = (),
        fulfilments: Iterable[Fulfilment] = (),
        adjustments: Iterable[Adjustment] = (),
        rates: Iterable[ExchangeRate] = (),
    ) -> None:
        self.deals: tuple[Deal, ...] = tuple(sorted(deals, key=_ORDER))
        self.shares = tuple(sorted(shares, key=_SHARE_ORDER))
        self.assignments = tuple(sorted(assignments, key=_ASSIGNMENT_ORDER))
        self.invoices = tuple(sorted(invoices, key=_ORDER))
        self.payments = tuple(sorted(payments, key=_ORDER))
        self.contacts = tuple(sorted(contacts, key=_CONTACT_ORDER))
        self.fulfilments = tuple(sorted(fulfilments, key=_FULFILMENT_ORDER))
        self.adjustments = tuple(sorted(adjustments, key=_ORDER))
        self.rates = ExchangeRates(rates)
        self._dates = [deal.date for deal in self.deals]
        for noun, things in (
            ("deal", self.deals),
            ("invoice", self.invoices),
            ("payment", self.payments),
            ("adjustment", self.adjustments),
        ):
            _check_ids(noun, things)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Facts) and self._all == other._all

    def __hash__(self) -> int:
        return hash((self.deals, self.payments, self.adjustments))

    @property
    def _all(self) -> tuple[object, ...]:
        return (
            self.deals,
            self.shares,
            self.assignments,
            self.invoices,
            self.payments,
            self.contacts,
            self.fulfilments,
            self.adjustments,
            self.rates,
        )

    def __repr__(self) -> str:
        return f"Facts({len(self.deals)} deals)"

    def dated(self, period: Period) -> tuple[Deal, ...]:
        """The deals of a period, earliest first."""
        first = bisect_left(self._dates, period.start)
        return self.deals[first : bisect_left(self._dates, period.end)]

    @cached_property
    def by_client(self) -> Mapping[str, tuple[Deal, ...]]:
        """The deals of each client, earliest first; deals without a client are left out."""
        return _grouped((deal.client, deal) for deal in self.deals if deal.client is not None)

    @property
    def span(self) -> Period | None:
        """From the first deal's day to the last deal's day, or ``None`` without deals."""
        if not self._dates:
            return None
        return Period(self._dates[0], Period.day(self._dates[-1]).end)

    @cached_property
    def by_id(self) -> Mapping[str, Deal]:
        """Each deal by its id."""
        return {deal.id: deal for deal in self.deals}

    @cached_property
    def returns_of(self) -> Mapping[str, tuple[Deal, ...]]:
        """The returns of each deal that name it, earliest first."""
        return _grouped((deal.returns, deal) for deal in self.deals if deal.returns is not None)

    @cached_property
    def shares_of(self) -> Mapping[str, tuple[Share, ...]]:
        """The shares of each deal that is split or has overlays."""
        return _grouped((share.deal, share) for share in self.shares)

    @cached_property
    def invoices_of(self) -> Mapping[str, tuple[Invoice, ...]]:
        """The invoices of each deal, earliest first."""
        return _grouped((invoice.deal, invoice) for invoice in self.invoices)

    def adjustments_in(self, person: str, period: Period) -> tuple[Adjustment, ...]:
        """The adjustments of a person that belong to a period."""
        if not self.adjustments:
            return ()
        return tuple(one for one in self.adjustments_of.get(person, ()) if one.period == period)

    @cached_property
    def adjustments_of(self) -> Mapping[str, tuple[Adjustment, ...]]:
        """The adjustments of each person, earliest first."""
        return _grouped((adjustment.person, adjustment) for adjustment in self.adjustments)

    @cached_property
    def payments_of(self) -> Mapping[str, tuple[Payment, ...]]:
        """The payments of each deal, earliest first."""
        return _grouped((payment.deal, payment) for payment in self.payments)


_K = TypeVar("_K")
_V = TypeVar("_V")


def _grouped(pairs: Iterable[tuple[_K, _V]]) -> dict[_K, tuple[_V, ...]]:
    found: defaultdict[_K, list[_V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


class _Named(Protocol):
    @property
    def id(self) -> str: ...


def _check_ids(noun: str, things: Sequence[_Named]) -> None:
    counts = Counter(thing.id for thing in things)
    if len(counts) < len(things):
        twice = min(name for name, count in counts.items() if count > 1)
        raise InputError(f"{noun} {twice}", "is given more than once", "keep one of them")
