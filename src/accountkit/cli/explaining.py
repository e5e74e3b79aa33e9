"""Explaining: ``accountkit explain``, for a person's pay and for the lines of a role."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import typer

from accountkit import documents
from accountkit.cli.paying import Wanted, fault_lines, kept_runs, told_faults, worked_out
from accountkit.cli.printing import print_json
from accountkit.errors import UsageError, did_you_mean
from accountkit.handbook import Handbook
from accountkit.settlement.prospects import prospect
from accountkit.settlement.statements import Outcome
from accountkit.wire import CONVERTER

__all__ = ["depth_of", "explain", "explain_role"]


def explain_role(
    folder: Path, role: str, position: str | None, locale: str, *, as_json: bool
) -> int:
    """Print where each line of a role's description comes from, and what it replaced.

    Returns:
        0; what cannot be told is an error.

    Raises:
        UsageError: the handbook has no such role.
    """
    handbook = Handbook.load(folder)
    if role not in handbook.role_ids:
        raise UsageError(
            f"explanation of {role}",
            "is of no role in the handbook",
            did_you_mean(role, handbook.role_ids, "give --period for the pay of a person"),
        )
    described = handbook.role(role, position)
    places = handbook.role_set.places_of(role, position)
    if as_json:
        told = documents.origins_of(described, locale=locale, written_at=places)
        print_json(CONVERTER.unstructure(told))
    else:
        page = documents.explain_role(described, locale=locale, written_at=places)
        typer.echo(page.text("plain"))
    return 0


def depth_of(text: str | None, *, deals: bool) -> documents.Depth:
    """How far down an explanation goes; ``deals`` is another way to ask for the deals.

    Raises:
        UsageError: there is no such depth, or both are given and differ.
    """
    known = {depth.value: depth for depth in documents.Depth}
    if text is None:
        return documents.Depth.DEALS if deals else documents.Depth.STEPS
    if text not in known:
        told = f"the depths are {', '.join(known)}"
        raise UsageError(
            "explanation", f'there is no depth "{text}"', did_you_mean(text, known, told)
        )
    if deals and known[text] is not documents.Depth.DEALS:
        raise UsageError("explanation", f"is asked for --deals at depth {text}", "give one of them")
    return known[text]


def explain(
    wanted: Wanted, person: str, *, depth: documents.Depth, more: bool, as_json: bool
) -> int:
    """Print how a person's pay came about in each period asked for, and why it is not ``more``.

    Returns:
        1 if the person cannot be paid in one of them, else 0.

    Raises:
        UsageError: none of the periods has a statement or a fault of the person.
    """
    handbook, outcomes = _outcomes(wanted)
    mine = [_of(person, outcome) for outcome in outcomes]
    if not any(outcome.statements or outcome.faults for outcome in mine):
        raise _unknown(person, wanted, outcomes)
    if as_json:
        told = [CONVERTER.unstructure(item) for outcome in mine for item in outcome.statements]
        faults = told_faults(handbook, mine)
        found = {"person": person, "period": wanted.period, "statements": told, "faults": faults}
        print_json(found | {"more": _ahead(mine)} if more else found)
    else:
        for outcome in mine:
            if outcome.statements:
                page = documents.explain(
                    outcome, person, locale=wanted.locale, depth=depth, more=more
                )
                typer.echo(page.text("plain"))
    for line in fault_lines(handbook, mine):
        typer.echo(line, err=True)
    return int(any(outcome.faults for outcome in mine))


def _ahead(outcomes: list[Outcome]) -> list[dict[str, Any]]:
    """Why each line is not more, as JSON has it."""
    return [
        {
            "period": outcome.label,
            "component": line.component,
            **CONVERTER.unstructure(prospect(outcome, statement.plan, line)),
        }
        for outcome in outcomes
        for statement in outcome.statements
        for line in statement.lines
    ]


def _of(person: str, outcome: Outcome) -> Outcome:
    """What an outcome says of one person."""
    return attrs.evolve(
        outcome,
        statements=tuple(item for item in outcome.statements if item.payee == person),
        faults=tuple(fault for fault in outcome.faults if fault.person == person),
    )


def _unknown(person: str, wanted: Wanted, outcomes: list[Outcome]) -> UsageError:
    paid = {item.payee: None for outcome in outcomes for item in outcome.statements}
    return UsageError(
        f"pay for {wanted.period}",
        f"has no statement of {person}",
        did_you_mean(person, paid, f"it has those of {', '.join(paid) or 'nobody'}"),
    )


def _outcomes(wanted: Wanted) -> tuple[Handbook, list[Outcome]]:
    if wanted.store is None:
        handbook, runs = worked_out(wanted, keyed=False)
    else:
        handbook = Handbook.load(wanted.handbook, wanted.data)
        runs = list(kept_runs(handbook, wanted.period, wanted.store))
    return handbook, [run.outcome for run in runs]
