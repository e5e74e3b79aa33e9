"""The mapping of splits: who shares the credit of a deal."""

from __future__ import annotations

from typing import ClassVar

import attrs

from accountkit.handbook.mapping.layout import Layout
from accountkit.values.validators import not_empty

__all__ = ["SplitColumns", "SplitsTable"]


@attrs.frozen(kw_only=True)
class SplitColumns:
    """The columns of a table of splits."""

    deal: tuple[str, ...] = attrs.field(
        validator=not_empty, metadata={"doc": "columns that together name the deal"}
    )
    person: str = attrs.field(metadata={"doc": "column of the person"})
    share: str = attrs.field(metadata={"doc": "column of the share, such as 0.5, 50% or 1/3"})
    kind: str | None = attrs.field(
        default=None, metadata={"doc": "column that says split or overlay; left out: split"}
    )


@attrs.frozen(kw_only=True)
class SplitsTable:
    """Shares of deals, one person and deal a row."""

    KIND: ClassVar[str] = "splits"

    file: str = attrs.field(validator=not_empty, metadata={"doc": "the file in the data folder"})
    columns: SplitColumns = attrs.field(metadata={"doc": "which column means what"})
    layout: Layout = attrs.field(factory=Layout, metadata={"doc": "how the file is written"})
