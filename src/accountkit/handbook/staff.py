"""Staff: the organisation as it is charted, with the rows of staff tables."""

from __future__ import annotations

from accountkit.handbook.parts import OrganisationChart
from accountkit.handbook.records import Records
from accountkit.roles.organisation import Appointment, Organisation, Person, Position

__all__ = ["staffed"]


def staffed(chart: OrganisationChart, records: Records) -> Organisation:
    """The organisation of a chart; each row of a staff table is a person in a seat of their own."""
    staff = records.staff
    return Organisation(
        people=(*chart.people, *(Person(id=row.person, name=row.name) for row in staff)),
        positions=(
            *chart.positions,
            *(
                Position(
                    id=row.person,
                    role=row.role,
                    reports_to=None if row.reports_to in records.outside else row.reports_to,
                )
                for row in staff
            ),
        ),
        appointments=(
            *chart.appointments,
            *(
                Appointment(person=row.person, position=row.person, start=row.start)
                for row in staff
            ),
        ),
        absences=chart.absences,
        substitution_orders=chart.substitution_orders,
    )
