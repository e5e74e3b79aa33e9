"""Adjustments: changes of somebody's pay made by hand, each with its reason, author and date.

An adjustment belongs to a period and is paid with it, on a line of its own, in every run. It is
never a change of a computed figure.
"""

from __future__ import annotations

from datetime import date

import attrs

from accountkit.values.money import Money
from accountkit.values.periods import Period

__all__ = ["Adjustment"]


@attrs.frozen(kw_only=True)
class Adjustment:
    """So much more, or less, for a person in a period.

    ``author`` is whoever ordered it and ``date`` the day on which that was done.
    """

    id: str
    person: str
    period: Period
    amount: Money
    reason: str
    author: str
    date: date
