"""Balances: sums that stay open from one period to the next, kept as ledgers.

A balance belongs to a term of the plan by its id: a draw that is owed, a holdback, the excess of a
cap, what payment terms have not released yet, a negative result. Opening + movements = closing,
always. A movement may change the pay of the period, a balance, or both.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable

import attrs

from accountkit.settlement.trace import Step
from accountkit.values.money import Money

__all__ = ["Balance", "Movement", "MovementKind", "balances_of"]


class MovementKind(enum.Enum):
    """What happened; the order of the members is the order in which a period is settled."""

    CAPPED = "capped"
    """A cap cut something off: less pay; more of the balance if the excess is carried."""

    CARRIED_IN = "carried_in"
    """Excess of earlier periods found room under its cap: more pay, less balance."""

    DEFERRED = "deferred"
    """Payment terms keep something for later: less pay, more balance."""

    RELEASED = "released"
    """Payment terms or a holdback let something go: more pay, less balance."""

    FORFEITED = "forfeited"
    """What was kept is lost: less balance, and no pay."""

    TAKEN_BACK = "taken_back"
    """What was paid for a deal that was given back: less pay."""

    HELD = "held"
    """A holdback keeps a share: less pay, more balance."""

    GUARANTEED = "guaranteed"
    """A guarantee adds what lacks: more pay."""

    ADVANCED = "advanced"
    """A draw advances what lacks: more pay; if recoverable, more is owed."""

    RECOVERED = "recovered"
    """A draw is repaid: less pay, less is owed."""

    FORGIVEN = "forgiven"
    """What was owed is forgiven: less is owed, and no pay."""

    TOPPED_UP = "topped_up"
    """Minimum pay adds what lacks: more pay."""

    OFFSET = "offset"
    """A negative result of earlier periods is taken from this one: less pay, less is owed."""

    PAID_LATER = "paid_later"
    """A sum too small to be paid before is paid now: more pay, less balance."""

    CARRIED_OVER = "carried_over"
    """The result is negative and is carried: the pay is lifted to nothing, more is owed."""

    WAIVED = "waived"
    """The result is negative and is forgiven: the pay is lifted to nothing."""

    POSTPONED = "postponed"
    """The result is too small to be paid yet: no pay, more balance."""


@attrs.frozen(kw_only=True)
class Movement:
    """One entry between a period's pay and a balance.

    ``term`` is the id of the term that moved it (a component for payment terms; ``returns``,
    ``minimum_pay``, ``negative`` or ``least_payment`` for those of the plan); ``clause`` is what
    grants it, where the plan names one; ``deal`` is the deal it is about, if it is about one.

    Units:
        ``pay`` is what it adds to the pay of the period, ``balance`` what it adds to the balance;
        either may be zero or below it.
    """

    kind: MovementKind
    term: str
    clause: str | None
    pay: Money
    balance: Money
    deal: str | None = None
    steps: tuple[Step, ...] = ()


@attrs.frozen(kw_only=True)
class Balance:
    """A balance over one period: opening + movements = closing.

    Units:
        What a person owes (a draw, a negative result) and what a person still has to get (a
        holdback, an excess) are both above zero; the term says which it is.
    """

    term: str
    opening: Money
    movements: Money
    closing: Money


def balances_of(
    opening: dict[str, Money], movements: Iterable[Movement], currency: str
) -> tuple[Balance, ...]:
    """The balance of each term that had something open, or was moved, in the order of first use."""
    moved: dict[str, Money] = dict.fromkeys(opening, Money.zero(currency))
    for movement in movements:
        if movement.balance or movement.term in moved:
            before = moved.get(movement.term, Money.zero(currency))
            moved[movement.term] = before + movement.balance
    return tuple(
        Balance(
            term=term,
            opening=opening.get(term, Money.zero(currency)),
            movements=total,
            closing=opening.get(term, Money.zero(currency)) + total,
        )
        for term, total in moved.items()
    )
