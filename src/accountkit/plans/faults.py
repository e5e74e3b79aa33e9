"""Faults: why a person cannot be paid for a period.

A fault is tied to a person, to the clause that needed something, and to what was missing or
ambiguous. It is a result, not an exception: everybody else is paid. A zero never stands in for it.
"""

from __future__ import annotations

import attrs

from accountkit.errors import Place, TermsError
from accountkit.values.periods import Period

__all__ = ["Fault", "Missing", "outside_table"]


@attrs.frozen(kw_only=True)
class Fault:
    """What stands between a person and the pay of a period.

    ``plan`` and ``component`` say where in the terms; ``place`` is the file and line once known.
    """

    person: str
    period: Period
    subject: str
    problem: str
    remedy: str
    plan: str | None = None
    component: str | None = None
    clause: str | None = None
    place: Place | None = None

    @property
    def message(self) -> str:
        """One sentence: subject, what is wrong, remedy, clause."""
        clause = f" [{self.clause}]" if self.clause else ""
        return f"{self.subject}: {self.problem}; {self.remedy}{clause}"


class Missing(Exception):  # noqa: N818 - the word is what it says, and it never leaves the engine
    """Something that a term needs is not there, or is there twice; it becomes a fault.

    The evaluation raises it and catches it; nobody else sees it.
    """

    def __init__(self, subject: str, problem: str, remedy: str) -> None:
        super().__init__(subject, problem, remedy)
        self.subject = subject
        self.problem = problem
        self.remedy = remedy


def outside_table(subject: str, outside: TermsError) -> Missing:
    """What is missing where a table has no band for what was reached: never a rate of zero."""
    return Missing(subject, outside.problem, outside.remedy or "add a band for it")
