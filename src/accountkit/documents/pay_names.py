"""Pay names: what the terms and figures of one outcome are called in one language.

A wording that a plan or measure lacks in the language is an error that names it; nothing else ever
stands in for it. A term that has no title goes by its id.
"""

from __future__ import annotations

from fractions import Fraction

import attrs

from accountkit.documents.figures import figure_text, share_text
from accountkit.documents.step_words import StepWords
from accountkit.plans.components import Component
from accountkit.plans.measures import FulfilmentShare
from accountkit.plans.plan import Plan
from accountkit.plans.rate_tables import Axis
from accountkit.settlement.statements import Outcome
from accountkit.settlement.trace import Figure, number_of
from accountkit.values.money import Amount
from accountkit.values.texts import MissingTextError, Text

__all__ = ["PayNames", "component_of"]

_SHARES = frozenset({Axis.ATTAINMENT.value, Axis.MARGIN.value, Axis.DISCOUNT.value})
"""Axes on which positions are ratios."""


def component_of(plan: Plan, component: str) -> Component | None:
    """The component of a plan with this id, if it has one."""
    return next((part for part in plan.components if part.id == component), None)


@attrs.frozen(kw_only=True)
class PayNames:
    """The names and figures of one outcome in one language."""

    outcome: Outcome
    language: str
    steps: StepWords

    def text(self, text: Text, subject: str) -> str:
        """A wording in the language; the error names what lacks it."""
        try:
            return text.get(self.language)
        except MissingTextError as error:
            error.subject = subject
            raise

    def measure(self, measure_id: str) -> str:
        """What a measure is called."""
        return self.text(self.outcome.measure(measure_id).title, f"measure {measure_id}")

    def component(self, plan: Plan, component_id: str) -> str:
        """What a component is called: by its title, else by its id."""
        found = component_of(plan, component_id)
        if found is None or found.title is None:
            return component_id
        return self.text(found.title, f"component {component_id}")

    def clause(self, plan: Plan, clause_id: str) -> str:
        """The wording of a clause."""
        return self.text(plan.clause(clause_id).text, f"clause {clause_id}")

    def figure(self, figure: Figure) -> str:
        """A figure in its own way."""
        return figure_text(figure, locale=self.language)

    @staticmethod
    def money(figure: Figure, currency: str) -> Figure:
        """A plain number that stands for money, as money; anything else as it is."""
        return Amount(Fraction(figure), currency) if isinstance(figure, Fraction | int) else figure

    def share(self, ratio: Figure) -> str:
        """A ratio as a percent."""
        return share_text(number_of(ratio), locale=self.language)

    def value(self, measure_id: str, value: Figure, currency: str) -> str:
        """A value of a measure, in its unit."""
        measure = self.outcome.measure(measure_id)
        if isinstance(measure, FulfilmentShare):
            return self.share(value)
        return self.figure(self.money(value, currency) if measure.IS_MONEY else value)

    def position(self, axis: str, position: Figure, currency: str | None = None) -> str:
        """A position on an axis; ``currency`` is that of an amount, where it is one of money."""
        if axis in _SHARES:
            return self.share(position)
        if axis == Axis.TENURE.value:
            return self.steps.month_count.of(int(number_of(position)), locale=self.language)
        if axis == Axis.AMOUNT.value and currency is not None:
            return self.figure(Amount(number_of(position), currency))
        return self.figure(position)
