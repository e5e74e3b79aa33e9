"""The chart tree: seats below seats, apart from how any format draws them.

What a seat prints is made here, so that every format says the same; writers
(``accountkit.documents.mermaid``, ``accountkit.documents.svg``) add no words.
"""

from __future__ import annotations

import attrs

from accountkit.documents.chart_words import ChartWords
from accountkit.documents.tree import Inline, inline
from accountkit.roles.absences import Absence
from accountkit.roles.substitution import SubstitutionOrder

__all__ = ["ChartSeat", "ChartTree", "Deputy", "Holder"]


@attrs.frozen(kw_only=True)
class Holder:
    """Who holds a seat, and the absence for which they are away, if they are."""

    person: str
    name: str
    absence: Absence | None = None


@attrs.frozen(kw_only=True)
class Deputy:
    """Who acts in a seat, and the order that says so."""

    person: str
    name: str
    order: SubstitutionOrder


@attrs.frozen(kw_only=True)
class ChartSeat:
    """A position with the seats that report to it.

    ``title`` is that of its role. ``label`` is its id where another position has the same title,
    and empty elsewhere.
    """

    position: str
    role: str
    title: Inline
    label: str = ""
    holders: tuple[Holder, ...] = ()
    deputies: tuple[Deputy, ...] = ()
    reports: tuple[ChartSeat, ...] = ()


@attrs.frozen(kw_only=True)
class ChartTree:
    """A whole chart; ``tops`` are the seats that report to nobody, in the order of positions."""

    words: ChartWords
    title: str
    tops: tuple[ChartSeat, ...]

    def seat_lines(self, seat: ChartSeat) -> tuple[Inline, ...]:
        """What stands below a title: the label, and each holder or that there is none."""
        found = [seat.label]
        for holder in seat.holders:
            found.append(holder.name)
            if holder.absence is not None:
                found.append(self.words.absence(holder.absence.until))
        if not seat.holders:
            found.append(self.words.vacant)
        return tuple(inline(line) for line in found if line)

    def deputy_lines(self, deputy: Deputy) -> tuple[Inline, ...]:
        """What stands for a deputy: the name, for what, and from when to when."""
        order = deputy.order
        found = [
            self.words.acting[order.mode].replace("{name}", deputy.name),
            self.words.some_clauses if order.clauses else "",
            self.words.days(order.start, order.until),
        ]
        return tuple(inline(line) for line in found if line)
