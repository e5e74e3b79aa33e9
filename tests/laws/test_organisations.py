"""Laws of the organisation: what holds on a day (design 4.7, 6.3)."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given

from accountkit.roles import Organisation, SubstitutionMode
from accountkit.testing.organisations import CALENDAR, any_organisations, days, organisations


def every_day(start: date, until: date | None) -> set[date]:
    """Every day of the calendar from a first to a last one, counted off one by one."""
    found = set[date]()
    day = start
    while day < CALENDAR.end and (until is None or day <= until):
        found.add(day)
        day += timedelta(days=1)
    return found


class Oracle:
    """What is so on one day, looked up in lists of days and never compared with first and last."""

    def __init__(self, organisation: Organisation, day: date) -> None:
        self.organisation = organisation
        self.held = [
            (item.person, item.position)
            for item in organisation.appointments
            if day in every_day(item.start, item.until)
        ]
        self.away = {
            item.person
            for item in organisation.absences
            if day in every_day(item.start, item.until)
        }
        self.orders = [
            item
            for item in organisation.substitution_orders
            if day in every_day(item.start, item.until) and item.deputy not in self.away
        ]
        self.above = {
            position.id: next(
                (
                    line.to
                    for line in position.reporting_lines
                    if day in every_day(line.start or CALENDAR.start, line.until)
                ),
                position.reports_to,
            )
            for position in organisation.positions
        }

    def holders(self, seat: str) -> set[str]:
        """Who holds a seat."""
        return {person for person, position in self.held if position == seat}

    def seats(self, person: str) -> set[str]:
        """Which seats somebody holds."""
        return {position for who, position in self.held if who == person}

    def below(self, seats: set[str]) -> set[str]:
        """The seats from which going up comes to one of these."""
        found = set[str]()
        for seat in self.above:
            up = self.above[seat]
            while up is not None:
                if up in seats and seat not in seats:
                    found.add(seat)
                up = self.above[up]
        return found

    def acting(self) -> set[tuple[str, str]]:
        """Who acts in which seat: of orders for people, in every seat that they hold."""
        return {
            (seat, order.deputy)
            for order in self.orders
            for seat in ([order.position] if order.position else self.seats(order.absent or ""))
        }


@given(organisations(), days())
def test_as_of_answers_are_those_of_a_list_of_days(organisation: Organisation, day: date) -> None:
    """Holders, seats, vacancies, absences, reports and deputies of a day, one by one."""
    oracle = Oracle(organisation, day)

    assert () == organisation.faults()
    assert oracle.away == set(organisation.absent(day))
    assert oracle.acting() == {(item.position, item.person) for item in organisation.acting(day)}
    for seat in (item.id for item in organisation.positions):
        assert oracle.holders(seat) == set(organisation.holders(seat, day))
        assert (not oracle.holders(seat)) == (seat in organisation.vacant(day))
    for person in (item.id for item in organisation.people):
        seats = oracle.seats(person)
        assert seats == set(organisation.positions_of(person, day))
        below = {who for seat in oracle.below(seats) for who in oracle.holders(seat)}
        assert below - {person} == set(organisation.all_reports_of(person, day))
        direct = {seat for seat, up in oracle.above.items() if up in seats}
        reports = {who for seat in direct for who in oracle.holders(seat)} - {person}
        assert reports == set(organisation.reports_of(person, day))


@given(organisations())
def test_an_order_holds_within_its_dates_only(organisation: Organisation) -> None:
    """On every day of the calendar a deputy acts under an order, or it is none of its days."""
    for shift in range(CALENDAR.days):
        day = CALENDAR.start + timedelta(days=shift)
        for item in organisation.acting(day):
            assert day in every_day(item.order.start, item.order.until)
            assert item.person == item.order.deputy
            assert item.position == item.order.position or (
                item.order.absent in organisation.holders(item.position, day)
            )


@given(organisations(), days())
def test_one_turns_to_somebody_higher_who_is_at_work(organisation: Organisation, day: date) -> None:
    """Never to oneself; to a deputy where all has passed; past nobody who could be asked."""
    for person in (item.id for item in organisation.people):
        seats = {seat.position: seat.person for seat in organisation.line_of(person, day)}
        found = organisation.turn_to(person, day)
        passed = list(seats)
        if found is not None:
            assert person != found.person
            assert organisation.absence_of(found.person, day) is None
            passed = passed[: passed.index(found.position)]
        for seat in passed:
            holder = seats[seat]
            deputies = organisation.deputies_of(seat, day)
            modes = {item.order.mode for item in deputies}
            assert {person} >= {item.person for item in deputies}
            assert (
                holder is None
                or organisation.absence_of(holder, day) is not None
                or SubstitutionMode.TRANSFER in modes
            )


@given(any_organisations())
def test_whatever_is_written_is_sound_or_has_faults(organisation: Organisation) -> None:
    """Looking for faults never fails, and each says where it stands."""
    assert all(
        fault.path[0] in {"people", "positions", "appointments", "absences", "substitution_orders"}
        for fault in organisation.faults()
    )
