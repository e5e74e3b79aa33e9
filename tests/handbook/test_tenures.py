"""Who holds what for how long within a period, and with which duties."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from accountkit.engine.duties import Status, agenda_of
from accountkit.errors import UnknownNameError
from accountkit.handbook import Handbook
from accountkit.roles import Recurrence
from accountkit.values import Period

Company = Callable[..., Path]

ORGANISATION = """
people:
  - {id: ana, name: Ana}
  - {id: ben, name: Ben}
positions:
  - {id: north, role: seller}
  - {id: south, role: seller}
appointments:
  - {person: ana, position: north, start: 2025-01-01, until: 2026-01-18}
  - {person: ben, position: north, start: 2026-01-19}
  - {person: ana, position: south, start: 2026-02-02, until: 2026-02-28}
"""
ROLE = """
id: seller
title: {en: {bare: seller, indefinite: a seller}}
sections:
  - kind: duties
    id: duties
    title: {en: Duties}
    clauses: [{id: plan, recurrence: FREQ=WEEKLY, text: {en: Plan the week.}}]
"""
SETTLED = "{role: seller, recurrences: [{duty: plan, recurrence: FREQ=WEEKLY;BYDAY=MO}]}\n"
SOUTH = """
role: seller
position: south
recurrences: [{duty: plan, recurrence: FREQ=WEEKLY;BYDAY=FR}]
"""
QUARTER = Period.quarter(2026, 1)


@pytest.fixture
def handbook(company: Company) -> Handbook:
    """A company whose sellers plan on Mondays, and in the south on Fridays."""
    folder = company(organisation=ORGANISATION, roles__seller=ROLE, roles__settled=SETTLED)
    (folder / "roles" / "south.yaml").write_text(SOUTH, encoding="utf-8")
    return Handbook.load(folder)


def test_appointments_bound_what_is_held(handbook: Handbook) -> None:
    """The last day of an appointment counts, and the period cuts off what reaches beyond it."""
    anas = handbook.bind_duties("ana", QUARTER)

    assert ("tala", "ana", "Ana") == (anas.company, anas.person, anas.name)
    assert [("north", "2026-01-01..2026-01-18"), ("south", "2026-02-02..2026-02-28")] == [
        (tenure.position, str(tenure.period)) for tenure in anas.tenures
    ]
    assert () == handbook.bind_duties("ben", Period.year(2025)).tenures


def test_a_position_has_the_role_as_it_is_there(handbook: Handbook) -> None:
    """Mondays in the north, Fridays in the south."""
    rules = [
        tenure.role.falls_due(duty)
        for tenure in handbook.bind_duties("ana", QUARTER).tenures
        for duty in tenure.role.role.duties
    ]

    assert [
        Recurrence(rule="FREQ=WEEKLY;BYDAY=MO"),
        Recurrence(rule="FREQ=WEEKLY;BYDAY=FR"),
    ] == rules


def test_an_agenda_follows_a_person_through_positions(handbook: Handbook) -> None:
    """Two Mondays in the north, then the Fridays of February in the south."""
    agenda = agenda_of(
        handbook.bind_duties("ana", QUARTER), handbook.fulfilments(), on=date(2026, 2, 20)
    )

    assert [
        ("2026-01-05", Status.LATE),
        ("2026-01-12", Status.LATE),
        ("2026-02-06", Status.LATE),
        ("2026-02-13", Status.LATE),
        ("2026-02-20", Status.DUE),
        ("2026-02-27", Status.UPCOMING),
    ] == [(str(item.due), item.status) for item in agenda.occasions]


def test_somebody_whom_nobody_knows_is_refused(handbook: Handbook) -> None:
    """With the nearest name."""
    with pytest.raises(UnknownNameError, match="person anna: is not in the organisation; did you"):
        handbook.bind_duties("anna", QUARTER)
