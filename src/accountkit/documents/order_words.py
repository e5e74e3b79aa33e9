"""Order words: what an order of substitution says in each language.

Sentences are whole, with named gaps in braces. Names of people fill their gaps as they are written,
so each stands where its language needs no other case; a title stands in the form ``title_form``. A
language that orders are printed in is in ``ORDER_WORDS``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

import attrs

from accountkit.documents._languages import words_in
from accountkit.documents.formats import date_text, list_text
from accountkit.roles.relations import Transfer
from accountkit.roles.substitution import SubstitutionMode

__all__ = ["ORDER_WORDS", "OrderWords", "order_words_for"]


@attrs.frozen(kw_only=True)
class OrderWords:
    """The words of one language.

    ``acting`` is for an absent person, ``acting_in`` for a position alone; both open a sentence.
    ``holder`` is what the order means for whoever holds the position, by its mode.
    """

    language: str
    title: str
    title_form: str
    from_to: str
    from_on: str
    acting: str
    acting_in: str
    transfers: Mapping[Transfer, str]
    all_clauses: str
    some_clauses: str
    holder: Mapping[SubstitutionMode, str]
    caps: str
    signed: str

    def heading(self, paper: str, number: str, day: dt.date) -> str:
        """What the order is called, with its number and date."""
        day_text = date_text(day, locale=self.language)
        return self.title.format(paper=paper, number=number, date=day_text)

    def days(self, start: dt.date, until: dt.date | None) -> str:
        """From which day to which, inside a sentence."""
        first = date_text(start, locale=self.language)
        if until is None:
            return self.from_on.format(first=first)
        return self.from_to.format(first=first, last=date_text(until, locale=self.language))

    def what_passes(self, transfers: tuple[Transfer, ...]) -> str:
        """Rights, duties and responsibility, as far as they pass, in a sentence."""
        passing = [self.transfers[item] for item in Transfer if item in transfers]
        return list_text(passing, locale=self.language)


_ENGLISH = OrderWords(
    language="en",
    title="{paper} No.\u00a0{number} of {date}",
    title_form="bare",
    from_to="from {first} to {last}, both days included,",
    from_on="from {first} until another order,",
    acting="{days} {deputy} acts as {title} in the place of {absent}.",
    acting_in="{days} {deputy} acts as {title} in the position {position}.",
    transfers=MappingProxyType(
        {
            Transfer.RIGHTS: "the rights",
            Transfer.DUTIES: "the duties",
            Transfer.RESPONSIBILITY: "the responsibility",
        }
    ),
    all_clauses="The deputy has {what} of the post under all clauses of its job description.",
    some_clauses="The deputy has {what} of the post under these clauses of its job description:",
    holder=MappingProxyType(
        {
            SubstitutionMode.TRANSFER: (
                "While this order is in force, the holder of the post does not exercise what has"
                " passed to the deputy."
            ),
            SubstitutionMode.SHARE: (
                "While this order is in force, the holder of the post exercises it together with"
                " the deputy."
            ),
        }
    ),
    caps="The deputy goes no further than:",
    signed="SIGNED",
)

_FILIPINO = OrderWords(
    language="fil",
    title="{paper} blg.\u00a0{number}, {date}",
    title_form="bare",
    from_to="mula {first} hanggang {last}, kasama ang dalawang araw na ito,",
    from_on="mula {first} hanggang may ibang kautusan,",
    acting="{days} si {deputy} ang gaganap bilang {title}, kahalili ni {absent}.",
    acting_in="{days} si {deputy} ang gaganap bilang {title} sa posisyong {position}.",
    transfers=MappingProxyType(
        {
            Transfer.RIGHTS: "mga karapatan",
            Transfer.DUTIES: "mga tungkulin",
            Transfer.RESPONSIBILITY: "pananagutan",
        }
    ),
    all_clauses=(
        "Nasa kahalili ang {what} ng posisyon ayon sa lahat ng sugnay ng deskripsiyon nito ng"
        " trabaho."
    ),
    some_clauses=(
        "Nasa kahalili ang {what} ng posisyon ayon sa mga sumusunod na sugnay ng deskripsiyon nito"
        " ng trabaho:"
    ),
    holder=MappingProxyType(
        {
            SubstitutionMode.TRANSFER: (
                "Habang may bisa ang kautusang ito, hindi ginagampanan ng may hawak ng posisyon ang"
                " nalipat sa kahalili."
            ),
            SubstitutionMode.SHARE: (
                "Habang may bisa ang kautusang ito, ginagampanan ito ng may hawak ng posisyon"
                " kasama ng kahalili."
            ),
        }
    ),
    caps="Hindi lalampas ang kahalili sa mga sumusunod:",
    signed="NILAGDAAN",
)

_RUSSIAN = OrderWords(
    language="ru",
    title="{paper} от {date} №\u00a0{number}",
    title_form="gen",
    from_to="с {first} по {last} включительно",
    from_on="с {first} и до следующего приказа",
    acting="пока отсутствует {absent}, {days} по должности {title} работает {deputy}.",
    acting_in="{days} по должности {title} (место {position}) работает {deputy}.",
    transfers=MappingProxyType(
        {
            Transfer.RIGHTS: "права",
            Transfer.DUTIES: "обязанности",
            Transfer.RESPONSIBILITY: "ответственность",
        }
    ),
    all_clauses=(
        "Объём замещения: {what} по должности согласно всем пунктам должностной инструкции."
    ),
    some_clauses=(
        "Объём замещения: {what} по должности согласно следующим пунктам должностной инструкции:"
    ),
    holder=MappingProxyType(
        {
            SubstitutionMode.TRANSFER: (
                "Пока приказ действует, работник, занимающий должность, не пользуется тем, что"
                " передано замещающему работнику."
            ),
            SubstitutionMode.SHARE: (
                "Пока приказ действует, работник, занимающий должность, действует наравне с"
                " замещающим работником."
            ),
        }
    ),
    caps="Замещающий работник действует в пределах:",
    signed="ПОДПИСАЛ(А)",
)

ORDER_WORDS: Mapping[str, OrderWords] = MappingProxyType(
    {words.language: words for words in (_ENGLISH, _FILIPINO, _RUSSIAN)}
)
"""The words of each language that orders can be printed in."""


def order_words_for(locale: str) -> OrderWords:
    """The words for a locale.

    Raises:
        UsageError: orders cannot be printed in that language.
    """
    return words_in(ORDER_WORDS, locale, "orders of substitution")
