"""Adjustments read: changes of pay made by hand, each with its reason, author and date."""

from __future__ import annotations

from collections.abc import Sequence

from accountkit.facts.adjustments import Adjustment
from accountkit.handbook import cells as cell
from accountkit.handbook.mapping import AdjustmentsTable
from accountkit.handbook.reading import Reading, Register, Source
from accountkit.handbook.tables.amounts import Amounts, Currencies
from accountkit.handbook.tables.found import Found, People
from accountkit.values.calendars import Calendar

__all__ = ["read_adjustments"]


def read_adjustments(
    table: AdjustmentsTable, source: Source, calendar: Calendar, register: Register | None = None
) -> Found[Adjustment]:
    """Read adjustments; periods are labels of the company's calendar.

    The same adjustment twice is a problem, also in tables that share a ``register``.
    """
    reading = Reading(source, table.layout)
    columns, people = table.columns, People(reading)
    currencies = Currencies(reading, table.currency, columns.currency, table.layout)
    ident = reading.column(columns.id, cell.name, "columns", "id")
    person = reading.column(columns.person, cell.remembered(cell.ident), "columns", "person")
    period = reading.column(columns.period, cell.remembered(calendar.parse), "columns", "period")
    amount = Amounts.of(reading, columns.amount, currencies, "amount")
    reason = reading.column(columns.reason, cell.not_blank, "columns", "reason")
    author = reading.column(columns.author, cell.not_blank, "columns", "author")
    ordered = reading.column(columns.date, cell.date_in(table.layout), "columns", "date")
    known = Register() if register is None else register

    def adjustment(line: int, cells: Sequence[str]) -> Adjustment:
        found = Adjustment(
            id=ident(cells),
            person=person(cells),
            period=period(cells),
            amount=amount(cells),
            reason=reason(cells),
            author=author(cells),
            date=ordered(cells),
        )
        earlier = known.earlier(found.id, source.name, line)
        if earlier is not None:
            raise ident.wrong(f"adjustment {found.id}", f"stands already {earlier}", "keep one")
        people.seen(found.person, line)
        return found

    rows = reading.rows(adjustment)
    return Found(rows=rows, people=people.places, problems=reading.problems)
