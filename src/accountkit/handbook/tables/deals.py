"""Deals read: sales and returns, with the rows they stand on.

A sale is zero or more, a return less than zero, and so are their costs and list amounts; nothing
stands twice, whatever tables it is in. Of a deal's row only its number is kept: there may be
millions.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from types import MappingProxyType

import attrs

from accountkit.errors import AccountkitError, InputError, Place, did_you_mean
from accountkit.facts.clients import Client
from accountkit.facts.deals import Deal, DealKind
from accountkit.handbook import cells as cell
from accountkit.handbook.mapping import DealsTable
from accountkit.handbook.reading import (
    MOST_PROBLEMS,
    Column,
    Joined,
    Reading,
    Register,
    RowError,
    Source,
)
from accountkit.handbook.tables.amounts import Amounts, Currencies
from accountkit.values.money import Money

__all__ = ["DealRows", "deal_named", "read_deals", "returns_problems"]

_NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})
_MOST_COMPARED = 2_000
"""The most ids among which the nearest one is looked for."""
_MOST_SHARED = 10_000
"""The most mappings of attributes that are kept to be shared."""


@attrs.frozen(kw_only=True)
class DealRows:
    """The deals of a table in reading order, with the number of the row of each.

    ``sellers`` are the people named, each with the row that names them first.
    """

    deals: Sequence[Deal]
    lines: Sequence[int]
    sellers: Mapping[str, Place]
    place_in: Callable[[int, str], Place]

    def place(self, position: int) -> Place:
        """Where the row of a deal stands."""
        return self.place_in(self.lines[position], "id")

    def place_of_return(self, position: int) -> Place:
        """Where a return names the deal that it gives back."""
        return self.place_in(self.lines[position], "returns")


def read_deals(
    table: DealsTable,
    source: Source,
    clients: Mapping[str, Client] | None,
    register: Register | None = None,
) -> tuple[list[Deal], DealRows, list[AccountkitError]]:
    """Read sales and returns.

    Given ``clients``, a deal with any other client is a problem; so is the same deal twice, also
    in tables that share a ``register``. Whether returns name deals that exist can be said only
    when all tables are read (``returns_problems``).

    Returns:
        The deals, the rows on which they stand, and the problems.
    """
    reading = Reading(source, table.layout)
    columns = _deal_columns(table, reading, clients)
    known = Register() if register is None else register
    sellers: dict[str, int] = {}
    lines = array("L")

    def deal(line: int, cells: Sequence[str]) -> Deal:
        found = columns.deal(cells)
        earlier = known.earlier(found.id, source.name, line)
        if earlier is not None:
            raise columns.id.wrong(f"deal {found.id}", f"stands already {earlier}", "keep one")
        sellers.setdefault(found.person, line)
        lines.append(line)
        return found

    def place_in(line: int, key: str) -> Place:
        joined = columns.returns if key == "returns" and columns.returns else columns.id
        return reading.place_in(line, joined.first)

    deals = reading.rows(deal)
    rows = DealRows(
        deals=deals,
        lines=lines,
        sellers={seller: reading.place(line) for seller, line in sellers.items()},
        place_in=place_in,
    )
    return deals, rows, reading.problems


@attrs.frozen(kw_only=True)
class _DealColumns:
    """The columns of a deals table, each of which reads its cell of a row."""

    id: Joined
    date: Column[date]
    person: Column[str]
    amount: Amounts
    client: Callable[[Sequence[str]], str | None]
    product: Callable[[Sequence[str]], str | None]
    quantity: Callable[[Sequence[str]], Decimal | None]
    cost: Amounts | None
    list_amount: Amounts | None
    kind: Callable[[Sequence[str]], DealKind | None]
    returns: Joined | None
    attributes: Callable[[Sequence[str]], Mapping[str, str]]

    def deal(self, cells: Sequence[str]) -> Deal:
        """The deal of a row, whose kind and signs must agree."""
        name = self.id(cells)
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
            cost=_signed(self.cost, cells, "cost", kind, name),
            kind=kind,
            list_amount=_signed(self.list_amount, cells, "list amount", kind, name),
            returns=self._returned(name, kind, cells),
            attributes=self.attributes(cells),
        )

    def _returned(self, name: str, kind: DealKind, cells: Sequence[str]) -> str | None:
        returned = None if self.returns is None else self.returns.optional(cells)
        if returned is None or self.returns is None:
            return None
        if kind is DealKind.SALE:
            raise self.returns.wrong(
                f"sale {name}",
                f"names deal {returned}, which it gives back",
                "leave it empty, or make the amount less than zero",
            )
        return returned


def _signed(
    column: Amounts | None, cells: Sequence[str], what: str, kind: DealKind, name: str
) -> Money | None:
    """An amount beside that of a deal, which must have the same sign or be nothing."""
    money = None if column is None else column.optional(cells)
    if column is None or money is None or not money.amount:
        return money
    if (money.amount < 0) is not (kind is DealKind.RETURN):
        raise column.wrong(
            f"{kind.value} {name}",
            f"has the {what} {money}",
            "write those of sales as zero or more and those of returns as zero or less",
        )
    return money


def _deal_columns(
    table: DealsTable, reading: Reading, clients: Mapping[str, Client] | None
) -> _DealColumns:
    names, layout = table.columns, table.layout
    currencies = Currencies(reading, table.currency, names.currency, layout)
    day, person = cell.remembered(cell.date_in(layout)), cell.remembered(cell.ident)
    client, product = cell.remembered(cell.client_of(clients)), cell.remembered(cell.name)
    return _DealColumns(
        id=reading.joined(names.id, "columns", "id"),
        date=reading.column(names.date, day, "columns", "date"),
        person=reading.column(names.person, person, "columns", "person"),
        amount=Amounts.of(reading, names.amount, currencies, "amount"),
        client=reading.optional(names.client, client, "columns", "client"),
        product=reading.optional(names.product, product, "columns", "product"),
        quantity=reading.optional(names.quantity, cell.number_in(layout), "columns", "quantity"),
        cost=_amounts(reading, names.cost, currencies, "cost"),
        list_amount=_amounts(reading, names.list_amount, currencies, "list_amount"),
        kind=reading.optional(names.kind, cell.deal_kind, "columns", "kind"),
        returns=reading.joined(names.returns, "columns", "returns") if names.returns else None,
        attributes=_attributes(table, reading),
    )


def _amounts(
    reading: Reading, name: str | None, currencies: Currencies, key: str
) -> Amounts | None:
    return None if name is None else Amounts.of(reading, name, currencies, key)


def _attributes(
    table: DealsTable, reading: Reading
) -> Callable[[Sequence[str]], Mapping[str, str]]:
    """How the attributes of a row are read; deals that have the same share one mapping."""
    if not table.columns.attributes:
        return lambda _: _NO_ATTRIBUTES
    text = cell.remembered(cell.name)
    columns = {
        name: reading.optional(column, text, "columns", "attributes", name)
        for name, column in table.columns.attributes.items()
    }
    known: dict[tuple[str | None, ...], Mapping[str, str]] = {}

    def attributes(cells: Sequence[str]) -> Mapping[str, str]:
        values = tuple([column(cells) for column in columns.values()])
        found = known.get(values)
        if found is None:
            pairs = zip(columns, values, strict=True)
            given = {name: value for name, value in pairs if value is not None}
            found = MappingProxyType(given)
            if len(known) < _MOST_SHARED:  # beyond it every deal has its own
                known[values] = found
        return found

    return attributes


def deal_named(
    deal: Joined, cells: Sequence[str], deals: Mapping[str, Deal] | None, subject: str
) -> tuple[str, Deal | None]:
    """The deal that a row names; ``None`` while the deals cannot all be read.

    Raises:
        RowError: there is no such deal.
    """
    name = deal(cells)
    if deals is None:
        return name, None
    if name not in deals:
        raise _unknown_deal(deal, subject, name, deals)
    return name, deals[name]


def _unknown_deal(deal: Joined, subject: str, name: str, deals: Mapping[str, Deal]) -> RowError:
    return deal.wrong(subject, f"names deal {name}, which is not known", _nearest(name, deals))


def _nearest(name: str, deals: Mapping[str, Deal]) -> str | None:
    otherwise = "name a deal that is in a table"
    return did_you_mean(name, deals, otherwise) if len(deals) <= _MOST_COMPARED else otherwise


def returns_problems(
    tables: Sequence[DealRows], deals: Mapping[str, Deal]
) -> list[AccountkitError]:
    """What is wrong with the deals that returns name, once all tables are read."""
    problems: list[AccountkitError] = []
    for rows in tables:
        for position, deal in enumerate(rows.deals):
            if deal.returns is None or len(problems) >= MOST_PROBLEMS:
                continue
            found = _return_problem(deal, deal.returns, deals)
            if found is not None:
                problem, remedy = found
                place = rows.place_of_return(position)
                problems.append(InputError(f"return {deal.id}", problem, remedy, place=place))
    return problems


def _return_problem(
    deal: Deal, returned: str, deals: Mapping[str, Deal]
) -> tuple[str, str | None] | None:
    original = deals.get(returned)
    if original is None:
        return f"names deal {returned}, which is not known", _nearest(returned, deals)
    if original.kind is DealKind.RETURN:
        return f"names deal {returned}, which is a return itself", "name the sale it belongs to"
    if original.amount.currency != deal.amount.currency:
        return (
            f"is in {deal.amount.currency}, and deal {returned} in {original.amount.currency}",
            "write it in the currency of the sale",
        )
    if deal.date < original.date:
        return (
            f"is dated {deal.date}, before deal {returned} of {original.date}",
            "mend one of the dates",
        )
    return None
