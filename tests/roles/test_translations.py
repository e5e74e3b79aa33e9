"""Translations: what a role in a company lacks in a language, text by text and form by form."""

from __future__ import annotations

import attrs
import pytest

from accountkit.roles import (
    GeneralSection,
    Jurisdiction,
    Law,
    Office,
    Party,
    PartyChoice,
    PlanTitle,
    Provision,
    Role,
    RoleChoices,
    RoleInCompany,
    Target,
    TargetUnit,
)
from accountkit.roles.translations import company_texts, missing_forms
from accountkit.values.texts import Text

SELLER = {
    "nom": "продавец",
    "gen": "продавца",
    "dat": "продавцу",
    "acc": "продавца",
    "ins": "продавцом",
    "prep": "продавце",
}


@pytest.fixture
def seller() -> RoleInCompany:
    """A seller with a plan, a superior and a law, all in English and all but two in Russian."""
    title = Text.parse({"en": {"bare": "seller", "indefinite": "a seller"}, "ru": SELLER})
    text = Text.of(
        en="The {role self bare} sells by the {plan sales} and {law labour}.",
        ru="{role self nom} продаёт по {plan sales dat}.",
    )
    clause = Provision(id="general.line", text=text)
    section = GeneralSection(id="general", title=Text.of(en="General"), clauses=(clause,))
    head = Text.parse({"en": {"bare": "head of sales", "indefinite": "a head of sales"}})
    return RoleInCompany(
        role=Role(
            id="seller",
            title=title,
            sections=(section,),
            parties=(Party(id="superior", one_of=("head-of-sales", "director")),),
            targets=(Target(id="sales", title=Text.of(en="sales plan"), unit=TargetUnit.MONEY),),
        ),
        company="Tala",
        offices=(Office(id="head-of-sales", title=head),),
        jurisdiction=Jurisdiction(
            id="neutral",
            name=Text.of(en="nowhere"),
            laws=(
                Law(id="labour", title=Text.of(en="the labour law")),
                Law(id="civil", title=Text.of(en="the civil law")),
            ),
        ),
        choices=RoleChoices(
            role="seller",
            parties=(PartyChoice(party="superior", office="head-of-sales"),),
            plans=(PlanTitle(measure="sales", title=Text.of(en="plan A")),),
        ),
    )


def test_all_that_a_description_may_print_is_looked_at(seller: RoleInCompany) -> None:
    """The role's own texts, the company's plan, the chosen superior, and the law that is named."""
    assert {
        "title of seller": ("role", "title"),
        "name of sales": ("choices", "plans", 0, "title"),
        "clause general": ("role", "sections", 0, "title"),
        "clause general.line": ("role", "sections", 0, "clauses", 0, "text"),
        "title of head-of-sales": ("offices", "head-of-sales"),
        "name of law labour": ("laws", "labour"),
    } == {text.subject: text.path for text in company_texts(seller)}


def test_what_is_not_written_is_told_with_the_form_that_stands_alone(
    seller: RoleInCompany,
) -> None:
    """A title is missing in the nominative, a clause in its only form."""
    missing = [text.missing_in("ru") for text in company_texts(seller)]

    assert [
        ("name of sales", "nom"),
        ("clause general", "plain"),
        ("name of sales", "nom"),
        ("title of head-of-sales", "nom"),
        ("name of law labour", "nom"),
    ] == [(error.subject, error.form) for error in missing if error is not None]
    assert not any(text.missing_in("en") for text in company_texts(seller))


def test_a_form_that_a_sentence_needs_is_told_with_its_clause(seller: RoleInCompany) -> None:
    """A name that is not written in Russian at all is told once, and not for each sentence."""
    assert [] == list(missing_forms(seller, "ru"))
    assert [] == list(missing_forms(seller, "en"))

    ((plan),) = seller.choices.plans
    cases = dict.fromkeys(SELLER, "план А")
    russian = attrs.evolve(plan, title=Text.parse({"en": {"bare": "plan A"}, "ru": cases}))
    settled = attrs.evolve(seller, choices=attrs.evolve(seller.choices, plans=(russian,)))

    (error,) = missing_forms(settled, "en")
    assert (
        "clause general.line, in {plan sales}: is missing in en, form plain; add it; en has bare"
    ) == str(error)
    assert ("role", "sections", 0, "clauses", 0, "text", "en") == error.path
