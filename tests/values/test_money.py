"""Money has the decimals of its currency; amounts are exact."""

from __future__ import annotations

import copy
import pickle
from decimal import Context, Decimal, Inexact, Rounded, localcontext
from fractions import Fraction
from operator import add, ge, gt, le, lt, sub
from typing import Any

import pytest

from accountkit.errors import CurrencyError, InputError, UsageError
from accountkit.values.money import Amount, Money, currency_digits
from accountkit.values.numbers import InexactNumberError
from accountkit.values.rounding import RoundingMode

PESO = Money.of(1, "PHP")


def php(amount: str) -> Money:
    """Pesos."""
    return Money.of(amount, "PHP")


@pytest.mark.parametrize(
    "code, digits", [("PHP", 2), ("RUB", 2), ("USD", 2), ("JPY", 0), ("KWD", 3), ("CLF", 4)]
)
def test_a_currency_has_its_own_decimals(code: str, digits: int) -> None:
    """CLDR: 2 for PHP, RUB and USD, 0 for JPY, 3 for KWD (design 4.2)."""
    assert digits == currency_digits(code)


@pytest.mark.parametrize(
    "code, remedy",
    [("php", "did you mean PHP?"), ("PHQ", "did you mean PHP?"), ("", "use an ISO 4217 code")],
)
def test_an_unknown_currency_is_refused(code: str, remedy: str) -> None:
    """A code that nobody knows has no decimals to fall back on."""
    with pytest.raises(CurrencyError) as caught:
        Money.of(1, code)
    assert f'currency: "{code}" is not a known code; {remedy}' in str(caught.value)


@pytest.mark.parametrize(
    "text, expected, minor",
    [
        ("PHP 12.50", "PHP 12.50", 1250),
        ("PHP 5", "PHP 5.00", 500),
        ("PHP -1_250.5", "PHP -1250.50", -125050),
        ("PHP -0", "PHP 0.00", 0),
        ("JPY 12", "JPY 12", 12),
        ("KWD 0.005", "KWD 0.005", 5),
    ],
)
def test_money_is_written_with_the_decimals_of_its_currency(
    text: str, expected: str, minor: int
) -> None:
    """PHP 5 is PHP 5.00, which is 500 centavos."""
    money = Money.parse(text)
    assert expected == str(money)
    assert minor == money.minor
    assert money == Money.from_minor(minor, money.currency)


@pytest.mark.parametrize(
    "text, fault",
    [
        (
            "PHP12",
            'money: "PHP12" is not a currency followed by an amount; write it as PHP 1250.50',
        ),
        ("12 PHP", 'money: "12 PHP" is not a currency followed by an amount'),
        ("PHP 1,250", 'money: "1,250" holds a comma'),
        ("PHP  5", 'money: " 5" holds a space'),
        ("PHP 12.505", "money: PHP 12.505 has more decimals than the currency, which has 2"),
        ("PHP 5.000", "money: PHP 5.000 has more decimals than the currency, which has 2"),
        ("JPY 1.5", "money: JPY 1.5 has more decimals than the currency, which has none"),
    ],
)
def test_text_that_is_no_money_is_refused(text: str, fault: str) -> None:
    """5.000 may be five or five thousand, so decimals beyond the currency's are never dropped."""
    with pytest.raises(InputError) as caught:
        Money.parse(text)
    assert str(caught.value).startswith(fault)


def test_money_is_not_read_from_a_bare_number() -> None:
    """A number names no currency, and there is no default one."""
    with pytest.raises(InputError, match=r'money: "5" is not text; write it as PHP 1250.50'):
        Money.parse(5)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]


def test_a_decimal_may_carry_zeros_but_no_finer_digits() -> None:
    """A database column of four decimals gives 5.0000; 5.0050 has half a centavo."""
    assert php("5.00") == Money(Decimal("5.0000"), "PHP")
    assert "5.00" == str(Money(Decimal("5.0000"), "PHP").amount)
    assert "0.00" == str(Money(Decimal("-0.00"), "PHP").amount)
    with pytest.raises(InputError, match=r"round it by a mode you name"):
        Money(Decimal("5.0050"), "PHP")


@pytest.mark.parametrize("amount", [0.1, True, None])
def test_money_is_never_made_from_a_float(amount: Any) -> None:
    """Floats are refused at the border (design 4.1)."""
    with pytest.raises(InexactNumberError):
        Money(amount, "PHP")


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "1E+40"])
def test_money_is_finite_and_of_at_most_38_digits(amount: str) -> None:
    """Numbers that are not finite, or too long, are refused at the border (design 4.1)."""
    with pytest.raises(InputError):
        Money(Decimal(amount), "PHP")


def test_money_of_one_currency_adds_up() -> None:
    """2.50 and 1.25 are 3.75; nothing is left of a sum taken from itself."""
    assert php("3.75") == php("2.50") + php("1.25")
    assert php("1.25") == php("2.50") - php("1.25")
    assert php("-2.50") == -php("2.50")
    assert php("2.50") == abs(php("-2.50"))
    assert php("6.00") == Money.sum([php("1.00"), php("2.00"), php("3.00")], "PHP")
    assert Money.zero("PHP") == Money.sum([], "PHP")
    assert not php("2.50") - php("2.50")
    assert php("0.01")


