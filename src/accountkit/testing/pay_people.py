"""Specimens of bound plans: the plans of people in a period or in a row of periods.

Unless told otherwise, everything is in PHP and in the first quarter of 2026, and the company's
year is the calendar year. Bound plans that are drawn by chance are in
``accountkit.testing.drawn_plans``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from accountkit.plans.bound import AwayDays, BoundPlan, DueOccasion, Payee
from accountkit.plans.measures import (
    ActiveClients,
    Collections,
    Contacts,
    DealCount,
    DistinctClients,
    Event,
    FulfilmentShare,
    MarginSum,
    Measure,
    NewClients,
    OverdueReceivables,
    Quotient,
    SalesSum,
    UnitSum,
    WeightedSum,
    Weighting,
    Whose,
    measures_within,
)
from accountkit.plans.plan import Plan
from accountkit.values.calendars import FiscalCalendar, PeriodKind
from accountkit.values.money import Money
from accountkit.values.periods import Period
from accountkit.values.ratios import parse_ratio
from accountkit.values.texts import Text
from accountkit.values.timelines import Span, Timeline

__all__ = [
    "EVERY_MEASURE",
    "MEASURES",
    "QUARTER",
    "a_bound_plan",
    "a_chain",
    "frames_of",
    "reporting",
]

QUARTER = Period.quarter(2026, 1)
"""The period that specimens are reckoned in."""

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
"""The measures of every specimen; any client's first sale after three quiet months is new."""

EVERY_MEASURE: Mapping[str, Measure] = {
    **MEASURES,
    "invoiced": SalesSum(
        id="invoiced", title=Text.of(en="invoiced sales"), counted_at=Event.INVOICE
    ),
    "cash": SalesSum(id="cash", title=Text.of(en="sales paid for"), counted_at=Event.CASH),
    "sales_of_quarter": SalesSum(
        id="sales_of_quarter", title=Text.of(en="sales to date"), to_date=PeriodKind.QUARTER
    ),
    "sales_of_year": SalesSum(
        id="sales_of_year", title=Text.of(en="sales to date"), to_date=PeriodKind.YEAR
    ),
    "rolling_sales": SalesSum(
        id="rolling_sales", title=Text.of(en="sales of six months"), rolling_months=6
    ),
    "team_sales": SalesSum(
        id="team_sales", title=Text.of(en="sales of the team"), whose=Whose.TEAM
    ),
    "all_sales": SalesSum(
        id="all_sales", title=Text.of(en="own sales and the team's"), whose=Whose.OWN_AND_TEAM
    ),
    "margin": MarginSum(id="margin", title=Text.of(en="margin")),
    "units": UnitSum(id="units", title=Text.of(en="units")),
    "deals": DealCount(id="deals", title=Text.of(en="deals")),
    "clients": DistinctClients(id="clients", title=Text.of(en="clients")),
    "collected": Collections(id="collected", title=Text.of(en="collections")),
    "overdue": OverdueReceivables(id="overdue", title=Text.of(en="overdue"), grace_days=10),
    "visits": Contacts(id="visits", title=Text.of(en="visits"), kinds=("visit",)),
    "reports": FulfilmentShare(
        id="reports",
        title=Text.of(en="reports in time"),
        duties=("report",),
        when_none_due=Fraction(1),
    ),
    "points": WeightedSum(
        id="points",
        title=Text.of(en="points"),
        of=(
            Weighting(measure="new", weight=Fraction(5)),
            Weighting(measure="visits", weight=Fraction(1, 2)),
        ),
    ),
    "margin_ratio": Quotient(
        id="margin_ratio",
        title=Text.of(en="margin by sales"),
        dividend="margin",
        divisor="sales",
        when_zero=Fraction(0),
    ),
}
"""A measure of every kind, by id; a specimen has those that its plans use."""

_FRAMES = (PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.YEAR)


