"""The catalogue's own wording: facts come from the source, sentences do not."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from accountkit import catalogue
from accountkit.handbook.catalogue import catalogue_library, role_file_name
from accountkit.handbook.nodes import ListNode, MapNode, Node, Scalar, read_nodes

SHARED = Path(__file__).parents[3] / "shared"
SOURCE = "000_aaeac5fa788b5a81.txt"
"""The Filipino text whose rows ``seed_rows.txt`` lists; it is not part of the project."""

RUN = 8
"""So many words in a row are a sentence of somebody's, and not a turn of the language."""


@pytest.fixture(scope="module")
def source() -> str:
    """The source text, from the folder that holds the real data."""
    named = os.environ.get("ACCOUNTKIT_DATA")
    file = (Path(named).parent if named else SHARED) / SOURCE
    if not file.is_file():
        pytest.skip(f"no source text at {file}")
    return file.read_text("utf-8")


def test_no_sentence_of_the_source_is_copied(source: str) -> None:
    """No Filipino wording of a role or of the library shares eight words in a row with it."""
    taken = _runs(source)
    roles = {
        name: read_nodes(catalogue.role_file(name), role_file_name(name))
        for name in catalogue.role_ids()
    }
    for name, node in (*roles.items(), *catalogue_library().items()):
        assert set() == {run for text in _filipino(node) for run in _runs(text)} & taken, name


def test_a_copied_run_is_found_whatever_its_signs() -> None:
    """Capitals, line ends and commas do not hide a copy; seven words are none yet."""
    copied = "isa dalawa tatlo apat lima anim pito walo"

    assert {copied} == _runs("Isa, dalawa, tatlo, apat,\nlima, anim, pito, WALO.")
    assert set() == _runs("isa dalawa tatlo apat lima anim pito")


def test_filipino_wording_is_read_in_all_its_forms() -> None:
    """A title is read in each of its forms, a clause in its one."""
    role = read_nodes(catalogue.role_file("client-manager"), role_file_name("client-manager"))
    read = set(_filipino(role))

    assert {"client manager", "ang client manager", "client manager na"} <= read
    assert "Katawanin ang interes ng kompanya." in read


def _runs(text: str) -> set[str]:
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def _filipino(node: Node, *, is_filipino: bool = False) -> Iterator[str]:
    match node:
        case Scalar(text=text):
            if is_filipino:
                yield text
        case ListNode(items=items):
            for item in items:
                yield from _filipino(item)
        case MapNode(entries=entries):
            for key, value in entries:
                yield from _filipino(value, is_filipino=is_filipino or key.text == "fil")
