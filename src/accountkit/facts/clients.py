"""Clients: who buys.

What a client bought is in ``accountkit.facts.deals``; when one counts as active or new is said in
``accountkit.plans.measures``.
"""

from __future__ import annotations

import attrs

__all__ = ["Client"]


@attrs.frozen(kw_only=True)
class Client:
    """A client with the name that documents print."""

    id: str
    name: str
