"""Rules about plans: that what they name is there, and that no two claim the same role."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING

from accountkit.errors import Place, TermsError
from accountkit.handbook.checks._common import error, resolved_roles, unknown
from accountkit.handbook.findings import Finding, Severity, finding
from accountkit.plans._measure_faults import all_measures, measure_faults
from accountkit.plans.measures import FulfilmentShare, Measure
from accountkit.plans.plan import Plan
from accountkit.plans.quotas import DayCount
from accountkit.values.calendars import Calendar, ListedCalendar, PeriodKind

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook
    from accountkit.roles.role import Role

__all__ = ["plans", "two_plans"]


def plans(handbook: Handbook) -> Iterator[Finding]:
    """A plan's roles, measures, duties and parameters exist and suit each other."""
    measures = {measure.id: measure for measure in handbook.measures}
    personal = {
        *(name for row in handbook.parameters for name in row.values),
        *(name for table in _staff_parameters(handbook) for name in table),
    }
    roles = {role.id: role for role in resolved_roles(handbook)}
    told: set[str] = set()
    for plan in handbook.plans:
        covered = [roles[name] for name in plan.roles if name in roles]
        for problem in (
            *_plan_roles(plan, handbook.role_ids),
            *measure_faults(plan, measures),
            *_plan_duties(plan, measures, covered),
            *_plan_liabilities(plan, covered),
            *_plan_parameters(plan, personal),
            *_plan_days(plan, handbook.company.calendar),
            *_plan_frames(plan, measures),
            *_plan_quotas(plan, measures, handbook),
        ):
            if problem.message not in told:
                told.add(problem.message)
                yield error("plans", problem, _place(handbook, plan, problem))


def _place(handbook: Handbook, plan: Plan, problem: TermsError) -> Place | None:
    """Where it stands: in the plan, or in the measure that the path names."""
    match problem.path:
        case ("measures", str(name), *below):
            names = [measure.id for measure in handbook.measures]
            path = ("measures", names.index(name), *below)
            return handbook.origin.places.at("measures.yaml", *path)
        case path:
            file = handbook.origin.places.file_with("plans/", "id", plan.id)
            return handbook.origin.places.at(file, *path)


def _plan_roles(plan: Plan, known: tuple[str, ...]) -> Iterator[TermsError]:
    for position, role in enumerate(plan.roles):
        if role not in known:
            yield unknown(f"plan {plan.id}", "role", role, known, path=("roles", position))


def _plan_duties(
    plan: Plan, measures: Mapping[str, Measure], covered: list[Role]
) -> Iterator[TermsError]:
    """The duties whose fulfilment counts are duties of a role that the plan covers."""
    known = {duty.id: None for role in covered for duty in role.duties}
    for name in all_measures(plan.measures_used(), measures):
        what = measures.get(name)
        if not covered or not isinstance(what, FulfilmentShare):
            continue
        for position, duty in enumerate(what.duties):
            if duty not in known:
                path = ("measures", name, "duties", position)
                yield unknown(f"measure {name}", "duty", duty, known, path)


def _plan_liabilities(plan: Plan, covered: list[Role]) -> Iterator[TermsError]:
    """What misses bear on is a responsibility of a role that the plan covers."""
    known = {clause.id: None for role in covered for clause in role.responsibilities}
    for position, rule in enumerate(plan.standing):
        if covered and rule.liability is not None and rule.liability not in known:
            path = ("standing", position, "liability")
            yield unknown(f"standing {rule.id}", "responsibility", rule.liability, known, path)


def _plan_parameters(plan: Plan, personal: set[str]) -> Iterator[TermsError]:
    declared = {parameter.id for parameter in plan.parameters}
    for name in plan.parameters_used():
        if name not in declared | personal:
            yield unknown(
                f"plan {plan.id}", "parameter", name, sorted(declared | personal), ("components",)
            )


def _plan_days(plan: Plan, calendar: Calendar) -> Iterator[TermsError]:
    """A plan begins and ends with a period: no term says what a part of one would earn."""
    days = {"start": plan.start, "until": plan.until}
    for key, day in days.items():
        if day is None:
            continue
        try:
            period = calendar.period_of(plan.period, day)
        except TermsError as error:
            yield TermsError(error.subject, error.problem, error.remedy, path=(key,))
            continue
        edge = period.start if key == "start" else period.last_day
        if day != edge:
            yield TermsError(
                f"plan {plan.id}",
                f"has the {'first' if key == 'start' else 'last'} day {day}, in the middle of"
                f" {calendar.label(period)}",
                f"move it to {edge}, or to the edge of another {plan.period.value}",
                path=(key,),
            )


