"""Facts by chance: deals with returns, shares, invoices, payments and all else that may happen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import attrs
from tests.agreement.lots.dice import Dice
from tests.agreement.lots.tables import CLIENTS, PRODUCTS

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

__all__ = ["OUTSIDER", "PEOPLE", "some_facts"]

PEOPLE = ("ana", "ben", "cora", "dan")
OUTSIDER = "zoe"
"""Somebody who makes deals and has no plan."""

_TERRITORIES = ("north", "south")
_WEIGHTS = (("1/2", "1/2"), ("1/3", "2/3"), ("1/3", "1/3", "1/3"), ("3/10", "7/10"))


def some_facts(dice: Dice, periods: Sequence[Period], *, is_spoilt: bool) -> Facts:
    """Facts of some months before and all of the periods.

    Spoilt ones lack something or contradict themselves here and there.
    """
    first, last = periods[0].start - timedelta(days=75), periods[-1].last_day
    sold = [_sale(dice, f"d{n:02}", (first, last)) for n in range(dice.number(6, 15))]
    has_euros = dice.chance(30)
    sold = [_in_euros(deal) if has_euros and dice.chance(30) else deal for deal in sold]
    returned = _returns(dice, sold, last, is_spoilt=is_spoilt)
    if is_spoilt:
        sold = [_spoilt(dice, deal) for deal in sold]
    deals = [*sold, *returned]
    invoices, payments = _bills(dice, sold)
    invoices += [_own_invoice(deal) for deal in deals if deal.amount.currency != "PHP"]
    return Facts(
        deals,
        shares=_shares(dice, sold, is_spoilt=is_spoilt),
        assignments=_assignments(dice, first, last, is_spoilt=is_spoilt),
        invoices=invoices,
        payments=payments,
        contacts=[
            Contact(person=dice.one(PEOPLE), date=dice.day(first, last), kind=dice.one(_CONTACTS))
            for _ in range(dice.number(0, 6))
        ],
        fulfilments=_fulfilments(dice, periods),
        adjustments=_adjustments(dice, periods, is_spoilt=is_spoilt),
        rates=[
            ExchangeRate(source="bank", base="EUR", quote="PHP", date=day, rate=rate)
            for day, rate in (
                (first - timedelta(days=60), Fraction(6)),
                (dice.day(first, last), Fraction(13, 2)),
            )
        ],
    )


_CONTACTS = ("visit", "visit", "call", "mail")


# --- deals ----------------------------------------------------------------------------------------


def _sale(dice: Dice, name: str, days: tuple[date, date]) -> Deal:
    amount = dice.money(25, 500)
    cost = amount.minor * dice.one((0, 40, 50, 75, 90)) // 100
    listed = amount.minor * dice.one((100, 105, 110, 125, 150)) // 100
    person = OUTSIDER if dice.chance(5) else dice.one(PEOPLE)
    day = dice.day(*days)
    if dice.chance(15):
        day = day.replace(day=1)
    return Deal(
        id=name,
        date=day,
        person=person,
        amount=amount,
        client=None if dice.chance(10) else dice.one(CLIENTS),
        product=dice.one(PRODUCTS),
        quantity=Decimal(dice.one(("1", "2", "3", "5", "2.5"))),
        cost=Money.from_minor(cost, "PHP"),
        list_amount=Money.from_minor(listed, "PHP"),
        attributes={
            "territory": dice.one(_TERRITORIES),
            **({} if dice.chance(10) else {"term": dice.one(("6", "12", "24", "36"))}),
        },
    )


def _in_euros(deal: Deal) -> Deal:
    def euros(money: Money | None) -> Money | None:
        return None if money is None else Money.from_minor(money.minor // 6, "EUR")

    return attrs.evolve(
        deal,
        amount=Money.from_minor(max(1, deal.amount.minor // 6), "EUR"),
        cost=euros(deal.cost),
        list_amount=euros(deal.list_amount),
    )


def _own_invoice(deal: Deal) -> Invoice:
    """What dates the rate of a deal in another currency; of no amount."""
    day = deal.date + timedelta(days=3)
    return Invoice(
        id=f"own-{deal.id}",
        deal=deal.id,
        date=day,
        amount=Money.from_minor(0, deal.amount.currency),
    )


def _returns(dice: Dice, sold: list[Deal], last: date, *, is_spoilt: bool) -> list[Deal]:
    found: list[Deal] = []
    for deal in dice.some(sold, 0, 4):
        percents = dice.one(((100,), (50,), (25,), (30, 40), (50, 50)))
        if is_spoilt and dice.chance(20):
            percents = (70, 60)
        for percent in percents:
            day = dice.day(deal.date, max(deal.date, min(last, deal.date + timedelta(days=100))))
            found.append(_given_back(deal, f"r{len(found):02}", day, percent))
    if is_spoilt and found and dice.chance(50):
        found[0] = attrs.evolve(found[0], returns=dice.one((None, "nothing")))
    return found


def _given_back(deal: Deal, name: str, day: date, percent: int) -> Deal:
    def part(money: Money) -> Money:
        return Money.from_minor(-(money.minor * percent // 100), money.currency)

    amount = part(deal.amount)
    return attrs.evolve(
        deal,
        id=name,
        date=day,
        kind=DealKind.RETURN,
        returns=deal.id,
        amount=amount or Money.from_minor(-1, amount.currency),
        cost=None if deal.cost is None else part(deal.cost),
        list_amount=None if deal.list_amount is None else part(deal.list_amount),
        quantity=None if deal.quantity is None else deal.quantity * percent / 100,
    )


def _spoilt(dice: Dice, deal: Deal) -> Deal:
    if not dice.chance(8):
        return deal
    match dice.one(("cost", "quantity", "list", "term", "territory")):
        case "cost":
            return attrs.evolve(deal, cost=None)
        case "quantity":
            return attrs.evolve(deal, quantity=None)
        case "list":
            return attrs.evolve(deal, list_amount=None)
        case "term":
            return attrs.evolve(deal, attributes={**deal.attributes, "term": "long"})
        case _:
            return attrs.evolve(deal, attributes={})


# --- what belongs to deals ------------------------------------------------------------------------


def _shares(dice: Dice, sold: list[Deal], *, is_spoilt: bool) -> list[Share]:
    found: list[Share] = []
    for deal in dice.some(sold, 0, 3):
        weights = list(dice.one(_WEIGHTS))
        if is_spoilt and dice.chance(25):
            weights[0] = "1/5"
        people = dice.some((*PEOPLE, OUTSIDER), len(weights), len(weights))
        found += [
            Share(deal=deal.id, person=person, share=Fraction(weight))
            for person, weight in zip(people, weights, strict=True)
        ]
    for deal in dice.some(sold, 0, 2):
        share = dice.one((Fraction(1, 4), Fraction(1, 2), Fraction(1), Fraction(3, 2)))
        person = dice.one(PEOPLE)
        found.append(Share(deal=deal.id, person=person, share=share, kind=ShareKind.OVERLAY))
    return found


def _assignments(dice: Dice, first: date, last: date, *, is_spoilt: bool) -> list[Assignment]:
    found: list[Assignment] = []
    named = [("territory", value) for value in _TERRITORIES]
    named += [("client", value) for value in CLIENTS]
    for attribute, value in named:
        person, other = dice.one(PEOPLE), dice.one(PEOPLE)
        if is_spoilt and dice.chance(10):
            continue
        if dice.chance(40):
            change = dice.day(first, last)
            before = change - timedelta(days=1)
            if is_spoilt and dice.chance(30):
                before += timedelta(days=dice.number(1, 20))
            found.append(Assignment(attribute=attribute, value=value, person=person, until=before))
            found.append(Assignment(attribute=attribute, value=value, person=other, start=change))
        else:
            found.append(Assignment(attribute=attribute, value=value, person=person))
    return found


def _bills(dice: Dice, sold: list[Deal]) -> tuple[list[Invoice], list[Payment]]:
    invoices: list[Invoice] = []
    payments: list[Payment] = []
    for deal in sold:
        if dice.chance(35):
            continue
        for number, minor in enumerate(_parts(dice, deal.amount.minor)):
            day = deal.date + timedelta(days=dice.number(0, 40))
            due = dice.one((None, day + timedelta(days=dice.number(0, 30))))
            money = Money.from_minor(minor, deal.amount.currency)
            name = f"i-{deal.id}-{number}"
            invoices.append(Invoice(id=name, deal=deal.id, date=day, amount=money, due=due))
            if dice.chance(60):
                part = Money.from_minor(
                    minor * dice.one((100, 100, 50, 30)) // 100, deal.amount.currency
                )
                paid_on = day + timedelta(days=dice.number(0, 50))
                payments.append(
                    Payment(
                        id=f"p-{deal.id}-{number}",
                        deal=deal.id,
                        date=paid_on,
                        amount=part,
                        invoice=name if dice.chance(50) else None,
                    )
                )
                if dice.chance(8):
                    refund = attrs.evolve(
                        payments[-1],
                        id=f"q-{deal.id}-{number}",
                        date=paid_on + timedelta(days=dice.number(1, 40)),
                        amount=-part,
                    )
                    payments.append(refund)
    return invoices, payments


def _parts(dice: Dice, minor: int) -> tuple[int, ...]:
    if dice.chance(50):
        return (minor,)
    half = minor // 2
    return (half, minor - half) if dice.chance(60) else (half,)


def _fulfilments(dice: Dice, periods: Sequence[Period]) -> list[Fulfilment]:
    return [
        Fulfilment(
            person=person,
            duty="report",
            occasion=period.start,
            done_on=period.start + timedelta(days=dice.number(0, 12)),
        )
        for person in PEOPLE
        for period in periods
        if dice.chance(50)
    ]


def _adjustments(dice: Dice, periods: Sequence[Period], *, is_spoilt: bool) -> list[Adjustment]:
    found: list[Adjustment] = []
    for number in range(dice.one((0, 0, 0, 1, 2))):
        currency = "EUR" if is_spoilt and dice.chance(20) else "PHP"
        found.append(
            Adjustment(
                id=f"a{number}",
                person=dice.one(PEOPLE),
                period=dice.one(periods),
                amount=Money.from_minor(dice.number(-4000, 4000), currency),
                reason="settled",
                author="hr",
                date=periods[-1].last_day,
            )
        )
    return found
