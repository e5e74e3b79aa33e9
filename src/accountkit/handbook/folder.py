"""The folder: a company's handbook on disk, read whole and written back.

Reading finds every problem of every file before it gives up. What the files mean together is
checked in ``accountkit.handbook.checks``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from accountkit.errors import AccountkitError, InputError, Place, Problems, UsageError, did_you_mean
from accountkit.handbook.catalogue import catalogue_library
from accountkit.handbook.composition import compose
from accountkit.handbook.conversion import structure
from accountkit.handbook.nodes import MapNode, Scalar, read_nodes
from accountkit.handbook.parts import FILES, FOLDERS
from accountkit.handbook.places import Places
from accountkit.roles.choices import RoleChoices
from accountkit.roles.inheritance import DerivedRole
from accountkit.roles.role import Role
from accountkit.wire import CONVERTER

__all__ = ["read_folder", "write_folder"]

_NEEDED = "company.yaml"
_ROLES = "roles/"
_VERSIONS = "versions/"
_SUFFIX = ".yaml"
_SUFFIXES = frozenset({_SUFFIX, ".yml"})


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
    names = sorted(_names(folder))
    for name in names:
        reading.read(name, folder / name)
    if _NEEDED not in names:
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


def write_folder(folder: Path, parts: Iterable[tuple[str, Any]]) -> None:
    """Write the parts of a handbook, one file each; other files of the folder stay.

    Each file is replaced whole or not at all.

    Raises:
        UsageError: two parts would be the same file.
    """
    texts: dict[str, str] = {}
    for name, part in parts:
        if name in texts:
            raise UsageError(
                f"handbook file {name}", "would be written twice", "give each part its own id"
            )
        texts[name] = _yaml(CONVERTER.unstructure(part))
    for name, text in texts.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_name(f".{file.name}.part")
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(file)


_PLAIN_TAGS = ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:null")


class _Dumper(yaml.SafeDumper):
    """Writes numbers and dates as they are typed; words such as ``no`` go into quotes.

    Our own reader needs no quotes at all, but other programs take ``no`` for a truth value.
    """

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML looks for a class attribute
        letter: [(tag, form) for tag, form in resolvers if tag in _PLAIN_TAGS]
        for letter, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
    }


def _typed(dumper: yaml.SafeDumper, number: int) -> yaml.Node:
    return dumper.represent_str(str(number))


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """A text; in quotes with escapes where it holds a line end that YAML would make another."""
    node = dumper.represent_str(text)
    if _LINE_ENDS.intersection(text):
        node.style = '"'
    return node


_LINE_ENDS = frozenset("\r\x85\u2028\u2029")
_Dumper.add_representer(int, _typed)
_Dumper.add_representer(str, _text)


def _yaml(data: Any) -> str:
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)


def _names(folder: Path) -> Iterator[str]:
    """The files that may be parts of a handbook, also those under a wrong name."""
    for item in folder.iterdir():
        if item.name.startswith("."):
            continue
        if item.is_dir():
            yield from (f"{item.name}/{file.name}" for file in item.iterdir() if _is_yaml(file))
        elif _is_yaml(item):
            yield item.name


def _is_yaml(file: Path) -> bool:
    return file.suffix.lower() in _SUFFIXES and not file.name.startswith(".")


class _Reading:
    """The parts read so far, and what was wrong."""

    def __init__(self) -> None:
        self.parts: dict[str, Any] = {}
        self.places = Places()
        self.problems: list[AccountkitError] = []

    def read(self, name: str, file: Path) -> None:
        """Read one file; what is wrong with it is remembered."""
        misplaced = _misplaced(name)
        if misplaced is not None:
            self.problems.append(misplaced)
            return
        try:
            node = read_nodes(file, name)
            if name.startswith(_ROLES):
                node = compose(node, catalogue_library(), name)
        except InputError as error:
            self.problems.append(error)
            return
        except Problems as problems:
            self.problems += problems.problems
            return
        self.places.put(name, node)
        if not isinstance(node, MapNode):
            self.problems.append(
                InputError(
                    "handbook file",
                    "is empty" if isinstance(node, Scalar) and node.is_null else "has no keys",
                    "write one key: value on each line",
                    place=node.place,
                )
            )
            return
        try:
            self.parts[name] = structure(node, _class_of(name, node), name)
        except Problems as problems:
            self.problems += problems.problems


def _misplaced(name: str) -> InputError | None:
    """What is wrong with the name of a file; ``None`` if it is one of a handbook's."""
    folder, _, own = name.rpartition("/")
    stem, suffix = own.rsplit(".", 1)
    if folder and folder not in FOLDERS:
        return InputError(
            "handbook",
            f"does not read the folder {folder}",
            did_you_mean(folder.lower(), FOLDERS, f"its folders are {', '.join(FOLDERS)}"),
            place=Place(name),
        )
    if folder and f".{suffix}" != _SUFFIX:
        return InputError(
            "handbook",
            f"reads files that end in {_SUFFIX}",
            f"rename it to {stem}{_SUFFIX}",
            place=Place(name),
        )
    if not folder and own not in FILES:
        return InputError(
            "handbook",
            f"{own} is not one of its files",
            did_you_mean(f"{stem}{_SUFFIX}".lower(), FILES, f"its files are {', '.join(FILES)}"),
            place=Place(name),
        )
    return None


def _class_of(name: str, node: MapNode) -> type[Any]:
    if name in FILES:
        return FILES[name]
    if not name.startswith(_ROLES):
        return FOLDERS[name.partition("/")[0]][0]
    if node.get("extends") is not None:
        return DerivedRole
    return Role if node.get("role") is None else RoleChoices
