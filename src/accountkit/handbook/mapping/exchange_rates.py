"""The mapping of exchange rates."""

from __future__ import annotations

from typing import ClassVar

import attrs

from accountkit.handbook.mapping.layout import Layout
from accountkit.values.validators import currency_code, identifier, not_empty

__all__ = ["ExchangeRateColumns", "ExchangeRatesTable"]


@attrs.frozen(kw_only=True)
class ExchangeRateColumns:
    """The columns of a table of exchange rates; what is one for all rows needs none."""

    date: str = attrs.field(metadata={"doc": "column of the first day on which the rate holds"})
    rate: str = attrs.field(
        metadata={"doc": "column of what one unit of base is worth in units of quote"}
    )
    source: str | None = attrs.field(default=None, metadata={"doc": "column of the source's id"})
    base: str | None = attrs.field(
        default=None, metadata={"doc": "column of the currency that is converted"}
    )
    quote: str | None = attrs.field(
        default=None, metadata={"doc": "column of the currency that it is converted to"}
    )


@attrs.frozen(kw_only=True)
class ExchangeRatesTable:
    """Exchange rates as a source published them, one a row."""

    KIND: ClassVar[str] = "exchange_rates"

    file: str = attrs.field(validator=not_empty, metadata={"doc": "the file in the data folder"})
    source: str | None = attrs.field(
        default=None, validator=identifier, metadata={"doc": "id of the source, if it is one"}
    )
    base: str | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(currency_code),
        metadata={"doc": "ISO 4217 code of the currency that is converted, if it is one"},
    )
    quote: str | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(currency_code),
        metadata={"doc": "ISO 4217 code of the currency that it is converted to, if it is one"},
    )
    columns: ExchangeRateColumns = attrs.field(metadata={"doc": "which column means what"})
    layout: Layout = attrs.field(factory=Layout, metadata={"doc": "how the file is written"})
