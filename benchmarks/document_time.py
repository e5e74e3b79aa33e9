"""Document time: how many job descriptions one core prints in a second, in each format.

The whole way is measured, from the role in its company to the bytes of a file; the handbook is
read before. What the first document alone has to load or to make is not counted. Time is that of
the processor, all threads together, and the best of some rounds counts, so that whatever else the
machine does matters little.

Run as a script with the handbook's folder to print the documents' own table.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from accountkit import Handbook, describe
from accountkit.roles import RoleInCompany
from table import Measurement, table

__all__ = ["measure"]

ROLE, LANGUAGE = "key-account-manager", "fil"
LEAST_A_SECOND = {"html": 400, "docx": 25, "pdf": 10}
ROUNDS = 5
SECONDS_A_ROUND = 0.5


def measure(handbook: Path) -> list[Measurement]:
    """The rate of each format that has a least one, in documents a second."""
    role = Handbook.load(handbook).role(ROLE)
    return [
        Measurement(f"job description as {name}", _rate(role, name), least, "/s", is_least=True)
        for name, least in LEAST_A_SECOND.items()
    ]


def _rate(role: RoleInCompany, name: str) -> float:
    describe(role, locale=LANGUAGE).content(name)
    return max(_round(role, name) for _ in range(ROUNDS))


def _round(role: RoleInCompany, name: str) -> float:
    printed, start = 0, time.process_time()
    while (passed := time.process_time() - start) < SECONDS_A_ROUND:
        describe(role, locale=LANGUAGE).content(name)
        printed += 1
    return printed / passed


if __name__ == "__main__":
    print(table(measure(Path(sys.argv[1]))))
