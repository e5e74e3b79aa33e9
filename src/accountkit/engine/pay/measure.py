"""Measure: the second stage, from what is credited to a number per person and measure.

Which deals reach a person is ``accountkit.engine.pay.credit``; here they are counted.
Sums are exact money of the plan's currency, counts plain numbers; all travel as fractions.
What is counted is declared in ``accountkit.plans.measures``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from itertools import takewhile
from typing import NamedTuple, Protocol

import attrs

from accountkit.engine.pay.credit import Credited, Part
from accountkit.facts.deals import Deal, DealKind
from accountkit.facts.invoices import Invoice, Payment
from accountkit.facts.known import Facts
from accountkit.plans.bound import BoundPlan, Payee
from accountkit.plans.faults import Missing
from accountkit.plans.measures import (
    ActiveClients,
    Collections,
    Contacts,
    DealCount,
    DistinctClients,
    Event,
    FulfilmentShare,
    MarginSum,
    Measure,
    NewClients,
    OverdueReceivables,
    Quotient,
    SalesSum,
    UnitSum,
    WeightedSum,
    Whose,
)
from accountkit.plans.selections import Selection
from accountkit.settlement.trace import Step
from accountkit.values.money import Amount
from accountkit.values.periods import Period, months_after

__all__ = ["Counting", "CreditOf", "Measured", "deal_part", "looks_back_to", "margin_of", "window"]

_WHOLE = Fraction(1)


class Measured(NamedTuple):
    """The value of a measure for a person, and the deals it was counted from.

    Units:
        ``value`` is money in the plan's currency, or a plain number.
    """

    value: Fraction
    deals: tuple[Deal, ...] = ()
    steps: tuple[Step, ...] = ()


def window(what: Measure, bound: BoundPlan) -> Period:
    """The days whose facts a measure looks at."""
    period = bound.period
    match what:
        case ActiveClients(window_months=months):
            return Period(months_after(period.end, -months), period.end)
        case SalesSum() | MarginSum() | UnitSum() | DealCount() | DistinctClients():
            if what.to_date is not None:
                return Period(bound.frame(what.to_date).start, period.end)
            if what.rolling_months is not None:
                return Period(months_after(period.end, -what.rolling_months), period.end)
            return period
        case _:
            return period


def looks_back_to(what: Measure, bound: BoundPlan) -> date:
    """The earliest day on which a deal may have been made that a measure counts.

    What counts by invoices and payments may belong to a deal of any day.
    """
    match what:
        case Collections() | OverdueReceivables():
            return date.min
        case SalesSum() | MarginSum() if what.counted_at is not Event.BOOKING:
            return date.min
        case _:
            return window(what, bound).start


class CreditOf(Protocol):
    """Gives what is credited to a person."""

    def __call__(
        self,
        level: Whose,
        days: Period | None = None,
        where: Selection | None = None,
        *,
        priced: bool = False,
    ) -> Credited:
        """What is credited: whose, of which days (left out: of any), and of which deals."""
        ...


@attrs.frozen
class Counting:
    """The counting of measures for one person.

    ``credited`` gives what is credited to the person.
    """

    payee: Payee
    facts: Facts
    credited: CreditOf

    def count(self, what: Measure, days: Period, *, priced: bool = False) -> Measured:
        """Count a measure over the facts of some days.

        Args:
            what: a measure that counts facts itself.
            days: usually its window.
            priced: leave out what no rate applies to.

        Raises:
            Missing: a fact lacks what the measure needs, or no occasion fell due.
        """
        match what:
            case SalesSum(counted_at=Event.BOOKING):
                return self._of_deals(what, days, priced=priced)
            case SalesSum() | MarginSum() if what.counted_at is not Event.BOOKING:
                return self._of_events(what, days, priced=priced)
            case Contacts():
                return self._contacts(what, days)
            case FulfilmentShare():
                return self._fulfilled(what, days)
            case Collections() | OverdueReceivables():
                return self._of_money_received(what, days)
            case WeightedSum() | Quotient():
                raise AssertionError("made of other measures, which the reckoning counts")
            case _:
                return self._of_deals(what, days, priced=priced)

    def selected(self, what: SalesSum | MarginSum | UnitSum, days: Period) -> Credited:
        """The credited deals that a sum is made of, returns taken back later left out."""
        return self.credited(what.whose, days, what.where, priced=True)

    def pieces(
        self,
        what: SalesSum | MarginSum | UnitSum | Collections | OverdueReceivables,
        days: Period,
    ) -> Iterator[tuple[Part, Fraction]]:
        """What a sum of some days is made of: credited parts of deals, with what each adds to it.

        Returns that are taken back at the original rate are left out.
        """
        if isinstance(what, Collections | OverdueReceivables):
            yield from self._received(what, self.credited(what.whose, None, what.where), days)
        elif isinstance(what, UnitSum) or what.counted_at is Event.BOOKING:
            for part in self.selected(what, days).each():
                yield part, deal_part(what, part)
        else:
            credited = self.credited(what.whose, None, what.where, priced=True)
            yield from self._events(what, credited, days)

    def _of_deals(
        self,
        what: SalesSum
        | MarginSum
        | UnitSum
        | DealCount
        | DistinctClients
        | ActiveClients
        | NewClients,
        days: Period,
        *,
        priced: bool,
    ) -> Measured:
        found = self.credited(what.whose, days, what.where, priced=priced)
        match what:
            case SalesSum():
                return Measured(found.total(), found.deals, found.steps)
            case MarginSum() | UnitSum():
                total = sum((deal_part(what, part) for part in found.each()), Fraction(0))
                return Measured(value=total, deals=found.deals, steps=found.steps)
            case DealCount():
                return _counted(found)
            case _:
                return self._clients(what, found)

    def _clients(
        self, what: DistinctClients | ActiveClients | NewClients, found: Credited
    ) -> Measured:
        match what:
            case DistinctClients():
                clients = frozenset(
                    part.deal.client
                    for part in found.each()
                    if part.deal.kind is DealKind.SALE and part.deal.client is not None
                )
            case ActiveClients():
                clients = _active(what, found)
            case NewClients():
                clients = _new(what, found, self.facts)
        deals = tuple(deal for deal in found.deals if deal.client in clients)
        return Measured(value=Fraction(len(clients)), deals=deals, steps=found.steps)

    def _of_events(self, what: SalesSum | MarginSum, days: Period, *, priced: bool) -> Measured:
        """Count invoices or payments of the person's sales, and returns on their own day."""
        credited = self.credited(what.whose, None, what.where, priced=priced)
        found = list(self._events(what, credited, days))
        total = sum((value for _, value in found), Fraction(0))
        deals = tuple(part.deal for part, _ in found)
        return Measured(value=total, deals=deals, steps=credited.steps)

    def _events(
        self, what: SalesSum | MarginSum, credited: Credited, days: Period
    ) -> Iterator[tuple[Part, Fraction]]:
        """The parts of which something counts in some days, with how much."""
        for part in credited.each():
            if part.deal.kind is DealKind.RETURN:
                share = Fraction(part.date in days)
            else:
                share = self._share_of_events(what.counted_at, part, days)
            if share and (value := deal_part(what, part) * share):
                yield part, value

    def _share_of_events(self, event: Event, part: Part, days: Period) -> Fraction:
        deal = part.deal
        events: Iterable[Invoice | Payment] = (
            self.facts.invoices_of.get(deal.id, ())
            if event is Event.INVOICE
            else self.facts.payments_of.get(deal.id, ())
        )
        amount = sum(
            (_in_currency_of(deal, item) for item in events if item.date in days), Fraction(0)
        )
        if amount and not deal.amount:
            raise Missing(
                f"{event.value} of deal {deal.id}",
                f"comes to {Amount(amount, deal.amount.currency)}, and the deal is {deal.amount}",
                "mend one of them",
            )
        return amount / deal.amount.exact.value if amount else Fraction(0)

    def _of_money_received(self, what: Collections | OverdueReceivables, days: Period) -> Measured:
        credited = self.credited(what.whose, None, what.where)
        found = list(self._received(what, credited, days))
        total = sum((value for _, value in found), Fraction(0))
        deals = tuple(part.deal for part, _ in found)
        return Measured(value=total, deals=deals, steps=credited.steps)

    def _received(
        self, what: Collections | OverdueReceivables, credited: Credited, days: Period
    ) -> Iterator[tuple[Part, Fraction]]:
        """The sales of which something was received, or is owed too late, with how much."""
        for part in credited.each():
            if part.deal.kind is DealKind.RETURN:
                continue
            if isinstance(what, Collections):
                share = self._share_of_events(Event.CASH, part, days)
            else:
                share = self._share_overdue(part.deal, what.grace_days, days.last_day)
            if share:
                yield part, part.amount * share

    def _share_overdue(self, deal: Deal, grace_days: int, on: date) -> Fraction:
        """What of a deal's amount is owed too late on a day."""
        owed = Fraction(0)
        for invoice, rest in _unpaid(deal, self.facts, on):
            due = invoice.date if invoice.due is None else invoice.due
            if (on - due).days > grace_days:
                owed += rest
        return owed / deal.amount.exact.value if owed and deal.amount else Fraction(0)

    def _contacts(self, what: Contacts, days: Period) -> Measured:
        count = sum(
            contact.person == self.payee.person
            and contact.kind in what.kinds
            and contact.date in days
            for contact in self.facts.contacts
        )
        return Measured(value=Fraction(count))

    def _fulfilled(self, what: FulfilmentShare, days: Period) -> Measured:
        due = [
            item for item in self.payee.occasions if item.duty in what.duties and item.due in days
        ]
        if not due:
            if what.when_none_due is None:
                raise Missing(
                    f"{what.id} of {self.payee.person}",
                    f"has no occasion of {', '.join(what.duties)} due in {days}",
                    "say in the measure what holds then (when_none_due)",
                )
            return Measured(value=what.when_none_due)
        done: dict[tuple[str, date], date] = {}
        for item in self.facts.fulfilments:
            if (
                item.person == self.payee.person
            ):  # the first of an occasion counts, if there are two
                done.setdefault((item.duty, item.occasion), item.done_on)
        met = sum(
            (item.duty, item.due) in done and done[item.duty, item.due] <= item.last_day
            for item in due
        )
        return Measured(value=Fraction(met, len(due)))


