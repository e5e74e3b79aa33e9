"""Clawbacks: what is taken back for deals that are given back, at the rate at which they were paid.

The terms are ``accountkit.plans.returns`` with the rule ``original_rate``; under the other rules
nothing is done here. What is not paid yet is forfeited first, and no more is ever taken back than
was paid for the deal. Months count from the deal's date. Money is in the plan's currency.
"""

from __future__ import annotations

from fractions import Fraction

import attrs

from accountkit.errors import TermsError
from accountkit.facts.deals import Deal
from accountkit.plans.faults import Missing, outside_table
from accountkit.plans.returns import ReturnRule, Returns
from accountkit.settlement.accounts import DealEarning
from accountkit.settlement.balances import Movement, MovementKind
from accountkit.settlement.ledgers import Ledger
from accountkit.settlement.settling import Settling
from accountkit.settlement.trace import Figure, Step, StepKind
from accountkit.values.money import Money
from accountkit.values.periods import months_after, months_between

__all__ = ["may_be_taken_back", "take_back"]


def may_be_taken_back(earning: DealEarning, settling: Settling) -> bool:
    """Whether a return after this period can still reach what a deal earned."""
    rule = settling.plan.returns
    if rule is None or rule.rule is not ReturnRule.ORIGINAL_RATE or earning.deal is None:
        return False
    if rule.window_months is None:
        return True
    return settling.period.last_day < months_after(earning.date, rule.window_months)


def take_back(settling: Settling, ledger: Ledger, earnings: list[DealEarning]) -> list[DealEarning]:
    """Take back what the returns of the period cost, and give the earnings as they are then.

    Raises:
        Missing: the share that is taken back cannot be told, or a return and its deal are in two
            currencies.
    """
    rule = settling.plan.returns
    if rule is None or rule.rule is not ReturnRule.ORIGINAL_RATE:
        return earnings
    returns_of = settling.facts.returns_of
    after: list[DealEarning] = []
    for earning in earnings:
        found = earning
        for given_back in returns_of.get(earning.deal, ()) if earning.deal is not None else ():
            if given_back.date in settling.period and _matters(given_back, earning, rule):
                found = _claim(found, given_back, settling, ledger)
        after.append(found)
    return after


def _matters(given_back: Deal, earning: DealEarning, rule: Returns) -> bool:
    """Whether there is something to take, and the return is not later than the window."""
    if earning.earned.minor <= 0:
        return False
    months = rule.window_months
    return months is None or given_back.date <= months_after(earning.date, months)


def _claim(
    earning: DealEarning, given_back: Deal, settling: Settling, ledger: Ledger
) -> DealEarning:
    """Forfeit what is pending, and take the rest of the claim from what was paid."""
    rule = settling.plan.returns
    assert rule is not None  # noqa: S101 - without one nothing is claimed
    returned, share = _returned(given_back, settling), _share(earning, given_back, rule)
    claim = (earning.earned * (returned * share)).round(settling.mode)
    pending, paid = earning.pending, earning.paid - earning.taken_back
    forfeited = min(claim, pending)
    taken = min(claim - forfeited, paid)

    def step(amount: Money, before: Money, most: Money) -> tuple[Step, ...]:
        if not settling.trace:
            return ()
        inputs: dict[str, Figure] = {"earned": earning.earned, "returned": returned}
        inputs |= {"share": share, "before": before, "most": most, "mode": settling.mode.value}
        subject, deals = earning.deal or earning.component, (given_back.id,)
        return (
            Step(
                kind=StepKind.CLAWBACK, subject=subject, result=amount, inputs=inputs, deals=deals
            ),
        )

    if forfeited:
        ledger.move(
            Movement(
                kind=MovementKind.FORFEITED,
                term=earning.component,
                clause=rule.clause,
                pay=settling.zero,
                balance=-forfeited,
                deal=earning.deal,
                steps=step(forfeited, settling.zero, pending),
            )
        )
    if taken:
        ledger.move(
            Movement(
                kind=MovementKind.TAKEN_BACK,
                term="returns",
                clause=rule.clause,
                pay=-taken,
                balance=settling.zero,
                deal=earning.deal,
                steps=step(taken, forfeited, paid),
            )
        )
    return attrs.evolve(
        earning,
        forfeited=earning.forfeited + forfeited,
        taken_back=earning.taken_back + taken,
    )


def _returned(given_back: Deal, settling: Settling) -> Fraction:
    """Which part of its deal is given back."""
    deal = settling.facts.by_id.get(given_back.returns or "")
    if deal is None:
        raise Missing(
            f"return {given_back.id}",
            f"names deal {given_back.returns}, which is not known",
            "name the deal that it gives back",
        )
    if deal.amount.currency != given_back.amount.currency:
        raise Missing(
            f"return {given_back.id}",
            f"is in {given_back.amount.currency}, and its deal {deal.id} in {deal.amount.currency}",
            f"state it in {deal.amount.currency}",
        )
    return abs(given_back.amount) / deal.amount if deal.amount else Fraction(0)


def _share(earning: DealEarning, given_back: Deal, rule: Returns) -> Fraction:
    """Which share of what was paid for the part given back is taken back."""
    if rule.prorated:
        assert rule.window_months is not None  # noqa: S101 - the term has checked it
        end = months_after(earning.date, rule.window_months)
        return Fraction((end - given_back.date).days, (end - earning.date).days)
    if rule.share is None:
        return Fraction(1)
    try:
        return rule.share.value_at(Fraction(months_between(earning.date, given_back.date)))
    except TermsError as outside:
        raise outside_table(f"share taken back for deal {earning.deal}", outside) from None
