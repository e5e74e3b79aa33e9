"""The mapping of adjustments: changes of pay made by hand."""

from __future__ import annotations

from typing import ClassVar

import attrs

from accountkit.handbook.mapping.layout import Layout
from accountkit.values.validators import currency_code, not_empty

__all__ = ["AdjustmentColumns", "AdjustmentsTable"]


@attrs.frozen(kw_only=True)
class AdjustmentColumns:
    """The columns of a table of adjustments."""

    id: str = attrs.field(metadata={"doc": "column of the adjustment's id"})
    person: str = attrs.field(metadata={"doc": "column of the person"})
    period: str = attrs.field(metadata={"doc": "column of the period, such as 2026-Q1"})
    amount: str = attrs.field(metadata={"doc": "column of the amount, below zero for less pay"})
    reason: str = attrs.field(metadata={"doc": "column of the reason, as statements print it"})
    author: str = attrs.field(metadata={"doc": "column of whoever ordered it"})
    date: str = attrs.field(metadata={"doc": "column of the day on which it was ordered"})
    currency: str | None = attrs.field(
        default=None,
        metadata={"doc": "column of the currency; left out or empty: that of the table"},
    )


@attrs.frozen(kw_only=True)
class AdjustmentsTable:
    """Changes of pay by hand, one a row."""

    KIND: ClassVar[str] = "adjustments"

    file: str = attrs.field(validator=not_empty, metadata={"doc": "the file in the data folder"})
    currency: str = attrs.field(
        validator=currency_code,
        metadata={"doc": "ISO 4217 code of the amounts, where no column says"},
    )
    columns: AdjustmentColumns = attrs.field(metadata={"doc": "which column means what"})
    layout: Layout = attrs.field(factory=Layout, metadata={"doc": "how the file is written"})
