"""Factors, shares and spans that are easily mistaken: each in a case where it makes a difference.

Kickers on deals that are rounded one by one, parts of a deal under a fixed sum, absences before
the days that count, positions to date, and what is left of nothing.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import attrs
import pytest

from accountkit.engine.pay import evaluate, evaluate_sequence
from accountkit.engine.pay.conversion import Converter, Rate
from accountkit.engine.pay.credit import credit
from accountkit.engine.pay.earn import Reckoning
from accountkit.engine.pay.findings import Findings
from accountkit.engine.pay.quotas import Target, quota_of
from accountkit.engine.pay.rates import Place, price, total
from accountkit.plans import (
    Accumulate,
    Axis,
    Commission,
    Component,
    Conversion,
    DayCount,
    Exception_,
    NegativeResult,
    RateDate,
    Relief,
    Returns,
    Selection,
    Whose,
    WithoutQuota,
)
from accountkit.plans.returns import ReturnRule
from accountkit.settlement.earned import Earned
from accountkit.settlement.statements import Attainment
from accountkit.settlement.trace import Step, StepKind
from accountkit.testing.pay import (
    EVERY_MEASURE,
    QUARTER,
    a_bonus,
    a_bound_plan,
    a_chain,
    a_commission,
    a_deal,
    a_gate,
    a_kicker,
    a_ladder,
    a_limit,
    a_plan,
    a_quota_rule,
    some_facts,
)
from accountkit.values.calendars import Weekday
from accountkit.values.money import Amount
from accountkit.values.periods import Period
from accountkit.values.rounding import Rounding, RoundingMode, RoundingPoint
from accountkit.values.working_weeks import WorkingWeek

ALONE = Accumulate.ALONE
BY_DEAL = Rounding(point=RoundingPoint.DEAL, mode=RoundingMode.HALF_UP)
REACHED = a_gate("value_of sales", at_least="0")
MISSED = a_gate("value_of sales", below="0")


def alone(rate: str = "10%", **options: Any) -> Commission:
    """A commission that prices each deal alone."""
    return a_commission(rate, accumulate=ALONE, **options)


# --- deals that are rounded one by one ------------------------------------------------------------


@pytest.mark.parametrize(
    "kickers, by_deal, total_",
    [
        ((), ("11/200", "1/40"), "0.09"),  # 0.055 and 0.025 are 0.06 and 0.03
        ((a_kicker("3", REACHED),), ("33/200", "3/40"), "0.25"),  # 0.165 and 0.075: 0.17 and 0.08
        ((a_kicker("3", MISSED),), ("11/200", "1/40"), "0.09"),
        # twice half as much again: 0.12375 and 0.05625 are 0.12 and 0.06
        ((a_kicker("1.5", REACHED),) * 2, ("99/800", "9/160"), "0.18"),
        ((a_kicker("0", REACHED),), ("0", "0"), "0.00"),
    ],
    ids=["none", "passed", "missed", "two", "nothing"],
)
def test_a_kicker_multiplies_each_deal_before_it_is_rounded(
    kickers: Any, by_deal: tuple[str, ...], total_: str
) -> None:
    """10% of 0.55 and of 0.25; what is rounded by deal is what each deal comes to in the end."""
    plan = a_plan(alone(kickers=kickers), rounding=BY_DEAL)
    facts = some_facts("ana 2026-01-15 0.55", "ana 2026-01-16 0.25")
    bound = a_bound_plan({"ana": plan})
    credits_ = credit(bound, facts, QUARTER.start)
    found = Findings(bound.payees[0], bound, credits_, facts, trace=False)
    earned = Reckoning(found).earn(plan.components[0])
    assert isinstance(earned, Earned)
    expected = tuple(Fraction(value) for value in by_deal)
    assert expected == earned.by_deal
    assert sum(expected) == earned.exact.value
    assert total_ == str(evaluate(bound, facts).statement("ana").total.amount)


# --- parts of a deal ------------------------------------------------------------------------------

LAMP = "ana 2026-01-15 1000.00 product=lamp quantity=8"
QUARTERS = {"shares": ["d1 ana 1/4", "d1 ben 3/4"]}


def paid(component: Component, *rows: str, facts: dict[str, Any] | None = None) -> str:
    """What Ana is paid."""
    bound = a_bound_plan({"ana": a_plan(component)}, elsewhere=frozenset({"ben"}))
    known = some_facts(*rows, **(facts or {}))
    return str(evaluate(bound, known).statement("ana").total.amount)


@pytest.mark.parametrize(
    "component, whole, part",
    [
        (
            alone(
                exceptions=(
                    Exception_(
                        where=Selection(products=("lamp",)),
                        amount=a_limit("PHP 40.00").amount,
                    ),
                )
            ),
            "40.00",
            "10.00",
        ),
        (
            alone(exceptions=(Exception_(where=Selection(), rate=Fraction(1, 5)),)),
            "200.00",
            "50.00",
        ),
        (alone("5", measure="units"), "40.00", "10.00"),
        (a_commission("5", measure="units"), "40.00", "10.00"),
        (a_commission("8", measure="deals"), "8.00", "2.00"),
        (alone(kickers=(a_kicker("2", Selection(products=("lamp",))),)), "200.00", "50.00"),
    ],
    ids=["sum", "rate", "units alone", "units", "deals", "kicker"],
)
def test_a_quarter_of_a_deal_gives_a_quarter(component: Component, whole: str, part: str) -> None:
    """Whether it is priced, granted or counted."""
    assert whole == paid(component, LAMP)
    assert part == paid(component, LAMP, facts=QUARTERS)


@pytest.mark.parametrize(
    "shares, deals, units",
    [
        (("ana 1/4", "ben 1/4", "zoe 1/2"), "1/2", "4"),  # together half of a deal of 8
        (("ana 1/4", "ben 3/4"), "1", "8"),
        (("ana 1/4", "zoe 3/4"), "1/4", "2"),
    ],
    ids=["in part", "wholly", "one of them"],
)
def test_the_parts_that_reports_share_reach_their_superior_together(
    shares: tuple[str, ...], deals: str, units: str
) -> None:
    """Ana and Ben report to Cora, and Zoe does not."""
    every: dict[str, Any] = dict(EVERY_MEASURE)
    for name in ("deals", "units"):
        every[name] = attrs.evolve(every[name], whose=Whose.TEAM)
    bound = a_bound_plan(
        {"cora": a_plan(a_bonus("PHP 1.00"))},
        measures=every,
        superiors={"ana": "cora", "ben": "cora"},
    )
    facts = some_facts(LAMP, shares=[f"d1 {share}" for share in shares])
    credits_ = credit(bound, facts, QUARTER.start)
    found = Findings(bound.payees[0], bound, credits_, facts, trace=False)
    assert Fraction(deals) == found.measure("deals").value
    assert Fraction(units) == found.measure("units").value


def test_a_list_amount_is_shared_out_as_the_amount_is() -> None:
    """The odd centavo of 100.01 is Ana's: 50.01 and, of 200.02, twice that. Half is given away."""
    facts = some_facts("ana 2026-01-15 100.01 list=200.02", shares=["d1 ana 1/2", "d1 ben 1/2"])
    bound = a_bound_plan({"ana": a_plan(a_bonus("PHP 1.00"))})
    credits_ = credit(bound, facts, QUARTER.start)
    found = Findings(bound.payees[0], bound, credits_, facts, trace=False)
    assert Fraction(1, 2) == found.position(Axis.DISCOUNT, "sales")


