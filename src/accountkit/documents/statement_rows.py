"""Statement rows: the lines of all statements of a run as one CSV file, a line a row.

The file is for programs and spreadsheets: the columns are ``COLUMNS`` in every language, days are
ISO 8601, amounts are plain decimals with a point and every digit of the currency. What a
spreadsheet could take for a formula is guarded (``accountkit.wire.spreadsheets``), and reading
gives back exactly what was written. Somebody without a line has no row.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import StringIO

import attrs

from accountkit.errors import AccountkitError, InputError, Place
from accountkit.settlement.statements import Line, Outcome, Statement
from accountkit.values.money import Money
from accountkit.wire import CONVERTER
from accountkit.wire.spreadsheets import guarded, record, unguarded

__all__ = ["COLUMNS", "StatementRow", "read_rows", "statement_rows", "write_rows"]


@attrs.frozen(kw_only=True)
class StatementRow:
    """One line of a statement; ``last_day`` is included."""

    person: str
    name: str
    plan: str
    period: str
    first_day: date
    last_day: date
    component: str
    clause: str
    amount: Money


COLUMNS = (
    "person",
    "name",
    "plan",
    "period",
    "first_day",
    "last_day",
    "component",
    "clause",
    "amount",
    "currency",
)
"""The header of the file."""


def statement_rows(outcome: Outcome) -> tuple[StatementRow, ...]:
    """A row for each line of each statement, in the order of the run."""
    return tuple(
        _row(outcome, statement, line)
        for statement in outcome.statements
        for line in statement.lines
    )


def _row(outcome: Outcome, statement: Statement, line: Line) -> StatementRow:
    return StatementRow(
        person=statement.payee,
        name=statement.name,
        plan=statement.plan,
        period=outcome.label,
        first_day=outcome.period.start,
        last_day=outcome.period.last_day,
        component=line.component,
        clause=line.clause,
        amount=line.amount,
    )


def write_rows(rows: Iterable[StatementRow]) -> str:
    """The rows as CSV with a header."""
    return record(COLUMNS) + "".join(record(_cells(row)) for row in rows)


def _cells(row: StatementRow) -> Iterator[str]:
    yield from map(guarded, (row.person, row.name, row.plan, row.period))
    yield from (row.first_day.isoformat(), row.last_day.isoformat())
    yield from map(guarded, (row.component, row.clause))
    yield from (str(row.amount.amount), row.amount.currency)


def read_rows(text: str, file: str = "statements.csv") -> tuple[StatementRow, ...]:
    """The rows that ``write_rows`` wrote; ``file`` is how messages call it.

    Raises:
        InputError: it has other columns, or a row cannot be read.
    """
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    rows: list[StatementRow] = []
    try:
        header: Sequence[str] = next(reader, ())
        _check_header(header, file)
        rows.extend(_read(cells) for cells in reader)
    except csv.Error as error:
        place = Place(file, max(reader.line_num, 1))
        raise InputError("row", f"is no CSV ({error})", "check its quotes", place=place) from None
    except AccountkitError as error:
        error.place = error.place or Place(file, reader.line_num)
        raise
    return tuple(rows)


def _check_header(header: Sequence[str], file: str) -> None:
    if tuple(header) != COLUMNS:
        raise InputError(
            "header",
            f"is not {','.join(COLUMNS)}",
            "read a file that accountkit pay --format csv wrote",
            place=Place(file),
        )


def _read(cells: Sequence[str]) -> StatementRow:
    if len(cells) != len(COLUMNS):
        raise InputError(
            "row",
            f"has {len(cells)} cells where the header has {len(COLUMNS)}",
            "check the separators and quotes on this line",
        )
    told = dict(zip(COLUMNS, cells, strict=True))
    return StatementRow(
        person=unguarded(told["person"]),
        name=unguarded(told["name"]),
        plan=unguarded(told["plan"]),
        period=unguarded(told["period"]),
        first_day=CONVERTER.structure(told["first_day"], date),
        last_day=CONVERTER.structure(told["last_day"], date),
        component=unguarded(told["component"]),
        clause=unguarded(told["clause"]),
        amount=Money.of(told["amount"], told["currency"]),
    )
