"""Prospects: what is missing at the gate or the next band, to the centavo, worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

import pytest

from accountkit.engine.pay import evaluate
from accountkit.plans import Accumulate, Axis, Gate, Grid, GridAxis, ValueOf, WithoutQuota
from accountkit.plans.components import Component
from accountkit.settlement.prospects import (
    AtCap,
    EachMore,
    Gives,
    Items,
    LowerBand,
    MissedGate,
    MissedKicker,
    NextBand,
    NoQuota,
    Prospect,
    Reach,
    TableStart,
    Top,
    Utmost,
    prospect,
)
from accountkit.stores import PayRun
from accountkit.testing.pay import (
    a_bonus,
    a_bound_plan,
    a_commission,
    a_formula,
    a_gate,
    a_grid,
    a_kicker,
    a_ladder,
    a_limit,
    a_plan,
    a_scorecard,
    a_spiff,
    a_step,
    an_override,
    some_facts,
)
from accountkit.values import Amount, Below, Edge, Money
from accountkit.values.ratios import parse_ratio

SALES = "ana 2026-01-15"


def ahead(component: Component, *deals: str, quota: str | None = "1000", **plan: Any) -> Prospect:
    """What lies ahead of Ana's one line, after deals of hers."""
    quotas = {} if quota is None else {"ana": quota}
    bound = a_bound_plan({"ana": a_plan(component, **plan)}, quotas=quotas)
    outcome = evaluate(bound, some_facts(*deals))
    statement = outcome.statement("ana")
    found = prospect(outcome, statement.plan, statement.lines[0])
    assert found is not None
    return found


def pesos(text: str) -> Amount:
    """An amount in pesos."""
    return Amount(parse_ratio(text), "PHP")


def reach(found: Prospect) -> tuple[object, object, object]:
    """What was counted, what is needed and what is missing."""
    assert isinstance(found, MissedGate | NextBand)
    return (found.reach.counted, found.reach.needed, found.reach.missing)


LADDER = a_ladder("sliced", "0% 1", "100% 1.5", "120% 2")


def test_a_missed_gate() -> None:
    """At 54.2% of the tutorial's 250,000.00 the gate of 60% wants 14,500.00 more."""
    found = ahead(
        a_commission(LADDER, at_least="60%"),
        f"{SALES} 95500.00",
        f"{SALES} 40000.00",
        quota="250000",
    )

    assert (
        MissedGate(
            bound=Fraction(3, 5),
            reach=Reach(
                measure="sales",
                counted=pesos("135500"),
                needed=pesos("150000"),
                missing=pesos("14500"),
            ),
        )
        == found
    )


def test_the_next_band() -> None:
    """At 110% the next band starts at 120%, whose rate is twice the one of the level."""
    found = ahead(a_commission(LADDER), f"{SALES} 1100.00")

    assert isinstance(found, NextBand)
    assert (Fraction(6, 5), Fraction(2), None) == (found.start, found.value, found.times_of)
    assert (pesos("1100"), pesos("1200"), pesos("100")) == reach(found)


@pytest.mark.parametrize(
    "gate, needed",
    [
        (Gate(attainment_of="sales", at_least=Fraction(3, 5)), "60.01"),
        (Gate(attainment_of="sales", above=Fraction(3, 5)), "60.01"),
    ],
)
def test_a_bound_between_two_centavos(gate: Gate, needed: str) -> None:
    """60% of 100.01 is 60.006, and nobody can sell that: 60.01 is the least that passes."""
    found = ahead(a_commission(LADDER, gates=(gate,)), f"{SALES} 50.00", quota="100.01")

    assert (pesos("50"), pesos(needed), pesos("10.01")) == reach(found)


def test_a_gate_that_wants_more_than_its_bound() -> None:
    """Above 60% of 1,000.00 begins at 600.01; exactly 600.00 does not pass."""
    gate = Gate(attainment_of="sales", above=Fraction(3, 5))
    found = ahead(a_commission(LADDER, gates=(gate,)), f"{SALES} 600.00")

    assert (pesos("600"), pesos("600.01"), pesos("0.01")) == reach(found)


def test_a_band_that_is_reached_only_above_its_start() -> None:
    """On the edge itself the band below still holds, and one centavo is missing."""
    ladder = a_ladder("whole", "0% 1%", "100% 2%", edge=Edge.ABOVE)
    found = ahead(a_commission(ladder), f"{SALES} 1000.00")

    assert (pesos("1000"), pesos("1000.01"), pesos("0.01")) == reach(found)


