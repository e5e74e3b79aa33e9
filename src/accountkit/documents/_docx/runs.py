"""Runs: text of the tree as WordprocessingML, letter for letter.

Lines and tabs become elements of their own, stretches of right-to-left letters are marked as such,
and text in another language than the document's carries its tag. What XML cannot hold becomes
U+FFFD, as in every format.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape

from accountkit.documents._characters import printable
from accountkit.documents.formats import language_tag
from accountkit.documents.tree import Inline

__all__ = ["attribute", "language_xml", "runs_xml"]

_BREAKS = re.compile("([\n\t])")
_BREAK_XML = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_LETTERS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_BACKWARD = re.compile(rf"([{_LETTERS}](?:[{_LETTERS}\W\d_]*[{_LETTERS}])?)")
"""A stretch from one right-to-left letter to the last that no other letter parts from it."""


def runs_xml(content: Inline, *, strong: bool = False) -> str:
    """The runs of some content."""
    weight = "<w:b/><w:bCs/>" if strong else ""
    return "".join(
        piece
        for run in content
        for piece in _pieces(
            printable(run.text), weight, language_xml(run.language) if run.language else ""
        )
    )


@lru_cache(maxsize=64)
def language_xml(language: str) -> str:
    """The element that says a language, whatever the script of the letters.

    Raises:
        UsageError: no such language is known.
    """
    tag = language_tag(language)
    return f'<w:lang w:val="{tag}" w:eastAsia="{tag}" w:bidi="{tag}"/>'


def attribute(text: str) -> str:
    """Text as the value of an attribute, on one line."""
    return escape(printable(text).replace("\n", " "))


def _pieces(text: str, weight: str, language: str) -> Iterator[str]:
    for index, part in enumerate(_BREAKS.split(text)):
        if index % 2:
            yield f"<w:r>{_BREAK_XML[part]}</w:r>"
            continue
        for turn, stretch in enumerate(_BACKWARD.split(part)):
            if stretch:
                properties = f"{weight}{'<w:rtl/>' if turn % 2 else ''}{language}"
                told = f"<w:rPr>{properties}</w:rPr>" if properties else ""
                letters = escape(stretch, quote=False)
                yield f'<w:r>{told}<w:t xml:space="preserve">{letters}</w:t></w:r>'
