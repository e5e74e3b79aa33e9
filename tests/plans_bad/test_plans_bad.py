"""Bad input: what somebody got wrong, and the exact message that tells them.

Each ``.case`` file here is one mistake in the small company of ``base``. Its sections, each under
a line ``=== name``, are: ``rule`` (what should hold), ``file NAME`` (written over the base),
``edit NAME`` (a line ``- old`` and a line ``+ new``), ``remove NAME``, ``command``, ``exit``,
``stderr`` and ``stdout``. In what is printed, ``...`` stands for anything.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from doctest import ELLIPSIS, OutputChecker
from pathlib import Path
from typing import NamedTuple

import pytest

HERE = Path(__file__).parent
CASES = sorted(HERE.glob("*.case"))
COMMAND = (sys.executable, "-c", "from accountkit.cli import main; main()")


class Section(NamedTuple):
    """One section of a case: its name, what it is about, and its lines."""

    name: str
    about: str
    text: str


def sections(case: Path) -> Iterator[Section]:
    """The sections of a case file, in order."""
    for part in ("\n" + case.read_text(encoding="utf-8")).split("\n=== ")[1:]:
        title, _, text = part.partition("\n")
        name, _, about = title.partition(" ")
        yield Section(name, about, text.strip("\n"))


def prepare(folder: Path, parts: list[Section]) -> None:
    """Make the company with its mistake."""
    shutil.copytree(HERE / "base", folder)
    for part in parts:
        file = folder / part.about
        if part.name == "file":
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(part.text + "\n", encoding="utf-8")
        elif part.name == "remove":
            file.unlink()
        elif part.name == "edit":
            old, new = (line[2:] for line in part.text.split("\n"))
            content = file.read_text(encoding="utf-8")
            assert content.count(old) == 1, f"{part.about} has {old!r} not once"
            file.write_text(content.replace(old, new), encoding="utf-8")


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file there is, with its content."""
    return {str(file): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def lines(text: str) -> str:
    """Lines as a program prints them: nothing at all, or each with its end."""
    return f"{text}\n" if text else ""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_bad_input(case: Path, tmp_path: Path) -> None:
    """The message is exact, the exit code is right, and nothing is half-written."""
    parts = list(sections(case))
    told = {part.name: part.text for part in parts}
    prepare(tmp_path / "tala", parts)
    before = snapshot(tmp_path)

    done = subprocess.run(
        [*COMMAND, *shlex.split(told["command"])[1:]],
        check=False,
        capture_output=True,
        cwd=tmp_path,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
    )

    same = OutputChecker()
    assert same.check_output(lines(told["stderr"]), done.stderr, ELLIPSIS), done.stderr
    if "stdout" in told:
        assert same.check_output(lines(told["stdout"]), done.stdout, ELLIPSIS), done.stdout
    assert int(told["exit"]) == done.returncode
    assert "Traceback" not in done.stderr
    assert before == snapshot(tmp_path)


def test_the_base_is_good(tmp_path: Path) -> None:
    """Whatever a case shows, its own mistake is the reason: without one there is no finding."""
    prepare(tmp_path / "tala", [])

    done = subprocess.run(
        [*COMMAND, "check", "tala"], check=False, capture_output=True, cwd=tmp_path, text=True
    )

    assert done.stdout.startswith("tala: no findings")
    assert ("", 0) == (done.stderr, done.returncode)
