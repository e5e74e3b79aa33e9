"""The organisation chart: what it shows of a day, as Mermaid text and as SVG."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import attrs
import pytest
from hypothesis import given

from accountkit.documents import Chart, organisation_chart
from accountkit.documents._characters import printable
from accountkit.documents.chart_tree import ChartSeat
from accountkit.documents.chart_words import CHART_WORDS
from accountkit.documents.tree import Run
from accountkit.errors import Problems, UsageError
from accountkit.handbook import Handbook
from accountkit.handbook.seats import roles_by_position
from accountkit.roles import (
    Appointment,
    Organisation,
    Person,
    Position,
    ReportingLine,
    RoleInCompany,
    SubstitutionMode,
    SubstitutionOrder,
)
from accountkit.testing.duties import a_duty, a_role
from accountkit.testing.organisations import days, organisations

HABAGAT = Path(__file__).parents[2] / "examples" / "habagat"
EASTER = date(2026, 4, 14)
SVG = "{http://www.w3.org/2000/svg}"


def habagat(on: date = EASTER, locale: str = "en") -> Chart:
    """The chart of the example company."""
    handbook = Handbook.load(HABAGAT)
    return organisation_chart(
        handbook.organisation,
        roles_by_position(handbook),
        company=handbook.company.name,
        on=on,
        locale=locale,
    )


def seats(chart: Chart) -> Iterator[ChartSeat]:
    """All seats, in reading order."""

    def below(some: tuple[ChartSeat, ...]) -> Iterator[ChartSeat]:
        for seat in some:
            yield seat
            yield from below(seat.reports)

    return below(chart.tree.tops)


def told(chart: Chart, position: str) -> list[str]:
    """The lines of a seat, without its title."""
    seat = next(item for item in seats(chart) if item.position == position)
    lines = [*chart.tree.seat_lines(seat)]
    for deputy in seat.deputies:
        lines += chart.tree.deputy_lines(deputy)
    return ["".join(run.text for run in line) for line in lines]


def company(name: str, **options: Any) -> Organisation:
    """One position, held by somebody of this name."""
    parts: dict[str, Any] = {
        "people": (Person(id="ana", name=name),),
        "positions": (Position(id="head", role="seller"),),
        "appointments": (Appointment(person="ana", position="head", start=date(2025, 1, 1)),),
        **options,
    }
    return Organisation(**parts)


def drawn(organisation: Organisation, on: date = EASTER, **options: Any) -> Chart:
    """The chart of a company in which everybody is a seller."""
    role: RoleInCompany = a_role(a_duty())
    given: dict[str, Any] = {"company": "Tala", "locale": "en", **options}
    roles = {seat.id: role for seat in organisation.positions}
    return organisation_chart(organisation, roles, on=on, **given)


# --- what it shows --------------------------------------------------------------------------------


def test_the_chart_is_the_tree_of_that_day() -> None:
    """Hotels is under the commercial director to 31 January and under the head of sales after."""
    january, february = habagat(date(2026, 1, 31)), habagat(date(2026, 2, 1))

    def reports(chart: Chart, position: str) -> list[str]:
        seat = next(item for item in seats(chart) if item.position == position)
        return [below.position for below in seat.reports]

    assert ["general-director"] == [seat.position for seat in january.tree.tops]
    assert ["head-of-sales", "hotels"] == reports(january, "commercial-director")
    assert ["head-of-sales"] == reports(february, "commercial-director")
    assert "hotels" == reports(february, "head-of-sales")[-1]


def test_a_seat_shows_its_holder_or_that_it_is_vacant() -> None:
    """Mindanao is vacant since Carmela left it; the id tells seats of one title apart."""
    chart = habagat()

    assert ["Rosario S. Ocampo-Villanueva"] == told(chart, "general-director")
    assert ["mindanao", "vacant"] == told(chart, "mindanao")
    assert ["mindanao", "Carmela R. Magbanua"] == told(habagat(date(2024, 9, 30)), "mindanao")
    assert ["mindanao", "bakante"] == told(habagat(locale="fil"), "mindanao")


def test_a_deputy_is_shown_with_the_days_of_the_order() -> None:
    """Only while the order holds; and why somebody is absent is nobody's business."""
    assert [
        "manila-north",
        "Maria Teresa N. Peñaflor",
        "absent until April 17, 2026",
        "Acting: Jose Luis D. Santos-Reyes",
        "April 6, 2026 to April 17, 2026",
    ] == told(habagat(), "manila-north")
    assert ["manila-north", "Maria Teresa N. Peñaflor"] == told(
        habagat(date(2026, 4, 18)), "manila-north"
    )
    assert [
        "manila-north",
        "Maria Teresa N. Peñaflor",
        "liban hanggang Abril 17, 2026",
        "Kahalili: Jose Luis D. Santos-Reyes",
        "Abril 6, 2026 hanggang Abril 17, 2026",
    ] == told(habagat(locale="fil"), "manila-north")
    assert "leave" not in habagat().text("svg") + habagat().text("mermaid")


