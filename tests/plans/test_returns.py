"""What it means for pay that a deal is given back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accountkit.errors import TermsError
from accountkit.plans.returns import ReturnRule, Returns
from accountkit.testing.pay import a_ladder

ORIGINAL = ReturnRule.ORIGINAL_RATE
SHARES = a_ladder("whole", "0 100%", "6 70%")


@pytest.mark.parametrize(
    "build, message",
    [
        (
            lambda: Returns(rule=ReturnRule.IN_PERIOD, clause="c"),
            (
                "returns: states clause and takes nothing back at the original rate; leave it "
                "out, or make the rule original_rate"
            ),
        ),
        (
            lambda: Returns(rule=ReturnRule.RE_RATING, share=SHARES),
            (
                "returns: states share and takes nothing back at the original rate; leave it "
                "out, or make the rule original_rate"
            ),
        ),
        (
            lambda: Returns(rule=ReturnRule.RE_RATING, prorated=True),
            (
                "returns: states prorated and takes nothing back at the original rate; leave it "
                "out, or make the rule original_rate"
            ),
        ),
        (
            lambda: Returns(rule=ReturnRule.RE_RATING, attainment_falls=False),
            (
                "returns: states attainment_falls and takes nothing back at the original rate; "
                "leave it out, or make the rule original_rate"
            ),
        ),
        (
            lambda: Returns(rule=ORIGINAL, attainment_falls=True),
            "returns: does not state clause; add clause:",
        ),
        (
            lambda: Returns(rule=ORIGINAL, clause="c"),
            "returns: does not state attainment_falls; add attainment_falls:",
        ),
        (
            lambda: Returns(rule=ReturnRule.IN_PERIOD, window_months=6),
            (
                "returns: states a window and counts every return in its own period; leave "
                "window_months out, or choose another rule"
            ),
        ),
        (
            lambda: Returns(rule=ORIGINAL, clause="c", attainment_falls=True, prorated=True),
            (
                "returns: is prorated without a window, or by bands as well; state "
                "window_months, and one of share and prorated"
            ),
        ),
        (
            lambda: Returns(
                rule=ORIGINAL,
                clause="c",
                attainment_falls=True,
                window_months=6,
                prorated=True,
                share=SHARES,
            ),
            (
                "returns: is prorated without a window, or by bands as well; state "
                "window_months, and one of share and prorated"
            ),
        ),
        (
            lambda: Returns(
                rule=ORIGINAL, clause="c", attainment_falls=True, share=a_ladder("sliced", "0 1")
            ),
            "returns: a sliced ladder gives no share; use step, whole or curve",
        ),
        (
            lambda: Returns(rule=ReturnRule.RE_RATING, window_months=0),
            "window_months: 0 is less than 1; give a number from 1 up",
        ),
    ],
)
def test_what_does_not_fit_is_refused(build: Callable[[], object], message: str) -> None:
    """Each message says what is wrong and what to write instead."""
    with pytest.raises(TermsError) as error:
        build()
    assert message == str(error.value)
