"""Two small releases in the published formats, of occupations that do not exist.

O*NET: the kite tuner, with one row for whatever may be doubtful. ESCO: the wind broker in English
and German. Nothing here is taken from either classification.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

import pytest

Lines: TypeAlias = Sequence[Sequence[str]]

TUNER = "99-1001.00"
BROKER = "http://data.europa.eu/esco/occupation/0a1b2c3d-0000-4000-8000-000000000001"
SKILL = "http://data.europa.eu/esco/skill/0a1b2c3d-0000-4000-8000-00000000000"

_RATED = (
    "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tN\tStandard Error"
    "\tLower CI Bound\tUpper CI Bound\tRecommend Suppress\tNot Relevant\tDate\tDomain Source"
)
_ANSWERS = (
    "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tCategory\tData Value\tN\tStandard Error"
    "\tLower CI Bound\tUpper CI Bound\tRecommend Suppress\tDate\tDomain Source"
)


def _rating(element: str, name: str, scale: str, value: str, rest: str = "") -> str:
    found = rest or "30\t0.1\t\t\tN\tn/a\t08/2024\tIncumbent"
    return f"{TUNER}\t{element}\t{name}\t{scale}\t{value}\t{found}"


def _answer(element: str, name: str, scale: str, category: str, value: str) -> str:
    rest = "30\t0.1\t\t\tN\t08/2024\tIncumbent"
    return f"{TUNER}\t{element}\t{name}\t{scale}\t{category}\t{value}\t{rest}"


ONET: Mapping[str, tuple[str, ...]] = {
    "Occupation Data": (
        "O*NET-SOC Code\tTitle\tDescription",
        f'{TUNER}\tKite Tuners\tTune kites so that they fly as "promised".',
        "99-1001.02\tKite Tuners, Indoor\t",
    ),
    "Task Statements": (
        "O*NET-SOC Code\tTask ID\tTask\tTask Type\tIncumbents Responding\tDate\tDomain Source",
        f"{TUNER}\t501\tTune kites and measure their lift.\tCore\t40\t08/2024\tIncumbent",
        f"{TUNER}\t502\tMeasure lift and tune kites.\tCore\t40\t08/2024\tIncumbent",
        f"{TUNER}\t503\tRepair {{torn}} sails as necessary.\tSupplemental\t40\t08/2024\tIncumbent",
        f"{TUNER}\t504\tWrite flight reports.\tn/a\tn/a\t08/2019\tAnalyst - Transition",
        f"{TUNER}\t505\tWrite flight reports.\tCore\t40\t08/2024\tIncumbent",
        f"{TUNER}\t506\tPack kites.\tCore\t14\t08/2024\tIncumbent",
    ),
    "Alternate Titles": (
        "O*NET-SOC Code\tAlternate Title\tShort Title\tSource(s)",
        f"{TUNER}\tKite Technician (KT)\tKT\t08",
        f"{TUNER}\tWind Fitter\tn/a\t08",
        f"{TUNER}\tkite tuners\tn/a\t10",
    ),
    "Knowledge": (
        _RATED,
        _rating("2.C.9.x", "Wind", "IM", "4.00"),
        _rating("2.C.9.x", "Wind", "LV", "5.10"),
        _rating(
            "2.C.9.y", "String", "IM", "3.00", "30\t0.2\t2.61\t3.39\tN\tn/a\t08/2024\tIncumbent"
        ),
        _rating("2.C.9.y", "String", "LV", "2.50", "30\t0.9\t\t\tY\tN\t08/2024\tIncumbent"),
        _rating("2.C.9.z", "Cooking", "IM", "2.99"),
        _rating("2.C.9.w", "Diving", "IM", "4.50", "30\t0.9\t\t\tY\tn/a\t08/2024\tIncumbent"),
    ),
    "Skills": (
        _RATED,
        _rating("2.A.9.a", "Flying", "IM", "3.99", "8\t0.1\t\t\tN\tn/a\t08/2024\tAnalyst"),
        _rating("2.A.9.b", "Knotting", "IM", "4.01", "14\t0.1\t\t\tN\tn/a\t08/2024\tIncumbent"),
    ),
    "Technology Skills": (
        "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand",
        f"{TUNER}\tLiftPlan\t43230001\tFlight software\tN\tY",
        f"{TUNER}\tOldPlan\t43230001\tFlight software\tY\tN",
    ),
    "Education, Training, and Experience": (
        _ANSWERS,
        _answer("2.D.1", "Required Level of Education", "RL", "2", "40"),
        _answer("2.D.1", "Required Level of Education", "RL", "4", "40"),
        _answer("2.D.1", "Required Level of Education", "RL", "6", "20"),
        _answer("3.A.1", "Related Work Experience", "RW", "6", "30"),
        _answer("3.A.1", "Related Work Experience", "RW", "7", "70"),
        _answer("3.A.3", "On-the-Job Training", "OJ", "2", "100"),
        _answer("2.D.4.a", "Certification", "IM", "n/a", "2.5"),
    ),
    "Education, Training, and Experience Categories": (
        "Element ID\tElement Name\tScale ID\tCategory\tCategory Description",
        "2.D.1\tRequired Level of Education\tRL\t2\tSchool diploma - or the equivalent",
        "2.D.1\tRequired Level of Education\tRL\t4\tSome courses",
        "2.D.1\tRequired Level of Education\tRL\t6\tFirst degree",
        "3.A.1\tRelated Work Experience\tRW\t6\tOver 1 year, up to 2 years",
        "3.A.1\tRelated Work Experience\tRW\t7\tOver 2 years, up to 4 years",
    ),
    "Job Zones": (
        "O*NET-SOC Code\tJob Zone\tDate\tDomain Source",
        "99-1001.02\t2\t08/2024\tAnalyst",
    ),
    "Job Zone Reference": ("Job Zone\tName", "2\tJob Zone Two: Some Preparation"),
}

ESCO: Mapping[str, Lines] = {
    "occupations_en": (
        (
            "conceptType",
            "conceptUri",
            "iscoGroup",
            "preferredLabel",
            "altLabels",
            "status",
            "regulatedProfessionNote",
            "description",
            "code",
        ),
        (
            "Occupation",
            BROKER,
            "9999",
            "wind broker",
            "breeze agent\nwind broker\nwind seller/buyer",
            "released",
            "http://data.europa.eu/esco/regulated-professions/unregulated",
            "Wind brokers sell wind,\nby the hour.",
            "9999.1",
        ),
        (
            "Occupation",
            f"{BROKER}0",
            "9999",
            "calm broker",
            "",
            "obsolete",
            "regulated",
            "",
            "9999.2",
        ),
    ),
    "occupations_de": (
        ("conceptType", "conceptUri", "iscoGroup", "preferredLabel", "altLabels", "description"),
        ("Occupation", BROKER, "9999", "Windmakler/Windmaklerin", "Brisenhändler", ""),
        ("Occupation", f"{BROKER}0", "9999", "", "", ""),
    ),
    "skills_en": (
        ("conceptType", "conceptUri", "skillType", "preferredLabel"),
        ("KnowledgeSkillCompetence", f"{SKILL}1", "skill/competence", "sell wind"),
        ("KnowledgeSkillCompetence", f"{SKILL}2", "knowledge", "weather"),
        ("KnowledgeSkillCompetence", f"{SKILL}3", "", "whistling"),
    ),
    "skills_de": (
        ("conceptType", "conceptUri", "skillType", "preferredLabel"),
        ("KnowledgeSkillCompetence", f"{SKILL}1", "skill/competence", "Wind verkaufen"),
        ("KnowledgeSkillCompetence", f"{SKILL}2", "knowledge", "Wetter"),
    ),
    "occupationSkillRelations_en": (
        ("occupationUri", "relationType", "skillType", "skillUri"),
        (BROKER, "optional", "skill/competence", f"{SKILL}1"),
        (BROKER, "essential", "skill/competence", f"{SKILL}1"),
        (BROKER, "essential", "knowledge", f"{SKILL}2"),
        (BROKER, "optional", "", f"{SKILL}3"),
        (BROKER, "optional", "skill/competence", f"{SKILL}9"),
    ),
    "ISCOGroups_en": (
        ("conceptType", "conceptUri", "code", "preferredLabel"),
        ("ISCOGroup", "http://data.europa.eu/esco/isco/C9999", "9999", "Sellers of air"),
    ),
}


@pytest.fixture
def onet_folder(tmp_path: Path) -> Path:
    """The text download of the invented O*NET release 29.2; the folder's name says which."""
    folder = tmp_path / "db_29_2_text"
    folder.mkdir()
    for name, lines in ONET.items():
        (folder / f"{name}.txt").write_text(
            "\r\n".join(lines) + "\r\n", encoding="utf-8", newline=""
        )
    return folder


@pytest.fixture
def esco_folder(tmp_path: Path) -> Path:
    """The CSV download of the invented ESCO release 1.2.0, two languages side by side."""
    folder = tmp_path / "ESCO dataset - v1.2.0 - classification - en - csv"
    folder.mkdir()
    for name, rows in ESCO.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    return folder
