"""The index of the catalogue: roles found by what people call them, in any language."""

from __future__ import annotations

import pytest

from accountkit import catalogue
from accountkit.handbook.catalogue_index import catalogue_entries, search_catalogue


def found(words: str) -> list[str]:
    """Ids of the roles found."""
    return [entry.id for entry in search_catalogue(words)]


def test_every_role_is_listed() -> None:
    """In alphabetical order of their ids, with a title in each language of documents."""
    entries = catalogue_entries()

    assert list(catalogue.role_ids()) == [entry.id for entry in entries]
    for entry in entries:
        assert {"en", "fil", "ru"} <= set(entry.title.languages), entry.id


@pytest.mark.parametrize(
    "words",
    [
        "key account manager",
        "KEY ACC",
        "manager key",
        "ключевыми",
        "КЛЮЧЕВЫМИ КЛИЕНТАМИ",
        "key client",
    ],
)
def test_a_role_is_found_by_how_its_words_begin(words: str) -> None:
    """Title or alias, any language, any form, any order, whatever the case."""
    assert "key-account-manager" in found(words)


def test_just_the_title_comes_first() -> None:
    """Whoever types a whole title wants that role."""
    assert "client-manager" == found("client manager")[0]
    assert len(found("client manager")) > 1


@pytest.mark.parametrize("words", ["", "  ", "?", "zookeeper", "ccount"])
def test_what_is_no_beginning_finds_nothing(words: str) -> None:
    """Neither an empty search nor the middle of a word."""
    assert [] == found(words)


def test_accents_do_not_matter() -> None:
    """Nobody is kept from a role by a keyboard."""
    assert found("ключевыми") == found("ключе\u0301выми")
