"""Approving: ``accountkit approve``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import attrs
import typer

from accountkit import documents
from accountkit.cli.printing import print_json
from accountkit.errors import Problems, UsageError
from accountkit.handbook import Handbook
from accountkit.handbook.versions import keep_version
from accountkit.roles.versions import RoleVersion

__all__ = ["Wanted", "approve"]


@attrs.frozen(kw_only=True)
class Wanted:
    """What the command line asks for; without languages, in all of the company's."""

    handbook: Path
    data: Path | None
    role: str
    position: str | None
    by: str
    on: date
    effective_from: date
    locales: tuple[str, ...]


def approve(wanted: Wanted, *, as_json: bool) -> int:
    """Write the next version of a role to its file, and print which one it is.

    Returns:
        0; what cannot be approved is an error.

    Raises:
        UsageError: the role has not changed since its last version.
        Problems: the role cannot be printed, or its dates or its approver cannot be.
    """
    handbook = Handbook.load(wanted.handbook, wanted.data)
    version = _version(handbook, wanted)
    faults = handbook.register.version_faults(version)
    if faults:
        raise Problems(f"{version.name} cannot be approved", faults)
    file = keep_version(wanted.handbook, version)
    texts = {text.language: text.fingerprint for text in version.texts}
    if as_json:
        print_json(
            {"role": version.role, "version": version.number, "file": str(file), "texts": texts}
        )
        return 0
    typer.echo(f"{version.name}, in force from {version.effective_from}: {file}")
    for language, fingerprint in texts.items():
        typer.echo(f"{language} {fingerprint}")
    return 0


def _version(handbook: Handbook, wanted: Wanted) -> RoleVersion:
    version = documents.approve(
        handbook.role(wanted.role, wanted.position),
        number=handbook.history.next_number(wanted.role),
        by=wanted.by,
        on=wanted.on,
        effective_from=wanted.effective_from,
        languages=wanted.locales or handbook.company.languages,
    )
    same = handbook.approved(wanted.role, wanted.position)
    if same is not None and set(version.languages) <= set(same.languages):
        raise UsageError(
            f"role {wanted.role}",
            f"has not changed since {same.name} was approved on {same.approved_on}",
            "change it first, or leave it as it is",
        )
    return version
