"""Habagat: the example company is sound, its tables agree, and its first quarter is paid right.

The figures here are worked out from the CSV files by themselves, without accountkit.
"""

from __future__ import annotations

import csv
import subprocess
import sys
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from accountkit import Handbook, Money, Outcome, Period, describe, evaluate
from accountkit.handbook.hand_over import hand_over

FOLDER = Path(__file__).parents[2] / "examples" / "habagat"
DATA = FOLDER / "data"
TABLES = ("clients.csv", "orders.csv", "price-list.csv", "quotas.csv")
CENTAVO = Decimal("0.01")
Row = dict[str, str]


def rows(table: str) -> list[Row]:
    """The rows of a table, by column."""
    with (DATA / table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


LINES = rows("orders.csv")
PRODUCTS = {row["product"]: row for row in rows("price-list.csv")}
CLIENTS = {row["client"]: row for row in rows("clients.csv")}


def sales_of(person: str, first: str = "2026-01-01", last: str = "2026-03-31") -> Decimal:
    """The amounts of a person's order lines, both days included."""
    own = (line for line in LINES if line["account_manager"] == person)
    return sum(
        (Decimal(line["amount"]) for line in own if first <= line["date"] <= last), Decimal()
    )


def pesos(amount: str) -> Money:
    """Money of the plan."""
    return Money.of(amount, "PHP")


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    """The example as it is committed."""
    return Handbook.load(FOLDER)


@pytest.fixture(scope="module")
def outcome(handbook: Handbook) -> Outcome:
    """The pay of the first quarter of 2026."""
    return evaluate(handbook.bind(Period.quarter(2026, 1)), handbook.facts())


# --- the tables -----------------------------------------------------------------------------------


def test_the_tables_are_what_the_script_writes(tmp_path: Path) -> None:
    """Running the script gives the committed files, byte for byte."""
    subprocess.run([sys.executable, FOLDER / "generate.py", "--to", tmp_path], check=True)

    assert {name: (DATA / name).read_bytes() for name in TABLES} == {
        file.name: file.read_bytes() for file in tmp_path.iterdir()
    }


def test_a_year_of_orders_comes_before_the_first_quarter_paid() -> None:
    """A new client needs twelve quiet months, so 2026-Q1 looks back to the start of 2025."""
    days = [line["date"] for line in LINES]

    assert "2025-01-02" == min(days)
    assert "2026-03-30" == max(days)
    assert sorted(days) == days


def test_every_price_is_the_clients_column_less_the_discount() -> None:
    """A unit price comes from the price list, rounded half up to the centavo; so do amounts."""
    for line in LINES:
        product = PRODUCTS[line["product"]]
        listed = Decimal(product[CLIENTS[line["client"]]["price_column"]])
        price = listed * (100 - int(line["discount_percent"])) / 100
        quantity = int(line["quantity"])

        assert price.quantize(CENTAVO, ROUND_HALF_UP) == Decimal(line["unit_price"]), line
        assert quantity * Decimal(line["unit_price"]) == Decimal(line["amount"]), line
        assert quantity * Decimal(product["cost"]) == Decimal(line["cost"]), line


def test_sales_are_positive_and_returns_negative() -> None:
    """The kind of a line and the sign of its figures say the same."""
    for line in LINES:
        sign = {"sale": 1, "return": -1}[line["kind"]]
        assert int(line["quantity"]) * sign > 0, line
        assert Decimal(line["amount"]) * sign > 0, line


def test_a_return_takes_back_part_of_an_earlier_sale() -> None:
    """It names that sale, is to the same client at the same price, and never exceeds it."""
    sales = {f"{line['order']}-{line['line']}": line for line in LINES if line["kind"] == "sale"}
    left = {name: int(line["quantity"]) for name, line in sales.items()}
    returns = [line for line in LINES if line["kind"] == "return"]
    same = ("client", "product", "account_manager", "unit_price", "discount_percent")

    assert returns
    for line in returns:
        sale = sales[line["returned_sale"]]
        left[line["returned_sale"]] += int(line["quantity"])
        assert sale["date"] < line["date"], line
        assert {key: sale[key] for key in same} == {key: line[key] for key in same}
    assert min(left.values()) >= 0


def test_no_return_has_the_number_of_a_sale() -> None:
    """Every line has an id of its own."""
    names = [(line["order"], line["line"]) for line in LINES]

    assert len(names) == len(set(names))


# --- the handbook ---------------------------------------------------------------------------------


def test_the_handbook_has_no_finding(handbook: Handbook) -> None:
    """Not an error and not a warning; what the company leaves open on purpose is noted."""
    assert handbook.check().is_clean


@pytest.mark.parametrize("locale", ["en", "fil"])
def test_every_role_is_printed_in_both_languages(handbook: Handbook, locale: str) -> None:
    """Each description names the company."""
    for role in handbook.role_ids:
        text = describe(handbook.role(role), locale=locale).text("markdown")
        assert "Habagat Trading Corporation" in text


@pytest.mark.parametrize("role, people", [("key-account-manager", 6), ("head-of-sales", 1)])
def test_nobody_sold_beyond_the_limits_of_the_role(
    handbook: Handbook, role: str, people: int
) -> None:
    """The discounts and order sizes in the tables keep to what the job description grants."""
    granted = handbook.role(role)
    discount, size = granted.granted("discount"), granted.granted("order-size")
    seats = {seat.id for seat in handbook.chart.positions if seat.role == role}
    holders = {item.person for item in handbook.chart.appointments if item.position in seats}
    sold = [line for line in LINES if line["account_manager"] in holders and line["kind"] == "sale"]
    orders: dict[str, Decimal] = {}
    for line in sold:
        orders[line["order"]] = orders.get(line["order"], Decimal()) + Decimal(line["amount"])

    assert people == len(holders)
    assert discount is not None
    assert discount.share is not None
    assert size is not None
    assert size.amount is not None
    assert max(Fraction(int(line["discount_percent"]), 100) for line in sold) <= discount.share
    assert max(orders.values()) <= size.amount.amount


def test_paolo_sells_nothing_before_he_joins() -> None:
    """His clients were Jose Luis's until 15 June 2025."""
    first = min(line["date"] for line in LINES if line["account_manager"] == "paolo")
    served = {
        line["account_manager"]
        for line in LINES
        if CLIENTS[line["client"]]["account_manager"] == "paolo" and line["date"] < "2025-06-16"
    }

    assert "2025-06-16" <= first
    assert {"jose-luis"} == served


# --- the first quarter of 2026 --------------------------------------------------------------------


def test_everybody_is_paid(outcome: Outcome) -> None:
    """Six account managers and their head, and no fault."""
    assert () == outcome.faults
    assert {"maria", "jose-luis", "angelica", "ramon", "carmela", "paolo", "dolores"} == {
        statement.payee for statement in outcome.statements
    }


# Worked by hand. r is 1.2% for a senior, 1% for a middle and 0.8% for a junior account manager.
#
# maria       6,064,807.32 of 5,500,000, 110.27%: 5,500,000 x 1.2% = 66,000.00
#             and 564,807.32 x 1.8% = 10,166.53176, together 76,166.53176
# jose-luis   5,530,799.59 of 5,600,000,  98.76%: x 1.2% = 66,369.59508
# angelica    4,353,944.56 of 3,500,000, 124.40%: 3,500,000 x 1% = 35,000.00,
#             700,000 x 1.5% = 10,500.00, 153,944.56 x 2% = 3,078.8912, together 48,578.8912
# ramon       2,764,877.04 of 3,400,000,  81.32%: x 1% = 27,648.7704
# carmela     1,835,804.11 of 1,800,000, 101.99%: 1,800,000 x 0.8% = 14,400.00
#             and 35,804.11 x 1.2% = 429.64932, together 14,829.64932
# paolo       1,037,602.24 of 1,800,000,  57.64%: below 60%, nothing
@pytest.mark.parametrize(
    "person, sold, commission, active, new",
    [
        ("maria", "6064807.32", "76166.53", "12000.00", "15000.00"),
        ("jose-luis", "5530799.59", "66369.60", "12000.00", "0.00"),
        ("angelica", "4353944.56", "48578.89", "0.00", "15000.00"),
        ("ramon", "2764877.04", "27648.77", "10000.00", "0.00"),
        ("carmela", "1835804.11", "14829.65", "8000.00", "15000.00"),
        ("paolo", "1037602.24", "0.00", "0.00", "15000.00"),
    ],
)
def test_account_managers_are_paid_what_the_clauses_say(
    outcome: Outcome, *, person: str, sold: str, commission: str, active: str, new: str
) -> None:
    """Commission by slices of attainment; two bonuses, each earned whole or not at all."""
    statement = outcome.statement(person)

    assert Decimal(sold) == sales_of(person)
    assert pesos(commission) == statement.line("commission").amount
    assert pesos(active) == statement.line("active-clients").amount
    assert pesos(new) == statement.line("new-clients").amount
    assert Money.sum([pesos(commission), pesos(active), pesos(new)], "PHP") == statement.total


def test_maria_is_paid_for_the_quarter(outcome: Outcome) -> None:
    """76,166.53 of commission, 12,000 for active clients and 15,000 for new ones."""
    assert pesos("103166.53") == outcome.statement("maria").total


def test_a_client_is_new_after_more_than_a_year_without_a_purchase(outcome: Outcome) -> None:
    """Of three clients who begin with Maria in the quarter, two are new.

    Commonwealth Dry Goods (C109) bought last on 15 January 2025 and Kapitolyo Neighborhood Mart
    (C111) never before; San Juan Corner Pharmacy (C110) stayed away for nine months only.
    """
    line = outcome.statement("maria").line("new-clients")
    counted = {deal for step in line.steps for deal in step.deals}
    clients = {row["client"] for row in LINES if f"{row['order']}-{row['line']}" in counted}

    assert {"C109", "C111"} == clients


def test_the_override_follows_the_reporting_line_of_each_day(outcome: Outcome) -> None:
    """Carmela's sales count for the head of sales from February on, not in January.

    19,752,030.75 of the five others and 1,262,573.55 of Carmela's, together 21,014,604.30,
    at 0.3% are 63,043.8129.
    """
    others = ("maria", "jose-luis", "angelica", "ramon", "paolo")
    statement = outcome.statement("dolores")

    assert Decimal("19752030.75") == sum(map(sales_of, others))
    assert Decimal("1262573.55") == sales_of("carmela", first="2026-02-01")
    assert pesos("63043.81") == statement.line("override").amount


def test_the_head_of_sales_has_a_bonus_for_the_house_accounts(outcome: Outcome) -> None:
    """3,187,431.95 of a quota of 3,100,000 is 102.82%: the bonus of 30,000 is earned."""
    statement = outcome.statement("dolores")

    assert Decimal("3187431.95") == sales_of("dolores")
    assert pesos("30000.00") == statement.line("house-accounts").amount
    assert pesos("93043.81") == statement.total


def test_payroll_gets_every_component(handbook: Handbook, outcome: Outcome) -> None:
    """Each has a column, and the columns add up to the total of 428,637.25."""
    assert handbook.payroll is not None
    made = hand_over(outcome, handbook.payroll, run="")
    *parts, total = made.totals

    assert (7, None, pesos("428637.25")) == (made.people, total.component, total.amount)
    assert total.amount == Money.sum([part.amount for part in parts], "PHP")
