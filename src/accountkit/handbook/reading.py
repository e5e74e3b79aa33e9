"""Reading: a table gone through row by row, with everything that is wrong on the way.

A row that is wrong is left out and told with file, line and column; the rows after it are read all
the same, up to ``MOST_PROBLEMS``. What the rows mean is said in ``accountkit.handbook.tables``, the
file formats are in ``accountkit.handbook.sheets``.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import attrs

from accountkit.errors import AccountkitError, InputError, Place, did_you_mean
from accountkit.handbook.cells import name as id_of
from accountkit.handbook.mapping import Layout
from accountkit.handbook.sheets import Sheet, open_sheet

__all__ = [
    "MOST_PROBLEMS",
    "Column",
    "Joined",
    "PlaceOf",
    "Reading",
    "Register",
    "RowError",
    "Source",
]

MOST_PROBLEMS = 50
"""The most wrong rows that are told of one table."""

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class PlaceOf(Protocol):
    """Says where the mapping of a table names something."""

    def __call__(self, *path: str | int) -> Place:
        """The place of a path of keys within the table's mapping."""
        ...


@attrs.frozen(kw_only=True)
class Source:
    """A mapped file: where it is, how messages call it, and where the mapping names a column."""

    file: Path
    name: str
    place_of: PlaceOf


class RowError(Exception):
    """A row that is wrong in one cell."""

    def __init__(self, cell: int, subject: str, problem: str, remedy: str | None) -> None:
        super().__init__(cell, subject, problem, remedy)
        self.cell = cell
        self.subject = subject
        self.problem = problem
        self.remedy = remedy


class Column(Generic[T_co]):
    """One column of a table: called with the cells of a row, it gives the value."""

    def __init__(self, name: str, cell: int, parse: Callable[[str], T_co]) -> None:
        self.name = name
        self.cell = cell
        self._parse = parse

    def __call__(self, cells: Sequence[str]) -> T_co:
        """The value of a row.

        Raises:
            RowError: the cell cannot be read.
        """
        try:
            return self._parse(cells[self.cell])
        except AccountkitError as error:
            raise self.wrong(f"column {self.name}", error.problem, error.remedy) from None

    def parsed_by(self, parse: Callable[[str], T]) -> Column[T]:
        """The same cells, read in another way."""
        return Column(self.name, self.cell, parse)

    def wrong(self, subject: str, problem: str, remedy: str | None) -> RowError:
        """The error of a row whose fault shows here."""
        return RowError(self.cell, subject, problem, remedy)


class Joined:
    """Columns that together name something: called with the cells of a row, it gives the name."""

    def __init__(self, columns: Sequence[Column[str]], raw: Sequence[Column[str]]) -> None:
        self._columns = columns
        self._raw = raw

    @property
    def first(self) -> Column[str]:
        """The first of the columns."""
        return self._columns[0]

    def __call__(self, cells: Sequence[str]) -> str:
        """The name of a row: the texts of the cells with hyphens in between.

        Raises:
            RowError: a cell holds no part of a name.
        """
        return "-".join([column(cells) for column in self._columns])

    def optional(self, cells: Sequence[str]) -> str | None:
        """The name of a row, or ``None`` where all cells are empty."""
        return self(cells) if any(column(cells) for column in self._raw) else None

    def wrong(self, subject: str, problem: str, remedy: str | None) -> RowError:
        """The error of a row whose fault shows in the first of the columns."""
        return self.first.wrong(subject, problem, remedy)


class Register:
    """Ids that were read, each with its first row: none may stand twice, whatever the table."""

    def __init__(self) -> None:
        self._first: dict[Hashable, tuple[str, int]] = {}

    def earlier(self, key: Hashable, file: str, line: int) -> str | None:
        """Where an id stood before, as messages say it; ``None`` if this is the first time."""
        here = (file, line)
        first = self._first.setdefault(key, here)
        if first is here:
            return None
        return f"on line {first[1]}" if first[0] == file else f"on line {first[1]} of {first[0]}"


