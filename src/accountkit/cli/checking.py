"""Checking: ``accountkit check``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer

from accountkit.cli.printing import print_json
from accountkit.errors import AccountkitError, Problems
from accountkit.handbook import Finding, Handbook, Severity

__all__ = ["check"]


def check(folder: Path, data: Path | None, *, as_json: bool) -> int:
    """Print what is wrong with a handbook: as JSON to stdout, or as text to stderr.

    Returns:
        1 if there is an error or a warning, else 0.
    """
    try:
        findings = Handbook.load(folder, data).check().findings
    except Problems as problems:
        findings = tuple(_unreadable(problem) for problem in problems.problems)
    wrong = sum(finding.severity is not Severity.NOTE for finding in findings)
    if as_json:
        print_json({"findings": [_told(item) for item in findings]})
        return int(wrong > 0)
    for finding in findings:
        typer.echo(str(finding), err=True)
    typer.echo(f"{folder}: {wrong or 'no'} finding{'' if wrong == 1 else 's'}")
    return int(wrong > 0)


def _unreadable(problem: AccountkitError) -> Finding:
    return Finding(rule="format", severity=Severity.ERROR, problem=problem)


def _told(finding: Finding) -> dict[str, Any]:
    place = finding.place
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "message": finding.problem.message,
    }