def test_an_order_without_an_end_for_some_clauses_says_so() -> None:
    """A deputy who shares, for a part, until another order."""
    order = SubstitutionOrder(
        id="one",
        number="1",
        issued_on=EASTER,
        signed_by="ana",
        position="head",
        deputy="ben",
        start=EASTER,
        mode=SubstitutionMode.SHARE,
        clauses=("report",),
    )
    people = (Person(id="ana", name="Ana"), Person(id="ben", name="Ben"))
    organisation = company("Ana", people=people, substitution_orders=(order,))

    assert [
        "Ana",
        "Assisting: Ben",
        "for some clauses only",
        "from April 14, 2026 on",
    ] == told(drawn(organisation), "head")
    assert [
        "Ana",
        "Помогает: Ben",
        "только по отдельным пунктам",
        "с 14 апреля 2026\u202fг.",
    ] == told(drawn(organisation, locale="ru"), "head")


def test_borrowed_titles_are_marked_as_such() -> None:
    """The Filipino chart says general director in English, and marks it for screen readers."""
    top = habagat(locale="fil").tree.tops[0]

    assert (Run("General director", "en"),) == top.title
    assert '<tspan lang="en" xml:lang="en">General director</tspan>' in habagat(locale="fil").text(
        "svg"
    )


@pytest.mark.parametrize("language", CHART_WORDS)
def test_every_language_says_who_and_when(language: str) -> None:
    """The title names the company and the day; the language is on the picture."""
    chart = drawn(company("Ana"), locale=language)

    assert "Tala" in chart.title
    assert "2026" in chart.title
    assert language == chart.language
    assert f'lang="{language}" xml:lang="{language}"' in chart.text("svg")


def test_the_same_day_gives_the_same_bytes() -> None:
    """Nothing depends on when or where it is drawn."""
    assert habagat().text("svg") == habagat().text("svg")
    assert habagat().text("mermaid") == habagat().text("mermaid")


@given(organisations(), days())
def test_everybody_is_in_the_chart_once_for_each_seat(organisation: Organisation, on: date) -> None:
    """All positions, each holder and each deputy of the day; drawn twice, the same (design 8.5)."""
    chart = drawn(organisation, on)
    found = list(seats(chart))

    assert sorted(item.id for item in organisation.positions) == sorted(
        seat.position for seat in found
    )
    for seat in found:
        assert organisation.holders(seat.position, on) == tuple(
            holder.person for holder in seat.holders
        )
        acting = [item for item in organisation.acting(on) if item.position == seat.position]
        assert [(item.person, item.order) for item in acting] == [
            (deputy.person, deputy.order) for deputy in seat.deputies
        ]
    assert chart.text("svg") == drawn(organisation, on).text("svg")
    assert chart.text("mermaid") == drawn(organisation, on).text("mermaid")


# --- what is refused ------------------------------------------------------------------------------


def test_an_organisation_with_faults_is_not_drawn() -> None:
    """Two seats that report to each other hang from nothing, and would be missing."""
    ring = tuple(
        Position(id=one, role="seller", reports_to=other) for one, other in (("a", "b"), ("b", "a"))
    )

    with pytest.raises(Problems) as refused:
        drawn(company("Ana", positions=(*ring, Position(id="head", role="seller"))))
    assert "reports to itself in the end: a to b to a" in str(refused.value)


