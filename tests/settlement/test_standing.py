"""Standing: misses in a row or within a window, and what the profile says of them."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from accountkit.plans.plan import Plan
from accountkit.plans.standing import (
    JurisdictionProfile,
    ProfileRule,
    Recommendation,
    Stage,
    StandingRule,
)
from accountkit.settlement import Advice, Attainment, Statement
from accountkit.testing.pay import a_bonus, a_plan
from accountkit.values.texts import Text

Months = Callable[..., list[Statement]]

WATCH = ProfileRule(
    recommendation=Recommendation.WATCH,
    lawful=True,
    needs_human=False,
    basis=Text.of(en="house rule"),
)
REVIEW = ProfileRule(
    recommendation=Recommendation.TERMINATION_REVIEW,
    lawful=False,
    needs_human=True,
    basis=Text.of(en="labour code"),
)


def standing(*stages: Stage, profile: tuple[ProfileRule, ...] = (WATCH, REVIEW)) -> Plan:
    """A plan that looks at sales below 80%."""
    rule = StandingRule(
        id="repeated",
        clause="bonus",
        liability="4.3",
        measure="sales",
        missed_below=Fraction(4, 5),
        stages=stages,
    )
    return a_plan(
        a_bonus("PHP 1"),
        standing=(rule,),
        profile=JurisdictionProfile(id="neutral", rules=profile),
    )


def stage(misses: int, within: int | None = None, **options: Recommendation) -> Stage:
    """So many misses, for a watch unless it says otherwise."""
    recommend = options.get("recommend", Recommendation.WATCH)
    return Stage(misses=misses, within_periods=within, recommend=recommend)


def attaining(*percents: int | None) -> Callable[[str], Attainment | None]:
    """Attainments of sales, one period after the other; ``None`` is one without a quota."""
    left = iter(percents)

    def attainment(measure: str) -> Attainment | None:
        percent = next(left)
        if percent is None:
            return None
        ratio = Fraction(percent, 100)
        return Attainment(measure=measure, measured=ratio, quota=Fraction(1), ratio=ratio)

    return attainment


@pytest.fixture
def advice(months: Months) -> Callable[..., list[Advice]]:
    """The advice of each month with these attainments."""

    def of(plan: Plan, *percents: int | None) -> list[Advice]:
        made = months(plan, *["1"] * len(percents), attainment=attaining(*percents))
        return [one.advice[0] for one in made]

    return of


Advised = Callable[..., list[Advice]]


def test_misses_in_a_row_lead_to_a_recommendation(advice: Advised) -> None:
    """Two in a row: 79%, 80% (met), 50%, 60%."""
    found = advice(standing(stage(2)), 79, 80, 50, 60)

    assert [True, False, True, True] == [one.missed for one in found]
    assert [1, 0, 1, 2] == [one.misses for one in found]
    assert [None, None, None, Recommendation.WATCH] == [one.recommendation for one in found]
    assert ("4.3", True, False, Text.of(en="house rule")) == (
        found[3].liability,
        found[3].lawful,
        found[3].needs_human,
        found[3].basis,
    )


def test_a_period_without_a_quota_does_not_end_a_row(advice: Advised) -> None:
    """Missed, no quota, missed: two in a row, and the one between is neither."""
    found = advice(standing(stage(2)), 50, None, 50)

    assert [True, None, True] == [one.missed for one in found]
    assert [1, 1, 2] == [one.misses for one in found]


def test_misses_within_a_window(advice: Advised) -> None:
    """Two of the last three; a period without a quota takes a place in the window."""
    found = advice(standing(stage(2, 3)), 50, 100, 50, None, 100, 50)

    assert [None, None, "watch", None, None, None] == [
        one.recommendation and one.recommendation.value for one in found
    ]
    assert 2 == found[2].misses


def test_the_severest_stage_that_is_reached_counts(advice: Advised) -> None:
    """Three misses reach both, and the review is not lawful for misses alone."""
    plan = standing(stage(3, recommend=Recommendation.TERMINATION_REVIEW), stage(1))
    found = advice(plan, 50, 50, 50)

    assert [
        (Recommendation.WATCH, True, 1),
        (Recommendation.WATCH, True, 2),
        (Recommendation.TERMINATION_REVIEW, False, 3),
    ] == [(one.recommendation, one.lawful, one.misses) for one in found]


def test_of_what_the_profile_is_silent_nothing_is_recommended(advice: Advised) -> None:
    """Probation is reached; the statement says that the profile says nothing of it."""
    (found,) = advice(standing(stage(1, recommend=Recommendation.PROBATION)), 50)

    assert (None, None, Recommendation.PROBATION, 1) == (
        found.recommendation,
        found.lawful,
        found.silent_on,
        found.misses,
    )


def test_misses_lower_no_pay(months: Months) -> None:
    """They are never a fine."""
    made = months(standing(stage(1)), "100", attainment=attaining(0))
    assert ["100.00"] == [str(one.total.amount) for one in made]


def test_an_account_keeps_as_many_periods_as_the_rule_looks_at(advice: Advised) -> None:
    """Thirty of thirty, though an account keeps 24 periods for its own."""
    found = advice(standing(stage(30, 30)), *[50] * 30)
    assert (30, Recommendation.WATCH) == (found[-1].misses, found[-1].recommendation)
