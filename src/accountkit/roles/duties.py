"""Duties: what the holder of a role must do, when, and what it is for.

A duty is a clause with its condition and recurrence as data. What a duty is measured by is a
target of the role (``accountkit.roles.targets``), never part of the duty itself: missing a target
is not a breach of duty. Recurrence rules are RFC 5545 ``RRULE`` values in whole days.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

import attrs
from dateutil.rrule import rrulestr

from accountkit.errors import TermsError
from accountkit.roles.conditions import Condition, check_conditions_printed
from accountkit.roles.rights import Act
from accountkit.values.clauses import Clause
from accountkit.values.texts import Text

__all__ = ["ConditionalPart", "Duty"]

_WHOLE_DAYS = ("FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY")
_ANY_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - a rule in whole days has no time zone


@attrs.frozen(kw_only=True)
class ConditionalPart:
    """A part of a duty that applies only on a condition, while the rest always does."""

    what: Text = attrs.field(metadata={"doc": "the part, in a few words"})
    condition: Condition = attrs.field(metadata={"doc": "when that part applies"})


def _recurrence(instance: object, field: attrs.Attribute[str | None], value: str | None) -> None:
    """Refuse what is no recurrence rule in whole days."""
    del instance
    if value is None:
        return
    problem = None
    if not value.startswith(_WHOLE_DAYS) or "\n" in value:
        problem = f'"{value}" does not start with how often, in days or longer'
    else:
        try:
            rrulestr(value, dtstart=_ANY_DAY)
        except ValueError:
            problem = f'"{value}" is no recurrence rule'
    if problem:
        raise TermsError(
            field.name,
            problem,
            "write an RFC 5545 rule such as FREQ=WEEKLY or FREQ=MONTHLY;INTERVAL=3",
            path=(field.name,),
        )


@attrs.frozen(kw_only=True)
class Duty(Clause):
    """One thing that must be done.

    Raises:
        TermsError: the recurrence is no rule, or wording and data name different conditions.
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
        validator=_recurrence,
        metadata={"doc": "RFC 5545 rule of how often it falls due; left out: no fixed rhythm"},
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
