"""The chart in a browser: it loads by itself, and no text lies over another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # publishes no types
from playwright.sync_api import Browser, Page

from accountkit.documents import Chart, organisation_chart
from accountkit.documents._characters import printable
from accountkit.handbook import Handbook
from accountkit.handbook.seats import roles_by_position
from accountkit.roles import Appointment, Organisation, Person, Position, SubstitutionOrder
from accountkit.testing.duties import a_duty, a_role

HABAGAT = Path(__file__).parents[2] / "examples" / "habagat"
EASTER = date(2026, 4, 14)

BOXES = """() => {
    const box = (item) => {
        const {left, top, right, bottom} = item.getBoundingClientRect();
        return {left, top, right, bottom, text: item.textContent};
    };
    return {
        page: box(document.documentElement),
        texts: [...document.querySelectorAll("text")].map(box),
        seats: [...document.querySelectorAll("g.seat")].map(seat => ({
            frame: box(seat.querySelector("rect.box")),
            texts: [...seat.querySelectorAll("text")].map(box),
            deputies: [...seat.querySelectorAll("rect.deputy")].map(box),
        })),
    };
}"""
Box = dict[str, Any]

WIDE = "W" * 60
"""A word that is wider than any box, in letters that are as wide as they get."""

TYPEFACES = {"typical": "", "wide": "DejaVu Sans", "narrow": "Liberation Sans Narrow"}


def apart(one: Box, other: Box) -> bool:
    """Whether two boxes share no point of their insides."""
    return bool(
        one["right"] <= other["left"]
        or other["right"] <= one["left"]
        or one["bottom"] <= other["top"]
        or other["bottom"] <= one["top"]
    )


def inside(one: Box, other: Box) -> bool:
    """Whether a box lies within another."""
    return bool(
        other["left"] <= one["left"]
        and one["right"] <= other["right"]
        and other["top"] <= one["top"]
        and one["bottom"] <= other["bottom"]
    )


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page."""
    context = browser.new_context(viewport={"width": 2200, "height": 900})
    yield context.new_page()
    context.close()


def show(page: Page, chart: Chart, file: Path) -> None:
    """Load a chart by itself; nothing else is asked for, and nobody complains."""
    complaints: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(error.message))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(chart.save(file).as_uri())

    assert [file.as_uri()] == requests
    assert [] == complaints
    assert "svg" == page.evaluate("document.documentElement.localName")
    assert 0 == page.locator("parsererror").count()


def check_places(page: Page) -> None:
    """No text meets another, each is in the box of its seat, and no box meets another."""
    found = page.evaluate(BOXES)
    texts = [text for text in found["texts"] if text["text"].strip()]
    for place, one in enumerate(texts):
        assert inside(one, found["page"]), one
        assert all(apart(one, other) for other in texts[place + 1 :]), one
    for place, seat in enumerate(found["seats"]):
        assert all(inside(text, seat["frame"]) for text in seat["texts"]), seat
        assert all(inside(deputy, seat["frame"]) for deputy in seat["deputies"]), seat
        others = found["seats"][place + 1 :]
        assert all(apart(seat["frame"], other["frame"]) for other in others), seat


def habagat(locale: str) -> Chart:
    """The chart of the example company."""
    handbook = Handbook.load(HABAGAT)
    return organisation_chart(
        handbook.organisation,
        roles_by_position(handbook),
        company=handbook.company.name,
        on=EASTER,
        locale=locale,
    )


def hostile_company(name: str) -> Chart:
    """A director and twelve below, all of one name, deputies among them."""
    seats = tuple(
        Position(
            id=f"s{place}", role="seller", reports_to=f"s{(place - 1) // 3}" if place else None
        )
        for place in range(13)
    )
    organisation = Organisation(
        people=tuple(Person(id=seat.id, name=name) for seat in seats),
        positions=seats,
        appointments=tuple(
            Appointment(person=seat.id, position=seat.id, start=date(2025, 1, 1))
            for seat in seats[:11]
        ),
        substitution_orders=tuple(
            SubstitutionOrder(
                id=f"o{place}",
                number="1",
                issued_on=EASTER,
                signed_by="s0",
                absent=f"s{place}",
                deputy=f"s{place - 1}",
                start=EASTER,
            )
            for place in (2, 4, 9)
        ),
    )
    role = a_role(a_duty())
    roles = {seat.id: role for seat in seats}
    return organisation_chart(organisation, roles, company=name, on=EASTER, locale="fil")


@pytest.mark.parametrize("locale", ["en", "fil"])
def test_a_chart_is_shown_to_everybody(
    locale: str, page: Page, tmp_path: Path, artefacts: Path
) -> None:
    """Nothing overlaps, and axe-core finds nothing; a picture is kept for people to look at."""
    show(page, habagat(locale), tmp_path / "chart.svg")
    page.screenshot(path=artefacts / f"chart.{locale}.svg.png")
    axe: Any = Axe()

    check_places(page)
    assert "" == str(axe.run(page).generate_snapshot())


@pytest.mark.parametrize("typeface", TYPEFACES)
@pytest.mark.parametrize(
    "name", ["Maria Teresa N. Peñaflor-Ocampo y Santos-Reyes", WIDE, "漢" * 40]
)
def test_long_names_stay_in_their_boxes(
    name: str, typeface: str, page: Page, tmp_path: Path
) -> None:
    """In whatever typeface the reader has; none is sent along."""
    show(page, hostile_company(name), tmp_path / "chart.svg")
    if TYPEFACES[typeface]:
        page.evaluate(
            "name => document.querySelectorAll('text').forEach(t => t.style.fontFamily = name)",
            TYPEFACES[typeface],
        )

    check_places(page)


def test_names_are_shown_as_they_were_typed(hostile: str, page: Page, tmp_path: Path) -> None:
    """Nothing in them runs, loads or spills over."""
    show(page, hostile_company(hostile), tmp_path / "chart.svg")

    check_places(page)
    shown = [text["text"] for text in page.evaluate(BOXES)["texts"]]
    assert printable(hostile) in shown
    assert f"Kahalili: {printable(hostile)}" in shown
