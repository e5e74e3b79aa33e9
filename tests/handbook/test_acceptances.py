"""Acceptances: one finding at a time is let stand, with its reason and date."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from accountkit.errors import Problems
from accountkit.handbook import Handbook

Company = Callable[..., Path]
Findings = Callable[..., list[str]]

TARGETS = """
id: seller
title: {en: {bare: seller, indefinite: a seller}}
targets: [{id: visits, title: {en: plan of visits}, unit: count}]
sections:
  - kind: duties
    id: duties
    title: {en: Duties}
    clauses: [{id: sell, text: {en: Sells.}}]
"""
ACCEPTED = """
acceptances:
  - rule: target-duty
    file: roles/seller.yaml
    about: target visits
    reason: visits are a target of the whole team
    on: 2026-02-01
"""


def test_a_finding_is_let_stand(company: Company) -> None:
    """It is no finding any more, and is told as accepted."""
    handbook = Handbook.load(company(roles__seller=TARGETS, acceptances=ACCEPTED))
    found = handbook.check()

    assert found.is_clean
    assert ["target-duty"] == [item.rule for item in found.accepted]


def test_an_acceptance_is_kept(company: Company, tmp_path: Path) -> None:
    """It is part of the handbook."""
    handbook = Handbook.load(company(roles__seller=TARGETS, acceptances=ACCEPTED))
    handbook.save(tmp_path / "copy")

    assert handbook == Handbook.load(tmp_path / "copy")


def test_the_same_elsewhere_is_still_found(findings: Findings) -> None:
    """An acceptance is about one thing in one file."""
    more = TARGETS.replace(
        "unit: count}]", "unit: count}, {id: calls, title: {en: plan of calls}, unit: count}]"
    )

    assert [
        (
            "roles/seller.yaml:3:67: warning: target calls: belongs to no duty of role seller;"
            " name it under measures of the duty it comes from (target-duty)"
        )
    ] == findings(roles__seller=more, acceptances=ACCEPTED)


def test_an_acceptance_of_nothing(findings: Findings) -> None:
    """What was mended needs no acceptance."""
    assert [
        (
            "acceptances.yaml:2:5: warning: acceptance of target-duty: accepts nothing: the rule"
            " finds"
            " nothing about target visits in roles/seller.yaml; take it out (acceptances)"
        )
    ] == findings(acceptances=ACCEPTED)


def test_an_acceptance_of_no_rule(findings: Findings) -> None:
    """A slip in the rule's id accepts nothing."""
    wrong = ACCEPTED.replace("target-duty", "target-dury")

    assert [
        (
            "acceptances.yaml:2:5: error: acceptance of target-dury: is of no rule;"
            " did you mean target-duty? (acceptances)"
        )
    ] == [line for line in findings(roles__seller=TARGETS, acceptances=wrong) if "acc" in line]


def test_an_error_cannot_be_accepted(findings: Findings) -> None:
    """What keeps a handbook from working must be mended."""
    organisation = "positions: [{id: head, role: seler}]\n"
    wrong = (
        "acceptances: [{rule: organisation, file: organisation.yaml, about: position head,"
        " reason: so, on: 2026-02-01}]\n"
    )

    found = findings(organisation=organisation, acceptances=wrong)

    assert (
        "acceptances.yaml:1:15: error: acceptance of organisation: is about an error (position"
        " head), which cannot be accepted; mend what was found (acceptances)"
    ) in found
    assert any("position head: refers to role" in line for line in found)


def test_nothing_is_accepted_without_a_reason(company: Company) -> None:
    """The message names the line."""
    silent = ACCEPTED.replace("visits are a target of the whole team", "''")

    with pytest.raises(Problems) as refused:
        Handbook.load(company(acceptances=silent))

    assert ["acceptances.yaml:5:13: reason: is empty; give at least one"] == [
        str(problem) for problem in refused.value.problems
    ]
