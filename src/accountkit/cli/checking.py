"""Checking: ``accountkit check``, and what it lists of texts that are not written in a language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from accountkit.cli.printing import print_json
from accountkit.errors import AccountkitError, Place, Problems
from accountkit.handbook import RULES, Finding, Findings, Handbook, Severity

if TYPE_CHECKING:
    from accountkit.handbook import Translation
    from accountkit.values.texts import MissingTextError

__all__ = ["check", "rules", "untranslated"]


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


def untranslated(folder: Path, languages: Sequence[str], *, as_json: bool) -> int:
    """Print the texts of a handbook that are not written in some languages, with counts.

    Returns:
        1 if a text is missing, or a form that a sentence needs, else 0.
    """
    handbook = Handbook.load(folder)
    found = [handbook.translation(language) for language in dict.fromkeys(languages)]
    if as_json:
        print_json({"translations": [_translation(item) for item in found]})
    else:
        for translation in found:
            _print_translation(folder, translation)
    return int(not all(item.is_complete for item in found))


def _print_translation(folder: Path, translation: Translation) -> None:
    for error in (*translation.missing_texts, *translation.missing_forms):
        typer.echo(str(error))
    missing, forms = len(translation.missing_texts), len(translation.missing_forms)
    counts = f"{missing or 'none'} of {translation.texts} texts missing"
    counts += f", and {forms} form{'' if forms == 1 else 's'}" if forms else ""
    typer.echo(f"{folder} in {translation.language}: {counts}")
    files = Counter(error.place.file for error in translation.missing_texts if error.place)
    for file, count in files.items():
        typer.echo(f"  {count} in {file}")


def _translation(translation: Translation) -> dict[str, Any]:
    return {
        "language": translation.language,
        "texts": translation.texts,
        "missing_texts": [_missing(error) for error in translation.missing_texts],
        "missing_forms": [_missing(error) for error in translation.missing_forms],
    }


def _missing(error: MissingTextError) -> dict[str, Any]:
    return {
        "subject": error.subject,
        "form": error.form,
        **_where(error.place),
        "message": error.message,
    }


def _unreadable(problem: AccountkitError) -> Finding:
    return Finding(rule="format", severity=Severity.ERROR, problem=problem)


def _told(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        **_where(finding.place),
        "message": finding.problem.message,
    }


def _where(place: Place | None) -> dict[str, Any]:
    return {
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
    }
