"""The folder: a company's handbook on disk, read whole and written back.

Reading finds every problem of every file before it gives up. What the files mean together is
checked in ``accountkit.handbook.checks``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from accountkit.errors import AccountkitError, InputError, Place, Problems, UsageError, did_you_mean
from accountkit.handbook.conversion import structure
from accountkit.handbook.nodes import MapNode, Scalar, read_nodes
from accountkit.handbook.parts import FILES, FOLDERS
from accountkit.handbook.places import Places
from accountkit.plans.plan import Plan
from accountkit.roles.description import RoleChoices
from accountkit.roles.role import Role
from accountkit.wire import CONVERTER

__all__ = ["read_folder", "write_folder"]

_NEEDED = "company.yaml"


def read_folder(folder: Path) -> tuple[dict[str, Any], Places]:
    """Read all files of a handbook.

    Returns:
        What each file holds, by its name relative to the folder, and where everything stands.

    Raises:
        UsageError: there is no such folder.
        Problems: everything that is wrong with the files, each with its place.
    """
    if not folder.is_dir():
        raise UsageError(
            f"handbook {folder}", "is not a folder", "name the folder that holds company.yaml"
        )
    reading = _Reading()
    for name, file in _files(folder, reading.problems):
        reading.read(name, file)
    if _NEEDED not in reading.seen:
        reading.problems.append(
            InputError(
                "handbook",
                f"has no {_NEEDED}",
                "add it, or name the folder that holds it",
                place=Place(str(folder)),
            )
        )
    if reading.problems:
        raise Problems(f"handbook {folder}", reading.problems)
    return reading.parts, reading.places


def write_folder(folder: Path, parts: dict[str, Any]) -> None:
    """Write the parts of a handbook, one file each; existing files of the same name are replaced."""
    for name, part in parts.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        text = yaml.safe_dump(
            CONVERTER.unstructure(part), allow_unicode=True, sort_keys=False, width=100
        )
        file.write_text(text, encoding="utf-8")


def _files(folder: Path, problems: list[AccountkitError]) -> list[tuple[str, Path]]:
    found: list[tuple[str, Path]] = []
    for file in sorted(folder.glob("*.y*ml")):
        if file.name in FILES:
            found.append((file.name, file))
        else:
            problems.append(
                InputError(
                    "handbook",
                    f"{file.name} is not one of its files",
                    did_you_mean(file.name, FILES, f"its files are {', '.join(FILES)}"),
                    place=Place(file.name),
                )
            )
    for name in FOLDERS:
        found += [(f"{name}/{file.name}", file) for file in sorted((folder / name).glob("*.yaml"))]
    return found


class _Reading:
    """The parts read so far, and what was wrong."""

    def __init__(self) -> None:
        self.parts: dict[str, Any] = {}
        self.places = Places()
        self.problems: list[AccountkitError] = []
        self.seen: set[str] = set()

    def read(self, name: str, file: Path) -> None:
        self.seen.add(name)
        try:
            node = read_nodes(file, name)
        except InputError as error:
            self.problems.append(error)
            return
        self.places.put(name, node)
        if not isinstance(node, MapNode):
            self.problems.append(
                InputError(
                    "handbook file",
                    "is empty" if isinstance(node, Scalar) else "is not written as keys",
                    "write one key: value on each line",
                    place=node.place,
                )
            )
            return
        try:
            self.parts[name] = structure(node, _class_of(name, node), name)
        except Problems as problems:
            self.problems += problems.problems


def _class_of(name: str, node: MapNode) -> type[Any]:
    if name in FILES:
        return FILES[name]
    if name.startswith("roles/"):
        return Role if node.get("role") is None else RoleChoices
    return Plan
