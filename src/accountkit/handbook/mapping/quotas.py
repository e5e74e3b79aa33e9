"""The mapping of quotas."""

from __future__ import annotations

from typing import ClassVar

import attrs

from accountkit.handbook.mapping.layout import Layout
from accountkit.values.validators import identifier, not_empty

__all__ = ["QuotaColumns", "QuotasTable"]


@attrs.frozen(kw_only=True)
class QuotaColumns:
    """The columns of a table of quotas."""

    person: str = attrs.field(metadata={"doc": "column of the person"})
    period: str = attrs.field(metadata={"doc": "column of the period, such as 2026-Q1"})
    target: str = attrs.field(metadata={"doc": "column of the target"})
    measure: str | None = attrs.field(
        default=None, metadata={"doc": "column of the measure's id, where a table has several"}
    )


@attrs.frozen(kw_only=True)
class QuotasTable:
    """Quotas, one person, measure and period a row."""

    KIND: ClassVar[str] = "quotas"

    file: str = attrs.field(validator=not_empty, metadata={"doc": "the file in the data folder"})
    measure: str | None = attrs.field(
        default=None,
        validator=identifier,
        metadata={"doc": "id of the measure, where the whole table is about one"},
    )
    columns: QuotaColumns = attrs.field(metadata={"doc": "which column means what"})
    layout: Layout = attrs.field(factory=Layout, metadata={"doc": "how the file is written"})