def test_money_is_ordered_within_a_currency() -> None:
    """A centavo makes the difference."""
    assert php("1.00") < php("1.01") <= php("1.01")
    assert php("1.01") > php("1.00") >= php("1.00")
    assert php("1.00") != Money.of("1.00", "USD")
    assert 1 == len({php("1.00"), php("1")})


@pytest.mark.parametrize("operation", [add, sub, lt, le, gt, ge])
@pytest.mark.parametrize("kind", ["money", "amount"])
def test_different_currencies_never_meet(operation: Any, kind: str) -> None:
    """Pesos and dollars are neither added nor compared (design 4.4)."""
    one, other = PESO, Money.of(1, "USD")
    pair = (one, other) if kind == "money" else (one.exact, other.exact)
    with pytest.raises(CurrencyError, match=r"PHP and USD; convert one of them at a stated rate"):
        operation(*pair)
    with pytest.raises(CurrencyError, match=f'{kind}: cannot .* and "5"; both must be'):
        operation(pair[0], 5)


def test_a_sum_and_a_quotient_have_one_currency() -> None:
    """A dollar in a sum of pesos, or under one, is an error."""
    with pytest.raises(CurrencyError, match=r"cannot add PHP and USD"):
        Money.sum([PESO, Money.of(1, "USD")], "PHP")
    with pytest.raises(CurrencyError, match=r"cannot add PHP and USD"):
        Amount.sum([PESO.exact, Money.of(1, "USD").exact], "PHP")
    with pytest.raises(CurrencyError, match=r"cannot divide PHP and USD"):
        _ = PESO / Money.of(1, "USD")


def test_money_times_a_number_is_an_exact_amount() -> None:
    """A third of 100.00 has no last digit, and is money again only by a named rounding."""
    third = php("100.00") * Fraction(1, 3)
    assert Amount(Fraction(100, 3), "PHP") == third
    assert third == Fraction(1, 3) * php("100.00")
    assert "PHP 100/3" == str(third)
    assert php("33.33") == third.round(RoundingMode.HALF_UP)
    assert php("33.34") == third.round(RoundingMode.UP)
    assert Money.of(33, "JPY") == Amount(third.value, "JPY").round(RoundingMode.DOWN)
    with pytest.raises(InexactNumberError, match=r"factor: 0.5 is a binary"):
        _ = PESO * 0.5  # type: ignore[operator] # pyright: ignore[reportOperatorIssue, reportUnknownVariableType]


def test_money_over_money_is_a_ratio() -> None:
    """96,000 sold of a quota of 120,000 are 80%."""
    assert Fraction(4, 5) == php("96_000") / php("120_000")
    with pytest.raises(UsageError, match=r"money: PHP 1.00 is divided by nothing"):
        _ = PESO / Money.zero("PHP")


def test_exact_amounts_keep_every_digit() -> None:
    """Three thirds are the whole again."""
    third = php("100.00").exact / 3
    assert php("100.00").exact == third + third + third
    assert php("100.00").exact == Amount.sum([third] * 3, "PHP")
    assert third == php("100.00").exact - 2 * third
    assert -third < Amount.zero("PHP") < third == abs(-third)
    assert -third <= third
    assert third > -third
    assert third >= -third
    assert bool(third)
    assert not Amount.zero("PHP")
    with pytest.raises(UsageError, match=r"amount: PHP 100/3 is divided by zero"):
        _ = third / 0
    with pytest.raises(CurrencyError, match=r"is not a known code"):
        Amount(Fraction(1), "???")


def test_money_survives_copying_and_pickling() -> None:
    """A copy is equal, and shows how to make it."""
    money = php("12.50")
    assert money == copy.deepcopy(money) == pickle.loads(pickle.dumps(money))  # noqa: S301 - our own bytes
    assert "Money.parse('PHP 12.50')" == repr(money)
    assert "Amount(Fraction(25, 2), 'PHP')" == repr(money.exact)


def test_the_ambient_decimal_context_changes_nothing() -> None:
    """Sums of 38 digits are exact in a program that works with three."""
    large = "9" * 35 + ".99"
    hostile = Context(prec=3, Emin=-2, Emax=2, traps=[Inexact, Rounded])
    with localcontext(hostile):
        money = php(large)
        assert "PHP 1" + "9" * 35 + ".98" == str(money + money)
        assert "PHP 1" + "9" * 35 + ".98" == str(Money.sum([money, money], "PHP"))
        assert f"PHP -{large}" == str(-money) == str(Money.parse(f"PHP -{large}"))
        assert 10**37 - 1 == money.minor == (money * 1).round(RoundingMode.DOWN).minor
        assert "PHP 0.00" == str(money - money)


@pytest.mark.parametrize("less, more", [(php("1.99"), php("2.00")), (PESO.exact / 3, PESO.exact)])
def test_equal_sums_are_neither_more_nor_less(less: Any, more: Any) -> None:
    """At the very same sum only "or equal" holds."""
    assert lt(less, more)
    assert le(less, more)
    assert gt(more, less)
    assert ge(more, less)
    assert le(less, less)
    assert ge(less, less)
    assert not lt(less, less)
    assert not gt(less, less)
    assert not le(more, less)
    assert not ge(less, more)
