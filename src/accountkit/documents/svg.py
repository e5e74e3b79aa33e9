"""SVG: an organisation chart as a picture that is text all through.

The picture loads nothing and runs nothing. Text is text: it can be searched, copied and read aloud,
in reading order, and is in the language it is marked with. It has a title and a description for
those who do not see it. Lengths are in pixels.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import attrs

from accountkit.documents._characters import printable
from accountkit.documents._text_widths import broken_into_lines
from accountkit.documents._tidy_tree import Branch, arranged
from accountkit.documents.chart_tree import ChartSeat, ChartTree
from accountkit.documents.tree import Inline, Run, inline

__all__ = ["write_svg"]

_BOX = 256
_STEP = _BOX + 24
_BETWEEN_LEVELS = 48
_MARGIN = 24
_PADDING = 10
_NARROWEST = 480
"""The least width of a picture, so that its title has room."""

_STYLE = """
text { font-family: Arial, "Liberation Sans", "DejaVu Sans", sans-serif; fill: #1a1a1a; }
text { white-space: pre; }
.heading { font-weight: bold; }
.seat text { text-anchor: middle; }
.strong { font-weight: bold; }
.box { fill: #ffffff; stroke: #333333; stroke-width: 1.5; }
.vacant .box { stroke-dasharray: 2 2; }
.deputy { fill: #f5f5f5; stroke: #333333; stroke-dasharray: 6 4; }
.line { fill: none; stroke: #333333; stroke-width: 1.5; }
"""


@attrs.frozen
class _Letters:
    """How some text is set: the size of its letters, the height of a line, and its class."""

    size: int
    line: int
    kind: str = ""

    def broken(self, content: Inline, width: int) -> tuple[Inline, ...]:
        """The text in lines that fit a width."""
        room = width * 1000 // self.size
        shown = tuple(Run(printable(run.text), run.language) for run in content)
        return broken_into_lines(shown, room, strong=self.kind in {"strong", "heading"})


_HEADING = _Letters(18, 24, "heading")
_TITLE = _Letters(13, 18, "strong")
_PLAIN = _Letters(13, 18)
_SMALL = _Letters(12, 16)

_Paragraph = tuple[_Letters, tuple[Inline, ...]]
"""Some text in lines."""


@attrs.frozen
class _Box:
    """A seat with its text broken into lines."""

    seat: ChartSeat
    paragraphs: tuple[_Paragraph, ...]
    deputies: tuple[tuple[_Paragraph, ...], ...]
    reports: tuple[_Box, ...]

    @classmethod
    def of(cls, seat: ChartSeat, chart: ChartTree) -> _Box:
        """A seat with all those below it."""
        inner, innermost = _BOX - 2 * _PADDING, _BOX - 4 * _PADDING
        told = [(_TITLE, seat.title), *((_PLAIN, line) for line in chart.seat_lines(seat))]
        return cls(
            seat,
            tuple((letters, letters.broken(line, inner)) for letters, line in told),
            tuple(
                tuple((_SMALL, _SMALL.broken(line, innermost)) for line in chart.deputy_lines(who))
                for who in seat.deputies
            ),
            tuple(cls.of(below, chart) for below in seat.reports),
        )

    @property
    def height(self) -> int:
        """The height with the space around the text."""
        return (
            2 * _PADDING
            + _height(self.paragraphs)
            + sum(_deputy_height(deputy) + _PADDING for deputy in self.deputies)
        )


def write_svg(chart: ChartTree) -> str:
    """The chart as a picture, ending in a newline."""
    picture = _Picture(chart)
    size = f'width="{picture.width}" height="{picture.height}"'
    language = _attribute(chart.words.language)
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}'
        f' viewBox="0 0 {picture.width} {picture.height}" lang="{language}" xml:lang="{language}"'
        ' role="graphics-document" aria-labelledby="title" aria-describedby="description">'
    )
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        opening,
        f'<title id="title">{_escaped(chart.title)}</title>',
        f'<desc id="description">{_escaped(chart.words.description)}</desc>',
        f"<style>{_STYLE}</style>",
        f'<rect {size} fill="#ffffff"/>',
        *picture.heading(),
        *picture.links(),
        *picture.seats(),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


class _Picture:
    """A chart with the place of everything in it."""

    def __init__(self, chart: ChartTree) -> None:
        boxes = tuple(_Box.of(top, chart) for top in chart.tops)
        tops = arranged(boxes, lambda box: box.reports, step=_STEP)
        self._branches = [branch for top in tops for branch in _reading(top)]
        rightmost = max((branch.place for branch in self._branches), default=0)
        self.width = 2 * _MARGIN + max(rightmost + _BOX, _NARROWEST)
        self._heading = _HEADING.broken(inline(chart.title), self.width - 2 * _MARGIN)
        self._rows = self._row_tops()
        self.height = self._rows[-1] - _BETWEEN_LEVELS + _MARGIN

    def _row_tops(self) -> list[int]:
        """Where each row of boxes starts, and where one more row would."""
        tallest: dict[int, int] = {}
        for branch in self._branches:
            tallest[branch.level] = max(tallest.get(branch.level, 0), branch.node.height)
        starts = [2 * _MARGIN + _HEADING.line * len(self._heading)]
        for level in sorted(tallest):
            starts.append(starts[-1] + tallest[level] + _BETWEEN_LEVELS)
        return starts

    def _middle(self, branch: Branch[_Box]) -> int:
        return _MARGIN + _BOX // 2 + branch.place

    def heading(self) -> Iterator[str]:
        """The title, to be read above the chart."""
        yield from _text((_HEADING, self._heading), _MARGIN, _MARGIN)

    def links(self) -> Iterator[str]:
        """Lines from each box to those below it."""
        for branch in self._branches:
            bottom = self._rows[branch.level] + branch.node.height
            for below in branch.below:
                top = self._rows[below.level]
                yield (
                    f'<path class="line" d="M{self._middle(branch)} {bottom}'
                    f'V{top - _BETWEEN_LEVELS // 2}H{self._middle(below)}V{top}"/>'
                )

    def seats(self) -> Iterator[str]:
        """Every box with its text, in reading order."""
        for branch in self._branches:
            yield from _seat(branch.node, self._middle(branch), self._rows[branch.level])


def _reading(branch: Branch[_Box]) -> Iterator[Branch[_Box]]:
    yield branch
    for below in branch.below:
        yield from _reading(below)


def _seat(box: _Box, middle: int, top: int) -> Iterator[str]:
    left = middle - _BOX // 2
    yield f'<g class="{"seat" if box.seat.holders else "seat vacant"}">'
    yield f'<rect class="box" x="{left}" y="{top}" width="{_BOX}" height="{box.height}"/>'
    y = top + _PADDING
    for paragraph in box.paragraphs:
        yield from _text(paragraph, middle, y)
        y += _height((paragraph,))
    for deputy in box.deputies:
        y += _PADDING
        yield (
            f'<rect class="deputy" x="{left + _PADDING}" y="{y}" width="{_BOX - 2 * _PADDING}"'
            f' height="{_deputy_height(deputy)}"/>'
        )
        inside = y + _PADDING // 2
        for paragraph in deputy:
            yield from _text(paragraph, middle, inside)
            inside += _height((paragraph,))
        y += _deputy_height(deputy)
    yield "</g>"


def _text(paragraph: _Paragraph, x: int, top: int) -> Iterator[str]:
    letters, lines = paragraph
    kind = f' class="{letters.kind}"' if letters.kind else ""
    spans = (
        f'<tspan x="{x}" y="{top + row * letters.line + letters.size}">{_words(line)}</tspan>'
        for row, line in enumerate(lines)
    )
    yield f'<text{kind} font-size="{letters.size}" xml:space="preserve">{"".join(spans)}</text>'


def _words(line: Inline) -> str:
    return "".join(_run(run) for run in line)


def _run(run: Run) -> str:
    if run.language is None:
        return _escaped(run.text)
    language = _attribute(run.language)
    return f'<tspan lang="{language}" xml:lang="{language}">{_escaped(run.text)}</tspan>'


def _height(paragraphs: tuple[_Paragraph, ...]) -> int:
    return sum(letters.line * len(lines) for letters, lines in paragraphs)


def _deputy_height(paragraphs: tuple[_Paragraph, ...]) -> int:
    return _PADDING + _height(paragraphs)


def _escaped(text: str) -> str:
    return escape(printable(text), quote=False)


def _attribute(text: str) -> str:
    return escape(printable(text), quote=True)
