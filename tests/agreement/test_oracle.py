"""The engine against the oracle: a second reading of the same words, on thousands of cases.

A case is one payee in one period. Exact amounts, rounded ones, movements, balances, awards,
recommendations and the total must be the same; of a fault only that there is one.
"""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.agreement.agreeing import Pair, pairs
from tests.agreement.lots import Scenario, a_scenario

from accountkit.plans.components import Accumulate, Commission, Component, StepSum
from accountkit.settlement.balances import MovementKind
from accountkit.testing.drawn_facts import known_facts
from accountkit.testing.drawn_plans import years
from accountkit.values.calendars import PeriodKind
from accountkit.values.periods import Period

BLOCKS = 33
SCENARIOS = 50
"""Scenarios of each block; a scenario makes some twelve cases."""

LEAST_CASES = 20_000
LEAST_OF_EACH = 20


class _Seen:
    """What the cases that were compared had in them."""

    def __init__(self) -> None:
        self.cases = 0
        self.faults = 0
        self.kinds: Counter[str] = Counter()
        self.measures: Counter[str] = Counter()
        self.movements: Counter[MovementKind] = Counter()


@pytest.fixture(scope="module")
def seen() -> _Seen:
    """Counts of all blocks."""
    return _Seen()


@pytest.mark.parametrize("block", range(BLOCKS))
def test_the_engine_pays_what_the_oracle_pays(block: int, seen: _Seen) -> None:
    """The statement of every payee in every period of a chain is the same by both."""
    apart: list[str] = []
    for seed in range(block * SCENARIOS, (block + 1) * SCENARIOS):
        scenario = a_scenario(seed)
        for pair in pairs(scenario):
            _count(seen, scenario, pair)
            if not pair.agrees:
                apart.append(f"seed {seed}: {pair}")

    assert not apart, apart[0]


def test_the_cases_are_many_and_of_every_kind(seen: _Seen) -> None:
    """Agreement on nothing proves nothing: everything that a plan may say was there, and paid."""
    if seen.cases < LEAST_CASES:
        pytest.skip("only with all the blocks before it")

    assert seen.faults >= LEAST_OF_EACH
    assert {} == {kind: seen.kinds[kind] for kind in _KINDS if seen.kinds[kind] < LEAST_OF_EACH}
    assert {} == {
        kind: seen.measures[kind] for kind in _MEASURES if seen.measures[kind] < LEAST_OF_EACH
    }
    assert {} == {
        kind: seen.movements[kind] for kind in MovementKind if seen.movements[kind] < LEAST_OF_EACH
    }


_KINDS = (
    "award",
    "bonus",
    "commission",
    "commission alone",
    "commission to date",
    "formula",
    "override",
    "scorecard",
    "spiff",
    "step",
    "step alone",
    "step to date",
)
_MEASURES = (
    "active_clients",
    "collections",
    "contacts",
    "deal_count",
    "distinct_clients",
    "fulfilment_share",
    "margin_sum",
    "new_clients",
    "overdue_receivables",
    "quotient",
    "sales_sum",
    "unit_sum",
    "weighted_sum",
)


def _count(seen: _Seen, scenario: Scenario, pair: Pair) -> None:
    seen.cases += 1
    if pair.oracle is None:
        seen.faults += 1
        return
    bound = scenario.bounds[0]
    plan = next(payee.plan for payee in bound.payees if payee.person == pair.person)
    for component in plan.components:
        amount = pair.oracle.exact.get(component.id) or component.id in pair.oracle.awards
        seen.kinds[_kind(component)] += bool(amount)
    used = [bound.measures[name] for name in plan.measures_used()]
    seen.measures.update({measure.KIND for measure in used})
    seen.movements.update({kind for _, kind in pair.oracle.movements})


def _kind(component: Component) -> str:
    if not isinstance(component, Commission | StepSum):
        return component.KIND
    match component.accumulate:
        case Accumulate.PERIOD:
            return component.KIND
        case Accumulate.ALONE:
            return f"{component.KIND} alone"
        case _:
            return f"{component.KIND} to date"


def test_a_scenario_is_the_same_on_every_run() -> None:
    """Seeds are fixed, so that what fails in CI fails on every machine."""
    assert a_scenario(7) == a_scenario(7)
    assert a_scenario(7) != a_scenario(8)


@settings(max_examples=100)
@given(st.data())
def test_drawn_years_are_paid_as_the_oracle_pays_them(data: st.DataObject) -> None:
    """Also what ``accountkit.testing`` draws, three months of it, for others to test with."""
    bounds = data.draw(years(kind=PeriodKind.MONTH, periods=3))
    periods = [bound.period for bound in bounds]
    facts = data.draw(
        known_facts(within=Period(periods[0].start, periods[-1].end), periods=periods)
    )

    for pair in pairs(Scenario(bounds, facts)):
        assert pair.agrees, pair
