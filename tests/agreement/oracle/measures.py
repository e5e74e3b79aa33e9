"""Measures: what is counted for a payee, and the deals behind it (design 5.2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import TypeAlias

import attrs
from tests.agreement.oracle.conversions import in_plan_currency
from tests.agreement.oracle.credits import (
    Credit,
    concerns,
    counts_on,
    credits_of,
    seen_on,
    trouble,
)
from tests.agreement.oracle.selections import is_selected
from tests.agreement.oracle.unpayable import Unpayable
from tests.agreement.oracle.world import World

from accountkit.facts.deals import Deal, DealKind
from accountkit.facts.invoices import Invoice, Payment
from accountkit.plans.bound import Payee
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
from accountkit.values.periods import Period, months_after

__all__ = [
    "OfDeals",
    "Question",
    "as_credits",
    "credits_counted",
    "margin",
    "pieces_of",
    "quantity",
    "received",
    "sum_at_level",
    "value_of",
    "window_of",
]

OfDeals: TypeAlias = (
    SalesSum
    | MarginSum
    | UnitSum
    | DealCount
    | DistinctClients
    | ActiveClients
    | NewClients
    | Collections
    | OverdueReceivables
)

_ZERO = Fraction(0)


@attrs.frozen(kw_only=True)
class Question:
    """What is asked: by whom, over which days, and whether for an attainment.

    ``days`` are those to date that a component takes together; ``None`` leaves it to the measure.
    """

    world: World
    payee: Payee
    days: Period | None = None
    attained: bool = False


def window_of(question: Question, what: Measure) -> Period:
    """The days that a measure looks at."""
    period = question.world.bound.period
    whole = question.days or period
    match what:
        case ActiveClients():
            return Period(months_after(whole.end, -what.window_months), whole.end)
        case SalesSum() | MarginSum() | UnitSum() | DealCount() | DistinctClients():
            if question.days is not None:
                return question.days
            if what.to_date is not None:
                return Period(question.world.bound.frame(what.to_date).start, period.end)
            if what.rolling_months is not None:
                return Period(months_after(period.end, -what.rolling_months), period.end)
            return period
        case _:
            return whole


# --- the deals behind a measure -------------------------------------------------------------------


def as_credits(
    question: Question, what: OfDeals, deal: Deal, levels: Whose | int | None = None
) -> list[Credit]:
    """What of a deal counts for the payee in a measure, whenever it counts."""
    world, payee = question.world, question.payee
    day = counts_on(world, payee.plan.returns, deal, attained=question.attained)
    if day is None or not is_selected(what.where, deal, day):
        return []
    return credits_of(world, payee, deal, day, what.whose if levels is None else levels)


def _all_credits(
    question: Question, what: OfDeals, levels: Whose | int | None, window: Period | None = None
) -> Iterator[Credit]:
    """What counts of all deals that are come across within a window, or up to the period's end.

    What is dated after the period is not known in it, also where it would count earlier.
    """
    world, payee = question.world, question.payee
    asked = what.whose if levels is None else levels
    for deal in world.facts.deals:
        day = seen_on(world, payee.plan.returns, deal)
        is_known = deal.date < world.bound.period.end
        is_seen = window is None or window.start <= day < window.end
        if not is_known or not is_seen or not concerns(world, payee, deal, asked):
            continue
        if is_selected(what.where, deal, day):
            trouble(world, payee, deal, asked)
            for credit in as_credits(question, what, deal, levels):
                in_plan_currency(world, payee.plan, credit)
                yield credit


def credits_counted(
    question: Question, what: OfDeals, levels: Whose | int | None = None
) -> list[Credit]:
    """The credits of the deals that count within the measure's window, earliest first."""
    found = _all_credits(question, what, levels, window_of(question, what))
    return sorted(found, key=lambda credit: (credit.date, credit.deal.id))


# --- what one credit comes to ---------------------------------------------------------------------


def _worth(question: Question, credit: Credit) -> Fraction:
    return in_plan_currency(question.world, question.payee.plan, credit)


def margin(question: Question, credit: Credit) -> Fraction:
    """The credited part of the margin of a deal."""
    deal = credit.deal
    if deal.cost is None:
        raise Unpayable(f"deal {deal.id} has no cost")
    amount, cost = Fraction(deal.amount.amount), Fraction(deal.cost.amount)
    if amount == 0:
        raise Unpayable(f"deal {deal.id} has a cost and no amount")
    return _worth(question, credit) * (amount - cost) / amount


