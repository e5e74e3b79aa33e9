"""Checking: ``accountkit check``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer

from accountkit.cli.printing import print_json
from accountkit.errors import AccountkitError, Problems
from accountkit.handbook import RULES, Finding, Findings, Handbook, Severity

__all__ = ["check", "rules"]


def check(folder: Path, data: Path | None, *, notes: bool, as_json: bool) -> int:
    """Print what is wrong with a handbook: as JSON to stdout, or as text to stderr.

    Returns:
        1 if there is an error or a warning, else 0.
    """
    try:
        found = Handbook.load(folder, data).check()
    except Problems as problems:
        found = Findings(tuple(_unreadable(problem) for problem in problems.problems))
    wrong = [item for item in found.findings if item.severity is not Severity.NOTE]
    if as_json:
        accepted = [_told(item) for item in found.accepted]
        print_json({"findings": [_told(item) for item in found.findings], "accepted": accepted})
        return int(bool(wrong))
    for finding in found.findings if notes else wrong:
        typer.echo(str(finding), err=True)
    typer.echo(f"{folder}: {_counted(found, len(wrong), notes=notes)}")
    return int(bool(wrong))


def rules(*, as_json: bool) -> int:
    """Print the rules that a check applies."""
    if as_json:
        print_json(
            [
                {"rule": rule.id, "severity": rule.severity.value, "about": rule.about}
                for rule in RULES
            ]
        )
        return 0
    widest = max(len(rule.id) for rule in RULES)
    for rule in RULES:
        typer.echo(f"{rule.id:{widest}}  {rule.severity.value:7}  {rule.about}")
    return 0


def _counted(found: Findings, wrong: int, *, notes: bool) -> str:
    """How much was found, and how to see what is not printed."""
    noted = len(found.findings) - wrong
    parts = [f"{wrong or 'no'} finding{'' if wrong == 1 else 's'}"]
    if noted:
        hint = "" if notes else " (--notes prints them)"
        parts.append(f"{noted} note{'' if noted == 1 else 's'}{hint}")
    if found.accepted:
        parts.append(f"{len(found.accepted)} accepted")
    return ", ".join(parts)


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
