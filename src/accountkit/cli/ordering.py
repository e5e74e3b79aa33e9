"""Ordering: ``accountkit order``."""

from __future__ import annotations

from typing import Annotated

import typer

from accountkit.cli.arguments import AsJson, Data, Locale, To
from accountkit.cli.arguments import Handbook as HandbookFolder
from accountkit.cli.printing import print_json
from accountkit.documents import describe_order
from accountkit.handbook import Handbook
from accountkit.handbook.seats import roles_by_position

__all__ = ["order"]


def order(
    folder: HandbookFolder,
    order_id: Annotated[str, typer.Argument(help="The order's id.", metavar="ORDER")],
    *,
    data: Data = None,
    locale: Locale = "en",
    to: To = None,
    as_json: AsJson = False,
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
