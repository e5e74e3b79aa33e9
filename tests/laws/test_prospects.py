"""Laws of prospects: what is said to be missing is exactly what it takes."""

from __future__ import annotations

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from accountkit.engine.pay import evaluate
from accountkit.facts.known import Facts
from accountkit.plans.bound import BoundPlan
from accountkit.settlement.prospects import MissedGate, NextBand, Prospect, prospect
from accountkit.settlement.statements import Outcome
from accountkit.testing.pay import bound_plans, facts, some_facts
from accountkit.values.money import Amount, Money


def ahead(outcome: Outcome, payee: str, component: str) -> Prospect:
    """What lies ahead of a line."""
    statement = outcome.statement(payee)
    found = prospect(outcome, statement.plan, statement.line(component))
    assert found is not None
    return found


def with_one_more(known: Facts, person: str, money: Money) -> Facts:
    """The deals and a sale of the person."""
    (deal,) = some_facts(f"{person} 2026-03-31 {money.amount}").deals
    return Facts([*known.deals, attrs.evolve(deal, id="one-more")])


@given(bound_plans(measures=["sales"]), facts(returns=False), st.data())
def test_what_is_missing_is_enough_and_a_centavo_less_is_not(
    bound: BoundPlan, known: Facts, data: st.DataObject
) -> None:
    """A sale of it passes the gate or reaches the band; without its last centavo it does not."""
    outcome = evaluate(bound, known)
    found = [
        (one.payee, line.component, ahead(outcome, one.payee, line.component))
        for one in outcome.statements
        for line in one.lines
    ]
    reachable = [item for item in found if isinstance(item[2], MissedGate | NextBand)]
    assume(reachable)
    payee, component, before = data.draw(st.sampled_from(reachable))
    assert isinstance(before, MissedGate | NextBand)
    assert isinstance(before.reach.missing, Amount)
    minor = int(before.reach.missing.value * 100)
    assert minor > 0

    assert is_reached(before, bound, with_one_more(known, payee, centavos(minor)), payee, component)
    if minor > 1:
        short = with_one_more(known, payee, centavos(minor - 1))
        assert not is_reached(before, bound, short, payee, component)


def centavos(minor: int) -> Money:
    """Money of so many centavos."""
    return Money.from_minor(minor, "PHP")


def is_reached(
    before: MissedGate | NextBand, bound: BoundPlan, sold: Facts, payee: str, component: str
) -> bool:
    """Whether the gate is passed or the band reached, once everything is worked out anew."""
    outcome = evaluate(bound, sold)
    assume(all(fault.person != payee for fault in outcome.faults))  # beyond the end of a table
    after = ahead(outcome, payee, component)
    if isinstance(before, MissedGate):
        return not isinstance(after, MissedGate)
    return not isinstance(after, NextBand) or after.start > before.start
