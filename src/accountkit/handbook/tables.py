"""Tables: the rows of the mapped files, turned into deals, quotas, staff and clients.

All problems of a table are found in one reading, up to ``MOST_PROBLEMS``; each names file, line and
column. Amounts may have no more decimals than their currency; a sale is zero or more, a return
less than zero.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

import attrs

from accountkit.errors import AccountkitError, InputError, Place, did_you_mean
from accountkit.facts.clients import Client
from accountkit.facts.deals import Deal, DealKind
from accountkit.handbook.mapping import ClientsTable, DealsTable, Layout, QuotasTable, StaffTable
from accountkit.handbook.sheets import Sheet, open_sheet
from accountkit.plans.quotas import Quota
from accountkit.values.calendars import Calendar
from accountkit.values.idents import check_ident
from accountkit.values.money import Money
from accountkit.values.numbers import exact
from accountkit.values.ratios import parse_ratio

__all__ = [
    "Source",
    "StaffMember",
    "read_clients",
    "read_deals",
    "read_quotas",
    "read_staff",
]

T = TypeVar("T")
Cells: TypeAlias = Sequence[str]
MOST_PROBLEMS = 50


@attrs.frozen(kw_only=True)
class Source:
    """A mapped file: where it is, how messages call it, and where the mapping names a column."""

    file: Path
    name: str
    place_of: Callable[..., Place]


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
    table: DealsTable, source: Source, clients: Mapping[str, Client] | None
) -> tuple[list[Deal], list[AccountkitError]]:
    """Read sales and returns.

    Given ``clients``, a deal with any other client is a problem; so is the same deal twice.
    """
    reading = _Reading(source, table.layout)
    columns, layout = table.columns, table.layout
    ids = [reading.column(name, _ident, "columns", "id", i) for i, name in enumerate(columns.id)]
    dated = reading.column(columns.date, _remembered(_date_in(layout)), "columns", "date")
    person = reading.column(columns.person, _remembered(_ident), "columns", "person")
    money = _money_in(table.currency, layout)
    amount = reading.column(columns.amount, money, "columns", "amount")
    client = reading.optional(columns.client, _remembered(_client_of(clients)), "columns", "client")
    product = reading.optional(columns.product, _remembered(str), "columns", "product")
    quantity = reading.optional(columns.quantity, _number_in(layout), "columns", "quantity")
    cost = reading.optional(columns.cost, money, "columns", "cost")
    kind = reading.optional(columns.kind, _kind, "columns", "kind")
    seen: dict[str, int] = {}

    def deal(line: int, cells: Cells) -> Deal:
        name = "-".join([part(cells) for part in ids])
        paid = amount(cells)
        first = seen.setdefault(name, line)
        if first != line:
            raise ids[0].wrong(f"deal {name}", f"stands already on line {first}", "keep one")
        found = Deal(
            id=name,
            date=dated(cells),
            person=person(cells),
            amount=paid,
            client=client(cells),
            product=product(cells),
            quantity=quantity(cells),
            cost=cost(cells),
            kind=kind(cells) or (DealKind.RETURN if paid.amount < 0 else DealKind.SALE),
        )
        if (found.kind is DealKind.RETURN) != (paid.amount < 0):
            raise amount.wrong(
                f"{found.kind.value} {name}",
                f"has the amount {paid}",
                "write sales as zero or more and returns as less than zero",
            )
        return found

    return reading.rows(deal)


def read_quotas(
    table: QuotasTable, source: Source, calendar: Calendar
) -> tuple[list[Quota], list[AccountkitError]]:
    """Read quotas; periods are labels of the company's calendar. The same quota twice is wrong."""
    reading = _Reading(source, table.layout)
    columns = table.columns
    person = reading.column(columns.person, _ident, "columns", "person")
    period = reading.column(columns.period, _remembered(calendar.parse), "columns", "period")
    target = reading.column(columns.target, _number_in(table.layout), "columns", "target")
    measure = reading.optional(columns.measure, _ident, "columns", "measure")
    if columns.measure is None and table.measure is None:
        reading.problems.append(
            InputError(
                "quotas table",
                "does not say which measure it is about",
                "add measure: to the table, or a column for it",
                place=source.place_of(),
            )
        )
    seen: dict[tuple[str, str, Any], int] = {}

    def quota(line: int, cells: Cells) -> Quota:
        found = Quota(
            person=person(cells),
            measure=measure(cells) or table.measure or "",
            period=period(cells),
            target=target(cells),
        )
        first = seen.setdefault((found.person, found.measure, found.period), line)
        if first != line:
            raise target.wrong(
                f"quota of {found.person}", f"stands already on line {first}", "keep one"
            )
        return found

    return reading.rows(quota)


