"""Splits, assignments, invoices, payments, contacts, adjustments and rates, read from tables."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from accountkit.errors import Problems
from accountkit.facts import (
    Adjustment,
    Assignment,
    Contact,
    ExchangeRate,
    Facts,
    Invoice,
    Payment,
    Share,
    ShareKind,
)
from accountkit.handbook import Handbook
from accountkit.values import Money, Period

Company = Callable[..., Path]

DEALS = """
  - kind: deals
    file: deals.csv
    currency: PHP
    columns:
      id: [order, line]
      date: day
      person: seller
      amount: amount
      list_amount: list
      currency: currency
      returns: [back_order, back_line]
      attributes: {territory: area, term_months: term}
"""
ORDERS = """order,line,day,seller,amount,list,currency,back_order,back_line,area,term
1,1,2026-01-10,ana,1000.00,1200.00,,,,north,24
1,2,2026-01-10,ana,10.50,,USD,,,,
2,1,2026-02-01,ana,-400.00,-480.00,,1,1,north,24
"""


@pytest.fixture
def handbook(company: Company, tmp_path: Path) -> Callable[..., Handbook]:
    """The company with a table of deals and others beside it: a mapping and files by name."""

    def load(mapping: str = "", **files: str) -> Handbook:
        data = tmp_path / "data"
        data.mkdir(exist_ok=True)
        for name, text in {"deals": ORDERS, **files}.items():
            (data / f"{name}.csv").write_text(text, encoding="utf-8")
        facts = f"tables:\n{DEALS.strip(chr(10))}\n{mapping.strip(chr(10))}\n"
        return Handbook.load(company(facts=facts), data)

    return load


def wrong(handbook: Handbook) -> list[str]:
    """What is wrong with the tables, without the name of the data folder."""
    with pytest.raises(Problems) as error:
        handbook.facts()
    folder = str(handbook.data_folder) + "/"
    return [str(problem).removeprefix(folder) for problem in error.value.problems]


def test_what_a_deal_may_say_beside_the_usual(handbook: Any) -> None:
    """A list amount, a currency of its own, the deal that is given back, and attributes."""
    first, second, returned = handbook().facts().deals

    assert Money.parse("PHP 1200.00") == first.list_amount
    assert {"territory": "north", "term_months": "24"} == dict(first.attributes)
    assert (Money.parse("USD 10.50"), None, {}) == (
        second.amount,
        second.list_amount,
        dict(second.attributes),
    )
    assert ("1-1", Money.parse("PHP -480.00")) == (returned.returns, returned.list_amount)


@pytest.mark.parametrize(
    "row, message",
    [
        (
            "3,1,2026-02-01,ana,-1.00,,,1,9,,",
            "deals.csv:5:28: return 3-1: names deal 1-9, which is not known; did you mean 1-2?",
        ),
        (
            "3,1,2026-02-01,ana,-1.00,,,2,1,,",
            (
                "deals.csv:5:28: return 3-1: names deal 2-1, which is a return itself; name the"
                " sale it belongs to"
            ),
        ),
        (
            "3,1,2026-02-01,ana,-1.00,,,1,2,,",
            (
                "deals.csv:5:28: return 3-1: is in PHP, and deal 1-2 in USD; write it in the"
                " currency of the sale"
            ),
        ),
        (
            "3,1,2026-01-09,ana,-1.00,,,1,1,,",
            (
                "deals.csv:5:28: return 3-1: is dated 2026-01-09, before deal 1-1 of 2026-01-10;"
                " mend one of the dates"
            ),
        ),
        (
            "3,1,2026-02-01,ana,1.00,,,1,1,,",
            (
                "deals.csv:5:27: sale 3-1: names deal 1-1, which it gives back; leave it empty, or"
                " make the amount less than zero"
            ),
        ),
        (
            "3,1,2026-02-01,ana,-1.00,,,1,,,",
            "deals.csv:5:30: column back_line: is empty; fill it in",
        ),
        (
            "3,1,2026-02-01,ana,-1.00,2.00,,1,1,,",
            (
                "deals.csv:5:26: return 3-1: has the list amount PHP 2.00; write those of sales as"
                " zero or more and those of returns as zero or less"
            ),
        ),
        (
            "3,1,2026-02-01,ana,1.00,,PPP,,,,",
            'deals.csv:5:26: column currency: "PPP" is not a known code; did you mean PHP?',
        ),
        (
            "3,1,2026-02-01,ana,1.5,,JPY,,,,",
            (
                'deals.csv:5:20: column amount: "1.5" has more decimals than JPY, which has none;'
                " round it where it comes from, so that both books show the same"
            ),
        ),
    ],
)
def test_a_deal_that_does_not_fit(handbook: Any, row: str, message: str) -> None:
    """Each is told with line and column, and what to write."""
    assert [message] == wrong(handbook(deals=f"{ORDERS}{row}\n"))


SPLITS = """
  - kind: splits
    file: splits.csv
    columns: {deal: [order, line], person: who, share: share, kind: kind}
