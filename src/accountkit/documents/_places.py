"""Places: where in a document its words stand, as a message names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import shorten
from typing import TYPE_CHECKING

from accountkit.documents.tree import (
    AgreementBlock,
    ApprovalBlock,
    Block,
    Clauses,
    Corner,
    Dashes,
    Facts,
    Heading,
    Inline,
    PageBreak,
    Paragraph,
    Table,
    plain_text,
)

if TYPE_CHECKING:
    from accountkit.documents.tree import NumberedClause, Tree

__all__ = ["words_by_place"]

_LONGEST = 40


def words_by_place(tree: Tree) -> Iterator[tuple[str, str]]:
    """Each place of a document that has words, in reading order, and its words."""
    if tree.watermark:
        yield "watermark", tree.watermark
    for block in tree.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[tuple[str, str]]:  # noqa: C901 - one case for each kind
    match block:
        case Heading(content=content):
            yield (
                _named("heading", block.id, content),
                f"{block.number or ''} {plain_text(content)}",
            )
        case Paragraph(content=content):
            yield _named("paragraph", block.id, content), plain_text(content)
        case Clauses(items=clauses):
            yield from _clauses(clauses)
        case Dashes(items=items):
            for item in items:
                yield _named("item", item.id, item.content), plain_text(item.content)
        case Facts(lines=lines):
            for name, value in lines:
                yield _named("line", None, name), _all((name, value))
        case Table(caption=caption, header=header, rows=rows):
            cells = (cell for row in (header, *rows) for cell in row)
            yield _named("table", None, caption), _all((caption, *cells))
        case ApprovalBlock(word=word, post=post, name=name):
            yield "block of approval", _all((word, post, name))
        case AgreementBlock(word=word, signatories=signatories):
            people = (part for one in signatories for part in (one.post, one.name))
            yield "block of agreement", _all((word, *people))
        case Corner(lines=lines):
            yield "corner", _all(lines)
        case PageBreak():
            pass  # says nothing


def _clauses(clauses: Iterable[NumberedClause]) -> Iterator[tuple[str, str]]:
    for clause in clauses:
        yield f"clause {clause.id}", f"{clause.number or ''} {plain_text(clause.content)}"
        yield from _clauses(clause.items)


def _named(kind: str, name: str | None, content: Inline) -> str:
    """A kind of block by its id, else by the words it starts with."""
    words = shorten(plain_text(content), _LONGEST, placeholder=" …")
    return f"{kind} {name}" if name else f'{kind} "{words}"'


def _all(contents: Iterable[Inline]) -> str:
    return "\n".join(plain_text(content) for content in contents)
