"""The mapping of staff."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

import attrs

from accountkit.handbook.mapping.layout import Layout
from accountkit.values.validators import not_empty

__all__ = ["StaffColumns", "StaffTable"]


@attrs.frozen(kw_only=True)
class StaffColumns:
    """The columns of a table of staff."""

    person: str = attrs.field(metadata={"doc": "column of the person's id"})
    name: str = attrs.field(metadata={"doc": "column of the person's name"})
    job: str = attrs.field(metadata={"doc": "column of the job title, turned into a role by jobs"})
    reports_to: str = attrs.field(
        metadata={"doc": "column of the id of the person's superior; empty at the top"}
    )


@attrs.frozen(kw_only=True)
class StaffTable:
    """People with their job, superior and personal numbers, one person a row.

    Each person gets a position of the same id, held from ``start`` on.
    """

    KIND: ClassVar[str] = "staff"

    file: str = attrs.field(validator=not_empty, metadata={"doc": "the file in the data folder"})
    start: date = attrs.field(metadata={"doc": "first day that everybody holds the position"})
    jobs: Mapping[str, str] = attrs.field(
        validator=not_empty, metadata={"doc": "the role's id for each job title in the table"}
    )
    parameters: Mapping[str, str] = attrs.field(
        factory=dict[str, str], metadata={"doc": "for each personal parameter its column"}
    )
    outside: tuple[str, ...] = attrs.field(
        default=(), metadata={"doc": "ids of superiors who are not in the table themselves"}
    )
    columns: StaffColumns = attrs.field(metadata={"doc": "which column means what"})
    layout: Layout = attrs.field(factory=Layout, metadata={"doc": "how the file is written"})
