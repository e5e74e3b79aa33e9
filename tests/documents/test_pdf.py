"""PDF: what readers find in the file, what is refused, and that nothing but the tree gets in."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject

from accountkit import Handbook
from accountkit.documents import Document, describe
from accountkit.documents.layouts import PLAIN_LAYOUT, layout_for
from accountkit.documents.pdf import write_pdf
from accountkit.documents.plain import write_plain
from accountkit.documents.tree import (
    Block,
    Clauses,
    Heading,
    NumberedClause,
    PageBreak,
    Paragraph,
    Run,
    Table,
    Tree,
    inline,
)
from accountkit.errors import MissingExtraError, Problems, UsageError

MM = 72 / 25.4


@pytest.fixture
def font_folder() -> Path:
    """The folder of the DejaVu fonts; without it a test is skipped, and fails in CI."""
    folder = Path("/usr/share/fonts/truetype/dejavu")
    if folder.is_dir():
        return folder
    reason = "the DejaVu fonts are not installed"
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def tree_of(*blocks: Block, **fields: Any) -> Tree:
    """A tree with some blocks in it."""
    return Tree(language="en", title="Page", blocks=blocks, **fields)


def reader_of(tree: Tree) -> PdfReader:
    """The file of a tree, opened by another library."""
    return PdfReader(BytesIO(write_pdf(tree)))


def page_texts(tree: Tree) -> list[str]:
    """The text of each page, without its number."""
    texts = [page.extract_text() for page in reader_of(tree).pages]
    return [texts[0], *(text.rstrip().removesuffix(f"{n}") for n, text in enumerate(texts[1:], 2))]


def words(tree: Tree) -> list[str]:
    """All words in the order in which they are read."""
    return " ".join(page_texts(tree)).split()


def said(tree: Tree) -> list[str]:
    """The words of a tree as plain text has them, without the rules it draws."""
    return [word for word in write_plain(tree).split() if not re.fullmatch("[=-]+", word)]


def structure(tree: Tree, tool: Callable[[str], str], tmp_path: Path) -> str:
    """The tags of the file with the text in them, as poppler reads both."""
    file = tmp_path / "structure.pdf"
    file.write_bytes(write_pdf(tree))
    printed = run(tool("pdfinfo"), "-struct-text", file)
    lines = (line for line in printed.splitlines() if not line.lstrip().startswith("/"))
    return re.sub(r" \((?:block|inline)\)| <\w+>|:$", "", "\n".join(lines), flags=re.MULTILINE)


def run(*command: str | Path) -> str:
    """What a program prints."""
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    return done.stdout


def operands(reader: PdfReader, tag: str) -> Iterator[Any]:
    """Properties of each piece of the pages that is marked with a tag."""
    for page in reader.pages:
        stream = ContentStream(page["/Contents"], reader)
        for values, operator in stream.operations:
            if operator == b"BDC" and values[0] == tag:
                yield values[1]


# ----------------------------------------------------------------------------- what is in the text


def test_every_block_is_read_in_order(tree: Tree) -> None:
    """Numbers, clauses, cells and lines to sign on stand where plain text has them."""
    assert said(tree) == words(tree)


def test_a_job_description_says_the_same_as_plain_text(job_description: Document) -> None:
    """Not a word more or less, in the same order, over several pages."""
    assert said(job_description.tree) == words(job_description.tree)


def test_poppler_reads_the_same(
    job_description: Document, tool: Callable[[str], str], tmp_path: Path
) -> None:
    """A second reader of the file finds the same words in the same order."""
    file = tmp_path / "kam.pdf"
    file.write_bytes(write_pdf(job_description.tree))
    pages = run(tool("pdftotext"), "-enc", "UTF-8", file, "-").split("\f")[:-1]
    texts = [pages[0], *(page.strip().removesuffix(f"{n}") for n, page in enumerate(pages[1:], 2))]

    assert said(job_description.tree) == " ".join(texts).split()


def test_letters_of_every_language_are_shown() -> None:
    """Cyrillic, Filipino, the peso and the rouble, and the spaces that Russian figures have."""
    typed = (
        "Менеджер по работе с ключевыми клиентами «Ёж» № 5, § 2; Niño Ñ ñ; ₱1,234.50; ₽ 1\u202f234"
    )

    assert typed.split() == words(tree_of(Paragraph(content=inline(typed, "ru"))))


def test_user_text_comes_out_as_typed(hostile_in_print: str) -> None:
    """Wherever it stands, text is text; direction marks do their work and are not seen."""
    text = inline(hostile_in_print)
    seen = visible(hostile_in_print)

    for block in (
        Paragraph(content=text),
        Heading(level=1, content=text),
        Clauses(items=(NumberedClause(id="a", number=hostile_in_print, content=()),)),
        Clauses(items=(NumberedClause(id="a", number=None, content=text),)),
        Table(caption=(), header=(text,), rows=()),
    ):
        assert seen == visible(" ".join(page_texts(tree_of(block)))).removeprefix("–")


def visible(text: str) -> str:
    """The letters of a text, without spaces and marks of direction."""
    return re.sub(r"[\s\u200e\u200f\u202a-\u202e]", "", text)


def test_text_is_never_run(hostile_in_print: str) -> None:
    """A file made of hostile text has no script, action or link."""
    call = f'{hostile_in_print} #panic() #read("/etc/passwd") #link("https://no.link")[a] https://no.link'
    tree = tree_of(Paragraph(content=inline(call)), author=call, subject=call, watermark=call)
    reader = reader_of(tree)

    root: Any = reader.trailer["/Root"]

    assert not {"/OpenAction", "/AA", "/Names"} & set(root)
    assert not any("/Annots" in page for page in reader.pages)


@pytest.mark.parametrize(
    "clause", ["ten thousand letters " * 477, "x" * 10_000], ids=["words", "one word"]
)
def test_a_clause_of_ten_thousand_letters_stays_on_its_pages(
    clause: str, tool: Callable[[str], str], tmp_path: Path
) -> None:
    """Long text is broken into lines and pages; nothing runs over the margin or is lost."""
    tree = tree_of(Clauses(items=(NumberedClause(id="a", number="2.9.", content=inline(clause)),)))
    file = tmp_path / "long.pdf"
    file.write_bytes(write_pdf(tree))
    right = [
        float(x) for x in re.findall(r'xMax="([\d.]+)"', run(tool("pdftotext"), "-bbox", file, "-"))
    ]

    assert visible("2.9." + clause) == visible("".join(page_texts(tree)))
    assert max(right) <= (PLAIN_LAYOUT.page_width - PLAIN_LAYOUT.margin_right) * MM + 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=30))
def test_any_text_is_shown_or_its_letters_are_named(text: str) -> None:
    """Whatever is typed, a file is made, or the message says which letters are in the way."""
    try:
        assert write_pdf(tree_of(Paragraph(content=inline(text))))
    except Problems as refused:
        assert all("no typeface has" in str(problem) for problem in refused.problems)  # noqa: PT017


# ------------------------------------------------------------------------- what readers are told

STRUCTURE = """\
Document
  P
    Span
      "PINAGTIBAY"
  P
    "Director"
  P
    "Apelyido "
    Figure
      "________________"
  P
    Figure
      "“____” ____________ ______"
  H1 "Trabaho: manager"
    "Trabaho: "
    "manager"
  P
    "Habagat"
  L
    LI
      Lbl
        Span
          "Salapi"
      LBody
        "PHP"
    LI
      Lbl
        Span
          "Taon"
      LBody
        "2026"
  H2 "1. Una"
    "1. Una"
  L
    LI
      Lbl
        "1.1."
      LBody
        P
          "Mga sumusunod:"
    L
      LI
        Lbl
          "–"
        LBody
          "una;"
      LI
        Lbl
          "–"
        LBody
          "huli."
    LI
      Lbl
        "1.2."
      LBody
        P
          "May bilang:"
    L
      LI
        Lbl
          "1.2.1."
        LBody
          "isa."
  L
    LI
      Lbl
        "–"
      LBody
        "wala"
    LI
      Lbl
        "–"
      LBody
        "bilang"
  Table
    Caption
      Span
        "Bayad"
    THead
      TR
        TH
          Span
            "Sino"
        TH
          Span
            "Halaga"
    TBody
      TR
        TD
          "Ana"
        TD
          "₱5.00"
      TR
        TD
          "Ben"
        TD
          "₱12.50"