@pytest.mark.parametrize(
    "row, expected",
    [
        ("ana 2026-01-15 0.00 cost=60", "-15"),
        ("ana 2026-01-15 0.00 cost=60 currency=EUR", "-30"),  # 30 pesos of 15 euros at 2
        ("ana 2026-01-15 100.00 cost=60 currency=EUR", "20"),  # 20 pesos of 10 euros at 2
    ],
)
def test_a_quarter_of_what_a_deal_costs_is_taken_off_in_the_plans_currency(
    row: str, expected: str
) -> None:
    """Also where the deal was given away, and has no amount to take a part of."""
    conversion = Conversion(on=RateDate.FIXED, fixed={"EUR": Fraction(2)})
    plan = a_plan(a_commission("10%", measure="margin"), conversion=conversion)
    facts = some_facts(row, shares=["d1 ana 1/4", "d1 ben 3/4"])
    bound = a_bound_plan({"ana": plan})
    credits_ = credit(bound, facts, QUARTER.start)
    found = Findings(bound.payees[0], bound, credits_, facts, trace=False)
    assert Fraction(expected) == found.measure("margin").value


def test_what_is_wrong_with_the_deal_of_a_return_is_told_under_that_deal() -> None:
    """The return has shares of its own; the overlay that the plan refuses is on what was sold.

    It is a fault of whoever has the overlay, and of nobody above.
    """
    rows = ("ben 2025-11-15 100.00", "ben 2026-02-15 -100.00 returns=d1")
    facts: dict[str, Any] = {"overlays": ["d1 ben 1/2"], "shares": ["d2 ben 1"]}
    plans = {
        "ben": a_plan(alone(), negative=NegativeResult.PAY_BACK),
        "cora": a_plan(alone(measure="team_sales"), negative=NegativeResult.PAY_BACK, id="above"),
    }
    outcome = evaluate(a_bound_plan(plans, superiors={"ben": "cora"}), some_facts(*rows, **facts))
    assert [
        (
            "overlay of ben on deal d1: is credit on top of the whole, which plan plan does"
            " not know; take the overlay out, or add crediting: overlays: credit to the plan"
            " [commission]"
        )
    ] == [fault.message for fault in outcome.faults]
    assert "-10.00" == str(outcome.statement("cora").total.amount)


