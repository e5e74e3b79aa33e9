"""Idents name things for good; printed numbers and titles do not."""

from __future__ import annotations

import pytest

from accountkit.errors import InputError
from accountkit.values.idents import MAX_LENGTH, check_ident


@pytest.mark.parametrize(
    "name", ["2", "kam", "D-A2.9", "duty.advise-order", "Team_North", "a" * 100]
)
def test_letters_digits_dash_underscore_and_dot_make_an_ident(name: str) -> None:
    """A name that fits comes back unchanged, in the case it was written."""
    assert name == check_ident(name)


@pytest.mark.parametrize(
    "name, fault",
    [
        ("", "clause: is empty"),
        ("Key Account", 'clause: "Key Account" holds a space'),
        ("наём", 'clause: "наём" holds "н"'),
        ("-x", 'clause: "-x" starts with "-", not with a letter or digit'),
        ("a\nb", 'clause: "a\\nb" holds "\\n"'),
        ("a" * (MAX_LENGTH + 1), "has 101 characters"),
    ],
)
def test_anything_else_is_refused_with_the_character_at_fault(name: str, fault: str) -> None:
    """The message shows the name on one line, what is wrong and what may be used."""
    with pytest.raises(InputError) as caught:
        check_ident(name, "clause")
    assert fault in str(caught.value)
    assert caught.value.remedy is not None
    assert "\n" not in str(caught.value)


def test_a_number_is_not_taken_for_its_text() -> None:
    """YAML reads 7 as a number; an ident must be written as text."""
    with pytest.raises(InputError, match=r'id: "7" is not text; write it in quotes'):
        check_ident(7)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