"""


def test_tags_say_what_each_part_is(tree: Tree, tool: Callable[[str], str], tmp_path: Path) -> None:
    """Headings, lists whose labels are our own numbers, and a table with its header cells."""
    assert structure(tree, tool, tmp_path).startswith(STRUCTURE)


def test_the_file_says_that_it_is_tagged_and_claims_the_standard(tree: Tree) -> None:
    """PDF/UA-1, with tags, the title in the window's bar, and the language of the document."""
    reader = reader_of(tree)
    root: Any = reader.trailer["/Root"]
    metadata: Any = reader.xmp_metadata

    assert root["/MarkInfo"]["/Marked"].value is True
    assert "/StructTreeRoot" in root
    assert "fil" == root["/Lang"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert b"<pdfuaid:part>1</pdfuaid:part>" in metadata.stream.get_data()


def test_words_in_another_language_are_marked() -> None:
    """A reader's voice changes with the language, inside a line and for a country."""
    content = (Run("Kabilang ang "), Run("менеджер", "ru"), Run(" at "), Run("gerente", "pt-br"))
    reader = reader_of(attrs.evolve(tree_of(Paragraph(content=content)), language="fil"))

    assert [None, "ru", None, "pt-BR"] == [
        properties.get("/Lang") for properties in operands(reader, "/Span")
    ]


def test_lines_to_write_on_are_named(tree: Tree) -> None:
    """Who cannot see the lines hears what is to be written there."""
    reader = reader_of(tree)
    objects: list[Any] = [reader.get_object(number + 1) for number in range(len(reader.xref[0]))]
    named = [
        str(one["/Alt"]) for one in objects if isinstance(one, DictionaryObject) and "/Alt" in one
    ]

    assert ["lagda", "araw, buwan, taon"] * 3 == named


def test_properties_are_those_of_the_tree(tree: Tree) -> None:
    """Title, author and subject; the date is the day of issue."""
    known = attrs.evolve(
        tree, author="Ana <Cruz>", subject="Sales & service", issued=date(2026, 5, 4)
    )
    found = reader_of(known).metadata

    assert found is not None
    assert ("Pahina", "Ana <Cruz>", "Sales & service") == (found.title, found.author, found.subject)
    assert datetime(2026, 5, 4, tzinfo=UTC) == found.creation_date


def test_a_document_without_a_day_of_issue_has_no_date(tree: Tree) -> None:
    """The clock is not asked."""
    found = reader_of(tree).metadata

    assert found is not None
    assert not {"/CreationDate", "/ModDate", "/Author", "/Subject"} & set(found)


# -------------------------------------------------------------------------------- pages and layout


def test_the_watermark_lies_on_each_page_only_when_asked(tree: Tree) -> None:
    """It is told once, as the first paragraph, and otherwise is no part of what is read."""
    marked = reader_of(attrs.evolve(tree, watermark="BURADOR"))
    texts = [page.extract_text() for page in marked.pages]
    backgrounds = [
        one for one in operands(marked, "/Artifact") if one.get("/Type") == "/Background"
    ]

    assert [2, 1] == [text.count("BURADOR") for text in texts]
    assert 2 == len(backgrounds)
    assert "BURADOR" not in "".join(page_texts(tree))


def test_only_the_first_watermark_is_tagged(
    tree: Tree, tool: Callable[[str], str], tmp_path: Path
) -> None:
    """A reader hears the word once, however many pages it lies on."""
    tags = structure(attrs.evolve(tree, watermark="BURADOR"), tool, tmp_path)

    assert tags.startswith('Document\n  P\n    Span\n      "BURADOR"\n')
    assert 1 == tags.count("BURADOR")


@pytest.mark.parametrize("word", ["A", "BURADOR", "HINDI PA PINAGTITIBAY NG DIREKTOR"])
def test_a_watermark_of_any_length_fits_the_page(
    word: str, tool: Callable[[str], str], tmp_path: Path
) -> None:
    """The word shrinks until the page holds it."""
    file = tmp_path / "watermark.pdf"
    file.write_bytes(write_pdf(tree_of(watermark=word)))
    boxes = run(tool("pdftotext"), "-bbox", file, "-")

    assert all(
        0 <= float(x) <= PLAIN_LAYOUT.page_width * MM
        for x in re.findall(r'x(?:Min|Max)="([-\d.]+)"', boxes)
    )


def test_a_page_break_starts_one_new_page() -> None:
    """Two in a row, or one at the end, make no empty page."""
    one, two = (Paragraph(content=inline(word)) for word in ("one", "two"))

    assert [["one"], ["two"]] == [
        text.split() for text in page_texts(tree_of(one, PageBreak(), PageBreak(), two))
    ]


def test_pages_are_set_by_the_layout(tool: Callable[[str], str], tmp_path: Path) -> None:
    """GOST R 7.0.97-2025: A4, 30 mm to the left, 20 mm above, the number over page 2 only."""
    words_on = (Paragraph(content=inline("one")), PageBreak(), Paragraph(content=inline("two")))
    layout = attrs.evolve(layout_for("gost-r-7.0.97-2025"), indent_mm=Decimal(0))
    file = tmp_path / "gost.pdf"
    file.write_bytes(write_pdf(tree_of(*words_on, layout=layout)))
    printed = run(tool("pdftotext"), "-bbox", file, "-")
    boxes = {
        word: (float(x) / MM, float(y) / MM)
        for x, y, word in re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)".*>(\w+)</word>', printed)
    }

    assert '<page width="595.2' in printed
    assert (30, 20) == pytest.approx(boxes["one"], abs=1.5)
    assert boxes["two"] == boxes["one"]
    assert {"one", "two", "2"} == set(boxes)
    assert boxes["2"][0] == pytest.approx(30 + (210 - 30 - 10) / 2, abs=1.5)
    assert boxes["2"][1] < 20


