"""Markdown: what CommonMark makes of it is what was typed."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from accountkit.documents.markdown import escape_markdown, write_markdown
from accountkit.documents.tree import (
    Clauses,
    Heading,
    NumberedClause,
    Paragraph,
    Table,
    Tree,
    inline,
)

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

PAGE = r"""**PINAGTIBAY**\
Director\
Apelyido \_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\
“\_\_\_\_” \_\_\_\_\_\_\_\_\_\_\_\_ \_\_\_\_\_\_

# Trabaho: manager

Habagat

Salapi: PHP\
Taon: 2026

## 1. Una

**1.1.** Mga sumusunod:

- una;
- huli.

**1.2.** May bilang:

**1.2.1.** isa.

- wala
- bilang

Bayad

| Sino | Halaga |
| --- | ---: |
| Ana | ₱5.00 |
| Ben | ₱12.50 |

**SUMANG-AYON**

Lawyer\
Reyes \_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\
“\_\_\_\_” \_\_\_\_\_\_\_\_\_\_\_\_ \_\_\_\_\_\_

Accountant\
Cruz \_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\
“\_\_\_\_” \_\_\_\_\_\_\_\_\_\_\_\_ \_\_\_\_\_\_

**Dagdag**\
sa utos
"""


class _Reader(HTMLParser):
    """The words and elements of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self.elements: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.elements.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


def read(markdown: str) -> _Reader:
    """What a reader of CommonMark makes of the text."""
    reader = _Reader()
    reader.feed(READER.render(markdown))
    return reader


def tree_of(*blocks: Heading | Paragraph | Clauses | Table) -> Tree:
    """A tree with some blocks in it."""
    return Tree(language="en", title="Page", blocks=blocks)


def test_every_block_is_written(tree: Tree) -> None:
    """Headings, clauses with their numbers, dashes, a table, and the four lines of approval."""
    assert PAGE == write_markdown(tree)


def test_the_same_tree_gives_the_same_text(tree: Tree) -> None:
    """Nothing of the clock or the machine gets in."""
    assert write_markdown(tree) == write_markdown(tree)


def test_user_text_comes_out_as_typed(hostile: str) -> None:
    """A paragraph holds the same characters, and no markup but line breaks."""
    page = read(write_markdown(tree_of(Paragraph(content=inline(hostile)))))

    assert {"p", "br"} >= set(page.elements)
    assert hostile == page.words.removesuffix("\n")


def test_user_text_in_a_clause_comes_out_as_typed(hostile: str) -> None:
    """The number is bold and the words are plain."""
    clause = NumberedClause(id="a", number="2.9.", content=inline(hostile))
    page = read(write_markdown(tree_of(Clauses(items=(clause,)))))

    assert {"p", "strong", "br"} >= set(page.elements)
    assert f"2.9. {hostile}" == page.words.removesuffix("\n")


def test_user_text_in_a_heading_is_one_line(hostile: str) -> None:
    """A heading cannot hold line breaks; they become spaces."""
    page = read(write_markdown(tree_of(Heading(level=2, content=inline(hostile)))))

    assert ["h2"] == page.elements
    assert hostile.replace("\n", " ") == page.words.removesuffix("\n")


def test_user_text_in_a_cell_stays_in_its_cell(hostile: str) -> None:
    """A bar in a cell starts no new cell."""
    table = Table(
        caption=(), header=(inline("a"), inline("b")), rows=((inline(hostile), inline("x")),)
    )
    page = read(write_markdown(tree_of(table)))

    assert ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"] == page.elements
    assert hostile.replace("\n", " ").split() == page.words.split()[2:-1]


@given(
    st.text(st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(" \t\n*_#`&;<>-+.1|"))
)
def test_any_text_comes_out_as_typed(text: str) -> None:
    """Whatever is typed, a reader of the page sees the same signs in the same lines."""
    typed = text.strip("\n")
    page = read(escape_markdown(text))

    assert {"p", "br"} >= set(page.elements)
    assert typed == page.words.removesuffix("\n")


@pytest.mark.parametrize(
    "text, expected",
    [
        ("plain words, 12.5% off (net)", "plain words, 12.5% off (net)"),
        ("a_b*c", r"a\_b\*c"),
        ("1. first", r"1\. first"),
        ("- item", r"\- item"),
        ("two\nlines", "two\\\nlines"),
        ("\n\nlines around\n", "lines around"),
        ("", ""),
        (" x", "&#32;x"),
    ],
)
def test_only_what_could_be_markup_is_escaped(text: str, expected: str) -> None:
    """Readable Markdown: full stops and brackets inside a sentence stay as they are."""
    assert expected == escape_markdown(text)


def test_control_characters_are_replaced() -> None:
    """A character that nothing can show becomes the sign for such."""
    assert "a\ufffdb" == escape_markdown("a\x00b")


def test_the_watermark_is_the_first_line() -> None:
    """A draft says so before anything else, in strong letters."""
    tree = Tree(
        language="en",
        title="Page",
        blocks=(Paragraph(content=inline("words")),),
        watermark="DRAFT*",
    )

    assert "**DRAFT\\***\n\nwords\n" == write_markdown(tree)
