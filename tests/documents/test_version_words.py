"""Version words: complete in every language that documents are printed in."""

from __future__ import annotations

from datetime import date

import pytest

from accountkit.documents.version_words import VERSION_WORDS
from accountkit.documents.words import WORDS

NNBSP = "\u202f"


def test_every_language_has_them() -> None:
    """A draft is told from a version in each language."""
    assert set(WORDS) == set(VERSION_WORDS)


@pytest.mark.parametrize(
    "language, lines",
    [
        ("en", ("Version 2", "In force from March 1, 2026")),
        ("fil", ("Bersiyon 2", "May bisa mula Marso 1, 2026")),
        ("ru", ("Редакция 2", f"Действует с 1 марта 2026{NNBSP}г.")),
    ],
)
def test_the_lines_of_a_version(language: str, lines: tuple[str, str]) -> None:
    """Its number, and the first day on which it holds in the words of the language."""
    assert lines == VERSION_WORDS[language].lines(2, date(2026, 3, 1))
