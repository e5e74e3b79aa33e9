"""Guarantees: what is added where the pay of a period is less than was promised.

The terms of guarantees and of minimum pay are ``accountkit.plans.guarantees``. Money is in the
plan's currency.
"""

from __future__ import annotations

from fractions import Fraction

from accountkit.plans.faults import Missing
from accountkit.plans.guarantees import Guarantee, While
from accountkit.settlement.balances import Movement, MovementKind
from accountkit.settlement.ledgers import Ledger
from accountkit.settlement.settling import Settling
from accountkit.settlement.sharing import share_step
from accountkit.settlement.trace import Step, StepKind
from accountkit.values.money import Amount, Money

__all__ = ["guarantee", "top_up"]


def guarantee(settling: Settling, ledger: Ledger) -> None:
    """Add what lacks to each guarantee that holds, one after the other.

    Raises:
        Missing: the tenure, a parameter or an earlier period to average is missing.
    """
    for term in settling.plan.guarantees:
        share = _share(term, settling)
        if not share:
            continue
        least, steps = _least(term, settling, share)
        if least <= ledger.pay:
            continue
        ledger.move(
            Movement(
                kind=MovementKind.GUARANTEED,
                term=term.id,
                clause=term.clause,
                pay=least - ledger.pay,
                balance=settling.zero,
                steps=(*steps, _compared(term.id, ledger.pay, least)) if settling.trace else (),
            )
        )


def top_up(settling: Settling, ledger: Ledger) -> None:
    """Add what lacks to minimum pay.

    Raises:
        Missing: a personal parameter has no value.
    """
    term = settling.plan.minimum_pay
    if term is None:
        return
    least = settling.stated(term.amount, term.amount_from)
    if least <= ledger.pay:
        return
    ledger.move(
        Movement(
            kind=MovementKind.TOPPED_UP,
            term="minimum_pay",
            clause=term.clause,
            pay=least - ledger.pay,
            balance=settling.zero,
            steps=(_compared("minimum_pay", ledger.pay, least),) if settling.trace else (),
        )
    )


def _share(term: Guarantee, settling: Settling) -> Fraction:
    """The part of the period for which it holds; all of it, save during absence."""
    match term.holds:
        case While.ALWAYS:
            return Fraction(1)
        case While.TENURE:
            assert term.tenure_months is not None  # noqa: S101 - the term has checked it
            return Fraction(settling.tenure(f"guarantee {term.id}") < term.tenure_months)
        case While.ABSENCE:
            return Fraction(_days_away(term, settling), settling.period.days)


def _days_away(term: Guarantee, settling: Settling) -> int:
    """Calendar days of the period with an absence of the kinds; a day counts once."""
    away: set[int] = set()
    for absence in settling.payee.absences:
        within = absence.days.overlap(settling.period)
        if within is not None and absence.kind in term.absence_kinds:
            away.update(range(within.start.toordinal(), within.end.toordinal()))
    return len(away)


def _least(term: Guarantee, settling: Settling, share: Fraction) -> tuple[Money, tuple[Step, ...]]:
    """What is guaranteed for the part of the period, and how it came about."""
    if term.share_of_average is None:
        amount = settling.stated(term.amount, term.amount_from)
        if share == 1:
            return amount, ()
        least, step = share_step(term.id, amount, share, settling.mode)
    else:
        average = _average(term, settling)
        whole = term.share_of_average * share
        least, step = share_step(term.id, average, whole, settling.mode)
    return least, (step,)


def _average(term: Guarantee, settling: Settling) -> Amount:
    assert term.average_periods is not None  # noqa: S101 - the term has checked it
    past = settling.opening.past[-term.average_periods :]
    if not past:
        raise Missing(
            f"guarantee {term.id} of {settling.payee.person}",
            "has no earlier period to average",
            "evaluate the periods before, or grant the sum by an adjustment",
        )
    total = Money.sum((one.earned for one in past), settling.currency)
    return total.exact / len(past)


def _compared(subject: str, value: Money, least: Money) -> Step:
    return Step(
        kind=StepKind.LIMIT,
        subject=subject,
        result=least - value,
        inputs={"value": value, "sum": least},
    )