def test_the_first_line_is_indented_by_the_layout(
    tool: Callable[[str], str], tmp_path: Path
) -> None:
    """GOST R 7.0.97-2025: 12.5 mm."""
    tree = tree_of(Paragraph(content=inline("one")), layout=layout_for("gost-r-7.0.97-2025"))
    file = tmp_path / "indent.pdf"
    file.write_bytes(write_pdf(tree))
    found = re.search(r'xMin="([\d.]+)"', run(tool("pdftotext"), "-bbox", file, "-"))

    assert found is not None
    assert 42.5 == pytest.approx(float(found[1]) / MM, abs=0.5)


def test_the_first_page_is_kept_as_a_picture(
    job_description: Document, tool: Callable[[str], str], tmp_path: Path, artefacts: Path
) -> None:
    """For people to look at; a page of text is neither empty nor black."""
    file = tmp_path / "kam.pdf"
    file.write_bytes(write_pdf(job_description.tree))
    picture = artefacts / f"key-account-manager.{job_description.language}.pdf"
    run(tool("pdftoppm"), "-r", "80", "-f", "1", "-l", "1", "-singlefile", "-png", file, picture)

    assert picture.with_name(picture.name + ".png").stat().st_size > 20_000


# ------------------------------------------------------------------------------------ same bytes

