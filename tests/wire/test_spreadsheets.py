"""Spreadsheets: what could be taken for a formula is guarded, and all else stays as it is."""

from __future__ import annotations

import pytest

from accountkit.wire.spreadsheets import guarded, record, unguarded


@pytest.mark.parametrize(
    "text, safe",
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t'=1"),
        ("\r\n", "'\r\n"),
        (" =1", "' =1"),
        ("\u00a0=1", "'\u00a0=1"),
        ("\uff1d1+1", "'\uff1d1+1"),
        ("\uff0b1", "'\uff0b1"),
        ("\uff0d1", "'\uff0d1"),
        ("\uff20A1", "'\uff20A1"),
        ("Cruz;=1+1", "Cruz;'=1+1"),
        ("Cruz\n=1+1", "Cruz\n'=1+1"),
        ("'=1", "''=1"),
    ],
)
def test_what_a_spreadsheet_could_evaluate(text: str, safe: str) -> None:
    """An apostrophe stands before it, and is taken away on reading."""
    assert (safe, text) == (guarded(text), unguarded(safe))


@pytest.mark.parametrize(
    "text", ["", "Ana-Lisa", "a=b", "O'Hara", "'s Gravenhage", "Peñaflor, M. T.", "a - b", "1@2"]
)
def test_what_is_no_formula(text: str) -> None:
    """Nothing is changed that need not be."""
    assert (text, text) == (guarded(text), unguarded(text))


def test_a_record_is_as_the_standard_has_it() -> None:
    """Quotes where a text has the separator, a quote or a line end; quotes inside are doubled."""
    assert 'a,"b,c","say ""so""","two\nlines",\r\n' == record(
        ["a", "b,c", 'say "so"', "two\nlines", ""]
    )


def test_a_record_with_another_separator() -> None:
    """A comma then needs no quotes."""
    assert '1,5;"a;b"\r\n' == record(["1,5", "a;b"], ";")
