"""Which people of a plan a deal counts for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accountkit.errors import TermsError
from accountkit.plans.crediting import Crediting, LeaverPolicy, Leavers, Overlays


@pytest.mark.parametrize(
    "build, message",
    [
        (
            lambda: Leavers(policy=LeaverPolicy.EARN_CLOSING_WITHIN),
            "leavers: does not say within how many days; add days:",
        ),
        (
            lambda: Leavers(policy=LeaverPolicy.NOTHING, days=5),
            (
                "leavers: states days and the policy nothing, which has none; leave days out, or "
                "make it earn_closing_within"
            ),
        ),
        (
            lambda: Leavers(policy=LeaverPolicy.EARN_CLOSING_WITHIN, days=0),
            "days: 0 is less than 1; give a number from 1 up",
        ),
    ],
)
def test_what_does_not_fit_is_refused(build: Callable[[], object], message: str) -> None:
    """Each message says what is wrong and what to write instead."""
    with pytest.raises(TermsError) as error:
        build()
    assert message == str(error.value)


def test_a_plan_that_says_nothing_credits_whoever_made_the_deal() -> None:
    """No attribute, no credit on top of the whole, and no promise to leavers."""
    silent = Crediting()
    assert (None, Overlays.REFUSE, None) == (silent.by_attribute, silent.overlays, silent.leavers)
