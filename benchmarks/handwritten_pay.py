"""Pay as one would write it by hand for one plan: the measuring stick of the engine's speed.

The plan, word for word the one of ``pay_ratios``: a commission on sales in four slices of
attainment, from half of the quota on; a bonus for the whole quota; both together no more than a
cap. No terms, no reasons, no trace and no faults. Slices are cut in money and not in attainment:
with sales ÷ quota at Python's usual 28 digits, half a cent is now and then paid as none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from accountkit.facts.deals import Deal
from accountkit.values.periods import Period

__all__ = ["Pay", "pay", "pay_everybody"]

NOTHING, CENT = Decimal(0), Decimal("0.01")
GATE = Decimal("0.5")
SLICES = (
    (Decimal(0), Decimal("0.8"), Decimal("0.01")),
    (Decimal("0.8"), Decimal(1), Decimal("0.02")),
    (Decimal(1), Decimal("1.2"), Decimal("0.03")),
    (Decimal("1.2"), Decimal("Infinity"), Decimal("0.04")),
)
BONUS = Decimal("5000.00")
CAP = Decimal("20000.00")


class Pay(NamedTuple):
    """What one person gets for a period, each part rounded to the cent."""

    commission: Decimal
    bonus: Decimal
    total: Decimal


def pay_everybody(
    deals: Iterable[Deal], quotas: Mapping[str, Decimal], period: Period
) -> dict[str, Pay]:
    """The pay of everybody who has a quota, from one list of everybody's deals."""
    amounts: defaultdict[str, list[Decimal]] = defaultdict(list)
    for deal in deals:
        if period.start <= deal.date < period.end:
            amounts[deal.person].append(deal.amount.amount)
    return {person: pay(amounts[person], quota) for person, quota in quotas.items()}


def pay(amounts: Iterable[Decimal], quota: Decimal) -> Pay:
    """The pay of one person who made these sales."""
    sales = sum(amounts, NOTHING)
    commission = NOTHING
    if sales >= GATE * quota:
        for start, end, rate in SLICES:
            if sales > start * quota:
                commission += (min(sales, end * quota) - start * quota) * rate
    commission = commission.quantize(CENT, rounding=ROUND_HALF_UP)
    bonus = BONUS if sales >= quota else NOTHING
    return Pay(commission, bonus, min(commission + bonus, CAP))
