"""Comparison: what one description of a role has that another has not."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accountkit.documents import compared_roles, describe_comparison
from accountkit.roles import (
    Act,
    ChangeKind,
    Duty,
    DutySection,
    GrantedLimit,
    Jurisdiction,
    Law,
    Limit,
    LimitUnit,
    Nature,
    Right,
    RightSection,
    Role,
    RoleChoices,
    RoleInCompany,
    Scope,
    StaffCategory,
    Target,
    TargetUnit,
    compare,
)
from accountkit.values.texts import Text

TITLE = Text.parse({"en": {"bare": "seller", "indefinite": "a seller"}})
LIMIT = Limit(id="discount", text=Text.of(en="the discount limit"), unit=LimitUnit.PERCENT)


def duty(name: str, text: str = "Does it.", **more: Any) -> Duty:
    """A duty with a text."""
    return Duty(id=name, text=Text.of(en=text), **more)


def seller(*duties: Duty, share: str = "1/10", **fields: Any) -> RoleInCompany:
    """A seller with some duties, who may give a discount."""
    right = Right(
        id="discount",
        text=Text.of(en="Give."),
        act=Act.GRANT_DISCOUNT,
        scope=Scope.SALES,
        limit=LIMIT,
    )
    role = Role(
        id="seller",
        title=TITLE,
        sections=(
            DutySection(id="duties", title=Text.of(en="Duties"), clauses=duties),
            RightSection(id="rights", title=Text.of(en="Rights"), clauses=(right,)),
        ),
    )
    return RoleInCompany(
        role=attrs.evolve(role, **fields),
        company="Tala",
        offices=(),
        jurisdiction=Jurisdiction(
            id="neutral",
            name=Text.of(en="anywhere"),
            laws=(Law(id="labour", title=Text.of(en="labour law")),),
        ),
        choices=RoleChoices(
            role="seller", limits=(GrantedLimit(limit="discount", share=Fraction(share)),)
        ),
    )


def told(old: RoleInCompany, new: RoleInCompany) -> list[tuple[str, str, str]]:
    """The changes by kind, nature and id."""
    return [
        (change.kind.value, change.nature.value, change.id) for change in compare(old, new).changes
    ]


def test_duties_gained_and_lost() -> None:
    """In print order, gained ones where they stand now."""
    old, new = seller(duty("a"), duty("b"), duty("c")), seller(duty("a"), duty("x"), duty("c"))

    assert [("gained", "duty", "x"), ("lost", "duty", "b")] == told(old, new)


def test_a_limit_that_moved() -> None:
    """The company raised it; the role's own clauses are as they were."""
    comparison = compare(seller(duty("a")), seller(duty("a"), share="12/100"))

    assert [(ChangeKind.CHANGED, Nature.LIMIT)] == [
        (change.kind, change.nature) for change in comparison.changes
    ]
    assert [("share", Fraction(1, 10), Fraction(12, 100))] == [
        (field.field, field.old, field.new)
        for change in comparison.of(ChangeKind.CHANGED, Nature.LIMIT)
        for field in change.fields
    ]


def test_a_target_that_changed() -> None:
    """A target is counted otherwise, another one is new."""

    def target(name: str, unit: TargetUnit) -> Target:
        return Target(id=name, title=Text.of(en=name), unit=unit)

    old = seller(duty("a"), targets=(target("sales", TargetUnit.MONEY),))
    new = seller(
        duty("a"), targets=(target("sales", TargetUnit.COUNT), target("visits", TargetUnit.COUNT))
    )

    assert [("changed", "target", "sales"), ("gained", "target", "visits")] == told(old, new)


def test_a_clause_under_another_id_with_a_shared_wording() -> None:
    """Two roles that use one item of the library have that duty in common."""
    old = seller(duty("a", item="keep-records"))
    new = seller(duty("b", item="keep-records"))

    assert [] == told(old, new)


def test_ids_sources_and_remarks_are_no_changes() -> None:
    """They say nothing of what somebody must or may do."""
    assert [] == told(seller(duty("a", note="x", source=("A",))), seller(duty("a")))


def test_the_page_says_it_in_sentences() -> None:
    """Old and new wording, numbers of today, and the figures as they print."""
    old = seller(duty("a", "Visits."), duty("b", "Files."), category=StaffCategory.SPECIALIST)
    new = seller(duty("a", "Calls."), share="12/100", category=StaffCategory.MANAGER)

    assert (
        "What differs: seller → seller\n"
        "=============================\n"
        "\n"
        "The role itself\n"
        "---------------\n"
        "\n"
        "– Changed category: specialist → manager\n"
        "\n"
        "Duties\n"
        "------\n"
        "\n"
        "– Changed 1.1: wording: Visits. → Calls.\n"
        "– Lost 1.2: Files.\n"
        "\n"
        "Limits\n"
        "------\n"
        "\n"
        "– Changed discount: share: 10% → 12%\n"
    ) == describe_comparison(compare(old, new), locale="en").text("plain")


def test_a_wording_that_changed_in_another_language() -> None:
    """It is told where, and what reads the same in the language told in is no difference there."""
    old = seller(Duty(id="a", text=Text.of(en="Sell.", fil="Magbenta.")))
    new = seller(Duty(id="a", text=Text.of(en="Sell.", fil="Magtinda.")))
    compared = compared_roles(compare(old, new), locale="en")

    assert ((), {"fil": ("1.1",)}) == (compared.lines, compared.elsewhere)
    assert not compared.is_empty
    page = describe_comparison(compare(old, new), locale="en").text("plain")
    assert "Wording also differs in fil: 1.1" in page


def test_a_language_that_only_one_side_has_is_no_difference() -> None:
    """A translation that was added changes nothing for those who read another language."""
    old = seller(Duty(id="a", text=Text.of(en="Sell.")))
    new = seller(Duty(id="a", text=Text.of(en="Sell.", fil="Magbenta.")))

    assert compared_roles(compare(old, new), locale="en").is_empty


def test_nothing_differs() -> None:
    """It is said, so that nobody takes an empty page for a failure."""
    page = describe_comparison(compare(seller(duty("a")), seller(duty("a"))), locale="en")

    assert "Nothing differs." in page.text("plain")


@pytest.mark.parametrize("locale, same", [("fil", "Walang pagkakaiba."), ("ru", "Различий нет.")])
def test_every_language_has_the_words(locale: str, same: str) -> None:
    """The frame of the page is in the language asked for."""
    title = {"fil": {"bare": "a", "marked": "ang a", "linked": "ang a na"}}
    title |= {"ru": dict.fromkeys(("nom", "gen", "dat", "acc", "ins", "prep"), "а")}
    role = seller(duty("a"), title=Text.parse(title))

    page = describe_comparison(compare(role, role), locale=locale)
    assert same in page.text("plain")


NAMES = st.lists(st.sampled_from("abcdefg"), min_size=1, unique=True)


@given(NAMES, NAMES)
def test_what_one_side_gains_the_other_loses(one: list[str], other: list[str]) -> None:
    """The comparison the other way round has gained and lost swapped, and the same changes."""
    old, new = seller(*map(duty, one)), seller(*map(duty, other))
    there, back = compare(old, new), compare(new, old)

    gained = {change.id for change in there.of(ChangeKind.GAINED, Nature.DUTY)}
    assert set(other) - set(one) == gained
    assert gained == {change.id for change in back.of(ChangeKind.LOST, Nature.DUTY)}
    assert not compare(old, old).changes