@pytest.mark.parametrize("kind, amount", [("invoiced", "60"), ("sales", "60")])
def test_a_re_rated_return_stands_on_the_day_of_its_deal(kind: str, amount: str) -> None:
    """Of March, and of a deal of January: in January it counts, and in March nothing does."""
    plan = a_plan(a_commission("10%", measure=kind), returns=Returns(rule=ReturnRule.RE_RATING))
    facts = some_facts(
        "ana 2026-01-15 100.00",
        "ana 2026-03-15 -40.00 returns=d1",
        invoices=["d1 2026-01-20 100.00"],
    )
    bound = a_bound_plan({"ana": plan})
    credits_ = credit(bound, facts, QUARTER.start)
    found = Findings(bound.payees[0], bound, credits_, facts, trace=False)
    assert Fraction(amount) == found.measure(kind, Period.month(2026, 1)).value
    assert Fraction(0) == found.measure(kind, Period.month(2026, 3)).value
    days = [(part.deal.id, str(part.date)) for part in found.credited(Whose.OWN).each()]
    assert [("d1", "2026-01-15"), ("d2", "2026-01-15")] == days


def test_the_tenure_of_a_re_rated_return_is_that_of_its_deal() -> None:
    """10% in the first month of tenure and 20% from the second on: 10 less 4, and not less 8."""
    ladder = a_ladder("whole", "0 10%", "1 20%")
    plan = a_plan(
        a_commission(ladder, "tenure", accumulate=ALONE),
        returns=Returns(rule=ReturnRule.RE_RATING),
    )
    bound = a_bound_plan({"ana": plan}, since={"ana": "2026-01-01"})
    facts = some_facts("ana 2026-01-15 100.00", "ana 2026-03-15 -40.00 returns=d1")
    assert "6.00" == str(evaluate(bound, facts).statement("ana").total.amount)


# --- quotas ---------------------------------------------------------------------------------------


def quota(rule: Any, **options: Any) -> Target | None:
    """What is wanted of Ana, of a target of 900 in the 90 days of the quarter."""
    plan = a_plan(a_bonus("PHP 1.00"), quota_rules=(rule,))
    bound = a_bound_plan({"ana": plan}, quotas={"ana": "900"}, **options)
    return quota_of(bound.payees[0], "sales", QUARTER, bound)


