"""Words: what documents say of themselves in each language, apart from any role's own clauses.

A language is printed when it is in ``WORDS``; all of its words are required. Counted words are
chosen by CLDR category: in Filipino ``other`` holds for numbers that end in 4, 6 or 9, which
take the linker *na*.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from accountkit.documents.formats import decimal_text, locale_of, plural_category
from accountkit.errors import UsageError
from accountkit.roles.conditions import Condition
from accountkit.values.texts import MissingTextError

__all__ = ["WORDS", "Counted", "Words", "words_for"]

_MONTHS_A_YEAR = 12


@attrs.frozen
class Counted:
    """A counted noun in one grammatical form; ``{n}`` stands for the number."""

    one: str
    other: str

    def of(self, count: int, *, locale: str) -> str:
        """So many of them."""
        category = plural_category(count, locale=locale)
        pattern = self.one if category == "one" else self.other
        return pattern.replace("{n}", decimal_text(count, locale=locale))


@attrs.frozen(kw_only=True)
class Words:
    """The words of one language; ``years`` and ``months`` are by grammatical form."""

    language: str
    job_description: str
    approved: str
    name_blank: str
    signature: str
    date: str
    conditions: Mapping[Condition, str]
    years: Mapping[str, Counted]
    months: Mapping[str, Counted]

    def duration(self, months: int, form: str) -> str:
        """A length of time in whole years where it is whole years, else in months.

        Raises:
            MissingTextError: the language has no such grammatical form.
        """
        whole_years = months % _MONTHS_A_YEAR == 0
        nouns = self.years if whole_years else self.months
        if form not in nouns:
            raise MissingTextError(self.language, form, f"use one of {', '.join(nouns)}")
        count = months // _MONTHS_A_YEAR if whole_years else months
        return nouns[form].of(count, locale=self.language)


_ENGLISH = Words(
    language="en",
    job_description="Job description",
    approved="APPROVED",
    name_blank="Surname, initials",
    signature="signature",
    date="day, month, year",
    conditions=MappingProxyType(
        {
            Condition.IF_NECESSARY: "if necessary",
            Condition.ON_REQUEST: "at the request of management",
            Condition.ON_MANAGEMENT_DECISION: "on a decision of management",
            Condition.PERSONALLY_OR_ON_BEHALF: "in person or on behalf of the superior",
        }
    ),
    years=MappingProxyType({"bare": Counted("{n} year", "{n} years")}),
    months=MappingProxyType({"bare": Counted("{n} month", "{n} months")}),
)

_FILIPINO = Words(
    language="fil",
    job_description="Deskripsiyon ng trabaho",
    approved="PINAGTIBAY",
    name_blank="Apelyido, mga inisyal",
    signature="lagda",
    date="araw, buwan, taon",
    conditions=MappingProxyType(
        {
            Condition.IF_NECESSARY: "kung kinakailangan",
            Condition.ON_REQUEST: "kapag hiniling ng pamunuan",
            Condition.ON_MANAGEMENT_DECISION: "batay sa desisyon ng pamunuan",
            Condition.PERSONALLY_OR_ON_BEHALF: "nang personal o sa ngalan ng nakatataas",
        }
    ),
    years=MappingProxyType(
        {
            "bare": Counted("{n} taon", "{n} na taon"),
            "linked": Counted("{n} taong", "{n} na taong"),
        }
    ),
    months=MappingProxyType(
        {
            "bare": Counted("{n} buwan", "{n} na buwan"),
            "linked": Counted("{n} buwang", "{n} na buwang"),
        }
    ),
)

WORDS: Mapping[str, Words] = MappingProxyType(
    {words.language: words for words in (_ENGLISH, _FILIPINO)}
)
"""The languages that can be printed."""


def words_for(locale: str) -> Words:
    """The words of a locale's language.

    Raises:
        UsageError: the locale is unknown, or its language cannot be printed yet.
    """
    language = locale_of(locale).language
    if language not in WORDS:
        raise UsageError(
            "locale",
            f'documents cannot be printed in "{locale}" yet',
            f"the languages are {' and '.join(WORDS)}",
        )
    return WORDS[language]
