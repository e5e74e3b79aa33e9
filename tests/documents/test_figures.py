"""Figures of a trace, exact to the last digit in print."""

from __future__ import annotations

from decimal import getcontext, localcontext
from fractions import Fraction

import pytest

from accountkit.documents.figures import amount_text, number_text, share_text
from accountkit.values.money import Amount, Money


@pytest.mark.parametrize(
    "amount, expected",
    [
        (Money.of("1234.50", "PHP"), "₱1,234.50"),
        (Amount(Fraction("8200.30236"), "PHP"), "₱8,200.30236"),
        (Amount(Fraction(5), "PHP"), "₱5.00"),
        (Amount(Fraction(1, 3), "PHP"), "₱0.333333…"),
        (Amount(Fraction("-0.5"), "PHP"), "-₱0.50"),
        (Amount(Fraction(12), "JPY"), "¥12"),
    ],
)
def test_money_prints_as_many_decimals_as_it_takes(amount: Amount | Money, expected: str) -> None:
    """At least the currency's decimals, every further digit, and an ellipsis where none ends."""
    assert expected == amount_text(amount, locale="en")


def test_a_russian_amount_has_its_sign_behind() -> None:
    """The ellipsis follows the digits that it goes on from."""
    assert "8\u00a0200,30236\u00a0₽" == amount_text(
        Amount(Fraction("8200.30236"), "RUB"), locale="ru"
    )


@pytest.mark.parametrize(
    "ratio, expected",
    [
        (Fraction(1), "100%"),
        (Fraction(1, 8), "12.5%"),
        (Fraction("1.10269224"), "110.269224%"),
        (Fraction(2, 3), "66.6666…%"),
        (Fraction(0), "0%"),
    ],
)
def test_a_ratio_prints_as_percent(ratio: Fraction, expected: str) -> None:
    """Every digit of a percent that ends, four decimals of one that does not."""
    assert expected == share_text(ratio, locale="en")


@pytest.mark.parametrize(
    "number, expected",
    [(3, "3"), (Fraction(3, 2), "1.5"), (Fraction(1, 7), "0.142857…"), (1_000_000, "1,000,000")],
)
def test_a_plain_number(number: Fraction | int, expected: str) -> None:
    """Counts and rates print in the locale's digits."""
    assert expected == number_text(number, locale="en")


def test_the_callers_decimal_context_changes_nothing() -> None:
    """Digits are kept even where the ambient precision is three."""
    with localcontext():
        getcontext().prec = 3
        assert "₱123,456,789.12345" == amount_text(
            Amount(Fraction("123456789.12345"), "PHP"), locale="en"
        )
