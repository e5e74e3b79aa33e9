"""What is kept back, and when it is paid."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from accountkit.errors import TermsError
from accountkit.plans.holdbacks import Holdback, Release


@pytest.mark.parametrize(
    "build, message",
    [
        (
            lambda: Holdback(id="h", clause="c", share=Fraction(3, 2), release=Release()),
            "holdback h: holds back more than everything; give a share up to 100%",
        ),
        (
            lambda: Holdback(id="h", clause="c", share=Fraction(-1), release=Release()),
            "share: -1 is below zero; give zero or more",
        ),
        (
            lambda: Release(after_periods=4, forfeited_after_periods=3),
            (
                "release: is forfeited after 3 periods and released after 4; let it be released "
                "first"
            ),
        ),
        (
            lambda: Release(after_periods=0),
            "after_periods: 0 is less than 1; give a number from 1 up",
        ),
    ],
)
def test_what_does_not_fit_is_refused(build: Callable[[], object], message: str) -> None:
    """Each message says what is wrong and what to write instead."""
    with pytest.raises(TermsError) as error:
        build()
    assert message == str(error.value)


def test_what_is_held_is_paid_in_the_next_period_unless_it_says_otherwise() -> None:
    """Without a condition, and it is never lost."""
    silent = Release()
    assert (1, None, None) == (silent.after_periods, silent.gate, silent.forfeited_after_periods)