ELSEWHERE = """
import hashlib, sys
from accountkit import Handbook, describe
from accountkit.documents.pdf import write_pdf

role = Handbook.load(sys.argv[1]).role("key-account-manager")
print(hashlib.sha256(write_pdf(describe(role, locale="fil").tree)).hexdigest())
"""


def test_the_same_tree_gives_the_same_bytes(job_description: Document) -> None:
    """Two files can be compared byte by byte."""
    assert write_pdf(job_description.tree) == write_pdf(job_description.tree)


def test_another_process_writes_the_same_bytes(tmp_path: Path) -> None:
    """Neither the process, its folder, its zone, its language nor its clock gets in."""
    habagat = Path(__file__).parents[2] / "examples" / "habagat"
    role = Handbook.load(habagat).role("key-account-manager")
    here = hashlib.sha256(write_pdf(describe(role, locale="fil").tree)).hexdigest()
    elsewhere = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, habagat],
        check=True,
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env={**os.environ, "TZ": "Asia/Manila", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1"},
    )

    assert here == elsewhere.stdout.strip()


def test_threads_may_write_at_the_same_time(tree: Tree, job_description: Document) -> None:
    """Nothing is shared between two writings but what never changes."""
    trees = [tree, job_description.tree] * 8
    with ThreadPoolExecutor(max_workers=4) as threads:
        written = list(threads.map(write_pdf, trees))

    assert {write_pdf(tree), write_pdf(job_description.tree)} == set(written)


