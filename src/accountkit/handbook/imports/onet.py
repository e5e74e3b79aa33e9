"""O*NET: the tables of one release of the O*NET database, as it is published as text.

Read are the files of the text download (``db_29_2_text.zip``), whose names may be written with
underscores and end in ``.txt`` or ``.tsv``; further columns are passed over. How an occupation
becomes a draft role is in ``accountkit.handbook.imports.onet_draft``.

Source:
    O*NET Data Dictionary, releases 20 to 30.2, National Center for O*NET Development. Release 30.3
    renames files and cannot be read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path

import attrs

from accountkit.errors import (
    AccountkitError,
    InputError,
    Place,
    Problems,
    UnknownNameError,
    UsageError,
    did_you_mean,
)
from accountkit.handbook.imports._english import first_word
from accountkit.handbook.imports.releases import release_of
from accountkit.handbook.imports.rows import MOST_PROBLEMS, Form, Row, find_table, read_table

__all__ = ["CODE", "OnetDatabase", "read_onet"]

CODE = "O*NET-SOC Code"
"""The column that names the occupation."""

_RATED = (CODE, "Element ID", "Element Name", "Scale ID", "Data Value")
_TABLES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "Occupation Data": ((CODE, "Title", "Description"), (CODE, "Title")),
    "Task Statements": ((CODE, "Task ID", "Task", "Task Type"), (CODE, "Task ID", "Task")),
    "Task Ratings": ((CODE, "Task ID", "Scale ID", "Data Value"), (CODE, "Task ID", "Scale ID")),
    "Alternate Titles": ((CODE, "Alternate Title"), (CODE, "Alternate Title")),
    "Knowledge": (_RATED, _RATED),
    "Skills": (_RATED, _RATED),
    "Technology Skills": ((CODE, "Example", "Commodity Code", "In Demand"), (CODE, "Example")),
    "Education, Training, and Experience": (
        (CODE, "Element ID", "Element Name", "Scale ID", "Category", "Data Value"),
        (CODE, "Element ID", "Element Name", "Scale ID", "Data Value"),
    ),
    "Job Zones": ((CODE, "Job Zone"), (CODE, "Job Zone")),
    "Education, Training, and Experience Categories": (
        ("Element ID", "Category", "Category Description"),
        ("Element ID", "Category", "Category Description"),
    ),
    "Job Zone Reference": (("Job Zone", "Name"), ("Job Zone", "Name")),
}
"""For each table the columns it must have, and those of them that are never empty."""

_NEEDED = ("Occupation Data", "Task Statements")
_NUMBERS = ("Data Value", "N", "Lower CI Bound", "Incumbents Responding")
_SUFFIXES = frozenset({".txt", ".tsv"})
_FOLDER = re.compile(r"db_([0-9]+_[0-9]+)")
_CODE = re.compile(r"[0-9]{2}-[0-9]{4}\.[0-9]{2}")


@attrs.frozen(kw_only=True)
class OnetDatabase:
    """One release of the database.

    ``tables`` has the rows of each table by occupation, and those of reference tables under an
    empty code; ``absent`` names the tables that the folder does not have.
    """

    release: str
    tables: Mapping[str, Mapping[str, Sequence[Row]]] = attrs.field(repr=False)
    absent: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all occupations, in the order of the file."""
        return tuple(self.tables["Occupation Data"])

    @cached_property
    def task_verbs(self) -> frozenset[str]:
        """The words with which tasks begin: what the database uses as verbs of tasks."""
        tasks = self.tables["Task Statements"].values()
        return frozenset(
            (first_word(row.get("Task")) or "").lower() for rows in tasks for row in rows
        )

    def rows(self, table: str, code: str = "") -> Sequence[Row]:
        """The rows of a table about an occupation, in the order of the file."""
        return self.tables.get(table, {}).get(code, ())

    def occupation(self, code: str) -> Row:
        """The row of ``Occupation Data`` about an occupation, once its numbers are seen to be such.

        Raises:
            UnknownNameError: there is no such code.
            Problems: a number of the occupation is none.
        """
        found = self.rows("Occupation Data", code)
        if not found:
            raise UnknownNameError(
                f"occupation {code}",
                f"is not in the O*NET {self.release} database",
                self._near(code),
            )
        self._check_numbers(code)
        return found[0]

    def _near(self, name: str) -> str:
        """What was meant by a code that does not exist: another code, or whose title it is."""
        titles = {code: self.occupation_title(code) for code in self.codes}
        called = name.casefold()
        matching = [
            f"{code} ({title})"
            for code, title in titles.items()
            if called in {title.casefold(), *(text.casefold() for text in self._others(code))}
        ]
        if matching:
            return f"it is a title of {', '.join(matching)}, so give one of those codes"
        near = did_you_mean(name, self.codes) or did_you_mean(name, titles.values())
        return near or "give a code such as 41-3091.00, as Occupation Data lists them"

    def occupation_title(self, code: str) -> str:
        """The published title of an occupation."""
        return self.rows("Occupation Data", code)[0].get("Title")

    def _others(self, code: str) -> list[str]:
        return [row.get("Alternate Title") for row in self.rows("Alternate Titles", code)]

    def _check_numbers(self, code: str) -> None:
        problems: list[AccountkitError] = []
        for by_code in self.tables.values():
            for row in by_code.get(code, ()):
                for column in _NUMBERS:
                    try:
                        row.number(column)
                    except InputError as error:
                        problems.append(error)
        if problems:
            raise Problems(f"occupation {code}", problems)


