"""Dice: choices by chance from a seed, the same ones on every run."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import TypeVar

from accountkit.values.money import Money

__all__ = ["Dice"]

T = TypeVar("T")


class Dice:
    """Everything that is chosen for one seed, one after the other."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - chance for tests, not for secrets

    def chance(self, percent: int) -> bool:
        """True so many times in a hundred."""
        return self._random.randrange(100) < percent

    def one(self, things: Sequence[T]) -> T:
        """One of them."""
        return self._random.choice(things)

    def some(self, things: Sequence[T], fewest: int, most: int) -> list[T]:
        """A few of them, in their order."""
        count = min(self.number(fewest, most), len(things))
        chosen = sorted(self._random.sample(range(len(things)), count))
        return [things[index] for index in chosen]

    def number(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return self._random.randint(least, most)

    def percent(self, least: int, most: int, step: int = 1) -> Fraction:
        """A ratio of whole percents."""
        return Fraction(self._random.randrange(least, most + 1, step), 100)

    def money(self, least: int, most: int, currency: str = "PHP") -> Money:
        """A sum: round for the most part, so that edges are met, else any of minor units."""
        if self.chance(60):
            return Money.of(self._random.randrange(least, most + 1, 25), currency)
        return Money.from_minor(self._random.randint(least * 100, most * 100), currency)

    def day(self, first: date, last: date) -> date:
        """A day, both ends included."""
        return first + timedelta(days=self.number(0, (last - first).days))
