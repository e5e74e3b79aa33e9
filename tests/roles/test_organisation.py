"""The organisation: who held which seat and reported to whom, day by day."""

from __future__ import annotations

from datetime import date

import pytest

from accountkit.errors import TermsError, UnknownNameError
from accountkit.roles import Appointment, Organisation, Person, Position, ReportingLine, Seat

Q1 = date(2026, 1, 1)
MAY = date(2026, 5, 1)
LAST_OF_APRIL = date(2026, 4, 30)


def held(person: str, position: str, start: date = Q1, until: date | None = None) -> Appointment:
    """An appointment from the first of January on."""
    return Appointment(person=person, position=position, start=start, until=until)


def position(name: str, reports_to: str | None = None, *lines: ReportingLine) -> Position:
    """A seat of a seller."""
    return Position(id=name, role="seller", reports_to=reports_to, reporting_lines=lines)


def organisation(
    positions: tuple[Position, ...], *appointments: Appointment, people: str = "ana ben cora dan"
) -> Organisation:
    """An organisation of four people."""
    return Organisation(
        people=tuple(Person(id=name, name=name.title()) for name in people.split()),
        positions=positions,
        appointments=appointments,
    )


DIRECTOR = position("director")
HEAD = position("head", "director")
NORTH = position("north", "head")
SOUTH = position("south", "head")
SEATS = (DIRECTOR, HEAD, NORTH, SOUTH)

# Ana is the director. Ben heads sales to the end of April, Dan from May. Cora sells in the north,
# Dan in the south until he becomes head.
COMPANY = organisation(
    SEATS,
    held("ana", "director"),
    held("ben", "head", until=LAST_OF_APRIL),
    held("cora", "north"),
    held("dan", "south", until=LAST_OF_APRIL),
    held("dan", "head", start=MAY),
)


def test_a_sound_organisation_has_no_faults() -> None:
    """A seat that changes hands on the next day contradicts nothing."""
    assert () == COMPANY.faults()


@pytest.mark.parametrize("day, superior", [(LAST_OF_APRIL, "ben"), (MAY, "dan")])
def test_the_superior_is_who_held_the_seat_on_that_day(day: date, superior: str) -> None:
    """The last day of an appointment still counts, the next day does not."""
    assert superior == COMPANY.superior_of("cora", day)
    assert (superior,) == COMPANY.holders("head", day)


def test_reports_are_those_whose_seats_lead_to_ones_own() -> None:
    """Ben has both sellers in April; Dan has only Cora in May, his old seat being empty."""
    assert ("cora", "dan") == COMPANY.reports_of("ben", LAST_OF_APRIL)
    assert () == COMPANY.reports_of("ben", MAY)
    assert ("cora",) == COMPANY.reports_of("dan", MAY)
    assert ("dan",) == COMPANY.reports_of("ana", MAY)


def test_the_line_goes_up_to_the_top_nearest_first() -> None:
    """A vacant seat keeps its place in the line, so levels do not shift."""
    vacant = organisation(SEATS, held("ana", "director"), held("cora", "north"))

    assert (Seat("head", "ben"), Seat("director", "ana")) == COMPANY.line_of("cora", Q1)
    assert (Seat("head", None), Seat("director", "ana")) == vacant.line_of("cora", Q1)
    assert vacant.superior_of("cora", Q1) is None
    assert () == COMPANY.line_of("ana", Q1)
    assert COMPANY.superior_of("ana", Q1) is None


def test_nobody_holds_anything_before_the_first_day() -> None:
    """Before the appointment starts the person has no seat, superior or reports."""
    before = date(2025, 12, 31)

    assert () == COMPANY.positions_of("cora", before)
    assert COMPANY.superior_of("cora", before) is None
    assert () == COMPANY.holders("north", before)


def test_a_line_of_reporting_may_change_by_date() -> None:
    """The north reports to the head until April and straight to the director from May."""
    moved = position(
        "north",
        None,
        ReportingLine(to="head", until=LAST_OF_APRIL),
        ReportingLine(to="director", start=MAY),
    )
    company = organisation(
        (DIRECTOR, HEAD, moved), held("ana", "director"), held("ben", "head"), held("cora", "north")
    )

    assert () == company.faults()
    assert ["ben", "ana"] == [company.superior_of("cora", day) for day in (LAST_OF_APRIL, MAY)]
    assert ("ben", "cora") == company.reports_of("ana", MAY)


def test_an_unknown_name_is_told_with_the_nearest_one() -> None:
    """A misspelt person is an error and not somebody without a superior."""
    with pytest.raises(UnknownNameError) as refused:
        COMPANY.superior_of("corra", MAY)

    assert "person corra: is not in the organisation; did you mean cora?" == str(refused.value)
    with pytest.raises(UnknownNameError, match="position nort"):
        COMPANY.holders("nort", MAY)
    assert "Cora" == COMPANY.person("cora").name
    assert HEAD == COMPANY.position("head")


