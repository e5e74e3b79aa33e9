"""Chart words: what an organisation chart says of itself in each language.

Sentences are whole, with named gaps in braces. A gap never needs a grammatical case, since names
of people and companies have none here. Why somebody is absent is never said: a chart is for all to
see. A language that charts are drawn in is in ``CHART_WORDS``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

import attrs

from accountkit.documents._languages import words_in
from accountkit.documents.formats import date_text
from accountkit.roles.substitution import SubstitutionMode

__all__ = ["CHART_WORDS", "ChartWords", "chart_words_for"]


@attrs.frozen(kw_only=True)
class ChartWords:
    """The words of one language; ``acting`` are those for a deputy, by the mode of the order."""

    language: str
    title: str
    description: str
    vacant: str
    absent: str
    absent_until: str
    acting: Mapping[SubstitutionMode, str]
    some_clauses: str
    from_to: str
    from_on: str

    def absence(self, until: dt.date | None) -> str:
        """That somebody is absent, and until when if that is known."""
        if until is None:
            return self.absent
        return self.absent_until.format(last=date_text(until, locale=self.language))

    def days(self, start: dt.date, until: dt.date | None) -> str:
        """From a first day to a last one, or from a day on."""
        first = date_text(start, locale=self.language)
        if until is None:
            return self.from_on.format(first=first)
        return self.from_to.format(first=first, last=date_text(until, locale=self.language))


_ENGLISH = ChartWords(
    language="en",
    title="Organisation of {company} on {date}",
    description="Who reports to whom. Boxes with dashed lines are deputies.",
    vacant="vacant",
    absent="absent",
    absent_until="absent until {last}",
    acting=MappingProxyType(
        {
            SubstitutionMode.TRANSFER: "Acting: {name}",
            SubstitutionMode.SHARE: "Assisting: {name}",
        }
    ),
    some_clauses="for some clauses only",
    from_to="{first} to {last}",
    from_on="from {first} on",
)

_FILIPINO = ChartWords(
    language="fil",
    title="Estruktura ng organisasyon ng {company} sa petsang {date}",
    description=(
        "Kung sino ang nag-uulat at kung kanino. Mga kahalili ang nasa mga kahong putol-putol ang"
        " guhit."
    ),
    vacant="bakante",
    absent="liban",
    absent_until="liban hanggang {last}",
    acting=MappingProxyType(
        {
            SubstitutionMode.TRANSFER: "Kahalili: {name}",
            SubstitutionMode.SHARE: "Katuwang: {name}",
        }
    ),
    some_clauses="para sa ilang sugnay lamang",
    from_to="{first} hanggang {last}",
    from_on="mula {first}",
)

_RUSSIAN = ChartWords(
    language="ru",
    title="{company}: организационная структура на {date}",
    description="Кто кому подчиняется. В пунктирных рамках указаны замещающие работники.",
    vacant="вакансия",
    absent="отсутствует",
    absent_until="отсутствует по {last}",
    acting=MappingProxyType(
        {
            SubstitutionMode.TRANSFER: "Замещает: {name}",
            SubstitutionMode.SHARE: "Помогает: {name}",
        }
    ),
    some_clauses="только по отдельным пунктам",
    from_to="с {first} по {last}",
    from_on="с {first}",
)

CHART_WORDS: Mapping[str, ChartWords] = MappingProxyType(
    {words.language: words for words in (_ENGLISH, _FILIPINO, _RUSSIAN)}
)
"""The words of each language that charts can be drawn in."""


def chart_words_for(locale: str) -> ChartWords:
    """The words for a locale.

    Raises:
        UsageError: charts cannot be printed in that language.
    """
    return words_in(CHART_WORDS, locale, "charts")
