"""Contacts read: visits, calls and meetings with clients."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from accountkit.facts.clients import Client
from accountkit.facts.contacts import Contact
from accountkit.handbook import cells as cell
from accountkit.handbook.mapping import ContactsTable
from accountkit.handbook.reading import Reading, Register, Source
from accountkit.handbook.tables.found import Found, People

__all__ = ["read_contacts"]


def read_contacts(
    table: ContactsTable,
    source: Source,
    clients: Mapping[str, Client] | None,
    register: Register | None = None,
) -> Found[Contact]:
    """Read contacts.

    Given ``clients``, a contact with any other client is a problem; so is the same id twice, also
    in tables that share a ``register``.
    """
    reading = Reading(source, table.layout)
    columns, people = table.columns, People(reading)
    day = cell.remembered(cell.date_in(table.layout))
    person = reading.column(columns.person, cell.remembered(cell.ident), "columns", "person")
    dated = reading.column(columns.date, day, "columns", "date")
    kind = reading.column(columns.kind, cell.remembered(cell.name), "columns", "kind")
    client = reading.optional(
        columns.client, cell.remembered(cell.client_of(clients)), "columns", "client"
    )
    ident = None if columns.id is None else reading.column(columns.id, cell.name, "columns", "id")
    known = Register() if register is None else register

    def contact(line: int, cells: Sequence[str]) -> Contact:
        found = Contact(
            person=person(cells), date=dated(cells), kind=kind(cells), client=client(cells)
        )
        if ident is not None:
            earlier = known.earlier(ident(cells), source.name, line)
            if earlier is not None:
                subject = f"contact {ident(cells)}"
                raise ident.wrong(subject, f"stands already {earlier}", "keep one")
        people.seen(found.person, line)
        return found

    rows = reading.rows(contact)
    return Found(rows=rows, people=people.places, problems=reading.problems)
