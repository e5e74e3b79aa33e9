"""Caps over components and periods."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accountkit.errors import TermsError
from accountkit.plans.caps import Cap, Excess
from accountkit.values.money import Money

MOST = Money.parse("PHP 1000.00")


@pytest.mark.parametrize(
    "build, message",
    [
        (
            lambda: Cap(id="year", clause="c", excess=Excess.LOST),
            "cap year: has no amount; state one of amount or amount_from",
        ),
        (
            lambda: Cap(id="year", clause="c", excess=Excess.LOST, amount=MOST, amount_from="most"),
            "cap year: has two amounts; state one of amount or amount_from",
        ),
        (
            lambda: Cap(id="year", clause="c", excess=Excess.LOST, amount=Money.parse("PHP -1.00")),
            "cap year: pays PHP -1.00, less than nothing; give zero or more",
        ),
    ],
)
def test_what_does_not_fit_is_refused(build: Callable[[], object], message: str) -> None:
    """Each message says what is wrong and what to write instead."""
    with pytest.raises(TermsError) as error:
        build()
    assert message == str(error.value)


def test_a_cap_bounds_everything_unless_it_says_otherwise() -> None:
    """Without names it is over all components, and each period stands alone."""
    cap = Cap(id="year", clause="c", excess=Excess.CARRIED, amount_from="most")
    assert ((), None) == (cap.components, cap.within)
