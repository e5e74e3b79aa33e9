"""Rounding: how an exact number becomes one with fewer digits, and at which point of a plan.

Only a plan says that something is rounded; no function here is called unless a term names the
mode. Digits are decimals after the point; negative ones round to tens, hundreds and so on.
"""

from __future__ import annotations

import enum
from decimal import Decimal
from fractions import Fraction

import attrs

from accountkit.values.numbers import from_units, to_fraction

__all__ = ["Rounding", "RoundingMode", "RoundingPoint", "round_quotient", "round_to", "round_units"]


class RoundingMode(enum.Enum):
    """Which neighbour is taken; every mode treats plus and minus alike."""

    HALF_UP = "half_up"
    """The nearest; from the middle, away from zero: 0.5 and -0.5 give 1 and -1."""

    HALF_EVEN = "half_even"
    """The nearest; from the middle, the even one: 0.5 and 1.5 give 0 and 2."""

    DOWN = "down"
    """Toward zero."""

    UP = "up"
    """Away from zero."""


class RoundingPoint(enum.Enum):
    """What is rounded; everything before that point stays exact."""

    COMPONENT = "component"
    """Each component of the plan, once per period."""

    DEAL = "deal"
    """Each deal under each component."""

    STATEMENT = "statement"
    """The total of the statement."""


@attrs.frozen
class Rounding:
    """The rounding that a plan promises: mode and point."""

    mode: RoundingMode = attrs.field(
        default=RoundingMode.HALF_UP, metadata={"doc": "which neighbour is taken"}
    )
    point: RoundingPoint = attrs.field(
        default=RoundingPoint.COMPONENT, metadata={"doc": "what is rounded"}
    )


def round_to(value: Fraction | Decimal | int, digits: int, mode: RoundingMode) -> Decimal:
    """The value with exactly so many decimals.

    Raises:
        InexactNumberError: the value is a float.

    >>> round_to(Fraction(2, 3), 2, RoundingMode.HALF_UP)
    Decimal('0.67')
    """
    exact = to_fraction(value)
    if digits < 0:
        step = 10**-digits
        return Decimal(round_units(exact / step, mode) * step)
    return from_units(round_units(exact * 10**digits, mode), digits)


def round_units(value: Fraction, mode: RoundingMode) -> int:
    """The whole number that the mode takes for the value."""
    return round_quotient(value.numerator, value.denominator, mode)


def round_quotient(dividend: int, divisor: int, mode: RoundingMode) -> int:
    """The whole number that the mode takes for a quotient; the divisor is above zero.

    >>> round_quotient(-5, 2, RoundingMode.HALF_UP)
    -3
    """
    whole = abs(dividend)
    match mode:
        case RoundingMode.HALF_UP:
            units = (2 * whole + divisor) // (2 * divisor)
        case RoundingMode.HALF_EVEN:
            units, rest = divmod(whole, divisor)
            units += 2 * rest + units % 2 > divisor
        case RoundingMode.DOWN:
            units = whole // divisor
        case RoundingMode.UP:
            units = -(-whole // divisor)
    return -units if dividend < 0 else units
