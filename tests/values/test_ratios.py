"""Ratios are plain numbers; percents exist only in text."""

from __future__ import annotations

from fractions import Fraction

import pytest

from accountkit.errors import InputError
from accountkit.values.ratios import Ratio, parse_ratio, percent_text, ratio_text


@pytest.mark.parametrize(
    "text, expected",
    [
        ("12.5%", Fraction(1, 8)),
        ("0.125", Fraction(1, 8)),
        ("2/3", Fraction(2, 3)),
        ("-1/4", Fraction(-1, 4)),
        ("1.5", Fraction(3, 2)),
        ("150%", Fraction(3, 2)),
        ("0", Fraction(0)),
        ("-2%", Fraction(-1, 50)),
        ("1_000/3", Fraction(1000, 3)),
    ],
)
def test_a_ratio_is_read_from_a_percent_a_decimal_or_a_quotient(text: str, expected: Ratio) -> None:
    """12.5%, 0.125 and 1/8 are one number."""
    assert expected == parse_ratio(text)


@pytest.mark.parametrize(
    "text, fault",
    [
        ("1/0", 'rate: "1/0" divides by zero'),
        ("a/b", 'rate: "a/b" is not a quotient of whole numbers; write it as 2/3, 0.125 or 12.5%'),
        ("2/3%", 'rate: "2/3%" is not a quotient of whole numbers'),
        ("1/-2", 'rate: "1/-2" is not a quotient of whole numbers'),
        ("1.5/2", 'rate: "1.5/2" is not a quotient of whole numbers'),
        ("/", 'rate: "/" is not a quotient of whole numbers'),
        ("²/3", 'rate: "²/3" is not a quotient of whole numbers'),
        ("12,5%", 'rate: "12,5" holds a comma'),
        ("%", "rate: is empty"),
    ],
)
def test_anything_else_is_refused(text: str, fault: str) -> None:
    """The message says what is wrong and how a ratio is written."""
    with pytest.raises(InputError) as caught:
        parse_ratio(text, "rate")
    assert str(caught.value).startswith(fault)


def test_a_float_is_no_text() -> None:
    """0.1 without quotes is a float, which is not one tenth."""
    with pytest.raises(InputError, match=r'rate: "0.1" is not text; write it in quotes'):
        parse_ratio(0.1, "rate")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    "ratio, expected",
    [
        (Fraction(1, 8), "0.125"),
        (Fraction(3, 2), "1.5"),
        (Fraction(2, 3), "2/3"),
        (Fraction(5), "5"),
        (Fraction(1, 2**40), "1/1099511627776"),
    ],
)
def test_the_text_of_a_ratio_is_exact(ratio: Fraction, expected: str) -> None:
    """A decimal if it ends within 38 digits, else a quotient."""
    assert expected == ratio_text(ratio)


def test_the_text_of_a_percent_is_exact_unless_places_are_given() -> None:
    """Two thirds have no exact percent; with one place they are 66.7%, rounded half up."""
    assert "12.5%" == percent_text(Fraction(1, 8))
    assert "2/3" == percent_text(Fraction(2, 3))
    assert "66.7%" == percent_text(Fraction(2, 3), places=1)
    assert "0.0%" == percent_text(Fraction(-1, 10_000), places=1)
    assert "-0.1%" == percent_text(Fraction(-1, 2000), places=1)


def test_a_ratio_of_thirty_eight_digits_is_still_written_out() -> None:
    """One more character, and it is written as a quotient."""
    assert "1" + "0" * 37 == ratio_text(Fraction(10**37))
    assert "1" + "0" * 38 + "/1" == ratio_text(Fraction(10**38))
