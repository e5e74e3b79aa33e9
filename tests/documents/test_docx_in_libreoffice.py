"""DOCX in a word processor: what LibreOffice counts, shows and keeps of our files.

Every file is converted to text, PDF and ODT, all files in one run for each. Text shows the numbers
as they were counted, PDF the pages, ODT headings, languages and tables.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import attrs
import pytest
from pypdf import PdfReader

from accountkit.documents import Document, describe
from accountkit.documents.layouts import layout_for
from accountkit.documents.tree import (
    Block,
    Clauses,
    Dashes,
    Heading,
    Inline,
    Item,
    NumberedClause,
    PageBreak,
    Paragraph,
    Run,
    Table,
    Tree,
    inline,
    plain_text,
)
from accountkit.handbook import Handbook
from accountkit.handbook.catalogue import (
    catalogue_jurisdiction,
    catalogue_offices,
    catalogue_role,
)
from accountkit.roles import PartyChoice, RoleChoices, RoleInCompany

HABAGAT = Path(__file__).parents[2] / "examples" / "habagat"
GOST = layout_for("gost-r-7.0.97-2025")
PARTIES = {"superior": "head-of-sales", "company-head": "general-director"}
NAMES = {
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}
HOSTILE = (
    "<b>&amp;</b> & < > # * $ @ {} {{x}} %1 \\n \"'",
    "a\u200fb\u200ec",
    "שלום, עולם 12 مرحبا",
    "Щ ё № ₱ ₽ Ñ 漢字",
    "x" * 10_000,
)


@attrs.frozen
class Converted:
    """The folder where each document is in every format, by its name."""

    folder: Path

    def lines(self, name: str) -> list[str]:
        """The lines of the text, without margins."""
        text = (self.folder / f"{name}.txt").read_text("utf-8-sig")
        return [line.strip() for line in text.splitlines()]

    def pages(self, name: str) -> list[list[str]]:
        """The lines of each page."""
        pages = PdfReader(self.folder / f"{name}.pdf").pages
        return [[line.strip() for line in page.extract_text().splitlines()] for page in pages]

    def odt(self, name: str, part: str = "content.xml") -> ET.Element:
        """A part of the ODT file."""
        with zipfile.ZipFile(self.folder / f"{name}.odt") as package:
            return ET.fromstring(package.read(part))  # noqa: S314 - made here


# --- the documents --------------------------------------------------------------------------------


def clauses(*numbers: str | None) -> Clauses:
    """Clauses with these numbers, each with a word of its own."""
    return Clauses(
        items=tuple(
            NumberedClause(id=f"c{index}", number=number, content=inline(f"word{index}"))
            for index, number in enumerate(numbers)
        )
    )


def section(number: str, *numbers: str | None) -> Iterator[Block]:
    """A heading with a number, and clauses below it."""
    yield Heading(level=2, content=inline(f"Section {number}"), number=number)
    yield clauses(*numbers)


def page(*blocks: Block) -> Tree:
    """A document in English with a title and some blocks."""
    return Tree(
        language="en",
        title="Page",
        blocks=(Heading(level=1, content=inline("Page")), *blocks),
    )


TREES: Mapping[str, Tree] = {
    "roman": page(
        *section("I.", "I.1", "I.2", "I.2.1", "I.2.2", "I.3"),
        *section("II.", "II.1", "II.9", "II.11", "II.12"),
        *section("III.", "III.1"),
        *section("VI.", "VI.1", "VI.4", "VI.4.2", "VI.4.3", "VI.5"),
        *section("VII.", "VII.1"),
    ),
    "decimal": page(
        *section("1.", *(f"1.{number}." for number in range(1, 13))),
        *section("2.", "2.1.", "2.9.", "2.11.", "2.12.", "2.12.1.", "2.13."),
        *section("3.", "3.1.", "3.1.1.", "3.1.3.", "3.2."),
        *section("7.", "7.1.", "7.2."),
        *section("8.", "8.3."),
    ),
    "letters": page(
        *section("A.", "A.1", "A.2"), *section("B.", "B.1", "B.3"), *section("D.", "D.1")
    ),
    "loose": page(clauses("2.9.", "2.10.", "2.12.", "3.1.", "5a", "4.", "4.1.")),
    "skipping": page(clauses("2.", "2.9.", "2.11.5.", "2.11.6.", "2.12.", "2.13.", "3.", "3.1.")),
    "backwards": page(clauses("3.", "3.1.", "1.", "1.1.", "1.1.", "2.", "2.1.")),
    "two kinds": page(
        clauses("1.", "1.1.", "I.", "I.1", "2.", "2.1.", "II.", "II.1", "3.1", "3.2", "2.2.")
    ),
    "dashes": page(
        *section("1.", None, None),
        *section("2.", None),
        Dashes(items=(Item(content=inline("alone")),)),
    ),
    "hostile": page(
        Clauses(
            items=tuple(
                NumberedClause(id=f"h{place}", number=f"{place}.", content=inline(text))
                for place, text in enumerate(HOSTILE, start=1)
            )
        )
    ),
    "long table": page(
        Table(
            caption=inline("Everybody"),
            header=(inline("Name"), inline("Sum")),
            rows=tuple((inline(f"row {row}"), inline("1.00")) for row in range(120)),
            numeric=(1,),
        ),
    ),
    "pages": page(
        Paragraph(content=inline("first page")),
        PageBreak(),
        Paragraph(content=(Run("second page"), Run("вторая", "ru"), Run("ikalawa", "fil"))),
        PageBreak(),
        Table(caption=(), header=(inline("third page"),), rows=((inline("cell"),),)),
    ),
    "arabic": attrs.evolve(
        page(*section("1.", "1.1.", "1.2.")), language="ar", title="صفحة", watermark="مسودة"
    ),
}


def catalogue(language: str) -> Tree:
    """The Key Account Manager of the catalogue, in a company that left little open."""
    choices = tuple(PartyChoice(party=party, office=office) for party, office in PARTIES.items())
    role = RoleInCompany(
        role=catalogue_role("key-account-manager"),
        company="Some company",
        offices=catalogue_offices(),
        jurisdiction=catalogue_jurisdiction("PH"),
        choices=RoleChoices(role="key-account-manager", parties=choices),
    )
    return describe(role, locale=language).tree


@pytest.fixture(scope="session")
def trees() -> Mapping[str, Tree]:
    """All documents that are converted."""
    habagat = Handbook.load(HABAGAT).role("key-account-manager")
    return {
        **TREES,
        **{f"habagat {code}": describe(habagat, locale=code).tree for code in ("en", "fil")},
        **{f"catalogue {code}": catalogue(code) for code in ("en", "fil")},
        "gost": attrs.evolve(TREES["pages"], layout=GOST),
        "draft": attrs.evolve(TREES["pages"], watermark="BALANGKAS"),
        "draft gost": attrs.evolve(TREES["roman"], watermark="BALANGKAS", layout=GOST),
    }


@pytest.fixture(scope="session")
def converted(trees: Mapping[str, Tree], tmp_path_factory: pytest.TempPathFactory) -> Converted:
    """The documents in every format that LibreOffice was asked for."""
    program = shutil.which("soffice")
    if program is None:
        reason = "LibreOffice is not installed (soffice)"
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("libreoffice")
    profile = (folder / "profile").as_uri()
    files = [Document(tree).save(folder / f"{name}.docx") for name, tree in trees.items()]
    for wanted in ("txt:Text (encoded):UTF8", "pdf", "odt"):
        command = [
            program,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            wanted,
        ]
        subprocess.run(
            [*command, "--outdir", folder, *files], check=True, capture_output=True, timeout=300
        )
    return Converted(folder)


# --- numbers and headings -------------------------------------------------------------------------


def printed(tree: Tree) -> Iterator[str]:
    """The lines that have a number in the tree, with the number, and all other headings."""
    for block in tree.blocks:
        match block:
            case Heading(number=number, content=content):
                yield said(number, content)
            case Clauses(items=items):
                yield from clauses_printed(items)
            case _:
                pass


def clauses_printed(items: tuple[NumberedClause, ...]) -> Iterator[str]:
    """The numbered lines of some clauses and of what stands below them."""
    for item in items:
        if item.number:
            yield said(item.number, item.content)
        yield from clauses_printed(item.items)


def said(number: str | None, content: Inline) -> str:
    """A number and its words, as they stand in one line."""
    return f"{number} {plain_text(content)}" if number else plain_text(content)


@pytest.mark.parametrize(
    "name",
    [
        *("roman", "decimal", "letters", "loose", "skipping", "backwards", "two kinds"),
        *("hostile", "draft gost"),
        *(f"{source} {code}" for source in ("habagat", "catalogue") for code in ("en", "fil")),
    ],
)
def test_the_word_processor_counts_the_numbers_of_the_tree(
    trees: Mapping[str, Tree], converted: Converted, name: str
) -> None:
    """Each numbered line comes out with its number, in the order of the tree."""
    expected = list(printed(trees[name]))
    lines = converted.lines(name)

    assert expected == [line for line in lines if line in set(expected)]


NUMBERS = [
    *(f"1.{number}." for number in range(1, 7)),
    *(f"2.{number}." for number in range(1, 24)),
    *(f"3.{number}." for number in range(1, 7)),
    *(f"4.{number}." for number in range(1, 4)),
]


@pytest.mark.parametrize("code", ["en", "fil"])
def test_the_key_account_manager_has_all_its_clauses(converted: Converted, code: str) -> None:
    """Six general clauses, twenty-three duties, six rights and three responsibilities."""
    starts = [line.partition(" ")[0] for line in converted.lines(f"habagat {code}")]

    assert NUMBERS == [start for start in starts if start.count(".") == 2]


def test_dashes_are_shown_as_dashes(converted: Converted) -> None:
    """As typed; the text filter has signs of its own, so the pages are looked at."""
    (lines,) = converted.pages("dashes")

    assert ["– word0", "– word1", "– word0", "– alone"] == [
        line for line in lines if line.startswith("–")
    ]


def test_headings_are_headings(converted: Converted) -> None:
    """With their level, so that the navigator shows them."""
    headings = converted.odt("habagat fil").findall(".//text:h", NAMES)
    level = "{" + NAMES["text"] + "}outline-level"

    assert [
        ("1", "Deskripsiyon ng trabaho: key account manager"),
        ("2", "Mga pangkalahatang probisyon"),
        ("2", "Mga tungkulin"),
        ("2", "Mga karapatan"),
        ("2", "Mga pananagutan"),
    ] == [(heading.get(level), "".join(heading.itertext())) for heading in headings]


# --- languages, tables, pages ---------------------------------------------------------------------


def languages(root: ET.Element, path: str) -> set[tuple[str | None, str | None]]:
    """The languages and countries that styles of a part name."""
    fo = "{" + NAMES["fo"] + "}"
    return {
        (found.get(f"{fo}language"), found.get(f"{fo}country"))
        for found in root.findall(path, NAMES)
        if found.get(f"{fo}language")
    }


def test_languages_arrive(converted: Converted) -> None:
    """That of the document, and those of the runs in another."""
    default = ".//style:default-style[@style:family='paragraph']/style:text-properties"
    runs = ".//style:style[@style:family='text']/style:text-properties"

    assert {("fil", "PH")} == languages(converted.odt("habagat fil", "styles.xml"), default)
    assert {("en", "US")} == languages(converted.odt("habagat fil"), runs)
    assert {("ru", "RU"), ("fil", "PH")} == languages(converted.odt("pages"), runs)


def test_header_rows_repeat_on_every_page(converted: Converted) -> None:
    """A table of 120 rows needs more than one page, and each begins with the header."""
    headers = converted.odt("long table").findall(".//table:table-header-rows", NAMES)
    pages = converted.pages("long table")

    assert ["NameSum"] == ["".join(header.itertext()) for header in headers]
    assert len(pages) > 2
    assert all("Name Sum" in page[:4] for page in pages)


def test_page_breaks_and_page_numbers(converted: Converted) -> None:
    """One page each; the first has no number, and the others have it at the foot or at the top."""
    assert [
        ["Page", "first page"],
        ["second pageвтораяikalawa", "2"],
        ["third page", "cell", "3"],
    ] == [sorted(page, key=str.isdigit) for page in converted.pages("pages")]
    assert "2" == converted.pages("pages")[1][-1]
    assert "2" == converted.pages("gost")[1][0]


@pytest.mark.parametrize(
    "name, marks", [("draft", ["BALANGKAS"] * 2), ("arabic", ["مسودة"] * 2), ("pages", [])]
)
def test_the_watermark_is_there_only_when_asked(
    converted: Converted, name: str, marks: list[str]
) -> None:
    """A shape in the header of the first page and in that of the others."""
    shapes = converted.odt(name, "styles.xml").findall(".//draw:custom-shape", NAMES)

    assert marks == ["".join(shape.itertext()) for shape in shapes]


def test_title_and_language_are_properties(converted: Converted) -> None:
    """A screen reader says the title of the window."""
    meta = converted.odt("habagat fil", "meta.xml")
    found = [meta.findtext(f".//{name}", namespaces=NAMES) for name in ("dc:title", "dc:language")]

    assert ["Deskripsiyon ng trabaho: key account manager", "fil-PH"] == found


def test_a_document_in_arabic_is_counted_too(converted: Converted) -> None:
    """Numbers are those of the tree."""
    lines = converted.lines("arabic")

    assert ["1.1. word0", "1.2. word1"] == [
        line for line in lines if line.startswith(("1.1. ", "1.2. "))
    ]
