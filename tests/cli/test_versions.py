"""Approving, signing, listing and quoting, as they are called on a copy of the example."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from accountkit.cli.app import run

HABAGAT = Path(__file__).parents[2] / "examples" / "habagat"
ROLE = "key-account-manager"


class Done(NamedTuple):
    """How a command ended."""

    code: int
    stdout: str
    stderr: str


class Shell:
    """Runs commands on the handbook in a folder, from beside it."""

    def __init__(self, folder: Path, output: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._output = output

    def run(self, command: str, *arguments: str) -> Done:
        """Run a command."""
        output = self._output
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(self.folder.parent)
            patch.setattr(sys, "argv", ["accountkit", command, self.folder.name, *arguments])
            output.readouterr()
            code = run()
            printed = output.readouterr()
            return Done(code, printed.out, printed.err)

    def printed(self, command: str, *arguments: str) -> str:
        """What a command prints that must succeed."""
        done = self.run(command, *arguments)
        assert (0, "") == (done.code, done.stderr)
        return done.stdout

    def told(self, command: str, *arguments: str) -> Any:
        """The same as a program reads it."""
        return json.loads(self.printed(command, *arguments, "--json"))

    def change(self, name: str, old: str, new: str) -> None:
        """Change a file by hand."""
        file = self.folder / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")


def files(folder: Path) -> dict[str, bytes]:
    """Every file with its content."""
    found = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): file.read_bytes() for file in found}


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """The example with its one version of the key account manager, signed by everybody."""
    return Shell(Path(shutil.copytree(HABAGAT, tmp_path / "habagat")), capsys)


@pytest.fixture
def fresh(shell: Shell) -> Shell:
    """The example before anything was approved."""
    shutil.rmtree(shell.folder / "versions")
    (shell.folder / "signatures.yaml").unlink()
    return shell


def test_from_draft_to_signature(fresh: Shell) -> None:
    """A draft is approved, becomes a version, is signed, and answers what applied to whom."""
    draft = fresh.printed("versions", ROLE, "--on", "2026-01-01")
    day = ("--on", "2025-12-15", "--effective", "2026-01-01")
    approved = fresh.printed("approve", ROLE, "--by", "rosario", *day, "--locale", "en")
    before = fresh.printed("versions", ROLE, "--on", "2025-12-31")
    signing = ("--person", "maria", "--version", "1", "--on", "2025-12-31")
    signed = fresh.printed("sign", ROLE, *signing)
    after = fresh.printed("versions", ROLE, "--on", "2025-12-31")
    bound = fresh.told("versions", ROLE, "--on", "2025-12-31")["versions"][0]["texts"]["en"]

    assert f"draft: role {ROLE} has never been approved\n" == draft
    assert [
        f"version 1 of {ROLE}, in force from 2026-01-01: habagat/versions/{ROLE}.1.yaml",
        f"en {bound}",
    ] == approved.splitlines()
    assert [
        "version 1: approved, in force from 2026-01-01",
        "  approved on 2025-12-15 by rosario",
        "  not signed by maria, jose-luis, angelica, ramon, carmela, paolo",
    ] == before.splitlines()
    assert (
        f"maria signed version 1 of {ROLE} in en on 2025-12-31 (acquaintance): {bound}\n" == signed
    )
    assert [
        "  acquaintance on 2025-12-31 by maria, in en",
        "  not signed by jose-luis, angelica, ramon, carmela, paolo",
    ] == after.splitlines()[2:]


def test_a_new_version_supersedes_the_old_one_on_its_first_day(shell: Shell) -> None:
    """The one before stays as it was, also on paper."""
    before = files(shell.folder)
    old = shell.printed("text", "maria", "--on", "2026-06-30", "--locale", "en")
    shell.change(f"roles/{ROLE}.choices.yaml", "10%", "12%")
    changed = shell.printed("versions", ROLE, "--on", "2026-06-30").splitlines()
    day = ("--on", "2026-06-15", "--effective", "2026-07-01")
    shell.printed("approve", ROLE, "--by", "rosario", *day)
    listed = shell.told("versions", ROLE, "--on", "2026-07-01")

    assert f"draft: role {ROLE} has changed since version 1" == changed[-1]
    assert [
        (1, "superseded", "2026-06-30", []),
        (2, "approved", None, ["maria", "jose-luis", "angelica", "ramon", "carmela", "paolo"]),
    ] == [
        (item["version"], item["state"], item["until"], item["unsigned"])
        for item in listed["versions"]
    ]
    assert False is listed["is_draft"]
    assert old == shell.printed("text", "maria", "--on", "2026-06-30", "--locale", "en")
    assert "(10%)" in old
    assert "(12%)" in shell.printed("text", "maria", "--on", "2026-07-01", "--locale", "en")
    first, signatures = f"versions/{ROLE}.1.yaml", "signatures.yaml"
    kept = files(shell.folder)
    assert (before[first], before[signatures]) == (kept[first], kept[signatures])


def test_the_text_is_printed_in_the_language_signed(shell: Shell) -> None:
    """Maria signed the Filipino text; whoever signed none gets the first one."""
    maria = shell.told("text", "maria", "--on", "2026-03-31")
    early = shell.told("text", "paolo", "--on", "2026-01-04")
    page = shell.printed("text", "maria", "--on", "2026-03-31", "--to", "maria.html")

    assert ("fil", "2025-12-17") == (maria["language"], maria["signed_on"])
    assert "# Deskripsiyon ng trabaho: key account manager" in maria["markdown"]
    assert ("en", None) == (early["language"], early["signed_on"])
    assert f"version 1 of {ROLE}, signed by maria on 2025-12-17: maria.html\n" == page
    assert '<html lang="fil">' in (shell.folder.parent / "maria.html").read_text(encoding="utf-8")


def test_a_description_is_a_draft_unless_it_is_what_was_approved(shell: Shell) -> None:
    """The watermark goes with the approval and comes back with a change."""
    as_approved = shell.told("describe", ROLE)
    never = shell.told("describe", "head-of-sales")
    shell.change(f"roles/{ROLE}.choices.yaml", "10%", "12%")
    changed = shell.told("describe", ROLE, "--locale", "fil")
    old = shell.told("describe", ROLE, "--version", "1")

    assert 1 == as_approved["version"]
    assert as_approved["markdown"].startswith("**APPROVED**")
    assert never["version"] is None
    assert never["markdown"].startswith("**DRAFT**")
    assert changed["version"] is None
    assert changed["markdown"].startswith("**BURADOR**")
    assert as_approved == old


def test_sheets_and_layout(shell: Shell) -> None:
    """Those who hold the role on a day sign; the company's layout holds unless another is named."""
    sheet = shell.printed("describe", ROLE, "--sheet", "2025-06-15", "--agreement", "sales-support")
    company = shell.folder / "company.yaml"
    with company.open("a", encoding="utf-8") as file:
        file.write("layout: gost-r-7.0.97-2025\n")
    shell.printed("describe", ROLE, "--to", "company.html")
    shell.printed("describe", ROLE, "--to", "plain.html", "--layout", "plain")

    assert "| Maria Teresa N. Peñaflor | Key account manager |" in sheet
    assert "Paolo" not in sheet  # he came on the next day
    assert "**AGREED**\n\nSales support department" in sheet
    pages = [(shell.folder.parent / name).read_text(encoding="utf-8") for name in PAGES]
    assert [True, False] == ["20mm 10mm 20mm 30mm" in page for page in pages]


