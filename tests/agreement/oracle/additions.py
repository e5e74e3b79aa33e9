"""Holdbacks, guarantees, draws and minimum pay, in the order in which they settle (design 5.7)."""

from __future__ import annotations

from fractions import Fraction

from tests.agreement.oracle.conditions import EarnedBy, passes
from tests.agreement.oracle.days import days_of, tenure
from tests.agreement.oracle.ledger import Keeping, Ledger
from tests.agreement.oracle.unpayable import Unpayable

from accountkit.plans.draws import Draw, Recovery
from accountkit.plans.guarantees import Guarantee, While
from accountkit.plans.holdbacks import Holdback
from accountkit.settlement.balances import MovementKind

__all__ = ["draw_all", "guarantee_all", "hold_all", "top_up"]

_ZERO = Fraction(0)


# --- holdbacks ------------------------------------------------------------------------------------


def hold_all(ledger: Ledger) -> None:
    """Keep a share, and let go what was kept long enough."""
    for holdback in ledger.payee.plan.holdbacks:
        _let_go(ledger, holdback)
        names = ledger.components_of(holdback.components)
        base = sum(max(0, ledger.pays_now[name]) for name in names)
        held = ledger.minor(base * holdback.share)
        ledger.move(holdback.id, MovementKind.HELD, pay=-held, balance=held)
        if held:
            ledger.state.held.append(Keeping(term=holdback.id, age=0, amount=held))


def _let_go(ledger: Ledger, holdback: Holdback) -> None:
    release = holdback.release
    for keeping in ledger.kept_for(holdback):
        keeping.age += 1
        is_open = keeping.age >= release.after_periods and (
            release.gate is None or passes(ledger.question, release.gate, _earned_by(ledger))
        )
        last = release.forfeited_after_periods
        if is_open:
            amount = keeping.amount
            ledger.move(holdback.id, MovementKind.RELEASED, pay=amount, balance=-amount)
            ledger.state.held.remove(keeping)
        elif last is not None and keeping.age >= last:
            ledger.move(holdback.id, MovementKind.FORFEITED, balance=-keeping.amount)
            ledger.state.held.remove(keeping)


def _earned_by(ledger: Ledger) -> EarnedBy:
    def earned_by(name: str) -> Fraction:
        return ledger.earned[name].value if name in ledger.earned else _ZERO

    return earned_by


# --- guarantees -----------------------------------------------------------------------------------


def guarantee_all(ledger: Ledger) -> None:
    """Lift the pay to what is guaranteed."""
    for guarantee in ledger.payee.plan.guarantees:
        share = _share_of_period(ledger, guarantee)
        if share is None:
            continue
        least = ledger.minor(_guaranteed(ledger, guarantee) * share)
        lacks = max(0, least - ledger.so_far)
        ledger.move(guarantee.id, MovementKind.GUARANTEED, pay=lacks)


def _share_of_period(ledger: Ledger, guarantee: Guarantee) -> Fraction | None:
    """For which share of the period a guarantee holds; none if it does not."""
    if guarantee.holds is While.ALWAYS:
        return Fraction(1)
    if guarantee.holds is While.TENURE:
        assert guarantee.tenure_months is not None
        months = tenure(ledger.payee, ledger.period.last_day)
        return Fraction(1) if months < guarantee.tenure_months else None
    away = [
        day
        for day in days_of(ledger.period)
        if any(
            absence.kind in guarantee.absence_kinds and absence.days.start <= day < absence.days.end
            for absence in ledger.payee.absences
        )
    ]
    return Fraction(len(away), len(days_of(ledger.period))) if away else None


def _guaranteed(ledger: Ledger, guarantee: Guarantee) -> Fraction:
    if guarantee.share_of_average is None:
        return Fraction(ledger.sum_of(guarantee.amount, guarantee.amount_from))
    assert guarantee.average_periods is not None
    before = [past.earned for past in ledger.state.past][-guarantee.average_periods :]
    if not before:
        raise Unpayable(f"guarantee {guarantee.id} has no earlier period to average")
    return Fraction(sum(before), len(before)) * guarantee.share_of_average


# --- draws ----------------------------------------------------------------------------------------


def draw_all(ledger: Ledger) -> None:
    """Advance what lacks, forgive, and recover."""
    for draw in ledger.payee.plan.draws:
        amount = 0
        if _is_active(ledger, draw):
            amount = ledger.sum_of(draw.amount, draw.amount_from)
        above = max(0, ledger.so_far - amount)
        advance = max(0, amount - max(0, ledger.so_far))
        owed = advance if draw.is_recoverable else 0
        ledger.move(draw.id, MovementKind.ADVANCED, pay=advance, balance=owed)
        if draw.recovery is not None:
            _forgive(ledger, draw, draw.recovery)
            _recover(ledger, draw, draw.recovery, above)


def _is_active(ledger: Ledger, draw: Draw) -> bool:
    last_day = ledger.period.last_day
    return (
        (draw.start is None or draw.start <= last_day)
        and (draw.until is None or last_day <= draw.until)
        and (draw.tenure_months is None or tenure(ledger.payee, last_day) < draw.tenure_months)
    )


def _forgive(ledger: Ledger, draw: Draw, recovery: Recovery) -> None:
    after, owed = recovery.forgiven_after_months, ledger.balance(draw.id)
    if after is None or not owed:
        return
    if tenure(ledger.payee, ledger.period.last_day) >= after:
        ledger.move(draw.id, MovementKind.FORGIVEN, balance=-owed)


def _recover(ledger: Ledger, draw: Draw, recovery: Recovery, above: int) -> None:
    last_day = ledger.period.last_day
    if not ledger.balance(draw.id):
        return
    if recovery.start is not None and last_day < recovery.start:
        return
    months = recovery.start_after_months
    if months is not None and tenure(ledger.payee, last_day) < months:
        return
    taken = min(ledger.minor(above * recovery.share), ledger.balance(draw.id))
    if recovery.most is not None:
        taken = min(taken, recovery.most.minor)
    ledger.move(draw.id, MovementKind.RECOVERED, pay=-taken, balance=-taken)


# --- minimum pay ----------------------------------------------------------------------------------


def top_up(ledger: Ledger) -> None:
    """Lift the whole to the minimum pay."""
    minimum = ledger.payee.plan.minimum_pay
    if minimum is not None:
        lacks = max(0, ledger.sum_of(minimum.amount, minimum.amount_from) - ledger.so_far)
        ledger.move("minimum_pay", MovementKind.TOPPED_UP, pay=lacks)
