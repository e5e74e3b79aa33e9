"""Spreadsheets: records of CSV whose texts no spreadsheet takes for formulas.

Records are as RFC 4180 has them. Spreadsheets evaluate what looks like a formula, also in a name,
so an apostrophe goes before every such place of a text, and is taken away again on reading. Only
texts are guarded: a number below zero starts with a minus and stays a number.

Source:
    RFC 4180; OWASP, "CSV Injection".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["guarded", "record", "unguarded"]

# A formula starts with one of these signs, narrow or full width, and blanks before it are skipped
# by some programs. It may stand at the start of a cell, or after a sign that a program with other
# settings takes for the end of a cell. A cell that starts with a tab or a line end is another way
# in. Apostrophes in between may be the text's own, and get one more.
_SIGNS = r"=+\-@\uff1d\uff0b\uff0d\uff20"
_AT_START = rf"(?=['\s]*[{_SIGNS}\t\r\n])"
_INSIDE = rf"(?=['\s]*[{_SIGNS}])"
_ENDS = r"(?<=[,;|\t\r\n])"
_OPEN = re.compile(rf"\A{_AT_START}|{_ENDS}{_INSIDE}")
_GUARDED = re.compile(rf"\A'{_AT_START}|{_ENDS}'{_INSIDE}")


def guarded(text: str) -> str:
    """The text with an apostrophe wherever a spreadsheet could see a formula begin.

    >>> guarded("=2+3"), guarded("Ana-Lisa"), guarded("a;@b")
    ("'=2+3", 'Ana-Lisa', "a;'@b")
    """
    return _OPEN.sub("'", text)


def unguarded(text: str) -> str:
    """The text that ``guarded`` was given.

    >>> unguarded("'=2+3"), unguarded("'s Gravenhage")
    ('=2+3', "'s Gravenhage")
    """
    return _GUARDED.sub("", text)


def record(cells: Iterable[str], separator: str = ",") -> str:
    r"""One record with its line end; a cell is in quotes where its text asks for them.

    >>> record(["1", 'the "net" sum', "a,b"])
    '1,"the ""net"" sum","a,b"\r\n'
    """
    return separator.join(_field(cell, separator) for cell in cells) + "\r\n"


def _field(cell: str, separator: str) -> str:
    if any(sign in cell for sign in (separator, '"', "\r", "\n")):
        return '"' + cell.replace('"', '""') + '"'
    return cell
