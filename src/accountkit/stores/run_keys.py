"""Run keys: the hash of everything that the figures of a pay run depend on.

What a period opens with (balances, what was paid before) comes from the periods before it, so the
key covers the bound plans of the whole chain and the keys of the runs that were paid. There may be
millions of facts: they are hashed in portions, and amounts are not formatted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any, TypeAlias

from accountkit._version import SEMANTICS
from accountkit.errors import UsageError
from accountkit.facts.deals import Deal
from accountkit.facts.known import Facts
from accountkit.plans.bound import BoundPlan, Payee
from accountkit.plans.plan import Plan
from accountkit.values.money import Money
from accountkit.values.periods import Period
from accountkit.wire import CONVERTER, canonical

__all__ = ["run_key"]

_Row: TypeAlias = "list[Any]"
_PORTION = 10_000


def run_key(bounds: Sequence[BoundPlan], facts: Facts, paid: Sequence[str] = ()) -> str:
    """The hash of all that the figures of a run depend on: SHA-256, in hexadecimal digits.

    The version of the semantics is part of it: a run that would come out otherwise is another run.

    Facts dated up to the open period's end count, also those before it, since measures look back.
    What came in later for later periods does not: it changes nothing. A fulfilment counts by its
    occasion, since it may be done, in time, after the period's end. Shares, assignments and
    exchange rates count wholly.

    Args:
        bounds: the bound plans of the chain, earliest period first; the last one is open.
        facts: everything that is known to have happened.
        paid: the keys of the runs that were paid for the periods before, in their order.

    Raises:
        UsageError: there is no bound plan.
    """
    if not bounds:
        raise UsageError("run", "has no period", "bind at least the open one")
    digest = hashlib.sha256(canonical([SEMANTICS, *paid]).encode())
    plans = _PlanKeys()
    for bound in bounds:
        digest.update(canonical(_bound_row(bound, plans)).encode())
    for noun, rows in _fact_rows(facts, bounds[-1].period):
        while portion := list(islice(rows, _PORTION)):
            digest.update(canonical([noun, portion]).encode())
    return digest.hexdigest()


class _PlanKeys:
    """The hash of each plan, worked out once: hundreds of people have the same."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Plan, str]] = {}

    def of(self, plan: Plan) -> str:
        """The hash of a plan's content."""
        known = self._known.get(id(plan))
        if known is None:  # the plan is kept with its hash, so that no other gets its identity
            text = canonical(CONVERTER.unstructure(plan))
            known = self._known[id(plan)] = (plan, hashlib.sha256(text.encode()).hexdigest())
        return known[1]


def _bound_row(bound: BoundPlan, plans: _PlanKeys) -> _Row:
    return [
        str(bound.period),
        bound.label,
        [_payee_row(payee, plans) for payee in bound.payees],
        CONVERTER.unstructure(dict(bound.measures)),
        CONVERTER.unstructure(dict(bound.superiors)),
        CONVERTER.unstructure(bound.faults),
        sorted(bound.elsewhere),
        sorted([kind.value, str(frame)] for kind, frame in bound.frames.items()),
        CONVERTER.unstructure(bound.working_week),
    ]


def _payee_row(payee: Payee, plans: _PlanKeys) -> _Row:
    return [
        payee.person,
        payee.name,
        plans.of(payee.plan),
        _numbers(payee.parameters),
        _numbers(payee.quotas),
        [[str(period), _numbers(quotas)] for period, quotas in payee.earlier_quotas],
        _day(payee.since),
        [str(days) for days in payee.participation],
        [[away.kind, str(away.days)] for away in payee.absences],
        [[item.duty, _day(item.due), _day(item.last_day)] for item in payee.occasions],
    ]


def _fact_rows(facts: Facts, period: Period) -> Iterator[tuple[str, Iterator[_Row]]]:
    """The facts that can change a figure up to the end of a period, kind by kind."""
    end = period.end
    yield "deals", map(_deal_row, facts.dated(Period(date.min, end)))
    yield "shares", _written(facts.shares)
    yield "assignments", _written(facts.assignments)
    yield "invoices", _written(item for item in facts.invoices if item.date < end)
    yield "payments", _written(item for item in facts.payments if item.date < end)
    yield "contacts", _written(item for item in facts.contacts if item.date < end)
    yield "fulfilments", _written(item for item in facts.fulfilments if item.occasion < end)
    yield "adjustments", _written(item for item in facts.adjustments if item.period.start < end)
    yield "rates", _written(facts.rates.rates)


def _written(facts: Iterable[Any]) -> Iterator[_Row]:
    return (CONVERTER.unstructure(fact) for fact in facts)


def _deal_row(deal: Deal) -> _Row:
    return [
        deal.id,
        _day(deal.date),
        deal.person,
        deal.client,
        deal.product,
        str(deal.amount.amount),
        deal.amount.currency,
        deal.kind.value,
        None if deal.quantity is None else str(deal.quantity),
        _money(deal.cost),
        _money(deal.list_amount),
        deal.returns,
        dict(deal.attributes),
    ]


def _money(money: Money | None) -> _Row | None:
    return None if money is None else [str(money.amount), money.currency]


def _numbers(values: Any) -> dict[str, str]:
    return {name: str(value) for name, value in values.items()}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
