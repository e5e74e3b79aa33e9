"""Clients: who buys."""

from __future__ import annotations

import attrs

__all__ = ["Client"]


@attrs.frozen(kw_only=True)
class Client:
    """A client with the name that documents print."""

    id: str
    name: str
