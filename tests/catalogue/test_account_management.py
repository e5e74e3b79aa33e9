"""Account management: levels and kinds differ as they should, and contradict each other nowhere."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest

from accountkit import catalogue
from accountkit.handbook import Finding, Handbook, Severity
from accountkit.handbook.catalogue import catalogue_role, resolved_catalogue_role
from accountkit.roles import (
    Bound,
    Duty,
    Education,
    PayKind,
    RelationKind,
    Requirement,
    Role,
    StaffCategory,
    Strength,
)
from accountkit.values.clauses import Clause

LEVELS = {
    "junior-account-manager": "junior",
    "assistant-account-manager": "assistant",
    "account-manager": "manager",
    "senior-account-manager": "senior",
    "account-management-team-leader": "team-leader",
}
KINDS = {
    "technical-account-manager": "R31",
    "strategic-account-manager": "R32",
    "corporate-account-manager": "R33",
    "financial-account-manager": "R34",
    "merchant-account-manager": "R35",
}
FAMILY = (*LEVELS, *KINDS)

FIVE_YEARS = 60

T = TypeVar("T", bound=Clause)


def clause(role_id: str, clause_id: str, kind: type[T]) -> T:
    """A clause of a role of the catalogue."""
    found = next(item for item in catalogue_role(role_id).clauses() if item.id == clause_id)
    assert isinstance(found, kind)
    return found


def ids(role_id: str) -> set[str]:
    """Ids of the clauses of a role."""
    return {item.id for item in catalogue_role(role_id).clauses()}


def cited(role: Role) -> set[str]:
    """Rows that the clauses of a role name."""
    return {row for item in role.clauses() for row in item.source}


# --- levels ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("role_id, level", LEVELS.items())
def test_each_level_says_which_it_is(role_id: str, level: str) -> None:
    """All levels are of one family, and no two of one grade."""
    role = catalogue_role(role_id)

    assert ("account-management", level) == (role.family, role.level)


@pytest.mark.parametrize(
    "role_id, follows",
    [
        ("junior-account-manager", "account-manager"),
        ("assistant-account-manager", "account-manager"),
        ("account-manager", "senior-account-manager"),
        ("senior-account-manager", "key-account-manager"),
        ("account-management-team-leader", None),
    ],
)
def test_the_ladder_leads_from_level_to_level(role_id: str, follows: str | None) -> None:
    """Junior or assistant, then account manager, then senior; each step is a role of its own."""
    steps = {step.id: step.to for step in catalogue_role(role_id).career}

    assert follows == steps["career.next"]
    assert {step for step in steps.values() if step} <= set(catalogue.role_ids())


def test_only_the_team_leader_leads_people() -> None:
    """A manager of accounts is no manager of people; the leader of a team is."""
    leader = catalogue_role("account-management-team-leader")
    others = (catalogue_role(role_id) for role_id in (*LEVELS, *KINDS) if role_id != leader.id)

    assert ["team"] == [item.party for item in leader.related(RelationKind.SUPERVISES)]
    assert StaffCategory.MANAGER is leader.category
    assert [] == [role.id for role in others if role.related(RelationKind.SUPERVISES)]
    assert {"duties.team", "duties.coaching", "duties.retention"} <= ids(leader.id)


def test_no_team_leader_reports_to_a_team_leader() -> None:
    """The superior of the account manager may be the leader of the team, and not of that one."""
    superiors = {
        role_id: next(p for p in catalogue_role(role_id).parties if p.id == "superior").one_of
        for role_id in LEVELS
    }

    assert "account-management-team-leader" in superiors["account-manager"]
    assert "account-management-team-leader" not in superiors["account-management-team-leader"]


@pytest.mark.parametrize("role_id", ["junior-account-manager", "assistant-account-manager"])
def test_entry_levels_do_not_answer_for_clients_who_leave(role_id: str) -> None:
    """The source has the account manager answer for that, within the variable part of pay."""
    answered = {item.id: item.within for item in catalogue_role("account-manager").responsibilities}

    assert Bound.VARIABLE_PAY is answered["responsibilities.clients"]
    assert "responsibilities.clients" not in ids(role_id)


# --- experience: none, five years, or five years and a degree (X01) -------------------------------


def test_an_account_manager_needs_no_experience_and_five_years_are_preferred() -> None:
    """One passage asks for none, two for five years: the former is the condition."""
    required = clause("account-manager", "qualifications.experience", Requirement)
    preferred = clause("account-manager", "preferences.experience", Requirement)

    assert (0, Strength.REQUIRED) == (required.experience_months, required.strength)
    assert (FIVE_YEARS, Strength.PREFERRED) == (preferred.experience_months, preferred.strength)
    assert Education.BACHELOR is preferred.education
    assert [(None, FIVE_YEARS)] == [
        (other.education, other.experience_months) for other in preferred.alternatives
    ]


@pytest.mark.parametrize("role_id", ["junior-account-manager", "assistant-account-manager"])
def test_entry_levels_ask_for_a_degree_or_an_internship_and_no_experience(role_id: str) -> None:
    """What only comes with the work is not asked of whoever begins it."""
    schooling = clause(role_id, "qualifications.education", Requirement)
    asked = [
        item.experience_months
        for item in catalogue_role(role_id).clauses()
        if isinstance(item, Requirement) and item.experience_months is not None
    ]

    assert Education.BACHELOR is schooling.education
    assert [(Education.SECONDARY, "internship")] == [
        (other.education, other.credential) for other in schooling.alternatives
    ]
    assert [0] == asked


def test_a_senior_account_manager_must_have_five_years() -> None:
    """What is preferred in an account manager is required one level up."""
    required = clause("senior-account-manager", "qualifications.experience", Requirement)

    assert Strength.REQUIRED is required.strength
    assert (Education.BACHELOR, FIVE_YEARS) == (required.education, required.experience_months)
    assert "preferences.experience" not in ids("senior-account-manager")


def test_a_company_that_adopts_them_all_is_told_of_no_contradiction(tmp_path: Path) -> None:
    """Nor of anything else that it would have to mend; notes tell it what it has yet to settle."""
    found = findings(tmp_path, (*FAMILY, "accounting-manager", "key-account-manager"))

    assert [] == [item for item in found if item.severity is not Severity.NOTE]


# --- one word, two meanings (X03), and one duty, two rows (X04, X05) ------------------------------


def test_duties_of_accounting_are_those_of_the_accounting_manager() -> None:
    """Ten duties came into the account manager's list by a translation of the word account."""
    accounting = {f"D-AF{number:02}" for number in (*range(1, 10), 11)}

    assert accounting <= cited(catalogue_role("accounting-manager"))
    for role_id in FAMILY:
        assert set() == accounting & cited(catalogue_role(role_id)), role_id


