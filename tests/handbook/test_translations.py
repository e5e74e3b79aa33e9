"""How far a handbook is written in a language, and where what is missing should stand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from accountkit.errors import InputError
from accountkit.handbook import Handbook

HABAGAT = Path(__file__).parents[2] / "examples" / "habagat"

RUSSIAN_HEAD = """
offices:
  - id: head-of-sales
    title: {en: {bare: head of sales, indefinite: a head of sales}}
"""
ADOPTED = """
role: key-account-manager
parties:
  - {party: company-head, office: director}
  - {party: superior, office: head-of-sales}
"""


def test_a_complete_language_lacks_nothing() -> None:
    """Habagat is written in English and Filipino, with all that it takes from the catalogue."""
    handbook = Handbook.load(HABAGAT)

    for language in ("en", "fil", "fil-PH", "tl"):
        translation = handbook.translation(language)
        assert translation.is_complete, language
        assert translation.texts > 100


def test_what_the_catalogue_has_is_not_missing() -> None:
    """Habagat in Russian lacks its own texts and none of those that it adopted."""
    translation = Handbook.load(HABAGAT).translation("ru")
    files = {error.place.file for error in translation.missing_texts if error.place}

    assert {"measures.yaml", "roles/head-of-sales.yaml"} <= files
    assert not any(file.startswith("catalogue/") for file in files)


def test_catalogue_files_are_named_with_their_lines(company: Callable[..., Path]) -> None:
    """Somebody who wants to write a catalogue role in another language sees where."""
    folder = company(**{"roles__kam.choices": ADOPTED})
    missing = Handbook.load(folder).translation("de").missing_texts
    places = {error.subject: str(error.place) for error in missing}

    assert places["title of key-account-manager"].startswith(
        "catalogue/roles/key-account-manager.yaml:"
    )
    assert places["title of head-of-sales"].startswith("catalogue/offices.yaml:")
    assert places["name of law labour"].startswith("catalogue/laws/neutral.yaml:")


def test_an_office_of_the_company_is_told_where_it_stands(company: Callable[..., Path]) -> None:
    """The company's own office takes the place of the catalogue's, and is in its own file."""
    folder = company(**{"roles__kam.choices": ADOPTED, "offices": RUSSIAN_HEAD})
    missing = Handbook.load(folder).translation("ru").missing_texts

    assert ["offices.yaml:3:5"] == [
        str(error.place) for error in missing if error.subject == "title of head-of-sales"
    ]


def test_the_check_sums_up_what_the_catalogue_lacks(findings: Callable[..., list[str]]) -> None:
    """The company did not write those texts; its choice of languages is what it can mend."""
    company = """
id: tala
name: Tala Trading
currency: PHP
jurisdiction: neutral
languages: [en, de]
calendar: {kind: fiscal}
"""
    told = [
        line
        for line in findings(**{"company": company, "roles__kam.choices": ADOPTED})
        if "catalogue" in line
    ]

    assert all(line.startswith("company.yaml:5:17: warning: language de: ") for line in told)
    assert (
        "company.yaml:5:17: warning: language de: is not that of 3 texts in"
        " catalogue/laws/neutral.yaml; list them with accountkit check --untranslated de"
        " (languages)"
    ) in told


def test_texts_without_a_file_are_counted_each(company: Callable[..., Path]) -> None:
    """A handbook that was built in Python has no places, and the same count of texts."""
    read = Handbook.load(company(**{"roles__kam.choices": ADOPTED}))
    built = Handbook(
        company=read.company,
        measures=read.measures,
        roles=read.roles,
        choices=read.choices,
        plans=read.plans,
    )

    assert read.translation("ru").texts == built.translation("ru").texts
    assert len(read.translation("de").missing_texts) == len(built.translation("de").missing_texts)


def test_a_language_that_is_none() -> None:
    """Languages are named by their tags."""
    with pytest.raises(InputError, match='"Russian" is not a language tag'):
        Handbook.load(HABAGAT).translation("Russian")


TITLED = """
id: sales
title: {en: Sales, de: Verkauf}
currency: PHP
period: quarter
start: 2026-01-01
roles: [seller]
participants: appointed
clauses: [{id: pay, text: {en: Pay., de: Gehalt.}}]
components:
  - kind: commission
    id: commission
    clause: pay
    title: {en: Commission}
    measure: sales
    rate: 1%
  - kind: award
    id: watch
    clause: pay
    gates: [{attainment_of: sales, at_least: 100%}]
    item: {en: a watch}
standing:
  - id: misses
    clause: pay
    measure: sales
    missed_below: 80%
    stages: [{misses: 2, recommend: watch}]
profile:
  id: neutral
  rules: [{recommendation: watch, lawful: true, needs_human: true, basis: {en: Company rules.}}]
"""


def test_what_statements_print_of_a_plan(company: Callable[..., Path]) -> None:
    """Titles of components, awards and the basis of a recommendation are texts as well."""
    translation = Handbook.load(company(plans__sales=TITLED)).translation("de")

    assert {
        "component commission of plan sales": "plans/sales.yaml:13:5",
        "component watch of plan sales": "plans/sales.yaml:20:5",
        "basis of watch of plan sales": "plans/sales.yaml:29:68",
    } == {
        error.subject: str(error.place)
        for error in translation.missing_texts
        if error.place and error.place.file == "plans/sales.yaml"
    }