class Reading:
    """A table being read, with everything that was wrong so far."""

    def __init__(self, source: Source, layout: Layout) -> None:
        self.source = source
        self.problems: list[AccountkitError] = []
        self._wanted: set[int] = set()
        self._sheet = self._opened(layout)

    def column(self, name: str, parse: Callable[[str], T], *key: str | int) -> Column[T]:
        """A column that every row needs, named in the mapping under ``key``."""
        header = self._sheet.header if self._sheet is not None else [name]
        position = header.index(name) if name in header else 0
        problem = self._column_problem(name, position, header)
        if problem is not None:
            place = problem.place or self.source.place_of(*key)
            self.problems.append(
                InputError(problem.subject, problem.problem, problem.remedy, place=place)
            )
        self._wanted.add(position)
        return Column(name, position, parse)

    def optional(
        self, name: str | None, parse: Callable[[str], T], *key: str | int
    ) -> Callable[[Sequence[str]], T | None]:
        """A column whose cells may be empty, or that the mapping leaves out."""
        if name is None:
            return _nothing
        return self.column(name, lambda text: parse(text) if text else None, *key)

    def joined(self, names: Sequence[str], *key: str | int) -> Joined:
        """Columns that together name something, listed in the mapping under ``key``."""
        columns = [self.column(name, id_of, *key, position) for position, name in enumerate(names)]
        return Joined(columns, [column.parsed_by(str) for column in columns])

    def place(self, line: int) -> Place:
        """The place of a row."""
        return Place(self.source.name, line)

    def place_in(self, line: int, column: Column[object]) -> Place:
        """The place of a cell."""
        return self.place(line) if self._sheet is None else self._sheet.place(line, column.cell)

    def rows(self, build: Callable[[int, Sequence[str]], T]) -> list[T]:
        """What is built of each row that is right; none if the table itself is wrong."""
        built: list[T] = []
        if self._sheet is None or self.problems:
            return built
        width, untold = len(self._sheet.header), 0
        try:
            for line, cells in self._sheet.rows(self._wanted):
                try:
                    if len(cells) != width:
                        raise _ragged(len(cells), width)
                    built.append(build(line, cells))
                except RowError as error:
                    if len(self.problems) < MOST_PROBLEMS:
                        self.problems.append(_placed(error, self._sheet.place(line, error.cell)))
                    else:
                        untold += 1
        except InputError as error:
            self.problems.append(error)
        if untold:
            self.problems.append(
                InputError(
                    f"table {self.source.name}",
                    f"has {untold} more wrong row{'' if untold == 1 else 's'}",
                    "mend the ones above first",
                    place=Place(self.source.name),
                )
            )
        return built

    def _opened(self, layout: Layout) -> Sheet | None:
        name, at_file = self.source.name, self.source.place_of("file")
        problem: AccountkitError
        try:
            return open_sheet(self.source.file, name, layout)
        except FileNotFoundError:
            problem = InputError(
                "table",
                f"file {name} is not there",
                "check its name, and the data folder it is looked for in",
                place=at_file,
            )
        except OSError as error:
            problem = InputError(
                "table",
                f"file {name} cannot be read ({(error.strerror or 'unknown reason').lower()})",
                "check that it is a file and that you may read it",
                place=at_file,
            )
        except AccountkitError as error:
            error.place = error.place or at_file
            problem = error
        self.problems.append(problem)
        return None

    def _column_problem(self, name: str, cell: int, header: Sequence[str]) -> InputError | None:
        """What keeps a column from being read; without a place if the mapping is at fault."""
        if name not in header:
            return InputError(
                f"table {self.source.name}",
                f"has no column {name}",
                did_you_mean(name, header, f"its columns are {', '.join(header)}"),
            )
        if list(header).count(name) > 1:
            return InputError(
                f"table {self.source.name}", f"has the column {name} twice", "rename one of them"
            )
        return self._sheet.refusal(cell) if self._sheet is not None else None


def _nothing(cells: Sequence[str]) -> None:
    del cells


def _ragged(found: int, width: int) -> RowError:
    cells = "1 cell" if found == 1 else f"{found} cells"
    return RowError(
        0,
        "row",
        f"has {cells} where the header has {width}",
        "check the separators and quotes on this line",
    )


def _placed(error: RowError, place: Place) -> InputError:
    return InputError(error.subject, error.problem, error.remedy, place=place)
