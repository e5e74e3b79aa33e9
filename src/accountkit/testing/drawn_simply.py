"""Simple plans, drawn by chance: commissions, bonuses and overrides of one quarter.

Two strengths: ``plans``, ``bound_plans`` and ``quotas`` give well-formed ones only; ``any_plans``
and ``any_bound_plans`` also give what a careless author may leave out or get wrong. Plans with
everything that a plan may have are in ``accountkit.testing.drawn_plans``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
from hypothesis import strategies as st

from accountkit.facts.deals import Deal, DealKind
from accountkit.facts.known import Facts
from accountkit.plans.bound import BoundPlan, Payee
from accountkit.plans.components import Component
from accountkit.plans.conditions import Eligibility, Gate
from accountkit.plans.plan import Participants, Plan, WithoutQuota
from accountkit.plans.quotas import Quota
from accountkit.testing.pay_people import MEASURES, QUARTER, frames_of
from accountkit.testing.pay_terms import a_bonus, a_commission, a_plan, an_override
from accountkit.testing.strategies import ladders, moneys, rates, ratios
from accountkit.values.calendars import PeriodKind
from accountkit.values.clauses import Clause
from accountkit.values.ladders import Below, Ladder, LadderShape
from accountkit.values.rounding import Rounding, RoundingMode, RoundingPoint
from accountkit.values.texts import Text
from accountkit.values.timelines import Span, Timeline

__all__ = [
    "CLIENTS",
    "PEOPLE",
    "any_bound_plans",
    "any_plans",
    "bound_plans",
    "facts",
    "plans",
    "quotas",
    "roundings",
]

_START = date(2026, 1, 1)

PEOPLE: tuple[str, ...] = ("ana", "ben", "cora", "dan")
"""The people of drawn bound plans; somebody reports only to people who come later here."""

CLIENTS: tuple[str, ...] = ("acme", "bolt")
"""The clients of drawn deals."""

_MEASURE_IDS = tuple(MEASURES)


# --- drawn: facts and quotas ----------------------------------------------------------------------


@st.composite
def facts(draw: st.DrawFn, *, returns: bool = True, currency: str = "PHP") -> Facts:
    """Up to two dozen deals of ``PEOPLE`` with ``CLIENTS``.

    Most are sales of the quarter; some are returns, and some were made in the half year before.
    """
    within = st.dates(QUARTER.start, QUARTER.last_day)
    before = st.dates(date(2025, 7, 1), date(2025, 12, 31))
    sold = moneys(currency, min_minor=0, max_minor=10**6)
    returned = moneys(currency, min_minor=-(10**6), max_minor=-1)
    rows = st.tuples(
        st.sampled_from(PEOPLE),
        st.one_of(within, within, before),
        st.one_of(sold, sold, sold, returned) if returns else sold,
        st.sampled_from([None, *CLIENTS]),
    )
    many = st.lists(rows, min_size=12, max_size=24)
    some = st.one_of(st.lists(rows, max_size=4), many, many, many)
    return Facts(
        Deal(
            id=f"d{number}",
            date=day,
            person=person,
            amount=amount,
            client=client,
            kind=DealKind.RETURN if amount.minor < 0 else DealKind.SALE,
        )
        for number, (person, day, amount, client) in enumerate(draw(some))
    )


@st.composite
def quotas(draw: st.DrawFn) -> Quota:
    """Quotas above zero, of one of ``PEOPLE`` and one of ``MEASURES``, in the quarter."""
    measure = draw(st.sampled_from(sorted(MEASURES)))
    return Quota(
        person=draw(st.sampled_from(PEOPLE)),
        measure=measure,
        period=QUARTER,
        target=draw(_targets(measure)),
    )


def _targets(measure: str) -> st.SearchStrategy[Decimal]:
    if MEASURES[measure].IS_MONEY:
        return st.integers(1, 10**6).map(lambda minor: Decimal(minor).scaleb(-2))
    return st.integers(1, len(CLIENTS)).map(Decimal)


# --- drawn: plans ---------------------------------------------------------------------------------


def roundings() -> st.SearchStrategy[Rounding]:
    """Roundings that every plan may name."""
    points = st.sampled_from([RoundingPoint.COMPONENT, RoundingPoint.STATEMENT])
    return st.builds(Rounding, st.sampled_from(RoundingMode), points)


def plans(*, measures: Iterable[str] = _MEASURE_IDS) -> st.SearchStrategy[Plan]:
    """Well-formed plans of one to four components on ``measures``.

    They answer for every attainment: no ladder refuses, and a quota that is missing pays nothing.
    Personal parameters are called ``rate`` and ``sum``.
    """
    names = _mostly_sales(measures)
    parts = st.lists(_components(names, _answering_ladders()), min_size=1, max_size=4)
    return st.builds(
        _plan,
        parts,
        rounding=roundings(),
        participants=st.sampled_from(Participants),
        without_quota=st.just(WithoutQuota.ZERO),
    )


@st.composite
def any_plans(draw: st.DrawFn) -> dict[str, Any]:
    """The fields of a plan as anybody may write them.

    It may end before it starts, lack the clauses it names, have two components of one id or none
    at all, and count in a currency that nobody knows.
    """
    names = _mostly_sales(MEASURES)
    parts = draw(st.lists(_components(names, _any_ladders()), max_size=3))
    clause = draw(st.sampled_from(["commission", "bonus", "override", "nothing"]))
    return {
        "id": draw(st.sampled_from(["plan", "", "a plan"])),
        "title": Text.of(en="plan"),
        "currency": draw(st.sampled_from(["PHP", "USD", "PPP", ""])),
        "period": draw(st.sampled_from(PeriodKind)),
        "start": _START,
        "until": draw(st.one_of(st.none(), st.dates(date(2025, 1, 1), date(2027, 1, 1)))),
        "roles": draw(st.sampled_from([(), ("seller",)])),
        "participants": draw(st.sampled_from(Participants)),
        "rounding": draw(st.builds(Rounding, point=st.sampled_from(RoundingPoint))),
        "clauses": tuple(
            Clause(id=name, text=Text.of(en=name)) for name in ("commission", "override", clause)
        ),
        "components": tuple(parts),
    }


@st.composite
def bound_plans(draw: st.DrawFn, *, measures: Iterable[str] = _MEASURE_IDS) -> BoundPlan:
    """Well-formed bound plans of ``PEOPLE``: every parameter has a value, everybody has a plan."""
    names = tuple(measures)
    drawn = draw(st.lists(plans(measures=names), min_size=1, max_size=2))
    own = [attrs.evolve(plan, id=f"plan-{number}") for number, plan in enumerate(drawn)]
    payees = tuple(
        draw(_payees(person, st.sampled_from(own), names, complete=True)) for person in PEOPLE
    )
    return draw(_joined(payees))


@st.composite
def any_bound_plans(draw: st.DrawFn) -> BoundPlan:
    """Bound plans as handbooks may leave them.

    Parameters and quotas are missing or zero, tables do not reach far enough, and some of
    ``PEOPLE`` have no plan.
    """
    names = _mostly_sales(MEASURES)
    parts = st.lists(_components(names, _any_ladders()), min_size=1, max_size=3)
    drawn = draw(
        st.builds(
            _plan,
            parts,
            rounding=roundings(),
            participants=st.sampled_from(Participants),
            without_quota=st.sampled_from(WithoutQuota),
        )
    )
    people = draw(st.one_of(st.just(PEOPLE), st.sets(st.sampled_from(PEOPLE))))
    payees = tuple(
        draw(_payees(person, st.just(drawn), tuple(MEASURES), complete=False))
        for person in sorted(people)
    )
    return draw(_joined(payees))


def _plan(parts: list[Component], **options: Any) -> Plan:
    """A plan of the parts, each under an id of its own."""
    named = (attrs.evolve(part, id=f"{part.KIND}-{i}") for i, part in enumerate(parts))
    return a_plan(*named, **options)


def _mostly_sales(measures: Iterable[str]) -> st.SearchStrategy[str]:
    return st.sampled_from(["sales", "sales", *sorted(measures)])


def _components(
    names: st.SearchStrategy[str], tables: st.SearchStrategy[Ladder]
) -> st.SearchStrategy[Component]:
    gates = st.one_of(
        st.builds(Gate, attainment_of=names, at_least=ratios(0, 1)),
        st.builds(Gate, attainment_of=names, above=ratios(0, 1)),
    )
    nobody_else = st.builds(Eligibility, parameter=st.just("rate"), above=rates())
    options: dict[str, st.SearchStrategy[Any]] = {
        "gates": st.one_of(st.just(()), st.just(()), st.tuples(gates)),
        "eligible": st.one_of(st.none(), st.none(), nobody_else),
    }
    commissions = st.builds(
        a_commission,
        tables,
        st.sampled_from(["attainment", "amount"]),
        measure=names,
        times=st.sampled_from([None, "rate"]),
        **options,
    )
    sums = moneys("PHP", min_minor=0, max_minor=10**7).map(str)
    bonuses = st.one_of(
        st.builds(a_bonus, sums, **{**options, "gates": st.tuples(gates)}),
        st.builds(a_bonus, amount_from=st.just("sum"), **{**options, "gates": st.tuples(gates)}),
    )
    overrides = st.builds(
        an_override, st.sampled_from(["0.2%", "1/3", "1%"]), st.integers(1, 3), **options
    )
    return st.one_of(commissions, bonuses, overrides)


def _answering_ladders() -> st.SearchStrategy[Ladder]:
    priced = ladders(st.sampled_from([LadderShape.SLICED, LadderShape.WHOLE, LadderShape.CURVE]))
    below = st.sampled_from([Below.ZERO, Below.EXTEND])
    return st.builds(_with_below, priced, below)


def _with_below(ladder: Ladder, below: Below) -> Ladder:
    return attrs.evolve(ladder, below=below)


def _any_ladders() -> st.SearchStrategy[Ladder]:
    return ladders(st.sampled_from([LadderShape.SLICED, LadderShape.WHOLE, LadderShape.CURVE]))


@st.composite
def _payees(
    draw: st.DrawFn,
    person: str,
    own: st.SearchStrategy[Plan],
    names: tuple[str, ...],
    *,
    complete: bool,
) -> Payee:
    """A payee with a quota of nearly every measure; unless complete, some numbers are left out."""
    rarely = st.sampled_from([False] * 7 + [True])
    targets = {name: Fraction(draw(_targets(name))) for name in names if not draw(rarely)}
    given = {"rate": draw(rates()), "sum": draw(ratios(0, 1000))}
    if not complete:
        given = {name: value for name, value in given.items() if not draw(rarely)}
        targets = {
            name: Fraction(0) if draw(rarely) else target for name, target in targets.items()
        }
    return Payee(
        person=person, name=person.title(), plan=draw(own), parameters=given, quotas=targets
    )


@st.composite
def _joined(draw: st.DrawFn, payees: tuple[Payee, ...]) -> BoundPlan:
    """The payees under superiors, some of whom change within the quarter."""
    superiors: dict[str, Timeline[str]] = {}
    for position, person in enumerate(PEOPLE[:-1], start=1):
        later = st.one_of(st.none(), st.sampled_from(PEOPLE[position:]))
        changed = draw(st.dates(QUARTER.start, QUARTER.last_day))
        before, after = draw(later), draw(later)
        spans = [Span(before, None, changed), Span(after, changed, None)]
        held = tuple(Span(s.value, s.start, s.end) for s in spans if s.value is not None)
        if held:
            superiors[person] = Timeline(held)
    return BoundPlan(
        period=QUARTER,
        label=str(QUARTER),
        payees=payees,
        measures=MEASURES,
        superiors=superiors,
        frames=frames_of(QUARTER),
    )
