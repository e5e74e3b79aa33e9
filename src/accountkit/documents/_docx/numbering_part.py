"""The numbering part: the lists of a document as WordprocessingML.

List 0 is that of the dashes. A layout whose paragraphs have a first-line indent sets numbers in
it, and lines below them begin at the margin; else numbers hang beside their text.
"""

from __future__ import annotations

from collections.abc import Iterator

from accountkit.documents._docx.lengths import twips
from accountkit.documents._docx.numbering import LEVELS, CountedList, Numbering, Place, Sequence
from accountkit.documents.layouts import Layout

__all__ = ["dash_xml", "numbering_xml", "place_xml"]

_DASHES, _DASH_SEQUENCE = 0, 1
_DASH_WIDTH = 360
_LEAST_WIDTH = 567
_TWIPS_A_CHARACTER_AND_POINT = 11
"""Numbers are set in at most 0.55 of the letters' height for each character."""


def place_xml(place: Place) -> str:
    """A paragraph's property that says where it is counted."""
    return _numbered(place.sequence + _DASH_SEQUENCE + 1, place.level)


def dash_xml(level: int) -> str:
    """A paragraph's property that puts a dash before it, ``level`` lists deep (from zero)."""
    return _numbered(_DASH_SEQUENCE, min(level, LEVELS - 1))


def _numbered(number: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def numbering_xml(numbering: Numbering, layout: Layout) -> str:
    """The whole part."""
    width = max(_LEAST_WIDTH, numbering.widest * layout.size_pt * _TWIPS_A_CHARACTER_AND_POINT)
    return "".join(
        (
            '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
            _abstract(_DASHES, _dash_levels(layout, width)),
            *(_abstract(item.id + 1, _levels(item, layout, width)) for item in numbering.lists),
            f'<w:num w:numId="{_DASH_SEQUENCE}"><w:abstractNumId w:val="{_DASHES}"/></w:num>',
            *map(_sequence, numbering.sequences),
            "</w:numbering>",
        )
    )


def _abstract(number: int, levels: Iterator[str]) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{number + 1:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{"".join(levels)}</w:abstractNum>'
    )


def _sequence(sequence: Sequence) -> str:
    overrides = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for level, start in enumerate(sequence.starts)
    )
    return (
        f'<w:num w:numId="{sequence.number + _DASH_SEQUENCE + 1}">'
        f'<w:abstractNumId w:val="{sequence.list_id + 1}"/>{overrides}</w:num>'
    )


def _levels(item: CountedList, layout: Layout, width: int) -> Iterator[str]:
    for level in range(max(item.patterns) + 1):
        pattern = item.patterns.get(level, "")
        style = "decimal" if level else item.style
        left = width * max(level, 1)
        start = item.start(level)
        yield _level(level, style, pattern, layout, start=start, left=left, hanging=width)


def _dash_levels(layout: Layout, width: int) -> Iterator[str]:
    for level in range(LEVELS):
        left = width * level + _DASH_WIDTH
        yield _level(level, "bullet", "–", layout, start=1, left=left, hanging=_DASH_WIDTH)


def _level(
    level: int, style: str, pattern: str, layout: Layout, *, start: int, left: int, hanging: int
) -> str:
    if layout.indent_mm:
        suffix, indent = "space", f'w:left="0" w:firstLine="{twips(layout.indent_mm)}"'
    else:
        suffix, indent = "tab", f'w:left="{left}" w:hanging="{hanging}"'
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>'
        f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{pattern}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr><w:ind {indent}/></w:pPr></w:lvl>"
    )
