"""The managers: each has what the source says of its post, and the family what it says of all."""

from __future__ import annotations

import pytest

from accountkit.handbook.catalogue import catalogue_role, resolved_catalogue_role
from accountkit.roles import Bound, Education, RelationKind, Requirement, Role

DERIVED = (
    "department-manager",
    "hr-manager",
    "office-manager",
    "production-manager",
    "project-manager",
    "sales-manager",
    "top-manager",
)


def offices_under(role: Role) -> list[str]:
    """The offices that a role directs."""
    by_party = {party.id: party.one_of for party in role.parties}
    return [
        office
        for relation in role.related(RelationKind.SUPERVISES)
        for office in by_party[relation.party]
    ]


@pytest.mark.parametrize(
    "role_id, prefix, last",
    [
        ("department-manager", "D-DPT", 6),
        ("production-manager", "D-PROD", 5),
        ("project-manager", "D-PRJ", 6),
        ("office-manager", "D-OFF", 3),
        ("sales-manager", "D-MGR", 3),
    ],
)
def test_duties_follow_the_source_one_by_one(role_id: str, prefix: str, last: int) -> None:
    """Each list of the source has all its duties in the role, in its order."""
    rows = [row for duty in catalogue_role(role_id).duties for row in duty.source]

    assert [f"{prefix}{number}" for number in range(1, last + 1)] == list(
        dict.fromkeys(row for row in rows if row.startswith(prefix))
    )


@pytest.mark.parametrize(
    "role_id, offices",
    [
        ("office-manager", ["cleaner", "courier", "secretary"]),
        ("top-manager", ["department"]),
        ("department-manager", ["warehouse", "department-staff", "dispatch-service"]),
        ("hr-manager", []),
    ],
)
def test_whom_a_manager_directs_is_what_the_source_says(role_id: str, offices: list[str]) -> None:
    """Cleaners, couriers, secretaries (REL22); all departments (REL23); those of REL25."""
    assert offices == offices_under(catalogue_role(role_id))


@pytest.mark.parametrize("role_id", DERIVED)
def test_every_manager_asks_for_what_the_source_asks_of_all(role_id: str) -> None:
    """Higher education (RQ24), four fields of management (MS), skills (SK-M) and qualities (PQ)."""
    role = catalogue_role(role_id)
    rows = {row for clause in role.clauses() for row in clause.source}
    education = {item.education for item in role.clauses() if isinstance(item, Requirement)}

    assert {Education.HIGHER} == education
    assert {"MS1", "MS2", "MS3", "MS4"} <= rows
    assert {"SK-M1", "SK-M2", "SK-M3", "SK-M4", "SK-M5"} <= rows
    assert {"PQ-L234", "PQ-L235", "PQ-L236", "PQ-L237"} <= rows


@pytest.mark.parametrize(
    "role_id, kinds",
    [
        ("manager", {"TN1", "TN2", "TN3", "TN4"}),
        ("top-manager", {"TN1", "TN2"}),
        ("department-manager", {"TN3"}),
        ("production-manager", {"TN4"}),
    ],
)
def test_kinds_of_task_go_with_the_level(role_id: str, kinds: set[str]) -> None:
    """Organisational and strategic ones at the top, tactical below, operational in production."""
    rows = {row for clause in catalogue_role(role_id).clauses() for row in clause.source}

    assert kinds == {row for row in rows if row.startswith("TN")}


def test_nobody_stands_above_the_top_manager() -> None:
    """The post heads the company (R09); the others report to whoever heads it."""
    assert () == catalogue_role("top-manager").related(RelationKind.REPORTS_TO)
    for role_id in set(DERIVED) - {"top-manager"}:
        assert catalogue_role(role_id).related(RelationKind.REPORTS_TO), role_id


def test_the_top_manager_answers_for_all_within_the_law() -> None:
    """The source states no limit for LB-T1; a clause without one could not be relied on."""
    (clause,) = [
        item for item in catalogue_role("top-manager").responsibilities if "LB-T1" in item.source
    ]

    assert Bound.LAW is clause.within
    assert ("labour", "civil") == clause.laws


def test_production_is_recorded_every_day() -> None:
    """The daily record is due daily and reports on the daily output (D-PROD4, MT25)."""
    (duty,) = [
        item for item in catalogue_role("production-manager").duties if "D-PROD4" in item.source
    ]

    assert "FREQ=DAILY" == duty.recurrence
    assert ("daily-output",) == duty.reports


def test_the_draft_for_human_resources_says_that_its_list_is_lost() -> None:
    """What the source lost (X06) is not made up, and whoever adopts the role is told."""
    found = resolved_catalogue_role("hr-manager")
    own = [
        duty.source
        for duty in found.role.duties
        if found.stories[duty.id][-1].layer == found.role.id and "D-HR0" in duty.source
    ]

    assert 3 == len(own)
    assert found.role.note is not None
    assert "X06" in found.role.note
    assert "list is lost" in found.role.note
