"""The mapping of clients."""

from __future__ import annotations

from typing import ClassVar

import attrs

from accountkit.handbook.mapping.layout import Layout
from accountkit.values.validators import not_empty

__all__ = ["ClientColumns", "ClientsTable"]


@attrs.frozen(kw_only=True)
class ClientColumns:
    """The columns of a table of clients."""

    id: str = attrs.field(metadata={"doc": "column of the client's id"})
    name: str = attrs.field(metadata={"doc": "column of the client's name"})


@attrs.frozen(kw_only=True)
class ClientsTable:
    """Clients, one a row; deals may then name no other."""

    KIND: ClassVar[str] = "clients"

    file: str = attrs.field(validator=not_empty, metadata={"doc": "the file in the data folder"})
    columns: ClientColumns = attrs.field(metadata={"doc": "which column means what"})
    layout: Layout = attrs.field(factory=Layout, metadata={"doc": "how the file is written"})
