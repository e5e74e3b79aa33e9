"""Who acts for whom on a day, and whom one turns to when the superior is away."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from accountkit.errors import UnknownNameError
from accountkit.roles import (
    Absence,
    AbsenceKind,
    Acting,
    Appointment,
    Organisation,
    Person,
    Position,
    SubstitutionMode,
    SubstitutionOrder,
    Superior,
)

MONDAY, FRIDAY = date(2026, 4, 6), date(2026, 4, 10)
BEFORE, AFTER = date(2026, 4, 5), date(2026, 4, 11)


def away(person: str, start: date = MONDAY, until: date | None = FRIDAY) -> Absence:
    """A leave of the week."""
    return Absence(person=person, kind=AbsenceKind.LEAVE, start=start, until=until)


def order(absent: str, deputy: str, **options: Any) -> SubstitutionOrder:
    """An order for the week."""
    terms: dict[str, Any] = {
        "id": f"{absent}-{deputy}",
        "number": "1",
        "issued_on": date(2026, 4, 1),
        "signed_by": "ana",
        "absent": absent,
        "deputy": deputy,
        "start": MONDAY,
        "until": FRIDAY,
    }
    return SubstitutionOrder(**{**terms, **options})


# Ana directs. Ben heads sales, Cora and Dan sell under him; a seat in the west stands empty, and
# Eve sells under that seat.
SEATS = {"ana": "director", "ben": "head", "cora": "north", "dan": "south", "eve": "far-west"}
LINES = {"director": None, "head": "director", "north": "head", "south": "head", "west": "head"}
COMPANY = Organisation(
    people=tuple(Person(id=name, name=name.title()) for name in SEATS),
    positions=tuple(
        Position(id=seat, role="seller", reports_to=above)
        for seat, above in {**LINES, "far-west": "west"}.items()
    ),
    appointments=tuple(
        Appointment(person=name, position=seat, start=date(2025, 1, 1))
        for name, seat in SEATS.items()
    ),
)


def company(*terms: Absence | SubstitutionOrder) -> Organisation:
    """The company with absences and orders."""
    return attrs.evolve(
        COMPANY,
        absences=tuple(item for item in terms if isinstance(item, Absence)),
        substitution_orders=tuple(item for item in terms if isinstance(item, SubstitutionOrder)),
    )


def test_all_reports_are_below_also_through_a_vacant_seat() -> None:
    """Level by level; direct reports are only those of the next level."""
    assert ("cora", "dan") == COMPANY.reports_of("ben", MONDAY)
    assert ("cora", "dan", "eve") == COMPANY.all_reports_of("ben", MONDAY)
    assert ("ben", "cora", "dan", "eve") == COMPANY.all_reports_of("ana", MONDAY)
    assert () == COMPANY.all_reports_of("eve", MONDAY)


def test_a_seat_is_vacant_while_nobody_holds_it() -> None:
    """The west is vacant all the time, every seat before the first appointment."""
    assert ("west",) == COMPANY.vacant(MONDAY)
    assert tuple(item.id for item in COMPANY.positions) == COMPANY.vacant(date(2024, 12, 31))


@pytest.mark.parametrize(
    "day, absent", [(BEFORE, ()), (MONDAY, ("ben",)), (FRIDAY, ("ben",)), (AFTER, ())]
)
def test_somebody_is_away_from_the_first_day_to_the_last(
    day: date, absent: tuple[str, ...]
) -> None:
    """Both days are part of the leave."""
    leave = away("ben")

    assert absent == company(leave).absent(day)
    assert (leave if absent else None) == company(leave).absence_of("ben", day)


def test_a_deputy_acts_within_the_dates_of_the_order() -> None:
    """Not the day before, and not the day after."""
    written = order("ben", "cora")
    organisation = company(written)

    assert () == organisation.acting(BEFORE)
    assert () == organisation.acting(AFTER)
    assert (Acting("head", "cora", written),) == organisation.acting(FRIDAY)
    assert (Acting("head", "cora", written),) == organisation.deputies_of("head", MONDAY)
    assert (Acting("head", "cora", written),) == organisation.acts_for("cora", MONDAY)
    assert () == organisation.deputies_of("north", MONDAY)
    assert () == organisation.acts_for("ben", MONDAY)
    assert written == organisation.order("ben-cora")


def test_an_order_for_a_person_covers_the_seats_of_the_day() -> None:
    """Ben takes the west as well on Friday, and from that day Cora acts in both."""
    written = order("ben", "cora")
    organisation = attrs.evolve(
        company(written),
        appointments=(
            *COMPANY.appointments,
            Appointment(person="ben", position="west", start=FRIDAY),
        ),
    )

    assert ["head"] == [item.position for item in organisation.acting(MONDAY)]
    assert ["head", "west"] == [item.position for item in organisation.acting(FRIDAY)]


def test_a_deputy_who_is_away_acts_for_nobody() -> None:
    """An order does not bring anybody back to work."""
    organisation = company(order("ben", "cora"), away("cora", FRIDAY, FRIDAY))

    assert ["cora"] == [item.person for item in organisation.acting(MONDAY)]
    assert () == organisation.acting(FRIDAY)


def test_an_order_passes_one_level_down() -> None:
    """Dan stands in for Cora in her own seat, and not in the one where she stands in."""
    organisation = company(order("ben", "cora"), order("cora", "dan"), away("cora"))

    assert ["north"] == [item.position for item in organisation.acts_for("dan", MONDAY)]
    assert () == organisation.deputies_of("head", MONDAY)


def test_an_order_for_some_clauses_makes_a_deputy_for_those() -> None:
    """Who may grant discounts meanwhile need not have the rest."""
    written = order("ben", "cora", clauses=("rights.discount",))
    organisation = company(written)

    assert () == organisation.deputies_of("head", MONDAY)
    assert () == organisation.deputies_of("head", MONDAY, "duties.report")
    assert ("cora",) == tuple(
        item.person for item in organisation.deputies_of("head", MONDAY, "rights.discount")
    )


def test_one_turns_to_the_superior_who_is_at_work() -> None:
    """No order and no absence: the next seat up the line."""
    assert Superior("head", "ben") == COMPANY.turn_to("dan", MONDAY)
    assert Superior("director", "ana") == COMPANY.turn_to("ben", MONDAY)
    assert COMPANY.turn_to("ana", MONDAY) is None


def test_one_turns_to_the_deputy_of_an_absent_superior() -> None:
    """And to the superior again when the week is over."""
    written = order("ben", "cora")
    organisation = company(away("ben"), written)

    assert Superior("head", "cora", written) == organisation.turn_to("dan", MONDAY)
    assert Superior("head", "ben") == organisation.turn_to("dan", AFTER)


def test_without_a_deputy_the_line_goes_on_upward() -> None:
    """Absent superior, absent deputy, vacant seat, order for other clauses: the next one up."""
    upward = Superior("director", "ana")
    partly = order("ben", "cora", clauses=("rights.discount",))

    assert upward == company(away("ben")).turn_to("dan", MONDAY)
    assert upward == company(away("ben"), order("ben", "cora"), away("cora")).turn_to("dan", MONDAY)
    assert upward == company(away("ben"), partly).turn_to("dan", MONDAY)
    assert Superior("head", "cora", partly) == company(away("ben"), partly).turn_to(
        "dan", MONDAY, "rights.discount"
    )
    assert Superior("head", "ben") == COMPANY.turn_to("eve", MONDAY)


def test_nobody_turns_to_themselves() -> None:
    """Cora acts for her own superior, so her own questions go one higher."""
    organisation = company(away("ben"), order("ben", "cora"))

    assert Superior("director", "ana") == organisation.turn_to("cora", MONDAY)


def test_a_vacant_seat_may_have_a_deputy() -> None:
    """An order for the position, whoever holds it."""
    written = attrs.evolve(order("ben", "dan"), absent=None, position="west")

    assert Superior("west", "dan", written) == company(written).turn_to("eve", MONDAY)


def test_what_has_passed_is_not_asked_of_the_holder() -> None:
    """Under a transfer the deputy has it instead; where it is shared the holder has it, too."""
    passed = order("ben", "cora")
    shared = order("ben", "cora", mode=SubstitutionMode.SHARE)

    assert Superior("head", "cora", passed) == company(passed).turn_to("dan", MONDAY)
    assert Superior("head", "ben") == company(shared).turn_to("dan", MONDAY)


def test_an_unknown_name_is_told_with_the_nearest_one() -> None:
    """A misspelt name is an error, and not somebody at work or a seat without a deputy."""
    for ask in (
        lambda: COMPANY.absence_of("bem", MONDAY),
        lambda: COMPANY.acts_for("bem", MONDAY),
        lambda: COMPANY.turn_to("bem", MONDAY),
        lambda: COMPANY.all_reports_of("bem", MONDAY),
    ):
        with pytest.raises(UnknownNameError, match="did you mean ben"):
            ask()
    with pytest.raises(UnknownNameError, match=r"position heat: .* did you mean head"):
        COMPANY.deputies_of("heat", MONDAY)
    with pytest.raises(UnknownNameError, match="order one: is not in the organisation"):
        COMPANY.order("one")
