"""Rules about plans: that what they name is there, and that no two claim the same role."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING

from accountkit.errors import TermsError
from accountkit.handbook.checks._common import error, unknown
from accountkit.handbook.findings import Finding, Severity, finding
from accountkit.plans.components import Bonus, Override
from accountkit.plans.measures import Measure, SalesSum
from accountkit.plans.plan import Plan
from accountkit.values.calendars import Calendar

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook

__all__ = ["plans", "two_plans"]


def plans(handbook: Handbook) -> Iterator[Finding]:
    """A plan's roles, measures and parameters exist and suit each other."""
    measures = {measure.id: measure for measure in handbook.measures}
    personal = {
        *(name for row in handbook.parameters for name in row.values),
        *(name for table in _staff_parameters(handbook) for name in table),
    }
    for plan in handbook.plans:
        file = handbook.origin.places.file_with("plans/", "id", plan.id)
        for problem in (
            *_plan_roles(plan, handbook.role_ids),
            *_plan_measures(plan, measures),
            *_plan_parameters(plan, personal),
            *_plan_days(plan, handbook.company.calendar),
        ):
            yield error("plans", problem, handbook.origin.places.at(file, *problem.path))


def _plan_roles(plan: Plan, known: tuple[str, ...]) -> Iterator[TermsError]:
    for position, role in enumerate(plan.roles):
        if role not in known:
            yield unknown(f"plan {plan.id}", "role", role, known, path=("roles", position))


def _plan_measures(plan: Plan, known: Mapping[str, Measure]) -> Iterator[TermsError]:
    for position, component in enumerate(plan.components):
        path: tuple[str | int, ...] = ("components", position)
        named: list[tuple[str, tuple[str, ...]]] = []
        if not isinstance(component, Bonus):
            named.append((component.measure, ("measure",)))
        if component.gate is not None:
            named.append((component.gate.attainment_of, ("gate", "attainment_of")))
        for name, below in named:
            if name not in known:
                yield unknown(
                    f"component {component.id}", "measure", name, known, path=(*path, *below)
                )
        if isinstance(component, Override) and not isinstance(
            known.get(component.measure), SalesSum | None
        ):
            yield TermsError(
                f"component {component.id}",
                f"is an override on {component.measure}, which counts clients",
                "use a measure of kind sales_sum",
                path=(*path, "measure"),
            )
    for name in plan.measures_used():
        least = getattr(known.get(name), "least_amount", None)
        if least is not None and least.currency != plan.currency:
            yield TermsError(
                f"plan {plan.id}",
                f"counts in {plan.currency}, and measure {name} asks for {least}",
                f"state the measure's least_amount in {plan.currency}",
                path=("currency",),
            )


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
