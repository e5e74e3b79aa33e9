"""Printed texts: a tree kept as data, and made from it again with nothing lost."""

from __future__ import annotations

import attrs
import pytest

from accountkit.documents import Document, fingerprint
from accountkit.documents.layouts import layout_for
from accountkit.documents.printed_texts import printed_text, tree_of
from accountkit.documents.tree import ApprovalBlock, Heading, Paragraph, Run, Tree, inline
from accountkit.errors import TermsError
from accountkit.roles import PartKind, PrintedText, TextPart, TextRun
from accountkit.wire import CONVERTER


def test_every_kind_of_block_comes_back(tree: Tree) -> None:
    """Blocks, numbers, ids and languages are those of the tree."""
    assert tree.blocks == tree_of(printed_text(tree)).blocks


def test_what_is_read_back_prints_the_same(tree: Tree) -> None:
    """Letter by letter in every format, also after it was written as plain data."""
    titled = attrs.evolve(tree, title="Trabaho: manager")
    kept = CONVERTER.structure(CONVERTER.unstructure(printed_text(titled)), PrintedText)

    for name in ("html", "markdown", "plain"):
        assert Document(titled).text(name) == Document(tree_of(kept)).text(name)


def test_the_line_for_a_date_is_kept() -> None:
    """Russian quotes it with «», and so does the version years later."""
    block = ApprovalBlock(
        word=inline("УТВЕРЖДАЮ"),
        post=inline("Директор"),
        name=inline("А. И. Соколова"),
        signature="подпись",
        date="число, месяц, год",
        date_line="«____» ________ ____",
    )
    tree = Tree(language="ru", title="", blocks=(block,))

    assert (block,) == tree_of(printed_text(tree)).blocks


def test_the_title_is_the_first_heading() -> None:
    """It is printed, so it need not be kept a second time."""
    heading = Heading(level=1, content=(Run("Trabaho: "), Run("manager", "en")))
    tree = Tree(language="fil", title="unused", blocks=(Paragraph(content=inline("A")), heading))

    assert "Trabaho: manager" == tree_of(printed_text(tree)).title


def test_layout_watermark_and_properties_do_not_count(tree: Tree) -> None:
    """The same words on other paper are the same text."""
    other = attrs.evolve(
        tree,
        watermark="BURADOR",
        layout=layout_for("gost-r-7.0.97-2025"),
        author="Somebody",
        title="Iba",
    )

    assert fingerprint(Document(tree)) == fingerprint(Document(other))


def test_runs_of_one_language_count_as_one() -> None:
    """Where a program cuts its words is not to be seen on paper."""
    whole = Tree(language="en", title="", blocks=(Paragraph(content=inline("One two")),))
    pieces = (Run("One "), Run(""), Run("two"))
    cut = attrs.evolve(whole, blocks=(Paragraph(content=pieces),))

    assert fingerprint(Document(whole)) == fingerprint(Document(cut))


@pytest.mark.parametrize("change", [{"number": "2."}, {"language": "en"}])
def test_numbers_and_languages_count(change: dict[str, str]) -> None:
    """They are seen or heard by whoever reads the text."""
    run = Run("Una", change.get("language"))
    heading = Heading(level=2, content=(run,), number=change.get("number", "1."))
    plain = Tree(
        language="fil",
        title="",
        blocks=(Heading(level=2, content=inline("Una"), number="1."),),
    )
    changed = attrs.evolve(plain, blocks=(heading,))

    assert fingerprint(Document(plain)) != fingerprint(Document(changed))


@pytest.mark.parametrize("kind", [PartKind.HEADING, PartKind.APPROVAL, PartKind.TABLE])
def test_a_part_that_is_not_whole_is_told(kind: PartKind) -> None:
    """Somebody edited the file by hand."""
    text = PrintedText(
        language="en", fingerprint="", parts=(TextPart(kind=kind, words=(TextRun("A"),)),)
    )

    with pytest.raises(TermsError) as refused:
        tree_of(text)
    assert (
        f"printed text: has a part of kind {kind.value} that is not whole;"
        " restore the file as it was approved"
    ) == str(refused.value)
