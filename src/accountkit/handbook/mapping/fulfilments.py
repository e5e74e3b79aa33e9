"""The mapping of fulfilments."""

from __future__ import annotations

from typing import ClassVar

import attrs

from accountkit.handbook.mapping.layout import Layout
from accountkit.values.validators import not_empty

__all__ = ["FulfilmentColumns", "FulfilmentsTable"]


@attrs.frozen(kw_only=True)
class FulfilmentColumns:
    """The columns of a table of fulfilments."""

    person: str = attrs.field(metadata={"doc": "column of the person"})
    duty: str = attrs.field(metadata={"doc": "column of the duty's id in the person's role"})
    occasion: str = attrs.field(metadata={"doc": "column of the day on which it fell due"})
    done_on: str = attrs.field(metadata={"doc": "column of the day on which it was done"})
    remark: str | None = attrs.field(default=None, metadata={"doc": "column of a remark"})


@attrs.frozen(kw_only=True)
class FulfilmentsTable:
    """What was done of recurring duties, one occasion a row."""

    KIND: ClassVar[str] = "fulfilments"

    file: str = attrs.field(validator=not_empty, metadata={"doc": "the file in the data folder"})
    columns: FulfilmentColumns = attrs.field(metadata={"doc": "which column means what"})
    layout: Layout = attrs.field(factory=Layout, metadata={"doc": "how the file is written"})
