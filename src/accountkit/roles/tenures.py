"""Tenures: for how long somebody holds a position, and with which duties.

An appointment (``accountkit.roles.organisation``) says who sits where; a tenure joins that with the
role as it is in that position, within a period. What falls due in it is worked out in
``accountkit.engine.duties``.
"""

from __future__ import annotations

import attrs

from accountkit.roles.description import RoleInCompany
from accountkit.values.periods import Period
from accountkit.values.working_weeks import WorkingWeek

__all__ = ["BoundDuties", "Tenure"]


@attrs.frozen(kw_only=True)
class Tenure:
    """The days of a period on which a position is held, and the role that comes with it."""

    position: str
    role: RoleInCompany
    period: Period


@attrs.frozen(kw_only=True)
class BoundDuties:
    """All that says what a person has to do in a period; ``company`` is the company's id."""

    company: str
    person: str
    name: str
    period: Period
    tenures: tuple[Tenure, ...]
    working_week: WorkingWeek | None = None
