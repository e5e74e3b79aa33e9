"""Version words: what drafts, versions and the sheets to sign say in each language.

The words of the description itself are in ``accountkit.documents.words``.
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
    """The words of one language; ``version`` has a gap for the number, ``in_force`` for the day."""

    language: str
    draft: str
    version: str
    in_force: str
    agreed: str
    sheet: str
    fingerprint: str
    name: str
    post: str
    date: str
    signature: str

    def lines(self, number: int, effective_from: dt.date) -> tuple[str, str]:
        """Which version a text is, and from which day on it holds."""
        day = date_text(effective_from, locale=self.language)
        return self.version.format(number=number), self.in_force.format(day=day)


_ENGLISH = VersionWords(
    language="en",
    draft="DRAFT",
    version="Version {number}",
    in_force="In force from {day}",
    agreed="AGREED",
    sheet="Acquaintance sheet",
    fingerprint="Fingerprint of the text",
    name="Name",
    post="Post",
    date="Date",
    signature="Signature",
)

_FILIPINO = VersionWords(
    language="fil",
    draft="BURADOR",
    version="Bersiyon {number}",
    in_force="May bisa mula {day}",
    agreed="SINANG-AYUNAN",
    sheet="Talaan ng pagbasa",
    fingerprint="Tatak ng teksto",
    name="Pangalan",
    post="Posisyon",
    date="Petsa",
    signature="Lagda",
)

_RUSSIAN = VersionWords(
    language="ru",
    draft="ПРОЕКТ",
    version="Редакция {number}",
    in_force="Действует с {day}",
    agreed="СОГЛАСОВАНО",
    sheet="Лист ознакомления",
    fingerprint="Контрольная сумма текста",
    name="Фамилия, имя, отчество",
    post="Должность",
    date="Дата",
    signature="Подпись",
)

VERSION_WORDS: Mapping[str, VersionWords] = MappingProxyType(
    {words.language: words for words in (_ENGLISH, _FILIPINO, _RUSSIAN)}
)
"""The words by language: at least those that documents are printed in."""
