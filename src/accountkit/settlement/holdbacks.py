"""Holdbacks: what is kept back of a period's pay, and what is let go of earlier periods'.

The terms are ``accountkit.plans.holdbacks``. What a term of an earlier plan kept, and no term of
this one speaks of, stays where it is. Money is in the plan's currency.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from accountkit.plans.holdbacks import Holdback
from accountkit.settlement.accounts import Held
from accountkit.settlement.balances import Movement, MovementKind
from accountkit.settlement.ledgers import Ledger
from accountkit.settlement.settling import Settling
from accountkit.settlement.sharing import share_step
from accountkit.values.money import Money

__all__ = ["hold_back"]


def hold_back(settling: Settling, ledger: Ledger, amounts: Mapping[str, Money]) -> tuple[Held, ...]:
    """Keep the shares of this period, and release or forfeit what earlier ones kept.

    Args:
        settling: the person, the terms and the facts.
        ledger: takes the movements.
        amounts: what each component pays in this period of what it earned in it.

    Returns:
        What is kept at the period's end, the oldest first.

    Raises:
        Missing: a gate cannot be answered.
    """
    older = [attrs.evolve(held, age=held.age + 1) for held in settling.opening.held]
    kept: list[Held] = []
    for term in settling.plan.holdbacks:
        held = _hold(term, settling, ledger, amounts)
        older = _let_go(term, settling, ledger, older)
        if held:
            kept.append(Held(term=term.id, age=0, amount=held))
    return (*older, *kept)


def _hold(
    term: Holdback, settling: Settling, ledger: Ledger, amounts: Mapping[str, Money]
) -> Money:
    names = term.components or tuple(amounts)
    paid = (amounts[name] for name in names if name in amounts)
    base = Money.sum((amount for amount in paid if amount.minor > 0), settling.currency)
    held, step = share_step(term.id, base, term.share, settling.mode)
    if held:
        ledger.move(
            Movement(
                kind=MovementKind.HELD,
                term=term.id,
                clause=term.clause,
                pay=-held,
                balance=held,
                steps=(step,) if settling.trace else (),
            )
        )
    return held


def _let_go(term: Holdback, settling: Settling, ledger: Ledger, older: list[Held]) -> list[Held]:
    """What stays of what earlier periods kept; the gate is asked only if something is ripe."""
    release = term.release
    ripe = [held for held in older if held.term == term.id and held.age >= release.after_periods]
    if not ripe:
        return older
    passed = release.gate is None or settling.passes(release.gate)
    last = release.forfeited_after_periods
    gone = [held for held in ripe if passed or (last is not None and held.age >= last)]
    for held in gone:
        ledger.move(
            Movement(
                kind=MovementKind.RELEASED if passed else MovementKind.FORFEITED,
                term=term.id,
                clause=term.clause,
                pay=held.amount if passed else settling.zero,
                balance=-held.amount,
            )
        )
    return [held for held in older if held not in gone]