def deal_part(what: SalesSum | MarginSum | UnitSum, part: Part) -> Fraction:
    """What a credited part of a deal adds to a measure.

    Raises:
        Missing: the deal has no cost or no quantity.
    """
    match what:
        case SalesSum():
            return part.amount
        case MarginSum():
            return part.amount * margin_of(part.deal) if part.amount else -_cost_share(part)
        case UnitSum():
            return _units(part)


def margin_of(deal: Deal) -> Fraction:
    """The margin of a deal as a share of its amount.

    Raises:
        Missing: the deal has no cost, or no amount to take a share of.
    """
    cost = _cost(deal)
    amount = deal.amount.exact.value
    if not amount:
        raise Missing(
            f"margin of deal {deal.id}", "is asked of a deal of nothing", "give it an amount"
        )
    return (amount - cost) / amount


def _cost(deal: Deal) -> Fraction:
    if deal.cost is None:
        raise Missing(
            f"cost of deal {deal.id}", "is missing where its margin counts", "fill the cost in"
        )
    if deal.cost.currency != deal.amount.currency:
        raise Missing(
            f"cost of deal {deal.id}",
            f"is in {deal.cost.currency} and the deal in {deal.amount.currency}",
            "state both in one currency",
        )
    return deal.cost.exact.value


