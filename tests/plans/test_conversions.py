"""Rates at which amounts in other currencies enter a plan."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from accountkit.errors import TermsError
from accountkit.plans.conversions import Conversion, RateDate

RATES = {"USD": Fraction(58)}


@pytest.mark.parametrize(
    "build, message",
    [
        (
            lambda: Conversion(on=RateDate.FIXED),
            (
                "conversion: has fixed rates and a date rule, or neither; state fixed rates with "
                "on: fixed, and only there"
            ),
        ),
        (
            lambda: Conversion(on=RateDate.DEAL_DATE, source="bsp", valid_days=1, fixed=RATES),
            (
                "conversion: has fixed rates and a date rule, or neither; state fixed rates with "
                "on: fixed, and only there"
            ),
        ),
        (
            lambda: Conversion(on=RateDate.DEAL_DATE, source="bsp"),
            (
                "conversion: needs source and valid_days where rates are not fixed, and only "
                "there; state both, or fix the rates"
            ),
        ),
        (
            lambda: Conversion(on=RateDate.FIXED, fixed=RATES, valid_days=3),
            (
                "conversion: needs source and valid_days where rates are not fixed, and only "
                "there; state both, or fix the rates"
            ),
        ),
        (
            lambda: Conversion(on=RateDate.FIXED, fixed={"USD": Fraction(0)}),
            "conversion: the rate of USD is 0; give a rate above zero",
        ),
        (
            lambda: Conversion(on=RateDate.FIXED, fixed={"PPP": Fraction(1)}),
            ('currency: "PPP" is not a known code; did you mean PHP?'),
        ),
        (
            lambda: Conversion(on=RateDate.PERIOD_END, source="bsp", valid_days=0),
            "valid_days: 0 is less than 1; give a number from 1 up",
        ),
    ],
)
def test_what_does_not_fit_is_refused(build: Callable[[], object], message: str) -> None:
    """Each message says what is wrong and what to write instead."""
    with pytest.raises(TermsError) as error:
        build()
    assert message == str(error.value)


def test_rates_are_not_rounded_unless_a_mode_is_named() -> None:
    """Converted amounts keep every digit."""
    assert Conversion(on=RateDate.FIXED, fixed=RATES).rounding is None
