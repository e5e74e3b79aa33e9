"""O*NET ratings as knowledge and skills: what is important enough, and how strongly.

Importance is a mean of answers on a scale of 1 to 5, where 3 is *important* and 4 *very important*.
What is rated ``REQUIRED_FROM`` or more is required, from ``KEPT_FROM`` on it is preferred, and
the rest is left out; so is what O*NET recommends to suppress.

Source:
    O*NET Data Dictionary, Knowledge, Skills, Technology Skills, and Scales Reference.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

import attrs

from accountkit.handbook.imports._onet_occupation import (
    FEWEST_RESPONDENTS,
    Occupation,
    is_suppressed,
    is_transitional,
)
from accountkit.handbook.imports.doubts import DoubtKind
from accountkit.handbook.imports.imported import plain_text
from accountkit.handbook.imports.rows import Row
from accountkit.roles.knowledge import Knowledge
from accountkit.roles.requirements import Strength
from accountkit.roles.skills import Skill

__all__ = ["KEPT_FROM", "REQUIRED_FROM", "rated", "technologies"]

C = TypeVar("C", Knowledge, Skill)

REQUIRED_FROM = Decimal(4)
KEPT_FROM = Decimal(3)


def rated(occupation: Occupation, table: str, cls: type[C]) -> list[C]:
    """Knowledge or skills, the most important first."""
    rows = [row for row in occupation.rows(table) if row.get("Scale ID") == "IM"]
    if not rows:
        occupation.lacks(table, table.lower(), "write down what your post asks for")
        return []
    ratings = _Ratings(occupation=occupation, table=table, noun=cls.KIND, rows=rows)
    kept = ratings.kept()
    levels = ratings.levels([row for row, _ in kept])
    return [_clause(ratings, cls, row, value, levels) for row, value in kept]


@attrs.frozen(kw_only=True)
class _Ratings:
    """The importance of every element of a table, and what is doubtful about it."""

    occupation: Occupation
    table: str
    noun: str
    rows: Sequence[Row]

    def source(self, row: Row) -> str:
        """What a row is in ids, such as ``knowledge/2.C.1.d``."""
        return f"{self.noun}/{row.get('Element ID')}"

    def kept(self) -> list[tuple[Row, Decimal]]:
        """The rows that are important enough, the most important first."""
        suppressed = [row for row in self.rows if is_suppressed(row)]
        figures = [
            (row, row.number("Data Value") or Decimal())
            for row in self.rows
            if not is_suppressed(row)
        ]
        low = [row for row, value in figures if value < KEPT_FROM]
        kept = [(row, value) for row, value in figures if value >= KEPT_FROM]
        self._doubt(
            DoubtKind.LOW_PRECISION,
            f"what O*NET recommends to suppress ({self._told(suppressed)}) is left out",
            "add what your post needs",
            suppressed,
        )
        self._doubt(
            DoubtKind.BELOW_LEVEL,
            f"what is below an importance of {KEPT_FROM} of 5 ({self._told(low)}) is left out",
            "add what your post needs all the same",
            low,
        )
        self._doubt_origin()
        self._doubt(
            DoubtKind.STRENGTH,
            f"what is taken over ({len(kept)} of {len(self.rows)}) is required from a mean"
            f" importance of {REQUIRED_FROM} of 5 on, else preferred, and no mean of answers asks"
            " for anything",
            "settle what your post asks for",
            [row for row, _ in kept],
        )
        return sorted(kept, key=lambda pair: -pair[1])

    def levels(self, kept: Sequence[Row]) -> dict[str, str]:
        """How far each element is needed, by its id; imprecise figures are not told."""
        wanted = {row.get("Element ID") for row in kept}
        rows = [
            row
            for row in self.occupation.rows(self.table)
            if row.get("Scale ID") == "LV" and row.get("Element ID") in wanted
        ]
        suppressed = [row for row in rows if is_suppressed(row)]
        self._doubt(
            DoubtKind.LOW_PRECISION,
            f"levels that O*NET recommends to suppress ({_named(suppressed)}) are not told",
            "settle how far your post needs it",
            suppressed,
        )
        return {
            row.get("Element ID"): row.get("Data Value") for row in rows if row not in suppressed
        }

    def doubt_precision(self, row: Row, clause: str) -> None:
        """Few answers, or an interval of confidence that reaches below the level."""
        reasons: list[str] = []
        asked, low = row.number("N"), row.number("Lower CI Bound")
        is_survey = "Analyst" not in row.get("Domain Source")
        if is_survey and asked is not None and asked < FEWEST_RESPONDENTS:
            reasons.append(f"was answered by {asked} workers, fewer than {FEWEST_RESPONDENTS}")
        if low is not None and low < KEPT_FROM:
            reasons.append(
                f"has an interval of confidence that reaches down to {low}, below {KEPT_FROM}"
            )
        for reason in reasons:
            self.occupation.doubt(
                DoubtKind.LOW_PRECISION,
                f"{self.noun} {row.get('Element Name')}",
                reason,
                "ask somebody who does the work",
                [self.occupation.at(row, self.source(row))],
                clause=clause,
            )

    def _doubt_origin(self) -> None:
        for kind, rows, problem in (
            (
                DoubtKind.UNRATED,
                [row for row in self.rows if not row.get("Recommend Suppress")],
                "are not told to be precise or imprecise",
            ),
            (
                DoubtKind.TRANSITIONAL,
                [row for row in self.rows if is_transitional(row)],
                "were carried over from an older taxonomy",
            ),
        ):
            told = f"figures ({len(rows)} of {len(self.rows)}) {problem}"
            self._doubt(kind, told, "ask somebody who does the work", rows)

    def _doubt(self, kind: DoubtKind, problem: str, remedy: str, rows: Sequence[Row]) -> None:
        """Remember a doubt about some rows; without rows there is none."""
        if rows:
            where = [self.occupation.at(row, self.source(row)) for row in rows]
            self.occupation.doubt(kind, self.table.lower(), problem, remedy, where)

    def _told(self, rows: Sequence[Row]) -> str:
        return f"{len(rows)} of {len(self.rows)}: {_named(rows)}"


def _named(rows: Sequence[Row]) -> str:
    return ", ".join(f"{row.get('Element Name')} {row.get('Data Value')}" for row in rows)


def _clause(
    ratings: _Ratings, cls: type[C], row: Row, value: Decimal, levels: Mapping[str, str]
) -> C:
    element, name = row.get("Element ID"), row.get("Element Name")
    clause = ratings.occupation.ids.of(cls.KIND, name, element)
    level = f", level {levels[element]} of 7" if element in levels else ""
    ratings.doubt_precision(row, clause)
    return cls(
        id=clause,
        text=plain_text({"en": name}),
        source=(ratings.occupation.source(ratings.source(row)),),
        note=f"O*NET mean importance {row.get('Data Value')} of 5{level}.",
        strength=Strength.REQUIRED if value >= REQUIRED_FROM else Strength.PREFERRED,
        codes=(element,),
    )


def technologies(occupation: Occupation) -> list[Skill]:
    """The use of software that advertisements for this occupation ask for, as useful skills."""
    rows = occupation.rows("Technology Skills")
    if not rows:
        occupation.lacks("Technology Skills", "technologies", "add those that your company uses")
        return []
    wanted = [row for row in rows if row.get("In Demand") == "Y"]
    occupation.doubt(
        DoubtKind.BELOW_LEVEL,
        "technologies",
        f"what advertisements ask for ({len(wanted)} of {len(rows)}) is taken over as useful",
        "keep those that your company uses",
        [occupation.at(row, _product(row)) for row in rows],
    )
    return [
        Skill(
            id=occupation.ids.of("technology", row.get("Example"), "software"),
            text=plain_text({"en": row.get("Example")}),
            source=(occupation.source(_product(row)),),
            note=f"{row.get('Commodity Title') or 'Software'}, in demand.",
            strength=Strength.USEFUL,
            codes=tuple(filter(None, (row.get("Commodity Code"),))),
        )
        for row in wanted
    ]


def _product(row: Row) -> str:
    return f"technology/{row.get('Commodity Code')}/{row.get('Example')}"