"""
SPLIT_ROWS = "order,line,who,share,kind\n"


def test_splits(handbook: Any) -> None:
    """Shares are numbers, percents or quotients; an overlay stands beside the split."""
    rows = SPLIT_ROWS + "1,1,ana,1/3,\n1,1,ben,66.5%,split\n1,1,ana,0.1,overlay\n"
    facts = handbook(SPLITS, splits=rows).facts()

    assert (
        Share(deal="1-1", person="ana", share=Fraction(1, 10), kind=ShareKind.OVERLAY),
        Share(deal="1-1", person="ana", share=Fraction(1, 3)),
        Share(deal="1-1", person="ben", share=Fraction(665, 1000)),
    ) == facts.shares


@pytest.mark.parametrize(
    "row, message",
    [
        (
            "1,3,ana,1,",
            "splits.csv:2:1: share: names deal 1-3, which is not known; did you mean 1-2?",
        ),
        (
            "1,1,ana,0,",
            'splits.csv:2:9: column share: "0" is not above zero; leave out whoever has no share',
        ),
        (
            "1,1,ana,-1/2,",
            (
                'splits.csv:2:9: column share: "-1/2" is not above zero; leave out whoever has no'
                " share"
            ),
        ),
        (
            "1,1,ana,1,overlap",
            (
                'splits.csv:2:11: column kind: "overlap" is neither split nor overlay;'
                " did you mean overlay?"
            ),
        ),
        (
            "1,1,ana,1,\n1,1,ana,1,split",
            "splits.csv:3:5: split of deal 1-1 for ana: stands already on line 2; keep one",
        ),
    ],
)
def test_a_share_that_does_not_fit(handbook: Any, row: str, message: str) -> None:
    """Each is told with line and column, and what to write."""
    assert [message] == wrong(handbook(SPLITS, splits=f"{SPLIT_ROWS}{row}\n"))


def test_deals_that_cannot_be_read_raise_no_false_alarm(handbook: Any) -> None:
    """A share of a deal whose row is wrong does not name an unknown deal."""
    found = handbook(
        SPLITS, deals=ORDERS.replace("1000.00", "1OOO.00"), splits=SPLIT_ROWS + "1,1,ana,1,\n"
    )

    (problem,) = wrong(found)
    assert problem.startswith('deals.csv:2:20: column amount: "1OOO.00" is not a number')


INVOICES = """
  - kind: invoices
    file: invoices.csv
    currency: PHP
    columns: {id: number, deal: [order, line], date: day, amount: amount, due: due}
"""
PAYMENTS = """
  - kind: payments
    file: payments.csv
    currency: PHP
    columns: {id: number, deal: [order, line], date: day, amount: amount, invoice: invoice}
