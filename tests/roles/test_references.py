"""References of a role: each must lead to something, in fields and inside the wording."""

from __future__ import annotations

import attrs
import pytest

from accountkit.errors import TermsError
from accountkit.roles import Approval, Duty, Party, Role
from accountkit.values.texts import Text


def with_duty(role: Role, **fields: object) -> Role:
    """The role with its first duty changed."""
    general, duties, *rest = role.sections
    first, *others = duties.clauses
    assert isinstance(first, Duty)
    changed = attrs.evolve(duties, clauses=(attrs.evolve(first, **fields), *others))  # type: ignore[arg-type]
    return attrs.evolve(role, sections=(general, changed, *rest))


def test_a_role_whose_references_all_lead_somewhere_has_no_fault(seller: Role) -> None:
    """Clauses, parties, targets, rights and limits are all declared."""
    assert () == seller.faults()


def test_duties_rights_and_responsibilities_are_found_across_sections(seller: Role) -> None:
    """Printed rights come first, then those a duty grants in its own words."""
    assert ["duties.sell", "duties.price"] == [duty.id for duty in seller.duties]
    assert ["rights.ask", "rights.discount"] == [right.id for right in seller.rights]
    assert ["liability.duties"] == [term.id for term in seller.responsibilities]


def test_all_clauses_come_in_print_order_with_their_items(seller: Role) -> None:
    """An item follows the clause it stands under."""
    assert [
        "general.line",
        "general.line.item",
        "duties.sell",
        "duties.price",
        "rights.ask",
        "liability.duties",
    ] == [clause.id for clause in seller.clauses()]


def test_a_dangling_clause_reference_is_found_with_its_nearest_name(seller: Role) -> None:
    """The source's reference to a clause 7 that does not exist would be found so."""
    broken = with_duty(seller, text=Text.of(en="See {clause duties.prize}."))

    (fault,) = broken.faults()

    assert (
        'clause duties.sell: refers to clause "duties.prize", which does not exist; '
        "did you mean duties.price?"
    ) == str(fault)
    assert ("sections", 1, "clauses", 0, "text", "en") == fault.path


@pytest.mark.parametrize(
    "fields, problem, field",
    [
        (
            {"measures": ("revenue",)},
            'refers to target "revenue", which does not exist; name a target of the role',
            "measures",
        ),
        (
            {"needs": ("rights.discounts",)},
            (
                'refers to right "rights.discounts", which does not exist; '
                "did you mean rights.discount?"
            ),
            "needs",
        ),
        (
            {"text": Text.of(en="Ask the {party supervisor bare}.")},
            'refers to party "supervisor", which does not exist; did you mean superior?',
            "text",
        ),
    ],
)
def test_every_kind_of_dangling_reference_is_found(
    seller: Role, fields: dict[str, object], problem: str, field: str
) -> None:
    """Whatever a duty names must be declared in the role."""
    (fault,) = with_duty(seller, **fields).faults()

    assert problem in str(fault)
    assert field == fault.path[4]


def test_a_text_that_lacks_a_language_is_found(seller: Role) -> None:
    """The seller is written in English; a company that prints Filipino is told all that lacks."""
    faults = seller.translation_faults(["en", "fil"])

    assert () == seller.translation_faults(["en"])
    assert (
        "title of seller: is missing in fil, form bare; add it; the text is written in en"
    ) == str(faults[0])
    assert {"fil"} == {fault.language for fault in faults}
    assert [
        ("title",),
        ("targets", 0, "title"),
        ("implied_rights", 0, "limit", "text"),
        ("sections", 0, "title"),
    ] == [fault.path for fault in faults[:4]]
    assert ("sections", 0, "clauses", 0, "items", 0, "text") in {fault.path for fault in faults}
    assert 14 == len(faults)


def test_experience_that_nothing_asks_for_cannot_be_printed(seller: Role) -> None:
    """Only a requirement with months of experience has a length of time to print."""
    (fault,) = with_duty(seller, text=Text.of(en="{experience general.line}.")).faults()

    assert 'refers to experience "general.line", which does not exist' in str(fault)


def test_a_reference_of_a_kind_that_nothing_prints_is_found(seller: Role) -> None:
    """Rights are named in fields; a text has no way to print one."""
    (fault,) = with_duty(seller, text=Text.of(en="By {right rights.ask}.")).faults()

    assert "nothing of that kind can be printed" in str(fault)


def test_an_id_that_stands_twice_is_found(seller: Role) -> None:
    """A clause id is how other clauses find it, so it is unique in the whole role."""
    (fault,) = with_duty(seller, id="rights.ask").faults()

    assert "clause rights.ask: stands twice in the role" in str(fault)
    assert ("sections", 2, "clauses", 0, "id") == fault.path


def test_an_approval_by_an_unknown_party_is_found(seller: Role) -> None:
    """The block of approval prints the title of one of the role's parties."""
    (fault,) = attrs.evolve(seller, approval=Approval(party="owner")).faults()

    assert ("approval", "party") == fault.path


def test_two_parties_with_one_id_are_refused(seller: Role) -> None:
    """A party is referred to by its id alone."""
    with pytest.raises(TermsError, match="stands twice"):
        attrs.evolve(seller, parties=(*seller.parties, Party(id="superior", one_of=("x",))))
