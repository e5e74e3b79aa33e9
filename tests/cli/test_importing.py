"""``accountkit import`` as a shell runs it: what it writes, prints and refuses."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from accountkit.handbook import Handbook

COMMAND = (sys.executable, "-c", "from accountkit.cli import main; main()")
Done = subprocess.CompletedProcess[str]

COMPANY = """
id: tala
name: Tala Trading
currency: PHP
jurisdiction: neutral
languages: [en]
calendar: {kind: fiscal}
"""
ONET = {
    "Occupation Data.txt": (
        "O*NET-SOC Code\tTitle\tDescription\n99-1001.00\tKite Tuners\tTune kites.\n"
    ),
    "Task Statements.txt": (
        "O*NET-SOC Code\tTask ID\tTask\tTask Type\n99-1001.00\t501\tTune kites.\tCore\n"
    ),
}
BROKER = "http://data.europa.eu/esco/occupation/0001"
ESCO = {
    "occupations_en.csv": (
        "conceptUri,preferredLabel,altLabels,iscoGroup,description\n"
        f"{BROKER},wind broker,,9999,Wind brokers sell wind.\n"
    ),
    "occupations_de.csv": (
        "conceptUri,preferredLabel,altLabels,iscoGroup,description\n"
        f"{BROKER},Windmakler,,9999,Sie verkaufen Wind.\n"
    ),
    "skills_en.csv": "conceptUri,preferredLabel,skillType\nskill/1,sell wind,skill/competence\n",
    "skills_de.csv": "conceptUri,preferredLabel,skillType\nskill/1,Wind verkaufen,knowledge\n",
    "occupationSkillRelations_en.csv": (
        f"occupationUri,relationType,skillUri\n{BROKER},essential,skill/1\n"
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a handbook ``h`` and invented releases of both classifications."""
    for name, files in {
        "h": {"company.yaml": COMPANY},
        "db_29_2_text": ONET,
        "esco-v1.2.0": ESCO,
    }.items():
        (tmp_path / name).mkdir()
        for file, text in files.items():
            (tmp_path / name / file).write_text(text, encoding="utf-8")
    return tmp_path


def accountkit(folder: Path, *arguments: str) -> Done:
    """Run the command in a folder, its output in pipes."""
    return subprocess.run(
        [*COMMAND, *arguments],
        check=False,
        capture_output=True,
        cwd=folder,
        encoding="utf-8",
        env={**os.environ},
        stdin=subprocess.DEVNULL,
    )


def onet(folder: Path, *arguments: str) -> Done:
    """Import the kite tuner."""
    return accountkit(
        folder, "import", "onet", "db_29_2_text", "99-1001.00", "--to", "h", *arguments
    )


def test_a_draft_is_written_checked_and_printed(folder: Path) -> None:
    """Doubts, attribution, and where the role is; then it is a role like any other."""
    done = onet(folder)
    told = done.stdout.splitlines()

    assert (0, "") == (done.returncode, done.stderr)
    assert (
        'Occupation Data.txt:2:1: doubt: title: "a Kite Tuner" is made of "Kite Tuners" by a rule;'
        " check the singular and its article (article)"
    ) == told[0]
    assert told[-2].startswith("This page includes information from the O*NET 29.2 Database by the")
    assert f"kite-tuner: h/roles/kite-tuner.yaml, {len(told) - 2} doubts" == told[-1]
    assert "error" not in accountkit(folder, "check", "h").stderr
    page = accountkit(folder, "describe", "h", "kite-tuner").stdout
    assert "# Job description: Kite Tuner" in page
    assert "Tala Trading has modified all or some of this information." in page


def test_a_draft_as_json(folder: Path) -> None:
    """Every doubt with its kind, its reason and the rows it comes from."""
    done = onet(folder, "--json")
    told = json.loads(done.stdout)

    assert done.stdout.isascii()
    assert ["role", "file", "attribution", "doubts"] == list(told)
    assert ("kite-tuner", "h/roles/kite-tuner.yaml") == (told["role"], told["file"])
    assert {
        "kind": "article",
        "subject": "title",
        "problem": '"a Kite Tuner" is made of "Kite Tuners" by a rule',
        "remedy": "check the singular and its article",
        "clause": None,
        "rows": [{"source": "onet:29.2:99-1001.00", "file": "Occupation Data.txt", "line": 2}],
    } == told["doubts"][0]


