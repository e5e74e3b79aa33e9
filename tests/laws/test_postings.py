"""Laws of advertisements: nothing is lost silently, nothing internal leaks (design 8.5)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accountkit import catalogue
from accountkit.documents import Advertisement, advertise, describe
from accountkit.documents.posting_rules import posting_faults
from accountkit.documents.tree import Clauses, NumberedClause, plain_text
from accountkit.handbook.catalogue import (
    catalogue_jurisdiction,
    catalogue_offices,
    catalogue_role,
)
from accountkit.roles import (
    Act,
    ConditionNature,
    ConditionSection,
    Duty,
    DutySection,
    GeneralSection,
    Knowledge,
    PartyChoice,
    Posting,
    Provision,
    QualificationSection,
    Quality,
    QualityNature,
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
    WorkingCondition,
    WorkPlace,
)
from accountkit.values.clauses import Clause, NumberStyle
from accountkit.values.texts import Text

LANGUAGES = ("en", "fil", "ru")
INTERNAL = (RightSection, ResponsibilitySection)


def in_company(role: Role) -> RoleInCompany:
    """The role in a company that puts the first office into each of its places."""
    places = (PartyChoice(party=party.id, office=party.one_of[0]) for party in role.parties)
    return RoleInCompany(
        role=role,
        company="Habagat Trading",
        offices=catalogue_offices(),
        jurisdiction=catalogue_jurisdiction("PH"),
        choices=RoleChoices(role=role.id, parties=tuple(places)),
    )


def posting(role: Role) -> Posting:
    """A posting of the role in Manila."""
    return Posting(
        id="posting",
        role=role.id,
        posted_on=date(2026, 4, 6),
        places=(WorkPlace(country="PH", locality="Manila"),),
    )


# --- what a reader sees ---------------------------------------------------------------------------


def as_printed(role: RoleInCompany, language: str) -> dict[str, str]:
    """The words of each clause and item in the job description, by id."""
    blocks = describe(role, locale=language).tree.blocks
    clauses = (clause for block in blocks if isinstance(block, Clauses) for clause in block.items)
    return dict(words for clause in clauses for words in with_items(clause))


def with_items(clause: NumberedClause) -> Iterator[tuple[str, str]]:
    """A clause and what it lists, each with its words."""
    yield clause.id, " ".join(plain_text(clause.content).split())
    for item in clause.items:
        yield from with_items(item)


def as_advertised(told: Advertisement) -> str:
    """All words of the description, as a reader of HTML sees them."""
    library: Any = html5lib
    page = library.parse(told.data["description"], namespaceHTMLElements=False)
    return " ".join("".join(page.itertext()).split())


def check_nothing_is_lost(role: RoleInCompany, language: str) -> None:
    """Each printed clause is described or among the losses; what is internal is not described."""
    told = advertise(role, posting(role.role), locale=language)
    printed, words = as_printed(role, language), as_advertised(told)
    lost = {loss.id for loss in told.losses}

    assert [] == [name for name, text in printed.items() if name not in lost and text not in words]
    for section in role.printed.sections:
        if isinstance(section, INTERNAL):
            assert {clause.id for clause in section.clauses} <= lost
            assert not any(printed[clause.id] in words for clause in section.clauses)
    for name in ("implied_rights", "targets", "documents", "career"):
        assert {item.id for item in getattr(role.role, name)} <= lost
    assert () == posting_faults(json.loads(told.json_ld(), parse_float=Decimal))


@pytest.mark.parametrize("role_id", catalogue.role_ids())
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_the_catalogue_is_lost_silently(role_id: str, language: str) -> None:
    """Each role of the catalogue, in each language that it prints in."""
    check_nothing_is_lost(in_company(catalogue_role(role_id)), language)


# --- any role -------------------------------------------------------------------------------------

KINDS: dict[type, tuple[type, dict[str, Any]]] = {
    Provision: (GeneralSection, {}),
    Duty: (DutySection, {}),
    Right: (RightSection, {"act": Act.PROPOSE, "scope": Scope.SALES}),
    Responsibility: (ResponsibilitySection, {"laws": ("labour",)}),
    Requirement: (QualificationSection, {"experience_months": 12}),
    Knowledge: (QualificationSection, {}),
    Skill: (QualificationSection, {}),
    Quality: (QualificationSection, {"nature": QualityNature.AGE}),
    WorkingCondition: (ConditionSection, {"nature": ConditionNature.TRAVEL}),
}
"""The section that holds each kind of clause, and what the kind needs."""

PRINTED = tuple(kind for kind in KINDS if kind is not Quality)


def text(name: str) -> Text:
    """Words that no other part has, with letters that HTML and JSON would take for their own."""
    return Text.of(en=f"<{name}> & “so\\on”.", fil=f"</{name}> & “gayon”.", ru=f"«{name}» & «так».")


@st.composite
def roles(draw: st.DrawFn) -> Role:
    """Roles with sections of any kind in any order, with items, numbered in any way.

    A role of nothing but qualities held out of print has nothing to print.
    """
    kinds = draw(st.lists(st.sampled_from(list(KINDS)), max_size=5))
    kinds.insert(draw(st.integers(0, len(kinds))), draw(st.sampled_from(PRINTED)))
    sections = [draw(sections_of(kind, f"s{place}")) for place, kind in enumerate(kinds)]
    title = Text.parse(
        {
            "en": {"bare": "seller", "indefinite": "a seller"},
            "fil": {"bare": "seller", "marked": "ang seller", "linked": "seller na"},
            "ru": dict.fromkeys(("nom", "gen", "dat", "acc", "ins", "prep"), "продавец"),
        }
    )
    return Role(
        id="seller",
        title=title,
        sections=tuple(sections),
        numbering=draw(st.sampled_from(NumberStyle)),
        nested_dashes=draw(st.booleans()),
    )


@st.composite
def sections_of(draw: st.DrawFn, kind: type, name: str) -> Section:
    """A section with clauses of one kind, each with up to two items."""
    section, needed = KINDS[kind]
    counts = draw(st.lists(st.integers(0, 2), min_size=1, max_size=3))
    clauses = [
        kind(
            id=f"{name}.{place}",
            text=text(f"{name}.{place}"),
            items=items(f"{name}.{place}", n),
            **needed,
        )
        for place, n in enumerate(counts)
    ]
    lead = text(f"{name}.lead") if draw(st.booleans()) else None
    found: Section = section(id=name, title=text(name), lead=lead, clauses=tuple(clauses))
    return found


def items(name: str, count: int) -> Sequence[Clause]:
    """Items of a clause."""
    ids = (f"{name}.{'ab'[place]}" for place in range(count))
    return tuple(Clause(id=item, text=text(item)) for item in ids)


@given(roles(), st.sampled_from(LANGUAGES))
def test_nothing_of_any_role_is_lost_silently(role: Role, language: str) -> None:
    """Whatever clauses a role has, each is told or is told to be lost."""
    check_nothing_is_lost(in_company(role), language)
