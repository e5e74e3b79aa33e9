"""Clauses keep their ids; their numbers come from where they stand."""

from __future__ import annotations

import attrs
import pytest

from accountkit.errors import TermsError
from accountkit.values.clauses import Clause, NumberStyle, Section, number_clauses
from accountkit.values.texts import Text

REPORT = Text.of(en="Reports on sales.")


def clause(name: str, *items: Clause, number: str | None = None) -> Clause:
    """A clause whose wording does not matter."""
    return Clause(id=name, text=REPORT, items=items, number=number)


SECTIONS = (
    Section(id="general", items=(clause("post"), clause("knows", clause("law"), clause("market")))),
    Section(id="duties", items=(clause("visit"), clause("report"))),
)


@pytest.mark.parametrize(
    "style, expected",
    [
        (NumberStyle.DECIMAL, "1. 1.1. 1.2. 1.2.1. 1.2.2. 2. 2.1. 2.2."),
        (NumberStyle.ROMAN, "I. I.1 I.2 I.2.1 I.2.2 II. II.1 II.2"),
        (NumberStyle.ALPHA, "A. A.1 A.2 A.2.1 A.2.2 B. B.1 B.2"),
        (NumberStyle.DASH, "1. – – – – 2. – –"),
    ],
)
def test_numbers_restart_in_every_section(style: NumberStyle, expected: str) -> None:
    """Both sections count their items from one (design 8.2)."""
    numbers = number_clauses(SECTIONS, style)
    assert ["general", "post", "knows", "law", "market", "duties", "visit", "report"] == [*numbers]
    assert expected == " ".join(numbers.values())


def test_items_of_items_may_be_dashes() -> None:
    """A formal description numbers its clauses and lists knowledge by dashes."""
    numbers = number_clauses(SECTIONS, nested_dashes=True)
    assert "1. 1.1. 1.2. – – 2. 2.1. 2.2." == " ".join(numbers.values())


def test_foreign_numbers_keep_their_gaps_when_asked() -> None:
    """A document whose clause 10 was lost goes from II.9 to II.11, and on to II.12."""
    duties = tuple(clause(f"d{place}") for place in range(1, 10))
    foreign = Section(id="duties", items=(*duties, clause("orders", number="11"), clause("last")))
    kept = number_clauses([Section(id="general"), foreign], NumberStyle.ROMAN, keep_numbers=True)
    assert ("II.9", "II.11", "II.12") == (kept["d9"], kept["orders"], kept["last"])
    renumbered = number_clauses([Section(id="general"), foreign], NumberStyle.ROMAN)
    assert ("II.9", "II.10", "II.11") == (
        renumbered["d9"],
        renumbered["orders"],
        renumbered["last"],
    )


def test_a_section_may_keep_its_number_too() -> None:
    """An extract that starts with section 4 says so."""
    extract = Section(id="responsibility", items=(clause("losses"),), number="4")
    assert "4.1." == number_clauses([extract], keep_numbers=True)["losses"]


def test_kept_numbers_rise() -> None:
    """Clause 3 cannot follow another clause 3."""
    items = (clause("a", number="3"), clause("b", number="3"))
    with pytest.raises(TermsError, match="clause b: is numbered 3 where 3 is already taken"):
        number_clauses([Section(id="s", items=items)], keep_numbers=True)


def test_an_id_stands_for_one_clause() -> None:
    """The message shows both places."""
    sections = [Section(id="s", items=(clause("a"), clause("b", clause("a"))))]
    with pytest.raises(TermsError) as caught:
        number_clauses(sections)
    assert "clause a: stands twice, as 1.1. and as 1.2.1.; give each its own id" == str(
        caught.value
    )


def test_long_documents_are_numbered_too() -> None:
    """Section 49 is XLIX, the 28th letter is AB."""
    sections = [Section(id=f"s{place}") for place in range(1, 50)]
    assert "XLIX." == number_clauses(sections, NumberStyle.ROMAN)["s49"]
    letters = number_clauses(sections, NumberStyle.ALPHA)
    assert ("Z.", "AA.", "AB.") == (letters["s26"], letters["s27"], letters["s28"])


def test_anything_with_an_id_is_numbered() -> None:
    """Duties and rights have classes of their own; only the id is needed."""

    @attrs.frozen
    class Right:
        id: str

    rights = Section(id="rights", items=(Right("sign"), Right("discount")))
    assert {"rights": "1.", "sign": "1.1.", "discount": "1.2."} == number_clauses([rights])


@pytest.mark.parametrize("number", ["0", "-1", "2.9", "x", "", "²"])
def test_a_fixed_number_is_a_place(number: str) -> None:
    """Only the clause's own place is stated; the section's number is put before it."""
    with pytest.raises(TermsError, match="is not a whole number from 1 up; give only") as caught:
        clause("a", number=number)
    assert ("number",) == caught.value.path


def test_an_id_is_an_ident() -> None:
    """Spaces have no place in an id."""
    with pytest.raises(TermsError, match=r'clause: "a b" holds a space') as caught:
        clause("a b")
    assert ("id",) == caught.value.path


def test_kept_numbers_are_kept_at_every_depth() -> None:
    """A list within a list of a foreign document keeps its own gaps too."""
    innermost = clause("c", clause("d", number="8"), number="7")
    extract = Section(id="s", items=(clause("a", clause("b", innermost, number="5")),))
    kept = number_clauses([extract], keep_numbers=True)
    assert "1. 1.1. 1.1.5. 1.1.5.7. 1.1.5.7.8." == " ".join(kept.values())
    dashes = number_clauses([extract], nested_dashes=True)
    assert "1. 1.1. – – –" == " ".join(dashes.values())
