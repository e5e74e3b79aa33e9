"""Ratios: plain numbers such as rates, shares and attainments, where 1 is the whole.

A ratio is a fraction and never a percent; percents exist only in text. Amounts of money are in
``accountkit.values.money``, tables of rates in ``accountkit.values.ladders``.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

from accountkit.errors import InputError
from accountkit.values._quotes import check_text, quoted
from accountkit.values.numbers import MAX_DIGITS, exact, plain
from accountkit.values.rounding import RoundingMode, round_to

__all__ = ["Ratio", "parse_ratio", "percent_text", "ratio_text"]

Ratio: TypeAlias = Fraction


def parse_ratio(text: str, subject: str = "ratio") -> Fraction:
    """Read a ratio: a percent, a decimal or a quotient of whole numbers.

    Raises:
        InputError: the text has none of these forms, or divides by zero.

    >>> parse_ratio("12.5%") == parse_ratio("0.125") == parse_ratio("1/8")
    True
    """
    check_text(text, subject, 'write it in quotes, such as "12.5%"')
    numerator, slash, denominator = text.partition("/")
    if not slash:
        percent = text.endswith("%")
        return Fraction(exact(text.removesuffix("%"), subject)) / (100 if percent else 1)
    if not _is_whole(numerator.removeprefix("-")) or not _is_whole(denominator):
        raise InputError(
            subject,
            f"{quoted(text)} is not a quotient of whole numbers",
            "write it as 2/3, 0.125 or 12.5%",
        )
    divisor = Fraction(exact(denominator, subject))
    if not divisor:
        raise InputError(
            subject, f"{quoted(text)} divides by zero", "mend the number after the stroke"
        )
    return Fraction(exact(numerator, subject)) / divisor


def ratio_text(ratio: Fraction) -> str:
    """The shortest exact text, which ``parse_ratio`` reads back (up to 38 digits a number).

    >>> ratio_text(Fraction(3, 2)), ratio_text(Fraction(2, 3))
    ('1.5', '2/3')
    """
    text = plain(ratio)
    return text if len(text) <= MAX_DIGITS else f"{ratio.numerator}/{ratio.denominator}"


def percent_text(ratio: Fraction, places: int | None = None) -> str:
    """The ratio as a percent: exact, or rounded half up to so many decimals.

    A percent without end, for which no ``places`` are given, is written as a quotient.

    >>> percent_text(Fraction(1, 8)), percent_text(Fraction(2, 3), places=1)
    ('12.5%', '66.7%')
    """
    if places is not None:
        return f"{plain(round_to(ratio * 100, places, RoundingMode.HALF_UP))}%"
    text = ratio_text(ratio * 100)
    return ratio_text(ratio) if "/" in text else f"{text}%"


def _is_whole(text: str) -> bool:
    return text.isascii() and text.replace("_", "").isdigit()
