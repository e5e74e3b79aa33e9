"""Accounts: what of a person is carried from one period to the next.

A period is settled from the account that the one before it closed with, and closes with a new
one. Nothing in it is computed here. It is small: what is still open, and of deals only those that
payment terms or a clawback may still touch.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import attrs

from accountkit.values.money import Amount, Money
from accountkit.values.periods import Period

__all__ = ["Account", "DealEarning", "Held", "PastPeriod"]


@attrs.frozen(kw_only=True)
class DealEarning:
    """What a component earned by one deal, and what became of it so far.

    Units:
        ``earned`` = what was paid + what is pending + what was forfeited. ``paid`` is what was
        released, before anything was ``taken_back``. ``deal_amount`` is the part of the deal that
        is credited to the person, in the plan's currency. ``deal`` is ``None`` for a component
        without deals of its own; its date is then the period's last day.
    """

    component: str
    deal: str | None
    date: date
    earned_in: Period
    deal_amount: Amount
    earned: Money
    paid: Money
    forfeited: Money
    taken_back: Money

    @property
    def pending(self) -> Money:
        """What was earned and is neither paid nor forfeited."""
        return self.earned - self.paid - self.forfeited


@attrs.frozen(kw_only=True)
class Held:
    """What a holdback kept in one period and still keeps; ``age`` is in periods since."""

    term: str
    age: int
    amount: Money


@attrs.frozen(kw_only=True)
class PastPeriod:
    """What later periods may ask of one that is over.

    ``earned`` is the sum of the lines; ``capped`` is what each cap let through; ``missed`` says of
    each standing rule, where there was a quota, whether the period was missed.
    """

    period: Period
    earned: Money
    capped: Mapping[str, Money] = attrs.field(factory=dict[str, Money])
    missed: Mapping[str, bool] = attrs.field(factory=dict[str, bool])


@attrs.frozen(kw_only=True)
class Account:
    """What of a person is open at a period's end.

    ``balances`` by the id of the term; ``earnings`` are deals that may still be released or taken
    back; ``past`` is oldest first.
    """

    person: str
    currency: str
    balances: Mapping[str, Money] = attrs.field(factory=dict[str, Money])
    earnings: tuple[DealEarning, ...] = ()
    held: tuple[Held, ...] = ()
    past: tuple[PastPeriod, ...] = ()

    def balance(self, term: str) -> Money:
        """What is open under a term; nothing if it was never moved."""
        return self.balances.get(term, Money.zero(self.currency))
