"""Tables of measurements: what was measured, the budget, and whether it was kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["Measurement", "table"]


class Measurement(NamedTuple):
    """One figure and the most it may be, or the least where that is said, in the same unit."""

    name: str
    value: float
    budget: float
    unit: str
    is_least: bool = False

    @property
    def is_kept(self) -> bool:
        """Whether the figure is within its budget."""
        return self.value >= self.budget if self.is_least else self.value <= self.budget

    @property
    def verdict(self) -> str:
        """The same in words."""
        if self.is_kept:
            return "ok"
        return "BELOW BUDGET" if self.is_least else "OVER BUDGET"


def table(measurements: Sequence[Measurement]) -> str:
    """A small table to read at the terminal.

    >>> print(table([Measurement("start", 12.345, 20, "ms")]))
    measurement                                 value     budget  verdict
    start                                    12.35 ms      20 ms  ok
    """
    lines = [f"{'measurement':<36} {'value':>12} {'budget':>10}  verdict"]
    for item in measurements:
        value, budget = f"{item.value:.2f} {item.unit}", f"{item.budget:g} {item.unit}"
        lines.append(f"{item.name:<36} {value:>12} {budget:>10}  {item.verdict}")
    return "\n".join(lines)
