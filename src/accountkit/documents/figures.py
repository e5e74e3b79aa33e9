"""Figures: the numbers of a trace as one locale writes them, exact to the last digit.

A quotient without an end prints its first digits and an ellipsis, so that nobody takes it for the
whole; the trace itself keeps it exact.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from accountkit.documents.formats import (
    decimal_text,
    exact_money_text,
    money_text,
    percent_text,
)
from accountkit.settlement.trace import Figure
from accountkit.values.money import Amount, Money
from accountkit.values.rounding import RoundingMode, round_to

__all__ = ["amount_text", "figure_text", "number_text", "share_text"]

_PERCENT_PLACES = 4
_NUMBER_PLACES = 6
_ELLIPSIS = "…"


def amount_text(amount: Amount | Money, *, locale: str) -> str:
    """Money, with as many decimals as it takes.

    >>> amount_text(Amount(Fraction(1, 3), "PHP"), locale="en")
    '₱0.333333…'
    """
    if isinstance(amount, Money):
        return money_text(amount, locale=locale)
    digits, rest = _digits(amount.value, _NUMBER_PLACES)
    return exact_money_text(digits, amount.currency, locale=locale) + rest


def number_text(number: Fraction | int, *, locale: str) -> str:
    """A plain number.

    >>> number_text(Fraction(3, 2), locale="en")
    '1.5'
    """
    digits, rest = _digits(Fraction(number), _NUMBER_PLACES)
    return decimal_text(digits, locale=locale) + rest


def share_text(ratio: Fraction, *, locale: str) -> str:
    """A ratio as a percent.

    >>> share_text(Fraction(2, 3), locale="en")
    '66.6666…%'
    """
    digits, rest = _digits(ratio * 100, _PERCENT_PLACES)
    text = percent_text(Fraction(digits) / 100, locale=locale)
    number = decimal_text(digits, locale=locale)
    return text.replace(number, number + rest)


def figure_text(figure: Figure, *, locale: str) -> str:
    """A number of a trace, each kind in its own way; a word stays as it is.

    >>> figure_text(Money.of("5.00", "PHP"), locale="en"), figure_text(3, locale="en")
    ('₱5.00', '3')
    """
    match figure:
        case Amount() | Money():
            return amount_text(figure, locale=locale)
        case Fraction() | int():
            return number_text(figure, locale=locale)
        case str():
            return figure


def _digits(number: Fraction, places: int) -> tuple[Decimal, str]:
    """The number in digits, cut after ``places`` and marked when it goes on without end."""
    rest = number.denominator
    length = 0
    while rest % 10 == 0 or rest % 2 == 0 or rest % 5 == 0:
        rest //= 10 if rest % 10 == 0 else 2 if rest % 2 == 0 else 5
        length += 1
    if rest == 1:
        return round_to(number, length, RoundingMode.DOWN), ""
    return round_to(number, places, RoundingMode.DOWN), _ELLIPSIS
