"""What every kind of step tells: its subject, its inputs and its result, all of it and exact."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest

from accountkit.engine.pay import evaluate, evaluate_sequence
from accountkit.plans import (
    Accumulate,
    AttainmentOf,
    Component,
    Conversion,
    Difference,
    EarnedBy,
    Exception_,
    Formula,
    Greatest,
    Least,
    NegativeResult,
    Number,
    Product,
    RateDate,
    Ratio,
    Selection,
    Sum,
    ValueOf,
    WithoutQuota,
)
from accountkit.plans.rate_tables import Axis, Grid, GridAxis
from accountkit.settlement.trace import Figure, Step, StepKind
from accountkit.testing.pay import (
    a_bonus,
    a_bound_plan,
    a_chain,
    a_commission,
    a_formula,
    a_gate,
    a_kicker,
    a_ladder,
    a_limit,
    a_plan,
    a_quota_rule,
    a_scorecard,
    a_spiff,
    a_step,
    an_award,
    an_override,
    some_facts,
)
from accountkit.values.ladders import Below, LadderShape
from accountkit.values.money import Amount

SOLD = ("ana 2026-01-15 1000.00",)
Inputs = Mapping[str, Figure]


def pesos(figure: str) -> Amount:
    """So much, exactly."""
    return Amount(Fraction(figure), "PHP")


def all_told(
    *parts: Component,
    rows: tuple[str, ...] = SOLD,
    facts: dict[str, Any] | None = None,
    terms: dict[str, Any] | None = None,
    **options: Any,
) -> tuple[Step, ...]:
    """The steps of Ana's last line; she sold 1,000, her quota, in the first quarter."""
    plan = a_plan(*parts, **{"negative": NegativeResult.PAY_BACK, **(terms or {})})
    people: dict[str, Any] = {"quotas": {"ana": "1000"}, **options}
    bound = a_bound_plan({"ana": plan}, **people)
    outcome = evaluate(bound, some_facts(*rows, **(facts or {})))
    return outcome.statement("ana").lines[-1].steps


def told(kind: StepKind, *parts: Component, **options: Any) -> list[Step]:
    """Those of one kind."""
    return [step for step in all_told(*parts, **options) if step.kind is kind]


def step(
    kind: StepKind,
    subject: str,
    result: Figure,
    inputs: Inputs | None = None,
    deals: tuple[str, ...] = (),
) -> Step:
    """A step as it is to be."""
    return Step(kind=kind, subject=subject, result=result, inputs=inputs or {}, deals=deals)


# --- measures made of others, quotas, positions ---------------------------------------------------


def test_a_weighted_sum_tells_of_each_measure_in_it() -> None:
    """One new client at 5 and three visits at a half."""
    visits = [f"ana 2026-01-0{day} visit" for day in (1, 2, 3)]
    found = told(
        StepKind.WEIGHTED,
        a_commission("1%", measure="points"),
        rows=("ana 2026-01-15 600.00 acme",),
        facts={"contacts": visits},
    )
    assert [
        step(
            StepKind.WEIGHTED,
            "points",
            Fraction(5),
            {"measure": "new", "value": Fraction(1), "weight": Fraction(5)},
        ),
        step(
            StepKind.WEIGHTED,
            "points",
            Fraction(3, 2),
            {"measure": "visits", "value": Fraction(3), "weight": Fraction(1, 2)},
        ),
    ] == found


def test_a_quotient_tells_what_was_divided_by_what() -> None:
    """A margin of 100 on sales of 300, both money; the third is none."""
    found = told(
        StepKind.QUOTIENT,
        a_commission("1%", measure="margin_ratio"),
        rows=("ana 2026-01-15 300.00 cost=200",),
    )
    inputs: Inputs = {"dividend": pesos("100"), "divisor": pesos("300")}
    assert [step(StepKind.QUOTIENT, "margin_ratio", Fraction(1, 3), inputs)] == found


