"""The catalogue: which files it ships, and how they are asked for."""

from __future__ import annotations

import pytest

from accountkit import catalogue
from accountkit.errors import UnknownNameError
from accountkit.roles import Jurisdiction, Office
from accountkit.values.texts import FORMS

LANGUAGES = ("en", "fil", "ru")


def test_the_catalogue_lists_what_it_has() -> None:
    """Roles in alphabetical order, and three jurisdictions, one of them naming no place."""
    assert {"key-account-manager", "client-relations-manager"} < set(catalogue.role_ids())
    assert sorted(catalogue.role_ids()) == list(catalogue.role_ids())
    assert ("PH", "RU", "neutral") == catalogue.jurisdiction_ids()


def test_files_open_from_the_installed_package() -> None:
    """The files are package data and are read as UTF-8."""
    assert "id: key-account-manager" in catalogue.role_file("key-account-manager").read_text(
        "utf-8"
    )
    assert "id: PH" in catalogue.jurisdiction_file("PH").read_text("utf-8")
    assert "id: head-of-sales" in catalogue.offices_file().read_text("utf-8")


@pytest.mark.parametrize("name", ["key-acount-manager", "", "../offices", "roles/x"])
def test_a_role_that_is_not_there_is_told(name: str) -> None:
    """Only names on the list are opened; no path leads out of the catalogue."""
    with pytest.raises(UnknownNameError, match="is not in the catalogue"):
        catalogue.role_file(name)


def test_an_unknown_jurisdiction_is_told_with_those_there_are() -> None:
    """There is no law by default."""
    with pytest.raises(UnknownNameError) as refused:
        catalogue.jurisdiction_file("DE")

    assert ("jurisdiction DE: is not in the catalogue; the catalogue has PH, RU, neutral") == str(
        refused.value
    )


def test_every_office_has_every_form_of_its_title(offices: tuple[Office, ...]) -> None:
    """Titles are printed in sentences, so each needs all forms of its languages."""
    for office in offices:
        for language in LANGUAGES:
            assert set(FORMS[language]) == set(office.title.forms(language)), office.id


def test_filipino_titles_are_marked_and_linked_by_the_rules(offices: tuple[Office, ...]) -> None:
    """A common noun takes "ang" before it, and links with "na", "-ng" or, after n, "-g"."""
    for office in offices:
        bare, marked, linked = (
            office.title.get("fil", form) for form in ("bare", "marked", "linked")
        )
        assert f"ang {bare}" == marked
        assert linked in {f"{bare} na", f"{bare}g" if bare.endswith("n") else f"{bare}ng"}


def test_english_titles_have_the_article_that_is_spoken(offices: tuple[Office, ...]) -> None:
    """An immediate supervisor, a head of sales."""
    for office in offices:
        bare = office.title.get("en", "bare")
        article = "an" if bare[0] in "aeiou" else "a"
        assert f"{article} {bare}" == office.title.get("en", "indefinite")


def test_each_jurisdiction_has_the_laws_that_roles_refer_to(jurisdiction: Jurisdiction) -> None:
    """The branches of law that responsibilities name, without an amount or an article."""
    assert ["general", "labour", "civil", "administrative", "criminal"] == [
        law.id for law in jurisdiction.laws
    ]
    for law in jurisdiction.laws:
        for language in LANGUAGES:
            titles = [law.title.get(language, form) for form in law.title.forms(language)]
            assert titles
            assert not any(sign.isdigit() for title in titles for sign in title), titles
