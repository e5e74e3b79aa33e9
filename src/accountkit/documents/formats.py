"""Formats: how one locale writes money, percents, numbers, dates, lists and counts.

The only module that asks Babel to format. The locale is always given and never taken from the
environment, and figures are written with every digit they have: rounding is done before, by the
terms of a plan. Ratios are plain ("0.125" prints as 12.5%).
"""

from __future__ import annotations

import re
from contextlib import contextmanager, suppress
from decimal import MAX_PREC, Context, Decimal, localcontext
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent

from accountkit.errors import InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from datetime import date
    from fractions import Fraction

    from accountkit.values.money import Money

__all__ = [
    "country_text",
    "date_text",
    "decimal_text",
    "exact_money_text",
    "is_right_to_left",
    "language_tag",
    "list_text",
    "locale_of",
    "money_text",
    "percent_text",
    "plural_category",
]

_LETTER_CODE = re.compile(r"(?<=[A-Za-z])(?=\d)")
_TAG = re.compile("[A-Za-z]{2,3}([-_][A-Za-z]{4})?([-_]([A-Za-z]{2}|[0-9]{3}))?")
_NO_BREAK_SPACE = "\u00a0"
_TAGALOG = "tl"
_FILIPINO = "fil"


def locale_of(tag: str) -> Locale:
    """The locale of a language tag such as ``en``, ``fil-PH`` or ``tl`` (which means ``fil``).

    Raises:
        UsageError: no such locale is known.
    """
    if _TAG.fullmatch(tag):
        language, *rest = re.split("[-_]", tag)
        name = "_".join([_FILIPINO if language.lower() == _TAGALOG else language, *rest])
        with suppress(UnknownLocaleError, ValueError):
            return Locale.parse(name)
    raise UsageError("locale", f'"{tag}" is not known', "give a language tag such as en or fil-PH")


def language_tag(tag: str) -> str:
    """The tag of a language with a country, as programs ask for that check spelling.

    Where no country is named, it is the one where most speakers live (CLDR's likely subtags).

    Raises:
        UsageError: no such locale is known.

    >>> language_tag("fil"), language_tag("ru_RU")
    ('fil-PH', 'ru-RU')
    """
    locale = locale_of(tag)
    likely = get_global("likely_subtags").get(str(locale), "").rpartition("_")[2]
    parts = (locale.language, locale.script, locale.territory or likely)
    return "-".join(part for part in parts if part)


def is_right_to_left(tag: str) -> bool:
    """Whether a language is written from right to left.

    Raises:
        UsageError: no such locale is known.
    """
    return locale_of(tag).text_direction == "rtl"


def money_text(money: Money, *, locale: str) -> str:
    """A sum in the locale's way, with all the digits of its currency.

    >>> from accountkit.values.money import Money
    >>> money_text(Money.of("1234.50", "PHP"), locale="fil")
    '₱1,234.50'
    """
    with _exact():
        text = format_currency(money.amount, money.currency, locale=locale_of(locale))
    return _LETTER_CODE.sub(_NO_BREAK_SPACE, text)


def exact_money_text(number: Decimal, currency: str, *, locale: str) -> str:
    """An exact number of money, with every digit it has and at least those of its currency.

    >>> exact_money_text(Decimal("8200.30236"), "PHP", locale="en")
    '₱8,200.30236'
    """
    with _exact():
        text = format_currency(
            number, currency, locale=locale_of(locale), decimal_quantization=False
        )
    return _LETTER_CODE.sub(_NO_BREAK_SPACE, text)


def percent_text(ratio: Fraction, *, locale: str) -> str:
    """A ratio as a percent, with every digit it has.

    Raises:
        InputError: the percent never ends, as that of 1/3 does; round it first.

    >>> from fractions import Fraction
    >>> percent_text(Fraction(1, 8), locale="en")
    '12.5%'
    """
    value = _finite(ratio)
    with _exact():
        return format_percent(value, locale=locale_of(locale), decimal_quantization=False)


def decimal_text(number: Decimal | int, *, locale: str) -> str:
    """A number with every digit it has.

    >>> decimal_text(Decimal("1234.5"), locale="en")
    '1,234.5'
    """
    with _exact():
        return format_decimal(number, locale=locale_of(locale), decimal_quantization=False)


def date_text(day: date, *, locale: str) -> str:
    """A date in words.

    >>> from datetime import date
    >>> date_text(date(2026, 5, 4), locale="fil")
    'Mayo 4, 2026'
    """
    return format_date(day, format="long", locale=locale_of(locale))


def country_text(code: str, *, locale: str) -> str:
    """What a country is called, by its code.

    >>> country_text("PH", locale="ru")
    'Филиппины'
    """
    return str(locale_of(locale).territories[code])


def list_text(items: Sequence[str], *, locale: str) -> str:
    """Things joined as the locale joins them in a sentence.

    >>> list_text(["a", "b", "c"], locale="fil")
    'a, b, at c'
    """
    return format_list(items, style="standard", locale=locale_of(locale))


def plural_category(count: int | Decimal, *, locale: str) -> str:
    """Which form of a counted noun goes with a number (CLDR's name of it).

    The names say nothing about singular or plural: in Filipino, numbers that end in 4, 6 or 9 are
    ``other`` and all else is ``one``; in Russian 21 is ``one``, 22 ``few``, 25 ``many`` and a
    fraction ``other``.
    """
    return locale_of(locale).plural_form(count)


@contextmanager
def _exact() -> Generator[None]:
    """Arithmetic that drops no digit, whatever the caller's own decimal context is."""
    with localcontext(Context(prec=MAX_PREC)):
        yield


def _finite(ratio: Fraction) -> Decimal:
    """The ratio as a decimal, which it must be exactly."""
    rest, twos, fives = ratio.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        raise InputError(
            "percent",
            f"{ratio} has no end when written in digits",
            "round it before it is printed",
        )
    places = max(twos, fives)
    digits = ratio.numerator * 10**places // ratio.denominator
    return Decimal(digits).scaleb(-places, Context(prec=MAX_PREC))
