"""Agreeing: what the engine says in a chain of periods, beside what the oracle says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction

import attrs
from tests.agreement.lots import Scenario
from tests.agreement.oracle import Expected, reckon
from tests.agreement.oracle.standing import Advised

from accountkit.engine.pay.evaluation import Carried, evaluate
from accountkit.settlement.accounts import Account
from accountkit.settlement.balances import MovementKind
from accountkit.settlement.statements import Outcome, Statement

__all__ = ["Pair", "pairs"]


@attrs.frozen(kw_only=True)
class Pair:
    """One payee in one period: what the engine found and what the oracle expects."""

    person: str
    period: str
    engine: Expected | None
    oracle: Expected | None

    @property
    def agrees(self) -> bool:
        """Whether both say the same; a fault is the same as any other fault."""
        return self.engine == self.oracle


def pairs(scenario: Scenario) -> Iterator[Pair]:
    """Every payee-period of a scenario, as the two have it."""
    accounts: Mapping[str, Account] = {}
    wanted = reckon(scenario.bounds, scenario.facts)
    for bound, expected in zip(scenario.bounds, wanted, strict=True):
        outcome = evaluate(bound, scenario.facts, carried=Carried(accounts=accounts), trace=False)
        accounts = {account.person: account for account in outcome.accounts}
        found = _found(outcome)
        for payee in bound.payees:
            person = payee.person
            if person in found or person in expected:
                yield Pair(
                    person=person,
                    period=bound.label,
                    engine=found.get(person),
                    oracle=expected.get(person),
                )


def _found(outcome: Outcome) -> dict[str, Expected | None]:
    found: dict[str, Expected | None] = {fault.person: None for fault in outcome.faults}
    for statement in outcome.statements:
        account = outcome.account(statement.payee)
        assert account is not None
        found[statement.payee] = _as_expected(statement, account)
    return found


def _as_expected(statement: Statement, account: Account) -> Expected:
    pay: Counter[tuple[str, MovementKind]] = Counter()
    balance: Counter[tuple[str, MovementKind]] = Counter()
    for movement in statement.movements:
        pay[movement.term, movement.kind] += movement.pay.minor
        balance[movement.term, movement.kind] += movement.balance.minor
    moved = {key: (pay[key], balance[key]) for key in pay if pay[key] or balance[key]}
    return Expected(
        exact={line.component: Fraction(line.exact.value) for line in statement.lines},
        amounts={line.component: line.amount.minor for line in statement.lines},
        movements=moved,
        balances={term: money.minor for term, money in account.balances.items() if money},
        awards={award.component: award.released_on for award in statement.awards},
        advice=[
            Advised(
                rule=advice.rule,
                missed=advice.missed,
                recommendation=advice.recommendation,
                lawful=advice.lawful,
            )
            for advice in statement.advice
        ],
        total=statement.total.minor,
    )
