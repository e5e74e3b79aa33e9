"""Texts are written down in every language and form; nothing is guessed."""

from __future__ import annotations

from typing import Any

import pytest

from accountkit.errors import InputError, TermsError
from accountkit.values.texts import (
    FORMS,
    MissingTextError,
    Reference,
    Text,
    base_form,
    base_name_form,
    check_language,
    missing_name_forms,
    missing_title_forms,
    parse_template,
)

MANAGER = Text.parse(
    {
        "en": {"bare": "sales manager", "indefinite": "a sales manager"},
        "ru": {"nom": "менеджер", "gen": "менеджера"},
        "de": "Vertriebsleiter",
    }
)


def test_each_language_has_the_forms_it_needs() -> None:
    """English needs an article, Russian its cases, others one plain form."""
    assert "a sales manager" == MANAGER.get("en", "indefinite")
    assert "менеджера" == MANAGER.get("ru", "gen")
    assert "Vertriebsleiter" == MANAGER.get("de")
    assert ("de", "en", "ru") == MANAGER.languages
    assert ("gen", "nom") == MANAGER.forms("ru")
    assert () == MANAGER.forms("fil")


def test_a_missing_text_is_named_and_never_guessed() -> None:
    """Neither another form nor another language stands in (design 8.3)."""
    with pytest.raises(MissingTextError) as caught:
        MANAGER.get("ru", "ins")
    assert "text: is missing in ru, form ins; add it; ru has gen, nom" == str(caught.value)
    assert ("ru", "ins") == (caught.value.language, caught.value.form)
    with pytest.raises(MissingTextError) as caught:
        MANAGER.get("fil")
    assert "text: is missing in fil, form plain; add it; the text is written in de, en, ru" == str(
        caught.value
    )


def test_texts_are_equal_whatever_the_order_of_languages() -> None:
    """A text can be a key, and shows how to make it."""
    one, other = (
        Text.of(en="Duties", fil="Mga tungkulin"),
        Text.of(fil="Mga tungkulin", en="Duties"),
    )
    assert one == other
    assert 1 == len({one, other})
    assert one != Text.of(en="Duties")
    assert "Text.parse({'en': 'Duties', 'fil': 'Mga tungkulin'})" == repr(one)


def test_tagalog_is_filipino() -> None:
    """CLDR knows the language as fil; both tags at once are one too many."""
    assert "Mga tungkulin" == Text.of(tl="Mga tungkulin").get("fil")
    assert "Mga tungkulin" == Text.of(fil="Mga tungkulin").get("tl")
    assert "fil-PH" == check_language("tl-PH")
    with pytest.raises(TermsError, match="text: fil is given twice"):
        Text.of(tl="a", fil="b")


@pytest.mark.parametrize("tag", ["", "EN", "english", "en_US", "e", "en-us"])
def test_a_language_has_a_tag(tag: str) -> None:
    """Small letters, and a region if need be."""
    with pytest.raises(InputError, match=f'"{tag}" is not a language tag; write it as en, fil'):
        check_language(tag)


@pytest.mark.parametrize(
    "mapping, message, path",
    [
        ({}, "text: is in no language; write it in at least one", ()),
        (
            {"EN": "x"},
            'language: "EN" is not a language tag; write it as en, fil or pt-BR',
            ("EN",),
        ),
        ({"en": " "}, "text: is empty in en, form plain; write it or leave it out", ("en",)),
        ({"en": {}}, "text: has no wording in en; write one", ("en",)),
        (
            {"en": {"Bare": "x"}},
            (
                'text: "Bare" is not the name of a form; use small letters, digits and _, such as '
                "indefinite"
            ),
            ("en", "Bare"),
        ),
        ({"en": 5}, 'text: "5" is not text; write it in quotes', ("en",)),
        ({False: "x"}, 'language: "False" is not text; write it in quotes', (False,)),
        (
            {"en": {"bare": "a {b"}},
            'text: character 3 is "{" without its partner; write {{ for a brace',
            ("en", "bare"),
        ),
        ("Duties", 'text: "Duties" is in no language; say which: en: Duties', ()),
    ],
)
def test_a_text_with_a_fault_is_refused(mapping: Any, message: str, path: Any) -> None:
    """The path leads to the wording at fault."""
    with pytest.raises(TermsError) as caught:
        Text.parse(mapping)
    assert message == str(caught.value)
    assert path == caught.value.path


