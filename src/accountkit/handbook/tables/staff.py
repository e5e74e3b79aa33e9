"""Staff read: people with their jobs, superiors and personal numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

import attrs

from accountkit.errors import AccountkitError, Place
from accountkit.handbook import cells as cell
from accountkit.handbook.mapping import StaffTable
from accountkit.handbook.reading import Reading, Source
from accountkit.values.ratios import parse_ratio

__all__ = ["StaffMember", "read_staff"]


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
