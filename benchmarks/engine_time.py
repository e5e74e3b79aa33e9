"""Engine time: how long ``evaluate`` takes inside one run of the command.

Run as a script with the command's arguments. The command works as always, but for a stopwatch
around each call of ``evaluate``; the seconds of all calls are the last line on stderr.
"""

from __future__ import annotations

import functools
import sys
import time
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from accountkit.engine import pay
from accountkit.engine.pay import evaluation

__all__ = ["Stopwatch"]

P = ParamSpec("P")
R = TypeVar("R")


class Stopwatch:
    """The seconds spent in the functions that it watches."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def watch(self, function: Callable[P, R]) -> Callable[P, R]:
        """The same function, timed."""

        @functools.wraps(function)
        def timed(*arguments: P.args, **named: P.kwargs) -> R:
            start = time.perf_counter()
            try:
                return function(*arguments, **named)
            finally:
                self.seconds += time.perf_counter() - start

        return timed


def main() -> None:
    """Put the stopwatch in place before anyone fetches ``evaluate``, then run the command."""
    stopwatch = Stopwatch()
    timed = stopwatch.watch(evaluation.evaluate)
    evaluation.evaluate = pay.evaluate = timed

    from accountkit.cli import main as command  # noqa: PLC0415 - only now, to get the timed one

    try:
        command()
    finally:
        print(stopwatch.seconds, file=sys.stderr)


if __name__ == "__main__":
    main()
