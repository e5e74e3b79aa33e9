"""Sequences: periods one after the other, where each opens with what the one before closed with.

Closed periods stay closed. When facts come in late, or terms change for the past, the closed
periods are reckoned anew beside what was paid, and what they differ by is posted to the open
period: paid + difference = fresh computation. How differences are found is
``accountkit.settlement.differences``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

import attrs

from accountkit.engine.pay.evaluation import Carried, evaluate
from accountkit.engine.pay.former import with_former
from accountkit.errors import UsageError
from accountkit.facts.known import Facts
from accountkit.plans.bound import BoundPlan
from accountkit.plans.plan import Plan
from accountkit.plans.returns import ReturnRule
from accountkit.settlement.accounts import Account
from accountkit.settlement.differences import differences
from accountkit.settlement.statements import Outcome
from accountkit.values.periods import Period

__all__ = ["evaluate_sequence", "evaluate_through"]


def evaluate_sequence(
    bounds: Sequence[BoundPlan],
    facts: Facts,
    *,
    paid: Mapping[Period, Outcome] | None = None,
    trace: bool = True,
) -> Iterator[Outcome]:
    """Work out periods that follow each other, oldest first.

    Args:
        bounds: the periods, from the first one that anything is carried from.
        facts: everything that is known by now.
        paid: what was paid for those that are closed.
        trace: whether to record steps.

    Returns:
        For a closed period what was paid, for any other its outcome, in which the periods before
        it are taken as paid as they were returned; what they should have come to by now, and did
        not, is posted to it.

    Raises:
        UsageError: a period does not start after the one before it has ended, or one that was
            paid is not among them.
    """
    closed = paid or {}
    _check(bounds, closed)
    fresh: list[Outcome] = []
    standing: list[Outcome] = []
    for number, bound in enumerate(bounds):
        if facts.returns_of and any(_reckons_anew(plan) for plan in bound.plans):
            fresh = _chain(bounds[:number], facts, known_until=bound.period.end)
        opening = Carried(accounts=_accounts(fresh[-1]) if fresh else {})
        is_closed = bound.period in closed
        everybody = with_former(bound, bounds[:number], facts, opening)
        outcome = evaluate(everybody, facts, carried=opening, trace=trace and not is_closed)
        before, fresh = fresh, [*fresh, outcome]
        if is_closed:
            outcome = closed[bound.period]
        elif any(one is not other for one, other in zip(standing, before, strict=True)):
            carried = attrs.evolve(
                opening,
                paid=_accounts(standing[-1]),
                differences=differences(standing, before),
            )
            everybody = with_former(bound, bounds[:number], facts, carried)
            outcome = evaluate(everybody, facts, carried=carried, trace=trace)
        standing.append(outcome)
        yield outcome


def _chain(bounds: Sequence[BoundPlan], facts: Facts, known_until: date) -> list[Outcome]:
    """Closed periods as they come out by all that is known up to a day."""
    found: list[Outcome] = []
    for number, bound in enumerate(bounds):
        accounts = _accounts(found[-1]) if found else {}
        carried = Carried(accounts=accounts, known_until=known_until)
        everybody = with_former(bound, bounds[:number], facts, carried)
        found.append(evaluate(everybody, facts, carried=carried, trace=False))
    return found


def _reckons_anew(plan: Plan) -> bool:
    return plan.returns is not None and plan.returns.rule is ReturnRule.RE_RATING


def evaluate_through(
    bounds: Sequence[BoundPlan],
    facts: Facts,
    *,
    paid: Sequence[Outcome] = (),
    trace: bool = True,
) -> Outcome:
    """Work out the open period, the last of a sequence, when earlier ones may be paid already.

    Raises:
        UsageError: no period is given, they are not in order, or one of those paid is not among
            them.
    """
    if not bounds:
        raise UsageError("periods", "there is none", "give at least the open one")
    known = {outcome.period: outcome for outcome in paid}
    *_, last = evaluate_sequence(bounds, facts, paid=known, trace=trace)
    return last


def _accounts(outcome: Outcome) -> dict[str, Account]:
    return {account.person: account for account in outcome.accounts}


def _check(bounds: Sequence[BoundPlan], closed: Mapping[Period, Outcome]) -> None:
    for before, after in pairwise(bounds):
        if after.period.start < before.period.end:
            raise UsageError(
                f"period {after.label}",
                f"does not start after {before.label} has ended",
                "give the periods from the oldest to the newest",
            )
    known = {bound.period for bound in bounds}
    for period, outcome in closed.items():
        if period not in known:
            raise UsageError(
                f"paid period {outcome.label}",
                "is not among the periods of the sequence",
                "give the periods from the first one that was paid up to the open one",
            )
