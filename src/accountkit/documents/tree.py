"""The document tree: what a page says, apart from how any format writes it down.

A tree is a language, a title and blocks in reading order. Text is *runs*, each of which may be in
a language of its own; numbers of clauses are text, computed before the tree is built. Writers
(``accountkit.documents.html`` and its neighbours) turn a tree into a format and add no words.
"""

from __future__ import annotations

from typing import TypeAlias

import attrs

__all__ = [
    "ApprovalBlock",
    "Block",
    "Clauses",
    "Dashes",
    "Facts",
    "Heading",
    "Inline",
    "Item",
    "NumberedClause",
    "Paragraph",
    "Run",
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


@attrs.frozen(kw_only=True)
class ApprovalBlock:
    """The four lines of approval: the word, the post, name and signature, the date.

    ``signature`` and ``date`` say, to those who cannot see the lines, what is to be written there.
    """

    word: Inline
    post: Inline
    name: Inline
    signature: str
    date: str


Block: TypeAlias = ApprovalBlock | Clauses | Dashes | Facts | Heading | Paragraph | Table


@attrs.frozen(kw_only=True)
class Tree:
    """A whole document; ``title`` is what a reader's window shows."""

    language: str
    title: str
    blocks: tuple[Block, ...]
