"""The package: the parts of a DOCX file, filled in and put together always in the same way."""

from __future__ import annotations

import io
import zipfile
from html import escape

from accountkit.documents._characters import printable
from accountkit.documents._docx.body import Body, numbers_in
from accountkit.documents._docx.numbering import Numbering
from accountkit.documents._docx.numbering_part import numbering_xml
from accountkit.documents._docx.template import template_for
from accountkit.documents.formats import language_tag
from accountkit.documents.tree import Tree

__all__ = ["write_package"]

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every entry: the first that the format of the archive can hold."""

_UNIX = 3
_REGULAR_FILE = 0o100644 << 16


def write_package(tree: Tree) -> bytes:
    """The document as the bytes of a DOCX file.

    Raises:
        UsageError: a language of the tree is not known.
    """
    template = template_for(tree.layout, tree.language, tree.watermark)
    numbering = Numbering(numbers_in(tree.blocks))
    body = Body(tree, numbering).xml()
    parts = {
        **template.parts,
        "word/document.xml": f"{template.opening}{body}{template.closing}".encode(),
        "word/numbering.xml": (_DECLARATION + numbering_xml(numbering, tree.layout)).encode(),
        "docProps/core.xml": (_DECLARATION + _properties_xml(tree)).encode(),
    }
    return _archive(parts)


def _archive(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _REGULAR_FILE
            archive.writestr(entry, content)
    return file.getvalue()


def _properties_xml(tree: Tree) -> str:
    """Title, author, subject, language and date; what the tree leaves open is left out."""
    day = f"{tree.issued.isoformat()}T00:00:00Z" if tree.issued else ""
    elements = (
        ("dc:title", "", tree.title),
        ("dc:subject", "", tree.subject),
        ("dc:creator", "", tree.author),
        ("dc:language", "", language_tag(tree.language)),
        ("cp:contentStatus", "", tree.watermark or ""),
        ("cp:lastModifiedBy", "", tree.author),
        ("dcterms:created", ' xsi:type="dcterms:W3CDTF"', day),
        ("dcterms:modified", ' xsi:type="dcterms:W3CDTF"', day),
    )
    written = (
        f"<{name}{kind}>{escape(printable(text), quote=False)}</{name}>"
        for name, kind, text in elements
        if text
    )
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{''.join(written)}</cp:coreProperties>"
    )
