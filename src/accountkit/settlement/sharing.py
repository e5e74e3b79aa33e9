"""Sharing: a share of a sum as money, and the step that records it.

Shares that stand alone are rounded by the plan's mode. Parts of a whole come from
``accountkit.values.shares``, by largest remainder, and say whether they were raised.
"""

from __future__ import annotations

from fractions import Fraction

from accountkit.settlement.trace import Step, StepKind
from accountkit.values.money import Amount, Money, currency_digits
from accountkit.values.rounding import RoundingMode

__all__ = ["part_step", "share_step"]


def share_step(
    subject: str, whole: Amount | Money, share: Fraction, mode: RoundingMode
) -> tuple[Money, Step]:
    """A share of a sum, rounded, with its step."""
    part = (whole * share).round(mode)
    step = Step(
        kind=StepKind.SHARED,
        subject=subject,
        result=part,
        inputs={"whole": whole, "share": share, "mode": mode.value},
    )
    return part, step


def part_step(subject: str, whole: Money, share: Fraction, part: Money) -> Step:
    """The step of a part that was shared out by largest remainder."""
    exact = abs(whole.exact.value) * share * 10 ** currency_digits(whole.currency)
    return Step(
        kind=StepKind.SHARED,
        subject=subject,
        result=part,
        inputs={"whole": whole, "share": share, "raised": abs(part.minor) - exact // 1},
    )
