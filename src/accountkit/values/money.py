"""Money: sums that can be paid, and amounts that are still exact.

``Money`` holds only the digits its currency has (PHP 12.50, JPY 12); ``Amount`` holds every digit
of a calculation. Going from an amount to money names a rounding mode, from
``accountkit.values.rounding``. Formatting for readers is in ``accountkit.documents``.
Different currencies never add, and there is no default currency.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, Inexact
from fractions import Fraction

import attrs

from accountkit.errors import CurrencyError, InputError, UsageError, did_you_mean
from accountkit.values._quotes import check_text, quoted
from accountkit.values.numbers import (
    EXACT,
    exact,
    from_units,
    plain,
    to_fraction,
    units_text,
)
from accountkit.values.rounding import RoundingMode, round_quotient

__all__ = ["Amount", "Money", "currency_digits"]

_digits: dict[str, int] = {}
_quanta: dict[str, Decimal] = {}
_zeros: dict[str, Money] = {}
_new, _set = object.__new__, object.__setattr__


def currency_digits(code: str) -> int:
    """How many decimals a currency has: 2 for PHP, 0 for JPY, 3 for KWD.

    Raises:
        CurrencyError: nobody knows the code.

    Source:
        CLDR supplemental data, currency fractions, as carried by Babel.

    >>> currency_digits("KWD")
    3
    """
    known = _digits.get(code)
    return _learn(code) if known is None else known


def _learn(code: str) -> int:
    from babel.core import get_global  # noqa: PLC0415 - costs more than the rest of the package

    codes = get_global("all_currencies")
    if code not in codes:
        near = did_you_mean(str(code).upper(), codes, "use an ISO 4217 code, such as PHP")
        raise CurrencyError("currency", f"{quoted(code)} is not a known code", near)
    fractions = get_global("currency_fractions")
    digits = int(fractions.get(code, fractions["DEFAULT"])[0])
    _digits[code] = digits
    _quanta[code] = from_units(1, digits)
    return digits


@attrs.frozen(order=False, repr=False)
class Money:
    """A sum in one currency, with exactly the decimals of that currency.

    Units:
        ``amount`` is in the currency's main unit, ``minor`` in its smallest (centavos of PHP).

    Raises:
        InputError: more decimals than the currency has.
        CurrencyError: nobody knows the currency; or two currencies meet in arithmetic.

    >>> str(Money.of("12.50", "PHP") + Money.of(5, "PHP"))
    'PHP 17.50'
    """

    amount: Decimal
    currency: str

    def __attrs_post_init__(self) -> None:
        amount = self.amount
        try:
            if amount.same_quantum(_quanta[self.currency]) and (amount or not amount.is_signed()):
                return
        except (AttributeError, KeyError, TypeError):
            pass  # the slow way settles it, or says what is wrong
        object.__setattr__(self, "amount", _settle(amount, self.currency))

    @classmethod
    def of(cls, amount: Decimal | int | str, currency: str) -> Money:
        """So much money; text may leave decimals out, but not write too many.

        Raises:
            InputError: the amount cannot be read or has too many decimals.
            CurrencyError: nobody knows the currency.
        """
        number = exact(amount, "money")
        if isinstance(amount, str):
            _check_decimals(number, currency)
        return cls(number, currency)

    @classmethod
    def parse(cls, text: str) -> Money:
        """Read what ``str`` writes: the currency, a space, the amount.

        >>> Money.parse("PHP 1_250.5").minor
        125050
        """
        check_text(text, "money", "write it as PHP 1250.50")
        currency, space, amount = text.partition(" ")
        if not space or not currency.isalpha():
            raise InputError(
                "money",
                f"{quoted(text)} is not a currency followed by an amount",
                "write it as PHP 1250.50",
            )
        return cls.of(amount, currency)

    @classmethod
    def zero(cls, currency: str) -> Money:
        """No money, in a currency."""
        known = _zeros.get(currency)
        if known is None:
            known = _zeros[currency] = cls.from_minor(0, currency)
        return known

    @classmethod
    def from_minor(cls, minor: int, currency: str) -> Money:
        """So many of the smallest unit: 1250 of PHP are PHP 12.50."""
        quantum = _quanta.get(currency)
        if quantum is None:
            quantum = _quantum(currency)
        return _known_good(EXACT.multiply(minor, quantum), currency)

    @classmethod
    def sum(cls, moneys: Iterable[Money], currency: str) -> Money:
        """The sum, which of none is zero.

        Raises:
            CurrencyError: one of them is in another currency.
        """
        add = EXACT.add
        zero = cls.zero(currency)
        amount = zero.amount
        for money in moneys:
            if money.currency != currency:
                raise _meeting("add", currency, money.currency)
            amount = add(amount, money.amount)
        return _known_good(amount, currency) if amount else zero

    @property
    def minor(self) -> int:
        """The sum in the smallest unit of its currency, as a whole number."""
        return int(EXACT.scaleb(self.amount, _digits[self.currency]))

    @property
    def exact(self) -> Amount:
        """The same sum, for exact arithmetic."""
        return Amount(self.value, self.currency)

    @property
    def value(self) -> Fraction:
        """The sum in the main unit, as a fraction."""
        return Fraction(self.minor, 10 ** _digits[self.currency])

    def __str__(self) -> str:
        return f"{self.currency} {units_text(self.minor, _digits[self.currency])}"

    def __repr__(self) -> str:
        return f"Money.parse('{self}')"

    def __bool__(self) -> bool:
        return bool(self.amount)

    def __add__(self, other: Money) -> Money:
        _check_same(self, other, "add")
        return _known_good(EXACT.add(self.amount, other.amount), self.currency)

    def __sub__(self, other: Money) -> Money:
        _check_same(self, other, "subtract")
        return _known_good(EXACT.subtract(self.amount, other.amount), self.currency)

    def __neg__(self) -> Money:
        return Money(EXACT.minus(self.amount), self.currency)

    def __abs__(self) -> Money:
        return Money(self.amount.copy_abs(), self.currency)

    def __mul__(self, factor: Fraction | Decimal | int) -> Amount:
        return self.exact * factor

    __rmul__ = __mul__

    def __truediv__(self, other: Money) -> Fraction:
        """How many times the other is held in this one; both in one currency."""
        _check_same(self, other, "divide")
        if not other:
            raise UsageError("money", f"{self} is divided by nothing", "test for zero first")
        return Fraction(self.minor, other.minor)

    def __lt__(self, other: Money) -> bool:
        _check_same(self, other, "compare")
        return self.amount < other.amount

    def __le__(self, other: Money) -> bool:
        _check_same(self, other, "compare")
        return self.amount <= other.amount

    def __gt__(self, other: Money) -> bool:
        _check_same(self, other, "compare")
        return self.amount > other.amount

    def __ge__(self, other: Money) -> bool:
        _check_same(self, other, "compare")
        return self.amount >= other.amount


@attrs.frozen(order=False, repr=False, init=False)
class Amount:
    """An exact amount in one currency, with every digit of a calculation.

    Raises:
        CurrencyError: nobody knows the currency; or two currencies meet in arithmetic.

    >>> str((Money.of("100.00", "PHP") * Fraction(1, 3)).round(RoundingMode.HALF_UP))
    'PHP 33.33'
    """

    value: Fraction
    currency: str

    def __init__(self, value: Fraction | Decimal | int, currency: str) -> None:
        _set(self, "value", value if type(value) is Fraction else to_fraction(value))
        if currency not in _digits:
            currency_digits(currency)
        _set(self, "currency", currency)

    @classmethod
    def zero(cls, currency: str) -> Amount:
        """Nothing, in a currency."""
        return cls(Fraction(0), currency)

    @classmethod
    def sum(cls, amounts: Iterable[Amount], currency: str) -> Amount:
        """The sum, which of none is zero.

        Raises:
            CurrencyError: one of them is in another currency.
        """
        total = cls.zero(currency)
        for amount in amounts:
            total = total + amount
        return total

    def round(self, mode: RoundingMode) -> Money:
        """The money nearest to it by the mode, in the smallest unit of the currency."""
        value, currency = self.value, self.currency
        if not value:
            return Money.zero(currency)
        scale = 10 ** _digits[currency]
        minor = round_quotient(value.numerator * scale, value.denominator, mode)
        return Money.from_minor(minor, currency)

    def __str__(self) -> str:
        return f"{self.currency} {plain(self.value)}"

    def __repr__(self) -> str:
        return f"Amount({self.value!r}, {self.currency!r})"

    def __bool__(self) -> bool:
        return bool(self.value)

    def __add__(self, other: Amount) -> Amount:
        _check_same(self, other, "add")
        return Amount(self.value + other.value, self.currency)

    def __sub__(self, other: Amount) -> Amount:
        _check_same(self, other, "subtract")
        return Amount(self.value - other.value, self.currency)

    def __neg__(self) -> Amount:
        return Amount(-self.value, self.currency)

    def __abs__(self) -> Amount:
        return Amount(abs(self.value), self.currency)

    def __mul__(self, factor: Fraction | Decimal | int) -> Amount:
        return Amount(self.value * to_fraction(factor, "factor"), self.currency)

    __rmul__ = __mul__

    def __truediv__(self, divisor: Fraction | Decimal | int) -> Amount:
        number = to_fraction(divisor, "divisor")
        if not number:
            raise UsageError("amount", f"{self} is divided by zero", "test for zero first")
        return Amount(self.value / number, self.currency)

    def __lt__(self, other: Amount) -> bool:
        _check_same(self, other, "compare")
        return self.value < other.value

    def __le__(self, other: Amount) -> bool:
        _check_same(self, other, "compare")
        return self.value <= other.value

    def __gt__(self, other: Amount) -> bool:
        _check_same(self, other, "compare")
        return self.value > other.value

    def __ge__(self, other: Amount) -> bool:
        _check_same(self, other, "compare")
        return self.value >= other.value


def _known_good(amount: Decimal, currency: str) -> Money:
    """Money of an amount that has the currency's decimals by how it came about; not checked."""
    money = _new(Money)
    _set(money, "amount", amount)
    _set(money, "currency", currency)
    return money


