"""Records: all that the mapped tables of a handbook hold, read together.

A data folder is named by the handbook or by the caller; the tables in it are read once and every
problem in any of them is reported.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import attrs

from accountkit.errors import AccountkitError, Place, Problems, UsageError
from accountkit.facts.clients import Client
from accountkit.facts.deals import Deal, Facts
from accountkit.handbook.mapping import (
    ClientsTable,
    DealsTable,
    FactsMapping,
    FulfilmentsTable,
    QuotasTable,
    StaffTable,
    Table,
)
from accountkit.handbook.places import Places
from accountkit.handbook.reading import Register, Source
from accountkit.handbook.tables import (
    PlacedFulfilment,
    PlacedQuota,
    StaffMember,
    read_clients,
    read_deals,
    read_fulfilments,
    read_quotas,
    read_staff,
)
from accountkit.values.calendars import Calendar

__all__ = ["Records", "found_folder", "read_records"]

_FILE = "facts.yaml"


@attrs.frozen(kw_only=True)
class Records:
    """What the tables say: ``clients`` by id, ``sellers`` with the row that names them first."""

    facts: Facts = attrs.field(factory=Facts)
    quotas: tuple[PlacedQuota, ...] = ()
    fulfilments: tuple[PlacedFulfilment, ...] = ()
    sellers: Mapping[str, Place] = attrs.field(factory=dict[str, Place])
    staff: tuple[StaffMember, ...] = ()
    outside: frozenset[str] = frozenset()
    clients: Mapping[str, Client] = attrs.field(factory=dict[str, Client])


def found_folder(folder: Path | None, company: str) -> Path:
    """The data folder of a company, which somebody must have named and which must be there.

    Raises:
        UsageError: nobody has named it, or it is no folder.
    """
    if folder is None:
        raise UsageError(
            f"handbook {company}",
            "leaves open where its data are",
            "name the data folder (--data DIR on the command line)",
        )
    if not folder.is_dir():
        raise UsageError(
            f"data folder {folder}", "is not a folder", "name the folder that holds the tables"
        )
    return folder


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
    quotas: list[PlacedQuota] = []
    fulfilments: list[PlacedFulfilment] = []
    sellers: dict[str, Place] = {}
    staff: list[StaffMember] = []
    registers: defaultdict[type[Table], Register] = defaultdict(Register)
    lists_clients = any(isinstance(table, ClientsTable) for table in mapping.tables)
    for position, table in _clients_first(mapping):
        source = _source(table, position, folder, places)
        register = registers[type(table)]
        match table:
            case ClientsTable():
                found, wrong = read_clients(table, source, register)
                clients.update(found)
            case DealsTable():
                known = clients if lists_clients else None
                sold, seen, wrong = read_deals(table, source, known, register)
                deals += sold
                sellers = seen | sellers
            case QuotasTable():
                wanted, wrong = read_quotas(table, source, calendar, register)
                quotas += wanted
            case StaffTable():
                people, wrong = read_staff(table, source)
                staff += people
            case FulfilmentsTable():
                done, wrong = read_fulfilments(table, source, register)
                fulfilments += done
        problems += wrong
    if problems:
        raise Problems(f"data {folder}", problems)
    return Records(
        facts=Facts(deals),
        quotas=tuple(quotas),
        fulfilments=tuple(fulfilments),
        sellers=sellers,
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
