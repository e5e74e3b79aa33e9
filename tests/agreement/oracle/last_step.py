"""The last step: what is left unpaid, owed, carried or too small to be paid."""

from __future__ import annotations

from tests.agreement.oracle.ledger import Ledger
from tests.agreement.oracle.unpayable import Unpayable

from accountkit.plans.plan import NegativeResult
from accountkit.settlement.balances import MovementKind

__all__ = ["close"]


def close(ledger: Ledger) -> None:
    """Settle what is below zero or too small."""
    unpaid, owed = ledger.balance("least_payment"), ledger.balance("negative")
    ledger.move("least_payment", MovementKind.PAID_LATER, pay=unpaid, balance=-unpaid)
    if ledger.so_far > 0:
        taken = min(ledger.so_far, owed)
        ledger.move("negative", MovementKind.OFFSET, pay=-taken, balance=-taken)
    total, least = ledger.so_far, ledger.payee.plan.least_payment
    if total < 0:
        match ledger.payee.plan.negative:
            case None:
                raise Unpayable("the pay comes to less than nothing")
            case NegativeResult.CARRY:
                ledger.move("negative", MovementKind.CARRIED_OVER, pay=-total, balance=-total)
            case NegativeResult.FORGIVE:
                ledger.move("negative", MovementKind.WAIVED, pay=-total)
            case NegativeResult.PAY_BACK:
                pass
    elif least is not None and total < least.minor:
        ledger.move("least_payment", MovementKind.POSTPONED, pay=-total, balance=total)