def test_a_role_is_written_over_only_when_told_to(folder: Path) -> None:
    """The second import changes nothing unless --replace or another id is given."""
    onet(folder)
    file = folder / "h" / "roles" / "kite-tuner.yaml"
    adapted = file.read_text(encoding="utf-8").replace("Tune kites.", "Tunes all kites.")
    file.write_text(adapted, encoding="utf-8")
    again = onet(folder)

    assert 2 == again.returncode
    assert (
        "role kite-tuner: is in the handbook already; give another id with --id, or write over it"
        " with --replace\n"
    ) == again.stderr
    assert adapted == file.read_text(encoding="utf-8")
    assert 0 == onet(folder, "--id", "tuner").returncode
    assert 0 == onet(folder, "--replace").returncode
    assert "Tunes all kites." not in file.read_text(encoding="utf-8")
    assert ["kite-tuner", "tuner"] == sorted(Handbook.load(folder / "h").role_ids)


def test_a_file_of_another_role_is_never_written_over(folder: Path) -> None:
    """Also with --replace, which is about the role of that id; that role's own file is found."""
    onet(folder, "--id", "tuner")
    roles = folder / "h" / "roles"
    (roles / "tuner.yaml").rename(roles / "kite-tuner.yaml")
    refused = onet(folder, "--replace")

    assert (2, "file roles/kite-tuner.yaml: holds another role; give another id with --id\n") == (
        refused.returncode,
        refused.stderr,
    )
    assert 0 == onet(folder, "--id", "tuner", "--replace").returncode
    assert ["kite-tuner.yaml"] == [file.name for file in roles.iterdir()]


def test_an_occupation_of_esco_in_two_languages(folder: Path) -> None:
    """Each --locale is a language of the role."""
    done = accountkit(
        folder,
        *("import", "esco", "esco-v1.2.0", "wind broker", "--to", "h"),
        *("--locale", "en", "--locale", "de"),
    )
    role = Handbook.load(folder / "h").role("wind-broker").role

    assert (0, "") == (done.returncode, done.stderr)
    assert (
        "This publication uses the ESCO classification of the European Commission." in done.stdout
    )
    assert ("de", "en") == role.title.languages
    assert "Windmakler" == role.title.get("de")


@pytest.mark.parametrize(
    "arguments, message",
    [
        (
            ("onet", "db_29_2_text", "99-1002.00", "--to", "h"),
            "occupation 99-1002.00: is not in the O*NET 29.2 database; did you mean 99-1001.00?",
        ),
        (
            ("onet", "db_29_2_text", "99-1001.00", "--to", "nowhere"),
            "handbook nowhere: is not a folder; name the folder that holds company.yaml",
        ),
        (
            ("onet", "esco-v1.2.0", "99-1001.00", "--to", "h"),
            (
                "folder esco-v1.2.0: does not say which release it holds, and codes and attribution"
                " name it; name the release (--release on the command line), or call the folder"
                " db_29_2_text"
            ),
        ),
        (
            ("onet", "esco-v1.2.0", "99-1001.00", "--to", "h", "--release", "29.2"),
            (
                "esco-v1.2.0:1:1: O*NET database: has no file Occupation Data.txt; unpack the text"
                " download, or name the folder it is in\n"
                "esco-v1.2.0:1:1: O*NET database: has no file Task Statements.txt; unpack the text"
                " download, or name the folder it is in"
            ),
        ),
        (
            ("esco", "esco-v1.2.0", "wind brokers", "--to", "h"),
            "occupation wind brokers: is not in ESCO 1.2.0; did you mean wind broker?",
        ),
        (
            ("esco", "esco-v1.2.0", BROKER, "--to", "h", "--locale", "fil"),
            (
                "folder esco-v1.2.0: has no language fil, and ESCO is not published in it; name"
                " one of de, en, or add the download in that language"
            ),
        ),
        (
            ("onet", "db_29_2_text", "99-1001.00"),
            "accountkit import onet: missing option --to; see accountkit import onet --help",
        ),
    ],
)
def test_what_is_refused(folder: Path, arguments: tuple[str, ...], message: str) -> None:
    """One sentence each, exit code 2, and nothing is written."""
    done = accountkit(folder, "import", *arguments)

    assert (2, "", f"{message}\n") == (done.returncode, done.stdout, done.stderr)
    assert not (folder / "h" / "roles").exists()


@pytest.mark.parametrize("source", ["onet", "esco"])
def test_help_teaches(folder: Path, source: str) -> None:
    """Each command says what it does and shows how it is called."""
    done = accountkit(folder, "import", source, "-h")

    assert (0, "") == (done.returncode, done.stderr)
    assert f"Example: accountkit import {source}" in done.stdout
