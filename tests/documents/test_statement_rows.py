"""Statement rows: a run as CSV, from the tutorial's small company.

Figures by hand: 600,000.00 at 1.5% and 120,000.40 at 3% are 12,600.012; Nilo's 135,500.00 is 54.2%
of the quota, and below 60% nothing is earned.
"""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from accountkit import Handbook, Money, Outcome, Period, evaluate
from accountkit.documents.statement_rows import read_rows, statement_rows, write_rows
from accountkit.errors import InputError

HEADER = "person,name,plan,period,first_day,last_day,kind,item,detail,clause,amount,currency\r\n"
QUARTER = "account-managers,2026-Q1,2026-01-01,2026-03-31,line,commission,,commission"
HOSTILE = "=cmd|' /C calc'!A0"


def first_quarter(folder: Path) -> Outcome:
    """What the first quarter of 2026 comes to."""
    handbook = Handbook.load(folder)
    return evaluate(handbook.bind(Period.quarter(2026, 1)), handbook.facts())


def test_a_row_for_each_line(bulaklak: Path) -> None:
    """Days are ISO, amounts are plain decimals, and zero is a row, too."""
    lea = f"lea,Lea Bautista,{QUARTER},12600.01,PHP\r\n"
    nilo = f"nilo,Nilo Ocampo,{QUARTER},0.00,PHP\r\n"

    assert HEADER + lea + nilo == write_rows(statement_rows(first_quarter(bulaklak)))


def test_a_name_that_is_a_formula(bulaklak: Path) -> None:
    """It stands behind an apostrophe in the file, and comes back as it was typed."""
    chart = bulaklak / "organisation.yaml"
    text = chart.read_text(encoding="utf-8")
    chart.write_text(text.replace("Lea Bautista", f'"{HOSTILE}"'), encoding="utf-8")
    written = write_rows(statement_rows(first_quarter(bulaklak)))

    assert f"\r\nlea,'{HOSTILE},{QUARTER}," in written
    assert HOSTILE == read_rows(written)[0].name


def test_amounts_are_read_as_money(bulaklak: Path) -> None:
    """With the currency of their row."""
    rows = read_rows(write_rows(statement_rows(first_quarter(bulaklak))))

    assert [Money.of("12600.01", "PHP"), Money.of("0.00", "PHP")] == [row.amount for row in rows]


def test_a_row_for_whatever_is_paid(settled: Outcome) -> None:
    """Movements of one term and kind are one row; what leaves the pay as it is has none."""
    rows = [
        (row.kind.value, row.item, row.detail, row.clause, str(row.amount.amount))
        for row in statement_rows(settled)
    ]

    assert [
        ("line", "commission", "", "5.1", "100000.00"),
        ("line", "bonus", "", "5.2", "5000.00"),
        ("movement", "ceiling", "capped", "5.3", "-10000.00"),
        ("movement", "commission", "deferred", "5.1", "-30000.00"),
        ("movement", "commission", "released", "5.1", "8000.00"),
        ("movement", "returns", "taken_back", "5.8", "-750.00"),
        ("movement", "reserve", "held", "5.4", "-6500.00"),
        ("movement", "start-draw", "recovered", "5.5", "-4000.00"),
        ("adjustment", "a1", "wrong price list in March (Ramon Cruz, 2026-04-02)", "", "1500.00"),
        ("difference", "commission", "2025-Q4 late_facts", "5.1", "250.00"),
    ] == rows


def test_the_rows_of_a_person_add_up_to_what_is_paid(settled: Outcome) -> None:
    """63,500.00, whoever adds them up; and they are read back as they were written."""
    rows = statement_rows(settled)

    assert Money.of("63500.00", "PHP") == Money.sum((row.amount for row in rows), "PHP")
    assert rows == read_rows(write_rows(rows))


def test_a_reason_that_is_a_formula(settled: Outcome) -> None:
    """Whoever makes an adjustment by hand writes the reason, and a spreadsheet reads it."""
    (maria,) = settled.statements
    (adjustment,) = maria.adjustments
    hostile = attrs.evolve(adjustment, reason=HOSTILE)
    outcome = attrs.evolve(settled, statements=(attrs.evolve(maria, adjustments=(hostile,)),))
    rows = statement_rows(outcome)

    assert f",adjustment,a1,\"'{HOSTILE} (" in write_rows(rows)
    assert rows == read_rows(write_rows(rows))


@pytest.mark.parametrize(
    "text, told",
    [
        ("a,b\r\n", r"pay\.csv:1:1: header: is not person,name,"),
        ("", r"pay\.csv:1:1: header: is not person,name,"),
        (f"{HEADER}lea\r\n", r"pay\.csv:2:1: row: has 1 cells where the header has 12"),
        (
            f"{HEADER}lea,Lea,{QUARTER},12.345,PHP\r\n",
            r"pay\.csv:2:1: money: .*12\.345",
        ),
        (
            f"{HEADER}lea,Lea,p,2026-Q1,2026-01-01,2026-03-31,gift,c,,c,1.00,PHP\r\n",
            r"pay\.csv:2:1: .*gift",
        ),
        (
            f"{HEADER}lea,Lea,p,2026-Q1,1.1.2026,2026-03-31,line,c,,c,1.00,PHP\r\n",
            r"pay\.csv:2:1: date: .*1\.1\.2026",
        ),
        (f'{HEADER}"lea,Lea', r"pay\.csv:2:1: row: is no CSV"),
    ],
)
def test_what_is_no_such_file(text: str, told: str) -> None:
    """Somebody who changed it is told the line."""
    with pytest.raises(InputError, match=told):
        read_rows(text, "pay.csv")
