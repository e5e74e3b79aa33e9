"""Checking: ``accountkit check``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import typer

from accountkit.errors import AccountkitError, Problems
from accountkit.handbook import Finding, Handbook, Severity

__all__ = ["check"]


def check(folder: Path, data: Path | None, *, as_json: bool) -> int:
    """Print what is wrong with a handbook; findings are what was asked for, so they go to stdout
    as JSON and to stderr as text.

    Returns:
        1 if there is an error or a warning, else 0.
    """
    try:
        findings = Handbook.load(folder, data).check().findings
    except Problems as problems:
        findings = tuple(_unreadable(problem) for problem in problems.problems)
    wrong = sum(finding.severity is not Severity.NOTE for finding in findings)
    if as_json:
        typer.echo(json.dumps({"findings": [_json(item) for item in findings]}, indent=2))
        return int(wrong > 0)
    for finding in findings:
        typer.echo(str(finding), err=True)
    typer.echo(f"{folder}: {wrong or 'no'} finding{'' if wrong == 1 else 's'}")
    return int(wrong > 0)


def _unreadable(problem: AccountkitError) -> Finding:
    return Finding(rule="format", severity=Severity.ERROR, problem=problem)


def _json(finding: Finding) -> dict[str, Any]:
    place = finding.place
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "message": finding.problem.message,
    }
