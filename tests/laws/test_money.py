"""Laws of money."""

from __future__ import annotations

from decimal import Context, Inexact, Rounded, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accountkit.errors import CurrencyError
from accountkit.testing.strategies import currencies, moneys, ratios
from accountkit.values.money import Money, currency_digits
from accountkit.values.rounding import RoundingMode

several = currencies().flatmap(lambda code: st.lists(moneys(code), min_size=2, max_size=8))


@given(moneys())
def test_money_reads_back(money: Money) -> None:
    """As text, as minor units and as an exact amount."""
    assert money == Money.parse(str(money))
    assert str(money) == str(Money.parse(str(money)))
    assert money == Money.from_minor(money.minor, money.currency)
    for mode in RoundingMode:
        assert money == money.exact.round(mode)


@given(moneys())
def test_money_has_exactly_the_decimals_of_its_currency(money: Money) -> None:
    """Never more, never fewer (design 4.2)."""
    _, _, decimals = str(money).partition(".")
    assert currency_digits(money.currency) == len(decimals)


@given(several)
def test_a_sum_does_not_depend_on_order(moneys_of_one_currency: list[Money]) -> None:
    """And is the sum of the minor units."""
    currency = moneys_of_one_currency[0].currency
    total = Money.sum(moneys_of_one_currency, currency)
    assert total == Money.sum(reversed(moneys_of_one_currency), currency)
    assert total.minor == sum(money.minor for money in moneys_of_one_currency)
    first, second, *_ = moneys_of_one_currency
    assert first == first + second - second
    assert (first < second) == (first.minor < second.minor)


@given(moneys(), moneys())
def test_different_currencies_never_add(one: Money, other: Money) -> None:
    """Money of one currency adds, of two never (design 4.4)."""
    if one.currency == other.currency:
        assert (one + other).minor == one.minor + other.minor
        return
    for pair in ((one, other), (one.exact, other.exact)):
        with pytest.raises(CurrencyError):
            _ = pair[0] + pair[1]  # type: ignore[operator] # pyright: ignore[reportOperatorIssue, reportUnknownVariableType]
    with pytest.raises(CurrencyError):
        Money.sum([one, other], one.currency)


@given(moneys(), ratios(), st.sampled_from(RoundingMode))
def test_an_amount_becomes_money_within_one_minor_unit(
    money: Money, factor: Fraction, mode: RoundingMode
) -> None:
    """Arithmetic is exact until a rounding is named (design 4.3)."""
    amount = money * factor
    assert amount.value == Fraction(money.amount) * factor
    unit = Fraction(1, 10 ** currency_digits(money.currency))
    assert abs(amount.round(mode).exact.value - amount.value) < unit
    assert factor == 0 or amount / factor == money.exact


@given(several, ratios())
def test_the_ambient_decimal_context_changes_nothing(
    moneys_of_one_currency: list[Money], factor: Fraction
) -> None:
    """The same figures come out in a program that works with three digits."""
    hostile = Context(prec=3, Emin=-2, Emax=2, traps=[Inexact, Rounded])
    expected = _figures(moneys_of_one_currency, factor)
    with localcontext(hostile):
        assert expected == _figures(moneys_of_one_currency, factor)


def _figures(moneys_of_one_currency: list[Money], factor: Fraction) -> list[str]:
    first, second, *_ = moneys_of_one_currency
    return [
        str(Money.parse(str(first)) + second),
        str(abs(-first) - second),
        str(Money.sum(moneys_of_one_currency, first.currency)),
        str((first * factor).round(RoundingMode.HALF_EVEN)),
        str(Money.of(second.amount, second.currency)),
    ]
