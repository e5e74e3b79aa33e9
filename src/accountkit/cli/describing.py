"""Describing: ``accountkit describe``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import attrs
import typer

from accountkit import documents
from accountkit.cli.printing import print_json
from accountkit.documents.document import SUFFIXES
from accountkit.documents.files import ending_of
from accountkit.documents.job_posting import SUFFIX as ADVERTISEMENT
from accountkit.documents.words import words_for
from accountkit.errors import UnknownNameError, UsageError, did_you_mean
from accountkit.handbook import Handbook
from accountkit.roles.description import RoleInCompany
from accountkit.roles.parties import Office
from accountkit.roles.versions import RoleVersion

__all__ = ["Wanted", "describe"]


@attrs.frozen(kw_only=True)
class Wanted:
    """What the command line asks for; ``sheet_on`` is the day of an acquaintance sheet."""

    handbook: Path
    data: Path | None
    role: str
    position: str | None
    version: int | None
    locale: str
    layout: str | None
    agreement: tuple[str, ...]
    sheet_on: date | None
    to: Path | None


def describe(wanted: Wanted, *, as_json: bool) -> int:
    """Print the job description of a role, or write it to a file.

    Without a number it is the version approved last if the role still says the same, else a draft.

    Returns:
        0; what cannot be printed is an error.
    """
    if wanted.to is not None:
        ending_of("document", wanted.to, (*SUFFIXES, ADVERTISEMENT))
    handbook = Handbook.load(wanted.handbook, wanted.data)
    role = _role(handbook, wanted)
    document = documents.describe(
        role,
        locale=wanted.locale,
        layout=wanted.layout or handbook.company.layout,
        agreement=tuple(_offices(handbook, wanted)),
        acquaintance=_names(handbook, role, wanted),
    )
    version = role.number if isinstance(role, RoleVersion) else None
    if wanted.to is not None:
        document.save(wanted.to)
    if as_json:
        told = {
            "role": wanted.role,
            "version": version,
            "language": document.language,
            "title": document.title,
        }
        page = {"markdown": document.text("markdown")}
        print_json(told | (page if wanted.to is None else {"file": str(wanted.to)}))
    elif wanted.to is None:
        typer.echo(document.text("markdown"))
    else:
        typer.echo(f"{document.title}: {wanted.to}")
    return 0


def _role(handbook: Handbook, wanted: Wanted) -> RoleInCompany | RoleVersion:
    if wanted.version is not None:
        return handbook.history.version(wanted.role, wanted.version)
    approved = handbook.approved(wanted.role, wanted.position)
    if approved is not None and words_for(wanted.locale).language in approved.languages:
        return approved
    return handbook.role(wanted.role, wanted.position)


def _offices(handbook: Handbook, wanted: Wanted) -> Iterator[Office]:
    known = {office.id: office for office in handbook.all_offices}
    for name in wanted.agreement:
        if name not in known:
            has = f"there is {', '.join(known)}"
            raise UnknownNameError(
                f"office {name}", "does not exist", did_you_mean(name, known, has)
            )
        yield known[name]


def _names(
    handbook: Handbook, role: RoleInCompany | RoleVersion, wanted: Wanted
) -> tuple[str, ...]:
    """The people who are to sign an acquaintance sheet, as they are called."""
    if wanted.sheet_on is None:
        return ()
    if isinstance(role, RoleVersion):
        people = handbook.register.holders(role, wanted.sheet_on)
    else:
        held = handbook.register.appointments(wanted.role)
        people = tuple(item.person for item in held if item.holds(wanted.sheet_on))
    if not people:
        raise UsageError(
            "acquaintance sheet",
            f"has nobody to sign it, since nobody holds {wanted.role} on {wanted.sheet_on}",
            "name another day",
        )
    return tuple(handbook.organisation.person(person).name for person in people)
