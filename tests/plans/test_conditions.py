"""Gates and eligibility: who passes at the bound."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from accountkit.errors import TermsError
from accountkit.plans.conditions import Eligibility, Gate

HALF = Fraction(1, 2)
JUST_BELOW, JUST_ABOVE = HALF - Fraction(1, 10**9), HALF + Fraction(1, 10**9)


def test_a_gate_at_least_lets_the_exact_value_through() -> None:
    """50% passes 50%."""
    gate = Gate(attainment_of="sales", at_least=HALF)
    assert [False, True, True] == [gate.passes(x) for x in (JUST_BELOW, HALF, JUST_ABOVE)]
    assert HALF == gate.bound


def test_a_gate_above_does_not() -> None:
    """50% does not exceed 50%."""
    gate = Gate(attainment_of="sales", above=HALF)
    assert [False, False, True] == [gate.passes(x) for x in (JUST_BELOW, HALF, JUST_ABOVE)]
    assert HALF == gate.bound


def test_a_gate_may_bound_from_above() -> None:
    """At most 50% lets 50% through, below 50% does not."""
    most = Gate(value_of="overdue", at_most=HALF)
    below = Gate(value_of="overdue", below=HALF)
    assert [True, True, False] == [most.passes(x) for x in (JUST_BELOW, HALF, JUST_ABOVE)]
    assert [True, False, False] == [below.passes(x) for x in (JUST_BELOW, HALF, JUST_ABOVE)]
    assert ("at_most", "below") == (most.bound_name, below.bound_name)


@pytest.mark.parametrize(
    "asked, found",
    [
        ({}, "asks about nothing"),
        (
            {"attainment_of": "sales", "earned_by": "bonus"},
            "asks about attainment_of and earned_by",
        ),
    ],
)
def test_a_gate_asks_about_one_thing(asked: dict[str, Any], found: str) -> None:
    """An attainment, a measure or another component."""
    with pytest.raises(TermsError) as error:
        Gate(at_least=HALF, **asked)
    message = f"gate: {found}; state one of attainment_of, value_of, earned_by"
    assert message == str(error.value)


def test_a_gate_of_zero_is_a_bound() -> None:
    """Zero is a value, not a missing one."""
    assert Gate(attainment_of="sales", at_least=Fraction(0)).passes(Fraction(0))
    assert not Gate(attainment_of="sales", above=Fraction(0)).passes(Fraction(0))


@pytest.mark.parametrize(
    "bounds, found",
    [({}, "has no bound"), ({"at_least": HALF, "above": HALF}, "has 2 bounds")],
)
def test_a_gate_has_one_bound(bounds: dict[str, Any], found: str) -> None:
    """Neither none nor both."""
    with pytest.raises(TermsError) as error:
        Gate(attainment_of="sales", **bounds)
    assert f"gate: {found}; state one of at_least, above, at_most or below" == str(error.value)


@pytest.mark.parametrize(
    "eligibility, admitted",
    [
        (Eligibility(parameter="rate", equal=HALF), [False, True, False]),
        (Eligibility(parameter="rate", at_least=HALF), [False, True, True]),
        (Eligibility(parameter="rate", above=HALF), [False, False, True]),
    ],
)
def test_eligibility_asks_a_parameter(eligibility: Eligibility, admitted: list[bool]) -> None:
    """Exactly it, it or more, more than it."""
    assert admitted == [eligibility.admits(x) for x in (JUST_BELOW, HALF, JUST_ABOVE)]


@pytest.mark.parametrize(
    "bounds, found",
    [
        ({}, "has no bound"),
        ({"equal": HALF, "above": HALF}, "has 2 bounds"),
        ({"equal": HALF, "at_least": HALF, "above": HALF}, "has 3 bounds"),
    ],
)
def test_eligibility_has_one_bound(bounds: dict[str, Fraction], found: str) -> None:
    """Neither none nor several."""
    with pytest.raises(TermsError) as error:
        Eligibility(parameter="rate", **bounds)
    assert (f"eligibility by rate: {found}; state one of equal or at_least or above") == str(
        error.value
    )