# ------------------------------------------------------------------------------- what is refused


def test_letters_that_no_typeface_has_are_named_with_their_place() -> None:
    """Empty boxes on paper help nobody; all places are told at once."""
    tree = tree_of(
        Heading(level=1, content=inline("漢字"), id="top"),
        Paragraph(content=inline("plain")),
        Clauses(items=(NumberedClause(id="duties.plan", number="1.", content=inline("plan 漢")),)),
    )
    with pytest.raises(Problems) as refused:
        write_pdf(tree)

    assert (
        'heading top: no typeface has "漢" (U+6F22), "字" (U+5B57); '
        "use other letters, or fonts that have them\n"
        'clause duties.plan: no typeface has "漢" (U+6F22); '
        "use other letters, or fonts that have them"
    ) == str(refused.value)


@pytest.mark.parametrize(
    "block, place",
    [
        (Paragraph(content=inline("漢")), 'paragraph "漢"'),
        (
            Table(caption=inline("Pay"), header=(inline("a"),), rows=((inline("漢"),),)),
            'table "Pay"',
        ),
    ],
)
def test_a_place_without_an_id_goes_by_its_words(block: Block, place: str) -> None:
    """The words that a person sees there."""
    with pytest.raises(Problems) as refused:
        write_pdf(tree_of(block))

    assert str(refused.value).startswith(f'{place}: no typeface has "漢" (U+6F22);')


def test_a_folder_of_fonts_brings_its_letters(font_folder: Path) -> None:
    """Tifinagh is not inside typst; DejaVu Sans has it."""
    tree = tree_of(Paragraph(content=inline("ⴰⵎⴰⵣⵉⵖ")))
    with pytest.raises(Problems):
        write_pdf(tree)

    assert b"DejaVuSans" in write_pdf(tree, fonts=[font_folder])


def test_a_folder_of_fonts_brings_the_typeface_of_the_layout(font_folder: Path) -> None:
    """Without a folder that has it, pages are set in the first typeface inside typst."""
    tree = tree_of(
        Paragraph(content=inline("x")), layout=attrs.evolve(PLAIN_LAYOUT, font="DejaVu Serif")
    )

    assert b"DejaVuSerif" in write_pdf(tree, fonts=[font_folder])
    assert b"LibertinusSerif" in write_pdf(tree)


def test_a_folder_of_fonts_must_be_there(tmp_path: Path) -> None:
    """A wrong path would otherwise only show as missing letters."""
    with pytest.raises(UsageError) as refused:
        write_pdf(tree_of(), fonts=[tmp_path / "nowhere"])

    assert str(refused.value) == (
        f"fonts {tmp_path / 'nowhere'}: is no folder; name a folder that has typefaces"
    )


@pytest.mark.parametrize(
    "tree, message",
    [
        (
            Tree(language="en", title=" ", blocks=()),
            "document: has no title, which a PDF must have; give it one",
        ),
        (
            tree_of(*(Heading(level=level, content=inline("x")) for level in (1, 3))),
            (
                "document: cannot be written as PDF: skipped from heading level 1 to 3; "
                "heading levels must be consecutive"
            ),
        ),
        (
            tree_of(Paragraph(content=(Run("x", "klingon"),))),
            (
                'language "klingon": is no tag that a PDF can hold; write a language of two or '
                "three letters and, if need be, a country, as in pt-BR"
            ),
        ),
    ],
)
def test_what_the_standard_forbids_is_told(tree: Tree, message: str) -> None:
    """A file that readers could not use is not made."""
    with pytest.raises(UsageError) as refused:
        write_pdf(tree)

    assert message == str(refused.value)


def test_without_typst_the_message_says_what_to_install(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The extra by its name."""
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtraError) as missing:
        write_pdf(tree)

    assert (
        "the PDF writer: is not installed; install it with: pip install 'accountkit[pdf]'"
    ) == str(missing.value)