def quantity(credit: Credit) -> Fraction:
    """The credited part of the units of a deal, below zero where they came back."""
    if credit.deal.quantity is None:
        raise Unpayable(f"deal {credit.deal.id} has no quantity")
    count = abs(Fraction(credit.deal.quantity)) * credit.share
    return -count if credit.deal.amount.minor < 0 else count


def _booked(question: Question, what: SalesSum | MarginSum | UnitSum, credit: Credit) -> Fraction:
    match what:
        case SalesSum():
            return _worth(question, credit)
        case MarginSum():
            return margin(question, credit)
        case UnitSum():
            return quantity(credit)


# --- values ---------------------------------------------------------------------------------------


def value_of(  # noqa: C901, PLR0911 - a case for each kind of measure
    question: Question, name: str
) -> Fraction:
    """What a measure comes to."""
    what = question.world.bound.measures[name]
    window = window_of(question, what)
    match what:
        case SalesSum() | MarginSum():
            return _summed(question, what, None)
        case UnitSum():
            return _total(quantity(credit) for credit in credits_counted(question, what))
        case DealCount():
            return _deals(_sales(credits_counted(question, what)))
        case DistinctClients():
            sales = _sales(credits_counted(question, what))
            return Fraction(len({c.deal.client for c in sales if c.deal.client is not None}))
        case ActiveClients() | NewClients():
            return Fraction(_clients(question, what))
        case Collections() | OverdueReceivables():
            return _total(part for _, part in received(question, what))
        case Contacts():
            return Fraction(_contacts(question, what, window))
        case FulfilmentShare():
            return _fulfilled(question, what, window)
        case WeightedSum():
            return _total(part.weight * value_of(question, part.measure) for part in what.of)
        case Quotient():
            return _quotient(question, what)


def _total(numbers: Iterator[Fraction]) -> Fraction:
    total = _ZERO
    for number in numbers:
        total += number
    return total


def _deals(sales: list[Credit]) -> Fraction:
    """How many deals these are; what is credited of one is at most all of it."""
    total = _ZERO
    for deal in sorted({credit.deal.id for credit in sales}):
        shares = [credit.share for credit in sales if credit.deal.id == deal]
        total += min(sum(shares, _ZERO), Fraction(1))
    return total


def _sales(counted: list[Credit]) -> list[Credit]:
    return [credit for credit in counted if credit.deal.kind is DealKind.SALE]


def sum_at_level(question: Question, what: SalesSum, level: int) -> Fraction:
    """A sum of sales over the deals of the people so many steps below the payee."""
    return _summed(question, what, level)


def _summed(question: Question, what: SalesSum | MarginSum, level: int | None) -> Fraction:
    return _total(value for _, value in pieces_of(question, what, level))


def pieces_of(
    question: Question, what: SalesSum | MarginSum | UnitSum, level: int | None = None
) -> list[tuple[Credit, Fraction]]:
    """What a sum is made of: credits, each with what it adds.

    Counted at booking a deal adds all of it on its day; at invoice or cash a sale adds with each
    event the part that this is of the deal's amount, and a return counts on its day as ever.
    """
    if isinstance(what, UnitSum) or what.counted_at is Event.BOOKING:
        counted = credits_counted(question, what, level)
        return [(credit, _booked(question, what, credit)) for credit in counted]
    window = window_of(question, what)
    found: list[tuple[Credit, Fraction]] = []
    for credit in _all_credits(question, what, level):
        if credit.deal.kind is DealKind.RETURN:
            if window.start <= credit.date < window.end:
                found.append((credit, _booked(question, what, credit)))
            continue
        for event in _events(question.world, what.counted_at, credit.deal):
            if window.start <= event.date < window.end:
                added = _booked(question, what, credit) * _fraction(event, credit.deal)
                found.append((credit, added))
    return found


def _events(world: World, at: Event, deal: Deal) -> list[Invoice] | list[Payment]:
    if at is Event.INVOICE:
        return [invoice for invoice in world.facts.invoices if invoice.deal == deal.id]
    return [payment for payment in world.facts.payments if payment.deal == deal.id]


