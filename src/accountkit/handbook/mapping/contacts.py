"""The mapping of contacts: visits, calls and meetings."""

from __future__ import annotations

from typing import ClassVar

import attrs

from accountkit.handbook.mapping.layout import Layout
from accountkit.values.validators import not_empty

__all__ = ["ContactColumns", "ContactsTable"]


@attrs.frozen(kw_only=True)
class ContactColumns:
    """The columns of a table of contacts.

    Without an ``id`` equal rows are contacts of their own: two calls to one client on one day.
    """

    person: str = attrs.field(metadata={"doc": "column of the person who made the contact"})
    date: str = attrs.field(metadata={"doc": "column of the day of the contact"})
    kind: str = attrs.field(metadata={"doc": "column of the kind, such as visit or call"})
    client: str | None = attrs.field(default=None, metadata={"doc": "column of the client's id"})
    id: str | None = attrs.field(
        default=None, metadata={"doc": "column that names the contact, so that none counts twice"}
    )


@attrs.frozen(kw_only=True)
class ContactsTable:
    """Contacts with clients, one a row."""

    KIND: ClassVar[str] = "contacts"

    file: str = attrs.field(validator=not_empty, metadata={"doc": "the file in the data folder"})
    columns: ContactColumns = attrs.field(metadata={"doc": "which column means what"})
    layout: Layout = attrs.field(factory=Layout, metadata={"doc": "how the file is written"})
