"""Expressions: the closed arithmetic of a formula component.

An expression is a tree of numbers, measures, attainments, components, parameters and a few
operations; there is no text to evaluate. Working it out is ``accountkit.engine.pay.formulas``.
Values are plain numbers: money enters and leaves by its main unit, in the plan's currency.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar, TypeAlias, Union

import attrs

from accountkit.values.validators import identifier, not_empty

__all__ = [
    "AttainmentOf",
    "Difference",
    "EarnedBy",
    "Expression",
    "Greatest",
    "Least",
    "Number",
    "ParameterOf",
    "Product",
    "Ratio",
    "Sum",
    "ValueOf",
    "walk",
]


@attrs.frozen(kw_only=True)
class Number:
    """A number that stands in the plan."""

    KIND: ClassVar[str] = "number"

    value: Fraction = attrs.field(metadata={"doc": "such as 10% or 250"})


@attrs.frozen(kw_only=True)
class ValueOf:
    """The value of a measure."""

    KIND: ClassVar[str] = "value_of"

    measure: str = attrs.field(validator=identifier, metadata={"doc": "id of the measure"})


@attrs.frozen(kw_only=True)
class AttainmentOf:
    """The attainment of a measure."""

    KIND: ClassVar[str] = "attainment_of"

    measure: str = attrs.field(validator=identifier, metadata={"doc": "id of the measure"})


@attrs.frozen(kw_only=True)
class EarnedBy:
    """What another component of the plan earned, exactly, before rounding; 0 if not eligible."""

    KIND: ClassVar[str] = "earned_by"

    component: str = attrs.field(validator=identifier, metadata={"doc": "id of the component"})


@attrs.frozen(kw_only=True)
class ParameterOf:
    """The value of a personal parameter."""

    KIND: ClassVar[str] = "parameter_of"

    name: str = attrs.field(validator=identifier, metadata={"doc": "name of the parameter"})


@attrs.frozen(kw_only=True)
class Sum:
    """All of them added up."""

    KIND: ClassVar[str] = "sum"

    of: tuple[Expression, ...] = attrs.field(validator=not_empty, metadata={"doc": "what is added"})


@attrs.frozen(kw_only=True)
class Difference:
    """The first less the second."""

    KIND: ClassVar[str] = "difference"

    of: Expression = attrs.field(metadata={"doc": "what is taken from"})
    less: Expression = attrs.field(metadata={"doc": "what is taken"})


@attrs.frozen(kw_only=True)
class Product:
    """All of them multiplied."""

    KIND: ClassVar[str] = "product"

    of: tuple[Expression, ...] = attrs.field(
        validator=not_empty, metadata={"doc": "what is multiplied"}
    )


@attrs.frozen(kw_only=True)
class Ratio:
    """The first divided by the second; division by zero is a fault."""

    KIND: ClassVar[str] = "ratio"

    of: Expression = attrs.field(metadata={"doc": "what is divided"})
    by: Expression = attrs.field(metadata={"doc": "what it is divided by"})


@attrs.frozen(kw_only=True)
class Least:
    """The least of them."""

    KIND: ClassVar[str] = "least"

    of: tuple[Expression, ...] = attrs.field(
        validator=not_empty, metadata={"doc": "what is compared"}
    )


@attrs.frozen(kw_only=True)
class Greatest:
    """The greatest of them."""

    KIND: ClassVar[str] = "greatest"

    of: tuple[Expression, ...] = attrs.field(
        validator=not_empty, metadata={"doc": "what is compared"}
    )


Expression: TypeAlias = Union[  # noqa: UP007 - a union that names itself by its members
    Number,
    ValueOf,
    AttainmentOf,
    EarnedBy,
    ParameterOf,
    Sum,
    Difference,
    Product,
    Ratio,
    Least,
    Greatest,
]


def walk(expression: Expression) -> Iterator[Expression]:
    """The expression and everything it is made of, from the top down."""
    yield expression
    match expression:
        case Sum(of=parts) | Product(of=parts) | Least(of=parts) | Greatest(of=parts):
            for part in parts:
                yield from walk(part)
        case Difference():
            yield from walk(expression.of)
            yield from walk(expression.less)
        case Ratio():
            yield from walk(expression.of)
            yield from walk(expression.by)
        case _:
            return