def test_a_quota_tells_what_was_made_of_the_target() -> None:
    """2,000 by half in each month of the ramp: 1,000, which is then all attained."""
    found = all_told(
        a_bonus("PHP 5.00"),
        terms={"quota_rules": (a_quota_rule(ramp=(Fraction(1, 2),) * 3),)},
        quotas={"ana": "2000"},
        since={"ana": "2026-01-01"},
    )
    target: Inputs = {"target": pesos("2000"), "ramp": Fraction(1, 2), "days": Fraction(1)}
    attained: Inputs = {"measured": pesos("1000"), "quota": pesos("1000")}
    assert step(StepKind.QUOTA, "sales", pesos("1000"), target) == found[1]
    assert step(StepKind.ATTAINMENT, "sales", Fraction(1), attained) == found[2]


def test_the_attainment_of_a_count_is_told_in_plain_numbers() -> None:
    """One of two new clients."""
    found = told(
        StepKind.ATTAINMENT,
        a_bonus("PHP 5.00", attainment_of="new"),
        rows=("ana 2026-01-15 600.00 acme",),
        quotas={"ana": {"new": "2"}},
    )
    inputs: Inputs = {"measured": Fraction(1), "quota": Fraction(2)}
    assert [step(StepKind.ATTAINMENT, "new", Fraction(1, 2), inputs)] == found


@pytest.mark.parametrize(
    "over, position, options",
    [
        ("margin", "1/4", {}),  # 250 of 1,000
        ("discount", "1/5", {}),  # 250 of 1,250 are given away
        ("tenure", "2", {"since": {"ana": "2026-01-01"}}),
    ],
)
def test_a_position_is_told_with_its_axis(
    over: str, position: str, options: dict[str, Any]
) -> None:
    """Amounts and attainments are told as what they are; these have a step of their own."""
    found = told(
        StepKind.POSITION,
        a_commission(a_ladder("whole", "0 5%"), over),
        rows=("ana 2026-01-15 1000.00 cost=750 list=1250",),
        **options,
    )
    value = Fraction(position)
    assert [step(StepKind.POSITION, over, value, {"value": value})] == found


# --- gates ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "about, bound, subject, value, result",
    [
        ("attainment_of", "at_least", "sales", Fraction(1), 1),
        ("attainment_of", "above", "sales", Fraction(1), 0),
        ("value_of", "at_most", "sales", pesos("1000"), 0),
        ("value_of", "below", "visits", Fraction(0), 1),
        ("earned_by", "at_least", "commission", pesos("50"), 1),
    ],
)
def test_a_gate_tells_what_was_asked_and_the_answer(
    about: str, bound: str, subject: str, value: Figure, result: int
) -> None:
    """Money as money, counts and ratios as plain numbers; 1 is passed, 0 is not."""
    gate = a_gate(f"{about} {subject}", **{bound: "1"})
    found = told(StepKind.GATE, a_commission("5%"), a_bonus("PHP 5.00", gates=(gate,)))
    inputs: Inputs = {"asked": about, "value": value, bound: Fraction(1)}
    assert [step(StepKind.GATE, subject, result, inputs)] == found


def test_no_quota_is_told_where_it_pays_nothing() -> None:
    """The measure stands, nothing is divided, and the gate is not asked."""
    found = all_told(a_bonus("PHP 5.00"), terms={"without_quota": WithoutQuota.ZERO}, quotas={})
    assert (
        step(StepKind.MEASURE, "sales", pesos("1000"), {"level": 0}, ("d1",)),
        step(StepKind.NO_QUOTA, "sales", 0),
    ) == found[:-1]


# --- tables ---------------------------------------------------------------------------------------


def test_one_rate_for_everything_is_told_without_a_position() -> None:
    """2.5% of 1,000."""
    inputs: Inputs = {"base": pesos("1000"), "rate": Fraction(1, 40), "times": Fraction(1)}
    assert [step(StepKind.RATE, "sales", pesos("25"), inputs)] == told(
        StepKind.RATE, a_commission("2.5%")
    )


def test_a_personal_parameter_that_multiplies_is_told() -> None:
    """Twice a personal 3% of 1,000."""
    found = told(
        StepKind.RATE,
        a_commission(a_ladder("whole", "0 2"), "amount", times="rate"),
        parameters={"ana": {"rate": "3%"}},
    )
    inputs: Inputs = {
        "at": Fraction(1000),
        "base": pesos("1000"),
        "rate": Fraction(2),
        "times": Fraction(3, 100),
    }
    assert [step(StepKind.RATE, "sales", pesos("60"), inputs)] == found


