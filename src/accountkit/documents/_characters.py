r"""Characters that no format can show, and what is written in their place.

Newlines come out as ``\n`` whatever the system that typed them. Other control characters, lone
surrogates and noncharacters become U+FFFD, so that every writer's output is valid UTF-8 text.
"""

from __future__ import annotations

import re

__all__ = ["printable"]

_NEWLINE = re.compile("\r\n|[\r\u0085\u2028\u2029\v\f]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def printable(text: str) -> str:
    r"""The text with one kind of newline and without characters that cannot be shown.

    >>> printable("a\r\nb\x00")
    'a\nb�'
    """
    return _UNPRINTABLE.sub("\ufffd", _NEWLINE.sub("\n", text))
