"""Every format: what all writers owe to the person who typed the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from io import BytesIO

import attrs
import pytest
from markdown_it import MarkdownIt
from pypdf import PdfReader

from accountkit.documents.html import write_html
from accountkit.documents.markdown import write_markdown
from accountkit.documents.pdf import write_pdf
from accountkit.documents.plain import write_plain
from accountkit.documents.tree import (
    AgreementBlock,
    ApprovalBlock,
    Clauses,
    Corner,
    Dashes,
    Facts,
    Heading,
    Inline,
    Item,
    NumberedClause,
    PageBreak,
    Paragraph,
    Signatory,
    Table,
    Tree,
    inline,
)


class _Words(HTMLParser):
    """The words of a page's body."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words = ""
        self.feed(page.partition("<body>")[2] or page)

    def handle_data(self, data: str) -> None:
        self.words += data


def shown_by_html(tree: Tree) -> str:
    """What a browser's reader finds."""
    return _Words(write_html(tree)).words


def shown_by_markdown(tree: Tree) -> str:
    """What a reader of CommonMark makes of it."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return _Words(reader.render(write_markdown(tree))).words


def shown_by_pdf(tree: Tree) -> str:
    """What stands on the pages, without their numbers."""
    pages = PdfReader(BytesIO(write_pdf(tree))).pages
    texts = [page.extract_text().rstrip() for page in pages]
    return texts[0] + "".join(text.removesuffix(f"{n}") for n, text in enumerate(texts[1:], 2))


SHOWN = {
    "html": shown_by_html,
    "markdown": shown_by_markdown,
    "pdf": shown_by_pdf,
    "plain": write_plain,
}


def everywhere(text: Inline) -> Tree:
    """A tree that says a text in each of the places that a person can fill."""
    return Tree(
        language="en",
        title="Page",
        blocks=(
            Corner(lines=(text, text)),
            ApprovalBlock(word=text, post=text, name=text, signature="hint", date="hint"),
            Heading(level=1, content=text),
            Paragraph(content=text),
            Facts(lines=((text, text),)),
            Clauses(
                items=(
                    NumberedClause(
                        id="a",
                        number="1.",
                        content=text,
                        items=(NumberedClause(id="b", number=None, content=text),),
                    ),
                )
            ),
            Dashes(items=(Item(content=text),)),
            Table(caption=text, header=(text, text), rows=((text, text),)),
            PageBreak(),
            AgreementBlock(
                word=text,
                signatories=(Signatory(post=text, name=text),),
                signature="hint",
                date="hint",
            ),
        ),
    )


PLACES = 20


def visible(text: str) -> str:
    """The letters of a text, without spaces and marks of direction."""
    return re.sub(r"[\s\u200e\u200f]", "", text)


@pytest.mark.parametrize("shown", SHOWN.values(), ids=SHOWN)
def test_what_a_user_typed_is_shown_as_typed_in_every_place(
    shown: Callable[[Tree], str], hostile_in_print: str
) -> None:
    """No writer takes text for markup, loses a letter of it, or runs it."""
    typed = visible(hostile_in_print)

    assert PLACES <= visible(shown(everywhere(inline(hostile_in_print)))).count(typed)


@pytest.mark.parametrize("shown", SHOWN.values(), ids=SHOWN)
def test_a_clause_of_ten_thousand_letters_is_whole(shown: Callable[[Tree], str]) -> None:
    """No writer cuts a long text."""
    typed = "a clause # of * many $ words " * 345
    clause = NumberedClause(id="a", number="2.9.", content=inline(typed))
    tree = Tree(language="en", title="Page", blocks=(Clauses(items=(clause,)),))

    assert visible("2.9." + typed) == visible(shown(tree))


@pytest.mark.parametrize("shown", SHOWN.values(), ids=SHOWN)
def test_the_watermark_is_said_first(shown: Callable[[Tree], str], tree: Tree) -> None:
    """Whoever reads or hears a draft knows that it is one."""
    marked = attrs.evolve(tree, watermark="DRAFT")

    assert shown(marked).lstrip("\n*").startswith("DRAFT")
    assert "DRAFT" not in shown(tree)
