"""Idents: the stable names that clauses, people, plans and deals are referred to by.

An ident is plain text; a printed number or a title is never one. Numbers that are printed are in
``accountkit.values.clauses``, titles in ``accountkit.values.texts``.
"""

from __future__ import annotations

import re

from accountkit.errors import InputError
from accountkit.values._quotes import check_text, quoted

__all__ = ["MAX_LENGTH", "check_ident"]

MAX_LENGTH = 100

_IDENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_RULE = f'use letters a to z, digits, "-", "_" and ".", at most {MAX_LENGTH} of them'


def check_ident(text: str, subject: str = "id") -> str:
    """Give the text back if it can serve as a name to refer to.

    Letters and digits are those of ASCII, and the first character is one of them. Upper and lower
    case differ.

    Raises:
        InputError: the text is empty, too long or holds any other character.

    >>> check_ident("duty.advise-order")
    'duty.advise-order'
    """
    if not check_text(text, subject, "write it in quotes"):
        raise InputError(subject, "is empty", _RULE)
    if len(text) > MAX_LENGTH:
        raise InputError(subject, f"{quoted(text)} has {len(text)} characters", _RULE)
    if not _IDENT.fullmatch(text):
        raise InputError(subject, f"{quoted(text)} {_fault(text)}", _RULE)
    return text


def _fault(text: str) -> str:
    strange = next((sign for sign in text if not _IDENT.fullmatch("a" + sign)), None)
    if strange is None:
        return f'starts with "{text[0]}", not with a letter or digit'
    return "holds a space" if strange == " " else f"holds {quoted(strange)}"
