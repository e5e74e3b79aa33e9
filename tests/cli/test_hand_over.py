"""Handing a run over and writing statements, as a shell runs it, on the tutorial's company."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

Done = subprocess.CompletedProcess[str]
PAYROLL = """\
columns:
  - {header: No., field: person}
  - {header: Pay, field: total}
  - {header: Run, field: run}
"""
WITHOUT_NILO = "seller,quarter,target\nlea,2026-Q1,600000\n"


@pytest.fixture
def handbook(bulaklak: Path) -> Path:
    """The company with a column map."""
    (bulaklak / "payroll.yaml").write_text(PAYROLL, encoding="utf-8")
    return bulaklak


def accountkit(*arguments: str | Path, cwd: Path) -> Done:
    """Run the command for the first quarter of 2026."""
    command = (sys.executable, "-m", "accountkit", *map(str, arguments), "--period", "2026-Q1")
    return subprocess.run(command, check=False, capture_output=True, cwd=cwd, encoding="utf-8")


def hand_over(handbook: Path, *arguments: str, to: str = "payroll.csv") -> Done:
    """Hand the quarter over, from the folder that holds the handbook."""
    return accountkit("hand-over", handbook.name, "--to", to, *arguments, cwd=handbook.parent)


def test_a_fresh_run_and_a_kept_one_give_the_same_bytes(handbook: Path) -> None:
    """Also when the facts have changed since: what was kept is handed over as it was."""
    folder, store = handbook.parent, ("--store", "sqlite:///pay.db")
    fresh = hand_over(handbook)
    accountkit("pay", handbook.name, *store, cwd=folder)
    (handbook / "data" / "orders.csv").unlink()
    kept = hand_over(handbook, *store, to="again.csv")

    assert ((0, ""), (0, "")) == ((fresh.returncode, fresh.stderr), (kept.returncode, kept.stderr))
    for ending in (".csv", ".control.txt"):
        first, again = (folder / f"{name}{ending}" for name in ("payroll", "again"))
        assert first.read_bytes() == again.read_bytes()
    assert "lea,12600.01," in (folder / "payroll.csv").read_text(encoding="utf-8")


def test_the_control_sum_can_be_worked_out_by_anybody(handbook: Path) -> None:
    """SHA-256 of the file followed by the sheet up to its last line."""
    hand_over(handbook)
    table = (handbook.parent / "payroll.csv").read_bytes()
    sheet = (handbook.parent / "payroll.control.txt").read_bytes()
    before, _, told = sheet.rpartition(b"control sum: ")

    assert hashlib.sha256(table + before).hexdigest() == told.decode().strip()


def test_for_programs(handbook: Path) -> None:
    """The same as JSON, amounts as texts."""
    told = json.loads(hand_over(handbook, "--json").stdout)

    assert ("2026-Q1", 2, []) == (told["period"], told["people"], told["left_out"])
    total = {"of": "total", "component": None, "currency": "PHP", "amount": "12600.01"}
    assert [total] == told["totals"]
    assert [] == told["in_no_column"]
    assert (
        (handbook.parent / "payroll.control.txt")
        .read_text(encoding="utf-8")
        .endswith(f"control sum: {told['control_sum']}\n")
    )


def test_nothing_is_handed_over_while_somebody_cannot_be_paid(handbook: Path) -> None:
    """The fault is told, and what to do; with the option the others are handed over."""
    (handbook / "data" / "quotas.csv").write_text(WITHOUT_NILO, encoding="utf-8")
    refused = hand_over(handbook)
    left = sorted(path.name for path in handbook.parent.iterdir())
    without = hand_over(handbook, "--without-faulted")

    assert (1, "") == (refused.returncode, refused.stdout)
    assert "quota of nilo for sales in 2026-Q1: is missing" in refused.stderr
    assert "nothing is written, since 1 person cannot be paid" in refused.stderr
    assert ["bulaklak"] == left
    assert 1 == without.returncode
    assert "quota of nilo for sales in 2026-Q1: is missing" in without.stderr
    assert "left out: nilo" in without.stdout
    assert "nilo" not in (handbook.parent / "payroll.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "format_, files",
    [
        ("pdf", ["lea.pdf", "nilo.pdf"]),
        ("docx", ["lea.docx", "nilo.docx"]),
        ("md", ["lea.md", "nilo.md"]),
        ("txt", ["lea.txt", "nilo.txt"]),
        ("csv", ["statements.csv"]),
        (None, ["lea.html", "nilo.html"]),
    ],
)
def test_statements_in_each_format(bulaklak: Path, format_: str | None, files: list[str]) -> None:
    """A page for each person, or one file of rows; HTML unless told."""
    told = ("--format", format_) if format_ else ()
    done = accountkit("pay", "bulaklak", "--to", "out", *told, cwd=bulaklak.parent)

    assert (0, "") == (done.returncode, done.stderr)
    assert "2 statements are in out" in done.stdout
    written = (bulaklak.parent / "out" / "2026-Q1").iterdir()
    assert files == sorted(path.name for path in written)
