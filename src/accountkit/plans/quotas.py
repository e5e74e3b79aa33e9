"""Quotas: how much of a measure is wanted of a person in a period.

Attainment (measure ÷ quota) is worked out in ``accountkit.engine.pay.measure``. The target is in
the measure's unit: money in the plan's currency, or a whole number.
"""

from __future__ import annotations

from decimal import Decimal

import attrs

from accountkit.values.periods import Period
from accountkit.values.validators import identifier, not_negative

__all__ = ["Quota"]


@attrs.frozen(kw_only=True)
class Quota:
    """One target: of this person, of this measure, in this period.

    Raises:
        TermsError: the target is below zero.
    """

    person: str = attrs.field(validator=identifier, metadata={"doc": "whose quota, by id"})
    measure: str = attrs.field(validator=identifier, metadata={"doc": "of which measure, by id"})
    period: Period = attrs.field(metadata={"doc": "for which period, such as 2026-Q1"})
    target: Decimal = attrs.field(
        validator=not_negative, metadata={"doc": "how much, in the measure's unit"}
    )
