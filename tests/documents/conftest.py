"""A tree with every kind of block, text that a format could take for markup, and tools to look."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
import pytest
from playwright.sync_api import Browser, sync_playwright

from accountkit import Handbook
from accountkit.documents import Document, describe
from accountkit.documents.tree import (
    AgreementBlock,
    ApprovalBlock,
    Clauses,
    Corner,
    Dashes,
    Facts,
    Heading,
    Item,
    NumberedClause,
    PageBreak,
    Paragraph,
    Run,
    Signatory,
    Table,
    Tree,
    inline,
)

ROOT = Path(__file__).parents[2]
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

HOSTILE = [
    "<script>alert('x')</script> & &amp; \"quoted\"",
    "a * b ** c _d_ __e__ ~~f~~ `g` ^h^",
    "# no heading",
    "1. no list",
    "12) no list",
    "- no list",
    "+ no list",
    "=== no rule",
    "--- no rule",
    "> no quote",
    "| no | table |",
    "[no](link) ![no](image) <https://no.link>",
    "{{ no template }} {no} ${no} $no$ @no \\no",
    "line one\nline two\n\n# line four\n    line five",
    "\ttab first, two  spaces inside",
    "    four spaces first",
    "ends in a backslash \\",
    "ends in spaces  ",
    "Ñ ñ ₱ ₽ № «кавычки»",
    "right-to-left\u200f and left-to-right\u200e marks",
    "&copy; &#65; &notanentity;",
    "]]> --> <!-- no comment",
]


NOT_IN_TYPST = "漢字 🙂"
"""Letters that a page on paper needs other typefaces for."""


@pytest.fixture(params=[*HOSTILE, NOT_IN_TYPST])
def hostile(request: pytest.FixtureRequest) -> str:
    """One text after another that must come out as it was typed."""
    text: str = request.param
    return text


@pytest.fixture(params=HOSTILE)
def hostile_in_print(request: pytest.FixtureRequest) -> str:
    """The same, without letters that are not inside typst."""
    text: str = request.param
    return text


@pytest.fixture(scope="session")
def artefacts() -> Path:
    """The folder where pictures of documents are kept for people to look at."""
    folder = ROOT / "build" / "artefacts"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def tool() -> Callable[[str], str]:
    """The path of a program by its name; without it a test is skipped, and fails in CI."""

    def find(name: str) -> str:
        found = shutil.which(name)
        if found is not None:
            return found
        reason = f"{name} is not installed"
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail(reason)
        pytest.skip(reason)

    return find


@pytest.fixture(scope="session")
def browser(tool: Callable[[str], str]) -> Iterator[Browser]:
    """One browser for all tests."""
    path = tool("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(
    scope="session", params=[("habagat", "en"), ("habagat", "fil"), ("sever", "ru")], ids="-".join
)
def job_description(request: pytest.FixtureRequest) -> Document:
    """The key account manager of an example company, in one language after another."""
    company, language = request.param
    role = Handbook.load(ROOT / "examples" / company).role("key-account-manager")
    return Document(attrs.evolve(describe(role, locale=language).tree, watermark=None))


@pytest.fixture
def tree() -> Tree:
    """One of each block."""
    return Tree(
        language="fil",
        title="Pahina",
        blocks=(
            ApprovalBlock(
                word=inline("PINAGTIBAY"),
                post=inline("Director", "en"),
                name=inline("Apelyido"),
                signature="lagda",
                date="araw, buwan, taon",
            ),
            Heading(level=1, content=(Run("Trabaho: "), Run("manager", "en"))),
            Paragraph(content=inline("Habagat"), id="company"),
            Facts(lines=((inline("Salapi"), inline("PHP")), (inline("Taon"), inline("2026")))),
            Heading(level=2, content=inline("Una"), number="1.", id="one"),
            Clauses(
                items=(
                    NumberedClause(
                        id="one.a",
                        number="1.1.",
                        content=inline("Mga sumusunod:"),
                        items=(
                            NumberedClause(id="one.a.x", number=None, content=inline("una;")),
                            NumberedClause(id="one.a.y", number=None, content=inline("huli.")),
                        ),
                    ),
                    NumberedClause(
                        id="one.b",
                        number="1.2.",
                        content=inline("May bilang:"),
                        items=(
                            NumberedClause(id="one.b.x", number="1.2.1.", content=inline("isa.")),
                        ),
                    ),
                )
            ),
            Dashes(items=(Item(content=inline("wala")), Item(content=inline("bilang"), id="dash"))),
            Table(
                caption=inline("Bayad"),
                header=(inline("Sino"), inline("Halaga")),
                rows=((inline("Ana"), inline("₱5.00")), (inline("Ben"), inline("₱12.50"))),
                numeric=(1,),
            ),
            AgreementBlock(
                word=inline("SUMANG-AYON"),
                signatories=(
                    Signatory(post=inline("Lawyer", "en"), name=inline("Reyes")),
                    Signatory(post=inline("Accountant", "en"), name=inline("Cruz")),
                ),
                signature="lagda",
                date="araw, buwan, taon",
            ),
            PageBreak(),
            Corner(lines=(inline("Dagdag"), inline("sa utos"))),
        ),
    )