def test_slices_of_a_count_are_told_in_plain_numbers() -> None:
    """5 for the first visit and 7 for the second."""
    found = told(
        StepKind.SLICE,
        a_commission(a_ladder("sliced", "0 5", "1 7"), "count", measure="visits"),
        facts={"contacts": ["ana 2026-01-05 visit", "ana 2026-01-06 visit"]},
    )
    one = Fraction(1)
    common: Inputs = {"width": one, "base": one, "times": one, "axis": "count"}
    assert [
        step(
            StepKind.SLICE,
            "visits",
            pesos("5"),
            {**common, "start": Fraction(0), "rate": Fraction(5)},
        ),
        step(StepKind.SLICE, "visits", pesos("7"), {**common, "start": one, "rate": Fraction(7)}),
    ] == found


def test_a_step_tells_where_its_band_was_reached() -> None:
    """3,000 at the quota, of the measure that it looks at."""
    found = told(StepKind.STEP, a_step(a_ladder("step", "0% 1000", "100% 3000")))
    assert [step(StepKind.STEP, "sales", pesos("3000"), {"at": Fraction(1)})] == found


def test_what_was_earned_before_is_told_with_what_is_earned_to_date() -> None:
    """5% of 800; then 5% of 1,000 and 8% of 400 are 82, less 40. The first quarter has none."""
    commission = a_commission(
        a_ladder("sliced", "0 5%", "1000 8%"), "amount", accumulate=Accumulate.YEAR_TO_DATE
    )
    chain = a_chain({"ana": a_plan(commission)}, "2026-Q1", "2026-Q2")
    facts = some_facts("ana 2026-01-15 800.00", "ana 2026-04-15 600.00")
    first, second = (
        outcome.statement("ana").lines[0].steps for outcome in evaluate_sequence(chain, facts)
    )
    assert StepKind.BEFORE not in [found.kind for found in first]
    inputs: Inputs = {"to_date": pesos("82"), "before": pesos("40")}
    assert [step(StepKind.BEFORE, "commission", pesos("42"), inputs)] == [
        found for found in second if found.kind is StepKind.BEFORE
    ]
    kinds = [StepKind.MEASURE, StepKind.SLICE, StepKind.SLICE, StepKind.BEFORE, StepKind.ROUNDING]
    assert kinds == [found.kind for found in second]  # how the 40 came about was told then


# --- deals priced alone ---------------------------------------------------------------------------

ALONE = Accumulate.ALONE
NOTHING_BELOW = Grid(
    axes=(
        GridAxis(over=Axis.MARGIN, starts=(Fraction(1, 2),), below=Below.ZERO),
        GridAxis(over=Axis.AMOUNT, starts=(Fraction(0),)),
    ),
    shape=LadderShape.WHOLE,
    rows=((Fraction(1, 10),),),
)
"""10% where half or more is margin."""


