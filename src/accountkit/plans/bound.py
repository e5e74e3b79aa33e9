"""The bound plan: the plans, people and quotas of one period, joined and resolved.

This is everything that pay needs except the facts. Each payee has one plan, the values of its
parameters and the quotas of the period; reporting lines are timelines, so that a deal finds the
superior of its own date. A person whom no single plan fits is a fault here already.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import attrs

from accountkit.plans.faults import Fault
from accountkit.plans.measures import Measure
from accountkit.plans.plan import Plan
from accountkit.values.periods import Period
from accountkit.values.timelines import Timeline

__all__ = ["BoundPlan", "Payee"]


@attrs.frozen(kw_only=True)
class Payee:
    """A person with the plan, parameters and quotas that apply in the period.

    Units:
        ``quotas`` by measure id, in the measure's unit; ``parameters`` by name.
    """

    person: str
    name: str
    plan: Plan
    parameters: Mapping[str, Fraction]
    quotas: Mapping[str, Fraction]


@attrs.frozen(kw_only=True)
class BoundPlan:
    """All that is promised to whom in one period.

    ``elsewhere`` names people whose plans are reckoned in periods of another length.
    """

    period: Period
    label: str
    payees: tuple[Payee, ...]
    measures: Mapping[str, Measure]
    superiors: Mapping[str, Timeline[str]]
    faults: tuple[Fault, ...] = ()
    elsewhere: frozenset[str] = frozenset()
