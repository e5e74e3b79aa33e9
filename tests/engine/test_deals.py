"""What each deal earns by itself, and what a return takes back of it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from accountkit.engine.pay import evaluate, evaluate_sequence
from accountkit.engine.pay.deals import discount_of, listed_amount
from accountkit.plans import (
    Accumulate,
    Commission,
    Conversion,
    Crediting,
    Exception_,
    NegativeResult,
    Overlays,
    Plan,
    RateDate,
    Selection,
    StepSum,
)
from accountkit.plans.faults import Missing
from accountkit.plans.rate_tables import Axis
from accountkit.settlement.statements import Line
from accountkit.settlement.trace import StepKind
from accountkit.testing.pay import (
    a_bound_plan,
    a_chain,
    a_commission,
    a_deal,
    a_grid,
    a_kicker,
    a_ladder,
    a_limit,
    a_plan,
    a_step,
    some_facts,
)
from accountkit.values.ladders import Ladder
from accountkit.values.money import Amount, Money
from accountkit.values.rounding import Rounding, RoundingPoint


def alone(priced_by: Any, over: str = "amount", **options: Any) -> Commission:
    """A commission that prices each deal alone."""
    return a_commission(priced_by, over, accumulate=Accumulate.ALONE, **options)


def each_step(ladder: Ladder, over: str = "amount", **options: Any) -> StepSum:
    """A sum for each deal."""
    return a_step(ladder, over, accumulate=Accumulate.ALONE, **options)


def planned(*parts: Commission | StepSum, **options: Any) -> Plan:
    """A plan that pays a result below zero back, so that returns may stand alone."""
    return a_plan(*parts, **{"negative": NegativeResult.PAY_BACK, **options})


def line(
    part: Commission | StepSum, *rows: str, facts: dict[str, Any] | None = None, **options: Any
) -> Line:
    """Ana's line for these deals."""
    plan = planned(part, **options.pop("plan", {}))
    bound = a_bound_plan({"ana": plan}, **options)
    return evaluate(bound, some_facts(*rows, **(facts or {}))).statement("ana").lines[0]


def by_deal(part: Commission | StepSum, *rows: str, **options: Any) -> dict[str, str]:
    """What each deal earned, by its id."""
    steps = line(part, *rows, **options).steps
    return {
        step.subject: str(step.result.value)
        for step in steps
        if step.kind is StepKind.DEAL and isinstance(step.result, Amount)
    }


def fault(part: Commission | StepSum, *rows: str, **options: Any) -> str:
    """The one fault of Ana's."""
    (found,) = evaluate(a_bound_plan({"ana": planned(part)}, **options), some_facts(*rows)).faults
    return found.message


TWO_BANDS = a_ladder("sliced", "0 5%", "1000 8%")

# --- positions ------------------------------------------------------------------------------------


def test_each_deal_climbs_the_bands_from_zero() -> None:
    """5% to 1,000, then 8%: 50 + 40 of 1,500, and 30 of 600; two of 600 reach nothing together."""
    rows = ("ana 2026-01-01 1500.00", "ana 2026-01-02 600.00", "ana 2026-01-03 600.00")
    assert {"d1": "90", "d2": "30", "d3": "30"} == by_deal(alone(TWO_BANDS), *rows)


@pytest.mark.parametrize(
    "over, rows, expected",
    [
        # of 100: a margin of 20% and of 60%; the band starts at 50%
        ("margin 0% 50%", ("cost=80", "cost=40"), ("5", "8")),
        # of 200 and 125 before discount: 50% and 20%; the band starts at 30%
        ("discount 0% 30%", ("list=125", "list=200"), ("5", "8")),
        # 9 pieces and 10; the band starts at 10
        ("count 0 10", ("quantity=9", "quantity=10"), ("5", "8")),
    ],
)
def test_a_deal_has_its_own_place_on_an_axis(
    over: str, rows: tuple[str, str], expected: tuple[str, str]
) -> None:
    """5% of 100 below the band, 8% in it."""
    axis, first, second = over.split()
    ladder = a_ladder("whole", f"{first} 5%", f"{second} 8%")
    deals = (f"ana 2026-01-0{day} 100.00 {row}" for day, row in enumerate(rows, start=1))
    assert dict(zip(("d1", "d2"), expected, strict=True)) == by_deal(alone(ladder, axis), *deals)


