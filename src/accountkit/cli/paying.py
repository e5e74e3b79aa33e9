"""Paying: ``accountkit pay``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import attrs
import typer

from accountkit.documents import Document, pay_statement
from accountkit.engine.pay import evaluate
from accountkit.errors import UsageError
from accountkit.handbook import Handbook
from accountkit.plans.faults import Fault
from accountkit.settlement.statements import Outcome, Statement
from accountkit.stores import Commit, PayRun, open_store, run_key

__all__ = ["Wanted", "fault_lines", "pay", "worked_out"]

T = TypeVar("T")


@attrs.frozen(kw_only=True)
class Wanted:
    """What the command line asks for: a handbook, a period, and where things are and go."""

    handbook: Path
    period: str
    data: Path | None
    store: str | None
    locale: str
    to: Path | None


def pay(wanted: Wanted, *, as_json: bool) -> int:
    """Work out, keep, write and print the pay of each period asked for.

    Nothing is kept or written before everything is worked out.

    Returns:
        1 if somebody cannot be paid, else 0.
    """
    handbook, runs = worked_out(wanted)
    outcomes = [run.outcome for run in runs]
    pages = list(_pages(outcomes, wanted)) if wanted.to is not None else []
    kept = _kept(runs, wanted.store) if wanted.store is not None else []
    for file, document in pages:
        file.parent.mkdir(parents=True, exist_ok=True)
        document.save(file)
    if as_json:
        typer.echo(json.dumps(_json(handbook, outcomes, wanted.period), indent=2))
    else:
        _print_tables(outcomes)
        for line in kept:
            typer.echo(line)
        if pages:
            typer.echo(f"{len(pages)} statements are in {wanted.to}")
    for line in fault_lines(handbook, outcomes):
        typer.echo(line, err=True)
    return int(any(outcome.faults for outcome in outcomes))


def worked_out(wanted: Wanted) -> tuple[Handbook, list[PayRun]]:
    """The handbook and a run for each period, evaluated and not yet kept.

    Raises:
        Problems: the handbook or its tables have errors; nothing is worked out.
        UsageError: the period is none of any plan.
    """
    handbook = Handbook.load(wanted.handbook, wanted.data)
    handbook.check().raise_for_errors()
    bound = [handbook.bind(period) for period in handbook.periods(wanted.period)]
    facts = handbook.facts()
    made_at = datetime.now(UTC)
    runs = [
        PayRun(
            key=run_key(promised, facts) if wanted.store is not None else "",
            made_at=made_at,
            outcome=evaluate(promised, facts),
        )
        for promised in _with_progress(bound)
    ]
    for run in runs:
        if not run.outcome.statements and not run.outcome.faults:
            raise UsageError(
                f"period {run.outcome.label}",
                "has nobody to pay: no quota and no deal is dated in it",
                f"deals are known for {facts.span}" if facts.span else "add the deals",
            )
    return handbook, runs


def fault_lines(handbook: Handbook, outcomes: Iterable[Outcome]) -> Iterator[str]:
    """Each fault as ``file:line:column: message``, those of one person together."""
    faults = [fault for outcome in outcomes for fault in outcome.faults]
    for fault in sorted(faults, key=lambda fault: (fault.person, fault.period)):
        place = handbook.place_of(fault)
        yield f"{place}: {fault.message}" if place else fault.message


def _kept(runs: list[PayRun], url: str) -> list[str]:
    told = {Commit.KEPT: "kept", Commit.REPLAYED: "was kept already"}
    with closing(open_store(url)) as store:
        return [
            f"run {run.key[:12]} of {run.outcome.label} {told[store.commit(run)]} in {url}"
            for run in runs
        ]


def _pages(outcomes: list[Outcome], wanted: Wanted) -> Iterator[tuple[Path, Document]]:
    folder = wanted.to or Path()
    for outcome in outcomes:
        for statement in outcome.statements:
            page = pay_statement(outcome, statement.payee, locale=wanted.locale)
            yield folder / outcome.label / f"{statement.payee}.html", page


def _with_progress(items: list[T]) -> Iterable[T]:
    """The items, with a bar on a terminal while they are gone through."""
    if not sys.stderr.isatty():
        return items
    from rich.console import Console  # noqa: PLC0415 - a terminal alone needs it
    from rich.progress import track  # noqa: PLC0415

    return track(items, description="reckoning", console=Console(stderr=True), transient=True)


def _json(handbook: Handbook, outcomes: list[Outcome], period: str) -> dict[str, Any]:
    return {
        "currency": handbook.company.currency,
        "period": period,
        "statements": [_statement(item) for outcome in outcomes for item in outcome.statements],
        "faults": [
            _fault(fault, outcome.label, handbook)
            for outcome in outcomes
            for fault in outcome.faults
        ],
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "payee": statement.payee,
        "period": statement.label,
        "currency": statement.currency,
        "total": str(statement.total.amount),
        "lines": [
            {
                "component": line.component,
                "amount": str(line.amount.amount),
                "clause": f"{statement.plan}:{line.clause}",
            }
            for line in statement.lines
        ],
    }


def _fault(fault: Fault, label: str, handbook: Handbook) -> dict[str, Any]:
    place = handbook.place_of(fault)
    return {
        "payee": fault.person,
        "period": label,
        "component": fault.component,
        "clause": fault.clause,
        "place": str(place) if place else None,
        "message": fault.message,
    }


def _print_tables(outcomes: list[Outcome]) -> None:
    from rich.console import Console  # noqa: PLC0415 - JSON needs none of it
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    console = Console(soft_wrap=True)
    for outcome in outcomes:
        columns = dict.fromkeys(
            component.id for plan in outcome.plans for component in plan.components
        )
        table = Table(title=f"Pay for {outcome.label}", title_justify="left", box=None)
        table.add_column("")
        for column in (*columns, "total"):
            table.add_column(Text(column), justify="right")
        for statement in outcome.statements:
            amounts = {line.component: str(line.amount.amount) for line in statement.lines}
            cells = [Text(amounts.get(column, "")) for column in columns]
            name = Text(f"{statement.name} ({statement.payee})")
            table.add_row(name, *cells, Text(str(statement.total)))
        console.print(table)
        console.print()
