"""Somebody's pay, settled month by month, for the tests of settlement.

Whatever is settled here is also held to what is true of every statement: the total is the sum of
its parts, each balance is its opening and its movements, and the trace replays.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

import attrs
import pytest

from accountkit.facts.known import Facts
from accountkit.plans.conditions import Gate
from accountkit.plans.faults import Fault
from accountkit.plans.plan import Plan
from accountkit.settlement import Account, Attainment, DealPart, Earned, Settling, Statement, settle
from accountkit.settlement.replay import replay
from accountkit.testing.pay import a_bound_plan
from accountkit.values.money import Amount, Money
from accountkit.values.periods import Period

Settled = list[tuple[Statement, Account]]
Month = str | Mapping[str, str] | tuple[Earned, ...]


def _earned(month: Month, currency: str, parts: tuple[DealPart, ...]) -> tuple[Earned, ...]:
    """What a month earned: a sum of ``bonus``, sums by component, or the thing itself."""
    if isinstance(month, tuple):
        return month
    sums = {"bonus": month} if isinstance(month, str) else month
    return tuple(
        Earned(
            component=name,
            clause="bonus",
            exact=Amount(Fraction(amount), currency),
            parts=parts,
        )
        for name, amount in sums.items()
    )


def _check(statement: Statement) -> None:
    currency = statement.currency
    parts = [
        *(line.amount for line in statement.lines),
        *(movement.pay for movement in statement.movements),
        *(adjustment.amount for adjustment in statement.adjustments),
        *(difference.amount for difference in statement.differences),
    ]
    assert statement.total == Money.sum(parts, currency)
    for balance in statement.balances:
        moved = (one.balance for one in statement.movements if one.term == balance.term)
        assert balance.movements == Money.sum(moved, currency)
        assert balance.closing == balance.opening + balance.movements
    for movement in statement.movements:
        for step in movement.steps:
            assert step.result == replay(step)


def _passes(_: Gate) -> bool:
    return True


def _no_quota(_: str) -> Attainment | None:
    return None


def _settle_months(
    plan: Plan,
    *months: Month,
    facts: Facts | None = None,
    parts: Mapping[int, tuple[DealPart, ...]] | None = None,
    opening: Account | None = None,
    start: int = 1,
    frames: Callable[[Period], Mapping[Any, Period]] = lambda _: {},
    payee: Mapping[str, Any] | None = None,
    trace: bool = True,
    **options: Any,
) -> Settled:
    """Settle months of 2026, each from the account that the one before closed with.

    Args:
        plan: the terms.
        months: what each month earned.
        facts: what is known.
        parts: the deals behind what a month earned, by the month's number.
        opening: the account before the first month.
        start: the number of the first month.
        frames: the quarter, half and year that a month lies in.
        payee: other fields of the payee.
        trace: whether steps are recorded.
        options: other fields of what settlement is given.
    """
    found: Settled = []
    account = opening or Account(person="ana", currency=plan.currency)
    for number, month in enumerate(months, start=start):
        period = Period.month(2026 + (number - 1) // 12, (number - 1) % 12 + 1)
        bound = a_bound_plan({"ana": plan}, period=period, label=str(period), frames=frames(period))
        fields: dict[str, Any] = {
            "payee": attrs.evolve(bound.payees[0], **(payee or {})),
            "bound": bound,
            "facts": facts or Facts(),
            "opening": account,
            "paid_opening": None,
            "passes": _passes,
            "attainment": _no_quota,
            "trace": trace,
        }
        earned = _earned(month, plan.currency, (parts or {}).get(number, ()))
        settled = settle(Settling(**{**fields, **options}), earned, (), ())
        assert not isinstance(settled, Fault), settled.message
        statement, account = settled
        _check(statement)
        found.append((statement, account))
    return found


@pytest.fixture
def settle_months() -> Callable[..., Settled]:
    """Settles months, each from the account that the one before closed with."""
    return _settle_months


@pytest.fixture
def months() -> Callable[..., list[Statement]]:
    """The statements of months, each settled from the account that the one before closed with."""
    return lambda *args, **options: [made for made, _ in _settle_months(*args, **options)]


@pytest.fixture
def totals() -> Callable[..., list[str]]:
    """The totals of months, each settled from the account that the one before closed with."""

    def of(*args: Any, **options: Any) -> list[str]:
        return [str(made.total.amount) for made, _ in _settle_months(*args, **options)]

    return of


@pytest.fixture
def moves() -> Callable[[Statement], list[str]]:
    """The movements of a statement as rows: kind, term, deal if any, pay and balance."""

    def of(statement: Statement) -> list[str]:
        return [
            " ".join(
                (
                    one.kind.value,
                    one.term,
                    *([one.deal] if one.deal is not None else []),
                    str(one.pay.amount),
                    str(one.balance.amount),
                )
            )
            for one in statement.movements
        ]

    return of
