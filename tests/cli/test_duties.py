"""``accountkit duties`` as a shell runs it: what it prints and writes, and its exit codes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from icalendar import Calendar

HABAGAT = Path(__file__).parents[2] / "examples" / "habagat"
JANUARY = ("--from", "2026-01-01", "--until", "2026-01-31")
Done = subprocess.CompletedProcess[str]


def duties(*arguments: str | Path, cwd: Path | None = None) -> Done:
    """Run the command, its output in pipes."""
    return subprocess.run(
        [sys.executable, "-m", "accountkit", "duties", *map(str, arguments)],
        check=False,
        capture_output=True,
        cwd=cwd,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
    )


def test_what_is_all_done_is_fine() -> None:
    """Maria's schedules of January are done, one of them late: nothing is to be done about it."""
    done = duties(HABAGAT, "maria", *JANUARY, "--on", "2026-02-17")

    assert (0, "") == (done.returncode, done.stderr)
    assert "January 26, 2026" in done.stdout
    assert "done late" in done.stdout


def test_something_late_is_a_finding() -> None:
    """Her schedule of 9 February was in time until Tuesday the 10th."""
    week = ("--from", "2026-02-09", "--until", "2026-02-15")
    before = duties(HABAGAT, "maria", *week, "--on", "2026-02-10")
    after = duties(HABAGAT, "maria", *week, "--on", "2026-02-11")

    assert (0, "") == (before.returncode, before.stderr)
    assert 1 == after.returncode
    assert (
        "duties of maria: 1 is late as of 2026-02-11; do what is late, or record that it is done\n"
    ) == after.stderr


def test_the_agenda_as_json() -> None:
    """Every occasion with its days and status; what is wrong stands beside them."""
    done = duties(HABAGAT, "dolores", *JANUARY, "--on", "2026-01-20", "--json")
    told = json.loads(done.stdout)

    assert (0, "") == (done.returncode, done.stderr)
    assert done.stdout.isascii()
    assert ("dolores", "2026-01-01", "2026-01-31", "2026-01-20") == (
        told["person"],
        told["from"],
        told["until"],
        told["on"],
    )
    assert [
        {
            "duty": "duties.review",
            "role": "head-of-sales",
            "position": "head-of-sales",
            "clause": "2.2.",
            "text": ("Review the results of each account manager with that person every month."),
            "due": "2026-01-05",
            "last_day": "2026-01-05",
            "status": "done",
            "done_on": "2026-01-05",
            "remark": None,
        }
    ] == told["occasions"]
    assert {"done": 1, "done_late": 0, "late": 0} == told["settled"]
    assert [] == told["problems"]


def test_a_file_for_calendar_programs(tmp_path: Path) -> None:
    """One event and four tasks; the file is whole, and the same on every run."""
    call = (HABAGAT, "maria", *JANUARY, "--on", "2026-02-17", "--locale", "fil", "--to", "m.ics")
    done = duties(*call, cwd=tmp_path)
    first = (tmp_path / "m.ics").read_bytes()
    duties(*call, cwd=tmp_path)
    calendar = Calendar.from_ical(first)

    assert (0, "Mga regular na tungkulin: Maria Teresa N. Peñaflor: m.ics\n") == (
        done.returncode,
        done.stdout,
    )
    assert (1, 4) == (len(calendar.events), len(calendar.todos))
    assert first == (tmp_path / "m.ics").read_bytes()
    assert ["m.ics"] == [file.name for file in tmp_path.iterdir()]


@pytest.mark.parametrize("ending", ["md", "html", "txt", "docx", "pdf"])
def test_a_file_in_every_format_of_documents(tmp_path: Path, ending: str) -> None:
    """Whatever the name ends in."""
    file = tmp_path / f"maria.{ending}"
    done = duties(HABAGAT, "maria", *JANUARY, "--on", "2026-02-17", "--to", file)

    assert (0, "") == (done.returncode, done.stderr)
    assert file.stat().st_size > 500


def test_what_was_done_of_no_day_due_is_a_finding(tmp_path: Path) -> None:
    """It is told with the row it stands in, and the day it may have been meant for."""
    shutil.copytree(HABAGAT, tmp_path / "h")
    table = tmp_path / "h" / "data" / "fulfilments.csv"
    table.write_text(
        table.read_text(encoding="utf-8").replace("2026-01-12,2026-01-12", "2026-01-13,2026-01-12"),
        encoding="utf-8",
    )
    done = duties("h", "maria", *JANUARY, "--on", "2026-01-13", cwd=tmp_path)

    assert 1 == done.returncode
    assert (
        "h/data/fulfilments.csv:4:1: fulfilment of duties.schedule: names 2026-01-13, on which it"
        " did not fall due for maria; name the day on which it did; the nearest is 2026-01-12\n"
    ) == done.stderr


def test_help_teaches() -> None:
    """What the command does, what its exit code means, and how it is called."""
    done = duties("-h")

    assert (0, "") == (done.returncode, done.stderr)
    assert "Example: accountkit duties" in done.stdout
    assert "exit code 1" in " ".join(done.stdout.split())
