"""Rules about periods: that deals lie where a plan pays for them, or looks back to them.

Deals before a plan's first period are history, as long as a measure looks back that far: whether a
client is new or active depends on what was bought before, by anybody.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from accountkit.errors import InputError, Place, TermsError
from accountkit.handbook.checks._common import organisation_of, records_of, warning
from accountkit.handbook.findings import Finding
from accountkit.handbook.participation import spans
from accountkit.plans._measure_faults import all_measures
from accountkit.plans.plan import Plan
from accountkit.roles.organisation import Appointment, Organisation
from accountkit.values.calendars import Calendar
from accountkit.values.periods import Period, months_after

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook

__all__ = ["deals_outside"]

_DAY = timedelta(days=1)


def deals_outside(handbook: Handbook) -> Iterator[Finding]:
    """Deals of people whom plans cover lie in a period of such a plan, or a measure needs them."""
    records = records_of(handbook)
    sellers = {person for noun, person in records.people if noun == "deal"}
    paid = _paid_days(handbook, sellers)
    counts: Counter[str] = Counter()
    first: dict[str, tuple[date, Place]] = {}
    for rows in records.deals:
        for position, deal in enumerate(rows.deals):
            days = paid.get(deal.person)
            if days is None or any(span.start <= deal.date < span.end for span in days):
                continue
            counts[deal.person] += 1
            if deal.person not in first:
                first[deal.person] = (deal.date, rows.place(position))
    for person, count in counts.items():
        day, place = first[person]
        problem = InputError(
            f"{count} deal{'' if count == 1 else 's'} of {person}",
            f"{'lies' if count == 1 else 'lie'} in no period of a plan that covers {person}, the"
            f" first on {day}",
            "mend the dates, or let a plan cover those days",
        )
        yield warning("deal-outside", problem, place)


def _paid_days(handbook: Handbook, sellers: set[str]) -> dict[str, tuple[Period, ...]]:
    """The periods of plans, as days, for each of the people whom a plan covers."""
    organisation = organisation_of(handbook)
    held: defaultdict[str, list[Appointment]] = defaultdict(list)
    for item in organisation.appointments:
        if item.person in sellers:
            held[item.person].append(item)
    months = _looked_back(handbook)
    found: dict[str, tuple[Period, ...]] = {}
    for person, items in held.items():
        days = [
            Period(months_after(span.start, -months), span.end)
            for plan in handbook.plans
            for span in _days(plan, items, organisation, handbook.company.calendar)
        ]
        if days:
            found[person] = tuple(days)
    return found


def _looked_back(handbook: Handbook) -> int:
    """How many months before a period the measures of the plans look at, at most."""
    measures = {measure.id: measure for measure in handbook.measures}
    used = {
        name for plan in handbook.plans for name in all_measures(plan.measures_used(), measures)
    }
    months = (
        getattr(measures[name], field, None) or 0
        for name in used & measures.keys()
        for field in ("window_months", "rolling_months", "quiet_months")
    )
    return max(months, default=0)


def _days(
    plan: Plan, held: list[Appointment], organisation: Organisation, calendar: Calendar
) -> Iterator[Period]:
    seats = {position.id: position.role for position in organisation.positions}
    under = [item for item in held if seats.get(item.position) in plan.roles]
    leavers = plan.crediting.leavers
    after = timedelta(days=(leavers.days or 0) if leavers is not None else 0)
    ends = date.max if plan.until is None else plan.until + _DAY
    for span in spans(under):
        start = max(span.start, plan.start)
        end = min(span.end if span.end == date.max else span.end + after, ends)
        if start < end:
            yield Period(_edge(plan, start, calendar).start, _end(plan, end, calendar))


def _edge(plan: Plan, day: date, calendar: Calendar) -> Period:
    try:
        return calendar.period_of(plan.period, day)
    except TermsError:  # a listed calendar has a gap there
        return Period.day(day)


def _end(plan: Plan, end: date, calendar: Calendar) -> date:
    return end if end == date.max else _edge(plan, end - _DAY, calendar).end
