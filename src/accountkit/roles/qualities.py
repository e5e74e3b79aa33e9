"""Qualities: what the holder of a role is like, and which of that may stand in print.

A quality of conduct can be seen at work and is printed. Looks, charm, temperament, hobbies, humour,
sex and age are no provable requirement of work, and in many places no lawful one: they stay in the
record with their source, and print leaves them out unless a company says why it must not.
"""

from __future__ import annotations

import enum
from datetime import date
from typing import ClassVar

import attrs

from accountkit.roles.requirements import Strength
from accountkit.values.clauses import Clause
from accountkit.values.validators import identifier, not_empty

__all__ = ["PrintedQuality", "Quality", "QualityNature"]


class QualityNature(enum.Enum):
    """What a quality is about."""

    CONDUCT = "conduct"
    """How somebody works and deals with people; it can be seen at work."""

    LOOKS = "looks"
    CHARM = "charm"
    TEMPERAMENT = "temperament"
    HOBBY = "hobby"
    HUMOUR = "humour"
    SEX = "sex"
    AGE = "age"


@attrs.frozen(kw_only=True)
class Quality(Clause):
    """One quality."""

    KIND: ClassVar[str] = "quality"

    nature: QualityNature = attrs.field(
        default=QualityNature.CONDUCT, metadata={"doc": "what it is about; decides about print"}
    )
    strength: Strength = attrs.field(
        default=Strength.REQUIRED, metadata={"doc": "required, preferred or useful"}
    )

    @property
    def is_held_out(self) -> bool:
        """Whether print leaves it out unless a company gives a reason."""
        return self.nature is not QualityNature.CONDUCT


@attrs.frozen(kw_only=True)
class PrintedQuality:
    """That a company prints a quality which is held out otherwise, and why."""

    clause: str = attrs.field(validator=identifier, metadata={"doc": "id of the quality"})
    reason: str = attrs.field(
        validator=not_empty, metadata={"doc": "why the work calls for it, for whoever asks"}
    )
    on: date = attrs.field(metadata={"doc": "the day this was decided"})
