"""Kickers, caps and floors of one component."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from accountkit.errors import TermsError
from accountkit.plans.conditions import Gate
from accountkit.plans.modifiers import Bound, Kicker
from accountkit.plans.selections import Selection
from accountkit.values.money import Money

TWICE = Fraction(2)
GATE = Gate(attainment_of="sales", at_least=Fraction(1))


@pytest.mark.parametrize(
    "build, message",
    [
        (
            lambda: Kicker(factor=TWICE),
            "kicker: has no condition; state one of gate or where",
        ),
        (
            lambda: Kicker(factor=TWICE, gate=GATE, where=Selection(products=("p",))),
            "kicker: has two conditions; state one of gate or where",
        ),
        (
            lambda: Kicker(factor=-TWICE, gate=GATE),
            "factor: -2 is below zero; give zero or more",
        ),
        (
            Bound,
            "bound: has no amount; state one of amount or amount_from",
        ),
        (
            lambda: Bound(amount=Money.parse("PHP -0.01")),
            "bound: pays PHP -0.01, less than nothing; give zero or more",
        ),
    ],
)
def test_what_does_not_fit_is_refused(build: Callable[[], object], message: str) -> None:
    """Each message says what is wrong and what to write instead."""
    with pytest.raises(TermsError) as error:
        build()
    assert message == str(error.value)
