"""Printed texts: what a document tree says, kept as data, and the tree made from it again.

A text keeps every word, every number and the order in which they stand. Layout, watermark and the
properties of a file are no part of it.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, assert_never

import attrs

from accountkit.documents.layouts import PLAIN_LAYOUT, Layout
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
    Item,
    NumberedClause,
    PageBreak,
    Paragraph,
    Run,
    Signatory,
    Table,
    Tree,
    inline,
    plain_text,
)
from accountkit.documents.words import WORDS
from accountkit.errors import TermsError
from accountkit.roles.printed_texts import PartKind, PrintedText, TextPart, TextRun
from accountkit.wire import with_fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["printed_text", "tree_of"]


def printed_text(tree: Tree) -> PrintedText:
    """The text of a tree, with its fingerprint."""
    parts = tuple(_part(block) for block in tree.blocks)
    return with_fingerprint(PrintedText(language=tree.language, fingerprint="", parts=parts))


def tree_of(text: PrintedText, layout: Layout = PLAIN_LAYOUT) -> Tree:
    """The tree that a text was taken from; its title is the heading of level 1."""
    blocks = tuple(_drawn(_block(part), text.language) for part in text.parts)
    titles = (block for block in blocks if isinstance(block, Heading) and block.level == 1)
    title = next((plain_text(heading.content) for heading in titles), "")
    return Tree(language=text.language, title=title, blocks=blocks, layout=layout)


# --- from blocks to parts -------------------------------------------------------------------------


def _part(block: Block) -> TextPart:  # noqa: C901, PLR0911 - one case for each kind of block
    match block:
        case Heading():
            return TextPart(
                kind=PartKind.HEADING,
                level=block.level,
                id=block.id,
                number=block.number,
                words=_words(block.content),
            )
        case Paragraph():
            return TextPart(kind=PartKind.PARAGRAPH, id=block.id, words=_words(block.content))
        case Clauses():
            return TextPart(kind=PartKind.CLAUSES, parts=tuple(map(_clause, block.items)))
        case Dashes():
            return TextPart(kind=PartKind.DASHES, parts=tuple(map(_dash, block.items)))
        case Facts():
            facts = (TextPart(kind=PartKind.FACT, parts=_lines(line)) for line in block.lines)
            return TextPart(kind=PartKind.FACTS, parts=tuple(facts))
        case Table():
            rows = tuple(_row(row, block.numeric) for row in (block.header, *block.rows))
            return TextPart(kind=PartKind.TABLE, words=_words(block.caption), parts=rows)
        case ApprovalBlock():
            said = (block.word, block.post, block.name, *_asides(block))
            return TextPart(kind=PartKind.APPROVAL, parts=_lines(said))
        case AgreementBlock():
            signatories = (
                TextPart(kind=PartKind.SIGNATORY, parts=_lines((who.post, who.name)))
                for who in block.signatories
            )
            parts = (*_lines((block.word, *_asides(block))), *signatories)
            return TextPart(kind=PartKind.AGREEMENT, parts=parts)
        case Corner():
            return TextPart(kind=PartKind.CORNER, parts=_lines(block.lines))
        case PageBreak():
            return TextPart(kind=PartKind.PAGE_BREAK)
        case _:
            assert_never(block)


def _clause(clause: NumberedClause) -> TextPart:
    return TextPart(
        kind=PartKind.CLAUSE,
        id=clause.id,
        number=clause.number,
        words=_words(clause.content),
        parts=tuple(map(_clause, clause.items)),
    )


def _dash(item: Item) -> TextPart:
    return TextPart(kind=PartKind.DASH, id=item.id, words=_words(item.content))


def _row(cells: tuple[Inline, ...], numeric: tuple[int, ...]) -> TextPart:
    parts = (
        TextPart(
            kind=PartKind.FIGURE if column in numeric else PartKind.CELL, words=_words(content)
        )
        for column, content in enumerate(cells)
    )
    return TextPart(kind=PartKind.ROW, parts=tuple(parts))


def _asides(block: ApprovalBlock | AgreementBlock) -> tuple[Inline, ...]:
    """What is to be written on the lines, and the line for the date."""
    return inline(block.signature), inline(block.date), inline(block.date_line)


def _lines(contents: Iterable[Inline]) -> tuple[TextPart, ...]:
    return tuple(TextPart(kind=PartKind.LINE, words=_words(content)) for content in contents)


def _words(content: Inline) -> tuple[TextRun, ...]:
    """The words, in as few runs as there are changes of language."""
    said = (run for run in content if run.text)
    return tuple(
        TextRun("".join(run.text for run in runs), language)
        for language, runs in groupby(said, key=lambda run: run.language)
    )


# --- from parts to blocks -------------------------------------------------------------------------


def _block(part: TextPart) -> Block:  # noqa: C901, PLR0911 - one case for each kind of part
    said = [_content(item) for item in part.parts if item.kind is PartKind.LINE]
    content = _content(part)
    match part.kind, said:
        case PartKind.HEADING, _ if part.level is not None:
            return Heading(level=part.level, content=content, number=part.number, id=part.id)
        case PartKind.PARAGRAPH, _:
            return Paragraph(content=content, id=part.id)
        case PartKind.CLAUSES, _:
            return Clauses(items=_clauses(part))
        case PartKind.DASHES, _:
            return Dashes(items=tuple(Item(content=_content(i), id=i.id) for i in part.parts))
        case PartKind.FACTS, _:
            return Facts(lines=tuple(_pair(fact) for fact in part.parts))
        case PartKind.TABLE, _ if part.parts:
            return _table(part)
        case PartKind.APPROVAL, [word, post, name, signature, date, line]:
            return ApprovalBlock(
                word=word,
                post=post,
                name=name,
                signature=plain_text(signature),
                date=plain_text(date),
                date_line=plain_text(line),
            )
        case PartKind.AGREEMENT, [word, signature, date, line]:
            pairs = [_pair(item) for item in part.parts if item.kind is PartKind.SIGNATORY]
            return AgreementBlock(
                word=word,
                signatories=tuple(Signatory(post=post, name=name) for post, name in pairs),
                signature=plain_text(signature),
                date=plain_text(date),
                date_line=plain_text(line),
            )
        case PartKind.CORNER, _:
            return Corner(lines=tuple(said))
        case PartKind.PAGE_BREAK, _:
            return PageBreak()
        case _:
            raise _unprintable(part)


def _drawn(block: Block, language: str) -> Block:
    """The block with the line for a date as its language draws it; a text holds no lines."""
    if isinstance(block, ApprovalBlock | AgreementBlock) and language in WORDS:
        return attrs.evolve(block, date_line=WORDS[language].date_line)
    return block


def _clauses(part: TextPart) -> tuple[NumberedClause, ...]:
    return tuple(
        NumberedClause(
            id=item.id or "", number=item.number, content=_content(item), items=_clauses(item)
        )
        for item in part.parts
    )


def _pair(part: TextPart) -> tuple[Inline, Inline]:
    match part.parts:
        case (one, other):
            return _content(one), _content(other)
        case _:
            raise _unprintable(part)


def _table(part: TextPart) -> Table:
    header, *rows = (tuple(_content(cell) for cell in row.parts) for row in part.parts)
    numeric = (i for i, cell in enumerate(part.parts[0].parts) if cell.kind is PartKind.FIGURE)
    return Table(caption=_content(part), header=header, rows=tuple(rows), numeric=tuple(numeric))


def _content(part: TextPart) -> Inline:
    return tuple(Run(run.text, run.language) for run in part.words)


def _unprintable(part: TextPart) -> TermsError:
    return TermsError(
        "printed text",
        f"has a part of kind {part.kind.value} that is not whole",
        "restore the file as it was approved",
    )
