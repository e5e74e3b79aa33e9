"""Amortisation: the monthly schedule by which a commission becomes expense.

Terms are in ``accountkit.plans.amortisation``. Months count from the day that the contract starts;
money is in the currency of the commission, shared out so that the parts sum to it exactly.
"""

from __future__ import annotations

from datetime import date

import attrs

from accountkit.plans.amortisation import AmortisationRule
from accountkit.values.money import Money
from accountkit.values.periods import Period, months_after
from accountkit.values.shares import share_out

__all__ = ["Amortised", "amortise"]


@attrs.frozen(kw_only=True)
class Amortised:
    """What of a cost becomes expense in one month, and what is then still an asset."""

    month: Period
    expense: Money
    carried: Money


def amortise(rule: AmortisationRule, cost: Money, start: date) -> tuple[Amortised, ...]:
    """Spread a cost over its months, in a straight line and by largest remainder.

    Every month bears its exact share rounded down, and the first ones a minor unit more, as many
    as are left: the parts sum to the cost, without a plug in the last month. A cost that is
    expensed at once is one part.

    Args:
        rule: over how many months.
        cost: the commission, or what else the contract cost to obtain.
        start: the day from which the contract brings benefit.

    Returns:
        A part for each month, the first one first; the last leaves nothing carried.

    >>> rule = AmortisationRule(months=3)
    >>> [str(part.expense) for part in amortise(rule, Money.parse("USD 100.00"), date(2026, 1, 1))]
    ['USD 33.34', 'USD 33.33', 'USD 33.33']
    """
    count = 1 if rule.is_expensed_at_once else rule.months
    found: list[Amortised] = []
    carried = cost
    for number, expense in enumerate(share_out(cost, [1] * count)):
        carried -= expense
        month = Period(months_after(start, number), months_after(start, number + 1))
        found.append(Amortised(month=month, expense=expense, carried=carried))
    return tuple(found)