def read_staff(
    table: StaffTable, source: Source
) -> tuple[list[StaffMember], list[AccountkitError]]:
    """Read people with their role, superior and personal parameters."""
    reading = _Reading(source, table.layout)
    columns = table.columns
    person = reading.column(columns.person, _ident, "columns", "person")
    name = reading.column(columns.name, _not_blank, "columns", "name")
    role = reading.column(columns.job, _role_of(table.jobs), "columns", "job")
    reports_to = reading.optional(columns.reports_to, _ident, "columns", "reports_to")
    parameters = {
        key: reading.column(column, parse_ratio, "parameters", key)
        for key, column in table.parameters.items()
    }

    def member(line: int, cells: Cells) -> StaffMember:
        return StaffMember(
            person=person(cells),
            name=name(cells),
            role=role(cells),
            reports_to=reports_to(cells),
            parameters={key: value(cells) for key, value in parameters.items()},
            start=table.start,
            place=reading.place(line),
        )

    return reading.rows(member)


def read_clients(
    table: ClientsTable, source: Source
) -> tuple[dict[str, Client], list[AccountkitError]]:
    """Read clients by id."""
    reading = _Reading(source, table.layout)
    ident = reading.column(table.columns.id, _ident, "columns", "id")
    name = reading.column(table.columns.name, _not_blank, "columns", "name")
    seen: dict[str, int] = {}

    def client(line: int, cells: Cells) -> Client:
        found = Client(id=ident(cells), name=name(cells))
        first = seen.setdefault(found.id, line)
        if first != line:
            raise ident.wrong(f"client {found.id}", f"stands already on line {first}", "keep one")
        return found

    clients, problems = reading.rows(client)
    return {found.id: found for found in clients}, problems


# --- one table being read -------------------------------------------------------------------------


class _CellError(Exception):
    """A row that is wrong in one cell."""

    def __init__(self, position: int, subject: str, problem: str, remedy: str | None) -> None:
        super().__init__(position, subject, problem, remedy)
        self.position = position
        self.subject = subject
        self.problem = problem
        self.remedy = remedy


class _Column:
    """One column of an open sheet: called with the cells of a row, it gives the value."""

    def __init__(self, name: str, position: int, parse: Callable[[str], Any]) -> None:
        self.name = name
        self._position = position
        self._parse = parse

    def __call__(self, cells: Cells) -> Any:
        try:
            return self._parse(cells[self._position])
        except AccountkitError as error:
            raise _CellError(
                self._position, f"column {self.name}", error.problem, error.remedy
            ) from None

    def wrong(self, subject: str, problem: str, remedy: str) -> _CellError:
        """The error of a row whose cell here reads well and is wrong all the same."""
        return _CellError(self._position, subject, problem, remedy)


def _nothing(cells: Cells) -> None:
    del cells


