"""Text widths: how wide letters are drawn at most, and where lines break.

No typeface is at hand where a picture is written, so widths are those of a wide one (DejaVu Sans)
and a little more; narrower ones leave room. Widths are in thousandths of the size of the letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import category, east_asian_width

from accountkit.documents._wording import joined
from accountkit.documents.tree import Inline, Run

__all__ = ["broken_into_lines"]

_NARROW = frozenset("iljtfrI.,:;|!'()[]{}/\\ -\t")
_WIDE = frozenset("mwMW@%&—…ЖМФШЩЪЫЮжмфшщъыю")
_LAST_LETTER = "\u052f"
"""The last of Latin, Greek and Cyrillic; the letters of other scripts may be wider."""

_WORD = re.compile(r"\S*[^\S\n]*\n?")


def broken_into_lines(content: Inline, room: int, *, strong: bool = False) -> tuple[Inline, ...]:
    """Text in lines no wider than ``room``, which together hold every sign of it.

    A line breaks after spaces and where a line was typed to end, and within a word only if the
    word is wider than the room. ``strong`` letters are wider.
    """
    lines: list[list[Run]] = [[]]
    left = room
    for word in _words(content):
        is_too_wide = _width(word.text, strong=strong) > room
        for part in (Run(sign, word.language) for sign in word.text) if is_too_wide else (word,):
            width = _width(part.text, strong=strong)
            if width > left and lines[-1]:
                lines.append([])
                left = room
            lines[-1].append(part)
            left -= width
        if word.text.endswith("\n"):
            lines.append([])
            left = room
    return tuple(joined(line) for line in lines if line)


def _words(content: Inline) -> Iterator[Run]:
    """Each word with the spaces after it, and the end of the line if one was typed there."""
    for run in content:
        yield from (Run(word, run.language) for word in _WORD.findall(run.text) if word)


def _width(text: str, *, strong: bool) -> int:
    width = sum(_width_of(sign) for sign in text)
    return width * 9 // 8 if strong else width


def _width_of(sign: str) -> int:
    if sign in _NARROW:
        return 420
    if category(sign) in {"Mn", "Me", "Cf", "Cc"}:
        return 0
    if sign > _LAST_LETTER or east_asian_width(sign) in {"W", "F"}:
        return 1250
    if sign in _WIDE:
        return 1120
    return 800 if sign.isupper() else 660
