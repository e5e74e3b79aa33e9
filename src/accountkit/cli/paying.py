"""Paying: ``accountkit pay``."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Generator, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import attrs
import typer

from accountkit.cli.printing import print_json, with_progress, working
from accountkit.documents import pay_list, pay_statement
from accountkit.documents.document import SUFFIXES
from accountkit.documents.statement_data import told_statement
from accountkit.documents.statement_rows import statement_rows, write_rows
from accountkit.engine.pay import evaluate_sequence
from accountkit.errors import UsageError, did_you_mean
from accountkit.handbook import Handbook
from accountkit.plans.faults import Fault
from accountkit.settlement.statements import Outcome
from accountkit.stores import Commit, PayRun, is_there, open_store, run_key
from accountkit.values.calendars import PeriodKind
from accountkit.values.periods import Period

__all__ = [
    "STATEMENT_FORMATS",
    "Wanted",
    "fault_lines",
    "kept_runs",
    "pay",
    "told_faults",
    "worked_out",
]


@attrs.frozen(kw_only=True)
class Wanted:
    """What the command line asks for: a handbook, a period, and where things are and go.

    ``format`` is that of the statements in the folder ``to``, one of ``STATEMENT_FORMATS``.
    """

    handbook: Path
    period: str
    data: Path | None
    store: str | None
    locale: str
    to: Path | None
    format: str = "html"


_ROWS = "csv"
STATEMENT_FORMATS = (*(suffix.removeprefix(".") for suffix in SUFFIXES), _ROWS)
"""How statements may be written: named by the ending of the files."""


def pay(wanted: Wanted, *, as_json: bool) -> int:
    """Work out, write, keep and print the pay of each period asked for.

    Nothing is written or kept before everything is worked out; statements that cannot be written
    keep the run from being kept, and the other way round.

    Returns:
        1 if somebody cannot be paid, else 0.

    Raises:
        UsageError: statements are not written in the format asked for.
    """
    _check_format(wanted.format)
    handbook, runs = worked_out(wanted, keyed=wanted.store is not None)
    outcomes = [run.outcome for run in runs]
    with ExitStack() as stack:
        written = 0
        if wanted.to is not None:
            written = stack.enter_context(_pages(outcomes, wanted.to, wanted))
        kept = [] if wanted.store is None else _kept(runs, wanted.store)
    if as_json:
        print_json(_told(handbook, outcomes, wanted.period))
    else:
        for outcome in outcomes:
            typer.echo(pay_list(outcome, locale=wanted.locale).text("plain"))
        for line in kept:
            typer.echo(line)
        if wanted.to is not None:
            typer.echo(f"{written} statement{' is' if written == 1 else 's are'} in {wanted.to}")
    for line in fault_lines(handbook, outcomes):
        typer.echo(line, err=True)
    return int(any(outcome.faults for outcome in outcomes))


def worked_out(wanted: Wanted, *, keyed: bool) -> tuple[Handbook, list[PayRun]]:
    """The handbook and a run for each period, evaluated and not yet kept.

    Only if ``keyed`` do runs have their key, which costs a look at every deal.

    Raises:
        Problems: the handbook or its tables have errors; nothing is worked out.
        UsageError: the period is none of any plan.
    """
    with working("reading the handbook and its tables"):
        handbook = Handbook.load(wanted.handbook, wanted.data)
        handbook.check().raise_for_errors()
    asked = handbook.periods(wanted.period)
    paid = _paid_before(handbook, asked, wanted.store)
    before = _leading_up_to(handbook, asked, paid)
    bounds = [handbook.bind(period) for period in (*before, *asked)]
    facts = handbook.facts()
    outcomes = evaluate_sequence(
        bounds, facts, paid={run.outcome.period: run.outcome for run in paid}
    )
    made_at = datetime.now(UTC)
    runs: list[PayRun] = []
    keys = [run.key for run in paid]
    for number, outcome in enumerate(with_progress(outcomes, "reckoning", of=len(bounds))):
        if outcome.period not in asked:
            continue
        key = run_key(bounds[: number + 1], facts, keys) if keyed else ""
        keys.append(key)
        runs.append(PayRun(key=key, made_at=made_at, outcome=outcome))
    for run in runs:
        if not run.outcome.statements and not run.outcome.faults:
            raise UsageError(
                f"period {run.outcome.label}",
                "has nobody to pay: no quota and no deal is dated in it",
                f"deals are known for {facts.span}" if facts.span else "add the deals",
            )
    return handbook, runs


def _paid_before(handbook: Handbook, asked: tuple[Period, ...], url: str | None) -> list[PayRun]:
    """What a store kept last of each period before those asked for, oldest first."""
    if url is None or not is_there(url):
        return []
    calendar = handbook.company.calendar
    with closing(open_store(url, make=False)) as store:
        kept = (store.latest(calendar.label(period)) for period in _earlier(handbook, asked))
        return [run for run in kept if run is not None]


def _leading_up_to(
    handbook: Handbook, asked: tuple[Period, ...], paid: list[PayRun]
) -> tuple[Period, ...]:
    """The periods before those asked for that these depend on, oldest first.

    All since the first plan where one carries something on, else those that were paid.
    """
    kinds = _kinds(handbook, asked)
    if any(plan.carries for plan in handbook.plans if plan.period in kinds):
        return _earlier(handbook, asked)
    return tuple(run.outcome.period for run in paid)


def _earlier(handbook: Handbook, asked: tuple[Period, ...]) -> tuple[Period, ...]:
    """The periods of the plans' kind that end before the first one asked for."""
    calendar, first = handbook.company.calendar, asked[0]
    found: dict[Period, None] = {}
    for kind in _kinds(handbook, asked):
        plans = [plan for plan in handbook.plans if plan.period is kind]
        start = min(plan.start for plan in plans)
        if start < first.start:
            for period in calendar.periods(kind, Period(start, first.start)):
                if period.end <= first.start and any(plan.covers(period) for plan in plans):
                    found[period] = None
    return tuple(found)


