"""Measure faults: what keeps a plan from counting by the measures that are there.

A plan names measures by id and knows nothing of their kinds; here the two are held together, for
the bound plan, which refuses the first fault, and for the check of a handbook, which tells them
all. Paths start at the plan; what is wrong with a measure itself has the path ``measures`` and its
id instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias, cast

import attrs

from accountkit.errors import TermsError, did_you_mean
from accountkit.plans._circles import circle_in
from accountkit.plans.components import Accumulate, Commission, Component, Override, StepSum
from accountkit.plans.measures import (
    ActiveClients,
    MarginSum,
    Measure,
    NewClients,
    SalesSum,
    UnitSum,
    measures_within,
)
from accountkit.plans.plan import Plan
from accountkit.values.ratios import percent_text

__all__ = ["all_measures", "measure_faults", "measures_named"]

_Path: TypeAlias = tuple[str | int, ...]

_KEYS = frozenset({"measure", "by", "attainment_of", "value_of"})
"""The fields of a plan's terms that hold the id of a measure."""


def measures_named(term: object, path: _Path = ()) -> Iterator[tuple[str, _Path]]:
    """Every mention of a measure in a term and in what it is made of, with the path to it."""
    if isinstance(term, tuple):
        for position, part in enumerate(cast("tuple[object, ...]", term)):
            yield from measures_named(part, (*path, position))
    elif attrs.has(type(term)):
        for field in attrs.fields(cast("type[attrs.AttrsInstance]", type(term))):
            value = getattr(term, field.name)
            if field.name in _KEYS and isinstance(value, str):
                yield value, (*path, field.name)
            else:
                yield from measures_named(value, (*path, field.name))


def all_measures(names: tuple[str, ...], known: Mapping[str, Measure]) -> tuple[str, ...]:
    """The measures named and all that they are made of, each once; also those nobody declared."""
    found = list(dict.fromkeys(names))
    for name in found:
        what = known.get(name)
        if what is not None:
            found += [part for part in dict.fromkeys(measures_within(what)) if part not in found]
    return tuple(found)


def measure_faults(plan: Plan, known: Mapping[str, Measure]) -> Iterator[TermsError]:
    """All that does not fit between a plan and the measures; each mention of a name is told."""
    for key in ("components", "holdbacks", "standing"):
        for name, path in measures_named(getattr(plan, key), (key,)):
            if name not in known:
                yield TermsError(
                    f"plan {plan.id}",
                    f"needs measure {name}, which is not there",
                    did_you_mean(name, known, "add the measure"),
                    path=path,
                )
    names = all_measures(plan.measures_used(), known)
    yield from _parts(names, known)
    yield from _other_currencies(plan, names, known)
    yield from _circles(names, known)
    for position, part in enumerate(plan.components):
        for fault in _component_faults(part, known):
            below = ("components", position, *fault.path)
            yield TermsError(fault.subject, fault.problem, fault.remedy, path=below)


def _parts(names: tuple[str, ...], known: Mapping[str, Measure]) -> Iterator[TermsError]:
    for name in names:
        for part in measures_within(known[name]) if name in known else ():
            if part not in known:
                yield TermsError(
                    f"measure {name}",
                    f"is made of {part}, which is not there",
                    did_you_mean(part, known, "add the measure"),
                    path=("measures", name),
                )


def _other_currencies(
    plan: Plan, names: tuple[str, ...], known: Mapping[str, Measure]
) -> Iterator[TermsError]:
    for name in names:
        what = known.get(name)
        if isinstance(what, ActiveClients | NewClients) and (
            what.least_amount.currency != plan.currency
        ):
            yield TermsError(
                f"plan {plan.id}",
                f"counts in {plan.currency}, and measure {name} asks for {what.least_amount}",
                f"state the measure's least_amount in {plan.currency}",
                path=("currency",),
            )


def _circles(names: tuple[str, ...], known: Mapping[str, Measure]) -> Iterator[TermsError]:
    graph = {name: tuple(measures_within(known[name])) for name in names if name in known}
    circle = circle_in(graph)
    if circle:
        yield TermsError(
            f"measure {circle[0]}",
            f"goes in a circle: {' is made of '.join(circle)}",
            "let one of them count facts",
            path=("measures", circle[0]),
        )


def _component_faults(part: Component, known: Mapping[str, Measure]) -> Iterator[TermsError]:
    if not isinstance(part, Commission | StepSum | Override):
        return
    what = known.get(part.measure)
    if what is None:
        return
    if isinstance(part, Override):
        if not isinstance(what, SalesSum):
            yield TermsError(
                f"component {part.id}",
                f"is an override on {part.measure}, which is no sum of sales",
                "use a measure of kind sales_sum",
                path=("measure",),
            )
        return
    if part.accumulate is Accumulate.ALONE and not isinstance(what, SalesSum | MarginSum | UnitSum):
        yield TermsError(
            f"component {part.id}",
            f"prices each deal alone by {part.measure}, of which a deal has no part",
            "use a measure of kind sales_sum, margin_sum or unit_sum",
            path=("measure",),
        )
    if not isinstance(part, Commission) or part.rate is None or part.rate <= 1:
        return
    if what.IS_MONEY and part.times is None:
        yield TermsError(
            f"component {part.id}",
            f"pays {percent_text(part.rate)} of {part.measure}, more than all of it",
            "give a rate of at most 100%",
            path=("rate",),
        )
