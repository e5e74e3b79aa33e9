"""Clauses: the numbered items of a document, each with an id that never changes.

The number a clause prints is computed from where it stands and is never its identity. Wording is
in ``accountkit.values.texts``; printing in ``accountkit.documents``.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Sequence
from string import ascii_uppercase
from typing import Protocol, cast

import attrs

from accountkit.errors import InputError, TermsError
from accountkit.values.idents import check_ident
from accountkit.values.texts import Text

__all__ = ["Clause", "Identified", "NumberStyle", "Section", "number_clauses"]


_DASH = "–"
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


class NumberStyle(enum.Enum):
    """How sections and their items are numbered; items restart in each section."""

    DECIMAL = "decimal"
    """Section ``2.``, item ``2.9.``, item of an item ``2.9.1.``"""

    ROMAN = "roman"
    """Section ``II.``, item ``II.9``, item of an item ``II.9.1``"""

    ALPHA = "alpha"
    """Section ``B.``, item ``B.9``, item of an item ``B.9.1``"""

    DASH = "dash"
    """Section ``2.``; every item a dash, which nothing can refer to by number."""


def _check_id(instance: object, field: attrs.Attribute[str], value: str) -> None:
    del instance
    try:
        check_ident(value, "clause")
    except InputError as error:
        raise TermsError(error.subject, error.problem, error.remedy, path=(field.name,)) from None


def _check_number(
    instance: Clause | Section, field: attrs.Attribute[str], value: str | None
) -> None:
    if value is not None and not (value.isascii() and value.isdigit() and int(value) > 0):
        raise TermsError(
            f"clause {instance.id}",
            f'the number "{value}" is not a whole number from 1 up',
            'give only its own place, such as "9" for 2.9',
            path=(field.name,),
        )


@attrs.frozen(kw_only=True)
class Clause:
    """One item of a document: what it says, and where it was taken from.

    Raises:
        TermsError: the id is no ident, or the number no whole number.
    """

    id: str = attrs.field(validator=_check_id, metadata={"doc": "what other terms refer to it by"})
    text: Text = attrs.field(metadata={"doc": "the wording in each language"})
    source: tuple[str, ...] = attrs.field(
        default=(), metadata={"doc": "where it was taken from, such as D-A2.9"}
    )
    note: str | None = attrs.field(
        default=None, metadata={"doc": "a remark for those who keep the document; never printed"}
    )
    item: str | None = attrs.field(
        default=None, metadata={"doc": "id of the library item whose wording it shares"}
    )
    items: tuple[Clause, ...] = attrs.field(default=(), metadata={"doc": "what it lists below it"})
    number: str | None = attrs.field(
        default=None,
        validator=_check_number,
        metadata={"doc": "the place it had in a foreign document, kept when asked"},
    )


class Identified(Protocol):
    """Anything that is numbered: it has an id, and may have ``items`` and a ``number``."""

    @property
    def id(self) -> str:
        """What it is referred to by."""
        ...


@attrs.frozen(kw_only=True)
class Section:
    """A part of a document whose items are numbered together.

    Raises:
        TermsError: the id is no ident, or the number no whole number.
    """

    id: str = attrs.field(validator=_check_id, metadata={"doc": "what refers to the section"})
    items: tuple[Identified, ...] = attrs.field(default=(), metadata={"doc": "its clauses"})
    number: str | None = attrs.field(
        default=None,
        validator=_check_number,
        metadata={"doc": "the place it had in a foreign document, kept when asked"},
    )


def number_clauses(
    sections: Iterable[Identified],
    style: NumberStyle = NumberStyle.DECIMAL,
    *,
    nested_dashes: bool = False,
    keep_numbers: bool = False,
) -> dict[str, str]:
    """The printed number of every section and item, by id, in reading order.

    A section is anything with ``items``. With ``nested_dashes`` the items of items are dashes.
    With ``keep_numbers`` a stated ``number`` is kept, whatever gap it leaves, and counting goes on
    from there; otherwise numbers are without gaps.

    Raises:
        TermsError: an id stands twice, or a kept number is not above the one before it.

    >>> report = Clause(id="report", text=Text.of(en="Report."), number="9")
    >>> number_clauses([Section(id="duties", items=(report,))], NumberStyle.ROMAN,
    ...                keep_numbers=True)
    {'duties': 'I.', 'report': 'I.9'}
    """
    printed: dict[str, str] = {}
    below = NumberStyle.DASH if nested_dashes else style
    for section, place in _placed(sections, keep=keep_numbers):
        name = _section_name(place, style)
        _print(printed, section.id, f"{name}.")
        for item, inner, number in _numbered(section, name, style, keep=keep_numbers):
            _print(printed, item.id, number)
            _number_below(printed, item, inner, below, keep=keep_numbers)
    return printed


def _number_below(
    printed: dict[str, str], parent: Identified, name: str, style: NumberStyle, *, keep: bool
) -> None:
    for item, inner, number in _numbered(parent, name, style, keep=keep):
        _print(printed, item.id, number)
        _number_below(printed, item, inner, style, keep=keep)


def _numbered(
    parent: Identified, name: str, style: NumberStyle, *, keep: bool
) -> Iterator[tuple[Identified, str, str]]:
    """Each item with the name its own items start with, and the number it prints."""
    items = cast("Sequence[Identified]", getattr(parent, "items", ()))
    for item, place in _placed(items, keep=keep):
        inner = f"{name}.{place}"
        numbers = {NumberStyle.DECIMAL: f"{inner}.", NumberStyle.DASH: _DASH}
        yield item, inner, numbers.get(style, inner)


def _placed(items: Iterable[Identified], *, keep: bool) -> Iterator[tuple[Identified, int]]:
    place = 0
    for item in items:
        stated = cast("str | None", getattr(item, "number", None))
        if not keep or stated is None:
            place += 1
        elif int(stated) > place:
            place = int(stated)
        else:
            raise TermsError(
                f"clause {item.id}",
                f"is numbered {stated} where {place} is already taken",
                "number clauses in the order they stand in",
            )
        yield item, place


def _print(printed: dict[str, str], clause_id: str, number: str) -> None:
    if clause_id in printed:
        raise TermsError(
            f"clause {clause_id}",
            f"stands twice, as {printed[clause_id]} and as {number}",
            "give each its own id",
        )
    printed[clause_id] = number


def _section_name(place: int, style: NumberStyle) -> str:
    match style:
        case NumberStyle.ROMAN:
            return _roman(place)
        case NumberStyle.ALPHA:
            return _letters(place)
        case NumberStyle.DECIMAL | NumberStyle.DASH:
            return str(place)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def _letters(number: int) -> str:
    text = ""
    while number:
        number, place = divmod(number - 1, len(ascii_uppercase))
        text = ascii_uppercase[place] + text
    return text
