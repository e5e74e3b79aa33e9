"""Agenda words: what a list of recurring duties says of itself in each language.

Sentences are whole, with named gaps in braces. A gap never needs a grammatical case. A language
that agendas are printed in is in ``AGENDA_WORDS``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from accountkit.documents._languages import words_in
from accountkit.engine.duties import Status

__all__ = ["AGENDA_WORDS", "AgendaWords", "agenda_words_for"]


@attrs.frozen(kw_only=True)
class AgendaWords:
    """The words of one language for what falls due, what is done and what is late."""

    language: str
    title: str
    person: str
    period: str
    days: str
    as_of: str
    due: str
    clause: str
    duty: str
    in_time_until: str
    status: str
    done: str
    caption: str
    nothing: str
    unjudged: str
    statuses: Mapping[Status, str]
    from_description: str
    from_description_without_number: str


_ENGLISH = AgendaWords(
    language="en",
    title="Recurring duties: {name}",
    person="Name",
    period="Period",
    days="{first} to {last}",
    as_of="As of",
    due="Due",
    clause="Clause",
    duty="Duty",
    in_time_until="In time until",
    status="Status",
    done="Done on",
    caption="What falls due",
    nothing="Nothing falls due in this period.",
    unjudged="Duties whose days are not settled",
    statuses=MappingProxyType(
        {
            Status.UPCOMING: "upcoming",
            Status.DUE: "due",
            Status.DONE: "done",
            Status.DONE_LATE: "done late",
            Status.LATE: "late",
        }
    ),
    from_description="Job description: {role}, clause {number}",
    from_description_without_number="Job description: {role}",
)

_FILIPINO = AgendaWords(
    language="fil",
    title="Mga regular na tungkulin: {name}",
    person="Pangalan",
    period="Panahon",
    days="{first} hanggang {last}",
    as_of="Sa petsang",
    due="Takdang araw",
    clause="Talata",
    duty="Tungkulin",
    in_time_until="Nasa oras hanggang",
    status="Katayuan",
    done="Nagawa noong",
    caption="Mga itinakda",
    nothing="Walang tungkuling nakatakda sa panahong ito.",
    unjudged="Mga tungkuling wala pang takdang araw",
    statuses=MappingProxyType(
        {
            Status.UPCOMING: "paparating",
            Status.DUE: "dapat nang gawin",
            Status.DONE: "nagawa",
            Status.DONE_LATE: "nagawa nang huli",
            Status.LATE: "huli",
        }
    ),
    from_description="Deskripsiyon ng trabaho: {role}, talata {number}",
    from_description_without_number="Deskripsiyon ng trabaho: {role}",
)

_RUSSIAN = AgendaWords(
    language="ru",
    title="Периодические обязанности: {name}",
    person="Работник",
    period="Период",
    days="с {first} по {last}",
    as_of="По состоянию на",
    due="Срок",
    clause="Пункт",
    duty="Обязанность",
    in_time_until="Последний день",
    status="Состояние",
    done="Исполнено",
    caption="Сроки исполнения",
    nothing="В этом периоде сроков нет.",
    unjudged="Обязанности, сроки которых не установлены",
    statuses=MappingProxyType(
        {
            Status.UPCOMING: "предстоит",
            Status.DUE: "срок наступил",
            Status.DONE: "исполнено в срок",
            Status.DONE_LATE: "исполнено с опозданием",
            Status.LATE: "просрочено",
        }
    ),
    from_description="Должностная инструкция: {role}, пункт {number}",
    from_description_without_number="Должностная инструкция: {role}",
)

AGENDA_WORDS: Mapping[str, AgendaWords] = MappingProxyType(
    {words.language: words for words in (_ENGLISH, _FILIPINO, _RUSSIAN)}
)
"""The words of each language that agendas can be printed in."""


def agenda_words_for(locale: str) -> AgendaWords:
    """The words for a locale.

    Raises:
        UsageError: agendas are not printed in that language.
    """
    return words_in(AGENDA_WORDS, locale, "agendas")
