"""The document: read in a format or saved as a file, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from accountkit.documents import Document
from accountkit.documents.tree import Tree
from accountkit.errors import UsageError


@pytest.mark.parametrize(
    "name, start",
    [("kam.md", "**PINAGTIBAY**"), ("kam.html", "<!DOCTYPE html>"), ("kam.TXT", "PINAGTIBAY")],
)
def test_the_ending_of_the_name_says_the_format(
    tree: Tree, tmp_path: Path, name: str, start: str
) -> None:
    """Markdown, HTML and plain text, in UTF-8."""
    written = Document(tree).save(tmp_path / name)

    assert tmp_path / name == written
    assert written.read_text("utf-8").startswith(start)
    assert [name] == [file.name for file in tmp_path.iterdir()]


@pytest.mark.parametrize("name, start", [("kam.docx", b"PK\x03\x04"), ("kam.PDF", b"%PDF-")])
def test_files_for_word_processors_and_printers_are_saved_alike(
    tree: Tree, tmp_path: Path, name: str, start: bytes
) -> None:
    """What is saved is the content of the format."""
    written = Document(tree).save(tmp_path / name)

    assert written.read_bytes().startswith(start)
    assert written.read_bytes() == Document(tree).content(name.lower().removeprefix("kam."))


def test_a_text_format_has_its_text_as_content(tree: Tree) -> None:
    """In UTF-8."""
    document = Document(tree)

    assert document.text("plain").encode() == document.content("plain")


def test_a_format_that_is_not_text_says_how_to_have_it(tree: Tree) -> None:
    """Nobody wants the bytes of a DOCX file on the screen."""
    with pytest.raises(UsageError) as refused:
        Document(tree).text("docx")

    assert (
        'document: "docx" is a format for files, not for text; save it in a file ending in .docx,'
        " or take one of markdown, html, plain"
    ) == str(refused.value)


def test_the_same_document_gives_the_same_bytes(tree: Tree, tmp_path: Path) -> None:
    """Two runs can be compared byte by byte; lines end the same on every system."""
    first, second = (Document(tree).save(tmp_path / name) for name in ("a.html", "b.html"))

    assert first.read_bytes() == second.read_bytes()
    assert b"\r" not in first.read_bytes()


@pytest.mark.parametrize(
    "name, problem",
    [
        (
            "kam.rtf",
            '".rtf" is no ending that can be written; end the name in one of .md, .html',
        ),
        ("kam", "the name has no ending that says the format; end the name in one of .md"),
    ],
)
def test_a_format_that_cannot_be_written_is_refused(
    tree: Tree, tmp_path: Path, name: str, problem: str
) -> None:
    """The message lists what can be written, and no file is left behind."""
    with pytest.raises(UsageError) as refused:
        Document(tree).save(tmp_path / name)

    assert problem in str(refused.value)
    assert [] == list(tmp_path.iterdir())


def test_a_file_that_cannot_be_written_is_told(tree: Tree, tmp_path: Path) -> None:
    """A folder that is not there is a wrong call, not a crash."""
    with pytest.raises(UsageError, match="cannot be written: no such file or directory"):
        Document(tree).save(tmp_path / "nowhere" / "kam.md")


def test_an_old_file_stays_when_the_new_one_fails(
    tree: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file is replaced whole or not at all, and nothing half-written stays beside it."""
    target = tmp_path / "kam.md"
    target.write_text("old", "utf-8")

    def fail(self: Path, other: Path) -> Path:
        del self, other
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(UsageError, match="no space left on device"):
        Document(tree).save(target)

    assert ["kam.md"] == [file.name for file in tmp_path.iterdir()]
    assert "old" == target.read_text("utf-8")


def test_an_unknown_format_is_told_with_the_nearest_one(tree: Tree) -> None:
    """Formats go by their names."""
    with pytest.raises(UsageError) as refused:
        Document(tree).text("markdwon")

    assert 'document: there is no format "markdwon"; did you mean markdown?' == str(refused.value)


def test_a_document_knows_its_language_and_title(tree: Tree) -> None:
    """What a reader's window shows."""
    assert ("fil", "Pahina") == (Document(tree).language, Document(tree).title)
