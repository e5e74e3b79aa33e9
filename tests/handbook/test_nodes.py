"""YAML as nodes: text as it was typed, and a message for everything that is no plain data."""

from __future__ import annotations

from pathlib import Path

import pytest

from accountkit.errors import InputError
from accountkit.handbook.nodes import (
    LARGEST_FILE,
    LONGEST_SCALAR,
    find,
    plain_data,
    read_nodes,
    repeated_keys,
)


def read(folder: Path, content: str | bytes) -> object:
    """The plain data of a file."""
    file = folder / "a.yaml"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return plain_data(read_nodes(file, "a.yaml"))


def test_every_scalar_stays_the_text_that_was_typed(tmp_path: Path) -> None:
    """Norway is a country, and no number passes through a float."""
    text = """
country: no
version: 1.10
rate: 0.1
big: 12345678901234567890123456789012345.678
day: 2026-01-31
octal: 0755
sexagesimal: 12:30
yes: on
"""

    assert {
        "country": "no",
        "version": "1.10",
        "rate": "0.1",
        "big": "12345678901234567890123456789012345.678",
        "day": "2026-01-31",
        "octal": "0755",
        "sexagesimal": "12:30",
        "yes": "on",
    } == read(tmp_path, text)


@pytest.mark.parametrize("nothing", ["", " ~", " null", " NULL"])
def test_nothing_is_nothing(tmp_path: Path, nothing: str) -> None:
    """An empty value is none; in quotes it is a text."""
    assert {"a": None} == read(tmp_path, f"a:{nothing}\n")
    assert {"a": nothing.strip()} == read(tmp_path, f'a: "{nothing.strip()}"\n')


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    """Editors on Windows put one in front."""
    assert {"a": "ñ"} == read(tmp_path, b"\xef\xbb\xbfa: \xc3\xb1\n")


def test_an_empty_file_is_nothing(tmp_path: Path) -> None:
    """It is for the reader of the folder to say what is missing."""
    assert read(tmp_path, "") is None
    assert read(tmp_path, "# a remark\n") is None


@pytest.mark.parametrize(
    "content, message",
    [
        ("a: !!python/name:os.system x", "a.yaml:1:4: yaml: has the tag tag:yaml.org,2002:python/"),
        ("a: !!int 3", "a.yaml:1:4: yaml: has the tag tag:yaml.org,2002:int; remove the tag"),
        ("a: &x 1", "a.yaml:1:4: yaml: sets the anchor &x; write the values out"),
        ("a: *x", "a.yaml:1:4: yaml: uses the alias *x; write the value out"),
        ("a: 1\n---\nb: 2", "a.yaml:2:1: yaml: has a second document; keep one per file"),
        ("? [a]\n: 1", "a.yaml:1:3: yaml: has a list or mapping as a key; use a word as key"),
        ("a:\n\tb: 1", "a.yaml:2:1: yaml: is indented with a tab; use spaces"),
        ("a: @b", "a.yaml:1:4: yaml: has a text that starts with @; write it in quotes"),
        ("a: 1\n b: 2", "a.yaml:2:3: yaml: cannot be read (mapping values are not allowed"),
        ('a: 1\nb: "x\nc: 3', "a.yaml:2:4: yaml: opens what is never closed; close it"),
        ("a: [1, 2", "a.yaml:2:1: yaml: cannot be read (did not find expected"),
        ("[" * 100_000, "a.yaml:1:33: yaml: nests deeper than 32 levels; flatten it"),
        ("a: " + "x" * (LONGEST_SCALAR + 1), "a.yaml:1:4: yaml: has a text of 65537 characters"),
        ("x" * (LARGEST_FILE + 1), "a.yaml:1:1: handbook file: has more than the 1048576 bytes"),
        (b"a: b\nc: \xff", "a.yaml:2:1: handbook file: is not UTF-8 text; save it with"),
        (b"\xff\xfea\x00", "a.yaml:1:1: handbook file: is not UTF-8 text; save it with"),
        ("a: b\nc: d\x00", "a.yaml:2:5: handbook file: holds the control character U+0000; re"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_is_no_plain_data_is_refused(
    tmp_path: Path, content: str | bytes, message: str
) -> None:
    """Each gives one sentence with line and column, and takes no time."""
    with pytest.raises(InputError) as caught:
        read(tmp_path, content)

    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    """A folder under the name of a file is no file."""
    with pytest.raises(InputError, match=r"b\.yaml:1:1: handbook file: cannot be read \("):
        read_nodes(tmp_path, "b.yaml")


def test_a_key_that_stands_twice(tmp_path: Path) -> None:
    """The first one counts, and every other is told, wherever it is."""
    file = tmp_path / "a.yaml"
    file.write_text("a: 1\nb:\n  - {c: 1, c: 2}\na: 3\n", encoding="utf-8")
    node = read_nodes(file, "a.yaml")

    assert {"a": "1", "b": [{"c": "1"}]} == plain_data(node)
    assert [
        "a.yaml:4:1: yaml: has the key a twice, first on line 1; keep one",
        "a.yaml:3:12: yaml: has the key c twice, first on line 3; keep one",
    ] == sorted(map(str, repeated_keys(node)), reverse=True)


def test_places_of_paths(tmp_path: Path) -> None:
    """A path leads to its value, a mapping to its key, and a wrong turn to what is above it."""
    file = tmp_path / "a.yaml"
    file.write_text("list:\n  - {name: x}\n  - text\n", encoding="utf-8")
    node = read_nodes(file, "a.yaml")

    assert "a.yaml:2:12" == str(find(node, ("list", 0, "name")))
    assert "a.yaml:3:5" == str(find(node, ("list", 1)))
    assert "a.yaml:1:1" == str(find(node, ("list",)))
    assert "a.yaml:1:1" == str(find(node, ("list", 9, "name")))
    assert "a.yaml:2:5" == str(find(node, ("list", 0, "other")))
