"""The months over which a commission becomes expense."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from accountkit.errors import TermsError
from accountkit.plans import AmortisationRule
from accountkit.settlement import amortise
from accountkit.values.money import Money
from accountkit.values.periods import Period

START = date(2026, 1, 31)


def test_the_parts_sum_to_the_cost_and_differ_by_a_cent_at_most() -> None:
    """15,000.00 over 36 months: 1,500,000 cents are 36 x 41,666 and 24 more."""
    parts = amortise(AmortisationRule(months=36), Money.parse("USD 15000.00"), START)
    assert {"USD 416.67": 24, "USD 416.66": 12} == Counter(str(part.expense) for part in parts)
    assert Money.parse("USD 416.67") == parts[0].expense
    assert Money.parse("USD 416.66") == parts[-1].expense
    assert Money.zero("USD") == parts[-1].carried


def test_what_is_carried_falls_month_by_month() -> None:
    """100.00 over three months: 33.34, 33.33 and 33.33."""
    parts = amortise(AmortisationRule(months=3), Money.parse("USD 100.00"), START)
    assert ["USD 66.66", "USD 33.33", "USD 0.00"] == [str(part.carried) for part in parts]


def test_months_count_from_the_day_of_the_contract() -> None:
    """From 31 January: the second starts on 28 February, the third on 31 March."""
    parts = amortise(AmortisationRule(months=3), Money.parse("USD 100.00"), START)
    assert [
        Period.parse("2026-01-31..2026-02-27"),
        Period.parse("2026-02-28..2026-03-30"),
        Period.parse("2026-03-31..2026-04-29"),
    ] == [part.month for part in parts]


@pytest.mark.parametrize("months, parts", [(12, 1), (13, 13)])
def test_the_practical_expedient_covers_one_year_and_no_more(months: int, parts: int) -> None:
    """Twelve months or fewer are expensed at once where the rule says so."""
    rule = AmortisationRule(months=months, expedient_months=12)
    found = amortise(rule, Money.parse("USD 3000.00"), START)
    assert parts == len(found)
    assert Money.parse("USD 3000.00") == Money.sum((part.expense for part in found), "USD")


def test_without_the_expedient_a_short_contract_is_spread_as_well() -> None:
    """3,000.00 over six months is 500.00 a month."""
    parts = amortise(AmortisationRule(months=6), Money.parse("USD 3000.00"), START)
    assert [Money.parse("USD 500.00")] * 6 == [part.expense for part in parts]


def test_a_cost_that_is_taken_back_mirrors_its_schedule() -> None:
    """-100.00 over three months: -33.34, -33.33 and -33.33."""
    parts = amortise(AmortisationRule(months=3), Money.parse("USD -100.00"), START)
    assert ["USD -33.34", "USD -33.33", "USD -33.33"] == [str(part.expense) for part in parts]


def test_a_rule_of_no_months_is_refused() -> None:
    """Nothing can be spread over them."""
    with pytest.raises(TermsError, match="months: 0 is less than 1"):
        AmortisationRule(months=0)
