"""Doubts: what an import could not settle, and what it did about it.

A published occupation is no role of a company. Wherever an import had to choose, leave out or
fall back on a rule, it says so: what is doubtful, why, what to do, and the rows it comes from. A
doubt is no error: the draft can be used, and somebody reads the doubts before it is.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable

import attrs

from accountkit.errors import Place

__all__ = ["Doubt", "DoubtKind", "Doubts", "SourceRow"]


class DoubtKind(enum.Enum):
    """What makes something doubtful."""

    ARTICLE = "article"
    """The article of the title was decided by a rule."""

    PLURAL = "plural"
    """The title is a plural, and no rule says its singular for certain."""

    SIGNS = "signs"
    """A title holds a slash or a parenthesis and may be two titles."""

    LANGUAGE = "language"
    """Something is not there in a language that was asked for."""

    MISSING = "missing"
    """The source says nothing where a role says something."""

    UNRATED = "unrated"
    """Nobody rated how relevant or precise it is."""

    BELOW_LEVEL = "below-level"
    """It is rated below the level from which on it is taken over, or counts as secondary."""

    LOW_PRECISION = "low-precision"
    """The source calls the figure imprecise, or few people were asked."""

    TRANSITIONAL = "transitional"
    """The source carried it over from an older classification."""

    DISTRIBUTION = "distribution"
    """People answered differently, and the most frequent answer was taken."""

    RANGE = "range"
    """The source gives a range, and its lower end was taken."""

    EQUIVALENT = "equivalent"
    """The source accepts an equivalent and does not say which."""

    NO_COUNTERPART = "no-counterpart"
    """A role has no such thing; the nearest lower one was taken, or none."""

    SEVERAL_ACTS = "several-acts"
    """One sentence seems to name several duties."""

    CONDITIONAL = "conditional"
    """The wording sets a condition that is not kept as data."""

    REPEATED = "repeated"
    """Two say nearly the same."""

    STRENGTH = "strength"
    """How strongly it is asked for was read from words that mean something else."""

    CONTRADICTION = "contradiction"
    """The source says two things that exclude each other."""

    KIND = "kind"
    """The source does not tell knowledge from skill."""

    CODE = "code"
    """An occupational code is missing, broader, or in no published group."""

    REGULATED = "regulated"
    """Some country asks for a licence."""

    STATUS = "status"
    """The source does not count it as valid."""


@attrs.frozen
class SourceRow:
    """A row of the source: the id that clauses carry, and where it stands."""

    id: str
    place: Place


@attrs.frozen(kw_only=True)
class Doubt:
    """One thing that somebody should decide.

    ``clause`` is the id of the clause it is about; ``None`` if it is about the whole role.
    """

    kind: DoubtKind
    subject: str
    problem: str
    remedy: str
    rows: tuple[SourceRow, ...]
    clause: str | None = None

    @property
    def message(self) -> str:
        """The doubt as one sentence, without its place."""
        return f"{self.subject}: {self.problem}; {self.remedy}"

    @property
    def place(self) -> Place:
        """Where the first of its rows stands."""
        return self.rows[0].place

    def __str__(self) -> str:
        return f"{self.place}: doubt: {self.message} ({self.kind.value})"


class Doubts:
    """The doubts of an import so far."""

    def __init__(self) -> None:
        self._found: list[Doubt] = []

    def add(
        self,
        kind: DoubtKind,
        subject: str,
        problem: str,
        remedy: str,
        rows: Iterable[SourceRow],
        *,
        clause: str | None = None,
    ) -> None:
        """Remember a doubt; it comes from at least one row."""
        self._found.append(
            Doubt(
                kind=kind,
                subject=subject,
                problem=problem,
                remedy=remedy,
                rows=tuple(rows),
                clause=clause,
            )
        )

    @property
    def all(self) -> tuple[Doubt, ...]:
        """All of them, in the order in which they came up."""
        return tuple(self._found)

    def about(self, clause: str | None) -> str:
        """What is doubtful about a clause, or about the whole role, for its note."""
        found = (item for item in self._found if item.clause == clause)
        told = (f"{item.problem}; {item.remedy}" if clause else item.message for item in found)
        return " ".join(f"Doubt: {text}." for text in told)
