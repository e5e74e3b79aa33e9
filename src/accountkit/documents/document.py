"""The document: a tree that can be read as text in a format, or saved as a file.

This is the only module here that touches the file system. A file is whole or absent: it is
written beside its place and then moved there. The same tree always gives the same bytes.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

import attrs

from accountkit.documents.html import write_html
from accountkit.documents.markdown import write_markdown
from accountkit.documents.plain import write_plain
from accountkit.documents.tree import Tree
from accountkit.errors import UsageError, did_you_mean

__all__ = ["FORMATS", "SUFFIXES", "Document"]

FORMATS: Mapping[str, Callable[[Tree], str]] = MappingProxyType(
    {"markdown": write_markdown, "html": write_html, "plain": write_plain}
)
"""The writer of each format."""

SUFFIXES: Mapping[str, str] = MappingProxyType(
    {".md": "markdown", ".html": "html", ".txt": "plain"}
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
        """The document in a format: ``markdown``, ``html`` or ``plain``.

        Raises:
            UsageError: there is no such format.
        """
        if format not in FORMATS:
            raise UsageError(
                "document",
                f'there is no format "{format}"',
                did_you_mean(format, FORMATS, f"the formats are {', '.join(FORMATS)}"),
            )
        return FORMATS[format](self.tree)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the document to a file, in the format that the file's name ends in.

        Returns:
            The path written.

        Raises:
            UsageError: the ending is not one of ``SUFFIXES``, or the file cannot be written.
        """
        target = Path(path)
        if target.suffix.lower() not in SUFFIXES:
            raise UsageError(
                f"document {target}",
                f'"{target.suffix}" is no ending that can be written'
                if target.suffix
                else "the name has no ending that says the format",
                f"end the name in one of {', '.join(SUFFIXES)}",
            )
        content = self.text(SUFFIXES[target.suffix.lower()]).encode()
        try:
            _write_whole(target, content)
        except OSError as error:
            raise UsageError(
                f"document {target}",
                f"cannot be written: {(error.strerror or str(error)).lower()}",
                "give a place that exists and may be written to",
            ) from error
        return target


def _write_whole(target: Path, content: bytes) -> None:
    """Write all of a file or nothing of it; the file keeps the rights a new file would have."""
    mask = os.umask(0)
    os.umask(mask)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(target)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(name).unlink()
        raise
