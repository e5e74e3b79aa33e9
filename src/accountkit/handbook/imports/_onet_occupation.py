"""One O*NET occupation on its way to a draft: its rows, the ids given, and the doubts so far."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from accountkit.handbook.imports.doubts import DoubtKind, Doubts, SourceRow
from accountkit.handbook.imports.imported import Ids
from accountkit.handbook.imports.onet import OnetDatabase
from accountkit.handbook.imports.rows import Row

__all__ = ["FEWEST_RESPONDENTS", "Occupation", "is_suppressed", "is_transitional"]

FEWEST_RESPONDENTS = 15
"""Fewer workers than this who answered make a figure doubtful; analysts are always few."""


@attrs.frozen(kw_only=True)
class Occupation:
    """What each part of an import works with."""

    database: OnetDatabase
    code: str
    first: Row
    doubts: Doubts = attrs.field(factory=Doubts)
    ids: Ids = attrs.field(factory=Ids)

    def rows(self, table: str) -> Sequence[Row]:
        """The rows of a table about this occupation."""
        return self.database.rows(table, self.code)

    def source(self, what: str | None = None) -> str:
        """The id of what a clause comes from, such as ``onet:29.2:41-3091.00:task/23222``."""
        return ":".join(filter(None, ("onet", self.database.release, self.code, what)))

    def at(self, row: Row, what: str | None = None) -> SourceRow:
        """A row with its id."""
        return SourceRow(self.source(what), row.place)

    def doubt(
        self,
        kind: DoubtKind,
        subject: str,
        problem: str,
        remedy: str,
        rows: Iterable[SourceRow] = (),
        *,
        clause: str | None = None,
    ) -> None:
        """Remember a doubt; one that comes from no row in particular is about the occupation."""
        where = tuple(rows) or (self.at(self.first),)
        self.doubts.add(kind, subject, problem, remedy, where, clause=clause)

    def lacks(self, table: str, what: str, remedy: str) -> None:
        """Remember that a table says nothing about this occupation, or is not there at all."""
        if table in self.database.absent:
            problem = f"nothing is taken over, since the folder has no file {table}"
        else:
            problem = f"nothing is taken over, since {table} is silent about {self.code}"
        self.doubt(DoubtKind.MISSING, what, problem, remedy)


def is_suppressed(row: Row) -> bool:
    """Whether O*NET recommends not to use the figure, since it is imprecise."""
    return row.get("Recommend Suppress") == "Y"


def is_transitional(row: Row) -> bool:
    """Whether the figure was carried over from occupations of an older taxonomy."""
    return "Transition" in row.get("Domain Source")