def _cost_share(part: Part) -> Fraction:
    """The cost of a deal given away for nothing, as far as it is credited."""
    return _cost(part.deal) * part.share * part.rate


def _units(part: Part) -> Fraction:
    quantity = part.deal.quantity
    if quantity is None:
        raise Missing(
            f"quantity of deal {part.deal.id}",
            "is missing where units count",
            "fill the quantity in",
        )
    sign = -1 if part.deal.kind is DealKind.RETURN else 1
    return sign * abs(Fraction(quantity)) * part.share


def _counted(found: Credited) -> Measured:
    shares: defaultdict[str, Fraction] = defaultdict(Fraction)
    for part in found.each():
        if part.deal.kind is DealKind.SALE:
            shares[part.deal.id] += part.share
    total = sum((min(_WHOLE, share) for share in shares.values()), Fraction(0))
    deals = tuple(deal for deal in found.deals if deal.kind is DealKind.SALE)
    return Measured(value=total, deals=deals, steps=found.steps)


def _by_client(found: Credited) -> dict[str, list[Part]]:
    clients: defaultdict[str, list[Part]] = defaultdict(list)
    for part in found.each():
        if part.deal.client is not None:
            clients[part.deal.client].append(part)
    return clients


def _active(what: ActiveClients, found: Credited) -> frozenset[str]:
    return frozenset(
        client
        for client, theirs in _by_client(found).items()
        if len(_sales(theirs)) >= what.least_sales
        and sum(part.amount for part in theirs) >= what.least_amount.exact.value
    )


