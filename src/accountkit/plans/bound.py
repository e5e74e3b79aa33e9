"""The bound plan: the plans, people and quotas of one period, joined and resolved.

This is everything that pay needs except the facts. Each payee has one plan, the values of its
parameters and the quotas of the period; reporting lines are timelines, so that a deal finds the
superior of its own date. A person whom no single plan fits is a fault here already.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import attrs

from accountkit.errors import TermsError, did_you_mean
from accountkit.plans.components import Override
from accountkit.plans.faults import Fault
from accountkit.plans.measures import Measure, SalesSum
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

    Raises:
        TermsError: a person is there twice; a plan needs a measure that is not there, in another
            currency, or of a kind that its component cannot use.
    """

    period: Period
    label: str
    payees: tuple[Payee, ...]
    measures: Mapping[str, Measure]
    superiors: Mapping[str, Timeline[str]]
    faults: tuple[Fault, ...] = ()
    elsewhere: frozenset[str] = frozenset()

    def __attrs_post_init__(self) -> None:
        seen: set[str] = set()
        for payee in self.payees:
            if payee.person in seen:
                raise TermsError(
                    f"payee {payee.person}", "is there twice", "bind one plan to each person"
                )
            seen.add(payee.person)
        for plan in self.plans:
            self._check_measures(plan)

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The plans of the payees, each once."""
        return tuple({payee.plan.id: payee.plan for payee in self.payees}.values())

    def _check_measures(self, plan: Plan) -> None:
        for name in plan.measures_used():
            what = self.measures.get(name)
            if what is None:
                raise TermsError(
                    f"plan {plan.id}",
                    f"needs measure {name}, which is not there",
                    did_you_mean(name, self.measures, "add the measure"),
                )
            if not isinstance(what, SalesSum) and what.least_amount.currency != plan.currency:
                raise TermsError(
                    f"plan {plan.id}",
                    f"counts in {plan.currency}, and measure {name} asks for {what.least_amount}",
                    f"state the measure's least_amount in {plan.currency}",
                )
        for part in plan.components:
            if isinstance(part, Override) and not isinstance(self.measures[part.measure], SalesSum):
                raise TermsError(
                    f"component {part.id}",
                    f"is an override on {part.measure}, which counts clients",
                    "use a measure of kind sales_sum",
                )
