"""Explaining: ``accountkit explain``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing

import typer

from accountkit import documents
from accountkit.cli.paying import Wanted, fault_lines, worked_out
from accountkit.errors import UsageError
from accountkit.handbook import Handbook
from accountkit.settlement.statements import Outcome
from accountkit.stores import open_store
from accountkit.wire import CONVERTER

__all__ = ["explain"]


def explain(wanted: Wanted, person: str, *, deals: bool, as_json: bool) -> int:
    """Print how a person's pay came about in each period asked for.

    Returns:
        1 if the person cannot be paid in one of them, else 0.
    """
    found = False
    for outcome in list(_outcomes(wanted)):
        mine = [fault for fault in outcome.faults if fault.person == person]
        if mine:
            found = True
            handbook = Handbook.load(wanted.handbook, wanted.data)
            only_mine = Outcome(
                period=outcome.period,
                label=outcome.label,
                plans=(),
                measures=(),
                statements=(),
                faults=tuple(mine),
            )
            for line in fault_lines(handbook, [only_mine]):
                typer.echo(line, err=True)
            continue
        if as_json:
            told = CONVERTER.unstructure(outcome.statement(person))
            typer.echo(json.dumps(told, indent=2, ensure_ascii=False))
        else:
            page = documents.explain(outcome, person, locale=wanted.locale, deals=deals)
            typer.echo(page.text("plain"))
    return int(found)


def _outcomes(wanted: Wanted) -> Iterator[Outcome]:
    if wanted.store is None:
        _, runs = worked_out(wanted)
        yield from (run.outcome for run in runs)
        return
    handbook = Handbook.load(wanted.handbook, wanted.data)
    with closing(open_store(wanted.store)) as store:
        for period in handbook.periods(wanted.period):
            label = handbook.company.calendar.label(period)
            run = store.latest(label)
            if run is None:
                raise UsageError(
                    f"store {wanted.store}",
                    f"keeps no run of {label}",
                    "run accountkit pay with the same --store first",
                )
            yield run.outcome