def _sales(parts: Iterable[Part]) -> set[str]:
    """The sales among some parts, each once: a split and an overlay are of one sale."""
    return {part.deal.id for part in parts if part.deal.kind is DealKind.SALE}


def _new(what: NewClients, found: Credited, facts: Facts) -> frozenset[str]:
    return frozenset(
        client
        for client, theirs in _by_client(found).items()
        if sum(part.amount for part in theirs) >= what.least_amount.exact.value
        and _opens(theirs, facts.by_client[client], what.quiet_months)
    )


def _opens(theirs: Iterable[Part], history: Iterable[Deal], quiet_months: int) -> bool:
    """Whether the first sale among ``theirs`` broke a silence of the client with everybody."""
    first = next((part.deal for part in theirs if part.deal.kind is DealKind.SALE), None)
    if first is None:
        return False
    quiet_since = months_after(first.date, -quiet_months)
    earlier = takewhile(lambda deal: deal is not first, history)
    return not any(deal.kind is DealKind.SALE and deal.date >= quiet_since for deal in earlier)


def _in_currency_of(deal: Deal, item: Invoice | Payment) -> Fraction:
    if item.amount.currency != deal.amount.currency:
        raise Missing(
            f"{type(item).__name__.lower()} {item.id}",
            f"is in {item.amount.currency} and its deal {deal.id} in {deal.amount.currency}",
            "state both in one currency",
        )
    return item.amount.exact.value


def _unpaid(deal: Deal, facts: Facts, on: date) -> Iterator[tuple[Invoice, Fraction]]:
    """What is still owed on each invoice of a deal on a day.

    Payments that name an invoice settle it; the others settle what is due first.
    """
    invoices = sorted(
        facts.invoices_of.get(deal.id, ()), key=lambda item: (item.due or item.date, item.id)
    )
    payments = [item for item in facts.payments_of.get(deal.id, ()) if item.date <= on]
    known = {invoice.id for invoice in invoices}
    pool = sum(
        (_in_currency_of(deal, item) for item in payments if item.invoice not in known),
        Fraction(0),
    )
    for invoice in invoices:
        named = (item for item in payments if item.invoice == invoice.id)
        paid = sum((_in_currency_of(deal, item) for item in named), Fraction(0))
        rest = max(_in_currency_of(deal, invoice) - paid, Fraction(0))
        settled = min(rest, max(pool, Fraction(0)))
        pool -= settled
        yield invoice, rest - settled
