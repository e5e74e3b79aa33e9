"""What both imports share: wordings as texts, and ids for whatever is called whatever."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from accountkit.handbook.imports.imported import Ids, plain_text, slug
from accountkit.values.idents import check_ident
from accountkit.values.texts import parse_template


@given(st.text(max_size=300))
def test_every_name_gives_an_id_or_none(name: str) -> None:
    """Small Latin letters and digits, never too long; nothing where a name has none of them."""
    found = slug(name)

    assert "" == found or found == check_ident(found)


@given(st.lists(st.text(max_size=120), max_size=12))
def test_no_id_is_given_twice(names: list[str]) -> None:
    """Also where names differ only in what an id cannot hold, such as C++ and C#."""
    ids = Ids()
    given_out = [ids.of("skill", name, "unnamed") for name in names]

    assert len(names) == len(set(given_out))
    assert all(found == check_ident(found) for found in given_out)


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1))
def test_a_wording_prints_as_it_was_published(words: str) -> None:
    """Braces are braces; only blanks and line breaks run together."""
    if not words.split():
        return
    text = plain_text({"en": words}).get("en")

    assert (" ".join(words.split()),) == parse_template(text)


def test_a_long_title_is_cut_after_a_word() -> None:
    """An id has at most 100 characters."""
    assert "-".join(["handler"] * 12) == slug(" ".join(["Handler"] * 13))
