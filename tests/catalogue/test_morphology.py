"""Morphology: every Russian case form of the catalogue against a dictionary of forms.

A phrase has a head, its first noun in the nominative, and words that go with it through the cases:
adjectives and participles that agree with it, and nouns beside it. All other words depend on the
head and stay as they are. A form is right when each word that changes is one that the dictionary
has for that case and number, and agrees with the head. The dictionary helps to check what somebody
wrote; the forms that print are always those that are stored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pytest

Written = tuple[tuple[str, Mapping[str, Mapping[str, str]]], ...]
"""Texts with their places, as the fixture ``written`` gives them."""

CASES = {
    "nom": {"nomn"},
    "gen": {"gent", "gen1", "gen2"},
    "dat": {"datv"},
    "acc": {"accs"},
    "ins": {"ablt"},
    "prep": {"loct", "loc1"},
}
"""The stored forms, and what the dictionary calls those cases; ``gen_pl`` is ``gen`` in plural."""

AGREEING = {"ADJF", "PRTF"}
WORD = re.compile(r"[^\s,()«»]+")

EXCEPTIONS: dict[str, str] = {}
"""Phrases that the dictionary does not know and that are right, each with the reason."""


class Head(NamedTuple):
    """What agreeing words must have in common with the head of a phrase."""

    number: str
    gender: str | None
    animacy: str | None


class Phrase(NamedTuple):
    """A declined phrase: where it is written, and its words in each form."""

    place: str
    forms: Mapping[str, tuple[str, ...]]

    @property
    def nominative(self) -> tuple[str, ...]:
        """The words as they stand alone."""
        return self.forms["nom"]

    @property
    def declined(self) -> tuple[int, ...]:
        """Positions of the words that change from form to form."""
        columns = list(zip(*self.forms.values(), strict=True))
        return tuple(at for at, column in enumerate(columns) if len(set(column)) > 1)


def phrase(place: str, forms: Mapping[str, str]) -> Phrase:
    """The phrase with the words of each form."""
    return Phrase(place, {form: tuple(WORD.findall(text)) for form, text in forms.items()})


def faults(found: Phrase, morphology: Any) -> list[str]:
    """What is wrong with the forms of a phrase; nothing if one reading of its head fits them."""
    if len({len(words) for words in found.forms.values()}) > 1:
        return [f"{found.place}: {' '.join(found.nominative)}: not all forms have as many words"]
    readings = [list(misfits(found, head, morphology)) for head in heads(found, morphology)]
    best = min(readings, key=len, default=["has no noun in the nominative that changes"])
    return [f"{found.place}: {' '.join(found.nominative)}: {fault}" for fault in best]


def heads(found: Phrase, morphology: Any) -> Iterator[Head]:
    """The readings of the first noun that changes."""
    nouns = [
        parses
        for at in found.declined
        if (parses := nominatives(found.nominative[at], morphology, {"NOUN"}))
    ]
    for parse in nouns[0] if nouns else ():
        yield Head(parse.tag.number, parse.tag.gender, parse.tag.animacy)


def misfits(found: Phrase, head: Head, morphology: Any) -> Iterator[str]:
    """Words that are not the form they should be, if the head is read this way."""
    for at, word in enumerate(found.nominative):
        if at not in found.declined:
            if at < found.declined[-1] and is_attribute(found, at, morphology):
                yield f'"{word}" stays, and should agree'
            continue
        lemmas = nominatives(word, morphology, {"NOUN", *AGREEING})
        if not lemmas:
            yield f'"{word}" is no nominative'
            continue
        for form, words in found.forms.items():
            if not any(fits(parse, form, head, lemmas) for parse in morphology.parse(words[at])):
                yield f'{form}: "{words[at]}" is not that form of "{word}"'


def is_attribute(found: Phrase, at: int, morphology: Any) -> bool:
    """Whether a word is an adjective right before a noun that changes."""
    after = found.nominative[at + 1]
    return bool(
        at + 1 in found.declined
        and nominatives(after, morphology, {"NOUN", *AGREEING})
        and nominatives(found.nominative[at], morphology, AGREEING)
    )


def nominatives(word: str, morphology: Any, parts: set[str]) -> list[Any]:
    """The readings of a word as a nominative of some parts of speech."""
    return [
        parse
        for parse in morphology.parse(word)
        if parse.tag.POS in parts and parse.tag.case == "nomn" and "Abbr" not in parse.tag
    ]


def fits(parse: Any, form: str, head: Head, lemmas: list[Any]) -> bool:
    """Whether a reading of a word is the form of one of the lemmas, and agrees with the head."""
    case, _, plural = form.partition("_")
    same = [lemma for lemma in lemmas if lemma.normal_form == parse.normal_form]
    tag = parse.tag
    if not same or tag.case not in CASES[case] or tag.POS not in {item.tag.POS for item in same}:
        return False
    if tag.POS in AGREEING:
        number = "plur" if plural else head.number
        return (
            tag.number == number
            and tag.gender in {None, head.gender if number == "sing" else None}
            and tag.animacy in {None, head.animacy}
        )
    return tag.number in ({"plur"} if plural else {lemma.tag.number for lemma in same})


@pytest.fixture(scope="module")
def phrases(written: Written) -> list[Phrase]:
    """Every text of the catalogue that has Russian forms."""
    return [phrase(place, text["ru"]) for place, text in written if "nom" in text.get("ru", {})]


def test_every_form_is_one_that_the_dictionary_has(phrases: list[Phrase], morphology: Any) -> None:
    """Titles, offices, plans, limits, papers and laws, phrase by phrase."""
    told = [
        fault
        for found in phrases
        if " ".join(found.nominative) not in EXCEPTIONS
        for fault in faults(found, morphology)
    ]

    assert [] == told, "\n".join(told)


def test_every_exception_is_needed(phrases: list[Phrase], morphology: Any) -> None:
    """A phrase that is gone, or that the dictionary knows, is no exception."""
    wrong = {" ".join(found.nominative) for found in phrases if faults(found, morphology)}

    assert set(EXCEPTIONS) == wrong


def test_only_known_forms_are_stored(written: Written) -> None:
    """Six cases, and the same in the plural where a sentence needs them."""
    known = {*CASES, *(f"{case}_pl" for case in CASES), "plain"}

    assert [] == [place for place, text in written if not set(text.get("ru", {})) <= known]


DIRECTOR = (
    "генеральный директор|генерального директора|генеральному директору"
    "|генерального директора|генеральным директором|генеральном директоре"
)
LIMIT = (
    "лимит скидки, установленный для должности|лимита скидки, установленного для должности"
    "|лимиту скидки, установленному для должности|лимит скидки, установленный для должности"
    "|лимитом скидки, установленным для должности|лимите скидки, установленном для должности"
)


def forms(text: str) -> dict[str, str]:
    """The six cases, from nominative to prepositional."""
    return dict(zip(CASES, text.split("|"), strict=True))


@pytest.mark.parametrize(
    "text",
    [
        DIRECTOR,
        LIMIT,
        "отдел продаж|отдела продаж|отделу продаж|отдел продаж|отделом продаж|отделе продаж",
        (
            "возвраты и отказы|возвратов и отказов|возвратам и отказам|возвраты и отказы"
            "|возвратами и отказами|возвратах и отказах"
        ),
        "служба|службы|службе|службу|службой|службе",
    ],
)
def test_right_forms_pass(text: str, morphology: Any) -> None:
    """People and things, one and several, adjectives before and participles behind."""
    assert [] == faults(phrase("here", forms(text)), morphology)


def test_plurals_are_checked_as_plurals(morphology: Any) -> None:
    """A title may have its plural forms beside the singular ones."""
    right = forms(DIRECTOR) | {
        "nom_pl": "генеральные директора",
        "gen_pl": "генеральных директоров",
        "acc_pl": "генеральных директоров",
    }

    assert [] == faults(phrase("here", right), morphology)
    assert [
        'here: генеральный директор: gen_pl: "директора" is not that form of "директор"'
    ] == faults(phrase("here", right | {"gen_pl": "генеральных директора"}), morphology)


@pytest.mark.parametrize(
    "text, form, wrong, fault",
    [
        (DIRECTOR, "dat", "генеральному директора", 'dat: "директора" is not that form'),
        (DIRECTOR, "acc", "генеральный директор", 'acc: "генеральный" is not that form'),
        (DIRECTOR, "ins", "генеральном директором", 'ins: "генеральном" is not that form'),
        (DIRECTOR, "prep", "генеральном директоре нашем", "not all forms have as many words"),
        (LIMIT, "gen", "лимита скидки, установленной для должности", '"установленной" is not'),
        (
            LIMIT,
            "gen",
            "лимита скидка, установленного для должности",
            '"скидка" is not that form of "скидки"',
        ),
        (LIMIT, "acc", "лимита скидки, установленного для должности", 'acc: "лимита" is not that'),
    ],
)
def test_wrong_forms_are_found(
    text: str, form: str, wrong: str, fault: str, morphology: Any
) -> None:
    """Another case, another gender, the accusative of a person for a thing, a changed dependant."""
    told = faults(phrase("here", forms(text) | {form: wrong}), morphology)

    assert any(fault in line for line in told), told


def test_an_adjective_that_stays_is_found(morphology: Any) -> None:
    """An attribute before the head goes with it through all cases."""
    text = "генеральный директор|генеральный директора|генеральный директору"
    text += "|генеральный директора|генеральный директором|генеральный директоре"

    assert ['here: генеральный директор: "генеральный" stays, and should agree'] == faults(
        phrase("here", forms(text)), morphology
    )
