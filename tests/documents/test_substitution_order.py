"""The printed order of substitution: who for whom, when, which clauses, and where to sign."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import attrs
import pytest
from docx2python import docx2python
from pypdf import PdfReader

from accountkit.documents import Document, describe_order
from accountkit.documents.order_words import ORDER_WORDS
from accountkit.documents.tree import Clauses, plain_text
from accountkit.errors import Problems, UnknownNameError, UsageError
from accountkit.handbook import Handbook
from accountkit.handbook.seats import roles_by_position
from accountkit.roles import (
    Appointment,
    GrantedLimit,
    Organisation,
    Person,
    Position,
    RoleInCompany,
    SubstitutionMode,
    SubstitutionOrder,
    Transfer,
)

EXAMPLES = Path(__file__).parents[2] / "examples"


def habagat(locale: str = "en", **changes: Any) -> Document:
    """The order of the example company, with some of it changed."""
    handbook = Handbook.load(EXAMPLES / "habagat")
    organisation = handbook.organisation
    (order,) = organisation.substitution_orders
    return describe_order(
        attrs.evolve(organisation, substitution_orders=(attrs.evolve(order, **changes),)),
        order.id,
        roles_by_position(handbook),
        company=handbook.company.name,
        locale=locale,
    )


def lines(document: Document) -> list[str]:
    """What the order says, line by line."""
    return [line for line in document.text("plain").splitlines() if line.strip()]


def test_the_order_of_the_example_company() -> None:
    """Number and date, who for whom, both days, what passes, the cap, and the lines to sign on."""
    assert [
        "Order of substitution No.\u00a02026-14 of March 23, 2026",
        "=" * 51,
        "Habagat Trading Corporation",
        (
            "1. From April 6, 2026 to April 17, 2026, both days included, Jose Luis D. Santos-Reyes"
            " (key account manager) acts as key account manager in the place of Maria Teresa N."
            " Peñaflor."
        ),
        (
            "2. The deputy has the rights, the duties, and the responsibility of the post under all"
            " clauses of its job description."
        ),
        (
            "3. While this order is in force, the holder of the post does not exercise what has"
            " passed to the deputy."
        ),
        "4. The deputy goes no further than:",
        "   – the discount limit granted to the post: 8%",
        "SIGNED",
        "General director",
        "Rosario S. Ocampo-Villanueva ________________",
        "“____” ____________ ______",
        "I have read this order",
    ] == lines(habagat())[:13]
    assert [
        ["Jose", "Luis", "D.", "Santos-Reyes", "Key", "account", "manager"],
        ["Maria", "Teresa", "N.", "Peñaflor", "Key", "account", "manager"],
    ] == [line.split() for line in lines(habagat())[-2:]]


def test_the_order_in_filipino() -> None:
    """Names of people take si and ni, dates are in Filipino, borrowed titles stay English."""
    said = lines(habagat("fil"))

    assert "Kautusan ng paghalili blg.\u00a02026-14, Marso 23, 2026" == said[0]
    assert (
        "1. Mula Abril 6, 2026 hanggang Abril 17, 2026, kasama ang dalawang araw na ito, si Jose"
        " Luis D. Santos-Reyes (key account manager) ang gaganap bilang key account manager,"
        " kahalili ni Maria Teresa N. Peñaflor."
    ) == said[3]
    assert "   – hangganan ng diskuwentong ipinagkaloob sa posisyon: 8%" in said
    assert '<span lang="en">key account manager</span>' in habagat("fil").text("html")


def test_clauses_print_the_number_of_the_job_description() -> None:
    """Visits are clause 2.3; the right to a discount, which a duty implies, has no number."""
    said = lines(habagat(clauses=("duties.visits", "rights.discount")))

    assert (
        "2. The deputy has the rights, the duties, and the responsibility of the post under these"
        " clauses of its job description:"
    ) == said[4]
    assert said[5].startswith("   – 2.3. Call existing ")
    assert said[6].startswith("   – Grant own clients a discount within the discount limit")


def test_an_order_that_shares_some_until_another() -> None:
    """Only duties pass, for as long as no other order is given, and the holder keeps them."""
    said = lines(
        habagat(until=None, mode=SubstitutionMode.SHARE, transfers=(Transfer.DUTIES,), caps=())
    )

    assert said[3].startswith("1. From April 6, 2026 until another order, Jose Luis")
    assert (
        "2. The deputy has the duties of the post under all clauses of its job description."
    ) == said[4]
    assert (
        "3. While this order is in force, the holder of the post exercises it together with the"
        " deputy."
    ) == said[5]
    assert "SIGNED" == said[6]


def test_an_order_for_a_vacant_position() -> None:
    """It names the position; nobody is substituted, so nobody else has to read it."""
    said = lines(habagat(absent=None, position="mindanao", caps=()))

    assert (
        "1. From April 6, 2026 to April 17, 2026, both days included, Jose Luis D. Santos-Reyes"
        " (key account manager) acts as key account manager in the position mindanao."
    ) == said[3]
    assert "SIGNED" == said[5]
    assert 1 == sum("Santos-Reyes  " in line for line in said)
    assert not any("Peñaflor" in line for line in said)


def test_a_person_in_two_roles_is_substituted_in_both() -> None:
    """One provision for each role, however many positions of it there are."""
    handbook = Handbook.load(EXAMPLES / "habagat")
    organisation = handbook.organisation
    (order,) = organisation.substitution_orders
    more = [
        Appointment(person="maria", position=seat, start=date(2026, 4, 10))
        for seat in ("mindanao", "deputy-head")
    ]
    wider = attrs.evolve(
        organisation,
        positions=(
            *organisation.positions,
            Position(id="deputy-head", role="head-of-sales", reports_to="head-of-sales"),
        ),
        appointments=(*organisation.appointments, *more),
        substitution_orders=(attrs.evolve(order, clauses=("duties.team", "duties.visits")),),
    )
    roles = {**roles_by_position(handbook), "deputy-head": handbook.role("head-of-sales")}
    said = lines(describe_order(wider, order.id, roles, company="Habagat", locale="en"))

    assert " acts as key account manager in the place of Maria" in said[3]
    assert " acts as head of sales in the place of Maria" in said[4]
    assert said[5].startswith("3. The deputy has the rights, ")
    assert said[6].startswith("   – 2.1. Lead the account managers ")
    assert said[7].startswith("   – 2.3. Call existing ")


def russian(**changes: Any) -> Document:
    """An order of the Russian example company, with a second account manager."""
    handbook = Handbook.load(EXAMPLES / "sever")
    given = handbook.organisation
    order = SubstitutionOrder(
        id="one",
        number="14-К",
        issued_on=date(2026, 4, 1),
        signed_by="ilyin",
        absent="morozova",
        deputy="ilyin",
        start=date(2026, 4, 6),
        until=date(2026, 4, 17),
    )
    organisation: Organisation = attrs.evolve(
        given,
        people=(*given.people, Person(id="ilyin", name="Пётр Петрович Ильин")),
        positions=(*given.positions, Position(id="south", role="key-account-manager")),
        appointments=(
            *given.appointments,
            Appointment(person="ilyin", position="south", start=date(2025, 1, 1)),
        ),
        substitution_orders=(attrs.evolve(order, **changes),),
    )
    roles: dict[str, RoleInCompany] = {
        **roles_by_position(handbook),
        "south": handbook.role("key-account-manager"),
    }
    return describe_order(organisation, "one", roles, company="Север", locale="ru")


def test_the_order_in_russian() -> None:
    """Names stand in the nominative, the title in the genitive, dates with their months."""
    said = lines(russian())

    assert "Приказ о замещении от 1 апреля 2026\u202fг. №\u00a014-К" == said[0]
    assert (
        "1. Пока отсутствует Анна Ильинична Морозова, с 6 апреля 2026\u202fг. по 17 апреля"
        " 2026\u202fг. включительно по должности менеджера по работе с ключевыми клиентами"
        " работает Пётр Петрович Ильин (менеджер по работе с ключевыми клиентами)."
    ) == said[3]
    assert (
        "2. Объём замещения: права, обязанности и ответственность по должности согласно всем"
        " пунктам должностной инструкции."
    ) == said[4]
    assert "С приказом ознакомлен(а)" in said


@pytest.mark.parametrize("language", ORDER_WORDS)
def test_every_language_has_every_word(language: str) -> None:
    """Whatever an order may say must be printable."""
    words = ORDER_WORDS[language]

    assert set(Transfer) == set(words.transfers)
    assert set(SubstitutionMode) == set(words.holder)


def test_it_is_saved_in_every_format(tmp_path: Path) -> None:
    """Numbers and names arrive on paper, and the same order gives the same bytes."""
    document = habagat(clauses=("duties.visits",))
    for ending in (".docx", ".pdf", ".html", ".md", ".txt"):
        first = document.save(tmp_path / f"one{ending}").read_bytes()
        assert (
            first
            == habagat(clauses=("duties.visits",)).save(tmp_path / f"two{ending}").read_bytes()
        )

    paper = "\n".join(page.extract_text() for page in PdfReader(tmp_path / "one.pdf").pages)
    word = docx2python(BytesIO((tmp_path / "one.docx").read_bytes())).text
    for text in (" ".join(paper.split()), " ".join(word.split())):
        assert "Jose Luis D. Santos-Reyes (key account manager) acts as" in text
        assert "2.3. Call existing" in text


def test_names_are_printed_as_they_were_typed(hostile: str) -> None:
    """A gap in braces, or markup, in somebody's name is part of the name."""
    handbook = Handbook.load(EXAMPLES / "habagat")
    people = tuple(
        attrs.evolve(person, name=hostile) if person.id == "maria" else person
        for person in handbook.organisation.people
    )
    organisation = attrs.evolve(handbook.organisation, people=people)
    document = describe_order(
        organisation,
        "manila-north-2026-04",
        roles_by_position(handbook),
        company=hostile,
        locale="en",
    )
    clauses = next(block for block in document.tree.blocks if isinstance(block, Clauses))

    assert plain_text(clauses.items[0].content).endswith(f"in the place of {hostile}.")


