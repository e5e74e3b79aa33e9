"""Tenures found: which positions a person holds in a period, joined with their roles.

What a person has to do there is worked out in ``accountkit.engine.duties``. Appointments name
their last day, periods the day after it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

from accountkit.roles.description import RoleInCompany
from accountkit.roles.organisation import Appointment, Organisation
from accountkit.roles.tenures import Tenure
from accountkit.values.periods import Period

__all__ = ["tenures_of"]

_DAY = timedelta(days=1)


def tenures_of(
    person: str,
    period: Period,
    organisation: Organisation,
    role_in: Callable[[str, str], RoleInCompany],
) -> Iterator[Tenure]:
    """The positions that a person holds on some day of a period, in the order of appointment.

    Args:
        person: the person's id.
        period: the days looked at.
        organisation: who was appointed where.
        role_in: gives the role with an id as it is in a position.
    """
    for appointment in organisation.appointments:
        held = _days(appointment, period)
        if appointment.person == person and held is not None:
            position = organisation.position(appointment.position)
            yield Tenure(
                position=position.id, role=role_in(position.role, position.id), period=held
            )


def _days(appointment: Appointment, period: Period) -> Period | None:
    start, until = max(appointment.start, period.start), appointment.until
    end = period.end if until is None or until >= period.last_day else until + _DAY
    return Period(start, end) if start < end else None
