"""Traps of locale data: what libraries would print by default, and what is printed here instead.

Each test holds in all three languages. NBSP and NNBSP are the no-break spaces of CLDR; Filipino
figures look like English ones, Filipino counting does not.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from babel import Locale
from babel.lists import format_list
from babel.units import format_unit

from accountkit.documents.figures import share_text
from accountkit.documents.formats import (
    date_text,
    decimal_text,
    exact_money_text,
    list_text,
    locale_of,
    money_text,
    percent_text,
    plural_category,
)
from accountkit.documents.pay_words import PAY_WORDS
from accountkit.documents.words import WORDS, words_for
from accountkit.errors import InputError
from accountkit.handbook.cells import date_in, number_in
from accountkit.handbook.mapping import Layout
from accountkit.values.money import Money
from accountkit.values.ratios import parse_ratio
from accountkit.values.texts import FORMS, MissingTextError, Text

NBSP, NNBSP = "\u00a0", "\u202f"
LANGUAGES = ("en", "fil", "ru")


def test_these_are_the_languages_there_are() -> None:
    """A new language brings its own row to every test below."""
    assert LANGUAGES == tuple(WORDS) == tuple(PAY_WORDS)


@pytest.mark.parametrize(
    "locale, expected", [("en", "12.5%"), ("fil", "12.5%"), ("ru", f"12,5{NBSP}%")]
)
def test_a_percent_keeps_its_decimals(locale: str, expected: str) -> None:
    """The pattern of a percent has no decimals and would print one eighth as 12%."""
    assert expected == percent_text(Fraction(1, 8), locale=locale)
    assert expected == share_text(Fraction(1, 8), locale=locale)


@pytest.mark.parametrize(
    "number, expected",
    [
        ("2.345", {"en": "$2.345", "fil": "$2.345", "ru": f"2,345{NBSP}$"}),
        ("0.885", {"en": "$0.885", "fil": "$0.885", "ru": f"0,885{NBSP}$"}),
    ],
)
def test_print_never_rounds(number: str, expected: dict[str, str]) -> None:
    """Formatting would round half to even, 2.345 to 2.34; a plan has rounded before, or not."""
    assert expected == {
        locale: exact_money_text(Decimal(number), "USD", locale=locale) for locale in LANGUAGES
    }


@pytest.mark.parametrize("number", [0.1 + 0.2, 1.5, float("nan")])
def test_a_float_never_gets_as_far_as_print(number: Any) -> None:
    """It would print as 0.30000000000000004; the values refuse it."""
    with pytest.raises(InputError):
        Money.of(number, "PHP")
    with pytest.raises(InputError):
        parse_ratio(number)


@pytest.mark.parametrize(
    "currency, expected",
    [
        ("PHP", {"en": "₱1,234.50", "fil": "₱1,234.50", "ru": f"1{NBSP}234,50{NBSP}PHP"}),
        (
            "RUB",
            {
                "en": f"RUB{NBSP}1,234.50",
                "fil": f"RUB{NBSP}1,234.50",
                "ru": f"1{NBSP}234,50{NBSP}₽",
            },
        ),
        ("USD", {"en": "$1,234.50", "fil": "$1,234.50", "ru": f"1{NBSP}234,50{NBSP}$"}),
    ],
)
def test_a_currency_has_the_sign_its_readers_know(currency: str, expected: dict[str, str]) -> None:
    """The sign of the peso is for English and Filipino, that of the rouble for Russian readers."""
    money = Money.of("1234.50", currency)

    assert expected == {locale: money_text(money, locale=locale) for locale in LANGUAGES}


@pytest.mark.parametrize(
    "count, english, filipino, russian",
    [
        (1, "1 year", "1 taon", "1 год"),
        (2, "2 years", "2 taon", "2 года"),
        (3, "3 years", "3 taon", "3 года"),
        (4, "4 years", "4 na taon", "4 года"),
        (5, "5 years", "5 taon", "5 лет"),
        (6, "6 years", "6 na taon", "6 лет"),
        (9, "9 years", "9 na taon", "9 лет"),
        (10, "10 years", "10 taon", "10 лет"),
        (11, "11 years", "11 taon", "11 лет"),
        (14, "14 years", "14 na taon", "14 лет"),
        (21, "21 years", "21 taon", "21 год"),
        (22, "22 years", "22 taon", "22 года"),
        (25, "25 years", "25 taon", "25 лет"),
    ],
)
def test_each_language_counts_in_its_own_way(
    count: int, english: str, filipino: str, russian: str
) -> None:
    """Message catalogues count Filipino like English, "2 na taon"; CLDR and we do not."""
    assert [english, filipino, russian] == [
        words_for(locale).duration(12 * count, FORMS[locale][0]) for locale in LANGUAGES
    ]


@pytest.mark.parametrize(
    "locale, categories",
    [
        ("en", ["one", "other", "other", "other", "other"]),
        ("fil", ["one", "one", "other", "one", "other"]),
        ("ru", ["one", "few", "few", "many", "other"]),
    ],
)
def test_categories_of_counting_are_those_of_cldr(locale: str, categories: list[str]) -> None:
    """One, two, four, five, and one and a half, which no table of two or three forms can hold."""
    counts: list[int | Decimal] = [1, 2, 4, 5, Decimal("1.4")]

    assert categories == [plural_category(count, locale=locale) for count in counts]


def test_lengths_of_time_are_not_taken_from_unit_data() -> None:
    """The data say "3 mga buwan", which is wrong Filipino; our own words say "3 buwan"."""
    assert "3 mga buwan" == format_unit(3, "month", locale="fil")

    assert ["3 months", "3 buwan", "3 месяца"] == [
        words_for(locale).duration(3, FORMS[locale][0]) for locale in LANGUAGES
    ]


@pytest.mark.parametrize(
    "locale, expected",
    [("en", "a, b, c, and d"), ("fil", "a, b, c, at d"), ("ru", "a, b, c и d")],
)
def test_lists_of_any_length_are_joined(locale: str, expected: str) -> None:
    """Other styles of lists break down in Filipino with three things; the standard one does not."""
    with pytest.raises(KeyError):
        format_list(["a", "b", "c"], style="unit", locale="fil")

    assert expected == list_text(["a", "b", "c", "d"], locale=locale)
    assert ["", "a"] == [list_text(items, locale=locale) for items in ([], ["a"])]


@pytest.mark.parametrize(
    "locale, expected",
    [("en", "1,234,567"), ("fil", "1,234,567"), ("ru", f"1{NBSP}234{NBSP}567")],
)
def test_large_numbers_are_written_out(locale: str, expected: str) -> None:
    """A short form would say "1 миллиона", and hide the rest of the number."""
    assert expected == decimal_text(1234567, locale=locale)


@pytest.mark.parametrize(
    "tag, name",
    [
        ("tl", "fil"),
        ("tl-PH", "fil_PH"),
        ("fil-PH", "fil_PH"),
        ("ru-RU", "ru_RU"),
        ("ru_RU", "ru_RU"),
        ("en-PH", "en_PH"),
    ],
)
def test_tags_of_the_web_lead_to_the_locale(tag: str, name: str) -> None:
    """A search for Tagalog would end in English, and a hyphen in an error."""
    assert "en" == str(Locale.negotiate(["tl", "en"], ["fil", "ru", "en"]))

    assert name == str(locale_of(tag))


@pytest.mark.parametrize("environment", ["ru_RU.UTF-8", "fil_PH", "C"])
def test_the_environment_chooses_no_language(
    environment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same page comes out on every computer."""
    for name in ("LC_ALL", "LANG", "LANGUAGE", "LC_CTYPE"):
        monkeypatch.setenv(name, environment)
    money, day = Money.of("1234.50", "RUB"), date(2026, 5, 4)

    assert f"1{NBSP}234,50{NBSP}₽" == money_text(money, locale="ru")
    assert "Mayo 4, 2026" == date_text(day, locale="fil")
    assert "May 4, 2026" == date_text(day, locale="en")