"""
INVOICE_ROWS = "number,order,line,day,amount,due\nI1,1,1,2026-01-15,600.00,2026-02-14\n"
PAYMENT_ROWS = "number,order,line,day,amount,invoice\n"


def test_invoices_and_payments(handbook: Any) -> None:
    """A payment may name its invoice; a refund is below zero; a due date may be left open."""
    facts = handbook(
        PAYMENTS + INVOICES.strip("\n"),
        invoices=INVOICE_ROWS + "I2,1,1,2026-02-15,400.00,\n",
        payments=PAYMENT_ROWS + "P1,1,1,2026-02-20,500.00,I1\nP2,1,1,2026-02-21,-50.00,\n",
    ).facts()

    assert (
        Invoice(
            id="I1",
            deal="1-1",
            date=date(2026, 1, 15),
            amount=Money.parse("PHP 600.00"),
            due=date(2026, 2, 14),
        ),
        Invoice(id="I2", deal="1-1", date=date(2026, 2, 15), amount=Money.parse("PHP 400.00")),
    ) == facts.invoices
    assert (
        Payment(
            id="P1",
            deal="1-1",
            date=date(2026, 2, 20),
            amount=Money.parse("PHP 500.00"),
            invoice="I1",
        ),
        Payment(id="P2", deal="1-1", date=date(2026, 2, 21), amount=Money.parse("PHP -50.00")),
    ) == facts.payments


@pytest.mark.parametrize(
    "table, row, message",
    [
        (
            "invoices",
            "I2,1,9,2026-01-15,1.00,",
            "invoices.csv:3:4: invoice I2: names deal 1-9, which is not known; did you mean 1-2?",
        ),
        (
            "invoices",
            "I2,1,1,2026-01-15,-1.00,",
            (
                "invoices.csv:3:19: invoice I2: is for PHP -1.00; enter what is given back as a"
                " return"
            ),
        ),
        (
            "invoices",
            "I2,1,2,2026-01-15,1.00,",
            (
                "invoices.csv:3:19: invoice I2: is in PHP, and deal 1-2 in USD; write it in the"
                " currency of the deal"
            ),
        ),
        (
            "invoices",
            "I1,1,1,2026-01-15,1.00,",
            "invoices.csv:3:1: invoice I1: stands already on line 2; keep one",
        ),
        (
            "payments",
            "P1,3,1,2026-01-15,1.00,",
            "payments.csv:2:4: payment P1: names deal 3-1, which is not known; did you mean 2-1?",
        ),
        (
            "payments",
            "P1,1,1,2026-01-15,1.00,I9",
            (
                "payments.csv:2:1: payment P1: names invoice I9, which is not known; name an"
                " invoice of the deal, or none"
            ),
        ),
        (
            "payments",
            "P1,2,1,2026-02-15,1.00,I1",
            (
                "payments.csv:2:1: payment P1: is for deal 2-1, and invoice I1 for deal 1-1; name"
                " an invoice of the deal, or none"
            ),
        ),
        (
            "payments",
            "P1,1,1,2026-01-15,1.00,\nP1,1,1,2026-01-16,1.00,",
            "payments.csv:3:1: payment P1: stands already on line 2; keep one",
        ),
    ],
)
def test_an_invoice_or_payment_that_does_not_fit(
    handbook: Any, table: str, row: str, message: str
) -> None:
    """Each is told with line and column, and what to write."""
    rows = {"invoices": INVOICE_ROWS, "payments": PAYMENT_ROWS}
    rows[table] += f"{row}\n"

    assert [message] == wrong(handbook(INVOICES + PAYMENTS.strip("\n"), **rows))


ASSIGNMENTS = """
  - kind: assignments
    file: assignments.csv
    attribute: territory
    columns: {value: area, person: who, start: from, until: to}
