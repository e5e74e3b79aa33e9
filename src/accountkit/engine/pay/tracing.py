"""Tracing: the record of how one component came about, while it is reckoned.

With tracing off nothing is recorded, and every figure is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from types import MappingProxyType

from accountkit.facts.deals import Deal
from accountkit.settlement.trace import Figure, Step, StepKind
from accountkit.values.periods import Period

__all__ = ["NOTHING", "Tracing"]

NOTHING: Mapping[str, Figure] = MappingProxyType({})
"""No inputs."""


class Tracing:
    """The steps of one component, in order."""

    __slots__ = ("_made", "_steps", "_told", "on")

    def __init__(self, *, on: bool) -> None:
        self.on = on
        self._steps: list[Step] = []
        self._told: set[tuple[StepKind, str, Period | None]] = set()
        self._made: dict[tuple[StepKind, str, Period | None, bool], Step] = {}

    @property
    def steps(self) -> tuple[Step, ...]:
        """What was recorded since the last start."""
        return tuple(self._steps)

    def start(self) -> None:
        """Begin the record of another component."""
        self._steps, self._told = [], set()

    @contextmanager
    def silence(self) -> Generator[None]:
        """Record nothing meanwhile."""
        was, self.on = self.on, False
        try:
            yield
        finally:
            self.on = was

    def note(
        self,
        kind: StepKind,
        subject: str,
        result: Figure,
        inputs: Mapping[str, Figure] = NOTHING,
        *,
        deals: Sequence[Deal] = (),
    ) -> None:
        """Record a step."""
        if self.on:
            ids = tuple([deal.id for deal in deals])
            self._steps.append(
                Step(kind=kind, subject=subject, result=result, inputs=inputs, deals=ids)
            )

    def note_once(
        self,
        kind: StepKind,
        subject: str,
        result: Figure,
        inputs: Mapping[str, Figure] = NOTHING,
        *,
        days: Period | None = None,
        deals: Sequence[Deal] = (),
    ) -> None:
        """Record a step, unless the component has it: it may ask for the same thing twice."""
        if self.on and self._is_new(kind, subject, days):
            self.note(kind, subject, result, inputs, deals=deals)

    def note_again(
        self,
        kind: StepKind,
        subject: str,
        make: Callable[[], Step],
        *,
        days: Period | None = None,
        priced: bool = False,
    ) -> None:
        """Record a step once, as ``note_once``, that is the same in every component of a person."""
        if self.on and self._is_new(kind, subject, days):
            key = (kind, subject, days, priced)
            step = self._made.get(key)
            if step is None:
                step = self._made[key] = make()
            self._steps.append(step)

    def take_over(self, steps: Sequence[Step], deals: Sequence[Deal]) -> None:
        """Record steps made elsewhere, of the deals that are counted, each once."""
        if self.on and steps:
            counted = {deal.id for deal in deals}
            self._steps += [
                step
                for step in steps
                if step.subject in counted and self._is_new(step.kind, step.subject, None)
            ]

    def _is_new(self, kind: StepKind, subject: str, days: Period | None) -> bool:
        key = (kind, subject, days)
        is_new = key not in self._told
        self._told.add(key)
        return is_new
