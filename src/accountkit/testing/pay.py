"""Specimens of pay: small plans, people and deals to test with, built by hand or drawn.

The builders (``a_plan``, ``a_commission``, ``a_bound_plan``, ``some_facts`` and so on) make a term
or a fact from a few words, for examples that are worked out by hand. The strategies draw them with
Hypothesis, in two strengths: ``plans``, ``bound_plans`` and ``quotas`` give well-formed ones only;
``any_plans`` and ``any_bound_plans`` also give what a careless author may leave out or get wrong.
Unless told otherwise, everything is in PHP and in the first quarter of 2026.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
from hypothesis import strategies as st

from accountkit.facts.deals import Deal, DealKind, Facts
from accountkit.plans.bound import BoundPlan, Payee
from accountkit.plans.components import Axis, Bonus, Commission, Component, Override
from accountkit.plans.conditions import Eligibility, Gate
from accountkit.plans.measures import ActiveClients, Measure, NewClients, SalesSum
from accountkit.plans.plan import Participants, Plan, WithoutQuota
from accountkit.plans.quotas import Quota
from accountkit.testing.strategies import ladders, moneys, rates, ratios
from accountkit.values.calendars import PeriodKind
from accountkit.values.clauses import Clause
from accountkit.values.ladders import Band, Below, Ladder, LadderShape
from accountkit.values.money import Money
from accountkit.values.periods import Period
from accountkit.values.ratios import parse_ratio
from accountkit.values.rounding import Rounding, RoundingMode, RoundingPoint
from accountkit.values.texts import Text
from accountkit.values.timelines import Span, Timeline

__all__ = [
    "CLIENTS",
    "MEASURES",
    "PEOPLE",
    "QUARTER",
    "a_bonus",
    "a_bound_plan",
    "a_commission",
    "a_ladder",
    "a_plan",
    "an_override",
    "any_bound_plans",
    "any_plans",
    "bound_plans",
    "facts",
    "plans",
    "quotas",
    "reporting",
    "roundings",
    "some_facts",
]

QUARTER = Period.quarter(2026, 1)
"""The period that specimens are reckoned in."""

PEOPLE = ("ana", "ben", "cora", "dan")
"""The people of drawn bound plans; somebody reports only to people who come later here."""

CLIENTS = ("acme", "bolt")
"""The clients of drawn deals."""

MEASURES: Mapping[str, Measure] = {
    "sales": SalesSum(id="sales", title=Text.of(en="sales")),
    "active": ActiveClients(
        id="active",
        title=Text.of(en="active clients"),
        window_months=6,
        least_sales=2,
        least_amount=Money.parse("PHP 1000.00"),
    ),
    "new": NewClients(
        id="new",
        title=Text.of(en="new clients"),
        quiet_months=3,
        least_amount=Money.parse("PHP 500.00"),
    ),
}
"""The measures of specimens, by id; any client's first sale after three quiet months is new."""

_START = date(2026, 1, 1)


# --- built by hand --------------------------------------------------------------------------------


def a_ladder(shape: str, *rows: str, **options: Any) -> Ladder:
    """A ladder of rows such as ``100% 1.5``: the start of a band and its value.

    >>> a_ladder("sliced", "0% 1%", "100% 2%").value_at(Fraction(2))
    Fraction(3, 100)
    """
    bands = (row.split() for row in rows)
    return Ladder(
        LadderShape(shape),
        tuple(Band(start=parse_ratio(start), value=parse_ratio(value)) for start, value in bands),
        **options,
    )


def a_commission(
    ladder: Ladder, over: str = "attainment", *, at_least: str | None = None, **options: Any
) -> Commission:
    """A commission on sales, with a gate on their attainment if ``at_least`` says so."""
    fields: dict[str, Any] = {
        "id": "commission",
        "clause": "commission",
        "measure": "sales",
        "ladder": ladder,
        "over": Axis(over),
    }
    if at_least is not None:
        fields["gate"] = Gate(attainment_of="sales", at_least=parse_ratio(at_least))
    return Commission(**{**fields, **options})


def a_bonus(
    amount: str | None = None,
    *,
    at_least: str = "100%",
    attainment_of: str = "sales",
    **options: Any,
) -> Bonus:
    """A bonus such as ``PHP 5000.00`` at an attainment; without a sum, name ``amount_from``."""
    fields: dict[str, Any] = {
        "id": "bonus",
        "clause": "bonus",
        "gate": Gate(attainment_of=attainment_of, at_least=parse_ratio(at_least)),
        "amount": None if amount is None else Money.parse(amount),
    }
    return Bonus(**{**fields, **options})


