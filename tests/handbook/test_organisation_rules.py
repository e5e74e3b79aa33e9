"""Rules about seats, absences and orders, each tried on a small company."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from accountkit.handbook import Handbook

Found = Callable[..., list[str]]

PEOPLE = """
people:
  - {id: ana, name: Ana}
  - {id: ben, name: Ben}
  - {id: cora, name: Cora}
positions:
  - {id: head, role: seller}
  - {id: north, role: seller, level: junior, reports_to: head}
  - {id: south, role: seller, reports_to: head}
appointments:
  - {person: ana, position: head, start: 2025-01-01}
  - {person: ben, position: north, start: 2025-01-01}
  - {person: cora, position: south, start: 2025-01-01}
"""
SUBSTITUTED = """
id: seller
title: {en: {bare: seller, indefinite: a seller}}
parties: [{id: substitute, one_of: [appointed-substitute]}]
relations: [{kind: substituted_by, party: substitute}]
sections:
  - kind: duties
    id: duties
    title: {en: Duties}
    clauses: [{id: sell, text: {en: Sells.}}]
  - kind: rights
    id: rights
    title: {en: Rights}
    clauses:
      - id: discount
        act: grant_discount
        scope: sales
        limit: {id: discount, text: {en: discount}, unit: percent}
        text: {en: Grants.}
