"""Exchange rates read, as their sources published them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from accountkit.errors import InputError
from accountkit.facts.exchange_rates import ExchangeRate
from accountkit.handbook import cells as cell
from accountkit.handbook.mapping import ExchangeRatesTable
from accountkit.handbook.reading import Column, Reading, Register, Source
from accountkit.handbook.tables.found import Found

__all__ = ["read_exchange_rates"]


def read_exchange_rates(
    table: ExchangeRatesTable, source: Source, register: Register | None = None
) -> Found[ExchangeRate]:
    """Read rates, none of them zero or less.

    Two rates of one source for the same currencies and day are a problem, also in tables that
    share a ``register``.
    """
    reading = Reading(source, table.layout)
    columns = table.columns
    day = cell.remembered(cell.date_in(table.layout))
    dated = reading.column(columns.date, day, "columns", "date")
    value = reading.column(columns.rate, cell.rate_in(table.layout), "columns", "rate")
    source_of, base, quote = (
        _named(reading, value, (getattr(columns, key), getattr(table, key)), key)
        for key in ("source", "base", "quote")
    )
    known = Register() if register is None else register

    def rate(line: int, cells: Sequence[str]) -> ExchangeRate:
        found = ExchangeRate(
            source=source_of(cells),
            base=base(cells),
            quote=quote(cells),
            date=dated(cells),
            rate=value(cells),
        )
        subject = f"rate {found.base} {found.quote} of {found.source}"
        if found.base == found.quote:
            raise value.wrong(subject, "is from a currency to itself", "leave it out")
        key = (found.source, found.base, found.quote, found.date)
        earlier = known.earlier(key, source.name, line)
        if earlier is not None:
            problem = f"for {found.date} stands already {earlier}"
            raise value.wrong(subject, problem, "keep one")
        return found

    return Found(rows=reading.rows(rate), problems=reading.problems)


def _named(
    reading: Reading, value: Column[Fraction], told: tuple[str | None, str | None], key: str
) -> Callable[[Sequence[str]], str]:
    """How the source or a currency of a row is found: in a column, else as the table says."""
    name, default = told
    if name is None and default is None:
        reading.problems.append(
            InputError(
                "exchange rates table",
                f"does not say its {key}",
                f"add {key}: to the table, or a column for it",
                place=reading.source.place_of(),
            )
        )
    parse = cell.remembered(cell.ident if key == "source" else cell.currency)
    column = reading.optional(name, parse, "columns", key)

    def found(cells: Sequence[str]) -> str:
        text = column(cells) or default
        if text is None:
            raise value.wrong("row", f"does not say its {key}", "fill it in")
        return text

    return found
