"""What falls due for a person, and how it stands: days and statuses worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest

from accountkit.engine.duties import Agenda, Status, agenda_of
from accountkit.facts import Fulfilment
from accountkit.roles import Duty, Grace, RecurrenceChoice
from accountkit.roles.tenures import BoundDuties
from accountkit.testing.duties import a_duty, a_role, a_tenure, duties_of
from accountkit.values import Weekday, WorkingWeek

MONDAYS = "FREQ=WEEKLY;BYDAY=MO"
FIRST_OF_MONTH = "FREQ=MONTHLY;BYMONTHDAY=1"


def fulfilled(occasion: str, done_on: str, duty: str = "report", person: str = "ana") -> Fulfilment:
    """What fell due on a day, done on a day."""
    return Fulfilment(
        person=person,
        duty=duty,
        occasion=date.fromisoformat(occasion),
        done_on=date.fromisoformat(done_on),
    )


def agenda(duties: BoundDuties, *fulfilments: Fulfilment, on: str = "2026-12-31") -> Agenda:
    """An agenda as of a day, by default when all is over."""
    return agenda_of(duties, fulfilments, on=date.fromisoformat(on))


def seller(*duties: Duty, days: str = "2026-01") -> BoundDuties:
    """Ana, who has these duties in one position."""
    return duties_of(a_tenure(a_role(*duties), days))


def days(found: Agenda) -> list[str]:
    """The days due, as they are written."""
    return [str(occasion.due) for occasion in found.occasions]


# --- statuses -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "done_on, on, status",
    [
        (None, "2026-01-04", Status.UPCOMING),
        (None, "2026-01-05", Status.DUE),
        (None, "2026-01-07", Status.DUE),  # the last day in time
        (None, "2026-01-08", Status.LATE),
        ("2026-01-02", "2026-01-03", Status.DONE),  # before it fell due
        ("2026-01-05", "2026-01-31", Status.DONE),
        ("2026-01-07", "2026-01-07", Status.DONE),
        ("2026-01-08", "2026-01-08", Status.DONE_LATE),
    ],
)
def test_the_status_of_an_occasion(done_on: str | None, on: str, status: Status) -> None:
    """Monday 5 January 2026 with two days of grace: in time until Wednesday the 7th."""
    due = seller(a_duty(MONDAYS, grace=Grace(days=2)), days="2026-01-05..2026-01-05")
    done = [] if done_on is None else [fulfilled("2026-01-05", done_on)]
    (occasion,) = agenda(due, *done, on=on).occasions

    assert status is occasion.status
    assert date(2026, 1, 7) == occasion.last_day


def test_what_is_done_later_is_not_known_yet() -> None:
    """As of the 9th, what was done on the 10th is late; as of the 10th it is done late."""
    due = seller(a_duty(MONDAYS), days="2026-01-05..2026-01-05")
    done = fulfilled("2026-01-05", "2026-01-10")

    assert [Status.LATE] == [item.status for item in agenda(due, done, on="2026-01-09").occasions]
    assert [Status.DONE_LATE] == [
        item.status for item in agenda(due, done, on="2026-01-10").occasions
    ]


def test_a_fulfilment_is_of_one_person_one_duty_and_one_day() -> None:
    """Ben's report, Ana's other duty and her report of another week change nothing."""
    due = seller(a_duty(MONDAYS), a_duty(MONDAYS, id="plan"), days="2026-01-05..2026-01-05")
    found = agenda(
        due,
        fulfilled("2026-01-05", "2026-01-05", person="ben"),
        fulfilled("2026-01-05", "2026-01-05", duty="plan"),
        fulfilled("2026-01-12", "2026-01-05"),
    )

    assert [("report", Status.LATE), ("plan", Status.DONE)] == [
        (item.duty, item.status) for item in found.occasions
    ]


def test_occasions_are_in_order_of_days_and_then_of_duties() -> None:
    """Those of one day come in the order of the clauses."""
    found = agenda(seller(a_duty(MONDAYS), a_duty("FREQ=MONTHLY;BYMONTHDAY=5,12", id="plan")))

    assert [
        ("2026-01-05", "report"),
        ("2026-01-05", "plan"),
        ("2026-01-12", "report"),
        ("2026-01-12", "plan"),
        ("2026-01-19", "report"),
        ("2026-01-26", "report"),
    ] == [(str(item.due), item.duty) for item in found.occasions]


def test_a_duty_without_a_rhythm_never_falls_due() -> None:
    """There is nothing to be late with."""
    assert () == agenda(seller(a_duty())).series


# --- tenures --------------------------------------------------------------------------------------


def test_a_duty_falls_due_only_while_the_position_is_held() -> None:
    """The last day of a tenure counts, the day after it does not."""
    assert ["2026-01-12", "2026-01-19"] == days(
        agenda(seller(a_duty(MONDAYS), days="2026-01-06..2026-01-19"))
    )


def test_two_tenures_of_one_position_leave_out_what_lies_between() -> None:
    """Somebody who left and came back owes nothing for the time away."""
    role = a_role(a_duty(MONDAYS))
    away = duties_of(
        a_tenure(role, "2026-01-01..2026-01-11"), a_tenure(role, "2026-01-20..2026-01-31")
    )

    assert ["2026-01-05", "2026-01-26"] == days(agenda(away))
    assert [1, 1] == [len(series.occasions) for series in agenda(away).series]


def test_a_duty_held_in_two_seats_falls_due_once() -> None:
    """Ana covers the south from the 10th on: still one report every Monday."""
    role = a_role(a_duty(MONDAYS))
    both = duties_of(a_tenure(role, "2026-01"), a_tenure(role, "2026-01-10..2026-02-08", "south"))
    north, south = agenda(both).series

    assert ("north", 4) == (north.position, len(north.occasions))
    assert ("south", ["2026-02-02"]) == (
        south.position,
        [str(occasion.due) for occasion in south.occasions],
    )


def test_of_two_duties_of_one_id_held_at_once_the_second_is_not_judged() -> None:
    """A fulfilment could not say which of them it is of."""
    north, south = a_role(a_duty(MONDAYS)), a_role(a_duty(FIRST_OF_MONTH), name="head")
    found = agenda(
        duties_of(a_tenure(north, "2026-01"), a_tenure(south, "2026-01", "south")),
        fulfilled("2026-01-01", "2026-01-01"),
    )

    (unjudged,) = found.unjudged
    assert (
        "duty report: position south has it at the same time as north, in other words or on other"
        " days; give the two duties different ids"
    ) == str(unjudged.problem)
    assert ("south", "head") == (unjudged.position, unjudged.role.role.id)
    assert () == found.strays


def test_a_duty_of_one_id_in_two_roles_held_in_turn_is_none() -> None:
    """A seller on Mondays, then the head on the first of each month."""
    promoted = duties_of(
        a_tenure(a_role(a_duty(MONDAYS)), "2026-01"),
        a_tenure(a_role(a_duty(FIRST_OF_MONTH), name="head"), "2026-02", "south"),
    )

    assert ["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26", "2026-02-01"] == days(
        agenda(promoted)
    )


def test_what_the_company_settles_counts() -> None:
    """The role says every month, the company says on the 15th."""
    settled = RecurrenceChoice(duty="report", recurrence="FREQ=MONTHLY;BYMONTHDAY=15")
    role = a_role(a_duty("FREQ=MONTHLY"), settled=(settled,))

    assert ["2026-01-15", "2026-02-15"] == days(
        agenda(duties_of(a_tenure(role, "2026-01-01..2026-02-28")))
    )


# --- what cannot be judged ------------------------------------------------------------------------


def test_a_duty_that_leaves_its_day_open_is_not_judged_and_the_others_are() -> None:
    """Nobody is late with what nobody has put a day to."""
    found = agenda(seller(a_duty("FREQ=WEEKLY"), a_duty(FIRST_OF_MONTH, id="plan")))

    (unjudged,) = found.unjudged
    assert (
        "duty report: recurrence FREQ=WEEKLY leaves open on which day it falls; give an anchor"
    ) == str(unjudged.problem)
    assert "report" == unjudged.duty.id
    assert ["2026-01-01"] == days(found)


def test_a_duty_that_stands_open_in_two_positions_is_told_once() -> None:
    """Once somebody names the day, both are judged."""
    role = a_role(a_duty("FREQ=WEEKLY"))
    found = agenda(duties_of(a_tenure(role, "2026-01"), a_tenure(role, "2026-02", "south")))

    assert ["north"] == [item.position for item in found.unjudged]


def test_grace_in_working_days_without_a_working_week_is_not_judged() -> None:
    """With one, the last day in time of Friday 2 January is Tuesday the 6th."""
    friday = seller(
        a_duty("FREQ=WEEKLY;BYDAY=FR", grace=Grace(working_days=2)), days="2026-01-01..2026-01-02"
    )
    week = WorkingWeek(days=tuple(Weekday)[:5])
    told = duties_of(*friday.tenures, working_week=week)

    (unjudged,) = agenda(friday).unjudged
    assert (
        "duty report: grace is counted in working days; say which those are, as working_week of"
        " the company"
    ) == str(unjudged.problem)
    assert [date(2026, 1, 6)] == [item.last_day for item in agenda(told).occasions]


def test_a_fulfilment_of_a_day_that_nothing_fell_due_is_a_stray() -> None:
    """It is told with the nearest day that it may have been meant for."""
    stray = fulfilled("2026-01-06", "2026-01-06")
    found = agenda(seller(a_duty(MONDAYS)), stray)

    assert (stray,) == found.strays
    assert (
        "fulfilment of report: names 2026-01-06, on which it did not fall due for ana; name the"
        " day on which it did; the nearest is 2026-01-05"
    ) == str(found.stray_problem(stray))


def test_a_fulfilment_of_a_duty_that_is_not_there_is_a_stray() -> None:
    """It is told with the duty that it may have been meant for."""
    stray = fulfilled("2026-01-05", "2026-01-05", duty="reprot")
    found = agenda(seller(a_duty(MONDAYS)), stray)

    assert (
        "fulfilment of reprot: names a duty that did not fall due for ana within 2026-01; did you"
        " mean report?"
    ) == str(found.stray_problem(stray))


def test_a_fulfilment_of_another_time_is_no_stray() -> None:
    """An agenda speaks of its own period only."""
    assert () == agenda(seller(a_duty(MONDAYS)), fulfilled("2026-02-02", "2026-02-02")).strays
