"""The pins: what makes an installation repeatable."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
PIN = re.compile(r"([a-z0-9][a-z0-9._-]*)==([^ ;]+)( ; .+)?")


def pinned() -> list[str]:
    """The lines of the constraints file that are not comments."""
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def required() -> Iterator[str]:
    """The names that pyproject.toml asks for, in the form in which they are pinned."""
    tables = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = tables["project"]
    groups = [*project["optional-dependencies"].values(), *tables["dependency-groups"].values()]
    for requirement in [*project["dependencies"], *(one for group in groups for one in group)]:
        if isinstance(requirement, str):
            name = re.split(r"[\[<>=]", requirement)[0]
            yield re.sub(r"[._-]+", "-", name).lower()


def test_a_pin_is_a_name_and_a_version() -> None:
    """No pin names an address, so that everybody's own package index serves it."""
    assert [] == [line for line in pinned() if not PIN.fullmatch(line)]


def test_everything_that_is_asked_for_is_pinned() -> None:
    """A dependency that is added without ``scripts/lock`` is found here."""
    names = {line.split("==")[0] for line in pinned()}

    assert {"accountkit"} == set(required()) - names
