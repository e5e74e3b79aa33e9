"""The mapping of deals: which columns of a table of sales and returns mean what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from accountkit.errors import InputError, TermsError
from accountkit.handbook.mapping.layout import Layout
from accountkit.values.idents import check_ident
from accountkit.values.validators import currency_code, not_empty

__all__ = ["DealColumns", "DealsTable"]

_BUILT_IN = frozenset({"client", "product"})
"""What plans may name beside attributes (``accountkit.plans.crediting``)."""


@attrs.frozen(kw_only=True)
class DealColumns:
    """The columns of a table of deals; a deal's id may be made of several.

    Raises:
        TermsError: an attribute's name is no id, or that of a column which every deal may have.
    """

    id: tuple[str, ...] = attrs.field(
        validator=not_empty, metadata={"doc": "columns that together name a deal"}
    )
    date: str = attrs.field(metadata={"doc": "column of the day of the deal"})
    person: str = attrs.field(metadata={"doc": "column of the person who made it"})
    amount: str = attrs.field(metadata={"doc": "column of the amount of the line"})
    client: str | None = attrs.field(default=None, metadata={"doc": "column of the client's id"})
    product: str | None = attrs.field(default=None, metadata={"doc": "column of the product's id"})
    quantity: str | None = attrs.field(default=None, metadata={"doc": "column of the quantity"})
    cost: str | None = attrs.field(default=None, metadata={"doc": "column of the cost of the line"})
    kind: str | None = attrs.field(
        default=None,
        metadata={"doc": "column that says sale or return; left out: the sign of the amount does"},
    )
    list_amount: str | None = attrs.field(
        default=None, metadata={"doc": "column of the amount of the line before discount"}
    )
    currency: str | None = attrs.field(
        default=None,
        metadata={"doc": "column of the currency; left out or empty: that of the table"},
    )
    returns: tuple[str, ...] = attrs.field(
        default=(),
        metadata={"doc": "columns that together name the deal that a return gives back"},
    )
    attributes: Mapping[str, str] = attrs.field(
        factory=dict[str, str],
        metadata={"doc": "for each further attribute of deals its column, such as territory"},
    )

    def __attrs_post_init__(self) -> None:
        for name in self.attributes:
            try:
                check_ident(name, "attribute")
            except InputError as error:
                raise TermsError(
                    error.subject, error.problem, error.remedy, path=("attributes", name)
                ) from None
            if name in _BUILT_IN:
                raise TermsError(
                    f"attribute {name}",
                    "has the name of what every deal has",
                    f"map it under columns as {name}:",
                    path=("attributes", name),
                )


@attrs.frozen(kw_only=True)
class DealsTable:
    """Sales and returns, one line each."""

    KIND: ClassVar[str] = "deals"

    file: str = attrs.field(validator=not_empty, metadata={"doc": "the file in the data folder"})
    currency: str = attrs.field(
        validator=currency_code,
        metadata={"doc": "ISO 4217 code of the amounts, where no column says"},
    )
    columns: DealColumns = attrs.field(metadata={"doc": "which column means what"})
    layout: Layout = attrs.field(factory=Layout, metadata={"doc": "how the file is written"})
