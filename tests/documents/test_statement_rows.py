"""Statement rows: a run as CSV, from the tutorial's small company.

Figures by hand: 600,000.00 at 1.5% and 120,000.40 at 3% are 12,600.012; Nilo's 135,500.00 is 54.2%
of the quota, and below 60% nothing is earned.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from accountkit import Handbook, Money, Outcome, Period, evaluate
from accountkit.documents.statement_rows import read_rows, statement_rows, write_rows
from accountkit.errors import InputError

HEADER = "person,name,plan,period,first_day,last_day,component,clause,amount,currency\r\n"
QUARTER = "account-managers,2026-Q1,2026-01-01,2026-03-31,commission,commission"
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


@pytest.mark.parametrize(
    "text, told",
    [
        ("a,b\r\n", r"pay\.csv:1:1: header: is not person,name,"),
        ("", r"pay\.csv:1:1: header: is not person,name,"),
        (f"{HEADER}lea\r\n", r"pay\.csv:2:1: row: has 1 cells where the header has 10"),
        (
            f"{HEADER}lea,Lea,{QUARTER},12.345,PHP\r\n",
            r"pay\.csv:2:1: money: .*12\.345",
        ),
        (
            f"{HEADER}lea,Lea,p,2026-Q1,1.1.2026,2026-03-31,c,c,1.00,PHP\r\n",
            r"pay\.csv:2:1: date: .*1\.1\.2026",
        ),
        (f'{HEADER}"lea,Lea', r"pay\.csv:2:1: row: is no CSV"),
    ],
)
def test_what_is_no_such_file(text: str, told: str) -> None:
    """Somebody who changed it is told the line."""
    with pytest.raises(InputError, match=told):
        read_rows(text, "pay.csv")
