"""The chart: who holds which position on a day and who reports to whom, as a tree of seats.

A seat shows its title, its holder or that it is vacant, and the deputies who act in it. The chart
can be had as Mermaid text or as an SVG picture. The same organisation and day give the same bytes.
"""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

import attrs

from accountkit.documents._post_titles import PostTitles
from accountkit.documents._wording import capitalised
from accountkit.documents.chart_tree import ChartSeat, ChartTree, Deputy, Holder
from accountkit.documents.chart_words import chart_words_for
from accountkit.documents.files import ending_of, write_whole
from accountkit.documents.formats import date_text
from accountkit.documents.mermaid import write_mermaid
from accountkit.documents.svg import write_svg
from accountkit.documents.tree import Inline, plain_text
from accountkit.documents.words import words_for
from accountkit.errors import Problems, UsageError, did_you_mean
from accountkit.roles.description import RoleInCompany
from accountkit.roles.organisation import Organisation, Position

__all__ = ["CHART_FORMATS", "Chart", "organisation_chart"]

CHART_FORMATS: Mapping[str, tuple[str, Callable[[ChartTree], str]]] = MappingProxyType(
    {"mermaid": (".mmd", write_mermaid), "svg": (".svg", write_svg)}
)
"""The formats by name: how their files' names end, and what writes them."""


@attrs.frozen
class Chart:
    """A finished chart."""

    tree: ChartTree

    @property
    def language(self) -> str:
        """The language it is in."""
        return self.tree.words.language

    @property
    def title(self) -> str:
        """Its title."""
        return self.tree.title

    def text(self, format: str) -> str:  # noqa: A002 - the word a reader of the call expects
        """The chart in one of ``CHART_FORMATS``: ``mermaid`` or ``svg``.

        Raises:
            UsageError: there is no such format.
        """
        if format not in CHART_FORMATS:
            raise UsageError(
                "chart",
                f'there is no format "{format}"',
                did_you_mean(format, CHART_FORMATS, f"the formats are {', '.join(CHART_FORMATS)}"),
            )
        return CHART_FORMATS[format][1](self.tree)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the chart to a file, in the format that the file's name ends in.

        Returns:
            The path written.

        Raises:
            UsageError: the ending is none of a chart, or the file cannot be written.
        """
        target = Path(path)
        endings = {suffix: name for name, (suffix, _) in CHART_FORMATS.items()}
        ending = ending_of("chart", target, endings)
        write_whole(target, self.text(endings[ending]).encode())
        return target


def organisation_chart(
    organisation: Organisation,
    roles: Mapping[str, RoleInCompany],
    *,
    company: str,
    on: date,
    locale: str,
) -> Chart:
    """The chart of an organisation as it is on a day.

    Args:
        organisation: people, positions, absences and orders.
        roles: the role of each position, by the position's id.
        company: the company's name.
        on: the day.
        locale: the language to print, such as ``en`` or ``fil``.

    Raises:
        UsageError: the language cannot be printed, or the role of a position is not given.
        Problems: the organisation has faults, or a title is missing in the language.
    """
    words = chart_words_for(locale)
    faults = organisation.faults()
    if faults:
        raise Problems("organisation cannot be charted", faults)
    posts = PostTitles(roles=roles, words=words_for(locale))
    titles = {seat.id: capitalised(posts.of(seat.id)) for seat in organisation.positions}
    if posts.missing:
        raise Problems("organisation cannot be charted", posts.missing)
    title = words.title.format(company=company, date=date_text(on, locale=words.language))
    seats = _Seats(organisation, titles, on)
    return Chart(ChartTree(words=words, title=title, tops=seats.below(None)))


class _Seats:
    """The seats of an organisation on a day."""

    def __init__(self, organisation: Organisation, titles: Mapping[str, Inline], on: date) -> None:
        self._organisation = organisation
        self._titles = titles
        self._on = on
        self._same = Counter(plain_text(title) for title in titles.values())
        self._below: dict[str | None, list[Position]] = defaultdict(list)
        for position in organisation.positions:
            self._below[position.superior(on)].append(position)
        self._deputies: dict[str, list[Deputy]] = defaultdict(list)
        for item in organisation.acting(on):
            name = organisation.person(item.person).name
            deputy = Deputy(person=item.person, name=name, order=item.order)
            self._deputies[item.position].append(deputy)

    def below(self, above: str | None) -> tuple[ChartSeat, ...]:
        """The seats that report to a position, or those that report to nobody."""
        return tuple(self._seat(position) for position in self._below[above])

    def _seat(self, position: Position) -> ChartSeat:
        title = self._titles[position.id]
        return ChartSeat(
            position=position.id,
            role=position.role,
            title=title,
            label=position.id if self._same[plain_text(title)] > 1 else "",
            holders=tuple(
                Holder(
                    person=person,
                    name=self._organisation.person(person).name,
                    absence=self._organisation.absence_of(person, self._on),
                )
                for person in self._organisation.holders(position.id, self._on)
            ),
            deputies=tuple(self._deputies[position.id]),
            reports=self.below(position.id),
        )
