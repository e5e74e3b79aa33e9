"""Comparison: two descriptions of a role side by side, item by item, in one language.

What differs is found in ``accountkit.roles.comparison``; here it gets its numbers and wordings.
``compared_lines`` gives it as data, ``describe_comparison`` as a document.
"""

from __future__ import annotations

import enum
from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING, Any, cast

import attrs

from accountkit.documents._wording import Wording
from accountkit.documents.comparison_words import ComparisonWords, comparison_words_for
from accountkit.documents.document import Document
from accountkit.documents.formats import money_text, percent_text
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
from accountkit.documents.words import words_for
from accountkit.roles.choices import GrantedLimit
from accountkit.roles.comparison import ChangeKind, ItemChange, Nature
from accountkit.roles.description import RoleInCompany
from accountkit.roles.relations import Relation
from accountkit.values.clauses import Clause
from accountkit.values.money import Money
from accountkit.values.texts import PLAIN, Text, base_form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from accountkit.roles.comparison import RoleComparison

__all__ = [
    "ComparedField",
    "ComparedLine",
    "ComparedRoles",
    "compared_roles",
    "describe_comparison",
]


@attrs.frozen
class ComparedField:
    """One field of a line on both sides, as text."""

    name: str
    old: str
    new: str


@attrs.frozen(kw_only=True)
class ComparedLine:
    """One item that differs: its number and what it says, before and after."""

    kind: ChangeKind
    nature: Nature
    id: str
    old_number: str | None = None
    new_number: str | None = None
    old: str | None = None
    new: str | None = None
    fields: tuple[ComparedField, ...] = ()


@attrs.frozen(kw_only=True)
class ComparedRoles:
    """All that differs as one language tells it.

    ``elsewhere`` names, by language, the items whose wording differs only in another language that
    both sides are written in.
    """

    lines: tuple[ComparedLine, ...]
    elsewhere: Mapping[str, tuple[str, ...]]

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not (self.lines or self.elsewhere)


def describe_comparison(comparison: RoleComparison, *, locale: str) -> Document:
    """What two descriptions of a role have and have not, as a document.

    Raises:
        UsageError: roles are not compared in that language.
    """
    words = comparison_words_for(locale)
    title = words.heading.format(
        old=_title(comparison.old, locale), new=_title(comparison.new, locale)
    )
    blocks: list[Block] = [Heading(level=1, content=inline(title))]
    compared = compared_roles(comparison, locale=locale)
    if compared.is_empty:
        blocks.append(Paragraph(content=inline(words.same)))
    for nature, found in groupby(compared.lines, key=lambda line: line.nature):
        blocks.append(Heading(level=2, content=inline(words.natures[nature])))
        items = tuple(Item(content=inline(_sentence(line, words))) for line in found)
        blocks.append(Dashes(items=items))
    for language, names in compared.elsewhere.items():
        told = words.elsewhere.format(language=language, items=", ".join(names))
        blocks.append(Paragraph(content=inline(told)))
    return Document(Tree(language=words.language, title=title, blocks=tuple(blocks)))


def compared_roles(comparison: RoleComparison, *, locale: str) -> ComparedRoles:
    """The differences with their numbers and wordings, as data.

    Raises:
        UsageError: roles are not compared in that language.
    """
    words = comparison_words_for(locale)
    old, new = _Side.of(comparison.old, words), _Side.of(comparison.new, words)
    lines = [_line(change, old, new, words) for change in comparison.changes]
    elsewhere: defaultdict[str, list[str]] = defaultdict(list)
    for line, change in zip(lines, comparison.changes, strict=True):
        for language in _languages_that_differ(change):
            if language != words.language:
                elsewhere[language].append(_name(line))
    return ComparedRoles(
        lines=tuple(line for line in lines if line.fields or line.kind is not ChangeKind.CHANGED),
        elsewhere={language: tuple(names) for language, names in sorted(elsewhere.items())},
    )