def _fraction(event: Invoice | Payment, deal: Deal) -> Fraction:
    """Which fraction of a deal's amount was invoiced or paid."""
    return Fraction(event.amount.minor, deal.amount.minor)


def _clients(question: Question, what: ActiveClients | NewClients) -> int:
    counted = credits_counted(question, what)
    clients = sorted({c.deal.client for c in counted if c.deal.client is not None})
    found = 0
    for client in clients:
        theirs = [credit for credit in counted if credit.deal.client == client]
        amount = _total(_worth(question, credit) for credit in theirs)
        if amount < Fraction(what.least_amount.amount):
            continue
        if isinstance(what, ActiveClients):
            sales = {credit.deal.id for credit in _sales(theirs)}
            found += len(sales) >= what.least_sales
        else:
            found += _is_new(question.world, theirs, what.quiet_months)
    return found


def _is_new(world: World, theirs: list[Credit], quiet_months: int) -> bool:
    """Whether the first of these sales broke a silence of the client with everybody."""
    sales = _sales(theirs)
    if not sales:
        return False
    first = sales[0].deal
    return not any(
        deal.client == first.client
        and deal.kind is DealKind.SALE
        and (deal.date, deal.id) < (first.date, first.id)
        and deal.date >= months_after(first.date, -quiet_months)
        for deal in world.facts.deals
    )


def received(
    question: Question, what: Collections | OverdueReceivables
) -> list[tuple[Credit, Fraction]]:
    """What was received, or is owed too late, of the deals credited: each with how much."""
    window = window_of(question, what)
    found: list[tuple[Credit, Fraction]] = []
    for credit in _all_credits(question, what, None):
        if isinstance(what, Collections):
            for payment in _events(question.world, Event.CASH, credit.deal):
                if window.start <= payment.date < window.end:
                    part = _worth(question, credit) * _fraction(payment, credit.deal)
                    found.append((credit, part))
            continue
        open_minor = _open_overdue(question.world, credit.deal, window.last_day, what.grace_days)
        if open_minor:
            share = Fraction(open_minor, credit.deal.amount.minor)
            found.append((credit, _worth(question, credit) * share))
    return found


def _open_overdue(world: World, deal: Deal, last_day: date, grace_days: int) -> int:
    """What is overdue of a deal's invoices, less what was paid; in minor units."""
    invoices = [invoice for invoice in world.facts.invoices if invoice.deal == deal.id]
    invoices.sort(key=lambda invoice: (invoice.due or invoice.date, invoice.id))
    payments = [p for p in world.facts.payments if p.deal == deal.id and p.date <= last_day]
    unnamed = sum(payment.amount.minor for payment in payments if payment.invoice is None)
    overdue = 0
    for invoice in invoices:
        named = sum(p.amount.minor for p in payments if p.invoice == invoice.id)
        owed = max(0, invoice.amount.minor - named)
        filled = min(owed, max(0, unnamed))
        unnamed -= filled
        if (last_day - (invoice.due or invoice.date)).days > grace_days:
            overdue += owed - filled
    return overdue


def _contacts(question: Question, what: Contacts, window: Period) -> int:
    return sum(
        contact.person == question.payee.person
        and contact.kind in what.kinds
        and window.start <= contact.date < window.end
        for contact in question.world.facts.contacts
    )


def _fulfilled(question: Question, what: FulfilmentShare, window: Period) -> Fraction:
    due, met = 0, 0
    for occasion in question.payee.occasions:
        if occasion.duty not in what.duties or not window.start <= occasion.due < window.end:
            continue
        due += 1
        met += any(
            (done.person, done.duty, done.occasion)
            == (question.payee.person, occasion.duty, occasion.due)
            and done.done_on <= occasion.last_day
            for done in question.world.facts.fulfilments
        )
    if due:
        return Fraction(met, due)
    if what.when_none_due is None:
        raise Unpayable("no occasion fell due")
    return what.when_none_due


def _quotient(question: Question, what: Quotient) -> Fraction:
    dividend = value_of(question, what.dividend)
    divisor = value_of(question, what.divisor)
    if divisor:
        return dividend / divisor
    if what.when_zero is None:
        raise Unpayable(f"{what.divisor} is zero")
    return what.when_zero
