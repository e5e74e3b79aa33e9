"""AdventureWorks: twelve quarters of a real sample company, paid in one call.

57,851 order lines and 163 quarterly quotas. The whole process is measured from start to end, with
its peak of memory as the system reports it; the engine is measured inside one, reading left out.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from table import Measurement

__all__ = ["measure"]

PERIODS = "2017-Q3..2020-Q2"
WHOLE_S = 3.0
ENGINE_S = 0.5
MEMORY_MB = 300.0
ROUNDS = 3
COMMANDS = Path(sys.executable).parent


def measure(handbook: Path, data: Path) -> list[Measurement]:
    """Best times of three runs, in seconds, and the largest memory of them, in MB."""
    runs = [_whole_run(handbook, data) for _ in range(ROUNDS)]
    engine = min(_engine_run(handbook, data) for _ in range(ROUNDS))
    return [
        Measurement("twelve quarters, whole process", min(s for s, _ in runs), WHOLE_S, "s"),
        Measurement("twelve quarters, engine alone", engine, ENGINE_S, "s"),
        Measurement("twelve quarters, peak memory", max(mb for _, mb in runs), MEMORY_MB, "MB"),
    ]


def _command(handbook: Path, data: Path) -> list[str]:
    return ["pay", str(handbook), "--data", str(data), "--period", PERIODS, "--json"]


def _whole_run(handbook: Path, data: Path) -> tuple[float, float]:
    command = [str(COMMANDS / "accountkit"), *_command(handbook, data)]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"accountkit pay ended with exit code {process.returncode}")
    return seconds, usage.ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)


def _engine_run(handbook: Path, data: Path) -> float:
    script = str(Path(__file__).with_name("engine_time.py"))
    command = [sys.executable, script, *_command(handbook, data)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"accountkit pay ended with exit code {done.returncode}\n{done.stderr}")
    return float(done.stderr.splitlines()[-1])
