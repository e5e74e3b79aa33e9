"""The file for calendar programs in one of them: khal imports it and lists what falls due."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from accountkit import Handbook, Period
from accountkit.documents.icalendar import write_icalendar
from accountkit.engine.duties import agenda_of

HABAGAT = Path(__file__).parents[2] / "examples" / "habagat"
CONFIG = """
[calendars]
[[duties]]
path = {folder}/calendar
type = calendar
[sqlite]
path = {folder}/khal.db
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Asia/Manila
default_timezone = Asia/Manila
"""
Khal = Callable[..., str]


@pytest.fixture
def khal(tmp_path: Path) -> Khal:
    """A khal with an empty calendar of its own; without it a test is skipped, and fails in CI."""
    beside = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    program = shutil.which("khal", path=beside)
    if program is None:
        reason = "khal is not installed"
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    (tmp_path / "calendar").mkdir()
    config = tmp_path / "config"
    config.write_text(CONFIG.format(folder=tmp_path), encoding="utf-8")

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [program, "-c", config, *arguments],
            check=True,
            capture_output=True,
            encoding="utf-8",
            env={"HOME": str(tmp_path), "LC_ALL": "C.UTF-8", "PATH": os.environ.get("PATH", "")},
        )
        assert "" == done.stderr
        return done.stdout

    return run


def listed(khal: Khal, first: str, last: str) -> list[str]:
    """What khal shows from a day to another, a line an entry."""
    form = "{start-date} {title}"
    return khal("list", "--format", form, "--day-format", "", first, last).splitlines()


def exported(folder: Path, person: str, locale: str) -> str:
    """The first half of 2026 of somebody at Habagat, as a file."""
    handbook = Handbook.load(HABAGAT)
    agenda = agenda_of(
        handbook.bind_duties(person, Period.half(2026, 1)),
        handbook.fulfilments(),
        on=date(2026, 2, 17),
    )
    file = folder / f"{person}.ics"
    file.write_bytes(
        write_icalendar(agenda, locale=locale, stamp=datetime(2026, 2, 17, tzinfo=UTC))
    )
    return str(file)


def test_a_calendar_shows_every_day_due(khal: Khal, tmp_path: Path) -> None:
    """The first Monday of each month, and the last day of each quarter, in the reader's words."""
    khal("import", "--batch", "-a", "duties", exported(tmp_path, "dolores", "fil"))
    review = (
        "2.2. Suriin bawat buwan ang mga resulta ng bawat account manager kasama ang taong iyon."
    )
    report = (
        "2.4. Mag-ulat bawat kuwarter sa commercial director tungkol sa mga resulta ng"
        " departamento."
    )

    assert [
        f"2026-01-05 {review}",
        f"2026-02-02 {review}",
        f"2026-03-02 {review}",
        f"2026-03-31 {report}",
        f"2026-04-06 {review}",
        f"2026-05-04 {review}",
        f"2026-06-01 {review}",
        f"2026-06-30 {report}",
    ] == listed(khal, "2026-01-01", "2026-12-31")


def test_importing_a_file_again_doubles_nothing(khal: Khal, tmp_path: Path) -> None:
    """The second file of the same days takes the place of the first, also in another language."""
    for locale in ("fil", "en"):
        khal("import", "--batch", "-a", "duties", exported(tmp_path, "maria", locale))
    mondays = listed(khal, "2026-01-01", "2026-01-31")

    assert [
        f"2026-01-{day} 2.2. Draw up a schedule of visits and calls to clients every week."
        for day in ("05", "12", "19", "26")
    ] == mondays
