"""What repeated misses lead to, and what is lawful."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from accountkit.errors import TermsError
from accountkit.plans.standing import (
    JurisdictionProfile,
    ProfileRule,
    Recommendation,
    Stage,
    StandingRule,
)
from accountkit.values.texts import Text

WATCH = Recommendation.WATCH
STAGE = Stage(misses=2, recommend=WATCH)


@pytest.mark.parametrize(
    "build, message",
    [
        (
            lambda: Stage(misses=3, within_periods=2, recommend=WATCH),
            "stage: looks for 3 misses within 2 periods; let the window hold them",
        ),
        (
            lambda: Stage(misses=0, recommend=WATCH),
            "misses: 0 is less than 1; give a number from 1 up",
        ),
        (
            lambda: StandingRule(
                id="s", clause="c", measure="sales", missed_below=Fraction(1), stages=()
            ),
            "stages: is empty; give at least one",
        ),
        (
            lambda: StandingRule(
                id="s", clause="c", measure="sales", missed_below=Fraction(-1), stages=(STAGE,)
            ),
            "missed_below: -1 is below zero; give zero or more",
        ),
        (
            lambda: JurisdictionProfile(id="ph", rules=()),
            "rules: is empty; give at least one",
        ),
    ],
)
def test_what_does_not_fit_is_refused(build: Callable[[], object], message: str) -> None:
    """Each message says what is wrong and what to write instead."""
    with pytest.raises(TermsError) as error:
        build()
    assert message == str(error.value)


def test_a_profile_is_silent_about_what_it_does_not_name() -> None:
    """A recommendation without a rule is not made."""
    rule = ProfileRule(
        recommendation=WATCH, lawful=True, needs_human=True, basis=Text.of(en="Company rules.")
    )
    profile = JurisdictionProfile(id="ph", rules=(rule,))
    assert rule is profile.rule(WATCH)
    assert profile.rule(Recommendation.TERMINATION_REVIEW) is None
