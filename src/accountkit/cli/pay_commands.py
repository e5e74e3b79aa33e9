"""The commands about pay: paying, handing a run over, and explaining, as one calls them.

What they do is in the modules beside this one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from accountkit.cli import explaining, handing_over, paying
from accountkit.cli.arguments import AsJson, Data, Handbook, Locale, Position, Store, When
from accountkit.errors import UsageError

__all__ = ["explain", "hand_over", "pay"]


def pay(
    handbook: Handbook,
    *,
    period: When,
    data: Data = None,
    store: Store = None,
    locale: Locale = "en",
    to: Annotated[
        Path | None,
        typer.Option("--to", metavar="FOLDER", help="Where to write statements."),
    ] = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="How to write them: html, pdf, docx, md, txt, or csv with a row for each line;"
            " html unless told.",
        ),
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Work out what everybody is paid for a period.

    Whoever cannot be paid is named with the reason, and everybody else is paid. A run that is kept
    in a store is kept once: the same plans, facts and period change nothing.

    Example: accountkit pay examples/habagat --period 2026-Q1 --store sqlite:///pay.db

    Example: accountkit pay examples/sever --period 2026-Q1 --locale ru --to pay --format pdf
    """
    if format_ is not None and to is None:
        raise UsageError("accountkit pay", "writes no statements without a folder", "name it: --to")
    wanted = paying.Wanted(
        handbook=handbook,
        period=period,
        data=data,
        store=store,
        locale=locale,
        to=to,
        format=format_ or "html",
    )
    return paying.pay(wanted, as_json=as_json)


def hand_over(
    handbook: Handbook,
    *,
    period: Annotated[str, typer.Option("--period", metavar="PERIOD", help="Such as 2026-Q1.")],
    to: Annotated[
        Path,
        typer.Option("--to", metavar="FILE", help="The file for payroll, such as payroll.csv."),
    ],
    data: Data = None,
    store: Store = None,
    without_faulted: Annotated[
        bool,
        typer.Option("--without-faulted", help="Leave out whoever cannot be paid."),
    ] = False,
    as_json: AsJson = False,
) -> int:
    """Write a pay run as one file for a payroll system, with the columns of payroll.yaml.

    With a store it is the run that was kept last, as it was kept; otherwise the run is worked out.
    The totals and a control sum go into a sheet beside the file, payroll.control.txt. The same run
    gives the same bytes. Nothing is written while somebody cannot be paid, unless told otherwise,
    and then the exit code is 1 all the same.

    Example: accountkit hand-over examples/habagat --period 2026-Q1 --to payroll.csv
    """
    wanted = paying.Wanted(
        handbook=handbook, period=period, data=data, store=store, locale="en", to=None
    )
    return handing_over.hand_over_run(wanted, to, without_faulted=without_faulted, as_json=as_json)


def explain(
    handbook: Handbook,
    name: Annotated[str, typer.Argument(help="The id of a person or a role.", metavar="NAME")],
    *,
    period: Annotated[
        str | None,
        typer.Option(
            "--period",
            metavar="PERIOD",
            help="For a person's pay: such as 2026-Q1, or a range: 2026-Q1..2026-Q4.",
        ),
    ] = None,
    position: Position = None,
    data: Data = None,
    store: Store = None,
    locale: Locale = "en",
    depth: Annotated[
        str | None,
        typer.Option(
            "--depth",
            metavar="DEPTH",
            help="How far down to go: lines, steps (unless told), or deals, which names each.",
        ),
    ] = None,
    deals: Annotated[bool, typer.Option("--deals", help="The same as --depth deals.")] = False,
    more: Annotated[
        bool,
        typer.Option(
            "--more", help="Tell why each line is not more, too: what is missing at the next step."
        ),
    ] = False,
    as_json: AsJson = False,
) -> int:
    """Tell how a person's pay came about, or where each line of a role comes from.

    With --period it is about a person's pay, sentence by sentence. With a store, the run that was
    kept last is told as it was; nothing is worked out again and the tables are not needed.

    Without --period it is about a role: which file and line wrote each printed line, what it
    replaced, what was removed and why.

    Example: accountkit explain examples/habagat maria --period 2026-Q1

    Example: accountkit explain examples/habagat paolo --period 2026-Q1 --depth lines --more

    Example: accountkit explain examples/habagat key-account-manager
    """
    if period is None:
        return explaining.explain_role(handbook, name, position, locale, as_json=as_json)
    wanted = paying.Wanted(
        handbook=handbook, period=period, data=data, store=store, locale=locale, to=None
    )
    asked = explaining.depth_of(depth, deals=deals)
    return explaining.explain(wanted, name, depth=asked, more=more, as_json=as_json)
