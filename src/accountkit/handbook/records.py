"""Records: all that the mapped tables of a handbook hold, read together.

A data folder is named by the handbook or by the caller; the tables in it are read once and every
problem in any of them is reported.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import attrs

from accountkit.errors import AccountkitError, Place, Problems, UsageError
from accountkit.facts.adjustments import Adjustment
from accountkit.facts.assignments import Assignment
from accountkit.facts.clients import Client
from accountkit.facts.contacts import Contact
from accountkit.facts.deals import Deal
from accountkit.facts.exchange_rates import ExchangeRate
from accountkit.facts.invoices import Invoice, Payment
from accountkit.facts.known import Facts
from accountkit.facts.splits import Share
from accountkit.handbook.mapping import (
    AdjustmentsTable,
    AssignmentsTable,
    ClientsTable,
    ContactsTable,
    DealsTable,
    ExchangeRatesTable,
    FactsMapping,
    FulfilmentsTable,
    InvoicesTable,
    PaymentsTable,
    QuotasTable,
    SplitsTable,
    StaffTable,
    Table,
)
from accountkit.handbook.places import Places
from accountkit.handbook.reading import Register, Source
from accountkit.handbook.tables import (
    DealRows,
    Found,
    PlacedFulfilment,
    PlacedQuota,
    StaffMember,
    read_adjustments,
    read_assignments,
    read_clients,
    read_contacts,
    read_deals,
    read_exchange_rates,
    read_fulfilments,
    read_invoices,
    read_payments,
    read_quotas,
    read_splits,
    read_staff,
    returns_problems,
)
from accountkit.values.calendars import Calendar

__all__ = ["Records", "found_folder", "read_records"]

_FILE = "facts.yaml"
T = TypeVar("T")


@attrs.frozen(kw_only=True)
class Records:
    """What the tables say.

    ``clients`` by id; ``people`` whom rows name, by the noun for such a row and the person's id,
    with the first row; ``splits`` are the deals that are shared, with their first row; ``deals``
    are the deals once more, table by table as they were read.
    """

    facts: Facts = attrs.field(factory=Facts)
    quotas: tuple[PlacedQuota, ...] = ()
    fulfilments: tuple[PlacedFulfilment, ...] = ()
    people: Mapping[tuple[str, str], Place] = attrs.field(factory=dict[tuple[str, str], Place])
    splits: Mapping[str, Place] = attrs.field(factory=dict[str, Place])
    deals: tuple[DealRows, ...] = ()
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
    records = _Reading(mapping, calendar)
    for position, table in sorted(
        enumerate(mapping.tables), key=lambda item: (_order(item[1]), item[0])
    ):
        records.read(table, _source(table, position, folder, places))
    return records.found(folder)


_FIRST: tuple[type[Table], ...] = (ClientsTable, DealsTable, InvoicesTable)
"""What other tables refer to is read before them."""


def _order(table: Table) -> int:
    return _FIRST.index(type(table)) if type(table) in _FIRST else len(_FIRST)


class _Reading:
    """The tables of a mapping being read, with what was found so far."""

    def __init__(self, mapping: FactsMapping, calendar: Calendar) -> None:
        self._mapping = mapping
        self._calendar = calendar
        self._registers: defaultdict[type[Table], Register] = defaultdict(Register)
        self._kinds = {type(table) for table in mapping.tables}
        self._untold: set[type[Table]] = set()
        self._deals: dict[str, Deal] | None = None
        self._clients: dict[str, Client] = {}
        self._rows: list[DealRows] = []
        self._shares: list[Share] = []
        self._splits: dict[str, Place] = {}
        self._assignments: list[Assignment] = []
        self._invoices: list[Invoice] = []
        self._payments: list[Payment] = []
        self._contacts: list[Contact] = []
        self._adjustments: list[Adjustment] = []
        self._rates: list[ExchangeRate] = []
        self._quotas: list[PlacedQuota] = []
        self._fulfilments: list[PlacedFulfilment] = []
        self._staff: list[StaffMember] = []
        self._people: dict[tuple[str, str], Place] = {}
        self.problems: list[AccountkitError] = []

    def read(self, table: Table, source: Source) -> None:
        """Read one more table; those that it refers to come before it."""
        register = self._registers[type(table)]
        match table:
            case ClientsTable():
                clients, wrong = read_clients(table, source, register)
                self._clients.update(clients)
                self.problems += wrong
            case DealsTable():
                _, rows, wrong = read_deals(table, source, self._known_clients, register)
                self._rows.append(rows)
                self._note("deal", rows.sellers)
                self._failed(table, wrong)
            case QuotasTable():
                quotas, wrong = read_quotas(table, source, self._calendar, register)
                self._quotas += quotas
                self.problems += wrong
            case StaffTable():
                staff, wrong = read_staff(table, source)
                self._staff += staff
                self.problems += wrong
            case FulfilmentsTable():
                fulfilments, wrong = read_fulfilments(table, source, register)
                self._fulfilments += fulfilments
                self.problems += wrong
            case _:
                self._read_around_deals(table, source, register)

    def _read_around_deals(self, table: Table, source: Source, register: Register) -> None:
        match table:
            case SplitsTable():
                shares, splits = read_splits(table, source, self._known_deals, register)
                self._splits = splits | self._splits
                self._take(self._shares, shares, "share")
            case InvoicesTable():
                invoices = read_invoices(table, source, self._known_deals, register)
                self._invoices += invoices.rows
                self._failed(table, invoices.problems)
            case PaymentsTable():
                payments = read_payments(
                    table, source, self._known_deals, self._known_invoices, register
                )
                self._take(self._payments, payments, "payment")
            case AssignmentsTable():
                assigned = read_assignments(table, source, self._known_clients, register)
                self._take(self._assignments, assigned, "assignment")
            case ContactsTable():
                contacts = read_contacts(table, source, self._known_clients, register)
                self._take(self._contacts, contacts, "contact")
            case AdjustmentsTable():
                adjustments = read_adjustments(table, source, self._calendar, register)
                self._take(self._adjustments, adjustments, "adjustment")
            case ExchangeRatesTable():
                self._take(self._rates, read_exchange_rates(table, source, register), "rate")
            case _:
                raise AssertionError("the other tables are read above")

    def found(self, folder: Path) -> Records:
        """All that was read.

        Raises:
            Problems: everything that was wrong, if anything was.
        """
        named = any(deal.returns is not None for rows in self._rows for deal in rows.deals)
        deals = self._known_deals if named else None
        if deals is not None:
            self.problems += returns_problems(self._rows, deals)
        if self.problems:
            raise Problems(f"data {folder}", self.problems)
        staff_tables = (table for table in self._mapping.tables if isinstance(table, StaffTable))
        return Records(
            facts=Facts(
                [deal for rows in self._rows for deal in rows.deals],
                shares=self._shares,
                assignments=self._assignments,
                invoices=self._invoices,
                payments=self._payments,
                contacts=self._contacts,
                fulfilments=[row.fulfilment for row in self._fulfilments],
                adjustments=self._adjustments,
                rates=self._rates,
            ),
            quotas=tuple(self._quotas),
            fulfilments=tuple(self._fulfilments),
            people=self._people,
            splits=self._splits,
            deals=tuple(self._rows),
            staff=tuple(self._staff),
            outside=frozenset(name for table in staff_tables for name in table.outside),
            clients=self._clients,
        )

    @property
    def _known_clients(self) -> dict[str, Client] | None:
        """The clients, where a table lists them."""
        return self._clients if ClientsTable in self._kinds else None

    @property
    def _known_deals(self) -> dict[str, Deal] | None:
        """All deals; ``None`` if some could not be read, so that none is missed by mistake."""
        if DealsTable in self._untold:
            return None
        if self._deals is None:
            self._deals = {deal.id: deal for rows in self._rows for deal in rows.deals}
        return self._deals

    @property
    def _known_invoices(self) -> dict[str, Invoice] | None:
        """All invoices; ``None`` if some could not be read."""
        if InvoicesTable in self._untold:
            return None
        return {invoice.id: invoice for invoice in self._invoices}

    def _take(self, into: list[T], found: Found[T], noun: str) -> None:
        into += found.rows
        self._note(noun, found.people)
        self.problems += found.problems

    def _note(self, noun: str, people: Mapping[str, Place]) -> None:
        for person, place in people.items():
            self._people.setdefault((noun, person), place)

    def _failed(self, table: Table, problems: Sequence[AccountkitError]) -> None:
        """Keep in mind that rows are missing which others may name."""
        if problems:
            self._untold.add(type(table))
        self.problems += problems


def _source(table: Table, position: int, folder: Path, places: Places) -> Source:
    def place_of(*path: str | int) -> Place:
        return places.at(_FILE, "tables", position, *path) or Place(_FILE)

    return Source(file=folder / table.file, name=str(folder / table.file), place_of=place_of)
