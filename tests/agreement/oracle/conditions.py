"""Conditions and numbers of a person: gates, eligibility, parameters."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from tests.agreement.oracle.measures import Question, value_of
from tests.agreement.oracle.quotas import attainment_of
from tests.agreement.oracle.selections import lies_within
from tests.agreement.oracle.unpayable import Unpayable

from accountkit.plans.bound import Payee
from accountkit.plans.conditions import Eligibility, Gate
from accountkit.values.money import Money

__all__ = ["EarnedBy", "is_eligible", "parameter", "passes", "sum_of"]

EarnedBy = Callable[[str], Fraction]
"""What another component earned, exactly."""


def parameter(payee: Payee, name: str) -> Fraction:
    """The value of a personal parameter."""
    if name not in payee.parameters:
        raise Unpayable(f"{payee.person} has no value of {name}")
    return payee.parameters[name]


def sum_of(payee: Payee, amount: Money | None, source: str | None) -> Fraction:
    """A sum that is stated, or left to a personal parameter; in main units."""
    if amount is not None:
        return Fraction(amount.amount)
    assert source is not None
    return parameter(payee, source)


def is_eligible(payee: Payee, eligible: Eligibility | None) -> bool:
    """Whether the person may earn something at all."""
    if eligible is None:
        return True
    value = parameter(payee, eligible.parameter)
    if eligible.equal is not None:
        return value == eligible.equal
    return lies_within(eligible.at_least, eligible.above, None, None, value)


def passes(question: Question, gate: Gate, earned_by: EarnedBy) -> bool:
    """Whether what the gate asks about lies on the right side of its bound."""
    value: Fraction | None
    if gate.attainment_of is not None:
        value = attainment_of(question, gate.attainment_of)
    elif gate.value_of is not None:
        value = value_of(question, gate.value_of)
    else:
        assert gate.earned_by is not None
        value = earned_by(gate.earned_by)
    if value is None:
        return False
    return lies_within(gate.at_least, gate.above, gate.at_most, gate.below, value)
