"""Quotas read: the targets of people, with the rows they stand on."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from accountkit.errors import AccountkitError, InputError, Place
from accountkit.handbook import cells as cell
from accountkit.handbook.mapping import QuotasTable
from accountkit.handbook.reading import Reading, Register, Source
from accountkit.plans.quotas import Quota
from accountkit.values.calendars import Calendar

__all__ = ["PlacedQuota", "read_quotas"]


@attrs.frozen
class PlacedQuota:
    """A row of a quotas table, with the place it stands."""

    quota: Quota
    place: Place


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
