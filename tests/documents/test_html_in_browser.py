"""HTML in a browser: what a page shows, prints and loads, and whether everybody can use it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import attrs
import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # publishes no types
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from accountkit.documents import Document, pay_statement
from accountkit.documents.html import write_html
from accountkit.documents.tree import Heading, Paragraph, Tree, inline
from accountkit.engine.pay import evaluate
from accountkit.handbook import Handbook
from accountkit.values.periods import Period

HABAGAT = Path(__file__).parents[2] / "examples" / "habagat"
RUN = "<script>document.title = 'run'</script><img src='http://no.host/x' onerror='alert(1)'>"


class Window:
    """A page in the browser that writes down what it asks for and complains of."""

    def __init__(self, page: Page, file: Path) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(error.message))
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        self._file = file

    def open(self, tree: Tree) -> Page:
        """Show a tree; nothing but the file itself may be asked for, and nobody complains."""
        self._file.write_text(write_html(tree), encoding="utf-8")
        self.page.goto(self._file.as_uri())
        assert [self._file.as_uri()] == self.requests
        assert [] == self.complaints
        return self.page


@pytest.fixture
def window(browser: Browser, tmp_path: Path) -> Iterator[Window]:
    """A fresh window."""
    context = browser.new_context()
    yield Window(context.new_page(), tmp_path / "page.html")
    context.close()


def findings(page: Page) -> str:
    """What axe-core has against a page; nothing if all is well."""
    axe: Any = Axe()
    return str(axe.run(page).generate_snapshot())


def printed(page: Page) -> list[str]:
    """The text of each sheet when the page is printed."""
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    return [sheet.extract_text() for sheet in sheets]


def test_a_job_description_is_shown_to_everybody(
    job_description: Document, window: Window, artefacts: Path
) -> None:
    """axe-core finds nothing; a picture is kept for people to look at."""
    page = window.open(job_description.tree)
    page.screenshot(
        path=artefacts / f"key-account-manager.{job_description.language}.html.png", full_page=True
    )

    assert job_description.title == page.title()
    assert "" == findings(page)


def test_a_statement_is_shown_to_everybody(window: Window, artefacts: Path) -> None:
    """Tables of figures, too."""
    handbook = Handbook.load(HABAGAT)
    outcome = evaluate(handbook.bind(Period.quarter(2026, 1)), handbook.facts())
    page = window.open(pay_statement(outcome, "maria", locale="en").tree)
    page.screenshot(path=artefacts / "statement.en.html.png", full_page=True)

    assert "" == findings(page)


def test_every_block_and_a_watermark_are_shown_to_everybody(tree: Tree, window: Window) -> None:
    """axe-core finds nothing in any block."""
    page = window.open(attrs.evolve(tree, watermark="BURADOR"))

    assert "" == findings(page)


def test_a_narrow_screen_shows_the_whole_width(job_description: Document, window: Window) -> None:
    """At 320 pixels, a page of text enlarged four times, nothing has to be moved sideways."""
    page = window.open(job_description.tree)
    page.set_viewport_size({"width": 320, "height": 640})

    assert 320 == page.evaluate("document.documentElement.scrollWidth")


def test_user_text_is_shown_as_typed(hostile: str, window: Window) -> None:
    """Letters, spaces and lines, as a person sees them."""
    page = window.open(tree_of(Paragraph(content=inline(hostile))))

    assert hostile.rstrip() == page.locator("p").inner_text().rstrip()


def test_user_text_is_never_run(window: Window) -> None:
    """No script runs and no image is asked for, wherever the text stands."""
    content = inline(RUN)
    page = window.open(
        Tree(
            language="en",
            title=RUN,
            author=RUN,
            subject=RUN,
            watermark=RUN,
            blocks=(Heading(level=1, content=content, id=RUN), Paragraph(content=content)),
        )
    )

    assert RUN == page.title()
    assert RUN == page.locator("h1").inner_text()


def test_paper_is_set_by_the_layout(job_description: Document, window: Window) -> None:
    """A4, and a number on each sheet but the first."""
    page = window.open(job_description.tree)
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    texts = [sheet.extract_text().split() for sheet in sheets]

    assert 1 < len(sheets)
    assert {(595, 842)} == {
        (round(one.mediabox.width), round(one.mediabox.height)) for one in sheets
    }
    assert all(f"{number}" in (text[0], text[-1]) for number, text in enumerate(texts[1:], 2))
    assert "1" not in (texts[0][0], texts[0][-1])


def test_the_watermark_lies_on_each_sheet(job_description: Document, window: Window) -> None:
    """On a screen the word is read once, on paper it lies behind every page as well."""
    page = window.open(attrs.evolve(job_description.tree, watermark="BURADOR"))
    shown = page.locator("main").inner_text()
    sheets = printed(page)

    assert 1 == shown.count("BURADOR")
    assert [2, *[1] * (len(sheets) - 1)] == [sheet.count("BURADOR") for sheet in sheets]


def tree_of(*blocks: Paragraph) -> Tree:
    """A tree with some paragraphs in it."""
    return Tree(language="en", title="Page", blocks=blocks)