@attrs.frozen
class _Side:
    """One of the two descriptions, with what it prints."""

    wording: Wording
    words: ComparisonWords

    @classmethod
    def of(cls, role: RoleInCompany, words: ComparisonWords) -> _Side:
        numbers = role.printed.numbers()
        return cls(Wording(role=role, words=words_for(words.language), numbers=numbers), words)

    def number(self, thing: Any) -> str | None:
        return self.wording.numbers.get(thing.id) if isinstance(thing, Clause) else None

    def says(self, thing: Any) -> str:
        """What an item says, in words."""
        match thing:
            case None | ():
                return self.words.nothing
            case Clause():
                return plain_text(self.wording.of(thing.id, thing.text))
            case Text():
                return self._worded(thing)
            case tuple():
                parts = cast("Sequence[Any]", thing)
                return ", ".join(self.says(part) for part in parts)
            case GrantedLimit():
                return self._figure(thing.share or thing.amount or thing.column)
            case _:
                return self._figure(thing)

    def _figure(self, thing: Any) -> str:
        match thing:
            case Fraction():
                return percent_text(thing, locale=self.words.language)
            case Money():
                return money_text(thing, locale=self.words.language)
            case enum.Enum():
                return str(thing.value)
            case Relation():
                return f"{thing.kind.value} {thing.party}"
            case _:
                return self._named(thing)

    def _named(self, thing: Any) -> str:
        for field in ("title", "text", "what", "code", "id"):
            value = getattr(thing, field, None)
            if value is not None:
                return self.says(value)
        return str(thing)

    def _worded(self, text: Text) -> str:
        language = self.words.language
        forms = text.forms(language)
        base = base_form(language)
        form = base if base in forms else PLAIN
        return text.get(language, form) if form in forms else self.words.nothing


def _title(role: RoleInCompany, locale: str) -> str:
    words = comparison_words_for(locale)
    return _Side.of(role, words).says(role.role.title)


def _line(change: ItemChange, old: _Side, new: _Side, words: ComparisonWords) -> ComparedLine:
    before = None if change.old is None else old.says(change.old)
    after = None if change.new is None else new.says(change.new)
    fields: list[ComparedField] = []
    for field in change.fields:
        if field.field == "text":
            told = ComparedField(words.wording, before or words.nothing, after or words.nothing)
        else:
            told = ComparedField(field.field, old.says(field.old), new.says(field.new))
        if told.old != told.new:
            fields.append(told)
    return ComparedLine(
        kind=change.kind,
        nature=change.nature,
        id=change.id,
        old_number=old.number(change.old),
        new_number=new.number(change.new),
        old=before,
        new=after,
        fields=tuple(fields),
    )


def _languages_that_differ(change: ItemChange) -> Iterator[str]:
    """The languages in which both sides are written, and not alike."""
    for field in change.fields:
        match field.old, field.new:
            case Text() as old, Text() as new:
                for language in old.languages:
                    if language in new.languages and not _are_alike(old, new, language):
                        yield language
            case _:
                pass


def _are_alike(old: Text, new: Text, language: str) -> bool:
    return {form: old.get(language, form) for form in old.forms(language)} == {
        form: new.get(language, form) for form in new.forms(language)
    }


def _name(line: ComparedLine) -> str:
    """What a reader calls an item: its number, else its id."""
    number = (line.new_number or line.old_number or "").removesuffix(".")
    return number if number[-1:].isalnum() else line.id


def _sentence(line: ComparedLine, words: ComparisonWords) -> str:
    kind, name = words.kinds[line.kind], _name(line)
    match line.kind:
        case ChangeKind.GAINED:
            return f"{kind} {name}: {line.new}"
        case ChangeKind.LOST:
            return f"{kind} {name}: {line.old}"
        case ChangeKind.CHANGED:
            changes = (f"{field.name}: {field.old} → {field.new}" for field in line.fields)
            told = "; ".join(changes)
            is_plain_value = [line.id] == [field.name for field in line.fields]
            return f"{kind} {told}" if is_plain_value else f"{kind} {name}: {told}"
