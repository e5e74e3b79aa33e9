"""Knowledge: what the holder of a role must know, as opposed to what they can do with it.

What they can do is a skill (``accountkit.roles.skills``); schooling is a requirement
(``accountkit.roles.requirements``).
"""

from __future__ import annotations

from typing import ClassVar

import attrs

from accountkit.roles.requirements import Strength
from accountkit.values.clauses import Clause

__all__ = ["Knowledge"]


@attrs.frozen(kw_only=True)
class Knowledge(Clause):
    """One field of knowledge."""

    KIND: ClassVar[str] = "knowledge"

    strength: Strength = attrs.field(
        default=Strength.REQUIRED, metadata={"doc": "required, preferred or useful"}
    )
    codes: tuple[str, ...] = attrs.field(
        default=(), metadata={"doc": "what published schemes call it: addresses or element ids"}
    )
