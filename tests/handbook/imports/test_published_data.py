"""Every occupation of the real data, imported, saved, loaded and printed.

The figures expected here are counted from the tables by ``csv`` and ``json`` alone.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

from accountkit import describe
from accountkit.handbook import Handbook
from accountkit.handbook.company import Company
from accountkit.handbook.imports import (
    DoubtKind,
    ImportedRole,
    draft_from_esco,
    draft_from_onet,
    read_esco,
    read_onet,
)
from accountkit.roles.duties import Duty
from accountkit.roles.knowledge import Knowledge
from accountkit.roles.requirements import Requirement, Strength
from accountkit.roles.skills import Skill
from accountkit.values.calendars import FiscalCalendar

Drafts = dict[str, ImportedRole]
Lines = list[dict[str, str]]

CODE = "O*NET-SOC Code"


@pytest.fixture(scope="session")
def onet(shared_data: Path) -> Path:
    """The folder of O*NET 29.2."""
    return shared_data / "onet"


@pytest.fixture(scope="session")
def esco(shared_data: Path) -> Path:
    """The folder of ESCO 1.2.0."""
    return shared_data / "esco"


@pytest.fixture(scope="session")
def from_onet(onet: Path) -> Drafts:
    """A draft of every occupation of O*NET, by code."""
    database = read_onet(onet, release="29.2")
    return {
        code: draft_from_onet(database, code, company="Tala Trading") for code in database.codes
    }


@pytest.fixture(scope="session")
def from_esco(esco: Path) -> Drafts:
    """A draft of every occupation of ESCO, by address."""
    read = read_esco(esco, release="1.2.0")
    return {
        address: draft_from_esco(read, address, company="Tala Trading")
        for address in read.occupations
    }


def lines(file: Path) -> Lines:
    """The rows of a table of O*NET, whose quotes are letters."""
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


def counted(drafts: Drafts, cls: type[Any]) -> dict[str, int]:
    """How many clauses of a class each draft has, without those that have none."""
    found = {
        name: sum(isinstance(clause, cls) for clause in draft.role.clauses())
        for name, draft in drafts.items()
    }
    return {name: count for name, count in found.items() if count}


def important(rows: Lines) -> dict[str, int]:
    """How many elements of each occupation have an importance of 3 or more."""
    return dict(
        Counter(
            row[CODE]
            for row in rows
            if row["Scale ID"] == "IM"
            and row["Recommend Suppress"] != "Y"
            and Decimal(row["Data Value"]) >= 3
        )
    )


def test_every_occupation_of_onet_is_imported(from_onet: Drafts) -> None:
    """The source has 23 of them, and no two get the same id."""
    assert 23 == len(from_onet)
    assert 23 == len({draft.role.id for draft in from_onet.values()})


def test_every_occupation_of_esco_is_imported(from_esco: Drafts) -> None:
    """The source has 15 of them, and no two get the same id."""
    assert 15 == len(from_esco)
    assert 15 == len({draft.role.id for draft in from_esco.values()})


def test_every_task_is_a_duty(onet: Path, from_onet: Drafts) -> None:
    """504 tasks, of which 122 are supplemental and stand by themselves."""
    tasks = lines(onet / "Task_Statements.tsv")
    further = [
        clause
        for draft in from_onet.values()
        for section in draft.role.sections
        if section.id == "further-duties"
        for clause in section.clauses
    ]

    assert Counter(row[CODE] for row in tasks) == counted(from_onet, Duty)
    assert 504 == sum(counted(from_onet, Duty).values())
    assert 122 == len(further)


def test_what_is_important_is_taken_over(onet: Path, from_onet: Drafts) -> None:
    """Knowledge and skills of an importance of 3 or more, and the software in demand."""
    software = Counter(
        row[CODE] for row in lines(onet / "Technology_Skills.tsv") if row["In Demand"] == "Y"
    )
    skills = Counter(important(lines(onet / "Skills.tsv"))) + software

    assert important(lines(onet / "Knowledge.tsv")) == counted(from_onet, Knowledge)
    assert skills == counted(from_onet, Skill)


def test_schooling_where_it_was_asked_for(onet: Path, from_onet: Drafts) -> None:
    """Education and experience of 20 occupations; the other three say that it is missing."""
    asked = {row[CODE] for row in lines(onet / "Education_Training_and_Experience.tsv")}

    assert dict.fromkeys(sorted(asked), 2) == counted(from_onet, Requirement)
    untold = {
        code
        for code, draft in from_onet.items()
        if "education and experience" in {doubt.subject for doubt in draft.doubts}
    }
    assert {"11-2032.00", "13-1082.00", "41-3091.00"} == untold == set(from_onet) - asked


def test_every_alternate_title_is_an_alias(onet: Path, from_onet: Drafts) -> None:
    """Each once, and none that is the title itself."""
    titles = {row[CODE]: row["Title"] for row in lines(onet / "Occupation_Data.tsv")}
    expected = Counter(
        code
        for code, title in {
            (row[CODE], row["Alternate Title"].casefold())
            for row in lines(onet / "Alternate_Titles.tsv")
        }
        if title != titles[code].casefold()
    )

    assert expected == {
        code: len(draft.role.aliases) for code, draft in from_onet.items() if draft.role.aliases
    }


def test_every_skill_of_esco_is_a_clause(esco: Path, from_esco: Drafts) -> None:
    """738 relations, of which one skill is both essential and optional: 737 clauses."""
    with (esco / "occupation_skills.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    pairs = {(row["occupation_uri"], row["skill"]) for row in rows}
    expected = Counter(address for address, _ in pairs)

    assert (738, 737) == (len(rows), len(pairs))
    assert expected == Counter(counted(from_esco, Skill)) + Counter(counted(from_esco, Knowledge))
    required = sum(
        clause.strength is Strength.REQUIRED
        for draft in from_esco.values()
        for clause in draft.role.clauses()
        if isinstance(clause, Skill | Knowledge)
    )
    assert sum(row["relation"] == "essential" for row in rows) == required


def test_the_skill_that_contradicts_itself_is_told(from_esco: Drafts) -> None:
    """ESCO's ICT account manager has service-oriented modelling twice."""
    assert [
        ("ict-account-manager", "skill service-oriented modelling"),
    ] == [
        (draft.role.id, doubt.subject)
        for draft in from_esco.values()
        for doubt in draft.doubts
        if doubt.kind is DoubtKind.CONTRADICTION
    ]