def a_bound_plan(
    people: Mapping[str, Plan],
    *,
    quotas: Mapping[str, str | Mapping[str, str]] | None = None,
    parameters: Mapping[str, Mapping[str, str]] | None = None,
    superiors: Mapping[str, Timeline[str] | str] | None = None,
    earlier: Mapping[str, Mapping[str, str | Mapping[str, str]]] | None = None,
    since: Mapping[str, str] | None = None,
    took_part: Mapping[str, str | Iterable[str]] | None = None,
    away: Mapping[str, Iterable[str]] | None = None,
    due: Mapping[str, Iterable[str]] | None = None,
    period: str | Period = QUARTER,
    **options: Any,
) -> BoundPlan:
    """The plans of people in a period.

    Args:
        people: the plan of each person.
        quotas: of sales, or of each measure, by person.
        parameters: by person and name, such as ``1.5%``.
        superiors: whom people report to, always or over time.
        earlier: the quotas of earlier periods of the year, by person and period.
        since: each person's first day of tenure.
        took_part: the days on which people held a position, such as ``2026-02-10..2026-03-31``;
            left out: always.
        away: by person, rows such as ``leave 2026-02-01..2026-02-20``.
        due: by person, rows such as ``report 2026-01-10 2026-01-15``: duty, day due, last day.
        period: the period or its label.
        options: other fields of the bound plan.
    """
    whole = Period.parse(period) if isinstance(period, str) else period
    firsts, own = since or {}, parameters or {}
    fields: dict[str, Any] = {
        "period": whole,
        "label": str(whole),
        "payees": tuple(
            Payee(
                person=person,
                name=person.title(),
                plan=plan,
                parameters=_numbers(own.get(person, {})),
                quotas=_quotas_of((quotas or {}).get(person, {})),
                earlier_quotas=_earlier((earlier or {}).get(person, {})),
                since=date.fromisoformat(firsts[person]) if person in firsts else None,
                participation=tuple(_periods((took_part or {}).get(person, ()))),
                absences=tuple(_away((away or {}).get(person, ()))),
                occasions=tuple(_due((due or {}).get(person, ()))),
            )
            for person, plan in people.items()
        ),
        "measures": _measures_of(people.values()),
        "superiors": {
            person: Timeline.always(who) if isinstance(who, str) else who
            for person, who in (superiors or {}).items()
        },
        "frames": frames_of(whole),
    }
    return BoundPlan(**{**fields, **options})


def a_chain(
    people: Mapping[str, Plan],
    *periods: str,
    quotas: Mapping[str, str | Mapping[str, str]] | None = None,
    **options: Any,
) -> tuple[BoundPlan, ...]:
    """The same plans in several periods, one after the other.

    ``quotas`` are those of each period; the earlier ones of a year are known to the later ones.
    Options are as for ``a_bound_plan``.
    """
    chain: list[BoundPlan] = []
    for position, label in enumerate(periods):
        year = Period.parse(label).start.year
        before = [one for one in periods[:position] if Period.parse(one).start.year == year]
        earlier = {who: dict.fromkeys(before, wanted) for who, wanted in (quotas or {}).items()}
        chain.append(a_bound_plan(people, period=label, quotas=quotas, earlier=earlier, **options))
    return tuple(chain)


def frames_of(period: Period) -> dict[PeriodKind, Period]:
    """The quarter, half and year of the calendar that a period lies in."""
    calendar = FiscalCalendar()
    found = {kind: calendar.period_of(kind, period.start) for kind in _FRAMES}
    return {kind: frame for kind, frame in found.items() if frame.contains_period(period)}


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


def _measures_of(plans: Iterable[Plan]) -> dict[str, Measure]:
    """The usual measures and those that the plans use besides, with those they are made of."""
    wanted = [name for plan in plans for name in plan.measures_used()]
    found = dict(MEASURES)
    for name in wanted:
        if name not in EVERY_MEASURE:
            continue
        found.setdefault(name, EVERY_MEASURE[name])
        wanted += measures_within(EVERY_MEASURE[name])
    return found


def _quotas_of(wanted: str | Mapping[str, str]) -> Mapping[str, Fraction]:
    return _numbers({"sales": wanted} if isinstance(wanted, str) else wanted)


def _earlier(
    wanted: Mapping[str, str | Mapping[str, str]],
) -> tuple[tuple[Period, Mapping[str, Fraction]], ...]:
    return tuple((Period.parse(label), _quotas_of(some)) for label, some in wanted.items())


def _numbers(texts: Mapping[str, str]) -> dict[str, Fraction]:
    return {name: parse_ratio(text) for name, text in texts.items()}


def _periods(texts: str | Iterable[str]) -> Iterator[Period]:
    for text in (texts,) if isinstance(texts, str) else texts:
        yield Period.parse(text)


def _away(rows: Iterable[str]) -> Iterator[AwayDays]:
    for row in rows:
        kind, days = row.split()
        yield AwayDays(kind=kind, days=Period.parse(days))


def _due(rows: Iterable[str]) -> Iterator[DueOccasion]:
    for row in rows:
        duty, day, last = row.split()
        yield DueOccasion(duty=duty, due=date.fromisoformat(day), last_day=date.fromisoformat(last))