@pytest.mark.parametrize(
    "component, row, result, inputs",
    [
        (
            a_commission("5%", accumulate=ALONE),
            "ana 2026-01-15 1000.00",
            "50",
            {"base": pesos("1000"), "rate": Fraction(1, 20), "times": Fraction(1)},
        ),
        (  # 5% of 500 and 10% of 500: 7.5% of all of it
            a_commission(a_ladder("sliced", "0 5%", "500 10%"), "amount", accumulate=ALONE),
            "ana 2026-01-15 1000.00",
            "75",
            {"base": pesos("1000"), "rate": Fraction(3, 40), "times": Fraction(1)},
        ),
        (  # a deal of nothing has no blended rate
            a_commission(a_ladder("sliced", "0 5%", "500 10%"), "amount", accumulate=ALONE),
            "ana 2026-01-15 0.00",
            "0",
            {"base": pesos("0"), "rate": Fraction(0), "times": Fraction(1)},
        ),
        (
            a_commission("5", measure="units", accumulate=ALONE),
            "ana 2026-01-15 1000.00 quantity=3",
            "15",
            {"base": Fraction(3), "rate": Fraction(5), "times": Fraction(1)},
        ),
        (
            a_commission(a_ladder("whole", "0 5%"), "amount", times="double", accumulate=ALONE),
            "ana 2026-01-15 1000.00",
            "100",
            {"base": pesos("1000"), "rate": Fraction(1, 20), "times": Fraction(2)},
        ),
        (
            a_commission(NOTHING_BELOW, accumulate=ALONE),
            "ana 2026-01-15 1000.00 cost=600",
            "0",
            {"base": pesos("1000"), "rate": Fraction(0), "times": Fraction(1)},
        ),
        (
            a_step(a_ladder("step", "0 30"), "amount", accumulate=ALONE),
            "ana 2026-01-15 1000.00",
            "30",
            {"sum": pesos("30"), "share": Fraction(1)},
        ),
        (
            a_commission(
                "5%",
                accumulate=ALONE,
                kickers=(
                    a_kicker("2", Selection(products=("lamp",))),
                    a_kicker("1.5", Selection(clients=("acme",))),
                    a_kicker("9", Selection(clients=("bolt",))),
                ),
            ),
            "ana 2026-01-15 1000.00 acme product=lamp",
            "150",
            {
                "base": pesos("1000"),
                "rate": Fraction(1, 20),
                "times": Fraction(1),
                "kicker": Fraction(3),
            },
        ),
    ],
    ids=["rate", "blended", "of nothing", "units", "times", "nothing", "sum", "kickers"],
)
def test_a_deal_priced_alone_tells_its_figures(
    component: Component, row: str, result: str, inputs: Inputs
) -> None:
    """Base, rate and times, or a sum with the share credited; a kicker only if one applies."""
    found = told(StepKind.DEAL, component, rows=(row,), parameters={"ana": {"double": "2"}})
    assert [step(StepKind.DEAL, "d1", pesos(result), inputs)] == found


def test_a_deal_in_part_tells_the_share_of_its_sum() -> None:
    """An exception grants 100 for a lamp; a quarter of the deal is Ana's, and so are 25."""
    lamps = Exception_(where=Selection(products=("lamp",)), amount=a_limit("PHP 100.00").amount)
    found = told(
        StepKind.DEAL,
        a_commission("5%", accumulate=ALONE, exceptions=(lamps,)),
        rows=("ana 2026-01-15 1000.00 product=lamp",),
        facts={"shares": ["d1 ana 1/4", "d1 ben 3/4"]},
    )
    inputs: Inputs = {"sum": pesos("100"), "share": Fraction(1, 4)}
    assert [step(StepKind.DEAL, "d1", pesos("25"), inputs)] == found


def test_a_return_tells_what_its_deal_earned_and_which_part_comes_back() -> None:
    """Two fifths of 50 are taken back."""
    found = told(
        StepKind.DEAL,
        a_commission("5%", accumulate=ALONE),
        rows=(*SOLD, "ana 2026-02-15 -400.00 returns=d1"),
    )
    inputs: Inputs = {"base": pesos("50"), "share": Fraction(2, 5)}
    assert step(StepKind.DEAL, "d2", pesos("-20"), inputs) == found[1]


# --- the other components -------------------------------------------------------------------------


def test_a_spiff_tells_how_many_and_of_which_deals() -> None:
    """5 for each of two lamps, at most three; neither the vase nor the return is one."""
    lamps = Selection(products=("lamp",))
    rows = (
        "ana 2026-01-15 10.00 product=lamp",
        "ana 2026-01-16 10.00 product=vase",
        "ana 2026-01-17 10.00 product=lamp",
        "ana 2026-01-18 -10.00 product=lamp",
    )
    found = told(StepKind.SPIFF, a_spiff("PHP 5.00", lamps, at_most=3), rows=rows)
    inputs: Inputs = {"count": Fraction(2), "amount": pesos("5")}
    assert [step(StepKind.SPIFF, "spiff", pesos("10"), inputs, ("d1", "d3"))] == found


