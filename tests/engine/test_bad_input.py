"""Bad input: what becomes of facts and terms that do not fit, each with a stated outcome.

What a handbook refuses to read is held in ``tests/plans_bad``; here it has reached the engine.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import pytest

from accountkit.engine.pay import evaluate, evaluate_sequence, evaluate_through
from accountkit.errors import InputError
from accountkit.facts.known import Facts
from accountkit.plans import (
    Conversion,
    NegativeResult,
    Plan,
    RateDate,
    Returns,
    WithoutQuota,
)
from accountkit.plans.returns import ReturnRule
from accountkit.settlement.statements import Outcome
from accountkit.testing.pay import (
    a_bound_plan,
    a_chain,
    a_commission,
    a_deal,
    a_ladder,
    a_plan,
    at_original_rate,
    some_facts,
)
from accountkit.values.ladders import Below, Edge
from accountkit.values.money import Money

FLAT = a_commission("10%")


def reckoned(plan: Plan, facts: Facts, *people: str, **options: Any) -> Outcome:
    """The first quarter of people under one plan; of Ana, if nobody is named."""
    return evaluate(a_bound_plan(dict.fromkeys(people or ("ana",), plan), **options), facts)


def paid(outcome: Outcome) -> dict[str, str]:
    """What each person who can be paid is paid."""
    return {one.payee: str(one.total.amount) for one in outcome.statements}


def faults(outcome: Outcome) -> dict[str, str]:
    """What keeps others from being paid, one thing each."""
    assert len({fault.person for fault in outcome.faults}) == len(outcome.faults)
    return {fault.person: fault.message for fault in outcome.faults}


# --- a quota of zero ------------------------------------------------------------------------------


def test_a_quota_of_zero_is_a_fault_or_pays_nothing_as_the_plan_says() -> None:
    """Nothing can be divided by it; Ben, who has one of 1,000 and sold 500, has 10% of 500."""
    commission = a_commission(a_ladder("sliced", "0% 10%"))
    quotas = {"ana": "0", "ben": "1000"}
    facts = some_facts("ana 2026-01-15 500.00", "ben 2026-01-15 500.00")

    outcome = reckoned(a_plan(commission), facts, "ana", "ben", quotas=quotas)
    assert {"ben": "50.00"} == paid(outcome)
    assert (
        "quota of ana for sales in 2026-Q1: is zero while the measure stands at PHP 500.00; give"
        " the quota, or say in the plan what having none means (without_quota) [commission]"
    ) == faults(outcome)["ana"]

    silent = a_plan(commission, without_quota=WithoutQuota.ZERO)
    outcome = reckoned(silent, facts, "ana", "ben", quotas=quotas)
    assert {"ana": "0.00", "ben": "50.00"} == paid(outcome)
    assert {} == faults(outcome)


# --- a negative deal larger than the period -------------------------------------------------------

SHORT = ("ana 2026-01-15 100.00", "ana 2026-02-15 -300.00", "ana 2026-04-15 500.00")
"""100 sold and 300 given back in the first quarter, 10% of which are -20; then 500, 10% are 50."""


@pytest.mark.parametrize(
    "negative, totals, owed",
    [
        (NegativeResult.CARRY, ["0.00", "30.00"], "20.00"),  # 50 less the 20 carried over
        (NegativeResult.PAY_BACK, ["-20.00", "50.00"], "0.00"),
        (NegativeResult.FORGIVE, ["0.00", "50.00"], "0.00"),
    ],
)
def test_returns_larger_than_the_period_are_settled_as_the_plan_says(
    negative: NegativeResult, totals: list[str], owed: str
) -> None:
    """-20 is carried into the next quarter, paid back at once, or forgotten."""
    chain = a_chain({"ana": a_plan(FLAT, negative=negative)}, "2026-Q1", "2026-Q2")
    first, second = evaluate_sequence(chain, some_facts(*SHORT))
    assert totals == [paid(first)["ana"], paid(second)["ana"]]
    account = first.account("ana")
    assert account is not None
    assert Money.of(owed, "PHP") == account.balance("negative")


def test_returns_larger_than_the_period_are_a_fault_where_the_plan_is_silent() -> None:
    """And the next quarter is paid as it stands."""
    chain = a_chain({"ana": a_plan(FLAT)}, "2026-Q1", "2026-Q2")
    first, second = evaluate_sequence(chain, some_facts(*SHORT))
    assert (
        "pay of ana for 2026-Q1: comes to PHP -20.00, less than nothing, and the plan does not say"
        " what follows; state negative: in the plan, or correct or complete the facts of the period"
    ) == faults(first)["ana"]
    assert {"ana": "50.00"} == paid(second)


def test_a_sliced_ladder_prices_nothing_below_zero_unless_it_extends() -> None:
    """-200 by slices from zero up is nothing; extended it is -20."""
    facts = some_facts(*SHORT[:2])
    sliced = a_commission(a_ladder("sliced", "0 10%"), "amount")
    assert {"ana": "0.00"} == paid(reckoned(a_plan(sliced), facts))
    extended = a_commission(a_ladder("sliced", "0 10%", below=Below.EXTEND), "amount")
    plan = a_plan(extended, negative=NegativeResult.PAY_BACK)
    assert {"ana": "-20.00"} == paid(reckoned(plan, facts))


# --- splits ---------------------------------------------------------------------------------------

WHOLE = a_commission("100%")


@pytest.mark.parametrize(
    "shares, problem",
    [
        (("d1 ana 0.5", "d1 ben 0.4999"), "sums to 99.99%; let the shares sum to 100%"),
        (("d1 ana 0.5", "d1 ben 0.5001"), "sums to 100.01%; let the shares sum to 100%"),
        (("d1 ana 1", "d1 ben 0"), "gives ben 0%; give a share above zero"),
        (("d1 ana 1.5", "d1 ben -0.5"), "gives ben -50%; give a share above zero"),
    ],
)
def test_a_split_that_does_not_add_up_is_a_fault_of_everybody_in_it(
    shares: tuple[str, str], problem: str
) -> None:
    """Nobody knows whose mistake it is; Cora, who is not named on the deal, is paid."""
    facts = some_facts("ana 2026-01-15 100.00", "cora 2026-01-15 7.00", shares=shares)
    outcome = reckoned(a_plan(WHOLE), facts, "ana", "ben", "cora")
    assert {"cora": "7.00"} == paid(outcome)
    found = faults(outcome)
    assert ["ana", "ben"] == sorted(found)
    for message in found.values():
        assert message.startswith(f"split of deal d1: {problem}")


def test_a_person_twice_in_a_split_is_a_fault() -> None:
    """Two halves of Ana are a mistake, not the whole."""
    facts = some_facts("ana 2026-01-15 100.00", shares=["d1 ana 1/2", "d1 ana 1/2"])
    assert "split of deal d1: names ana twice" in faults(reckoned(a_plan(WHOLE), facts))["ana"]


def test_three_equal_shares_are_thirds_and_sum_to_the_deal() -> None:
    """100.00 in thirds is 33.34, 33.33 and 33.33: the odd centavo goes to the first by id."""
    people = ("ana", "ben", "cora")
    facts = some_facts("ana 2026-01-15 100.00", shares=[f"d1 {who} 1/3" for who in people])
    outcome = reckoned(a_plan(WHOLE), facts, *people)
    assert {"ana": "33.34", "ben": "33.33", "cora": "33.33"} == paid(outcome)


def test_three_shares_of_0_3333_are_not_thirds() -> None:
    """They sum to 99.99%, and a ten-thousandth of the deal would belong to nobody."""
    people = ("ana", "ben", "cora")
    facts = some_facts("ana 2026-01-15 100.00", shares=[f"d1 {who} 0.3333" for who in people])
    outcome = reckoned(a_plan(WHOLE), facts, *people)
    assert {} == paid(outcome)
    assert (
        "sums to 99.99%; let the shares sum to 100%; write a third as 1/3"
        in (faults(outcome)["cora"])
    )


# --- bands that touch -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "edge, sales, expected",
    [
        (Edge.AT_OR_ABOVE, "999.99", "50.00"),  # 5% of 999.99 is 49.9995
        (Edge.AT_OR_ABOVE, "1000.00", "80.00"),
        (Edge.ABOVE, "1000.00", "50.00"),
        (Edge.ABOVE, "1000.01", "80.00"),  # 8% of 1,000.01 is 80.0008
    ],
)
def test_bands_that_touch_have_one_owner_of_the_edge(edge: Edge, sales: str, expected: str) -> None:
    """5% up to 1,000 and 8% from there: exactly 1,000 is in one of the two, as the table says."""
    commission = a_commission(a_ladder("whole", "0 5%", "1000 8%", edge=edge), "amount")
    outcome = reckoned(a_plan(commission), some_facts(f"ana 2026-01-15 {sales}"))
    assert {"ana": expected} == paid(outcome)


# --- currencies -----------------------------------------------------------------------------------

BY_BANK = Conversion(on=RateDate.DEAL_DATE, source="bank", valid_days=7)


@pytest.mark.parametrize(
    "conversion, rates, problem",
    [
        (None, [], "is missing: the deal is in EUR and plan plan counts in PHP; state the deal"),
        (BY_BANK, [], "is missing: bank has none from EUR to PHP for 2026-01-15 that is at most 7"),
        (BY_BANK, ["bank EUR PHP 2026-01-08 60"], "is missing: bank has none from EUR to PHP for"),
        (BY_BANK, ["bank EUR PHP 2026-01-16 60"], "is missing: bank has none from EUR to PHP for"),
        (BY_BANK, ["other EUR PHP 2026-01-15 60"], "is missing: bank has none from EUR to PHP"),
        (BY_BANK, ["bank PHP EUR 2026-01-15 60"], "is missing: bank has none from EUR to PHP"),
        (
            Conversion(on=RateDate.FIXED, fixed={"USD": Fraction(56)}),
            [],
            "is missing: plan plan fixes no rate of EUR; add it to the plan's fixed rates",
        ),
    ],
)
def test_a_currency_without_a_rate_is_a_fault_and_never_one_to_one(
    conversion: Conversion | None, rates: list[str], problem: str
) -> None:
    """Not there, seven days old on the eighth, of the next day, of another source or turned round.

    Ben, whose deal is in pesos, is paid.
    """
    facts = some_facts("ana 2026-01-15 100.00 currency=EUR", "ben 2026-01-15 100.00", rates=rates)
    outcome = reckoned(a_plan(FLAT, conversion=conversion), facts, "ana", "ben")
    assert {"ben": "10.00"} == paid(outcome)
    assert f"exchange rate for deal d1: {problem}" in faults(outcome)["ana"]


# --- very large amounts ---------------------------------------------------------------------------


def test_an_amount_of_forty_digits_is_refused_at_the_border() -> None:
    """38 digits are the most that a number may have."""
    with pytest.raises(InputError, match="38"):
        a_deal(f"ana 2026-01-15 {'9' * 38}.99")


def test_amounts_of_38_digits_are_exact_to_the_centavo() -> None:
    """100% of two deals of 36 nines and 99 centavos: twice 10^36, less two centavos."""
    large = f"{'9' * 36}.99"
    facts = some_facts(f"ana 2026-01-15 {large}", f"ana 2026-01-16 {large}")
    assert {"ana": f"1{'9' * 36}.98"} == paid(reckoned(a_plan(WHOLE), facts))


# --- deals that are in no period ------------------------------------------------------------------


def test_a_deal_dated_outside_every_period_is_paid_by_none() -> None:
    """Those of 2025 and 2027 wait for their own periods; nobody has a fault by them."""
    chain = a_chain({"ana": a_plan(FLAT)}, "2026-Q1", "2026-Q2")
    facts = some_facts("ana 2025-12-31 100.00", "ana 2026-02-15 100.00", "ana 2027-01-01 100.00")
    first, second = evaluate_sequence(chain, facts)
    assert ({"ana": "10.00"}, {}) == (paid(first), faults(first))
    assert ({"ana": "0.00"}, {}) == (paid(second), faults(second))


def test_a_deal_dated_in_a_closed_period_is_a_difference_in_the_open_one() -> None:
    """10 was paid for the first quarter; 200 more of it come in late: 20, in the second."""
    chain = a_chain({"ana": a_plan(FLAT)}, "2026-Q1", "2026-Q2")
    closed = evaluate(chain[0], some_facts("ana 2026-02-15 100.00"))
    known = some_facts("ana 2026-02-15 100.00", "ana 2026-03-31 200.00")
    (difference,) = evaluate_through(chain, known, paid=[closed]).statement("ana").differences
    assert Money.parse("PHP 20.00") == difference.amount


def test_a_day_without_a_period_between_two_is_in_neither() -> None:
    """Listed periods may have a gap: a deal of the 15th is in none of 1 to 14 and 16 to 31."""
    days = ("2026-01-01..2026-01-14", "2026-01-16..2026-01-31")
    chain = a_chain({"ana": a_plan(FLAT)}, *days)
    facts = some_facts("ana 2026-01-15 100.00")
    assert [{"ana": "0.00"}] * 2 == [paid(one) for one in evaluate_sequence(chain, facts)]


# --- returns --------------------------------------------------------------------------------------

RE_RATED = Returns(rule=ReturnRule.RE_RATING)


@pytest.mark.parametrize(
    "returns", [RE_RATED, at_original_rate(), at_original_rate(attainment_falls=True)]
)
@pytest.mark.parametrize(
    "row, problem",
    [
        ("ana 2026-02-15 -30.00", "return d2: does not say which deal it gives back"),
        ("ana 2026-02-15 -30.00 returns=d9", "return d2: gives back deal d9, which is not known"),
        ("ana 2026-02-15 -100.01 returns=d1", "returns of deal d1: come to PHP 100.01, more than"),
    ],
)
def test_a_return_without_its_deal_is_a_fault_where_the_rule_asks_for_it(
    returns: Returns, row: str, problem: str
) -> None:
    """So is one of more than the deal; Ben is paid."""
    facts = some_facts("ana 2026-01-15 100.00", row, "ben 2026-01-15 100.00")
    outcome = reckoned(a_plan(FLAT, returns=returns), facts, "ana", "ben")
    assert {"ben": "10.00"} == paid(outcome)
    assert faults(outcome)["ana"].startswith(problem)


@pytest.mark.parametrize("returns", [None, Returns(rule=ReturnRule.IN_PERIOD)])
@pytest.mark.parametrize("named", ["", " returns=d9"])
def test_a_return_without_its_deal_counts_in_its_period_where_the_rule_does_not_ask(
    returns: Returns | None, named: str
) -> None:
    """100 less 30 is 70, of which 10% are 7."""
    facts = some_facts("ana 2026-01-15 100.00", f"ana 2026-02-15 -30.00{named}")
    assert {"ana": "7.00"} == paid(reckoned(a_plan(FLAT, returns=returns), facts))


# --- twice, and nobody ----------------------------------------------------------------------------


def test_the_same_deal_twice_is_refused() -> None:
    """An id is one deal's, also where the rest differs: which of the two is meant, nobody knows."""
    with pytest.raises(InputError, match=re.escape("deal d1: is given more than once; keep one")):
        some_facts("ana 2026-01-15 100.00 id=d1", "ben 2026-02-15 5.00 id=d1")


def test_two_deals_that_differ_by_id_alone_are_two() -> None:
    """People do sell the same thing twice a day."""
    facts = some_facts("ana 2026-01-15 100.00", "ana 2026-01-15 100.00")
    assert {"ana": "20.00"} == paid(reckoned(a_plan(FLAT), facts))


def test_deals_of_a_person_without_a_plan_are_a_fault_of_that_person() -> None:
    """Somebody was forgotten, or the deals are booked on the wrong person; Ana is paid."""
    facts = some_facts("ana 2026-01-15 100.00", "zoe 2026-01-15 100.00", "zoe 2026-01-16 100.00")
    outcome = reckoned(a_plan(FLAT), facts)
    assert {"ana": "10.00"} == paid(outcome)
    assert {
        "zoe": "pay of zoe for 2026-Q1: is asked for by 2 deals, and no plan covers the person;"
        " name the person's role in a plan, or mend the person on the deals"
    } == faults(outcome)