def read_onet(folder: str | Path, *, release: str | None = None) -> OnetDatabase:
    """Read the tables of a release.

    Args:
        folder: the folder of the unpacked text download.
        release: such as 29.2; needed unless the folder is called as the download calls it.

    Raises:
        UsageError: there is no such folder, or nothing says the release.
        Problems: everything that is wrong with the tables, each with its place.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise UsageError(
            f"folder {folder}", "is not a folder", "name the folder of the unpacked text download"
        )
    found = release_of(folder, _FOLDER, release, "db_29_2_text")
    tables: dict[str, Mapping[str, Sequence[Row]]] = {}
    absent: list[str] = []
    problems: list[AccountkitError] = []
    for name, (needed, filled) in _TABLES.items():
        try:
            file = find_table(folder, name, _SUFFIXES)
            if file is not None:
                tables[name] = _by_code(read_table(file, Form.TABS, needed, filled))
            elif name in _NEEDED:
                problems.append(_not_there(folder, name))
            else:
                absent.append(name)
        except Problems as wrong:
            problems += wrong.problems
        except InputError as wrong:
            problems.append(wrong)
    problems += islice(_wrong_codes(tables), MOST_PROBLEMS)
    if problems:
        raise Problems(f"O*NET database {folder}", problems)
    return OnetDatabase(release=found, tables=tables, absent=tuple(absent))


def _by_code(rows: Sequence[Row]) -> Mapping[str, Sequence[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.get(CODE)].append(row)
    return dict(found)


def _not_there(folder: Path, name: str) -> InputError:
    return InputError(
        "O*NET database",
        f"has no file {name}.txt",
        "unpack the text download, or name the folder it is in",
        place=Place(str(folder)),
    )


def _wrong_codes(tables: Mapping[str, Mapping[str, Sequence[Row]]]) -> Iterator[InputError]:
    for code, (first, *more) in tables.get("Occupation Data", {}).items():
        if not _CODE.fullmatch(code):
            yield InputError(
                "code",
                f'"{code}" is no O*NET-SOC code',
                "write it as 41-3091.00",
                place=first.place,
            )
        for row in more:
            yield InputError(
                f"occupation {code}",
                f"stands twice, first on line {first.line}",
                "keep one",
                place=row.place,
            )
