"""The mapping of assignments: whom a client or a territory belongs to, and when."""

from __future__ import annotations

from typing import ClassVar

import attrs

from accountkit.handbook.mapping.layout import Layout
from accountkit.values.validators import identifier, not_empty

__all__ = ["AssignmentColumns", "AssignmentsTable"]


@attrs.frozen(kw_only=True)
class AssignmentColumns:
    """The columns of a table of assignments."""

    value: str = attrs.field(metadata={"doc": "column of the attribute's value, such as north"})
    person: str = attrs.field(metadata={"doc": "column of the person it is assigned to"})
    attribute: str | None = attrs.field(
        default=None, metadata={"doc": "column of the attribute, where a table has several"}
    )
    start: str | None = attrs.field(
        default=None, metadata={"doc": "column of the first day; left out or empty: since ever"}
    )
    until: str | None = attrs.field(
        default=None, metadata={"doc": "column of the last day; left out or empty: for ever"}
    )


@attrs.frozen(kw_only=True)
class AssignmentsTable:
    """Clients, territories and the like with the people they are assigned to, one a row."""

    KIND: ClassVar[str] = "assignments"

    file: str = attrs.field(validator=not_empty, metadata={"doc": "the file in the data folder"})
    attribute: str | None = attrs.field(
        default=None,
        validator=identifier,
        metadata={"doc": "the attribute of deals, client or product, if it is one for all rows"},
    )
    columns: AssignmentColumns = attrs.field(metadata={"doc": "which column means what"})
    layout: Layout = attrs.field(factory=Layout, metadata={"doc": "how the file is written"})
