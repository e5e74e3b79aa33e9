"""Mentions: what a component of a plan refers to, by id or by name, and the sums it states.

A plan asks it to check that everything is there, and to bind what is needed.
"""

from __future__ import annotations

from collections.abc import Iterator

from accountkit.plans.components import (
    Accumulate,
    Award,
    Bonus,
    Commission,
    Component,
    Formula,
    Override,
    Scorecard,
    Spiff,
    StepSum,
)
from accountkit.plans.conditions import Gate
from accountkit.plans.expressions import AttainmentOf, EarnedBy, ParameterOf, ValueOf, walk
from accountkit.values.money import Money

__all__ = [
    "accumulates",
    "components_read",
    "measures_asked",
    "measures_of",
    "moneys_of",
    "parameters_of",
]


def components_read(component: Component) -> Iterator[str]:
    """Ids of the components whose amounts a component depends on."""
    for gate in _gates_of(component):
        if gate.earned_by is not None:
            yield gate.earned_by
    if isinstance(component, Formula):
        for part in walk(component.expression):
            if isinstance(part, EarnedBy):
                yield part.component


def accumulates(component: Component) -> Accumulate | None:
    """How much a component takes together; ``None`` for one that has no table."""
    return component.accumulate if isinstance(component, Commission | StepSum) else None


def _gates_of(component: Component) -> Iterator[Gate]:
    yield from component.gates
    if not isinstance(component, Award):
        for kicker in component.kickers:
            if kicker.gate is not None:
                yield kicker.gate


def parameters_of(component: Component) -> Iterator[str]:
    """Names of the personal parameters that a component refers to."""
    if component.eligible is not None:
        yield component.eligible.parameter
    names: list[str | None] = []
    match component:
        case Commission():
            names = [component.times]
        case Bonus():
            names = [component.amount_from]
        case Scorecard():
            names = [component.target_from]
        case Formula():
            parts = walk(component.expression)
            names = [part.name for part in parts if isinstance(part, ParameterOf)]
        case _:
            pass
    if not isinstance(component, Award):
        bounds = (component.cap, component.floor)
        names += [bound.amount_from for bound in bounds if bound is not None]
    yield from (name for name in names if name is not None)


def measures_of(component: Component) -> Iterator[str]:
    """Ids of the measures that a component refers to, its gates included."""
    match component:
        case Commission() | StepSum():
            yield component.measure
            if component.by is not None:
                yield component.by
            if component.grid is not None:
                yield from (axis.by for axis in component.grid.axes if axis.by is not None)
        case Override():
            yield component.measure
        case Scorecard():
            yield from (item.measure for item in component.items)
        case Formula():
            for part in walk(component.expression):
                if isinstance(part, ValueOf | AttainmentOf):
                    yield part.measure
        case _:
            pass
    for gate in _gates_of(component):
        yield from measures_asked(gate)


def measures_asked(gate: Gate) -> Iterator[str]:
    """The measure that a gate asks about, if it asks about one."""
    yield from (name for name in (gate.attainment_of, gate.value_of) if name is not None)


def moneys_of(part: Component) -> Iterator[tuple[str, Money | None]]:
    """Every sum that a component may state, with the field it is in."""
    match part:
        case Bonus() | Spiff():
            yield "amount", part.amount
        case Scorecard():
            yield "target", part.target
        case Commission():
            for exception in part.exceptions:
                yield "exceptions", exception.amount
        case _:
            pass
    if not isinstance(part, Award):
        yield "cap", part.cap.amount if part.cap else None
        yield "floor", part.floor.amount if part.floor else None
