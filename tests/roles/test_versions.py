"""Versions: what one keeps, what it refuses, and what it can be asked."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from accountkit.errors import TermsError, UnknownNameError
from accountkit.roles import PrintedText, RoleVersion
from accountkit.testing.versions import a_text, a_version

JANUARY = date(2026, 1, 1)


def test_a_version_holds_from_its_approval_at_the_earliest() -> None:
    """Nobody is held to a text that did not exist yet."""
    with pytest.raises(TermsError) as refused:
        a_version(2, JANUARY, approved_on=date(2026, 1, 2))

    assert (
        "version 2 of seller: is in force from 2026-01-01, before its approval on 2026-01-02;"
        " give a day from the approval on"
    ) == str(refused.value)
    assert ("effective_from",) == refused.value.path


def test_a_version_has_one_text_in_a_language() -> None:
    """Two English texts would leave open which one was signed."""
    with pytest.raises(TermsError) as refused:
        attrs.evolve(a_version(1, JANUARY), texts=(a_text("One"), a_text("Other")))

    assert "texts: are twice in en; keep one" == str(refused.value)


def test_a_text_is_in_a_language() -> None:
    """A tag that is none is refused."""
    with pytest.raises(TermsError, match='language: "english" is not a language tag'):
        PrintedText(language="english", fingerprint="", parts=a_text("One").parts)


def test_the_text_in_a_language_that_was_not_approved() -> None:
    """A translation made later is not what was approved."""
    version = a_version(1, JANUARY, languages=("en", "fil"))

    assert "fil" == version.text("fil").language
    with pytest.raises(UnknownNameError) as refused:
        version.text("ru")
    assert "version 1 of seller: has no text in ru; it has en and fil" == str(refused.value)


@pytest.fixture
def held_to_sales() -> RoleVersion:
    """A seller held to one target."""
    return a_version(1, JANUARY, targets=("sales",))


def test_was_a_target_in_the_version(held_to_sales: RoleVersion) -> None:
    """It is there, and the clauses that speak of it are named (design 8.8)."""
    target = held_to_sales.target("sales")

    assert target is not None
    assert "sales" == target.id
    assert ("sell",) == held_to_sales.clauses_with("sales")
    assert held_to_sales.target("new-clients") is None


def test_clauses_of_a_target_that_the_version_lacks(held_to_sales: RoleVersion) -> None:
    """A slip of the pen is no answer."""
    with pytest.raises(UnknownNameError) as refused:
        held_to_sales.clauses_with("sale")

    assert 'version 1 of seller: has no target "sale"; did you mean sales?' == str(refused.value)
