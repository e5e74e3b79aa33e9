"""Accepted findings: which of those found the company lets stand, and which it lets stand in vain.

What an acceptance says is in ``accountkit.handbook.acceptances``.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, TypeAlias

from accountkit.errors import Place, TermsError, did_you_mean
from accountkit.handbook.checks._common import error, warning
from accountkit.handbook.findings import Finding, Findings, Severity

if TYPE_CHECKING:
    from accountkit.handbook.acceptances import Acceptance
    from accountkit.handbook.handbook import Handbook

__all__ = ["RULE", "sort_out"]

RULE = "acceptances"
"""The id under which acceptances themselves are found wanting."""

_FILE = "acceptances.yaml"

Key: TypeAlias = tuple[str, str, str]
"""The rule, the file and what a finding is about."""


def sort_out(handbook: Handbook, found: Sequence[Finding], rules: Collection[str]) -> Findings:
    """The findings that stand, those that are accepted, and what is wrong with acceptances."""
    accepting = {_key(item): item for item in handbook.acceptances}
    accepted = [
        item for item in found if item.severity is not Severity.ERROR and _about(item) in accepting
    ]
    used = {_about(item) for item in accepted}
    standing = [item for item in found if item not in accepted]
    for index, acceptance in enumerate(handbook.acceptances):
        if _key(acceptance) not in used:
            place = handbook.origin.places.at(_FILE, "acceptances", index)
            is_error = _key(acceptance) in {_about(item) for item in found}
            standing.append(_in_vain(acceptance, rules, place, is_error=is_error))
    return Findings(tuple(standing), tuple(accepted))


def _key(acceptance: Acceptance) -> Key:
    return acceptance.rule, acceptance.file, acceptance.about


def _about(found: Finding) -> Key:
    return found.rule, found.place.file if found.place else "", found.problem.subject


def _in_vain(
    acceptance: Acceptance, rules: Collection[str], place: Place | None, *, is_error: bool
) -> Finding:
    subject = f"acceptance of {acceptance.rule}"
    if acceptance.rule not in rules:
        remedy = did_you_mean(acceptance.rule, rules, "accountkit check --rules lists the rules")
        return error(RULE, TermsError(subject, "is of no rule", remedy), place)
    if is_error:
        problem = TermsError(
            subject,
            f"is about an error ({acceptance.about}), which cannot be accepted",
            "mend what was found",
        )
        return error(RULE, problem, place)
    problem = TermsError(
        subject,
        f"accepts nothing: the rule finds nothing about {acceptance.about} in {acceptance.file}",
        "take it out",
    )
    return warning(RULE, problem, place)
