"""Comparing: ``accountkit diff``."""

from __future__ import annotations

from pathlib import Path

import typer

from accountkit import documents
from accountkit.cli.printing import print_json
from accountkit.errors import UsageError
from accountkit.handbook import Handbook
from accountkit.roles.comparison import compare
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
    compared = documents.compared_roles(comparison, locale=locale)
    if as_json:
        told = {"old": comparison.old.role.id, "new": comparison.new.role.id}
        print_json(told | CONVERTER.unstructure(compared))
    else:
        typer.echo(f"{document.title}: {to}" if to is not None else document.text("plain"), nl=True)
    return int(not compared.is_empty)


def _described(text: str, role: str | None) -> RoleInCompany:
    """The role that ``FOLDER``, ``FOLDER:ROLE`` or ``FOLDER:ROLE@VERSION`` names."""
    folder, _, name = (text, "", role or "") if Path(text).is_dir() else text.rpartition(":")
    name, at, version = name.partition("@")
    if not (folder and name):
        raise UsageError(
            f'"{text}"', "names no role", "write FOLDER:ROLE, or name one role for both with --role"
        )
    handbook = Handbook.load(folder)
    if not at:
        return handbook.role(name)
    if not (version.isascii() and version.isdigit()):
        raise UsageError(
            f'version "{version}"', "is no number", f"write it as in {folder}:{name}@1"
        )
    return handbook.history.version(name, int(version)).terms.described()