"""
ASSIGNMENT_ROWS = "area,who,from,to\n"


def test_assignments(handbook: Any) -> None:
    """Either day may be left open."""
    rows = ASSIGNMENT_ROWS + "north,ana,,2026-01-31\nnorth,ben,2026-02-01,\n"

    assert (
        Assignment(attribute="territory", value="north", person="ana", until=date(2026, 1, 31)),
        Assignment(attribute="territory", value="north", person="ben", start=date(2026, 2, 1)),
    ) == handbook(ASSIGNMENTS, assignments=rows).facts().assignments


@pytest.mark.parametrize(
    "row, message",
    [
        (
            "north,ana,2026-02-01,2026-01-31",
            (
                "assignments.csv:2:1: assignment of territory north to ana: ends on 2026-01-31,"
                " before it starts on 2026-02-01; swap the dates"
            ),
        ),
        (
            "north,ana,,\nnorth,ana,,",
            (
                "assignments.csv:3:1: assignment of territory north to ana: stands already on"
                " line 2; keep one"
            ),
        ),
    ],
)
def test_an_assignment_that_does_not_fit(handbook: Any, row: str, message: str) -> None:
    """Each is told with line and column, and what to write."""
    assert [message] == wrong(handbook(ASSIGNMENTS, assignments=f"{ASSIGNMENT_ROWS}{row}\n"))


def test_an_assignments_table_says_what_it_assigns(handbook: Any) -> None:
    """The attribute is named for the table, or in a column."""
    left_out = ASSIGNMENTS.replace("    attribute: territory\n", "")

    assert [
        (
            "facts.yaml:14:5: assignments table: does not say which attribute it assigns; add"
            " attribute: to the table, or a column for it"
        )
    ] == wrong(handbook(left_out, assignments=ASSIGNMENT_ROWS))


CONTACTS = """
  - kind: contacts
    file: contacts.csv
    columns: {person: who, date: day, kind: what, id: number}
"""
CONTACT_ROWS = "number,who,day,what\n1,ana,2026-01-10,visit\n"


def test_contacts(handbook: Any) -> None:
    """With ids, none counts twice; without them equal rows are two contacts."""
    visit = Contact(person="ana", date=date(2026, 1, 10), kind="visit")
    assert (visit,) == handbook(CONTACTS, contacts=CONTACT_ROWS).facts().contacts

    twice = CONTACT_ROWS + "1,ana,2026-01-10,visit\n"
    assert ["contacts.csv:3:1: contact 1: stands already on line 2; keep one"] == wrong(
        handbook(CONTACTS, contacts=twice)
    )
    unnamed = CONTACTS.replace(", id: number", "")
    assert (visit, visit) == handbook(unnamed, contacts=twice).facts().contacts


ADJUSTMENTS = """
  - kind: adjustments
    file: adjustments.csv
    currency: PHP
    columns:
      id: number
      person: who
      period: period
      amount: amount
      reason: why
      author: by
      date: day
"""
ADJUSTMENT_ROWS = "number,who,period,amount,why,by,day\n"


def test_adjustments(handbook: Any) -> None:
    """Each has its reason, author and date."""
    rows = ADJUSTMENT_ROWS + "A1,ana,2026-Q1,-500.00,Paid twice in 2025,Cora Lim,2026-03-30\n"

    assert (
        Adjustment(
            id="A1",
            person="ana",
            period=Period.quarter(2026, 1),
            amount=Money.parse("PHP -500.00"),
            reason="Paid twice in 2025",
            author="Cora Lim",
            date=date(2026, 3, 30),
        ),
    ) == handbook(ADJUSTMENTS, adjustments=rows).facts().adjustments


@pytest.mark.parametrize(
    "row, message",
    [
        (
            "A1,ana,2026-Q1,1.00,,Cora,2026-03-30",
            "adjustments.csv:2:21: column why: is empty; fill it in",
        ),
        (
            "A1,ana,2026-Q1,1.00,why,,2026-03-30",
            "adjustments.csv:2:25: column by: is empty; fill it in",
        ),
        (
            "A1,ana,2026-Q5,1.00,why,Cora,2026-03-30",
            (
                "adjustments.csv:2:8: column period: 2026-Q5 does not exist; a year has quarters Q1"
                " to Q4"
            ),
        ),
        (
            "A1,ana,2026-Q1,1.00,why,Cora,2026-03-30\nA1,ana,2026-Q1,1.00,why,Cora,2026-03-30",
            "adjustments.csv:3:1: adjustment A1: stands already on line 2; keep one",
        ),
    ],
)
def test_an_adjustment_that_does_not_fit(handbook: Any, row: str, message: str) -> None:
    """No reason or author is no adjustment."""
    assert [message] == wrong(handbook(ADJUSTMENTS, adjustments=f"{ADJUSTMENT_ROWS}{row}\n"))


RATES = """
  - kind: exchange_rates
    file: rates.csv
    source: bsp
    quote: PHP
    columns: {date: day, base: currency, rate: rate}
