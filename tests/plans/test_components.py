"""Components are sound, or refused with the part at fault."""

from __future__ import annotations

from fractions import Fraction

import pytest

from accountkit.errors import TermsError
from accountkit.plans.components import Bonus, Override
from accountkit.plans.conditions import Gate
from accountkit.testing.pay import a_bonus, a_commission, a_ladder, an_override
from accountkit.values.money import Money

GATE = Gate(attainment_of="sales", at_least=Fraction(1))


def test_a_commission_needs_rates_and_a_step_table_pays_sums() -> None:
    """A sum for a band reached is a bonus."""
    with pytest.raises(TermsError) as error:
        a_commission(a_ladder("step", "0% 1000"))
    assert (
        "component commission: a step ladder pays sums and a commission needs rates; use sliced, "
        "whole or curve, or make it a bonus"
    ) == str(error.value)
    assert ("ladder", "shape") == error.value.path


@pytest.mark.parametrize(
    "amount, amount_from, found",
    [(None, None, "has no amount"), (Money.parse("PHP 1.00"), "sum", "has two amounts")],
)
def test_a_bonus_has_one_sum(amount: Money | None, amount_from: str | None, found: str) -> None:
    """Fixed, or agreed with each person: one of the two."""
    with pytest.raises(TermsError) as error:
        Bonus(id="bonus", clause="c", gates=(GATE,), amount=amount, amount_from=amount_from)
    assert f"component bonus: {found}; state one of amount or amount_from" == str(error.value)


def test_a_bonus_is_never_a_fine() -> None:
    """Pay that is missed is not earned; nothing is taken away (design 5.12)."""
    with pytest.raises(TermsError) as error:
        a_bonus("PHP -5.00")
    assert "component bonus: pays PHP -5.00, less than nothing; give zero or more" == str(
        error.value
    )
    assert ("amount",) == error.value.path
    assert Money.parse("PHP 0.00") == a_bonus("PHP 0.00").amount


@pytest.mark.parametrize(
    "rate, level, message, path",
    [
        ("-1%", 1, "rate: -0.01 is below zero; give zero or more", ("rate",)),
        ("1%", 0, "level: 0 is less than 1; give a number from 1 up", ("level",)),
    ],
)
def test_an_override_is_a_share_of_a_team(
    rate: str, level: int, message: str, path: tuple[str]
) -> None:
    """Zero steps down are one's own sales, which a commission pays."""
    with pytest.raises(TermsError) as error:
        an_override(rate, level)
    assert (message, path) == (str(error.value), error.value.path)


def test_ids_are_idents() -> None:
    """A component is named in files, statements and columns."""
    with pytest.raises(TermsError) as error:
        Override(id="team pay", clause="c", measure="sales", rate=Fraction(0), level=1)
    assert ("id",) == error.value.path
