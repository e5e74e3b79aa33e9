"""Which deals a term is about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest

from accountkit.errors import TermsError
from accountkit.plans.selections import AttributeBound, Selection


@pytest.mark.parametrize(
    "build, message",
    [
        (
            lambda: AttributeBound(attribute="term_months"),
            "bound of term_months: has no bound; state one of at_least, above, at_most or below",
        ),
        (
            lambda: AttributeBound(
                attribute="term_months", at_least=Fraction(1), below=Fraction(9)
            ),
            "bound of term_months: has 2 bounds; state one of at_least, above, at_most or below",
        ),
        (
            lambda: Selection(start=date(2026, 2, 1), until=date(2026, 1, 31)),
            "selection: ends on 2026-01-31, before it starts on 2026-02-01; swap the dates",
        ),
    ],
)
def test_what_does_not_fit_is_refused(build: Callable[[], object], message: str) -> None:
    """Each message says what is wrong and what to write instead."""
    with pytest.raises(TermsError) as error:
        build()
    assert message == str(error.value)


@pytest.mark.parametrize(
    "name, admitted",
    [
        ("at_least", [False, True, True]),
        ("above", [False, False, True]),
        ("at_most", [True, True, False]),
        ("below", [True, False, False]),
    ],
)
def test_a_bound_admits_one_side(name: str, admitted: list[bool]) -> None:
    """23, 24 and 25 months against a bound of 24."""
    bound = AttributeBound(attribute="term_months", **{name: Fraction(24)})
    assert admitted == [bound.admits(Fraction(months)) for months in (23, 24, 25)]


def test_a_selection_may_be_for_one_day() -> None:
    """Its first day is its last."""
    day = date(2026, 2, 1)
    assert day == Selection(start=day, until=day).until
