"""``accountkit describe --to FILE.jsonld``: the advertisement of a role, and what it leaves out."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from accountkit.documents.posting_rules import posting_faults

HABAGAT = Path(__file__).parents[2] / "examples" / "habagat"
POSTING = "postings/kam-manila-2026.yaml"
ROLE = "key-account-manager"
Done = subprocess.CompletedProcess[str]


def describe(folder: Path, *arguments: str | Path) -> Done:
    """Run the command, its output in pipes."""
    return subprocess.run(
        [sys.executable, "-m", "accountkit", "describe", str(folder), *map(str, arguments)],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "100"},
        stdin=subprocess.DEVNULL,
    )


@pytest.fixture
def habagat(tmp_path: Path) -> Path:
    """The example company, to be written in."""
    return Path(shutil.copytree(HABAGAT, tmp_path / "habagat"))


def another(folder: Path, name: str, *lines: str) -> None:
    """Write a second posting of the role, with some more lines."""
    text = (folder / POSTING).read_text(encoding="utf-8").replace("kam-manila-2026", name)
    more = "".join(f"{line}\n" for line in lines)
    (folder / "postings" / f"{name}.yaml").write_text(text + more, encoding="utf-8")


def test_the_ending_of_the_file_asks_for_an_advertisement(tmp_path: Path) -> None:
    """What a search takes is in the file; what has no place there is noted, reason by reason."""
    done = describe(HABAGAT, ROLE, "--to", tmp_path / "kam.jsonld")
    found = json.loads((tmp_path / "kam.jsonld").read_text(encoding="utf-8"))

    assert 0 == done.returncode
    assert f"Key account manager: {tmp_path}/kam.jsonld, 63 losses\n" == done.stdout
    assert () == posting_faults(found)
    notes = done.stderr.splitlines()
    assert {"note"} == {line.partition(":")[0] for line in notes}
    assert (
        "note: 3 responsibilities: schema.org has no property for what the holder answers for; its "
        "responsibilities are duties (4.1 responsibilities.duties, 4.2 responsibilities.damage, "
        "4.3 responsibilities.plans)"
    ) in notes
    assert 63 == sum(int(line.split()[1]) for line in notes)


def test_a_program_reads_each_loss(tmp_path: Path) -> None:
    """With its kind, its id, the number in the job description and the reason."""
    to = tmp_path / "kam.jsonld"
    done = describe(HABAGAT, ROLE, "--locale", "fil", "--to", to, "--json")
    told: dict[str, Any] = json.loads(done.stdout)

    assert ["role", "posting", "language", "title", "file", "losses"] == list(told)
    assert [ROLE, "kam-manila-2026", "fil", "Key account manager", str(to)] == [
        told[key] for key in list(told)[:5]
    ]
    assert {
        "nature": "right",
        "id": "rights.decisions",
        "number": "3.2",
        "reason": "schema.org has no property for what the holder may do",
    } in told["losses"]
    assert done.stdout.isascii()


def test_of_several_postings_one_is_named(habagat: Path, tmp_path: Path) -> None:
    """By its id, or by the position if that is enough."""
    another(habagat, "kam-visayas", "position: visayas")
    to = tmp_path / "kam.jsonld"

    asked = describe(habagat, ROLE, "--to", to)
    assert 2 == asked.returncode
    assert (
        "role key-account-manager: has 2 postings; name one of them: kam-manila-2026, kam-visayas\n"
        == asked.stderr
    )
    assert not to.exists()
    for choice in (("--posting", "kam-visayas"), ("--position", "visayas")):
        assert 0 == describe(habagat, ROLE, *choice, "--to", to).returncode
        found = json.loads(to.read_text(encoding="utf-8"))
        assert "kam-visayas" == found["identifier"]["value"]


@pytest.mark.parametrize(
    "arguments, message",
    [
        (
            [ROLE, "--posting", "kam-manila-2026", "--to", "kam.pdf"],
            (
                "posting kam-manila-2026: is advertised in JSON-LD only; "
                "name a file ending in .jsonld with --to"
            ),
        ),
        (
            [ROLE, "--posting", "kam-manila-2026"],
            (
                "posting kam-manila-2026: is advertised in JSON-LD only; "
                "name a file ending in .jsonld with --to"
            ),
        ),
        (
            [ROLE, "--layout", "plain", "--to", "kam.jsonld"],
            ("advertisement kam.jsonld: has no --layout, as a job description has; leave it out"),
        ),
        (
            ["head-of-sales", "--to", "head.jsonld"],
            (
                "role head-of-sales: has no posting; "
                "write one in the folder postings of the handbook"
            ),
        ),
        (
            ["key-acount-manager", "--to", "kam.jsonld"],
            "role key-acount-manager: is not in the handbook; did you mean key-account-manager?",
        ),
        (
            [ROLE, "--to", "nowhere/kam.jsonld"],
            (
                "document nowhere/kam.jsonld: cannot be written: no such file or directory; "
                "give a place that exists and may be written to"
            ),
        ),
    ],
)
def test_a_call_that_makes_no_sense_is_refused(arguments: list[str], message: str) -> None:
    """With what to do instead, and no file."""
    done = describe(HABAGAT, *arguments)

    assert (2, "", f"{message}\n") == (done.returncode, done.stdout, done.stderr)
