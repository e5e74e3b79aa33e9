"""Statements: what a person is paid for a period, line by line, and what an evaluation returns.

Amounts of lines are money in the plan's currency and add up to the total. ``exact`` is the figure
before rounding.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cached_property

import attrs

from accountkit.errors import UnknownNameError, did_you_mean
from accountkit.plans.faults import Fault
from accountkit.plans.measures import Measure
from accountkit.plans.plan import Plan
from accountkit.settlement.trace import Step
from accountkit.values.money import Amount, Money
from accountkit.values.periods import Period

__all__ = ["Attainment", "Line", "Outcome", "Statement"]


@attrs.frozen(kw_only=True)
class Attainment:
    """How much of a quota was reached.

    Units:
        ``measured`` and ``quota`` in the measure's unit; ``ratio`` is their quotient.
    """

    measure: str
    measured: Fraction
    quota: Fraction
    ratio: Fraction


@attrs.frozen(kw_only=True)
class Line:
    """One component of a statement, with the clause that grants it and how it came about."""

    component: str
    clause: str
    exact: Amount
    amount: Money
    steps: tuple[Step, ...] = ()


@attrs.frozen(kw_only=True)
class Statement:
    """What one person is paid for one period."""

    payee: str
    name: str
    plan: str
    period: Period
    label: str
    lines: tuple[Line, ...]
    attainments: tuple[Attainment, ...]
    total: Money

    @property
    def currency(self) -> str:
        """The currency of every amount."""
        return self.total.currency

    def line(self, component: str) -> Line:
        """The line of a component.

        Raises:
            UnknownNameError: the statement has no such line.
        """
        for line in self.lines:
            if line.component == component:
                return line
        known = [line.component for line in self.lines]
        raise UnknownNameError(
            f"statement of {self.payee} for {self.label}",
            f"has no line {component}",
            did_you_mean(component, known, f"its lines are {', '.join(known)}"),
        )


@attrs.frozen(kw_only=True)
class Outcome:
    """The statements of everybody who can be paid, and the faults of those who cannot.

    ``plans`` and ``measures`` are the terms the statements were made under, so that they can be
    printed and explained by themselves, years later.
    """

    period: Period
    label: str
    plans: tuple[Plan, ...]
    measures: tuple[Measure, ...]
    statements: tuple[Statement, ...]
    faults: tuple[Fault, ...] = ()

    def plan(self, plan_id: str) -> Plan:
        """The plan with this id, as it stood.

        Raises:
            UnknownNameError: nobody was paid under such a plan.
        """
        found = {plan.id: plan for plan in self.plans}
        if plan_id not in found:
            raise self._unknown("plan", plan_id, found)
        return found[plan_id]

    def measure(self, measure_id: str) -> Measure:
        """The measure with this id, as it stood.

        Raises:
            UnknownNameError: no plan counted such a measure.
        """
        found = {measure.id: measure for measure in self.measures}
        if measure_id not in found:
            raise self._unknown("measure", measure_id, found)
        return found[measure_id]

    def _unknown(self, kind: str, name: str, known: Iterable[str]) -> UnknownNameError:
        names = list(known)
        return UnknownNameError(
            f"pay for {self.label}",
            f"has no {kind} {name}",
            did_you_mean(name, names, f"there is {', '.join(names) or 'none'}"),
        )

    @cached_property
    def _by_payee(self) -> Mapping[str, Statement]:
        return {statement.payee: statement for statement in self.statements}

    def statement(self, payee: str) -> Statement:
        """The statement of a person.

        Raises:
            UnknownNameError: there is none; the message says which fault keeps it from being there.
        """
        found = self._by_payee.get(payee)
        if found is not None:
            return found
        for fault in self.faults:
            if fault.person == payee:
                raise UnknownNameError(fault.subject, fault.problem, fault.remedy)
        raise UnknownNameError(
            f"pay for {self.label}",
            f"has no statement of {payee}",
            did_you_mean(payee, self._by_payee, "nobody of that id is paid in this period"),
        )