def test_a_spiff_tells_how_many_were_paid_where_there_is_a_most() -> None:
    """4 units of 6."""
    found = told(
        StepKind.SPIFF,
        a_spiff("PHP 5.00", per="unit", at_most=4),
        rows=("ana 2026-01-15 10.00 quantity=6",),
    )
    inputs: Inputs = {"count": Fraction(4), "amount": pesos("5")}
    assert [step(StepKind.SPIFF, "spiff", pesos("20"), inputs, ("d1",))] == found


def test_an_item_of_a_scorecard_tells_what_it_paid_out() -> None:
    """60% of 10,000 at a payout of 1.2; the other item has no quota, and so no place at all."""
    payout = a_ladder("whole", "0% 50%", "100% 120%")
    found = told(
        StepKind.SCORE,
        a_scorecard("PHP 10000.00", ("sales", "60%", payout), ("new", "40%", payout)),
        terms={"without_quota": WithoutQuota.ZERO},
    )
    assert [
        step(
            StepKind.SCORE,
            "sales",
            pesos("7200"),
            {
                "target": pesos("10000"),
                "weight": Fraction(3, 5),
                "payout": Fraction(6, 5),
                "at": Fraction(1),
            },
        ),
        step(
            StepKind.SCORE,
            "new",
            pesos("0"),
            {"target": pesos("10000"), "weight": Fraction(2, 5), "payout": Fraction(0)},
        ),
    ] == found


def number(text: str) -> Number:
    """A number of an expression."""
    return Number(value=Fraction(text))


@pytest.mark.parametrize(
    "formula, kind, result, operands",
    [
        (a_formula(Sum(of=(ValueOf(measure="sales"), number("5")))), "sum", "1005", "1000 5"),
        (
            a_formula(Difference(of=EarnedBy(component="commission"), less=number("5"))),
            "difference",
            "45",
            "50 5",
        ),
        (
            a_formula(Product(of=(AttainmentOf(measure="sales"), number("7"), number("2")))),
            "product",
            "14",
            "1 7 2",
        ),
        (a_formula(Ratio(of=number("5"), by=number("3"))), "ratio", "5/3", "5 3"),
        (a_formula(Least(of=(number("5"), number("3")))), "least", "3", "5 3"),
        (a_formula(Greatest(of=(number("3"), number("5")))), "greatest", "5", "3 5"),
    ],
)
def test_an_operation_tells_its_operands_in_order(
    formula: Formula, kind: str, result: str, operands: str
) -> None:
    """They are numbered; an operation is plain arithmetic and has no currency."""
    inputs: Inputs = {
        str(place): Fraction(value) for place, value in enumerate(operands.split(), start=1)
    }
    found = told(StepKind.FORMULA, a_commission("5%"), formula)
    assert [step(StepKind.FORMULA, kind, Fraction(result), inputs)] == found


def test_an_override_tells_the_level_and_the_deals_of_it() -> None:
    """1% of the 1,000 of Ben, two levels below Ana; what she sold herself is no part of it."""
    rows = (*SOLD, "ben 2026-01-15 1000.00", "cora 2026-01-15 9.00")
    found = all_told(
        an_override("1%", 2),
        rows=rows,
        superiors={"ben": "cora", "cora": "ana"},
        elsewhere=frozenset({"ben", "cora"}),
    )
    inputs: Inputs = {"base": pesos("1000"), "rate": Fraction(1, 100)}
    assert (
        step(StepKind.MEASURE, "sales", pesos("1000"), {"level": 2}, ("d2",)),
        step(StepKind.RATE, "sales", pesos("10"), inputs),
    ) == found[:-1]


def test_an_award_tells_how_it_was_earned() -> None:
    """Measure, attainment and gate, as of any other component."""
    bound = a_bound_plan({"ana": a_plan(an_award())}, quotas={"ana": "500"})
    (award,) = evaluate(bound, some_facts(*SOLD)).statement("ana").awards
    attained: Inputs = {"measured": pesos("1000"), "quota": pesos("500")}
    gate: Inputs = {"asked": "attainment_of", "value": Fraction(2), "at_least": Fraction(1)}
    assert (
        step(StepKind.MEASURE, "sales", pesos("1000"), {"level": 0}, ("d1",)),
        step(StepKind.ATTAINMENT, "sales", Fraction(2), attained),
        step(StepKind.GATE, "sales", 1, gate),
    ) == award.steps


