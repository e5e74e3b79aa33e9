"""Specimens of organisations: people, seats, absences and orders over two months.

``any_organisations`` gives what a careless author may write, with circles, double seats and names
that nobody declared; ``organisations`` gives those without faults. Days lie in ``CALENDAR``, so
that a test can go through all of them.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, TypeAlias

import attrs
from hypothesis import strategies as st

from accountkit.roles.absences import Absence, AbsenceKind
from accountkit.roles.organisation import Appointment, Organisation, Person, Position, ReportingLine
from accountkit.roles.relations import Transfer
from accountkit.roles.substitution import SubstitutionMode, SubstitutionOrder
from accountkit.values.periods import Period

__all__ = ["CALENDAR", "any_organisations", "days", "organisations"]

CALENDAR = Period(date(2026, 3, 1), date(2026, 5, 1))
"""The days that specimens are about; absences and orders start and end within them."""

_PEOPLE = ("ana", "ben", "cora", "dan", "eve")
_SEATS = ("director", "head", "north", "south", "west", "east")
_CLAUSES = ("duties.visits", "duties.reports", "rights.discount")
_NAMES = ("Ana Cruz", "Ben <Dizon>", 'Cora "C" Reyes', "Dan & Sons; end", "Ева Ñ. 漢字 🙂")

_PERSON = st.sampled_from(_PEOPLE)
_SEAT = st.sampled_from(_SEATS)

Part: TypeAlias = Position | Appointment | Absence | SubstitutionOrder


def days() -> st.SearchStrategy[date]:
    """Days of the calendar."""
    return st.integers(0, CALENDAR.days - 1).map(lambda shift: CALENDAR.start + timedelta(shift))


def any_organisations() -> st.SearchStrategy[Organisation]:
    """Organisations as anybody may write them."""
    names = st.one_of(st.sampled_from(_NAMES), st.text(max_size=40))
    people = st.lists(st.builds(_person, _PERSON, names), max_size=6)
    parts = st.one_of(_positions(), _appointments(), _absences(), _orders(_PERSON))
    return st.builds(_with, people.map(_empty), st.lists(parts, max_size=20))


@st.composite
def organisations(draw: st.DrawFn) -> Organisation:
    """Organisations without faults: of the parts that are drawn, those that leave none.

    Ana directs all the time and signs the orders; the seats lead to her or to one other top.
    """
    directs = Appointment(person=_PEOPLE[0], position=_SEATS[0], start=CALENDAR.start)
    people = [_person(who, name) for who, name in zip(_PEOPLE, _NAMES, strict=True)]
    organisation = _with(_empty(people), [*draw(_chart()), directs])
    several: list[st.SearchStrategy[list[Part]]] = [
        st.lists(_appointments(), max_size=12),
        st.lists(_absences(), max_size=4),
        st.lists(_orders(st.just(_PEOPLE[0])), max_size=6),
    ]
    for part in (part for some in several for part in draw(some)):
        larger = _with(organisation, [part])
        if not larger.faults():
            organisation = larger
    return organisation


def _person(who: str, name: str) -> Person:
    return Person(id=who, name=name)


def _empty(people: list[Person]) -> Organisation:
    return Organisation(people=tuple(people), positions=(), appointments=())


def _with(organisation: Organisation, parts: list[Part]) -> Organisation:
    for part in parts:
        field = {
            Position: "positions",
            Appointment: "appointments",
            Absence: "absences",
            SubstitutionOrder: "substitution_orders",
        }[type(part)]
        changed: Any = {field: (*getattr(organisation, field), part)}
        organisation = attrs.evolve(organisation, **changed)
    return organisation


@st.composite
def _chart(draw: st.DrawFn) -> list[Position]:
    """Seats that report to earlier ones, some of them to another one from a day on."""
    chart: list[Position] = []
    for place, name in enumerate(_SEATS[: draw(st.integers(1, len(_SEATS)))]):
        above = st.sampled_from(_SEATS[: max(place, 1)])
        if place < draw(st.integers(1, 2)):
            chart.append(Position(id=name, role="seller"))
        elif draw(st.booleans()):
            chart.append(Position(id=name, role="seller", reports_to=draw(above)))
        else:
            change = draw(days())
            lines = (
                ReportingLine(to=draw(above), until=change - timedelta(1)),
                ReportingLine(to=draw(above), start=change),
            )
            chart.append(Position(id=name, role="seller", reporting_lines=lines))
    return chart


def _positions() -> st.SearchStrategy[Position]:
    def build(seat: str, above: str | None) -> Position:
        return Position(id=seat, role="seller", reports_to=above)

    return st.builds(build, _SEAT, st.none() | _SEAT)


def _appointments() -> st.SearchStrategy[Appointment]:
    return _dated(Appointment, person=_PERSON, position=_SEAT)


def _absences() -> st.SearchStrategy[Absence]:
    return _dated(Absence, person=_PERSON, kind=st.sampled_from(AbsenceKind))


@st.composite
def _orders(draw: st.DrawFn, signatories: st.SearchStrategy[str]) -> SubstitutionOrder:
    deputy = draw(_PERSON)
    absent = draw(st.none() | _PERSON.filter(lambda who: who != deputy))
    some_clauses = st.lists(st.sampled_from(_CLAUSES), max_size=2, unique=True)
    some_transfers = st.sets(st.sampled_from(Transfer), min_size=1)
    order: SubstitutionOrder = draw(
        _dated(
            SubstitutionOrder,
            id=st.integers(1, 99).map(str),
            number=st.just("1-K"),
            issued_on=days(),
            signed_by=signatories,
            absent=st.just(absent),
            position=_SEAT if absent is None else st.none(),
            deputy=st.just(deputy),
            mode=st.sampled_from(SubstitutionMode),
            clauses=st.one_of(st.just(()), some_clauses.map(tuple)),
            transfers=st.one_of(st.just(tuple(Transfer)), some_transfers.map(_in_order)),
        )
    )
    return order


def _in_order(some: set[Transfer]) -> tuple[Transfer, ...]:
    return tuple(item for item in Transfer if item in some)


def _dated(cls: type[Any], **terms: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Terms with a first day, and a last one in most cases."""

    def build(start: date, length: int | None, **others: Any) -> Any:
        until = None if length is None else start + timedelta(length)
        return cls(start=start, until=until, **others)

    return st.builds(build, days(), st.none() | st.integers(0, 30), **terms)
