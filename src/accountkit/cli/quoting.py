"""Quoting: ``accountkit text``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import attrs
import typer

from accountkit import documents
from accountkit.cli.printing import print_json
from accountkit.documents.words import words_for
from accountkit.errors import UsageError
from accountkit.handbook import Handbook
from accountkit.roles.signatures import Signature, SignatureKind
from accountkit.roles.versions import RoleVersion

__all__ = ["Wanted", "quote"]


@attrs.frozen(kw_only=True)
class Wanted:
    """What the command line asks for."""

    handbook: Path
    data: Path | None
    person: str
    on: date
    role: str | None
    locale: str | None
    to: Path | None


def quote(wanted: Wanted, *, as_json: bool) -> int:
    """Print the text that applied to a person on a day, or write it to a file.

    Without a language it is printed in the one that the person signed, else in the first.

    Returns:
        0; that no text applied is an error.
    """
    handbook = Handbook.load(wanted.handbook, wanted.data)
    version = _version(handbook, wanted)
    signature = _signature(handbook, version, wanted)
    language = _language(version, signature, wanted.locale)
    document = documents.describe(version, locale=language, layout=handbook.company.layout)
    if wanted.to is not None:
        document.save(wanted.to)
    if as_json:
        told = {
            "person": wanted.person,
            "on": wanted.on.isoformat(),
            "role": version.role,
            "version": version.number,
            "language": document.language,
            "fingerprint": version.text(document.language).fingerprint,
            "signed_on": signature.signed_on.isoformat() if signature else None,
        }
        page = {"markdown": document.text("markdown")}
        print_json(told | (page if wanted.to is None else {"file": str(wanted.to)}))
    elif wanted.to is None:
        typer.echo(document.text("markdown"))
    else:
        signed = (
            f"signed by {wanted.person} on {signature.signed_on}" if signature else "not signed"
        )
        typer.echo(f"{version.name}, {signed}: {wanted.to}")
    return 0


def _version(handbook: Handbook, wanted: Wanted) -> RoleVersion:
    organisation, person, on = handbook.organisation, wanted.person, wanted.on
    seats = [organisation.position(name) for name in organisation.positions_of(person, on)]
    roles = list(dict.fromkeys(seat.role for seat in seats))
    if not roles:
        raise UsageError(f"person {person}", f"held no position on {on}", "name another day")
    if wanted.role is not None and wanted.role not in roles:
        held = f"{person} held {' and '.join(roles)}"
        raise UsageError(f"role {wanted.role}", f"was not held by {person} on {on}", held)
    found = [
        version
        for version in handbook.register.applied_to(person, on)
        if wanted.role in {None, version.role}
    ]
    if not found:
        raise UsageError(
            f"role {' and '.join(roles)}",
            f"had no version in force on {on}",
            _first(handbook, roles),
        )
    if len(found) > 1:
        names = " and ".join(version.name for version in found)
        raise UsageError(
            f"person {person}", f"was under {names} on {on}", "name one of the roles with --role"
        )
    return found[0]


def _first(handbook: Handbook, roles: list[str]) -> str:
    days = [
        version.effective_from for role in roles for version in handbook.history.versions_of(role)
    ]
    return f"the first is in force from {min(days)}" if days else "approve one first"


def _signature(handbook: Handbook, version: RoleVersion, wanted: Wanted) -> Signature | None:
    """The person's own signature under the version, by the end of the day."""
    own = (
        item
        for item in handbook.register.signatures_of(version)
        if item.person == wanted.person
        and item.kind is SignatureKind.ACQUAINTANCE
        and item.signed_on <= wanted.on
    )
    return next(own, None)


def _language(version: RoleVersion, signature: Signature | None, locale: str | None) -> str:
    if locale is not None:
        return words_for(locale).language
    return version.languages[0] if signature is None else signature.language
