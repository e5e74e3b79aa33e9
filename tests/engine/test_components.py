"""What each kind of component comes to, and its gates, kickers, caps and floors."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from accountkit.engine.pay import evaluate, evaluate_sequence
from accountkit.facts.known import Facts
from accountkit.plans import (
    Accumulate,
    Bound,
    Component,
    NegativeResult,
    Plan,
    SalesSum,
    Selection,
    WithoutQuota,
)
from accountkit.settlement.statements import Statement
from accountkit.testing.pay import (
    EVERY_MEASURE,
    a_bonus,
    a_bound_plan,
    a_chain,
    a_commission,
    a_gate,
    a_grid,
    a_kicker,
    a_ladder,
    a_limit,
    a_plan,
    a_scorecard,
    a_spiff,
    a_step,
    an_award,
    an_override,
    some_facts,
)
from accountkit.values.ladders import Below
from accountkit.values.money import Money
from accountkit.values.texts import Text

SOLD = "ana 2026-01-15 1000.00"


def statement(
    *parts: Component,
    facts: Facts | None = None,
    terms: dict[str, Any] | None = None,
    **options: Any,
) -> Statement:
    """Ana's statement; without other facts she sold 1,000 in the first quarter."""
    bound = a_bound_plan({"ana": a_plan(*parts, **(terms or {}))}, **options)
    return evaluate(bound, some_facts(SOLD) if facts is None else facts).statement("ana")


def paid(*parts: Component, **options: Any) -> list[str]:
    """What each component comes to."""
    return [str(line.amount.amount) for line in statement(*parts, **options).lines]


def by_quarter(
    component: Component, *sold: str, quota: str | None = None, **terms: Any
) -> list[str]:
    """What a component comes to in quarters with these sales, one after the other."""
    plan: Plan = a_plan(component, negative=NegativeResult.PAY_BACK, **terms)
    quarters = [f"2026-Q{number}" for number in range(1, len(sold) + 1)]
    quotas = {} if quota is None else {"ana": quota}
    days = ("2026-01-15", "2026-04-15", "2026-07-15", "2026-10-15")
    facts = some_facts(*(f"ana {day} {amount}" for day, amount in zip(days, sold, strict=False)))
    outcomes = evaluate_sequence(a_chain({"ana": plan}, *quarters, quotas=quotas), facts)
    return [str(one.statement("ana").lines[0].amount.amount) for one in outcomes]


# --- to date --------------------------------------------------------------------------------------

TO_DATE = Accumulate.YEAR_TO_DATE


@pytest.mark.parametrize(
    "shape, sold, expected",
    [
        # 40 of 800; 50 + 32 of 1,400 to date, less 40
        ("sliced", ("800", "600"), ["40.00", "42.00"]),
        # 40 of 800 at 5%; all of 1,400 at 8% is 112, less 40
        ("whole", ("800", "600"), ["40.00", "72.00"]),
        # 700 to date are 35, less 40
        ("sliced", ("800", "-100"), ["40.00", "-5.00"]),
        # 112 less 40, then 900 to date at 5% is 45, less 112
        ("whole", ("800", "600", "-500"), ["40.00", "72.00", "-67.00"]),
    ],
)
def test_what_is_earned_to_date_is_paid_less_what_was_before(
    shape: str, sold: tuple[str, ...], expected: list[str]
) -> None:
    """5% to 1,000 of the year, 8% above."""
    ladder = a_ladder(shape, "0 5%", "1000 8%")
    assert expected == by_quarter(a_commission(ladder, "amount", accumulate=TO_DATE), *sold)


def test_a_frame_begins_anew() -> None:
    """To date within the half: the third quarter starts at nothing, with 5% of 600."""
    ladder = a_ladder("sliced", "0 5%", "1000 8%")
    half = a_commission(ladder, "amount", accumulate=Accumulate.HALF_TO_DATE)
    assert ["40.00", "42.00", "30.00"] == by_quarter(half, "800", "600", "600")


