"""Assignments read: whom a client, a territory or the like belongs to, and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from accountkit.errors import InputError
from accountkit.facts.assignments import Assignment
from accountkit.facts.clients import Client
from accountkit.handbook import cells as cell
from accountkit.handbook.mapping import AssignmentsTable
from accountkit.handbook.reading import Reading, Register, Source
from accountkit.handbook.tables.found import Found, People

__all__ = ["read_assignments"]

_CLIENT = "client"


def read_assignments(
    table: AssignmentsTable,
    source: Source,
    clients: Mapping[str, Client] | None,
    register: Register | None = None,
) -> Found[Assignment]:
    """Read assignments.

    Given ``clients``, an assignment of any other client is a problem; so is one that ends before
    it starts, and the same one from the same day on twice.
    """
    reading = Reading(source, table.layout)
    columns, people = table.columns, People(reading)
    day = cell.remembered(cell.date_in(table.layout))
    value = reading.column(columns.value, cell.remembered(cell.name), "columns", "value")
    client = value.parsed_by(cell.remembered(cell.client_of(clients)))
    person = reading.column(columns.person, cell.remembered(cell.ident), "columns", "person")
    attribute = reading.optional(
        columns.attribute, cell.remembered(cell.ident), "columns", "attribute"
    )
    start = reading.optional(columns.start, day, "columns", "start")
    until = reading.optional(columns.until, day, "columns", "until")
    if columns.attribute is None and table.attribute is None:
        reading.problems.append(
            InputError(
                "assignments table",
                "does not say which attribute it assigns",
                "add attribute: to the table, or a column for it",
                place=source.place_of(),
            )
        )
    known = Register() if register is None else register

    def assignment(line: int, cells: Sequence[str]) -> Assignment:
        name = attribute(cells) or table.attribute
        if name is None:
            raise value.wrong("row", "does not say which attribute it assigns", "fill it in")
        found = Assignment(
            attribute=name,
            value=client(cells) if name == _CLIENT else value(cells),
            person=person(cells),
            start=start(cells),
            until=until(cells),
        )
        subject = f"assignment of {name} {found.value} to {found.person}"
        if found.start is not None and found.until is not None and found.until < found.start:
            raise value.wrong(
                subject,
                f"ends on {found.until}, before it starts on {found.start}",
                "swap the dates",
            )
        key = (name, found.value, found.person, found.start)
        earlier = known.earlier(key, source.name, line)
        if earlier is not None:
            raise value.wrong(subject, f"stands already {earlier}", "keep one")
        people.seen(found.person, line)
        return found

    rows = reading.rows(assignment)
    return Found(rows=rows, people=people.places, problems=reading.problems)
