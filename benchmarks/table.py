"""Tables of measurements: what was measured, the budget, and whether it was kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["Measurement", "table"]


class Measurement(NamedTuple):
    """One figure and the most it may be, in the same unit."""

    name: str
    value: float
    budget: float
    unit: str

    @property
    def is_kept(self) -> bool:
        """Whether the figure is within its budget."""
        return self.value <= self.budget


def table(measurements: Sequence[Measurement]) -> str:
    """A small table to read at the terminal.

    >>> print(table([Measurement("start", 12.345, 20, "ms")]))
    measurement                                 value     budget  verdict
    start                                    12.35 ms      20 ms  ok
    """
    lines = [f"{'measurement':<36} {'value':>12} {'budget':>10}  verdict"]
    for name, value, budget, unit in measurements:
        verdict = "ok" if value <= budget else "OVER BUDGET"
        lines.append(
            f"{name:<36} {f'{value:.2f} {unit}':>12} {f'{budget:g} {unit}':>10}  {verdict}"
        )
    return "\n".join(lines)
