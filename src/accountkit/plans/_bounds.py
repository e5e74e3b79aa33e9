"""Bounds: the four ways in which a condition compares a number, of which it states one."""

from __future__ import annotations

from fractions import Fraction
from typing import Protocol

from accountkit.errors import TermsError

__all__ = ["Bounded", "is_within", "one_bound", "stated_bound", "within_bound"]

_NAMES = ("at_least", "above", "at_most", "below")


class Bounded(Protocol):
    """What states a bound."""

    @property
    def at_least(self) -> Fraction | None: ...
    @property
    def above(self) -> Fraction | None: ...
    @property
    def at_most(self) -> Fraction | None: ...
    @property
    def below(self) -> Fraction | None: ...


def one_bound(subject: str, bounded: Bounded) -> None:
    """Refuse what states no bound or several.

    Raises:
        TermsError: none or several of the bounds are given.
    """
    stated = [name for name in _NAMES if getattr(bounded, name) is not None]
    if len(stated) != 1:
        found = "has no bound" if not stated else f"has {len(stated)} bounds"
        raise TermsError(subject, found, f"state one of {', '.join(_NAMES[:-1])} or {_NAMES[-1]}")


def stated_bound(bounded: Bounded) -> tuple[str, Fraction]:
    """The name and the value of the bound that is stated."""
    for name in _NAMES:
        value: Fraction | None = getattr(bounded, name)
        if value is not None:
            return name, value
    raise AssertionError("the constructor saw to it")


def within_bound(bounded: Bounded, value: Fraction) -> bool:
    """Whether a value lies on the right side of the bound."""
    return is_within(*stated_bound(bounded), value)


def is_within(name: str, bound: Fraction, value: Fraction) -> bool:
    """Whether a value lies on the right side of the bound of that name."""
    above = value.numerator * bound.denominator - bound.numerator * value.denominator
    match name:  # by whole numbers, which compare fast: every gate of everybody comes here
        case "at_least":
            return above >= 0
        case "above":
            return above > 0
        case "at_most":
            return above <= 0
        case _:
            return above < 0
