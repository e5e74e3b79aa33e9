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
    following,
    importing,
    ordering,
    pay_commands,
    role_commands,
)
from accountkit.cli.arguments import AsJson, Data, Handbook, Locale
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


for _declared in (
    role_commands.describe,
    role_commands.approve,
    role_commands.sign,
    role_commands.versions,
    role_commands.text,
    pay_commands.pay,
    pay_commands.hand_over,
    pay_commands.explain,
):
    app.command(_declared.__name__.replace("_", "-"))(_declared)


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
