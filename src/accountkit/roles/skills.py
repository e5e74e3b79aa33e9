"""Skills: what the holder of a role can do, as opposed to what they know.

What they know is in ``accountkit.roles.knowledge``, what they are like in
``accountkit.roles.qualities``.
"""

from __future__ import annotations

from typing import ClassVar

import attrs

from accountkit.roles.requirements import Strength
from accountkit.values.clauses import Clause

__all__ = ["Skill"]


@attrs.frozen(kw_only=True)
class Skill(Clause):
    """One skill."""

    KIND: ClassVar[str] = "skill"

    strength: Strength = attrs.field(
        default=Strength.REQUIRED, metadata={"doc": "required, preferred or useful"}
    )
    codes: tuple[str, ...] = attrs.field(
        default=(), metadata={"doc": "what published schemes call it: addresses or element ids"}
    )
