"""The commands about roles: descriptions, versions and signatures, as one calls them.

What they do is in the modules beside this one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from accountkit.cli import advertising, approving, describing, listing, quoting, signing
from accountkit.cli.arguments import AsJson, Data, Handbook, Locale, Position, Role, To
from accountkit.cli.days import day, today
from accountkit.roles.signatures import SignatureKind

__all__ = ["approve", "describe", "sign", "text", "versions"]

Version = Annotated[
    int | None,
    typer.Option("--version", metavar="NUMBER", help="The version to print, by its number."),
]
Layout = Annotated[
    str | None,
    typer.Option(
        "--layout", metavar="LAYOUT", help="How pages are set: plain or gost-r-7.0.97-2025."
    ),
]
Agreement = Annotated[
    list[str] | None,
    typer.Option(
        "--agreement",
        metavar="OFFICE",
        help="An office whose holder is to agree; may be given again.",
    ),
]
Sheet = Annotated[
    str | None,
    typer.Option(
        "--sheet",
        metavar="DATE",
        help="Add an acquaintance sheet for those who hold the role on that day.",
    ),
]
Posting = Annotated[
    str | None,
    typer.Option(
        "--posting",
        metavar="POSTING",
        help="The posting to advertise, by its id; needed where the role has several.",
    ),
]
ToDescription = Annotated[
    Path | None,
    typer.Option(
        "--to",
        metavar="FILE",
        help="The file to write (.docx, .pdf, .html, .md or .txt; .jsonld for an"
        " advertisement); else it is printed.",
    ),
]


def describe(
    handbook: Handbook,
    role: Role,
    *,
    position: Position = None,
    version: Version = None,
    locale: Locale = "en",
    layout: Layout = None,
    agreement: Agreement = None,
    sheet: Sheet = None,
    posting: Posting = None,
    data: Data = None,
    to: ToDescription = None,
    as_json: AsJson = False,
) -> int:
    """Write the job description of a role, or its advertisement.

    The description is the version approved last if the role still says the same, and a draft
    otherwise.

    A file ending in .jsonld is an advertisement for job searches (schema.org JobPosting). Where
    and when the role is offered stands in one of the handbook's postings; what has no place in
    an advertisement is told in notes.

    Example: accountkit describe examples/habagat key-account-manager --locale fil --to kam.docx

    Example: accountkit describe examples/habagat key-account-manager --to kam.jsonld
    """
    of_descriptions = {
        "--version": version,
        "--layout": layout,
        "--agreement": agreement or None,
        "--sheet": sheet,
    }
    file = advertising.advertisement_file(to, posting, of_descriptions)
    if file is not None:
        advertised = advertising.Wanted(
            handbook=handbook,
            data=data,
            role=role,
            position=position,
            posting=posting,
            locale=locale,
            to=file,
        )
        return advertising.write_advertisement(advertised, as_json=as_json)
    wanted = describing.Wanted(
        handbook=handbook,
        data=data,
        role=role,
        position=position,
        version=version,
        locale=locale,
        layout=layout,
        agreement=tuple(agreement or ()),
        sheet_on=None if sheet is None else day(sheet),
        to=to,
    )
    return describing.describe(wanted, as_json=as_json)


def approve(
    handbook: Handbook,
    role: Role,
    *,
    by: Annotated[str, typer.Option("--by", metavar="PERSON", help="Who approves it.")],
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="The day of approval.")],
    effective: Annotated[
        str, typer.Option("--effective", metavar="DATE", help="The first day on which it holds.")
    ],
    position: Position = None,
    locale: Annotated[
        list[str] | None,
        typer.Option(
            "--locale",
            metavar="LANGUAGE",
            help="A language to approve it in; may be given again. Else all of the company's.",
        ),
    ] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> int:
    """Put a role into force as its next version, which is never changed again.

    The version keeps the exact text in each language, and what it says as terms.

    Example: accountkit approve examples/habagat head-of-sales --by rosario --on 2026-01-12
    --effective 2026-02-01
    """
    wanted = approving.Wanted(
        handbook=handbook,
        data=data,
        role=role,
        position=position,
        by=by,
        on=day(on),
        effective_from=day(effective),
        locales=tuple(locale or ()),
    )
    return approving.approve(wanted, as_json=as_json)


def sign(
    handbook: Handbook,
    role: Role,
    *,
    person: Annotated[str, typer.Option("--person", metavar="PERSON", help="Who signed.")],
    version: Annotated[
        int, typer.Option("--version", metavar="NUMBER", help="The version signed.")
    ],
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="The day on the paper.")],
    kind: Annotated[
        str,
        typer.Option(
            "--as",
            metavar="KIND",
            help="acquaintance (has read it), agreement (before the approval) or approval.",
        ),
    ] = SignatureKind.ACQUAINTANCE.value,
    locale: Annotated[
        str | None,
        typer.Option("--locale", metavar="LANGUAGE", help="The language of the text signed."),
    ] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> int:
    """Record that a person signed a version of a role.

    Example: accountkit sign examples/habagat key-account-manager --person maria --version 1
    --on 2026-01-05 --locale fil
    """
    wanted = signing.Wanted(
        handbook=handbook,
        data=data,
        role=role,
        version=version,
        person=person,
        on=day(on),
        kind=kind,
        locale=locale,
    )
    return signing.sign(wanted, as_json=as_json)


def versions(
    handbook: Handbook,
    role: Role,
    *,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="As of that day; else as of today."),
    ] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> int:
    """List the versions of a role: their state and dates, who signed them and who has not.

    Example: accountkit versions examples/habagat key-account-manager
    """
    return listing.versions(
        handbook, data, role, today() if on is None else day(on), as_json=as_json
    )


def text(
    handbook: Handbook,
    person: Annotated[str, typer.Argument(help="The person's id.", metavar="PERSON")],
    *,
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="The day asked about.")],
    role: Annotated[
        str | None,
        typer.Option("--role", metavar="ROLE", help="Which role, for a person who held several."),
    ] = None,
    locale: Annotated[
        str | None,
        typer.Option(
            "--locale", metavar="LANGUAGE", help="The language to print; else the one signed."
        ),
    ] = None,
    data: Data = None,
    to: To = None,
    as_json: AsJson = False,
) -> int:
    """Print the text that applied to a person on a day, as it was approved.

    Example: accountkit text examples/habagat maria --on 2026-03-31
    """
    wanted = quoting.Wanted(
        handbook=handbook,
        data=data,
        person=person,
        on=day(on),
        role=role,
        locale=locale,
        to=to,
    )
    return quoting.quote(wanted, as_json=as_json)
