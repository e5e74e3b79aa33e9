"""The file for calendar programs, read back by a library that others use to read theirs."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from accountkit.documents.icalendar import write_icalendar
from accountkit.engine.duties import Agenda, agenda_of
from accountkit.errors import MissingExtraError, UsageError
from accountkit.facts import Fulfilment
from accountkit.roles import Duty, Grace, Recurrence
from accountkit.testing.duties import a_duty, a_role, a_tenure, duties_of, recurrences
from accountkit.testing.strategies import dates
from accountkit.values import Clause, Period, Text

STAMP = datetime(2026, 1, 20, tzinfo=UTC)
ALONE = """
import sys
from datetime import UTC, date, datetime
from accountkit.documents.icalendar import write_icalendar
from accountkit.engine.duties import agenda_of
from accountkit.facts import Fulfilment
from accountkit.testing.duties import a_duty, a_role, a_tenure, duties_of

fifth = date(2026, 1, 5)
done = Fulfilment(
    person="ana", duty="report", occasion=fifth, done_on=date(2026, 1, 6), remark="by phone"
)
duties = duties_of(a_tenure(a_role(a_duty("FREQ=DAILY")), "2026-01"))
agenda = agenda_of(duties, [done], on=date(2026, 1, 20))
stamp = datetime(2026, 1, 20, tzinfo=UTC)
sys.stdout.buffer.write(write_icalendar(agenda, locale="ru", stamp=stamp))
"""
MONDAYS = a_duty("FREQ=WEEKLY;BYDAY=MO", grace=Grace(days=2))


def agenda(*duties: Duty, days: str = "2026-01", on: date = date(2026, 1, 20)) -> Agenda:
    """Ana's January: the report of the 5th done on the 6th, the others not done."""
    done = Fulfilment(
        person="ana",
        duty="report",
        occasion=date(2026, 1, 5),
        done_on=date(2026, 1, 6),
        remark="by phone",
    )
    return agenda_of(duties_of(a_tenure(a_role(*duties), days)), [done], on=on)


def written(found: Agenda, locale: str = "en", stamp: datetime = STAMP) -> bytes:
    """The file."""
    return write_icalendar(found, locale=locale, stamp=stamp)


def read(found: Agenda, kind: str, locale: str = "en") -> list[Any]:
    """The events (``VEVENT``) or tasks (``VTODO``) of the file, read back."""
    calendar: Any = Calendar.from_ical(written(found, locale))
    return list(calendar.walk(kind))


def days_of(event: Any) -> list[date]:
    """The days on which an event stands in a calendar."""
    first: date = event.decoded("dtstart")
    if "rrule" not in event:
        return [first]
    start = datetime.combine(first, datetime.min.time())
    rule = rrulestr(event["rrule"].to_ical().decode(), dtstart=start)
    return [moment.date() for moment in rule]


# --- events ---------------------------------------------------------------------------------------


def test_a_series_is_one_event_that_recurs() -> None:
    """From the first Monday of January to the last, on whole days that keep nobody busy."""
    (event,) = read(agenda(MONDAYS), "VEVENT")

    assert date(2026, 1, 5) == event.decoded("dtstart")
    assert b"FREQ=WEEKLY;UNTIL=20260126;BYDAY=MO" == event["rrule"].to_ical()
    assert "TRANSPARENT" == event["transp"]
    assert STAMP == event.decoded("dtstamp")


def test_an_event_says_what_is_due_and_which_clause_asks_for_it() -> None:
    """In the language that the file is asked for in, and marked as such."""
    (event,) = read(agenda(MONDAYS), "VEVENT", "fil")

    assert ("1.1. Mag-ulat.", "fil") == (event["summary"], event["summary"].params["LANGUAGE"])
    assert "Mag-ulat.\nDeskripsiyon ng trabaho: seller, talata 1.1" == event["description"]
    assert "fil" == event["description"].params["LANGUAGE"]


def test_what_a_duty_lists_below_it_is_told() -> None:
    """The clause is whole only with its items."""
    items = (
        Clause(id="report.a", text=Text.of(en="sales;")),
        Clause(id="report.b", text=Text.of(en="visits.")),
    )
    (event,) = read(agenda(a_duty("FREQ=DAILY", items=items)), "VEVENT")

    assert event["description"].startswith("Report.\n– sales;\n– visits.\n")


def test_a_single_day_is_an_event_that_does_not_recur() -> None:
    """A rule with one day in the period needs none."""
    (event,) = read(agenda(MONDAYS, days="2026-01-05..2026-01-11"), "VEVENT")

    assert ("rrule" in event, [date(2026, 1, 5)]) == (False, days_of(event))


def test_a_count_ends_on_its_last_day() -> None:
    """Counted anew from the first day of the file it would go on for too long."""
    counted = a_duty("FREQ=WEEKLY;COUNT=4", anchor="2025-12-22")
    (event,) = read(agenda(counted), "VEVENT")

    assert [date(2026, 1, 5), date(2026, 1, 12)] == days_of(event)


@given(recurrences(), dates(), st.integers(1, 700))
def test_a_calendar_shows_every_occasion_and_no_other(
    recurrence: Recurrence, start: date, length: int
) -> None:
    """Whatever the rule and wherever the period cuts it, the event recurs on the days due."""
    anchor = None if recurrence.anchor is None else str(recurrence.anchor)
    within = Period(start, start + timedelta(length))
    found = agenda(a_duty(recurrence.rule, anchor=anchor), days=str(within))
    shown = [day for event in read(found, "VEVENT") for day in days_of(event)]

    assert [occasion.due for occasion in found.occasions] == shown


