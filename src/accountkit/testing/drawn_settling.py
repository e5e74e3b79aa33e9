"""What settles pay, drawn by chance: payment terms, returns, caps, holdbacks, draws and the rest.

Two strengths: the plain names give well-formed terms that no fact of
``accountkit.testing.drawn_facts`` leaves without an answer; the names with ``any`` give the fields
of a term as anybody may write them, which may contradict each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from accountkit.plans.caps import Cap, Excess
from accountkit.plans.conversions import Conversion, RateDate
from accountkit.plans.crediting import Crediting, LeaverPolicy, Leavers, Overlays
from accountkit.plans.draws import Draw, Recovery
from accountkit.plans.guarantees import Guarantee, MinimumPay, While
from accountkit.plans.holdbacks import Holdback, Release
from accountkit.plans.measures import Event
from accountkit.plans.payments import Condition, Instalment, Payment
from accountkit.plans.quotas import DayCount, QuotaRule, Relief, RollUp
from accountkit.plans.returns import ReturnRule, Returns
from accountkit.plans.standing import (
    JurisdictionProfile,
    ProfileRule,
    Recommendation,
    Stage,
    StandingRule,
)
from accountkit.testing.drawn_components import gates, sixtieths
from accountkit.testing.strategies import ladders, moneys, one_in
from accountkit.values.calendars import PeriodKind
from accountkit.values.ladders import Band, Ladder, LadderShape
from accountkit.values.money import Money
from accountkit.values.rounding import RoundingMode
from accountkit.values.texts import Text

__all__ = [
    "MOST_MONTHS",
    "any_caps",
    "any_payments",
    "any_returns",
    "caps",
    "conversions",
    "creditings",
    "draws",
    "guarantees",
    "holdbacks",
    "minimum_pay",
    "payments",
    "profiles",
    "quota_rules",
    "returns",
    "standing_rules",
]

MOST_MONTHS = 9
"""Months after which the last instalment of drawn payment terms has fallen due."""

_FRAMES = (PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.YEAR)
_YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def _sums(most: int = 10**5) -> st.SearchStrategy[Money]:
    return moneys("PHP", min_minor=0, max_minor=most)


# --- when it is due, and what returns mean --------------------------------------------------------


@st.composite
def payments(draw: st.DrawFn, *, of_deals: bool = True) -> Payment:
    """Payment terms at invoice, at cash or in instalments; the first two need deals."""
    if of_deals and draw(st.booleans()):
        event = draw(st.sampled_from([Event.INVOICE, Event.CASH]))
        safety = draw(st.sampled_from([0, 0, 30])) if event is Event.CASH else 0
        return Payment(at=event, safety_days=safety)
    months = sorted(draw(st.sets(st.integers(0, MOST_MONTHS), min_size=1, max_size=3)))
    weights = [draw(st.integers(1, 9)) for _ in months]
    conditions = st.sampled_from(Condition)
    return Payment(
        instalments=tuple(
            Instalment(
                after_months=after,
                share=Fraction(weight, sum(weights)),
                condition=draw(conditions),
            )
            for after, weight in zip(months, weights, strict=True)
        )
    )


def any_payments() -> st.SearchStrategy[dict[str, Any]]:
    """The fields of payment terms as anybody may write them."""
    parts = st.lists(
        st.builds(
            Instalment,
            after_months=st.integers(0, 3),
            share=st.sampled_from([Fraction(1), Fraction(1, 2), Fraction(0)]),
        ),
        max_size=2,
    )
    return st.fixed_dictionaries(
        {
            "at": st.none() | st.sampled_from(Event),
            "safety_days": st.sampled_from([0, 10]),
            "instalments": parts.map(tuple),
        }
    )


@st.composite
def returns(draw: st.DrawFn) -> Returns:
    """What returns mean, by each of the rules; the clause is called ``returns``."""
    rule = draw(st.sampled_from(ReturnRule))
    window = draw(st.sampled_from([None, 1, 3, 6]))
    match rule:
        case ReturnRule.IN_PERIOD:
            return Returns(rule=rule)
        case ReturnRule.RE_RATING:
            return Returns(rule=rule, window_months=window)
        case _:
            fields: dict[str, Any] = {"window_months": window}
            if window is not None and draw(st.booleans()):
                fields["prorated"] = True
            elif draw(st.booleans()):
                fields["share"] = draw(_shares_by_months())
            return Returns(
                rule=rule, clause="returns", attainment_falls=draw(st.booleans()), **fields
            )


def _shares_by_months() -> st.SearchStrategy[Ladder]:
    """All of it at first, less later."""

    def banded(first: Fraction, second: Fraction, months: int) -> Ladder:
        low, high = sorted((first, second))
        bands = (Band(start=Fraction(0), value=high), Band(start=Fraction(months), value=low))
        return Ladder(LadderShape.WHOLE, bands)

    return st.builds(banded, sixtieths(0, 1), sixtieths(0, 1), st.integers(1, 6))


def any_returns() -> st.SearchStrategy[dict[str, Any]]:
    """The fields of returns as anybody may write them."""
    return st.fixed_dictionaries(
        {
            "rule": st.sampled_from(ReturnRule),
            "clause": st.sampled_from([None, "returns"]),
            "window_months": st.sampled_from([None, 0, 3]),
            "prorated": st.booleans(),
            "share": st.none() | ladders(),
            "attainment_falls": st.sampled_from([None, True, False]),
        }
    )


# --- what settles ---------------------------------------------------------------------------------


def _chosen(components: Sequence[str]) -> st.SearchStrategy[tuple[str, ...]]:
    """All of the components, which is said by naming none, or some."""
    some = st.lists(st.sampled_from(components), min_size=1, max_size=2, unique=True)
    return st.one_of(st.just(()), some.map(tuple))


def caps(components: Sequence[str], name: str = "cap") -> st.SearchStrategy[Cap]:
    """Caps on a period or to date, with and without carry."""
    return st.builds(
        Cap,
        id=st.just(name),
        clause=st.just(name),
        components=_chosen(components),
        amount=_sums(),
        within=st.sampled_from([None, *_FRAMES]),
        excess=st.sampled_from(Excess),
    )


def any_caps() -> st.SearchStrategy[dict[str, Any]]:
    """The fields of a cap as anybody may write them."""
    return st.fixed_dictionaries(
        {
            "id": st.sampled_from(["cap", "", "a cap"]),
            "clause": st.just("cap"),
            "amount": st.none() | moneys("PHP", min_minor=-5, max_minor=5),
            "amount_from": st.sampled_from([None, "sum"]),
            "excess": st.sampled_from(Excess),
        }
    )


@st.composite
def holdbacks(
    draw: st.DrawFn, components: Sequence[str], measures: tuple[str, ...], name: str = "holdback"
) -> Holdback:
    """Holdbacks of a share, released after periods, through a gate or not, or forfeited."""
    after = draw(st.integers(1, 2))
    gate = draw(st.none() | gates(measures))
    last = draw(st.none() | st.integers(after, after + 1)) if gate is not None else None
    return Holdback(
        id=name,
        clause=name,
        share=draw(sixtieths(0, 1)),
        components=draw(_chosen(components)),
        release=Release(after_periods=after, gate=gate, forfeited_after_periods=last),
    )


@st.composite
def guarantees(draw: st.DrawFn, name: str = "guarantee", *, average: bool = True) -> Guarantee:
    """Guarantees of a sum, always, in the first months or while absent.

    Those of a share of the average hold while somebody is absent.
    """
    holds = draw(st.sampled_from(While))
    fields: dict[str, Any] = {}
    if holds is While.TENURE:
        fields["tenure_months"] = draw(st.integers(1, 12))
    if holds is While.ABSENCE:
        fields["absence_kinds"] = ("leave",)
    if average and holds is While.ABSENCE and draw(st.booleans()):
        fields |= {"share_of_average": draw(sixtieths(0, 1)), "average_periods": 2}
    else:
        fields["amount"] = draw(_sums(10**4))
    return Guarantee(id=name, clause=name, holds=holds, **fields)


@st.composite
def draws(draw: st.DrawFn, name: str = "draw") -> Draw:
    """Draws, recoverable in every way or not, for some time or always."""
    fields: dict[str, Any] = {"amount": draw(_sums(10**4))}
    match draw(st.integers(0, 2)):
        case 0:
            fields["until"] = draw(st.dates(*_YEAR))
        case 1:
            fields["tenure_months"] = draw(st.integers(1, 12))
        case _:
            pass
    fields["is_recoverable"] = draw(st.sampled_from([True, True, False]))
    if fields["is_recoverable"]:
        fields["recovery"] = draw(_recoveries())
    return Draw(id=name, clause=name, **fields)


@st.composite
def _recoveries(draw: st.DrawFn) -> Recovery:
    fields: dict[str, Any] = {"share": draw(st.one_of(st.just(Fraction(1)), sixtieths(0, 1)))}
    if draw(one_in(3)):
        fields["most"] = draw(_sums(10**4))
    match draw(st.integers(0, 3)):
        case 0:
            fields["start"] = draw(st.dates(*_YEAR))
        case 1:
            fields["start_after_months"] = draw(st.integers(0, 12))
        case _:
            pass
    if draw(one_in(4)):
        fields["forgiven_after_months"] = draw(st.integers(1, 18))
    return Recovery(**fields)


def minimum_pay() -> st.SearchStrategy[MinimumPay]:
    """A sum that the whole pay is topped up to; the clause is called ``minimum``."""
    return st.builds(MinimumPay, clause=st.just("minimum"), amount=_sums(10**4))


@st.composite
def standing_rules(
    draw: st.DrawFn, measures: tuple[str, ...], name: str = "standing"
) -> StandingRule:
    """Rules with one or two stages."""
    stages: list[Stage] = []
    for recommend in draw(st.lists(st.sampled_from(Recommendation), min_size=1, max_size=2)):
        misses = draw(st.integers(1, 3))
        within = draw(st.none() | st.integers(misses, 4))
        stages.append(Stage(misses=misses, within_periods=within, recommend=recommend))
    return StandingRule(
        id=name,
        clause=name,
        measure=draw(st.sampled_from(measures)),
        missed_below=draw(sixtieths(0, 2)),
        stages=tuple(stages),
    )


def profiles() -> st.SearchStrategy[JurisdictionProfile]:
    """Profiles that speak of one recommendation at least."""
    rules = st.lists(
        st.builds(
            ProfileRule,
            recommendation=st.sampled_from(Recommendation),
            lawful=st.booleans(),
            needs_human=st.booleans(),
            basis=st.just(Text.of(en="the law")),
        ),
        min_size=1,
        max_size=3,
        unique_by=lambda rule: rule.recommendation,
    )
    return st.builds(JurisdictionProfile, id=st.just("somewhere"), rules=rules.map(tuple))


# --- crediting, quotas and conversion -------------------------------------------------------------


@st.composite
def creditings(draw: st.DrawFn, *, by_attribute: bool = True) -> Crediting:
    """Crediting that has an answer for overlays and leavers."""
    policy = draw(st.sampled_from(LeaverPolicy))
    days = draw(st.integers(1, 60)) if policy is LeaverPolicy.EARN_CLOSING_WITHIN else None
    by = draw(st.sampled_from([None, None, "territory"])) if by_attribute else None
    return Crediting(
        by_attribute=by,
        overlays=Overlays.CREDIT,
        leavers=Leavers(policy=policy, days=days),
    )


@st.composite
def quota_rules(draw: st.DrawFn, measure: str) -> QuotaRule:
    """Quota rules with roll-up, ramp, proration and relief; year weights are for binding."""
    fields: dict[str, Any] = {}
    if draw(one_in(3)):
        fields["roll_up"] = RollUp(
            over_assignment=draw(st.sampled_from([Fraction(0), Fraction(1, 10)]))
        )
    if draw(one_in(3)):
        fields["ramp"] = tuple(draw(st.lists(sixtieths(0, 1), min_size=1, max_size=6)))
    if draw(st.booleans()):
        counts = [count for count in DayCount if count is not DayCount.WORKING_DAYS]
        fields["proration"] = draw(st.sampled_from(counts))
        if draw(st.booleans()):
            fields["relief"] = Relief(kinds=("leave",), least_days=draw(st.integers(1, 20)))
    return QuotaRule(measure=measure, **fields)


def conversions() -> st.SearchStrategy[Conversion]:
    """Conversions of euros that find a rate for every deal."""
    on_date = st.builds(
        Conversion,
        on=st.sampled_from([RateDate.DEAL_DATE, RateDate.PERIOD_END]),
        source=st.just("bank"),
        valid_days=st.just(400),
        rounding=st.sampled_from([None, *RoundingMode]),
    )
    fixed = st.builds(
        Conversion,
        on=st.just(RateDate.FIXED),
        fixed=st.fixed_dictionaries({"EUR": sixtieths(1, 90)}),
        rounding=st.sampled_from([None, *RoundingMode]),
    )
    return st.one_of(on_date, fixed)
