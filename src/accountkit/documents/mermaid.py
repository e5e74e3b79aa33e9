r"""Mermaid: an organisation chart as text that wikis and code hosts draw.

It keeps to a few forms of a flowchart: nodes with quoted labels, solid links between seats, dotted
links to deputies, a title and a description for those who do not see it. Every sign of a label that
Mermaid could take for its own is written as its number, so that no name adds to the chart or ends
it. Mermaid still makes a break of ``\n``, a formula of ``$$x$$`` and a sign of ``fa:fa-x`` when it
draws a label; nothing keeps it from that.

Source:
    Mermaid 11, "Flowcharts - Basic Syntax", entity codes to escape characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from accountkit.documents._characters import printable
from accountkit.documents.chart_tree import ChartSeat, ChartTree
from accountkit.documents.tree import Inline, plain_text

__all__ = ["write_mermaid"]

_INDENT = "    "
_OWN = re.compile(r"^[\W\d_]|[^\w .,'()\-:]|_")
"""What could mean something: all signs but a few, and at the start all that is no letter."""

_STYLES = (
    "classDef vacant stroke-width:1px,stroke-dasharray:2 2",
    "classDef deputy stroke-dasharray:6 4",
)


def write_mermaid(chart: ChartTree) -> str:
    """The chart as a flowchart from top to bottom, ending in a newline."""
    lines = [
        f"accTitle: {_on_one_line(chart.title)}",
        f"accDescr: {_on_one_line(chart.words.description)}",
        *_Flow(chart).lines(),
        *_STYLES,
    ]
    return "\n".join(["flowchart TD", *(_INDENT + line for line in lines)]) + "\n"


class _Flow:
    """The nodes and links of one chart; seats and deputies are numbered in reading order."""

    def __init__(self, chart: ChartTree) -> None:
        self._chart = chart
        self._seats = count(1)
        self._deputies = count(1)

    def lines(self) -> Iterator[str]:
        """A node for each seat, its deputies after it, then the seats below it."""
        for top in self._chart.tops:
            yield from self._seat(top, None)

    def _seat(self, seat: ChartSeat, above: str | None) -> Iterator[str]:
        name = f"p{next(self._seats)}"
        title = (seat.title, *self._chart.seat_lines(seat))
        yield f"{name}{_node(title)}{'' if seat.holders else ':::vacant'}"
        if above is not None:
            yield f"{above} --> {name}"
        for deputy in seat.deputies:
            acting = f"d{next(self._deputies)}"
            yield f"{acting}{_node(self._chart.deputy_lines(deputy))}:::deputy"
            yield f"{name} -.- {acting}"
        for below in seat.reports:
            yield from self._seat(below, name)


def _node(lines: tuple[Inline, ...]) -> str:
    return f'["{"<br/>".join(_escaped(plain_text(line)) for line in lines)}"]'


def _on_one_line(text: str) -> str:
    return _escaped(printable(text).replace("\n", " "))


def _escaped(text: str) -> str:
    lines = printable(text).split("\n")
    return "<br/>".join(_OWN.sub(lambda sign: f"#{ord(sign[0])};", line) for line in lines)
