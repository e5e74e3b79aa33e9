"""Rules about splits: that the shares of a deal sum to the whole.

Whoever is named on a deal whose shares do not is not paid; here the clerk is told before the run,
with the row.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from accountkit.errors import InputError
from accountkit.facts.splits import ShareKind
from accountkit.handbook.checks._common import records_of, warning
from accountkit.handbook.findings import Finding
from accountkit.values.ratios import percent_text, ratio_text

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook

__all__ = ["splits"]

_PARTS = 12
"""The most equal parts that a rounded share is taken for."""
_NEAR = Fraction(1, 100)
_THIRDS = 3


def splits(handbook: Handbook) -> Iterator[Finding]:
    """The shares of a deal's split sum to 100%."""
    records = records_of(handbook)
    for deal, shares in records.facts.shares_of.items():
        split = [item.share for item in shares if item.kind is ShareKind.SPLIT]
        total = sum(split, Fraction(0))
        if split and total != 1:
            problem = InputError(
                f"shares of deal {deal}", f"sum to {percent_text(total)}", _remedy(split)
            )
            yield warning("splits", problem, records.splits.get(deal))


def _remedy(shares: list[Fraction]) -> str:
    """How rounded shares are written exactly, if that is what they are."""
    exact = [share.limit_denominator(_PARTS) for share in shares]
    rounded = [
        (share, whole)
        for share, whole in zip(shares, exact, strict=True)
        if share != whole and abs(share - whole) < _NEAR
    ]
    if not rounded or sum(exact) != 1:
        return "let them sum to 100%"
    share, whole = rounded[0]
    if all(part.denominator == _THIRDS for _, part in rounded):
        return "write thirds as 1/3"
    return f"write {ratio_text(share)} as {ratio_text(whole)}"
