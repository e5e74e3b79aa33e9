"""Facts: what happened. Nothing here says what it is worth."""

from accountkit.facts.clients import Client
from accountkit.facts.deals import Deal, DealKind, Facts
from accountkit.facts.fulfilments import Fulfilment

__all__ = ["Client", "Deal", "DealKind", "Facts", "Fulfilment"]
