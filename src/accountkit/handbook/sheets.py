"""Sheets: the rows of a CSV or Parquet file as texts, with the place of every cell.

Nothing is interpreted here but the file format. Parquet needs the extra ``parquet``; its decimals,
dates and integers become their plain text, and floats are refused, since they have lost the cents
before we see them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

from accountkit.errors import InputError, MissingExtraError, Place
from accountkit.handbook.mapping import Layout
from accountkit.values.numbers import plain

__all__ = ["CsvSheet", "ParquetSheet", "Sheet", "open_sheet"]

_WHOLE_FILE_LINE = 1


class CsvSheet:
    """A CSV file with a header row. ``rows`` yields the line number and the cells of each row."""

    def __init__(self, file: Path, name: str, layout: Layout) -> None:
        self.name = name
        self.layout = layout
        self._file = file
        with self._open() as stream:
            self.header: Sequence[str] = self._first_row(stream)

    def rows(self) -> Iterator[tuple[int, Sequence[str]]]:
        """The rows after the header; empty lines are passed over.

        Raises:
            InputError: a row is longer or shorter than the header, or the file is no CSV.
        """
        width = len(self.header)
        with self._open() as stream:
            reader = self._reader(stream)
            next(reader)
            end = reader.line_num
            try:
                for row in reader:
                    start, end = end + 1, reader.line_num
                    if len(row) == width:
                        yield start, row
                    elif row:
                        raise InputError(
                            "row",
                            f"has {len(row)} cells where the header has {width}",
                            "check separators and quotes on this line",
                            place=Place(self.name, start),
                        )
            except csv.Error as error:
                raise self._broken(reader.line_num, str(error)) from None
            except UnicodeDecodeError:
                raise self._undecodable(reader.line_num + 1) from None

    def place(self, line: int, cell: int) -> Place:
        """Line and column at which a cell begins; looked up in the file, since it is rare."""
        with self._open() as stream:
            text = next(islice(stream, line - 1, None), "")
        column, quoted = 1, False
        for position, letter in enumerate(text, start=1):
            if letter == '"':
                quoted = not quoted
            elif letter == self.layout.separator and not quoted:
                if cell == 0:
                    break
                cell -= 1
                column = position + 1
        return Place(self.name, line, column)

    def _open(self) -> Any:
        return self._file.open(encoding=self.layout.encoding, newline="")

    def _reader(self, stream: Any) -> Any:
        return csv.reader(stream, delimiter=self.layout.separator, strict=True)

    def _first_row(self, stream: Any) -> Sequence[str]:
        try:
            header = next(self._reader(stream), None)
        except UnicodeDecodeError:
            raise self._undecodable(_WHOLE_FILE_LINE) from None
        except csv.Error as error:
            raise self._broken(_WHOLE_FILE_LINE, str(error)) from None
        if not header:
            raise InputError(
                "table",
                "is empty",
                "give it a header row with the names of the columns",
                place=Place(self.name),
            )
        return [name.strip() for name in header]

    def _broken(self, line: int, what: str) -> InputError:
        return InputError(
            "table", f"cannot be read ({what})", "check the quotes", place=Place(self.name, line)
        )

    def _undecodable(self, line: int) -> InputError:
        return InputError(
            "table",
            f"is not text in the encoding {self.layout.encoding}",
            "save it as UTF-8, or name its encoding in the layout",
            place=Place(self.name, line),
        )


class ParquetSheet:
    """A Parquet file; the line number of a row is its number, counted from one."""

    def __init__(self, file: Path, name: str) -> None:
        try:
            from pyarrow import ArrowException, parquet
        except ImportError:
            raise MissingExtraError(f"reading of {name}", "parquet") from None
        self.name = name
        self.layout = Layout()
        try:
            self._table = parquet.read_table(file)
        except (ArrowException, OSError) as error:
            what = " ".join(str(error).split())
            raise InputError(
                "table", f"cannot be read ({what})", "check that it is Parquet", place=Place(name)
            ) from None
        self.header: Sequence[str] = self._table.column_names

    def rows(self) -> Iterator[tuple[int, Sequence[str]]]:
        """The rows as texts.

        Raises:
            InputError: a cell is a float or of another type that has no exact text.
        """
        number = 0
        for batch in self._table.to_batches():
            for cells in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                number += 1
                yield number, [self._text(cell, number, i) for i, cell in enumerate(cells)]

    def place(self, line: int, cell: int) -> Place:
        """The row number, and the position of the column in the file."""
        return Place(self.name, line, cell + 1)

    def _text(self, cell: object, number: int, position: int) -> str:
        match cell:
            case None:
                return ""
            case str():
                return cell
            case bool() | float():
                pass
            case int():
                return str(cell)
            case Decimal():
                return plain(cell)
            case datetime():
                pass
            case date():
                return cell.isoformat()
            case _:
                pass
        kind = self._table.schema.field(position).type
        raise InputError(
            f"column {self.header[position]}",
            f"is stored as {kind}",
            "store it as text, date, whole number or decimal",
            place=self.place(number, position),
        )


Sheet = CsvSheet | ParquetSheet


def open_sheet(file: Path, name: str, layout: Layout) -> Sheet:
    """Open a table by the ending of its name.

    Raises:
        InputError: the ending is neither ``.csv`` nor ``.parquet``, or the file cannot be read.
    """
    if file.suffix == ".csv":
        return CsvSheet(file, name, layout)
    if file.suffix == ".parquet":
        return ParquetSheet(file, name)
    raise InputError(f"table {name}", "is neither .csv nor .parquet", "save it as one of the two")
