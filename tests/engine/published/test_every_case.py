"""No published example is left out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

FOLDER = Path(__file__).parent


def test_every_case_is_run_by_one_module(cases: Mapping[str, object]) -> None:
    """Each of the 43 is named in exactly one of the modules of this folder."""
    texts = [file.read_text(encoding="utf-8") for file in FOLDER.glob("test_*.py")]
    named = {case_id: sum(f'"{case_id}"' in text for text in texts) for case_id in cases}

    assert 43 == len(cases)
    assert dict.fromkeys(cases, 1) == named
