"""The catalogue as the handbook reader reads it; the one place where these tests ask for it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from accountkit import catalogue
from accountkit.documents.words import WORDS
from accountkit.handbook.catalogue import (
    catalogue_jurisdiction,
    catalogue_offices,
    catalogue_role,
)
from accountkit.handbook.nodes import ListNode, MapNode, Node, Scalar, read_nodes
from accountkit.roles import (
    Jurisdiction,
    Office,
    PartyChoice,
    Role,
    RoleChoices,
    RoleInCompany,
)

Wordings: TypeAlias = Mapping[str, Mapping[str, str]]
"""The wordings of a text by language, and by form; a text with one form has it under ``plain``."""


@pytest.fixture(scope="session")
def written() -> tuple[tuple[str, Wordings], ...]:
    """Every text in the files of the catalogue, with file and line, whatever it belongs to."""
    folder = Path(str(files(catalogue)))
    found: list[tuple[str, Wordings]] = []
    for file in sorted(folder.rglob("*.yaml")):
        found += _texts(read_nodes(file, file.relative_to(folder).as_posix()))
    return tuple(found)


def _texts(node: Node) -> Iterator[tuple[str, Wordings]]:
    match node:
        case MapNode(entries=entries) if entries and all(key.text in WORDS for key, _ in entries):
            yield str(node.place), {key.text: _forms(value) for key, value in entries}
        case MapNode(entries=entries):
            for _, value in entries:
                yield from _texts(value)
        case ListNode(items=items):
            for item in items:
                yield from _texts(item)
        case Scalar():
            pass


def _forms(node: Node) -> Mapping[str, str]:
    match node:
        case Scalar(text=text):
            return {"plain": text}
        case MapNode(entries=entries):
            return {key.text: value.text for key, value in entries if isinstance(value, Scalar)}
        case ListNode():
            return {}


@pytest.fixture(scope="session")
def source_map(shared_data: Path) -> str:
    """The map of the source, row by row, beside the folder of real data.

    Without it a test is skipped; in CI it fails, for nothing is left out there.
    """
    file = shared_data.parent / "SEED.md"
    if file.is_file():
        return file.read_text("utf-8")
    reason = f"no map of the source at {file}"
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def morphology() -> Any:
    """A dictionary of Russian words in all their forms."""
    import pymorphy3  # type: ignore[import-untyped]  # noqa: PLC0415 - it loads for a while

    return pymorphy3.MorphAnalyzer()


@pytest.fixture(scope="session")
def kam() -> Role:
    """The Key Account Manager."""
    return catalogue_role("key-account-manager")


@pytest.fixture(scope="session")
def offices() -> tuple[Office, ...]:
    """All offices of the catalogue."""
    return catalogue_offices()


@pytest.fixture(scope="session", params=["PH", "RU", "neutral"])
def jurisdiction(request: pytest.FixtureRequest) -> Jurisdiction:
    """Each jurisdiction of the catalogue in turn."""
    return catalogue_jurisdiction(request.param)


@pytest.fixture(scope="session")
def in_company(kam: Role, offices: tuple[Office, ...]) -> RoleInCompany:
    """The Key Account Manager of a company in the Philippines that left nothing open."""
    return RoleInCompany(
        role=kam,
        company="Habagat Trading",
        offices=offices,
        jurisdiction=catalogue_jurisdiction("PH"),
        choices=RoleChoices(
            role=kam.id,
            parties=(
                PartyChoice(party="superior", office="head-of-sales"),
                PartyChoice(party="company-head", office="general-director"),
            ),
        ),
    )
