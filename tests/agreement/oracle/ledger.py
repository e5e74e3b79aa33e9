"""The ledger: what one period's settling moves, and what is carried to the next.

Everything here is in whole minor units of the plan's currency.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import attrs
from tests.agreement.oracle.components import Earned
from tests.agreement.oracle.conditions import sum_of
from tests.agreement.oracle.measures import Question
from tests.agreement.oracle.rounding import rounded, units
from tests.agreement.oracle.world import World

from accountkit.plans.bound import Payee
from accountkit.plans.holdbacks import Holdback
from accountkit.settlement.balances import MovementKind
from accountkit.values.money import Money
from accountkit.values.periods import Period

__all__ = ["Earning", "Keeping", "Ledger", "Move", "Past", "State"]


@attrs.define(kw_only=True)
class Earning:
    """What a component earned by a deal, and what became of it so far."""

    component: str
    deal: str | None
    date: date
    earned: int
    paid: int = 0
    forfeited: int = 0
    taken_back: int = 0

    @property
    def pending(self) -> int:
        """What is neither paid nor lost yet."""
        return self.earned - self.paid - self.forfeited


@attrs.define(kw_only=True)
class Keeping:
    """What a holdback keeps, and for how many periods it has."""

    term: str
    age: int
    amount: int


@attrs.define(kw_only=True)
class Past:
    """A period that is over."""

    period: Period
    earned: int
    let_through: dict[str, int]
    missed: dict[str, bool]


@attrs.define
class State:
    """What is carried of a person from one period to the next."""

    balances: dict[str, int] = attrs.Factory(dict[str, int])
    earnings: list[Earning] = attrs.Factory(list[Earning])
    held: list[Keeping] = attrs.Factory(list[Keeping])
    past: list[Past] = attrs.Factory(list[Past])


@attrs.frozen
class Move:
    """One movement between the pay and a balance."""

    term: str
    kind: MovementKind
    pay: int
    balance: int


@attrs.define(kw_only=True)
class Ledger:
    """A period being settled: its lines, and the movements so far."""

    question: Question
    lines: dict[str, int]
    earned: dict[str, Earned]
    state: State
    moves: list[Move] = attrs.Factory(list[Move])
    cut: dict[str, int] = attrs.Factory(dict[str, int])
    pays_now: dict[str, int] = attrs.Factory(dict[str, int])
    let_through: dict[str, int] = attrs.Factory(dict[str, int])
    by_hand: int = 0

    @property
    def world(self) -> World:
        """The terms and the facts."""
        return self.question.world

    @property
    def payee(self) -> Payee:
        """Whose period it is."""
        return self.question.payee

    @property
    def period(self) -> Period:
        """The period that is settled."""
        return self.question.world.bound.period

    @property
    def so_far(self) -> int:
        """The pay that the lines, the movements and what was done by hand come to."""
        return sum(self.lines.values()) + sum(move.pay for move in self.moves) + self.by_hand

    def move(self, term: str, kind: MovementKind, *, pay: int = 0, balance: int = 0) -> None:
        """Write down a movement; one of nothing is none."""
        if pay or balance:
            self.moves.append(Move(term, kind, pay, balance))
            self.state.balances[term] = self.balance(term) + balance

    def balance(self, term: str) -> int:
        """What is open under a term."""
        return self.state.balances.get(term, 0)

    def minor(self, exact: Fraction) -> int:
        """An amount of minor units, rounded as the plan says."""
        return rounded(exact, self.payee.plan.rounding.mode)

    def sum_of(self, amount: Money | None, source: str | None) -> int:
        """A sum that a term states, or leaves to a personal parameter."""
        exact = sum_of(self.payee, amount, source)
        return self.minor(units(exact, self.payee.plan.currency))

    def components_of(self, ids: tuple[str, ...]) -> list[str]:
        """The components that a term names, of those with a line; none named means all."""
        return [name for name in self.lines if not ids or name in ids]

    def kept_for(self, holdback: Holdback) -> list[Keeping]:
        """What a holdback still keeps."""
        return [keeping for keeping in self.state.held if keeping.term == holdback.id]
