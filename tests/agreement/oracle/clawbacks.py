"""Clawbacks: returns at the original rate (design 5.9)."""

from __future__ import annotations

from fractions import Fraction

from tests.agreement.oracle.credits import is_late
from tests.agreement.oracle.days import whole_months
from tests.agreement.oracle.ledger import Ledger
from tests.agreement.oracle.tables import given_at, of_ladder

from accountkit.facts.deals import Deal, DealKind
from accountkit.plans.returns import ReturnRule, Returns
from accountkit.settlement.balances import MovementKind
from accountkit.values.periods import months_after

__all__ = ["take_back"]


def take_back(ledger: Ledger) -> None:
    """Take back what was earned by deals that were given back in the period."""
    returns = ledger.payee.plan.returns
    if returns is None or returns.rule is not ReturnRule.ORIGINAL_RATE:
        return
    for deal in ledger.world.facts.deals:
        sold = ledger.world.deal(deal.returns)
        if deal.kind is DealKind.SALE or sold is None or is_late(returns, sold, deal):
            continue
        if ledger.period.start <= deal.date < ledger.period.end:
            _take_back(ledger, returns, sold, deal)


def _take_back(ledger: Ledger, returns: Returns, sold: Deal, returned: Deal) -> None:
    factor = Fraction(-returned.amount.minor, sold.amount.minor)
    for earning in ledger.state.earnings:
        if earning.deal != sold.id or earning.earned <= 0:
            continue
        claim = ledger.minor(earning.earned * factor * _share(returns, sold, returned))
        lost = min(claim, earning.pending)
        earning.forfeited += lost
        ledger.move(earning.component, MovementKind.FORFEITED, balance=-lost)
        taken = min(claim - lost, earning.paid - earning.taken_back)
        earning.taken_back += taken
        ledger.move("returns", MovementKind.TAKEN_BACK, pay=-taken)


def _share(returns: Returns, sold: Deal, returned: Deal) -> Fraction:
    if returns.prorated:
        assert returns.window_months is not None
        end = months_after(sold.date, returns.window_months)
        return Fraction((end - returned.date).days, (end - sold.date).days)
    if returns.share is not None:
        months = whole_months(sold.date, returned.date)
        return given_at(of_ladder(returns.share), Fraction(months))
    return Fraction(1)
