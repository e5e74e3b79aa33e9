"""Binding: the plans, people and quotas of a handbook joined for one period.

Nothing is guessed here. A person whom two plans claim, or whose level changes a rate within the
period, is a fault; so that a clerk decides and not the software.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import attrs

from accountkit.errors import UnknownNameError, did_you_mean
from accountkit.plans.bound import BoundPlan, Payee
from accountkit.plans.faults import Fault
from accountkit.plans.measures import Measure
from accountkit.plans.plan import Plan
from accountkit.plans.quotas import Quota
from accountkit.roles.organisation import Appointment, Organisation, ReportingLine
from accountkit.values.calendars import Calendar
from accountkit.values.periods import Period
from accountkit.values.timelines import Span, Timeline

__all__ = ["Promises", "bind"]

_DAY = timedelta(days=1)


@attrs.frozen(kw_only=True)
class Promises:
    """What a handbook says about pay, whichever files and tables it came from.

    ``parameters`` holds personal values by person and name.
    """

    calendar: Calendar
    organisation: Organisation
    plans: tuple[Plan, ...]
    measures: Mapping[str, Measure]
    quotas: tuple[Quota, ...]
    parameters: Mapping[str, Mapping[str, Fraction]]


def bind(promises: Promises, period: Period) -> BoundPlan:
    """Join everything that is promised for a period.

    Plans that are reckoned in periods of another length are passed over.

    Raises:
        UnknownNameError: a plan counts a measure that nobody declared.
    """
    joining = _Joining(promises, period)
    payees = tuple(joining.payees())
    return BoundPlan(
        period=period,
        label=promises.calendar.label(period),
        payees=payees,
        measures=_measures(promises, payees),
        superiors=_superiors(promises.organisation, period),
        faults=tuple(joining.faults),
        elsewhere=frozenset(joining.elsewhere),
    )


def _measures(promises: Promises, payees: tuple[Payee, ...]) -> dict[str, Measure]:
    """The measures that the payees' plans count."""
    used = {name: payee.plan.id for payee in payees for name in payee.plan.measures_used()}
    for name, plan in used.items():
        if name not in promises.measures:
            raise UnknownNameError(
                f"plan {plan}",
                f"counts measure {name}, which does not exist",
                did_you_mean(name, promises.measures, "declare it"),
            )
    return {name: promises.measures[name] for name in sorted(used)}


class _Joining:
    """The payees of one period being found, with the faults met on the way."""

    def __init__(self, promises: Promises, period: Period) -> None:
        self._promises = promises
        self._period = period
        self.faults: list[Fault] = []
        self.elsewhere: set[str] = set()
        self._quotas: defaultdict[str, dict[str, Fraction]] = defaultdict(dict)
        for quota in promises.quotas:
            if quota.period == period:
                self._quotas[quota.person][quota.measure] = Fraction(quota.target)

    def payees(self) -> Iterator[Payee]:
        held: defaultdict[str, list[Appointment]] = defaultdict(list)
        for appointment in self._promises.organisation.appointments:
            if _meets(appointment, self._period):
                held[appointment.person].append(appointment)
        for person in self._promises.organisation.people:
            if person.id in held:
                yield from self._payee(person.id, person.name, held[person.id])

    def _payee(self, person: str, name: str, held: list[Appointment]) -> Iterator[Payee]:
        seats = [self._promises.organisation.position(item.position) for item in held]
        roles = {seat.role for seat in seats}
        plans = [plan for plan in self._promises.plans if self._applies(plan, roles)]
        due = [plan for plan in plans if self._is_due(plan)]
        if plans and not due:
            self.elsewhere.add(person)
        if not due:
            return
        if len(due) > 1:
            self._refuse(
                person,
                due[-1],
                f"is claimed by the plans {' and '.join(plan.id for plan in due)}",
                "end one of them before the other starts, or give them different roles",
            )
            return
        (plan,) = due
        own = self._promises.parameters.get(person, {})
        levels = dict.fromkeys(seat.level for seat in seats if seat.role in plan.roles)
        resolved = {level: plan.resolve(level, own) for level in levels}
        values, *others = resolved.values()
        if any(other != values for other in others):
            self._refuse(
                person,
                plan,
                f"depends on the level, which changes within the period:"
                f" {', '.join(level or 'none' for level in levels)}",
                "give the person a value of their own for this plan's parameters",
            )
            return
        yield Payee(
            person=person,
            name=name,
            plan=plan,
            parameters=values,
            quotas=dict(self._quotas.get(person, {})),
        )

    def _applies(self, plan: Plan, roles: set[str]) -> bool:
        return plan.covers(self._period) and not roles.isdisjoint(plan.roles)

    def _is_due(self, plan: Plan) -> bool:
        return self._promises.calendar.period_of(plan.period, self._period.start) == self._period

    def _refuse(self, person: str, plan: Plan, problem: str, remedy: str) -> None:
        label = self._promises.calendar.label(self._period)
        self.faults.append(
            Fault(
                person=person,
                period=self._period,
                subject=f"pay of {person} for {label}",
                problem=problem,
                remedy=remedy,
                plan=plan.id,
            )
        )


def _meets(appointment: Appointment, period: Period) -> bool:
    ended = appointment.until is not None and appointment.until < period.start
    return appointment.start < period.end and not ended


def _superiors(organisation: Organisation, period: Period) -> dict[str, Timeline[str]]:
    """Who each person reports to on each day of the period."""
    pieces = _pieces(organisation, period)
    found: dict[str, Timeline[str]] = {}
    for person in organisation.people:
        spans = (
            (organisation.superior_of(person.id, piece.start), piece.start, piece.end)
            for piece in pieces
        )
        known = tuple(Span(who, start, end) for who, start, end in spans if who is not None)
        if known:
            found[person.id] = Timeline(known)
    return found


def _pieces(organisation: Organisation, period: Period) -> tuple[Period, ...]:
    """The stretches of the period within which nobody comes, goes or changes superior."""
    edges = sorted({period.start, period.end, *_changes(organisation, period)})
    return tuple(Period(start, end) for start, end in pairwise(edges))


def _changes(organisation: Organisation, period: Period) -> Iterable[date]:
    lines = [line for seat in organisation.positions for line in seat.reporting_lines]
    held: list[Appointment | ReportingLine] = [*organisation.appointments, *lines]
    for dated in held:
        if dated.start is not None and dated.start in period:
            yield dated.start
        if dated.until is not None and dated.until + _DAY in period:
            yield dated.until + _DAY
