"""ESCO: the tables as they are published, an extract, and what is said when they are wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from accountkit.errors import Problems, UnknownNameError, UsageError
from accountkit.handbook.imports import EscoClassification, draft_from_esco, read_esco

BROKER = "http://data.europa.eu/esco/occupation/0a1b2c3d-0000-4000-8000-000000000001"


def edit(file: Path, old: str, new: str) -> None:
    """Change the first of such places in a file."""
    text = file.read_bytes().decode()
    assert old in text
    file.write_bytes(text.replace(old, new, 1).encode())


def problems(folder: Path, release: str | None = None) -> list[str]:
    """What is wrong with a folder, each as it is printed."""
    with pytest.raises(Problems) as caught:
        read_esco(folder, release=release)
    return [str(problem) for problem in caught.value.problems]


def extract(folder: Path, **changes: Any) -> Path:
    """A folder with an extract of one occupation, some of its keys changed or left out."""
    keys: dict[str, Any] = {
        "occupation_uri": BROKER,
        "occupation_name": "wind broker",
        "alternative_names": ["breeze agent"],
        "occupation_description": "Wind brokers sell wind.",
        "isco_code": "9999",
        "isco_group_name": "Sellers of air",
        "essential_skills": ["sell wind", "weather"],
        "optional_skills": ["whistling", "weather"],
        "essential_knowledge": ["weather"],
    } | changes
    kept = {key: value for key, value in keys.items() if value is not None}
    folder.mkdir(exist_ok=True)
    (folder / "occupations.json").write_text(json.dumps([kept], indent=1), encoding="utf-8")
    return folder


def test_a_release_is_read_as_it_was_downloaded(esco_folder: Path) -> None:
    """Cells of several lines, titles one on each; the folder names the release."""
    read = read_esco(esco_folder, languages=["en", "de"])
    broker = read.occupation(BROKER)

    assert ("1.2.0", ("en", "de")) == (read.release, read.languages)
    assert {"en": "wind broker", "de": "Windmakler/Windmaklerin"} == broker.labels
    assert ("breeze agent", "wind broker", "wind seller/buyer") == broker.others["en"]
    assert {"en": "Wind brokers sell wind,\nby the hour."} == broker.descriptions
    assert ("9999.1", "9999") == (broker.code, broker.isco)
    assert "occupations_en.csv:2:1" == str(broker.place)
    assert "occupations_en.csv:6:1" == str(read.occupation(f"{BROKER}0").place)
    kinds = [relation.skill.is_knowledge for relation in read.relations[BROKER]]
    assert [False, False, True, None, False] == kinds


@pytest.mark.parametrize("name", [BROKER, "9999.1", "wind broker", "Windmakler/Windmaklerin"])
def test_an_occupation_by_address_code_or_label(esco_folder: Path, name: str) -> None:
    """In each language that was read."""
    read = read_esco(esco_folder, languages=["en", "de"])

    assert BROKER == read.occupation(name).uri


def test_a_code_that_several_have(esco_folder: Path) -> None:
    """A group of ISCO-08 has several occupations; all are named."""
    with pytest.raises(UsageError) as caught:
        read_esco(esco_folder).occupation("9999")

    assert (
        f"occupation 9999: is the code of 2: wind broker ({BROKER}), calm broker ({BROKER}0);"
        " give one address"
    ) == str(caught.value)


@pytest.mark.parametrize(
    "name, remedy",
    [
        ("wind brokers", "did you mean wind broker?"),
        ("Breeze Agent", "it is another title of wind broker, so give that one"),
        ("9999.3", "did you mean 9999.2?"),
        ("x", "give its address, its code or its preferred label"),
    ],
)
def test_an_occupation_that_does_not_exist(esco_folder: Path, name: str, remedy: str) -> None:
    """The nearest one, or the one whose other title it is."""
    with pytest.raises(UnknownNameError) as caught:
        read_esco(esco_folder).occupation(name)

    assert f"occupation {name}: is not in ESCO 1.2.0; {remedy}" == str(caught.value)


@pytest.mark.parametrize(
    "language, told",
    [
        ("fr", "has no language fr; name one of de, en, or add the download in that language"),
        (
            "fil",
            (
                "has no language fil, and ESCO is not published in it; name one of de, en, or add"
                " the download in that language"
            ),
        ),
    ],
)
def test_a_language_that_is_not_there(esco_folder: Path, language: str, told: str) -> None:
    """Nothing is translated, and Filipino and Russian there never were."""
    with pytest.raises(UsageError) as caught:
        read_esco(esco_folder, languages=[language])

    assert f"folder {esco_folder}: {told}" == str(caught.value)


def test_no_language_at_all(esco_folder: Path) -> None:
    """One is needed."""
    with pytest.raises(UsageError, match="languages: are none; name one of de, en"):
        read_esco(esco_folder, languages=[])


def test_a_folder_without_a_release(esco_folder: Path, tmp_path: Path) -> None:
    """The tables do not name it, so somebody has to."""
    folder = esco_folder.rename(tmp_path / "esco")

    assert "1.1.2" == read_esco(folder, release="1.1.2").release
    with pytest.raises(UsageError, match="does not say which release it holds"):
        read_esco(folder)


def test_a_folder_without_the_tables(tmp_path: Path) -> None:
    """Neither the download nor an extract."""
    with pytest.raises(UsageError, match=r"has neither occupations_en.csv nor occupations.json"):
        read_esco(tmp_path)
    with pytest.raises(UsageError, match="is not a folder"):
        read_esco(tmp_path / "nowhere")


def test_everything_wrong_with_the_tables_is_told_at_once(esco_folder: Path) -> None:
    """A missing file, a missing column, an address, a relation; each with its line."""
    (esco_folder / "skills_en.csv").unlink()
    edit(esco_folder / "ISCOGroups_en.csv", ",code,", ",cod,")
    edit(esco_folder / "occupations_en.csv", f"{BROKER}0", "calm-broker")
    edit(esco_folder / "occupationSkillRelations_en.csv", "optional", "nice")

    assert [
        (
            f"{esco_folder}:1:1: ESCO: has no file skills_en.csv; unpack the CSV download, or name"
            " the folder it is in"
        ),
        "ISCOGroups_en.csv:1:1: table ISCOGroups_en.csv: has no column code; did you mean cod?",
        (
            'occupations_en.csv:6:1: column conceptUri: "calm-broker" is no address of an'
            " occupation; write it as http://data.europa.eu/esco/occupation/..."
        ),
        (
            'occupationSkillRelations_en.csv:2:1: column relationType: "nice" is neither essential'
            " nor optional; write one of the two"
        ),
    ] == problems(esco_folder)


def test_a_quote_that_is_never_closed(esco_folder: Path) -> None:
    """Named with the line where the row begins."""
    (esco_folder / "skills_en.csv").write_text(
        'conceptUri,preferredLabel\na,"b\nc,d\n', encoding="utf-8"
    )

    assert [
        (
            "skills_en.csv:2:1: table: cannot be read from here on (unexpected end of data); check"
            " that every quote is closed"
        )
    ] == problems(esco_folder)


def test_an_extract(tmp_path: Path) -> None:
    """Skills by name; what is essential knowledge is knowledge also where it is optional."""
    read: EscoClassification = read_esco(extract(tmp_path / "esco"), release="1.2.0")
    found = [
        (relation.skill.labels["en"], relation.is_essential, relation.skill.is_knowledge)
        for relation in read.relations[BROKER]
    ]

    assert [
        ("sell wind", True, False),
        ("weather", True, True),
        ("whistling", False, None),
        ("weather", False, True),
    ] == found
    assert "occupations.json:2:2" == str(read.occupation("wind broker").place)
    assert {"9999": {"en": "Sellers of air"}} == read.groups


def test_names_of_an_extract_that_differ_in_signs(tmp_path: Path) -> None:
    """They are two skills, and their clauses get ids of their own."""
    folder = extract(tmp_path / "esco", essential_skills=["C++", "C#"], optional_skills=[])
    read = read_esco(folder, release="1.2.0")
    role = draft_from_esco(read, BROKER, company="Tala Trading").role

    assert ["skill.c", "skill.c-2"] == [
        clause.id for clause in role.clauses() if clause.id.startswith("skill.")
    ]


@pytest.mark.parametrize(
    "changes, message",
    [
        ({"occupation_name": None}, "2:2: occupation: lacks the key occupation_name; add it"),
        (
            {"essential_skills": None, "essential_skill": []},
            "2:2: occupation: lacks the key essential_skills; did you mean essential_skill?",
        ),
        ({"isco_code": 9999}, "2:2: key isco_code: is no text; write a text in quotes"),
        (
            {"optional_skills": ["fly", 7]},
            '2:2: key optional_skills: is no list of texts; write ["...", "..."]',
        ),
        (
            {"occupation_uri": "wind"},
            (
                '2:2: key occupation_uri: "wind" is no address of an occupation; write it as'
                " http://data.europa.eu/esco/occupation/..."
            ),
        ),
    ],
)
def test_an_extract_with_a_mistake(tmp_path: Path, changes: dict[str, Any], message: str) -> None:
    """Each is told where its occupation begins."""
    folder = extract(tmp_path / "esco", **changes)

    assert [f"occupations.json:{message}"] == problems(folder, release="1.2.0")


@pytest.mark.parametrize(
    "text, message",
    [
        ("{}", "1:1: extract: is no list of occupations; write [ {...}, {...} ]"),
        ("[\n 1]", "2:2: extract: is no occupation; write its keys"),
        ('[\n {"a": }]', "2:8: extract: is no JSON from here on; mend it"),
        ("[", "1:2: extract: is no JSON from here on; mend it"),
    ],
)
def test_an_extract_that_is_none(tmp_path: Path, text: str, message: str) -> None:
    """Named with line and column."""
    (tmp_path / "occupations.json").write_text(text, encoding="utf-8")

    assert [f"occupations.json:{message}"] == problems(tmp_path, release="1.2.0")


def test_an_extract_with_an_occupation_twice(tmp_path: Path) -> None:
    """Nothing says which of the two is meant."""
    file = extract(tmp_path) / "occupations.json"
    listed = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(listed * 2), encoding="utf-8")
    (told,) = problems(tmp_path, release="1.2.0")

    assert told.endswith(f": occupation {BROKER}: stands twice; keep one")


def test_an_extract_that_is_no_text(tmp_path: Path) -> None:
    """It is UTF-8 as all JSON."""
    (tmp_path / "occupations.json").write_bytes(b"[\xff]")

    assert ["occupations.json:1:1: extract: is not UTF-8 text; save it as UTF-8"] == problems(
        tmp_path, release="1.2.0"
    )


def test_an_occupation_that_stands_twice(esco_folder: Path) -> None:
    """Nothing says which of the two is meant."""
    edit(esco_folder / "occupations_en.csv", f"{BROKER}0", BROKER)

    assert [
        f"occupations_en.csv:6:1: occupation {BROKER}: stands twice, first on line 2; keep one"
    ] == problems(esco_folder)
