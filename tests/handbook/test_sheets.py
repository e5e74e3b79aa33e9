"""CSV and Parquet files as rows of text, with the place of every cell."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from accountkit.errors import InputError, TermsError
from accountkit.handbook.mapping import Layout
from accountkit.handbook.sheets import Sheet, open_sheet

pyarrow: Any = pytest.importorskip("pyarrow")
parquet: Any = pytest.importorskip("pyarrow.parquet")


def csv(folder: Path, content: str | bytes, **layout: str) -> Sheet:
    """An open CSV file."""
    file = folder / "t.csv"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return open_sheet(file, "t.csv", Layout(**layout))


def rows(sheet: Sheet) -> list[tuple[int, list[str]]]:
    """All rows, with their lines."""
    found = sheet.rows(range(len(sheet.header)))
    return [(line, list(cells)) for line, cells in found]


def test_rows_know_their_lines(tmp_path: Path) -> None:
    """Empty lines are passed over, and a cell in quotes may go over several lines."""
    sheet = csv(tmp_path, '\na, b\n\n1,"x\ny"\n\n2,z\n')

    assert ["a", "b"] == list(sheet.header)
    assert [(4, ["1", "x\ny"]), (7, ["2", "z"])] == rows(sheet)


def test_a_table_as_spreadsheets_of_half_the_world_write_it(tmp_path: Path) -> None:
    """Semicolons, another encoding, a byte order mark."""
    assert [(2, ["Ibañez", "1"])] == rows(
        csv(tmp_path, "a;b\nIbañez;1\n".encode("cp1252"), separator=";", encoding="cp1252")
    )
    assert ["a", "b"] == list(csv(tmp_path, "\ufeffa,b\n").header)


def test_the_place_of_a_cell(tmp_path: Path) -> None:
    """The column counts letters, and separators in quotes are none."""
    sheet = csv(tmp_path, 'a,b,c\n"x, y",ñ,3\n')

    assert ["t.csv:2:1", "t.csv:2:8", "t.csv:2:10"] == [str(sheet.place(2, i)) for i in range(3)]


@pytest.mark.parametrize(
    "content, message",
    [
        ("", "t.csv:1:1: table: is empty; give it a header row with the names of the columns"),
        ("\n\n", "t.csv:1:1: table: is empty; give it a header row with the names of the columns"),
        ('a,b\n1,"x\n2,y\n', "t.csv:2:1: table: cannot be read from here on (unexpected end of"),
        ('a,b\n1,"x"y\n', "t.csv:2:1: table: cannot be read from here on ("),
        (b"a,b\n" + b"1,2\n" * 9000 + b"\xff,1\n", "t.csv:9002:1: table: is not text in the enc"),
        (b"\xff\xfea\x00", "t.csv:1:1: table: is not text in the encoding utf-8-sig; save it as"),
    ],
    ids=["empty", "blank", "open quote", "stray quote", "not UTF-8", "UTF-16"],
)
def test_a_broken_file(tmp_path: Path, content: str | bytes, message: str) -> None:
    """The message names the line from which nothing can be read."""
    with pytest.raises(InputError) as caught:
        rows(csv(tmp_path, content))

    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    "layout, message",
    [
        ({"separator": "\\t"}, "is not one character; write one, such as"),
        ({"separator": '"'}, "is not one character"),
        ({"decimal_mark": "'"}, "stands before no decimals"),
        ({"encoding": "utf-9"}, "is not known; use utf-8"),
        ({"encoding": "base64"}, "is not known; use utf-8"),
        ({"date_format": "%d.%m."}, "does not tell year, month and day"),
        ({"date_format": "%Q"}, "does not tell year, month and day"),
    ],
)
def test_a_layout_that_nothing_can_be_read_by(layout: dict[str, str], message: str) -> None:
    """What would end in nonsense is refused where it is written."""
    with pytest.raises(TermsError, match=message):
        Layout(**layout)


def test_an_ending_that_is_no_table(tmp_path: Path) -> None:
    """A workbook is not read; the message says what is."""
    with pytest.raises(InputError, match=r"is neither \.csv nor \.parquet; save it as one of"):
        open_sheet(tmp_path / "t.xlsx", "t.xlsx", Layout())


def save(folder: Path, **columns: Any) -> Sheet:
    """An open Parquet file of these columns."""
    parquet.write_table(pyarrow.table(columns), folder / "t.parquet")
    return open_sheet(folder / "t.parquet", "t.parquet", Layout())


def test_parquet_gives_plain_text(tmp_path: Path) -> None:
    """Decimals lose no digit, and the zeros of their scale are not written."""
    sheet = save(
        tmp_path,
        number=pyarrow.array([7, None], pyarrow.int64()),
        day=pyarrow.array([date(2026, 1, 31), date(2026, 2, 1)]),
        amount=pyarrow.array([Decimal("34.2000"), Decimal("-100.0000")], pyarrow.decimal128(18, 4)),
        huge=pyarrow.array([Decimal("9" * 38)] * 2, pyarrow.decimal128(38, 0)),
        name=pyarrow.array(["ñ", "x"]).dictionary_encode(),
    )

    assert [
        (1, ["7", "2026-01-31", "34.2", "9" * 38, "ñ"]),
        (2, ["", "2026-02-01", "-100", "9" * 38, "x"]),
    ] == rows(sheet)


def test_floats_are_refused_and_only_where_they_are_read(tmp_path: Path) -> None:
    """A float has lost the cents; a column that nobody maps may hold what it likes."""
    sheet = save(
        tmp_path,
        id=["a"],
        amount=[0.1],
        flag=[True],
        at=[datetime(2026, 1, 1)],  # noqa: DTZ001
    )

    assert [
        None,
        (
            "t.parquet:1:2: column amount: is stored as double;"
            " store it as text, date, whole number or decimal"
        ),
        (
            "t.parquet:1:3: column flag: is stored as bool;"
            " store it as text, date, whole number or decimal"
        ),
        (
            "t.parquet:1:4: column at: is stored as timestamp[us];"
            " store it as text, date, whole number or decimal"
        ),
    ] == [None if sheet.refusal(i) is None else str(sheet.refusal(i)) for i in range(4)]
    assert [(1, ["a", "", "", ""])] == [(line, list(cells)) for line, cells in sheet.rows({0})]


def test_a_file_that_is_no_parquet(tmp_path: Path) -> None:
    """Whatever its name says."""
    (tmp_path / "t.parquet").write_text("a,b\n1,2\n", encoding="utf-8")

    with pytest.raises(InputError, match=r"t\.parquet:1:1: table: cannot be read \("):
        open_sheet(tmp_path / "t.parquet", "t.parquet", Layout())
