"""Rights, responsibilities, requirements, parties and titles: what each refuses by itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accountkit.errors import TermsError
from accountkit.roles import (
    Act,
    Bound,
    Condition,
    DocumentUse,
    Education,
    Jurisdiction,
    Law,
    Limit,
    LimitUnit,
    Office,
    Party,
    PlanTitle,
    Requirement,
    Responsibility,
    Right,
    Scope,
    Target,
    TargetUnit,
    WorkDocument,
)
from accountkit.values.texts import Text

TEXT = Text.of(en="Something.")
FORMS = {"bare": "director", "indefinite": "a director"}
NAMES: tuple[tuple[Callable[[Text], object], str], ...] = (
    (lambda text: Law(id="labour", title=text), "labour"),
    (lambda text: Target(id="calls", title=text, unit=TargetUnit.COUNT), "calls"),
    (lambda text: Limit(id="order", text=text, unit=LimitUnit.MONEY), "order"),
    (lambda text: PlanTitle(measure="sales", title=text), "sales"),
    (lambda text: WorkDocument(id="rules", title=text, kind=DocumentUse.USES), "rules"),
)


def test_a_right_on_a_condition_says_so() -> None:
    """A right to act on a management decision is not a right to act alone."""
    with pytest.raises(TermsError, match="on_management_decision is a condition"):
        Right(
            id="rights.programmes",
            text=TEXT,
            act=Act.RUN_PROGRAMME,
            scope=Scope.SALES,
            condition=Condition.ON_MANAGEMENT_DECISION,
        )


def test_a_responsibility_within_the_law_names_the_law() -> None:
    """Responsibility without a limit is refused: the law that bounds it must be named."""
    with pytest.raises(TermsError) as refused:
        Responsibility(id="liable", text=TEXT)

    assert (
        "responsibility liable: is limited by law and names no law; name the laws under laws"
    ) == str(refused.value)


def test_a_missed_plan_is_answered_for_within_variable_pay() -> None:
    """Variable pay that is not earned needs no law: it is not a penalty."""
    term = Responsibility(id="plans", text=TEXT, within=Bound.VARIABLE_PAY, measures=("sales",))

    assert () == term.laws


def test_a_requirement_asks_for_something() -> None:
    """A requirement without schooling and experience is only a provision."""
    with pytest.raises(TermsError, match="requirement schooling: asks for nothing"):
        Requirement(id="schooling", text=TEXT)


def test_experience_is_never_less_than_none() -> None:
    """Zero months say that no experience is asked for; fewer is a slip."""
    with pytest.raises(TermsError, match="-1 is less than 0"):
        Requirement(id="schooling", text=TEXT, education=Education.HIGHER, experience_months=-1)


def test_a_party_needs_an_office() -> None:
    """Somebody must be able to stand in each place."""
    with pytest.raises(TermsError) as refused:
        Party(id="superior", one_of=())

    assert ("one_of",) == refused.value.path


def test_a_title_has_every_form_its_language_needs() -> None:
    """English titles need "a director" beside "director"."""
    office = Office(id="director", title=Text.parse({"en": FORMS}))

    assert "a director" == office.title.get("en", "indefinite")


@pytest.mark.parametrize(
    "title, problem, path",
    [
        (
            {"en": "director"},
            (
                "title of director: has no bare and no indefinite form in en; "
                "write the title as en: {bare: ..., indefinite: ...}"
            ),
            ("title", "en"),
        ),
        (
            {"en": FORMS, "fil": {"bare": "direktor", "marked": "ang direktor"}},
            "title of director: has no linked form in fil; write the title as fil: {linked: ...}",
            ("title", "fil"),
        ),
    ],
)
def test_a_title_without_a_form_is_refused(
    title: dict[str, str | dict[str, str]], problem: str, path: tuple[str, ...]
) -> None:
    """A form that is missing is named with its language, and never guessed."""
    with pytest.raises(TermsError) as refused:
        Office(id="director", title=Text.parse(title))

    assert problem == str(refused.value)
    assert path == refused.value.path


@pytest.mark.parametrize("name, owner", NAMES)
def test_a_russian_name_without_its_cases_is_refused(
    name: Callable[[Text], object], owner: str
) -> None:
    """Clauses put names into cases: by a plan, within a limit, under a law."""
    name(Text.of(en="the labour law", fil="batas sa paggawa"))
    cases = ("nom", "gen", "dat", "acc", "ins", "prep")
    name(Text.parse({"ru": dict.fromkeys(cases, "трудовое законодательство")}))

    with pytest.raises(TermsError) as refused:
        name(Text.parse({"ru": dict.fromkeys(cases[:4], "трудовое законодательство")}))

    assert (
        f"name of {owner}: has no ins and no prep form in ru; "
        "write the name as ru: {ins: ..., prep: ...}"
    ) == str(refused.value)
    with pytest.raises(TermsError, match=f"name of {owner}: has no nom and no gen and no dat"):
        name(Text.of(ru="трудовое законодательство"))


def test_a_jurisdiction_names_each_law_once() -> None:
    """Two laws with one id could not be told apart."""
    law = Law(id="labour", title=Text.of(en="the labour law in force"))

    assert law == Jurisdiction(id="PH", name=TEXT, laws=(law,)).law("labour")
    with pytest.raises(TermsError, match="stands twice"):
        Jurisdiction(id="PH", name=TEXT, laws=(law, law))
