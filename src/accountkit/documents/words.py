"""Words: what documents say of themselves in each language, apart from any role's own clauses.

A language is printed when it is in ``WORDS``; all of its words are required. Counted words are
chosen by CLDR category: in Filipino ``other`` holds for numbers that end in 4, 6 or 9, which
take the linker *na*; in Russian ``other`` holds for fractions.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

import attrs

from accountkit.documents._languages import words_in
from accountkit.documents.formats import (
    date_text,
    decimal_text,
    plural_category,
)
from accountkit.documents.tree import DATE_LINE
from accountkit.roles.conditions import Condition
from accountkit.values.texts import MissingTextError

__all__ = ["WORDS", "Agreement", "Counted", "Paper", "PaperNoun", "Words", "words_for"]

_MONTHS_A_YEAR = 12


class Paper(enum.Enum):
    """A kind of paper that is made here."""

    JOB_DESCRIPTION = "job_description"
    SUBSTITUTION_ORDER = "substitution_order"
    ACQUAINTANCE_SHEET = "acquaintance_sheet"


class Agreement(enum.Enum):
    """What the words around a noun agree with; ``NONE`` where a language agrees in nothing."""

    NONE = "none"
    MASCULINE = "masculine"
    FEMININE = "feminine"
    NEUTER = "neuter"
    PLURAL = "plural"


@attrs.frozen
class PaperNoun:
    """What a kind of paper is called, and what other words have to agree with."""

    text: str
    agreement: Agreement = Agreement.NONE


@attrs.frozen
class Counted:
    """A counted noun in one grammatical form, by CLDR category; ``{n}`` stands for the number."""

    one: str
    other: str
    few: str | None = None
    many: str | None = None

    def of(self, count: int | Decimal, *, locale: str) -> str:
        """So many of them.

        Raises:
            MissingTextError: the noun lacks the category that this number has.
        """
        category = plural_category(count, locale=locale)
        pattern: str | None = getattr(self, category, None)
        if pattern is None:
            raise MissingTextError(locale, category, "add it to the counted noun")
        return pattern.replace("{n}", decimal_text(count, locale=locale))


@attrs.frozen(kw_only=True)
class Words:
    """The words of one language.

    ``job_description_of`` is a heading with a gap for the title in ``title_form``. ``approved`` is
    the word of a person who approves; a paper may be approved by an order instead. ``years`` and
    ``months`` are by grammatical form. ``signature`` and ``date`` say what a blank is for,
    ``date_line`` is the one for a date, the ``column_`` words head a table of signatures.
    """

    language: str
    papers: Mapping[Paper, PaperNoun]
    job_description_of: str
    title_form: str
    approved: str
    approved_by_order: Mapping[Agreement, str]
    by_order: str
    agreed: str
    acquainted: Mapping[Paper, str]
    draft: str
    effective_from: str
    version: str
    name_blank: str
    signature: str
    date: str
    date_line: str
    column_name: str
    column_post: str
    column_signature: str
    column_date: str
    fingerprint: str
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

    def approval_by_order(self, paper: Paper, *, number: str, day: dt.date) -> tuple[str, str]:
        """The word of approval, agreeing with the paper's noun, and the order that approves it."""
        word = self.approved_by_order[self.papers[paper].agreement]
        day_text = date_text(day, locale=self.language)
        return word, self.by_order.format(number=number, date=day_text)

    def version_lines(self, number: int, day: dt.date) -> tuple[str, str]:
        """Which version a paper is, and from which day on it is in force."""
        return self.version.format(number=number), self.in_force_from(day)

    def in_force_from(self, day: dt.date) -> str:
        """From which day on a paper is in force."""
        return self.effective_from.format(date=date_text(day, locale=self.language))


