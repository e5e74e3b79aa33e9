"""Listing: ``accountkit versions``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import typer

from accountkit.cli.printing import print_json
from accountkit.handbook import Handbook
from accountkit.roles.versions import RoleVersion
from accountkit.wire import CONVERTER

__all__ = ["versions"]


def versions(folder: Path, data: Path | None, role: str, on: date, *, as_json: bool) -> int:
    """Print the versions of a role as they stood on a day: dates, signatures, who has to sign.

    Returns:
        0; that somebody has not signed is no error.
    """
    handbook = Handbook.load(folder, data)
    described = handbook.role(role)
    found = handbook.history.versions_of(role)
    is_draft = handbook.approved(described.role.id) is None
    if as_json:
        told = [_told(handbook, version, on) for version in found]
        print_json({"role": role, "on": on.isoformat(), "versions": told, "is_draft": is_draft})
        return 0
    for version in found:
        for line in _lines(handbook, version, on):
            typer.echo(line)
    if is_draft:
        latest = handbook.history.latest(role)
        typer.echo(
            f"draft: role {role} has never been approved"
            if latest is None
            else f"draft: role {role} has changed since version {latest.number}"
        )
    return 0


def _told(handbook: Handbook, version: RoleVersion, on: date) -> dict[str, Any]:
    last = handbook.history.last_day(version)
    return {
        "version": version.number,
        "position": version.position,
        "state": handbook.history.state(version, on).value,
        "approved_on": version.approved_on.isoformat(),
        "approved_by": version.approved_by,
        "effective_from": version.effective_from.isoformat(),
        "until": None if last is None else last.isoformat(),
        "texts": {text.language: text.fingerprint for text in version.texts},
        "signatures": [
            CONVERTER.unstructure(item)
            for item in handbook.register.signatures_of(version)
            if item.signed_on <= on
        ],
        "unsigned": list(handbook.register.unsigned(version, on)),
    }


def _lines(handbook: Handbook, version: RoleVersion, on: date) -> Iterator[str]:
    register, last = handbook.register, handbook.history.last_day(version)
    runs = f"from {version.effective_from}" + (f" to {last}" if last else "")
    seat = f" for {version.position}" if version.position else ""
    state = handbook.history.state(version, on).value
    yield f"version {version.number}{seat}: {state}, in force {runs}"
    yield f"  approved on {version.approved_on} by {version.approved_by}"
    for item in register.signatures_of(version):
        if item.signed_on <= on:
            yield f"  {item.kind.value} on {item.signed_on} by {item.person}, in {item.language}"
    waiting = register.unsigned(version, on)
    if waiting:
        yield f"  not signed by {', '.join(waiting)}"
