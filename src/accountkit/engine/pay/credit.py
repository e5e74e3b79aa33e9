"""Credit: the first stage, from deals to the people whom they count for.

A deal counts directly for the person who made it (level 0) and, for an override, for the superior
that many levels up the reporting line as it stood on the deal's date. One deal reaches one person
at most once per level.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from accountkit.facts.deals import Deal, Facts
from accountkit.plans.bound import BoundPlan
from accountkit.plans.components import Override
from accountkit.values.periods import Period

__all__ = ["Credits", "credit", "dated"]


class Credits:
    """The deals credited to each person at each level, earliest first."""

    def __init__(self, by_level: Mapping[int, Mapping[str, tuple[Deal, ...]]]) -> None:
        self._by_level = by_level

    def of(self, person: str, level: int = 0) -> tuple[Deal, ...]:
        """The deals credited to a person: own ones, or those of the people ``level`` steps down."""
        return self._by_level.get(level, {}).get(person, ())


def credit(bound: BoundPlan, facts: Facts, since: date) -> Credits:
    """Credit the deals up to the period's end.

    Own deals are credited from ``since`` on, since some measures look back; deals of the people
    under somebody count within the period alone.
    """
    direct: defaultdict[str, list[Deal]] = defaultdict(list)
    for deal in facts.dated(Period(since, bound.period.end)):
        direct[deal.person].append(deal)
    by_level = {0: {person: tuple(deals) for person, deals in direct.items()}}
    for level in range(1, _deepest_level(bound) + 1):
        by_level[level] = _one_level_up(by_level[level - 1], bound)
    return Credits(by_level)


def _deepest_level(bound: BoundPlan) -> int:
    components = (part for plan in bound.plans for part in plan.components)
    return max((part.level for part in components if isinstance(part, Override)), default=0)


def _one_level_up(
    below: Mapping[str, tuple[Deal, ...]], bound: BoundPlan
) -> dict[str, tuple[Deal, ...]]:
    above: defaultdict[str, list[Deal]] = defaultdict(list)
    for person, deals in below.items():
        line = bound.superiors.get(person)
        if line is not None:
            for superior, held in line.over(bound.period):
                above[superior].extend(dated(deals, held))
    return {person: tuple(sorted(deals, key=_by_date)) for person, deals in above.items()}


def dated(deals: tuple[Deal, ...], within: Period) -> tuple[Deal, ...]:
    """Those of the deals, which are in order of date, that a period holds."""
    if deals and deals[0].date in within and deals[-1].date in within:
        return deals
    return tuple(deal for deal in deals if deal.date in within)


def _by_date(deal: Deal) -> date:
    return deal.date