def test_a_ladder_over_amounts_that_starts_above_what_was_sold() -> None:
    """Nothing was priced, and the first band is the next one."""
    ladder = a_ladder("sliced", "5000 3%", below=Below.ZERO)
    found = ahead(a_commission(ladder, "amount"), f"{SALES} 1200.50", quota=None)

    assert (pesos("1200.50"), pesos("5000"), pesos("3799.50")) == reach(found)


def test_clients_come_one_by_one() -> None:
    """75% of five new clients is 3.75: it takes four, and three more than the one there is."""
    gate = Gate(attainment_of="new", at_least=Fraction(3, 4))
    bound = a_bound_plan(
        {"ana": a_plan(a_bonus("PHP 500.00", gates=(gate,)))}, quotas={"ana": {"new": "5"}}
    )
    outcome = evaluate(bound, some_facts(f"{SALES} 900.00 acme"))
    found = prospect(outcome, "plan", outcome.statement("ana").lines[0])

    assert found is not None
    assert (Fraction(1), Fraction(4), Fraction(3)) == reach(found)


def test_the_next_point_of_a_curve() -> None:
    """Between two points the further one is ahead."""
    found = ahead(a_commission(a_ladder("curve", "0% 1%", "200% 3%")), f"{SALES} 500.00")

    assert (pesos("500"), pesos("2000"), pesos("1500")) == reach(found)


@pytest.mark.parametrize(
    "component, utmost",
    [
        (a_commission(LADDER), Utmost.LAST_BAND),
        (a_bonus("PHP 500.00"), Utmost.WHOLE_BONUS),
        (an_override("1%"), Utmost.ONE_RATE),
    ],
)
def test_nothing_further_to_reach(component: Component, utmost: Utmost) -> None:
    """At 150% of the quota every component gives the most that it can."""
    assert Top(utmost=utmost) == ahead(component, f"{SALES} 1500.00")


def test_no_quota() -> None:
    """Where the plan pays nothing without one, a quota comes first."""
    found = ahead(
        a_commission(LADDER), f"{SALES} 1.00", quota=None, without_quota=WithoutQuota.ZERO
    )

    assert NoQuota(measure="sales") == found


def test_a_line_without_steps_tells_nothing() -> None:
    """What was not traced is not worked out afterwards."""
    bound = a_bound_plan({"ana": a_plan(a_commission(LADDER))}, quotas={"ana": "1000"})
    outcome = evaluate(bound, some_facts(f"{SALES} 1.00"), trace=False)

    assert prospect(outcome, "plan", outcome.statement("ana").lines[0]) is None


def test_a_kept_run_tells_the_same() -> None:
    """Everything that is needed is kept with the run."""
    plan = a_plan(a_commission(LADDER, at_least="60%"))
    fresh = evaluate(a_bound_plan({"ana": plan}, quotas={"ana": "1000"}), some_facts())
    made_at = datetime(2026, 4, 1, tzinfo=UTC)
    body = PayRun(key="k", made_at=made_at, outcome=fresh).body()
    kept = PayRun.read("k", made_at.isoformat(), body).outcome

    for run in (fresh, kept):
        found = prospect(run, "plan", run.statement("ana").lines[0])
        assert found is not None
        assert (pesos("0"), pesos("600"), pesos("600")) == reach(found)


# --- the other components -------------------------------------------------------------------------


def ahead_of(
    component: Component,
    *deals: str,
    quotas: Mapping[str, str] | None = None,
    parts: tuple[Component, ...] = (),
    period: str = "2026-Q1",
    **people: Any,
) -> Prospect:
    """What lies ahead of Ana's line of a component, of a plan that may have other ``parts``."""
    bound = a_bound_plan(
        {"ana": a_plan(*parts, component)},
        quotas={"ana": quotas or {}},
        period=period,
        **people,
    )
    outcome = evaluate(bound, some_facts(*deals))
    found = prospect(outcome, "plan", outcome.statement("ana").line(component.id))
    assert found is not None
    return found


