"""Validators: what the fields of terms refuse, and in which words."""

from __future__ import annotations

from fractions import Fraction

import attrs
import pytest

from accountkit.errors import TermsError
from accountkit.values.validators import (
    at_least,
    currency_code,
    identifier,
    not_empty,
    not_negative,
    unique_ids,
)


@attrs.frozen(kw_only=True)
class Item:
    """Something with an id."""

    id: str


@attrs.frozen(kw_only=True)
class Terms:
    """A term with a field for each validator."""

    name: str | None = attrs.field(default=None, validator=identifier)
    months: int = attrs.field(default=1, validator=at_least(1))
    rate: Fraction | None = attrs.field(default=None, validator=not_negative)
    roles: tuple[str, ...] = attrs.field(default=("seller",), validator=not_empty)
    items: tuple[Item, ...] = attrs.field(default=(), validator=unique_ids)
    currency: str = attrs.field(default="PHP", validator=currency_code)


@pytest.mark.parametrize(
    "fields, message",
    [
        ({"months": 0}, "months: 0 is less than 1; give a number from 1 up"),
        ({"rate": Fraction(-1, 8)}, "rate: -0.125 is below zero; give zero or more"),
        ({"roles": ()}, "roles: is empty; give at least one"),
        (
            {"items": (Item(id="a"), Item(id="b"), Item(id="a"))},
            "items a: stands twice, as item 1 and as item 3; give each its own id",
        ),
        ({"currency": "PHQ"}, 'currency: "PHQ" is not a known code; did you mean PHP?'),
    ],
    ids=["months", "rate", "roles", "items", "currency"],
)
def test_what_a_field_refuses(fields: dict[str, object], message: str) -> None:
    """The message names the field, the value and the remedy."""
    with pytest.raises(TermsError) as caught:
        Terms(**fields)  # type: ignore[arg-type]  # one field of any type

    assert message == str(caught.value)
    assert next(iter(fields)) == caught.value.path[0]


def test_an_id_with_a_space() -> None:
    """What is no id is told at the field that should hold one."""
    with pytest.raises(TermsError, match="name") as caught:
        Terms(name="two words")

    assert ("name",) == caught.value.path


def test_what_is_right_passes() -> None:
    """Every bound lets its own value through, and what may be missing may be missing."""
    terms = Terms(name="ana", months=1, rate=Fraction(0), items=(Item(id="a"), Item(id="b")))

    assert "ana" == terms.name
    assert Terms().name is None
