"""Binding: the plans, people and quotas of a handbook joined for one period.

Nothing is guessed here. A person whom two plans claim, or whose level changes a rate within the
period, is a fault; so that a clerk decides and not the software. How long people take part is
``accountkit.handbook.participation``, the quotas are ``accountkit.handbook.quotas``, the lines of
reporting ``accountkit.handbook.superiors``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from fractions import Fraction

import attrs

from accountkit.engine.duties import Agenda
from accountkit.errors import AccountkitError, TermsError, UnknownNameError, did_you_mean
from accountkit.handbook.participation import absences, since, spans
from accountkit.handbook.quotas import GivenQuotas
from accountkit.handbook.superiors import superiors
from accountkit.plans._measure_faults import all_measures
from accountkit.plans.bound import BoundPlan, DueOccasion, Payee
from accountkit.plans.crediting import LeaverPolicy
from accountkit.plans.faults import Fault
from accountkit.plans.measures import FulfilmentShare, Measure
from accountkit.plans.plan import Plan
from accountkit.plans.quotas import Quota
from accountkit.roles.absences import Absence
from accountkit.roles.organisation import Appointment, Organisation
from accountkit.values.calendars import Calendar, PeriodKind
from accountkit.values.periods import Period
from accountkit.values.working_weeks import WorkingWeek

__all__ = ["Promises", "bind"]

_FRAMES = (PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.YEAR)


@attrs.frozen(kw_only=True)
class Promises:
    """What a handbook says about pay, whichever files and tables it came from.

    ``parameters`` holds personal values by person and name. ``agenda`` gives what falls due for a
    person within a period; it is asked only where a plan counts the fulfilment of duties.
    """

    calendar: Calendar
    organisation: Organisation
    plans: tuple[Plan, ...]
    measures: Mapping[str, Measure]
    quotas: tuple[Quota, ...]
    parameters: Mapping[str, Mapping[str, Fraction]]
    agenda: Callable[[str, Period], Agenda]
    working_week: WorkingWeek | None = None


def bind(promises: Promises, period: Period) -> BoundPlan:
    """Join everything that is promised for a period.

    Plans that are reckoned in periods of another length are passed over. Whoever has left is bound
    as long as the plan counts deals of the days after.

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
        superiors=superiors(promises.organisation, period),
        faults=tuple(joining.faults),
        elsewhere=frozenset(joining.elsewhere),
        frames=_frames(promises.calendar, period),
        working_week=promises.working_week,
    )


def _measures(promises: Promises, payees: tuple[Payee, ...]) -> dict[str, Measure]:
    """The measures that the payees' plans count, and those that they are made of."""
    plans = {payee.plan.id: payee.plan for payee in payees}
    used = {
        name: plan.id
        for plan in plans.values()
        for name in all_measures(plan.measures_used(), promises.measures)
    }
    for name, plan_id in used.items():
        if name not in promises.measures:
            raise UnknownNameError(
                f"plan {plan_id}",
                f"counts measure {name}, which does not exist",
                did_you_mean(name, promises.measures, "declare it"),
            )
    return {name: promises.measures[name] for name in sorted(used)}


def _frames(calendar: Calendar, period: Period) -> dict[PeriodKind, Period]:
    """The quarter, half and year that a period lies in, as far as the calendar has them."""
    found: dict[PeriodKind, Period] = {}
    for kind in _FRAMES:
        try:
            frame = calendar.period_of(kind, period.start)
        except TermsError:
            continue  # the company listed none for that day
        if period.last_day in frame:
            found[kind] = frame
    return found


