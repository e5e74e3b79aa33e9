"""Styles: how each kind of paragraph looks in a layout, as the styles part of a DOCX file.

Names are those that word processors know where there is one, so that headings fill the navigation
pane and a company's own template can restyle the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import attrs

from accountkit.documents._docx.lengths import corner_indent, twips
from accountkit.documents._docx.names import WORDPROCESSING
from accountkit.documents._docx.runs import attribute, language_xml
from accountkit.documents.formats import is_right_to_left
from accountkit.documents.layouts import Layout

__all__ = ["HEADINGS", "styles_xml"]

HEADINGS = 9
"""How many levels of headings there are."""

_NAME_COLUMN = 2835
"""Where the values of facts begin, in twips."""

_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TABLE_STYLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:tblPr><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
    f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>'
    "</w:style>"
)


@attrs.frozen(kw_only=True)
class _Style:
    """A style of paragraphs; ``size`` is points, all other lengths are twips.

    ``is_own`` marks a style that word processors do not know by its name.
    """

    name: str
    then: str | None = None
    size: int | None = None
    is_strong: bool = False
    is_own: bool = False
    keeps_together: bool = False
    keeps_next: bool = False
    before: int = 0
    after: int = 0
    left: int = 0
    right: int = 0
    first: int = 0
    tab: int | None = None
    align: str = "left"
    outline: int | None = None

    @property
    def id(self) -> str:
        """The name as paragraphs refer to it."""
        return "".join(word[0].upper() + word[1:] for word in self.name.split())

    def xml(self) -> str:
        """The style as an element; its parts stand in the order that the format prescribes."""
        own = ' w:customStyle="1"' if self.is_own else ""
        then = f'<w:next w:val="{self.then}"/>' if self.then else ""
        return (
            f'<w:style w:type="paragraph"{own} w:styleId="{self.id}"><w:name w:val="{self.name}"/>'
            f'<w:basedOn w:val="Normal"/>{then}<w:qFormat/><w:pPr>{"".join(self._paragraph())}'
            f"</w:pPr><w:rPr>{''.join(self._letters())}</w:rPr></w:style>"
        )

    def _paragraph(self) -> Iterator[str]:
        yield "<w:keepNext/>" if self.keeps_next else ""
        yield "<w:keepLines/>" if self.keeps_together else ""
        if self.tab is not None:
            yield f'<w:tabs><w:tab w:val="left" w:pos="{self.tab}"/></w:tabs>'
        yield f'<w:spacing w:before="{self.before}" w:after="{self.after}"/>'
        first = f'w:firstLine="{self.first}"' if self.first >= 0 else f'w:hanging="{-self.first}"'
        yield f'<w:ind w:left="{self.left}" w:right="{self.right}" {first}/>'
        yield f'<w:jc w:val="{self.align}"/>'
        if self.outline is not None:
            yield f'<w:outlineLvl w:val="{self.outline}"/>'

    def _letters(self) -> Iterator[str]:
        yield "<w:b/><w:bCs/>" if self.is_strong else ""
        if self.size is not None:
            yield _size(self.size)


def styles_xml(layout: Layout, language: str) -> str:
    """The whole part.

    Raises:
        UsageError: no such language is known.
    """
    fonts = " ".join(
        f'w:{script}="{attribute(layout.font)}"' for script in ("ascii", "hAnsi", "eastAsia", "cs")
    )
    backward = "<w:bidi/>" if is_right_to_left(language) else ""
    return (
        f"<w:styles {WORDPROCESSING}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
        f"{_size(layout.size_pt)}{language_xml(language)}</w:rPr></w:rPrDefault><w:pPrDefault>"
        f'<w:pPr>{backward}<w:spacing w:line="{int(layout.spacing * 240)}" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/></w:style>{''.join(style.xml() for style in _styles(layout))}{_TABLE_STYLES}"
        "</w:styles>"
    )


def _size(points: int) -> str:
    return f'<w:sz w:val="{points * 2}"/><w:szCs w:val="{points * 2}"/>'


def _styles(layout: Layout) -> Iterator[_Style]:
    indent, corner = twips(layout.indent_mm), twips(corner_indent(layout))
    yield from (_heading(level, layout) for level in range(1, HEADINGS + 1))
    yield _Style(name="Body Text", first=indent, after=80)
    yield _Style(name="List Paragraph", first=indent, after=80)
    yield _Style(name="caption", is_strong=True, keeps_next=True, before=160, after=80)
    yield _Style(name="header", align="center")
    yield _Style(name="footer", align="center")
    own = partial(_Style, is_own=True)
    yield own(name="Facts", left=_NAME_COLUMN, first=-_NAME_COLUMN, tab=_NAME_COLUMN, after=40)
    yield own(name="Corner", keeps_together=True, left=corner, after=40)
    yield own(name="Agreement", keeps_together=True, right=corner, after=40)
    yield own(name="Table Text", before=20, after=20)
    yield own(name="Table Figure", before=20, after=20, align="right")


def _heading(level: int, layout: Layout) -> _Style:
    is_title = level == 1
    return _Style(
        name=f"heading {level}",
        then="BodyText",
        size=layout.title_pt if is_title else layout.heading_pt,
        is_strong=True,
        keeps_together=True,
        keeps_next=True,
        before=240,
        after=120 if is_title else 80,
        align="center" if is_title else "left",
        outline=level - 1,
    )