PAGES = ("company.html", "plain.html")


@pytest.mark.parametrize(
    "command, message",
    [
        (
            "approve head-of-sales --by dolores --on 2026-01-05 --effective 2026-02-01",
            (
                "version 1 of head-of-sales: is approved by dolores, who holds the role on"
                " 2026-01-05; let somebody else approve it"
            ),
        ),
        (
            "approve head-of-sales --by rosaria --on 2026-01-05 --effective 2026-02-01",
            (
                'version 1 of head-of-sales: names person "rosaria", who does not exist;'
                " did you mean rosario?"
            ),
        ),
        (
            "approve head-of-sales --by rosario --on 2026-02-05 --effective 2026-02-01",
            (
                "version 1 of head-of-sales: is in force from 2026-02-01, before its approval on"
                " 2026-02-05; give a day from the approval on"
            ),
        ),
        (
            "approve head-of-sales --by rosario --on 2026-02-30 --effective 2026-03-01",
            'date: "2026-02-30" is not in the calendar; check the month and the day',
        ),
        (
            "approve head-of-sales --by rosario --on 2026-02-01 --effective 2026-03-01 --locale de",
            ('locale: documents cannot be printed in "de" yet; the languages are en, fil, and ru'),
        ),
        (
            f"approve {ROLE} --by rosario --on 2026-02-05 --effective 2026-03-01",
            (
                f"role {ROLE}: has not changed since version 1 of {ROLE} was approved on"
                " 2025-12-15; change it first, or leave it as it is"
            ),
        ),
        (
            f"sign {ROLE} --person maria --version 2 --on 2026-01-05",
            f"role {ROLE}: has no version 2; it has 1",
        ),
        (
            f"sign {ROLE} --person maria --version 1 --on 2026-01-05",
            (
                f"signature: leaves open which text of version 1 of {ROLE} was signed;"
                " name it with --locale: en or fil"
            ),
        ),
        (
            f"sign {ROLE} --person maria --version 1 --on 2026-01-05 --locale fil",
            (
                f"signature of maria: is there already: acquaintance of version 1 of {ROLE} in"
                " fil, on 2025-12-17; keep one"
            ),
        ),
        (
            f"sign {ROLE} --person dolores --version 1 --on 2026-01-05 --locale fil",
            (
                "signature of dolores: is of somebody who holds no position with version 1 of"
                f" {ROLE} on 2026-01-05 or later; add the appointment first, or sign as agreement"
            ),
        ),
        (
            f"sign {ROLE} --person maria --version 1 --on 2026-01-05 --locale fil --as witness",
            ('signature: cannot be "witness"; write approval, agreement or acquaintance'),
        ),
        (
            "versions key-acount-manager",
            f"role key-acount-manager: is not in the handbook; did you mean {ROLE}?",
        ),
        (
            "text maria --on 2025-12-31",
            (
                f"role {ROLE}: had no version in force on 2025-12-31;"
                " the first is in force from 2026-01-01"
            ),
        ),
        (
            "text maria --on 2019-02-03",
            "person maria: held no position on 2019-02-03; name another day",
        ),
        (
            "text maria --on 2026-01-05 --role head-of-sales",
            f"role head-of-sales: was not held by maria on 2026-01-05; maria held {ROLE}",
        ),
        (
            "text marla --on 2026-01-05",
            "person marla: is not in the organisation; did you mean maria?",
        ),
        (
            f"describe {ROLE} --agreement sales-suport",
            "office sales-suport: does not exist; did you mean sales-support?",
        ),
        (
            f"describe {ROLE} --sheet 2019-02-03",
            (
                f"acquaintance sheet: has nobody to sign it, since nobody holds {ROLE} on"
                " 2019-02-03; name another day"
            ),
        ),
        (
            "describe head-of-sales --sheet 2026-02-01",
            (
                "role head-of-sales: is a draft, and nobody signs to have read a draft;"
                " approve it, then print its version"
            ),
        ),
        (
            f"describe {ROLE} --version 3",
            f"role {ROLE}: has no version 3; it has 1",
        ),
        (
            f"describe {ROLE} --layout gost",
            "layout gost: does not exist; the layouts are gost-r-7.0.97-2025, plain",
        ),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    shell: Shell, command: str, message: str
) -> None:
    """One sentence with the remedy, exit code 2, and every file as it was."""
    before = files(shell.folder)
    name, *arguments = command.split()
    done = shell.run(name, *arguments)

    assert (2, "") == (done.code, done.stdout)
    assert f"{message}\n" == done.stderr
    assert before == files(shell.folder)


def test_a_changed_text_is_neither_printed_nor_signed(shell: Shell) -> None:
    """Nobody signs what nobody approved."""
    shell.change(f"versions/{ROLE}.1.yaml", "text: Duties", "text: Duty")
    quoted = shell.run("text", "jose-luis", "--on", "2026-01-31")
    signing = ("--person", "maria", "--version", "1", "--on", "2026-01-31", "--locale", "en")
    signed = shell.run("sign", ROLE, *signing)
    checked = shell.run("check")

    assert (2, "") == (quoted.code, quoted.stdout)
    assert quoted.stderr.startswith(
        f"version 1 of {ROLE}: has another text in en than was approved"
    )
    assert (2, "") == (signed.code, signed.stdout)
    assert signed.stderr.startswith(f"version 1 of {ROLE}: has another text in en")
    assert 1 == checked.code
    assert f"versions/{ROLE}.1.yaml:" in checked.stderr


def test_a_person_in_two_roles_says_which(fresh: Shell) -> None:
    """One text at a time; each is printed when its role is named."""
    last = "\nabsences:\n"
    more = "  - {person: dolores, position: hotels, start: 2026-01-01}\n"
    fresh.change("organisation.yaml", last, more + last)
    day = ("--by", "rosario", "--on", "2025-12-15", "--effective", "2026-01-01")
    fresh.printed("approve", ROLE, *day)
    fresh.printed("approve", "head-of-sales", *day)
    both = fresh.run("text", "dolores", "--on", "2026-01-05")
    head = fresh.told("text", "dolores", "--on", "2026-01-05", "--role", "head-of-sales")

    assert (
        f"person dolores: was under version 1 of head-of-sales and version 1 of {ROLE} on"
        " 2026-01-05; name one of the roles with --role\n" == both.stderr
    )
    assert "head-of-sales" == head["role"]


@pytest.mark.parametrize("command", ["approve", "sign", "versions", "text"])
def test_help_teaches(command: str, shell: Shell) -> None:
    """Each command says what it does and shows how it is called."""
    assert f"Example: accountkit {command}" in shell.printed(command, "--help")
