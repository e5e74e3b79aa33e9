"""The Key Account Manager printed: numbers, approval, grammar and languages on the page."""

from __future__ import annotations

from fractions import Fraction

import attrs
import pytest

from accountkit.documents import describe
from accountkit.errors import Problems
from accountkit.handbook.catalogue import catalogue_jurisdiction
from accountkit.roles import (
    GrantedLimit,
    PartyChoice,
    PlanTitle,
    RoleChoices,
    RoleInCompany,
)
from accountkit.values.texts import Text

NUMBERS = [
    *(f"1.{number}." for number in range(1, 7)),
    *(f"2.{number}." for number in range(1, 24)),
    *(f"3.{number}." for number in range(1, 7)),
    *(f"4.{number}." for number in range(1, 4)),
]

APPROVALS = {
    "en": [
        "APPROVED",
        "General director",
        "Surname, initials ________________",
        "“____” ____________ ______",
    ],
    "fil": [
        "PINAGTIBAY",
        "General director",
        "Apelyido, mga inisyal ________________",
        "“____” ____________ ______",
    ],
}

LINES = {
    "en": [
        "Job description: key account manager",
        "1. General provisions",
        "1.3. The key account manager reports directly to the head of sales.",
        (
            "1.5. To be appointed a key account manager, a person must have higher education and "
            "at least 2 years of experience in sales."
        ),
        "     – the legislation of the Philippines in force;",
        "     – this job description.",
        "2. Duties",
        (
            "2.1. Starting from the department's plans, plan individual sales volumes (sales plan) "
            "and individual targets for building up the active client base (active client base "
            "plan)."
        ),
        (
            "2.7. Advise the client, if necessary, on the order that serves best, in view of the "
            "nature of the client's business and of the company's long-term direction."
        ),
        (
            "2.8. On the terms of clause 2.7, and with regard to the quality of the client's "
            "present debt and to the client's credit history, work towards the largest order "
            "possible, in volume and in range of goods."
        ),
        (
            "2.9. Set the size of a client's discount by choosing the price-list column, under the "
            "company's rules in force and within the discount limit granted to the post; in a case "
            "that is out of the ordinary, consult the head of sales."
        ),
        "3. Rights",
        "3.3. Submit proposals for improving sales to the commercial director.",
        "4. Responsibilities",
        (
            "4.1. Failure to perform the duties in section 2 of this job description, or poor "
            "performance of them, within the limits of the labour law of the Philippines in force."
        ),
        (
            "4.3. Not fulfilling the sales plan, the active client base plan or the new clients "
            "plan, only within the variable part of pay, which is then not earned."
        ),
    ],
    "fil": [
        "Deskripsiyon ng trabaho: key account manager",
        "1. Mga pangkalahatang probisyon",
        "1.3. Direktang nag-uulat ang key account manager sa head of sales.",
        (
            "1.5. Upang mahirang bilang key account manager, ang isang tao ay dapat na "
            "nakapagtapos ng kolehiyo at may hindi bababa sa 2 taong karanasan sa pagbebenta."
        ),
        "     – mga umiiral na batas ng Pilipinas;",
        "     – deskripsiyong ito ng trabaho.",
        "2. Mga tungkulin",
        (
            "2.7. Payuhan ang kliyente, kung kinakailangan, tungkol sa pinakaangkop na order, "
            "batay sa uri ng negosyo ng kliyente at sa pangmatagalang direksiyon ng kompanya."
        ),
        (
            "2.18. Pasiglahin ang benta, batay sa desisyon ng pamunuan, sa pamamagitan ng mga "
            "espesyal na programa ng diskuwento at bonus at ng iba pang promosyon."
        ),
        "3. Mga karapatan",
        "4. Mga pananagutan",
        (
            "4.2. Pagdudulot ng materyal na pinsala, sa loob ng mga hangganan ng umiiral na batas "
            "sa paggawa ng Pilipinas at ng umiiral na batas sibil ng Pilipinas."
        ),
        (
            "4.3. Hindi pagtupad sa plano sa benta, sa plano sa base ng mga aktibong kliyente, o "
            "sa plano sa mga bagong kliyente, sa loob lamang ng baryableng bahagi ng suweldo, na "
            "sa ganoong kaso ay hindi kikitain."
        ),
    ],
}


def page(role: RoleInCompany, language: str) -> list[str]:
    """The lines of the printed page."""
    return describe(role, locale=language).text("plain").splitlines()