def test_a_title_that_is_missing_is_told_once() -> None:
    """Nothing is guessed; nine seats of one role lack one title."""
    role = a_role(a_duty())
    text = {"en": {"bare": "seller", "indefinite": "a seller"}}
    english = attrs.evolve(
        role, role=attrs.evolve(role.role, title=type(role.role.title).parse(text))
    )
    organisation = Handbook.load(HABAGAT).organisation
    roles = {seat.id: english for seat in organisation.positions}

    with pytest.raises(Problems) as refused:
        organisation_chart(organisation, roles, company="Tala", on=EASTER, locale="fil")

    (problem,) = refused.value.problems
    assert (
        "title of seller: is missing in fil, form bare; add it; the text is written in en"
        == str(problem)
    )


def test_a_position_without_its_role_is_told() -> None:
    """A chart is never drawn without some title."""
    with pytest.raises(UsageError, match="position head: is given without its role"):
        organisation_chart(company("Ana"), {}, company="Tala", on=EASTER, locale="en")


def test_a_language_that_charts_do_not_know() -> None:
    """The message lists those they do."""
    with pytest.raises(UsageError, match="the languages are en, fil, and ru"):
        habagat(locale="de")


def test_only_the_formats_there_are(tmp_path: Path) -> None:
    """A format or an ending that nothing writes is told with those there are."""
    chart = drawn(company("Ana"))

    with pytest.raises(UsageError, match=r'there is no format "sgv"; did you mean svg\?'):
        chart.text("sgv")
    with pytest.raises(UsageError, match=r'"\.png" is no ending .* end the name in one of \.mmd, '):
        chart.save(tmp_path / "chart.png")
    with pytest.raises(UsageError, match="has no ending that says the format"):
        chart.save(tmp_path / "chart")
    with pytest.raises(UsageError, match="cannot be written: no such file or directory"):
        chart.save(tmp_path / "nowhere" / "chart.svg")
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("ending, format_", [(".mmd", "mermaid"), (".svg", "svg"), (".SVG", "svg")])
def test_a_file_is_written_by_its_ending(tmp_path: Path, ending: str, format_: str) -> None:
    """In UTF-8, whatever the system's own encoding is."""
    chart = drawn(company("Peñaflor"))
    file = chart.save(tmp_path / f"chart{ending}")

    assert chart.text(format_) == file.read_text(encoding="utf-8")


# --- Mermaid --------------------------------------------------------------------------------------

LABEL = r'"((?:[^"#<&;`\n]|#\d+;|<br/>)+)"'
GRAMMAR = (
    re.compile(r"accTitle: [^\n;#<&]*(?:#\d+;[^\n;#<&]*)*"),
    re.compile(r"accDescr: [^\n;#<&]*"),
    re.compile(rf"p\d+\[{LABEL}\](:::vacant)?"),
    re.compile(rf"d\d+\[{LABEL}\]:::deputy"),
    re.compile(r"p\d+ --> p\d+"),
    re.compile(r"p\d+ -\.- d\d+"),
    re.compile(r"classDef (vacant|deputy) [a-z-]+:\d+(px)?( \d+)?(,[a-z-]+:\d+ \d+)?"),
)
"""All forms that a line may have. A label holds no quote, no bracket of HTML and no bare entity."""


def labels(mermaid: str) -> list[str]:
    """The labels as Mermaid shows them: numbers turned back into signs, line by line."""
    found = re.findall(rf"[pd]\d+\[{LABEL}\]", mermaid)
    return [unescape(re.sub(r"#(\d+);", r"&#\1;", one)).replace("<br/>", "\n") for one in found]


def check_grammar(mermaid: str) -> None:
    """Every line has one of the forms, and links only what was named before."""
    first, *lines = mermaid.splitlines()
    assert "flowchart TD" == first
    assert mermaid.endswith("\n")
    named = set[str]()
    for line in lines:
        assert line.startswith("    ")
        assert any(form.fullmatch(line[4:]) for form in GRAMMAR), line
        node = re.match(r"    ([pd]\d+)\[", line)
        link = re.fullmatch(r"    (p\d+) (?:-->|-\.-) ([pd]\d+)", line)
        if node:
            assert node[1] not in named
            named.add(node[1])
        if link:
            assert {link[1], link[2]} <= named


