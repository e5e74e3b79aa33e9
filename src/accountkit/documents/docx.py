"""DOCX: a document tree as a file for word processors, with what such a file can carry.

Numbers are those of real lists, so that the word processor counts them, and come out as the tree
has them, gaps and all. Headings have heading styles; the document and every run in another
language name it; header rows of tables repeat; title, author, subject, language and date are
properties of the file. The same tree gives the same bytes: no clock and no chance gets in.

Needs the extra ``docx``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from accountkit.errors import MissingExtraError

if TYPE_CHECKING:
    from accountkit.documents.tree import Tree

__all__ = ["write_docx"]


def write_docx(tree: Tree) -> bytes:
    """The document as a DOCX file.

    Raises:
        MissingExtraError: the extra ``docx`` is not installed.
        UsageError: a language of the tree is not known.
    """
    try:
        from accountkit.documents._docx.package import write_package  # noqa: PLC0415 - the extra
    except ImportError:
        raise MissingExtraError("the DOCX writer", "docx") from None
    return write_package(tree)
