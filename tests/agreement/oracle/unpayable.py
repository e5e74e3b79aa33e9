"""Unpayable: something is missing or ambiguous, so that a person cannot be paid."""

from __future__ import annotations

__all__ = ["Unpayable"]


class Unpayable(Exception):  # noqa: N818 - the word says what it is
    """Raised wherever the terms or the facts do not say what a person earns."""
