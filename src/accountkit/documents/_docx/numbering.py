"""Numbering: printed numbers as places in lists that a word processor counts by itself.

A number such as ``2.10.`` is taken apart into its places (2 and 10) and the pattern between them.
Where a number does not follow from the ones before it, as after a gap, a list starts there anew.
A number that no list can count, such as ``5a``, has no place and stays text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeAlias

import attrs

__all__ = ["LEVELS", "CountedList", "Numbering", "Place", "Places", "Sequence"]

LEVELS = 9
"""How many levels a list can have."""

_NUMBER = re.compile(r"([1-9]\d{0,3}|[A-Z]{1,15})((?:\.[1-9]\d{0,3})*)(\.?)")
_ROMAN = re.compile("M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_VALUES: Mapping[str, int] = MappingProxyType(
    {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
)
_ALPHABET = 26

Places: TypeAlias = tuple[int, ...]
"""A number taken apart: 2 and 10 for ``2.10.``"""


@attrs.frozen
class Place:
    """Where a paragraph is counted: in which sequence, at which level (from zero)."""

    sequence: int
    level: int


@attrs.frozen(kw_only=True)
class Sequence:
    """A count along a list that starts anew with this number, or where the list itself starts."""

    number: int
    list_id: int
    starts: Places = ()


@attrs.define(kw_only=True, eq=False)
class CountedList:
    """A list: how its first level is counted, and the pattern of each level that was used.

    ``starts`` is the number it starts with; levels below that one start with 1. ``given`` is the
    number given last at each level, and ``counted_in`` the sequence that each level is in.
    """

    id: int
    style: str
    starts: Places
    patterns: dict[int, str] = attrs.field(factory=dict[int, str])
    given: list[Places | None] = attrs.field(factory=lambda: [None] * LEVELS)
    counted_in: list[int] = attrs.field(factory=lambda: [0] * LEVELS)

    def takes(self, level: int, pattern: str) -> bool:
        """Whether a number of this pattern can stand in the list."""
        return self.patterns.get(level, pattern) == pattern

    def is_below(self, places: Places) -> bool:
        """Whether the number above this one is the one that was given."""
        return len(places) == 1 or self.given[len(places) - 2] == places[:-1]

    def start(self, level: int) -> int:
        """The first place at a level."""
        return self.starts[level] if level < len(self.starts) else 1

    def comes_to(self, places: Places) -> bool:
        """Whether counting on gives this number."""
        *above, place = places
        level = len(above)
        if self.given[level] is not None:
            return self.given[level] == (*above, place - 1)
        return level > 0 and self.is_below(places) and place == self.start(level)

    def give(self, places: Places, pattern: str, sequence: int) -> None:
        """Note that a number was given; levels below it begin anew."""
        level = len(places) - 1
        self.patterns[level] = pattern
        self.given[level:] = [places, *[None] * (LEVELS - level - 1)]
        self.counted_in[level:] = [sequence] * (LEVELS - level)


class Numbering:
    """The lists of one document; they fill up as numbers are placed in reading order."""

    def __init__(self, numbers: Iterable[str]) -> None:
        """Look at all numbers first, since ``C.`` alone may be the letter or the hundred."""
        found = [match for match in map(_NUMBER.fullmatch, numbers) if match]
        self._letters = _lettering({match[1] for match in found if match[1].isalpha()})
        self.widest = max((len(match[0]) for match in found), default=0)
        self.lists: list[CountedList] = []
        self.sequences: list[Sequence] = []

    def place(self, number: str) -> Place | None:
        """Where this number is counted, or ``None`` if it has to be text."""
        match = _NUMBER.fullmatch(number)
        first = self._first(match[1]) if match else None
        if match is None or first is None:
            return None
        style, place = first
        places = (place, *map(int, match[2].split(".")[1:]))
        if len(places) > LEVELS:
            return None
        pattern = ".".join(f"%{level}" for level in range(1, len(places) + 1)) + match[3]
        return self._placed(style, pattern, places)

    def _first(self, text: str) -> tuple[str, int] | None:
        if text.isdigit():
            return "decimal", int(text)
        return self._letters.get(text)

    def _placed(self, style: str, pattern: str, places: Places) -> Place:
        """Count on where a list comes to the number; else start anew below the number above it.

        Where that number was never given, the list is a new one, since readers differ in what they
        count for levels that no paragraph stands at.
        """
        level = len(places) - 1
        fitting = [
            item for item in self.lists if item.style == style and item.takes(level, pattern)
        ]
        item = next((item for item in fitting if item.comes_to(places)), None)
        if item is not None:
            sequence = item.counted_in[level]
        elif above := [item for item in fitting if item.is_below(places)]:
            item = above[-1]
            sequence = self._sequence(item, places)
        else:
            item = CountedList(id=len(self.lists), style=style, starts=places)
            self.lists.append(item)
            sequence = self._sequence(item, ())
        item.give(places, pattern, sequence)
        return Place(sequence, level)

    def _sequence(self, item: CountedList, starts: Places) -> int:
        number = len(self.sequences)
        self.sequences.append(Sequence(number=number, list_id=item.id, starts=starts))
        return number


def _lettering(texts: set[str]) -> Mapping[str, tuple[str, int]]:
    """The letters that stand for numbers, read the one way that fits more of them.

    Where both ways fit all, as with ``I.`` alone, the smaller numbers are meant.
    """
    readings = [
        {text: (style, place) for text in texts if (place := place_of(text)) is not None}
        for style, place_of in (("upperRoman", _roman_place), ("upperLetter", _letter_place))
    ]
    return min(
        readings,
        key=lambda read: (-len(read), max((place for _, place in read.values()), default=0)),
    )


def _roman_place(text: str) -> int | None:
    if not _ROMAN.fullmatch(text):
        return None
    values = [_ROMAN_VALUES[letter] for letter in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)


def _letter_place(text: str) -> int | None:
    """After Z, word processors count AA, BB, CC."""
    if len(set(text)) != 1:
        return None
    return (len(text) - 1) * _ALPHABET + ord(text[0]) - ord("A") + 1
