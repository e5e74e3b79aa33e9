"""Acceptances: findings that a company knows of and lets stand, each with its reason and date.

An acceptance is about one thing in one file; a rule is never switched off. What keeps a handbook
from working cannot be accepted.
"""

from __future__ import annotations

from datetime import date

import attrs

from accountkit.values.validators import not_empty

__all__ = ["Acceptance", "Acceptances"]


@attrs.frozen(kw_only=True)
class Acceptance:
    """That one finding is let stand."""

    rule: str = attrs.field(validator=not_empty, metadata={"doc": "id of the rule"})
    file: str = attrs.field(
        validator=not_empty, metadata={"doc": "the file that the finding names"}
    )
    about: str = attrs.field(
        validator=not_empty,
        metadata={"doc": "what the finding is about: its words before the first colon"},
    )
    reason: str = attrs.field(validator=not_empty, metadata={"doc": "why it is right so"})
    on: date = attrs.field(metadata={"doc": "the day this was decided"})


@attrs.frozen(kw_only=True)
class Acceptances:
    """The file ``acceptances.yaml``."""

    acceptances: tuple[Acceptance, ...] = attrs.field(metadata={"doc": "findings let stand"})
