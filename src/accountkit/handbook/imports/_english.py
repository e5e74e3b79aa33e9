"""English: what can be told of a title or a sentence by rules, and nothing beyond them.

Every rule here has exceptions, so that whoever uses one reports a doubt. No rule is applied to
another language.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

__all__ = ["acts", "condition", "first_word", "indefinite", "repeats", "singular"]

_VOWELS = ("a", "e", "i", "o", "u")
_LIKE_YOU = ("eu", "ew", "one", "once", "uni", "use", "usu", "uti")
_SILENT_H = ("heir", "honest", "honor", "honour", "hour")
_LETTERS_WITH_AN = "AEFHILMNORSX"

_ES = ("ches", "sses", "shes", "xes")
_NO_PLURAL = ("ss", "us", "is")
_LISTS = re.compile(r"[,/()&;]|\bof\b", re.IGNORECASE)
_BEFORE_AND = re.compile(r"(\w+) (?:and|or)\b")

_PURPOSE = re.compile(r",? (?:to|such as|by|using|including|based on) ")
_NEXT = re.compile(r"(?:[,;]\s+(?:(?:and|or)\s+)?|\s(?:and|or)\s+)([a-z][a-z-]*)")
_CONDITION = re.compile(
    r"\b(?:(?:as|if|when|where) (?:necessary|needed|required|appropriate|requested)"
    r"|(?:up)?on request)\b"
)
_WORD = re.compile(r"\w+")
_SMALL_WORDS = frozenset({"a", "an", "and", "as", "by", "for", "in", "of", "on", "or", "the", "to"})
_SHARED, _OF_ALL = 3, 4


def indefinite(title: str) -> str:
    """The title after ``a`` or ``an``.

    *An* stands before a vowel letter, a silent *h* (hour, honest, heir), and a word in capitals
    whose first letter is spoken with a vowel (HR); *a* stands before a *u* spoken as *you*.

    >>> indefinite("key account manager"), indefinite("ICT account manager")
    ('a key account manager', 'an ICT account manager')
    """
    return f"{'an' if _takes_an(title) else 'a'} {title}"


def _takes_an(title: str) -> bool:
    word = first_word(title) or title
    if len(word) > 1 and word.isupper():
        return word[0] in _LETTERS_WITH_AN
    small = word.lower()
    if small.startswith(_SILENT_H):
        return True
    return small.startswith(_VOWELS) and not small.startswith(_LIKE_YOU)


def singular(title: str) -> str | None:
    """The singular of a plural title; ``None`` where the rule is not certain.

    It is certain where the last word alone is a plural: no comma, no *of*, and no other plural
    before *and* or *or*.

    >>> singular("General and Operations Managers")
    'General and Operations Manager'
    >>> singular("Physicians and Surgeons") is None
    True
    """
    if _LISTS.search(title) or any(word.endswith("s") for word in _BEFORE_AND.findall(title)):
        return None
    if title.endswith("ies"):
        return f"{title.removesuffix('ies')}y"
    if title.endswith(_ES):
        return title.removesuffix("es")
    if not title.endswith("s") or title.endswith(_NO_PLURAL):
        return None
    return title.removesuffix("s")


def first_word(text: str) -> str | None:
    """The first word of a text; ``None`` if it has none."""
    found = _WORD.search(text)
    return found[0] if found else None


def acts(sentence: str, verbs: Collection[str]) -> tuple[str, ...]:
    """The verbs of what a sentence seems to tell somebody to do.

    The first word is one; so is each of ``verbs`` that follows a comma, *and* or *or*, up to the
    first word that begins a purpose or an example (*to*, *such as*, *by*, *using*, *including*).

    >>> acts("Check stock and order goods, to sell them.", {"check", "order", "sell"})
    ('check', 'order')
    """
    head = _PURPOSE.split(sentence, maxsplit=1)[0]
    first = (first_word(head) or "").lower()
    return (first, *(word for word in _NEXT.findall(head) if word in verbs and word != first))


def condition(sentence: str) -> str | None:
    """The words by which a sentence sets a condition, such as *as necessary*."""
    found = _CONDITION.search(sentence)
    return found[0] if found else None


def repeats(one: str, other: str) -> bool:
    """Whether two texts share three quarters of their words, small words aside.

    >>> repeats("Prepare sales reports.", "Prepare the reports of sales.")
    True
    """
    first, second = _words(one), _words(other)
    return _OF_ALL * len(first & second) >= _SHARED * len(first | second) > 0


def _words(text: str) -> frozenset[str]:
    words: Iterable[str] = (word.lower() for word in _WORD.findall(text))
    return frozenset(words) - _SMALL_WORDS
