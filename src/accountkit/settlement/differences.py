"""Differences: what closed periods come to now, less what was paid for them.

Closed periods stay closed: what late facts or changed terms would change in them is posted to the
open period, once, item by item. An item is a component, the term of a movement, or an adjustment,
by its id; what payment terms moved counts to their component. What only passed a result on from
one period to the next (offset, paid later, carried over, waived, postponed) is no item: it is
settled anew with the open period. Money is in the currency in which it was paid.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

import attrs

from accountkit.plans.measures import Measure, measures_within
from accountkit.settlement.balances import MovementKind
from accountkit.settlement.statements import (
    Difference,
    DifferenceReason,
    Outcome,
    Statement,
)
from accountkit.values.money import Money
from accountkit.values.periods import Period

__all__ = ["differences"]

_PASSED_ON = frozenset(
    {
        MovementKind.OFFSET,
        MovementKind.PAID_LATER,
        MovementKind.CARRIED_OVER,
        MovementKind.WAIVED,
        MovementKind.POSTPONED,
    }
)

_Key: TypeAlias = tuple[str, str]
"""The id of an item and the currency of its sum."""


@attrs.frozen(kw_only=True)
class _Item:
    clause: str | None
    amount: Money


def differences(
    paid: Sequence[Outcome], fresh: Sequence[Outcome]
) -> Mapping[str, tuple[Difference, ...]]:
    """What is to be posted to the open period, by person.

    Paid + differences = fresh, for each item of each closed period. Of somebody who has a fault in
    the fresh outcome of a period nothing is said for it; somebody who had one when it was paid is
    paid the whole.

    Args:
        paid: the outcomes of the closed periods as they were paid, with the differences that were
            posted then.
        fresh: the same periods, evaluated now.
    """
    posted = _posted(paid)
    by_period = {outcome.period: outcome for outcome in fresh}
    found: defaultdict[str, list[Difference]] = defaultdict(list)
    for before in paid:
        now = by_period.get(before.period)
        if now is None:
            continue
        comparison = _Comparison(before, now)
        for person in comparison.people:
            found[person] += comparison.of(person, posted.get((person, before.period), {}))
    return {person: tuple(made) for person, made in found.items() if made}


def _posted(paid: Sequence[Outcome]) -> Mapping[tuple[str, Period], Mapping[_Key, Money]]:
    """What later statements have paid already for earlier periods, by person and period."""
    sums: dict[tuple[str, Period], dict[_Key, Money]] = {}
    for outcome in paid:
        for statement in outcome.statements:
            for one in statement.differences:
                items = sums.setdefault((statement.payee, one.period), {})
                key = (one.item, one.amount.currency)
                items[key] = items.get(key, Money.zero(one.amount.currency)) + one.amount
    return sums


class _Comparison:
    """One closed period, as it was paid and as it comes out now."""

    def __init__(self, before: Outcome, now: Outcome) -> None:
        self._before, self._now = before, now
        self._paid = {statement.payee: statement for statement in before.statements}
        self._fresh = {statement.payee: statement for statement in now.statements}
        self._faulted = {fault.person for fault in now.faults}
        self._reasons: dict[tuple[str | None, str | None], DifferenceReason] = {}

    @property
    def people(self) -> tuple[str, ...]:
        """Who has something to compare; whoever is faulted now is left out."""
        everybody = dict.fromkeys((*self._fresh, *self._paid))
        return tuple(
            person for person in everybody if person in self._fresh or person not in self._faulted
        )

    def of(self, person: str, posted: Mapping[_Key, Money]) -> Iterator[Difference]:
        """The differences of a person, in the order of the fresh statement's items."""
        paid, fresh = self._paid.get(person), self._fresh.get(person)
        if paid is fresh and not posted:
            return
        before, now = _items(paid), _items(fresh)
        for key in dict.fromkeys((*now, *before, *posted)):
            item, currency = key
            zero = Money.zero(currency)
            was = before[key].amount if key in before else zero
            was = was + posted.get(key, zero)
            is_now = now[key].amount if key in now else zero
            if is_now != was:
                known = now.get(key) or before.get(key)
                yield Difference(
                    period=self._now.period,
                    label=self._now.label,
                    item=item,
                    clause=known.clause if known is not None else None,
                    paid=was,
                    fresh=is_now,
                    amount=is_now - was,
                    reason=self._reason(paid, fresh),
                )

    def _reason(self, paid: Statement | None, fresh: Statement | None) -> DifferenceReason:
        plans = (paid.plan if paid else None, fresh.plan if fresh else None)
        if plans not in self._reasons:
            before, now = plans
            same = _terms(self._before, before or now) == _terms(self._now, now or before)
            self._reasons[plans] = (
                DifferenceReason.LATE_FACTS if same else DifferenceReason.CHANGED_TERMS
            )
        return self._reasons[plans]


def _items(statement: Statement | None) -> dict[_Key, _Item]:
    """What the statement paid, item by item."""
    found: dict[_Key, _Item] = {}
    if statement is None:
        return found

    def add(item: str, clause: str | None, amount: Money) -> None:
        known = found.get((item, amount.currency))
        if known is not None:
            clause, amount = known.clause, known.amount + amount
        found[item, amount.currency] = _Item(clause=clause, amount=amount)

    for line in statement.lines:
        add(line.component, line.clause, line.amount)
    for movement in statement.movements:
        if movement.kind not in _PASSED_ON:
            add(movement.term, movement.clause, movement.pay)
    for adjustment in statement.adjustments:
        add(adjustment.id, None, adjustment.amount)
    return found


def _terms(outcome: Outcome, plan_id: str | None) -> tuple[object, ...]:
    """The plan as it stood, and the measures that it needs; nothing if there was none."""
    plan = next((plan for plan in outcome.plans if plan.id == plan_id), None)
    if plan is None:
        return ()
    known = {measure.id: measure for measure in outcome.measures}
    wanted = list(plan.measures_used())
    measures: list[Measure | None] = []
    for name in wanted:
        measure = known.get(name)
        measures.append(measure)
        if measure is not None:
            wanted += [part for part in measures_within(measure) if part not in wanted]
    return (plan, *measures)
