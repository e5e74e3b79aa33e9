"""Standing: how often a quota was missed, and what that leads to under the profile.

The terms are ``accountkit.plans.standing``. Misses are counted over the periods of the account and
this one; a period without a quota is neither missed nor met. Nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from accountkit.plans.plan import Plan
from accountkit.plans.standing import Recommendation, Stage, StandingRule
from accountkit.settlement.settling import Settling
from accountkit.settlement.statements import Advice

__all__ = ["advise"]

_SEVERITY = {recommendation: rank for rank, recommendation in enumerate(Recommendation)}


def advise(settling: Settling) -> tuple[tuple[Advice, ...], Mapping[str, bool]]:
    """The advice of each rule, and which of them this period missed, where there was a quota.

    Raises:
        Missing: an attainment cannot be told.
    """
    advice: list[Advice] = []
    missed: dict[str, bool] = {}
    for rule in settling.plan.standing:
        attainment = settling.attainment(rule.measure)
        now = None if attainment is None else attainment.ratio < rule.missed_below
        if now is not None:
            missed[rule.id] = now
        periods = [past.missed.get(rule.id) for past in settling.opening.past]
        advice.append(_advice(rule, [*periods, now], settling.plan))
    return tuple(advice), missed


def _advice(rule: StandingRule, periods: Sequence[bool | None], plan: Plan) -> Advice:
    """What the misses lead to; ``periods`` are the oldest first, and this one last."""
    counts = [(stage, _misses(stage.within_periods, periods)) for stage in rule.stages]
    reached = [(stage, count) for stage, count in counts if count >= stage.misses]
    stage, misses = max(reached, key=_severity, default=(None, _misses(None, periods)))
    found = None
    if stage is not None and plan.profile is not None:
        found = plan.profile.rule(stage.recommend)
    return Advice(
        rule=rule.id,
        clause=rule.clause,
        liability=rule.liability,
        measure=rule.measure,
        missed=periods[-1],
        misses=misses,
        recommendation=None if found is None else found.recommendation,
        lawful=None if found is None else found.lawful,
        needs_human=None if found is None else found.needs_human,
        basis=None if found is None else found.basis,
        silent_on=stage.recommend if stage is not None and found is None else None,
    )


def _severity(reached: tuple[Stage, int]) -> int:
    return _SEVERITY[reached[0].recommend]


def _misses(within: int | None, periods: Sequence[bool | None]) -> int:
    """Misses among the last periods; without a number, those in a row that ends now."""
    if within is not None:
        return sum(missed is True for missed in periods[-within:])
    count = 0
    for missed in reversed(periods):
        if missed is False:
            break
        count += missed is True
    return count
