"""Ledgers: the movements of a period as they are made, with the pay and the balances so far.

A ledger lives while a period is settled; what remains of it are the movements of the statement
(``accountkit.settlement.balances``). Money is in the plan's currency.
"""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.settlement.balances import Movement
from accountkit.values.money import Money

__all__ = ["Ledger"]


class Ledger:
    """The pay of a period, from the sum of its lines on, and the balances, from their opening on.

    ``earned`` is the sum of the lines; ``pay`` is what they and the movements so far come to;
    ``movements`` are in order.
    """

    __slots__ = ("_balances", "_zero", "earned", "movements", "opening", "pay")

    def __init__(self, earned: Money, opening: Mapping[str, Money], zero: Money) -> None:
        self.earned = self.pay = earned
        self._zero = zero
        self.movements: list[Movement] = []
        self.opening = opening
        self._balances = dict(opening)

    def move(self, movement: Movement) -> None:
        """Enter a movement."""
        self.movements.append(movement)
        if movement.pay:
            self.pay = self.pay + movement.pay
        if movement.balance:
            self._balances[movement.term] = self.balance(movement.term) + movement.balance

    def balance(self, term: str) -> Money:
        """What is open under a term by now; nothing if it was never moved."""
        return self._balances.get(term, self._zero)

    @property
    def closing(self) -> dict[str, Money]:
        """The balances that are not zero, by term."""
        if not self._balances:
            return {}
        return {term: balance for term, balance in self._balances.items() if balance}
