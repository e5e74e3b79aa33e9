"""Checks: what the parts of a handbook must be for each other.

Each rule is a function that yields findings, listed in ``RULES`` with its id. A rule never stops
at the first problem. What one file alone can get wrong was refused when it was read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Protocol

from accountkit.handbook.checks.fulfilments import fulfilments
from accountkit.handbook.checks.people import levels, organisation
from accountkit.handbook.checks.plans import plans, two_plans
from accountkit.handbook.checks.repetition import repeated
from accountkit.handbook.checks.roles import coverage, roles
from accountkit.handbook.checks.tables import deals, quotas, tables
from accountkit.handbook.checks.wording import languages
from accountkit.handbook.findings import Finding, Findings

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook

__all__ = ["RULES", "Rule", "check"]


class Rule(Protocol):
    """Looks at a handbook and yields what it finds."""

    def __call__(self, handbook: Handbook, /) -> Iterator[Finding]:
        """Apply the rule."""
        ...


def check(handbook: Handbook) -> Findings:
    """Apply every rule, in reading order of what they found."""
    found = [item for rule in RULES.values() for item in rule(handbook)]
    found.sort(key=lambda item: item.place.key if item.place else ("", 0, 0))
    return Findings(tuple(found))


RULES: Mapping[str, Rule] = {
    "tables": tables,
    "repeated": repeated,
    "roles": roles,
    "organisation": organisation,
    "plans": plans,
    "two-plans": two_plans,
    "levels": levels,
    "quotas": quotas,
    "deals": deals,
    "fulfilments": fulfilments,
    "languages": languages,
    "coverage": coverage,
}
"""The rules by id, in the order in which they are applied."""
