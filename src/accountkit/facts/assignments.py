"""Assignments: whom a client, a territory or another attribute of deals belongs to, and when.

A plan that credits by an attribute looks them up on each deal's date
(``accountkit.plans.crediting``). ``start`` is the first day, ``until`` the last.
"""

from __future__ import annotations

from datetime import date

import attrs

__all__ = ["Assignment"]


@attrs.frozen(kw_only=True)
class Assignment:
    """A value of an attribute in the hands of a person."""

    attribute: str
    value: str
    person: str
    start: date | None = None
    until: date | None = None

    def holds(self, on: date) -> bool:
        """Whether it holds on a day."""
        started = self.start is None or self.start <= on
        return started and (self.until is None or on <= self.until)
