"""Records: all that the mapped tables of a handbook hold, read together.

A data folder is named by the handbook or by the caller; the tables in it are read once and every
problem in any of them is reported.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import attrs

from accountkit.errors import AccountkitError, Place, Problems
from accountkit.facts.clients import Client
from accountkit.facts.deals import Deal, Facts
from accountkit.handbook.mapping import (
    ClientsTable,
    DealsTable,
    FactsMapping,
    QuotasTable,
    StaffTable,
    Table,
)
from accountkit.handbook.places import Places
from accountkit.handbook.tables import (
    Source,
    StaffMember,
    read_clients,
    read_deals,
    read_quotas,
    read_staff,
)
from accountkit.plans.quotas import Quota
from accountkit.values.calendars import Calendar

__all__ = ["Records", "read_records"]

_FILE = "facts.yaml"


@attrs.frozen(kw_only=True)
class Records:
    """What the tables say; ``clients`` by id."""

    facts: Facts = attrs.field(factory=Facts)
    quotas: tuple[Quota, ...] = ()
    staff: tuple[StaffMember, ...] = ()
    outside: frozenset[str] = frozenset()
    clients: Mapping[str, Client] = attrs.field(factory=dict)


def read_records(
    mapping: FactsMapping, folder: Path, calendar: Calendar, places: Places
) -> Records:
    """Read every table of a mapping.

    Raises:
        Problems: everything that is wrong with the tables, each with its place.
    """
    problems: list[AccountkitError] = []
    clients: dict[str, Client] = {}
    deals: list[Deal] = []
    quotas: list[Quota] = []
    staff: list[StaffMember] = []
    lists_clients = any(isinstance(table, ClientsTable) for table in mapping.tables)
    for position, table in _clients_first(mapping):
        source = _source(table, position, folder, places)
        match table:
            case ClientsTable():
                found, wrong = read_clients(table, source)
                clients.update(found)
            case DealsTable():
                sold, wrong = read_deals(table, source, clients if lists_clients else None)
                deals += sold
            case QuotasTable():
                wanted, wrong = read_quotas(table, source, calendar)
                quotas += wanted
            case StaffTable():
                people, wrong = read_staff(table, source)
                staff += people
        problems += wrong
    if problems:
        raise Problems(f"data {folder}", problems)
    return Records(
        facts=Facts(deals),
        quotas=tuple(quotas),
        staff=tuple(staff),
        outside=frozenset(
            name
            for table in mapping.tables
            if isinstance(table, StaffTable)
            for name in table.outside
        ),
        clients=clients,
    )


def _clients_first(mapping: FactsMapping) -> list[tuple[int, Table]]:
    """Deals are checked against the clients, so those are read before."""
    return sorted(enumerate(mapping.tables), key=lambda item: not isinstance(item[1], ClientsTable))


def _source(table: Table, position: int, folder: Path, places: Places) -> Source:
    def place_of(*path: str | int) -> Place:
        return places.at(_FILE, "tables", position, *path) or Place(_FILE)

    return Source(file=folder / table.file, name=str(folder / table.file), place_of=place_of)
