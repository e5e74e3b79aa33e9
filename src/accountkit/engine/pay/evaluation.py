"""Evaluation: a bound plan and the facts in, statements and faults out.

The pipeline in one place: credit, measure, earn, pay. Each person stands alone: one person's
fault never keeps another from being paid.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from accountkit.engine.pay.credit import Credits, credit
from accountkit.engine.pay.earn import Missing, Reckoning
from accountkit.engine.pay.measure import window
from accountkit.facts.deals import Facts
from accountkit.plans.bound import BoundPlan, Payee
from accountkit.plans.components import Component, Override
from accountkit.plans.faults import Fault
from accountkit.plans.plan import Participants
from accountkit.settlement.payout import Earned, pay_out
from accountkit.settlement.statements import Outcome, Statement

__all__ = ["evaluate"]


def evaluate(bound: BoundPlan, facts: Facts, *, trace: bool = True) -> Outcome:
    """Work out the pay of a period.

    Without ``trace`` the figures are the same and the statements carry no steps.

    Returns:
        A statement for everybody whom a plan covers, in the order of the bound plan, and a fault
        for each thing that keeps somebody from being paid.
    """
    credited = credit(bound, facts, _since(bound))
    sellers = {deal.person for deal in facts.dated(bound.period)}
    statements: list[Statement] = []
    faults = [*bound.faults, *_unplanned(bound, facts, sellers)]
    for payee in bound.payees:
        if not _takes_part(payee, sellers, credited):
            continue
        for result in _pay(payee, bound, credited, facts, trace=trace):
            if isinstance(result, Statement):
                statements.append(result)
            else:
                faults.append(result)
    return Outcome(
        period=bound.period,
        label=bound.label,
        plans=bound.plans,
        measures=tuple(bound.measures.values()),
        statements=tuple(statements),
        faults=tuple(faults),
    )


def _since(bound: BoundPlan) -> date:
    """The earliest day that any measure looks back to."""
    starts = (window(what, bound.period).start for what in bound.measures.values())
    return min(starts, default=bound.period.start)


def _takes_part(payee: Payee, sellers: set[str], credited: Credits) -> bool:
    match payee.plan.participants:
        case Participants.APPOINTED:
            return True
        case Participants.ACTIVE:
            is_active = bool(payee.quotas) or payee.person in sellers
            return is_active or any(
                credited.of(payee.person, part.level)
                for part in payee.plan.components
                if isinstance(part, Override)
            )


def _pay(
    payee: Payee, bound: BoundPlan, credited: Credits, facts: Facts, *, trace: bool
) -> Iterator[Statement | Fault]:
    reckoning = Reckoning(payee, bound, credited, facts, trace=trace)
    earned: list[Earned] = []
    faulted = False
    for component in payee.plan.components:
        try:
            item = reckoning.earn(component)
        except Missing as missing:
            faulted = True
            yield _fault(missing, component, payee, bound)
        else:
            if item is not None:
                earned.append(item)
    if not faulted:
        yield pay_out(payee, bound, tuple(earned), reckoning.attainments, trace=trace)


def _fault(missing: Missing, component: Component, payee: Payee, bound: BoundPlan) -> Fault:
    return Fault(
        person=payee.person,
        period=bound.period,
        subject=missing.subject,
        problem=missing.problem,
        remedy=missing.remedy,
        plan=payee.plan.id,
        component=component.id,
        clause=component.clause,
    )


def _unplanned(bound: BoundPlan, facts: Facts, sellers: set[str]) -> Iterator[Fault]:
    """Sales of somebody whom no plan covers: forgotten, or booked on the wrong person."""
    known = {payee.person for payee in bound.payees} | {fault.person for fault in bound.faults}
    for person in sorted(sellers - known - bound.elsewhere):
        count = sum(deal.person == person for deal in facts.dated(bound.period))
        deals = "1 deal" if count == 1 else f"{count} deals"
        yield Fault(
            person=person,
            period=bound.period,
            subject=f"pay of {person} for {bound.label}",
            problem=f"is asked for by {deals}, and no plan covers the person",
            remedy="name the person's role in a plan, or mend the person on the deals",
        )
