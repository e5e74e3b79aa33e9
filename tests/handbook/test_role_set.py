"""The role set: roles that extend others, changes of company and position, and their places."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from accountkit.documents import describe
from accountkit.errors import UnknownNameError
from accountkit.handbook import Handbook

Company = Callable[..., Path]
Findings = Callable[..., list[str]]

SENIOR = """
id: senior
extends: [seller]
stage: level
title: {en: {bare: senior seller, indefinite: a senior seller}}
changes:
  add:
    - to: duties
      clauses: [{kind: duty, id: coach, text: {en: Coaches.}}]
"""
CHANGES = """
role: senior
changes:
  reword: [{clause: sell, text: {en: Sells goods.}}]
"""
NORTH = """
role: senior
position: north
approver: A. Cruz
changes:
  remove: [{clause: coach, reason: there is nobody to coach}]
"""
ORGANISATION = """
people: [{id: ana, name: Ana}]
positions: [{id: north, role: senior, level: junior}]
appointments: [{person: ana, position: north, start: 2025-01-01}]
"""
FILES = {
    "roles__senior": SENIOR,
    "roles__senior.choices": CHANGES,
    "roles__senior.north.choices": NORTH,
    "organisation": ORGANISATION,
    "plans__sales": """
id: sales
title: {en: Sales}
currency: PHP
period: quarter
start: 2026-01-01
roles: [senior]
participants: appointed
clauses: [{id: commission, text: {en: A share of sales.}}]
components:
  - kind: commission
    id: commission
    clause: commission
    measure: sales
    over: amount
    ladder: {shape: sliced, bands: [{from: 0, rate: 1%}]}
""",
}


@pytest.fixture
def handbook(company: Company) -> Handbook:
    """The company with a senior seller, changed by the company and by one position."""
    return Handbook.load(company(**FILES))


def texts(handbook: Handbook, role: str, position: str | None = None) -> dict[str, str]:
    """The English texts of a role's clauses."""
    found = handbook.role(role, position).role
    return {clause.id: clause.text.get("en") for clause in found.clauses()}


def test_company_and_position_change_what_a_level_says(handbook: Handbook) -> None:
    """Each layer stands on the one below it, and a position changes nothing for others."""
    assert {"sell": "Sells."} == texts(handbook, "seller")
    assert {"sell": "Sells goods.", "coach": "Coaches."} == texts(handbook, "senior")
    assert {"sell": "Sells goods."} == texts(handbook, "senior", "north")


def test_a_position_settles_what_the_company_leaves_open(handbook: Handbook) -> None:
    """What the position says counts first."""
    assert "A. Cruz" == handbook.role("senior", "north").choices.approver
    assert handbook.role("senior").choices.approver is None


def test_a_handbook_with_layers_is_saved_as_it_was(handbook: Handbook, tmp_path: Path) -> None:
    """Layers are kept apart, not melted into one role."""
    handbook.save(tmp_path / "copy")

    assert handbook == Handbook.load(tmp_path / "copy")


def test_each_part_is_found_where_it_was_written(handbook: Handbook) -> None:
    """A rewording is in the company's file, the clause's other parts are in the role's own."""
    found = handbook.role_set
    sell = ("role", "sections", 0, "clauses", 0)

    assert "roles/senior.choices.yaml:3:38" == str(found.place("senior", (*sell, "text", "en")))
    assert "roles/seller.yaml:7:20" == str(found.place("senior", (*sell, "id")))
    assert "roles/senior.yaml:4:20" == str(found.place("senior", ("role", "title", "en", "bare")))


def test_a_handbook_with_layers_passes_its_check(handbook: Handbook) -> None:
    """Roles that extend others are checked as what they come to."""
    assert handbook.check().is_clean


def test_changes_that_cannot_be_made_are_findings(findings: Findings) -> None:
    """Each is told in the file of the layer that asks for it, once."""
    wrong = NORTH.replace("coach, reason", "coach-all, reason")
    company = CHANGES.replace("clause: sell", "clause: sel")

    found = findings(**{**FILES, "roles__senior.choices": company})
    assert [
        (
            "roles/senior.choices.yaml:3:12: error: changes of company tala: touch clause"
            ' "sel", which the role does not have; did you mean sell? (roles)'
        )
    ] == [text for text in found if "(roles)" in text]

    found = findings(**{**FILES, "roles__senior.north.choices": wrong})
    assert [
        (
            "roles/senior.north.choices.yaml:5:12: error: changes of position north: touch clause"
            ' "coach-all", which the role does not have; did you mean coach? (roles)'
        )
    ] == [text for text in found if "(roles)" in text]


def test_choices_that_do_not_fit_are_told_in_their_own_file(findings: Findings) -> None:
    """What a position settles wrongly is not blamed on the company."""
    wrong = NORTH + "limits: [{limit: discount, share: 10%}]\n"

    found = findings(**{**FILES, "roles__senior.north.choices": wrong})

    assert [
        (
            'roles/senior.north.choices.yaml:6:18: error: role senior: has no limit "discount";'
            " the role has none (roles)"
        )
    ] == [text for text in found if "(roles)" in text]


def test_a_position_that_nobody_has(handbook: Handbook) -> None:
    """The nearest one is named."""
    with pytest.raises(UnknownNameError, match=r"position nort: .* did you mean north\?"):
        handbook.role("senior", "nort")


def test_a_role_that_is_nowhere(company: Company) -> None:
    """Choices for a role that neither the handbook nor the catalogue has."""
    handbook = Handbook.load(company(roles__other="role: seler\n"))

    with pytest.raises(UnknownNameError, match=r"neither .* nor .*; did you mean seller\?"):
        handbook.role("seler")


QUALITIES = """
id: seller
title: {en: {bare: seller, indefinite: a seller}}
sections:
  - kind: duties
    id: duties
    title: {en: Duties}
    clauses: [{id: sell, text: {en: Sells.}}]
  - kind: qualifications
    id: qualifications
    title: {en: Qualifications}
    clauses: [{kind: quality, id: charm, nature: charm, text: {en: Is charming.}}]
"""


def test_qualities_that_are_no_business_of_work_are_not_printed(company: Company) -> None:
    """They stay in the record; a company that prints one says why and since when."""
    silent = Handbook.load(company(roles__seller=QUALITIES))
    printed = Handbook.load(
        company(
            roles__seller=QUALITIES,
            **{
                "roles__seller.choices": "role: seller\nprinted_qualities:\n"
                "  - {clause: charm, reason: a host on stage, on: 2026-01-31}\n"
            },
        )
    )

    assert ["charm"] == [quality.id for quality in silent.role("seller").role.qualities]
    page = describe(silent.role("seller"), locale="en").text("plain")
    assert "Qualifications" not in page
    assert "charming" not in page
    assert "Is charming." in describe(printed.role("seller"), locale="en").text("plain")


def test_only_what_is_held_out_can_be_let_in(findings: Findings) -> None:
    """Whatever prints anyway needs no reason."""
    choices = "role: seller\nprinted_qualities: [{clause: sell, reason: so, on: 2026-01-31}]\n"

    assert [
        (
            "roles/seller.choices.yaml:2:30: error: role seller: has no quality held out of print"
            ' "sell"; the role has charm (roles)'
        )
    ] == findings(**{"roles__seller": QUALITIES, "roles__seller.choices": choices})
