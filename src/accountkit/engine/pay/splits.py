"""Splits: a deal shared between people, so that the parts of its money sum to it.

Facts are in ``accountkit.facts.splits``. Money is shared by largest remainder, in minor units.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from accountkit.facts.deals import Deal
from accountkit.facts.splits import Share, ShareKind
from accountkit.plans.faults import Missing
from accountkit.values.money import Money
from accountkit.values.ratios import percent_text
from accountkit.values.shares import share_out

__all__ = ["check_split", "is_split", "split"]


def is_split(shares: Sequence[Share]) -> bool:
    """Whether the shares are of the whole, and not only on top of it."""
    return any(share.kind is ShareKind.SPLIT for share in shares)


def split(deal: Deal, shares: Sequence[Share]) -> Iterator[tuple[Share, Money]]:
    """The money of each share; an overlay stands for the whole deal, of which it is a share.

    Shares that do not sum to one are shared out all the same: ``check_split`` refuses them.
    """
    splits = [share for share in shares if share.kind is ShareKind.SPLIT]
    weights = [max(share.share, Fraction(0)) for share in splits]
    if any(weights):
        yield from zip(splits, share_out(deal.amount, weights), strict=True)
    for share in shares:
        if share.kind is ShareKind.OVERLAY:
            yield share, deal.amount


def check_split(deal: Deal, shares: Sequence[Share]) -> None:
    """Refuse shares that are not in order.

    Raises:
        Missing: somebody has two, one is not above zero, or they do not sum to one.
    """
    splits = [share for share in shares if share.kind is ShareKind.SPLIT]
    people = [share.person for share in splits]
    for person in people:
        if people.count(person) > 1:
            raise Missing(
                f"split of deal {deal.id}", f"names {person} twice", "give each person one share"
            )
    low = next((share for share in splits if share.share <= 0), None)
    if low is not None:
        raise Missing(
            f"split of deal {deal.id}",
            f"gives {low.person} {percent_text(low.share)}",
            "give a share above zero, or take the person out",
        )
    total = sum((share.share for share in splits), Fraction(0))
    if splits and total != 1:
        raise Missing(
            f"split of deal {deal.id}",
            f"sums to {percent_text(total)}",
            "let the shares sum to 100%; write a third as 1/3",
        )
