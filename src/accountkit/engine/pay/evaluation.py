"""Evaluation: a bound plan and the facts in, statements and faults out.

The pipeline in one place: credit, measure, earn, pay. Each person stands alone: one person's
fault never keeps another from being paid.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import attrs

from accountkit.engine.pay.credit import credit
from accountkit.engine.pay.earn import FRAMES, Reckoning
from accountkit.engine.pay.findings import Findings
from accountkit.engine.pay.measure import looks_back_to
from accountkit.facts.known import Facts
from accountkit.plans.bound import BoundPlan, Payee
from accountkit.plans.components import Accumulate, Commission, Component, Override, StepSum
from accountkit.plans.faults import Fault, Missing
from accountkit.plans.measures import Whose
from accountkit.plans.plan import Participants
from accountkit.settlement.accounts import Account
from accountkit.settlement.earned import Earned
from accountkit.settlement.payout import settle
from accountkit.settlement.settling import Settling
from accountkit.settlement.statements import AwardLine, Difference, Outcome, Statement
from accountkit.values.calendars import PeriodKind

__all__ = ["Carried", "evaluate"]


@attrs.frozen(kw_only=True)
class Carried:
    """What a period is settled with besides its own facts.

    ``accounts`` are those that the period before closed with, by person; ``paid`` those of the
    last statements that were paid, where these are others; ``differences`` what closed periods
    came to less, or more, than they should have. ``known_until`` is the first day whose returns
    are not known yet: a closed period that is reckoned anew knows those up to the open one's end.
    """

    accounts: Mapping[str, Account] = attrs.field(factory=dict[str, Account])
    paid: Mapping[str, Account] | None = None
    differences: Mapping[str, tuple[Difference, ...]] = attrs.field(
        factory=dict[str, tuple[Difference, ...]]
    )
    known_until: date | None = None


def evaluate(
    bound: BoundPlan, facts: Facts, *, carried: Carried | None = None, trace: bool = True
) -> Outcome:
    """Work out the pay of a period.

    Without ``trace`` the figures are the same and the statements carry no steps. Without
    ``carried`` nothing is open from earlier periods.

    Returns:
        A statement for everybody whom a plan covers, in the order of the bound plan, and a fault
        for each thing that keeps somebody from being paid.
    """
    return _Evaluation(bound, facts, carried or Carried(), trace=trace).outcome()


class _Evaluation:
    """The evaluation of one period."""

    def __init__(self, bound: BoundPlan, facts: Facts, carried: Carried, *, trace: bool) -> None:
        self._bound = bound
        self._facts = facts
        self._carried = carried
        self._trace = trace
        self._credited = credit(bound, facts, _since(bound, facts), carried.known_until)

    def outcome(self) -> Outcome:
        statements: list[Statement] = []
        accounts = dict(self._carried.accounts)
        faults = [*self._bound.faults, *self._unplanned()]
        for payee in self._bound.payees:
            if not self._takes_part(payee):
                continue
            paid = self._pay(payee, faults)
            if paid is not None:
                statement, accounts[payee.person] = paid
                statements.append(statement)
        faults += self._unpaid_adjustments(statements, faults)
        return Outcome(
            period=self._bound.period,
            label=self._bound.label,
            plans=self._bound.plans,
            measures=tuple(self._bound.measures.values()),
            statements=tuple(statements),
            faults=tuple(faults),
            accounts=tuple(accounts.values()),
        )

    def _takes_part(self, payee: Payee) -> bool:
        match payee.plan.participants:
            case Participants.APPOINTED:
                return True
            case Participants.ACTIVE:
                return payee.is_former or bool(payee.quotas) or self._is_active(payee)

    def _is_active(self, payee: Payee) -> bool:
        """Whether a deal of the period counts for somebody, or something else is to be settled."""
        person = payee.person
        if person in self._carried.accounts or person in self._carried.differences:
            return True
        if self._facts.adjustments_in(person, self._bound.period):
            return True
        levels: list[int | Whose] = [Whose.OWN]
        levels += [part.level for part in payee.plan.components if isinstance(part, Override)]
        return any(self._credited.has_any(payee, level) for level in levels)

    def _pay(self, payee: Payee, faults: list[Fault]) -> tuple[Statement, Account] | None:
        """The pay of one person; what keeps it from being there is added to the faults."""
        findings = Findings(payee, self._bound, self._credited, self._facts, trace=self._trace)
        reckoning = Reckoning(findings)
        found: dict[str, Earned | AwardLine | None] = {}
        plan = payee.plan
        for component in () if payee.is_former else plan.in_order:
            try:
                found[component.id] = reckoning.earn(component)
            except Missing as missing:
                faults.append(self._fault(missing, payee, component))
        if len(found) < len(plan.components) and not payee.is_former:
            return None
        items = [found[component.id] for component in plan.components if component.id in found]
        try:
            settled = settle(
                self._settling(payee, reckoning),
                tuple([item for item in items if isinstance(item, Earned)]),
                findings.attainments,
                tuple([item for item in items if isinstance(item, AwardLine)]),
            )
        except Missing as missing:
            settled = self._fault(missing, payee)
        if isinstance(settled, Fault):
            faults.append(settled)
            return None
        return settled

    def _settling(self, payee: Payee, reckoning: Reckoning) -> Settling:
        paid = self._carried.paid
        return Settling(
            payee=payee,
            bound=self._bound,
            facts=self._facts,
            opening=_account(payee, self._carried.accounts),
            paid_opening=None if paid is None else _account(payee, paid),
            passes=reckoning.passes,
            attainment=reckoning.attainment,
            differences=self._carried.differences.get(payee.person, ()),
            trace=self._trace,
        )

    def _unplanned(self) -> Iterator[Fault]:
        """Deals of somebody whom no plan covers: forgotten, or credited to the wrong person."""
        bound = self._bound
        known = {payee.person for payee in bound.payees} | {fault.person for fault in bound.faults}
        for person in sorted(self._credited.holders() - known - bound.elsewhere):
            count = self._credited.count(person)
            deals = "1 deal" if count == 1 else f"{count} deals"
            yield Fault(
                person=person,
                period=bound.period,
                subject=f"pay of {person} for {bound.label}",
                problem=f"is asked for by {deals}, and no plan covers the person",
                remedy="name the person's role in a plan, or mend the person on the deals",
            )

    def _unpaid_adjustments(
        self, statements: list[Statement], faults: list[Fault]
    ) -> Iterator[Fault]:
        """Adjustments of people who have neither a statement nor a fault."""
        told = {statement.payee for statement in statements} | {fault.person for fault in faults}
        bound = self._bound
        for person in sorted(self._facts.adjustments_of.keys() - told - bound.elsewhere):
            for adjustment in self._facts.adjustments_in(person, bound.period):
                yield Fault(
                    person=person,
                    period=bound.period,
                    subject=f"adjustment {adjustment.id} of {person} for {bound.label}",
                    problem=f"is {adjustment.amount}, and no plan covers the person",
                    remedy="name the person's role in a plan, or mend the adjustment",
                )

    def _fault(self, missing: Missing, payee: Payee, component: Component | None = None) -> Fault:
        return Fault(
            person=payee.person,
            period=self._bound.period,
            subject=missing.subject,
            problem=missing.problem,
            remedy=missing.remedy,
            plan=payee.plan.id,
            component=None if component is None else component.id,
            clause=None if component is None else component.clause,
        )


def _account(payee: Payee, accounts: Mapping[str, Account]) -> Account:
    """The account of a person, which is empty if nobody knows of one."""
    found = accounts.get(payee.person)
    return Account(person=payee.person, currency=payee.plan.currency) if found is None else found


def _since(bound: BoundPlan, facts: Facts) -> date:
    """The earliest day of a deal that any measure looks back to.

    A return that is priced alone mirrors its deal, whenever that was made.
    """
    parts = (part for plan in bound.plans for part in plan.components)
    alone = any(
        part.accumulate is Accumulate.ALONE
        for part in parts
        if isinstance(part, Commission | StepSum)
    )
    if alone and facts.returns_of:
        return date.min
    starts = [looks_back_to(what, bound) for what in bound.measures.values()]
    starts += [bound.frame(kind).start for kind in _frames(bound)]
    return min([*starts, bound.period.start])


def _frames(bound: BoundPlan) -> Iterator[PeriodKind]:
    """The frames over which a component is priced to date."""
    for plan in bound.plans:
        for part in plan.components:
            if isinstance(part, Commission | StepSum) and part.accumulate in FRAMES:
                yield FRAMES[part.accumulate]
