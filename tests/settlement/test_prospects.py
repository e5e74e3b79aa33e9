"""Prospects: what is missing at the gate or the next band, to the centavo, worked out by hand."""

from __future__ import annotations

from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

import pytest

from accountkit.engine.pay import evaluate
from accountkit.plans import Gate, WithoutQuota
from accountkit.plans.components import Component
from accountkit.settlement.prospects import (
    MissedGate,
    NextBand,
    NoQuota,
    Prospect,
    Reach,
    Top,
    Utmost,
    prospect,
)
from accountkit.stores import PayRun
from accountkit.testing.pay import (
    a_bonus,
    a_bound_plan,
    a_commission,
    a_ladder,
    a_plan,
    an_override,
    some_facts,
)
from accountkit.values import Amount, Below, Edge
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
    assert (Fraction(6, 5), Fraction(2), None) == (found.start, found.rate, found.times_of)
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
    found = ahead(a_commission(LADDER, gate=gate), f"{SALES} 50.00", quota="100.01")

    assert (pesos("50"), pesos(needed), pesos("10.01")) == reach(found)


def test_a_gate_that_wants_more_than_its_bound() -> None:
    """Above 60% of 1,000.00 begins at 600.01; exactly 600.00 does not pass."""
    gate = Gate(attainment_of="sales", above=Fraction(3, 5))
    found = ahead(a_commission(LADDER, gate=gate), f"{SALES} 600.00")

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
        {"ana": a_plan(a_bonus("PHP 500.00", gate=gate))}, quotas={"ana": {"new": "5"}}
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
