"""Targets: the measures that a role is held to, and what documents call them.

A target has no number here: the number is a quota of a plan (``accountkit.plans``), which counts
the measure with the same id.
"""

from __future__ import annotations

import enum

import attrs

from accountkit.roles.titles import name_forms
from accountkit.values.texts import Text
from accountkit.values.validators import identifier

__all__ = ["Target", "TargetUnit"]


class TargetUnit(enum.Enum):
    """What a target is counted in."""

    MONEY = "money"
    COUNT = "count"
    SHARE = "share"


@attrs.frozen(kw_only=True)
class Target:
    """A measure that the role is held to."""

    id: str = attrs.field(validator=identifier, metadata={"doc": "the id of the measure"})
    title: Text = attrs.field(
        validator=name_forms,
        metadata={"doc": "how clauses call the plan, unless the company has its own name"},
    )
    unit: TargetUnit = attrs.field(metadata={"doc": "what it is counted in"})
    source: tuple[str, ...] = attrs.field(
        default=(), metadata={"doc": "ids of the source rows it comes from"}
    )
    note: str | None = attrs.field(
        default=None, metadata={"doc": "remark for the people who keep the handbook"}
    )
