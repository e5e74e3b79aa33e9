"""Charting: ``accountkit chart``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from accountkit.cli.arguments import AsJson, Data, Locale
from accountkit.cli.arguments import Handbook as HandbookFolder
from accountkit.cli.days import day
from accountkit.cli.printing import print_json
from accountkit.documents import organisation_chart
from accountkit.documents.chart_tree import ChartSeat
from accountkit.documents.tree import plain_text
from accountkit.handbook import Handbook
from accountkit.handbook.seats import roles_by_position

__all__ = ["chart"]


def chart(
    folder: HandbookFolder,
    *,
    on: Annotated[
        str, typer.Option("--on", metavar="DATE", help="The day it shows, such as 2026-05-04.")
    ],
    data: Data = None,
    locale: Locale = "en",
    to: Annotated[
        Path | None,
        typer.Option(
            "--to", metavar="FILE", help="The file to write (.svg or .mmd); else it is printed."
        ),
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Draw the organisation chart of a day: who holds which position, and who acts.

    It is a picture (.svg), or Mermaid text (.mmd), which wikis and code hosts draw. Why somebody
    is absent is not shown.

    Example: accountkit chart examples/habagat --on 2026-04-14 --locale fil --to chart.svg
    """
    shown = day(on)
    handbook = Handbook.load(folder, data)
    drawn = organisation_chart(
        handbook.organisation,
        roles_by_position(handbook),
        company=handbook.company.name,
        on=shown,
        locale=locale,
    )
    if to is not None:
        drawn.save(to)
    if as_json:
        told = {
            "on": str(shown),
            "language": drawn.language,
            "title": drawn.title,
            "tops": [_told(seat) for seat in drawn.tree.tops],
        }
        print_json(told | ({} if to is None else {"file": str(to)}))
    elif to is None:
        typer.echo(drawn.text("mermaid"), nl=False)
    else:
        typer.echo(f"{drawn.title}: {to}")
    return 0


def _told(seat: ChartSeat) -> dict[str, Any]:
    return {
        "position": seat.position,
        "role": seat.role,
        "title": plain_text(seat.title),
        "holders": [
            {
                "person": holder.person,
                "name": holder.name,
                "absent": holder.absence is not None,
                "absent_until": _day(holder.absence.until) if holder.absence else None,
            }
            for holder in seat.holders
        ],
        "deputies": [
            {
                "person": deputy.person,
                "name": deputy.name,
                "order": deputy.order.id,
                "mode": deputy.order.mode.value,
                "clauses": list(deputy.order.clauses),
                "start": _day(deputy.order.start),
                "until": _day(deputy.order.until),
            }
            for deputy in seat.deputies
        ],
        "reports": [_told(below) for below in seat.reports],
    }


def _day(known: date | None) -> str | None:
    return None if known is None else str(known)
