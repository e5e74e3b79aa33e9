"""The mapping of invoices and payments."""

from __future__ import annotations

from typing import ClassVar

import attrs

from accountkit.handbook.mapping.layout import Layout
from accountkit.values.validators import currency_code, not_empty

__all__ = ["InvoiceColumns", "InvoicesTable", "PaymentColumns", "PaymentsTable"]


@attrs.frozen(kw_only=True)
class InvoiceColumns:
    """The columns of a table of invoices."""

    id: str = attrs.field(metadata={"doc": "column of the invoice's id"})
    deal: tuple[str, ...] = attrs.field(
        validator=not_empty, metadata={"doc": "columns that together name the deal"}
    )
    date: str = attrs.field(metadata={"doc": "column of the day of the invoice"})
    amount: str = attrs.field(metadata={"doc": "column of the amount, zero or more"})
    currency: str | None = attrs.field(
        default=None,
        metadata={"doc": "column of the currency; left out or empty: that of the table"},
    )
    due: str | None = attrs.field(
        default=None,
        metadata={"doc": "column of the last day in time; left out or empty: its own day"},
    )


@attrs.frozen(kw_only=True)
class InvoicesTable:
    """Invoices for deals, one a row, in the currency of the deal."""

    KIND: ClassVar[str] = "invoices"

    file: str = attrs.field(validator=not_empty, metadata={"doc": "the file in the data folder"})
    currency: str = attrs.field(
        validator=currency_code,
        metadata={"doc": "ISO 4217 code of the amounts, where no column says"},
    )
    columns: InvoiceColumns = attrs.field(metadata={"doc": "which column means what"})
    layout: Layout = attrs.field(factory=Layout, metadata={"doc": "how the file is written"})


@attrs.frozen(kw_only=True)
class PaymentColumns:
    """The columns of a table of payments."""

    id: str = attrs.field(metadata={"doc": "column of the payment's id"})
    deal: tuple[str, ...] = attrs.field(
        validator=not_empty, metadata={"doc": "columns that together name the deal"}
    )
    date: str = attrs.field(metadata={"doc": "column of the day on which it was received"})
    amount: str = attrs.field(metadata={"doc": "column of the amount; a refund is below zero"})
    currency: str | None = attrs.field(
        default=None,
        metadata={"doc": "column of the currency; left out or empty: that of the table"},
    )
    invoice: str | None = attrs.field(
        default=None, metadata={"doc": "column of the id of the invoice that it settles"}
    )


@attrs.frozen(kw_only=True)
class PaymentsTable:
    """Payments for deals, one a row, in the currency of the deal."""

    KIND: ClassVar[str] = "payments"

    file: str = attrs.field(validator=not_empty, metadata={"doc": "the file in the data folder"})
    currency: str = attrs.field(
        validator=currency_code,
        metadata={"doc": "ISO 4217 code of the amounts, where no column says"},
    )
    columns: PaymentColumns = attrs.field(metadata={"doc": "which column means what"})
    layout: Layout = attrs.field(factory=Layout, metadata={"doc": "how the file is written"})
