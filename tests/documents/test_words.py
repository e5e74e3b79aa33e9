"""Words: what documents say of themselves, complete in every language they print."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import attrs
import pytest

from accountkit.documents.formats import locale_of
from accountkit.documents.pay_words import PAY_WORDS
from accountkit.documents.words import WORDS, Counted, Paper, words_for
from accountkit.errors import UsageError
from accountkit.roles import Condition
from accountkit.values.texts import FORMS, MissingTextError


def test_three_languages_are_printed() -> None:
    """A fourth is one more set of words."""
    assert ["en", "fil", "ru"] == list(WORDS)


@pytest.mark.parametrize("language", WORDS)
def test_every_condition_has_words(language: str) -> None:
    """Whatever the data can say must be printable."""
    assert set(Condition) - {Condition.OWN} == set(words_for(language).conditions)


@pytest.mark.parametrize(
    "locale, language",
    [("tl", "fil"), ("fil-PH", "fil"), ("en-GB", "en"), ("ru-RU", "ru")],
)
def test_a_locale_gives_the_words_of_its_language(locale: str, language: str) -> None:
    """A region changes nothing in the words."""
    assert language == words_for(locale).language


def test_a_language_without_words_is_refused() -> None:
    """A page half in another language is never printed."""
    with pytest.raises(UsageError) as refused:
        words_for("de")

    assert (
        'locale: documents cannot be printed in "de" yet; the languages are en, fil, and ru'
    ) == str(refused.value)


@pytest.mark.parametrize(
    "months, language, form, expected",
    [
        (12, "en", "bare", "1 year"),
        (24, "en", "bare", "2 years"),
        (6, "en", "bare", "6 months"),
        (1, "en", "bare", "1 month"),
        (18, "en", "bare", "18 months"),
        (12, "fil", "bare", "1 taon"),
        (24, "fil", "bare", "2 taon"),
        (48, "fil", "bare", "4 na taon"),
        (72, "fil", "bare", "6 na taon"),
        (108, "fil", "bare", "9 na taon"),
        (252, "fil", "bare", "21 taon"),
        (3, "fil", "bare", "3 buwan"),
        (24, "fil", "linked", "2 taong"),
        (48, "fil", "linked", "4 na taong"),
        (6, "fil", "linked", "6 na buwang"),
        (12, "ru", "nom", "1 год"),
        (24, "ru", "nom", "2 года"),
        (48, "ru", "nom", "4 года"),
        (60, "ru", "nom", "5 лет"),
        (132, "ru", "nom", "11 лет"),
        (252, "ru", "nom", "21 год"),
        (264, "ru", "nom", "22 года"),
        (12, "ru", "gen", "1 года"),
        (24, "ru", "gen", "2 лет"),
        (60, "ru", "gen", "5 лет"),
        (252, "ru", "gen", "21 года"),
        (24, "ru", "dat", "2 годам"),
        (24, "ru", "acc", "2 года"),
        (60, "ru", "ins", "5 годами"),
        (12, "ru", "prep", "1 годе"),
        (1, "ru", "nom", "1 месяц"),
        (3, "ru", "nom", "3 месяца"),
        (6, "ru", "nom", "6 месяцев"),
        (21, "ru", "nom", "21 месяц"),
        (1, "ru", "gen", "1 месяца"),
        (3, "ru", "gen", "3 месяцев"),
        (18, "ru", "gen", "18 месяцев"),
        (3, "ru", "ins", "3 месяцами"),
    ],
)
def test_lengths_of_time_are_counted_as_the_language_counts(
    months: int, language: str, form: str, expected: str
) -> None:
    """Filipino writes "3 buwan", not "3 mga buwan", and "4 na taon" with the linker.

    Russian nouns follow their number and, in "не менее 2 лет", the case the sentence needs.
    """
    assert expected == words_for(language).duration(months, form)


def test_a_form_that_the_language_lacks_is_refused() -> None:
    """English links nothing."""
    with pytest.raises(MissingTextError) as refused:
        words_for("en").duration(24, "linked")

    assert ("en", "linked") == (refused.value.language, refused.value.form)


def test_counted_words_have_forms_that_titles_have() -> None:
    """Texts name the forms of counted words as they name those of titles."""
    for language, words in WORDS.items():
        assert set(words.years) == set(words.months) <= set(FORMS[language])


def test_a_fraction_has_a_form_of_its_own() -> None:
    """Russian counts a year and a half with the genitive singular; English has the plural."""
    assert "1,5 года" == words_for("ru").years["nom"].of(Decimal("1.5"), locale="ru")
    assert "1.5 years" == words_for("en").years["bare"].of(Decimal("1.5"), locale="en")


@pytest.mark.parametrize("language", WORDS)
def test_counted_words_have_every_category_of_their_language(language: str) -> None:
    """One and other in English and Filipino; one, few, many and other in Russian."""
    needed = {*locale_of(language).plural_form.tags, "other"}
    words, steps = WORDS[language], PAY_WORDS[language].steps
    of_steps = (steps.deal_count, steps.month_count)

    for counted in (*words.years.values(), *words.months.values(), *of_steps):
        given = {name for name, pattern in attrs.asdict(counted).items() if pattern is not None}
        assert needed == given


def test_a_category_that_is_missing_is_told() -> None:
    """A Russian noun without the form for five things cannot count five things."""
    with pytest.raises(MissingTextError) as refused:
        Counted("{n} год", "{n} года").of(5, locale="ru")

    assert ("ru", "many") == (refused.value.language, refused.value.form)


@pytest.mark.parametrize(
    "language, lines",
    [
        ("en", ("APPROVED", "by order No.\u00a012-k of May 4, 2026")),
        (
            "fil",
            ("PINAGTIBAY", "sa pamamagitan ng kautusan blg.\u00a012-k na may petsang Mayo 4, 2026"),
        ),
        ("ru", ("УТВЕРЖДЕНА", "приказом от 4 мая 2026\u202fг. №\u00a012-k")),
    ],
)
def test_a_job_description_is_approved_by_an_order(language: str, lines: tuple[str, str]) -> None:
    """The Russian word agrees with "инструкция", which is feminine; the order is its means."""
    approval = words_for(language).approval_by_order(
        Paper.JOB_DESCRIPTION, number="12-k", day=date(2026, 5, 4)
    )

    assert lines == approval


def test_the_word_of_approval_agrees_with_its_noun() -> None:
    """Приказ (masculine) is approved with another word than инструкция (feminine)."""
    words = words_for("ru")
    first_words = {
        paper: words.approval_by_order(paper, number="1", day=date(2026, 1, 1))[0]
        for paper in Paper
    }

    assert {
        Paper.JOB_DESCRIPTION: "УТВЕРЖДЕНА",
        Paper.SUBSTITUTION_ORDER: "УТВЕРЖДЁН",
        Paper.ACQUAINTANCE_SHEET: "УТВЕРЖДЁН",
    } == first_words
    assert ["УТВЕРЖДЁН", "УТВЕРЖДЕНА", "УТВЕРЖДЕНО", "УТВЕРЖДЕНЫ"] == list(
        words.approved_by_order.values()
    )


@pytest.mark.parametrize("language", WORDS)
def test_every_paper_has_its_words(language: str) -> None:
    """What a paper is called, the word that approves it, and what its reader signs."""
    words = WORDS[language]

    assert set(Paper) == set(words.papers)
    assert {noun.agreement for noun in words.papers.values()} <= set(words.approved_by_order)
    assert set(Paper) - {Paper.ACQUAINTANCE_SHEET} == set(words.acquainted)
    assert words.title_form in FORMS[language]


@pytest.mark.parametrize("language", WORDS)
def test_gaps_have_the_same_names_in_each_language(language: str) -> None:
    """Whoever fills a gap need not know the language."""
    words = WORDS[language]

    assert 1 == words.job_description_of.count("{title}")
    assert all(gap in words.by_order for gap in ("{number}", "{date}"))
