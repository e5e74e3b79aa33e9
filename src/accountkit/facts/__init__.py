"""Facts: what happened. Nothing here says what it is worth."""

from accountkit.facts.clients import Client
from accountkit.facts.deals import Deal, DealKind, Facts

__all__ = ["Client", "Deal", "DealKind", "Facts"]
