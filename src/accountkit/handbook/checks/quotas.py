"""Rules about quotas: how that of a superior compares with those of the people below.

They are compared where they are of one measure that counts the team for its superior. A quota of
somebody's own sales is no sum of anything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from accountkit.errors import InputError, Place
from accountkit.handbook.checks._common import note, placed_quotas, sound_organisation
from accountkit.handbook.findings import Finding
from accountkit.plans.measures import Whose
from accountkit.plans.quotas import Quota
from accountkit.values.numbers import plain
from accountkit.values.periods import Period

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook
    from accountkit.roles.organisation import Organisation

__all__ = ["cascades"]


def cascades(handbook: Handbook) -> Iterator[Finding]:
    """A superior's quota of what the team does is the sum of those of the direct reports."""
    organisation = sound_organisation(handbook)
    if organisation is None:
        return
    people = {person.id for person in organisation.people}
    of_teams = {
        measure.id
        for measure in handbook.measures
        if getattr(measure, "whose", Whose.OWN) is not Whose.OWN
    }
    given: defaultdict[tuple[str, Period], dict[str, Quota]] = defaultdict(dict)
    places: dict[tuple[str, str, Period], Callable[[str], Place | None]] = {}
    for quota, place_of in placed_quotas(handbook):
        if quota.person in people and quota.measure in of_teams:
            given[quota.measure, quota.period][quota.person] = quota
            places[quota.person, quota.measure, quota.period] = place_of
    for (measure, period), quotas in given.items():
        for superior, reports in _teams(organisation, quotas, period).items():
            wanted = quotas[superior].target
            total = sum((quotas[name].target for name in reports), Decimal(0))
            if total != wanted:
                label = handbook.company.calendar.label(period)
                problem = InputError(
                    f"quota of {superior} for {measure} in {label}",
                    f"is {plain(wanted)}, and those of the direct reports"
                    f" ({', '.join(reports)}) come to {plain(total)}, {_by(total - wanted)}",
                    "check that this is meant",
                )
                yield note("quota-cascade", problem, places[superior, measure, period]("target"))


def _teams(
    organisation: Organisation, quotas: dict[str, Quota], period: Period
) -> dict[str, list[str]]:
    """Those with a quota who report, on the period's last day, to somebody who has one too."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for person in quotas:
        superior = organisation.superior_of(person, period.last_day)
        if superior in quotas:
            found[superior].append(person)
    return found


def _by(difference: Decimal) -> str:
    return f"{plain(abs(difference))} {'more' if difference > 0 else 'less'}"
