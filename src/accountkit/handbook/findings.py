"""Findings: what a check found, each under a rule with an id.

An *error* keeps something from working, a *warning* is likely a mistake, a *note* is worth
knowing. Errors and warnings make ``accountkit check`` end with exit code 1; notes do not.
"""

from __future__ import annotations

import enum

import attrs

from accountkit.errors import AccountkitError, Place, Problems, TermsError

__all__ = ["Finding", "Findings", "Severity", "finding", "placed"]


class Severity(enum.Enum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@attrs.frozen(kw_only=True)
class Finding:
    """One thing that a rule found, with the place and the remedy."""

    rule: str
    severity: Severity
    problem: AccountkitError

    @property
    def place(self) -> Place | None:
        """Where it stands."""
        return self.problem.place

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        return f"{where}{self.severity.value}: {self.problem.message} ({self.rule})"


@attrs.frozen
class Findings:
    """All findings of a check; ``accepted`` are those that the company lets stand."""

    findings: tuple[Finding, ...] = ()
    accepted: tuple[Finding, ...] = ()

    def in_reading_order(self) -> Findings:
        """The same findings in the order of files and lines."""
        return Findings(
            tuple(sorted(self.findings, key=_reading)), tuple(sorted(self.accepted, key=_reading))
        )

    @property
    def is_clean(self) -> bool:
        """Whether there is neither an error nor a warning."""
        return all(finding.severity is Severity.NOTE for finding in self.findings)

    def raise_for_errors(self) -> None:
        """Raise ``Problems`` with every error; warnings and notes pass."""
        errors = [item.problem for item in self.findings if item.severity is Severity.ERROR]
        if errors:
            raise Problems(f"handbook: {len(errors)} errors", errors)


def _reading(found: Finding) -> tuple[str, int, int]:
    return found.place.key if found.place else ("", 0, 0)


def finding(
    rule: str, severity: Severity, problem: AccountkitError, place: Place | None
) -> Finding:
    """A finding whose problem is told where it stands."""
    return Finding(rule=rule, severity=severity, problem=placed(problem, place))


def placed(problem: AccountkitError, place: Place | None) -> TermsError:
    """The problem told where it stands; a place that it has already stays."""
    return TermsError(
        problem.subject,
        problem.problem,
        problem.remedy,
        clause=problem.clause,
        place=problem.place or place,
        path=problem.path,
    )
