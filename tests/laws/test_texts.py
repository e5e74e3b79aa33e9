"""Laws of texts and of the numbers of clauses (design 8.2, 8.3)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accountkit.errors import TermsError
from accountkit.testing.strategies import any_wordings, texts, titles
from accountkit.values.clauses import Clause, NumberStyle, Section, number_clauses
from accountkit.values.texts import (
    MissingTextError,
    Reference,
    Text,
    missing_title_forms,
    parse_template,
)


@given(texts())
def test_a_text_reads_back(text: Text) -> None:
    """The mapping it gives is the mapping it is made from."""
    assert text == Text.parse(text.as_mapping())
    assert hash(text) == hash(Text.parse(text.as_mapping()))


@given(texts(), st.sampled_from(["en", "fil", "ru", "de"]), st.sampled_from(["plain", "gen"]))
def test_a_wording_is_there_or_missing(text: Text, language: str, form: str) -> None:
    """It is found exactly where it is listed, and is never another one."""
    if form in text.forms(language):
        wording = text.as_mapping()[language]
        assert text.get(language, form) == (wording if isinstance(wording, str) else wording[form])
    else:
        with pytest.raises(MissingTextError):
            text.get(language, form)


@given(any_wordings())
def test_wordings_make_a_text_or_one_sentence(mapping: dict[str, str | dict[str, str]]) -> None:
    """Whatever somebody writes, our own error comes out, with the place of the fault."""
    try:
        text = Text.parse(mapping)
    except TermsError as error:
        assert error.path[0] in mapping  # noqa: PT017 - sound ones are not refused
        assert "\n" not in str(error)  # noqa: PT017
    else:
        assert len(text.languages) <= len(mapping)


@given(texts())
def test_a_template_reads_back(text: Text) -> None:
    """Braces doubled and references written out give the same pieces."""
    for _, _, template in text.wordings:
        pieces = parse_template(template)
        written = "".join(
            str(piece)
            if isinstance(piece, Reference)
            else piece.replace("{", "{{").replace("}", "}}")
            for piece in pieces
        )
        assert template == written
        assert pieces == parse_template(written)


@given(titles())
def test_a_complete_title_misses_nothing(title: Text) -> None:
    """In every language it is written in."""
    assert not any(missing_title_forms(title, language) for language in title.languages)


sections = st.lists(st.lists(st.integers(1, 4), max_size=8), min_size=1, max_size=6)


@given(sections, st.sampled_from([NumberStyle.DECIMAL, NumberStyle.ROMAN, NumberStyle.ALPHA]))
def test_numbers_restart_and_never_repeat(layout: list[list[int]], style: NumberStyle) -> None:
    """Two clauses never print the same number, and every section starts at one."""
    printed = number_clauses(_document(layout), style)
    assert len(printed) == len(set(printed.values()))
    for section, steps in enumerate(layout):
        places = [
            printed[f"c{section}-{item}"].strip(".").split(".")[1] for item in range(len(steps))
        ]
        assert [str(place) for place in range(1, len(steps) + 1)] == places


@given(sections)
def test_kept_numbers_print_as_they_were_given(layout: list[list[int]]) -> None:
    """With whatever gaps: a step of 1 leaves none."""
    printed = number_clauses(_document(layout), NumberStyle.DECIMAL, keep_numbers=True)
    for section, steps in enumerate(layout):
        place = 0
        for item, step in enumerate(steps):
            place += step
            assert f"{section + 1}.{place}." == printed[f"c{section}-{item}"]


def _document(layout: list[list[int]]) -> list[Section]:
    document: list[Section] = []
    for section, steps in enumerate(layout):
        items = tuple(
            Clause(
                id=f"c{section}-{item}",
                text=Text.of(en="Reports."),
                number=str(sum(steps[: item + 1])),
            )
            for item in range(len(steps))
        )
        document.append(Section(id=f"s{section}", items=items))
    return document