# --- modifiers ------------------------------------------------------------------------------------


def test_kickers_caps_and_floors_tell_what_they_changed() -> None:
    """5% are 50; doubled 100, by half again 150; at most 120, at least 130."""
    found = all_told(
        a_commission(
            "5%",
            kickers=(
                a_kicker("2", a_gate("value_of sales", at_least="1000")),
                a_kicker("9", a_gate("value_of sales", above="1000")),
                a_kicker("1.5", a_gate("value_of sales", at_least="1")),
            ),
            cap=a_limit("PHP 120.00"),
            floor=a_limit("PHP 130.00"),
        )
    )
    kinds = {StepKind.KICKER, StepKind.CAP, StepKind.FLOOR}
    name = "commission"
    assert [
        step(StepKind.KICKER, name, pesos("100"), {"value": pesos("50"), "factor": Fraction(2)}),
        step(
            StepKind.KICKER, name, pesos("150"), {"value": pesos("100"), "factor": Fraction(3, 2)}
        ),
        step(StepKind.CAP, name, pesos("120"), {"value": pesos("150"), "most": pesos("120")}),
        step(StepKind.FLOOR, name, pesos("130"), {"value": pesos("120"), "least": pesos("130")}),
    ] == [one for one in found if one.kind in kinds]


def test_bounds_that_change_nothing_are_told_as_well() -> None:
    """50 lies between 40 and 60."""
    found = all_told(a_commission("5%", cap=a_limit("PHP 60.00"), floor=a_limit("PHP 40.00")))
    assert (
        step(StepKind.CAP, "commission", pesos("50"), {"value": pesos("50"), "most": pesos("60")}),
        step(
            StepKind.FLOOR, "commission", pesos("50"), {"value": pesos("50"), "least": pesos("40")}
        ),
    ) == found[2:4]


# --- conversions ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "measure",
    [
        "sales",
        "margin",
        "units",
        "deals",
        "clients",
        "active",
        "new",
        "collected",
        "invoiced",
        "cash",
        "overdue",
        "points",
    ],
)
def test_the_deals_that_a_measure_counts_are_told_as_converted(measure: str) -> None:
    """Whatever is counted of them; 100 euros at a fixed 60 are 6,000, and so are the next."""
    row = "ana 2026-01-{day} 100.00 acme currency=EUR cost=60 quantity=2"
    found = told(
        StepKind.CONVERSION,
        a_commission("1%", measure=measure),
        rows=tuple(row.format(day=day) for day in (15, 16)),
        facts={
            "invoices": ["d1 2026-02-01 50.00", "d2 2026-02-01 50.00"],
            "payments": ["d1 2026-02-02 20.00", "d2 2026-02-02 20.00"],
        },
        terms={"conversion": Conversion(on=RateDate.FIXED, fixed={"EUR": Fraction(60)})},
    )
    inputs: Inputs = {
        "amount": Amount(Fraction(100), "EUR"),
        "rate": Fraction(60),
        "source": "plan",
    }
    assert [
        step(StepKind.CONVERSION, deal, pesos("6000"), inputs) for deal in ("d1", "d2")
    ] == found


@pytest.mark.parametrize(
    "measure, whose, deals",
    [("team_sales", "team", ("d2",)), ("all_sales", "own_and_team", ("d1", "d2"))],
)
def test_a_measure_of_a_team_tells_whose_it_is(
    measure: str, whose: str, deals: tuple[str, ...]
) -> None:
    """Own sales are told by level 0, others by whose."""
    found = told(
        StepKind.MEASURE,
        a_commission("1%", measure=measure),
        rows=(*SOLD, "ben 2026-01-16 1000.00"),
        superiors={"ben": "ana"},
        elsewhere=frozenset({"ben"}),
    )
    total = pesos(str(1000 * len(deals)))
    assert [step(StepKind.MEASURE, measure, total, {"whose": whose}, deals)] == found
