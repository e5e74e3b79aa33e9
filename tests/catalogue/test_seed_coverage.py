"""Coverage of the source: each row of its map is in the catalogue, or a table says why it is not.

A row is cited where an item names it under ``source``, or where its ``note`` tells what was made of
it. The table is in the documentation, for whoever looks for a row there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import attrs
import pytest

from accountkit import catalogue
from accountkit.handbook.nodes import ListNode, MapNode, Node, Scalar, read_nodes

LIST = Path(__file__).parent / "seed_rows.txt"
TABLE = Path(__file__).parents[2] / "docs" / "reference" / "source-coverage.md"

ROW = re.compile(
    r"\b(?:CL|CR|CS|DISC|DOC|E|KT|MS|MT|PAY|R|REL|RQ|SK|TN|WC|X)\d+\b"
    r"|\b(?:D|KN|LB|PQ|RT|SK)-[A-Z]+\d+(?:\.\d+)?[a-z]?\b"
)
"""How a row is called: D-A2.9, KN-A1.6a, RQ08, PQ-L36."""


@attrs.frozen
class LeftOut:
    """A row that no item cites, as the table has it."""

    row: str
    reason: str
    remark: str


@pytest.fixture(scope="module")
def rows() -> tuple[str, ...]:
    """Every row of the map, by group and number."""
    return tuple(LIST.read_text("utf-8").split())


@pytest.fixture(scope="module")
def sources() -> frozenset[str]:
    """The rows that items of the catalogue name as their source."""
    return frozenset(row for node in _files() for row in _named(node, "source"))


@pytest.fixture(scope="module")
def remarks() -> frozenset[str]:
    """The rows that notes of the catalogue speak of."""
    notes = (note for node in _files() for note in _named(node, "note"))
    return frozenset(row for note in notes for row in ROW.findall(note))


@pytest.fixture(scope="module")
def left_out() -> tuple[LeftOut, ...]:
    """The rows of the table, in its order."""
    return tuple(LeftOut(*cells) for cells in _tables()["row"])


@pytest.fixture(scope="module")
def reasons() -> dict[str, str]:
    """The reasons there are for leaving a row out, with what each of them means."""
    return {cells[0]: cells[1] for cells in _tables()["reason"]}


def test_every_row_is_cited_or_left_out_with_a_reason(
    rows: tuple[str, ...],
    sources: frozenset[str],
    remarks: frozenset[str],
    left_out: tuple[LeftOut, ...],
) -> None:
    """Nothing that the source says is lost without a word."""
    told = sources | remarks | {item.row for item in left_out}

    assert [] == [row for row in rows if row not in told]


def test_no_row_is_both_cited_and_left_out(
    sources: frozenset[str], remarks: frozenset[str], left_out: tuple[LeftOut, ...]
) -> None:
    """A row that found its place is taken out of the table."""
    assert [] == [item.row for item in left_out if item.row in sources | remarks]


def test_every_row_named_anywhere_exists(
    rows: tuple[str, ...],
    sources: frozenset[str],
    remarks: frozenset[str],
    left_out: tuple[LeftOut, ...],
) -> None:
    """A name that no row has sends its reader nowhere."""
    named = sources | remarks | {item.row for item in left_out}

    assert set() == named - set(rows)


def test_every_row_left_out_has_a_reason_of_the_list_and_a_sentence(
    left_out: tuple[LeftOut, ...], reasons: dict[str, str]
) -> None:
    """The list of reasons is closed, and each of them is needed."""
    assert set(reasons) == {item.reason for item in left_out}
    assert [] == [item.row for item in left_out if not item.remark.endswith(".")]
    assert [] == [reason for reason, meaning in reasons.items() if not meaning.endswith(".")]


def test_the_table_is_in_the_order_of_the_map(
    rows: tuple[str, ...], left_out: tuple[LeftOut, ...]
) -> None:
    """Each row stands once, where its neighbours are."""
    listed = [item.row for item in left_out]

    assert [row for row in rows if row in listed] == listed


def test_the_list_of_rows_is_that_of_the_map(rows: tuple[str, ...], source_map: str) -> None:
    """No row of the map was forgotten when it was listed, and none was made up."""
    assert set(rows) == set(_mapped(source_map))
    assert len(rows) == len(set(rows))


def test_ranges_of_the_map_are_read_in_full() -> None:
    """The map names neighbours by the first and the last of them."""
    assert {"D-TOP1", "D-TOP2", "D-TOP3"} == set(_mapped("## 3. x\n- D-TOP1…3 top (117)\n"))
    assert {"KN-B3.9", "KN-B3.10"} == set(_mapped("## 7. x\nKN-B3.9…3.10 (547): 3.9 law\n"))
    assert {"KN-A1.6a", "KN-A1.6b"} == set(_mapped("## 7. x\nKN-A1.6a…b is guided by\n"))
    assert {"D-AM01", "D-AM02"} == set(_mapped("## 3. x\n(32) — D-AM01 … D-AM02\n"))
    assert {"PQ-L36", "PQ-L37", "PQ-L78"} == set(_mapped("## 9. x\nPQ (36–37) a · (78) b\n"))
    assert {"R01"} == set(_mapped("## 1. x\n| R01 | a |\n## 20. x\nR01–R48 and X99\n"))


# --- the catalogue and the table ------------------------------------------------------------------


def _files() -> Iterator[Node]:
    folder = Path(str(files(catalogue)))
    for file in sorted(folder.rglob("*.yaml")):
        yield read_nodes(file, file.relative_to(folder).as_posix())


def _named(node: Node, name: str) -> Iterator[str]:
    """The texts under a key, wherever it stands."""
    match node:
        case MapNode(entries=entries):
            for key, value in entries:
                yield from _texts(value) if key.text == name else _named(value, name)
        case ListNode(items=items):
            for item in items:
                yield from _named(item, name)
        case Scalar():
            return


def _texts(node: Node) -> Iterator[str]:
    match node:
        case Scalar(text=text):
            yield text
        case ListNode(items=items):
            for item in items:
                yield from _texts(item)
        case MapNode():
            return


def _tables() -> dict[str, list[list[str]]]:
    """The tables of the page, each by the heading of its first column."""
    tables: dict[str, list[list[str]]] = {}
    table: list[list[str]] = []
    for line in TABLE.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("|"):
            table = []
        elif not table:
            table = tables[cells[0]] = [cells]
        else:
            table.append(cells)
    return {name: lines[2:] for name, lines in tables.items()}


# --- the map --------------------------------------------------------------------------------------

_FIRST, _LAST = 1, 19
"""The sections of the map that have rows; those after them count and sum up."""

_QUALITIES = 9
"""The section that calls its rows by the lines of the source, and by no names."""

_RANGE = re.compile(rf"({ROW.pattern})\s*…\s*([A-Z][A-Z0-9.-]*|[0-9.]+|[a-z])")
_LINES = re.compile(r"\((\d+)(?:[–,]\s*(\d+))?\)")


def _mapped(text: str) -> Iterator[str]:
    """Every row that the map names, by itself or as one of a range."""
    for section in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        number = int(section.partition(".")[0])
        if not _FIRST <= number <= _LAST:
            continue
        yield from ROW.findall(section)
        for first, last in _RANGE.findall(section):
            yield from _between(first, last)
        if number == _QUALITIES:
            paragraph = section.partition("\n**")[0]
            for match in _LINES.finditer(paragraph):
                yield from _lines(match)


def _between(first: str, last: str) -> Iterator[str]:
    """The rows from one to another: D-TOP1…3, KN-A1.6a…e, D-AM01 … D-AM32."""
    if first[-1].isalpha():
        yield from (f"{first[:-1]}{chr(code)}" for code in range(ord(first[-1]), ord(last) + 1))
        return
    stem, digits = _tail(first)
    for number in range(int(digits), int(_tail(last)[1]) + 1):
        yield f"{stem}{number:0{len(digits)}}"


def _tail(row: str) -> tuple[str, str]:
    """What stands before the number at the end of a name, and the number."""
    digits = re.search(r"\d+$", row)
    assert digits is not None, row
    return row[: digits.start()], digits[0]


def _lines(match: re.Match[str]) -> Iterator[str]:
    """Names for the lines of the source: each of (36-39), both of (533, 535)."""
    first, last = int(match[1]), int(match[2] or match[1])
    numbers = (first, last) if "," in match[0] else range(first, last + 1)
    yield from (f"PQ-L{number}" for number in dict.fromkeys(numbers))
