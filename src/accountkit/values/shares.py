"""Shares: a total shared out by weight so that the parts sum to it exactly.

Largest remainder in minor units: every part gets its exact share rounded down, and what is left
goes, one unit each, to the largest remainders; of equal ones to the first. A part lies less than
one unit from its exact share, so between nothing and what it was measured by.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import lcm

from accountkit.errors import UsageError
from accountkit.values.money import Money
from accountkit.values.numbers import plain, to_fraction

__all__ = ["share_out", "share_out_units"]


def share_out(total: Money, weights: Sequence[Fraction | Decimal | int]) -> tuple[Money, ...]:
    """Share money out by weight; a negative total mirrors the positive one.

    Raises:
        UsageError: no weight, a weight below zero, or none above zero.

    >>> [str(part) for part in share_out(Money.of("100.00", "PHP"), [1, 1, 1])]
    ['PHP 33.34', 'PHP 33.33', 'PHP 33.33']
    """
    units = share_out_units(total.minor, weights)
    return tuple(Money.from_minor(part, total.currency) for part in units)


def share_out_units(total: int, weights: Sequence[Fraction | Decimal | int]) -> tuple[int, ...]:
    """Share whole units out by weight; a weight of zero gets none.

    Raises:
        UsageError: no weight, a weight below zero, or none above zero.

    >>> share_out_units(10, [3, 3, 1])
    (4, 4, 2)
    """
    whole = _whole_weights(weights)
    base = sum(whole)
    parts: list[int] = []
    remainders: list[int] = []
    for weight in whole:
        part, remainder = divmod(abs(total) * weight, base)
        parts.append(part)
        remainders.append(remainder)
    left = abs(total) - sum(parts)
    for index in sorted(range(len(parts)), key=lambda i: -remainders[i])[:left]:
        parts[index] += 1
    return tuple(-part for part in parts) if total < 0 else tuple(parts)


def _whole_weights(weights: Sequence[Fraction | Decimal | int]) -> list[int]:
    exact = [to_fraction(weight, f"weight {i}") for i, weight in enumerate(weights, start=1)]
    if not exact:
        raise UsageError("shares", "there is no weight to share by", "give at least one")
    for position, weight in enumerate(exact):
        if weight < 0:
            raise UsageError(
                "shares",
                f"weight {position + 1} is {plain(weight)}, below zero",
                "give zero or more",
                path=(position,),
            )
    if not any(exact):
        raise UsageError("shares", "all weights are zero", "give at least one above zero")
    scale = lcm(*(weight.denominator for weight in exact))
    return [weight.numerator * (scale // weight.denominator) for weight in exact]