def test_tenure_is_that_of_the_deals_day() -> None:
    """Since 15 February 2025: a year is over on 15 February 2026, and not a day before."""
    ladder = a_ladder("whole", "0 5%", "12 8%")
    rows = ("ana 2026-02-14 100.00", "ana 2026-02-15 100.00")
    found = by_deal(alone(ladder, "tenure"), *rows, since={"ana": "2025-02-15"})
    assert {"d1": "5", "d2": "8"} == found


def test_an_attainment_is_that_of_the_period_for_every_deal() -> None:
    """Two deals of 600 make 120% of 1,000, and each is paid at 8%."""
    ladder = a_ladder("whole", "0% 5%", "100% 8%")
    commission = alone(ladder, "attainment", by="sales")
    rows = ("ana 2026-01-01 600.00", "ana 2026-01-02 600.00")
    assert {"d1": "48", "d2": "48"} == by_deal(commission, *rows, quotas={"ana": "1000"})


def test_a_deal_is_placed_in_a_grid_by_all_its_axes() -> None:
    """Margin 60% chooses the second row, an amount of 100 its second value."""
    grid = a_grid("margin 0% 50%", "amount 0 100", rows=["1% 2%", "3% 4%"])
    rows = ("ana 2026-01-01 100.00 cost=40", "ana 2026-01-02 50.00 cost=40")
    assert {"d1": "4", "d2": "1/2"} == by_deal(alone(grid), *rows)


def test_a_measure_of_margins_or_units_prices_that_part_of_a_deal() -> None:
    """10% of a margin of 40; 2.50 for each of 3 units."""
    assert {"d1": "4"} == by_deal(alone("10%", measure="margin"), "ana 2026-01-01 100.00 cost=60")
    units = alone(a_ladder("whole", "0 2.5"), "count", measure="units")
    assert {"d1": "15/2"} == by_deal(units, "ana 2026-01-01 100.00 quantity=3")


def test_a_personal_parameter_multiplies_the_rate() -> None:
    """1.5 times 10% of 100, and not of the sums of an exception."""
    fixed = Exception_(where=Selection(products=("chair",)), amount=Money.parse("PHP 7.00"))
    commission = alone("10%", times="factor", exceptions=(fixed,))
    rows = ("ana 2026-01-01 100.00", "ana 2026-01-02 100.00 product=chair")
    found = by_deal(commission, *rows, parameters={"ana": {"factor": "1.5"}})
    assert {"d1": "15", "d2": "7"} == found


# --- shares ---------------------------------------------------------------------------------------


def test_a_deal_in_part_is_priced_by_its_part_and_granted_a_part() -> None:
    """Half of 3,000 is 1,500: 90 by bands; half of a sum of 10 is 5."""
    facts = {"shares": ["d1 ana 1/2", "d1 ben 1/2"]}
    row = "ana 2026-01-01 3000.00"
    assert {"d1": "90"} == by_deal(alone(TWO_BANDS), row, facts=facts)
    assert {"d1": "5"} == by_deal(each_step(a_ladder("step", "0 10")), row, facts=facts)


def test_units_of_a_deal_in_part_place_it_by_its_part() -> None:
    """Half of 18 units is 9, below the band that starts at 10."""
    ladder = a_ladder("whole", "0 5%", "10 8%")
    facts = {"shares": ["d1 ana 1/2", "d1 ben 1/2"]}
    found = by_deal(alone(ladder, "count"), "ana 2026-01-01 200.00 quantity=18", facts=facts)
    assert {"d1": "5"} == found


# --- exceptions and kickers -----------------------------------------------------------------------

CHAIRS = Selection(products=("chair",))
ACME = Selection(clients=("acme",))
BOTH = "ana 2026-01-01 100.00 acme product=chair"


@pytest.mark.parametrize(
    "specificity, expected", [(("product", "client"), "20"), (("client", "product"), "30")]
)
def test_the_first_named_key_is_the_most_specific(
    specificity: tuple[str, ...], expected: str
) -> None:
    """20% for chairs, 30% for Acme; a chair for Acme goes by the order, whatever comes first."""
    exceptions = (
        Exception_(where=CHAIRS, rate=Fraction(1, 5)),
        Exception_(where=ACME, rate=Fraction(3, 10)),
    )
    for order in (exceptions, exceptions[::-1]):
        commission = alone("10%", exceptions=order, specificity=specificity)
        assert {"d1": expected} == by_deal(commission, BOTH)