def test_a_title_needs_the_forms_of_its_language() -> None:
    """Russian titles need six cases, Filipino three forms; others one plain form."""
    assert ("dat", "acc", "ins", "prep") == missing_title_forms(MANAGER, "ru")
    assert () == missing_title_forms(MANAGER, "en")
    assert ("bare", "marked", "linked") == missing_title_forms(MANAGER, "tl")
    assert ("bare", "indefinite") == missing_title_forms(MANAGER, "en-US")
    assert () == missing_title_forms(MANAGER, "de")
    assert {"en", "fil", "ru"} == set(FORMS)


def test_a_name_needs_forms_only_in_russian() -> None:
    """Markers, linkers and articles stand outside of a name; Russian cases change it."""
    assert ("dat", "acc", "ins", "prep") == missing_name_forms(MANAGER, "ru")
    assert () == missing_name_forms(Text.of(en="sales plan", fil="plano sa benta"), "fil")
    assert () == missing_name_forms(Text.parse({"en": {"indefinite": "a sales plan"}}), "en")


def test_a_title_stands_alone_in_one_form() -> None:
    """A heading or a list prints the nominative, the bare form, or the only one."""
    assert ["bare", "bare", "nom", "plain"] == [
        base_form(language) for language in ("en-GB", "tl", "ru", "de")
    ]


@pytest.mark.parametrize(
    "template, expected",
    [
        ("", ()),
        ("Visits clients.", ("Visits clients.",)),
        (
            "Reports to {party superior indefinite}.",
            ("Reports to ", Reference("party", "superior", "indefinite"), "."),
        ),
        (
            "{clause duty.advise-order}{law labour}",
            (Reference("clause", "duty.advise-order"), Reference("law", "labour")),
        ),
        ("100 {{%}}", ("100 {%}",)),
        ("{{{plan sales}}}", ("{", Reference("plan", "sales"), "}")),
    ],
)
def test_a_template_names_what_it_refers_to(
    template: str, expected: tuple[str | Reference, ...]
) -> None:
    """Kind, target and, if need be, form; doubled braces are braces."""
    assert expected == parse_template(template)


@pytest.mark.parametrize(
    "template, message",
    [
        ("a {b", 'text: character 3 is "{" without its partner; write {{ for a brace'),
        ("a }", 'text: character 3 is "}" without its partner; write }} for a brace'),
        ("{a{b}", 'text: character 1 is "{" without its partner'),
        ("see {}", 'text: character 5 starts "{}", which is not a reference; write {kind target}'),
        ("{clause}", 'text: character 1 starts "{clause}", which is not a reference'),
        ("{clause a b c}", 'text: character 1 starts "{clause a b c}", which is not a reference'),
        ("{Clause a}", 'text: character 1 starts "{Clause a}", which is not a reference'),
        ("{clause наём}", 'text: character 1 starts "{clause наём}", which is not a reference'),
    ],
)
def test_a_malformed_template_is_refused_with_its_place(template: str, message: str) -> None:
    """The position counts characters from one."""
    with pytest.raises(TermsError) as caught:
        parse_template(template)
    assert str(caught.value).startswith(message)


def test_a_reference_is_shown_as_it_is_written() -> None:
    """With its form, if it has one."""
    assert "{party superior gen}" == str(Reference("party", "superior", "gen"))
    assert "{plan sales}" == str(Reference("plan", "sales"))


def test_a_mapping_of_wordings_is_read_back() -> None:
    """A plain wording needs no form; a second form makes it one of several."""
    assert MANAGER == Text.parse(MANAGER.as_mapping())
    assert "Vertriebsleiter" == MANAGER.as_mapping()["de"]


@pytest.mark.parametrize("language, form", [("ru", "nom"), ("ru-RU", "nom"), ("de", "plain")])
def test_a_name_stands_alone_in_one_form(language: str, form: str) -> None:
    """The nominative in Russian; a language without forms of names has the plain one."""
    assert form == base_name_form(language)
