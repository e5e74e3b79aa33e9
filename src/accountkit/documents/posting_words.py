"""Posting words: what an advertisement says in each language besides the role's own words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from accountkit.roles.postings import PayUnit

__all__ = ["POSTING_WORDS", "PostingWords"]


@attrs.frozen(kw_only=True)
class PostingWords:
    """The words of one language; those in braces are filled in.

    ``opening`` is the first line of an advertisement, and ``per`` says what base pay is for.
    ``remote`` says that all of the work is remote, as searches for jobs ask for it.
    """

    language: str
    opening: str
    pay: str
    base_pay: str
    pay_range: str
    per: Mapping[PayUnit, str]
    place: str
    remote: str
    residence: str
    until: str
    apply_at: str


_ENGLISH = PostingWords(
    language="en",
    opening="Open position at {company}: {title}",
    pay="Pay",
    base_pay="Base pay: {sum} {per}",
    pay_range="{least} to {most}",
    per=MappingProxyType(
        {
            PayUnit.HOUR: "an hour",
            PayUnit.DAY: "a day",
            PayUnit.WEEK: "a week",
            PayUnit.MONTH: "a month",
            PayUnit.YEAR: "a year",
        }
    ),
    place="Place of work: {place}",
    remote="The work is 100% remote.",
    residence="Those who apply may live in: {countries}.",
    until="The last day to apply is {date}.",
    apply_at="Apply at {address}",
)

_FILIPINO = PostingWords(
    language="fil",
    opening="Bakanteng posisyon sa {company}: {title}",
    pay="Suweldo",
    base_pay="Batayang suweldo: {sum} {per}",
    pay_range="{least} hanggang {most}",
    per=MappingProxyType(
        {
            PayUnit.HOUR: "bawat oras",
            PayUnit.DAY: "bawat araw",
            PayUnit.WEEK: "bawat linggo",
            PayUnit.MONTH: "bawat buwan",
            PayUnit.YEAR: "bawat taon",
        }
    ),
    place="Lugar ng trabaho: {place}",
    remote="Ang buong trabaho ay gagawin nang malayuan (100% remote).",
    residence="Maaaring mag-apply ang mga nakatira sa: {countries}.",
    until="Tatanggap ng mga aplikasyon hanggang {date}.",
    apply_at="Mag-apply sa {address}",
)

_RUSSIAN = PostingWords(
    language="ru",
    opening="Вакансия в компании {company}: {title}",
    pay="Оплата труда",
    base_pay="Оклад: {sum} {per}",
    pay_range="от {least} до {most}",
    per=MappingProxyType(
        {
            PayUnit.HOUR: "в час",
            PayUnit.DAY: "в день",
            PayUnit.WEEK: "в неделю",
            PayUnit.MONTH: "в месяц",
            PayUnit.YEAR: "в год",
        }
    ),
    place="Место работы: {place}",
    remote="Вся работа выполняется удалённо (100%).",
    residence="Откликнуться могут те, кто живёт в одной из стран: {countries}.",
    until="Последний день приёма откликов: {date}",
    apply_at="Отклики принимаются по адресу {address}",
)

POSTING_WORDS: Mapping[str, PostingWords] = MappingProxyType(
    {words.language: words for words in (_ENGLISH, _FILIPINO, _RUSSIAN)}
)
"""The words of each language that documents are printed in."""
