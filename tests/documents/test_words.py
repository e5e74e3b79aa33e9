"""Words: what documents say of themselves, complete in every language they print."""

from __future__ import annotations

import pytest

from accountkit.documents.words import WORDS, words_for
from accountkit.errors import UsageError
from accountkit.roles import Condition
from accountkit.values.texts import FORMS, MissingTextError


def test_english_and_filipino_are_printed() -> None:
    """Two languages now; a third is one more set of words."""
    assert ["en", "fil"] == list(WORDS)


@pytest.mark.parametrize("language", WORDS)
def test_every_condition_has_words(language: str) -> None:
    """Whatever the data can say must be printable."""
    assert set(Condition) - {Condition.OWN} == set(words_for(language).conditions)


@pytest.mark.parametrize("locale, language", [("tl", "fil"), ("fil-PH", "fil"), ("en-GB", "en")])
def test_a_locale_gives_the_words_of_its_language(locale: str, language: str) -> None:
    """A region changes nothing in the words."""
    assert language == words_for(locale).language


def test_a_language_without_words_is_refused() -> None:
    """A page half in another language is never printed."""
    with pytest.raises(UsageError) as refused:
        words_for("ru")

    assert ('locale: documents cannot be printed in "ru" yet; the languages are en and fil') == str(
        refused.value
    )


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
    ],
)
def test_lengths_of_time_are_counted_as_the_language_counts(
    months: int, language: str, form: str, expected: str
) -> None:
    """Filipino writes "3 buwan", not "3 mga buwan", and "4 na taon" with the linker."""
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
