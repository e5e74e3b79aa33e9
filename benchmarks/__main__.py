"""Runs the benchmarks and prints one table; exit code 1 when something misses its budget."""

from __future__ import annotations

import os
import platform
import sys
from pathlib import Path

import adventureworks
import catalogue_time
import document_time
import import_time
import pay_ratios
from table import table

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Measure what can be measured here, and say what cannot."""
    measurements = [import_time.measure(), catalogue_time.measure()]
    measurements += document_time.measure(ROOT / "examples" / "habagat")
    measurements += pay_ratios.measure()
    data = _adventureworks()
    if data is None:
        print("no AdventureWorks data: name its folder's parent with ACCOUNTKIT_DATA")
    else:
        measurements += adventureworks.measure(ROOT / "examples" / "adventureworks", data)
    print(f"Python {platform.python_version()} on {platform.machine()}, {os.cpu_count()} cores\n")
    print(table(measurements))
    return 0 if all(measurement.is_kept for measurement in measurements) else 1


def _adventureworks() -> Path | None:
    named = os.environ.get("ACCOUNTKIT_DATA")
    folder = (Path(named) if named else ROOT.parent / "shared" / "data") / "adventureworks"
    return folder if folder.is_dir() else None


sys.exit(main())
