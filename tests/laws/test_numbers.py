"""Laws of numbers: what is read is what was written."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from accountkit.errors import InputError
from accountkit.testing.strategies import ratios
from accountkit.values.numbers import exact, plain, to_fraction
from accountkit.values.ratios import parse_ratio, percent_text, ratio_text

numbers = st.integers(-(10**38) + 1, 10**38 - 1).flatmap(
    lambda units: st.integers(0, 38).map(lambda places: Decimal(f"{units}E-{places}"))
)


@given(numbers)
def test_a_number_written_plainly_reads_back(number: Decimal) -> None:
    """All 38 digits and the decimals written as zeros survive."""
    back = exact(plain(number))
    assert number == back
    assert plain(number) == plain(back)
    assert to_fraction(number) == Fraction(plain(number))


@given(st.text(alphabet="0123456789.,_-+eE% ٣²naif", max_size=12))
def test_text_is_a_number_or_refused_in_one_sentence(text: str) -> None:
    """Nothing but our own error comes out, and it never spans lines."""
    try:
        number = exact(text)
    except InputError as error:
        assert "\n" not in str(error)  # noqa: PT017 - most texts are refused, some are not
    else:
        assert Fraction(text.replace("_", "")) == Fraction(number)


@given(ratios())
def test_a_ratio_reads_back(ratio: Fraction) -> None:
    """As a decimal, as a quotient and as an exact percent."""
    assert ratio == parse_ratio(ratio_text(ratio))
    assert ratio == parse_ratio(percent_text(ratio))
    assert ratio == parse_ratio(f"{ratio.numerator}/{ratio.denominator}")


@given(ratios(), st.integers(0, 4))
def test_a_rounded_percent_is_within_half_of_its_last_digit(ratio: Fraction, places: int) -> None:
    """Rounded half up, so never further than half a unit."""
    error = abs(parse_ratio(percent_text(ratio, places)) - ratio) * 100
    assert error <= Fraction(1, 2 * 10**places)
