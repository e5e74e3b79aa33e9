"""The mapping of facts: the file ``facts.yaml``, with all tables of a handbook."""

from __future__ import annotations

from typing import TypeAlias

import attrs

from accountkit.handbook.mapping.adjustments import AdjustmentsTable
from accountkit.handbook.mapping.assignments import AssignmentsTable
from accountkit.handbook.mapping.clients import ClientsTable
from accountkit.handbook.mapping.contacts import ContactsTable
from accountkit.handbook.mapping.deals import DealsTable
from accountkit.handbook.mapping.exchange_rates import ExchangeRatesTable
from accountkit.handbook.mapping.fulfilments import FulfilmentsTable
from accountkit.handbook.mapping.invoices import InvoicesTable, PaymentsTable
from accountkit.handbook.mapping.quotas import QuotasTable
from accountkit.handbook.mapping.splits import SplitsTable
from accountkit.handbook.mapping.staff import StaffTable

__all__ = ["FactsMapping", "Table"]

Table: TypeAlias = (
    DealsTable
    | SplitsTable
    | AssignmentsTable
    | InvoicesTable
    | PaymentsTable
    | ContactsTable
    | QuotasTable
    | StaffTable
    | ClientsTable
    | FulfilmentsTable
    | AdjustmentsTable
    | ExchangeRatesTable
)


@attrs.frozen(kw_only=True)
class FactsMapping:
    """All tables of a handbook, and the folder they are in unless another is named."""

    folder: str | None = attrs.field(
        default=None,
        metadata={"doc": "the data folder, relative to the handbook; left out: named on each run"},
    )
    tables: tuple[Table, ...] = attrs.field(metadata={"doc": "the tables"})
