"""Every format: what all writers owe to the person who typed the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import attrs
import pytest
from markdown_it import MarkdownIt
from pypdf import PdfReader

from accountkit.documents.document import FORMATS
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


def read_html(content: bytes) -> str:
    """What a browser's reader finds."""
    return _Words(content.decode()).words


def read_markdown(content: bytes) -> str:
    """What a reader of CommonMark makes of it."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return _Words(reader.render(content.decode())).words


def read_plain(content: bytes) -> str:
    """The text itself."""
    return content.decode()


def read_docx(content: bytes) -> str:
    """What stands in the body, without numbers, which the word processor counts."""
    with ZipFile(BytesIO(content)) as package:
        body = ET.fromstring(package.read("word/document.xml"))  # noqa: S314 - our own
    return "".join(body.itertext())


def read_pdf(content: bytes) -> str:
    """What stands on the pages, without their numbers."""
    texts = [page.extract_text().rstrip() for page in PdfReader(BytesIO(content)).pages]
    return texts[0] + "".join(text.removesuffix(f"{n}") for n, text in enumerate(texts[1:], 2))


READERS: dict[str, Callable[[bytes], str]] = {
    "markdown": read_markdown,
    "html": read_html,
    "plain": read_plain,
    "docx": read_docx,
    "pdf": read_pdf,
}


def shown(tree: Tree, name: str) -> str:
    """What a reader of a format finds in a tree's file."""
    return READERS[name](FORMATS[name].content(tree))


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


@pytest.mark.parametrize("name", FORMATS)
def test_what_a_user_typed_is_shown_as_typed_in_every_place(
    name: str, hostile_in_print: str
) -> None:
    """No writer takes text for markup, loses a letter of it, or runs it."""
    text = visible(shown(everywhere(inline(hostile_in_print)), name))

    assert PLACES <= text.count(visible(hostile_in_print))


@pytest.mark.parametrize("name", FORMATS)
def test_a_clause_of_ten_thousand_letters_is_whole(name: str) -> None:
    """No writer cuts a long text."""
    typed = "a clause # of * many $ words " * 345
    clause = NumberedClause(id="a", number="2.9.", content=inline(typed))
    tree = Tree(language="en", title="Page", blocks=(Clauses(items=(clause,)),))

    assert visible(typed) == visible(shown(tree, name)).removeprefix("2.9.")


@pytest.mark.parametrize("name", FORMATS)
def test_the_watermark_is_said_first(name: str, tree: Tree) -> None:
    """Whoever reads or hears a draft knows that it is one."""
    marked = attrs.evolve(tree, watermark="DRAFT")

    assert shown(marked, name).lstrip("\n*").startswith("DRAFT")
    assert "DRAFT" not in shown(tree, name)


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_watermark_is_none(name: str, tree: Tree) -> None:
    """No empty line and no empty mark."""
    empty = attrs.evolve(tree, watermark="")

    assert FORMATS[name].content(tree) == FORMATS[name].content(empty)