# --- tasks ----------------------------------------------------------------------------------------


def test_every_occasion_is_a_task_with_its_last_day() -> None:
    """The report of Monday the 5th is in time until Wednesday the 7th."""
    tasks = read(agenda(MONDAYS), "VTODO")

    assert [date(2026, 1, day) for day in (7, 14, 21, 28)] == [
        task.decoded("due") for task in tasks
    ]
    assert all("dtstart" not in task for task in tasks)


def test_what_is_done_is_a_completed_task() -> None:
    """With the day on which it was done, and all that is known of it."""
    done, *others = read(agenda(MONDAYS), "VTODO")

    assert ("COMPLETED", 100) == (done["status"], done["percent-complete"])
    assert datetime(2026, 1, 6, tzinfo=UTC) == done.decoded("completed")
    assert {("NEEDS-ACTION", False)} == {(task["status"], "completed" in task) for task in others}


def test_a_task_says_how_it_stands_and_as_of_when() -> None:
    """The status is that of the agenda, told in words."""
    done, late, *_ = read(agenda(MONDAYS), "VTODO")

    assert (
        "Report.\n"
        "Job description: seller, clause 1.1\n"
        "Due: January 5, 2026\n"
        "In time until: January 7, 2026\n"
        "Done on: January 6, 2026 (by phone)\n"
        "Status: done\n"
        "As of: January 20, 2026"
    ) == done["description"]
    assert "\nStatus: late\n" in late["description"]


# --- the file -------------------------------------------------------------------------------------


def identities(found: Agenda, kind: str, locale: str = "en") -> list[str]:
    """What a calendar program knows the entries by."""
    return [str(entry["uid"]) for entry in read(found, kind, locale)]


def test_entries_keep_their_identity() -> None:
    """Imported again on another day or in another language, a file updates what is there."""
    first = agenda(MONDAYS)
    later = agenda(MONDAYS, on=date(2026, 3, 1))

    for kind in ("VEVENT", "VTODO"):
        assert identities(first, kind) == identities(later, kind)
        assert identities(first, kind) == identities(first, kind, "ru")
    quarter = identities(agenda(MONDAYS, days="2026-Q1"), "VTODO")
    assert identities(first, "VTODO") == quarter[:4]


def test_no_two_entries_share_an_identity() -> None:
    """Neither two duties, nor two days, nor an event and the task of its first day."""
    found = agenda(MONDAYS, a_duty("FREQ=DAILY", id="plan"))
    known = [*identities(found, "VEVENT"), *identities(found, "VTODO")]

    assert 2 + 4 + 31 == len(known) == len(set(known))


def test_lines_are_folded_and_end_as_the_standard_asks() -> None:
    """At most 75 octets each, in UTF-8, CR and LF at the end."""
    long = Text.of(en="Report to the head, “in full”; with names such as Peñaflor, Ybañez. " * 9)
    content = written(agenda(a_duty("FREQ=WEEKLY;BYDAY=MO", text=long)))

    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert 75 >= max(len(line) for line in content.split(b"\r\n"))
    assert all(line.decode() for line in content.split(b"\r\n")[:-1])


def test_text_arrives_as_it_was_typed(hostile: str) -> None:
    """Commas, semicolons, quotes, backslashes and lines; what cannot be shown is replaced."""
    duty = a_duty("FREQ=DAILY", text=Text.of(en=hostile.replace("{", "{{").replace("}", "}}")))
    (event,) = read(agenda(duty), "VEVENT")

    assert f"1.1. {hostile}" == event["summary"]


def test_a_character_that_no_calendar_can_hold_is_replaced() -> None:
    """As in every other format."""
    (event,) = read(agenda(a_duty("FREQ=DAILY", text=Text.of(en="bell \x07."))), "VEVENT")

    assert "1.1. bell \ufffd." == event["summary"]


def test_the_same_agenda_gives_the_same_bytes() -> None:
    """Also in another process, where sets and texts are hashed anew; no clock is asked."""
    runs = {
        subprocess.run(
            [sys.executable, "-c", ALONE],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }

    assert {written(agenda(a_duty("FREQ=DAILY")), "ru")} == runs


def test_the_stamp_is_told_in_universal_time() -> None:
    """Eight in the morning in Manila is midnight."""
    manila = datetime(2026, 1, 20, 8, tzinfo=timezone(timedelta(hours=8)))

    assert written(agenda(MONDAYS)) == written(agenda(MONDAYS), stamp=manila)


def test_a_stamp_without_a_time_zone_is_refused() -> None:
    """It would mean another moment on another machine."""
    with pytest.raises(UsageError) as refused:
        written(agenda(MONDAYS), stamp=datetime(2026, 1, 20))  # noqa: DTZ001 - that is the point

    assert ("stamp: 2026-01-20 00:00:00 has no time zone; give one, such as UTC") == str(
        refused.value
    )


def test_without_the_library_the_way_to_install_it_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One sentence with the exact line."""
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(MissingExtraError) as missing:
        written(agenda(MONDAYS))

    assert (
        "the iCalendar writer: is not installed;"
        " install it with: pip install 'accountkit[calendar]'"
    ) == str(missing.value)
