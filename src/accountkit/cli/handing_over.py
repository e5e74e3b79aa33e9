"""Handing over: ``accountkit hand-over``, a pay run as one file for a payroll system."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer

from accountkit.cli.paying import Wanted, fault_lines, kept_runs, worked_out
from accountkit.cli.printing import print_json
from accountkit.documents.files import write_whole
from accountkit.errors import InputError, UsageError
from accountkit.handbook import Handbook
from accountkit.handbook.checks.payroll import payroll
from accountkit.handbook.findings import Findings
from accountkit.handbook.hand_over import HandOver, hand_over
from accountkit.handbook.payroll import PayrollMapping
from accountkit.stores import PayRun

__all__ = ["hand_over_run"]

_FILE = "payroll.yaml"


def hand_over_run(wanted: Wanted, to: Path, *, without_faulted: bool, as_json: bool) -> int:
    """Write the file for payroll and the control sheet beside it, for one pay run.

    Returns:
        1 if somebody cannot be paid, else 0; then nothing is written unless ``without_faulted``.

    Raises:
        UsageError: the handbook has no column map, several periods are asked for, or ``to`` is a
            folder.
        Problems, InputError: the column map does not fit.
    """
    if to.is_dir():
        raise UsageError(f"file {to}", "is a folder", "name a file in it, such as payroll.csv")
    handbook, run = _run(wanted)
    mapping = _mapping(handbook)
    faults = list(fault_lines(handbook, [run.outcome]))
    for line in faults:
        typer.echo(line, err=True)
    if faults and not without_faulted:
        people = len({fault.person for fault in run.outcome.faults})
        typer.echo(
            f"hand-over of {run.outcome.label}: nothing is written, since {people}"
            f" {'person' if people == 1 else 'people'} cannot be paid; mend that, or hand over the"
            " others with --without-faulted",
            err=True,
        )
        return 1
    try:
        made = hand_over(run.outcome, mapping, run=run.key)
    except InputError as error:
        error.place = handbook.origin.places.at(_FILE, *error.path)
        raise
    sheet = to.with_suffix(".control.txt")
    write_whole(to, made.table)
    write_whole(sheet, made.sheet().encode())
    if as_json:
        print_json(_told(made, to, sheet))
    else:
        typer.echo(made.sheet(), nl=False)
        typer.echo(f"{to} is written, and {sheet} beside it")
    return int(bool(faults))


def _run(wanted: Wanted) -> tuple[Handbook, PayRun]:
    """The handbook and the one run: fresh, or the one that the store kept last."""
    if wanted.store is None:
        handbook, runs = worked_out(wanted, keyed=True)
    else:
        handbook = Handbook.load(wanted.handbook, wanted.data)
        Findings(tuple(payroll(handbook))).raise_for_errors()
        runs = list(kept_runs(handbook, wanted.period, wanted.store))
    if len(runs) > 1:
        raise UsageError(
            f"period {wanted.period}",
            f"is {len(runs)} pay runs, and payroll gets a file for each",
            f"hand over one at a time, such as {runs[0].outcome.label}",
        )
    return handbook, runs[0]


def _mapping(handbook: Handbook) -> PayrollMapping:
    if handbook.payroll is None:
        raise UsageError(
            f"handbook {handbook.company.id}",
            f"has no {_FILE}, so that nobody knows which columns payroll wants",
            "add it, with at least the columns person and total",
        )
    return handbook.payroll


def _told(made: HandOver, to: Path, sheet: Path) -> dict[str, Any]:
    return {
        "file": str(to),
        "sheet": str(sheet),
        "run": made.run,
        "period": made.period,
        "people": made.people,
        "totals": [
            {
                "of": total.field.value,
                "component": total.component,
                "currency": total.amount.currency,
                "amount": str(total.amount.amount),
            }
            for total in made.totals
        ],
        "in_no_column": [
            {
                "currency": rest.amount.currency,
                "amount": str(rest.amount.amount),
                "people": rest.people,
            }
            for rest in made.unsplit
        ],
        "left_out": list(made.left_out),
        "control_sum": made.control_sum,
    }
