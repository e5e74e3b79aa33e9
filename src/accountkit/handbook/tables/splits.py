"""Splits read: who shares the credit of which deal.

Whether the shares of a deal sum to the whole is checked when the handbook is
(``accountkit.handbook.checks.splits``); whoever is named on one that does not is not paid.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from accountkit.errors import Place
from accountkit.facts.deals import Deal
from accountkit.facts.splits import Share, ShareKind
from accountkit.handbook import cells as cell
from accountkit.handbook.mapping import SplitsTable
from accountkit.handbook.reading import Reading, Register, Source
from accountkit.handbook.tables.deals import deal_named
from accountkit.handbook.tables.found import Found, People

__all__ = ["read_splits"]


def read_splits(
    table: SplitsTable,
    source: Source,
    deals: Mapping[str, Deal] | None,
    register: Register | None = None,
) -> tuple[Found[Share], dict[str, Place]]:
    """Read shares of deals.

    Given ``deals``, a share of any other deal is a problem; so is a second share of one kind of
    the same person in the same deal, also in tables that share a ``register``.

    Returns:
        The shares, and the first row of each deal.
    """
    reading = Reading(source, table.layout)
    columns, people = table.columns, People(reading)
    deal = reading.joined(columns.deal, "columns", "deal")
    person = reading.column(columns.person, cell.remembered(cell.ident), "columns", "person")
    part = reading.column(
        columns.share, cell.remembered(cell.share_in(table.layout)), "columns", "share"
    )
    kind = reading.optional(columns.kind, cell.share_kind, "columns", "kind")
    known = Register() if register is None else register
    lines: dict[str, int] = {}

    def share(line: int, cells: Sequence[str]) -> Share:
        name, _ = deal_named(deal, cells, deals, "share")
        found = Share(
            deal=name,
            person=person(cells),
            share=part(cells),
            kind=kind(cells) or ShareKind.SPLIT,
        )
        key = (found.deal, found.person, found.kind)
        earlier = known.earlier(key, source.name, line)
        if earlier is not None:
            subject = f"{found.kind.value} of deal {name} for {found.person}"
            raise person.wrong(subject, f"stands already {earlier}", "keep one")
        people.seen(found.person, line)
        lines.setdefault(name, line)
        return found

    shares = reading.rows(share)
    found = Found(rows=shares, people=people.places, problems=reading.problems)
    return found, {name: reading.place(line) for name, line in lines.items()}
