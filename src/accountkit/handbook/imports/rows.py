"""Rows: a published table as texts, by the names of its columns, each row with its place.

O*NET publishes text with tabs and without quotes; ESCO publishes CSV whose cells may hold several
lines. A cell that says ``n/a`` says nothing. What the rows mean is said beside each source.
"""

from __future__ import annotations

import csv
import enum
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from io import StringIO
from pathlib import Path

import attrs

from accountkit.errors import AccountkitError, InputError, Place, Problems, did_you_mean
from accountkit.values.numbers import exact

__all__ = ["MOST_PROBLEMS", "Form", "Row", "find_table", "read_table"]

MOST_PROBLEMS = 50
"""The most wrong rows that are told of one table."""

_NOTHING = "n/a"
_BETWEEN_WORDS = re.compile(r"[^a-z0-9]+")


class Form(enum.Enum):
    """How a table is written."""

    TABS = "tabs"
    COMMAS = "commas"


@attrs.frozen
class Row:
    """One row; ``line`` is the line it begins on."""

    file: str
    line: int
    columns: Mapping[str, int]
    cells: Sequence[str]

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.file, self.line)

    def get(self, column: str) -> str:
        """The text under a column; empty if it says nothing or the table has no such column."""
        position = self.columns.get(column)
        text = "" if position is None else self.cells[position].strip()
        return "" if text == _NOTHING else text

    def number(self, column: str) -> Decimal | None:
        """The number under a column; ``None`` if it says nothing.

        Raises:
            InputError: it says something that is no number.
        """
        text = self.get(column)
        try:
            return exact(text) if text else None
        except InputError as error:
            raise InputError(
                f"column {column}", error.problem, error.remedy, place=self.place
            ) from None


def find_table(folder: Path, name: str, suffixes: Collection[str]) -> Path | None:
    """The file of a table, whatever stands between the words of its name.

    Raises:
        InputError: there are two of them.
    """
    wanted = _plain(name)
    found = sorted(
        file
        for file in folder.iterdir()
        if file.suffix.lower() in suffixes and _plain(file.stem) == wanted
    )
    if len(found) > 1:
        names = " and ".join(file.name for file in found)
        raise InputError(
            f"table {name}", f"is there twice, as {names}", "keep one", place=Place(str(folder))
        )
    return found[0] if found else None


def read_table(
    file: Path, form: Form, needed: Sequence[str], filled: Collection[str] = ()
) -> tuple[Row, ...]:
    """The rows of a table.

    Args:
        file: the table; its first line names the columns.
        form: how it is written.
        needed: columns that it must have.
        filled: those of them that say something on every row.

    Raises:
        Problems: everything that is wrong with the table, each with its place.
    """
    lines = _lines(file, form)
    _, header = next(lines, (1, [""]))
    columns = {name.strip(): position for position, name in enumerate(header)}
    _check_columns(file.name, [name.strip() for name in header], needed)
    rows = [Row(file.name, line, columns, cells) for line, cells in lines]
    problems = [problem for row in rows for problem in _wrong(row, filled)]
    if problems:
        raise Problems(f"table {file.name}", problems[:MOST_PROBLEMS])
    return tuple(rows)


def _plain(name: str) -> str:
    return _BETWEEN_WORDS.sub(" ", name.lower())


def _lines(file: Path, form: Form) -> Iterator[tuple[int, list[str]]]:
    """The number of the line on which each row begins, and its cells; empty lines are skipped."""
    text = StringIO(_text(file), newline="")
    if form is Form.TABS:
        reader = csv.reader(text, delimiter="\t", quoting=csv.QUOTE_NONE)
    else:
        reader = csv.reader(text, strict=True)
    end = 0
    try:
        for cells in reader:
            start, end = end + 1, reader.line_num
            if cells:
                yield start, cells
    except csv.Error as error:
        problem = f"cannot be read from here on ({error})"
        raise _broken(file, end + 1, problem, "check that every quote is closed") from None


def _text(file: Path) -> str:
    try:
        content = file.read_bytes()
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        remedy = "check that it is a file and that you may read it"
        raise _broken(file, 1, f"cannot be read ({why})", remedy) from None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _broken(file, line, "is not UTF-8 text", "save it as UTF-8") from None


def _broken(file: Path, line: int, problem: str, remedy: str) -> Problems:
    error = InputError("table", problem, remedy, place=Place(file.name, line))
    return Problems(f"table {file.name}", [error])


def _check_columns(name: str, columns: Sequence[str], needed: Sequence[str]) -> None:
    known = [column for column in columns if column]
    problems = [
        InputError(
            f"table {name}",
            f"has the column {column} twice",
            "rename one of them",
            place=Place(name),
        )
        for column in dict.fromkeys(known)
        if known.count(column) > 1
    ]
    problems += [
        InputError(
            f"table {name}",
            f"has no column {column}",
            did_you_mean(column, known, f"its columns are {', '.join(known) or 'none'}"),
            place=Place(name),
        )
        for column in needed
        if column not in columns
    ]
    if problems:
        raise Problems(f"table {name}", problems)


def _wrong(row: Row, filled: Collection[str]) -> Iterator[AccountkitError]:
    found, width = len(row.cells), len(row.columns)
    if found != width:
        cells = "1 cell" if found == 1 else f"{found} cells"
        yield InputError(
            "row",
            f"has {cells} where the header has {width}",
            "check the separators and quotes on this line",
            place=row.place,
        )
        return
    for column in filled:
        if not row.get(column):
            yield InputError(f"column {column}", "is empty", "fill it in", place=row.place)