class _Joining:
    """The payees of one period being found, with the faults met on the way."""

    def __init__(self, promises: Promises, period: Period) -> None:
        self._promises = promises
        self._period = period
        self._year = _frames(promises.calendar, period).get(PeriodKind.YEAR, period)
        self._quotas = GivenQuotas(promises.calendar, promises.measures, promises.quotas)
        self._before = self._earlier()
        self.faults: list[Fault] = []
        self.elsewhere: set[str] = set()
        self._held: defaultdict[str, list[Appointment]] = defaultdict(list)
        for appointment in promises.organisation.appointments:
            self._held[appointment.person].append(appointment)
        self._away: defaultdict[str, list[Absence]] = defaultdict(list)
        for absence in promises.organisation.absences:
            self._away[absence.person].append(absence)

    def _earlier(self) -> tuple[Period, ...]:
        """The periods of the same length before this one in the year."""
        calendar, period = self._promises.calendar, self._period
        kinds = (kind for kind in PeriodKind if period in calendar.periods(kind, period))
        kind = next(kinds, None)
        if kind is None:
            return ()
        before = calendar.periods(kind, self._year)
        return tuple(item for item in before if self._year.start <= item.start < period.start)

    def payees(self) -> Iterator[Payee]:
        for person in self._promises.organisation.people:
            held = self._held.get(person.id, [])
            plan, seats = self._plan(person.id, held)
            if plan is not None:
                yield from self._payee(person.id, person.name, plan, seats)

    def _plan(self, person: str, held: list[Appointment]) -> tuple[Plan | None, list[Appointment]]:
        """The one plan that a person is paid by, and the appointments under it."""
        now = [item for item in held if _meets(item, self._period)]
        claims = {plan.id: self._under(plan, now) for plan in self._promises.plans}
        plans = [
            plan for plan in self._promises.plans if plan.covers(self._period) and claims[plan.id]
        ]
        due = [plan for plan in plans if self._is_due(plan)]
        if not due:
            claims = {plan.id: self._left(plan, held) for plan in self._promises.plans}
            due = [plan for plan in self._promises.plans if claims[plan.id]]
        if not due:
            if plans:
                self.elsewhere.add(person)
            return None, []
        if len(due) > 1:
            self._refuse(
                person,
                due[-1],
                f"is claimed by the plans {' and '.join(plan.id for plan in due)}",
                "end one of them before the other starts, or give them different roles",
            )
            return None, []
        return due[0], claims[due[0].id]

    def _under(self, plan: Plan, held: list[Appointment]) -> list[Appointment]:
        position = self._promises.organisation.position
        return [item for item in held if position(item.position).role in plan.roles]

    def _left(self, plan: Plan, held: list[Appointment]) -> list[Appointment]:
        """The last appointment of somebody who left, while later deals still count."""
        leavers = plan.crediting.leavers
        if leavers is None or leavers.policy is not LeaverPolicy.EARN_CLOSING_WITHIN:
            return []
        if not (plan.covers(self._period) and self._is_due(plan)):
            return []
        under = [item for item in self._under(plan, held) if item.start < self._period.start]
        last = max(under, key=lambda item: item.start, default=None)
        if last is None or last.until is None:
            return []
        return (
            [last] if last.until + timedelta(days=leavers.days or 0) >= self._period.start else []
        )

    def _payee(
        self, person: str, name: str, plan: Plan, seats: list[Appointment]
    ) -> Iterator[Payee]:
        values = self._parameters(person, plan, seats)
        quotas = self._quotas_of(person, plan)
        occasions = self._occasions(person, plan)
        if values is None or quotas is None or occasions is None:
            return
        (_, now), *earlier = quotas
        held = self._held[person]
        yield Payee(
            person=person,
            name=name,
            plan=plan,
            parameters=values,
            quotas=now,
            earlier_quotas=tuple(reversed(earlier)),
            since=since(held),
            participation=spans(self._under(plan, held)),
            absences=absences(self._away.get(person, ()), self._period),
            occasions=occasions,
        )

    def _parameters(
        self, person: str, plan: Plan, seats: list[Appointment]
    ) -> Mapping[str, Fraction] | None:
        own = self._promises.parameters.get(person, {})
        positions = (self._promises.organisation.position(item.position) for item in seats)
        levels = dict.fromkeys(position.level for position in positions)
        values, *others = (plan.resolve(level, own) for level in levels)
        if all(other == values for other in others):
            return values
        self._refuse(
            person,
            plan,
            f"depends on the level, which changes within the period:"
            f" {', '.join(level or 'none' for level in levels)}",
            "give the person a value of their own for this plan's parameters",
        )
        return None

    def _quotas_of(
        self, person: str, plan: Plan
    ) -> list[tuple[Period, Mapping[str, Fraction]]] | None:
        """The quotas of this period, then of those before it in the year, the latest first."""
        try:
            return [
                (period, self._quotas.of(person, plan, period, self._year))
                for period in (self._period, *reversed(self._before))
            ]
        except TermsError as error:
            self._refuse(
                person, plan, f"{error.subject} {error.problem}", error.remedy or "mend it"
            )
            return None

    def _occasions(self, person: str, plan: Plan) -> tuple[DueOccasion, ...] | None:
        """What fell due of the duties that the plan counts, since the start of the year."""
        names = all_measures(plan.measures_used(), self._promises.measures)
        counted = (self._promises.measures.get(name) for name in names)
        wanted = {
            duty for what in counted if isinstance(what, FulfilmentShare) for duty in what.duties
        }
        if not wanted:
            return ()
        try:
            agenda = self._promises.agenda(person, Period(self._year.start, self._period.end))
        except AccountkitError as error:
            self._refuse(
                person, plan, f"{error.subject} {error.problem}", error.remedy or "mend it"
            )
            return None
        for item in agenda.unjudged:
            if item.duty.id in wanted:
                problem = f"needs {item.problem.subject}, and {item.problem.problem}"
                self._refuse(person, plan, problem, item.problem.remedy or "mend it")
                return None
        return tuple(
            DueOccasion(duty=item.duty, due=item.due, last_day=item.last_day)
            for item in agenda.occasions
            if item.duty in wanted
        )

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
