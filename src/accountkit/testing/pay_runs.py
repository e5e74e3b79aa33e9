"""Runs of pay: several periods paid one after the other, and what tests compare of them.

A run is what a payroll clerk does in a year: each period is paid with what is known by then, and
is closed. The arithmetic is ``accountkit.engine.pay``; nothing is computed here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import attrs

from accountkit.engine.pay import Carried, evaluate, evaluate_through
from accountkit.facts.known import Facts
from accountkit.plans.bound import BoundPlan
from accountkit.settlement.statements import Outcome, Statement

__all__ = ["fresh_chain", "paid_in_turn", "unfaulted", "without_steps"]


def paid_in_turn(
    bounds: Sequence[BoundPlan], known: Sequence[Facts], *, trace: bool = False
) -> tuple[Outcome, ...]:
    """The outcome of each period, paid with the facts that were known by then, and closed."""
    paid: list[Outcome] = []
    for number, facts in enumerate(known, start=1):
        paid.append(evaluate_through(bounds[:number], facts, paid=paid, trace=trace))
    return tuple(paid)


def fresh_chain(
    bounds: Sequence[BoundPlan], facts: Facts, *, trace: bool = False
) -> tuple[Outcome, ...]:
    """Every period as it comes out when all is known from the start, each opening with the last.

    Nothing was paid before, so that nothing is posted to a later period.
    """
    found: list[Outcome] = []
    for bound in bounds:
        accounts = {one.person: one for one in found[-1].accounts} if found else {}
        carried = Carried(accounts=accounts, known_until=bounds[-1].period.end)
        found.append(evaluate(bound, facts, carried=carried, trace=trace))
    return tuple(found)


def unfaulted(outcomes: Sequence[Outcome]) -> list[str]:
    """The people who have a statement in every one of the outcomes, in order of their ids."""
    counts = Counter(one.payee for outcome in outcomes for one in outcome.statements)
    return sorted(person for person, count in counts.items() if count == len(outcomes))


def without_steps(outcome: Outcome) -> Outcome:
    """The outcome with the figures that it has and no trace of them."""
    return attrs.evolve(
        outcome, statements=tuple(_bare(statement) for statement in outcome.statements)
    )


def _bare(statement: Statement) -> Statement:
    return attrs.evolve(
        statement,
        lines=tuple(attrs.evolve(line, steps=()) for line in statement.lines),
        movements=tuple(attrs.evolve(one, steps=()) for one in statement.movements),
        awards=tuple(attrs.evolve(one, steps=()) for one in statement.awards),
    )
