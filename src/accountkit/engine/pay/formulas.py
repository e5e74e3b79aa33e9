"""Formulas: what an expression comes to for a person.

Terms are in ``accountkit.plans.expressions``. Every operation is exact.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Protocol

import attrs

from accountkit.plans.expressions import (
    AttainmentOf,
    Difference,
    EarnedBy,
    Expression,
    Greatest,
    Least,
    Number,
    ParameterOf,
    Product,
    Ratio,
    Sum,
    ValueOf,
)
from accountkit.plans.faults import Missing

__all__ = ["Known", "work_out"]


class Known(Protocol):
    """What an expression may ask about a person."""

    def measured(self, measure: str) -> Fraction:
        """The value of a measure."""
        ...

    def attained(self, measure: str) -> Fraction:
        """The attainment of a measure."""
        ...

    def earned(self, component: str) -> Fraction:
        """What a component earned."""
        ...

    def parameter(self, name: str) -> Fraction:
        """The value of a personal parameter."""
        ...


@attrs.frozen
class _Working:
    known: Known
    subject: str
    note: Callable[[str, Fraction, Mapping[str, Fraction]], None]

    def value(self, expression: Expression) -> Fraction:
        match expression:
            case Number(value=value):
                return value
            case ValueOf(measure=measure):
                return self.known.measured(measure)
            case AttainmentOf(measure=measure):
                return self.known.attained(measure)
            case EarnedBy(component=component):
                return self.known.earned(component)
            case ParameterOf(name=name):
                return self.known.parameter(name)
            case _:
                return self._operation(expression)

    def _operation(
        self, expression: Sum | Difference | Product | Ratio | Least | Greatest
    ) -> Fraction:
        match expression:
            case Difference():
                parts = [expression.of, expression.less]
            case Ratio():
                parts = [expression.of, expression.by]
            case Sum() | Product() | Least() | Greatest():
                parts = list(expression.of)
        values = [self.value(part) for part in parts]
        result = self._applied(expression, values)
        operands = {str(number): value for number, value in enumerate(values, start=1)}
        self.note(expression.KIND, result, operands)
        return result

    def _applied(
        self,
        expression: Sum | Difference | Product | Ratio | Least | Greatest,
        values: list[Fraction],
    ) -> Fraction:
        match expression:
            case Sum():
                return sum(values, Fraction(0))
            case Difference():
                return values[0] - values[1]
            case Product():
                product = Fraction(1)
                for value in values:
                    product *= value
                return product
            case Ratio():
                if not values[1]:
                    raise Missing(
                        self.subject, "divides by zero", "let the formula hold for zero, too"
                    )
                return values[0] / values[1]
            case Least():
                return min(values)
            case Greatest():
                return max(values)


def work_out(
    expression: Expression,
    known: Known,
    subject: str,
    note: Callable[[str, Fraction, Mapping[str, Fraction]], None],
) -> Fraction:
    """The value of an expression; ``note`` is told of every operation, from the inside out.

    Raises:
        Missing: something that it asks about is not there, or it divides by zero.
    """
    return _Working(known, subject, note).value(expression)