@pytest.mark.parametrize("language", ["en", "fil", "ru"])
def test_numbers_run_from_1_1_to_4_3_without_a_gap(
    in_company: RoleInCompany, language: str
) -> None:
    """Section 4 of the source restarts at 1; here its clauses are 4.1 to 4.3 like the others."""
    firsts = [line.split(" ")[0] for line in page(in_company, language)]

    assert NUMBERS == [first for first in firsts if first.count(".") == 2]


@pytest.mark.parametrize("language", ["en", "fil"])
def test_the_page_opens_with_four_lines_of_approval(
    in_company: RoleInCompany, language: str
) -> None:
    """The word, the post, the name with a line to sign on, and day, month and year.

    Before them stands that this is a draft.
    """
    draft = {"en": "DRAFT", "fil": "BURADOR"}[language]

    assert [draft, "", *APPROVALS[language], ""] == page(in_company, language)[:7]


@pytest.mark.parametrize("language", ["en", "fil"])
def test_clauses_read_as_they_are_meant(in_company: RoleInCompany, language: str) -> None:
    """Titles, numbers, plans, laws, conditions and experience stand inside whole sentences."""
    printed = page(in_company, language)

    assert [] == [line for line in LINES[language] if line not in printed]


@pytest.mark.parametrize("language", ["en", "fil", "ru"])
@pytest.mark.parametrize("place", ["RU", "neutral"])
def test_the_law_is_that_of_the_company(
    in_company: RoleInCompany, language: str, place: str
) -> None:
    """The source's Russian law prints only for a company under it."""
    moved = attrs.evolve(in_company, jurisdiction=catalogue_jurisdiction(place))
    text = describe(moved, locale=language).text("plain")

    russia = ("Russian Federation", "Pederasyong Ruso", "Российской Федерации")
    assert (place == "RU") == any(name in text for name in russia)
    assert not any(name in text for name in ("Philippines", "Pilipinas", "Филиппин"))


@pytest.mark.parametrize("language", ["en", "fil"])
@pytest.mark.parametrize("superior", ["head-of-sales", "development-director"])
def test_the_chosen_superior_stands_wherever_a_superior_is_named(
    in_company: RoleInCompany, language: str, superior: str
) -> None:
    """Subordination, discounts, assignments and shortcomings all name the same office."""
    choices = RoleChoices(
        role=in_company.role.id,
        parties=(
            PartyChoice(party="superior", office=superior),
            PartyChoice(party="company-head", office="director"),
        ),
    )
    text = describe(attrs.evolve(in_company, choices=choices), locale=language).text("plain")

    assert 4 == text.count(superior.replace("-", " "))


def test_without_a_chosen_superior_nothing_is_printed(in_company: RoleInCompany) -> None:
    """Both open choices are told at once, and no page is made."""
    open_role = attrs.evolve(in_company, choices=RoleChoices(role=in_company.role.id))

    with pytest.raises(Problems) as refused:
        describe(open_role, locale="en")

    assert (
        "role key-account-manager: nobody is chosen as company-head; "
        "choose one of general-director, chief-executive, director\n"
        "role key-account-manager: nobody is chosen as superior; "
        "choose one of head-of-sales, development-director, commercial-director"
    ) == str(refused.value)


def test_company_names_limits_and_approver_are_printed(in_company: RoleInCompany) -> None:
    """The limit of the right is the number on the page; the plan has the company's name."""
    choices = attrs.evolve(
        in_company.choices,
        limits=(GrantedLimit(limit="discount", share=Fraction(1, 8)),),
        plans=(PlanTitle(measure="sales", title=Text.of(en="Plan A", fil="Planong A")),),
        approver="Reyes, M. A.",
    )
    settled = attrs.evolve(in_company, choices=choices)

    english, filipino = (
        describe(settled, locale=language).text("plain") for language in ("en", "fil")
    )

    assert "within the discount limit granted to the post (12.5%);" in english
    assert "ng hangganan ng diskuwentong ipinagkaloob sa posisyon (12.5%);" in filipino
    assert "4.3. Not fulfilling the Plan A, the active client base plan" in english
    assert "4.3. Hindi pagtupad sa Planong A, sa plano" in filipino
    assert "Reyes, M. A. ________________" in english


def test_borrowed_titles_are_marked_as_english_in_filipino(in_company: RoleInCompany) -> None:
    """A screen reader must know that "head of sales" is to be read in English."""
    html = describe(in_company, locale="fil").text("html")

    assert 'nag-uulat ang <span lang="en">key account manager</span> sa ' in html
    assert '<span lang="en">head of sales</span>' in html
    assert "sa departamento ng suporta sa benta upang" in html
    assert "lang=" not in describe(in_company, locale="en").text("html").partition("<body>")[2]
