"""O*NET ratings as knowledge and skills: what is important enough, and how strongly.

Importance is a mean of answers on a scale of 1 to 5, where 3 is *important* and 4 *very important*.
What is rated ``REQUIRED_FROM`` or more is required, from ``KEPT_FROM`` on it is preferred, and
the rest is left out; so is what O*NET recommends to suppress.

Source:
    O*NET Data Dictionary, Knowledge, Skills, Technology Skills, and Scales Reference.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TypeVar

from accountkit.handbook.imports._onet_occupation import (
    FEWEST_RESPONDENTS,
    Occupation,
    is_suppressed,
    is_transitional,
)
from accountkit.handbook.imports.doubts import DoubtKind, SourceRow
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
    kind = cls.KIND
    rows = [row for row in occupation.rows(table) if row.get("Scale ID") == "IM"]
    if not rows:
        occupation.lacks(table, kind, "write down what your post asks for")
        return []
    usable = _usable(occupation, kind, rows)
    kept = [(row, value) for row, value in usable if value >= KEPT_FROM]
    _doubt_left_out(occupation, kind, [row for row, value in usable if value < KEPT_FROM], rows)
    _doubt_strength(occupation, kind, [row for row, _ in kept])
    kept.sort(key=lambda pair: -pair[1])
    levels = _levels(occupation, table, [row for row, _ in kept], kind)
    return [_clause(occupation, cls, row, value, levels) for row, value in kept]


def _what(kind: str, row: Row) -> str:
    return f"{kind}/{row.get('Element ID')}"


def _at(occupation: Occupation, kind: str, rows: Iterable[Row]) -> list[SourceRow]:
    return [occupation.at(row, _what(kind, row)) for row in rows]


def _named(rows: Iterable[Row]) -> str:
    return ", ".join(f"{row.get('Element Name')} {row.get('Data Value')}" for row in rows)


def _usable(occupation: Occupation, kind: str, rows: list[Row]) -> list[tuple[Row, Decimal]]:
    """The rows with a figure that may be used."""
    suppressed = [row for row in rows if is_suppressed(row)]
    if suppressed:
        occupation.doubt(
            DoubtKind.LOW_PRECISION,
            kind,
            f"{len(suppressed)} left out, as O*NET recommends to suppress them"
            f" ({_named(suppressed)})",
            "add what your post needs",
            _at(occupation, kind, suppressed),
        )
    untold = [row for row in rows if not row.get("Recommend Suppress")]
    if untold:
        occupation.doubt(
            DoubtKind.UNRATED,
            kind,
            f"the precision of {len(untold)} figures is not told",
            "ask somebody who does the work",
            _at(occupation, kind, untold),
        )
    figures = ((row, row.number("Data Value")) for row in rows if not is_suppressed(row))
    return [(row, value) for row, value in figures if value is not None]


def _doubt_left_out(occupation: Occupation, kind: str, low: list[Row], rows: list[Row]) -> None:
    if low:
        occupation.doubt(
            DoubtKind.BELOW_LEVEL,
            kind,
            f"{len(low)} of {len(rows)} left out, as their importance is below {KEPT_FROM} of 5"
            f" ({_named(low)})",
            "add what your post needs all the same",
            _at(occupation, kind, low),
        )
    carried = [row for row in rows if is_transitional(row)]
    if carried:
        occupation.doubt(
            DoubtKind.TRANSITIONAL,
            kind,
            f"{len(carried)} figures were carried over from an older taxonomy",
            "ask somebody who does the work",
            _at(occupation, kind, carried),
        )


def _doubt_strength(occupation: Occupation, kind: str, kept: list[Row]) -> None:
    if kept:
        occupation.doubt(
            DoubtKind.STRENGTH,
            kind,
            f"{len(kept)} taken over: required from a mean importance of {REQUIRED_FROM} of 5 on,"
            f" else preferred, and a mean of answers requires nothing of anybody",
            "settle what your post asks for",
            _at(occupation, kind, kept),
        )


def _levels(occupation: Occupation, table: str, kept: list[Row], kind: str) -> dict[str, str]:
    """How far each element is needed, by its id, for notes; imprecise figures are not told."""
    ids = {row.get("Element ID") for row in kept}
    rows = [
        row
        for row in occupation.rows(table)
        if row.get("Scale ID") == "LV" and row.get("Element ID") in ids
    ]
    suppressed = [row for row in rows if is_suppressed(row)]
    if suppressed:
        occupation.doubt(
            DoubtKind.LOW_PRECISION,
            kind,
            f"{len(suppressed)} levels are not told, as O*NET recommends to suppress them"
            f" ({_named(suppressed)})",
            "settle how far your post needs it",
            _at(occupation, kind, suppressed),
        )
    return {row.get("Element ID"): row.get("Data Value") for row in rows if row not in suppressed}


def _clause(
    occupation: Occupation, cls: type[C], row: Row, value: Decimal, levels: dict[str, str]
) -> C:
    element = row.get("Element ID")
    clause = occupation.ids.of(cls.KIND, row.get("Element Name"), element)
    level = f", level {levels[element]} of 7" if element in levels else ""
    _doubt_precision(occupation, cls.KIND, row, clause)
    return cls(
        id=clause,
        text=plain_text("en", row.get("Element Name")),
        source=(occupation.source(_what(cls.KIND, row)),),
        note=f"O*NET mean importance {row.get('Data Value')} of 5{level}.",
        strength=Strength.REQUIRED if value >= REQUIRED_FROM else Strength.PREFERRED,
        codes=(element,),
    )


def _doubt_precision(occupation: Occupation, kind: str, row: Row, clause: str) -> None:
    reasons: list[str] = []
    asked, low = row.number("N"), row.number("Lower CI Bound")
    if (
        asked is not None
        and asked < FEWEST_RESPONDENTS
        and "Analyst" not in row.get("Domain Source")
    ):
        reasons.append(f"was answered by {asked} workers, fewer than {FEWEST_RESPONDENTS}")
    if low is not None and low < KEPT_FROM:
        reasons.append(
            f"has an interval of confidence that reaches down to {low}, below {KEPT_FROM}"
        )
    for reason in reasons:
        occupation.doubt(
            DoubtKind.LOW_PRECISION,
            f"{kind} {row.get('Element Name')}",
            reason,
            "ask somebody who does the work",
            _at(occupation, kind, [row]),
            clause=clause,
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
        f"{len(wanted)} of {len(rows)} taken over as useful, since advertisements ask for them",
        "keep those that your company uses",
        [occupation.at(row, _product(row)) for row in rows],
    )
    return [
        Skill(
            id=occupation.ids.of("technology", row.get("Example"), "software"),
            text=plain_text("en", row.get("Example")),
            source=(occupation.source(_product(row)),),
            note=f"{row.get('Commodity Title') or 'Software'}, in demand.",
            strength=Strength.USEFUL,
            codes=tuple(filter(None, (row.get("Commodity Code"),))),
        )
        for row in wanted
    ]


def _product(row: Row) -> str:
    return f"technology/{row.get('Commodity Code')}/{row.get('Example')}"
