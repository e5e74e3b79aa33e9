"""Whether a deal is among those that a term is about."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from accountkit.engine.pay.selection import attribute, selects
from accountkit.plans import AttributeBound, Selection
from accountkit.plans.faults import Missing
from accountkit.testing.pay import a_deal

DEAL = a_deal("ana 2026-02-10 100.00 acme product=chair region=north term_months=12")


def test_nothing_stated_selects_every_deal() -> None:
    """No selection, and an empty one."""
    assert selects(None, DEAL)
    assert selects(Selection(), DEAL)
    assert selects(Selection(), a_deal("ana 2026-02-10 100.00"))


@pytest.mark.parametrize(
    "stated, is_selected",
    [
        ({"products": ("chair", "stool")}, True),
        ({"products": ("stool",)}, False),
        ({"clients": ("acme",)}, True),
        ({"clients": ("bolt",)}, False),
        ({"attributes": {"region": "north"}}, True),
        ({"attributes": {"region": "south"}}, False),
        ({"attributes": {"region": "North"}}, False),  # as it is written
        ({"attributes": {"colour": "red"}}, False),  # the deal has none
        ({"attributes": {"client": "acme", "product": "chair"}}, True),
        ({"start": date(2026, 2, 10), "until": date(2026, 2, 10)}, True),
        ({"start": date(2026, 2, 11)}, False),
        ({"until": date(2026, 2, 9)}, False),
        ({"products": ("chair",), "attributes": {"region": "south"}}, False),  # all must hold
    ],
)
def test_everything_stated_must_hold(stated: dict[str, Any], *, is_selected: bool) -> None:
    """The first and the last day are included."""
    assert is_selected == selects(Selection(**stated), DEAL)


def test_a_deal_without_a_product_or_a_client_is_of_none() -> None:
    """It is selected where neither is asked for."""
    plain = a_deal("ana 2026-02-10 100.00")
    assert not selects(Selection(products=("chair",)), plain)
    assert not selects(Selection(clients=("acme",)), plain)


@pytest.mark.parametrize(
    "side, limit, is_selected",
    [
        ("at_least", "12", True),
        ("at_least", "12.01", False),
        ("above", "12", False),
        ("above", "11.99", True),
        ("at_most", "12", True),
        ("at_most", "11.99", False),
        ("below", "12", False),
        ("below", "12.01", True),
    ],
)
def test_an_attribute_is_compared_as_a_number(side: str, limit: str, *, is_selected: bool) -> None:
    """Twelve months lie on their side of each bound."""
    bounds: dict[str, Any] = {side: Fraction(limit)}
    bound = AttributeBound(attribute="term_months", **bounds)
    assert is_selected == selects(Selection(bounds=(bound,)), DEAL)


LONG = Selection(bounds=(AttributeBound(attribute="term_months", above=Fraction(12)),))


def test_an_attribute_that_is_missing_selects_nothing() -> None:
    """It is not zero: a bound from above does not hold for it either."""
    short = Selection(bounds=(AttributeBound(attribute="term_months", at_most=Fraction(12)),))
    plain = a_deal("ana 2026-02-10 100.00")
    assert not selects(LONG, plain)
    assert not selects(short, plain)


def test_an_attribute_that_is_no_number_is_a_fault() -> None:
    """Nobody knows on which side of twelve a long time lies."""
    with pytest.raises(Missing) as found:
        selects(LONG, a_deal("ana 2026-02-10 100.00 term_months=long"))
    assert "term_months of deal d1" == found.value.subject
    assert "write a number, or select without it" == found.value.remedy


@pytest.mark.parametrize(
    "name, value",
    [("client", "acme"), ("product", "chair"), ("region", "north"), ("colour", None)],
)
def test_client_and_product_are_attributes_like_others(name: str, value: str | None) -> None:
    """By these two names."""
    assert value == attribute(DEAL, name)
