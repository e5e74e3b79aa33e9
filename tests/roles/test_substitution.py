"""Orders of substitution: what they must say, and where they contradict each other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from accountkit.errors import TermsError
from accountkit.roles import (
    Absence,
    AbsenceKind,
    Appointment,
    Organisation,
    Person,
    Position,
    SubstitutionMode,
    SubstitutionOrder,
    Transfer,
)

FIRST, LAST = date(2026, 4, 6), date(2026, 4, 17)
AFTER = date(2026, 4, 18)


def order(name: str = "one", **options: Any) -> SubstitutionOrder:
    """Ben acts for Cora from 6 to 17 April, unless something else is said."""
    terms: dict[str, Any] = {
        "number": name,
        "issued_on": date(2026, 4, 1),
        "signed_by": "ana",
        "absent": None if "position" in options else "cora",
        "deputy": "ben",
        "start": FIRST,
        "until": LAST,
    }
    return SubstitutionOrder(id=name, **{**terms, **options})


def company(*orders: SubstitutionOrder, **options: Any) -> Organisation:
    """Ana directs, Ben and Cora and Dan sell."""
    seats = {"ana": "director", "ben": "north", "cora": "south", "dan": "west"}
    parts: Mapping[str, Any] = {
        "people": tuple(Person(id=name, name=name.title()) for name in seats),
        "positions": (
            Position(id="director", role="director"),
            *(
                Position(id=seat, role="seller", reports_to="director")
                for seat in ("north", "south", "west")
            ),
        ),
        "appointments": tuple(
            Appointment(person=name, position=seat, start=date(2025, 1, 1))
            for name, seat in seats.items()
        ),
        "substitution_orders": orders,
        **options,
    }
    return Organisation(**parts)


def test_an_order_holds_on_its_last_day_and_not_after() -> None:
    """The last day is written included."""
    assert [False, True, True, False] == [
        order().holds(day) for day in (date(2026, 4, 5), FIRST, LAST, AFTER)
    ]


def test_an_order_without_a_last_day_holds_until_another() -> None:
    """Nobody knows how long an illness lasts."""
    assert order(until=None).holds(date(2030, 1, 1))


def test_all_clauses_pass_unless_some_are_named() -> None:
    """Without a list everything passes, and all three: rights, duties, responsibility."""
    some = order(clauses=("duties.visits",))

    assert order().covers("duties.visits")
    assert order().covers(None)
    assert some.covers("duties.visits")
    assert not some.covers("duties.reports")
    assert not some.covers(None)
    assert (Transfer.RIGHTS, Transfer.DUTIES, Transfer.RESPONSIBILITY) == order().transfers


@pytest.mark.parametrize(
    "options, message",
    [
        (
            {"absent": None},
            (
                "order one: needs exactly one of absent and position; "
                "name the person who is away, or the position that is covered"
            ),
        ),
        (
            {"absent": "cora", "position": "south"},
            (
                "order one: needs exactly one of absent and position; "
                "name the person who is away, or the position that is covered"
            ),
        ),
        (
            {"deputy": "cora"},
            "order one: lets cora stand in for themselves; name another deputy",
        ),
        (
            {"until": date(2026, 4, 5)},
            "until: ends on 2026-04-05, before it starts on 2026-04-06; swap the dates",
        ),
        ({"transfers": ()}, "transfers: is empty; give at least one"),
        ({"number": ""}, "number: is empty; give at least one"),
        (
            {"start": date.max, "until": None},
            "start: 9999-12-31 is the end of the calendar; give an earlier day",
        ),
    ],
)
def test_an_order_that_makes_no_sense_is_refused(options: dict[str, Any], message: str) -> None:
    """It says what is wrong with it, and what to write."""
    with pytest.raises(TermsError) as refused:
        order(**options)

    assert message == str(refused.value)


def test_an_absence_ends_with_its_last_day() -> None:
    """Who is away to 17 April is back on the 18th; without a last day nobody knows when."""
    leave = Absence(person="cora", kind=AbsenceKind.LEAVE, start=FIRST, until=LAST)
    illness = Absence(person="cora", kind=AbsenceKind.ILLNESS, start=FIRST)

    assert [True, False] == [leave.holds(day) for day in (LAST, AFTER)]
    assert illness.holds(date(2030, 1, 1))
    with pytest.raises(TermsError, match="before it starts"):
        Absence(person="cora", kind=AbsenceKind.TRIP, start=LAST, until=FIRST)


def test_sound_orders_have_no_faults() -> None:
    """One after another; in two seats at once; clauses shared out; help from two at once."""
    share = SubstitutionMode.SHARE
    for orders in (
        (order(), order("two", deputy="dan", start=AFTER, until=None)),
        (order(), order("two", absent="dan")),
        (order(clauses=("sell",)), order("two", deputy="dan", clauses=("report",))),
        (
            order(transfers=(Transfer.DUTIES,)),
            order("two", deputy="dan", transfers=(Transfer.RIGHTS, Transfer.RESPONSIBILITY)),
        ),
        (order(mode=share), order("two", deputy="dan", mode=share)),
        (order(), order("two", position="west")),
        (order(), order("two", absent="ben", deputy="dan")),
    ):
        assert () == company(*orders).faults()


@pytest.mark.parametrize(
    "orders, message, path",
    [
        (
            (order(absent="corra"),),
            'order one: person "corra" does not exist; did you mean cora?',
            (0, "absent"),
        ),
        (
            (order(position="sout"),),
            'order one: position "sout" does not exist; did you mean south?',
            (0, "position"),
        ),
        (
            (order(deputy="bem"),),
            'order one: person "bem" does not exist; did you mean ben?',
            (0, "deputy"),
        ),
        (
            (order(signed_by="anna"),),
            'order one: person "anna" does not exist; did you mean ana?',
            (0, "signed_by"),
        ),
        (
            (order(), order(start=AFTER, until=None)),
            "order one: stands twice; give each its own id",
            (1, "id"),
        ),
        (
            (order(), order("two", deputy="dan", start=LAST, until=None)),
            (
                "order two: lets dan, and order one lets ben, act in position south on 2026-04-17; "
                "end one the day before the other starts, or let them pass different clauses"
            ),
            (1,),
        ),
        (
            (order(clauses=("sell", "report")), order("two", deputy="dan", clauses=("report",))),
            (
                "order two: lets dan, and order one lets ben, act in position south on 2026-04-06; "
                "end one the day before the other starts, or let them pass different clauses"
            ),
            (1,),
        ),
        (
            (order(), order("two", position="south", deputy="dan")),
            (
                "order two: lets dan, and order one lets ben, act in position south on 2026-04-06; "
                "end one the day before the other starts, or let them pass different clauses"
            ),
            (1,),
        ),
        (
            (order(), order("two", mode=SubstitutionMode.SHARE)),
            (
                "order two: and order one let ben act in different ways in position south on "
                "2026-04-06; end one the day before the other starts, or let them pass different "
                "clauses"
            ),
            (1,),
        ),
        (
            (order(position="north"),),
            (
                "order one: lets ben stand in for themselves, holding north on 2026-04-06; "
                "name another deputy"
            ),
            (0, "deputy"),
        ),
        (
            (order(), order("two", absent="ben", deputy="cora", start=LAST, until=None)),
            (
                "order one: comes back to cora on 2026-04-17: cora to ben to cora; "
                "name another deputy in one of the orders"
            ),
            (0,),
        ),
        (
            (
                order(absent="dan", deputy="cora"),
                order("two", absent="ben", deputy="dan"),
                order("three", position="south"),
            ),
            (
                "order one: comes back to dan on 2026-04-06: dan to cora to ben to dan; "
                "name another deputy in one of the orders"
            ),
            (0,),
        ),
        (
            (order(start=date(2024, 4, 6), until=date(2024, 4, 17)),),
            (
                "order one: covers nothing, since cora holds no position on its days; "
                "check its dates and the appointments"
            ),
            (0,),
        ),
        (
            (order(issued_on=date(2024, 4, 1)),),
            (
                "order one: is signed by ana, who holds no position on 2024-04-01; "
                "name somebody who holds one"
            ),
            (0, "signed_by"),
        ),
    ],
)
def test_what_contradicts_itself_is_found(
    orders: tuple[SubstitutionOrder, ...], message: str, path: tuple[str | int, ...]
) -> None:
    """Each fault says what is wrong, from which day on, what to do, and where it stands."""
    (fault,) = company(*orders).faults()

    assert message == str(fault)
    assert ("substitution_orders", *path) == fault.path


def test_an_absence_of_nobody_is_found() -> None:
    """A misspelt person would be at work."""
    (fault,) = company(
        absences=(Absence(person="corra", kind=AbsenceKind.LEAVE, start=FIRST),)
    ).faults()

    assert 'absence of corra: person "corra" does not exist; did you mean cora?' == str(fault)
    assert ("absences", 0, "person") == fault.path


def test_two_who_share_a_seat_may_have_a_deputy_each() -> None:
    """Ben and Cora sell in one seat, and each has somebody else to act."""
    shared = (
        Appointment(person="ana", position="director", start=FIRST),
        Appointment(person="ben", position="south", start=FIRST),
        Appointment(person="cora", position="south", start=FIRST),
    )
    orders = (
        order(deputy="dan", issued_on=FIRST),
        order("two", absent="ben", deputy="ana", issued_on=FIRST),
    )

    assert () == company(*orders, appointments=shared).faults()
