"""The draft from ESCO: what of an occupation becomes what of a role, and what is doubtful."""

from __future__ import annotations

from pathlib import Path

import pytest

from accountkit.handbook.imports import (
    DoubtKind,
    ImportedRole,
    draft_from_esco,
    read_esco,
)
from accountkit.roles.codes import CodeScheme, OccupationCode
from accountkit.roles.knowledge import Knowledge
from accountkit.roles.requirements import Strength
from accountkit.roles.skills import Skill
from accountkit.values.clauses import Clause
from accountkit.values.texts import Text

BROKER = "http://data.europa.eu/esco/occupation/0a1b2c3d-0000-4000-8000-000000000001"
SKILL = "http://data.europa.eu/esco/skill/0a1b2c3d-0000-4000-8000-00000000000"
ATTRIBUTION = (
    "This publication uses the ESCO classification of the European Commission. It is a modified and"
    " adapted version of ESCO 1.2.0, made by Tala Trading."
)


@pytest.fixture
def broker(esco_folder: Path) -> ImportedRole:
    """The wind broker, imported in English."""
    return draft_from_esco(read_esco(esco_folder), "wind broker", company="Tala Trading")


def clause(imported: ImportedRole, clause_id: str) -> Clause:
    """A clause of the draft."""
    return next(item for item in imported.role.clauses() if item.id == clause_id)


def messages(imported: ImportedRole) -> list[str]:
    """All doubts as they are printed."""
    return [str(doubt) for doubt in imported.doubts]


def test_the_draft_is_a_role_in_sections(broker: ImportedRole) -> None:
    """Essential skills are required, optional ones useful; one that is both is required."""
    assert () == broker.role.faults()
    assert "wind-broker" == broker.role.id
    assert [
        ("general", ["general.description"]),
        ("knowledge", ["knowledge.weather"]),
        ("skills", ["skill.sell-wind"]),
        ("further-skills", ["skill.whistling"]),
        ("attribution", ["attribution.source"]),
    ] == [(section.id, [item.id for item in section.clauses]) for section in broker.role.sections]
    weather, whistling = clause(broker, "knowledge.weather"), clause(broker, "skill.whistling")
    assert isinstance(weather, Knowledge)
    assert isinstance(whistling, Skill)
    assert (Strength.REQUIRED, (f"{SKILL}2",)) == (weather.strength, weather.codes)
    assert Strength.USEFUL is whistling.strength
    assert (f"esco:1.2.0:{SKILL}3",) == whistling.source


def test_titles_and_codes(broker: ImportedRole) -> None:
    """The label with its article by rule, other labels once, and the address and group as codes."""
    title = Text.parse({"en": {"bare": "wind broker", "indefinite": "a wind broker"}})

    assert title == broker.role.title
    assert (Text.of(en="breeze agent"), Text.of(en="wind seller/buyer")) == broker.role.aliases
    assert (
        OccupationCode(scheme=CodeScheme.ESCO, version="1.2.0", code=BROKER, title="wind broker"),
        OccupationCode(
            scheme=CodeScheme.ISCO_08, version="08", code="9999", title="Sellers of air"
        ),
    ) == broker.role.codes


def test_the_attribution_is_in_the_document_and_in_the_note(broker: ImportedRole) -> None:
    """What a publication has to say, and that it is a modified version."""
    assert ATTRIBUTION == broker.attribution
    assert Text.of(en=ATTRIBUTION) == clause(broker, "attribution.source").text
    assert (broker.role.note or "").startswith(f"Draft from ESCO 1.2.0. {ATTRIBUTION} Doubt: ")


def test_what_is_doubtful(broker: ImportedRole) -> None:
    """Each doubt names its row, what is doubtful, why, and what to do."""
    relations, occupation = "occupationSkillRelations_en.csv", "occupations_en.csv:2:1"

    assert [
        (
            f'{occupation}: doubt: title: "a wind broker" has its article by a rule; check the'
            " article (article)"
        ),
        (
            f"{occupation}: doubt: other titles: those with a slash or a parenthesis (wind"
            " seller/buyer) may be two titles each; write each title by itself (signs)"
        ),
        (
            f"{relations}:3:1: doubt: skill sell wind: is both essential and optional, and was"
            " read as essential; settle which it is (contradiction)"
        ),
        (
            f"{relations}:6:1: doubt: skills: those that no table of skills names (1) are left out;"
            " take the skills from the same download (missing)"
        ),
        (
            f"{relations}:3:1: doubt: skills: essential ones (2) are read as required and optional"
            " ones (1) as useful, while ESCO speaks of all employers; keep those that your post"
            " asks for (strength)"
        ),
        (
            f"{relations}:5:1: doubt: skills: those of which nothing tells the kind (1) are read as"
            " skills; make knowledge of those that are (kind)"
        ),
        (
            f"{occupation}: doubt: duties: are nothing that ESCO knows, nor are rights,"
            " responsibilities, schooling and experience; write them; the description and the"
            " skills say what the work is about (missing)"
        ),
    ] == messages(broker)


