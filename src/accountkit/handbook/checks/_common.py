"""Common to the rules: what is known of a handbook, and how a finding is worded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from accountkit.errors import AccountkitError, Place, Problems, TermsError, did_you_mean
from accountkit.handbook.catalogue import CATALOGUE
from accountkit.handbook.findings import Finding, Severity, finding
from accountkit.handbook.records import Records
from accountkit.handbook.staff import staffed
from accountkit.plans.quotas import Quota
from accountkit.roles.organisation import Organisation
from accountkit.roles.role import Role

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook

__all__ = [
    "error",
    "note",
    "organisation_of",
    "place_in",
    "place_in_organisation",
    "placed_quotas",
    "records_of",
    "resolved_roles",
    "sound_organisation",
    "unknown",
    "warning",
]


def records_of(handbook: Handbook) -> Records:
    """What the tables say; nothing while they cannot be read, which rule ``tables`` reports."""
    try:
        return handbook.records
    except (AccountkitError, Problems):
        return Records()


def organisation_of(handbook: Handbook) -> Organisation:
    """The organisation with the staff tables, or as charted while those cannot be read."""
    try:
        return handbook.organisation
    except (AccountkitError, Problems):
        return staffed(handbook.chart, Records())


def sound_organisation(handbook: Handbook) -> Organisation | None:
    """The organisation; ``None`` while it has faults, which rule ``organisation`` reports."""
    found = organisation_of(handbook)
    return None if found.faults() else found


def resolved_roles(handbook: Handbook) -> Iterator[Role]:
    """Each role of the handbook; rule ``roles`` reports those whose layers do not fit."""
    for role_id in handbook.role_ids:
        if role_id in handbook.role_set.by_id:
            with suppress(Problems):
                yield handbook.role_set.resolved(role_id).role


def placed_quotas(
    handbook: Handbook,
) -> Iterator[tuple[Quota, Callable[[str], Place | None]]]:
    """Each quota with where its parts stand: in the handbook, else in a row of a table."""
    for position, quota in enumerate(handbook.quotas):
        yield quota, partial(handbook.origin.places.at, "quotas.yaml", "quotas", position)
    for row in records_of(handbook).quotas:
        yield row.quota, partial(_row, row.place)


def _row(place: Place, key: str) -> Place:
    del key
    return place


def unknown(
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


def error(rule: str, problem: AccountkitError, place: Place | None = None) -> Finding:
    return finding(rule, Severity.ERROR, problem, place)


def place_in(handbook: Handbook, role: Role, path: tuple[str | int, ...] = ()) -> Place | None:
    """Where a part of a role is written, for whoever is to change it.

    What stands in the catalogue is told where the company adopts the role: only there can it be
    changed, by an override.
    """
    own = handbook.role_set.file(role.id)
    if not path:
        return own
    place = handbook.role_set.place(role.id, ("role", *path))
    return own if place is None or place.file.startswith(CATALOGUE) else place


def place_in_organisation(handbook: Handbook, path: tuple[str | int, ...]) -> Place | None:
    """Where a part of the organisation stands: in the chart, else in a row of a staff table."""
    match path:
        case (str(field), int(index), *_) if index >= len(getattr(handbook.chart, field)):
            return handbook.records.staff[index - len(getattr(handbook.chart, field))].place
        case _:
            return handbook.origin.places.at("organisation.yaml", *path)


def warning(rule: str, problem: AccountkitError, place: Place | None = None) -> Finding:
    return finding(rule, Severity.WARNING, problem, place)


def note(rule: str, problem: AccountkitError, place: Place | None = None) -> Finding:
    return finding(rule, Severity.NOTE, problem, place)
