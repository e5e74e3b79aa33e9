"""Specimens of facts: deals and what belongs to them, read from rows of a few words.

Days are dates, amounts are in the currency that the function is given, shares are written as in a
handbook. Facts that are drawn by chance are in ``accountkit.testing.drawn_facts``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from accountkit.facts.adjustments import Adjustment
from accountkit.facts.assignments import Assignment
from accountkit.facts.contacts import Contact
from accountkit.facts.deals import Deal, DealKind
from accountkit.facts.exchange_rates import ExchangeRate
from accountkit.facts.fulfilments import Fulfilment
from accountkit.facts.invoices import Invoice, Payment
from accountkit.facts.known import Facts
from accountkit.facts.splits import Share, ShareKind
from accountkit.values.money import Money
from accountkit.values.periods import Period
from accountkit.values.ratios import parse_ratio

__all__ = ["a_deal", "some_facts"]

_PLAIN = frozenset({"id", "product", "returns"})
_SUMS = {"cost": "cost", "list": "list_amount"}


def a_deal(row: str, *, currency: str = "PHP", **options: Any) -> Deal:
    """A deal of a row such as ``ana 2026-01-15 100.00 acme cost=60 quantity=2``.

    Person, day and amount come first, then the client, if any; what follows by name is ``id``,
    ``product``, ``quantity``, ``cost``, ``list``, ``returns`` (the deal given back),
    ``currency``, or else an attribute. An amount below zero is a return.

    >>> a_deal("ana 2026-01-15 100.00 acme territory=north").attributes["territory"]
    'north'
    """
    words = row.split()
    plain = [word for word in words if "=" not in word]
    named = dict(word.split("=", 1) for word in words if "=" in word)
    person, day, amount, *client = plain
    code = named.pop("currency", currency)
    money = Money.of(amount, code)
    fields: dict[str, Any] = {
        "id": "d1",
        "date": date.fromisoformat(day),
        "person": person,
        "amount": money,
        "client": client[0] if client else None,
        "kind": DealKind.RETURN if money.minor < 0 else DealKind.SALE,
    }
    attributes: dict[str, str] = {}
    for name, value in named.items():
        if name in _PLAIN:
            fields[name] = value
        elif name in _SUMS:
            fields[_SUMS[name]] = Money.of(value, code)
        elif name == "quantity":
            fields[name] = Decimal(value)
        else:
            attributes[name] = value
    if attributes:
        fields["attributes"] = attributes
    return Deal(**{**fields, **options})


def some_facts(*rows: str, currency: str = "PHP", **others: Iterable[str]) -> Facts:
    """Deals of rows as for ``a_deal``, called ``d1``, ``d2`` and so on unless a row says ``id=``.

    Other facts are rows too, under the names that ``Facts`` has for them and ``overlays``:

    * ``shares`` and ``overlays``: ``d1 ana 1/2``: deal, person, share;
    * ``assignments``: ``client acme ana 2026-01-01 2026-03-31``: attribute, value, person, first
      and last day, which may be left out;
    * ``invoices``: ``d1 2026-02-01 50.00 2026-03-01``: deal, day, amount, last day to pay, if any;
    * ``payments``: ``d1 2026-02-01 50.00 i1``: deal, day, amount, invoice, if it is known;
    * ``contacts``: ``ana 2026-01-05 visit acme``: person, day, kind, client, if any;
    * ``fulfilments``: ``ana reports 2026-01-10 2026-01-12``: person, duty, occasion, day done;
    * ``adjustments``: ``ana 2026-Q1 -100.00``: person, period, amount;
    * ``rates``: ``bank EUR PHP 2026-01-01 60.5``: source, base, quote, day, rate.

    Invoices are called ``i1`` and on, payments ``p1``, adjustments ``a1``.

    >>> [str(deal.amount) for deal in some_facts("ana 2026-01-15 100.00").deals]
    ['PHP 100.00']
    """
    deals = [
        a_deal(f"{row} id=d{number}" if " id=" not in row else row, currency=currency)
        for number, row in enumerate(rows, start=1)
    ]
    codes = {deal.id: deal.amount.currency for deal in deals}
    shares = [_share(row, ShareKind.SPLIT) for row in others.get("shares", ())]
    shares += [_share(row, ShareKind.OVERLAY) for row in others.get("overlays", ())]
    return Facts(
        deals,
        shares=shares,
        assignments=[_assignment(row) for row in others.get("assignments", ())],
        invoices=[
            _invoice(number, row, codes.get(row.split()[0], currency))
            for number, row in _numbered(others, "invoices")
        ],
        payments=[
            _payment(number, row, codes.get(row.split()[0], currency))
            for number, row in _numbered(others, "payments")
        ],
        contacts=[_contact(row) for row in others.get("contacts", ())],
        fulfilments=[_fulfilment(row) for row in others.get("fulfilments", ())],
        adjustments=[
            _adjustment(number, row, currency) for number, row in _numbered(others, "adjustments")
        ],
        rates=[_rate(row) for row in others.get("rates", ())],
    )


def _numbered(others: dict[str, Iterable[str]], name: str) -> Iterable[tuple[int, str]]:
    return enumerate(others.get(name, ()), start=1)


def _share(row: str, kind: ShareKind) -> Share:
    deal, person, share = row.split()
    return Share(deal=deal, person=person, share=parse_ratio(share), kind=kind)


def _assignment(row: str) -> Assignment:
    attribute, value, person, *days = row.split()
    start, until = [*map(date.fromisoformat, days), None, None][:2]
    return Assignment(attribute=attribute, value=value, person=person, start=start, until=until)


def _invoice(number: int, row: str, currency: str) -> Invoice:
    deal, day, amount, *due = row.split()
    return Invoice(
        id=f"i{number}",
        deal=deal,
        date=date.fromisoformat(day),
        amount=Money.of(amount, currency),
        due=date.fromisoformat(due[0]) if due else None,
    )


def _payment(number: int, row: str, currency: str) -> Payment:
    deal, day, amount, *invoice = row.split()
    return Payment(
        id=f"p{number}",
        deal=deal,
        date=date.fromisoformat(day),
        amount=Money.of(amount, currency),
        invoice=invoice[0] if invoice else None,
    )


def _contact(row: str) -> Contact:
    person, day, kind, *client = row.split()
    return Contact(
        person=person,
        date=date.fromisoformat(day),
        kind=kind,
        client=client[0] if client else None,
    )


def _fulfilment(row: str) -> Fulfilment:
    person, duty, occasion, done_on = row.split()
    return Fulfilment(
        person=person,
        duty=duty,
        occasion=date.fromisoformat(occasion),
        done_on=date.fromisoformat(done_on),
    )


def _adjustment(number: int, row: str, currency: str) -> Adjustment:
    person, label, amount = row.split()
    period = Period.parse(label)
    return Adjustment(
        id=f"a{number}",
        person=person,
        period=period,
        amount=Money.of(amount, currency),
        reason="agreed",
        author="hr",
        date=period.last_day,
    )


def _rate(row: str) -> ExchangeRate:
    source, base, quote, day, rate = row.split()
    return ExchangeRate(
        source=source,
        base=base,
        quote=quote,
        date=date.fromisoformat(day),
        rate=parse_ratio(rate),
    )
