"""A role in a company: what the company must settle, and what its choices may be."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import attrs
import pytest

from accountkit.errors import TermsError
from accountkit.roles import (
    Approval,
    ApprovalOrder,
    GrantedLimit,
    Jurisdiction,
    Law,
    Office,
    PartyChoice,
    PlanTitle,
    Role,
    RoleChoices,
    RoleInCompany,
)
from accountkit.values.money import Money
from accountkit.values.texts import Text

LABOUR = Law(id="labour", title=Text.of(en="the labour law in force"))
LAWS = Jurisdiction(id="PH", name=Text.of(en="Philippines"), laws=(LABOUR,))
SUPERIOR = PartyChoice(party="superior", office="head-of-sales")


def settled(
    role: Role, offices: tuple[Office, ...], laws: Jurisdiction = LAWS, **choices: object
) -> RoleInCompany:
    """The role in a company whose superior is the head of sales."""
    chosen: dict[str, object] = {"parties": (SUPERIOR,), **choices}
    return RoleInCompany(
        role=role,
        company="Habagat Trading",
        offices=offices,
        jurisdiction=laws,
        choices=RoleChoices(role=role.id, **chosen),  # type: ignore[arg-type]
    )


def test_a_company_that_chose_its_superior_is_ready(
    seller: Role, offices: tuple[Office, ...]
) -> None:
    """Of two possible superiors the company names one; a lone candidate stands by itself."""
    role = settled(seller, offices)

    assert () == role.faults()
    assert [offices[1], offices[0]] == [role.office("superior"), role.office("approver")]
    assert role.office("nobody") is None


def test_an_open_choice_of_superior_is_a_finding(seller: Role, offices: tuple[Office, ...]) -> None:
    """Which of several offices is the superior is never guessed."""
    (fault,) = settled(seller, offices, parties=()).faults()

    assert (
        "role seller: nobody is chosen as superior; choose one of director, head-of-sales"
    ) == str(fault)
    assert ("choices", "parties") == fault.path


@pytest.mark.parametrize(
    "office, problem",
    [
        ("bookkeeper", "party superior: office bookkeeper may not stand here; choose one of"),
        ("head-of-sale", 'party superior: office "head-of-sale" does not exist; did you mean'),
    ],
)
def test_only_an_office_that_the_role_allows_may_be_chosen(
    seller: Role, offices: tuple[Office, ...], office: str, problem: str
) -> None:
    """The role lists who may stand in each place."""
    choice = PartyChoice(party="superior", office=office)

    (fault,) = settled(seller, offices, parties=(choice,)).faults()

    assert problem in str(fault)
    assert ("choices", "parties", 0, "office") == fault.path


def test_a_choice_for_an_unknown_party_or_made_twice_is_found(
    seller: Role, offices: tuple[Office, ...]
) -> None:
    """A misspelt party would leave the real one open."""
    stray = PartyChoice(party="superieur", office="director")

    stray_fault, double_fault = settled(
        seller, offices, parties=(SUPERIOR, stray, SUPERIOR)
    ).faults()

    assert 'role seller: has no party "superieur"; did you mean superior?' == str(stray_fault)
    assert "role seller: settles party superior twice; keep one" == str(double_fault)


def test_the_only_office_of_a_party_must_exist(seller: Role, offices: tuple[Office, ...]) -> None:
    """A company without a director cannot print the director's title."""
    (fault,) = settled(seller, offices[1:]).faults()

    assert 'party approver: office "director" does not exist' in str(fault)


def test_the_companys_name_of_a_plan_comes_before_the_roles(
    seller: Role, offices: tuple[Office, ...]
) -> None:
    """A company may call its sales plan as it likes; else the role's words are printed."""
    own = PlanTitle(measure="sales", title=Text.of(en="Plan 2026"))

    assert "sales plan" == _title(settled(seller, offices), "sales")
    assert "Plan 2026" == _title(settled(seller, offices, plans=(own,)), "sales")
    assert settled(seller, offices).plan_title("margin") is None


def _title(role: RoleInCompany, measure: str) -> str:
    title = role.plan_title(measure)
    assert title is not None
    return title.get("en")


def test_a_limit_is_granted_in_its_own_unit(seller: Role, offices: tuple[Office, ...]) -> None:
    """The discount limit counts percents; a sum of money says nothing about it."""
    share = GrantedLimit(limit="discount", share=Fraction(3, 20))
    amount = GrantedLimit(limit="discount", amount=Money.of("100.00", "PHP"))

    assert share == settled(seller, offices, limits=(share,)).granted("discount")
    (fault,) = settled(seller, offices, limits=(amount,)).faults()
    assert (
        "limit discount: is counted in percent, and another kind of number is given; give share"
    ) == str(fault)


def test_a_granted_limit_is_exactly_one_number() -> None:
    """Neither nothing nor both a share and a column."""
    with pytest.raises(TermsError, match="needs exactly one of share, amount and column"):
        GrantedLimit(limit="discount")
    with pytest.raises(TermsError, match="needs exactly one of share, amount and column"):
        GrantedLimit(limit="discount", share=Fraction(1, 10), column="B")


def test_a_law_that_the_jurisdiction_lacks_is_found(
    seller: Role, offices: tuple[Office, ...]
) -> None:
    """A clause refers to the labour law; the place must say how it is called."""
    civil = Jurisdiction(
        id="XX", name=Text.of(en="Nowhere"), laws=(Law(id="civil", title=LABOUR.title),)
    )

    (fault,) = settled(seller, offices, civil).faults()

    assert (
        'clause liability.duties: refers to law "labour", which jurisdiction XX lacks; '
        "the jurisdiction has civil"
    ) == str(fault)


def test_faults_of_the_role_come_with_the_company(
    seller: Role, offices: tuple[Office, ...]
) -> None:
    """One question tells all that stands in the way of printing, and on whose side it is."""
    nameless = attrs.evolve(seller, approval=Approval(party="owner"))
    stray = PartyChoice(party="boss", office="director")

    faults = settled(nameless, offices, parties=(SUPERIOR, stray)).faults()

    assert [
        ("role", "approval", "party"),
        ("choices", "parties", 1, "party"),
    ] == [fault.path for fault in faults]


def test_either_a_person_or_an_order_approves() -> None:
    """A page with a line to sign on and an order above it would be approved twice."""
    order = ApprovalOrder(number="7", day=date(2026, 5, 4))

    with pytest.raises(TermsError) as refused:
        RoleChoices(role="seller", approver="Reyes, M.", approved_by_order=order)

    assert (
        "role seller: is approved by Reyes, M. and by order 7; keep approver or approved_by_order"
    ) == str(refused.value)
    assert ("approved_by_order",) == refused.value.path


def test_a_position_is_approved_in_one_way() -> None:
    """What a position settles about its approval takes the place of what the company settled."""
    order = ApprovalOrder(number="7", day=date(2026, 5, 4))
    company = RoleChoices(role="seller", approver="Reyes, M.")
    north = RoleChoices(role="seller", position="north", approved_by_order=order)
    south = RoleChoices(role="seller", position="south")

    assert (None, order) == (north.over(company).approver, north.over(company).approved_by_order)
    assert "Reyes, M." == south.over(company).approver