def test_two_exceptions_that_fit_equally_well_are_a_fault_that_names_them() -> None:
    """Without an order nothing comes first."""
    exceptions = (
        Exception_(where=Selection(products=("lamp",)), rate=Fraction(1, 10)),
        Exception_(where=CHAIRS, rate=Fraction(1, 5)),
        Exception_(where=ACME, rate=Fraction(3, 10)),
    )
    message = fault(alone("10%", exceptions=exceptions), BOTH)
    assert "rate of deal d1: is given by exceptions 2 and 3, which fit it equally well" in message


def test_an_exception_may_have_a_table_of_its_own() -> None:
    """2% of chairs up to 1,000 and 3% of the rest: 35 of 1,500; other deals at 10%."""
    ladder = a_ladder("sliced", "0 2%", "1000 3%")
    exception = Exception_(where=CHAIRS, over=Axis.AMOUNT, ladder=ladder)
    rows = ("ana 2026-01-01 1500.00 product=chair", "ana 2026-01-02 100.00")
    assert {"d1": "35", "d2": "10"} == by_deal(alone("10%", exceptions=(exception,)), *rows)


def test_kickers_of_a_deal_multiply() -> None:
    """1.5 for chairs and 2 for Acme: 10 becomes 30; a chair for another is 15."""
    commission = alone("10%", kickers=(a_kicker("1.5", CHAIRS), a_kicker("2", ACME)))
    rows = (BOTH, "ana 2026-01-02 100.00 bolt product=chair", "ana 2026-01-03 100.00 bolt")
    assert {"d1": "30", "d2": "15", "d3": "10"} == by_deal(commission, *rows)


# --- returns --------------------------------------------------------------------------------------


def test_a_return_takes_back_the_part_of_what_its_deal_earned() -> None:
    """1,500 earned 90; 500 of it back take a third, 30, and not the 25 that 500 would earn."""
    rows = ("ana 2026-01-01 1500.00", "ana 2026-02-01 -500.00 returns=d1")
    assert {"d1": "90", "d2": "-30"} == by_deal(alone(TWO_BANDS), *rows)


def test_a_return_takes_back_by_the_exception_and_kicker_of_its_deal() -> None:
    """The return's own row says nothing of chairs: 20% of 100 times 1.5 is 30, half back is 15."""
    commission = alone(
        "10%",
        exceptions=(Exception_(where=CHAIRS, rate=Fraction(1, 5)),),
        kickers=(a_kicker("1.5", ACME),),
    )
    assert {"d1": "30", "d2": "-15"} == by_deal(
        commission, BOTH, "ana 2026-02-01 -50.00 returns=d1"
    )


def test_a_return_of_a_deal_of_long_ago_takes_back_what_that_earned() -> None:
    """The deal was made in the quarter before; by the same plan it earned 90."""
    rows = ("ana 2025-12-01 1500.00", "ana 2026-01-10 -1500.00 returns=d1")
    assert {"d2": "-90"} == by_deal(alone(TWO_BANDS), *rows)


@pytest.mark.parametrize("named", ["", " returns=d9"])
def test_a_return_without_a_known_deal_is_priced_by_its_own_amount(named: str) -> None:
    """1,500 would earn 90."""
    assert {"d1": "-90"} == by_deal(alone(TWO_BANDS), f"ana 2026-01-10 -1500.00{named}")


def test_a_step_is_taken_back_in_part_as_well() -> None:
    """10 for the deal; a quarter of it comes back: 2.50."""
    rows = ("ana 2026-01-01 100.00", "ana 2026-02-01 -25.00 returns=d1")
    assert {"d1": "10", "d2": "-5/2"} == by_deal(each_step(a_ladder("step", "0 10")), *rows)


def test_a_return_of_a_split_deal_takes_back_from_each_of_the_people() -> None:
    """Half of 10% of 100 is 5; it comes back whole."""
    rows = ("ana 2026-01-01 100.00", "ana 2026-02-01 -100.00 returns=d1")
    facts = {"shares": ["d1 ana 1/2", "d1 ben 1/2"]}
    assert {"d1": "5", "d2": "-5"} == by_deal(alone("10%"), *rows, facts=facts)


def test_a_return_takes_back_a_split_and_an_overlay_together() -> None:
    """Half of 10% of 100 is 5, and a fifth more of it 2; each comes back, and nothing is left."""
    rows = ("ana 2026-01-01 100.00", "ana 2026-02-01 -100.00 returns=d1")
    facts = {"shares": ["d1 ana 1/2", "d1 ben 1/2"], "overlays": ["d1 ana 1/5"]}
    crediting = Crediting(overlays=Overlays.CREDIT)
    found = line(alone("10%"), *rows, facts=facts, plan={"crediting": crediting})
    steps = [step.result for step in found.steps if step.kind is StepKind.DEAL]
    assert [5, 2, -5, -2] == [step.value for step in steps if isinstance(step, Amount)]


