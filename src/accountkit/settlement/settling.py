"""Settling: the person, the terms and the facts that the pay of one period is settled by.

Besides what was earned this is everything that settlement looks at. Sums are money in the plan's
currency; tenure is in whole months at the period's last day.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs

from accountkit.facts.known import Facts
from accountkit.plans.bound import BoundPlan, Payee
from accountkit.plans.conditions import Gate
from accountkit.plans.faults import Missing
from accountkit.plans.plan import Plan
from accountkit.settlement.accounts import Account
from accountkit.settlement.statements import Attainment, Difference
from accountkit.values.money import Amount, Money
from accountkit.values.periods import Period, months_between
from accountkit.values.rounding import RoundingMode

__all__ = ["Settling"]


@attrs.frozen(kw_only=True)
class Settling:
    """What settlement needs besides the earned amounts.

    ``opening`` is the account that the period before closed with. ``paid_opening`` is that of the
    last statement that was paid, where earlier periods were reckoned anew since: a negative result
    and a sum too small to be paid are carried from it; ``None`` is ``opening`` itself. ``passes``
    answers for the gates of holdbacks, and ``attainment`` for standing; both may raise ``Missing``,
    and the second gives ``None`` without a quota. ``plan`` is the payee's, whose terms settle the
    pay, and ``zero`` is no money, in its currency.
    """

    payee: Payee
    bound: BoundPlan
    facts: Facts
    opening: Account
    paid_opening: Account | None
    passes: Callable[[Gate], bool]
    attainment: Callable[[str], Attainment | None]
    differences: tuple[Difference, ...] = ()
    trace: bool = True
    plan: Plan = attrs.field(init=False, eq=False, repr=False)
    zero: Money = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        plan = self.payee.plan
        object.__setattr__(self, "plan", plan)
        object.__setattr__(self, "zero", Money.zero(plan.currency))

    @property
    def period(self) -> Period:
        """The period that is settled."""
        return self.bound.period

    @property
    def currency(self) -> str:
        """The plan's currency."""
        return self.plan.currency

    @property
    def mode(self) -> RoundingMode:
        """How a share of money is rounded."""
        return self.plan.rounding.mode

    def stated(self, amount: Money | None, source: str | None) -> Money:
        """The sum that a term states for everybody, or that a personal parameter holds.

        Raises:
            Missing: the parameter has no value.
        """
        if amount is not None:
            return amount
        value = self.payee.parameters.get(source) if source is not None else None
        if value is None:
            raise Missing(
                f"parameter {source} of {self.payee.person}",
                "has no value for the person, the level or the plan",
                "give one of them",
            )
        return Amount(value, self.currency).round(self.mode)

    def tenure(self, subject: str) -> int:
        """Whole months of tenure at the period's last day; ``subject`` is the term that asks.

        Raises:
            Missing: nobody said when tenure began.
        """
        since = self.payee.since
        if since is None:
            raise Missing(
                f"{subject} of {self.payee.person}",
                "counts months of tenure, and its first day is missing",
                "say since when the person is in the company",
            )
        return months_between(since, self.period.last_day)
