"""The job description: how a role's texts become a page, and what keeps it from becoming one."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import attrs
import pytest

from accountkit.documents import describe
from accountkit.errors import Problems, UsageError
from accountkit.roles import (
    Act,
    Approval,
    ApprovalOrder,
    DocumentUse,
    Education,
    GeneralSection,
    GrantedLimit,
    Jurisdiction,
    Law,
    Limit,
    LimitUnit,
    Loan,
    Office,
    Party,
    Provision,
    Requirement,
    Right,
    Role,
    RoleChoices,
    RoleInCompany,
    Scope,
    WorkDocument,
)
from accountkit.values.clauses import NumberStyle
from accountkit.values.money import Money
from accountkit.values.texts import Text

SELLER = Text.parse(
    {
        "en": {"bare": "seller", "indefinite": "a seller"},
        "fil": {"bare": "seller", "marked": "ang seller", "linked": "seller na"},
    }
)
LAW = Law(id="labour", title=Text.of(en="the labour law in force", fil="umiiral na batas"))


def provision(text: Text, clause_id: str = "general.text", **fields: object) -> Provision:
    """A provision with a text."""
    return Provision(id=clause_id, text=text, **fields)  # type: ignore[arg-type]


def role_with(*clauses: Provision | Requirement, **fields: object) -> Role:
    """A seller with some general clauses."""
    limit = Limit(id="budget", text=Text.of(en="the budget"), unit=LimitUnit.MONEY)
    right = Right(
        id="rights.spend", text=Text.of(en="Spend."), act=Act.SPEND, scope=Scope.SALES, limit=limit
    )
    section = GeneralSection(
        id="general", title=Text.of(en="General", fil="Pangkalahatan"), clauses=clauses
    )
    defaults: dict[str, object] = {
        "parties": (Party(id="head", one_of=("head",)),),
        "implied_rights": (right,),
        "loans": (Loan("fil", "en"),),
    }
    return Role(id="seller", title=SELLER, sections=(section,), **(defaults | fields))  # type: ignore[arg-type]


def settled(role: Role, **choices: object) -> RoleInCompany:
    """The role in a company that left nothing open."""
    return RoleInCompany(
        role=role,
        company="Habagat <Trading> & Co.",
        offices=(Office(id="head", title=SELLER, loans=(Loan("fil", "en"),)),),
        jurisdiction=Jurisdiction(id="PH", name=Text.of(en="Philippines"), laws=(LAW,)),
        choices=RoleChoices(role="seller", **choices),  # type: ignore[arg-type]
    )


def body(role: Role, language: str = "en", **choices: object) -> list[str]:
    """The lines below the heading of the first section."""
    lines = describe(settled(role, **choices), locale=language).text("plain").splitlines()
    return lines[lines.index("1. General" if language == "en" else "1. Pangkalahatan") + 3 :]


@pytest.mark.parametrize(
    "text, printed",
    [
        ("The {role self bare}.", "The seller."),
        ("Become {role seller indefinite}.", "Become a seller."),
        ("Ask the {party head bare}.", "Ask the seller."),
        ("By {law labour}.", "By the labour law in force."),
        ("As in {clause general.text}.", "As in 1.1."),
        ("As in section {clause general}.", "As in section 1."),
        ("Spend {limit budget}.", "Spend the budget."),
        ("Ask, {condition if_necessary}.", "Ask, if necessary."),
        ("Braces {{stay}}.", "Braces {stay}."),
    ],
)
def test_a_reference_prints_what_it_names(text: str, printed: str) -> None:
    """Titles, numbers, laws, limits and conditions are filled in when the page is made."""
    assert [f"1.1. {printed}"] == body(role_with(provision(Text.of(en=text))))


def test_a_sentence_that_opens_with_a_reference_has_a_capital() -> None:
    """A title opens a clause as any first word does; the item of a list goes on with it."""
    item = provision(Text.of(en="{law labour};", fil="{law labour};"), "general.text.item")
    clause = provision(
        Text.of(en="{party head indefinite} is guided by:", fil="{party head marked}:"),
        items=(item,),
    )

    assert ["1.1. A seller is guided by:", "     – the labour law in force;"] == (
        body(role_with(clause))
    )
    assert "1.1. Ang seller:" == body(role_with(clause), "fil")[0]


def test_what_was_written_small_stays_small() -> None:
    """Only a reference is given a capital; the words of a clause are the writer's."""
    assert ["1.1. iPhone repairs."] == body(role_with(provision(Text.of(en="iPhone repairs."))))


