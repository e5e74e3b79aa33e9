"""Statement rows: everything that the statements of a run pay as one CSV file.

There is a row for each line, for the movements of each term and kind together, for each adjustment
and for each difference; the rows of a person add up to what the person is paid. What leaves the
pay as it is has no row.

The file is for programs and spreadsheets: the columns are ``COLUMNS`` in every language, days are
ISO 8601, amounts are plain decimals with a point and every digit of the currency. What a
spreadsheet could take for a formula is guarded (``accountkit.wire.spreadsheets``), and reading
gives back exactly what was written. Somebody who is paid nothing by anything has no row.
"""

from __future__ import annotations

import csv
import enum
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import StringIO

import attrs

from accountkit.documents.movements import grouped
from accountkit.errors import AccountkitError, InputError, Place
from accountkit.settlement.statements import Outcome, Statement
from accountkit.values.money import Money
from accountkit.wire import CONVERTER
from accountkit.wire.spreadsheets import guarded, record, unguarded

__all__ = ["COLUMNS", "RowKind", "StatementRow", "read_rows", "statement_rows", "write_rows"]


class RowKind(enum.Enum):
    """What a row tells of."""

    LINE = "line"
    """A component; ``item`` is its id."""

    MOVEMENT = "movement"
    """Movements of a term; ``item`` is its id, ``detail`` their kind, such as held."""

    ADJUSTMENT = "adjustment"
    """A change by hand; ``item`` is its id, ``detail`` its reason, author and day."""

    DIFFERENCE = "difference"
    """What a closed period came to less or more than it should have; ``item`` is what changed,
    ``detail`` the period and the reason."""


@attrs.frozen(kw_only=True)
class StatementRow:
    """One amount of a statement.

    ``last_day`` is included; ``clause`` is empty where none grants it.
    """

    person: str
    name: str
    plan: str
    period: str
    first_day: date
    last_day: date
    kind: RowKind
    item: str
    detail: str
    clause: str
    amount: Money


COLUMNS = (
    "person",
    "name",
    "plan",
    "period",
    "first_day",
    "last_day",
    "kind",
    "item",
    "detail",
    "clause",
    "amount",
    "currency",
)
"""The header of the file."""


def statement_rows(outcome: Outcome) -> tuple[StatementRow, ...]:
    """The rows of each statement, in the order of the run and of the statement."""
    return tuple(
        StatementRow(
            person=statement.payee,
            name=statement.name,
            plan=statement.plan,
            period=outcome.label,
            first_day=outcome.period.start,
            last_day=outcome.period.last_day,
            kind=told.kind,
            item=told.item,
            detail=told.detail,
            clause=told.clause or "",
            amount=told.amount,
        )
        for statement in outcome.statements
        for told in _paid(statement)
    )


@attrs.frozen
class _Paid:
    kind: RowKind
    item: str
    detail: str
    clause: str | None
    amount: Money


def _paid(statement: Statement) -> Iterator[_Paid]:
    for line in statement.lines:
        yield _Paid(RowKind.LINE, line.component, "", line.clause, line.amount)
    for group in grouped(statement):
        if group.pay:
            kind = group.kind.value
            yield _Paid(RowKind.MOVEMENT, group.term, kind, group.clause, group.pay)
    for one in statement.adjustments:
        detail = f"{one.reason} ({one.author}, {one.date.isoformat()})"
        yield _Paid(RowKind.ADJUSTMENT, one.id, detail, None, one.amount)
    for change in statement.differences:
        detail = f"{change.label} {change.reason.value}"
        yield _Paid(RowKind.DIFFERENCE, change.item, detail, change.clause, change.amount)


def write_rows(rows: Iterable[StatementRow]) -> str:
    """The rows as CSV with a header."""
    return record(COLUMNS) + "".join(record(_cells(row)) for row in rows)


def _cells(row: StatementRow) -> Iterator[str]:
    yield from map(guarded, (row.person, row.name, row.plan, row.period))
    yield from (row.first_day.isoformat(), row.last_day.isoformat())
    yield row.kind.value
    yield from map(guarded, (row.item, row.detail, row.clause))
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
        kind=CONVERTER.structure(told["kind"], RowKind),
        item=unguarded(told["item"]),
        detail=unguarded(told["detail"]),
        clause=unguarded(told["clause"]),
        amount=Money.of(told["amount"], told["currency"]),
    )
