"""Releases: when what a component earned is paid, deal by deal.

The terms are ``accountkit.plans.payments``. What a component with payment terms earned is deferred
first and then released as far as it is due; its balance, under the component's id, is what is
still pending. A deal counts as invoiced or collected in full once that makes up its amount less
what was given back of it. What no payment term of the plan speaks of any more stays pending.
Money is in the plan's currency.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import accumulate

import attrs

from accountkit.facts.deals import Deal
from accountkit.plans.components import Award
from accountkit.plans.faults import Missing
from accountkit.plans.measures import Event
from accountkit.plans.payments import Condition, Instalment, Payment
from accountkit.plans.plan import Plan
from accountkit.plans.returns import ReturnRule
from accountkit.settlement.accounts import DealEarning
from accountkit.settlement.balances import Movement, MovementKind
from accountkit.settlement.earned import DealPart, Earned
from accountkit.settlement.ledgers import Ledger
from accountkit.settlement.settling import Settling
from accountkit.settlement.sharing import part_step
from accountkit.settlement.trace import Step, StepKind
from accountkit.values.money import Amount, Money
from accountkit.values.periods import months_after
from accountkit.values.shares import share_out

__all__ = ["defer_and_release", "payments_of"]


def payments_of(plan: Plan) -> dict[str, Payment]:
    """The payment terms of the components that have some, by component."""
    return {
        part.id: part.payment
        for part in plan.components
        if not isinstance(part, Award) and part.payment is not None
    }


def defer_and_release(
    settling: Settling,
    ledger: Ledger,
    earned: Sequence[Earned],
    amounts: dict[str, Money],
) -> list[DealEarning]:
    """Defer what the period earned under payment terms, and release what is due of everything.

    Args:
        settling: the person, the terms and the facts.
        ledger: takes the movements.
        earned: what the components came to, with their deals.
        amounts: the lines by component after caps; under payment terms it becomes what is paid
            of them in this period.

    Returns:
        What deals earned, those of earlier periods first.

    Raises:
        Missing: a deal that something was earned by is not known, or its invoices or payments are
            in another currency.
    """
    payments = payments_of(settling.plan)
    earlier = settling.opening.earnings
    found = list(earlier)
    for item in earned:
        shared = _shared(settling, item, amounts[item.component])
        if item.component in payments:
            _defer(settling, ledger, item, shared)
            found += (earning for earning, _ in shared)
        elif item.parts and _is_at_original_rate(settling):
            at_once = (earning for earning, _ in shared if earning.deal is not None)
            found += (attrs.evolve(earning, paid=earning.earned) for earning in at_once)
    released = [
        _release(earning, payments[earning.component], settling, ledger)
        if earning.component in payments and earning.pending
        else earning
        for earning in found
    ]
    for component in payments.keys() & amounts.keys():
        new = (one for one in released[len(earlier) :] if one.component == component)
        amounts[component] = Money.sum((one.paid for one in new), settling.currency)
    return released


def _is_at_original_rate(settling: Settling) -> bool:
    rule = settling.plan.returns
    return rule is not None and rule.rule is ReturnRule.ORIGINAL_RATE


def _shared(settling: Settling, item: Earned, amount: Money) -> list[tuple[DealEarning, Fraction]]:
    """The amount shared out over the deals, each with its share of it.

    Without deals, or below zero, it stays in one piece.
    """
    total = sum((part.weight for part in item.parts), Fraction(0))
    if amount.minor <= 0 or not total:
        return [(_earning(settling, item, None, amount), Fraction(1))] if amount else []
    moneys = share_out(amount, [part.weight for part in item.parts])
    return [
        (_earning(settling, item, part, money), part.weight / total)
        for part, money in zip(item.parts, moneys, strict=True)
        if money
    ]


def _earning(settling: Settling, item: Earned, part: DealPart | None, amount: Money) -> DealEarning:
    return DealEarning(
        component=item.component,
        deal=None if part is None else part.deal,
        date=settling.period.last_day if part is None else part.date,
        earned_in=settling.period,
        deal_amount=Amount.zero(settling.currency) if part is None else part.amount,
        earned=amount,
        paid=settling.zero,
        forfeited=settling.zero,
        taken_back=settling.zero,
    )


def _defer(
    settling: Settling,
    ledger: Ledger,
    item: Earned,
    shared: Sequence[tuple[DealEarning, Fraction]],
) -> None:
    whole = Money.sum((earning.earned for earning, _ in shared), settling.currency)
    for earning, share in shared:
        subject = earning.deal or item.component
        ledger.move(
            Movement(
                kind=MovementKind.DEFERRED,
                term=item.component,
                clause=item.clause,
                pay=-earning.earned,
                balance=earning.earned,
                deal=earning.deal,
                steps=(part_step(subject, whole, share, earning.earned),) if settling.trace else (),
            )
        )


def _release(
    earning: DealEarning, payment: Payment, settling: Settling, ledger: Ledger
) -> DealEarning:
    if payment.instalments:
        return _release_instalments(earning, payment.instalments, settling, ledger)
    share = _share_now(earning, payment, settling)
    before = earning.paid + earning.forfeited
    due = (earning.earned * share).round(settling.mode) - before
    if not due or (due.minor < 0) != (earning.earned.minor < 0):
        return earning
    step = Step(
        kind=StepKind.RELEASE,
        subject=earning.deal or earning.component,
        result=due,
        inputs={
            "earned": earning.earned,
            "share": share,
            "before": before,
            "mode": settling.mode.value,
        },
    )
    ledger.move(_released(earning, due, settling, step))
    return attrs.evolve(earning, paid=earning.paid + due)


def _released(earning: DealEarning, due: Money, settling: Settling, step: Step) -> Movement:
    return Movement(
        kind=MovementKind.RELEASED,
        term=earning.component,
        clause=_clause(earning, settling),
        pay=due,
        balance=-due,
        deal=earning.deal,
        steps=(step,) if settling.trace else (),
    )


def _clause(earning: DealEarning, settling: Settling) -> str:
    parts = settling.plan.components
    return next(part.clause for part in parts if part.id == earning.component)


def _share_now(earning: DealEarning, payment: Payment, settling: Settling) -> Fraction:
    """The part of the deal that is invoiced or collected by the period's end."""
    if earning.deal is None:
        return Fraction(1)
    facts, last_day = settling.facts, settling.period.last_day
    deal = facts.by_id.get(earning.deal)
    if deal is None:
        raise Missing(
            f"deal {earning.deal}",
            f"is not known, and {earning.pending} of {settling.payee.person} waits for it",
            "add the deal again, or a return that gives it back",
        )
    whole = deal.amount - _total(
        (
            -given_back.amount
            for given_back in facts.returns_of.get(deal.id, ())
            if given_back.date <= last_day
        ),
        deal,
        "returns",
    )
    if whole.minor <= 0 and _is_at_original_rate(settling):
        whole = deal.amount
    if whole.minor <= 0:
        return Fraction(1)
    if payment.at is Event.INVOICE:
        invoices = facts.invoices_of.get(deal.id, ())
        events = (event.amount for event in invoices if event.date <= last_day)
        found = _total(events, deal, "invoices")
    else:
        latest = last_day - timedelta(days=payment.safety_days)
        payments = facts.payments_of.get(deal.id, ())
        received = (event.amount for event in payments if event.date <= latest)
        found = _total(received, deal, "payments")
    return max(Fraction(0), min(Fraction(1), found / whole))