def test_figures_are_read_by_the_mark_that_the_table_names() -> None:
    """A reader that guesses would take "1,5" for fifteen."""
    assert Decimal("1.5") == number_in(Layout(decimal_mark=","))("1,5")
    assert Decimal("1.5") == number_in(Layout())("1.5")
    with pytest.raises(InputError):
        number_in(Layout())("1,5")


@pytest.mark.parametrize("text", ["3 ноября 2026", "Nobyembre 3, 2026", "03.11.2026"])
def test_dates_are_read_in_one_form(text: str) -> None:
    """Names of months are not read, and no guess is made which figure is the month."""
    with pytest.raises(InputError):
        date_in(Layout())(text)

    assert date(2026, 11, 3) == date_in(Layout())("2026-11-03")


@pytest.mark.parametrize(
    "locale, expected",
    [("en", "November 3, 2026"), ("fil", "Nobyembre 3, 2026"), ("ru", f"3 ноября 2026{NNBSP}г.")],
)
def test_a_month_stands_in_the_case_of_a_date(locale: str, expected: str) -> None:
    """A calendar says "ноябрь", a date "3 ноября"; the year has its word."""
    assert expected == date_text(date(2026, 11, 3), locale=locale)


def test_a_case_that_nobody_wrote_is_an_error() -> None:
    """No library knows the cases of our titles; a missing one is told with language and form."""
    title = Text.parse({"ru": {"nom": "закон", "gen": "закона"}})

    with pytest.raises(MissingTextError) as refused:
        title.get("ru", "dat")

    assert ("ru", "dat") == (refused.value.language, refused.value.form)
