"""Comparing: ``accountkit diff``."""

from __future__ import annotations

from pathlib import Path

import typer

from accountkit import documents
from accountkit.cli.printing import print_json
from accountkit.errors import UsageError
from accountkit.handbook import Handbook
from accountkit.roles.comparison import RoleComparison, compare
from accountkit.roles.description import RoleInCompany
from accountkit.wire import CONVERTER

__all__ = ["diff"]


def diff(
    old: str, new: str, role: str | None, locale: str, to: Path | None, *, as_json: bool
) -> int:
    """Print what two descriptions of a role have and have not, or write it to a file.

    Returns:
        1 if they differ, else 0.
    """
    comparison = compare(_described(old, role), _described(new, role))
    document = documents.describe_comparison(comparison, locale=locale)
    if to is not None:
        document.save(to)
    if as_json:
        print_json(_told(comparison, locale))
    else:
        typer.echo(f"{document.title}: {to}" if to is not None else document.text("plain"), nl=True)
    return int(bool(comparison.changes))


def _described(text: str, role: str | None) -> RoleInCompany:
    """The role that ``FOLDER:ROLE`` or ``FOLDER`` names, with what the company settled."""
    if Path(text).is_dir():
        if role is None:
            raise UsageError(
                f"handbook {text}",
                "has several roles to compare",
                f"write {text}:ROLE, or name one role for both with --role",
            )
        return Handbook.load(text).role(role)
    folder, _, name = text.rpartition(":")
    return Handbook.load(folder or text).role(name)


def _told(comparison: RoleComparison, locale: str) -> dict[str, object]:
    lines = documents.compared_lines(comparison, locale=locale)
    return {
        "old": comparison.old.role.id,
        "new": comparison.new.role.id,
        "changes": [CONVERTER.unstructure(line) for line in lines],
    }
