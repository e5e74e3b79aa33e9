"""Pages: what stands on every page of a DOCX file, which is its number and perhaps a watermark.

The watermark is drawn the way word processors draw theirs, so that they can find it and take it
out: letters along two lines, turned and grey, behind the text.
"""

from __future__ import annotations

from accountkit.documents._docx.lengths import text_width, twips
from accountkit.documents._docx.names import WORDPROCESSING
from accountkit.documents._docx.runs import attribute
from accountkit.documents.layouts import Layout

__all__ = ["PAGE_NUMBER", "strip_xml", "watermark_xml"]

_DRAWING = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_SHAPE_TYPE = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136"'
    ' path="m0,0l21600,0m0,21600l21600,21600e"><v:path textpathok="t"/>'
    '<v:textpath on="t" fitshape="t"/></v:shapetype>'
)
_TWIPS_A_POINT = 20
_FLATTEST = 4
"""A watermark is at least four times as wide as it is high."""

PAGE_NUMBER = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
"""The number of the page it stands on."""


def strip_xml(kind: str, runs: str) -> str:
    """The header (``hdr``) or footer (``ftr``) of a page with some runs in its one paragraph."""
    style = {"hdr": "Header", "ftr": "Footer"}[kind]
    return (
        f"<w:{kind} {WORDPROCESSING} {_DRAWING}>"
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p></w:{kind}>'
    )


def watermark_xml(word: str, layout: Layout, number: int) -> str:
    """A word across the page; shapes are numbered, so that no two have one name."""
    width = twips(text_width(layout)) // _TWIPS_A_POINT
    height = width // max(_FLATTEST, len(word) * 7 // 10)
    name = f"PowerPlusWaterMarkObject{number}"
    shown = attribute(word)
    return (
        f'<w:r><w:rPr><w:noProof/></w:rPr><w:pict>{_SHAPE_TYPE}<v:shape id="{name}"'
        f' type="#_x0000_t136" alt="{shown}" style="position:absolute;margin-left:0;margin-top:0;'
        f"width:{width}pt;height:{height}pt;rotation:315;z-index:-1;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        'mso-position-vertical:center;mso-position-vertical-relative:margin"'
        ' o:allowincell="f" fillcolor="silver" stroked="f"><v:fill opacity=".5"/>'
        f'<v:textpath style="font-family:&quot;{attribute(layout.font)}&quot;;font-size:1pt"'
        f' string="{shown}"/></v:shape></w:pict></w:r>'
    )