def test_every_occupation_of_esco_has_its_group_of_isco(esco: Path, from_esco: Drafts) -> None:
    """Address and four digits, with the name of the group."""
    read: list[dict[str, Any]] = json.loads((esco / "occupations.json").read_text("utf-8"))
    expected = {
        item["occupation_uri"]: [item["occupation_uri"], item["isco_code"], item["isco_group_name"]]
        for item in read
    }

    assert expected == {
        address: [draft.role.codes[0].code, draft.role.codes[1].code, draft.role.codes[1].title]
        for address, draft in from_esco.items()
    }


def test_every_draft_names_its_source_and_its_doubts(from_onet: Drafts, from_esco: Drafts) -> None:
    """Each clause has the id of a row; each doubt a reason, a remedy and the line of a row."""
    for draft in (*from_onet.values(), *from_esco.values()):
        assert () == draft.role.faults()
        assert all(clause.source for clause in draft.role.clauses())
        assert draft.attribution in (draft.role.note or "")
        assert draft.doubts
        clauses = {clause.id: clause for clause in draft.role.clauses()}
        for doubt in draft.doubts:
            assert doubt.subject
            assert doubt.problem
            assert doubt.remedy
            assert doubt.rows
            assert all(row.place.line > 1 and row.id.count(":") >= 2 for row in doubt.rows)
            noted = draft.role if doubt.clause is None else clauses[doubt.clause]
            assert doubt.problem in (noted.note or "")


def test_every_draft_is_the_same_after_a_round_trip(
    from_onet: Drafts, from_esco: Drafts, tmp_path: Path
) -> None:
    """Saved as YAML and loaded, the handbook is sound and the roles are what they were."""
    roles = [draft.role for draft in (*from_onet.values(), *from_esco.values())]
    company = Company(
        id="tala",
        name="Tala Trading",
        currency="PHP",
        jurisdiction="neutral",
        languages=("en",),
        calendar=FiscalCalendar(),
    )
    # Two sources know a customer service representative; the second gets an id of its own.
    ids = Counter(role.id for role in roles)
    roles = [
        attrs.evolve(role, id=f"{role.id}-{position}") if ids[role.id] > 1 else role
        for position, role in enumerate(roles)
    ]
    Handbook(company=company, roles=tuple(roles)).save(tmp_path)
    loaded = Handbook.load(tmp_path)

    assert 38 == len(loaded.roles)
    assert tuple(sorted(roles, key=lambda role: role.id)) == loaded.roles
    loaded.check().raise_for_errors()
    for role in roles:
        page = describe(loaded.role(role.id), locale="en").text("markdown")
        assert "classification of the European Commission" in page or "USDOL/ETA" in page
