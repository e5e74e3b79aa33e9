"""Traces: how a figure came about, step by step, as the evaluation itself recorded it.

A step holds its inputs, its exact result and the clause behind it. Nothing here computes, and
nothing is recomputed for display: ``accountkit.documents`` turns steps into sentences.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from fractions import Fraction
from typing import TypeAlias

import attrs

from accountkit.values.money import Amount, Money

__all__ = ["Figure", "Step", "StepKind"]

Figure: TypeAlias = Amount | Money | Fraction | int | str
"""A number of a trace: exact money, rounded money, a ratio, a count, or the name of a mode."""


class StepKind(enum.Enum):
    """What was done in a step; the order of the members is the order of the modifiers."""

    MEASURE = "measure"
    """Counted the deals credited. Inputs: ``deals``, ``level`` (0 own, 1 direct reports)."""

    ATTAINMENT = "attainment"
    """Divided. Inputs: ``measured``, ``quota``; result: the ratio."""

    NO_QUOTA = "no_quota"
    """Found no quota where the plan says that this pays nothing. Result: zero."""

    GATE = "gate"
    """Compared. Inputs: ``attainment`` and ``at_least`` or ``above``; result: 1 passed, 0 not."""

    SLICE = "slice"
    """Priced one band's slice. Inputs: ``start`` and ``width`` on the ``axis``, ``base`` in the
    measure's unit, ``rate``, ``times``; result: base × rate × times."""

    RATE = "rate"
    """Priced the whole by the rate reached. Inputs: ``base``, ``rate`` and, of a commission, ``at``
    and ``times``; result: base × rate × times."""

    BONUS = "bonus"
    """Granted a sum."""

    ROUNDING = "rounding"
    """Rounded. Inputs: ``exact``, ``mode``, ``point``; result: the money of the line."""


@attrs.frozen(kw_only=True)
class Step:
    """One step of a computation.

    ``subject`` is the id of what the step is about (a measure, or a component for its bonus and
    its rounding); ``deals`` names the facts that were counted.
    """

    kind: StepKind
    subject: str
    result: Figure
    inputs: Mapping[str, Figure] = attrs.field(factory=dict[str, Figure])
    deals: tuple[str, ...] = ()
