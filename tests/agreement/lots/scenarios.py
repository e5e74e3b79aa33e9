"""Scenarios by chance: some people, their plans, a few periods in a row, and what happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction

import attrs
from tests.agreement.lots.components import Drawing, a_component
from tests.agreement.lots.dice import Dice
from tests.agreement.lots.facts import PEOPLE, some_facts
from tests.agreement.lots.measures import the_measures
from tests.agreement.lots.settling import (
    a_conversion,
    a_crediting,
    a_return_rule,
    some_quota_rules,
    what_settles,
)

from accountkit.facts.known import Facts
from accountkit.plans.bound import AwayDays, BoundPlan, DueOccasion, Payee
from accountkit.plans.components import Accumulate, Award, Commission, Component, StepSum
from accountkit.plans.measures import Measure, measures_within
from accountkit.plans.plan import Participants, Plan, WithoutQuota
from accountkit.values.calendars import PeriodKind, Weekday
from accountkit.values.clauses import Clause
from accountkit.values.periods import Period
from accountkit.values.rounding import Rounding, RoundingMode, RoundingPoint
from accountkit.values.texts import Text
from accountkit.values.timelines import Span, Timeline
from accountkit.values.working_weeks import WorkingWeek

__all__ = ["Scenario", "a_scenario"]

_COUNTING = ("units", "deals", "clients", "active", "new", "visits", "points")
_WEEK = WorkingWeek(
    days=tuple(Weekday)[:5], holidays=(date(2026, 1, 1), date(2026, 2, 25), date(2026, 4, 9))
)


@attrs.frozen
class Scenario:
    """Bound plans of periods in a row, earliest first, and the facts of all of them."""

    bounds: tuple[BoundPlan, ...]
    facts: Facts


def a_scenario(seed: int) -> Scenario:
    """The scenario of a seed."""
    dice = Dice(seed)
    periods = _periods(dice)
    days = (periods[0].start, periods[-1].last_day)
    is_spoilt = dice.chance(20)
    measures = the_measures(dice, days)
    plans = [_plan(dice, measures, days, f"plan{n}") for n in range(dice.one((1, 1, 2)))]
    facts = some_facts(dice, periods, is_spoilt=is_spoilt)
    people = [_person(dice, name, dice.one(plans), periods) for name in PEOPLE]
    superiors = _superiors(dice, days)
    used = _used(measures, plans)
    bounds: list[BoundPlan] = []
    for number, period in enumerate(periods):
        earlier = [
            (before, [payee.quotas for payee in bounds[index].payees])
            for index, before in enumerate(periods[:number])
        ]
        payees = [_in_period(dice, payee, place, earlier) for place, payee in enumerate(people)]
        bounds.append(
            BoundPlan(
                period=period,
                label=str(period),
                payees=tuple(payees),
                measures=used,
                superiors=superiors,
                frames=_frames(period),
                working_week=_WEEK,
            )
        )
    return Scenario(tuple(bounds), facts)


def _periods(dice: Dice) -> list[Period]:
    if dice.chance(60):
        first = dice.number(1, 4)
        return [Period.month(2026, first + n) for n in range(dice.number(3, 4))]
    return [Period.quarter(2026, 1 + n) for n in range(dice.number(2, 3))]


def _frames(period: Period) -> dict[PeriodKind, Period]:
    month = period.start.month
    return {
        PeriodKind.QUARTER: Period.quarter(2026, (month - 1) // 3 + 1),
        PeriodKind.HALF: Period.half(2026, (month - 1) // 6 + 1),
        PeriodKind.YEAR: Period.year(2026),
    }


# --- plans ----------------------------------------------------------------------------------------


def _plan(dice: Dice, measures: dict[str, Measure], days: tuple[date, date], name: str) -> Plan:
    drawing = Drawing(dice, measures, days)
    components: list[Component] = []
    for number in range(dice.number(1, 3)):
        component = a_component(drawing, f"part{number}")
        components.append(component)
        if not isinstance(component, Award):
            drawing.earlier.append(component.id)
    points = [RoundingPoint.COMPONENT, RoundingPoint.COMPONENT, RoundingPoint.STATEMENT]
    if any(_is_alone(component) for component in components):
        points += [RoundingPoint.DEAL] * 2
    looked_at = tuple(measures)
    return Plan(
        id=name,
        title=Text.of(en=name),
        currency="PHP",
        period=PeriodKind.MONTH,
        start=date(2025, 1, 1),
        roles=("seller",),
        participants=Participants.ACTIVE if dice.chance(10) else Participants.APPOINTED,
        without_quota=WithoutQuota.FAULT if dice.chance(25) else WithoutQuota.ZERO,
        rounding=Rounding(dice.one(list(RoundingMode)), dice.one(points)),
        clauses=(Clause(id="c", text=Text.of(en="c")),),
        components=tuple(components),
        crediting=a_crediting(dice),
        quota_rules=some_quota_rules(dice, looked_at),
        conversion=a_conversion(dice),
        returns=a_return_rule(dice),
        **what_settles(dice, drawing.earlier, looked_at, days),
    )


def _is_alone(component: Component) -> bool:
    return isinstance(component, Commission | StepSum) and component.accumulate is Accumulate.ALONE


def _used(measures: Mapping[str, Measure], plans: Sequence[Plan]) -> dict[str, Measure]:
    """The measures that the plans look at, and those that these are made of."""
    names = [name for plan in plans for name in plan.measures_used()]
    for name in names:
        names += [part for part in measures_within(measures[name]) if part not in names]
    return {name: measures[name] for name in dict.fromkeys(names)}


# --- people ---------------------------------------------------------------------------------------


def _person(dice: Dice, name: str, plan: Plan, periods: Sequence[Period]) -> Payee:
    first, last = periods[0].start, periods[-1].last_day
    since = dice.day(first - timedelta(days=300), first)
    participation: tuple[Period, ...] = ()
    match dice.one(("always", "always", "always", "joins", "leaves", "pauses")):
        case "joins":
            since = dice.day(first, periods[0].last_day)
            participation = (Period(since, date.max),)
        case "leaves":
            participation = (Period(since, dice.day(first + timedelta(days=5), last)),)
        case "pauses":
            back = dice.day(first + timedelta(days=20), last)
            gone = back - timedelta(days=dice.number(3, 15))
            participation = (Period(since, gone), Period(back, date(2030, 1, 1)))
        case _:
            pass
    absences: list[AwayDays] = []
    for _ in range(dice.one((0, 0, 1, 2))):
        start = dice.day(first - timedelta(days=10), last)
        days = Period(start, start + timedelta(days=dice.number(1, 25)))
        absences.append(AwayDays(kind=dice.one(("leave", "leave", "training")), days=days))
    parameters = {"rate": Fraction(3, 2), "sum": Fraction(dice.number(5, 60)), "level": Fraction(2)}
    if dice.chance(30):
        parameters["level"] = Fraction(1)
    if dice.chance(30):
        parameters["sum"] += Fraction(1, 3)
    if dice.chance(4):
        del parameters["sum"]
    return Payee(
        person=name,
        name=name,
        plan=plan,
        parameters=parameters,
        quotas=_quotas(dice, plan),
        since=None if dice.chance(3) else since,
        participation=participation,
        absences=tuple(absences),
        occasions=tuple(
            DueOccasion(duty="report", due=period.start, last_day=period.start + timedelta(days=7))
            for period in periods
            if dice.chance(80)
        ),
    )


def _quotas(dice: Dice, plan: Plan) -> dict[str, Fraction]:
    found: dict[str, Fraction] = {}
    for name in plan.measures_used():
        if dice.chance(92):
            counts = name in _COUNTING
            found[name] = Fraction(dice.one((1, 2, 3, 5)) if counts else dice.one(_TARGETS))
            if name in {"reports", "quotient"}:
                found[name] = Fraction(1, 2)
    return found


_TARGETS = (0, 50, 100, 250, 250, 500, 500, 1000)


def _in_period(
    dice: Dice,
    payee: Payee,
    place: int,
    earlier: Sequence[tuple[Period, Sequence[Mapping[str, Fraction]]]],
) -> Payee:
    """The payee with the quotas of one period; now and then they are others, or missing."""
    quotas = payee.quotas
    if dice.chance(20):
        quotas = _quotas(dice, payee.plan)
    return attrs.evolve(
        payee,
        quotas=quotas,
        earlier_quotas=tuple((period, quotas_of[place]) for period, quotas_of in earlier),
    )


def _superiors(dice: Dice, days: tuple[date, date]) -> dict[str, Timeline[str]]:
    """Each reports to nobody or to somebody later in the list, who may change."""
    found: dict[str, Timeline[str]] = {}
    names = (*PEOPLE, "boss")
    for place, person in enumerate(PEOPLE):
        if dice.chance(20):
            continue
        one, other = dice.one(names[place + 1 :]), dice.one(names[place + 1 :])
        if dice.chance(30):
            change = dice.day(*days)
            found[person] = Timeline((Span(one, end=change), Span(other, change)))
        else:
            found[person] = Timeline.always(one)
    if dice.chance(50):
        found["zoe"] = Timeline.always(dice.one(PEOPLE))
    return found