"""
RATE_ROWS = "day,currency,rate\n"


def test_exchange_rates(handbook: Any) -> None:
    """What is one for the whole table is said once."""
    rate = ExchangeRate(
        source="bsp", base="USD", quote="PHP", date=date(2026, 1, 5), rate=Fraction("58.125")
    )

    assert (rate,) == (
        handbook(RATES, rates=RATE_ROWS + "2026-01-05,USD,58.125\n").facts().rates.rates
    )


@pytest.mark.parametrize(
    "row, message",
    [
        ("2026-01-05,USD,0", 'rates.csv:2:16: column rate: "0" is not above zero; mend it'),
        ("2026-01-05,USD,-58", 'rates.csv:2:16: column rate: "-58" is not above zero; mend it'),
        (
            "2026-01-05,PHP,1",
            "rates.csv:2:16: rate PHP PHP of bsp: is from a currency to itself; leave it out",
        ),
        (
            "2026-01-05,PPP,1",
            'rates.csv:2:12: column currency: "PPP" is not a known code; did you mean PHP?',
        ),
        ("2026-01-05,,1", "rates.csv:2:13: row: does not say its base; fill it in"),
        (
            "2026-01-05,USD,58\n2026-01-05,USD,59",
            (
                "rates.csv:3:16: rate USD PHP of bsp: for 2026-01-05 stands already on line 2;"
                " keep one"
            ),
        ),
    ],
)
def test_a_rate_that_does_not_fit(handbook: Any, row: str, message: str) -> None:
    """A rate is above zero, of two currencies, and one for a day."""
    assert [message] == wrong(handbook(RATES, rates=f"{RATE_ROWS}{row}\n"))


def test_a_rates_table_says_whose_rates_they_are(handbook: Any) -> None:
    """Source and both currencies are named for the table, or in columns."""
    left_out = RATES.replace("    source: bsp\n", "").replace("    quote: PHP\n", "")

    assert [
        (
            "facts.yaml:14:5: exchange rates table: does not say its source; add source: to the"
            " table, or a column for it"
        ),
        (
            "facts.yaml:14:5: exchange rates table: does not say its quote; add quote: to the"
            " table, or a column for it"
        ),
    ] == wrong(handbook(left_out, rates=RATE_ROWS))


def test_decimals_with_a_comma(handbook: Any) -> None:
    """Shares and rates follow the layout of their table, quotients stay as they are."""
    comma = '    layout: {separator: ";", decimal_mark: ","}\n'
    splits = "order;line;who;share;kind\n1;1;ana;33,5%;\n1;1;ben;0,25;\n1;2;ben;1/3;\n"
    facts = handbook(
        SPLITS + comma.rstrip("\n") + RATES + comma,
        splits=splits,
        rates="day;currency;rate\n2026-01-05;USD;58,125\n",
    ).facts()

    assert [Fraction(335, 1000), Fraction(1, 4), Fraction(1, 3)] == [
        share.share for share in facts.shares
    ]
    assert [Fraction("58.125")] == [rate.rate for rate in facts.rates.rates]


def test_an_attribute_has_a_name_of_its_own(company: Company) -> None:
    """Client and product are columns that every deal may have."""
    facts = "tables:" + DEALS.replace("{territory: area,", "{client: area,")

    with pytest.raises(Problems) as error:
        Handbook.load(company(facts=facts))
    assert [
        (
            "facts.yaml:13:28: attribute client: has the name of what every deal has; map it under"
            " columns as client:"
        )
    ] == [str(problem) for problem in error.value.problems]


def test_facts_without_any_table_beside_deals(handbook: Any) -> None:
    """Nothing was split, invoiced or adjusted."""
    facts: Facts = handbook().facts()

    assert ((), (), (), ()) == (facts.shares, facts.invoices, facts.adjustments, facts.rates.rates)
