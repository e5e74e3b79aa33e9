"""Statements: what a person is paid for a period, line by line, and what an evaluation returns.

Amounts are money in the plan's currency. The total is the sum of the lines, of what movements add
to the pay, of adjustments and of differences. ``exact`` is the figure before rounding.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property

import attrs

from accountkit.errors import UnknownNameError, did_you_mean
from accountkit.facts.adjustments import Adjustment
from accountkit.plans.faults import Fault
from accountkit.plans.measures import Measure
from accountkit.plans.plan import Plan
from accountkit.plans.standing import Recommendation
from accountkit.settlement.accounts import Account
from accountkit.settlement.balances import Balance, Movement, MovementKind
from accountkit.settlement.trace import Step
from accountkit.values.money import Amount, Money
from accountkit.values.periods import Period
from accountkit.values.texts import Text

__all__ = [
    "Advice",
    "Attainment",
    "AwardLine",
    "Difference",
    "DifferenceReason",
    "Line",
    "Outcome",
    "Statement",
]


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


class DifferenceReason(enum.Enum):
    """Why a closed period was reckoned anew."""

    LATE_FACTS = "late_facts"
    """The terms are the same: facts came in late, or were corrected."""

    CHANGED_TERMS = "changed_terms"
    """The terms that the closed period was paid under have changed since."""


@attrs.frozen(kw_only=True)
class Difference:
    """What a closed period came to less than, or more than, it should have.

    ``item`` names what changed in the period's statement: a component, or the term of a movement;
    ``reason`` says why it was reckoned anew.

    Units:
        ``amount`` = ``fresh`` less ``paid``; it is paid, or taken, with the open period.
    """

    period: Period
    label: str
    item: str
    clause: str | None
    paid: Money
    fresh: Money
    amount: Money
    reason: DifferenceReason


@attrs.frozen(kw_only=True)
class AwardLine:
    """A thing that a person has earned, and when it is handed out."""

    component: str
    clause: str
    item: Text
    earned_on: date
    released_on: date
    taxable_value: Money | None
    steps: tuple[Step, ...] = ()


@attrs.frozen(kw_only=True)
class Advice:
    """What repeated misses lead to under a plan: a recommendation, or why none is made.

    ``recommendation`` is ``None`` while too few periods were missed; ``lawful`` is ``None`` where
    the profile says nothing of it, and then none is made and ``silent_on`` says of what the
    profile is silent. ``misses`` are those that led to it, or else those in a row. People decide,
    not this library.
    """

    rule: str
    clause: str
    liability: str | None
    measure: str
    missed: bool | None
    misses: int
    recommendation: Recommendation | None
    lawful: bool | None = None
    needs_human: bool | None = None
    basis: Text | None = None
    silent_on: Recommendation | None = None


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
    movements: tuple[Movement, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    differences: tuple[Difference, ...] = ()
    balances: tuple[Balance, ...] = ()
    awards: tuple[AwardLine, ...] = ()
    advice: tuple[Advice, ...] = ()

    @property
    def earned(self) -> Money:
        """The sum of the lines, before anything is held, released, advanced or recovered."""
        return Money.sum((line.amount for line in self.lines), self.currency)

    def moved(self, *kinds: MovementKind) -> Money:
        """What movements of these kinds add to the pay."""
        moved = (movement.pay for movement in self.movements if movement.kind in kinds)
        return Money.sum(moved, self.currency)

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
    printed and explained by themselves, years later. ``accounts`` are what is carried to the next
    period, also of people who are not paid in this one.
    """

    period: Period
    label: str
    plans: tuple[Plan, ...]
    measures: tuple[Measure, ...]
    statements: tuple[Statement, ...]
    faults: tuple[Fault, ...] = ()
    accounts: tuple[Account, ...] = ()

    def account(self, payee: str) -> Account | None:
        """What is carried of a person to the next period, if anything is."""
        return self._by_account.get(payee)

    @cached_property
    def _by_account(self) -> Mapping[str, Account]:
        return {account.person: account for account in self.accounts}

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
