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

__all__ = ["Figure", "Step", "StepKind", "number_of"]

Figure: TypeAlias = Amount | Money | Fraction | int | str
"""A number of a trace: exact money, rounded money, a ratio, a count, or the name of a mode."""


class StepKind(enum.Enum):
    """What was done in a step; the order of the members is the order of the modifiers.

    Each says what its ``inputs`` are and how its result follows from them; ``replay`` works the
    result out again from the inputs alone.
    """

    __hash__ = object.__hash__  # a member is itself alone, and of an enum this is the fast way

    CONVERSION = "conversion"
    """Converted a deal. Subject: the deal. Inputs: ``amount``, ``rate``, ``source``, ``on``;
    result: amount × rate in the plan's currency, rounded if the plan says so (``mode``)."""

    MEASURE = "measure"
    """Counted facts. Inputs: ``level`` (0 own, 1 direct reports, ...; of an override) or ``whose``;
    ``deals`` names the deals counted. Result: the value."""

    WEIGHTED = "weighted"
    """Added a measure to a weighted sum. Inputs: ``measure``, ``value``, ``weight``; result:
    value × weight."""

    QUOTIENT = "quotient"
    """Divided two measures. Inputs: ``dividend``, ``divisor``; result: their quotient."""

    QUOTA = "quota"
    """Worked out a quota by the plan's rule. Inputs: ``target`` and what applies of ``ramp``,
    ``days`` (the share of the period that counts), ``over_assignment``; result:
    target × ramp × days ÷ (1 + over_assignment)."""

    ATTAINMENT = "attainment"
    """Divided. Inputs: ``measured``, ``quota``; result: the ratio."""

    NO_QUOTA = "no_quota"
    """Found no quota where the plan says that this pays nothing. Result: zero."""

    GATE = "gate"
    """Compared. Subject: the measure or component asked about. Inputs: ``asked`` (attainment_of,
    value_of or earned_by), ``value``, and one of ``at_least``, ``above``, ``at_most``, ``below``;
    result: 1 passed, 0 not."""

    POSITION = "position"
    """Looked up a position on an axis. Subject: the axis. Inputs: ``value``, ``row``; result: the
    value."""

    SLICE = "slice"
    """Priced one band's slice. Inputs: ``start`` and ``width`` on the ``axis``, ``base`` in the
    measure's unit, ``rate``, ``times``; result: base × rate × times."""

    RATE = "rate"
    """Priced the whole by the rate reached. Inputs: ``base``, ``rate`` and, of a commission, ``at``
    and ``times``; result: base × rate × times."""

    DEAL = "deal"
    """Priced one deal alone. Subject: the deal. Inputs: ``base``; ``rate`` and ``times``, or
    ``sum``; ``kicker`` if one applies; result: base × rate × times × kicker, or sum × kicker, of
    the share credited (``share``). Under sliced bands ``rate`` is the blended rate."""

    STEP = "step"
    """Granted the sum of the band reached. Inputs: ``at``; result: the sum."""

    BEFORE = "before"
    """Took off what was earned to date up to the last period. Inputs: ``to_date``, ``before``;
    result: to_date less before."""

    BONUS = "bonus"
    """Granted a sum."""

    SPIFF = "spiff"
    """Granted a sum for each. Inputs: ``count``, ``amount``; result: count × amount."""

    SCORE = "score"
    """Paid an item of a scorecard. Subject: the item. Inputs: ``target``, ``weight``, ``payout``;
    result: target × weight × payout."""

    FORMULA = "formula"
    """Worked out one operation. Subject: its kind. Inputs: its operands, ``1``, ``2``, ...;
    result: what it comes to."""

    KICKER = "kicker"
    """Multiplied. Inputs: ``value``, ``factor``; result: value × factor."""

    CAP = "cap"
    """Bounded from above. Inputs: ``value``, ``most``; result: the lesser."""

    FLOOR = "floor"
    """Bounded from below. Inputs: ``value``, ``least``; result: the greater."""

    ROUNDING = "rounding"
    """Rounded. Inputs: ``exact``, ``mode``, ``point``; result: the money of the line."""

    SHARED = "shared"
    """Shared an amount out. Subject: the deal, instalment or term. Inputs: ``whole`` and ``share``;
    ``mode`` where the share stands alone and is rounded, or, by largest remainder, ``raised``: the
    minor units, 0 or 1, that came on top of whole × share, rounded down. Result: the part."""

    RELEASE = "release"
    """Released in proportion. Subject: the deal. Inputs: ``earned``, ``share`` (of the deal
    invoiced or collected by now), ``before`` (released or forfeited before), ``mode``; result:
    earned × share, rounded, less before."""

    CLAWBACK = "clawback"
    """Took back. Subject: the deal. Inputs: ``earned``, ``returned`` (the part of the deal given
    back), ``share``, ``mode``, ``before`` (what of it was forfeited instead) and ``most`` (what
    was paid for it, or is pending); result: the lesser of earned × returned × share, rounded,
    less before, and most."""

    LIMIT = "limit"
    """Compared with a sum that a term states. Inputs: ``value`` and ``sum``; result: sum less
    value, which is what is added or, below zero, cut off."""


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


def number_of(figure: Figure) -> Fraction:
    """The plain number of a figure that is one; money counts by its main unit.

    >>> number_of(Money.of("5.50", "PHP"))
    Fraction(11, 2)
    """
    match figure:
        case Amount():
            return figure.value
        case Money():
            return figure.exact.value
        case _:
            return Fraction(figure)
