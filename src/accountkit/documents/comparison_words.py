"""Comparison words: how two descriptions of a role are told apart in each language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from accountkit.documents._languages import words_in
from accountkit.roles.comparison import ChangeKind, Nature

__all__ = ["COMPARISON_WORDS", "ComparisonWords", "comparison_words_for"]


@attrs.frozen(kw_only=True)
class ComparisonWords:
    """The words of one language for what differs."""

    language: str
    heading: str
    same: str
    kinds: Mapping[ChangeKind, str]
    natures: Mapping[Nature, str]
    wording: str
    nothing: str
    elsewhere: str


_ENGLISH = ComparisonWords(
    language="en",
    heading="What differs: {old} → {new}",
    same="Nothing differs.",
    kinds=MappingProxyType(
        {
            ChangeKind.GAINED: "Gained",
            ChangeKind.LOST: "Lost",
            ChangeKind.CHANGED: "Changed",
        }
    ),
    natures=MappingProxyType(
        {
            Nature.ATTRIBUTE: "The role itself",
            Nature.PROVISION: "General provisions",
            Nature.DUTY: "Duties",
            Nature.RIGHT: "Rights",
            Nature.LIMIT: "Limits",
            Nature.RESPONSIBILITY: "Responsibilities",
            Nature.TARGET: "Targets",
            Nature.REQUIREMENT: "Requirements",
            Nature.KNOWLEDGE: "Knowledge",
            Nature.SKILL: "Skills",
            Nature.QUALITY: "Qualities",
            Nature.CONDITION: "Conditions of work",
            Nature.PARTY: "Offices",
            Nature.RELATION: "Relations",
            Nature.DOCUMENT: "Papers",
            Nature.PAY: "Ways of pay",
            Nature.CAREER: "Career steps",
        }
    ),
    wording="wording",
    nothing="nothing",
    elsewhere="Wording also differs in {language}: {items}",
)

_FILIPINO = ComparisonWords(
    language="fil",
    heading="Mga pagkakaiba: {old} → {new}",
    same="Walang pagkakaiba.",
    kinds=MappingProxyType(
        {
            ChangeKind.GAINED: "Nadagdag",
            ChangeKind.LOST: "Nawala",
            ChangeKind.CHANGED: "Nabago",
        }
    ),
    natures=MappingProxyType(
        {
            Nature.ATTRIBUTE: "Ang papel mismo",
            Nature.PROVISION: "Mga pangkalahatang probisyon",
            Nature.DUTY: "Mga tungkulin",
            Nature.RIGHT: "Mga karapatan",
            Nature.LIMIT: "Mga hangganan",
            Nature.RESPONSIBILITY: "Mga pananagutan",
            Nature.TARGET: "Mga target",
            Nature.REQUIREMENT: "Mga kinakailangan",
            Nature.KNOWLEDGE: "Kaalaman",
            Nature.SKILL: "Mga kasanayan",
            Nature.QUALITY: "Mga katangian",
            Nature.CONDITION: "Mga kondisyon ng trabaho",
            Nature.PARTY: "Mga katungkulan",
            Nature.RELATION: "Mga ugnayan",
            Nature.DOCUMENT: "Mga dokumento",
            Nature.PAY: "Mga paraan ng bayad",
            Nature.CAREER: "Mga hakbang sa karera",
        }
    ),
    wording="pananalita",
    nothing="wala",
    elsewhere="May pagkakaiba rin sa pananalita sa {language}: {items}",
)

_RUSSIAN = ComparisonWords(
    language="ru",
    heading="Различия: {old} → {new}",
    same="Различий нет.",
    kinds=MappingProxyType(
        {
            ChangeKind.GAINED: "Добавлено",
            ChangeKind.LOST: "Исключено",
            ChangeKind.CHANGED: "Изменено",
        }
    ),
    natures=MappingProxyType(
        {
            Nature.ATTRIBUTE: "Сама роль",
            Nature.PROVISION: "Общие положения",
            Nature.DUTY: "Обязанности",
            Nature.RIGHT: "Права",
            Nature.LIMIT: "Лимиты",
            Nature.RESPONSIBILITY: "Ответственность",
            Nature.TARGET: "Показатели",
            Nature.REQUIREMENT: "Требования",
            Nature.KNOWLEDGE: "Знания",
            Nature.SKILL: "Навыки",
            Nature.QUALITY: "Качества",
            Nature.CONDITION: "Условия работы",
            Nature.PARTY: "Должности",
            Nature.RELATION: "Отношения",
            Nature.DOCUMENT: "Документы",
            Nature.PAY: "Виды оплаты",
            Nature.CAREER: "Карьерные шаги",
        }
    ),
    wording="формулировка",
    nothing="ничего",
    elsewhere="Формулировки различаются и на языке {language}: {items}",
)

COMPARISON_WORDS: Mapping[str, ComparisonWords] = MappingProxyType(
    {words.language: words for words in (_ENGLISH, _FILIPINO, _RUSSIAN)}
)
"""The words of each language that roles are compared in."""


def comparison_words_for(locale: str) -> ComparisonWords:
    """The words of a locale's language.

    Raises:
        UsageError: roles are not compared in that language.
    """
    return words_in(COMPARISON_WORDS, locale, "comparisons")