def _total(moneys: Iterable[Money], deal: Deal, noun: str) -> Money:
    found = tuple(moneys)
    other = next((one for one in found if one.currency != deal.amount.currency), None)
    if other is not None:
        raise Missing(
            f"{noun} of deal {deal.id}",
            f"are in {other.currency}, and the deal is in {deal.amount.currency}",
            f"state them in {deal.amount.currency}",
        )
    return Money.sum(found, deal.amount.currency)


def _release_instalments(
    earning: DealEarning,
    instalments: tuple[Instalment, ...],
    settling: Settling,
    ledger: Ledger,
) -> DealEarning:
    """Pay what has fallen due, or forfeit it where its condition does not hold.

    What is settled already counts against the instalments from the first on, so that what a
    return made forfeit is missing from those that fall due next.
    """
    earned = earning.earned
    parts = share_out(earned, [part.share for part in instalments])
    settled = abs(earning.paid + earning.forfeited)
    reached = accumulate(parts)
    after = earning
    for number, (instalment, part, upto) in enumerate(
        zip(instalments, parts, reached, strict=True), start=1
    ):
        day = months_after(earning.date, instalment.after_months)
        if day > settling.period.last_day:
            break
        unsettled = min(abs(part), abs(upto) - settled)
        if unsettled.minor <= 0:
            continue
        due = unsettled if earned.minor > 0 else -unsettled
        step = part_step(f"{number}", earned, instalment.share, part)
        if _holds(instalment.condition, earning, day, settling):
            ledger.move(_released(earning, due, settling, step))
            after = attrs.evolve(after, paid=after.paid + due)
        else:
            movement = _released(earning, due, settling, step)
            ledger.move(attrs.evolve(movement, kind=MovementKind.FORFEITED, pay=settling.zero))
            after = attrs.evolve(after, forfeited=after.forfeited + due)
    return after


def _holds(condition: Condition, earning: DealEarning, day: date, settling: Settling) -> bool:
    match condition:
        case Condition.NONE:
            return True
        case Condition.EMPLOYED:
            spans = settling.payee.participation
            return not spans or any(day in span for span in spans)
        case Condition.DEAL_IN_FORCE:
            return _is_in_force(earning, day, settling)


def _is_in_force(earning: DealEarning, day: date, settling: Settling) -> bool:
    """Whether the deal was not given back in full by a day; of no deal, always."""
    deal = settling.facts.by_id.get(earning.deal) if earning.deal is not None else None
    if deal is None:
        return earning.deal is None
    returns = settling.facts.returns_of.get(deal.id, ())
    given_back = (-one.amount for one in returns if one.date <= day)
    return _total(given_back, deal, "returns") < deal.amount
