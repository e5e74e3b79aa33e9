"""HTML: a document tree as one self-contained, accessible page that prints well.

The page loads nothing. Languages are marked on the page and on every run in another one; headings
skip no level; clause numbers are text in their items, since numbers made by a style sheet can
neither be selected nor are read by every screen reader; a clause's id is the id of its element.
A watermark is said once at the top, and lies across every page when printed.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from accountkit.documents._characters import printable
from accountkit.documents._page_style import page_style
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
    Run,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from accountkit.documents.tree import NumberedClause, Signatory, Tree

__all__ = ["write_html"]

_SPACING = re.compile("\n|\t|  ")
"""Line breaks and spaces that a browser would fold unless told to keep them."""

_WATERMARK_MM = 40
_DIAGONAL_MM = 300
"""The largest letters of a watermark, and the length it may have at one letter's height each."""


def write_html(tree: Tree) -> str:
    """The document as a page, ending in a newline."""
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{_attribute(tree.language)}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_escaped(tree.title)}</title>",
        *_properties(tree),
        f"<style>\n{page_style(tree.layout)}</style>",
        "</head>",
        "<body>",
        "<main>",
        *_watermark(tree.watermark),
        *(line for block in tree.blocks for line in _block(block)),
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _properties(tree: Tree) -> Iterator[str]:
    issued = tree.issued.isoformat() if tree.issued else ""
    properties = {"author": tree.author, "description": tree.subject, "dcterms.issued": issued}
    for name, value in properties.items():
        if value:
            yield f'<meta name="{name}" content="{_attribute(value)}">'


def _watermark(word: str | None) -> Iterator[str]:
    """The word once to read, and once to lie across the pages, sized to fit their diagonal."""
    if word:
        size = min(_WATERMARK_MM, _DIAGONAL_MM // len(word))
        yield f"<p><strong>{_escaped(word)}</strong></p>"
        yield f'<div class="watermark" style="font-size: {size}mm" aria-hidden="true">'
        yield f"<span>{_escaped(word)}</span></div>"


def _escaped(text: str) -> str:
    return escape(printable(text), quote=False)


def _attribute(text: str) -> str:
    return escape(printable(text), quote=True)


def _words(content: Inline) -> str:
    return "".join(_run(run) for run in content)


def _run(run: Run) -> str:
    text = _escaped(run.text)
    if _SPACING.search(text):
        text = f'<span class="typed">{text}</span>'
    if run.language is None:
        return text
    return f'<span lang="{_attribute(run.language)}">{text}</span>'


def _id(name: str | None) -> str:
    return f' id="{_attribute(name)}"' if name else ""


def _block(block: Block) -> Iterator[str]:  # noqa: C901 - one case for each kind of block
    match block:
        case Heading(level=level):
            number = f"{_escaped(block.number)} " if block.number else ""
            yield f"<h{level}{_id(block.id)}>{number}{_words(block.content)}</h{level}>"
        case Paragraph(content=content):
            yield f"<p{_id(block.id)}>{_words(content)}</p>"
        case Clauses(items=clauses):
            yield from _clauses(clauses)
        case Dashes(items=items):
            yield '<ul role="list">'
            yield from (f"<li{_id(item.id)}>{_words(item.content)}</li>" for item in items)
            yield "</ul>"
        case Facts(lines=lines):
            yield "<dl>"
            yield from (f"<dt>{_words(name)}</dt><dd>{_words(value)}</dd>" for name, value in lines)
            yield "</dl>"
        case Table():
            yield from _table(block)
        case ApprovalBlock():
            yield '<div class="approval">'
            yield f"<p><strong>{_words(block.word)}</strong></p>"
            yield from _signed(block, block)
            yield "</div>"
        case AgreementBlock():
            yield from _agreement(block)
        case Corner(lines=lines):
            yield '<div class="corner">'
            yield from (f"<p><strong>{_words(line)}</strong></p>" for line in lines[:1])
            yield from (f"<p>{_words(line)}</p>" for line in lines[1:])
            yield "</div>"
        case PageBreak():
            yield '<div class="page-break"></div>'


def _clauses(clauses: tuple[NumberedClause, ...]) -> Iterator[str]:
    are_numbered = any(clause.number for clause in clauses)
    yield '<ol class="clauses" role="list">' if are_numbered else '<ul role="list">'
    for clause in clauses:
        yield from _clause(clause)
    yield "</ol>" if are_numbered else "</ul>"


def _clause(clause: NumberedClause) -> Iterator[str]:
    words = _words(clause.content)
    opening, closing = f"<li{_id(clause.id)}>", "</li>"
    if clause.number:
        opening += f'<span class="number">{_escaped(clause.number)}</span> <div>'
        closing = "</div></li>"
    if not clause.items:
        yield f"{opening}{words}{closing}"
        return
    yield f"{opening}{words}"
    yield from _clauses(clause.items)
    yield closing


def _table(table: Table) -> Iterator[str]:
    yield "<table>"
    if table.caption:
        yield f"<caption>{_words(table.caption)}</caption>"
    yield "<thead>"
    heads = (
        f'<th scope="col"{_figure(index, table)}>{_words(cell)}</th>'
        for index, cell in enumerate(table.header)
    )
    yield f"<tr>{''.join(heads)}</tr>"
    yield "</thead>"
    yield "<tbody>"
    for first, *rest in table.rows:
        cells = (
            f"<td{_figure(index, table)}>{_words(cell)}</td>"
            for index, cell in enumerate(rest, start=1)
        )
        yield f'<tr><th scope="row"{_figure(0, table)}>{_words(first)}</th>{"".join(cells)}</tr>'
    yield "</tbody>"
    yield "</table>"


def _figure(column: int, table: Table) -> str:
    return ' class="figure"' if column in table.numeric else ""


def _agreement(block: AgreementBlock) -> Iterator[str]:
    yield '<div class="agreement">'
    yield f"<p><strong>{_words(block.word)}</strong></p>"
    for signatory in block.signatories:
        yield "<div>"
        yield from _signed(signatory, block)
        yield "</div>"
    yield "</div>"


def _signed(who: Signatory | ApprovalBlock, block: AgreementBlock | ApprovalBlock) -> Iterator[str]:
    """The post, the name beside the line to sign on, and the line for the date."""
    yield f"<p>{_words(who.post)}</p>"
    yield f"<p>{_words(who.name)} {_blank(SIGNATURE_LINE, block.signature)}</p>"
    yield f"<p>{_blank(block.date_line, block.date)}</p>"


def _blank(line: str, meaning: str) -> str:
    """A line to write on, named for those who do not see it."""
    said = f'<span class="aside">({_escaped(meaning)})</span>'
    return f'<span aria-hidden="true">{line}</span>{said}'