def test_an_attainment_to_date_is_of_the_quotas_to_date() -> None:
    """25 of 500 at 50%; then 2,000 of 2,000 at 10% are 200, less 25."""
    ladder = a_ladder("whole", "0% 5%", "100% 10%")
    commission = a_commission(ladder, accumulate=TO_DATE)
    assert ["25.00", "175.00"] == by_quarter(commission, "500", "1500", quota="1000")


def test_a_gate_is_asked_of_the_period_and_not_of_what_was_before() -> None:
    """The first quarter fails its gate and is lost; the second earns its own 175 of 200."""
    ladder = a_ladder("whole", "0% 5%", "100% 10%")
    commission = a_commission(ladder, accumulate=TO_DATE, at_least="100%")
    assert ["0.00", "175.00"] == by_quarter(commission, "500", "1500", quota="1000")


# --- step -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "quota, expected",
    [("1250.01", "0.00"), ("1250", "1000.00"), ("1000.01", "1000.00"), ("1000", "3000.00")],
)
def test_a_step_gives_the_sum_of_the_band_reached(quota: str, expected: str) -> None:
    """Nothing below 80%, 1,000 from there, 3,000 at the quota."""
    step = a_step(a_ladder("step", "80% 1000", "100% 3000", below=Below.ZERO))
    assert [expected] == paid(step, quotas={"ana": quota})


def test_a_step_on_a_curve_gives_a_sum_on_the_line() -> None:
    """At 90%, halfway from 1,000 to 3,000."""
    step = a_step(a_ladder("curve", "80% 1000", "100% 3000", below=Below.ZERO))
    facts = some_facts("ana 2026-01-15 900.00")
    assert ["2000.00"] == paid(step, facts=facts, quotas={"ana": "1000"})


def test_a_step_by_two_dimensions() -> None:
    """A year of tenure and all of the quota: 400."""
    grid = a_grid("tenure 0 12", "attainment 0% 100%", rows=["100 200", "300 400"], shape="step")
    found = paid(a_step(grid), quotas={"ana": "1000"}, since={"ana": "2025-03-31"})
    assert ["400.00"] == found


def test_a_step_by_another_measure_than_its_own() -> None:
    """Two deals: the band that starts at two, whatever was sold."""
    step = a_step(a_ladder("step", "0 10", "2 20"), "count", by="deals")
    facts = some_facts("ana 2026-01-15 1.00", "ana 2026-01-16 1.00")
    assert ["20.00"] == paid(step, facts=facts)


def test_a_step_to_date_gives_what_is_reached_more() -> None:
    """100 at 1,000; 300 at 2,000, less the 100; then nothing more."""
    step = a_step(a_ladder("step", "0 0", "1000 100", "2000 300"), "amount", accumulate=TO_DATE)
    assert ["100.00", "200.00", "0.00"] == by_quarter(step, "1200", "900", "500")


def test_a_step_without_a_quota_gives_nothing_where_the_plan_says_so() -> None:
    """Also where its first band starts at nothing."""
    step = a_step(a_ladder("step", "0% 1000"))
    assert ["0.00"] == paid(step, terms={"without_quota": WithoutQuota.ZERO})


# --- spiff ----------------------------------------------------------------------------------------

CHAIRS = Selection(products=("chair",), start=date(2026, 2, 1), until=date(2026, 2, 28))
SPIFFED = some_facts(
    "ana 2026-01-31 1.00 product=chair quantity=1",
    "ana 2026-02-01 1.00 product=chair quantity=3",
    "ana 2026-02-28 1.00 product=chair quantity=4",
    "ana 2026-02-10 1.00 product=lamp quantity=9",
    "ana 2026-02-11 -1.00 product=chair quantity=1",
    "ben 2026-02-12 1.00 product=chair quantity=1",
    shares=["d3 ana 1/2", "d3 ben 1/2"],
)
"""One chair deal of February is Ana's, half of another is; what came back takes nothing off."""


@pytest.mark.parametrize(
    "per, at_most, expected",
    [
        ("deal", None, "750.00"),  # 1 and a half, at 500
        ("deal", 1, "500.00"),
        ("unit", None, "2500.00"),  # 3 and half of 4
        ("unit", 4, "2000.00"),
    ],
)
def test_a_spiff_is_a_sum_for_each_deal_or_unit_of_a_kind(
    per: str, at_most: int | None, expected: str
) -> None:
    """500 for chairs in February."""
    spiff = a_spiff("PHP 500.00", CHAIRS, per=per, at_most=at_most)
    assert [expected] == paid(spiff, facts=SPIFFED, superiors={"ben": "ana"})


