"""Ordering: ``accountkit order``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from accountkit.cli.printing import print_json
from accountkit.documents import describe_order
from accountkit.handbook import Handbook
from accountkit.handbook.seats import roles_by_position

__all__ = ["order"]


def order(
    folder: Annotated[Path, typer.Argument(help="The folder of the handbook.", metavar="HANDBOOK")],
    order_id: Annotated[str, typer.Argument(help="The order's id.", metavar="ORDER")],
    *,
    data: Annotated[
        Path | None,
        typer.Option(
            "--data",
            metavar="FOLDER",
            help="The folder of the tables, where the handbook leaves it open.",
        ),
    ] = None,
    locale: Annotated[
        str,
        typer.Option("--locale", metavar="LANGUAGE", help="The language to print: en, fil or ru."),
    ] = "en",
    to: Annotated[
        Path | None,
        typer.Option(
            "--to",
            metavar="FILE",
            help="The file to write (.docx, .pdf, .html, .md or .txt); else it is printed.",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for programs.")] = False,
) -> int:
    """Write an order of substitution: who acts for whom, from when to when, and what passes.

    Example: accountkit order examples/habagat manila-north-2026-04 --locale fil --to order.docx
    """
    handbook = Handbook.load(folder, data)
    document = describe_order(
        handbook.organisation,
        order_id,
        roles_by_position(handbook),
        company=handbook.company.name,
        locale=locale,
    )
    if to is not None:
        document.save(to)
    if as_json:
        told = {"order": order_id, "language": document.language, "title": document.title}
        page = {"markdown": document.text("markdown")}
        print_json(told | (page if to is None else {"file": str(to)}))
    else:
        typer.echo(document.text("markdown") if to is None else f"{document.title}: {to}")
    return 0
