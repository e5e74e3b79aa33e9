"""The oracle itself, on examples small enough to be worked out by hand."""

from __future__ import annotations

from tests.agreement.oracle import Expected, reckon

from accountkit.facts.known import Facts
from accountkit.plans.bound import BoundPlan
from accountkit.plans.components import Accumulate
from accountkit.plans.quotas import DayCount, QuotaRule
from accountkit.testing.pay import (
    a_bonus,
    a_bound_plan,
    a_cap,
    a_chain,
    a_commission,
    a_draw,
    a_ladder,
    a_plan,
    an_override,
    at_original_rate,
    paid_at,
    some_facts,
)
from accountkit.values.calendars import PeriodKind
from accountkit.values.clauses import Clause
from accountkit.values.texts import Text

MONTHLY = PeriodKind.MONTH


def paid(
    chain: BoundPlan | tuple[BoundPlan, ...], facts: Facts, person: str = "ana"
) -> list[Expected]:
    """What a person is paid in each period; there must be no fault."""
    bounds = (chain,) if isinstance(chain, BoundPlan) else chain
    found = [period[person] for period in reckon(bounds, facts)]
    assert None not in found
    return [expected for expected in found if expected is not None]


def test_each_band_prices_its_own_slice() -> None:
    """1% of the first 1000 and 2% of the next 500 are 10 and 10."""
    ladder = a_ladder("sliced", "0 1%", "1000 2%")
    bound = a_bound_plan({"ana": a_plan(a_commission(ladder, "amount"))})

    (found,) = paid(bound, some_facts("ana 2026-01-09 900", "ana 2026-02-09 600"))

    assert 2000 == found.total


def test_thirds_of_a_deal_sum_to_it_and_the_first_by_name_has_the_odd_centavo() -> None:
    """100.00 is 33.34, 33.33 and 33.33."""
    plan = a_plan(a_commission("100%"))
    bound = a_bound_plan({"ben": plan, "ana": plan, "cora": plan})
    facts = some_facts("cora 2026-01-09 100", shares=[f"d1 {who} 1/3" for who in _THREE])

    assert [3334, 3333, 3333] == [paid(bound, facts, who)[0].total for who in _THREE]


_THREE = ("ana", "ben", "cora")


def test_to_date_pays_what_was_not_paid_before() -> None:
    """1% up to 100 and 2% above: 60 gives 0.60; 140 gives 1.80, of which 1.20 is left."""
    ladder = a_ladder("sliced", "0 1%", "100 2%")
    part = a_commission(ladder, "amount", accumulate=Accumulate.QUARTER_TO_DATE)
    chain = a_chain({"ana": a_plan(part, period=MONTHLY)}, "2026-01", "2026-02")

    found = paid(chain, some_facts("ana 2026-01-09 60", "ana 2026-02-09 80"))

    assert [60, 120] == [expected.total for expected in found]


def test_excess_that_is_carried_is_paid_where_the_cap_leaves_room() -> None:
    """25 of 10 carries 15; then 4 leaves room for 6, and 9 stay open."""
    plan = a_plan(a_commission("10%"), period=MONTHLY, caps=(a_cap("PHP 10.00", excess="carried"),))
    chain = a_chain({"ana": plan}, "2026-01", "2026-02")

    found = paid(chain, some_facts("ana 2026-01-09 250", "ana 2026-02-09 40"))

    assert [1000, 1000] == [expected.total for expected in found]
    assert {"cap": 900} == found[-1].balances


def test_a_draw_is_repaid_out_of_what_is_above_it() -> None:
    """10 is lifted to 30 and 20 are owed; of 45, 15 are above the draw and repaid."""
    plan = a_plan(a_commission("10%"), period=MONTHLY, draws=(a_draw("PHP 30.00"),))
    chain = a_chain({"ana": plan}, "2026-01", "2026-02")

    found = paid(chain, some_facts("ana 2026-01-09 100", "ana 2026-02-09 450"))

    assert [3000, 3000] == [expected.total for expected in found]
    assert {"draw": 500} == found[-1].balances


def test_a_return_takes_back_what_its_deal_was_paid() -> None:
    """40 of 100 at 10% take back 4 of the next 10."""
    clauses = tuple(Clause(id=name, text=Text.of(en=name)) for name in ("commission", "returns"))
    plan = a_plan(a_commission("10%"), period=MONTHLY, clauses=clauses, returns=at_original_rate())
    chain = a_chain({"ana": plan}, "2026-01", "2026-02")
    facts = some_facts("ana 2026-01-09 100", "ana 2026-02-09 100", "ana 2026-02-10 -40 returns=d1")

    assert [1000, 600] == [expected.total for expected in paid(chain, facts)]


def test_what_waits_for_cash_comes_with_it() -> None:
    """Half of the deal is paid for in January and the other half in February: 5 and 5."""
    plan = a_plan(a_commission("10%", payment=paid_at("cash")), period=MONTHLY)
    chain = a_chain({"ana": plan}, "2026-01", "2026-02")
    facts = some_facts(
        "ana 2026-01-09 100", payments=["d1 2026-01-20 50.00", "d1 2026-02-20 50.00"]
    )

    assert [500, 500] == [expected.total for expected in paid(chain, facts)]


def test_half_a_quarter_by_thirty_days_a_month_asks_for_half_the_quota() -> None:
    """From 16 February there are 15 days of February and 30 of March: 45 of 90, so 100 of 200."""
    rule = QuotaRule(measure="sales", proration=DayCount.THIRTY_360)
    plan = a_plan(a_bonus("PHP 7.00"), quota_rules=(rule,))
    bound = a_bound_plan(
        {"ana": plan}, quotas={"ana": "200"}, took_part={"ana": "2026-02-16..2026-12-31"}
    )

    assert 700 == paid(bound, some_facts("ana 2026-03-09 100"))[0].total
    assert 0 == paid(bound, some_facts("ana 2026-03-09 99.99"))[0].total


def test_a_deal_that_two_reports_share_counts_once_for_their_superior() -> None:
    """2% of 100, though ben and cora each bring half of it."""
    plan = a_plan(an_override("2%"))
    bound = a_bound_plan({"ana": plan, "ben": plan}, superiors={"ben": "ana", "cora": "ana"})
    facts = some_facts("ben 2026-01-09 100", shares=["d1 ben 1/2", "d1 cora 1/2"])

    assert 200 == paid(bound, facts)[0].total


def test_a_missing_quota_is_a_fault_and_no_zero() -> None:
    """The bonus asks for an attainment, and nobody gave the quota."""
    bound = a_bound_plan({"ana": a_plan(a_bonus("PHP 7.00"))})

    assert reckon([bound], some_facts("ana 2026-01-09 100"))[0]["ana"] is None
