"""Languages: the words of a locale's language, out of a table of those that have been written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from accountkit.documents.formats import list_text, locale_of
from accountkit.errors import UsageError

__all__ = ["words_in"]

W = TypeVar("W")


def words_in(table: Mapping[str, W], locale: str, what: str) -> W:
    """The words of a locale's language; ``what`` is what is printed with them.

    Raises:
        UsageError: the locale is unknown, or the table has no words of its language.
    """
    language = locale_of(locale).language
    if language not in table:
        raise UsageError(
            "locale",
            f'{what} cannot be printed in "{locale}" yet',
            f"the languages are {list_text(list(table), locale='en')}",
        )
    return table[language]
