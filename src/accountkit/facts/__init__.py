"""Facts: what happened. Nothing here says what it is worth."""

from accountkit.facts.adjustments import Adjustment
from accountkit.facts.assignments import Assignment
from accountkit.facts.clients import Client
from accountkit.facts.contacts import Contact
from accountkit.facts.deals import Deal, DealKind
from accountkit.facts.exchange_rates import ExchangeRate, ExchangeRates
from accountkit.facts.fulfilments import Fulfilment
from accountkit.facts.invoices import Invoice, Payment
from accountkit.facts.known import Facts
from accountkit.facts.splits import Share, ShareKind

__all__ = [
    "Adjustment",
    "Assignment",
    "Client",
    "Contact",
    "Deal",
    "DealKind",
    "ExchangeRate",
    "ExchangeRates",
    "Facts",
    "Fulfilment",
    "Invoice",
    "Payment",
    "Share",
    "ShareKind",
]