def an_override(rate: str, level: int = 1, **options: Any) -> Override:
    """An override on the sales of the people so many levels down."""
    fields: dict[str, Any] = {
        "id": "override",
        "clause": "override",
        "measure": "sales",
        "rate": parse_ratio(rate),
        "level": level,
    }
    return Override(**{**fields, **options})


def a_plan(*components: Component, **options: Any) -> Plan:
    """A quarterly plan with these components and a clause for each."""
    names = dict.fromkeys(part.clause for part in components)
    fields: dict[str, Any] = {
        "id": "plan",
        "title": Text.of(en="plan"),
        "currency": "PHP",
        "period": PeriodKind.QUARTER,
        "start": _START,
        "roles": ("seller",),
        "participants": Participants.APPOINTED,
        "clauses": tuple(Clause(id=name, text=Text.of(en=name)) for name in names),
        "components": components,
    }
    return Plan(**{**fields, **options})


def a_bound_plan(
    people: Mapping[str, Plan],
    *,
    quotas: Mapping[str, str | Mapping[str, str]] | None = None,
    parameters: Mapping[str, Mapping[str, str]] | None = None,
    superiors: Mapping[str, Timeline[str] | str] | None = None,
    **options: Any,
) -> BoundPlan:
    """The plans of people in a quarter.

    Args:
        people: the plan of each person.
        quotas: of sales, or of each measure, by person.
        parameters: by person and name, such as ``1.5%``.
        superiors: whom people report to, always or over time.
        options: other fields of the bound plan.
    """
    wanted, own = quotas or {}, parameters or {}
    fields: dict[str, Any] = {
        "period": QUARTER,
        "label": str(QUARTER),
        "payees": tuple(
            Payee(
                person=person,
                name=person.title(),
                plan=plan,
                parameters=_numbers(own.get(person, {})),
                quotas=_quotas_of(wanted.get(person, {})),
            )
            for person, plan in people.items()
        ),
        "measures": MEASURES,
        "superiors": {
            person: Timeline.always(who) if isinstance(who, str) else who
            for person, who in (superiors or {}).items()
        },
    }
    return BoundPlan(**{**fields, **options})


def reporting(*rows: str) -> Timeline[str]:
    """Whom somebody reports to, of rows such as ``cora 2026-01-01 2026-02-14``.

    The two days are the first and the last; a row without the last is for ever.
    """
    spans: list[Span[str]] = []
    for row in rows:
        who, first, *last = row.split()
        end = Period.parse(last[0]).end if last else None
        spans.append(Span(who, date.fromisoformat(first), end))
    return Timeline(tuple(spans))


def some_facts(*rows: str, currency: str = "PHP") -> Facts:
    """Deals of rows such as ``ana 2026-01-15 100.00 acme``: person, day, amount, client if any.

    They are called ``d1``, ``d2`` and so on; an amount below zero is a return.

    >>> [str(deal.amount) for deal in some_facts("ana 2026-01-15 100.00").deals]
    ['PHP 100.00']
    """
    found: list[Deal] = []
    for number, row in enumerate(rows, start=1):
        person, day, amount, *client = row.split()
        money = Money.of(amount, currency)
        found.append(
            Deal(
                id=f"d{number}",
                date=date.fromisoformat(day),
                person=person,
                amount=money,
                client=client[0] if client else None,
                kind=DealKind.RETURN if money.minor < 0 else DealKind.SALE,
            )
        )
    return Facts(found)


def _quotas_of(wanted: str | Mapping[str, str]) -> Mapping[str, Fraction]:
    return _numbers({"sales": wanted} if isinstance(wanted, str) else wanted)


def _numbers(texts: Mapping[str, str]) -> dict[str, Fraction]:
    return {name: parse_ratio(text) for name, text in texts.items()}


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
    """Roundings that today's plans may name."""
    points = st.sampled_from([RoundingPoint.COMPONENT, RoundingPoint.STATEMENT])
    return st.builds(Rounding, st.sampled_from(RoundingMode), points)


def plans(*, measures: Iterable[str] = MEASURES) -> st.SearchStrategy[Plan]:
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
def bound_plans(draw: st.DrawFn, *, measures: Iterable[str] = MEASURES) -> BoundPlan:
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
        "gate": st.one_of(st.none(), st.none(), gates),
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
        st.builds(a_bonus, sums, **{**options, "gate": gates}),
        st.builds(a_bonus, amount_from=st.just("sum"), **{**options, "gate": gates}),
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
    )
