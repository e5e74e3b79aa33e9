"""Sums: money that a term states for everybody, or leaves to a personal parameter."""

from __future__ import annotations

from accountkit.errors import TermsError
from accountkit.values.money import Money

__all__ = ["one_sum"]


def one_sum(subject: str, amount: Money | None, source: str | None, name: str = "amount") -> None:
    """Refuse none or two statements of a sum, and a sum below zero.

    Raises:
        TermsError: none or both are given, or the sum is below zero.
    """
    if (amount is None) == (source is None):
        found = f"has no {name}" if amount is None else f"has two {name}s"
        raise TermsError(subject, found, f"state one of {name} or {name}_from")
    if amount is not None and amount.minor < 0:
        raise TermsError(
            subject, f"pays {amount}, less than nothing", "give zero or more", path=(name,)
        )