# --- scorecard ------------------------------------------------------------------------------------

CURVE = a_ladder("curve", "80% 50%", "100% 100%", "120% 150%", below=Below.ZERO)
STEPS = a_ladder("step", "50% 50%", "100% 100%", below=Below.ZERO)
QUOTAS = {"ana": {"sales": "1000", "new": "2"}}


@pytest.mark.parametrize(
    "sold, expected",
    [
        ("900.00", "6500.00"),  # 75% of 6,000 and 50% of 4,000
        ("799.99", "2000.00"),
        ("1500.00", "11000.00"),  # 150% of 6,000; the curve is flat after its last point
    ],
)
def test_a_scorecard_pays_its_target_by_weights_and_payouts(sold: str, expected: str) -> None:
    """10,000: 60% for sales on a curve, 40% by steps for new clients, one of two wanted."""
    card = a_scorecard("PHP 10000.00", ("sales", "60%", CURVE), ("new", "40%", STEPS))
    facts = some_facts(f"ana 2026-01-15 {sold} acme")
    assert [expected] == paid(card, facts=facts, quotas=QUOTAS)


def test_the_target_of_a_scorecard_may_be_personal() -> None:
    """A thousand more for Ana."""
    card = a_scorecard(None, ("sales", "100%", CURVE), target_from="target")
    parameters = {"ana": {"target": "11000"}}
    assert ["11000.00"] == paid(card, quotas=QUOTAS, parameters=parameters)


def test_an_item_without_a_quota_pays_nothing_where_the_plan_says_so() -> None:
    """60% for sales alone."""
    card = a_scorecard("PHP 10000.00", ("sales", "60%", CURVE), ("new", "40%", STEPS))
    silent = {"without_quota": WithoutQuota.ZERO}
    assert ["6000.00"] == paid(card, quotas={"ana": "1000"}, terms=silent)


# --- override -------------------------------------------------------------------------------------


def test_an_override_is_on_the_deals_that_its_measure_selects() -> None:
    """1% of 600 of chairs sold by Ben; lamps, and Ana's own chairs, are none of it."""
    chairs = SalesSum(id="chairs", title=Text.of(en="chairs"), where=Selection(products=("chair",)))
    facts = some_facts(
        "ben 2026-01-15 600.00 product=chair",
        "ben 2026-01-16 300.00 product=lamp",
        "ana 2026-01-17 900.00 product=chair",
    )
    found = paid(
        an_override("1%", measure="chairs"),
        facts=facts,
        measures={**EVERY_MEASURE, "chairs": chairs},
        superiors={"ben": "ana"},
        elsewhere=frozenset({"ben"}),
    )
    assert ["6.00"] == found


def test_an_override_counts_a_shared_deal_once_at_its_level() -> None:
    """Ben and Cora share 1,000.01 and report to Ana: 1% of it is 10.0001."""
    facts = some_facts("ben 2026-01-15 1000.01", shares=["d1 ben 1/2", "d1 cora 1/2"])
    line = statement(an_override("1%"), facts=facts, superiors={"ben": "ana", "cora": "ana"}).lines[
        0
    ]
    assert Fraction("10.0001") == line.exact.value


# --- gates ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "about, side, limit, is_passed",
    [
        ("attainment_of sales", "at_least", "80%", True),
        ("attainment_of sales", "above", "80%", False),
        ("attainment_of sales", "at_most", "80%", True),
        ("attainment_of sales", "below", "80%", False),
        ("value_of sales", "at_least", "1000", True),
        ("value_of sales", "above", "1000", False),
        ("value_of deals", "at_most", "1", True),
        ("value_of deals", "below", "1", False),
        ("earned_by commission", "at_least", "100", True),
        ("earned_by commission", "at_least", "100.01", False),
        ("earned_by commission", "below", "100.01", True),
    ],
)
def test_a_gate_asks_for_an_attainment_a_value_or_what_was_earned(
    about: str, side: str, limit: str, *, is_passed: bool
) -> None:
    """1,000 of 1,250 is 80%, in one deal, and 10% of it is 100."""
    gate = a_gate(about, **{side: limit})
    bonus = a_bonus("PHP 5.00", gates=(gate,))
    expected = ["5.00" if is_passed else "0.00", "100.00"]
    assert expected == paid(bonus, a_commission("10%"), quotas={"ana": "1250"})


