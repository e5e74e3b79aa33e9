"""Splits: who shares the credit of a deal, and for how much.

The shares of a deal's split sum to one; a person has one share at most. An overlay is credit on
top of that, for somebody who helped: it may be any share, and does not count in the sum. Who is
paid for it is a term (``accountkit.plans.crediting``).
"""

from __future__ import annotations

import enum
from fractions import Fraction

import attrs

__all__ = ["Share", "ShareKind"]


class ShareKind(enum.Enum):
    """Whether a share is part of the whole or on top of it."""

    SPLIT = "split"
    OVERLAY = "overlay"


@attrs.frozen(kw_only=True)
class Share:
    """One person's share of one deal.

    Units:
        ``share`` is a ratio: thirds are 1/3, and not 0.3333.
    """

    deal: str
    person: str
    share: Fraction
    kind: ShareKind = ShareKind.SPLIT
