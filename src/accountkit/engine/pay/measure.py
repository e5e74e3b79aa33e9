"""Measure: the second stage, from credited deals to a number per person and measure.

Which deals reach a person is ``accountkit.engine.pay.credit``; here they are counted.
Sums are exact money of the plan's currency, counts whole numbers; both travel as fractions.
What is counted is declared in ``accountkit.plans.measures``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import takewhile

import attrs

from accountkit.facts.deals import Deal, DealKind, Facts
from accountkit.plans.measures import ActiveClients, Measure, NewClients, SalesSum
from accountkit.values.money import Money
from accountkit.values.periods import Period, months_after

__all__ = ["Measured", "measure", "window"]


@attrs.frozen(kw_only=True)
class Measured:
    """The value of a measure for a person, and the deals it was counted from.

    Units:
        ``value`` is money in the currency of the deals, or a whole number of clients.
    """

    value: Fraction
    deals: tuple[Deal, ...]


def window(what: Measure, period: Period) -> Period:
    """The days whose credited deals a measure looks at."""
    match what:
        case ActiveClients(window_months=months):
            return Period(months_after(period.end, -months), period.end)
        case SalesSum() | NewClients():
            return period


def measure(what: Measure, deals: tuple[Deal, ...], facts: Facts) -> Measured:
    """Count a measure over somebody's deals within its window, all in one currency.

    ``facts`` are there for the history of clients, which others may have served.
    """
    match what:
        case SalesSum():
            return Measured(value=_sum(deals), deals=deals)
        case ActiveClients():
            counted = _active(what, deals)
        case NewClients():
            counted = _new(what, deals, facts)
    return Measured(
        value=Fraction(len(counted)),
        deals=tuple(deal for deal in deals if deal.client in counted),
    )


def _sum(deals: Sequence[Deal]) -> Fraction:
    if not deals:
        return Fraction(0)
    return Money.sum([deal.amount for deal in deals], deals[0].amount.currency).exact.value


def _by_client(deals: Iterable[Deal]) -> dict[str, list[Deal]]:
    found: defaultdict[str, list[Deal]] = defaultdict(list)
    for deal in deals:
        if deal.client is not None:
            found[deal.client].append(deal)
    return found


def _active(what: ActiveClients, deals: Iterable[Deal]) -> frozenset[str]:
    return frozenset(
        client
        for client, theirs in _by_client(deals).items()
        if sum(deal.kind is DealKind.SALE for deal in theirs) >= what.least_sales
        and _sum(theirs) >= what.least_amount.exact.value
    )


def _new(what: NewClients, deals: Iterable[Deal], facts: Facts) -> frozenset[str]:
    return frozenset(
        client
        for client, theirs in _by_client(deals).items()
        if _sum(theirs) >= what.least_amount.exact.value
        and _opens(theirs, facts.by_client[client], what.quiet_months)
    )


def _opens(theirs: Iterable[Deal], history: Iterable[Deal], quiet_months: int) -> bool:
    """Whether the first sale among ``theirs`` broke a silence of the client with everybody."""
    first = next((deal for deal in theirs if deal.kind is DealKind.SALE), None)
    if first is None:
        return False
    quiet_since = months_after(first.date, -quiet_months)
    earlier = takewhile(lambda deal: deal is not first, history)
    return not any(deal.kind is DealKind.SALE and deal.date >= quiet_since for deal in earlier)
