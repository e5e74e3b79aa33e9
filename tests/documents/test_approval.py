"""Approval: a role becomes a version, and the version prints for good what was approved."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from accountkit.documents import approve, describe, fingerprint
from accountkit.errors import Problems, TermsError, UnknownNameError, UsageError
from accountkit.roles import (
    Approval,
    GeneralSection,
    Jurisdiction,
    Law,
    Loan,
    Office,
    Party,
    Provision,
    Role,
    RoleChoices,
    RoleInCompany,
    RoleVersion,
    TextRun,
    same_terms,
    terms_of,
)
from accountkit.values.texts import Text
from accountkit.wire import is_intact

SELLER = Text.parse(
    {
        "en": {"bare": "seller", "indefinite": "a seller"},
        "fil": {"bare": "seller", "marked": "ang seller", "linked": "seller na"},
    }
)
HEAD = Text.parse(
    {
        "en": {"bare": "head", "indefinite": "a head"},
        "fil": {"bare": "pinuno", "marked": "ang pinuno", "linked": "pinunong"},
    }
)
CLERK = Text.parse({"en": {"bare": "clerk", "indefinite": "a clerk"}})
BOTH = ("en", "fil")


def a_role(english: str = "Sell for the {party head bare}.") -> RoleInCompany:
    """A seller in a company, with an office and a law that nobody names."""
    clause = Provision(
        id="general.sell", text=Text.of(en=english, fil="Magbenta."), note="a remark"
    )
    section = GeneralSection(
        id="general", title=Text.of(en="General", fil="Pangkalahatan"), clauses=(clause,)
    )
    role = Role(
        id="seller",
        title=SELLER,
        loans=(Loan("fil", "en"),),
        parties=(Party(id="head", one_of=("head",)),),
        sections=(section,),
        approval=Approval(party="head"),
    )
    return RoleInCompany(
        role=role,
        company="Tala",
        offices=(Office(id="head", title=HEAD), Office(id="clerk", title=CLERK)),
        jurisdiction=Jurisdiction(
            id="PH",
            name=Text.of(en="Philippines"),
            laws=(Law(id="labour", title=Text.of(en="the law")),),
        ),
        choices=RoleChoices(role="seller", approver="Reyes, R."),
    )


def approved(role: RoleInCompany, languages: tuple[str, ...] = BOTH) -> RoleVersion:
    """The role as version 1, in force from 1 March 2026."""
    return approve(
        role,
        number=1,
        by="rosa",
        on=date(2026, 2, 20),
        effective_from=date(2026, 3, 1),
        languages=languages,
    )


@pytest.fixture
def version() -> RoleVersion:
    """The seller as approved in English and Filipino."""
    return approved(a_role())


def test_a_version_prints_its_number_and_first_day(version: RoleVersion) -> None:
    """Where a draft has its watermark, a version says from when it holds."""
    draft = describe(a_role(), locale="en").text("plain").splitlines()
    printed = describe(version, locale="en").text("plain").splitlines()

    assert ["DRAFT", "", "APPROVED", "Head"] == draft[:4]
    assert ["APPROVED", "Head", "Reyes, R. ________________"] == printed[:3]
    assert ["Tala", "", "Version 1", "", "Effective from March 1, 2026", ""] == printed[8:14]
    assert draft[12:] == printed[14:]


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("format_name", ["html", "markdown", "plain"])
def test_a_version_prints_the_same_bytes_whatever_becomes_of_the_role(
    version: RoleVersion, language: str, format_name: str
) -> None:
    """The text itself was kept: clauses, offices and choices may all change, or go."""
    other = attrs.evolve(version.terms, role=a_role("Something else.").role, offices=())
    later = attrs.evolve(version, terms=other)

    assert describe(version, locale=language).text(format_name) == (
        describe(later, locale=language).text(format_name)
    )


def test_the_fingerprint_is_that_of_the_printed_document(version: RoleVersion) -> None:
    """In each language its own."""
    for language in BOTH:
        recorded = version.text(language).fingerprint
        assert recorded == fingerprint(describe(version, locale=language))
    assert version.text("en").fingerprint != version.text("fil").fingerprint
    assert is_intact(version)


def test_a_text_that_was_changed_is_not_printed(version: RoleVersion) -> None:
    """Nobody is shown as approved what nobody approved."""
    english, filipino = version.texts
    heading = attrs.evolve(english.parts[1], words=(TextRun("Job description: teller"),))
    parts = (english.parts[0], heading, *english.parts[2:])
    changed = attrs.evolve(version, texts=(attrs.evolve(english, parts=parts), filipino))

    with pytest.raises(TermsError) as refused:
        describe(changed, locale="en")
    assert (
        "version 1 of seller: is not what was approved in en: its text was changed;"
        " restore the file as it was approved"
    ) == str(refused.value)
    assert "Magbenta." in describe(changed, locale="fil").text("plain")


def test_a_version_is_not_printed_in_a_language_that_was_not_approved() -> None:
    """A translation is a text of its own."""
    with pytest.raises(UnknownNameError, match="version 1 of seller: has no text in fil"):
        describe(approved(a_role(), ("en",)), locale="fil")


def test_a_role_that_lacks_a_language_is_not_approved() -> None:
    """What is missing is told, clause by clause; nothing is half approved."""
    role = a_role()
    title = attrs.evolve(role.role.sections[0], title=Text.of(en="General"))
    lacking = attrs.evolve(role, role=attrs.evolve(role.role, sections=(title,)))

    with pytest.raises(Problems) as refused:
        approved(lacking)
    assert ["clause general: is missing in fil, form plain; add it; the text is written in en"] == [
        str(problem) for problem in refused.value.problems
    ]


def test_only_what_the_role_names_is_kept(version: RoleVersion) -> None:
    """An office or a law of no clause binds nobody."""
    assert ["head"] == [office.id for office in version.terms.offices]
    assert () == version.terms.jurisdiction.laws


def test_another_language_is_no_change() -> None:
    """The texts that were approved say what they said."""
    english = approved(a_role(), ("en",))

    assert ("en",) == english.terms.role.title.languages
    assert () == english.terms.role.loans
    assert same_terms(english.terms, terms_of(a_role(), ("en",)))


@pytest.mark.parametrize(
    "role, is_same",
    [
        (a_role(), True),
        (a_role("Sell more for the {party head bare}."), False),
        (attrs.evolve(a_role(), company="Tala Inc."), False),
        (attrs.evolve(a_role(), offices=(Office(id="head", title=SELLER),)), False),
        (
            attrs.evolve(a_role(), choices=RoleChoices(role="seller", approver="Cruz, C.")),
            False,
        ),
        (
            attrs.evolve(a_role(), offices=(*a_role().offices, Office(id="guard", title=CLERK))),
            True,
        ),
        (attrs.evolve(a_role(), role=attrs.evolve(a_role().role, note="seen by Ana")), True),
    ],
)
def test_whether_a_role_still_says_the_same(
    version: RoleVersion, role: RoleInCompany, *, is_same: bool
) -> None:
    """Words, choices and the offices named count; remarks and other offices do not."""
    assert is_same == same_terms(version.terms, terms_of(role, BOTH))


# --- sheets to sign -------------------------------------------------------------------------------


def test_an_acquaintance_sheet_is_bound_to_the_text(version: RoleVersion) -> None:
    """A page of its own: which text, by its fingerprint, then a line for everybody."""
    page = describe(version, locale="fil", acquaintance=("Ana Cruz", "Ben Dizon"))
    bound = version.text("fil").fingerprint

    assert [
        "Talaan ng pagbasa",
        "-----------------",
        "",
        "Bersiyon 1",
        "",
        "May bisa mula Marso 1, 2026",
        "",
        f"Tatak ng teksto: {bound}",
        "",
        "Nabasa ko ang deskripsiyong ito ng trabaho",
        "Pangalan   Posisyon  Petsa  Lagda",
        "---------  --------  -----  -----",
        "Ana Cruz   Seller",
        "Ben Dizon  Seller",
    ] == page.text("plain").splitlines()[-14:]


def test_an_agreement_block_has_a_line_for_each_office(version: RoleVersion) -> None:
    """After the text; the same before and after the approval."""
    head, clerk = a_role().offices
    for role in (version, a_role()):
        page = describe(role, locale="en", agreement=(head, clerk))
        assert [
            "AGREED",
            "Head",
            "Surname, initials ________________",
            "“____” ____________ ______",
            "",
            "Clerk",
            "Surname, initials ________________",
            "“____” ____________ ______",
        ] == page.text("plain").splitlines()[-8:]


def test_an_office_without_a_title_in_the_language(version: RoleVersion) -> None:
    """Its title is never guessed."""
    with pytest.raises(Problems) as refused:
        describe(version, locale="fil", agreement=(a_role().offices[1],))

    assert "title of clerk: is missing in fil" in str(refused.value)


def test_a_draft_has_no_acquaintance_sheet() -> None:
    """Nobody is held to a draft."""
    with pytest.raises(UsageError) as refused:
        describe(a_role(), locale="en", acquaintance=("Ana Cruz",))

    assert (
        "role seller: is a draft, and nobody signs to have read a draft;"
        " approve it, then print its version"
    ) == str(refused.value)


# --- layouts --------------------------------------------------------------------------------------


def test_a_layout_is_named_by_its_id(version: RoleVersion) -> None:
    """The dated profile of the standard, or plain when nobody names one."""
    assert "plain" == describe(version, locale="en").tree.layout.id
    for role in (version, a_role()):
        page = describe(role, locale="en", layout="gost-r-7.0.97-2025")
        assert "gost-r-7.0.97-2025" == page.tree.layout.id


def test_a_layout_that_does_not_exist(version: RoleVersion) -> None:
    """The message has those that do."""
    with pytest.raises(UsageError) as refused:
        describe(version, locale="en", layout="gost-r-7.0.97-2016")

    assert ("layout gost-r-7.0.97-2016: does not exist; did you mean gost-r-7.0.97-2025?") == str(
        refused.value
    )


def test_the_file_says_who_issued_it_and_when(version: RoleVersion) -> None:
    """The company, and the day of approval; a draft was issued on no day."""
    tree = describe(version, locale="en").tree

    assert ("Tala", "Job description", date(2026, 2, 20)) == (
        tree.author,
        tree.subject,
        tree.issued,
    )
    assert describe(a_role(), locale="en").tree.issued is None
