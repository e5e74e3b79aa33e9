"""Former payees: people who no longer take part in a plan, and of whom something is still open.

Deferred pay that falls due, a holdback that is released, a difference of a closed period or an
adjustment is settled for them under the plan that they had last; nothing new is earned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from accountkit.engine.pay.evaluation import Carried
from accountkit.facts.known import Facts
from accountkit.plans.bound import BoundPlan, Payee
from accountkit.plans.plan import Plan
from accountkit.settlement.accounts import Account
from accountkit.settlement.disbursement import NEGATIVE

__all__ = ["with_former"]


def with_former(
    bound: BoundPlan, earlier: Sequence[BoundPlan], facts: Facts, carried: Carried
) -> BoundPlan:
    """The bound plan with everybody of earlier periods for whom something is to be settled."""
    former = tuple(_former(bound, earlier, facts, carried))
    if not former:
        return bound
    measures = {name: what for before in earlier for name, what in before.measures.items()}
    return attrs.evolve(
        bound, payees=(*bound.payees, *former), measures={**measures, **bound.measures}
    )


def _former(
    bound: BoundPlan, earlier: Sequence[BoundPlan], facts: Facts, carried: Carried
) -> Iterator[Payee]:
    known = {payee.person for payee in bound.payees} | {fault.person for fault in bound.faults}
    last = {payee.person: payee for before in earlier for payee in before.payees}
    for person, payee in last.items():
        if person not in known and _has_something(payee, bound, facts, carried):
            yield attrs.evolve(payee, quotas={}, earlier_quotas=(), is_former=True)


def _has_something(payee: Payee, bound: BoundPlan, facts: Facts, carried: Carried) -> bool:
    """Whether something is to be paid to a person, or taken, in the period."""
    person = payee.person
    if person in carried.differences or facts.adjustments_in(person, bound.period):
        return True
    account = carried.accounts.get(person)
    return account is not None and (
        _is_open(account, payee.plan) or _is_given_back(account, bound, facts)
    )


def _is_open(account: Account, plan: Plan) -> bool:
    """Whether the person still has something to get; what is only owed waits for that."""
    owed = {NEGATIVE, *(draw.id for draw in plan.draws)}
    return bool(
        account.held
        or any(earning.pending for earning in account.earnings)
        or any(money for term, money in account.balances.items() if term not in owed)
    )


def _is_given_back(account: Account, bound: BoundPlan, facts: Facts) -> bool:
    """Whether a deal that the person was paid for is given back in the period."""
    return any(
        given_back.date in bound.period
        for earning in account.earnings
        if earning.deal is not None
        for given_back in facts.returns_of.get(earning.deal, ())
    )
