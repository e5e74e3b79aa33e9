"""The numbering part: the lists of a document as WordprocessingML.

List 0 is that of the dashes. Where a layout gives first lines an indent, numbers stand in it and
further lines begin at the margin; else numbers hang beside their text.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from accountkit.documents._docx.lengths import twips
from accountkit.documents._docx.names import WORDPROCESSING
from accountkit.documents._docx.numbering import LEVELS, CountedList, Numbering, Place, Sequence
from accountkit.documents.layouts import Layout

__all__ = ["dash_xml", "numbering_xml", "place_xml"]

_DASHES, _DASH_SEQUENCE = 0, 1
_FIRST_LIST, _FIRST_SEQUENCE = 1, 2
_DASH_WIDTH = 360
_LEAST_WIDTH = 567
_TWIPS_A_CHARACTER_AND_POINT = 11
"""Numbers are set in at most 0.55 of the letters' height for each character."""


def place_xml(place: Place) -> str:
    """A paragraph's property that says where it is counted."""
    return _numbered(place.sequence + _FIRST_SEQUENCE, place.level)


def dash_xml(level: int) -> str:
    """A paragraph's property that puts a dash before it, ``level`` lists deep (from zero)."""
    return _numbered(_DASH_SEQUENCE, min(level, LEVELS - 1))


def _numbered(number: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def numbering_xml(numbering: Numbering, layout: Layout) -> str:
    """The whole part."""
    width = max(_LEAST_WIDTH, numbering.widest * layout.size_pt * _TWIPS_A_CHARACTER_AND_POINT)
    margins = _Margins(width=width, first_line=twips(layout.indent_mm))
    return "".join(
        (
            f"<w:numbering {WORDPROCESSING}>",
            _abstract(_DASHES, _dash_levels(margins)),
            *(_abstract(item.id + _FIRST_LIST, _levels(item, margins)) for item in numbering.lists),
            f'<w:num w:numId="{_DASH_SEQUENCE}"><w:abstractNumId w:val="{_DASHES}"/></w:num>',
            *map(_sequence, numbering.sequences),
            "</w:numbering>",
        )
    )


@attrs.frozen(kw_only=True)
class _Margins:
    """What follows numbers and dashes, and where their text stands; all lengths are twips."""

    width: int
    first_line: int

    def of_number(self, level: int) -> tuple[str, str]:
        """A number in the first line's indent, or one that hangs beside its text."""
        if self.first_line:
            return self._in_first_line(0)
        return self._hanging(self.width * max(level, 1), self.width)

    def of_dash(self, level: int) -> tuple[str, str]:
        """A dash below what it belongs to."""
        if self.first_line:
            return self._in_first_line(self.first_line * level)
        return self._hanging(self.width * level + _DASH_WIDTH, _DASH_WIDTH)

    def _in_first_line(self, left: int) -> tuple[str, str]:
        return (
            '<w:suff w:val="space"/>',
            f'<w:ind w:left="{left}" w:firstLine="{self.first_line}"/>',
        )

    @staticmethod
    def _hanging(left: int, width: int) -> tuple[str, str]:
        return '<w:suff w:val="tab"/>', f'<w:ind w:left="{left}" w:hanging="{width}"/>'


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
        f'<w:num w:numId="{sequence.number + _FIRST_SEQUENCE}">'
        f'<w:abstractNumId w:val="{sequence.list_id + _FIRST_LIST}"/>{overrides}</w:num>'
    )


def _levels(item: CountedList, margins: _Margins) -> Iterator[str]:
    for level in range(max(item.patterns) + 1):
        style = item.style if level == 0 else "decimal"
        pattern = item.patterns.get(level, "")
        yield _level(level, item.start(level), style, pattern, margins.of_number(level))


def _dash_levels(margins: _Margins) -> Iterator[str]:
    for level in range(LEVELS):
        yield _level(level, 1, "bullet", "–", margins.of_dash(level))


def _level(level: int, start: int, style: str, pattern: str, margin: tuple[str, str]) -> str:
    suffix, indent = margin
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{suffix}'
        f'<w:lvlText w:val="{pattern}"/><w:lvlJc w:val="left"/><w:pPr>{indent}</w:pPr></w:lvl>'
    )
