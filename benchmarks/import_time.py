"""Import time: what ``import accountkit`` adds to the start of a bare interpreter."""

from __future__ import annotations

import subprocess
import sys
import time

from table import Measurement

__all__ = ["measure"]

BUDGET_MS = 20.0
ROUNDS = 15


def measure() -> Measurement:
    """The best start with the import, less the best start without it, in milliseconds."""
    starts = {"pass": float("inf"), "import accountkit": float("inf")}
    for _ in range(ROUNDS):
        for code, best in starts.items():
            starts[code] = min(best, _milliseconds(code))
    added = max(0.0, starts["import accountkit"] - starts["pass"])
    return Measurement("import accountkit, over bare Python", added, BUDGET_MS, "ms")


def _milliseconds(code: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-I", "-c", code], check=True)
    return (time.perf_counter() - start) * 1000
