"""The rows of tables as deals, quotas, staff and clients, with every problem in its place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from accountkit.errors import Place
from accountkit.facts import Client, DealKind, Fulfilment
from accountkit.handbook import Handbook
from accountkit.handbook.mapping import (
    DealColumns,
    DealsTable,
    FulfilmentColumns,
    FulfilmentsTable,
    Layout,
    QuotaColumns,
    QuotasTable,
    StaffColumns,
    StaffTable,
)
from accountkit.handbook.reading import MOST_PROBLEMS, Register, Source
from accountkit.handbook.tables import read_deals, read_fulfilments, read_quotas, read_staff
from accountkit.values import FiscalCalendar, Money, Period

HABAGAT = Path(__file__).parents[2] / "examples" / "habagat"
COLUMNS = DealColumns(id=("order",), date="day", person="seller", amount="amount")


def source(folder: Path, text: str, name: str = "t.csv") -> Source:
    """A table on disk."""
    (folder / name).write_text(text, encoding="utf-8")

    def place_of(*path: str | int) -> Place:
        return Place(f"facts.yaml:{'.'.join(map(str, path))}")

    return Source(file=folder / name, name=name, place_of=place_of)


def deals_table(columns: DealColumns = COLUMNS, layout: Layout | None = None) -> DealsTable:
    """A table of deals in pesos."""
    return DealsTable(
        file="t.csv", currency="PHP", columns=columns, layout=Layout() if layout is None else layout
    )


def wrong(folder: Path, rows: str, **layout: str) -> list[str]:
    """What is wrong with the rows of a table of deals."""
    text = "order,day,seller,amount\n" + rows
    _, _, problems = read_deals(deals_table(layout=Layout(**layout)), source(folder, text), None)
    return [str(problem) for problem in problems]


def test_deals(tmp_path: Path) -> None:
    """The sign of the amount tells sales from returns where no column does."""
    rows = "order,day,seller,amount\n1,2026-01-31,ana,1250.5\n2,2026-02-01,ben,-0.50\n"
    deals, found, problems = read_deals(deals_table(), source(tmp_path, rows), None)

    assert [] == problems
    assert [
        ("1", date(2026, 1, 31), "ana", Money.parse("PHP 1250.50"), DealKind.SALE),
        ("2", date(2026, 2, 1), "ben", Money.parse("PHP -0.50"), DealKind.RETURN),
    ] == [(deal.id, deal.date, deal.person, deal.amount, deal.kind) for deal in deals]
    assert {"ana": "t.csv:2:1", "ben": "t.csv:3:1"} == {
        who: str(at) for who, at in found.sellers.items()
    }


def test_a_deal_named_by_two_columns_and_told_by_its_kind(tmp_path: Path) -> None:
    """Order and line together name a deal; cost, quantity, client and product come along."""
    columns = DealColumns(
        id=("order", "line"),
        date="day",
        person="seller",
        amount="amount",
        client="client",
        product="product",
        quantity="quantity",
        cost="cost",
        kind="kind",
    )
    text = (
        "order,line,day,seller,amount,client,product,quantity,cost,kind\n"
        "S1,2,2026-01-31,ana,10.00,acme,p,2.5,4.00,sale\n"
        "S1,3,2026-01-31,ana,0,,,,,sale\n"
        "S2,1,2026-01-31,ana,-1,acme,p,1,1,sale\n"
        "S3,1,2026-01-31,ana,1,acme,p,1,1,retrun\n"
        "S4,1,2026-01-31,ana,1,amce,p,1,1,sale\n"
    )
    clients = {"acme": Client(id="acme", name="Acme")}
    deals, _, problems = read_deals(deals_table(columns), source(tmp_path, text), clients)

    first, second = deals
    assert ("S1-2", "acme", "p") == (first.id, first.client, first.product)
    assert (Decimal("2.5"), Money.parse("PHP 4.00")) == (first.quantity, first.cost)
    assert (None, None, None) == (second.client, second.quantity, second.cost)
    assert [
        (
            "t.csv:4:21: sale S2-1: has the amount PHP -1.00;"
            " write sales as zero or more and returns as less than zero"
        ),
        't.csv:5:34: column kind: "retrun" is neither sale nor return; did you mean return?',
        (
            't.csv:6:23: column client: client "amce" is not in the table of clients;'
            " did you mean acme?"
        ),
    ] == [str(problem) for problem in problems]


@pytest.mark.parametrize(
    "cell, message",
    [
        ("12O.00", '"12O.00" is not a number'),
        ('"1,250.50"', '"1,250.50" holds a comma'),
        ("1 250.50", '"1 250.50" holds a space'),
        ("1e3", '"1e3" is in exponent notation'),
        ("", "is empty; write its digits"),
        ("NaN", '"NaN" is not a finite number'),
        ("1.005", '"1.005" has more decimals than PHP, which has 2; round it where it comes from'),
        ("9" * 39, "has more than 38 digits"),
    ],
)
def test_an_amount_that_is_none(tmp_path: Path, cell: str, message: str) -> None:
    """The message names line and column of the cell and shows what stands there."""
    (problem,) = wrong(tmp_path, f"1,2026-01-31,ana,{cell}\n")

    assert problem.startswith("t.csv:2:18: column amount: ")
    assert message in problem


def test_zeros_after_the_last_decimal_say_nothing(tmp_path: Path) -> None:
    """Databases write 34.2000 for 34.20; a currency without decimals takes 5.00 for 5."""
    rows = "order,day,seller,amount\n1,2026-01-31,ana,34.2000\n"
    deals, _, problems = read_deals(deals_table(), source(tmp_path, rows), None)

    assert ([], Money.parse("PHP 34.20")) == (problems, deals[0].amount)


def test_an_amount_of_38_digits_is_read_digit_for_digit(tmp_path: Path) -> None:
    """No number passes through a float or a rounding context."""
    number = "9" * 36 + ".99"
    rows = f"order,day,seller,amount\n1,2026-01-31,ana,{number}\n"
    deals, _, _ = read_deals(deals_table(), source(tmp_path, rows), None)

    assert Decimal(number) == deals[0].amount.amount


@pytest.mark.parametrize(
    "day", ["31.01.2026", "01/31/2026", "2026-02-30", "20260131", "", "2026-01-31 00:00"]
)
def test_a_date_in_another_format(tmp_path: Path, day: str) -> None:
    """A date is never guessed at."""
    assert [
        (
            f't.csv:2:3: column day: "{day}" is no date written like 2026-01-31;'
            " mend it, or name the format in the table's layout (date_format)"
        )
    ] == wrong(tmp_path, f"1,{day},ana,1.00\n")


def test_a_comma_before_decimals(tmp_path: Path) -> None:
    """Where a comma stands before decimals, a point is refused and not taken for thousands."""
    problems = wrong(
        tmp_path,
        '1,31.01.2026,ana,"10,50"\n2,31.01.2026,ana,1.000\n',
        decimal_mark=",",
        date_format="%d.%m.%Y",
    )

    assert [
        (
            't.csv:3:18: column amount: "1.000" holds a point, and decimals start with a comma'
            " here; leave the marks of thousands out"
        )
    ] == problems


def test_wrong_rows_do_not_hide_each_other(tmp_path: Path) -> None:
    """Short rows, doubled deals and blank ids are all told; the good rows between are read."""
    assert [
        (
            "t.csv:2:1: row: has 2 cells where the header has 4;"
            " check the separators and quotes on this line"
        ),
        "t.csv:4:1: deal 2: stands already on line 3; keep one",
        "t.csv:5:1: column order: is empty; fill it in",
        (
            't.csv:6:14: column seller: "a b" holds a space;'
            ' use letters a to z, digits, "-", "_" and ".", at most 100 of them'
        ),
    ] == wrong(
        tmp_path,
        "1,2026-01-31\n2,2026-01-31,ana,1\n2,2026-01-31,ana,1\n,2026-01-31,ana,1\n"
        "3,2026-01-31,a b,1\n",
    )


def test_no_more_rows_than_anybody_mends(tmp_path: Path) -> None:
    """A table that is wrong all over ends in the first fifty rows and the number of the rest."""
    problems = wrong(tmp_path, "".join(f"{i},today,ana,1\n" for i in range(60)))

    assert MOST_PROBLEMS + 1 == len(problems)
    assert (
        "t.csv:1:1: table t.csv: has 10 more wrong rows; mend the ones above first"
        == (problems[-1])
    )


def test_columns_that_are_not_there(tmp_path: Path) -> None:
    """All of them are told, at the line of the mapping, with the nearest one that is there."""
    text = "order,date,sellr,amount,amount\n"
    _, _, problems = read_deals(deals_table(), source(tmp_path, text), None)

    assert [
        (
            "facts.yaml:columns.date:1:1: table t.csv: has no column day;"
            " its columns are order, date, sellr, amount, amount"
        ),
        "facts.yaml:columns.person:1:1: table t.csv: has no column seller; did you mean sellr?",
        (
            "facts.yaml:columns.amount:1:1: table t.csv: has the column amount twice;"
            " rename one of them"
        ),
    ] == [str(problem) for problem in problems]


def test_a_header_without_rows_is_no_problem(tmp_path: Path) -> None:
    """Nothing was sold."""
    text = "order,day,seller,amount\n"

    deals, rows, problems = read_deals(deals_table(), source(tmp_path, text), None)
    assert ([], {}, []) == (deals, rows.sellers, problems)


def test_the_same_deal_in_two_tables(tmp_path: Path) -> None:
    """A deal counts once, whatever tables it is in."""
    text, register = "order,day,seller,amount\n1,2026-01-31,ana,1\n", Register()
    read_deals(deals_table(), source(tmp_path, text, "jan.csv"), None, register)
    _, _, problems = read_deals(deals_table(), source(tmp_path, text, "feb.csv"), None, register)

    assert ["feb.csv:2:1: deal 1: stands already on line 2 of jan.csv; keep one"] == [
        str(problem) for problem in problems
    ]


def test_quotas(tmp_path: Path) -> None:
    """Periods are labels of the calendar; a quota below zero, of no measure or twice is wrong."""
    table = QuotasTable(
        file="t.csv",
        columns=QuotaColumns(person="who", period="when", target="target", measure="what"),
    )
    text = (
        "who,when,target,what\nana,2026-Q1,100,sales\nben,2026-Q5,100,sales\n"
        "ben,2026-Q1,-5,sales\nben,2026-Q1,100,\nana,2026-Q1,200,sales\n"
    )
    quotas, problems = read_quotas(table, source(tmp_path, text), FiscalCalendar())

    assert [("ana", Period.quarter(2026, 1), Decimal(100), "t.csv:2:1")] == [
        (row.quota.person, row.quota.period, row.quota.target, str(row.place)) for row in quotas
    ]
    assert [
        "t.csv:3:5: column when: 2026-Q5 does not exist; a year has quarters Q1 to Q4",
        't.csv:4:13: column target: "-5" is below zero; give zero or more',
        "t.csv:5:1: row: does not say which measure it is about; fill it in",
        "t.csv:6:13: quota of ana: stands already on line 2; keep one",
    ] == [str(problem) for problem in problems]


def test_quotas_of_no_measure(tmp_path: Path) -> None:
    """The table or a column of it says what is counted."""
    table = QuotasTable(
        file="t.csv", columns=QuotaColumns(person="who", period="when", target="target")
    )
    _, problems = read_quotas(table, source(tmp_path, "who,when,target\n"), FiscalCalendar())

    assert ["quotas table"] == [problem.subject for problem in problems]


def test_staff(tmp_path: Path) -> None:
    """A job title becomes a role; one that the mapping does not know is told."""
    table = StaffTable(
        file="t.csv",
        start=date(2026, 1, 1),
        jobs={"Seller": "seller"},
        parameters={"rate": "rate"},
        columns=StaffColumns(person="id", name="name", job="job", reports_to="boss"),
    )
    text = "id,name,job,boss,rate\nana,Ana,Seller,,1.5%\nben,Ben,Seler,ana,x\n"
    staff, problems = read_staff(table, source(tmp_path, text))

    assert [("ana", "seller", None)] == [(row.person, row.role, row.reports_to) for row in staff]
    assert ['t.csv:3:9: column job: "Seler" has no role; did you mean Seller?'] == [
        str(problem) for problem in problems
    ]


def test_parquet_gives_the_same_facts(tmp_path: Path) -> None:
    """The example's orders, stored with dates, decimals and whole numbers, are the same deals."""
    pytest.importorskip("pyarrow")
    copy_as_parquet(tmp_path)

    assert Handbook.load(HABAGAT).facts() == Handbook.load(tmp_path).facts()


