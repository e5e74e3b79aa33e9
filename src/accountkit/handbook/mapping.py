"""The mapping: where the facts are, and which column of a table means what.

A handbook does not hold the sales of a company; it says how to read them. Paths are relative to
the data folder. A table is CSV (``.csv``, with a header row) or Parquet (``.parquet``). The
reading itself is ``accountkit.handbook.tables``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, TypeAlias

import attrs

from accountkit.handbook import _validators
from accountkit.values.validators import currency_code, identifier, not_empty

__all__ = [
    "ClientColumns",
    "ClientsTable",
    "DealColumns",
    "DealsTable",
    "FactsMapping",
    "FulfilmentColumns",
    "FulfilmentsTable",
    "Layout",
    "QuotaColumns",
    "QuotasTable",
    "StaffColumns",
    "StaffTable",
    "Table",
]


@attrs.frozen(kw_only=True)
class Layout:
    """How the text of a CSV file is written.

    Raises:
        TermsError: the separator is not one character, nobody knows the encoding, decimals start
            with neither point nor comma, or the dates do not tell year, month and day.
    """

    separator: str = attrs.field(
        default=",",
        validator=_validators.separator,
        metadata={"doc": "what stands between two columns"},
    )
    encoding: str = attrs.field(
        default="utf-8-sig",
        validator=_validators.encoding,
        metadata={"doc": "the file's encoding"},
    )
    decimal_mark: str = attrs.field(
        default=".",
        validator=_validators.decimal_mark,
        metadata={"doc": "the mark before the decimals"},
    )
    date_format: str = attrs.field(
        default="%Y-%m-%d",
        validator=_validators.date_format,
        metadata={"doc": "how dates are written, such as %d.%m.%Y"},
    )


@attrs.frozen(kw_only=True)
class DealColumns:
    """The columns of a table of deals; a deal's id may be made of several."""

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


@attrs.frozen(kw_only=True)
class DealsTable:
    """Sales and returns, one line each."""

    KIND: ClassVar[str] = "deals"

    file: str = attrs.field(validator=not_empty, metadata={"doc": "the file in the data folder"})
    currency: str = attrs.field(
        validator=currency_code, metadata={"doc": "ISO 4217 code of the amounts"}
    )
    columns: DealColumns = attrs.field(metadata={"doc": "which column means what"})
    layout: Layout = attrs.field(factory=Layout, metadata={"doc": "how the file is written"})


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


@attrs.frozen(kw_only=True)
class ClientColumns:
    """The columns of a table of clients."""

    id: str = attrs.field(metadata={"doc": "column of the client's id"})
    name: str = attrs.field(metadata={"doc": "column of the client's name"})


@attrs.frozen(kw_only=True)
class ClientsTable:
    """Clients, one a row; deals may then name no other."""

    KIND: ClassVar[str] = "clients"

    file: str = attrs.field(validator=not_empty, metadata={"doc": "the file in the data folder"})
    columns: ClientColumns = attrs.field(metadata={"doc": "which column means what"})
    layout: Layout = attrs.field(factory=Layout, metadata={"doc": "how the file is written"})


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


Table: TypeAlias = DealsTable | QuotasTable | StaffTable | ClientsTable | FulfilmentsTable


@attrs.frozen(kw_only=True)
class FactsMapping:
    """All tables of a handbook, and the folder they are in unless another is named."""

    folder: str | None = attrs.field(
        default=None,
        metadata={"doc": "the data folder, relative to the handbook; left out: named on each run"},
    )
    tables: tuple[Table, ...] = attrs.field(metadata={"doc": "the tables"})
