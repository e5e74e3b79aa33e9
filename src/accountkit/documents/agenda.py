"""The agenda: what falls due for a person, what is done and what is late, as a document.

Clauses print with the number and the wording that they have in the job description. Nothing is
judged here: every status is one that ``accountkit.engine.duties`` found. The same for calendar
programs is in ``accountkit.documents.icalendar``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

import attrs

from accountkit.documents._wording import Wording
from accountkit.documents.agenda_words import AgendaWords, agenda_words_for
from accountkit.documents.document import Document
from accountkit.documents.formats import date_text
from accountkit.documents.job_description import printable
from accountkit.documents.tree import (
    Block,
    Dashes,
    Facts,
    Heading,
    Inline,
    Item,
    Paragraph,
    Table,
    Tree,
    inline,
)
from accountkit.engine.duties import Agenda, Occasion, Series, Status, Unjudged
from accountkit.errors import Problems
from accountkit.facts.fulfilments import Fulfilment
from accountkit.values.clauses import NumberStyle

__all__ = ["AgendaTelling", "duty_agenda"]


def duty_agenda(agenda: Agenda, *, locale: str) -> Document:
    """What falls due for a person in a period, a row an occasion, earliest first.

    Args:
        agenda: what falls due, and how it stands as of a day.
        locale: the language to print, such as ``en`` or ``fil``.

    Raises:
        UsageError: agendas are not printed in that language.
        Problems: the description of a role cannot be printed, as ``describe`` says, or a duty has
            no wording in that language.
    """
    telling = AgendaTelling.of(agenda, locale=locale)
    title = telling.title
    blocks = tuple(_blocks(agenda, telling))
    telling.raise_if_missing()
    return Document(Tree(language=telling.words.language, title=title, blocks=blocks))


@attrs.frozen(kw_only=True)
class AgendaTelling:
    """The words, clauses and dates of one agenda in one language."""

    agenda: Agenda
    words: AgendaWords
    wordings: dict[str, Wording]

    @classmethod
    def of(cls, agenda: Agenda, *, locale: str) -> AgendaTelling:
        """The telling of an agenda.

        Raises:
            UsageError: agendas are not printed in that language.
            Problems: the description of a role cannot be printed.
        """
        told: tuple[Series | Unjudged, ...] = (*agenda.series, *agenda.unjudged)
        roles = {item.position: item.role for item in told}
        return cls(
            agenda=agenda,
            words=agenda_words_for(locale),
            wordings={name: printable(role, locale=locale) for name, role in roles.items()},
        )

    @cached_property
    def title(self) -> str:
        """What the agenda is called."""
        return self.words.title.format(name=self.agenda.name)

    def raise_if_missing(self) -> None:
        """Tell all wordings that were asked for and are missing.

        Raises:
            Problems: there are some.
        """
        missing = [error for wording in self.wordings.values() for error in wording.missing]
        if missing:
            raise Problems(f"agenda of {self.agenda.person} cannot be printed", missing)

    def number(self, item: Series | Unjudged) -> str:
        """The number that the duty prints in the job description; empty where it has a dash."""
        wording = self.wordings[item.position]
        has_dash = wording.role.role.numbering is NumberStyle.DASH
        return "" if has_dash else wording.numbers[item.duty.id]

    def text(self, item: Series | Unjudged) -> Inline:
        """The wording of the duty."""
        return self.wordings[item.position].of(item.duty.id, item.duty.text)

    def title_of_role(self, item: Series | Unjudged) -> Inline:
        """The title of the role that the duty belongs to."""
        wording = self.wordings[item.position]
        role = wording.role.role
        return wording.title(role.id, role.title, role.loans)

    def day(self, occasion: Occasion) -> str:
        """The day due."""
        return date_text(occasion.due, locale=self.words.language)

    def last_day(self, occasion: Occasion) -> str:
        """The last day in time."""
        return date_text(occasion.last_day, locale=self.words.language)

    def done(self, fulfilment: Fulfilment) -> str:
        """When it was done, with what was remarked."""
        day = date_text(fulfilment.done_on, locale=self.words.language)
        return f"{day} ({fulfilment.remark})" if fulfilment.remark else day

    @property
    def as_of(self) -> str:
        """The day as of which everything is told."""
        return date_text(self.agenda.on, locale=self.words.language)


def _blocks(agenda: Agenda, telling: AgendaTelling) -> Iterator[Block]:
    words = telling.words
    yield Heading(level=1, content=inline(telling.title))
    yield _about(agenda, telling)
    if agenda.series:
        yield _table(agenda, telling)
    else:
        yield Paragraph(content=inline(words.nothing))
    if agenda.unjudged:
        yield Heading(level=2, content=inline(words.unjudged))
        yield Dashes(items=tuple(Item(content=_named(item, telling)) for item in agenda.unjudged))


def _about(agenda: Agenda, telling: AgendaTelling) -> Facts:
    """Who, when, as of which day, and how many occasions there are of each status."""
    words, language = telling.words, telling.words.language
    days = words.days.format(
        first=date_text(agenda.period.start, locale=language),
        last=date_text(agenda.period.last_day, locale=language),
    )
    lines = {
        words.person: f"{agenda.name} ({agenda.person})",
        words.period: days,
        words.as_of: telling.as_of,
    }
    counts = Counter(occasion.status for occasion in agenda.occasions)
    for status in Status:
        if counts[status]:
            name = words.statuses[status]
            lines[name[:1].upper() + name[1:]] = str(counts[status])
    return Facts(lines=tuple((inline(name), inline(value)) for name, value in lines.items()))


def _table(agenda: Agenda, telling: AgendaTelling) -> Table:
    words = telling.words
    titles = (
        words.due,
        words.clause,
        words.duty,
        words.in_time_until,
        words.status,
        words.done,
    )
    return Table(
        caption=inline(words.caption),
        header=tuple(inline(title) for title in titles),
        rows=tuple(_row(occasion, series, telling) for occasion, series in agenda.dated()),
    )


def _row(occasion: Occasion, series: Series, telling: AgendaTelling) -> tuple[Inline, ...]:
    done = "" if occasion.fulfilment is None else telling.done(occasion.fulfilment)
    return (
        inline(telling.day(occasion)),
        inline(telling.number(series)),
        telling.text(series),
        inline(telling.last_day(occasion)),
        inline(telling.words.statuses[occasion.status]),
        inline(done),
    )


def _named(item: Unjudged, telling: AgendaTelling) -> Inline:
    number = telling.number(item)
    return (*inline(f"{number} " if number else ""), *telling.text(item))