def copy_as_parquet(folder: Path) -> None:
    """Habagat with its orders in Parquet."""
    import shutil  # noqa: PLC0415 - here alone

    arrow: Any = pytest.importorskip("pyarrow")
    reader: Any = pytest.importorskip("pyarrow.csv")
    writer: Any = pytest.importorskip("pyarrow.parquet")
    shutil.copytree(HABAGAT, folder, dirs_exist_ok=True)
    money = arrow.decimal128(18, 4)
    types = {"amount": money, "cost": money, "quantity": arrow.int64(), "date": arrow.date32()}
    kinds = reader.ConvertOptions(column_types=types)
    table = reader.read_csv(folder / "data" / "orders.csv", convert_options=kinds)
    writer.write_table(table, folder / "data" / "orders.parquet")
    (folder / "data" / "orders.csv").unlink()
    mapping = folder / "facts.yaml"
    mapping.write_text(
        mapping.read_text(encoding="utf-8").replace("orders.csv", "orders.parquet"),
        encoding="utf-8",
    )


FULFILMENTS = FulfilmentsTable(
    file="t.csv",
    columns=FulfilmentColumns(
        person="who", duty="duty", occasion="due", done_on="done", remark="note"
    ),
)


def test_fulfilments(tmp_path: Path) -> None:
    """Who did what, of which day, when; a remark may be left out."""
    text = (
        "who,duty,due,done,note\n"
        "ana,plan,2026-01-05,2026-01-06,by phone\n"
        "ana,plan,2026-01-12,2026-01-12,\n"
    )
    (first, second), problems = read_fulfilments(FULFILMENTS, source(tmp_path, text))

    assert [] == problems
    assert (
        Fulfilment(
            person="ana",
            duty="plan",
            occasion=date(2026, 1, 5),
            done_on=date(2026, 1, 6),
            remark="by phone",
        )
    ) == first.fulfilment
    assert None is second.fulfilment.remark
    assert "t.csv:3:1" == str(second.place)


def test_the_same_occasion_in_two_tables(tmp_path: Path) -> None:
    """What was done of one occasion stands once, whatever the table."""
    text = "who,duty,due,done,note\nana,plan,2026-01-05,2026-01-06,\n"
    register = Register()
    read_fulfilments(FULFILMENTS, source(tmp_path, text), register)
    _, problems = read_fulfilments(FULFILMENTS, source(tmp_path, text, "u.csv"), register)

    assert [
        "u.csv:2:10: fulfilment of plan by ana: stands already on line 2 of t.csv; keep one"
    ] == [str(problem) for problem in problems]
