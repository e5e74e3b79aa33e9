"""Spelling: every word of the catalogue and of the documents' own, by Debian's dictionaries.

English is British. What a dictionary lacks, and is right all the same, stands in
``words/LANGUAGE.txt``; a word there with a small letter may be written with a capital, too.
"""

from __future__ import annotations

import os
import pkgutil
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, cast

import attrs
import pytest

from accountkit import documents
from accountkit.documents.words import WORDS

Written = tuple[tuple[str, Mapping[str, Mapping[str, str]]], ...]
"""Texts with their places, as the fixture ``written`` gives them."""

LANGUAGES = tuple(WORDS)
LISTS = Path(__file__).parent / "words"
IN_CI = os.environ.get("CI", "").lower() == "true"

SPELLERS = {
    "en": ("aspell", "--lang=en_GB", "--encoding=utf-8", "list"),
    "fil": ("aspell", "--lang=tl", "--encoding=utf-8", "list"),
    "ru": ("hunspell", "-d", "ru_RU", "-i", "utf-8", "-l"),
}
"""Each reads words and prints those that it does not know."""

NO_WORDS = frozenset({"language", "title_form"})
"""Fields of tables of words that name something else."""

SPECIMENS = {"en": ("colour", "colouur"), "fil": ("trabaho", "trabahho"), "ru": ("труд", "тррруд")}
"""A word that each dictionary knows, and one that it does not."""

REFERENCE = re.compile(r"\{[^{}]*\}(-\w+)?")
"""What print fills in, with an ending that goes with it: "{level}-й"."""

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@pytest.fixture(scope="module")
def used(written: Written) -> Mapping[str, Mapping[str, str]]:
    """Every word in each language, with the place where it stands first."""
    words: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    for place, text in written:
        for language, forms in text.items():
            for wording in forms.values():
                note(words[language], wording, place)
    for module, table in word_tables():
        for language in LANGUAGES:
            for wording in strings(table[language]):
                note(words[language], wording, f"documents/{module}.py")
    return words


def word_tables() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """What documents say of themselves: each table by language in a module of words."""
    for module in pkgutil.iter_modules(documents.__path__):
        if module.name.endswith("words"):
            for value in vars(import_module(f"{documents.__name__}.{module.name}")).values():
                table = cast("Mapping[str, Any]", value)
                if isinstance(value, Mapping) and set(LANGUAGES) == set(table):
                    yield module.name, table


def note(words: dict[str, str], wording: str, place: str) -> None:
    """Remember the words of a wording."""
    for word in WORD.findall(REFERENCE.sub(" ", wording)):
        words.setdefault(word, place)


def strings(value: Any) -> Iterator[str]:
    """Every text inside a table of words; names of languages and forms are none."""
    if isinstance(value, str):
        yield value
    elif hasattr(value, "__attrs_attrs__"):
        fields = attrs.asdict(value, recurse=False)
        yield from strings([fields[name] for name in fields if name not in NO_WORDS])
    elif isinstance(value, Mapping):
        yield from strings(list(cast("Mapping[object, object]", value).values()))
    elif isinstance(value, list):
        for item in cast("list[object]", value):
            yield from strings(item)


def misspelt(language: str, words: list[str]) -> set[str]:
    """The words that a dictionary does not know, in one run of its program.

    Without the program or the dictionary a test is skipped; in CI it fails.
    """
    program, *arguments = SPELLERS[language]
    known, unknown = SPECIMENS[language]
    found = shutil.which(program)
    if found is not None:
        done = subprocess.run(
            [found, *arguments],
            check=False,
            capture_output=True,
            encoding="utf-8",
            env={"HOME": "/nonexistent", "LC_ALL": "C.UTF-8"},
            input="\n".join([known, unknown, *words, ""]),
        )
        told = set(done.stdout.split())
        if done.returncode == 0 and known not in told and unknown in told:
            return told - {unknown}
    reason = f"{' '.join(SPELLERS[language])} does not work here; install the dictionary"
    if IN_CI:
        pytest.fail(reason)
    pytest.skip(reason)


def listed(language: str) -> list[str]:
    """The project's own words."""
    return (LISTS / f"{language}.txt").read_text(encoding="utf-8").split("\n")[:-1]


def small(word: str) -> str:
    """The word as it stands inside a sentence."""
    return word[:1].lower() + word[1:]


def test_every_table_of_words_is_found() -> None:
    """Documents, statements and explanations each have a table."""
    assert {"words", "pay_words", "origin_words"} <= {module for module, _ in word_tables()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_spelt_as_a_dictionary_has_it(
    used: Mapping[str, Mapping[str, str]], language: str
) -> None:
    """A new word is either a mistake or goes into ``words/``, after somebody looked at it."""
    known = set(listed(language))
    words = [word for word in used[language] if word not in known and small(word) not in known]
    wrong = misspelt(language, words)
    told = sorted(f"{word} ({used[language].get(word, 'part of a word')})" for word in wrong)

    assert [] == told, "\n".join(told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_listed_word_is_in_use(used: Mapping[str, Mapping[str, str]], language: str) -> None:
    """A list does not grow old: what nothing uses any more is taken out."""
    standing = {*used[language], *map(small, used[language])}

    assert [] == [word for word in listed(language) if word not in standing]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_listed_word_is_needed(language: str) -> None:
    """What a dictionary knows needs no listing."""
    words = listed(language)

    assert set(words) == misspelt(language, words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_are_sorted_and_have_each_word_once(language: str) -> None:
    """Two people who add words then seldom touch the same line."""
    assert sorted(set(listed(language))) == listed(language)


def test_yo_is_written_where_it_is_spoken(
    used: Mapping[str, Mapping[str, str]], morphology: Any
) -> None:
    """One way through the whole catalogue, and the one that reads aloud: "учёт", not "учет"."""
    assert [] == [
        f"{word} ({place})"
        for word, place in used["ru"].items()
        if all("ё" in parse.word for parse in morphology.parse(word.lower()))
        and "ё" not in word.lower()
    ]
