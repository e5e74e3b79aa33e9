"""Statement data: a statement as plain data, for programs that read JSON.

Amounts are decimals as text, in the statement's currency and with every digit it has; ratios and
counts are exact text as handbooks write them; days are ISO 8601. What a statement does not have is
left out, but for its lines. Clauses are named ``plan:clause``. For tables of a whole run see
``accountkit.documents.statement_rows``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from accountkit.documents.movements import summed
from accountkit.facts.adjustments import Adjustment
from accountkit.settlement.balances import Balance, Movement
from accountkit.settlement.statements import (
    Advice,
    Attainment,
    AwardLine,
    Difference,
    Line,
    Statement,
)
from accountkit.values.money import Money
from accountkit.wire import CONVERTER

__all__ = ["told_statement"]

T = TypeVar("T")


def told_statement(statement: Statement) -> dict[str, Any]:
    """What JSON has of a statement: ``total`` = lines + movements' ``pay`` + the rest."""
    found: dict[str, Any] = {
        "payee": statement.payee,
        "period": statement.label,
        "currency": statement.currency,
        "total": _money(statement.total),
        "lines": [_line(line, statement) for line in statement.lines],
    }
    told: dict[str, list[dict[str, Any]]] = {
        "attainments": _each(statement.attainments, _attainment),
        "movements": _each(statement.movements, lambda one: _movement(one, statement)),
        "adjustments": _each(statement.adjustments, _adjustment),
        "differences": _each(statement.differences, lambda one: _difference(one, statement)),
        "balances": _each(statement.balances, _balance),
        "awards": _each(statement.awards, lambda one: _award(one, statement)),
        "advice": _each(statement.advice, lambda one: _advice(one, statement)),
    }
    found |= {name: items for name, items in told.items() if items}
    if statement.movements or statement.adjustments or statement.differences:
        found["summary"] = {name: _money(amount) for name, amount in summed(statement).items()}
    return found


def _each(items: Iterable[T], told: Callable[[T], dict[str, Any]]) -> list[dict[str, Any]]:
    return [told(item) for item in items]


def _money(money: Money) -> str:
    return str(money.amount)


def _clause(clause: str | None, statement: Statement) -> str | None:
    return None if clause is None else f"{statement.plan}:{clause}"


def _line(line: Line, statement: Statement) -> dict[str, Any]:
    return {
        "component": line.component,
        "amount": _money(line.amount),
        "clause": _clause(line.clause, statement),
    }


def _attainment(attainment: Attainment) -> dict[str, Any]:
    return {
        "measure": attainment.measure,
        "measured": CONVERTER.unstructure(attainment.measured),
        "quota": CONVERTER.unstructure(attainment.quota),
        "ratio": CONVERTER.unstructure(attainment.ratio),
    }


def _movement(movement: Movement, statement: Statement) -> dict[str, Any]:
    return {
        "kind": movement.kind.value,
        "term": movement.term,
        "clause": _clause(movement.clause, statement),
        "deal": movement.deal,
        "pay": _money(movement.pay),
        "balance": _money(movement.balance),
    }


def _adjustment(adjustment: Adjustment) -> dict[str, Any]:
    return {
        "id": adjustment.id,
        "amount": _money(adjustment.amount),
        "reason": adjustment.reason,
        "author": adjustment.author,
        "date": adjustment.date.isoformat(),
    }


def _difference(difference: Difference, statement: Statement) -> dict[str, Any]:
    return {
        "period": difference.label,
        "item": difference.item,
        "clause": _clause(difference.clause, statement),
        "paid": _money(difference.paid),
        "fresh": _money(difference.fresh),
        "amount": _money(difference.amount),
        "reason": difference.reason.value,
    }


def _balance(balance: Balance) -> dict[str, Any]:
    return {
        "term": balance.term,
        "opening": _money(balance.opening),
        "movements": _money(balance.movements),
        "closing": _money(balance.closing),
    }


def _award(award: AwardLine, statement: Statement) -> dict[str, Any]:
    value = award.taxable_value
    return {
        "component": award.component,
        "clause": _clause(award.clause, statement),
        "item": CONVERTER.unstructure(award.item),
        "earned_on": award.earned_on.isoformat(),
        "released_on": award.released_on.isoformat(),
        "taxable_value": None if value is None else str(value),
    }


def _advice(advice: Advice, statement: Statement) -> dict[str, Any]:
    recommended, silent_on = advice.recommendation, advice.silent_on
    return {
        "rule": advice.rule,
        "clause": _clause(advice.clause, statement),
        "liability": advice.liability,
        "measure": advice.measure,
        "missed": advice.missed,
        "misses": advice.misses,
        "recommendation": None if recommended is None else recommended.value,
        "lawful": advice.lawful,
        "needs_human": advice.needs_human,
        "basis": None if advice.basis is None else CONVERTER.unstructure(advice.basis),
        "silent_on": None if silent_on is None else silent_on.value,
        "decided_by": "people",
    }
