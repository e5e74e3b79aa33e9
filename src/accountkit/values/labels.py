"""Labels: what the parts of a fiscal year are called, such as ``FY2026-Q1``.

Which days such a part has is said in ``accountkit.values.calendars``; a year from 1 January has
labels of its own, in ``accountkit.values.periods``.
"""

from __future__ import annotations

import enum
import re

from accountkit.errors import InputError
from accountkit.values._quotes import quoted
from accountkit.values.periods import Period

__all__ = ["PeriodKind", "foreign_label", "in_days", "parse_label", "write_label"]


class PeriodKind(enum.Enum):
    """The parts that a year has, and the year."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"

    @property
    def count(self) -> int:
        """How many of them a year has."""
        return {"month": 12, "quarter": 4, "half": 2, "year": 1}[self.value]

    @property
    def months(self) -> int:
        """How many months each has."""
        return 12 // self.count

    @property
    def plural(self) -> str:
        """The word for several of them."""
        return "halves" if self is PeriodKind.HALF else f"{self.value}s"


_LETTERS = {"Q": PeriodKind.QUARTER, "H": PeriodKind.HALF, "M": PeriodKind.MONTH}
_LABEL = re.compile(r"FY([0-9]{4})(?:-([QHM])([0-9]{1,2}))?")


def write_label(kind: PeriodKind, year: int, number: int) -> str:
    """The label of part ``number`` of a fiscal year.

    >>> write_label(PeriodKind.QUARTER, 2026, 1)
    'FY2026-Q1'
    """
    parts = {
        PeriodKind.MONTH: f"-M{number:02d}",
        PeriodKind.QUARTER: f"-Q{number}",
        PeriodKind.HALF: f"-H{number}",
        PeriodKind.YEAR: "",
    }
    return f"FY{year:04d}{parts[kind]}"


def parse_label(text: str, years: str) -> tuple[PeriodKind, int, int]:
    """What a label names: the kind, the year and the part's number; ``years`` is for the message.

    Raises:
        InputError: it is no label of a fiscal year, or the year has no such part.
    """
    match = _LABEL.fullmatch(text)
    if match is None:
        fiscal = f"FY{text}"
        raise foreign_label(text, years, fiscal if _LABEL.fullmatch(fiscal) else None)
    kind = _LETTERS[match[2]] if match[2] else PeriodKind.YEAR
    number = int(match[3] or 1)
    if not 1 <= number <= kind.count:
        raise InputError(
            "period",
            f"{text} does not exist",
            f"a year has {kind.plural} {match[2]}1 to {match[2]}{kind.count}",
        )
    return kind, int(match[1]), number


def foreign_label(text: str, years: str, better: str | None) -> InputError:
    """The error for a label that a calendar does not use."""
    return InputError(
        "period",
        f"{quoted(text)} is not a label of this calendar, which has {years}",
        f"write {better}" if better else "write FY2026, FY2026-H1, FY2026-Q1 or FY2026-M01",
    )


def in_days(period: Period) -> str:
    """A period as its day, or as its first and last day.

    >>> in_days(Period.quarter(2026, 1))
    '2026-01-01..2026-03-31'
    """
    if period.days == 1:
        return period.start.isoformat()
    return f"{period.start.isoformat()}..{period.last_day.isoformat()}"
