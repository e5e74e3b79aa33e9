"""Validators: checks on the fields of terms, with messages for the person who wrote the term.

attrs has validators of its own; their messages name Python types. These name the field, the
value and the remedy, and say in ``path`` which part is at fault.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

from accountkit.errors import CurrencyError, InputError, TermsError
from accountkit.values.idents import check_ident
from accountkit.values.money import currency_digits
from accountkit.values.ratios import ratio_text

__all__ = ["at_least", "currency_code", "identifier", "not_empty", "not_negative", "unique_ids"]

Validator: TypeAlias = Callable[[Any, Any, Any], None]


def identifier(instance: object, field: Any, value: Any) -> None:
    """Refuse what is no id; ``None`` passes (an optional reference)."""
    del instance
    if value is None:
        return
    try:
        check_ident(value, field.name)
    except InputError as error:
        raise TermsError(error.subject, error.problem, error.remedy, path=(field.name,)) from None


def at_least(lowest: int) -> Validator:
    """Refuse numbers below ``lowest``."""

    def check(instance: object, field: Any, value: Any) -> None:
        del instance
        if value < lowest:
            raise TermsError(
                field.name,
                f"{value} is less than {lowest}",
                f"give a number from {lowest} up",
                path=(field.name,),
            )

    return check


def not_negative(instance: object, field: Any, value: Any) -> None:
    """Refuse numbers below zero; ``None`` passes."""
    del instance
    if value is not None and value < 0:
        raise TermsError(
            field.name,
            f"{ratio_text(Fraction(value))} is below zero",
            "give zero or more",
            path=(field.name,),
        )


def currency_code(instance: object, field: Any, value: Any) -> None:
    """Refuse what is no currency code."""
    del instance
    try:
        currency_digits(value)
    except CurrencyError as error:
        raise TermsError(error.subject, error.problem, error.remedy, path=(field.name,)) from None


def not_empty(instance: object, field: Any, value: Any) -> None:
    """Refuse an empty list or text."""
    del instance
    if not value:
        raise TermsError(field.name, "is empty", "give at least one", path=(field.name,))


def unique_ids(instance: object, field: Any, value: Any) -> None:
    """Refuse two items of a list that carry the same ``id``."""
    del instance
    seen: dict[str, int] = {}
    for position, item in enumerate(value):
        if item.id in seen:
            raise TermsError(
                f"{field.name} {item.id}",
                f"stands twice, as item {seen[item.id] + 1} and as item {position + 1}",
                "give each its own id",
                path=(field.name, position),
            )
        seen[item.id] = position
