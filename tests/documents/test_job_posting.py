"""The job posting: what of a role is advertised, in which words, and what has no place there."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import html5lib
import pytest

from accountkit import Handbook
from accountkit.documents import Advertisement, advertise
from accountkit.documents.posting_rules import posting_faults
from accountkit.documents.posting_words import POSTING_WORDS
from accountkit.documents.words import WORDS
from accountkit.errors import Problems, UsageError
from accountkit.roles import (
    Act,
    Approval,
    CareerStep,
    CodeScheme,
    ConditionNature,
    ConditionSection,
    DocumentUse,
    Duty,
    DutySection,
    Education,
    EmploymentType,
    GeneralSection,
    GrantedLimit,
    Jurisdiction,
    Knowledge,
    Law,
    Limit,
    LimitUnit,
    Loan,
    OccupationCode,
    Office,
    Party,
    PayKind,
    PayMechanism,
    PayUnit,
    PostedPay,
    Posting,
    Provision,
    Qualification,
    QualificationSection,
    Quality,
    QualityNature,
    Relation,
    RelationKind,
    Requirement,
    Responsibility,
    ResponsibilitySection,
    Right,
    RightSection,
    Role,
    RoleChoices,
    RoleInCompany,
    Scope,
    Section,
    Skill,
    StaffCategory,
    Strength,
    Target,
    TargetUnit,
    WorkDocument,
    WorkingCondition,
    WorkPlace,
)
from accountkit.values.clauses import Clause
from accountkit.values.money import Money
from accountkit.values.texts import Text

HABAGAT = Path(__file__).parents[2] / "examples" / "habagat"
SELLER = Text.parse(
    {
        "en": {"bare": "seller", "indefinite": "a seller"},
        "fil": {"bare": "seller", "marked": "ang seller", "linked": "seller na"},
        "ru": {
            "nom": "продавец",
            "gen": "продавца",
            "dat": "продавцу",
            "acc": "продавца",
            "ins": "продавцом",
            "prep": "продавце",
        },
    }
)
SELL = Duty(id="duties.sell", text=Text.of(en="Sell.", fil="Magbenta.", ru="Продаёт."))
RIGHT = Right(
    id="rights.discount",
    text=Text.of(en="Grant a discount within {limit discount}."),
    act=Act.GRANT_DISCOUNT,
    scope=Scope.SALES,
    limit=Limit(id="discount", text=Text.of(en="the limit"), unit=LimitUnit.PERCENT),
)
MANILA = WorkPlace(country="PH", locality="Manila")


def duties(*clauses: Duty) -> DutySection:
    """The section of duties, without a lead."""
    title = Text.of(en="Duties", fil="Mga tungkulin", ru="Обязанности")
    return DutySection(id="duties", title=title, clauses=clauses or (SELL,))


def general(*clauses: Provision | Requirement) -> GeneralSection:
    """General provisions."""
    return GeneralSection(id="general", title=Text.of(en="General"), clauses=clauses)


def qualified(*clauses: Requirement | Knowledge | Skill | Quality) -> QualificationSection:
    """What the holder must bring."""
    return QualificationSection(id="bring", title=Text.of(en="Bring"), clauses=clauses)


def in_company(
    *sections: Section, limits: tuple[GrantedLimit, ...] = (), **role: Any
) -> RoleInCompany:
    """A seller in a company that left nothing open."""
    office = Office(id="head", title=SELLER)
    return RoleInCompany(
        role=Role(id="seller", title=SELLER, sections=sections or (duties(),), **role),
        company="Tala & Sons",
        offices=(office,),
        jurisdiction=Jurisdiction(
            id="PH",
            name=Text.of(en="Philippines"),
            laws=(Law(id="labour", title=Text.of(en="law")),),
        ),
        choices=RoleChoices(role="seller", limits=limits),
    )


def posted(**fields: Any) -> Posting:
    """A posting of the seller in Manila, with some fields in place of others."""
    defaults: dict[str, Any] = {
        "id": "seller-1",
        "role": "seller",
        "posted_on": date(2026, 4, 6),
        "places": (MANILA,),
    }
    return Posting(**(defaults | fields))


def advertised(
    *sections: Section, posting: Posting | None = None, locale: str = "en", **role: Any
) -> Advertisement:
    """The advertisement of a seller with some sections."""
    return advertise(in_company(*sections, **role), posting or posted(), locale=locale)


def data(told: Advertisement) -> dict[str, Any]:
    """What a program reads from the file."""
    found: dict[str, Any] = json.loads(told.json_ld(), parse_float=Decimal)
    return found


def parsed(html: str) -> Any:
    """A page as a browser takes it."""
    library: Any = html5lib
    return library.parse(html, namespaceHTMLElements=False)


def lines(told: Advertisement) -> list[str]:
    """The paragraphs and items of the description, as a reader of HTML sees them."""
    page = parsed(data(told)["description"])
    return ["".join(part.itertext()) for part in page.iter() if part.tag in {"p", "li"}]


def lost(told: Advertisement) -> list[str]:
    """The losses as sentences."""
    return [loss.message for loss in told.losses]


def test_an_advertisement_has_what_role_and_posting_know() -> None:
    """Every property of a small role and a full posting, in the order of the file."""
    place = WorkPlace(
        street="1 Bay <St>",
        locality="Manila",
        region="Metro Manila",
        postal_code="0401",
        country="PH",
    )
    posting = posted(
        places=(place,),
        valid_through=date(2026, 5, 15),
        employment=(EmploymentType.FULL_TIME, EmploymentType.PER_DIEM),
        openings=2,
        pay=PostedPay(
            least=Money.parse("PHP 30000.00"), most=Money.parse("PHP 40000.50"), per=PayUnit.MONTH
        ),
        apply_at="jobs@tala.example",
        applies_directly=False,
    )
    expected = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": "Seller",
        "identifier": {"@type": "PropertyValue", "name": "Tala & Sons", "value": "seller-1"},
        "datePosted": "2026-04-06",
        "validThrough": "2026-05-15",
        "hiringOrganization": {"@type": "Organization", "name": "Tala & Sons"},
        "jobLocation": {
            "@type": "Place",
            "address": {
                "@type": "PostalAddress",
                "streetAddress": "1 Bay <St>",
                "addressLocality": "Manila",
                "addressRegion": "Metro Manila",
                "postalCode": "0401",
                "addressCountry": "PH",
            },
        },
        "employmentType": ["FULL_TIME", "PER_DIEM"],
        "totalJobOpenings": 2,
        "baseSalary": {
            "@type": "MonetaryAmount",
            "currency": "PHP",
            "value": {
                "@type": "QuantitativeValue",
                "minValue": Decimal("30000.00"),
                "maxValue": Decimal("40000.50"),
                "unitText": "MONTH",
            },
        },
        "applicationContact": {"@type": "ContactPoint", "email": "jobs@tala.example"},
        "directApply": False,
        "responsibilities": "Sell.",
        "description": "\n".join(  # noqa: FLY002 - one line of the text on each line here
            [
                "<p>Open position at Tala &amp; Sons: Seller</p>",
                "<p>Duties</p>",
                "<ul>",
                "<li>Sell.</li>",
                "</ul>",
                "<p>Pay</p>",
                "<ul>",
                "<li>Base pay: ₱30,000.00 to ₱40,000.50 a month</li>",
                "</ul>",
                "<p>Place of work: 1 Bay &lt;St&gt;, Manila, Metro Manila, 0401, Philippines</p>",
                "<p>The last day to apply is May 15, 2026.</p>",
                "<p>Apply at jobs@tala.example</p>",
            ]
        ),
    }
    told = advertised(posting=posting)

    assert expected == data(told)
    assert list(expected) == list(data(told))


def test_what_nobody_stated_is_left_out() -> None:
    """No guessed end, pay, contact or number of openings."""
    assert [
        *("@context", "@type", "title", "identifier", "datePosted", "hiringOrganization"),
        *("jobLocation", "responsibilities", "description"),
    ] == list(data(advertised()))


@pytest.mark.parametrize(
    "locale, expected",
    [
        (
            "en",
            [
                "Open position at Tala & Sons: Seller",
                "Duties",
                "Sell.",
                "Pay",
                "Base pay: ₱700.00 a day",
                "Place of work: Manila, Philippines",
                "The work is 100% remote.",
                "Those who apply may live in: Philippines and Russia.",
                "The last day to apply is May 15, 2026.",
                "Apply at https://tala.example/jobs",
            ],
        ),
        (
            "fil",
            [
                "Bakanteng posisyon sa Tala & Sons: Seller",
                "Mga tungkulin",
                "Magbenta.",
                "Suweldo",
                "Batayang suweldo: ₱700.00 bawat araw",
                "Lugar ng trabaho: Manila, Pilipinas",
                "Ang buong trabaho ay gagawin nang malayuan (100% remote).",
                "Maaaring mag-apply ang mga nakatira sa: Pilipinas at Russia.",
                "Tatanggap ng mga aplikasyon hanggang Mayo 15, 2026.",
                "Mag-apply sa https://tala.example/jobs",
            ],
        ),
        (
            "ru",
            [
                "Вакансия в компании Tala & Sons: Продавец",
                "Обязанности",
                "Продаёт.",
                "Оплата труда",
                "Оклад: 700,00\u00a0PHP в день",
                "Место работы: Manila, Филиппины",
                "Вся работа выполняется удалённо (100%).",
                "Откликнуться могут те, кто живёт в одной из стран: Филиппины и Россия.",
                "Последний день приёма откликов: 15 мая 2026\u202fг.",
                "Отклики принимаются по адресу https://tala.example/jobs",
            ],
        ),
    ],
)
def test_the_description_is_in_the_language_asked_for(locale: str, expected: list[str]) -> None:
    """The role's words and the posting's, money, dates and countries as the language has them."""
    seven_hundred = Money.parse("PHP 700.00")
    posting = posted(
        is_remote=True,
        residence=("PH", "RU"),
        valid_through=date(2026, 5, 15),
        pay=PostedPay(least=seven_hundred, most=seven_hundred, per=PayUnit.DAY),
        apply_at="https://tala.example/jobs",
    )
    told = advertised(posting=posting, locale=locale)

    assert locale == told.language
    assert expected == lines(told)


def test_every_language_of_documents_can_advertise() -> None:
    """Whoever adds a language is told what it lacks; each unit of pay has its words."""
    assert set(WORDS) == set(POSTING_WORDS)
    assert all(set(PayUnit) == set(words.per) for words in POSTING_WORDS.values())


def test_remote_work_is_told_to_searches() -> None:
    """Countries by the names that programs know, whatever the language."""
    posting = posted(places=(), is_remote=True, residence=("PH", "RU"))
    found = data(advertised(posting=posting, locale="ru"))

    assert "jobLocation" not in found
    assert "TELECOMMUTE" == found["jobLocationType"]
    assert [
        {"@type": "Country", "name": "Philippines", "identifier": "PH"},
        {"@type": "Country", "name": "Russia", "identifier": "RU"},
    ] == found["applicantLocationRequirements"]


def test_each_kind_of_clause_has_its_property_and_is_described() -> None:
    """Searches show the description alone, so that all of it stands there, too."""
    conditions = [
        WorkingCondition(
            id=f"work.{nature.value}", text=Text.of(en=f"Of {nature.value}."), nature=nature
        )
        for nature in ConditionNature
    ]
    told = advertised(
        duties(
            Duty(
                id="duties.visit",
                text=Text.of(en="Visit:"),
                items=(
                    Clause(id="duties.visit.a", text=Text.of(en="shops;")),
                    Clause(id="duties.visit.b", text=Text.of(en="stalls.")),
                ),
            ),
            Duty(id="duties.call", text=Text.of(en="Call.")),
        ),
        qualified(
            Requirement(id="bring.school", education=Education.NONE, text=Text.of(en="No school.")),
            Knowledge(id="bring.goods", text=Text.of(en="Goods.")),
            Skill(id="bring.talk", text=Text.of(en="Talk.")),
            Quality(id="bring.patience", text=Text.of(en="Patience.")),
        ),
        ConditionSection(id="work", title=Text.of(en="Work"), clauses=tuple(conditions)),
    )
    found = data(told)

    assert ["Visit: shops; stalls.", "Call."] == found["responsibilities"]
    assert ["No school.", "Patience."] == found["qualifications"]
    assert ["Goods.", "Talk."] == found["skills"]
    assert ["Of hours.", "Of overtime."] == found["workHours"]
    assert "Of advantage." == found["jobBenefits"]
    assert {"shops;", "Call.", "No school.", "Goods.", "Talk.", "Patience."} <= set(lines(told))
    assert {f"Of {nature.value}." for nature in ConditionNature} <= set(lines(told))
    assert (
        "<li>Visit:\n<ul>\n<li>shops;</li>\n<li>stalls.</li>\n</ul>\n</li>" in found["description"]
    )


def test_pay_by_results_has_a_property_and_what_misses_lead_to_has_none() -> None:
    """Base and minimum pay are told in words; standing is between the company and the holder."""
    pay = tuple(
        PayMechanism(id=f"pay.{kind.value}", kind=kind, text=Text.of(en=f"By {kind.value}."))
        for kind in PayKind
    )
    told = advertised(pay=pay)
    results = [
        *("By variable_part.", "By commission.", "By quota_pay.", "By deferred_bonus."),
        *("By award_in_kind.", "By bonus_per_deal."),
    ]

    assert results == data(told)["incentiveCompensation"]
    assert {"By base.", "By minimum_pay.", *results} <= set(lines(told))
    assert "By standing." not in told.json_ld()
    assert "pay pay.standing: what repeated misses lead to is not advertised" in lost(told)


def test_an_occupation_is_told_with_its_classification() -> None:
    """The scheme and its version go with the code."""
    esco = "http://data.europa.eu/esco/occupation/5e4d156a"
    codes = (
        OccupationCode(scheme=CodeScheme.ONET_SOC, version="29.2", code="41-3091.00"),
        OccupationCode(scheme=CodeScheme.ESCO, version="1.2.0", code=esco, title="seller"),
    )

    assert [
        {
            "@type": "CategoryCode",
            "codeValue": "41-3091.00",
            "inCodeSet": {"@type": "CategoryCodeSet", "name": "O*NET-SOC", "version": "29.2"},
        },
        {
            "@type": "CategoryCode",
            "name": "seller",
            "codeValue": esco,
            "url": esco,
            "inCodeSet": {"@type": "CategoryCodeSet", "name": "ESCO", "version": "1.2.0"},
        },
    ] == data(advertised(codes=codes))["occupationalCategory"]


# --- schooling and experience ---------------------------------------------------------------------


def credential(category: str) -> dict[str, str]:
    """Schooling in the words of a search."""
    return {"@type": "EducationalOccupationalCredential", "credentialCategory": category}


def experience(months: int) -> dict[str, Any]:
    """Experience in the words of a search."""
    return {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": months}


def requirement(name: str = "bring.it", **fields: Any) -> Requirement:
    """Something that is asked for."""
    return Requirement(id=name, text=Text.of(en=f"Bring {name}."), **fields)


@pytest.mark.parametrize(
    "education, expected",
    [
        (Education.NONE, "no requirements"),
        (Education.SECONDARY, credential("high school")),
        (Education.VOCATIONAL, credential("professional certificate")),
        (Education.HIGHER, credential("bachelor degree")),
        (Education.BACHELOR, credential("bachelor degree")),
        (Education.MASTER, credential("postgraduate degree")),
        (Education.POSTGRADUATE, credential("postgraduate degree")),
    ],
)
def test_schooling_is_told_in_the_words_of_a_search(education: Education, expected: Any) -> None:
    """The least that is enough, in one of five words; none is said to be none."""
    found = data(advertised(qualified(requirement(education=education))))

    assert expected == found["educationRequirements"]
    assert "experienceRequirements" not in found


@pytest.mark.parametrize(
    "clauses, expected",
    [
        ([requirement(experience_months=24)], {"experienceRequirements": experience(24)}),
        ([requirement(experience_months=0)], {"experienceRequirements": "no requirements"}),
        (
            [
                requirement("bring.school", education=Education.MASTER, experience_months=0),
                requirement("bring.years", experience_months=12),
            ],
            {
                "educationRequirements": credential("postgraduate degree"),
                "experienceRequirements": experience(12),
            },
        ),
        (
            [
                requirement(
                    education=Education.BACHELOR,
                    alternatives=(Qualification(experience_months=60),),
                )
            ],
            {
                "educationRequirements": credential("bachelor degree"),
                "experienceRequirements": experience(60),
                "experienceInPlaceOfEducation": True,
            },
        ),
        ([requirement(education=Education.MASTER, strength=Strength.PREFERRED)], {}),
        ([requirement(credential="licence")], {}),
    ],
)
def test_what_is_required_is_told_in_figures(
    clauses: list[Requirement], expected: dict[str, Any]
) -> None:
    """Schooling and experience by themselves, together, or the one in place of the other."""
    told = advertised(qualified(*clauses))
    names = ("educationRequirements", "experienceRequirements", "experienceInPlaceOfEducation")

    assert expected == {name: data(told)[name] for name in names if name in data(told)}
    assert [] == [loss for loss in told.losses if loss.id.startswith("bring")]


@pytest.mark.parametrize(
    "clauses",
    [
        [
            requirement(
                education=Education.BACHELOR,
                experience_months=24,
                alternatives=(Qualification(experience_months=60),),
            )
        ],
        [
            requirement(
                education=Education.BACHELOR,
                alternatives=(Qualification(education=Education.MASTER),),
            )
        ],
        [
            requirement(
                education=Education.BACHELOR,
                alternatives=(
                    Qualification(experience_months=60),
                    Qualification(credential="licence"),
                ),
            )
        ],
        [
            requirement("bring.sales", experience_months=24),
            requirement("bring.travel", experience_months=12),
        ],
        [
            requirement("bring.school", education=Education.MASTER),
            requirement(
                "bring.or", education=Education.NONE, alternatives=(Qualification(credential="x"),)
            ),
        ],
    ],
)
def test_what_figures_cannot_tell_is_told_in_words_only(clauses: list[Requirement]) -> None:
    """Half of a requirement would be a wrong one, so none of it is put into figures."""
    told = advertised(qualified(*clauses))
    numbers = {"bring.it": "1.1", "bring.sales": "1.1", "bring.school": "1.1"}
    reason = "figures cannot tell what is asked for, which stands in words only"

    assert not {"educationRequirements", "experienceRequirements"} & set(data(told))
    assert [
        f"requirement {clause.id} ({numbers.get(clause.id, '1.2')}): {reason}" for clause in clauses
    ] == [message for message in lost(told) if message.startswith("requirement")]
    assert {f"Bring {clause.id}." for clause in clauses} <= set(lines(told))


# --- what has no place ----------------------------------------------------------------------------


def test_all_that_has_no_place_is_told_with_its_number_and_the_reason() -> None:
    """Clauses in print order, then what the role has beside them."""
    told = advertised(
        general(
            Provision(id="general.hired", text=Text.of(en="Hired by the {party boss bare}.")),
            Provision(id="general.reports", text=Text.of(en="Reports to the {party boss bare}.")),
            Provision(
                id="general.guided",
                text=Text.of(en="Guided by:"),
                items=(Clause(id="general.guided.law", text=Text.of(en="{law labour}.")),),
            ),
            Provision(id="general.rules", text=Text.of(en="Keeps to the {document rules}.")),
        ),
        duties(),
        RightSection(id="rights", title=Text.of(en="Rights"), clauses=(RIGHT,)),
        ResponsibilitySection(
            id="answers",
            title=Text.of(en="Answers"),
            clauses=(
                Responsibility(id="answers.duties", laws=("labour",), text=Text.of(en="Duties.")),
            ),
        ),
        qualified(
            Quality(id="bring.looks", nature=QualityNature.LOOKS, text=Text.of(en="Looks.")),
            Skill(id="bring.talk", text=Text.of(en="Talk.")),
        ),
        limits=(GrantedLimit(limit="discount", share=Fraction(1, 10)),),
        parties=(Party(id="boss", one_of=("head",)),),
        relations=(
            Relation(kind=RelationKind.APPOINTED_BY, party="boss", clause="general.hired"),
            Relation(kind=RelationKind.REPORTS_TO, party="boss", clause="general.reports"),
        ),
        targets=(Target(id="sales", title=Text.of(en="sales plan"), unit=TargetUnit.MONEY),),
        documents=(
            WorkDocument(id="rules", title=Text.of(en="rules"), kind=DocumentUse.GOVERNED_BY),
        ),
        career=(CareerStep(id="career.head", text=Text.of(en="May lead.")),),
        category=StaffCategory.SPECIALIST,
        aliases=(Text.of(en="vendor"),),
        approval=Approval(party="boss"),
        loans=(Loan("fil", "en"),),
    )
    filled = "how a position is filled, and what governs it, is not advertised"
    answers = "what the holder answers for; its responsibilities are duties"
    nothing = "schema.org has no property for"

    assert [
        f"provision general.hired (1.1): {filled}",
        f"provision general.guided (1.3): {filled}",
        f"provision general.guided.law: {filled}",
        f"provision general.rules (1.4): {filled}",
        f"right rights.discount (3.1): {nothing} what the holder may do",
        f"responsibility answers.duties (4.1): {nothing} {answers}",
        "quality bring.looks: qualities held out of print are not advertised",
        "limit discount: an advertisement is public, and the figure of a limit is not",
        f"target sales: {nothing} what the holder is measured by",
        f"relation appointed_by boss: {nothing} how a role stands to others",
        f"document rules: {nothing} the papers that a role works with",
        f"career career.head: {nothing} what may follow on a role",
        f"attribute category: {nothing} the class of a role",
        "attribute aliases: an advertisement goes by one title",
        "attribute approval: an advertisement is not approved by signature",
        "attribute fil: an advertisement is in one language",
        "attribute ru: an advertisement is in one language",
    ] == lost(told)
    assert [
        "Open position at Tala & Sons: Seller",
        "General",
        "Reports to the seller.",
        "Duties",
        "Sell.",
        "Bring",
        "Talk.",
        "Place of work: Manila, Philippines",
    ] == lines(told)


def test_a_role_with_nothing_else_loses_only_its_other_languages() -> None:
    """A loss is told where there is one, and nowhere else."""
    assert ["fil", "ru"] == [loss.id for loss in advertised().losses]


def test_the_figure_of_a_limit_is_not_made_public() -> None:
    """A duty may name a limit; how far it goes is known inside the company."""
    clause = Duty(id="duties.price", text=Text.of(en="Keep within {limit discount}."))
    told = advertised(
        duties(clause),
        implied_rights=(RIGHT,),
        limits=(GrantedLimit(limit="discount", share=Fraction(1, 10)),),
    )

    assert "Keep within the limit." in lines(told)
    assert "10" not in told.json_ld().partition("responsibilities")[2]


def test_a_clause_that_another_refers_to_keeps_its_number() -> None:
    """A number in a sentence leads to one on the page."""
    told = advertised(
        duties(
            Duty(id="duties.plan", text=Text.of(en="Plan.")),
            Duty(id="duties.call", text=Text.of(en="Call as in {clause duties.plan}.")),
        )
    )

    assert ["1.1. Plan.", "Call as in 1.1."] == data(told)["responsibilities"]
    assert [] == [loss for loss in told.losses if loss.id.startswith("duties")]


def test_a_number_that_leads_out_of_the_advertisement_is_told() -> None:
    """The clause is advertised as it is written, and its writer learns of it."""
    told = advertised(
        duties(Duty(id="duties.call", text=Text.of(en="Call within {clause rights.discount}."))),
        RightSection(id="rights", title=Text.of(en="Rights"), clauses=(RIGHT,)),
    )

    assert "Call within 2.1." in lines(told)
    assert (
        "duty duties.call (1.1): refers to a number of the job description that is not advertised"
        in lost(told)
    )


# --- the file -------------------------------------------------------------------------------------


def without_braces(words: str) -> str:
    """The words as a title may have them, in which nothing can be referred to."""
    return words.replace("{", "(").replace("}", ")")


def everywhere(words: str) -> tuple[RoleInCompany, Posting]:
    """A role and a posting that hold the same words in each of their places."""
    text = Text.of(en=words.replace("{", "{{").replace("}", "}}"))
    title = Text.parse({"en": {"bare": without_braces(words), "indefinite": "x"}})
    role = Role(
        id="seller",
        title=title,
        sections=(
            DutySection(
                id="duties", title=text, lead=text, clauses=(Duty(id="duties.do", text=text),)
            ),
        ),
        pay=(PayMechanism(id="pay", kind=PayKind.COMMISSION, text=text),),
    )
    place = WorkPlace(street=words, locality=words, region=words, postal_code=words, country="PH")
    described = attrs.evolve(in_company(), role=role, company=words)
    return described, posted(places=(place,))


def shown(words: str) -> str:
    """The words as a reader of HTML takes them."""
    return " ".join(words.split())


def scripts(page: Any) -> Iterable[str]:
    """What stands in the scripts of a page."""
    return ("".join(element.itertext()) for element in page.iter("script"))


def test_user_text_comes_out_as_typed(hostile: str) -> None:
    """In the data as it is, and in the description as its words."""
    described, posting = everywhere(hostile)
    told = advertise(described, posting, locale="en")
    found = data(told)
    words = [shown(line) for line in lines(told)]

    assert hostile == found["hiringOrganization"]["name"]
    assert hostile == found["responsibilities"]
    assert hostile == found["jobLocation"]["address"]["streetAddress"]
    assert without_braces(hostile[:1].upper() + hostile[1:]) == found["title"]
    assert [shown(hostile)] * 3 == words[1:4]
    assert () == posting_faults(found)


def test_an_advertisement_can_stand_in_a_page(hostile: str) -> None:
    """No text ends the element it stands in, and what a browser hands on is the same data."""
    described, posting = everywhere(f"{hostile}\u2028</script><script>alert(1)</script><!--")
    told = advertise(described, posting, locale="en")
    script = f'<script type="application/ld+json">{told.json_ld()}</script>'
    page = parsed(f"<!DOCTYPE html><title>x</title>{script}<p>y</p>")

    (inside,) = scripts(page)
    assert data(told) == json.loads(inside, parse_float=Decimal)
    assert not set("<>&\u2028\u2029") & set(told.json_ld())


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """A file is the advertisement in UTF-8 and nothing else."""
    first = advertised(locale="ru").save(tmp_path / "a.jsonld")
    second = advertised(locale="ru").save(tmp_path / "b.JSONLD")

    assert first.read_bytes() == second.read_bytes()
    assert "Продаёт." in first.read_text(encoding="utf-8")
    assert advertised(locale="ru").json_ld().encode() == first.read_bytes()
    assert ["a.jsonld", "b.JSONLD"] == sorted(file.name for file in tmp_path.iterdir())


def test_a_file_of_another_name_is_refused(tmp_path: Path) -> None:
    """The ending says what is in it."""
    with pytest.raises(UsageError) as refused:
        advertised().save(Path("kam.json"))

    assert (
        "advertisement kam.json: is JSON-LD, and the name does not end in .jsonld; "
        "call it kam.jsonld"
    ) == str(refused.value)
    assert [] == list(tmp_path.iterdir())


# --- what is refused ------------------------------------------------------------------------------


def test_a_posting_of_another_role_is_refused() -> None:
    """Nothing is advertised that the posting does not name."""
    with pytest.raises(UsageError) as refused:
        advertised(posting=posted(role="baker"))

    assert "posting seller-1: is of role baker, not of seller; give the role that it is of" == str(
        refused.value
    )


def test_everything_that_is_missing_in_the_language_is_told_at_once() -> None:
    """A heading, a clause and the text of a way of pay, each by its id."""
    with pytest.raises(Problems) as refused:
        advertised(
            qualified(Skill(id="bring.talk", text=Text.of(en="Talk."))),
            pay=(PayMechanism(id="pay.base", kind=PayKind.BASE, text=Text.of(en="Base.")),),
            locale="fil",
        )

    assert ["clause bring", "clause bring.talk", "clause pay.base"] == [
        problem.subject for problem in refused.value.problems
    ]


def test_what_is_left_out_need_not_be_written_in_the_language() -> None:
    """A right is not advertised, so that its Filipino words are not asked for."""
    told = advertised(
        duties(),
        RightSection(id="rights", title=Text.of(en="Rights"), clauses=(RIGHT,)),
        locale="fil",
    )

    assert "Magbenta." in lines(told)


def test_what_a_search_would_refuse_is_refused_here() -> None:
    """A company without a name hires nobody."""
    with pytest.raises(Problems) as refused:
        advertise(attrs.evolve(in_company(), company=" "), posted(), locale="en")

    assert (
        "posting: does not name who hires; write an Organization with its name, or confidential"
        == str(refused.value)
    )


# --- the example ----------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", ["en", "fil"])
def test_habagat_advertises_its_key_account_manager(locale: str) -> None:
    """The role of the example is taken by searches, with figures for schooling, years and pay."""
    handbook = Handbook.load(HABAGAT)
    role, posting = handbook.role("key-account-manager"), handbook.posting("key-account-manager")
    found = data(advertise(role, posting, locale=locale))

    assert () == posting_faults(found)
    assert "Key account manager" == found["title"]
    assert credential("bachelor degree") == found["educationRequirements"]
    assert experience(24) == found["experienceRequirements"]
    assert Decimal("32000.00") == found["baseSalary"]["value"]["minValue"]
    assert 23 == len(found["responsibilities"])
