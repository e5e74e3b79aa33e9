"""Whole plans drawn by chance, with everything that a plan may have, and bound plans of them.

Two strengths: ``whole_plans`` and ``whole_bound_plans`` are well-formed and have an answer for all
that ``accountkit.testing.drawn_facts.known_facts`` gives; ``any_whole_plans`` and
``any_whole_bound_plans`` also leave out what somebody may forget: quotas, parameters, policies for
leavers, overlays, negative results and other currencies. ``years`` are rows of bound plans of the
same people, over four quarters or twelve months.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import attrs
from hypothesis import strategies as st

from accountkit.plans.bound import AwayDays, BoundPlan, Payee
from accountkit.plans.components import (
    Accumulate,
    Award,
    Commission,
    Component,
    Override,
    Spiff,
    StepSum,
)
from accountkit.plans.crediting import Crediting
from accountkit.plans.plan import NegativeResult, Participants, Plan, WithoutQuota
from accountkit.testing.drawn_components import any_components, components, sixtieths
from accountkit.testing.drawn_facts import OCCASIONS, YEAR
from accountkit.testing.drawn_settling import (
    caps,
    conversions,
    creditings,
    draws,
    guarantees,
    holdbacks,
    minimum_pay,
    payments,
    profiles,
    quota_rules,
    returns,
    standing_rules,
)
from accountkit.testing.drawn_simply import PEOPLE
from accountkit.testing.pay_people import EVERY_MEASURE, frames_of
from accountkit.testing.pay_terms import a_plan
from accountkit.testing.strategies import moneys, one_in
from accountkit.values.calendars import FiscalCalendar, PeriodKind
from accountkit.values.periods import Period
from accountkit.values.rounding import Rounding, RoundingMode, RoundingPoint
from accountkit.values.timelines import Span, Timeline

__all__ = [
    "any_whole_bound_plans",
    "any_whole_plans",
    "whole_bound_plans",
    "whole_plans",
    "years",
]


# --- plans ----------------------------------------------------------------------------------------


@st.composite
def whole_plans(
    draw: st.DrawFn,
    *,
    name: str = "plan",
    measures: tuple[str, ...] = tuple(EVERY_MEASURE),
    period: PeriodKind = PeriodKind.QUARTER,
    fixed: Mapping[str, Any] | None = None,
) -> Plan:
    """Well-formed plans of one to three components and of some terms that settle them.

    They look at ``measures`` only, and fields that are ``fixed`` are as given and not drawn.
    """
    given = dict(fixed or {})
    parts = draw(_parts(measures, sound=True))
    names = [part.id for part in parts if not isinstance(part, Award)]
    fields: dict[str, Any] = {
        "rounding": draw(_roundings(parts)),
        "without_quota": WithoutQuota.ZERO,
        "crediting": draw(creditings()),
        "quota_rules": tuple(draw(quota_rules(one)) for one in draw(_ruled(measures))),
        "conversion": draw(conversions()),
        "returns": draw(st.none() | returns()),
        "negative": draw(st.sampled_from(NegativeResult)),
        **draw(_settled(names, measures)),
    }
    return a_plan(*parts, id=name, period=period, **{**fields, **given})


@st.composite
def any_whole_plans(
    draw: st.DrawFn, *, name: str = "plan", period: PeriodKind = PeriodKind.QUARTER
) -> Plan:
    """Plans that are sound by themselves and silent on what may come up."""
    measures = tuple(EVERY_MEASURE)
    parts = draw(_parts(measures, sound=False))
    names = [part.id for part in parts if not isinstance(part, Award)]
    return a_plan(
        *parts,
        id=name,
        period=period,
        rounding=draw(_roundings(parts)),
        participants=draw(st.sampled_from(Participants)),
        without_quota=draw(st.sampled_from(WithoutQuota)),
        crediting=draw(st.one_of(st.just(Crediting()), creditings())),
        quota_rules=tuple(draw(quota_rules(one)) for one in draw(_ruled(measures))),
        conversion=draw(st.none() | conversions()),
        returns=draw(st.none() | returns()),
        negative=draw(st.none() | st.sampled_from(NegativeResult)),
        **draw(_settled(names, measures)),
    )


@st.composite
def _parts(draw: st.DrawFn, measures: tuple[str, ...], *, sound: bool) -> list[Component]:
    """Components that may read those before them; every third of them has payment terms."""
    parts: list[Component] = []
    build = components if sound else any_components
    for number in range(draw(st.integers(1, 3))):
        earlier = tuple(part.id for part in parts if not isinstance(part, Award))
        part = draw(build(f"part-{number}", earlier=earlier, measures=measures))
        if not isinstance(part, Award) and draw(one_in(3)):
            has_deals = isinstance(part, Commission | Spiff | Override) or _is_alone(part)
            part = attrs.evolve(part, payment=draw(payments(of_deals=has_deals)))
        parts.append(part)
    return parts


def _is_alone(part: Component) -> bool:
    return isinstance(part, Commission | StepSum) and part.accumulate is Accumulate.ALONE


def _roundings(parts: Sequence[Component]) -> st.SearchStrategy[Rounding]:
    points = [RoundingPoint.COMPONENT, RoundingPoint.STATEMENT]
    if any(_is_alone(part) for part in parts):
        points.append(RoundingPoint.DEAL)
    return st.builds(Rounding, st.sampled_from(RoundingMode), st.sampled_from(points))


def _ruled(measures: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(measures), max_size=2, unique=True)


@st.composite
def _settled(draw: st.DrawFn, names: Sequence[str], measures: tuple[str, ...]) -> dict[str, Any]:
    """What settles the components; each kind of term is there once in three plans."""
    fields: dict[str, Any] = {}
    if names:
        several: dict[str, st.SearchStrategy[Any]] = {
            "caps": st.one_of(
                st.tuples(caps(names)), st.tuples(caps(names), caps(names, "further-cap"))
            ),
            "holdbacks": st.tuples(holdbacks(names, measures)),
        }
        for name, terms in several.items():
            if draw(one_in(3)):
                fields[name] = draw(terms)
    if draw(one_in(4)):
        fields["guarantees"] = (draw(guarantees()),)
    if draw(one_in(3)):
        fields["draws"] = (draw(draws()),)
    if draw(one_in(6)):
        fields["minimum_pay"] = draw(minimum_pay())
    if draw(one_in(4)):
        fields["least_payment"] = draw(moneys("PHP", min_minor=0, max_minor=10**4))
    if draw(one_in(6)):
        fields |= {"standing": (draw(standing_rules(measures)),), "profile": draw(profiles())}
    return fields


# --- bound plans ----------------------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class _Person:
    """What stays the same of a person over the year."""

    plan: Plan
    parameters: Mapping[str, Fraction]
    quotas: Mapping[str, Fraction]
    since: date | None
    participation: tuple[Period, ...]
    absences: tuple[AwayDays, ...]


@st.composite
def _people(draw: st.DrawFn, own: Sequence[Plan], *, sound: bool) -> dict[str, _Person]:
    return {person: draw(_person(own, sound=sound)) for person in PEOPLE}


@st.composite
def _person(draw: st.DrawFn, own: Sequence[Plan], *, sound: bool) -> _Person:
    """A person with quotas of what the plan looks at; unless sound, some numbers are left out."""
    plan = draw(st.sampled_from(own))
    rarely = one_in(12 if sound else 4)
    quotas = {
        name: Fraction(draw(_targets(name))) for name in plan.measures_used() if not draw(rarely)
    }
    parameters = {"rate": draw(sixtieths(0, 1)), "sum": draw(sixtieths(0, 1000))}
    if not sound:
        parameters = {name: value for name, value in parameters.items() if not draw(rarely)}
    since = date(2025, 3, 1) + timedelta(draw(st.integers(0, 305)))
    return _Person(
        plan=plan,
        parameters=parameters,
        quotas=quotas,
        since=since if sound or not draw(one_in(4)) else None,
        participation=draw(_participation()),
        absences=draw(_absences()),
    )


def _targets(measure: str) -> st.SearchStrategy[Fraction]:
    if EVERY_MEASURE[measure].IS_MONEY:
        return st.integers(1, 10**6).map(lambda minor: Fraction(minor, 100))
    return st.integers(1, 9).map(Fraction)


@st.composite
def _participation(draw: st.DrawFn) -> tuple[Period, ...]:
    """Always, for most; else from a day, up to a day, or with a gap."""
    days = sorted(draw(st.sets(st.integers(1, YEAR.days - 1), min_size=2, max_size=2)))
    first, second = (YEAR.start + timedelta(day) for day in days)
    before, after = date(2025, 1, 1), date(2027, 1, 1)
    return draw(
        st.sampled_from(
            [
                (),
                (),
                (),
                (Period(first, date.max),),
                (Period(before, second),),
                (Period(before, first), Period(second, after)),
            ]
        )
    )


@st.composite
def _absences(draw: st.DrawFn) -> tuple[AwayDays, ...]:
    """Leave after the first quarter, for some."""
    if not draw(one_in(3)):
        return ()
    start = date(2026, 4, 1) + timedelta(draw(st.integers(0, 200)))
    days = Period(start, start + timedelta(draw(st.integers(1, 60))))
    return (AwayDays(kind=draw(st.sampled_from(["leave", "training"])), days=days),)


@st.composite
def _superiors(draw: st.DrawFn) -> dict[str, Timeline[str]]:
    """Somebody later in the list, or nobody, and for some another one from a day on."""
    found: dict[str, Timeline[str]] = {}
    for position, person in enumerate(PEOPLE[:-1], start=1):
        later = st.sampled_from([*PEOPLE[position:], None])
        first = draw(later)
        if draw(one_in(4)):
            change = YEAR.start + timedelta(draw(st.integers(1, YEAR.days - 1)))
            spans = [Span(first, None, change), Span(draw(later), change, None)]
        else:
            spans = [Span(first)]
        held = tuple(Span(s.value, s.start, s.end) for s in spans if s.value is not None)
        if held:
            found[person] = Timeline(held)
    return found


def _bind(
    people: Mapping[str, _Person],
    superiors: Mapping[str, Timeline[str]],
    period: Period,
    before: Sequence[Period] = (),
) -> BoundPlan:
    payees = tuple(
        Payee(
            person=who,
            name=who.title(),
            plan=one.plan,
            parameters=one.parameters,
            quotas=one.quotas,
            earlier_quotas=tuple((earlier, one.quotas) for earlier in before),
            since=one.since,
            participation=one.participation,
            absences=one.absences,
            occasions=OCCASIONS,
        )
        for who, one in people.items()
    )
    return BoundPlan(
        period=period,
        label=str(period),
        payees=payees,
        measures=EVERY_MEASURE,
        superiors=superiors,
        frames=frames_of(period),
    )


@st.composite
def whole_bound_plans(
    draw: st.DrawFn,
    *,
    plans: st.SearchStrategy[Plan] | None = None,
    period: Period | None = None,
) -> BoundPlan:
    """Well-formed bound plans of a quarter, of one plan or two for ``PEOPLE``."""
    drawn = whole_plans() if plans is None else plans
    which = draw(st.integers(1, 4)) if period is None else 1
    own = draw(_one_or_two(drawn))
    people = draw(_people(own, sound=True))
    when = Period.quarter(2026, which) if period is None else period
    before = [Period.quarter(2026, number) for number in range(1, which)]
    return _bind(people, draw(_superiors()), when, before)


@st.composite
def any_whole_bound_plans(draw: st.DrawFn) -> BoundPlan:
    """Bound plans as handbooks may leave them: numbers are missing, and people have no plan."""
    own = draw(_one_or_two(any_whole_plans()))
    people = draw(_people(own, sound=False))
    missing = draw(st.sets(st.sampled_from(PEOPLE), max_size=2))
    kept = {who: one for who, one in people.items() if who not in missing}
    return _bind(kept, draw(_superiors()), Period.quarter(2026, draw(st.integers(1, 4))))


@st.composite
def _one_or_two(draw: st.DrawFn, plans: st.SearchStrategy[Plan]) -> list[Plan]:
    drawn = [draw(plans)]
    if draw(one_in(3)):
        drawn.append(draw(plans))
    return [attrs.evolve(plan, id=f"plan-{number}") for number, plan in enumerate(drawn)]


@st.composite
def years(
    draw: st.DrawFn,
    *,
    plans: st.SearchStrategy[Plan] | None = None,
    kind: PeriodKind = PeriodKind.QUARTER,
    periods: int | None = None,
) -> tuple[BoundPlan, ...]:
    """The bound plans of the same people in one period after the other of a year.

    ``periods`` is how many, from the first on; left out, they make the year.
    """
    drawn = whole_plans(period=kind) if plans is None else plans
    people = draw(_people(draw(_one_or_two(drawn)), sound=True))
    superiors = draw(_superiors())
    rows = FiscalCalendar().periods(kind, YEAR)[: periods or kind.count]
    return tuple(
        _bind(people, superiors, period, rows[:number]) for number, period in enumerate(rows)
    )
