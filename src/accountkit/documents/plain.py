"""Plain text: a document tree as unformatted lines, for mail and terminals.

Lines are not wrapped. What a user typed is written as it is, except that control characters
become the replacement character.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from accountkit.documents._characters import printable
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
    from collections.abc import Iterable, Iterator

    from accountkit.documents.tree import NumberedClause, Signatory, Tree

__all__ = ["SIGNATURE_LINE", "write_plain"]

SIGNATURE_LINE = "_" * 16

_DASH = "– "
_COLUMN_GAP = "  "


def write_plain(tree: Tree) -> str:
    """The document as plain text, ending in a newline."""
    blocks = ("\n".join(_block(block)) for block in tree.blocks)
    parts = (printable(tree.watermark or ""), *blocks)
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Block) -> Iterator[str]:  # noqa: C901 - one case for each kind of block
    match block:
        case Heading(level=level):
            number = f"{block.number} " if block.number else ""
            text = number + _words(block.content)
            yield text
            yield ("=" if level == 1 else "-") * max(map(len, text.split("\n")))
        case Paragraph(content=content):
            yield _words(content)
        case Clauses(items=clauses):
            yield from _clauses(clauses, "")
        case Dashes(items=items):
            for item in items:
                yield _hung(_DASH, item.content, "")
        case Facts(lines=lines):
            yield from (f"{_words(name)}: {_words(value)}" for name, value in lines)
        case Table():
            yield from _table(block)
        case ApprovalBlock():
            yield _words(block.word)
            yield from _signed(block, block)
        case AgreementBlock():
            yield _words(block.word)
            for index, signatory in enumerate(block.signatories):
                yield from ("",) if index else ()
                yield from _signed(signatory, block)
        case Corner(lines=lines):
            yield from map(_words, lines)
        case PageBreak():
            pass  # plain text has no pages


def _signed(who: Signatory | ApprovalBlock, block: AgreementBlock | ApprovalBlock) -> Iterator[str]:
    """The post, the name beside the line to sign on, and the line for the date."""
    yield _words(who.post)
    yield f"{_words(who.name)} {SIGNATURE_LINE}"
    yield block.date_line


def _clauses(clauses: Iterable[NumberedClause], margin: str) -> Iterator[str]:
    for clause in clauses:
        mark = f"{clause.number} " if clause.number else _DASH
        yield _hung(mark, clause.content, margin)
        yield from _clauses(clause.items, margin + " " * len(mark))


def _hung(mark: str, content: Inline, margin: str) -> str:
    """A mark with words beside it, later lines set in as far as the first."""
    return f"{margin}{mark}{_words(content, margin + ' ' * len(mark))}"


def _words(content: Inline, margin: str = "") -> str:
    """The words, with lines after the first set in by ``margin``."""
    return printable(plain_text(content)).replace("\n", f"\n{margin}")


def _table(table: Table) -> Iterator[str]:
    rows = [[_cell(cell) for cell in row] for row in (table.header, *table.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    if table.caption:
        yield _words(table.caption)
    for index, row in enumerate(rows):
        yield _row(row, widths, table.numeric)
        if index == 0:
            yield _COLUMN_GAP.join("-" * width for width in widths)


def _cell(content: Inline) -> str:
    return " ".join(printable(plain_text(content)).split())


def _row(cells: list[str], widths: list[int], numeric: tuple[int, ...]) -> str:
    set_out = (
        cell.rjust(width) if index in numeric else cell.ljust(width)
        for index, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return _COLUMN_GAP.join(set_out).rstrip()
