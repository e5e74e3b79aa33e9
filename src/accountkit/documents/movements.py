"""Movements: what settles a statement, a row for each term and kind, in words of a payroll clerk.

What each kind of movement means is ``accountkit.settlement.balances``; a term without a title goes
by its id. The rows of a statement's pay, its closing summary and its balances are made here; each
adds up by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

import attrs

from accountkit.documents.formats import date_text, money_text
from accountkit.documents.pay_names import PayNames
from accountkit.documents.settling_words import SettlingWords
from accountkit.documents.steps import StepTelling
from accountkit.facts.adjustments import Adjustment
from accountkit.plans.plan import Plan
from accountkit.settlement.balances import Movement, MovementKind
from accountkit.settlement.statements import Difference, Statement
from accountkit.values.money import Money

__all__ = ["SUMMARY", "MovementGroup", "MovementTelling", "grouped", "summed"]

SUMMARY: Mapping[str, frozenset[MovementKind]] = MappingProxyType(
    {
        "capped": frozenset({MovementKind.CAPPED}),
        "carried_in": frozenset({MovementKind.CARRIED_IN}),
        "held": frozenset({MovementKind.DEFERRED, MovementKind.HELD}),
        "released": frozenset({MovementKind.RELEASED, MovementKind.FORFEITED}),
        "taken_back": frozenset({MovementKind.TAKEN_BACK}),
        "topped_up": frozenset({MovementKind.GUARANTEED, MovementKind.TOPPED_UP}),
        "advanced": frozenset({MovementKind.ADVANCED}),
        "recovered": frozenset(
            {MovementKind.RECOVERED, MovementKind.FORGIVEN, MovementKind.OFFSET}
        ),
        "lifted": frozenset({MovementKind.CARRIED_OVER, MovementKind.WAIVED}),
        "postponed": frozenset({MovementKind.POSTPONED, MovementKind.PAID_LATER}),
    }
)
"""The groups of the closing summary that are movements; each kind is in exactly one."""

_ADJUSTED, _DIFFERED, _EARNED, _PAID = "adjusted", "differed", "earned", "paid"


@attrs.frozen(kw_only=True)
class MovementGroup:
    """The movements of one term and kind, in their order."""

    kind: MovementKind
    term: str
    clause: str | None
    movements: tuple[Movement, ...]
    currency: str

    @property
    def pay(self) -> Money:
        """What they add to the pay."""
        return Money.sum((one.pay for one in self.movements), self.currency)

    @property
    def balance(self) -> Money:
        """What they add to the balance."""
        return Money.sum((one.balance for one in self.movements), self.currency)


def grouped(statement: Statement) -> tuple[MovementGroup, ...]:
    """The movements of a statement by term and kind, in the order of first use."""
    found: dict[tuple[MovementKind, str, str | None], list[Movement]] = {}
    for one in statement.movements:
        found.setdefault((one.kind, one.term, one.clause), []).append(one)
    return tuple(
        MovementGroup(
            kind=kind,
            term=term,
            clause=clause,
            movements=tuple(movements),
            currency=statement.currency,
        )
        for (kind, term, clause), movements in found.items()
    )


def summed(statement: Statement) -> dict[str, Money]:
    """What was earned, what became of it, and what is paid; groups of nothing are left out.

    All but the last add up to the last.
    """
    currency = statement.currency
    groups = {name: statement.moved(*kinds) for name, kinds in SUMMARY.items()}
    groups[_ADJUSTED] = Money.sum((one.amount for one in statement.adjustments), currency)
    groups[_DIFFERED] = Money.sum((one.amount for one in statement.differences), currency)
    moved = {name: amount for name, amount in groups.items() if amount}
    return {_EARNED: statement.earned, **moved, _PAID: statement.total}


@attrs.frozen(kw_only=True)
class MovementTelling:
    """The telling of what settled a statement under one plan."""

    names: PayNames
    plan: Plan
    words: SettlingWords

    def label(self, group: MovementGroup) -> str:
        """What happened and, unless the words say so already, under which term."""
        kind = self.words.kinds[group.kind.value]
        if group.term in self.words.terms:
            return kind
        return self.words.of_term.format(kind=kind, term=self.term(group.term))

    def term(self, term: str) -> str:
        """What a term of the plan is called."""
        return self.words.terms.get(term) or self.names.component(self.plan, term)

    def clause(self, clause: str | None) -> str:
        """The wording of a clause, if one is named."""
        return "" if clause is None else self.names.clause(self.plan, clause)

    def sentences(self, group: MovementGroup) -> Iterator[str]:
        """How each movement of a group came about, deal by deal."""
        for one in group.movements:
            telling = StepTelling(names=self.names, plan=self.plan, deal=one.deal)
            steps = tuple(telling.sentences(one.steps))
            yield from steps
            if one.deal is not None and not steps:
                yield self.words.deal.format(deal=one.deal, amount=self._money(_moved(one)))
        if not group.pay and group.balance:
            yield self.words.balance_only.format(amount=self._money(group.balance))

    def adjustment(self, adjustment: Adjustment) -> tuple[str, str]:
        """An adjustment with its reason; and who ordered it, and when."""
        ordered = self.words.adjusted.format(author=adjustment.author, day=self._day(adjustment))
        return self.words.adjustment.format(reason=adjustment.reason), ordered

    def difference(self, difference: Difference) -> tuple[str, str]:
        """A difference with its period and item; and what was paid, what is due, and why."""
        label = self.words.difference.format(
            period=difference.label, item=self.term(difference.item)
        )
        why = self.words.differed.format(
            paid=self._money(difference.paid),
            fresh=self._money(difference.fresh),
            reason=self.words.reasons[difference.reason.value],
        )
        return label, why

    def nature(self, term: str) -> str:
        """Whether a balance is owed by the person or still to be paid, and for what."""
        keepers: dict[str, str] = {name: name for name in ("negative", "least_payment")}
        keepers |= {draw.id: "draw" for draw in self.plan.draws}
        keepers |= {holdback.id: "holdback" for holdback in self.plan.holdbacks}
        keepers |= {cap.id: "cap" for cap in self.plan.caps}
        return self.words.natures[keepers.get(term, "component")]

    def summary(self, statement: Statement) -> Iterator[tuple[str, Money]]:
        """The rows of the closing summary."""
        for name, amount in summed(statement).items():
            is_owed = name == _PAID and amount.minor < 0
            yield self.words.paid_back if is_owed else self.words.summary[name], amount

    def _day(self, adjustment: Adjustment) -> str:
        return date_text(adjustment.date, locale=self.names.language)

    def _money(self, money: Money) -> str:
        return money_text(money, locale=self.names.language)


def _moved(movement: Movement) -> Money:
    return movement.pay or movement.balance