def test_a_cycle_in_reporting_is_found() -> None:
    """Head reports to north and north to head: nobody is at the top."""
    ring = organisation((position("head", "north"), NORTH), held("ben", "head"))

    (fault,) = ring.faults()

    assert (
        "position head: reports to itself in the end: head to north to head; "
        "let one of them report to somebody else"
    ) == str(fault)
    assert ("positions", 0) == fault.path
    assert (Seat("north", None), Seat("head", "ben")) == ring.line_of("ben", Q1)


def test_a_cycle_that_starts_later_is_found() -> None:
    """The line turned into a ring in May."""
    turned = position("head", None, ReportingLine(to="north", start=MAY))

    (fault,) = organisation((turned, NORTH)).faults()

    assert "head to north to head" in str(fault)


@pytest.mark.parametrize(
    "broken, message, path",
    [
        (
            organisation((HEAD,)),
            'position head: position "director" does not exist; add the position',
            ("positions", 0, "reports_to"),
        ),
        (
            organisation((position("head", None, ReportingLine(to="top")),)),
            'position head: position "top" does not exist; add the position',
            ("positions", 0, "reporting_lines", 0, "to"),
        ),
        (
            organisation(SEATS, held("corra", "north")),
            'appointment 1: person "corra" does not exist; did you mean cora?',
            ("appointments", 0, "person"),
        ),
        (
            organisation(SEATS, held("cora", "nort")),
            'appointment 1: position "nort" does not exist; did you mean north?',
            ("appointments", 0, "position"),
        ),
        (
            organisation((*SEATS, NORTH)),
            "position north: stands twice; give each its own id",
            ("positions", 4, "id"),
        ),
        (
            organisation((), people="ana ana"),
            "person ana: stands twice; give each its own id",
            ("people", 1, "id"),
        ),
        (
            organisation(SEATS, held("cora", "north"), held("cora", "north", start=MAY)),
            (
                "appointment 2: cora already holds north on 2026-05-01; "
                "end the earlier appointment the day before"
            ),
            ("appointments", 1),
        ),
        (
            organisation(
                SEATS, held("ben", "head"), held("dan", "head", start=MAY), held("cora", "north")
            ),
            (
                "position head: has two holders on 2026-05-01, ben and dan, and others report to "
                "it; give each holder a position of their own"
            ),
            ("appointments", 1),
        ),
        (
            organisation(
                (DIRECTOR, position("other"), HEAD, position("north", "other")),
                held("cora", "head"),
                held("cora", "north", start=MAY),
            ),
            (
                "appointment 2: cora reports to both director and other on 2026-05-01; "
                "let both positions report to the same one, or end one appointment"
            ),
            ("appointments", 1),
        ),
        (
            organisation(
                (
                    DIRECTOR,
                    HEAD,
                    position(
                        "north",
                        None,
                        ReportingLine(to="head"),
                        ReportingLine(to="director", start=MAY),
                    ),
                )
            ),
            (
                "position north: reports to both head and director on 2026-05-01; "
                "end one line the day before the other starts"
            ),
            ("positions", 2, "reporting_lines", 1),
        ),
    ],
)
def test_what_contradicts_itself_is_found(
    broken: Organisation, message: str, path: tuple[str | int, ...]
) -> None:
    """Each fault says what is wrong, from which day on, what to do, and where it stands."""
    (fault,) = broken.faults()

    assert message == str(fault)
    assert path == fault.path


def test_several_people_may_hold_a_seat_that_nobody_reports_to() -> None:
    """Two sellers in one position have one superior each: that is no contradiction."""
    shared = organisation(SEATS, held("ben", "head"), held("cora", "north"), held("dan", "north"))

    assert () == shared.faults()
    assert ("cora", "dan") == shared.reports_of("ben", Q1)


@pytest.mark.parametrize("seats", [("head", "north"), ("north", "head")])
def test_who_acts_for_the_own_superior_is_not_the_own_superior(seats: tuple[str, str]) -> None:
    """Cora sells and heads sales at once; her line goes up from the seat that is higher."""
    acting = organisation(SEATS, held("ana", "director"), *(held("cora", seat) for seat in seats))

    assert () == acting.faults()
    assert "ana" == acting.superior_of("cora", MAY)
    assert () == acting.reports_of("cora", MAY)


def test_an_end_before_the_start_is_refused() -> None:
    """The last day cannot come before the first."""
    with pytest.raises(TermsError) as refused:
        held("cora", "north", start=MAY, until=Q1)

    assert ("until: ends on 2026-01-01, before it starts on 2026-05-01; swap the dates") == str(
        refused.value
    )
    with pytest.raises(TermsError, match="before it starts"):
        ReportingLine(to="head", start=MAY, until=Q1)


def test_one_way_of_naming_the_superior_is_enough() -> None:
    """A superior for good and superiors by date would contradict each other."""
    with pytest.raises(TermsError, match="both in reports_to and in reporting_lines"):
        position("north", "head", ReportingLine(to="director"))
