"""Origins: where each printed line of a job description comes from, and what it replaced.

The stories are those that ``accountkit.roles.resolution`` kept while it applied the layers; nothing
is worked out again. ``origins_of`` gives them as data, ``explain_role`` as a document.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol, TypeAlias

import attrs

from accountkit.documents._wording import Wording
from accountkit.documents.document import Document
from accountkit.documents.job_description import printable
from accountkit.documents.origin_words import OriginWords, origin_words_for
from accountkit.documents.tree import (
    Block,
    Dashes,
    Heading,
    Item,
    Paragraph,
    Tree,
    inline,
    plain_text,
)
from accountkit.errors import UsageError
from accountkit.roles.inheritance import Stage
from accountkit.roles.qualities import Quality
from accountkit.roles.resolution import Deed, DeedKind
from accountkit.values.texts import Reference, Text, base_name_form, parse_template

if TYPE_CHECKING:
    from accountkit.errors import Place
    from accountkit.roles.description import RoleInCompany
    from accountkit.roles.resolution import Given, ResolvedRole
    from accountkit.roles.sections import Section
    from accountkit.values.clauses import Clause

__all__ = ["LineOrigin", "OriginStep", "Origins", "WrittenAt", "explain_role", "origins_of"]

Path: TypeAlias = tuple[str | int, ...]


class WrittenAt(Protocol):
    """Knows in which file and line the parts of a role are written."""

    def in_layer(self, layer: str, path: Path) -> Place | None:
        """Where a path through the file of a layer leads."""
        ...

    def of_part(self, path: Path) -> Place | None:
        """Where a part of the described role stands; ``path`` is as in its faults."""
        ...


@attrs.frozen(kw_only=True)
class OriginStep:
    """What one layer did to a line."""

    kind: DeedKind
    layer: str
    stage: Stage | None = None
    place: str | None = None
    before: str | None = None
    reason: str | None = None


@attrs.frozen(kw_only=True)
class LineOrigin:
    """One line of the description: what prints, and where it comes from.

    ``settled`` tells what the company chose for the references in the line, in sentences.
    """

    id: str
    number: str | None = None
    text: str
    steps: tuple[OriginStep, ...]
    settled: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    item: str | None = None
    nature: str | None = None


@attrs.frozen(kw_only=True)
class Origins:
    """The lines of a description in print order, and what does not print."""

    role: str
    language: str
    title: str
    lines: tuple[LineOrigin, ...]
    removed: tuple[LineOrigin, ...]
    held_out: tuple[LineOrigin, ...]


def explain_role(
    role: RoleInCompany, *, locale: str, written_at: WrittenAt | None = None
) -> Document:
    """Where each line of a job description comes from and what it replaced, as a document.

    Args:
        role: a role as a handbook gives it, with the layers it was built from.
        locale: the language to tell it in.
        written_at: finds file and line; without it none are named.

    Raises:
        UsageError: the role was not built from layers, or the language has no words for it.
        Problems: the description cannot be printed; each problem names clause and language.
    """
    origins = origins_of(role, locale=locale, written_at=written_at)
    words = origin_words_for(locale)
    title = f"{words.heading}: {origins.title}"
    blocks: list[Block] = [Heading(level=1, content=inline(title))]
    for line in origins.lines:
        blocks += _told(line, words)
    for heading, lines in ((words.removed, origins.removed), (words.held_out, origins.held_out)):
        if lines:
            blocks.append(Heading(level=2, content=inline(heading)))
            blocks += [block for line in lines for block in _told(line, words)]
    return Document(Tree(language=words.language, title=title, blocks=tuple(blocks)))


def origins_of(role: RoleInCompany, *, locale: str, written_at: WrittenAt | None = None) -> Origins:
    """Where each line of a job description comes from, as data.

    Raises:
        UsageError: the role was not built from layers, or the language has no words for it.
        Problems: the description cannot be printed; each problem names clause and language.
    """
    if role.resolved is None:
        raise UsageError(
            f"role {role.role.id}", "has no layers to tell of", "take the role from a handbook"
        )
    telling = _Telling(
        role=role,
        resolved=role.resolved,
        wording=printable(role, locale=locale),
        words=origin_words_for(locale),
        written_at=written_at,
    )
    return Origins(
        role=role.role.id,
        language=telling.words.language,
        title=telling.title(),
        lines=tuple(telling.lines()),
        removed=tuple(telling.removed()),
        held_out=tuple(telling.held_out()),
    )


@attrs.frozen(kw_only=True)
class _Telling:
    """The lines of one role in one language."""

    role: RoleInCompany
    resolved: ResolvedRole
    wording: Wording
    words: OriginWords
    written_at: WrittenAt | None

    def title(self) -> str:
        role = self.role.role
        return plain_text(self.wording.title(role.id, role.title, role.loans))

    def lines(self) -> Iterator[LineOrigin]:
        role = self.role.role
        yield self._attribute("title", role.id, self.title())
        if role.approval is not None and (office := self.role.office(role.approval.party)):
            post = plain_text(self.wording.title(office.id, office.title, office.loans))
            line = self._attribute("approval", role.approval.party, post)
            settled = (self._party(role.approval.party, post),)
            yield attrs.evolve(line, settled=settled, source=role.approval.source)
        for section in self.role.printed.sections:
            yield self._heading(section)
            if section.lead is not None:
                lead = self._heading(section, part="lead")
                yield attrs.evolve(lead, number=None, text=self._text(section.id, section.lead))
            for clause in section.clauses:
                yield from self._clause(clause, self.resolved.stories[clause.id])

    def removed(self) -> Iterator[LineOrigin]:
        for clause_id in self.resolved.removed:
            story = self.resolved.stories[clause_id]
            last = next(deed.clause for deed in reversed(story) if deed.clause is not None)
            yield self._line(last, story, numbered=False)

    def held_out(self) -> Iterator[LineOrigin]:
        shown = {clause.id for clause in self.role.printed.clauses()}
        for quality in self.role.role.qualities:
            if quality.id not in shown:
                yield self._line(quality, self.resolved.stories[quality.id], numbered=False)

    def _attribute(self, name: str, line_id: str, text: str) -> LineOrigin:
        layer, path = self.resolved.origin((name,))
        step = OriginStep(kind=DeedKind.WRITTEN, layer=layer, place=self._place(layer, path))
        return LineOrigin(id=line_id, text=text, steps=(step,))

    def _heading(self, section: Section, part: str = "title") -> LineOrigin:
        given = self.resolved.sections[section.id]
        is_own = given.path[:1] == ("sections",)
        step = OriginStep(
            kind=DeedKind.WRITTEN if is_own else DeedKind.ADDED,
            layer=given.layer,
            stage=given.stage,
            place=self._place(given.layer, (*given.path, part)),
        )
        return LineOrigin(
            id=section.id,
            number=self.wording.numbers[section.id],
            text=self._text(section.id, section.title),
            steps=(step,),
            source=section.source,
        )

    def _clause(self, clause: Clause, story: tuple[Deed, ...]) -> Iterator[LineOrigin]:
        yield self._line(clause, story, numbered=True)
        for item in clause.items:
            yield from self._clause(item, story)

    def _line(self, clause: Clause, story: tuple[Deed, ...], *, numbered: bool) -> LineOrigin:
        return LineOrigin(
            id=clause.id,
            number=self.wording.numbers[clause.id] if numbered else None,
            text=self._text(clause.id, clause.text),
            steps=tuple(self._steps(clause.id, story)),
            settled=tuple(self._settled(clause.text)) if numbered else (),
            source=clause.source,
            item=clause.item,
            nature=_nature(clause, self.words),
        )

    def _steps(self, clause_id: str, story: tuple[Deed, ...]) -> Iterator[OriginStep]:
        before: str | None = None
        for deed in story:
            after = _with_id(deed.clause, clause_id)
            text = None if after is None else self._text(clause_id, after.text)
            yield OriginStep(
                kind=deed.kind,
                layer=deed.layer,
                stage=deed.stage,
                place=self._place(deed.layer, deed.path),
                before=before if before != text and deed.kind is not DeedKind.REMOVED else None,
                reason=deed.reason,
            )
            before = text

    def _settled(self, text: Text) -> Iterator[str]:
        """What the company chose for each reference in a text, once each."""
        parts = parse_template(text.get(self.words.language))
        references = [part for part in parts if isinstance(part, Reference)]
        found = [sentence for part in references for sentence in self._told_of(part)]
        yield from dict.fromkeys(found)

    def _told_of(self, reference: Reference) -> Iterator[str]:
        """What a reference stands for: which layer gave it anew, and what was chosen."""
        history = self.resolved.parts.get(_LISTS.get(reference.kind, ""), {})
        for before, given in pairwise(history.get(reference.target, ())):
            yield f"{reference.target}: {_step(self._replaced(before, given), self.words)}"
        choice = self._choice(reference)
        if choice is not None:
            yield choice

    def _replaced(self, before: Given, given: Given) -> OriginStep:
        said = getattr(before.part, "title", None)
        language = self.words.language
        return OriginStep(
            kind=DeedKind.OVERRIDDEN,
            layer=given.layer,
            stage=given.stage,
            place=self._place(given.layer, given.path),
            before=None if said is None else said.get(language, base_name_form(language)),
        )

    def _choice(self, reference: Reference) -> str | None:
        choices, target = self.role.choices, reference.target
        value = plain_text(self.wording.referred(reference))
        match reference.kind:
            case "party":
                return self._party(target, value)
            case "limit":
                at = _index([item.limit for item in choices.limits], target)
                pattern = self.words.limit_open if at is None else self.words.limit_granted
                return self._with_place(pattern, target, value, "limits", at)
            case "plan":
                at = _index([item.measure for item in choices.plans], target)
                named = self._with_place(self.words.plan_named, target, value, "plans", at)
                return None if at is None else named
            case "law":
                return self.words.law.format(id=target, value=value)
            case _:
                return None

    def _party(self, party: str, value: str) -> str:
        at = _index([item.party for item in self.role.choices.parties], party)
        pattern = self.words.party_only if at is None else self.words.party_chosen
        return self._with_place(pattern, party, value, "parties", at)

    def _with_place(self, pattern: str, target: str, value: str, field: str, at: int | None) -> str:
        sentence = pattern.format(id=target, value=value)
        if at is None or self.written_at is None:
            return sentence
        place = self.written_at.of_part(("choices", field, at))
        return sentence if place is None else f"{sentence} ({place})"

    def _text(self, clause_id: str, text: Text) -> str:
        return plain_text(self.wording.of(clause_id, text))

    def _place(self, layer: str, path: Path) -> str | None:
        place = None if self.written_at is None else self.written_at.in_layer(layer, path)
        return None if place is None else str(place)


def _nature(clause: Clause, words: OriginWords) -> str | None:
    """What a quality that is held out of print is about."""
    return words.natures.get(clause.nature) if isinstance(clause, Quality) else None


def _index(names: list[str], name: str) -> int | None:
    return names.index(name) if name in names else None


def _with_id(clause: Clause | None, clause_id: str) -> Clause | None:
    """The clause, or the item below it, that has an id."""
    if clause is None or clause.id == clause_id:
        return clause
    found = (_with_id(item, clause_id) for item in clause.items)
    return next((item for item in found if item is not None), None)


_LISTS = {"party": "parties", "plan": "targets", "document": "documents"}
"""The list of a role that has what a reference of a kind names."""

# --- the same as sentences ------------------------------------------------------------------------


def _told(line: LineOrigin, words: OriginWords) -> Iterator[Block]:
    nature = f" ({line.nature})" if line.nature else ""
    yield Paragraph(content=inline(f"{line.number or ''} {line.text}{nature}".strip()), id=line.id)
    sentences = [_step(step, words) for step in line.steps]
    sentences += line.settled
    if line.item:
        sentences.append(words.item.format(item=line.item))
    if line.source:
        sentences.append(words.rows.format(rows=", ".join(line.source)))
    yield Dashes(items=tuple(Item(content=inline(sentence)) for sentence in sentences))


def _step(step: OriginStep, words: OriginWords) -> str:
    name = step.layer.rpartition(" ")[2]
    layer = words.role if step.stage is None else words.stages.get(step.stage, words.role)
    parts = [words.deeds[step.kind].format(layer=layer.format(name=name))]
    if step.place is not None:
        parts[0] += f" ({step.place})"
    if step.before is not None:
        parts.append(words.before.format(text=step.before))
    if step.reason is not None:
        parts.append(words.because.format(reason=step.reason))
    return "; ".join(parts)