def test_a_gate_on_another_component_asks_for_it_exactly() -> None:
    """0.5% of 1,000.01 is 5.00005, above 5, though it is paid as 5.00."""
    gate = a_gate("earned_by commission", above="5")
    facts = some_facts("ana 2026-01-15 1000.01")
    assert ["5.00", "1.00"] == paid(
        a_commission("0.5%"), a_bonus("PHP 1.00", gates=(gate,)), facts=facts
    )


def test_all_gates_must_be_passed() -> None:
    """One of two is not."""
    gates = (a_gate("value_of sales", at_least="1"), a_gate("value_of deals", at_least="2"))
    assert ["0.00"] == paid(a_commission("10%", gates=gates))


# --- kickers, caps and floors ---------------------------------------------------------------------

HIGH = a_gate("value_of sales", at_least="1000")
MANY = a_gate("value_of deals", at_least="2")


def test_kickers_whose_gates_are_passed_multiply() -> None:
    """100 times 1.5 and 1.2 for 1,000 sold: 180; that for two deals does not hold."""
    kickers = (a_kicker("1.5", HIGH), a_kicker("3", MANY), a_kicker("1.2", HIGH))
    assert ["180.00"] == paid(a_commission("10%", kickers=kickers))


@pytest.mark.parametrize(
    "limits, expected",
    [
        ({"cap": "149.99"}, "149.99"),  # the kicker comes first: 150
        ({"cap": "150.00"}, "150.00"),
        ({"floor": "200.00"}, "200.00"),
        ({"floor": "100.00"}, "150.00"),
        ({"cap": "30.00", "floor": "50.00"}, "50.00"),  # the floor comes last
    ],
)
def test_caps_and_floors_come_after_kickers(limits: dict[str, str], expected: str) -> None:
    """10% of 1,000 times 1.5 is 150."""
    bounds: dict[str, Any] = {name: a_limit(f"PHP {amount}") for name, amount in limits.items()}
    kicked = a_commission("10%", kickers=(a_kicker("1.5", HIGH),), **bounds)
    assert [expected] == paid(kicked)


def test_a_floor_lifts_nothing_for_whoever_passes_the_gates_and_for_nobody_else() -> None:
    """Nothing was sold: 10 without a gate, 0 with one that asks for sales."""
    floor = a_limit("PHP 10.00")
    closed = a_commission("10%", id="closed", floor=floor, gates=(HIGH,))
    assert ["10.00", "0.00"] == paid(a_commission("10%", floor=floor), closed, facts=some_facts())


def test_a_cap_may_be_personal() -> None:
    """77 for Ana."""
    capped = a_commission("10%", cap=Bound(amount_from="most"))
    assert ["77.00"] == paid(capped, parameters={"ana": {"most": "77"}})


# --- award ----------------------------------------------------------------------------------------


def test_an_award_is_earned_with_the_period_and_handed_out_later() -> None:
    """For all of the quota; three months after 31 March; it adds nothing to the pay."""
    award = an_award(taxable_value=Money.parse("USD 250.00"), released_after_months=3)
    found = statement(award, a_commission("10%"), quotas={"ana": "1000"})
    (made,) = found.awards
    assert ("award", date(2026, 3, 31), date(2026, 6, 30)) == (
        made.component,
        made.earned_on,
        made.released_on,
    )
    assert Money.parse("USD 250.00") == made.taxable_value
    assert ["commission"] == [line.component for line in found.lines]
    assert Money.parse("PHP 100.00") == found.total


def test_an_award_that_is_missed_is_not_on_the_statement() -> None:
    """A centavo short."""
    found = statement(an_award(), a_commission("10%"), quotas={"ana": "1000.01"})
    assert () == found.awards