@pytest.mark.parametrize(
    "away, took_part, days",
    [
        # of December nothing is of the quarter, February is: 90 less 28
        (["leave 2025-12-01..2025-12-20", "leave 2026-02-01..2026-02-28"], [], "62"),
        # the leave of January lies between two stretches; ten days of the second are relieved
        (
            ["leave 2026-01-11..2026-01-20", "leave 2026-03-01..2026-03-10"],
            ["2026-01-01..2026-01-10", "2026-02-01..2026-03-31"],
            "59",  # 10 and 59, less 10
        ),
        # one leave after the other, and one within another
        (["leave 2026-01-01..2026-01-20", "leave 2026-01-05..2026-01-10"], [], "70"),
        (["leave 2026-01-11..2026-01-20", "leave 2026-01-16..2026-01-30"], [], "70"),
        # it goes on after the last day, and the next begins there
        (["leave 2026-03-22..2026-04-20", "leave 2026-04-01..2026-04-30"], [], "80"),
        # nine days are one short of ten; an illness is no leave
        (["leave 2026-01-01..2026-01-09", "ill 2026-02-01..2026-02-28"], [], "90"),
    ],
    ids=["before", "between", "within", "overlapping", "after", "none"],
)
def test_absences_relieve_of_the_days_that_they_share_with_participation(
    away: list[str], took_part: list[str], days: str
) -> None:
    """Leaves of ten days and more; one that lies outside does not hide those that come after."""
    rule = a_quota_rule(
        proration=DayCount.CALENDAR_DAYS, relief=Relief(kinds=("leave",), least_days=10)
    )
    found = quota(rule, away={"ana": away}, took_part={"ana": took_part})
    share = Fraction(int(days), 90)
    assert Target(900 * share, Fraction(900), Fraction(1), share) == found


def test_a_ramp_without_a_month_of_participation_leaves_nothing() -> None:
    """Whoever took part in no month of the quarter has a quota of zero."""
    rule = a_quota_rule(ramp=(Fraction(1, 2),))
    found = quota(rule, since={"ana": "2025-01-01"}, took_part={"ana": "2025-01-01..2025-12-31"})
    assert Target(Fraction(0), Fraction(900), Fraction(0), Fraction(1)) == found


def test_a_period_without_a_working_day_leaves_nothing_of_a_quota() -> None:
    """3 and 4 January 2026 are a Saturday and a Sunday; no day counts, and none is divided by."""
    rule = a_quota_rule(proration=DayCount.WORKING_DAYS)
    weekend = Period.parse("2026-01-03..2026-01-04")
    bound = a_bound_plan(
        {"ana": a_plan(a_bonus("PHP 1.00"), quota_rules=(rule,))},
        quotas={"ana": "900"},
        period=weekend,
        working_week=WorkingWeek(days=tuple(Weekday)[:5]),
    )
    found = quota_of(bound.payees[0], "sales", weekend, bound)
    assert Target(Fraction(0), Fraction(900), Fraction(1), Fraction(0)) == found


def test_that_there_is_no_quota_is_told_once_for_the_days_that_are_asked_about() -> None:
    """Of the period, and of the year to date; each is another attainment."""
    plan = a_plan(a_bonus("PHP 1.00"), without_quota=WithoutQuota.ZERO)
    bound = a_bound_plan({"ana": plan})
    facts = some_facts("ana 2026-01-15 450.00")
    found = Findings(bound.payees[0], bound, credit(bound, facts, QUARTER.start), facts, trace=True)
    for days in (None, Period.month(2026, 1), None, Period.month(2026, 1)):
        assert found.attainment("sales", days) is None
    told = [step for step in found.tracing.steps if step.kind is StepKind.NO_QUOTA]
    assert [Step(kind=StepKind.NO_QUOTA, subject="sales", result=0)] * 2 == told


def test_the_attainment_of_whoever_has_a_quota_is_told_to_settlement() -> None:
    """450 of 900; without a quota there is none, and that is no fault there."""
    bound = a_bound_plan({"ana": a_plan(a_bonus("PHP 1.00"))}, quotas={"ana": "900"})
    facts = some_facts("ana 2026-01-15 450.00")
    credits_ = credit(bound, facts, QUARTER.start)
    reckoning = Reckoning(Findings(bound.payees[0], bound, credits_, facts, trace=False))
    assert Attainment(
        measure="sales", measured=Fraction(450), quota=Fraction(900), ratio=Fraction(1, 2)
    ) == reckoning.attainment("sales")
    assert reckoning.attainment("new") is None


# --- positions ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "over, first, second",
    [
        ("margin", "cost=90", "cost=210"),  # 10 of 100, and 100 of 400 to date
        ("discount", "list=111.11", "list=422.22"),
    ],
)
def test_a_position_to_date_is_that_of_the_deals_to_date(
    over: str, first: str, second: str
) -> None:
    """5% below 28%, 10% from there: the second quarter alone is above, all to date is not.

    5% of 100 are 5; 5% of 400 are 20, less 5.
    """
    ladder = a_ladder("whole", "0% 5%", "28% 10%")
    plan = a_plan(a_commission(ladder, over, accumulate=Accumulate.YEAR_TO_DATE))
    facts = some_facts(f"ana 2026-01-15 100.00 {first}", f"ana 2026-04-15 300.00 {second}")
    outcomes = evaluate_sequence(a_chain({"ana": plan}, "2026-Q1", "2026-Q2"), facts)
    assert ["5.00", "15.00"] == [str(one.statement("ana").total.amount) for one in outcomes]


