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

__all__ = ["CONVERTER", "kind_of", "kinds_in", "members", "noun", "shown", "wire_key"]
