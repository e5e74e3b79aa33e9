"""Draws: what is advanced on pay not yet earned, and how it is repaid.

The terms are ``accountkit.plans.draws``. What is owed is a balance under the draw's id. A draw
first advances what lacks; then what is owed is forgiven, if it is time; then it is recovered.
Money is in the plan's currency.
"""

from __future__ import annotations

from accountkit.plans.draws import Draw, Recovery
from accountkit.settlement.balances import Movement, MovementKind
from accountkit.settlement.ledgers import Ledger
from accountkit.settlement.settling import Settling
from accountkit.settlement.sharing import share_step
from accountkit.settlement.trace import Step, StepKind
from accountkit.values.money import Money

__all__ = ["advance_and_recover"]


def advance_and_recover(settling: Settling, ledger: Ledger) -> None:
    """Let each draw of the plan advance and recover, one after the other.

    Raises:
        Missing: a parameter or the tenure is missing.
    """
    for term in settling.plan.draws:
        least = settling.zero
        if _holds(term, settling):
            least = settling.stated(term.amount, term.amount_from)
            _advance(term, settling, ledger, least)
        if term.recovery is None or not ledger.balance(term.id):
            continue
        if _is_forgiven(term, term.recovery, settling):
            _forgive(term, settling, ledger)
        elif _has_begun(term, term.recovery, settling):
            _recover(term, settling, ledger, least)


def _holds(term: Draw, settling: Settling) -> bool:
    day = settling.period.last_day
    is_early = term.start is not None and day < term.start
    is_late = term.until is not None and day > term.until
    if settling.payee.is_former or is_early or is_late:
        return False
    return term.tenure_months is None or settling.tenure(f"draw {term.id}") < term.tenure_months


def _is_forgiven(term: Draw, recovery: Recovery, settling: Settling) -> bool:
    months = recovery.forgiven_after_months
    return months is not None and settling.tenure(f"draw {term.id}") >= months


def _has_begun(term: Draw, recovery: Recovery, settling: Settling) -> bool:
    if recovery.start is not None:
        return settling.period.last_day >= recovery.start
    months = recovery.start_after_months
    return months is None or settling.tenure(f"draw {term.id}") >= months


def _advance(term: Draw, settling: Settling, ledger: Ledger, least: Money) -> None:
    """Lift the pay to the draw; a result below zero is no part of what is advanced."""
    paid = max(ledger.pay, settling.zero)
    lacking = least - paid
    if lacking.minor <= 0:
        return
    step = Step(
        kind=StepKind.LIMIT,
        subject=term.id,
        result=lacking,
        inputs={"value": paid, "sum": least},
    )
    ledger.move(
        Movement(
            kind=MovementKind.ADVANCED,
            term=term.id,
            clause=term.clause,
            pay=lacking,
            balance=lacking if term.is_recoverable else settling.zero,
            steps=(step,) if settling.trace else (),
        )
    )


def _forgive(term: Draw, settling: Settling, ledger: Ledger) -> None:
    ledger.move(
        Movement(
            kind=MovementKind.FORGIVEN,
            term=term.id,
            clause=term.clause,
            pay=settling.zero,
            balance=-ledger.balance(term.id),
        )
    )


def _recover(term: Draw, settling: Settling, ledger: Ledger, least: Money) -> None:
    """Take the share of what is above the draw, as far as it is owed and may be taken."""
    recovery = term.recovery
    assert recovery is not None  # noqa: S101 - only then it is asked for
    excess = ledger.pay - least
    if excess.minor <= 0:
        return
    part, shared = share_step(term.id, excess, recovery.share, settling.mode)
    most = ledger.balance(term.id)
    if recovery.most is not None:
        most = min(most, recovery.most)
    taken = min(part, most)
    if not taken:
        return
    steps = (
        Step(
            kind=StepKind.LIMIT,
            subject=term.id,
            result=-excess,
            inputs={"value": ledger.pay, "sum": least},
        ),
        shared,
        Step(
            kind=StepKind.CAP,
            subject=term.id,
            result=taken,
            inputs={"value": part, "most": most},
        ),
    )
    ledger.move(
        Movement(
            kind=MovementKind.RECOVERED,
            term=term.id,
            clause=term.clause,
            pay=-taken,
            balance=-taken,
            steps=steps if settling.trace else (),
        )
    )