def test_the_next_sum_of_a_step() -> None:
    """At 900.00 of 1,000.00 the next sum, 5,000.00, is 100.00 away."""
    table = a_ladder("step", "50% 2000", "100% 5000", below=Below.ZERO)
    found = ahead(a_step(table), f"{SALES} 900.00")

    assert isinstance(found, NextBand)
    assert (Gives.SUM, Fraction(5000)) == (found.gives, found.value)
    assert (pesos("900"), pesos("1000"), pesos("100")) == reach(found)


def test_one_rate_for_everything_and_each_deal_alone() -> None:
    """Neither has a band that the period could reach."""
    alone = a_ladder("whole", "0 1%", "500 2%")

    assert Top(utmost=Utmost.ONE_RATE) == ahead(a_commission("5%"), f"{SALES} 900.00")
    assert Top(utmost=Utmost.EACH_ALONE) == ahead(
        a_commission(alone, "amount", accumulate=Accumulate.ALONE), f"{SALES} 900.00"
    )


def test_each_further_deal_of_a_spiff_pays() -> None:
    """Two of at most three are paid; a fourth would pay nothing."""
    spiff = a_spiff("PHP 500.00", at_most=3)
    two = (f"{SALES} 10.00", f"{SALES} 20.00")

    assert EachMore(amount=Money.parse("PHP 500.00"), left=Fraction(1)) == ahead(spiff, *two)
    assert Top(utmost=Utmost.ALL_SPIFFS) == ahead(spiff, *two, f"{SALES} 30.00")
    assert EachMore(amount=Money.parse("PHP 500.00"), left=None) == ahead(
        a_spiff("PHP 500.00"), *two
    )


def test_each_item_of_a_scorecard_has_its_own_next_band() -> None:
    """Sales lack 200.00 of 1,000.00, and two new clients of the two wanted are there."""
    payout = a_ladder("whole", "0% 0", "100% 1")
    card = a_scorecard("PHP 1000.00", ("sales", "60%", payout), ("new", "40%", payout))
    found = ahead_of(
        card,
        f"{SALES} 500.00 acme",
        "ana 2026-02-15 300.00 bolt",
        quotas={"sales": "1000", "new": "1"},
    )

    assert isinstance(found, Items)
    sales, new = found.items
    assert isinstance(sales.ahead, NextBand)
    assert ("sales", Gives.PAYOUT, Fraction(1)) == (
        sales.item,
        sales.ahead.gives,
        sales.ahead.value,
    )
    assert (pesos("800"), pesos("1000"), pesos("200")) == reach(sales.ahead)
    assert ("new", Top(utmost=Utmost.LAST_BAND)) == (new.item, new.ahead)


def test_a_formula_has_no_next_band() -> None:
    """Nobody can say which of its parts should move."""
    found = ahead(a_formula(ValueOf(measure="sales")), f"{SALES} 900.00")

    assert Top(utmost=Utmost.FORMULA) == found


def test_a_cap_that_is_reached() -> None:
    """5% of 900.00 are 45.00, and more than 40.00 is not paid, however much is sold."""
    found = ahead(a_commission("5%", cap=a_limit("PHP 40.00")), f"{SALES} 900.00")

    assert AtCap(most=pesos("40")) == found


@pytest.mark.parametrize("bound, needed", [("at_least", "1000"), ("above", "1000.01")])
def test_a_gate_on_the_value_of_a_measure(bound: str, needed: str) -> None:
    """Without any quota: 900.00 are sold, and 1,000.00 are asked for."""
    gate = a_gate("value_of sales", **{bound: "1000"})
    found = ahead(a_bonus("PHP 5.00", gates=(gate,)), f"{SALES} 900.00", quota=None)

    assert isinstance(found, MissedGate)
    assert (pesos("900"), pesos(needed), pesos(needed) - pesos("900")) == reach(found)


@pytest.mark.parametrize("bound, needed, missing", [("at_most", 2, 1), ("below", 1, 2)])
def test_a_gate_that_wants_less(bound: str, needed: int, missing: int) -> None:
    """Three new clients where at most two, or fewer than two, were to be: so many too many."""
    gate = a_gate("value_of new", **{bound: "2"})
    sold = [f"ana 2026-01-1{day} 600.00 client-{day}" for day in range(1, 4)]
    found = ahead_of(a_bonus("PHP 5.00", gates=(gate,)), *sold)

    assert isinstance(found, MissedGate)
    assert found.reach.too_much
    assert (Fraction(3), Fraction(needed), Fraction(missing)) == reach(found)


