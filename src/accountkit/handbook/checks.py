"""Checks: what the parts of a handbook must be for each other.

Each rule is a function that yields findings, listed in ``RULES`` with its id. A rule never stops
at the first problem. What one file alone can get wrong was refused when it was read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING, Protocol

from accountkit import catalogue
from accountkit.errors import AccountkitError, Place, Problems, TermsError, did_you_mean
from accountkit.handbook.findings import Finding, Findings, Severity, finding
from accountkit.handbook.mapping import DealsTable
from accountkit.handbook.records import Records
from accountkit.plans.components import Bonus, Override
from accountkit.plans.measures import Measure, SalesSum
from accountkit.plans.plan import Plan
from accountkit.plans.quotas import Quota
from accountkit.roles.organisation import Organisation
from accountkit.values.periods import Period
from accountkit.values.texts import Text

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook

__all__ = ["RULES", "Rule", "check"]


class Rule(Protocol):
    """Looks at a handbook and yields what it finds."""

    def __call__(self, handbook: Handbook, /) -> Iterator[Finding]:
        """Apply the rule."""
        ...


def check(handbook: Handbook) -> Findings:
    """Apply every rule, in reading order of what they found."""
    found = [item for rule in RULES.values() for item in rule(handbook)]
    found.sort(key=lambda item: item.place.key if item.place else ("", 0, 0))
    return Findings(tuple(found))


def _tables(handbook: Handbook) -> Iterator[Finding]:
    """Every mapped table can be read."""
    if handbook.mapping is None:
        return
    if handbook.data_folder is None:
        left_open = TermsError(
            "facts", "do not say where their data folder is", "name it with --data to check them"
        )
        yield finding("tables", Severity.NOTE, left_open, handbook.origin.places.at("facts.yaml"))
        return
    try:
        _ = handbook.records
    except Problems as problems:
        for problem in problems.problems:
            yield _error("tables", problem)
    except AccountkitError as problem:
        named = handbook.origin.data is not None  # on this run, not in the file
        place = None if named else handbook.origin.places.at("facts.yaml", "folder")
        yield _error("tables", problem, place)


def _repeated(handbook: Handbook) -> Iterator[Finding]:
    """Roles, choices, plans, quotas and personal parameters stand once each."""
    places = handbook.origin.places
    named = {
        ("roles/", "id", "role"): [role.id for role in handbook.roles],
        ("roles/", "role", "choices of role"): [choices.role for choices in handbook.choices],
        ("plans/", "id", "plan"): [plan.id for plan in handbook.plans],
    }
    for (folder, key, what), ids in named.items():
        for name in _twice(ids):
            files = places.files_with(folder, key, name)
            where = places.at(files[-1], key) if files else None
            yield _again(f"{what} {name}", files[0] if files else None, where)
    for person in _twice(row.person for row in handbook.parameters):
        last = max(i for i, row in enumerate(handbook.parameters) if row.person == person)
        where = places.at("parameters.yaml", "parameters", last, "person")
        yield _again(f"parameters of {person}", None, where)
    first: dict[tuple[str, str, Period], Place | None] = {}
    for quota, place_of in _placed_quotas(handbook):
        target = (quota.person, quota.measure, quota.period)
        if target in first:
            label = handbook.company.calendar.label(quota.period)
            what = f"quota of {quota.person} for {quota.measure} in {label}"
            yield _again(what, first[target], place_of("person"))
        first.setdefault(target, place_of("person"))


def _twice(names: Iterable[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]


def _again(subject: str, first: str | Place | None, where: Place | None) -> Finding:
    stands = "stands twice" if first is None else f"stands twice, first in {first}"
    return _error("repeated", TermsError(subject, stands, "keep one"), where)


def _roles(handbook: Handbook) -> Iterator[Finding]:
    """Every role is there, and all that it refers to."""
    places = handbook.origin.places
    ready = catalogue.role_ids()
    own = [role.id for role in handbook.roles]
    for choices in handbook.choices:
        if choices.role not in own and choices.role not in ready:
            file = places.file_with("roles/", "role", choices.role)
            yield _error(
                "roles",
                _unknown("choices", "role", choices.role, [*own, *ready]),
                places.at(file, "role"),
            )
    if handbook.company.jurisdiction not in catalogue.jurisdiction_ids():
        yield _error(
            "roles",
            _unknown(
                "company",
                "jurisdiction",
                handbook.company.jurisdiction,
                list(catalogue.jurisdiction_ids()),
            ),
            places.at("company.yaml", "jurisdiction"),
        )
        return
    for role_id in handbook.role_ids:
        if role_id in own or role_id in ready:
            yield from _role(handbook, role_id)


def _role(handbook: Handbook, role_id: str) -> Iterator[Finding]:
    places = handbook.origin.places
    files = {
        "choices": places.file_with("roles/", "role", role_id),
        "role": places.file_with("roles/", "id", role_id),
        "jurisdiction": "company.yaml",
    }
    for fault in handbook.role(role_id).faults():
        part, *path = fault.path
        yield _error("roles", fault, places.at(files[str(part)], *path))


def _organisation(handbook: Handbook) -> Iterator[Finding]:
    """People, positions, appointments and reporting lines agree; each position has a role."""
    organisation = _organisation_of(handbook)
    for fault in organisation.faults():
        yield _error("organisation", fault, _seat_place(handbook, fault.path))
    for index, position in enumerate(organisation.positions):
        if position.role not in handbook.role_ids:
            yield _error(
                "organisation",
                _unknown(f"position {position.id}", "role", position.role, handbook.role_ids),
                _seat_place(handbook, ("positions", index, "role")),
            )


def _records_of(handbook: Handbook) -> Records:
    """What the tables say; nothing while they cannot be read, which rule ``tables`` reports."""
    try:
        return handbook.records
    except (AccountkitError, Problems):
        return Records()


def _organisation_of(handbook: Handbook) -> Organisation:
    """The organisation with the staff tables, or as charted while those cannot be read."""
    try:
        return handbook.organisation
    except (AccountkitError, Problems):
        chart = handbook.chart
        return Organisation(
            people=chart.people, positions=chart.positions, appointments=chart.appointments
        )


def _seat_place(handbook: Handbook, path: tuple[str | int, ...]) -> Place | None:
    """Where a part of the organisation stands: in the chart, else in a row of a staff table."""
    match path:
        case (str(field), int(index), *_) if index >= len(getattr(handbook.chart, field)):
            return handbook.records.staff[index - len(getattr(handbook.chart, field))].place
        case _:
            return handbook.origin.places.at("organisation.yaml", *path)


def _plans(handbook: Handbook) -> Iterator[Finding]:
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
        ):
            yield _error("plans", problem, handbook.origin.places.at(file, *problem.path))


def _plan_roles(plan: Plan, known: tuple[str, ...]) -> Iterator[TermsError]:
    for position, role in enumerate(plan.roles):
        if role not in known:
            yield _unknown(f"plan {plan.id}", "role", role, known, path=("roles", position))


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
                yield _unknown(
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
            yield _unknown(
                f"plan {plan.id}", "parameter", name, sorted(declared | personal), ("components",)
            )


def _staff_parameters(handbook: Handbook) -> Iterator[Mapping[str, str]]:
    for table in handbook.mapping.tables if handbook.mapping else ():
        yield getattr(table, "parameters", {})


def _two_plans(handbook: Handbook) -> Iterator[Finding]:
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


def _quotas(handbook: Handbook) -> Iterator[Finding]:
    """Quotas are of people and measures that exist; each name nobody knows is told once."""
    people = [person.id for person in _organisation_of(handbook).people]
    measures = [measure.id for measure in handbook.measures]
    known = {"person": people, "measure": measures}
    told: set[tuple[str, str]] = set()
    for quota, place_of in _placed_quotas(handbook):
        for key, name in {"person": quota.person, "measure": quota.measure}.items():
            if name not in known[key] and (key, name) not in told:
                told.add((key, name))
                problem = _unknown("quota", key, name, known[key])
                yield finding("quotas", Severity.WARNING, problem, place_of(key))


def _placed_quotas(
    handbook: Handbook,
) -> Iterator[tuple[Quota, Callable[[str], Place | None]]]:
    """Each quota with where its parts stand: in the handbook, else in a row of a table."""
    for position, quota in enumerate(handbook.quotas):
        yield quota, partial(handbook.origin.places.at, "quotas.yaml", "quotas", position)
    for row in _records_of(handbook).quotas:
        yield row.quota, partial(_row, row.place)


def _row(place: Place, key: str) -> Place:
    del key
    return place


def _deals(handbook: Handbook) -> Iterator[Finding]:
    """Deals are made by people who exist, in a currency that plans count in."""
    people = [person.id for person in _organisation_of(handbook).people]
    for seller, place in _records_of(handbook).sellers.items():
        if seller not in people:
            yield finding(
                "deals",
                Severity.WARNING,
                _unknown("deal", "person", seller, people),
                place,
            )
    currencies = {plan.currency for plan in handbook.plans}
    for position, table in enumerate(handbook.mapping.tables if handbook.mapping else ()):
        if isinstance(table, DealsTable) and currencies and table.currency not in currencies:
            other = TermsError(
                f"table {table.file}",
                f"is in {table.currency}, and no plan counts in that",
                f"state the deals in {' or '.join(sorted(currencies))}",
            )
            place_of_it = handbook.origin.places.at("facts.yaml", "tables", position, "currency")
            yield finding("deals", Severity.WARNING, other, place_of_it)


def _levels(handbook: Handbook) -> Iterator[Finding]:
    """Levels that a parameter gives values for are levels that somebody holds."""
    levels = {seat.level for seat in _organisation_of(handbook).positions} - {None}
    known = sorted(str(level) for level in levels)
    for plan in handbook.plans:
        file = handbook.origin.places.file_with("plans/", "id", plan.id)
        for position, parameter in enumerate(plan.parameters):
            for level in parameter.by_level:
                if level not in known:
                    path = ("parameters", position, "by_level", level)
                    yield finding(
                        "levels",
                        Severity.WARNING,
                        _unknown(f"parameter {parameter.id}", "level", level, known),
                        handbook.origin.places.at(file, *path),
                    )


def _languages(handbook: Handbook) -> Iterator[Finding]:
    """Roles, plans and measures have their wording in every language of the company."""
    places = handbook.origin.places
    for role in handbook.roles:
        for fault in role.translation_faults(handbook.company.languages):
            place = places.at(places.file_with("roles/", "id", role.id), *fault.path)
            yield finding("languages", Severity.WARNING, fault, place)
    for file, texts in _wordings(handbook):
        for path, text in texts:
            for language in handbook.company.languages:
                if language not in text.languages:
                    missing = TermsError(
                        f"text {'.'.join(str(step) for step in path)}",
                        f"is missing in {language}, a language of the company",
                        f"add {language}: to it",
                    )
                    yield finding("languages", Severity.WARNING, missing, places.at(file, *path))


def _wordings(
    handbook: Handbook,
) -> Iterator[tuple[str, list[tuple[tuple[str | int, ...], Text]]]]:
    yield (
        "measures.yaml",
        [(("measures", i, "title"), item.title) for i, item in enumerate(handbook.measures)],
    )
    for choices in handbook.choices:
        yield (
            handbook.origin.places.file_with("roles/", "role", choices.role),
            [(("plans", i, "title"), item.title) for i, item in enumerate(choices.plans)],
        )
    for plan in handbook.plans:
        clauses = [(("clauses", i, "text"), item.text) for i, item in enumerate(plan.clauses)]
        file = handbook.origin.places.file_with("plans/", "id", plan.id)
        yield file, [(("title",), plan.title), *clauses]


def _coverage(handbook: Handbook) -> Iterator[Finding]:
    """What somebody answers for is paid for, and what is aimed at belongs to a duty."""
    for role_id in handbook.role_ids:
        if role_id not in (*catalogue.role_ids(), *(role.id for role in handbook.roles)):
            continue
        role = handbook.role(role_id).role
        plans = [plan for plan in handbook.plans if role_id in plan.roles]
        paid = {name for plan in plans for name in plan.measures_used()}
        with_duty = {name for duty in role.duties for name in duty.measures}
        place = handbook.origin.places.at(
            handbook.origin.places.file_with("roles/", "id", role_id)
            or handbook.origin.places.file_with("roles/", "role", role_id)
        )
        for clause in role.responsibilities:
            for name in clause.measures:
                if name not in paid:
                    yield _gap(
                        f"clause {clause.id}",
                        f"answers for {name}, which no plan of role {role_id} pays",
                        "add a component on it, or take it out of the clause",
                        place,
                    )
        for target in role.targets:
            if target.id not in with_duty:
                yield _gap(
                    f"target {target.id}",
                    f"belongs to no duty of role {role_id}",
                    "name it under measures of the duty it comes from",
                    place,
                )


def _gap(subject: str, problem: str, remedy: str, place: Place | None) -> Finding:
    return finding("coverage", Severity.WARNING, TermsError(subject, problem, remedy), place)


def _unknown(
    subject: str,
    kind: str,
    name: str,
    known: Iterable[str],
    path: tuple[str | int, ...] = (),
) -> TermsError:
    names = list(known)
    return TermsError(
        subject,
        f'refers to {kind} "{name}", which does not exist',
        did_you_mean(name, names, f"there is {', '.join(names) or 'none'}"),
        path=path,
    )


def _error(rule: str, problem: AccountkitError, place: Place | None = None) -> Finding:
    return finding(rule, Severity.ERROR, problem, place)


RULES: Mapping[str, Rule] = {
    "tables": _tables,
    "repeated": _repeated,
    "roles": _roles,
    "organisation": _organisation,
    "plans": _plans,
    "two-plans": _two_plans,
    "levels": _levels,
    "quotas": _quotas,
    "deals": _deals,
    "languages": _languages,
    "coverage": _coverage,
}
"""The rules by id, in the order in which they are applied."""