def _quantum(currency: str) -> Decimal:
    currency_digits(currency)
    return _quanta[currency]


def _settle(amount: Decimal, currency: str) -> Decimal:
    currency_digits(currency)
    number = exact(amount, "money")
    try:
        return EXACT.quantize(number, _quanta[currency])
    except Inexact:
        raise _too_fine(number, currency) from None


def _check_decimals(number: Decimal, currency: str) -> None:
    digits = currency_digits(currency)
    if number.same_quantum(_quanta[currency]):
        return
    if -int(number.as_tuple().exponent) > digits:
        raise _too_fine(number, currency)


def _too_fine(number: Decimal, currency: str) -> InputError:
    digits = currency_digits(currency) or "none"
    return InputError(
        "money",
        f"{currency} {plain(number)} has more decimals than the currency, which has {digits}",
        "keep it as an exact amount, or round it by a mode you name",
    )


def _check_same(one: Money | Amount, other: object, verb: str) -> None:
    """Refuse what is not of the same kind and in the same currency."""
    if not isinstance(other, type(one)):
        is_money = isinstance(one, Money)
        raise CurrencyError(
            "money" if is_money else "amount",
            f"cannot {verb} {one} and {quoted(other)}",
            "both must be money" if is_money else "both must be exact amounts, as money.exact is",
        )
    if one.currency != other.currency:
        raise _meeting(verb, one.currency, other.currency)


def _meeting(verb: str, one: str, other: str) -> CurrencyError:
    return CurrencyError(
        "money", f"cannot {verb} {one} and {other}", "convert one of them at a stated rate first"
    )
