"""The application: the commands, their options and what their exit codes mean.

Exit code 0: fine. 1: there are faults or findings. 2: wrong usage or unreadable input.
What each command does is in the module of its name.
"""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from accountkit._version import __version__
from accountkit.cli import (
    catalogue,
    charting,
    checking,
    comparing,
    explaining,
    following,
    handing_over,
    importing,
    ordering,
    paying,
    role_commands,
)
from accountkit.cli.arguments import AsJson, Data, Handbook, Locale, Position, Store, When
from accountkit.errors import AccountkitError, Problems, UsageError

__all__ = ["run"]

_FINE, _FOUND, _UNREADABLE, _INTERRUPTED = 0, 1, 2, 130

app = typer.Typer(
    name="accountkit",
    help="Account-management roles and pay, from one handbook: check it, print its job"
    " descriptions, pay by its plans and explain every cent.",
    epilog="Exit code 0: fine. 1: faults or findings. 2: wrong usage or unreadable input.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.add_typer(importing.app, name="import")
app.add_typer(catalogue.app, name="catalogue")


def run() -> int:
    """Run the command line; errors are printed as they are meant to be read.

    Returns:
        The exit code.
    """
    _print_what_the_terminal_can()
    try:
        return int(app(standalone_mode=False) or _FINE)
    except (AccountkitError, Problems) as error:
        typer.echo(str(error), err=True)
        return _UNREADABLE
    except typer.TyperException as error:
        typer.echo(_usage(error), err=True)
        return _UNREADABLE
    except (KeyboardInterrupt, typer.Abort):
        return _INTERRUPTED
    except BrokenPipeError:
        # Nobody reads on; the interpreter must not complain about it when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _FOUND
    except OSError as error:
        typer.echo(
            f"{error.filename or 'file'}: {(error.strerror or str(error)).lower()}", err=True
        )
        return _UNREADABLE


def _print_what_the_terminal_can() -> None:
    """Letters that an output cannot encode are printed as their code, and never end the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _usage(error: typer.TyperException) -> str:
    """What is wrong with a call, in one sentence that says where to read on."""
    context = getattr(error, "ctx", None)
    command = "accountkit" if context is None else _command(context)
    near = getattr(error, "possibilities", None) or ()
    problem = error.message if near else error.format_message()
    problem, _, remedy = problem.strip().rstrip(".").replace("'", "").partition(". ")
    if near:
        remedy = f"did you mean {near[0]}?"
    return f"{command}: {_small(problem)}; {_small(remedy) or f'see {command} --help'}"


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _command(context: typer.Context) -> str:
    """The command as one types it, however this program was started."""
    return " ".join(["accountkit", *context.command_path.split()[1:]])


def _version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"accountkit {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _main(
    context: typer.Context,
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    del version
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(_UNREADABLE)


@app.command()
def check(
    handbook: Annotated[
        Path | None, typer.Argument(help="The folder of the handbook.", metavar="HANDBOOK")
    ] = None,
    data: Data = None,
    *,
    notes: Annotated[bool, typer.Option("--notes", help="Print notes, too.")] = False,
    rules: Annotated[bool, typer.Option("--rules", help="List the rules instead.")] = False,
    untranslated: Annotated[
        list[str] | None,
        typer.Option(
            "--untranslated",
            metavar="LANGUAGE",
            help="List what is not written in a language, with counts, and check nothing else;"
            " may be given several times.",
        ),
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Check a handbook and its tables.

    Prints each finding with file, line, column, remedy and rule. Errors and warnings end with
    exit code 1, notes do not. A finding that is right as it is goes into acceptances.yaml, with
    the reason and the date; errors cannot be accepted.

    Example: accountkit check examples/habagat
    """
    if rules:
        return checking.rules(as_json=as_json)
    if handbook is None:
        raise UsageError(
            "accountkit check", "needs the folder of a handbook", "name it, or list --rules"
        )
    if untranslated:
        return checking.untranslated(handbook, untranslated, as_json=as_json)
    return checking.check(handbook, data, notes=notes, as_json=as_json)


for _command_of_roles in (
    role_commands.describe,
    role_commands.approve,
    role_commands.sign,
    role_commands.versions,
    role_commands.text,
):
    app.command()(_command_of_roles)


@app.command()
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


@app.command("hand-over")
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


@app.command()
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


@app.command()
def duties(
    handbook: Handbook,
    person: Annotated[str, typer.Argument(help="The person's id.", metavar="PERSON")],
    *,
    first: Annotated[
        str, typer.Option("--from", metavar="DATE", help="The first day, such as 2026-01-01.")
    ],
    last: Annotated[
        str, typer.Option("--until", metavar="DATE", help="The last day, such as 2026-03-31.")
    ],
    on: Annotated[
        str, typer.Option("--on", metavar="DATE", help="The day as of which it is judged.")
    ],
    data: Data = None,
    locale: Locale = "en",
    to: Annotated[
        Path | None,
        typer.Option(
            "--to",
            metavar="FILE",
            help="The file to write (.ics, .docx, .pdf, .html, .md or .txt); else it is printed.",
        ),
    ] = None,
    as_json: AsJson = False,
) -> int:
    """List the recurring duties of a person: what is due, done and late as of a day.

    A file that ends in .ics is for calendar programs: an event for each duty, a task for each day
    that it falls due. Ends with exit code 1 if something is late, if a duty has no day to fall due
    on, or if something was done of a day that nothing fell due.

    Example: accountkit duties examples/habagat maria --from 2026-01-01 --until 2026-03-31
    --on 2026-02-10 --to maria.ics
    """
    wanted = following.Wanted(
        handbook=handbook,
        person=person,
        first=first,
        last=last,
        on=on,
        data=data,
        locale=locale,
        to=to,
    )
    return following.duties(wanted, as_json=as_json)


@app.command()
def diff(
    old: Annotated[
        str, typer.Argument(help="FOLDER:ROLE, FOLDER:ROLE@VERSION or a folder.", metavar="OLD")
    ],
    new: Annotated[str, typer.Argument(help="The same for the other side.", metavar="NEW")],
    *,
    role: Annotated[
        str | None,
        typer.Option("--role", metavar="ROLE", help="The role, where a side names only a folder."),
    ] = None,
    locale: Locale = "en",
    to: Annotated[
        Path | None,
        typer.Option("--to", metavar="FILE", help="The file to write, such as diff.html."),
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Compare two roles, two versions of a role, or one role in two handbooks, item by item.

    Tells which duties, rights and responsibilities were gained and lost, which limits moved and
    which targets changed. Exit code 1 if anything differs.

    Example: accountkit diff examples/habagat last-year/habagat --role key-account-manager

    Example: accountkit diff h:key-account-manager@1 h:key-account-manager
    """
    return comparing.diff(old, new, role, locale, to, as_json=as_json)


app.command()(charting.chart)
app.command()(ordering.order)


@app.command()
def schema() -> int:
    """Print the JSON Schema of the handbook format, for editors that complete and check.

    Example: accountkit schema > handbook.schema.json
    """
    from accountkit.handbook.schema import shipped_schema  # noqa: PLC0415 - only this needs it

    typer.echo(shipped_schema(), nl=False)
    return _FINE
