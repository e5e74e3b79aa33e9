"""Fulfilments read: what was done of recurring duties, with the rows that say so."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from accountkit.errors import AccountkitError, Place
from accountkit.facts.fulfilments import Fulfilment
from accountkit.handbook import cells as cell
from accountkit.handbook.mapping import FulfilmentsTable
from accountkit.handbook.reading import Reading, Register, Source

__all__ = ["PlacedFulfilment", "read_fulfilments"]


@attrs.frozen
class PlacedFulfilment:
    """A row of a fulfilments table, with the place it stands."""

    fulfilment: Fulfilment
    place: Place


def read_fulfilments(
    table: FulfilmentsTable, source: Source, register: Register | None = None
) -> tuple[list[PlacedFulfilment], list[AccountkitError]]:
    """Read what was done of recurring duties.

    The same occasion twice is a problem, also in tables that share a ``register``.
    """
    reading = Reading(source, table.layout)
    columns, day = table.columns, cell.remembered(cell.date_in(table.layout))
    person = reading.column(columns.person, cell.remembered(cell.ident), "columns", "person")
    duty = reading.column(columns.duty, cell.remembered(cell.ident), "columns", "duty")
    occasion = reading.column(columns.occasion, day, "columns", "occasion")
    done_on = reading.column(columns.done_on, day, "columns", "done_on")
    remark = reading.optional(columns.remark, cell.not_blank, "columns", "remark")
    known = Register() if register is None else register

    def fulfilment(line: int, cells: Sequence[str]) -> PlacedFulfilment:
        found = Fulfilment(
            person=person(cells),
            duty=duty(cells),
            occasion=occasion(cells),
            done_on=done_on(cells),
            remark=remark(cells),
        )
        key = (found.person, found.duty, found.occasion)
        earlier = known.earlier(key, source.name, line)
        if earlier is not None:
            subject = f"fulfilment of {found.duty} by {found.person}"
            raise occasion.wrong(subject, f"stands already {earlier}", "keep one")
        return PlacedFulfilment(found, reading.place(line))

    return reading.rows(fulfilment), reading.problems
