"""The document: a tree that can be had in any format, or saved as a file.

The same tree always gives the same bytes.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import attrs

from accountkit.documents.docx import write_docx
from accountkit.documents.files import ending_of, write_whole
from accountkit.documents.html import write_html
from accountkit.documents.markdown import write_markdown
from accountkit.documents.pdf import write_pdf
from accountkit.documents.plain import write_plain
from accountkit.documents.tree import Tree
from accountkit.errors import UsageError, did_you_mean

__all__ = ["FORMATS", "SUFFIXES", "Document", "Format"]


@attrs.frozen
class Format:
    """A format: how its files' names end, and what writes them; ``text`` where it is text."""

    suffix: str
    content: Callable[[Tree], bytes]
    text: Callable[[Tree], str] | None = None

    @classmethod
    def of_text(cls, suffix: str, text: Callable[[Tree], str]) -> Format:
        """A format that is text, in UTF-8."""
        return cls(suffix, lambda tree: text(tree).encode(), text)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "markdown": Format.of_text(".md", write_markdown),
        "html": Format.of_text(".html", write_html),
        "plain": Format.of_text(".txt", write_plain),
        "docx": Format(".docx", write_docx),
        "pdf": Format(".pdf", write_pdf),
    }
)
"""The formats by name; what ``docx`` and ``pdf`` need is loaded when they are asked for."""

SUFFIXES: Mapping[str, str] = MappingProxyType(
    {format_.suffix: name for name, format_ in FORMATS.items()}
)
"""The format that a file name's ending asks for."""


@attrs.frozen
class Document:
    """A finished document."""

    tree: Tree

    @property
    def language(self) -> str:
        """The language it is in."""
        return self.tree.language

    @property
    def title(self) -> str:
        """Its title."""
        return self.tree.title

    def text(self, format: str) -> str:  # noqa: A002 - the word a reader of the call expects
        """The document in a format that is text: ``markdown``, ``html`` or ``plain``.

        Raises:
            UsageError: there is no such format, or it is not text.
        """
        wanted = _format(format)
        if wanted.text is None:
            texts = (name for name, known in FORMATS.items() if known.text)
            raise UsageError(
                "document",
                f'"{format}" is a format for files, not for text',
                f"save it in a file ending in {wanted.suffix}, or take one of {', '.join(texts)}",
            )
        return wanted.text(self.tree)

    def content(self, format: str) -> bytes:  # noqa: A002 - as above
        """The document in any of ``FORMATS``, as the bytes of its file.

        Raises:
            UsageError: there is no such format, or the format cannot hold what the tree says.
            MissingExtraError: what the format needs is not installed.
            Problems: a PDF has no letter for something in the tree.
        """
        return _format(format).content(self.tree)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the document to a file, in the format that the file's name ends in.

        Returns:
            The path written.

        Raises:
            UsageError: the ending is not one of ``SUFFIXES``, or the file cannot be written.
            MissingExtraError, Problems: as ``content`` raises them; no file is left behind.
        """
        target = Path(path)
        ending = ending_of("document", target, SUFFIXES)
        write_whole(target, self.content(SUFFIXES[ending]))
        return target


def _format(name: str) -> Format:
    if name not in FORMATS:
        raise UsageError(
            "document",
            f'there is no format "{name}"',
            did_you_mean(name, FORMATS, f"the formats are {', '.join(FORMATS)}"),
        )
    return FORMATS[name]
