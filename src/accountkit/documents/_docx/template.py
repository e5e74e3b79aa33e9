"""The template: a DOCX file whose styles and pages are set by a layout, with nothing in it yet.

It is made with python-docx once for each layout, language and watermark and then kept, since that
takes longer than writing a document into it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import attrs
import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.shared import Mm

from accountkit.documents._docx.names import WORDPROCESSING
from accountkit.documents._docx.pages import PAGE_NUMBER, strip_xml, watermark_xml
from accountkit.documents._docx.runs import attribute
from accountkit.documents._docx.styles import styles_xml
from accountkit.documents.formats import language_tag
from accountkit.documents.layouts import Layout

__all__ = ["Template", "template_for"]

_NEEDED = frozenset(
    {
        RELATIONSHIP_TYPE.CORE_PROPERTIES,
        RELATIONSHIP_TYPE.FONT_TABLE,
        RELATIONSHIP_TYPE.NUMBERING,
        RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
        RELATIONSHIP_TYPE.SETTINGS,
        RELATIONSHIP_TYPE.STYLES,
    }
)
_MODE = 15
"""The mode in which word processors of today open a file without limiting what it may do."""

_STAND_IN = "Times New Roman"
"""The typeface to use where the layout's own is not installed."""

_EDGE_MM = 10
"""How far from the edge of the paper a page's number stands."""


@attrs.frozen(kw_only=True)
class Template:
    """An empty document: its parts by name, and its text before and after what is written."""

    parts: Mapping[str, bytes]
    opening: str
    closing: str


@lru_cache(maxsize=32)
def template_for(layout: Layout, language: str, watermark: str | None) -> Template:
    """The template of a layout in a language, with a word across every page or none.

    Raises:
        UsageError: no such language is known.
    """
    # python-docx gives types to its own classes, but none to the XML elements below them.
    document: Any = docx.Document()
    for relations in (document.part.rels, document.part.package.rels):
        for name in [name for name, to in relations.items() if to.reltype not in _NEEDED]:
            del relations[name]
    _fill(document.styles.element, styles_xml(layout, language))
    _fill(document.settings.element, _settings_xml(language))
    _set_pages(document.sections[0], layout, watermark)
    parts = _parts(document) | {"word/fontTable.xml": _fonts_xml(layout).encode()}
    opening, mark, closing = parts["word/document.xml"].decode().partition("<w:sectPr")
    return Template(parts=MappingProxyType(parts), opening=opening, closing=mark + closing)


def _parts(document: Any) -> dict[str, bytes]:
    file = io.BytesIO()
    document.save(file)
    with zipfile.ZipFile(file) as package:
        return {name: package.read(name) for name in package.namelist()}


def _fill(element: Any, xml: str) -> None:
    """Put what is inside some XML in the place of what is inside an element."""
    element[:] = list(parse_xml(xml))


def _set_pages(section: Any, layout: Layout, watermark: str | None) -> None:
    section.page_width, section.page_height = Mm(layout.page_width), Mm(layout.page_height)
    section.top_margin, section.bottom_margin = Mm(layout.margin_top), Mm(layout.margin_bottom)
    section.left_margin, section.right_margin = Mm(layout.margin_left), Mm(layout.margin_right)
    section.header_distance = section.footer_distance = Mm(_EDGE_MM)
    section.different_first_page_header_footer = not layout.numbers_first_page
    is_top = layout.page_number == "top-centre"
    mark = watermark_xml(watermark, layout, 1) if watermark else ""
    _write_strip(section.header, "hdr", mark + (PAGE_NUMBER if is_top else ""))
    _write_strip(section.footer, "ftr", "" if is_top else PAGE_NUMBER)
    if watermark and not layout.numbers_first_page:
        _write_strip(section.first_page_header, "hdr", watermark_xml(watermark, layout, 2))


def _write_strip(strip: Any, kind: str, runs: str) -> None:
    """Write a header or footer, if there is anything in it."""
    if runs:
        strip.is_linked_to_previous = False
        _fill(strip.part.element, strip_xml(kind, runs))


def _settings_xml(language: str) -> str:
    return (
        f'<w:settings {WORDPROCESSING}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting'
        ' w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
        f' w:val="{_MODE}"/></w:compat><w:themeFontLang w:val="{language_tag(language)}"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _fonts_xml(layout: Layout) -> str:
    return (
        f'<w:fonts {WORDPROCESSING}><w:font w:name="{attribute(layout.font)}">'
        f'<w:altName w:val="{_STAND_IN}"/><w:family w:val="roman"/><w:pitch w:val="variable"/>'
        "</w:font></w:fonts>"
    )
