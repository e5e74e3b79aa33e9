"""Errors: what can go wrong, one class for each thing a caller can do about it.

A message is one sentence of the shape *subject: what is wrong, with the value; remedy [clause]*.
The parts are attributes and the text is made from them, so a program never parses a message.
Problems found while reading files are collected and raised together as ``Problems``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import ClassVar

__all__ = [
    "AccountkitError",
    "CurrencyError",
    "InputError",
    "MissingExtraError",
    "Place",
    "Problems",
    "StoreError",
    "TermsError",
    "UnknownNameError",
    "UsageError",
    "did_you_mean",
]


class Place:
    """Where in a file something stands; line and column count from one.

    >>> str(Place("roles/kam.yaml", 41, 7))
    'roles/kam.yaml:41:7'
    """

    __slots__ = ("column", "file", "line")

    def __init__(self, file: str, line: int = 1, column: int = 1) -> None:
        self.file = file
        self.line = line
        self.column = column

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    def __repr__(self) -> str:
        return f"Place({self.file!r}, {self.line}, {self.column})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Place) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)

    @property
    def key(self) -> tuple[str, int, int]:
        """File, line and column, in reading order."""
        return (self.file, self.line, self.column)


class AccountkitError(Exception):
    """The root of every error that accountkit raises on purpose.

    ``path`` leads from the object that was being built to the part at fault (field names and
    positions); a reader of files turns it into a ``Place``.
    """

    severity: ClassVar[str] = "error"

    def __init__(
        self,
        subject: str,
        problem: str,
        remedy: str | None = None,
        *,
        clause: str | None = None,
        place: Place | None = None,
        path: Sequence[str | int] = (),
    ) -> None:
        super().__init__(subject, problem, remedy)
        self.subject = subject
        self.problem = problem
        self.remedy = remedy
        self.clause = clause
        self.place = place
        self.path = tuple(path)

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message

    @property
    def message(self) -> str:
        """The sentence without the place."""
        remedy = f"; {self.remedy}" if self.remedy else ""
        clause = f" [{self.clause}]" if self.clause else ""
        return f"{self.subject}: {self.problem}{remedy}{clause}"


class TermsError(AccountkitError, ValueError):
    """A role, plan or other term contradicts itself: mend the term."""


class InputError(AccountkitError, ValueError):
    """A file or value cannot be read: mend the input."""


class UsageError(AccountkitError, ValueError):
    """The call asks for something that makes no sense: mend the call."""


class UnknownNameError(UsageError, LookupError):
    """A name that nobody declared."""


class CurrencyError(AccountkitError, TypeError):
    """Two currencies met where only one may be, or a currency nobody knows."""


class MissingExtraError(AccountkitError, ImportError):  # type: ignore[misc]  # both have a path
    """An optional part is not installed: install it."""

    def __init__(self, subject: str, extra: str) -> None:
        super().__init__(
            subject, "is not installed", f"install it with: pip install 'accountkit[{extra}]'"
        )
        self.extra = extra


class StoreError(AccountkitError):
    """A store refused, or holds something that is not right."""


class Problems(ExceptionGroup[AccountkitError]):
    """All that is wrong with what was read, in reading order."""

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)

    @property
    def problems(self) -> tuple[AccountkitError, ...]:
        """The problems one by one, also those of groups inside the group."""
        found: list[AccountkitError] = []
        for item in self.exceptions:
            found += item.problems if isinstance(item, Problems) else [item]  # type: ignore[list-item]
        return tuple(found)

    def derive(self, excs: Sequence[AccountkitError]) -> Problems:  # type: ignore[override]
        """Keep the class when a group is split."""
        return Problems(self.message, excs)


def did_you_mean(name: str, known: Iterable[str], otherwise: str | None = None) -> str | None:
    """The remedy for a name nobody declared: the nearest one, else ``otherwise``.

    >>> did_you_mean("quater", ["month", "quarter"])
    'did you mean quarter?'
    """
    near = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f"did you mean {near[0]}?" if near else otherwise