class _Reading:
    """A table being read, with everything that was wrong so far."""

    def __init__(self, source: Source, layout: Layout) -> None:
        self.problems: list[AccountkitError] = []
        self._source = source
        self._sheet: Sheet | None = None
        try:
            self._sheet = open_sheet(source.file, source.name, layout)
        except FileNotFoundError:
            self.problems.append(
                InputError(
                    "table",
                    f"file {source.name} is not there",
                    "check its name, and the data folder it is looked for in",
                    place=source.place_of("file"),
                )
            )
        except OSError as error:
            self.problems.append(
                InputError(
                    "table",
                    f"file {source.name} cannot be read ({str(error.strerror).lower()})",
                    "check that it is a file and that you may read it",
                    place=source.place_of("file"),
                )
            )
        except LookupError:
            self.problems.append(
                InputError(
                    "table",
                    f"encoding {layout.encoding} is not known",
                    "use utf-8",
                    place=source.place_of("layout", "encoding"),
                )
            )
        except AccountkitError as error:
            self.problems.append(error)

    def column(self, name: str, parse: Callable[[str], Any], *key: str | int) -> _Column:
        """A column that every row needs; a problem when the sheet does not have it."""
        header = self._sheet.header if self._sheet is not None else [name]
        if name in header:
            return _Column(name, header.index(name), parse)
        self.problems.append(
            InputError(
                f"table {self._source.name}",
                f"has no column {name}",
                did_you_mean(name, header, f"its columns are {', '.join(header)}"),
                place=self._source.place_of(*key),
            )
        )
        return _Column(name, 0, parse)

    def optional(
        self, name: str | None, parse: Callable[[str], Any], *key: str | int
    ) -> Callable[[Cells], Any]:
        """A column whose cells may be empty, or that the mapping leaves out."""
        if name is None:
            return _nothing
        return self.column(name, lambda text: parse(text) if text else None, *key)

    def place(self, line: int) -> Place:
        """The place of a row."""
        return Place(self._source.name, line)

    def rows(self, build: Callable[[int, Cells], T]) -> tuple[list[T], list[AccountkitError]]:
        """What is built of each row, and all problems."""
        built: list[T] = []
        if self._sheet is None or self.problems:
            return built, self.problems
        unread = 0
        rows = self._sheet.rows()
        try:
            for line, cells in rows:
                try:
                    built.append(build(line, cells))
                except _CellError as error:
                    if len(self.problems) < MOST_PROBLEMS:
                        self.problems.append(self._placed(error, self._sheet, line))
                    else:
                        unread += 1
        except InputError as error:
            self.problems.append(error)
        if unread:
            self.problems.append(
                InputError(
                    f"table {self._source.name}",
                    f"has {unread} more wrong rows",
                    "mend the ones above first",
                    place=Place(self._source.name),
                )
            )
        return built, self.problems

    @staticmethod
    def _placed(error: _CellError, sheet: Sheet, line: int) -> InputError:
        place = sheet.place(line, error.position)
        return InputError(error.subject, error.problem, error.remedy, place=place)


# --- the text of a cell ---------------------------------------------------------------------------


def _remembered(parse: Callable[[str], T]) -> Callable[[str], T]:
    """Parse each text once: dates and people repeat on thousands of rows."""
    known: dict[str, T] = {}

    def remember(text: str) -> T:
        value = known.get(text)
        if value is None:
            value = known[text] = parse(text)
        return value

    return remember


def _ident(text: str) -> str:
    return check_ident(text, "id")


def _not_blank(text: str) -> str:
    if not text.strip():
        raise InputError("text", "is empty", "fill it in")
    return text


def _date_in(layout: Layout) -> Callable[[str], date]:
    def parse(text: str) -> date:
        try:
            return datetime.strptime(text, layout.date_format).date()  # noqa: DTZ007 - a day only
        except ValueError:
            raise InputError(
                "date",
                f'"{text}" is no date written like {date(2026, 1, 31):{layout.date_format}}',
                "mend it, or name the format in the table's layout (date_format)",
            ) from None

    return parse


def _number_in(layout: Layout) -> Callable[[str], Decimal]:
    mark = layout.decimal_mark

    def parse(text: str) -> Decimal:
        if mark == ".":
            return exact(text, "number")
        if "." in text:
            raise InputError("number", f'"{text}" is not a number', f"write it with {mark}")
        return exact(text.replace(mark, "."), "number")

    return parse


def _money_in(currency: str, layout: Layout) -> Callable[[str], Money]:
    if layout.decimal_mark == ".":
        return lambda text: Money.of(text, currency)
    number = _number_in(layout)
    return lambda text: Money.of(number(text), currency)


def _kind(text: str) -> DealKind:
    known = {kind.value: kind for kind in DealKind}
    if text not in known:
        raise InputError(
            "kind",
            f'"{text}" is neither sale nor return',
            did_you_mean(text, known, "write sale or return"),
        )
    return known[text]


def _client_of(clients: Mapping[str, Client] | None) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if clients is not None and text not in clients:
            raise InputError(
                "client",
                f'client "{text}" is not in the table of clients',
                did_you_mean(text, clients, "add the client"),
            )
        return _ident(text)

    return parse


def _role_of(jobs: Mapping[str, str]) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text not in jobs:
            raise InputError(
                "job",
                f'"{text}" has no role',
                did_you_mean(text, jobs, "add it to jobs in the mapping"),
            )
        return jobs[text]

    return parse
