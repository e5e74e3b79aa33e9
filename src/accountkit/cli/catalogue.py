"""The catalogue on the command line: ``accountkit catalogue list``, ``search`` and ``copy``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import attrs
import typer

from accountkit._version import __version__
from accountkit.cli.arguments import AsJson, Locale
from accountkit.cli.printing import print_json
from accountkit.cli.role_files import file_for_role
from accountkit.documents.words import words_for
from accountkit.errors import UsageError
from accountkit.handbook import Handbook, catalogue_role
from accountkit.handbook.catalogue_index import (
    CatalogueEntry,
    catalogue_entries,
    search_catalogue,
)
from accountkit.handbook.folder import write_folder
from accountkit.roles.choices import PartyChoice, RoleChoices
from accountkit.roles.role import Role
from accountkit.wire import CONVERTER

__all__ = ["app"]

app = typer.Typer(
    help="List and search ready-made roles, and copy them into a handbook.", rich_markup_mode=None
)


@app.command(name="list")
def list_roles(*, locale: Locale = "en", as_json: AsJson = False) -> int:
    """List the ready-made roles with their titles.

    Example: accountkit catalogue list --locale fil
    """
    _print(catalogue_entries(), locale, as_json=as_json)
    return 0


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(help="Words, or how they begin.", metavar="WORDS")],
    *,
    locale: Locale = "en",
    as_json: AsJson = False,
) -> int:
    """Find ready-made roles by title or alias, in any language.

    Exit code 1 if there is none.

    Example: accountkit catalogue search клиент
    """
    wanted = " ".join(words).strip()
    if not wanted:
        raise UsageError("search", "has no words", "give some, or list every role with list")
    found = search_catalogue(wanted)
    _print(found, locale, as_json=as_json)
    if not found:
        typer.echo(f"no role is called {wanted}; list them all with list", err=True)
    return int(not found)


@app.command()
def copy(
    role: Annotated[str, typer.Argument(help="The role's id.", metavar="ROLE")],
    *,
    to: Annotated[
        Path, typer.Option("--to", metavar="HANDBOOK", help="The handbook to copy it into.")
    ],
    role_id: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="Another id for the copy.")
    ] = None,
    adopt: Annotated[
        bool,
        typer.Option(
            "--adopt",
            help="Write only a file for choices and changes; the wording stays the catalogue's.",
        ),
    ] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Write over a role of the handbook with the same id.")
    ] = False,
) -> int:
    """Copy a ready-made role into a handbook, to be changed there at will.

    A copy is the company's own from then on. With --adopt the role stays in the catalogue, and the
    company only says what it chooses and changes. Either way a second file chooses the first
    office of each party that has several: see that it is the right one.

    Example: accountkit catalogue copy key-account-manager --to my-handbook --adopt
    """
    handbook = Handbook.load(to)
    made = catalogue_role(role)
    if adopt and role_id is not None:
        raise UsageError(
            f"role {role}", "cannot be adopted under another id", "leave out --id or --adopt"
        )
    copied = attrs.evolve(made, id=role_id or made.id, note=_copied(made))
    file = file_for_role(copied.id, handbook, to, replace=replace)
    choices = (f"roles/{copied.id}.choices.yaml", _choices(copied))
    parts = [choices] if adopt else [(file, copied), choices]
    write_folder(to, parts)
    for name, _ in parts:
        typer.echo(f"{copied.id}: {to / name}")
    return 0


def _choices(role: Role) -> RoleChoices:
    """Choices with the first office for each party that has several; the company picks its own."""
    open_parties = (party for party in role.parties if len(party.one_of) > 1)
    return RoleChoices(
        role=role.id,
        parties=tuple(
            PartyChoice(party=party.id, office=party.one_of[0]) for party in open_parties
        ),
    )


def _copied(role: Role) -> str:
    remark = f"Copied from role {role.id} of the catalogue of accountkit {__version__}."
    return f"{remark} {role.note}" if role.note else remark


def _print(entries: Sequence[CatalogueEntry], locale: str, *, as_json: bool) -> None:
    if as_json:
        print_json([CONVERTER.unstructure(entry) for entry in entries])
        return
    language = words_for(locale).language
    widest = max((len(entry.id) for entry in entries), default=0)
    for entry in entries:
        typer.echo(f"{entry.id:{widest}}  {entry.title_in(language)}")
