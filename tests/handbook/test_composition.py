"""Composition: what a file takes from the library, and where messages then point."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from accountkit.errors import Place, Problems
from accountkit.handbook import Handbook
from accountkit.handbook.composition import compose
from accountkit.handbook.nodes import MapNode, Node, find, plain_data, read_nodes

Company = Callable[..., Path]

LIBRARY = """
keep-records:
  kind: duty
  text: {en: Keeps records.}
  source: [E12]
duties-section:
  kind: duties
  id: duties
  title: {en: Duties}
"""


def nodes(folder: Path, name: str, text: str) -> Node:
    """A file as nodes."""
    file = folder / name
    file.write_text(text.lstrip("\n"), encoding="utf-8")
    return read_nodes(file, name)


@pytest.fixture
def library(tmp_path: Path) -> dict[str, MapNode]:
    """A library of two items."""
    node = nodes(tmp_path, "library.yaml", LIBRARY)
    assert isinstance(node, MapNode)
    return {key.text: item for key, item in node.entries if isinstance(item, MapNode)}


def test_an_item_is_taken_whole(tmp_path: Path, library: dict[str, MapNode]) -> None:
    """Its id becomes the clause's id, and the clause remembers which item it is."""
    node = nodes(tmp_path, "role.yaml", "use: keep-records\n")

    assert {
        "kind": "duty",
        "text": {"en": "Keeps records."},
        "source": ["E12"],
        "id": "keep-records",
        "item": "keep-records",
    } == plain_data(compose(node, library, "role.yaml"))


def test_what_is_said_beside_it_wins(tmp_path: Path, library: dict[str, MapNode]) -> None:
    """The wording is shared, the id and the source are the role's own."""
    node = nodes(tmp_path, "role.yaml", "{use: keep-records, id: records, source: [D-B13]}\n")

    composed = plain_data(compose(node, library, "role.yaml"))

    assert ("records", ["D-B13"], "keep-records") == (
        composed["id"],
        composed["source"],
        composed["item"],
    )


def test_a_section_takes_its_heading(tmp_path: Path, library: dict[str, MapNode]) -> None:
    """An item that is no clause leaves no trace of the library behind."""
    text = "- use: duties-section\n  clauses: [{use: keep-records}]\n"

    composed = plain_data(compose(nodes(tmp_path, "role.yaml", text), library, "role.yaml"))

    assert ["clauses", "kind", "id", "title"] == list(composed[0])
    assert "keep-records" == composed[0]["clauses"][0]["item"]


def test_each_part_keeps_its_place(tmp_path: Path, library: dict[str, MapNode]) -> None:
    """A message about a shared wording points into the library, any other into the file."""
    composed = compose(
        nodes(tmp_path, "role.yaml", "use: keep-records\nsource: [D-B13]\n"), library, "role.yaml"
    )

    assert Place("library.yaml", 3, 14) == find(composed, ("text", "en"))
    assert Place("role.yaml", 2, 10) == find(composed, ("source", 0))


def test_an_item_that_is_not_there(company: Company) -> None:
    """Each is told in its place."""
    role = """
id: seller
title: {en: {bare: seller, indefinite: a seller}}
sections:
  - kind: duties
    id: duties
    title: {en: Duties}
    clauses:
      - {use: nothing-of-the-kind}
      - {use: [keep]}
"""
    with pytest.raises(Problems) as refused:
        Handbook.load(company(roles__seller=role))

    assert [
        (
            "roles/seller.yaml:8:15: library: has no item nothing-of-the-kind;"
            " name an item of the library, or write it out"
        ),
        (
            "roles/seller.yaml:9:15: library: item has no name; name an item of the library,"
            " or write it out"
        ),
    ] == [str(problem) for problem in refused.value.problems]
