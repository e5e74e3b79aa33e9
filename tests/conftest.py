"""What every test may use: the Hypothesis profiles and the folder of real data.

Profile ``ci`` draws the same examples on every run, and more of them; ``dev`` draws new ones;
``mutate`` draws the same few on every run, for a mutant is tried against them in a second.
The environment variable HYPOTHESIS_PROFILE chooses; without it, ``ci`` holds where CI is true.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import accountkit

IN_CI = os.environ.get("CI", "").lower() == "true"
ROOT = Path(__file__).parent.parent
SHARED_DATA = ROOT.parent / "shared" / "data"

settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    max_examples=200,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("dev", deadline=None, max_examples=50)
settings.register_profile("mutate", settings.get_profile("ci"), max_examples=25)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if IN_CI else "dev"))


_CAPTIONED = re.compile(r"```\{code-block\} \w+\n:caption: (\S+)\n(.*?)```", re.DOTALL)


@pytest.fixture
def bulaklak(tmp_path: Path) -> Path:
    """The small company of the tutorial, written as the tutorial first writes each file.

    Its figures by hand: Lea sells 720,000.40 of 600,000 and Nilo 135,500.00 of 250,000.
    """
    tutorial = ROOT / "docs" / "tutorial" / "first-statement.md"
    for name, text in _CAPTIONED.findall(tutorial.read_text(encoding="utf-8")):
        file = tmp_path / name
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    return tmp_path / "bulaklak"


def pytest_report_header() -> str:
    """Say which accountkit is tested: the installed wheel, not the source tree."""
    return f"accountkit {accountkit.__version__} from {Path(accountkit.__file__).parent}"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data: ACCOUNTKIT_DATA, or ``../shared/data`` beside the repository.

    Without it a test is skipped; in CI it fails, for nothing is left out there.
    """
    named = os.environ.get("ACCOUNTKIT_DATA")
    folder = Path(named) if named else SHARED_DATA
    if folder.is_dir():
        return folder
    reason = f"no folder of real data at {folder}; name one with ACCOUNTKIT_DATA"
    if IN_CI:
        pytest.fail(reason)
    pytest.skip(reason)
