"""The source's formal descriptions as found: the check finds what is known to be wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from accountkit.handbook import Finding, Handbook, Severity

AS_FOUND = Path(__file__).parent / "as_found"


@pytest.fixture(scope="module")
def found() -> tuple[Finding, ...]:
    """All that the check finds."""
    return Handbook.load(AS_FOUND).check().findings


def told(found: tuple[Finding, ...], *rules: str) -> list[str]:
    """The findings of some rules."""
    return [str(item) for item in found if item.rule in rules]


def test_the_dangling_clause_7(found: tuple[Finding, ...]) -> None:
    """CS12: clause 2.8 refers to a clause 7 that does not exist; 2.7 is the likely one."""
    assert [
        (
            "roles/key-account-manager.yaml:42:20: error: clause duties.order-size: refers to"
            " clause"
            ' "7", which does not exist; did you mean 2.7? write {clause duties.advise}'
            " (written-number)"
        )
    ] == told(found, "written-number")


def test_the_plan_of_new_clients_without_a_duty(found: tuple[Finding, ...]) -> None:
    """CS15: it is answered for, and nobody is told to fulfil it."""
    assert [
        (
            "roles/key-account-manager.yaml:9:5: warning: target new-clients: belongs to no duty"
            " of role key-account-manager; name it under measures of the duty it comes from"
            " (target-duty)"
        ),
        (
            "roles/key-account-manager.yaml:66:9: warning: clause responsibility.plans: answers for"
            " new-clients, which belongs to no duty of role key-account-manager; name it under"
            " measures of the duty it comes from (liability-duty)"
        ),
    ] == told(found, "target-duty", "liability-duty")


def test_the_missing_numbers(found: tuple[Finding, ...]) -> None:
    """CS07, CS09: section I lacks 2, 4 and 5; section II lacks 10, and here 1 to 7 as well."""
    assert [
        (
            "roles/customer-manager.yaml:12:5: warning: section general: lacks numbers 2, 4, 5;"
            " find"
            " the lost clauses, or leave the numbers out so that they close up (number-gap)"
        ),
        (
            "roles/customer-manager.yaml:31:5: warning: section duties: lacks numbers 1, 2, 3, 4,"
            " 5,"
            " 6, 7, 10; find the lost clauses, or leave the numbers out so that they close up"
            " (number-gap)"
        ),
    ] == told(found, "number-gap")


def test_one_role_under_three_names(found: tuple[Finding, ...]) -> None:
    """CS20: the title says customer manager, the body says two other names."""
    assert [
        (
            "roles/customer-manager.yaml:7:9: warning: role customer-manager: has the title"
            ' "customer manager" and is called account manager in duties, rights, general.category;'
            " customer service manager in general.substitution; write {role self}, which prints"
            " the title (one-name)"
        )
    ] == told(found, "one-name")


def test_specialist_against_manager(found: tuple[Finding, ...]) -> None:
    """X02: of two descriptions of one grade, one is for a specialist and one for a manager."""
    assert [
        (
            "roles/key-account-manager.yaml:4:11: warning: role key-account-manager: is of the"
            " staff"
            " category specialist, and role customer-manager of the same family and level is of"
            " manager; let them agree, or say which level each of them is (contradicting-category)"
        )
    ] == told(found, "contradicting-category")


def test_the_contradicting_years_of_experience(found: tuple[Finding, ...]) -> None:
    """X01: none, five years and five years in one text, two years in the other."""
    assert [
        (
            "roles/account-manager.yaml:17:28: warning: clause agency-experience: asks for 60"
            " months"
            " of experience, and clause no-experience asks for 0; keep one, or make one of them an"
            " alternative, preferred or useful (contradicting-experience)"
        ),
        (
            "roles/account-manager.yaml:23:28: warning: clause degree: asks for 60 months of"
            " experience, and clause no-experience asks for 0; keep one, or make one of them an"
            " alternative, preferred or useful (contradicting-experience)"
        ),
        (
            "roles/key-account-manager.yaml:2:1: warning: role key-account-manager: asks for 24"
            " months of experience, and role account-manager of the same family and level asks for"
            " 60; let them agree, or say which level each of them is (contradicting-experience)"
        ),
    ] == told(found, "contradicting-experience")


def test_the_discount_without_a_right(found: tuple[Finding, ...]) -> None:
    """A duty sets discounts, and no right of section 3 grants any."""
    assert [
        (
            "roles/key-account-manager.yaml:46:9: warning: clause duties.discounts: calls for"
            " grant_discount, which no right of role key-account-manager permits; add the right, or"
            " take the act out of calls_for (duty-right)"
        )
    ] == told(found, "duty-right")


def test_the_duty_that_stands_twice(found: tuple[Finding, ...]) -> None:
    """X04: one duty stands in two lists in the same words."""
    assert [
        (
            "roles/account-manager.yaml:34:9: warning: clause update-knowledge-again: says the same"
            " as clause update-knowledge in en; keep one, or say what is different (duplicate)"
        )
    ] == told(found, "duplicate")


def test_nothing_else_is_wrong(found: tuple[Finding, ...]) -> None:
    """Every error and warning is one of the known defects."""
    assert {
        "written-number",
        "target-duty",
        "liability-duty",
        "number-gap",
        "one-name",
        "contradicting-category",
        "contradicting-experience",
        "duty-right",
        "duplicate",
    } == {item.rule for item in found if item.severity is not Severity.NOTE}
