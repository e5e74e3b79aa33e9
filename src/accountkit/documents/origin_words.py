"""Origin words: how the explanation of a role says, in each language, where a line comes from.

Sentences are whole, with named gaps in braces. A gap never needs a grammatical case.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from accountkit.documents._languages import words_in
from accountkit.roles.inheritance import Stage
from accountkit.roles.qualities import QualityNature
from accountkit.roles.resolution import DeedKind

__all__ = ["ORIGIN_WORDS", "OriginWords", "origin_words_for"]


@attrs.frozen(kw_only=True)
class OriginWords:
    """The words of one language for where lines come from."""

    language: str
    heading: str
    removed: str
    held_out: str
    deeds: Mapping[DeedKind, str]
    role: str
    stages: Mapping[Stage, str]
    before: str
    because: str
    rows: str
    item: str
    party_chosen: str
    party_only: str
    limit_granted: str
    limit_open: str
    plan_named: str
    law: str
    natures: Mapping[QualityNature, str]


_ENGLISH = OriginWords(
    language="en",
    heading="Where each line comes from",
    removed="Removed",
    held_out="Held out of print",
    deeds=MappingProxyType(
        {
            DeedKind.WRITTEN: "Written in {layer}",
            DeedKind.ADDED: "Added in {layer}",
            DeedKind.OVERRIDDEN: "Replaced in {layer}",
            DeedKind.REWORDED: "Reworded in {layer}",
            DeedKind.REMOVED: "Removed in {layer}",
        }
    ),
    role="role {name}",
    stages=MappingProxyType(
        {Stage.COMPANY: "the company's choices", Stage.POSITION: "the choices for {name}"}
    ),
    before="it said before: “{text}”",
    because="because {reason}",
    rows="Source: {rows}",
    item="The wording is shared: library item {item}",
    party_chosen="{id}: {value}, as chosen",
    party_only="{id}: {value}, the only office that the role allows",
    limit_granted="{id}: {value}, as granted",
    limit_open="{id}: no figure is granted",
    plan_named="{id}: called “{value}” here",
    law="{id}: {value}",
    natures=MappingProxyType(
        {
            QualityNature.LOOKS: "looks",
            QualityNature.CHARM: "charm",
            QualityNature.TEMPERAMENT: "temperament",
            QualityNature.HOBBY: "hobby",
            QualityNature.HUMOUR: "humour",
            QualityNature.SEX: "sex",
            QualityNature.AGE: "age",
        }
    ),
)

_FILIPINO = OriginWords(
    language="fil",
    heading="Saan galing ang bawat linya",
    removed="Mga inalis",
    held_out="Mga hindi inilimbag",
    deeds=MappingProxyType(
        {
            DeedKind.WRITTEN: "Nakasulat sa {layer}",
            DeedKind.ADDED: "Idinagdag sa {layer}",
            DeedKind.OVERRIDDEN: "Pinalitan sa {layer}",
            DeedKind.REWORDED: "Binago ang pananalita sa {layer}",
            DeedKind.REMOVED: "Inalis sa {layer}",
        }
    ),
    role="papel na {name}",
    stages=MappingProxyType(
        {Stage.COMPANY: "mga pinili ng kompanya", Stage.POSITION: "mga pinili para sa {name}"}
    ),
    before="dati ay ganito: “{text}”",
    because="dahil: {reason}",
    rows="Pinagmulan: {rows}",
    item="Pinagsasaluhan ang pananalita: {item} sa aklatan",
    party_chosen="{id}: {value}, ayon sa pinili",
    party_only="{id}: {value}, ang tanging pinapayagan ng papel",
    limit_granted="{id}: {value}, ayon sa ipinagkaloob",
    limit_open="{id}: walang ipinagkaloob na bilang",
    plan_named="{id}: “{value}” ang tawag dito",
    law="{id}: {value}",
    natures=MappingProxyType(
        {
            QualityNature.LOOKS: "hitsura",
            QualityNature.CHARM: "alindog",
            QualityNature.TEMPERAMENT: "temperamento",
            QualityNature.HOBBY: "libangan",
            QualityNature.HUMOUR: "pagpapatawa",
            QualityNature.SEX: "kasarian",
            QualityNature.AGE: "edad",
        }
    ),
)

_RUSSIAN = OriginWords(
    language="ru",
    heading="Откуда взята каждая строка",
    removed="Исключено",
    held_out="Не печатается",
    deeds=MappingProxyType(
        {
            DeedKind.WRITTEN: "Написано: {layer}",
            DeedKind.ADDED: "Добавлено: {layer}",
            DeedKind.OVERRIDDEN: "Заменено: {layer}",
            DeedKind.REWORDED: "Изложено иначе: {layer}",
            DeedKind.REMOVED: "Исключено: {layer}",
        }
    ),
    role="роль {name}",
    stages=MappingProxyType(
        {Stage.COMPANY: "решения компании", Stage.POSITION: "решения для {name}"}
    ),
    before="прежде было: «{text}»",
    because="причина: {reason}",
    rows="Источник: {rows}",
    item="Общая формулировка: пункт библиотеки {item}",
    party_chosen="{id}: {value}, по выбору компании",
    party_only="{id}: {value}, единственная допустимая должность",
    limit_granted="{id}: {value}, предоставлено компанией",
    limit_open="{id}: число не задано",
    plan_named="{id}: здесь называется «{value}»",
    law="{id}: {value}",
    natures=MappingProxyType(
        {
            QualityNature.LOOKS: "внешность",
            QualityNature.CHARM: "обаяние",
            QualityNature.TEMPERAMENT: "темперамент",
            QualityNature.HOBBY: "увлечения",
            QualityNature.HUMOUR: "юмор",
            QualityNature.SEX: "пол",
            QualityNature.AGE: "возраст",
        }
    ),
)

ORIGIN_WORDS: Mapping[str, OriginWords] = MappingProxyType(
    {words.language: words for words in (_ENGLISH, _FILIPINO, _RUSSIAN)}
)
"""The words of each language that roles are explained in."""


def origin_words_for(locale: str) -> OriginWords:
    """The words of a locale's language.

    Raises:
        UsageError: roles are not explained in that language.
    """
    return words_in(ORIGIN_WORDS, locale, "explanations of roles")
