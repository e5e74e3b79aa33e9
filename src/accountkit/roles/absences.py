"""Absences: the days on which a person is away, and why.

Who acts meanwhile is said by an order (``accountkit.roles.substitution``), never by the absence
itself. ``start`` is the first day, ``until`` the last.
"""

from __future__ import annotations

import enum
from datetime import date

import attrs

from accountkit.roles._dated import holds, not_before_start
from accountkit.values.validators import identifier

__all__ = ["Absence", "AbsenceKind"]


class AbsenceKind(enum.Enum):
    """Why somebody is away."""

    LEAVE = "leave"
    ILLNESS = "illness"
    TRIP = "trip"
    TRAINING = "training"
    OTHER = "other"


@attrs.frozen(kw_only=True)
class Absence:
    """A person away, from the first day to the last.

    Raises:
        TermsError: the last day comes before the first.
    """

    person: str = attrs.field(validator=identifier, metadata={"doc": "the person's id"})
    kind: AbsenceKind = attrs.field(metadata={"doc": "leave, illness, trip, training or other"})
    start: date = attrs.field(metadata={"doc": "first day away"})
    until: date | None = attrs.field(
        default=None,
        validator=not_before_start,
        metadata={"doc": "last day away; left out: not known yet"},
    )
    note: str | None = attrs.field(
        default=None, metadata={"doc": "remark for the people who keep the handbook"}
    )

    def holds(self, on: date) -> bool:
        """Whether the person is away on that day."""
        return holds(self, on)
