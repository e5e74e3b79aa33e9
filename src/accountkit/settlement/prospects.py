"""Prospects: why a line is not more, and what it would take.

Nothing is reckoned anew. The trace says what was counted and what the quota was, the plan says
where the gate or the next band is, and what is missing between them is their exact difference.
The value needed is the least that the measure can have: money ends at the currency's minor unit,
clients come one by one.
"""

from __future__ import annotations

import enum
from fractions import Fraction
from typing import ClassVar, TypeAlias

import attrs

from accountkit.plans.components import Axis, Bonus, Commission, Component, Override
from accountkit.plans.conditions import Gate
from accountkit.settlement.statements import Line, Outcome
from accountkit.settlement.trace import Figure, Step, StepKind
from accountkit.values.ladders import LadderShape
from accountkit.values.money import Amount, Money, currency_digits

__all__ = ["MissedGate", "NextBand", "NoQuota", "Prospect", "Reach", "Top", "Utmost", "prospect"]


@attrs.frozen(kw_only=True)
class Reach:
    """How far a measure is from a value.

    Units:
        All three in the measure's unit; ``missing`` is ``needed`` less ``counted``.
    """

    measure: str
    counted: Figure
    needed: Figure
    missing: Figure


@attrs.frozen(kw_only=True)
class MissedGate:
    """The gate was not passed; ``bound`` is the attainment that it asks for."""

    KIND: ClassVar[str] = "missed_gate"

    bound: Fraction
    reach: Reach


@attrs.frozen(kw_only=True)
class NextBand:
    """There is a further band.

    Units:
        ``start`` as the ladder's axis says, an attainment or an amount; ``rate`` is multiplied by
        ``times``, or, where nothing was priced yet, by the parameter ``times_of``.
    """

    KIND: ClassVar[str] = "next_band"

    shape: LadderShape
    start: Fraction
    rate: Fraction
    times: Fraction | None
    times_of: str | None
    reach: Reach


@attrs.frozen(kw_only=True)
class NoQuota:
    """Without a quota for the measure the component pays nothing."""

    KIND: ClassVar[str] = "no_quota"

    measure: str


class Utmost(enum.Enum):
    """What a component gives at most."""

    LAST_BAND = "last_band"
    """The highest band of the ladder is reached."""

    WHOLE_BONUS = "whole_bonus"
    """The bonus is one sum, and it is paid."""

    ONE_RATE = "one_rate"
    """There is one rate for all amounts."""


@attrs.frozen(kw_only=True)
class Top:
    """The component has nothing further to reach."""

    KIND: ClassVar[str] = "top"

    utmost: Utmost


Prospect: TypeAlias = MissedGate | NextBand | NoQuota | Top


def prospect(outcome: Outcome, plan_id: str, line: Line) -> Prospect | None:
    """What lies ahead of a line; ``None`` for one that was not traced.

    Args:
        outcome: the run that the line is of.
        plan_id: the plan that the person is paid under.
        line: a line of one of its statements.

    Raises:
        UnknownNameError: the run has no such plan.
    """
    if not line.steps:
        return None
    plan = outcome.plan(plan_id)
    component = next(part for part in plan.components if part.id == line.component)
    return _Ahead(outcome, plan.currency, line).of(component)


class _Ahead:
    """The way ahead of one line, by the steps that were recorded of it."""

    def __init__(self, outcome: Outcome, currency: str, line: Line) -> None:
        self._outcome = outcome
        self._currency = currency
        self._steps = line.steps

    def of(self, component: Component) -> Prospect:
        """What comes first: a quota, the gate, or a further band."""
        lacking = self._step(StepKind.NO_QUOTA)
        if lacking is not None:
            return NoQuota(measure=lacking.subject)
        missed = self._step(StepKind.GATE)
        if component.gate is not None and missed is not None and missed.result == 0:
            return self._missed(component.gate)
        match component:
            case Commission():
                return self._band(component)
            case Bonus():
                return Top(utmost=Utmost.WHOLE_BONUS)
            case Override():
                return Top(utmost=Utmost.ONE_RATE)

    def _missed(self, gate: Gate) -> MissedGate:
        divided = self._recorded(StepKind.ATTAINMENT, gate.attainment_of)
        edge = gate.bound * _number(divided.inputs["quota"])
        counted = _number(divided.inputs["measured"])
        is_open = gate.passes(gate.bound)
        return MissedGate(
            bound=gate.bound, reach=self._reach(gate.attainment_of, counted, edge, owned=is_open)
        )

    def _band(self, component: Commission) -> Prospect:
        counted = _number(self._recorded(StepKind.MEASURE, component.measure).result)
        position, unit = counted, Fraction(1)
        if component.over is Axis.ATTAINMENT:
            divided = self._recorded(StepKind.ATTAINMENT, component.measure)
            position, unit = _number(divided.result), _number(divided.inputs["quota"])
        ladder = component.ladder
        band = ladder.next_band(position)
        if band is None:
            return Top(utmost=Utmost.LAST_BAND)
        is_owned = ladder.next_band(band.start) != band
        return NextBand(
            shape=ladder.shape,
            start=band.start,
            rate=band.value,
            times=self._times(),
            times_of=component.times,
            reach=self._reach(component.measure, counted, band.start * unit, owned=is_owned),
        )

    def _reach(self, measure: str, counted: Fraction, edge: Fraction, *, owned: bool) -> Reach:
        """The way to an edge, or, where the edge is not ``owned``, to the least value above it."""
        is_money = self._outcome.measure(measure).IS_MONEY
        scale = 10 ** currency_digits(self._currency) if is_money else 1
        units = -(-edge * scale // 1) if owned else edge * scale // 1 + 1
        needed = Fraction(units, scale)

        def figure(value: Fraction) -> Figure:
            return Amount(value, self._currency) if is_money else value

        return Reach(
            measure=measure,
            counted=figure(counted),
            needed=figure(needed),
            missing=figure(needed - counted),
        )

    def _times(self) -> Fraction | None:
        """What every rate was multiplied by, if anything was priced."""
        for step in self._steps:
            if step.kind in {StepKind.SLICE, StepKind.RATE}:
                return _number(step.inputs["times"])
        return None

    def _step(self, kind: StepKind, subject: str | None = None) -> Step | None:
        return next(
            (step for step in self._steps if step.kind is kind and subject in {None, step.subject}),
            None,
        )

    def _recorded(self, kind: StepKind, subject: str) -> Step:
        found = self._step(kind, subject)
        assert found is not None  # noqa: S101 - the evaluation records it before it is asked for
        return found


def _number(figure: Figure) -> Fraction:
    match figure:
        case Amount():
            return figure.value
        case Money():
            return figure.exact.value
        case _:
            return Fraction(figure)
