"""The wire form: typed objects as plain data, the same for handbooks and stores."""

from accountkit.wire.converter import (
    CONVERTER,
    kind_of,
    kinds_in,
    members,
    noun,
    shown,
    wire_key,
)
from accountkit.wire.fingerprints import canonical, fingerprint, is_intact, with_fingerprint

__all__ = [
    "CONVERTER",
    "canonical",
    "fingerprint",
    "is_intact",
    "kind_of",
    "kinds_in",
    "members",
    "noun",
    "shown",
    "wire_key",
    "with_fingerprint",
]
