"""O*NET schooling as requirements: the education and the experience most people named.

O*NET tells which part of those asked named which category. The most frequent one is taken, the
lower one of two; of a range of years its lower end; for a level without counterpart the next lower
one. Training after the start asks nothing of whoever applies and is left out.

Source:
    O*NET Data Dictionary, Education, Training, and Experience, and its Categories.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from accountkit.handbook.imports._onet_occupation import Occupation, is_suppressed
from accountkit.handbook.imports.doubts import DoubtKind
from accountkit.handbook.imports.imported import plain_text
from accountkit.handbook.imports.rows import Row
from accountkit.roles.requirements import Education, Requirement

__all__ = ["requirements"]

_TABLE = "Education, Training, and Experience"
_CATEGORIES = f"{_TABLE} Categories"
_EDUCATION, _EXPERIENCE = "2.D.1", "3.A.1"

_LEVELS: Mapping[str, tuple[Education, bool]] = MappingProxyType(
    {
        "1": (Education.NONE, True),
        "2": (Education.SECONDARY, True),
        "3": (Education.VOCATIONAL, True),
        "4": (Education.SECONDARY, False),
        "5": (Education.VOCATIONAL, False),
        "6": (Education.BACHELOR, True),
        "7": (Education.BACHELOR, False),
        "8": (Education.MASTER, True),
        "9": (Education.MASTER, False),
        "10": (Education.MASTER, False),
        "11": (Education.POSTGRADUATE, True),
        "12": (Education.POSTGRADUATE, False),
    }
)
"""The schooling for each category, and whether it is that very level."""

_MONTHS: Mapping[str, int] = MappingProxyType(
    {
        "1": 0,
        "2": 0,
        "3": 1,
        "4": 3,
        "5": 6,
        "6": 12,
        "7": 24,
        "8": 48,
        "9": 72,
        "10": 96,
        "11": 120,
    }
)
"""The lower end of each category of experience, in months."""


def requirements(occupation: Occupation) -> Iterator[Requirement]:
    """Education and experience, as far as the database tells them."""
    rows = occupation.rows(_TABLE)
    if not rows or _CATEGORIES in occupation.database.absent:
        table = _CATEGORIES if rows else _TABLE
        occupation.lacks(table, "education and experience", f"write them{_zone(occupation)}")
        return
    education = _most_named(occupation, _EDUCATION, _LEVELS)
    if education is not None:
        yield _education(occupation, education)
    experience = _most_named(occupation, _EXPERIENCE, _MONTHS)
    if experience is not None:
        yield _experience(occupation, experience)
    _doubt_the_rest(occupation)


def _zone(occupation: Occupation) -> str:
    """What the job zone says about preparation, where nothing else does."""
    zone = next((row.get("Job Zone") for row in occupation.rows("Job Zones")), None)
    names = {
        row.get("Job Zone"): row.get("Name")
        for row in occupation.database.rows("Job Zone Reference")
    }
    return f" (O*NET says {names.get(zone) or f'job zone {zone}'})" if zone else ""


def _what(row: Row) -> str:
    return f"{row.get('Element ID')}/{row.get('Category')}"


def _words(occupation: Occupation, row: Row) -> str:
    """What a category says."""
    found = (
        other.get("Category Description")
        for other in occupation.database.rows(_CATEGORIES)
        if _what(other) == _what(row)
    )
    return next(found, f"category {row.get('Category')}")


def _shares(occupation: Occupation, element: str) -> list[tuple[Decimal, Row]]:
    """The part of those asked that named each category, lowest category first."""
    rows = (row for row in occupation.rows(_TABLE) if row.get("Element ID") == element)
    figures = ((row.number("Data Value"), row) for row in rows if row.get("Category"))
    return [(share, row) for share, row in figures if share]


def _most_named(occupation: Occupation, element: str, known: Mapping[str, object]) -> Row | None:
    """The most frequent category, the first of several; ``None`` if none can be used."""
    shares = sorted(_shares(occupation, element), key=lambda pair: -pair[0])
    name = "education" if element == _EDUCATION else "experience"
    if not shares or shares[0][1].get("Category") not in known:
        occupation.doubt(DoubtKind.MISSING, name, "is told by no known category", "write it")
        return None
    row = shares[0][1]
    if is_suppressed(row):
        occupation.doubt(
            DoubtKind.LOW_PRECISION,
            name,
            "is left out, as O*NET recommends to suppress its most frequent answer",
            "write it",
            [occupation.at(row, _what(row))],
        )
        return None
    if len(shares) > 1:
        told = ", ".join(
            f"{share}% {_words(occupation, other).partition(' - ')[0]}" for share, other in shares
        )
        occupation.doubt(
            DoubtKind.DISTRIBUTION,
            name,
            f"is the most frequent of several answers ({told})",
            "settle what your post asks for",
            [occupation.at(other, _what(other)) for _, other in shares],
            clause=f"requirement.{name}",
        )
    return row


def _education(occupation: Occupation, row: Row) -> Requirement:
    level, is_exact = _LEVELS[row.get("Category")]
    words, clause = _words(occupation, row), "requirement.education"
    where = [occupation.at(row, _what(row))]
    if not is_exact:
        occupation.doubt(
            DoubtKind.NO_COUNTERPART,
            "education",
            f'"{words}" has no counterpart, and {level.value} is the next lower one',
            "settle what your post asks for",
            where,
            clause=clause,
        )
    if "equivalent" in words:
        occupation.doubt(
            DoubtKind.EQUIVALENT,
            "education",
            f'"{words}" accepts an equivalent without saying which',
            "add alternatives, or drop the words",
            where,
            clause=clause,
        )
    return Requirement(
        id=clause,
        text=plain_text({"en": f"{row.get('Element Name')}: {words}"}),
        source=(occupation.source(_what(row)),),
        education=level,
    )


def _experience(occupation: Occupation, row: Row) -> Requirement:
    months, clause = _MONTHS[row.get("Category")], "requirement.experience"
    words = _words(occupation, row)
    if row.get("Category") != "1":
        occupation.doubt(
            DoubtKind.RANGE,
            "experience",
            f'"{words}" is a range, and its lower end of {months} months is asked for',
            "settle what your post asks for",
            [occupation.at(row, _what(row))],
            clause=clause,
        )
    return Requirement(
        id=clause,
        text=plain_text({"en": f"{row.get('Element Name')}: {words}"}),
        source=(occupation.source(_what(row)),),
        experience_months=months,
    )


def _doubt_the_rest(occupation: Occupation) -> None:
    """Tell what has no place in a role: training after the start, and certificates unnamed."""
    others: dict[str, list[Row]] = {}
    for row in occupation.rows(_TABLE):
        if row.get("Element ID") not in {_EDUCATION, _EXPERIENCE}:
            others.setdefault(row.get("Element Name"), []).append(row)
    for name, rows in others.items():
        is_shared_out = bool(rows[0].get("Category"))
        reason = "it comes after the start" if is_shared_out else "nothing in particular is named"
        occupation.doubt(
            DoubtKind.NO_COUNTERPART,
            f'"{name}"',
            f"is left out, since {reason}",
            "add a requirement if your post has one",
            [occupation.at(row, _what(row)) for row in rows],
        )
