"""Quotes: how a value that somebody wrote is shown inside a message."""

from __future__ import annotations

from accountkit.errors import InputError

__all__ = ["check_text", "quoted"]

_LONGEST = 60


def quoted(value: object) -> str:
    """The value in double quotes, on one line, cut when it is long.

    >>> quoted("Key Account")
    '"Key Account"'
    """
    text = str(value)
    if len(text) > _LONGEST:
        text = text[: _LONGEST - 1] + "…"
    shown = "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text)
    return f'"{shown}"'


def check_text(value: object, subject: str, remedy: str) -> str:
    """Give the value back if it is text.

    Raises:
        InputError: it is anything else.
    """
    if not isinstance(value, str):
        raise InputError(subject, f"{quoted(value)} is not text", remedy)
    return value
