"""HTML: a document tree as one self-contained, accessible page that prints well.

The page loads nothing. Languages are marked on the page and on every run in another one; headings
skip no level; clause numbers are text in their items, since numbers made by a style sheet can
neither be selected nor are read by every screen reader; a clause's id is the id of its element.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from accountkit.documents._characters import printable
from accountkit.documents.plain import DATE_LINE, SIGNATURE_LINE
from accountkit.documents.tree import (
    ApprovalBlock,
    Block,
    Clauses,
    Dashes,
    Facts,
    Heading,
    Inline,
    Paragraph,
    Run,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from accountkit.documents.tree import NumberedClause, Tree

__all__ = ["write_html"]

_STYLE = """\
:root { color-scheme: light; }
body { margin: 2rem auto; max-width: 46rem; padding: 0 1rem; background: #fff; color: #111;
  font: 1rem/1.5 Georgia, "Times New Roman", serif; overflow-wrap: break-word; }
h1 { font-size: 1.5rem; line-height: 1.25; text-align: center; }
h2 { font-size: 1.15rem; margin-top: 1.75rem; break-after: avoid; }
ol.clauses { list-style: none; margin: 0; padding: 0; }
ol.clauses > li { display: grid; grid-template-columns: minmax(3.25rem, auto) 1fr;
  margin: 0.4rem 0; break-inside: avoid; }
ul { list-style: "\\2013\\00a0"; margin: 0.25rem 0; padding-left: 1.25rem; }
.approval { margin: 0 0 2rem auto; width: fit-content; text-align: left; }
.approval p { margin: 0.15rem 0; }
.typed { white-space: pre-wrap; }
.aside { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
table { border-collapse: collapse; margin: 1rem 0; }
caption { text-align: left; font-weight: bold; padding: 0.25rem 0; }
th, td { border: 1px solid #767676; padding: 0.25rem 0.5rem; text-align: left;
  vertical-align: top; }
.figure { text-align: right; font-variant-numeric: tabular-nums; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 1rem; }
dt { font-weight: bold; }
dd { margin: 0; }
@page { margin: 2cm; }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 11pt; } }
"""


_SPACING = re.compile("\n|\t|  ")
"""Line breaks and spaces that a browser would fold unless told to keep them."""


def write_html(tree: Tree) -> str:
    """The document as a page, ending in a newline."""
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{_attribute(tree.language)}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_escaped(tree.title)}</title>",
        f"<style>\n{_STYLE}</style>",
        "</head>",
        "<body>",
        "<main>",
        *(line for block in tree.blocks for line in _block(block)),
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


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


def _block(block: Block) -> Iterator[str]:
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
            yield from _approval(block)


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


def _approval(block: ApprovalBlock) -> Iterator[str]:
    yield '<div class="approval">'
    yield f"<p><strong>{_words(block.word)}</strong></p>"
    yield f"<p>{_words(block.post)}</p>"
    yield f"<p>{_words(block.name)} {_blank(SIGNATURE_LINE, block.signature)}</p>"
    yield f"<p>{_blank(DATE_LINE, block.date)}</p>"
    yield "</div>"


def _blank(line: str, meaning: str) -> str:
    """A line to write on, named for those who do not see it."""
    said = f'<span class="aside">({_escaped(meaning)})</span>'
    return f'<span aria-hidden="true">{line}</span>{said}'