def _kinds(handbook: Handbook, asked: tuple[Period, ...]) -> tuple[PeriodKind, ...]:
    """How often the plans are reckoned that the first period asked for is one of."""
    calendar, first = handbook.company.calendar, asked[0]
    kinds = dict.fromkeys(plan.period for plan in handbook.plans)
    return tuple(kind for kind in kinds if calendar.period_of(kind, first.start) == first)


def kept_runs(handbook: Handbook, periods: str, url: str) -> Iterator[PayRun]:
    """The run of each period that a store kept last.

    Raises:
        UsageError: it keeps none of a period.
    """
    with closing(open_store(url, make=False)) as store:
        for period in handbook.periods(periods):
            label = handbook.company.calendar.label(period)
            run = store.latest(label)
            if run is None:
                raise UsageError(
                    f"store {url}",
                    f"keeps no run of {label}",
                    "run accountkit pay with the same --store first",
                )
            yield run


def fault_lines(handbook: Handbook, outcomes: Iterable[Outcome]) -> Iterator[str]:
    """Each fault as ``file:line:column: message``, those of one person together.

    What several components lack in the same words is told once, with all of their clauses.
    """
    faults = [fault for outcome in outcomes for fault in outcome.faults]
    faults.sort(key=lambda fault: (fault.person, fault.period))
    told: dict[str, list[Fault]] = {}
    for fault in faults:
        told.setdefault(attrs.evolve(fault, clause=None).message, []).append(fault)
    for first, *more in told.values():
        clauses = [fault.clause for fault in (first, *more) if fault.clause is not None]
        place = handbook.place_of(first)
        message = attrs.evolve(first, clause=", ".join(clauses) or None).message
        yield f"{place}: {message}" if place else message


def told_faults(handbook: Handbook, outcomes: Iterable[Outcome]) -> list[dict[str, Any]]:
    """Faults as JSON has them."""
    return [
        _told_fault(fault, outcome.label, handbook)
        for outcome in outcomes
        for fault in outcome.faults
    ]


def _kept(runs: list[PayRun], url: str) -> list[str]:
    told = {Commit.KEPT: "kept", Commit.REPLAYED: "was kept already"}
    with closing(open_store(url)) as store:
        return [
            f"run {run.key[:12]} of {run.outcome.label} {told[store.commit(run)]} in {url}"
            for run in runs
        ]


def _check_format(name: str) -> None:
    if name not in STATEMENT_FORMATS:
        raise UsageError(
            "statements",
            f'there is no format "{name}"',
            did_you_mean(
                name, STATEMENT_FORMATS, f"the formats are {', '.join(STATEMENT_FORMATS)}"
            ),
        )


@contextmanager
def _pages(outcomes: list[Outcome], folder: Path, wanted: Wanted) -> Generator[int]:
    """Statements, written beside the folder first and moved into it at the end; their number."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = Path(tempfile.mkdtemp(dir=folder, prefix=".unfinished-"))
    except OSError as error:
        raise UsageError(
            f"folder {folder}",
            f"cannot be written to ({(error.strerror or 'unknown reason').lower()})",
            "name a folder that may be written to",
        ) from None
    try:
        names: list[Path] = []
        for outcome in outcomes:
            (unfinished / outcome.label).mkdir()
            for stem, content in _files(outcome, wanted):
                names.append(Path(outcome.label, f"{stem}.{wanted.format}"))
                (unfinished / names[-1]).write_bytes(content)
        yield sum(len(outcome.statements) for outcome in outcomes)
        for name in names:
            (folder / name).parent.mkdir(exist_ok=True)
            (unfinished / name).replace(folder / name)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _files(outcome: Outcome, wanted: Wanted) -> Iterator[tuple[str, bytes]]:
    """The files of a run, by the name before the ending: one for all rows, else one a person."""
    if wanted.format == _ROWS:
        yield "statements", write_rows(statement_rows(outcome)).encode()
        return
    for statement in with_progress(outcome.statements, "writing"):
        page = pay_statement(outcome, statement.payee, locale=wanted.locale)
        yield statement.payee, page.content(SUFFIXES[f".{wanted.format}"])


def _told(handbook: Handbook, outcomes: list[Outcome], period: str) -> dict[str, Any]:
    return {
        "currency": handbook.company.currency,
        "period": period,
        "statements": [
            told_statement(statement) for outcome in outcomes for statement in outcome.statements
        ],
        "faults": told_faults(handbook, outcomes),
    }


def _told_fault(fault: Fault, label: str, handbook: Handbook) -> dict[str, Any]:
    place = handbook.place_of(fault)
    return {
        "payee": fault.person,
        "period": label,
        "component": fault.component,
        "clause": fault.clause,
        "place": str(place) if place else None,
        "message": fault.message,
    }
