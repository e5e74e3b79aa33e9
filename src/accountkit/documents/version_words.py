"""Version words: what drafts, versions and the sheets to sign say in each language.

Sentences are whole, with named gaps in braces. The words of the description itself are in
``accountkit.documents.words``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from accountkit.documents.formats import date_text

if TYPE_CHECKING:
    import datetime as dt

__all__ = ["VERSION_WORDS", "VersionWords"]


@attrs.frozen(kw_only=True)
class VersionWords:
    """The words of one language; ``in_force`` has the gaps ``number`` and ``day``."""

    language: str
    draft: str
    in_force: str
    agreed: str
    sheet: str
    fingerprint: str
    name: str
    position: str
    date: str
    signature: str

    def version(self, number: int, effective_from: dt.date) -> str:
        """Which version a text is, and from when it holds."""
        day = date_text(effective_from, locale=self.language)
        return self.in_force.format(number=number, day=day)


_ENGLISH = VersionWords(
    language="en",
    draft="DRAFT",
    in_force="Version {number}, in force from {day}",
    agreed="AGREED",
    sheet="Acquaintance sheet",
    fingerprint="Fingerprint of the text",
    name="Name",
    position="Position",
    date="Date",
    signature="Signature",
)

_FILIPINO = VersionWords(
    language="fil",
    draft="BURADOR",
    in_force="Bersiyon {number}, may bisa mula {day}",
    agreed="SINANG-AYUNAN",
    sheet="Talaan ng mga nakabasa",
    fingerprint="Tatak ng teksto",
    name="Pangalan",
    position="Posisyon",
    date="Petsa",
    signature="Lagda",
)

_RUSSIAN = VersionWords(
    language="ru",
    draft="ПРОЕКТ",
    in_force="Версия {number}, действует с {day}",
    agreed="СОГЛАСОВАНО",
    sheet="Лист ознакомления",
    fingerprint="Контрольная сумма текста",
    name="Фамилия, имя, отчество",
    position="Должность",
    date="Дата",
    signature="Подпись",
)

VERSION_WORDS: Mapping[str, VersionWords] = MappingProxyType(
    {words.language: words for words in (_ENGLISH, _FILIPINO, _RUSSIAN)}
)
"""The words by language: at least those that documents are printed in."""
