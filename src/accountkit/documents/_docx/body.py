"""The body: blocks of the tree as paragraphs and tables.

Nothing is laid out with tables: blocks in a corner are indented paragraphs, read in their order.
Lines to write on are fields named for those who cannot see them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from accountkit.documents._docx.lengths import text_width, twips
from accountkit.documents._docx.numbering import Numbering
from accountkit.documents._docx.numbering_part import dash_xml, place_xml
from accountkit.documents._docx.runs import attribute, runs_xml
from accountkit.documents._docx.styles import HEADINGS
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

__all__ = ["Body", "numbers_in"]

_KEEP_NEXT = "<w:keepNext/>"
_GAP_ABOVE = '<w:spacing w:before="160"/>'
_LEAST_WEIGHT, _MOST_WEIGHT = 10, 40
_AFTER_TABLE = '<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr></w:p>'
"""Keeps a table apart from the next, and stands at the end of a page that ends in a table."""


def numbers_in(blocks: Iterable[Block]) -> Iterator[str]:
    """The numbers that the document prints, in reading order."""
    for block in blocks:
        match block:
            case Heading(number=str(number)):
                yield number
            case Clauses(items=clauses):
                yield from _numbers_of(clauses)
            case _:
                pass


def _numbers_of(clauses: Iterable[NumberedClause]) -> Iterator[str]:
    for clause in clauses:
        if clause.number:
            yield clause.number
        yield from _numbers_of(clause.items)


class Body:
    """The writer of one document's body, from its first block to its last."""

    def __init__(self, tree: Tree, numbering: Numbering) -> None:
        self._tree = tree
        self._numbering = numbering
        self._starts_page = False

    def xml(self) -> str:
        """The paragraphs and tables, one after the other; a watermark is said before them all."""
        mark = runs_xml(inline(self._tree.watermark or ""), strong=True)
        said = self._paragraph("BodyText", mark) if mark else ""
        return said + "".join(part for block in self._tree.blocks for part in self._block(block))

    def _block(self, block: Block) -> Iterator[str]:  # noqa: C901 - one case for each kind
        match block:
            case Heading(level=level):
                style = f"Heading{min(level, HEADINGS)}"
                yield self._counted(style, block.number, block.content)
            case Paragraph(content=content):
                yield self._paragraph("BodyText", runs_xml(content))
            case Clauses(items=clauses):
                yield from self._clauses(clauses, 0)
            case Dashes(items=items):
                yield from (self._dashed(item.content, 0) for item in items)
            case Facts(lines=lines):
                for name, value in lines:
                    words = f"{runs_xml(name, strong=True)}<w:r><w:tab/></w:r>{runs_xml(value)}"
                    yield self._paragraph("Facts", words)
            case Table():
                yield from self._table(block)
            case ApprovalBlock():
                word = runs_xml(block.word, strong=True)
                yield from self._together("Corner", [word, *_signed(block, block)])
            case AgreementBlock(signatories=signatories):
                opening = [runs_xml(block.word, strong=True)]
                for signatory in signatories:
                    yield from self._together("Agreement", [*opening, *_signed(signatory, block)])
                    opening = []
            case Corner(lines=lines):
                told = [runs_xml(line, strong=index == 0) for index, line in enumerate(lines)]
                yield from self._together("Corner", told)
            case PageBreak():
                self._starts_page = True

    def _paragraph(self, style: str, runs: str, *, keep: str = "", more: str = "") -> str:
        """A paragraph; its properties stand in the order that the format prescribes."""
        page = "<w:pageBreakBefore/>" if self._starts_page else ""
        self._starts_page = False
        properties = f'<w:pStyle w:val="{style}"/>{keep}{page}{more}'
        return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"

    def _together(self, style: str, lines: list[str]) -> Iterator[str]:
        """Lines that no page break may part, with a gap above; an empty one is left out."""
        lines = [line for line in lines if line]
        for index, line in enumerate(lines):
            keep = _KEEP_NEXT if index + 1 < len(lines) else ""
            yield self._paragraph(style, line, keep=keep, more="" if index else _GAP_ABOVE)

    def _counted(self, style: str, number: str | None, content: Inline) -> str:
        """A paragraph whose number the list gives, or which is typed where no list can."""
        if number is None:
            return self._paragraph(style, runs_xml(content))
        place = self._numbering.place(number)
        if place is None:
            return self._paragraph(style, runs_xml((Run(f"{number} "), *content)))
        return self._paragraph(style, runs_xml(content), more=place_xml(place))

    def _dashed(self, content: Inline, level: int) -> str:
        return self._paragraph("ListParagraph", runs_xml(content), more=dash_xml(level))

    def _clauses(self, clauses: Iterable[NumberedClause], level: int) -> Iterator[str]:
        """Clauses and what they list; dashes are set in below what they belong to."""
        for clause in clauses:
            if clause.number is None:
                yield self._dashed(clause.content, level)
            else:
                yield self._counted("ListParagraph", clause.number, clause.content)
            yield from self._clauses(clause.items, level + 1)

    def _table(self, table: Table) -> Iterator[str]:
        if table.caption:
            yield self._paragraph("Caption", runs_xml(table.caption))
        widths = _widths(table, twips(text_width(self._tree.layout)))
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        named = attribute(plain_text(table.caption))
        title = f'<w:tblCaption w:val="{named}"/>' if named else ""
        yield (
            '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="00A0" w:firstRow="1" w:lastRow="0"'
            ' w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="0"/>'
            f"{title}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
        )
        yield self._row(table.header, table, widths, is_header=True)
        for row in table.rows:
            yield self._row(row, table, widths, is_header=False)
        yield f"</w:tbl>{_AFTER_TABLE}"

    def _row(
        self, cells: tuple[Inline, ...], table: Table, widths: list[int], *, is_header: bool
    ) -> str:
        written = (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{self._cell(cell, is_figure=index in table.numeric, is_header=is_header)}</w:tc>"
            for index, (cell, width) in enumerate(zip(cells, widths, strict=True))
        )
        repeated = "<w:tblHeader/>" if is_header else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(written)}</w:tr>"

    def _cell(self, content: Inline, *, is_figure: bool, is_header: bool) -> str:
        style = "TableFigure" if is_figure else "TableText"
        return self._paragraph(style, runs_xml(content, strong=is_header))


def _signed(who: ApprovalBlock | Signatory, block: ApprovalBlock | AgreementBlock) -> list[str]:
    """The post, the name beside the line for the signature, and the line for the date."""
    signature = _field(SIGNATURE_LINE, block.signature)
    name = runs_xml((*who.name, Run(" "))) + signature
    return [runs_xml(who.post), name, _field(block.date_line, block.date)]


def _field(line: str, meaning: str) -> str:
    """A line to write on, by hand or by keyboard, named for those who do not see it."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{attribute(meaning)}"/><w:text/></w:sdtPr>'
        f"<w:sdtContent>{runs_xml(inline(line))}</w:sdtContent></w:sdt>"
    )


def _widths(table: Table, whole: int) -> list[int]:
    """Widths of the columns by the longest text of each, so that long ones get more room."""
    columns = zip(table.header, *table.rows, strict=True)
    longest = [max(len(plain_text(cell)) for cell in column) for column in columns]
    weights = [min(max(length, _LEAST_WEIGHT), _MOST_WEIGHT) for length in longest]
    return [whole * weight // sum(weights) for weight in weights]
