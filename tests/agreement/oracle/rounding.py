"""Rounding and sharing out, in whole minor units."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import floor

from accountkit.values.money import currency_digits
from accountkit.values.rounding import RoundingMode

__all__ = ["rounded", "rounded_together", "shared_out", "units"]

_HALF = Fraction(1, 2)


def units(amount: Fraction, currency: str) -> Fraction:
    """An amount of main units in minor ones: 12.5 of PHP is 1250."""
    scale: int = 10 ** currency_digits(currency)
    return amount * scale


def rounded(value: Fraction, mode: RoundingMode) -> int:
    """The whole number that a mode takes; plus and minus are alike."""
    if value < 0:
        return -rounded(-value, mode)
    whole = floor(value)
    rest = value - whole
    if mode is RoundingMode.HALF_UP:
        goes_up = rest >= _HALF
    elif mode is RoundingMode.HALF_EVEN:
        goes_up = rest > _HALF or (rest == _HALF and whole % 2 == 1)
    elif mode is RoundingMode.UP:
        goes_up = rest > 0
    else:
        goes_up = False
    return whole + 1 if goes_up else whole


def shared_out(total: int, weights: Sequence[Fraction]) -> list[int]:
    """Each its share rounded down; the rest goes to the largest remainders, ties to the first."""
    if total < 0:
        return [-part for part in shared_out(-total, weights)]
    exact = [total * Fraction(weight) / sum(weights) for weight in weights]
    return _handed_out(exact, total)


def rounded_together(exact: Sequence[Fraction], mode: RoundingMode) -> list[int]:
    """The exact sum is rounded; each is rounded down, and what is left goes as above."""
    return _handed_out(exact, rounded(sum(exact, Fraction(0)), mode))


def _handed_out(exact: Sequence[Fraction], total: int) -> list[int]:
    parts = [floor(part) for part in exact]
    remainders = [part - floor(part) for part in exact]
    while sum(parts) < total:
        largest = max(remainders)
        first = remainders.index(largest)
        parts[first] += 1
        remainders[first] = Fraction(-1)
    return parts