_ENGLISH = Words(
    language="en",
    papers=MappingProxyType(
        {
            Paper.JOB_DESCRIPTION: PaperNoun("Job description"),
            Paper.SUBSTITUTION_ORDER: PaperNoun("Order of substitution"),
            Paper.ACQUAINTANCE_SHEET: PaperNoun("Acquaintance sheet"),
        }
    ),
    job_description_of="Job description: {title}",
    title_form="bare",
    approved="APPROVED",
    approved_by_order=MappingProxyType({Agreement.NONE: "APPROVED"}),
    by_order="by order No.\u00a0{number} of {date}",
    agreed="AGREED",
    acquainted=MappingProxyType(
        {
            Paper.JOB_DESCRIPTION: "I have read this job description",
            Paper.SUBSTITUTION_ORDER: "I have read this order",
        }
    ),
    draft="DRAFT",
    effective_from="Effective from {date}",
    version="Version {number}",
    name_blank="Surname, initials",
    signature="signature",
    date="day, month, year",
    date_line=DATE_LINE,
    column_name="Name",
    column_post="Post",
    column_signature="Signature",
    column_date="Date",
    fingerprint="Fingerprint of the text",
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
    papers=MappingProxyType(
        {
            Paper.JOB_DESCRIPTION: PaperNoun("Deskripsiyon ng trabaho"),
            Paper.SUBSTITUTION_ORDER: PaperNoun("Kautusan ng paghalili"),
            Paper.ACQUAINTANCE_SHEET: PaperNoun("Talaan ng pagbasa"),
        }
    ),
    job_description_of="Deskripsiyon ng trabaho: {title}",
    title_form="bare",
    approved="PINAGTIBAY",
    approved_by_order=MappingProxyType({Agreement.NONE: "PINAGTIBAY"}),
    by_order="sa pamamagitan ng kautusan blg.\u00a0{number} na may petsang {date}",
    agreed="SINANG-AYUNAN",
    acquainted=MappingProxyType(
        {
            Paper.JOB_DESCRIPTION: "Nabasa ko ang deskripsiyong ito ng trabaho",
            Paper.SUBSTITUTION_ORDER: "Nabasa ko ang kautusang ito",
        }
    ),
    draft="BURADOR",
    effective_from="May bisa mula {date}",
    version="Bersiyon {number}",
    name_blank="Apelyido, mga inisyal",
    signature="lagda",
    date="araw, buwan, taon",
    date_line=DATE_LINE,
    column_name="Pangalan",
    column_post="Posisyon",
    column_signature="Lagda",
    column_date="Petsa",
    fingerprint="Tatak ng teksto",
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

_RUSSIAN = Words(
    language="ru",
    papers=MappingProxyType(
        {
            Paper.JOB_DESCRIPTION: PaperNoun("Должностная инструкция", Agreement.FEMININE),
            Paper.SUBSTITUTION_ORDER: PaperNoun("Приказ о замещении", Agreement.MASCULINE),
            Paper.ACQUAINTANCE_SHEET: PaperNoun("Лист ознакомления", Agreement.MASCULINE),
        }
    ),
    job_description_of="Должностная инструкция {title}",
    title_form="gen",
    approved="УТВЕРЖДАЮ",
    approved_by_order=MappingProxyType(
        {
            Agreement.MASCULINE: "УТВЕРЖДЁН",
            Agreement.FEMININE: "УТВЕРЖДЕНА",
            Agreement.NEUTER: "УТВЕРЖДЕНО",
            Agreement.PLURAL: "УТВЕРЖДЕНЫ",
        }
    ),
    by_order="приказом от {date} №\u00a0{number}",
    agreed="СОГЛАСОВАНО",
    acquainted=MappingProxyType(
        {
            Paper.JOB_DESCRIPTION: "С должностной инструкцией ознакомлен(а)",
            Paper.SUBSTITUTION_ORDER: "С приказом ознакомлен(а)",
        }
    ),
    draft="ПРОЕКТ",
    effective_from="Действует с {date}",
    version="Редакция {number}",
    name_blank="Инициалы, фамилия",
    signature="подпись",
    date="число, месяц, год",
    date_line="«____» ____________ ______",
    column_name="Фамилия, имя, отчество",
    column_post="Должность",
    column_signature="Подпись",
    column_date="Дата",
    fingerprint="Контрольная сумма текста",
    conditions=MappingProxyType(
        {
            Condition.IF_NECESSARY: "при необходимости",
            Condition.ON_REQUEST: "по запросу руководства",
            Condition.ON_MANAGEMENT_DECISION: "по решению руководства",
            Condition.PERSONALLY_OR_ON_BEHALF: "лично или по поручению руководителя",
        }
    ),
    years=MappingProxyType(
        {
            "nom": Counted("{n} год", few="{n} года", many="{n} лет", other="{n} года"),
            "gen": Counted("{n} года", few="{n} лет", many="{n} лет", other="{n} года"),
            "dat": Counted("{n} году", few="{n} годам", many="{n} годам", other="{n} года"),
            "acc": Counted("{n} год", few="{n} года", many="{n} лет", other="{n} года"),
            "ins": Counted("{n} годом", few="{n} годами", many="{n} годами", other="{n} года"),
            "prep": Counted("{n} годе", few="{n} годах", many="{n} годах", other="{n} года"),
        }
    ),
    months=MappingProxyType(
        {
            "nom": Counted("{n} месяц", few="{n} месяца", many="{n} месяцев", other="{n} месяца"),
            "gen": Counted("{n} месяца", few="{n} месяцев", many="{n} месяцев", other="{n} месяца"),
            "dat": Counted("{n} месяцу", few="{n} месяцам", many="{n} месяцам", other="{n} месяца"),
            "acc": Counted("{n} месяц", few="{n} месяца", many="{n} месяцев", other="{n} месяца"),
            "ins": Counted(
                "{n} месяцем", few="{n} месяцами", many="{n} месяцами", other="{n} месяца"
            ),
            "prep": Counted(
                "{n} месяце", few="{n} месяцах", many="{n} месяцах", other="{n} месяца"
            ),
        }
    ),
)

WORDS: Mapping[str, Words] = MappingProxyType(
    {words.language: words for words in (_ENGLISH, _FILIPINO, _RUSSIAN)}
)
"""The languages that can be printed."""


def words_for(locale: str) -> Words:
    """The words of a locale's language.

    Raises:
        UsageError: the locale is unknown, or its language cannot be printed yet.
    """
    return words_in(WORDS, locale, "documents")
