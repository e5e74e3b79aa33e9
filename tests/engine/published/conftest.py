"""The published worked examples: each names its source in the file, and none has a tolerance."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

import pytest

Case: TypeAlias = Mapping[str, Any]


@pytest.fixture(scope="session")
def cases(shared_data: Path) -> dict[str, Case]:
    """The published examples, by id."""
    file = shared_data.parent / "cases" / "commission.json"
    read = json.loads(file.read_text(encoding="utf-8"))
    return {case["id"]: case for case in read["examples"]}