def test_several_languages(esco_folder: Path) -> None:
    """Each text in every language that has it; what a language lacks is told and not translated."""
    read = read_esco(esco_folder, languages=["de", "en"])
    imported = draft_from_esco(read, BROKER, company="Tala Trading")
    found = [doubt.message for doubt in imported.doubts if doubt.kind is DoubtKind.LANGUAGE]

    assert "Windmakler/Windmaklerin" == imported.role.title.get("de")
    assert Text.of(en="weather", de="Wetter") == clause(imported, "knowledge.weather").text
    assert Text.of(en=ATTRIBUTION, de=ATTRIBUTION) == clause(imported, "attribution.source").text
    assert [
        "description: is not there in de; write it",
        "skill whistling: is not there in de; write it",
        "headings: of sections are not there in de; write them",
    ] == found
    assert "is not there in de" in (clause(imported, "skill.whistling").note or "")
    assert (
        'title: "Windmakler/Windmaklerin" holds a slash or a parenthesis and may be two titles;'
        " write the title that your company uses"
    ) in [doubt.message for doubt in imported.doubts]


def test_an_occupation_that_says_little(esco_folder: Path) -> None:
    """Obsolete, regulated somewhere, without description and skills: each is told."""
    (esco_folder / "ISCOGroups_en.csv").unlink()
    imported = draft_from_esco(read_esco(esco_folder), "calm broker", company="Tala Trading")

    assert ["attribution"] == [section.id for section in imported.role.sections]
    assert [
        "codes: have 9999 of ISCO-08, which no table of groups names; check that the group exists",
        "description: is empty; write it",
        "skills: are none; write down what your post asks for",
        (
            "occupation: is regulated somewhere in the European Union (regulated); look up whether"
            " your country asks for a licence, and add the requirement"
        ),
        'occupation: has the status "obsolete" in ESCO; look up what took its place',
    ] == [
        doubt.message
        for doubt in imported.doubts
        if doubt.kind != DoubtKind.ARTICLE and doubt.subject != "duties"
    ]


@pytest.mark.parametrize(
    "code, told",
    [
        ("", "have none of ISCO-08"),
        ("C99", 'have "C99", which is no code of ISCO-08'),
    ],
)
def test_an_occupation_outside_isco(esco_folder: Path, code: str, told: str) -> None:
    """Without a group of ISCO-08 the address is the only code."""
    file = esco_folder / "occupations_en.csv"
    file.write_text(
        file.read_text(encoding="utf-8").replace(",9999,wind broker", f",{code},wind broker"),
        encoding="utf-8",
    )
    imported = draft_from_esco(read_esco(esco_folder), BROKER, company="Tala Trading")

    assert [CodeScheme.ESCO] == [item.scheme for item in imported.role.codes]
    assert f"codes: {told}; look up the group of ISCO-08" in [
        doubt.message for doubt in imported.doubts
    ]


def test_a_label_without_latin_letters_still_gives_an_id(esco_folder: Path) -> None:
    """The end of the address stands for it."""
    for table in ("occupations", "skills", "occupationSkillRelations"):
        (esco_folder / f"{table}_en.csv").rename(esco_folder / f"{table}_el.csv")
    file = esco_folder / "occupations_el.csv"
    file.write_text(
        file.read_text(encoding="utf-8").replace("wind broker,", "μεσίτης ανέμων,"),
        encoding="utf-8",
    )
    imported = draft_from_esco(
        read_esco(esco_folder, languages=["el"]), BROKER, company="Tala Trading"
    )

    assert "esco-0a1b2c3d-0000-4000-8000-000000000001" == imported.role.id
    assert "μεσίτης ανέμων" == imported.role.title.get("el")
