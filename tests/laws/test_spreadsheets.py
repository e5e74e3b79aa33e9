"""Laws of CSV: what is read is what was written, and no cell is a formula."""

from __future__ import annotations

import csv
import re
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from accountkit.documents.statement_rows import RowKind, StatementRow, read_rows, write_rows
from accountkit.testing.strategies import moneys
from accountkit.wire.spreadsheets import guarded, record, unguarded

LETTERS = st.characters(exclude_categories=["Cs"])
TRICKY = st.sampled_from(list("=+-@\uff1d\uff0b\uff0d\uff20'\"\t\r\n ;,|\u00a0a1"))
TEXTS = st.text(TRICKY | LETTERS, max_size=12)
SEPARATORS = st.sampled_from(",;\t|")
ROWS = st.builds(
    StatementRow,
    person=TEXTS,
    name=TEXTS,
    plan=TEXTS,
    period=TEXTS,
    first_day=st.dates(),
    last_day=st.dates(),
    kind=st.sampled_from(RowKind),
    item=TEXTS,
    detail=TEXTS,
    clause=TEXTS,
    amount=moneys(),
)


@given(TEXTS)
def test_a_guard_is_taken_away_whole(text: str) -> None:
    """Reading gives the text, whatever apostrophes it had itself."""
    assert text == unguarded(guarded(text))


@given(TEXTS)
def test_no_part_of_a_guarded_text_starts_a_formula(text: str) -> None:
    """Neither the cell nor what another program takes for one, with or without blanks before."""
    safe = guarded(text)

    assert not safe.startswith(("\t", "\r", "\n"))
    for part in re.split(r"[,;|\t\r\n]", safe):
        assert not part.lstrip().startswith(tuple("=+-@\uff1d\uff0b\uff0d\uff20"))


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=4)), SEPARATORS)
def test_records_are_read_by_any_reader_of_csv(rows: list[list[str]], separator: str) -> None:
    """Python's own reader gives back the cells, with line ends and quotes in them."""
    written = "".join(record(cells, separator) for cells in rows)

    assert rows == list(csv.reader(StringIO(written, newline=""), delimiter=separator))


@given(st.lists(ROWS))
def test_statement_rows_are_read_as_they_were_written(rows: list[StatementRow]) -> None:
    """Through bytes, too; and what was read is written the same again."""
    written = write_rows(rows).encode()
    found = read_rows(written.decode())

    assert tuple(rows) == found
    assert written == write_rows(found).encode()
