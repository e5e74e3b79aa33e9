"""Payment terms: what is kept until deals are invoiced or paid, or until a day (design 5.8)."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from tests.agreement.oracle.days import took_part_on
from tests.agreement.oracle.ledger import Earning, Ledger
from tests.agreement.oracle.rounding import shared_out

from accountkit.plans.components import Award
from accountkit.plans.measures import Event
from accountkit.plans.payments import Condition, Instalment, Payment
from accountkit.plans.returns import ReturnRule
from accountkit.settlement.balances import MovementKind
from accountkit.values.periods import months_after

__all__ = ["release_all"]


def release_all(ledger: Ledger) -> None:
    """Keep what payment terms keep, then let go what is due of old and new."""
    for component in ledger.payee.plan.components:
        if isinstance(component, Award):
            continue
        if component.id in ledger.lines:
            new = _earn(ledger, component.id, component.payment)
            ledger.state.earnings += new
        else:
            new = []
        if component.payment is not None:
            for earning in ledger.state.earnings:
                if earning.component == component.id:
                    _release(ledger, earning, component.payment)
        ledger.pays_now[component.id] = sum(earning.paid for earning in new)


def _earn(ledger: Ledger, component: str, payment: Payment | None) -> list[Earning]:
    """Share what a component comes to out over its deals."""
    amount = ledger.lines[component] - ledger.cut.get(component, 0)
    parts = ledger.earned[component].parts
    new: list[Earning] = []
    if amount > 0 and parts:
        shares = shared_out(amount, [part.weight for part in parts])
        new = [
            Earning(component=component, deal=part.deal, date=part.date, earned=share)
            for part, share in zip(parts, shares, strict=True)
        ]
    elif amount:
        day = ledger.period.last_day
        new = [Earning(component=component, deal=None, date=day, earned=amount)]
    if payment is None:
        for earning in new:
            earning.paid = earning.earned
    else:
        ledger.move(component, MovementKind.DEFERRED, pay=-amount, balance=amount)
    return new


def _release(ledger: Ledger, earning: Earning, payment: Payment) -> None:
    """Let go what is due by now and not settled yet; nothing ever comes back."""
    if payment.instalments:
        _fall_due(ledger, earning, payment.instalments)
        return
    share = Fraction(1) if earning.deal is None else _share_now(ledger, earning.deal, payment)
    more = ledger.minor(earning.earned * share) - earning.paid - earning.forfeited
    if earning.earned * more > 0:
        earning.paid += more
        ledger.move(earning.component, MovementKind.RELEASED, pay=more, balance=-more)


def _share_now(ledger: Ledger, deal_id: str, payment: Payment) -> Fraction:
    """Which share of a deal is invoiced, or paid, by the period's last day.

    The whole is the deal less what was given back of it by then: nobody invoices or pays that.
    """
    deal = ledger.world.deal(deal_id)
    assert deal is not None
    last_day = ledger.period.last_day
    done = 0
    if payment.at is Event.INVOICE:
        for invoice in ledger.world.facts.invoices:
            if invoice.deal == deal_id and invoice.date <= last_day:
                done += invoice.amount.minor
    else:
        for received in ledger.world.facts.payments:
            counts_from = received.date + timedelta(days=payment.safety_days)
            if received.deal == deal_id and counts_from <= last_day:
                done += received.amount.minor
    returns = ledger.payee.plan.returns
    whole = deal.amount.minor - _given_back(ledger, deal_id, last_day)
    if whole <= 0 and returns is not None and returns.rule is ReturnRule.ORIGINAL_RATE:
        whole = deal.amount.minor
    if whole <= 0:
        return Fraction(1)
    return max(Fraction(0), min(Fraction(1), Fraction(done, whole)))


def _given_back(ledger: Ledger, deal_id: str, by: date) -> int:
    return sum(
        -other.amount.minor
        for other in ledger.world.facts.deals
        if other.returns == deal_id and other.date <= by
    )


def _fall_due(ledger: Ledger, earning: Earning, instalments: tuple[Instalment, ...]) -> None:
    """Pay or forfeit the instalments that have fallen due.

    What is settled already, also by a return, is taken from the instalments from the first on.
    """
    sign = -1 if earning.earned < 0 else 1
    settled = abs(earning.paid + earning.forfeited)
    parts = shared_out(abs(earning.earned), [instalment.share for instalment in instalments])
    for instalment, part in zip(instalments, parts, strict=True):
        used = min(part, settled)
        settled -= used
        left = sign * (part - used)
        day = months_after(earning.date, instalment.after_months)
        if day > ledger.period.last_day:
            continue
        if _holds(ledger, earning, instalment.condition, day):
            earning.paid += left
            ledger.move(earning.component, MovementKind.RELEASED, pay=left, balance=-left)
        else:
            earning.forfeited += left
            ledger.move(earning.component, MovementKind.FORFEITED, balance=-left)


def _holds(ledger: Ledger, earning: Earning, condition: Condition, day: date) -> bool:
    if condition is Condition.NONE:
        return True
    if condition is Condition.EMPLOYED:
        return took_part_on(ledger.payee, day)
    deal = ledger.world.deal(earning.deal)
    if deal is None:
        return True
    return _given_back(ledger, deal.id, day) < deal.amount.minor