"""
LEAVE = "absences: [{person: ben, kind: leave, start: 2026-04-06, until: 2026-04-17}]\n"
WAY = "organisation.yaml:13:12: warning: absence of ben: has no order for position north "
REST = (
    ", and role seller says that its holder is substituted; "
    "write an order of substitution for those days (missing-order)"
)


def orders(*terms: str) -> str:
    """Orders of April, signed by Ana."""
    lines = (
        f"  - {{id: o{place}, number: '{place}', issued_on: 2026-04-01, signed_by: ana, {term}}}\n"
        for place, term in enumerate(terms, 1)
    )
    return "substitution_orders:\n" + "".join(lines)


def test_a_company_with_a_leave_and_an_order_is_clean(findings: Found) -> None:
    """Whatever a test below finds, its own edit is the reason."""
    covered = orders("absent: ben, deputy: cora, start: 2026-04-06, until: 2026-04-17")

    assert [] == findings(organisation=PEOPLE + LEAVE + covered, roles__seller=SUBSTITUTED)
    assert [] == findings(organisation=PEOPLE + LEAVE)


@pytest.mark.parametrize(
    "terms, days",
    [
        ((), "from 2026-04-06 to 2026-04-17"),
        (("absent: ben, deputy: cora, start: 2026-04-08",), "from 2026-04-06 to 2026-04-07"),
        (
            (
                "absent: ben, deputy: cora, start: 2026-04-01, until: 2026-04-09",
                "position: north, deputy: cora, start: 2026-04-11",
            ),
            "on 2026-04-10",
        ),
        (("absent: cora, deputy: ana, start: 2026-04-01",), "from 2026-04-06 to 2026-04-17"),
        (("position: south, deputy: ana, start: 2026-04-01",), "from 2026-04-06 to 2026-04-17"),
    ],
)
def test_the_first_days_without_an_order_are_told(
    findings: Found, terms: tuple[str, ...], days: str
) -> None:
    """Before an order, between two orders, or all days when orders are for somebody else."""
    text = PEOPLE + LEAVE + (orders(*terms) if terms else "")

    assert [f"{WAY}{days}{REST}"] == findings(organisation=text, roles__seller=SUBSTITUTED)


def test_an_absence_without_an_end_needs_an_order_without_one(findings: Found) -> None:
    """Nobody knows how long it lasts, and the last day of the order is known."""
    ill = LEAVE.replace(", until: 2026-04-17", "")
    covered = orders("absent: ben, deputy: cora, start: 2026-04-06, until: 2026-04-17")

    assert [f"{WAY}from 2026-04-18 on{REST}"] == findings(
        organisation=PEOPLE + ill + covered, roles__seller=SUBSTITUTED
    )


def test_only_days_in_the_position_need_an_order(findings: Found) -> None:
    """Who leaves the company during a leave is not substituted after that."""
    left = PEOPLE.replace(
        "position: north, start: 2025-01-01",
        "position: north, start: 2025-01-01, until: 2026-04-10",
    )
    covered = orders("absent: ben, deputy: cora, start: 2026-04-06, until: 2026-04-10")

    assert [] == findings(organisation=left + LEAVE + covered, roles__seller=SUBSTITUTED)


@pytest.mark.parametrize(
    "more, message",
    [
        ("caps: [{limit: discount, share: 5%}]", None),
        (
            "caps: [{limit: discount, amount: PHP 5.00}]",
            "caps discount, which is counted in percent, in another unit; give it in percent",
        ),
        (
            "caps: [{limit: discount, share: 5%}, {limit: discount, share: 6%}]",
            "caps discount twice; keep one",
        ),
        (
            "caps: [{limit: discont, share: 5%}]",
            'refers to limit "discont", which does not exist; did you mean discount?',
        ),
        ("clauses: [sell, discount]", None),
        (
            "clauses: [discount], transfers: [duties]",
            (
                "names clause discount, and rights do not pass; "
                "add rights to transfers, or take the clause out"
            ),
        ),
    ],
)
def test_what_an_order_names_is_part_of_the_role(
    findings: Found, more: str, message: str | None
) -> None:
    """Clauses and limits of the role that is covered, in the unit that it counts in."""
    text = PEOPLE + orders(f"absent: ben, deputy: cora, start: 2026-04-06, {more}")
    found = findings(organisation=text, roles__seller=SUBSTITUTED)

    expected = [] if message is None else [f"error: order o1: {message} (order-terms)"]
    assert expected == [line.split(": ", 1)[1] for line in found]


def test_a_superior_that_ended_leaves_a_position_in_the_air(findings: Found) -> None:
    """From the day after, unless nobody holds the position any more."""
    ended = PEOPLE.replace(
        "{id: south, role: seller, reports_to: head}",
        "{id: south, role: seller, reporting_lines: [{to: head, until: 2026-03-31}]}",
    )
    left = ended.replace("south, start: 2025-01-01", "south, start: 2025-01-01, until: 2026-03-31")

    assert [
        (
            "organisation.yaml:8:5: warning: position south: reports to nobody on 2026-04-01; "
            "say who is above it (lone-position)"
        )
    ] == findings(organisation=ended)
    assert [] == findings(organisation=left)


def test_where_nobody_reports_to_anybody_no_position_is_alone(findings: Found) -> None:
    """A company of two need not have a superior."""
    assert [] == findings(organisation=PEOPLE.replace(", reports_to: head", ""))


def test_people_and_positions_without_each_other_are_noted(notes: Found) -> None:
    """A seat that was never held, and somebody who never held one."""
    text = PEOPLE.replace("  - {person: cora, position: south, start: 2025-01-01}\n", "")

    assert [
        (
            "organisation.yaml:4:5: note: person cora: never held a position; "
            "appoint them, or take them out (unplaced-person)"
        ),
        (
            "organisation.yaml:8:5: note: position south: was never held by anybody; "
            "appoint somebody, or take it out (unheld-position)"
        ),
    ] == [line for line in notes(organisation=text) if line.startswith("organisation")]


def test_absences_and_orders_are_saved_as_they_were_read(
    company: Callable[..., Path], tmp_path: Path
) -> None:
    """Nothing of an order is lost on its way to a folder and back."""
    text = (
        PEOPLE
        + LEAVE
        + orders(
            "absent: ben, deputy: cora, start: 2026-04-06, until: 2026-04-17, mode: share,"
            " clauses: [sell, discount], transfers: [rights, duties],"
            " caps: [{limit: discount, share: 5%}]"
        )
    )
    handbook = Handbook.load(company(organisation=text, roles__seller=SUBSTITUTED))
    handbook.save(tmp_path / "copy")

    assert handbook == Handbook.load(tmp_path / "copy")
    assert "cora" == Handbook.load(tmp_path / "copy").organisation.order("o1").deputy