# --- what is refused ------------------------------------------------------------------------------


def test_an_order_that_is_not_there() -> None:
    """The nearest one is told."""
    handbook = Handbook.load(EXAMPLES / "habagat")

    with pytest.raises(UnknownNameError, match="did you mean manila-north-2026-04"):
        describe_order(handbook.organisation, "manila-north", {}, company="Habagat", locale="en")


def test_a_language_that_orders_do_not_know() -> None:
    """The message lists those they do."""
    with pytest.raises(UsageError, match="the languages are en, fil, and ru"):
        habagat("de")


def test_all_that_keeps_an_order_from_being_printed_is_told_at_once() -> None:
    """Clauses and limits that no role has, and what is not written in the language."""
    with pytest.raises(Problems) as refused:
        habagat(
            "ru",
            clauses=("duties.visits", "duties.nothing"),
            caps=(GrantedLimit(limit="nothing", column="A"),),
        )

    told = [str(problem) for problem in refused.value.problems]
    assert (
        'order manila-north-2026-04: lets clause "duties.nothing" pass, which no role it covers'
        " has; accountkit check tells where it stands"
    ) in told
    assert (
        'order manila-north-2026-04: caps "nothing", which is a limit of no role it covers;'
        " accountkit check tells where it stands"
    ) in told
    assert any(line.startswith("title of general-director: is missing in ru") for line in told)


def test_orders_that_contradict_each_other_are_not_printed() -> None:
    """Nobody is to sign an order beside which another says something else."""
    handbook = Handbook.load(EXAMPLES / "habagat")
    organisation = handbook.organisation
    (order,) = organisation.substitution_orders
    two = (order, attrs.evolve(order, id="two", deputy="ramon"))

    with pytest.raises(Problems) as refused:
        describe_order(
            attrs.evolve(organisation, substitution_orders=two),
            "two",
            roles_by_position(handbook),
            company="Habagat",
            locale="en",
        )
    assert "lets ramon, and order manila-north-2026-04 lets jose-luis, act" in str(refused.value)
