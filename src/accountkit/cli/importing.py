"""Importing: ``accountkit import onet`` and ``accountkit import esco``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from accountkit.cli.arguments import AsJson
from accountkit.cli.printing import print_json, working
from accountkit.cli.role_files import file_for_role
from accountkit.handbook import Handbook
from accountkit.handbook.folder import write_folder
from accountkit.handbook.imports import (
    Doubt,
    ImportedRole,
    draft_from_esco,
    draft_from_onet,
    read_esco,
    read_onet,
)

__all__ = ["app"]

app = typer.Typer(
    help="Make a draft role of a published occupation, and tell what is doubtful about it.",
    rich_markup_mode=None,
)

To = Annotated[
    Path, typer.Option("--to", metavar="HANDBOOK", help="The handbook to write the role into.")
]
Release = Annotated[
    str | None,
    typer.Option(
        "--release",
        metavar="NUMBER",
        help="The release of the download, where the folder's name does not say it.",
    ),
]
RoleId = Annotated[
    str | None,
    typer.Option("--id", metavar="ID", help="The role's id; else it is made of the title."),
]
Replace = Annotated[
    bool, typer.Option("--replace", help="Write over a role of the handbook with the same id.")
]


@app.command()
def onet(
    folder: Annotated[
        Path, typer.Argument(help="The unpacked text download of O*NET.", metavar="FOLDER")
    ],
    code: Annotated[str, typer.Argument(help="Such as 41-3091.00.", metavar="CODE")],
    *,
    to: To,
    release: Release = None,
    role_id: RoleId = None,
    replace: Replace = False,
    as_json: AsJson = False,
) -> int:
    """Make a draft role of an occupation of the O*NET database.

    Example: accountkit import onet db_29_2_text 11-2022.00 --to examples/habagat
    """
    handbook = Handbook.load(to)
    with working("reading the O*NET database"):
        database = read_onet(folder, release=release)
    made = draft_from_onet(database, code, company=handbook.company.name, role_id=role_id)
    return _written(made, handbook, to, replace=replace, as_json=as_json)


@app.command()
def esco(
    folder: Annotated[
        Path, typer.Argument(help="The unpacked CSV download of ESCO.", metavar="FOLDER")
    ],
    occupation: Annotated[
        str,
        typer.Argument(help="Its address, its code, or its preferred label.", metavar="OCCUPATION"),
    ],
    *,
    to: To,
    locale: Annotated[
        list[str] | None,
        typer.Option(
            "--locale", metavar="LANGUAGE", help="A language to take over, or several; else en."
        ),
    ] = None,
    release: Release = None,
    role_id: RoleId = None,
    replace: Replace = False,
    as_json: AsJson = False,
) -> int:
    """Make a draft role of an occupation of the ESCO classification.

    Example: accountkit import esco esco-v1.2.0 "client relations manager" --to examples/habagat
    """
    handbook = Handbook.load(to)
    with working("reading the ESCO classification"):
        classification = read_esco(folder, languages=locale or ["en"], release=release)
    made = draft_from_esco(
        classification, occupation, company=handbook.company.name, role_id=role_id
    )
    return _written(made, handbook, to, replace=replace, as_json=as_json)


def _written(
    made: ImportedRole, handbook: Handbook, folder: Path, *, replace: bool, as_json: bool
) -> int:
    """Write the draft into the handbook and print what is doubtful.

    Returns:
        0; doubts are for people to decide and no findings.
    """
    name = file_for_role(made.role.id, handbook, folder, replace=replace)
    write_folder(folder, [(name, made.role)])
    if as_json:
        print_json(
            {
                "role": made.role.id,
                "file": str(folder / name),
                "attribution": made.attribution,
                "doubts": [_told(doubt) for doubt in made.doubts],
            }
        )
        return 0
    for doubt in made.doubts:
        typer.echo(str(doubt))
    typer.echo(made.attribution)
    count = len(made.doubts)
    typer.echo(f"{made.role.id}: {folder / name}, {count} doubt{'' if count == 1 else 's'}")
    return 0


def _told(doubt: Doubt) -> dict[str, Any]:
    return {
        "kind": doubt.kind.value,
        "subject": doubt.subject,
        "problem": doubt.problem,
        "remedy": doubt.remedy,
        "clause": doubt.clause,
        "rows": [
            {"source": row.id, "file": row.place.file, "line": row.place.line} for row in doubt.rows
        ],
    }
