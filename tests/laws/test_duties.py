"""Laws of agendas (design 8.7): a look at every single day finds what the agenda says."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from accountkit.engine.duties import Agenda, Status, agenda_of
from accountkit.engine.fulfilments import Tally, tally
from accountkit.engine.recurrences import days_of
from accountkit.facts import Fulfilment
from accountkit.roles import BoundDuties, Grace, Recurrence, RoleInCompany, Tenure
from accountkit.testing.duties import a_duty, a_role, recurrences
from accountkit.values import Period, Weekday, WorkingWeek

YEAR = Period.year(2026)
WEEK = WorkingWeek(days=tuple(Weekday)[:6], holidays=(date(2026, 4, 9),))
days = st.dates(date(2025, 12, 1), date(2027, 1, 31))
in_year = st.dates(date(2026, 1, 1), date(2026, 12, 31))


def period(one: date, other: date) -> Period:
    """From one day to another, both included, whichever comes first."""
    return Period(min(one, other), max(one, other) + timedelta(1))


def role_of(recurrence: Recurrence) -> RoleInCompany:
    """A role with one duty."""
    anchor = None if recurrence.anchor is None else str(recurrence.anchor)
    return a_role(a_duty(recurrence.rule, anchor=anchor, grace=recurrence.grace))


def bound(recurrence: Recurrence, held: list[Period], within: Period) -> BoundDuties:
    """Ana in one seat after the other, some of them at once."""
    role = role_of(recurrence)
    tenures = (
        Tenure(position=f"seat-{number}", role=role, period=shared)
        for number, item in enumerate(held)
        if (shared := item.overlap(within)) is not None
    )
    return BoundDuties(
        company="tala",
        person="ana",
        name="Ana Cruz",
        period=within,
        tenures=tuple(tenures),
        working_week=WEEK,
    )


def fulfilled(done: dict[date, date]) -> list[Fulfilment]:
    """What fell due on a day, done on a day."""
    return [
        Fulfilment(person="ana", duty="report", occasion=occasion, done_on=done_on)
        for occasion, done_on in done.items()
    ]


def told(agenda: Agenda) -> list[tuple[date, Status]]:
    """The occasions in short."""
    return [(occasion.due, occasion.status) for occasion in agenda.occasions]


def looked_up(due: date, grace: Grace | None, done_on: date | None, on: date) -> Status:
    """The status, counted a day at a time."""
    left = 0 if grace is None else grace.count
    last = due
    while left:
        last += timedelta(1)
        left -= grace is None or grace.working_days is None or WEEK.works_on(last)
    if done_on is not None and done_on <= on:
        return Status.DONE if done_on <= last else Status.DONE_LATE
    return Status.UPCOMING if on < due else Status.DUE if on <= last else Status.LATE


@given(
    recurrences(),
    st.lists(st.builds(period, days, days), min_size=1, max_size=3),
    st.dictionaries(in_year, days, max_size=12),
    days,
)
def test_an_agenda_is_what_a_look_at_every_day_finds(
    recurrence: Recurrence, held: list[Period], done: dict[date, date], on: date
) -> None:
    """A duty falls due once on each day of its rule on which some seat is held."""
    agenda = agenda_of(bound(recurrence, held, YEAR), fulfilled(done), on=on)
    falls = set(days_of(recurrence, YEAR))
    every_day = (YEAR.start + timedelta(count) for count in range(YEAR.days))
    due = [day for day in every_day if day in falls and any(day in item for item in held)]

    assert [(day, looked_up(day, recurrence.grace, done.get(day), on)) for day in due] == told(
        agenda
    )
    assert {day for day in done if day not in due and done[day] <= on} == {
        stray.occasion for stray in agenda.strays
    }


@given(
    recurrences(), st.lists(st.builds(period, days, days), min_size=1, max_size=3), in_year, days
)
def test_the_agendas_of_two_periods_are_that_of_the_whole(
    recurrence: Recurrence, held: list[Period], cut: date, on: date
) -> None:
    """Whoever follows up month by month sees what the year shows, and counts the same."""
    cuts = [Period(YEAR.start, cut)] if cut > YEAR.start else []
    parts = [
        agenda_of(bound(recurrence, held, part), (), on=on)
        for part in (*cuts, Period(cut, YEAR.end))
    ]
    whole = agenda_of(bound(recurrence, held, YEAR), (), on=on)
    tallies = [tally(part.occasions) for part in parts]

    assert told(whole) == [pair for part in parts for pair in told(part)]
    assert tally(whole.occasions) == Tally(
        done=sum(item.done for item in tallies),
        done_late=sum(item.done_late for item in tallies),
        late=sum(item.late for item in tallies),
    )
