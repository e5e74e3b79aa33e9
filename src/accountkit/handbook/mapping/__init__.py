"""The mapping: where the facts are, and which column of a table means what.

A handbook does not hold the sales of a company; it says how to read them. Paths are relative to
the data folder. A table is CSV (``.csv``, with a header row) or Parquet (``.parquet``); each kind
of table has a module of its own here. The reading itself is ``accountkit.handbook.tables``.
"""

from __future__ import annotations

from accountkit.handbook.mapping.adjustments import AdjustmentColumns, AdjustmentsTable
from accountkit.handbook.mapping.assignments import AssignmentColumns, AssignmentsTable
from accountkit.handbook.mapping.clients import ClientColumns, ClientsTable
from accountkit.handbook.mapping.contacts import ContactColumns, ContactsTable
from accountkit.handbook.mapping.deals import DealColumns, DealsTable
from accountkit.handbook.mapping.exchange_rates import ExchangeRateColumns, ExchangeRatesTable
from accountkit.handbook.mapping.facts import FactsMapping, Table
from accountkit.handbook.mapping.fulfilments import FulfilmentColumns, FulfilmentsTable
from accountkit.handbook.mapping.invoices import (
    InvoiceColumns,
    InvoicesTable,
    PaymentColumns,
    PaymentsTable,
)
from accountkit.handbook.mapping.layout import Layout
from accountkit.handbook.mapping.quotas import QuotaColumns, QuotasTable
from accountkit.handbook.mapping.splits import SplitColumns, SplitsTable
from accountkit.handbook.mapping.staff import StaffColumns, StaffTable

__all__ = [
    "AdjustmentColumns",
    "AdjustmentsTable",
    "AssignmentColumns",
    "AssignmentsTable",
    "ClientColumns",
    "ClientsTable",
    "ContactColumns",
    "ContactsTable",
    "DealColumns",
    "DealsTable",
    "ExchangeRateColumns",
    "ExchangeRatesTable",
    "FactsMapping",
    "FulfilmentColumns",
    "FulfilmentsTable",
    "InvoiceColumns",
    "InvoicesTable",
    "Layout",
    "PaymentColumns",
    "PaymentsTable",
    "QuotaColumns",
    "QuotasTable",
    "SplitColumns",
    "SplitsTable",
    "StaffColumns",
    "StaffTable",
    "Table",
]
