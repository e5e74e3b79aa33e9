"""Catalogue time: how long a fresh process takes to load and check every ready-made role.

A company adopts all of them in all three languages of the catalogue. Nothing is kept from an
earlier read, since the process is new; the start of Python is part of the figure. Time is that of
the processor, and the best of some runs counts.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from accountkit import catalogue
from accountkit.handbook import Handbook, catalogue_role
from accountkit.handbook.company import Company
from accountkit.roles import PartyChoice, RoleChoices
from accountkit.values import FiscalCalendar
from table import Measurement

__all__ = ["measure"]

BUDGET_SECONDS = 2
RUNS = 5
CODE = """
import time
from accountkit import Handbook
Handbook.load({folder!r}).check().raise_for_errors()
print(time.process_time())
"""


def measure() -> Measurement:
    """The seconds that loading and checking takes."""
    with tempfile.TemporaryDirectory() as folder:
        _everything().save(folder)
        seconds = min(_run(Path(folder)) for _ in range(RUNS))
    return Measurement("catalogue loaded and checked", seconds, BUDGET_SECONDS, "s")


def _run(folder: Path) -> float:
    command = [sys.executable, "-c", CODE.format(folder=str(folder))]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _everything() -> Handbook:
    """A company that adopts every role, with the first office for each open party."""
    return Handbook(
        company=Company(
            id="everything",
            name="Everything",
            currency="PHP",
            jurisdiction="PH",
            languages=("en", "fil", "ru"),
            calendar=FiscalCalendar(),
        ),
        choices=tuple(_choices(role_id) for role_id in catalogue.role_ids()),
    )


def _choices(role_id: str) -> RoleChoices:
    parties = catalogue_role(role_id).parties
    chosen = (PartyChoice(party=party.id, office=party.one_of[0]) for party in parties)
    return RoleChoices(role=role_id, parties=tuple(chosen))
