"""Numbers are exact, or refused at the border."""

from __future__ import annotations

from decimal import Context, Decimal, FloatOperation, Inexact, Rounded, localcontext
from fractions import Fraction
from typing import Any

import pytest

from accountkit.errors import InputError
from accountkit.values.numbers import (
    InexactNumberError,
    exact,
    from_units,
    plain,
    to_fraction,
    units_text,
)

THIRTY_EIGHT = "12345678901234567890123456.789012345678"


@pytest.mark.parametrize(
    "written, expected",
    [
        ("0", "0"),
        ("12.50", "12.50"),
        ("+3", "3"),
        ("-0.00", "0.00"),
        ("-7.10", "-7.10"),
        ("1_250_000.5", "1250000.5"),
        ("007", "7"),
        (12, "12"),
        (-12, "-12"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0E+9"), "0"),
        (Decimal("-0.0"), "0.0"),
        (THIRTY_EIGHT, THIRTY_EIGHT),
        ("-" + THIRTY_EIGHT, "-" + THIRTY_EIGHT),
        ("000" + THIRTY_EIGHT, THIRTY_EIGHT),
        (10**38 - 1, "9" * 38),
    ],
)
def test_a_number_keeps_every_digit_that_was_written(written: Any, expected: str) -> None:
    """Decimals written as zeros are kept, a minus before zero and exponents are not."""
    assert expected == str(exact(written))


@pytest.mark.parametrize(
    "written, fault",
    [
        ("", "price: is empty"),
        (" ", "price: is empty"),
        ("12%", 'price: "12%" is a percentage where a plain number is needed; divide it by 100'),
        ("1e3", 'price: "1e3" is in exponent notation; write all its digits'),
        ("1,250.50", 'price: "1,250.50" holds a comma'),
        ("1 250", 'price: "1 250" holds a space'),
        ("-inf", 'price: "-inf" is not a finite number'),
        (".nan", 'price: ".nan" is not a finite number'),
        ("٣", 'price: "٣" is not a number'),
        (".5", 'price: ".5" is not a number'),
        ("5.", 'price: "5." is not a number'),
        ("1__0", 'price: "1__0" is not a number'),
        ("_1", 'price: "_1" is not a number'),
        (Decimal("NaN"), 'price: "NaN" is not a finite number'),
        (Decimal("sNaN"), 'price: "sNaN" is not a finite number'),
        (Decimal("-Infinity"), 'price: "-Infinity" is not a finite number'),
    ],
)
def test_what_is_no_plain_number_is_refused(written: Any, fault: str) -> None:
    """Only digits, a sign, a point and ``_`` between digits make a number (design 4.1)."""
    with pytest.raises(InputError) as caught:
        exact(written, "price")
    assert str(caught.value).startswith(fault)


@pytest.mark.parametrize(
    "written",
    [
        "9" * 39,
        "0." + "0" * 38 + "1",
        -(10**38),
        pytest.param(10**5000, id="5001 digits"),
        Decimal("1E+38"),
        Decimal("1E-39"),
    ],
)
def test_more_than_38_digits_are_refused(written: Any) -> None:
    """38 digits, before and after the point together, are the most (design 4.1)."""
    with pytest.raises(InputError, match=r"number: has more than 38 digits; round it"):
        exact(written)


@pytest.mark.parametrize(
    "value, fault",
    [
        (0.1, 'rate: 0.1 is a binary floating-point number, seldom .* as text, "0.1"'),
        (float("nan"), "rate: nan is a binary"),
        (True, "rate: yes stands where a number is needed"),
        (False, "rate: no stands where a number is needed"),
        (None, "rate: is missing"),
        ([1], r'rate: "\[1\]" is not a number'),
    ],
)
@pytest.mark.parametrize("reader", [exact, to_fraction])
def test_a_float_is_never_taken(reader: Any, value: object, fault: str) -> None:
    """A float is seldom the number it looks like; a caller may catch it as a type error too."""
    with pytest.raises(InexactNumberError, match=fault) as caught:
        reader(value, "rate")
    assert isinstance(caught.value, TypeError)
    assert isinstance(caught.value, ValueError)


def test_a_decimal_becomes_the_same_fraction() -> None:
    """0.125 is one eighth."""
    assert Fraction(1, 8) == to_fraction(Decimal("0.125"))
    assert Fraction(3) == to_fraction(3)
    with pytest.raises(InputError, match=r"is not a finite number"):
        to_fraction(Decimal("Infinity"))


@pytest.mark.parametrize(
    "value, expected",
    [
        (Decimal("1E+3"), "1000"),
        (Decimal("-0.00"), "0.00"),
        (Decimal("-12.50"), "-12.50"),
        (Decimal("1E-7"), "0.0000001"),
        (Fraction(1, 8), "0.125"),
        (Fraction(-7, 5), "-1.4"),
        (Fraction(1, 3), "1/3"),
        (Fraction(6, 3), "2"),
        (12, "12"),
    ],
)
def test_numbers_are_written_without_exponent(value: Any, expected: str) -> None:
    """A fraction without end is written as a quotient; zero has no minus."""
    assert expected == plain(value)


def test_units_of_the_last_decimal() -> None:
    """5 units of two decimals are 0.05."""
    assert "-0.05" == units_text(-5, 2)
    assert "5" == units_text(5, 0)
    assert "12.50" == str(from_units(1250, 2))


def test_the_ambient_decimal_context_changes_nothing() -> None:
    """A program that works with three digits still reads 38 of ours."""
    hostile = Context(prec=3, Emin=-2, Emax=2, traps=[Inexact, Rounded, FloatOperation])
    with localcontext(hostile):
        assert THIRTY_EIGHT == str(exact(THIRTY_EIGHT))
        assert THIRTY_EIGHT == plain(exact(Decimal(THIRTY_EIGHT)))
        assert "9" * 38 == plain(exact(10**38 - 1))
        assert Fraction(1, 10**30) == to_fraction(Decimal("1E-30"))


def test_an_exponent_above_zero_is_written_out() -> None:
    """1E+1 is ten, and is kept with both its digits."""
    assert "10" == str(exact(Decimal("1E+1")))
    assert "1200" == str(exact(Decimal("1.2E+3")))