@pytest.mark.parametrize(
    "position, base, expected",
    [
        ("0", "0", "0"),
        ("0", "100", "0"),  # nothing of the way: no slice, whatever the base
        ("3", "0", "0"),
        ("3", "3", "1/5"),  # 5% of 2 and 10% of 1
        ("3/2", "100", "5"),  # all in the first band
        ("4", "100", "15/2"),  # half of 100 at 5%, half at 10%
        ("-1", "100", "0"),
    ],
)
def test_a_total_is_the_sum_of_its_slices(position: str, base: str, expected: str) -> None:
    """Worked out at once or slice by slice: 5% up to 2, 10% above."""
    place = Place(a_ladder("sliced", "0 5%", "2 10%"), Axis.AMOUNT, Fraction(position))
    assert Fraction(expected) == total(place, Fraction(base))
    assert Fraction(expected) == sum(
        (piece.base * piece.rate for piece in price(place, Fraction(base))), Fraction(0)
    )


def test_a_part_to_date_without_a_quota_before_earned_nothing_before() -> None:
    """5% of 400 to date, in the first quarter for which there is a quota; nothing is taken off."""
    ladder = a_ladder("whole", "0% 5%")
    plan = a_plan(
        a_commission(ladder, by="sales", accumulate=Accumulate.YEAR_TO_DATE),
        without_quota=WithoutQuota.ZERO,
    )
    bound = a_bound_plan({"ana": plan}, quotas={"ana": "100"}, period="2026-Q2")
    facts = some_facts("ana 2026-01-15 100.00", "ana 2026-04-15 300.00")
    assert "20.00" == str(evaluate(bound, facts).statement("ana").total.amount)


# --- conversion -----------------------------------------------------------------------------------

FIXED = {"EUR": Fraction("1.005")}


@pytest.mark.parametrize(
    "conversion, value, expected",
    [
        (None, "1", "1.005"),
        (Conversion(on=RateDate.FIXED, fixed=FIXED), "1", "1.005"),
        (
            Conversion(on=RateDate.FIXED, fixed=FIXED, rounding=RoundingMode.HALF_UP),
            "1",
            "1.01",
        ),
        (
            Conversion(on=RateDate.FIXED, fixed=FIXED, rounding=RoundingMode.HALF_EVEN),
            "1",
            "1.00",
        ),
        (
            Conversion(on=RateDate.FIXED, fixed=FIXED, rounding=RoundingMode.HALF_UP),
            "-1",
            "-1.01",
        ),
    ],
    ids=["none", "exact", "half up", "half even", "below zero"],
)
def test_a_conversion_is_rounded_in_the_mode_that_is_stated_and_in_no_other(
    conversion: Conversion | None, value: str, expected: str
) -> None:
    """1 at 1.005 lies halfway; the step tells of the mode, if there is one, and of no day."""
    plan = a_plan(a_commission("1%"), conversion=conversion)
    converter = Converter(plan, QUARTER, some_facts())
    rate = Rate(value=FIXED["EUR"], source="plan", on=None)
    amount = Fraction(value)
    assert Fraction(expected) == converter.convert(amount, rate)

    mode = None if conversion is None else conversion.rounding
    deal = a_deal("ana 2026-01-15 1.00 currency=EUR")
    found = converter.step(deal, Amount(amount, "EUR"), rate, Fraction(expected))
    assert (
        Step(
            kind=StepKind.CONVERSION,
            subject="d1",
            result=Amount(Fraction(expected), "PHP"),
            inputs={
                "amount": Amount(amount, "EUR"),
                "rate": FIXED["EUR"],
                "source": "plan",
                **({} if mode is None else {"mode": mode.value}),
            },
        )
        == found
    )
    published = Rate(value=FIXED["EUR"], source="bank", on=date(2026, 1, 14))
    told = converter.step(deal, Amount(amount, "EUR"), published, Fraction(expected))
    assert "2026-01-14" == told.inputs["on"]