def test_a_return_in_another_currency_than_its_deal_is_a_fault() -> None:
    """Which part of the deal it is cannot be told."""
    conversion = Conversion(on=RateDate.FIXED, fixed={"EUR": Fraction(60)})
    plan = planned(alone("10%"), conversion=conversion)
    facts = some_facts("ana 2026-01-01 600.00", "ana 2026-02-01 -1.00 returns=d1 currency=EUR")
    (found,) = evaluate(a_bound_plan({"ana": plan}), facts).faults
    assert found.message.startswith("return d2: is in EUR, and its deal d1 in PHP; state it in PHP")


# --- what is missing ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "over, row, message",
    [
        ("margin", "", "cost of deal d1: is missing"),
        ("discount", "", "list amount of deal d1: is missing where its discount counts"),
        ("discount", " list=0", "list amount of deal d1: is PHP 0.00 where its discount counts"),
        ("count", "", "quantity of deal d1: is missing where it sets a rate"),
        ("tenure", "", "first day of tenure of ana: is missing"),
    ],
)
def test_a_deal_that_lacks_what_its_price_depends_on_is_a_fault(
    over: str, row: str, message: str
) -> None:
    """And not priced as if it were nothing."""
    ladder = a_ladder("whole", "0 5%")
    assert fault(alone(ladder, over), f"ana 2026-01-01 100.00{row}").startswith(message)


def test_a_deal_outside_the_table_is_a_fault() -> None:
    """Sold at a loss, where the first margin is 0%."""
    ladder = a_ladder("whole", "0% 5%")
    message = fault(alone(ladder, "margin"), "ana 2026-01-01 100.00 cost=101")
    assert message.startswith("rate of deal d1: -0.01 is outside the table, below its")


def test_a_discount_is_a_share_of_what_it_would_have_been() -> None:
    """90 of 120 is a quarter off; 120 of 100 is a fifth on top."""
    assert Fraction(1, 4) == discount_of(a_deal("ana 2026-01-01 90.00 list=120"))
    assert Fraction(-1, 5) == discount_of(a_deal("ana 2026-01-01 120.00 list=100"))
    assert Fraction(1, 4) == discount_of(a_deal("ana 2026-01-01 -90.00 list=-120"))
    with pytest.raises(Missing):
        listed_amount(a_deal("ana 2026-01-01 90.00", list_amount=Money.parse("EUR 9.00")))


# --- rounding, caps and quarters ------------------------------------------------------------------


@pytest.mark.parametrize(
    "point, expected", [(RoundingPoint.DEAL, "0.03"), (RoundingPoint.COMPONENT, "0.02")]
)
def test_each_deal_may_be_rounded_by_itself(point: RoundingPoint, expected: str) -> None:
    """Three times 0.5% of 1.00 is 0.005 each: 0.01 each, or 0.015 together."""
    rows = tuple(f"ana 2026-01-0{day} 1.00" for day in (1, 2, 3))
    found = line(alone("0.5%"), *rows, plan={"rounding": Rounding(point=point)})
    assert expected == str(found.amount.amount)


def test_the_cap_of_the_component_bounds_all_deals_together() -> None:
    """90 and 30 are 120, capped at 100; rounded deal by deal, too."""
    rows = ("ana 2026-01-01 1500.00", "ana 2026-01-02 600.00")
    for point in (RoundingPoint.DEAL, RoundingPoint.COMPONENT):
        capped = alone(TWO_BANDS, cap=a_limit("PHP 100.00"))
        found = line(capped, *rows, plan={"rounding": Rounding(point=point)})
        assert "100.00" == str(found.amount.amount)


def test_what_a_quarter_earned_and_the_next_took_back_comes_to_nothing() -> None:
    """90 and -90."""
    chain = a_chain({"ana": planned(alone(TWO_BANDS))}, "2026-Q1", "2026-Q2")
    facts = some_facts("ana 2026-01-01 1500.00", "ana 2026-04-01 -1500.00 returns=d1")
    totals = [one.statement("ana").total for one in evaluate_sequence(chain, facts)]
    assert [Money.parse("PHP 90.00"), Money.parse("PHP -90.00")] == totals
