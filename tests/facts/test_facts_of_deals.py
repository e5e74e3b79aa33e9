"""What is known of deals beside themselves: shares, invoices, payments, rates and assignments."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from accountkit.errors import InputError
from accountkit.facts import (
    Adjustment,
    Assignment,
    Contact,
    Deal,
    ExchangeRate,
    ExchangeRates,
    Facts,
    Fulfilment,
    Invoice,
    Payment,
    Share,
    ShareKind,
)
from accountkit.values.money import Money
from accountkit.values.periods import Period

DAY = date(2026, 1, 9)
MONEY = Money.parse("PHP 5.00")


def a_deal(name: str, returns: str | None = None) -> Deal:
    """A deal of five pesos."""
    return Deal(id=name, date=DAY, person="ana", amount=MONEY, returns=returns)


def an_invoice(name: str, deal: str) -> Invoice:
    """An invoice of five pesos."""
    return Invoice(id=name, deal=deal, date=DAY, amount=MONEY)


def a_payment(name: str, deal: str) -> Payment:
    """A payment of five pesos."""
    return Payment(id=name, deal=deal, date=DAY, amount=MONEY)


def an_adjustment(name: str) -> Adjustment:
    """Five pesos more."""
    return Adjustment(
        id=name,
        person="ana",
        period=Period.month(2026, 1),
        amount=MONEY,
        reason="a mistake",
        author="cora",
        date=DAY,
    )


def test_facts_are_found_by_the_deal_they_belong_to() -> None:
    """Each kind in its order, whatever the order in which they are given."""
    facts = Facts(
        [a_deal("2"), a_deal("1"), a_deal("3", returns="1")],
        shares=[
            Share(deal="1", person="ben", share=Fraction(1, 2)),
            Share(deal="1", person="ana", share=Fraction(1, 2)),
        ],
        invoices=[an_invoice("i2", "1"), an_invoice("i1", "1")],
        payments=[a_payment("p2", "2"), a_payment("p1", "1")],
    )

    assert "2" == facts.by_id["2"].id
    assert ["ana", "ben"] == [share.person for share in facts.shares_of["1"]]
    assert ["i1", "i2"] == [invoice.id for invoice in facts.invoices_of["1"]]
    assert ["p2"] == [payment.id for payment in facts.payments_of["2"]]
    assert ["3"] == [deal.id for deal in facts.returns_of["1"]]
    assert "2" not in facts.shares_of


@pytest.mark.parametrize(
    "noun, facts",
    [
        ("invoice", {"invoices": [an_invoice("x", "1"), an_invoice("x", "2")]}),
        ("payment", {"payments": [a_payment("x", "1"), a_payment("x", "2")]}),
        ("adjustment", {"adjustments": [an_adjustment("x"), an_adjustment("x")]}),
    ],
)
def test_nothing_counts_twice(noun: str, facts: dict[str, list[object]]) -> None:
    """What has an id has it alone."""
    with pytest.raises(InputError) as error:
        Facts(**facts)  # type: ignore[arg-type]  # one kind of facts
    assert f"{noun} x: is given more than once; keep one of them" == str(error.value)


@pytest.mark.parametrize(
    "facts",
    [
        {"shares": [Share(deal="1", person="ana", share=Fraction(1), kind=ShareKind.OVERLAY)]},
        {"assignments": [Assignment(attribute="client", value="c", person="ana")]},
        {"invoices": [an_invoice("i", "1")]},
        {"payments": [a_payment("p", "1")]},
        {"contacts": [Contact(person="ana", date=DAY, kind="visit")]},
        {"fulfilments": [Fulfilment(person="ana", duty="d", occasion=DAY, done_on=DAY)]},
        {"adjustments": [an_adjustment("a")]},
        {"rates": [ExchangeRate(source="s", base="USD", quote="PHP", date=DAY, rate=Fraction(58))]},
    ],
    ids=lambda facts: next(iter(facts)),
)
def test_facts_differ_by_every_kind(facts: dict[str, list[object]]) -> None:
    """The same deals with something else beside them are other facts."""
    more = Facts([a_deal("1")], **facts)  # type: ignore[arg-type]  # one kind of facts
    assert more != Facts([a_deal("1")])
    assert more == Facts([a_deal("1")], **facts)  # type: ignore[arg-type]  # one kind of facts


def test_deals_with_attributes_have_a_hash() -> None:
    """A mapping has none, and counts in equality alone."""
    north = Deal(id="1", date=DAY, person="ana", amount=MONEY, attributes={"territory": "north"})
    south = Deal(id="1", date=DAY, person="ana", amount=MONEY, attributes={"territory": "south"})
    assert (True, False) == (hash(north) == hash(south), north == south)


@pytest.mark.parametrize(
    "day, holds",
    [("2026-01-31", False), ("2026-02-01", True), ("2026-02-28", True), ("2026-03-01", False)],
)
def test_an_assignment_holds_from_its_first_day_to_its_last(day: str, *, holds: bool) -> None:
    """Both included."""
    assignment = Assignment(
        attribute="territory",
        value="north",
        person="ana",
        start=date(2026, 2, 1),
        until=date(2026, 2, 28),
    )
    assert holds is assignment.holds(date.fromisoformat(day))


def test_an_assignment_without_days_always_holds() -> None:
    """Since ever and for ever."""
    open_ended = Assignment(attribute="territory", value="north", person="ana")
    assert open_ended.holds(date.min)
    assert open_ended.holds(date.max)


def a_rate(day: str, rate: str, source: str = "bsp") -> ExchangeRate:
    """So many pesos for a dollar."""
    return ExchangeRate(
        source=source, base="USD", quote="PHP", date=date.fromisoformat(day), rate=Fraction(rate)
    )


def test_a_rate_holds_until_the_next_and_no_longer_than_it_may() -> None:
    """With three days, Monday's rate is good on Wednesday and too old on Thursday."""
    rates = ExchangeRates([a_rate("2026-01-08", "59"), a_rate("2026-01-05", "58")])

    def found(day: str) -> Fraction | None:
        rate = rates.find("bsp", "USD", "PHP", date.fromisoformat(day), 3)
        return None if rate is None else rate.rate

    assert [None, 58, 58, 59, None] == [
        found(day) for day in ("2026-01-04", "2026-01-05", "2026-01-07", "2026-01-08", "2026-01-11")
    ]
    assert rates.find("ecb", "USD", "PHP", date(2026, 1, 5), 3) is None
    assert rates.find("bsp", "PHP", "USD", date(2026, 1, 5), 3) is None


def test_two_rates_of_one_day_are_refused() -> None:
    """Nobody could say which holds; another source may say something else."""
    with pytest.raises(InputError) as error:
        ExchangeRates([a_rate("2026-01-05", "58"), a_rate("2026-01-05", "59")])
    assert ("exchange rate USD PHP of bsp: is given twice for 2026-01-05; keep one of them") == str(
        error.value
    )
    both = ExchangeRates([a_rate("2026-01-05", "58"), a_rate("2026-01-05", "59", "ecb")])
    assert 2 == len(both.rates)
