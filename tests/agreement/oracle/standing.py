"""Standing: what repeated misses lead to (design 5.12)."""

from __future__ import annotations

import attrs
from tests.agreement.oracle.ledger import Ledger, Past
from tests.agreement.oracle.quotas import reached

from accountkit.plans.standing import JurisdictionProfile, Recommendation, Stage, StandingRule

__all__ = ["Advised", "advise", "misses_now"]

_MILDEST_FIRST = tuple(Recommendation)


@attrs.frozen(kw_only=True)
class Advised:
    """What a rule leads to: whether the period was missed, and what is recommended."""

    rule: str
    missed: bool | None
    recommendation: Recommendation | None
    lawful: bool | None


def misses_now(ledger: Ledger) -> dict[str, bool]:
    """Of each rule with a quota, whether this period is missed."""
    found: dict[str, bool] = {}
    for rule in ledger.payee.plan.standing:
        attained = reached(ledger.question, rule.measure)
        if attained is not None:
            found[rule.id] = attained < rule.missed_below
    return found


def advise(ledger: Ledger, now: dict[str, bool]) -> list[Advised]:
    """What each rule recommends, with the profile's leave."""
    return [_advise(ledger, rule, now) for rule in ledger.payee.plan.standing]


def _advise(ledger: Ledger, rule: StandingRule, now: dict[str, bool]) -> Advised:
    history = [_missed(past, rule) for past in ledger.state.past] + [now.get(rule.id)]
    severest: Recommendation | None = None
    for stage in rule.stages:
        if _is_reached(stage, history):
            rank = _MILDEST_FIRST.index(stage.recommend)
            if severest is None or rank > _MILDEST_FIRST.index(severest):
                severest = stage.recommend
    recommendation, lawful = _with_leave(ledger.payee.plan.profile, severest)
    return Advised(
        rule=rule.id, missed=now.get(rule.id), recommendation=recommendation, lawful=lawful
    )


def _missed(past: Past, rule: StandingRule) -> bool | None:
    return past.missed.get(rule.id)


def _is_reached(stage: Stage, history: list[bool | None]) -> bool:
    if stage.within_periods is not None:
        return history[-stage.within_periods :].count(True) >= stage.misses
    in_a_row = 0
    for missed in reversed(history):
        if missed is False:
            break
        in_a_row += missed is True
    return in_a_row >= stage.misses


def _with_leave(
    profile: JurisdictionProfile | None, severest: Recommendation | None
) -> tuple[Recommendation | None, bool | None]:
    rule = None if profile is None or severest is None else profile.rule(severest)
    if rule is None:
        return None, None
    return severest, rule.lawful
