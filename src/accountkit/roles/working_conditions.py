"""Working conditions: hours, place, travel and strain that come with a role.

Conditions on which a duty applies are another matter (``accountkit.roles.conditions``).
"""

from __future__ import annotations

import enum
from typing import ClassVar

import attrs

from accountkit.values.clauses import Clause

__all__ = ["ConditionNature", "WorkingCondition"]


class ConditionNature(enum.Enum):
    """What a working condition is about."""

    HOURS = "hours"
    OVERTIME = "overtime"
    PLACE = "place"
    TRAVEL = "travel"
    STRAIN = "strain"
    SURROUNDINGS = "surroundings"
    ADVANTAGE = "advantage"
    DRAWBACK = "drawback"


@attrs.frozen(kw_only=True)
class WorkingCondition(Clause):
    """One condition under which the work is done."""

    KIND: ClassVar[str] = "condition"

    nature: ConditionNature = attrs.field(metadata={"doc": "what the condition is about"})
