"""The index of the catalogue: its roles by title and alias, in any of their languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import attrs

from accountkit.handbook.catalogue import CATALOGUE_ROLES
from accountkit.roles.inheritance import DerivedRole
from accountkit.roles.role import Role
from accountkit.values.texts import PLAIN, Text, base_form

__all__ = ["CatalogueEntry", "catalogue_entries", "search_catalogue"]

_WORD = re.compile(r"\w+")


@attrs.frozen(kw_only=True)
class CatalogueEntry:
    """A ready-made role as the index knows it."""

    id: str
    title: Text
    aliases: tuple[Text, ...]
    extends: tuple[str, ...]
    family: str | None
    level: str | None
    specialty: str | None

    def title_in(self, language: str) -> str:
        """The title as it stands in a list.

        Raises:
            MissingTextError: the title is not written in the language.
        """
        return self.title.get(language, base_form(language))

    def names(self) -> Iterator[str]:
        """Every title and alias, in every language and form."""
        for text in (self.title, *self.aliases):
            for language in text.languages:
                yield from _names(text, language)


def catalogue_entries() -> tuple[CatalogueEntry, ...]:
    """Every ready-made role, in alphabetical order of their ids."""
    return tuple(_entry(role) for role in CATALOGUE_ROLES.values())


def search_catalogue(words: str) -> tuple[CatalogueEntry, ...]:
    """The roles of which a title or alias has words that begin with each of the words asked for.

    Case and accents do not matter. Roles with just this title or alias come first.

    >>> [entry.id for entry in search_catalogue("key acc")]
    ['key-account-manager']
    """
    wanted = _folded(words)
    found: list[tuple[bool, str, CatalogueEntry]] = []
    for entry in catalogue_entries():
        names = [_folded(name) for name in entry.names()]
        if wanted and any(_begins(wanted, name) for name in names):
            found.append((wanted not in names, entry.id, entry))
    return tuple(entry for *_, entry in sorted(found, key=lambda item: item[:2]))


def _entry(role: Role | DerivedRole) -> CatalogueEntry:
    return CatalogueEntry(
        id=role.id,
        title=role.title,
        aliases=role.aliases,
        extends=role.extends if isinstance(role, DerivedRole) else (),
        family=role.family,
        level=role.level,
        specialty=role.specialty,
    )


def _names(text: Text, language: str) -> list[str]:
    """The forms of a title, the one in which it stands alone first."""
    base = base_form(language)
    forms = sorted(text.forms(language), key=lambda form: form not in {base, PLAIN})
    return [text.get(language, form) for form in forms]


def _folded(words: str) -> list[str]:
    """The words in small letters without accents."""
    letters = unicodedata.normalize("NFKD", words.casefold())
    return _WORD.findall("".join(sign for sign in letters if not unicodedata.combining(sign)))


def _begins(wanted: list[str], name: list[str]) -> bool:
    return all(any(word.startswith(start) for word in name) for start in wanted)