def test_a_small_chart_in_mermaid() -> None:
    """A director, a seller under her and an empty seat."""
    organisation = company(
        "Ana",
        positions=(
            Position(id="head", role="seller"),
            Position(
                id="north", role="seller", reporting_lines=(ReportingLine(to="head", start=EASTER),)
            ),
        ),
    )

    assert (
        "flowchart TD\n"
        "    accTitle: Organisation of Tala on April 14, 2026\n"
        "    accDescr: Who reports to whom. Boxes with dashed lines are deputies.\n"
        '    p1["Seller<br/>head<br/>Ana"]\n'
        '    p2["Seller<br/>north<br/>vacant"]:::vacant\n'
        "    p1 --> p2\n"
        "    classDef vacant stroke-width:1px,stroke-dasharray:2 2\n"
        "    classDef deputy stroke-dasharray:6 4\n"
    ) == drawn(organisation).text("mermaid")


@pytest.mark.parametrize("locale", ["en", "fil"])
def test_the_example_keeps_to_the_grammar(locale: str) -> None:
    """One link to each seat below the top, one dotted link to the deputy."""
    mermaid = habagat(locale=locale).text("mermaid")

    check_grammar(mermaid)
    assert 9 == mermaid.count(" --> ")
    assert 1 == mermaid.count(" -.- ")


def test_names_add_nothing_to_the_grammar(hostile: str) -> None:
    """Whatever a person or a company is called stays in its label."""
    mermaid = drawn(company(hostile), company=hostile).text("mermaid")

    check_grammar(mermaid)
    assert ["Seller\n" + printable(hostile)] == labels(mermaid)


@given(organisations(), days())
def test_every_chart_keeps_to_the_grammar(organisation: Organisation, on: date) -> None:
    """A node for each seat and for each deputy, and as many links as they need."""
    mermaid = drawn(organisation, on).text("mermaid")
    below = [item for item in organisation.positions if item.superior(on) is not None]

    check_grammar(mermaid)
    assert len(below) == mermaid.count(" --> ")
    assert len(organisation.acting(on)) == mermaid.count(" -.- ")


# --- SVG ------------------------------------------------------------------------------------------


def texts(svg: str) -> list[str]:
    """What each text of a picture says."""
    root = ET.fromstring(svg)  # noqa: S314 - it was written here
    return ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]


def test_a_picture_has_a_title_and_a_description() -> None:
    """They come first, and the picture is named by them."""
    root = ET.fromstring(habagat().text("svg"))  # noqa: S314 - it was written here

    assert f"{SVG}svg" == root.tag
    assert [
        (f"{SVG}title", "Organisation of Habagat Trading Corporation on April 14, 2026"),
        (f"{SVG}desc", "Who reports to whom. Boxes with dashed lines are deputies."),
    ] == [(item.tag, item.text) for item in list(root)[:2]]
    assert ("title", "description") == (
        root.get("aria-labelledby"),
        root.get("aria-describedby"),
    )
    assert "graphics-document" == root.get("role")


def test_text_is_text_in_reading_order() -> None:
    """The title, then seat after seat from the top, each with its deputies."""
    assert [
        "Organisation of Habagat Trading Corporation on April 14, 2026",
        "General director",
        "Rosario S. Ocampo-Villanueva",
        "Commercial director",
        "Benigno C. Macaraeg",
        "absent until April 15, 2026",
        "Head of sales",
        "Dolores P. Ybañez",
        "Key account manager",
        "manila-north",
        "Maria Teresa N. Peñaflor",
        "absent until April 17, 2026",
        "Acting: Jose Luis D. Santos-Reyes",
        "April 6, 2026 to April 17, 2026",
        "Key account manager",
        "manila-south",
    ] == texts(habagat().text("svg"))[:16]


def test_names_in_a_picture_are_as_they_were_typed(hostile: str) -> None:
    """The picture stays XML, and nothing of a name is lost or added."""
    svg = drawn(company(hostile), company=hostile).text("svg")

    assert printable(hostile) == texts(svg)[-1]
    assert not re.findall(r"<(script|a|image|img|foreignObject)\b", svg)


def test_signs_that_no_file_can_hold_are_replaced() -> None:
    """A picture is XML whatever a table of staff holds."""
    assert "a\ufffdb\ufffd" == texts(drawn(company("a\x00b\ud800")).text("svg"))[-1]