def test_a_gate_on_what_another_component_earned() -> None:
    """5% of 900.00 are 45.00; the bonus wants 50.00."""
    commission = a_commission("5%")
    bonus = a_bonus("PHP 5.00", gates=(a_gate("earned_by commission", at_least="50"),))
    found = ahead_of(bonus, f"{SALES} 900.00", parts=(commission,))

    assert isinstance(found, MissedGate)
    assert ("commission", None) == (found.reach.component, found.reach.measure)
    assert (pesos("45"), pesos("50"), pesos("5")) == reach(found)


def test_a_kicker_comes_last() -> None:
    """The bonus is paid, and would be one and a half times as much at 1,200.00."""
    kicker = a_kicker("1.5", a_gate("attainment_of sales", at_least="120%"))
    found = ahead(a_bonus("PHP 5.00", kickers=(kicker,)), f"{SALES} 1100.00")

    assert isinstance(found, MissedKicker)
    assert Fraction(3, 2) == found.factor
    assert pesos("100") == found.reach.missing


def test_a_higher_discount_that_earns_a_lower_rate() -> None:
    """Sold for 850.00 of 1,000.00: a discount of 15%, where below 10% the rate is 5%."""
    table = a_ladder("whole", "0% 5%", "10% 3%")
    found = ahead(a_commission(table, "discount"), f"{SALES} 850.00 acme list=1000.00")

    assert isinstance(found, LowerBand)
    assert (Fraction(1, 10), Fraction(1, 20)) == (found.end, found.value)
    assert (Axis.DISCOUNT, True, True) == (
        found.reach.axis,
        found.reach.excluded,
        found.reach.too_much,
    )
    assert Fraction(1, 20) == found.reach.missing


def test_a_grid_looks_along_its_last_axis() -> None:
    """After 14 months the second row holds, and at 90% its next band is at 100%."""
    grid = a_grid("tenure 0 12", "attainment 0% 100%", rows=["1% 2%", "3% 4%"])
    found = ahead_of(
        a_commission(grid),
        f"{SALES} 900.00",
        quotas={"sales": "1000"},
        since={"ana": "2025-01-15"},
    )

    assert isinstance(found, NextBand)
    assert (Fraction(1, 25), pesos("100")) == (found.value, found.reach.missing)


def test_a_position_below_the_first_row_of_a_grid() -> None:
    """The first row begins after 6 months, and there are two."""
    axes = (
        GridAxis(over=Axis.TENURE, starts=(Fraction(6),), below=Below.ZERO),
        GridAxis(over=Axis.ATTAINMENT, starts=(Fraction(0), Fraction(1))),
    )
    grid = Grid(axes=axes, rows=((Fraction(1, 100), Fraction(2, 100)),))
    found = ahead_of(
        a_commission(grid),
        f"{SALES} 900.00",
        quotas={"sales": "1000"},
        since={"ana": "2026-01-10"},
    )

    assert isinstance(found, TableStart)
    assert (Axis.TENURE, Fraction(2), Fraction(6), Fraction(4)) == (
        found.reach.axis,
        found.reach.counted,
        found.reach.needed,
        found.reach.missing,
    )


def test_a_year_to_date_looks_at_the_year() -> None:
    """The gate asks about the quarter; the bands are of 1,600.00 out of 2,000.00 to date."""
    commission = a_commission(
        a_ladder("whole", "0% 1%", "100% 2%"),
        at_least="50%",
        accumulate=Accumulate.YEAR_TO_DATE,
    )
    found = ahead_of(
        commission,
        f"{SALES} 900.00",
        "ana 2026-04-15 700.00",
        quotas={"sales": "1000"},
        period="2026-Q2",
        earlier={"ana": {"2026-Q1": "1000"}},
    )

    assert isinstance(found, NextBand)
    assert (pesos("1600"), pesos("2000"), pesos("400")) == reach(found)


def test_a_rate_for_each_unit_names_what_it_prices() -> None:
    """8 units are sold; from the tenth on each pays 60.00 instead of 50.00."""
    commission = a_commission(a_ladder("sliced", "0 50", "10 60"), "count", measure="units")
    found = ahead_of(commission, f"{SALES} 900.00 acme quantity=8")

    assert isinstance(found, NextBand)
    assert ("units", Fraction(60)) == (found.priced, found.value)
    assert (Fraction(8), Fraction(10), Fraction(2)) == reach(found)
