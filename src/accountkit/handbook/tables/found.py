"""Found: what reading a table came to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

import attrs

from accountkit.errors import AccountkitError, Place
from accountkit.handbook.reading import Reading

__all__ = ["Found", "People"]

T_co = TypeVar("T_co", covariant=True)


@attrs.frozen(kw_only=True)
class Found(Generic[T_co]):
    """The rows that are right, the people they name, each with a first row, and the problems."""

    rows: Sequence[T_co]
    people: Mapping[str, Place] = attrs.field(factory=dict[str, Place])
    problems: Sequence[AccountkitError] = ()


class People:
    """The people that a table names, each with the row that names them first."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._lines: dict[str, int] = {}

    def seen(self, person: str, line: int) -> str:
        """The person, whose row is kept if it is the first."""
        self._lines.setdefault(person, line)
        return person

    @property
    def places(self) -> dict[str, Place]:
        """Everybody seen, with the place of the first row."""
        return {person: self._reading.place(line) for person, line in self._lines.items()}
