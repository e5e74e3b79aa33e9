"""Markdown: a document tree as CommonMark with pipe tables.

What a user typed comes out as typed: every character that Markdown could take for markup is
escaped. Clause numbers are text at the start of a paragraph, since Markdown renumbers its own
lists. A run's language and a clause's id have no place in Markdown and are left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from accountkit.documents._characters import printable
from accountkit.documents.plain import SIGNATURE_LINE
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
    inline,
    plain_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from accountkit.documents.tree import NumberedClause, Signatory, Tree

__all__ = ["escape_markdown", "write_markdown"]

_BREAK = "\\\n"
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#&$@|~^!]")
_MARKER = re.compile(r"^(?:([-+=:])|(\d{1,9})([.)]))")
_SPACE_CODES = {" ": "&#32;", "\t": "&#9;"}


def write_markdown(tree: Tree) -> str:
    """The document as Markdown, ending in a newline."""
    blocks = (part for block in tree.blocks for part in _block(block))
    parts = (_strong(inline(tree.watermark or "")), *blocks)
    return "\n\n".join(part for part in parts if part) + "\n"


def escape_markdown(text: str) -> str:
    r"""User text as Markdown that shows the same characters, line for line.

    >>> escape_markdown("*5 < 6*")
    '\\*5 \\< 6\\*'
    >>> escape_markdown("1. first")
    '1\\. first'
    """
    lines = printable(text).strip("\n").split("\n")
    return _BREAK.join(_line(line) for line in lines)


def _line(line: str) -> str:
    """One line, safe where a block could start as well as inside one."""
    text = _SPECIAL.sub(r"\\\g<0>", line)
    text = _MARKER.sub(_marker, text)
    if text[:1] in _SPACE_CODES:
        text = _SPACE_CODES[text[0]] + text[1:]
    if text[-1:] in _SPACE_CODES:
        text = text[:-1] + _SPACE_CODES[text[-1]]
    return text


def _marker(found: re.Match[str]) -> str:
    sign, number, point = found.groups()
    return f"\\{sign}" if sign else f"{number}\\{point}"


def _words(content: Inline) -> str:
    return escape_markdown(plain_text(content))


def _one_line(content: Inline) -> str:
    """For headings, cells and list items, which are one line in Markdown."""
    return escape_markdown(" ".join(printable(plain_text(content)).split("\n")))


def _block(block: Block) -> Iterator[str]:  # noqa: C901 - one case for each kind of block
    match block:
        case Heading(level=level):
            number = f"{block.number} " if block.number else ""
            yield f"{'#' * level} {number}{_one_line(block.content)}"
        case Paragraph(content=content):
            yield _words(content)
        case Clauses(items=clauses):
            for clause in clauses:
                yield from _clause(clause)
        case Dashes(items=items):
            yield "\n".join(f"- {_one_line(item.content)}" for item in items)
        case Facts(lines=lines):
            yield _BREAK.join(f"{_words(name)}: {_words(value)}" for name, value in lines)
        case Table():
            yield from _table(block)
        case ApprovalBlock():
            yield _BREAK.join((_strong(block.word), _signed(block, block)))
        case AgreementBlock():
            yield _strong(block.word)
            yield from (_signed(who, block) for who in block.signatories)
        case Corner(lines=lines):
            yield _BREAK.join((*map(_strong, lines[:1]), *map(_words, lines[1:])))
        case PageBreak():
            pass  # Markdown has no pages


def _strong(content: Inline) -> str:
    words = _words(content)
    return f"**{words}**" if words else ""


def _signed(who: Signatory | ApprovalBlock, block: AgreementBlock | ApprovalBlock) -> str:
    """The post, the name beside the line to sign on, and the line for the date."""
    name = f"{_words(who.name)} {escape_markdown(SIGNATURE_LINE)}"
    return _BREAK.join((_words(who.post), name, escape_markdown(block.date_line)))


def _clause(clause: NumberedClause) -> Iterator[str]:
    number = f"**{clause.number}** " if clause.number else ""
    yield f"{number}{_words(clause.content)}"
    if any(item.number for item in clause.items):
        for item in clause.items:
            yield from _clause(item)
    elif clause.items:
        yield "\n".join(_dashes(clause.items, ""))


def _dashes(items: Iterable[NumberedClause], margin: str) -> Iterator[str]:
    for item in items:
        number = f"{escape_markdown(item.number)} " if item.number else ""
        yield f"{margin}- {number}{_one_line(item.content)}"
        yield from _dashes(item.items, margin + "  ")


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield _words(table.caption)
    rule = ["---:" if index in table.numeric else "---" for index in range(len(table.header))]
    rows = [[_one_line(cell) for cell in row] for row in (table.header, *table.rows)]
    yield "\n".join(f"| {' | '.join(row)} |" for row in (rows[0], rule, *rows[1:]))