def test_every_other_duty_of_the_text_is_an_account_managers() -> None:
    """Both lists, and what the articles say in passing; leading a team is the leader's part."""
    listed = {f"D-AM{number:02}" for number in range(1, 33)}
    listed |= {f"D-AF{number:02}" for number in (10, *range(12, 19))}
    listed |= {f"D-N{number:02}" for number in range(1, 11)}

    assert set() == listed - cited(catalogue_role("account-manager"))


@pytest.mark.parametrize(
    "one, other",
    [
        ("D-AM10", "D-AM24"),
        ("D-AM13", "D-AM25"),
        ("D-AM15", "D-AM27"),
        ("D-AM02", "D-AM31"),
        ("D-AM16", "D-AF10"),
        ("SK03", "SK-R1"),
        ("SK21", "SK-R9"),
        ("SK07", "SK22"),
        ("SK18", "SK27"),
        ("SK19", "SK26"),
    ],
)
def test_what_the_source_says_twice_is_one_clause(one: str, other: str) -> None:
    """One clause cites both rows, so that nobody reads the same twice."""
    sources = [set(item.source) for item in catalogue_role("account-manager").clauses()]

    assert any({one, other} <= source for source in sources)


# --- pay, reports, kinds --------------------------------------------------------------------------


def test_the_ways_of_pay_are_named_without_a_figure() -> None:
    """Base, commission, pay by quota, deferred bonus in money or goods, and what misses lead to."""
    kinds = [mechanism.kind for mechanism in catalogue_role("account-manager").pay]

    assert [
        PayKind.BASE,
        PayKind.COMMISSION,
        PayKind.QUOTA_PAY,
        PayKind.DEFERRED_BONUS,
        PayKind.AWARD_IN_KIND,
        PayKind.STANDING,
        PayKind.STANDING,
    ] == kinds


@pytest.mark.parametrize(
    "duty, rule",
    [
        ("duties.quarterly-report", "FREQ=MONTHLY;INTERVAL=3"),
        ("duties.annual-forecast", "FREQ=YEARLY"),
    ],
)
def test_reports_fall_due_as_often_as_the_source_says(duty: str, rule: str) -> None:
    """Results every quarter, a forecast every year."""
    assert rule == clause("account-manager", duty, Duty).recurrence


@pytest.mark.parametrize("role_id, row", KINDS.items())
def test_a_kind_says_what_its_name_says_and_takes_nothing_away(role_id: str, row: str) -> None:
    """The source only names the kinds: each has clauses of its own, which cite its row."""
    resolved = resolved_catalogue_role(role_id)
    own = [item.id for item in resolved.role.clauses() if row in item.source]

    assert own
    assert set(resolved.removed) <= {"preferences.figures"}
    assert role_id.removesuffix("-account-manager") == resolved.role.specialty


def findings(folder: Path, adopted: tuple[str, ...]) -> tuple[Finding, ...]:
    """What is found in a handbook that adopts roles and puts the first office into each place."""
    (folder / "company.yaml").write_text(
        "{id: tala, name: Tala Trading, currency: PHP, jurisdiction: PH,"
        " languages: [en, fil, ru], calendar: {kind: fiscal}}",
        "utf-8",
    )
    (folder / "roles").mkdir()
    for role_id in adopted:
        parties = (
            f"  - {{party: {party.id}, office: {party.one_of[0]}}}"
            for party in catalogue_role(role_id).parties
        )
        text = "\n".join([f"role: {role_id}", "parties:", *parties])
        (folder / "roles" / f"{role_id}.yaml").write_text(text, "utf-8")
    return Handbook.load(folder).check().findings
