"""Rules about the mapped tables: that they can be read, and whom and what their rows name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from accountkit.errors import AccountkitError, Problems, TermsError
from accountkit.handbook.checks._common import (
    error,
    organisation_of,
    placed_quotas,
    records_of,
    unknown,
)
from accountkit.handbook.findings import Finding, Severity, finding
from accountkit.handbook.mapping import DealsTable

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook

__all__ = ["deals", "people_named", "quotas", "tables"]


def tables(handbook: Handbook) -> Iterator[Finding]:
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
            yield error("tables", problem)
    except AccountkitError as problem:
        named = handbook.origin.data is not None  # on this run, not in the file
        place = None if named else handbook.origin.places.at("facts.yaml", "folder")
        yield error("tables", problem, place)


def quotas(handbook: Handbook) -> Iterator[Finding]:
    """Quotas are of people and measures that exist; each name nobody knows is told once."""
    people = [person.id for person in organisation_of(handbook).people]
    measures = [measure.id for measure in handbook.measures]
    known = {"person": people, "measure": measures}
    told: set[tuple[str, str]] = set()
    for quota, place_of in placed_quotas(handbook):
        for key, name in {"person": quota.person, "measure": quota.measure}.items():
            if name not in known[key] and (key, name) not in told:
                told.add((key, name))
                problem = unknown("quota", key, name, known[key])
                yield finding("quotas", Severity.WARNING, problem, place_of(key))


def deals(handbook: Handbook) -> Iterator[Finding]:
    """Deals are made by people who exist, in a currency that plans count in or convert."""
    yield from _unknown_people(handbook, "deals", {"deal"})
    currencies = {plan.currency for plan in handbook.plans}
    if any(plan.conversion is not None for plan in handbook.plans):
        return
    for position, table in enumerate(handbook.mapping.tables if handbook.mapping else ()):
        if isinstance(table, DealsTable) and currencies and table.currency not in currencies:
            other = TermsError(
                f"table {table.file}",
                f"is in {table.currency}, and no plan counts in that",
                f"state the deals in {' or '.join(sorted(currencies))}",
            )
            place_of_it = handbook.origin.places.at("facts.yaml", "tables", position, "currency")
            yield finding("deals", Severity.WARNING, other, place_of_it)


def people_named(handbook: Handbook) -> Iterator[Finding]:
    """Shares, assignments, contacts and adjustments are of people who exist."""
    yield from _unknown_people(handbook, "people", {"share", "assignment", "contact", "adjustment"})


def _unknown_people(handbook: Handbook, rule: str, nouns: set[str]) -> Iterator[Finding]:
    """Each name that nobody has, told once for each kind of row."""
    people = [person.id for person in organisation_of(handbook).people]
    known = set(people)
    for (noun, person), place in records_of(handbook).people.items():
        if noun in nouns and person not in known:
            yield finding(rule, Severity.WARNING, unknown(noun, "person", person, people), place)
