"""Crediting, quota rules and what settles pay, by chance."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from tests.agreement.lots.dice import Dice
from tests.agreement.lots.tables import a_gate

from accountkit.plans.caps import Cap, Excess
from accountkit.plans.conversions import Conversion, RateDate
from accountkit.plans.crediting import Crediting, LeaverPolicy, Leavers, Overlays
from accountkit.plans.draws import Draw, Recovery
from accountkit.plans.guarantees import Guarantee, MinimumPay, While
from accountkit.plans.holdbacks import Holdback, Release
from accountkit.plans.plan import NegativeResult
from accountkit.plans.quotas import DayCount, QuotaRule, Relief, RollUp
from accountkit.plans.returns import ReturnRule, Returns
from accountkit.plans.standing import (
    JurisdictionProfile,
    ProfileRule,
    Recommendation,
    Stage,
    StandingRule,
)
from accountkit.values.calendars import PeriodKind
from accountkit.values.ladders import Band, Ladder, LadderShape
from accountkit.values.money import Money
from accountkit.values.rounding import RoundingMode
from accountkit.values.texts import Text

__all__ = ["a_conversion", "a_crediting", "a_return_rule", "some_quota_rules", "what_settles"]

_MODES = tuple(RoundingMode)
_NEGATIVE = (NegativeResult.CARRY, *NegativeResult)


def a_crediting(dice: Dice) -> Crediting:
    """Crediting by whoever made the deal, or by an attribute."""
    leavers: Leavers | None = None
    if dice.chance(85):
        policy = dice.one(list(LeaverPolicy))
        needs_days = policy is LeaverPolicy.EARN_CLOSING_WITHIN
        leavers = Leavers(policy=policy, days=dice.number(1, 40) if needs_days else None)
    return Crediting(
        by_attribute=dice.one((None, None, None, "territory", "client")),
        overlays=Overlays.REFUSE if dice.chance(10) else Overlays.CREDIT,
        leavers=leavers,
    )


def a_conversion(dice: Dice) -> Conversion | None:
    """Conversion by each date rule, rounded or not; now and then none."""
    if dice.chance(5):
        return None
    rounding = dice.one(_MODES) if dice.chance(40) else None
    if dice.chance(25):
        return Conversion(on=RateDate.FIXED, fixed={"EUR": Fraction(67, 10)}, rounding=rounding)
    on = dice.one((RateDate.DEAL_DATE, RateDate.INVOICE_DATE, RateDate.PERIOD_END))
    days = 20 if dice.chance(5) else 400
    return Conversion(on=on, source="bank", valid_days=days, rounding=rounding)


def a_return_rule(dice: Dice) -> Returns | None:
    """Each rule for returns."""
    window = dice.one((None, 1, 2, 6))
    match dice.one(("none", "in period", "re-rating", "original", "original")):
        case "in period":
            return Returns(rule=ReturnRule.IN_PERIOD)
        case "re-rating":
            return Returns(rule=ReturnRule.RE_RATING, window_months=window)
        case "original":
            how: dict[str, Any] = {}
            if window is not None and dice.chance(35):
                how["prorated"] = True
            elif dice.chance(40):
                bands = (Band(start=0, value=1), Band(start=1, value=Fraction(7, 10)))
                how["share"] = Ladder(
                    dice.one((LadderShape.WHOLE, LadderShape.STEP, LadderShape.CURVE)), bands
                )
            return Returns(
                rule=ReturnRule.ORIGINAL_RATE,
                clause="c",
                window_months=window,
                attainment_falls=dice.chance(50),
                **how,
            )
        case _:
            return None


def some_quota_rules(dice: Dice, measures: Sequence[str]) -> tuple[QuotaRule, ...]:
    """Rules for some measures."""
    found: list[QuotaRule] = []
    for measure in dice.some(measures, 0, 4):
        proration = dice.one((None, *DayCount))
        relief = None
        if proration is not None and dice.chance(50):
            relief = Relief(kinds=("leave",), least_days=dice.one((1, 5, 15)))
        roll_up = None
        if dice.chance(30):
            roll_up = RollUp(over_assignment=dice.one((Fraction(0), Fraction(1, 10))))
        found.append(
            QuotaRule(
                measure=measure,
                roll_up=roll_up,
                ramp=dice.one(((), (Fraction(1, 4), Fraction(1, 2), Fraction(3, 4)))),
                proration=proration,
                relief=relief,
            )
        )
    return tuple(found)


def what_settles(
    dice: Dice, components: Sequence[str], measures: Sequence[str], days: tuple[date, date]
) -> dict[str, Any]:
    """Caps, holdbacks, guarantees, draws, minimum pay and the last step."""
    fields: dict[str, Any] = {
        "negative": None if dice.chance(8) else dice.one(_NEGATIVE),
    }
    if dice.chance(35):
        fields["caps"] = tuple(
            _cap(dice, components, f"cap{n}") for n in range(dice.one((1, 1, 2)))
        )
    if dice.chance(30):
        count = dice.one((1, 1, 2))
        fields["holdbacks"] = tuple(
            _holdback(dice, components, measures, f"hold{n}") for n in range(count)
        )
    if dice.chance(25):
        fields["guarantees"] = (_guarantee(dice),)
    if dice.chance(35):
        fields["draws"] = tuple(_draw(dice, days, f"draw{n}") for n in range(dice.one((1, 1, 2))))
    if dice.chance(15):
        fields["minimum_pay"] = MinimumPay(clause="c", **_sum(dice, 0, 30))
    if dice.chance(25):
        fields["least_payment"] = Money.of(dice.number(0, 40), "PHP")
    if dice.chance(25):
        fields |= {"standing": (_standing(dice, measures),), "profile": _profile(dice)}
    return fields


def _sum(dice: Dice, least: int, most: int) -> dict[str, Any]:
    if dice.chance(25):
        return {"amount_from": "sum"}
    return {"amount": Money.of(dice.number(least, most), "PHP")}


def _cap(dice: Dice, components: Sequence[str], name: str) -> Cap:
    named = dice.some(components, 1, 2) if components and dice.chance(40) else ()
    return Cap(
        id=name,
        clause="c",
        components=tuple(named),
        within=dice.one((None, PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.YEAR)),
        excess=dice.one((Excess.LOST, Excess.CARRIED, Excess.CARRIED)),
        **_sum(dice, 5, 60),
    )


def _holdback(
    dice: Dice, components: Sequence[str], measures: Sequence[str], name: str
) -> Holdback:
    named = dice.some(components, 1, 2) if components and dice.chance(30) else ()
    after = dice.number(1, 2)
    release = Release(
        after_periods=after,
        gate=a_gate(dice, measures, components) if dice.chance(50) else None,
        forfeited_after_periods=dice.one((None, after, after + 1)),
    )
    return Holdback(
        id=name, clause="c", share=dice.percent(5, 50, 5), components=tuple(named), release=release
    )


def _guarantee(dice: Dice) -> Guarantee:
    holds = dice.one(list(While))
    fields: dict[str, Any] = _sum(dice, 5, 50)
    if dice.chance(25):
        fields = {"share_of_average": Fraction(3, 4), "average_periods": dice.number(1, 3)}
    if holds is While.TENURE:
        fields["tenure_months"] = dice.number(1, 8)
    if holds is While.ABSENCE:
        fields["absence_kinds"] = ("leave",)
    return Guarantee(id="least", clause="c", holds=holds, **fields)


def _draw(dice: Dice, days: tuple[date, date], name: str) -> Draw:
    recovery: Recovery | None = None
    if dice.chance(75):
        timing: dict[str, Any] = dice.one(
            ({}, {}, {"start": dice.day(*days)}, {"start_after_months": dice.number(0, 8)})
        )
        recovery = Recovery(
            share=dice.one((Fraction(1), Fraction(1, 2), Fraction(1, 3))),
            most=dice.one((None, None, Money.of(10, "PHP"))),
            forgiven_after_months=dice.one((None, None, 6)),
            **timing,
        )
    limits: dict[str, Any] = dice.one(
        ({}, {"until": dice.day(*days)}, {"start": dice.day(*days)}, {"tenure_months": 5})
    )
    return Draw(
        id=name,
        clause="c",
        is_recoverable=recovery is not None,
        recovery=recovery,
        **_sum(dice, 5, 60),
        **limits,
    )


def _standing(dice: Dice, measures: Sequence[str]) -> StandingRule:
    stages = [
        Stage(misses=1, recommend=Recommendation.WATCH),
        Stage(misses=2, within_periods=dice.one((None, 2, 3)), recommend=Recommendation.PROBATION),
        Stage(misses=3, recommend=Recommendation.TERMINATION_REVIEW),
    ]
    return StandingRule(
        id="standing",
        clause="c",
        measure=dice.one(measures),
        missed_below=dice.one((Fraction(1, 2), Fraction(1))),
        stages=tuple(dice.some(stages, 1, 3)),
    )


def _profile(dice: Dice) -> JurisdictionProfile:
    said = dice.some(list(Recommendation), 1, 3)
    rules = [
        ProfileRule(
            recommendation=item,
            lawful=dice.chance(70),
            needs_human=True,
            basis=Text.of(en="law"),
        )
        for item in said
    ]
    return JurisdictionProfile(id="somewhere", rules=tuple(rules))
