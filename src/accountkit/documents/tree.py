"""The document tree: what a page says, apart from how any format writes it down.

A tree is a language, a title and blocks in reading order. Text is *runs*, each of which may be in
a language of its own; numbers of clauses are text, computed before the tree is built. Writers
(``accountkit.documents.html`` and its neighbours) turn a tree into a format and add no words.
"""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

import attrs

from accountkit.documents.layouts import PLAIN_LAYOUT, Layout

__all__ = [
    "AgreementBlock",
    "ApprovalBlock",
    "Block",
    "Clauses",
    "Corner",
    "Dashes",
    "Facts",
    "Heading",
    "Inline",
    "Item",
    "NumberedClause",
    "PageBreak",
    "Paragraph",
    "Run",
    "Signatory",
    "Table",
    "Tree",
    "inline",
    "plain_text",
]


@attrs.frozen
class Run:
    """Text in one language; ``language`` is ``None`` where it is the document's."""

    text: str
    language: str | None = None


Inline: TypeAlias = tuple[Run, ...]


def inline(text: str, language: str | None = None) -> Inline:
    """One run of text; no run at all for an empty text."""
    return (Run(text, language),) if text else ()


def plain_text(content: Inline) -> str:
    """The words of some content without their languages."""
    return "".join(run.text for run in content)


@attrs.frozen(kw_only=True)
class Heading:
    """A heading; level 1 is the page's own title and levels below it skip none."""

    level: int
    content: Inline
    number: str | None = None
    id: str | None = None


@attrs.frozen(kw_only=True)
class Paragraph:
    """A paragraph."""

    content: Inline
    id: str | None = None


@attrs.frozen(kw_only=True)
class Item:
    """An item of a list that has no numbers."""

    content: Inline
    id: str | None = None


@attrs.frozen(kw_only=True)
class Dashes:
    """A list without numbers."""

    items: tuple[Item, ...]


@attrs.frozen(kw_only=True)
class NumberedClause:
    """A clause with its stable id, the number of today, and what it lists below it.

    ``number`` is ``None`` for an item of a dash list. Items that stand together all have a number
    or are all dashes.
    """

    id: str
    number: str | None
    content: Inline
    items: tuple[NumberedClause, ...] = ()


@attrs.frozen(kw_only=True)
class Clauses:
    """Numbered clauses that stand together under a heading."""

    items: tuple[NumberedClause, ...]


@attrs.frozen(kw_only=True)
class Table:
    """A table: one row of column headers, then rows whose first cell heads its row.

    ``numeric`` names the columns (from zero) that hold figures.
    """

    caption: Inline
    header: tuple[Inline, ...]
    rows: tuple[tuple[Inline, ...], ...]
    numeric: tuple[int, ...] = ()


@attrs.frozen(kw_only=True)
class Facts:
    """Lines of a name and its value."""

    lines: tuple[tuple[Inline, Inline], ...]


DATE_LINE = "“____” ____________ ______"
"""The line for day, month and year, unless a language has other quotes."""


@attrs.frozen(kw_only=True)
class ApprovalBlock:
    """The four lines of approval: the word, the post, name and signature, the date.

    ``signature`` and ``date`` say, to those who cannot see the lines, what is to be written there;
    ``date_line`` is the line for the date as it is drawn.
    """

    word: Inline
    post: Inline
    name: Inline
    signature: str
    date: str
    date_line: str = DATE_LINE


@attrs.frozen(kw_only=True)
class Signatory:
    """A post and the name beside the line that its holder signs."""

    post: Inline
    name: Inline


@attrs.frozen(kw_only=True)
class AgreementBlock:
    """Who agreed to the text before it was approved: the word, then three lines each.

    ``signature``, ``date`` and ``date_line`` are as in ``ApprovalBlock``.
    """

    word: Inline
    signatories: tuple[Signatory, ...]
    signature: str
    date: str
    date_line: str = DATE_LINE


@attrs.frozen(kw_only=True)
class Corner:
    """Lines in the upper right corner, the first one strong: approval by an act, for example."""

    lines: tuple[Inline, ...]


@attrs.frozen
class PageBreak:
    """What follows starts a new page, in formats that have pages."""


Block: TypeAlias = (
    AgreementBlock
    | ApprovalBlock
    | Clauses
    | Corner
    | Dashes
    | Facts
    | Heading
    | PageBreak
    | Paragraph
    | Table
)


@attrs.frozen(kw_only=True)
class Tree:
    """A whole document; ``title`` is what a reader's window shows.

    ``watermark`` is a word across every page, such as the one for a draft. ``author``, ``subject``
    and ``issued`` become properties of the file in formats that have such; ``layout`` says how
    pages are set.
    """

    language: str
    title: str
    blocks: tuple[Block, ...]
    author: str = ""
    subject: str = ""
    issued: date | None = None
    watermark: str | None = None
    layout: Layout = PLAIN_LAYOUT
