"""Tables: the rows of the mapped files, turned into deals, quotas, staff, clients and fulfilments.

Every problem is found in one reading; each names file, line and column. A sale is zero or more, a
return less than zero, and nothing stands twice, whatever tables it is in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs

from accountkit.errors import AccountkitError, InputError, Place
from accountkit.facts.clients import Client
from accountkit.facts.deals import Deal, DealKind
from accountkit.facts.fulfilments import Fulfilment
from accountkit.handbook import cells as cell
from accountkit.handbook.mapping import (
    ClientsTable,
    DealsTable,
    FulfilmentsTable,
    QuotasTable,
    StaffTable,
)
from accountkit.handbook.reading import Column, Reading, Register, Source
from accountkit.plans.quotas import Quota
from accountkit.values.calendars import Calendar
from accountkit.values.money import Money
from accountkit.values.ratios import parse_ratio

__all__ = [
    "PlacedFulfilment",
    "PlacedQuota",
    "Source",
    "StaffMember",
    "read_clients",
    "read_deals",
    "read_fulfilments",
    "read_quotas",
    "read_staff",
]


@attrs.frozen
class PlacedQuota:
    """A row of a quotas table, with the place it stands."""

    quota: Quota
    place: Place


@attrs.frozen
class PlacedFulfilment:
    """A row of a fulfilments table, with the place it stands."""

    fulfilment: Fulfilment
    place: Place


@attrs.frozen(kw_only=True)
class StaffMember:
    """A row of a staff table, with the place it stands."""

    person: str
    name: str
    role: str
    reports_to: str | None
    parameters: Mapping[str, Fraction]
    start: date
    place: Place


def read_deals(
    table: DealsTable,
    source: Source,
    clients: Mapping[str, Client] | None,
    register: Register | None = None,
) -> tuple[list[Deal], dict[str, Place], list[AccountkitError]]:
    """Read sales and returns.

    Given ``clients``, a deal with any other client is a problem; so is the same deal twice, also
    in tables that share a ``register``.

    Returns:
        The deals, the row on which each person is named first, and the problems.
    """
    reading = Reading(source, table.layout)
    columns = _deal_columns(table, reading, clients)
    known = Register() if register is None else register
    sellers: dict[str, int] = {}

    def deal(line: int, cells: Sequence[str]) -> Deal:
        found = columns.deal(cells)
        earlier = known.earlier(found.id, source.name, line)
        if earlier is not None:
            raise columns.id[0].wrong(f"deal {found.id}", f"stands already {earlier}", "keep one")
        sellers.setdefault(found.person, line)
        return found

    deals = reading.rows(deal)
    places = {seller: reading.place(line) for seller, line in sellers.items()}
    return deals, places, reading.problems


@attrs.frozen(kw_only=True)
class _DealColumns:
    """The columns of a deals table, each of which reads its cell of a row."""

    id: tuple[Column[str], ...]
    date: Column[date]
    person: Column[str]
    amount: Column[Money]
    client: Callable[[Sequence[str]], str | None]
    product: Callable[[Sequence[str]], str | None]
    quantity: Callable[[Sequence[str]], Decimal | None]
    cost: Callable[[Sequence[str]], Money | None]
    kind: Callable[[Sequence[str]], DealKind | None]

    def deal(self, cells: Sequence[str]) -> Deal:
        """The deal of a row, whose kind and sign must agree."""
        name = "-".join([part(cells) for part in self.id])
        amount = self.amount(cells)
        by_sign = DealKind.RETURN if amount.amount < 0 else DealKind.SALE
        kind = self.kind(cells) or by_sign
        if kind is not by_sign:
            raise self.amount.wrong(
                f"{kind.value} {name}",
                f"has the amount {amount}",
                "write sales as zero or more and returns as less than zero",
            )
        return Deal(
            id=name,
            date=self.date(cells),
            person=self.person(cells),
            amount=amount,
            client=self.client(cells),
            product=self.product(cells),
            quantity=self.quantity(cells),
            cost=self.cost(cells),
            kind=kind,
        )


def _deal_columns(
    table: DealsTable, reading: Reading, clients: Mapping[str, Client] | None
) -> _DealColumns:
    names, layout = table.columns, table.layout
    money = cell.money_in(table.currency, layout)
    day, person = cell.remembered(cell.date_in(layout)), cell.remembered(cell.ident)
    client, product = cell.remembered(cell.client_of(clients)), cell.remembered(cell.name)
    quantity = cell.number_in(layout)
    return _DealColumns(
        id=tuple(
            reading.column(name, cell.name, "columns", "id", position)
            for position, name in enumerate(names.id)
        ),
        date=reading.column(names.date, day, "columns", "date"),
        person=reading.column(names.person, person, "columns", "person"),
        amount=reading.column(names.amount, money, "columns", "amount"),
        client=reading.optional(names.client, client, "columns", "client"),
        product=reading.optional(names.product, product, "columns", "product"),
        quantity=reading.optional(names.quantity, quantity, "columns", "quantity"),
        cost=reading.optional(names.cost, money, "columns", "cost"),
        kind=reading.optional(names.kind, cell.deal_kind, "columns", "kind"),
    )


def read_quotas(
    table: QuotasTable, source: Source, calendar: Calendar, register: Register | None = None
) -> tuple[list[PlacedQuota], list[AccountkitError]]:
    """Read quotas; periods are labels of the company's calendar.

    The same quota twice is a problem, also in tables that share a ``register``.
    """
    reading = Reading(source, table.layout)
    columns = table.columns
    person = reading.column(columns.person, cell.ident, "columns", "person")
    period = reading.column(columns.period, cell.remembered(calendar.parse), "columns", "period")
    target = reading.column(columns.target, cell.target_in(table.layout), "columns", "target")
    measure = reading.optional(columns.measure, cell.ident, "columns", "measure")
    if columns.measure is None and table.measure is None:
        reading.problems.append(
            InputError(
                "quotas table",
                "does not say which measure it is about",
                "add measure: to the table, or a column for it",
                place=source.place_of(),
            )
        )
    known = Register() if register is None else register

    def quota(line: int, cells: Sequence[str]) -> PlacedQuota:
        name = measure(cells) or table.measure
        if name is None:
            raise person.wrong("row", "does not say which measure it is about", "fill it in")
        found = Quota(
            person=person(cells), measure=name, period=period(cells), target=target(cells)
        )
        earlier = known.earlier((found.person, name, found.period), source.name, line)
        if earlier is not None:
            raise target.wrong(f"quota of {found.person}", f"stands already {earlier}", "keep one")
        return PlacedQuota(found, reading.place(line))

    return reading.rows(quota), reading.problems


def read_staff(
    table: StaffTable, source: Source
) -> tuple[list[StaffMember], list[AccountkitError]]:
    """Read people with their role, superior and personal parameters."""
    reading = Reading(source, table.layout)
    columns = table.columns
    person = reading.column(columns.person, cell.ident, "columns", "person")
    name = reading.column(columns.name, cell.not_blank, "columns", "name")
    role = reading.column(columns.job, cell.role_of(table.jobs), "columns", "job")
    reports_to = reading.optional(columns.reports_to, cell.ident, "columns", "reports_to")
    parameters = {
        key: reading.column(column, parse_ratio, "parameters", key)
        for key, column in table.parameters.items()
    }

    def member(line: int, cells: Sequence[str]) -> StaffMember:
        return StaffMember(
            person=person(cells),
            name=name(cells),
            role=role(cells),
            reports_to=reports_to(cells),
            parameters={key: value(cells) for key, value in parameters.items()},
            start=table.start,
            place=reading.place(line),
        )

    return reading.rows(member), reading.problems


def read_clients(
    table: ClientsTable, source: Source, register: Register | None = None
) -> tuple[dict[str, Client], list[AccountkitError]]:
    """Read clients by id.

    The same client twice is a problem, also in tables that share a ``register``.
    """
    reading = Reading(source, table.layout)
    ident = reading.column(table.columns.id, cell.name, "columns", "id")
    name = reading.column(table.columns.name, cell.not_blank, "columns", "name")
    known = Register() if register is None else register

    def client(line: int, cells: Sequence[str]) -> Client:
        found = Client(id=ident(cells), name=name(cells))
        earlier = known.earlier(found.id, source.name, line)
        if earlier is not None:
            raise ident.wrong(f"client {found.id}", f"stands already {earlier}", "keep one")
        return found

    clients = {found.id: found for found in reading.rows(client)}
    return clients, reading.problems


def read_fulfilments(
    table: FulfilmentsTable, source: Source, register: Register | None = None
) -> tuple[list[PlacedFulfilment], list[AccountkitError]]:
    """Read what was done of recurring duties.

    The same occasion twice is a problem, also in tables that share a ``register``.
    """
    reading = Reading(source, table.layout)
    columns, day = table.columns, cell.remembered(cell.date_in(table.layout))
    person = reading.column(columns.person, cell.remembered(cell.ident), "columns", "person")
    duty = reading.column(columns.duty, cell.remembered(cell.ident), "columns", "duty")
    occasion = reading.column(columns.occasion, day, "columns", "occasion")
    done_on = reading.column(columns.done_on, day, "columns", "done_on")
    remark = reading.optional(columns.remark, cell.not_blank, "columns", "remark")
    known = Register() if register is None else register

    def fulfilment(line: int, cells: Sequence[str]) -> PlacedFulfilment:
        found = Fulfilment(
            person=person(cells),
            duty=duty(cells),
            occasion=occasion(cells),
            done_on=done_on(cells),
            remark=remark(cells),
        )
        key = (found.person, found.duty, found.occasion)
        earlier = known.earlier(key, source.name, line)
        if earlier is not None:
            subject = f"fulfilment of {found.duty} by {found.person}"
            raise occasion.wrong(subject, f"stands already {earlier}", "keep one")
        return PlacedFulfilment(found, reading.place(line))

    return reading.rows(fulfilment), reading.problems