def _plan_frames(plan: Plan, measures: Mapping[str, Measure]) -> Iterator[TermsError]:
    """What counts to date does so within something that the plan's periods are parts of."""
    for name in all_measures(plan.measures_used(), measures):
        kind = getattr(measures.get(name), "to_date", None)
        if isinstance(kind, PeriodKind) and not _holds(kind, plan):
            yield _too_short(f"measure {name}", plan, kind, ("measures", name, "to_date"))
    for position, cap in enumerate(plan.caps):
        if cap.within is not None and not _holds(cap.within, plan):
            yield _too_short(f"cap {cap.id}", plan, cap.within, ("caps", position, "within"))
    for position, part in enumerate(plan.components):
        accumulate = getattr(part, "accumulate", None)
        value = accumulate.value.removesuffix("_to_date") if accumulate is not None else ""
        if value in _FRAMES and not _holds(PeriodKind(value), plan):
            path = ("components", position, "accumulate")
            yield _too_short(f"component {part.id}", plan, PeriodKind(value), path)


_FRAMES = frozenset({PeriodKind.QUARTER.value, PeriodKind.HALF.value, PeriodKind.YEAR.value})


def _holds(kind: PeriodKind, plan: Plan) -> bool:
    return kind is not PeriodKind.MONTH and kind.months >= plan.period.months


def _too_short(
    subject: str, plan: Plan, kind: PeriodKind, path: tuple[str | int, ...]
) -> TermsError:
    return TermsError(
        subject,
        f"counts within the {kind.value}, and plan {plan.id} is reckoned by the"
        f" {plan.period.value}",
        "use quarter, half or year, and none shorter than the plan's periods",
        path=path,
    )


def _plan_quotas(
    plan: Plan, measures: Mapping[str, Measure], handbook: Handbook
) -> Iterator[TermsError]:
    """Rules are of measures that exist, and of the periods and days that the company has."""
    listed = isinstance(handbook.company.calendar, ListedCalendar)
    for position, rule in enumerate(plan.quota_rules):
        if rule.measure not in measures:
            path = ("quota_rules", position, "measure")
            yield unknown(f"plan {plan.id}", "measure", rule.measure, measures, path)
        count = len(rule.year_weights)
        if count and not listed and count != plan.period.count:
            yield TermsError(
                f"quota of {rule.measure}",
                f"has {count} year_weights, and a year has {plan.period.count} periods of plan"
                f" {plan.id}",
                f"give one for each {plan.period.value}",
                path=("quota_rules", position, "year_weights"),
            )
        if rule.proration is DayCount.WORKING_DAYS and handbook.company.working_week is None:
            yield TermsError(
                f"quota of {rule.measure}",
                "counts working days, and the company does not say which days those are",
                "add working_week: to company.yaml, or count days in another way",
                path=("quota_rules", position, "proration"),
            )


def _staff_parameters(handbook: Handbook) -> Iterator[Mapping[str, str]]:
    for table in handbook.mapping.tables if handbook.mapping else ():
        yield getattr(table, "parameters", {})


def two_plans(handbook: Handbook) -> Iterator[Finding]:
    """No role is under two plans on the same day."""
    for one, other in combinations(handbook.plans, 2):
        shared = sorted(set(one.roles) & set(other.roles))
        if shared and one.period is other.period and _same_day(one, other):
            file = handbook.origin.places.file_with("plans/", "id", other.id)
            both = TermsError(
                f"plan {other.id}",
                f"covers role {shared[0]} on days that plan {one.id} covers too, so that whoever"
                " holds it cannot be paid",
                "end one of them before the other starts, or give them different roles",
            )
            yield finding(
                "two-plans", Severity.WARNING, both, handbook.origin.places.at(file, "roles")
            )


def _same_day(one: Plan, other: Plan) -> bool:
    first, second = sorted((one, other), key=lambda plan: plan.start)
    return first.until is None or first.until >= second.start
