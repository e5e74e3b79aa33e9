"""Validators of what a handbook says about itself: its languages, and how a table is written.

Those that any term may need are in ``accountkit.values.validators``.
"""

from __future__ import annotations

import codecs
from datetime import date, datetime
from typing import Any

import attrs

from accountkit.errors import InputError, TermsError
from accountkit.values._quotes import quoted
from accountkit.values.texts import check_language

__all__ = ["date_format", "decimal_mark", "encoding", "languages", "separator"]

_SPECIMEN = date(2026, 1, 31)


def languages(instance: object, field: attrs.Attribute[Any], value: tuple[str, ...]) -> None:
    """Refuse what is no language tag, and a language twice."""
    del instance
    for position, tag in enumerate(value):
        try:
            check_language(tag)
        except InputError as error:
            raise TermsError(
                error.subject, error.problem, error.remedy, path=(field.name, position)
            ) from None
        if tag in value[:position]:
            raise _wrong(field, f"{tag} stands twice", "keep one of them")


def separator(instance: object, field: attrs.Attribute[str], value: str) -> None:
    """Refuse what cannot stand between two columns."""
    del instance
    if len(value) != 1 or value in '"\r\n':
        raise _wrong(
            field,
            f"{quoted(value)} is not one character",
            'write one, such as ";" or "\\t" for a tab',
        )


def decimal_mark(instance: object, field: attrs.Attribute[str], value: str) -> None:
    """Refuse marks other than point and comma."""
    del instance
    if value not in {".", ","}:
        raise _wrong(field, f"{quoted(value)} stands before no decimals", 'write "." or ","')


def encoding(instance: object, field: attrs.Attribute[str], value: str) -> None:
    """Refuse an encoding that nobody knows, or that is not one of text."""
    del instance
    try:
        "".encode(codecs.lookup(value).name)
    except (LookupError, ValueError):
        raise _wrong(
            field, f"{quoted(value)} is not known", "use utf-8, or such as cp1251"
        ) from None


def date_format(instance: object, field: attrs.Attribute[str], value: str) -> None:
    """Refuse a format that does not tell year, month and day."""
    del instance
    if not _tells_the_day(value):
        raise _wrong(
            field,
            f"{quoted(value)} does not tell year, month and day",
            "use %Y, %m and %d, such as %d.%m.%Y",
        )


def _tells_the_day(form: str) -> bool:
    """Whether a day written in the format is the same day when it is read back."""
    if "%Y" not in form and "%y" not in form:
        return False  # newer Pythons warn of reading a day without its year
    try:
        told = datetime.strptime(f"{_SPECIMEN:{form}}", form).date()  # noqa: DTZ007 - a day only
    except ValueError:
        return False
    return told == _SPECIMEN


def _wrong(field: attrs.Attribute[Any], problem: str, remedy: str) -> TermsError:
    return TermsError(field.name.replace("_", " "), problem, remedy, path=(field.name,))
