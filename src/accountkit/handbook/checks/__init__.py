"""Checks: what the parts of a handbook must be for each other.

Each rule is a function that yields findings, listed in ``RULES`` with its id. A rule never stops
at the first problem. What one file alone can get wrong was refused when it was read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import attrs

from accountkit.handbook.checks.accepted import sort_out
from accountkit.handbook.checks.completeness import bounds, held_out, limits, musts, sections
from accountkit.handbook.checks.contradictions import categories, experience
from accountkit.handbook.checks.coverage import (
    clauses_for_components,
    duties_for_liabilities,
    duties_for_targets,
    measures_for_targets,
    pay_for_liabilities,
    reports_for_targets,
    rights_for_duties,
)
from accountkit.handbook.checks.fulfilments import fulfilments
from accountkit.handbook.checks.likeness import duplicates
from accountkit.handbook.checks.names import names
from accountkit.handbook.checks.numbers import number_gaps, written_numbers
from accountkit.handbook.checks.payroll import payroll
from accountkit.handbook.checks.people import levels, organisation
from accountkit.handbook.checks.periods import deals_outside
from accountkit.handbook.checks.plans import plans, two_plans
from accountkit.handbook.checks.postings import postings
from accountkit.handbook.checks.quotas import cascades
from accountkit.handbook.checks.repetition import repeated
from accountkit.handbook.checks.roles import roles
from accountkit.handbook.checks.seats import lone_positions, unheld_positions, unplaced_people
from accountkit.handbook.checks.splits import splits
from accountkit.handbook.checks.substitution import (
    absent_deputies,
    missing_orders,
    order_terms,
    two_absences,
)
from accountkit.handbook.checks.tables import deals, people_named, quotas, tables
from accountkit.handbook.checks.versions import drafts, signatures, unsigned, versions
from accountkit.handbook.checks.wording import languages
from accountkit.handbook.findings import Finding, Findings, Severity

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook

__all__ = ["RULES", "Rule", "check"]


@attrs.frozen
class Rule:
    """A rule: its id, the most that its findings matter, and what looks at a handbook."""

    id: str
    severity: Severity
    apply: Callable[[Handbook], Iterator[Finding]]

    @property
    def about(self) -> str:
        """What the rule asks for, in one sentence."""
        return (self.apply.__doc__ or "").strip().split("\n")[0]


def check(handbook: Handbook) -> Findings:
    """Apply every rule, in reading order of what they found, and leave out what is accepted."""
    found = [item for rule in RULES for item in rule.apply(handbook)]
    return sort_out(handbook, found, [rule.id for rule in RULES]).in_reading_order()


_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

RULES: tuple[Rule, ...] = (
    Rule("tables", _ERROR, tables),
    Rule("repeated", _ERROR, repeated),
    Rule("roles", _ERROR, roles),
    Rule("organisation", _ERROR, organisation),
    Rule("order-terms", _ERROR, order_terms),
    Rule("absent-deputy", _WARNING, absent_deputies),
    Rule("missing-order", _WARNING, missing_orders),
    Rule("two-absences", _WARNING, two_absences),
    Rule("lone-position", _WARNING, lone_positions),
    Rule("unheld-position", _NOTE, unheld_positions),
    Rule("unplaced-person", _NOTE, unplaced_people),
    Rule("plans", _ERROR, plans),
    Rule("postings", _ERROR, postings),
    Rule("two-plans", _WARNING, two_plans),
    Rule("payroll", _ERROR, payroll),
    Rule("levels", _WARNING, levels),
    Rule("quotas", _WARNING, quotas),
    Rule("quota-cascade", _NOTE, cascades),
    Rule("deals", _WARNING, deals),
    Rule("deal-outside", _WARNING, deals_outside),
    Rule("splits", _WARNING, splits),
    Rule("people", _WARNING, people_named),
    Rule("fulfilments", _WARNING, fulfilments),
    Rule("languages", _WARNING, languages),
    Rule("written-number", _ERROR, written_numbers),
    Rule("number-gap", _WARNING, number_gaps),
    Rule("duplicate", _WARNING, duplicates),
    Rule("one-name", _WARNING, names),
    Rule("contradicting-experience", _WARNING, experience),
    Rule("contradicting-category", _WARNING, categories),
    Rule("duty-right", _WARNING, rights_for_duties),
    Rule("liability-duty", _WARNING, duties_for_liabilities),
    Rule("liability-pay", _WARNING, pay_for_liabilities),
    Rule("target-duty", _WARNING, duties_for_targets),
    Rule("target-measure", _NOTE, measures_for_targets),
    Rule("target-report", _NOTE, reports_for_targets),
    Rule("component-clause", _NOTE, clauses_for_components),
    Rule("open-liability", _WARNING, bounds),
    Rule("open-limit", _NOTE, limits),
    Rule("missing-section", _NOTE, sections),
    Rule("many-musts", _NOTE, musts),
    Rule("held-out", _NOTE, held_out),
    Rule("versions", _ERROR, versions),
    Rule("signatures", _ERROR, signatures),
    Rule("drafts", _NOTE, drafts),
    Rule("unsigned", _NOTE, unsigned),
)
"""The rules in the order in which they are applied."""
