"""Duties: what the holder of a role must do, when, and what it is for.

A duty is a clause with its condition and recurrence as data. What a duty is measured by is a
target of the role (``accountkit.roles.targets``), never part of the duty itself: missing a target
is not a breach of duty. How a recurrence is written is said in ``accountkit.roles.recurrences``; on
which days the duty falls due is worked out in ``accountkit.engine.duties``.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import attrs

from accountkit.errors import TermsError
from accountkit.roles.conditions import Condition, check_conditions_printed
from accountkit.roles.recurrences import Grace, Recurrence
from accountkit.roles.rights import Act
from accountkit.values.clauses import Clause
from accountkit.values.texts import Text

__all__ = ["ConditionalPart", "Duty"]


@attrs.frozen(kw_only=True)
class ConditionalPart:
    """A part of a duty that applies only on a condition, while the rest always does."""

    what: Text = attrs.field(metadata={"doc": "the part, in a few words"})
    condition: Condition = attrs.field(metadata={"doc": "when that part applies"})


@attrs.frozen(kw_only=True)
class Duty(Clause):
    """One thing that must be done.

    Raises:
        TermsError: the recurrence is no rule, an anchor or grace has no recurrence to go with, or
            wording and data name different conditions.
    """

    KIND: ClassVar[str] = "duty"

    condition: Condition = attrs.field(
        default=Condition.OWN, metadata={"doc": "when the whole duty applies"}
    )
    in_part: tuple[ConditionalPart, ...] = attrs.field(
        default=(), metadata={"doc": "parts of the duty with a condition of their own"}
    )
    recurrence: str | None = attrs.field(
        default=None,
        metadata={"doc": "RFC 5545 rule of how often it falls due; left out: no fixed rhythm"},
    )
    anchor: date | None = attrs.field(
        default=None,
        metadata={"doc": "day from which the rule counts; needed where the rule leaves it open"},
    )
    grace: Grace | None = attrs.field(
        default=None,
        metadata={"doc": "days after the day due still in time; left out: the day due is the last"},
    )
    measures: tuple[str, ...] = attrs.field(
        default=(), metadata={"doc": "ids of the role's targets that it sets or feeds"}
    )
    needs: tuple[str, ...] = attrs.field(
        default=(), metadata={"doc": "ids of the rights without which it cannot be done"}
    )
    calls_for: tuple[Act, ...] = attrs.field(
        default=(), metadata={"doc": "acts that some right must permit, whichever right that is"}
    )
    reports: tuple[str, ...] = attrs.field(
        default=(), metadata={"doc": "ids of the role's targets that it reports on"}
    )

    def __attrs_post_init__(self) -> None:
        parts = [part.condition for part in self.in_part]
        check_conditions_printed(self.id, self.text, [self.condition, *parts])
        for name in ("anchor", "grace"):
            if self.recurrence is None and getattr(self, name) is not None:
                raise TermsError(
                    f"duty {self.id}",
                    f"has {name} and no recurrence",
                    "say how often it falls due, as recurrence",
                    path=(name,),
                )
        _ = self.falls_due

    @property
    def falls_due(self) -> Recurrence | None:
        """When the duty falls due by itself, before a company settles more; ``None``: no rhythm."""
        if self.recurrence is None:
            return None
        return Recurrence(rule=self.recurrence, anchor=self.anchor, grace=self.grace)
