"""Clients read, by id."""

from __future__ import annotations

from collections.abc import Sequence

from accountkit.errors import AccountkitError
from accountkit.facts.clients import Client
from accountkit.handbook import cells as cell
from accountkit.handbook.mapping import ClientsTable
from accountkit.handbook.reading import Reading, Register, Source

__all__ = ["read_clients"]


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
