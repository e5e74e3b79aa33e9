"""The regular rate that a commission raises, and the premium on it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from accountkit.engine.pay import overtime_premium
from accountkit.errors import CurrencyError, InputError, TermsError
from accountkit.plans import OvertimeRule
from accountkit.values.money import Amount, Money

RULE = OvertimeRule(standard_hours=Fraction(40), premium_share=Fraction(1, 2))


def dollars(figure: str) -> Amount:
    """An exact amount."""
    return Amount(Fraction(figure), "USD")


def test_a_commission_raises_the_premium_of_every_hour_beyond() -> None:
    """600 and 200 over 50 hours: 16 an hour; half of it for 10 hours is 80, not 60 of the wages."""
    week = overtime_premium(
        RULE,
        wages=Money.parse("USD 600.00"),
        by_results=Money.parse("USD 200.00"),
        hours=Fraction(50),
    )
    assert dollars("16") == week.regular_rate
    assert Fraction(10) == week.hours
    assert dollars("80") == week.premium


@pytest.mark.parametrize("hours", ["40", "39.5"])
def test_no_premium_is_due_up_to_the_standard_hours(hours: str) -> None:
    """The fortieth hour is still a standard one."""
    wages, none = Money.parse("USD 400.00"), Money.zero("USD")
    week = overtime_premium(RULE, wages=wages, by_results=none, hours=Fraction(hours))
    assert dollars("0") == week.premium


def test_the_rate_is_not_rounded() -> None:
    """100 over 42 hours is 50/21 an hour; half of it for 2 hours is 50/21 again."""
    week = overtime_premium(
        RULE, wages=Money.parse("USD 100.00"), by_results=Money.zero("USD"), hours=Fraction(42)
    )
    assert (dollars("50/21"), dollars("50/21")) == (week.regular_rate, week.premium)


def test_a_week_without_hours_has_no_rate() -> None:
    """Nothing can be divided by them."""
    with pytest.raises(InputError, match="hours worked: are 0; give the hours"):
        overtime_premium(
            RULE, wages=Money.zero("USD"), by_results=Money.zero("USD"), hours=Fraction(0)
        )


def test_earnings_below_nothing_have_no_rate() -> None:
    """A commission taken back must not make the premium a fine."""
    with pytest.raises(InputError, match=r"come to USD -50\.00, less than nothing"):
        overtime_premium(
            RULE,
            wages=Money.parse("USD 50.00"),
            by_results=Money.parse("USD -100.00"),
            hours=Fraction(50),
        )


def test_wages_and_commission_are_in_one_currency() -> None:
    """Dollars and pesos do not add."""
    with pytest.raises(CurrencyError):
        overtime_premium(
            RULE, wages=Money.zero("USD"), by_results=Money.zero("PHP"), hours=Fraction(1)
        )


def test_a_rule_without_standard_hours_is_refused() -> None:
    """And so is a premium below nothing."""
    with pytest.raises(TermsError, match="overtime: starts after 0 hours"):
        OvertimeRule(standard_hours=Fraction(0), premium_share=Fraction(1, 2))
    with pytest.raises(TermsError, match="premium_share"):
        OvertimeRule(standard_hours=Fraction(40), premium_share=Fraction(-1, 2))
