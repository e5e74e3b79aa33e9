"""Version words: complete in every language that documents are printed in."""

from __future__ import annotations

from datetime import date

import pytest

from accountkit.documents.version_words import VERSION_WORDS
from accountkit.documents.words import WORDS


def test_every_language_has_them() -> None:
    """A draft is told from a version in each language."""
    assert set(WORDS) <= set(VERSION_WORDS)


@pytest.mark.parametrize(
    "language, line",
    [
        ("en", "Version 2, in force from March 1, 2026"),
        ("fil", "Bersiyon 2, may bisa mula Marso 1, 2026"),
        ("ru", "Версия 2, действует с 1 марта 2026\u202fг."),
    ],
)
def test_the_line_of_a_version(language: str, line: str) -> None:
    """Its number, and the first day on which it holds in the words of the language."""
    assert line == VERSION_WORDS[language].version(2, date(2026, 3, 1))