def test_a_work_document_prints_by_its_name() -> None:
    """A paper that the role is governed by is named in its clauses."""
    paper = WorkDocument(
        id="rules", title=Text.of(en="the credit rules"), kind=DocumentUse.GOVERNED_BY
    )
    role = role_with(provision(Text.of(en="Follow {document rules}.")), documents=(paper,))

    assert ["1.1. Follow the credit rules."] == body(role)


def test_experience_prints_in_the_form_that_the_sentence_needs() -> None:
    """The number is kept once, in months, and the words around it follow."""
    term = Requirement(
        id="general.text",
        education=Education.HIGHER,
        experience_months=48,
        text=Text.of(
            en="Has {experience general.text}.",
            fil="May {experience general.text linked} karanasan.",
        ),
    )

    assert ["1.1. Has 4 years."] == body(role_with(term))
    assert ["1.1. May 4 na taong karanasan."] == body(role_with(term), "fil")


@pytest.mark.parametrize("language, printed", [("en", "₱5,000.00")])
def test_a_granted_limit_prints_with_its_number(language: str, printed: str) -> None:
    """What the company grants is what the page says."""
    role = role_with(provision(Text.of(en="Spend {limit budget}.")))
    limit = GrantedLimit(limit="budget", amount=Money.of("5000.00", "PHP"))

    assert [f"1.1. Spend the budget ({printed})."] == body(role, language, limits=(limit,))


def test_numbers_follow_where_clauses_stand() -> None:
    """A clause moved to the front changes its number, and every reference to it."""
    first = provision(Text.of(en="First."), "general.first")
    second = provision(Text.of(en="After {clause general.first}."), "general.second")

    assert ["1.1. First.", "1.2. After 1.1."] == body(role_with(first, second))
    assert ["1.1. After 1.2.", "1.2. First."] == body(role_with(second, first))


def test_items_have_dashes_or_numbers_of_their_own() -> None:
    """A role says how the items of a clause are numbered."""
    item = provision(Text.of(en="item."), "general.text.item")
    clause = provision(Text.of(en="List:"), items=(item,))

    assert ["1.1. List:", "     – item."] == body(role_with(clause))
    assert ["1.1. List:", "     1.1.1. item."] == body(role_with(clause, nested_dashes=False))


def test_foreign_numbers_are_kept_with_their_gaps_when_asked() -> None:
    """A page whose clause 2 was lost prints 1 and 3 under a Roman section."""
    clauses = (
        provision(Text.of(en="One."), "one", number="1"),
        provision(Text.of(en="Three."), "three", number="3"),
    )
    role = role_with(*clauses, numbering=NumberStyle.ROMAN, keep_numbers=True)
    lines = describe(settled(role), locale="en").text("plain").splitlines()

    assert ["I. General", "I.1 One.", "I.3 Three."] == [
        line for line in lines if line.startswith("I")
    ]


def test_a_role_without_numbers_prints_dashes() -> None:
    """The dash style has no numbers at all below the sections."""
    role = role_with(provision(Text.of(en="One.")), numbering=NumberStyle.DASH)

    assert ["– One."] == body(role)


def test_a_reference_to_a_clause_without_a_number_is_told() -> None:
    """A dash cannot be referred to by number."""
    item = provision(Text.of(en="item."), "general.item")
    clause = provision(Text.of(en="See {clause general.item}:"), items=(item,))

    with pytest.raises(Problems) as refused:
        describe(settled(role_with(clause)), locale="en")

    assert (
        "reference to clause general.item: cannot be printed, since the clause has a dash and no "
        "number; refer to the clause above it [general.text]"
    ) == str(refused.value)


def test_all_that_is_missing_in_a_language_is_told_at_once() -> None:
    """Each missing text is named by clause, language and form; no other language stands in."""
    role = role_with(
        provision(Text.of(en="One."), "one"),
        provision(Text.of(en="Two.", fil="Ang {role self indefinite}."), "two"),
        provision(Text.of(en="Three.", fil="Sa {limit budget}."), "three"),
    )

    with pytest.raises(Problems) as refused:
        describe(settled(role), locale="fil")

    assert [
        "clause one: is missing in fil, form plain; add it; the text is written in en",
        (
            "clause two, in {role self indefinite}: is missing in fil, form indefinite; "
            "add it; fil has bare, linked, marked"
        ),
        (
            "clause three, in {limit budget}: is missing in fil, form plain; "
            "add it; the text is written in en"
        ),
    ] == str(refused.value).splitlines()


