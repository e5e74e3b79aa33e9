"""The world: the bound plan of one period and everything that is known to have happened."""

from __future__ import annotations

import attrs

from accountkit.facts.deals import Deal
from accountkit.facts.known import Facts
from accountkit.plans.bound import BoundPlan, Payee

__all__ = ["World"]


@attrs.frozen
class World:
    """What promises and facts an evaluation looks at."""

    bound: BoundPlan
    facts: Facts

    def payee(self, person: str) -> Payee | None:
        """The payee of that id, if there is one."""
        return next((payee for payee in self.bound.payees if payee.person == person), None)

    def deal(self, name: str | None) -> Deal | None:
        """The deal of that id, if it is known."""
        if name is None:
            return None
        return next((deal for deal in self.facts.deals if deal.id == name), None)
