"""Tables: the rows of the mapped files, turned into facts, quotas and staff.

Each kind of table has a module of its own here. Every problem is found in one reading; each names
file, line and column. Nothing stands twice, whatever tables it is in.
"""

from accountkit.handbook.reading import Source
from accountkit.handbook.tables.adjustments import read_adjustments
from accountkit.handbook.tables.assignments import read_assignments
from accountkit.handbook.tables.clients import read_clients
from accountkit.handbook.tables.contacts import read_contacts
from accountkit.handbook.tables.deals import DealRows, read_deals, returns_problems
from accountkit.handbook.tables.exchange_rates import read_exchange_rates
from accountkit.handbook.tables.found import Found
from accountkit.handbook.tables.fulfilments import PlacedFulfilment, read_fulfilments
from accountkit.handbook.tables.invoices import read_invoices, read_payments
from accountkit.handbook.tables.quotas import PlacedQuota, read_quotas
from accountkit.handbook.tables.splits import read_splits
from accountkit.handbook.tables.staff import StaffMember, read_staff

__all__ = [
    "DealRows",
    "Found",
    "PlacedFulfilment",
    "PlacedQuota",
    "Source",
    "StaffMember",
    "read_adjustments",
    "read_assignments",
    "read_clients",
    "read_contacts",
    "read_deals",
    "read_exchange_rates",
    "read_fulfilments",
    "read_invoices",
    "read_payments",
    "read_quotas",
    "read_splits",
    "read_staff",
    "returns_problems",
]