def test_a_title_that_is_missing_is_told_as_a_title() -> None:
    """The role's own title, of which the page's heading is made."""
    english = Text.parse({"en": {"bare": "seller", "indefinite": "a seller"}})
    role = attrs.evolve(role_with(provision(Text.of(en="One.", fil="Isa."))), title=english)

    with pytest.raises(Problems) as refused:
        describe(settled(role), locale="fil")

    assert "title of seller: is missing in fil, form bare" in str(refused.value)


def test_a_share_without_end_is_told() -> None:
    """A third cannot be written as a percent; the clause that would print it is named."""
    role = discounted()
    granted = GrantedLimit(limit="discount", share=Fraction(1, 3))

    with pytest.raises(Problems) as refused:
        describe(settled(role, limits=(granted,)), locale="en")

    assert (
        "percent: 1/3 has no end when written in digits; round it before it is printed "
        "[general.text]"
    ) == str(refused.value)


def test_a_language_that_is_not_printed_is_refused() -> None:
    """No page is half in one language and half in another."""
    with pytest.raises(UsageError, match='cannot be printed in "de" yet'):
        describe(settled(role_with(provision(Text.of(en="One.")))), locale="de")


def test_the_page_has_title_company_and_approval() -> None:
    """The approval comes first, with the post of who approves and the company's name below."""
    role = attrs.evolve(role_with(provision(Text.of(en="One."))), approval=Approval(party="head"))
    document = describe(settled(role, approver="Reyes, M."), locale="en")

    assert [
        "DRAFT",
        "",
        "APPROVED",
        "Seller",
        "Reyes, M. ________________",
        "“____” ____________ ______",
        "",
        "Job description: seller",
        "=======================",
        "",
        "Habagat <Trading> & Co.",
    ] == document.text("plain").splitlines()[:11]
    assert ("en", "Job description: seller") == (document.language, document.title)


@pytest.mark.parametrize("approval", [Approval(party="head"), None])
def test_an_order_takes_the_place_of_lines_to_sign_on(approval: Approval | None) -> None:
    """A company that approves by order prints its number and day, and nobody signs the page."""
    role = attrs.evolve(role_with(provision(Text.of(en="One."))), approval=approval)
    order = ApprovalOrder(number="7", day=date(2026, 5, 4))
    lines = describe(settled(role, approved_by_order=order), locale="en").text("plain").splitlines()

    assert ["APPROVED", "by order No.\u00a07 of May 4, 2026", ""] == lines[2:5]
    assert "________________" not in lines


def test_without_an_approval_the_page_opens_with_its_title() -> None:
    """Not every description is approved by somebody."""
    document = describe(settled(role_with(provision(Text.of(en="One.")))), locale="en")

    assert document.text("plain").startswith("DRAFT\n\nJob description: seller\n")


def test_borrowed_words_are_marked_inside_their_form() -> None:
    """In "ang seller" the marker is Filipino and the title English."""
    role = role_with(provision(Text.of(en="One.", fil="Dito {role self marked}.")))

    assert 'Dito ang <span lang="en">seller</span>.' in (
        describe(settled(role), locale="tl").text("html")
    )


def test_the_same_role_gives_the_same_page() -> None:
    """Two runs of one input are equal, byte by byte, in each format."""
    role = role_with(provision(Text.of(en="One {limit budget}.")))
    limit = GrantedLimit(limit="budget", amount=Money.of("1.00", "PHP"))
    first, second = (describe(settled(role, limits=(limit,)), locale="en") for _ in range(2))

    for format_ in ("markdown", "html", "plain"):
        assert first.text(format_) == second.text(format_)


def discounted(unit: LimitUnit = LimitUnit.PERCENT) -> Role:
    """A role with a limit of discount in its only clause."""
    limit = Limit(id="discount", text=Text.of(en="the limit"), unit=unit)
    right = Right(
        id="rights.discount",
        text=Text.of(en="Do."),
        act=Act.GRANT_DISCOUNT,
        scope=Scope.SALES,
        limit=limit,
    )
    clause = provision(Text.of(en="Up to {limit discount}."))
    return role_with(clause, implied_rights=(right,))


def test_a_share_is_printed_exactly() -> None:
    """One eighth is 12.5%, not 12%."""
    granted = GrantedLimit(limit="discount", share=Fraction(1, 8))

    assert ["1.1. Up to the limit (12.5%)."] == body(discounted(), limits=(granted,))


def test_a_price_column_is_printed_by_its_name() -> None:
    """A limit may be a column of the price list."""
    granted = GrantedLimit(limit="discount", column="B")

    assert ["1.1. Up to the limit (B)."] == body(discounted(LimitUnit.COLUMN), limits=(granted,))
