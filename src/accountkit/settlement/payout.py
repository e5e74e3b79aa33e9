"""Payout: the last stage, from what was earned to what is paid.

Rounds where and how the plan says, and lets the terms that settle pay follow in their order: caps,
payment terms, returns at the original rate, holdbacks, guarantees, draws, minimum pay, adjustments
and differences, and last what becomes of a result that is below zero or too small. Each has a
module of its own. Money is in the plan's currency.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from accountkit.facts.adjustments import Adjustment
from accountkit.plans.components import Award
from accountkit.plans.faults import Fault, Missing
from accountkit.plans.plan import NegativeResult, Plan
from accountkit.settlement.accounts import Account, DealEarning, Held, PastPeriod
from accountkit.settlement.balances import balances_of
from accountkit.settlement.caps import cap_lines
from accountkit.settlement.clawbacks import may_be_taken_back, take_back
from accountkit.settlement.disbursement import LEAST_PAYMENT, NEGATIVE, disburse
from accountkit.settlement.draws import advance_and_recover
from accountkit.settlement.earned import DealPart, Earned
from accountkit.settlement.guarantees import guarantee, top_up
from accountkit.settlement.holdbacks import hold_back
from accountkit.settlement.ledgers import Ledger
from accountkit.settlement.releases import defer_and_release
from accountkit.settlement.settling import Settling
from accountkit.settlement.standing import advise
from accountkit.settlement.statements import Attainment, AwardLine, Line, Statement
from accountkit.settlement.trace import Step, StepKind
from accountkit.values.money import Amount, Money, currency_digits
from accountkit.values.rounding import Rounding, RoundingPoint

__all__ = ["DealPart", "Earned", "Settling", "settle"]

_KEPT_PERIODS = 24
"""How many past periods an account keeps, unless a term looks further back."""


def settle(
    settling: Settling,
    earned: tuple[Earned, ...],
    attainments: tuple[Attainment, ...],
    awards: tuple[AwardLine, ...],
) -> tuple[Statement, Account] | Fault:
    """Settle one period of one person.

    Returns:
        The statement, and the account that the period closes with; or a fault, if the total is
        below zero and the plan does not say what becomes of it.

    Raises:
        Missing: a term needs something that is not there.
    """
    payee, bound, plan = settling.payee, settling.bound, settling.plan
    amounts = _rounded(earned, settling)
    ledger = Ledger(Money.sum(amounts, plan.currency), _opening(settling), settling.zero)
    settled = _settled(settling, ledger, earned, amounts)
    if plan.tops_up:
        _top_up(settling, ledger)
    adjustments = _adjustments(settling)
    total = disburse(settling, ledger, _added(settling, adjustments))
    if total < settling.zero and plan.negative is not NegativeResult.PAY_BACK:
        return _below_zero(settling, total)
    judged = plan.standing and not payee.is_former
    advice, missed = advise(settling) if judged else ((), _NOTHING_MISSED)
    statement = Statement(
        payee=payee.person,
        name=payee.name,
        plan=plan.id,
        period=bound.period,
        label=bound.label,
        lines=_lines(earned, amounts, settling),
        attainments=attainments,
        total=total,
        movements=tuple(ledger.movements),
        adjustments=adjustments,
        differences=settling.differences,
        balances=balances_of(dict(ledger.opening), ledger.movements, plan.currency)
        if ledger.opening or ledger.movements
        else (),
        awards=awards,
        advice=advice,
    )
    past = PastPeriod(
        period=bound.period, earned=ledger.earned, capped=settled.capped, missed=missed
    )
    return statement, _closing(settling, ledger, settled, past)


def _top_up(settling: Settling, ledger: Ledger) -> None:
    """What lifts the pay to what was promised; of a former payee only a draw is repaid."""
    if settling.payee.is_former:
        advance_and_recover(settling, ledger)
        return
    guarantee(settling, ledger)
    advance_and_recover(settling, ledger)
    top_up(settling, ledger)


class _Settled(NamedTuple):
    """What the terms that look at single components left."""

    capped: Mapping[str, Money]
    earnings: tuple[DealEarning, ...]
    held: tuple[Held, ...]


_NOTHING_MISSED: Mapping[str, bool] = {}
_NOTHING_SETTLED = _Settled({}, (), ())


def _settled(
    settling: Settling, ledger: Ledger, earned: Sequence[Earned], amounts: Sequence[Money]
) -> _Settled:
    """Caps, payment terms, returns at the original rate and holdbacks, if there are any."""
    plan, opening = settling.plan, settling.opening
    by_deal = plan.pays_by_deal or opening.earnings
    holds = plan.holdbacks or opening.held
    if not (by_deal or plan.caps or holds):
        return _NOTHING_SETTLED
    left = {item.component: amount for item, amount in zip(earned, amounts, strict=True)}
    capped = cap_lines(settling, ledger, left)
    if not (by_deal or holds):
        return _Settled(capped, (), ())
    earnings: list[DealEarning] = []
    if by_deal:
        released = defer_and_release(settling, ledger, earned, left)
        earnings = take_back(settling, ledger, released)
    held = hold_back(settling, ledger, left)
    kept = (one for one in earnings if one.pending or may_be_taken_back(one, settling))
    return _Settled(capped, tuple(kept), held)


def _opening(settling: Settling) -> Mapping[str, Money]:
    """The balances that open the period; those of its last step come from what was paid last."""
    balances, last = settling.opening.balances, settling.paid_opening
    if last is None:
        return balances
    opening = {
        term: balance for term, balance in balances.items() if term not in {NEGATIVE, LEAST_PAYMENT}
    }
    for term in (NEGATIVE, LEAST_PAYMENT):
        if last.balance(term):
            opening[term] = last.balance(term)
    return opening


def _closing(settling: Settling, ledger: Ledger, settled: _Settled, past: PastPeriod) -> Account:
    opening = settling.opening
    return Account(
        person=opening.person,
        currency=opening.currency,
        balances=ledger.closing,
        earnings=settled.earnings,
        held=settled.held,
        past=_kept((*opening.past, past), settling.plan),
    )


def _kept(past: tuple[PastPeriod, ...], plan: Plan) -> tuple[PastPeriod, ...]:
    """The last of the periods that are over, as many as any term looks back to."""
    kept = _KEPT_PERIODS
    if len(past) <= kept:
        return past
    for term in plan.guarantees:
        kept = max(kept, term.average_periods or 0)
    for rule in plan.standing:
        for stage in rule.stages:
            kept = max(kept, stage.within_periods or stage.misses)
    return past[-kept:]


def _adjustments(settling: Settling) -> tuple[Adjustment, ...]:
    """Those of the person in the period.

    Raises:
        Missing: one is in another currency.
    """
    found = settling.facts.adjustments_in(settling.payee.person, settling.period)
    for adjustment in found:
        if adjustment.amount.currency != settling.currency:
            raise Missing(
                f"adjustment {adjustment.id}",
                f"is in {adjustment.amount.currency}, and plan {settling.plan.id} counts in "
                f"{settling.currency}",
                f"state it in {settling.currency}",
            )
    return found


def _added(settling: Settling, adjustments: Sequence[Adjustment]) -> Money:
    """What adjustments and differences add to the pay.

    Raises:
        Missing: a difference is in another currency.
    """
    if not (adjustments or settling.differences):
        return settling.zero
    for difference in settling.differences:
        if difference.amount.currency != settling.currency:
            raise Missing(
                f"difference in {difference.item} of {difference.label}",
                f"is in {difference.amount.currency}, and plan {settling.plan.id} counts in "
                f"{settling.currency}",
                "settle it by hand",
            )
    moneys = [one.amount for one in adjustments] + [one.amount for one in settling.differences]
    return Money.sum(moneys, settling.currency)


def _below_zero(settling: Settling, total: Money) -> Fault:
    person, label = settling.payee.person, settling.bound.label
    return Fault(
        person=person,
        period=settling.period,
        subject=f"pay of {person} for {label}",
        problem=f"comes to {total}, less than nothing, and the plan does not say what follows",
        remedy="state negative: in the plan, or correct or complete the facts of the period",
        plan=settling.plan.id,
    )


def _lines(
    earned: Sequence[Earned], amounts: Sequence[Money], settling: Settling
) -> tuple[Line, ...]:
    lines: list[Line] = []
    for item, amount in zip(earned, amounts, strict=True):
        steps = item.steps
        if settling.trace:
            steps = (*steps, _rounding_step(item, amount, settling.plan.rounding))
        lines.append(
            Line(
                component=item.component,
                clause=item.clause,
                exact=item.exact,
                amount=amount,
                steps=steps,
            )
        )
    return tuple(lines)


def _rounding_step(item: Earned, amount: Money, rounding: Rounding) -> Step:
    return Step(
        kind=StepKind.ROUNDING,
        subject=item.component,
        result=amount,
        inputs={"exact": item.exact, "mode": rounding.mode.value, "point": rounding.point.value},
    )


def _rounded(earned: Sequence[Earned], settling: Settling) -> tuple[Money, ...]:
    """The money of each line, rounded at the point that the plan names."""
    rounding = settling.plan.rounding
    if rounding.point is RoundingPoint.STATEMENT:
        exact = tuple(item.exact for item in earned)
        return _rounded_together(exact, settling.currency, rounding)
    if rounding.point is RoundingPoint.DEAL:
        return tuple(_rounded_by_deal(item, settling) for item in earned)
    return tuple([item.exact.round(rounding.mode) for item in earned])


def _rounded_by_deal(item: Earned, settling: Settling) -> Money:
    """Each deal rounded, added up, and then held to the component's cap and floor."""
    if not item.by_deal:
        return item.exact.round(settling.mode)
    deals = (Amount(exact, settling.currency).round(settling.mode) for exact in item.by_deal)
    total = Money.sum(deals, settling.currency)
    component = next(part for part in settling.plan.components if part.id == item.component)
    if isinstance(component, Award):
        return total
    if component.cap is not None:
        total = min(total, settling.stated(component.cap.amount, component.cap.amount_from))
    if component.floor is not None:
        total = max(total, settling.stated(component.floor.amount, component.floor.amount_from))
    return total


def _rounded_together(
    exact: tuple[Amount, ...], currency: str, rounding: Rounding
) -> tuple[Money, ...]:
    """Lines that add up to the rounded sum, each less than one minor unit from its exact amount.

    Every line is rounded down, and what is then left goes to the largest remainders, ties to the
    first.
    """
    scale = 10 ** currency_digits(currency)
    units = [amount.value * scale for amount in exact]
    floors = [unit // 1 for unit in units]
    total = Amount.sum(exact, currency).round(rounding.mode)
    left = total.minor - sum(floors)
    by_remainder = sorted(range(len(units)), key=lambda line: floors[line] - units[line])
    raised = frozenset(by_remainder[:left])
    return tuple(
        Money.from_minor(floor + (line in raised), currency) for line, floor in enumerate(floors)
    )
