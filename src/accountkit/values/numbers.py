"""Numbers: exact decimals and fractions, and the border where others are refused.

Floats never pass, because most of them are not the number they look like. Rounding is in
``accountkit.values.rounding``, percents in ``accountkit.values.ratios``.
Nothing here reads or changes the ambient decimal context.
"""

from __future__ import annotations

import re
from decimal import (
    MAX_EMAX,
    MAX_PREC,
    MIN_EMIN,
    Context,
    Decimal,
    DivisionByZero,
    Inexact,
    InvalidOperation,
    Overflow,
)
from fractions import Fraction

from accountkit.errors import InputError
from accountkit.values._quotes import quoted

__all__ = [
    "EXACT",
    "MAX_DIGITS",
    "InexactNumberError",
    "exact",
    "from_units",
    "plain",
    "to_fraction",
    "units_text",
]

MAX_DIGITS = 38
"""The most digits a number may have, before and after the point together."""

EXACT = Context(
    prec=MAX_PREC,
    Emax=MAX_EMAX,
    Emin=MIN_EMIN,
    traps=[DivisionByZero, Inexact, InvalidOperation, Overflow],
)
"""The context for decimal arithmetic: keeps every digit, and raises rather than round."""

_TOO_LARGE = 10**MAX_DIGITS
_NUMBER = re.compile(r"[+-]?[0-9]+(?:_[0-9]+)*(?:\.[0-9]+(?:_[0-9]+)*)?")
_FORM = "write its digits, with a point before the decimals, such as 1250.50"
_TEXT_FAULTS = tuple(
    (re.compile(pattern, re.IGNORECASE), problem, remedy)
    for pattern, problem, remedy in (
        (r"%", "is a percentage where a plain number is needed", "divide it by 100"),
        (r"^[+-]?[0-9._]+e[+-]?[0-9]+$", "is in exponent notation", "write all its digits"),
        (r",", "holds a comma", "write a point before decimals and _ or nothing for thousands"),
        (r"\s", "holds a space", "leave it out, or write _ for thousands"),
        (r"^[+-]?\.?(s?nan|inf|infinity)$", "is not a finite number", _FORM),
        (r"", "is not a number", _FORM),
    )
)
"""The first that is found says what is wrong with a text that is no number."""


class InexactNumberError(InputError, TypeError):
    """A number of a kind that cannot be exact, or something that is no number at all."""


def exact(value: Decimal | int | str, subject: str = "number") -> Decimal:
    """The value as a decimal with all its digits; written decimals are kept (``12.50``).

    Text holds ASCII digits, a sign and one point; ``_`` may stand between digits.

    Raises:
        InexactNumberError: a float, a truth value, or no number at all.
        InputError: not finite, more than 38 digits, or text in any other form.

    >>> exact("1_250.50")
    Decimal('1250.50')
    """
    if isinstance(value, str):
        return _from_text(value, subject)
    if isinstance(value, Decimal):
        return _from_decimal(value, subject)
    whole = _whole(value, subject)
    return _within(Decimal(whole), MAX_DIGITS + (abs(whole) >= _TOO_LARGE), subject)


def to_fraction(value: Decimal | Fraction | int, subject: str = "number") -> Fraction:
    """The same number as a fraction.

    Raises:
        InexactNumberError: a float, a truth value, or no number at all.
        InputError: a decimal that is not finite.

    >>> to_fraction(Decimal("0.125"))
    Fraction(1, 8)
    """
    if isinstance(value, Fraction):
        return value
    if isinstance(value, Decimal):
        return Fraction(_finite(value, subject))
    return Fraction(_whole(value, subject))


def plain(value: Decimal | Fraction | int) -> str:
    """The number as people write it: no exponent, no minus before zero.

    A fraction without end is written as a quotient.

    >>> plain(Decimal("1E+3")), plain(Fraction(1, 8)), plain(Fraction(1, 3))
    ('1000', '0.125', '1/3')
    """
    if isinstance(value, Decimal):
        sign, digits, exponent = _finite(value, "number").as_tuple()
        units = int("".join(map(str, digits))) * (-1 if sign else 1)
        places = int(exponent)
        return units_text(units * 10 ** max(places, 0), max(-places, 0))
    fraction = Fraction(value)
    decimals = _decimals(fraction.denominator)
    if decimals is None:
        return f"{fraction.numerator}/{fraction.denominator}"
    return units_text(fraction.numerator * 10**decimals // fraction.denominator, decimals)


def from_units(units: int, digits: int) -> Decimal:
    """So many units of the last decimal, as a decimal: 1250 units of 2 digits are 12.50."""
    return EXACT.scaleb(Decimal(units), -digits)


def units_text(units: int, digits: int) -> str:
    """So many units of the last decimal, as text.

    >>> units_text(-5, 2)
    '-0.05'
    """
    text = str(abs(units)).zfill(digits + 1)
    sign = "-" if units < 0 else ""
    return f"{sign}{text[:-digits]}.{text[-digits:]}" if digits else sign + text


def _from_text(text: str, subject: str) -> Decimal:
    if not _NUMBER.fullmatch(text):
        raise InputError(subject, *_text_fault(text))
    value = Decimal(text)
    if len(text) <= MAX_DIGITS:
        return value or value.copy_abs()
    digits = re.sub(r"[^0-9.]", "", text).lstrip("0").replace(".", "")
    return _within(value, len(digits), subject)


def _text_fault(text: str) -> tuple[str, str]:
    if not text.strip():
        return "is empty", _FORM
    return next(
        (f"{quoted(text)} {problem}", remedy)
        for pattern, problem, remedy in _TEXT_FAULTS
        if pattern.search(text)
    )


def _from_decimal(value: Decimal, subject: str) -> Decimal:
    _, digits, exponent = _finite(value, subject).as_tuple()
    places = int(exponent)
    if not value and places > 0:
        return Decimal(0)
    if places <= 0:
        return _within(value, max(len(digits), -places), subject)
    _within(value, len(digits) + places, subject)
    return Decimal(int(value))


def _within(value: Decimal, digits: int, subject: str) -> Decimal:
    if digits > MAX_DIGITS:
        raise InputError(
            subject,
            f"has more than {MAX_DIGITS} digits",
            "round it before it is given",
        )
    return value or value.copy_abs()


def _finite(value: Decimal, subject: str) -> Decimal:
    if not value.is_finite():
        raise InputError(subject, f"{quoted(value)} is not a finite number", _FORM)
    return value


def _whole(value: object, subject: str) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, float):
        raise InexactNumberError(
            subject,
            f"{value!r} is a binary floating-point number, seldom the number it looks like",
            f'give it as text, "{value!r}", or as a decimal',
        )
    if isinstance(value, bool):
        raise InexactNumberError(
            subject, f"{'yes' if value else 'no'} stands where a number is needed", _FORM
        )
    if value is None:
        raise InexactNumberError(subject, "is missing", _FORM)
    raise InexactNumberError(subject, f"{quoted(value)} is not a number", _FORM)


def _decimals(denominator: int) -> int | None:
    counts: list[int] = []
    for prime in (2, 5):
        count = 0
        while denominator % prime == 0:
            denominator //= prime
            count += 1
        counts.append(count)
    return max(counts) if denominator == 1 else None
