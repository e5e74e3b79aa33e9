"""Sheets: the rows of a CSV or Parquet file as texts, with the place of every cell.

Nothing is interpreted here but the file format. Parquet needs the extra ``parquet``; its decimals,
dates and integers become their plain text, and floats are refused, since they have lost the cents
before we see them.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Collection, Iterator, Sequence
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any, Protocol, TextIO

from accountkit.errors import InputError, MissingExtraError, Place
from accountkit.handbook.mapping import Layout
from accountkit.values.numbers import plain

__all__ = ["CsvSheet", "ParquetSheet", "Sheet", "open_sheet"]


class Sheet(Protocol):
    """A table of texts whose columns have names."""

    @property
    def header(self) -> Sequence[str]:
        """The names of the columns."""
        ...

    def refusal(self, cell: int) -> InputError | None:
        """What keeps a column from being read; ``None`` if nothing does."""
        ...

    def rows(self, wanted: Collection[int]) -> Iterator[tuple[int, Sequence[str]]]:
        """The line number and the cells of each row; cells that are not wanted may be empty.

        Raises:
            InputError: the file is broken.
        """
        ...

    def place(self, line: int, cell: int) -> Place:
        """Where a cell stands."""
        ...


class CsvSheet:
    """A CSV file with a header row; empty lines are passed over.

    Raises:
        InputError: the file is empty or broken.
        OSError: the file cannot be opened.
    """

    def __init__(self, file: Path, name: str, layout: Layout) -> None:
        self._file = file
        self._name = name
        self._layout = layout
        self.header: Sequence[str] = self._header()

    def refusal(self, cell: int) -> InputError | None:
        """Nothing: all cells are text."""
        del cell
        return None

    def rows(self, wanted: Collection[int]) -> Iterator[tuple[int, Sequence[str]]]:
        """Rows as they are written, also such as have more or fewer cells than the header."""
        del wanted
        rows = self._rows()
        next(rows)
        return rows

    def place(self, line: int, cell: int) -> Place:
        """Line and column at which a cell begins; looked up in the file, since it is rare."""
        with self._open() as stream:
            text = next(islice(stream, line - 1, None), "")
        column, is_quoted = 1, False
        for position, letter in enumerate(text, start=1):
            if letter == '"':
                is_quoted = not is_quoted
            elif letter == self._layout.separator and not is_quoted:
                if cell == 0:
                    break
                cell -= 1
                column = position + 1
        return Place(self._name, line, column)

    def _header(self) -> list[str]:
        for _, cells in self._rows():
            return [name.strip() for name in cells]
        raise InputError(
            "table",
            "is empty",
            "give it a header row with the names of the columns",
            place=Place(self._name),
        )

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        end = 0
        with self._open() as stream:
            reader = csv.reader(stream, delimiter=self._layout.separator, strict=True)
            try:
                for row in reader:
                    start, end = end + 1, reader.line_num
                    if row:
                        yield start, row
            except csv.Error as error:
                raise InputError(
                    "table",
                    f"cannot be read from here on ({error})",
                    "check that every quote is closed",
                    place=Place(self._name, end + 1),
                ) from None
            except UnicodeError:
                raise self._undecodable() from None

    def _open(self) -> TextIO:
        return self._file.open(encoding=self._layout.encoding, newline="")

    def _undecodable(self) -> InputError:
        content = self._file.read_bytes()
        try:
            content.decode(self._layout.encoding)
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
        except UnicodeError:
            line = 1
        else:
            line = 1
        return InputError(
            "table",
            f"is not text in the encoding {self._layout.encoding}",
            "save it as UTF-8, or name its encoding in the table's layout",
            place=Place(self._name, line),
        )


class ParquetSheet:
    """A Parquet file; the line number of a row is its number, counted from one.

    Raises:
        MissingExtraError: the extra ``parquet`` is not installed.
        InputError: the file is no Parquet.
        OSError: the file cannot be opened.
    """

    def __init__(self, file: Path, name: str) -> None:
        try:
            self._arrow: Any = import_module("pyarrow")
            self._parquet: Any = import_module("pyarrow.parquet")
        except ImportError:
            raise MissingExtraError(f"reading of {name}", "parquet") from None
        self._file = file
        self._name = name
        with file.open("rb"):
            pass  # what cannot be opened is told by the one who asked
        try:
            self._schema: Any = self._parquet.read_schema(file)
        except (self._arrow.ArrowException, OSError) as error:
            raise self._broken(error) from None
        self.header: Sequence[str] = self._schema.names

    def refusal(self, cell: int) -> InputError | None:
        """A column of floats or of another type that has no exact text."""
        kind = self._schema.field(cell).type
        if self._text_of(kind) is not None:
            return None
        return InputError(
            f"column {self.header[cell]}",
            f"is stored as {kind}",
            "store it as text, date, whole number or decimal",
            place=Place(self._name, 1, cell + 1),
        )

    def rows(self, wanted: Collection[int]) -> Iterator[tuple[int, Sequence[str]]]:
        """The rows as texts; columns that are not wanted are not read."""
        number = 0
        names = [self.header[cell] for cell in sorted(wanted)]
        try:
            with self._parquet.ParquetFile(self._file) as source:
                for batch in source.iter_batches(columns=names):
                    for cells in zip(*self._columns(batch, wanted), strict=True):
                        number += 1
                        yield number, cells
        except self._arrow.ArrowException as error:
            raise self._broken(error) from None

    def place(self, line: int, cell: int) -> Place:
        """The row number, and the position of the column in the file."""
        return Place(self._name, line, cell + 1)

    def _columns(self, batch: Any, wanted: Collection[int]) -> Iterator[list[str]]:
        for cell, name in enumerate(self.header):
            text = self._text_of(self._schema.field(cell).type) if cell in wanted else None
            if text is None:
                yield [""] * batch.num_rows
            else:
                values = batch.column(name).to_pylist()
                yield ["" if value is None else text(value) for value in values]

    def _text_of(self, kind: Any) -> Callable[[Any], str] | None:
        """How values of a type are written; ``None`` if they have no exact text."""
        types = self._arrow.types
        if types.is_dictionary(kind):
            return self._text_of(kind.value_type)
        if types.is_date(kind):
            return _iso
        if types.is_decimal(kind):
            return _decimal
        is_text = types.is_string(kind) or types.is_large_string(kind) or types.is_null(kind)
        return str if is_text or types.is_integer(kind) else None

    def _broken(self, error: Exception) -> InputError:
        what = " ".join(str(error).split())
        return InputError(
            "table", f"cannot be read ({what})", "check that it is Parquet", place=Place(self._name)
        )


def _iso(value: Any) -> str:
    return str(value.isoformat())


def _decimal(value: Any) -> str:
    """The digits, without the zeros that only the scale of the column adds."""
    text = plain(value)
    return text.rstrip("0").rstrip(".") if "." in text else text


def open_sheet(file: Path, name: str, layout: Layout) -> Sheet:
    """Open a table by the ending of its name.

    Raises:
        InputError: the ending is neither ``.csv`` nor ``.parquet``, or the file is broken.
        MissingExtraError: the extra ``parquet`` is not installed.
        OSError: the file cannot be opened.
    """
    match file.suffix.lower():
        case ".csv":
            return CsvSheet(file, name, layout)
        case ".parquet":
            return ParquetSheet(file, name)
        case _:
            raise InputError(
                "table", f"file {name} is neither .csv nor .parquet", "save it as one of the two"
            )
