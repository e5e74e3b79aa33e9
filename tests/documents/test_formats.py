"""Formats: each locale's way with figures, dates and lists, and the traps on the way there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from babel.core import default_locale

from accountkit.documents.formats import (
    date_text,
    decimal_text,
    list_text,
    locale_of,
    money_text,
    percent_text,
    plural_category,
)
from accountkit.errors import InputError, UsageError
from accountkit.values.money import Money


@pytest.mark.parametrize(
    "amount, currency, locale, expected",
    [
        ("1234.50", "PHP", "en", "₱1,234.50"),
        ("1234.50", "PHP", "fil", "₱1,234.50"),
        ("-1234.50", "PHP", "en", "-₱1,234.50"),
        ("1234.50", "RUB", "en", "RUB\u00a01,234.50"),
        ("-0.05", "RUB", "fil", "-RUB\u00a00.05"),
        ("1234.50", "PHP", "ru", "1\u00a0234,50\u00a0PHP"),
        ("1500", "JPY", "en", "¥1,500"),
        ("1.005", "KWD", "en", "KWD\u00a01.005"),
        ("2.34", "USD", "en", "$2.34"),
        ("0.88", "USD", "en", "$0.88"),
    ],
)
def test_money_has_the_digits_and_signs_of_its_currency(
    amount: str, currency: str, locale: str, expected: str
) -> None:
    """A letter code keeps apart from the figure; nothing is rounded on the way to print."""
    assert expected == money_text(Money.of(amount, currency), locale=locale)


@pytest.mark.parametrize(
    "ratio, locale, expected",
    [
        (Fraction(1, 8), "en", "12.5%"),
        (Fraction(1, 8), "fil", "12.5%"),
        (Fraction(1, 8), "ru", "12,5\u00a0%"),
        (Fraction(3, 20), "en", "15%"),
        (Fraction(1, 80000), "en", "0.00125%"),
        (Fraction(-1, 1000), "en", "-0.1%"),
        (Fraction(0), "en", "0%"),
        (Fraction(12, 1), "en", "1,200%"),
    ],
)
def test_a_percent_is_never_rounded(ratio: Fraction, locale: str, expected: str) -> None:
    """A rate of one eighth is 12.5%, not 12%."""
    assert expected == percent_text(ratio, locale=locale)


def test_a_percent_without_end_is_refused() -> None:
    """A third has no exact percent; whoever prints it must round it first."""
    with pytest.raises(InputError) as refused:
        percent_text(Fraction(1, 3), locale="en")

    assert ("percent: 1/3 has no end when written in digits; round it before it is printed") == str(
        refused.value
    )


@pytest.mark.parametrize(
    "number, locale, expected",
    [
        (Decimal("1234.5"), "en", "1,234.5"),
        (Decimal("1234.5"), "ru", "1\u00a0234,5"),
        (Decimal("0.123456789"), "fil", "0.123456789"),
        (7, "fil", "7"),
    ],
)
def test_a_number_keeps_all_its_digits(number: Decimal | int, locale: str, expected: str) -> None:
    """No format cuts a number to three places."""
    assert expected == decimal_text(number, locale=locale)


@pytest.fixture
def short_context() -> Iterator[None]:
    """A caller who works with three digits and rounds up."""
    with localcontext() as context:
        context.prec = 3
        context.rounding = ROUND_UP
        yield


@pytest.mark.usefixtures("short_context")
def test_the_callers_decimal_context_changes_nothing() -> None:
    """Figures of 38 digits print in full, whatever precision is in force around."""
    digits = "12345678901234567890123456789012345.678"
    grouped = "12,345,678,901,234,567,890,123,456,789,012,345.678"

    assert grouped == decimal_text(Decimal(digits), locale="en")
    assert "₱1,234,567.89" == money_text(Money.of("1234567.89", "PHP"), locale="en")
    assert "12.3456789%" == percent_text(Fraction(123456789, 10**9), locale="en")


@pytest.mark.parametrize(
    "locale, expected",
    [("en", "May 4, 2026"), ("fil", "Mayo 4, 2026"), ("ru", "4 мая 2026\u202fг.")],
)
def test_dates_are_in_words(locale: str, expected: str) -> None:
    """A date in figures is read in two ways; in words in one."""
    assert expected == date_text(date(2026, 5, 4), locale=locale)


@pytest.mark.parametrize(
    "items, locale, expected",
    [
        ([], "en", ""),
        (["a"], "fil", "a"),
        (["a", "b"], "fil", "a at b"),
        (["a", "b", "c", "d"], "fil", "a, b, c, at d"),
        (["a", "b", "c"], "en", "a, b, and c"),
        (["a", "b", "c"], "ru", "a, b и c"),
        (["{0}", "{1}", "{x}"], "en", "{0}, {1}, and {x}"),
    ],
)
def test_lists_are_joined_as_in_a_sentence(items: list[str], locale: str, expected: str) -> None:
    """Only the standard style is used: others fail for Filipino with three things."""
    assert expected == list_text(items, locale=locale)


@pytest.mark.parametrize(
    "count, category",
    [
        (1, "one"),
        (2, "one"),
        (4, "other"),
        (5, "one"),
        (6, "other"),
        (9, "other"),
        (10, "one"),
        (14, "other"),
        (21, "one"),
    ],
)
def test_filipino_counts_by_the_last_digit(count: int, category: str) -> None:
    """4, 6 and 9 take the linker, and so does every number that ends in them."""
    assert category == plural_category(count, locale="fil")


@pytest.mark.parametrize(
    "tag, name",
    [
        ("tl", "fil"),
        ("tl-PH", "fil_PH"),
        ("fil-PH", "fil_PH"),
        ("en_US", "en_US"),
        ("TL", "fil"),
        ("ru", "ru"),
    ],
)
def test_tags_of_the_web_and_of_babel_are_understood(tag: str, name: str) -> None:
    """Tagalog is printed as Filipino, for which the data are."""
    assert name == str(locale_of(tag))


@pytest.mark.parametrize("tag", ["", "xx", "english", "en_US.UTF-8", "fil-ZZZZZ", "../fil"])
def test_an_unknown_locale_is_refused(tag: str) -> None:
    """There is no locale to fall back to."""
    with pytest.raises(UsageError, match="is not known"):
        locale_of(tag)


def test_the_environment_decides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same page comes out whatever language the computer speaks."""
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    assert "ru_RU" == default_locale()

    assert "₱1,234.50" == money_text(Money.of("1234.50", "PHP"), locale="en")
    assert "12.5%" == percent_text(Fraction(1, 8), locale="en")
    assert "May 4, 2026" == date_text(date(2026, 5, 4), locale="en")
