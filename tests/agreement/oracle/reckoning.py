"""Reckoning: a chain of periods, each from the account that the one before closed with."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Sequence
from datetime import date
from fractions import Fraction

import attrs
from tests.agreement.oracle.additions import draw_all, guarantee_all, hold_all, top_up
from tests.agreement.oracle.caps import cap_all
from tests.agreement.oracle.clawbacks import take_back
from tests.agreement.oracle.components import Earned, earned
from tests.agreement.oracle.conditions import EarnedBy, is_eligible, passes
from tests.agreement.oracle.credits import credits_of
from tests.agreement.oracle.last_step import close
from tests.agreement.oracle.ledger import Earning, Ledger, Past, State
from tests.agreement.oracle.measures import Question
from tests.agreement.oracle.releases import release_all
from tests.agreement.oracle.rounding import rounded, rounded_together, units
from tests.agreement.oracle.standing import Advised, advise, misses_now
from tests.agreement.oracle.unpayable import Unpayable
from tests.agreement.oracle.world import World

from accountkit.facts.known import Facts
from accountkit.plans.bound import BoundPlan, Payee
from accountkit.plans.components import Award, Override
from accountkit.plans.measures import Whose
from accountkit.plans.plan import Participants
from accountkit.plans.returns import ReturnRule
from accountkit.settlement.balances import MovementKind
from accountkit.values.periods import months_after
from accountkit.values.rounding import RoundingPoint

__all__ = ["Expected", "reckon"]

_KEPT_PERIODS = 24


@attrs.frozen(kw_only=True)
class Expected:
    """What a statement must say; money in minor units, ``exact`` in main ones.

    ``movements`` are net by term and kind, of pay and of balance; ``balances`` what is open at the
    end, without those of nothing; ``awards`` the day on which each is handed out.
    """

    exact: dict[str, Fraction]
    amounts: dict[str, int]
    movements: dict[tuple[str, MovementKind], tuple[int, int]]
    balances: dict[str, int]
    awards: dict[str, date]
    advice: list[Advised]
    total: int


def reckon(bounds: Sequence[BoundPlan], facts: Facts) -> list[dict[str, Expected | None]]:
    """The pay of everybody in each of the periods, earliest first; ``None`` is a fault.

    Who is not paid in a period because of a fault keeps the account that it opened with; whoever
    has an account takes part, since something may be open in it.
    """
    states: dict[str, State] = {}
    found: list[dict[str, Expected | None]] = []
    for bound in bounds:
        world = World(bound, facts)
        results: dict[str, Expected | None] = {fault.person: None for fault in bound.faults}
        for payee in bound.payees:
            if payee.person not in states and not _takes_part(world, payee):
                continue
            state = copy.deepcopy(states.get(payee.person, State()))
            try:
                results[payee.person] = _pay(world, payee, state)
            except Unpayable:
                results[payee.person] = None
            else:
                states[payee.person] = state
        found.append(results)
    return found


def _takes_part(world: World, payee: Payee) -> bool:
    """Everybody appointed, or who has a quota or a deal that counts."""
    if payee.plan.participants is Participants.APPOINTED or payee.quotas:
        return True
    for adjustment in world.facts.adjustments:
        if adjustment.person == payee.person and adjustment.period == world.bound.period:
            return True
    has_override = any(isinstance(part, Override) for part in payee.plan.components)
    whose = Whose.OWN_AND_TEAM if has_override else Whose.OWN
    period = world.bound.period
    return any(
        period.start <= deal.date < period.end and credits_of(world, payee, deal, deal.date, whose)
        for deal in world.facts.deals
    )


def _pay(world: World, payee: Payee, state: State) -> Expected:
    question = Question(world=world, payee=payee)
    found: dict[str, Earned] = {}
    for component in payee.plan.components:
        item = earned(question, component.id)
        if item is not None:
            found[component.id] = item
    ledger = Ledger(question=question, lines=_lines(payee, found), earned=found, state=state)
    cap_all(ledger)
    release_all(ledger)
    take_back(ledger)
    hold_all(ledger)
    guarantee_all(ledger)
    draw_all(ledger)
    top_up(ledger)
    _adjust(ledger)
    close(ledger)
    return _closed(ledger)


def _lines(payee: Payee, found: dict[str, Earned]) -> dict[str, int]:
    rounding, currency = payee.plan.rounding, payee.plan.currency
    exact = [units(item.value, currency) for item in found.values()]
    if rounding.point is RoundingPoint.STATEMENT:
        amounts = rounded_together(exact, rounding.mode)
    else:
        amounts = [
            rounded(
                units(item.value if item.by_deal is None else item.by_deal, currency), rounding.mode
            )
            for item in found.values()
        ]
    return dict(zip(found, amounts, strict=True))


def _adjust(ledger: Ledger) -> None:
    for adjustment in ledger.world.facts.adjustments:
        if adjustment.person == ledger.payee.person and adjustment.period == ledger.period:
            if adjustment.amount.currency != ledger.payee.plan.currency:
                raise Unpayable(f"adjustment {adjustment.id} is in another currency")
            ledger.by_hand += adjustment.amount.minor


def _closed(ledger: Ledger) -> Expected:
    """What the statement says, once the account is closed."""
    state, payee = ledger.state, ledger.payee
    now = misses_now(ledger)
    advice = advise(ledger, now)
    state.earnings = [earning for earning in state.earnings if _is_kept(ledger, earning)]
    past = Past(
        period=ledger.period,
        earned=sum(ledger.lines.values()),
        let_through=ledger.let_through,
        missed=now,
    )
    state.past = [*state.past, past][-_KEPT_PERIODS:]
    moved: Counter[tuple[str, MovementKind]] = Counter()
    balanced: Counter[tuple[str, MovementKind]] = Counter()
    for move in ledger.moves:
        moved[move.term, move.kind] += move.pay
        balanced[move.term, move.kind] += move.balance
    return Expected(
        exact={name: item.value for name, item in ledger.earned.items()},
        amounts=ledger.lines,
        movements={key: (moved[key], balanced[key]) for key in moved},
        balances={term: amount for term, amount in state.balances.items() if amount},
        awards=_awards(ledger.question, payee),
        advice=advice,
        total=ledger.so_far,
    )


def _is_kept(ledger: Ledger, earning: Earning) -> bool:
    """Whether anything may still happen to what a deal earned."""
    returns = ledger.payee.plan.returns
    if earning.pending:
        return True
    if returns is None or returns.rule is not ReturnRule.ORIGINAL_RATE:
        return False
    window = returns.window_months
    return window is None or months_after(earning.date, window) > ledger.period.last_day


def _awards(question: Question, payee: Payee) -> dict[str, date]:
    found: dict[str, date] = {}
    last_day = question.world.bound.period.last_day
    for component in payee.plan.components:
        if not isinstance(component, Award) or not is_eligible(payee, component.eligible):
            continue
        if all(passes(question, gate, _earned_by(question)) for gate in component.gates):
            found[component.id] = months_after(last_day, component.released_after_months)
    return found


def _earned_by(question: Question) -> EarnedBy:
    def earned_by(name: str) -> Fraction:
        item = earned(question, name)
        return Fraction(0) if item is None else item.value

    return earned_by
