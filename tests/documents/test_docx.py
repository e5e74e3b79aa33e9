"""DOCX: real lists, headings, languages and properties, read back without the writer's help.

``Paper`` reads the XML of a file and counts its lists as the format's specification says. What
LibreOffice makes of such files is in ``test_docx_in_libreoffice.py``.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import accumulate
from typing import Any
from xml.etree import ElementTree as ET

import attrs
import docx
import pytest
from docx2python import docx2python
from hypothesis import given
from hypothesis import strategies as st

from accountkit.documents.docx import write_docx
from accountkit.documents.layouts import Layout, layout_for
from accountkit.documents.tree import (
    AgreementBlock,
    ApprovalBlock,
    Block,
    Clauses,
    Corner,
    Dashes,
    Facts,
    Heading,
    Item,
    NumberedClause,
    PageBreak,
    Paragraph,
    Signatory,
    Table,
    Tree,
    inline,
)
from accountkit.errors import UsageError

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "v": "urn:schemas-microsoft-com:vml",
}
W = "{" + NAMES["w"] + "}"
TYPED = {f"{W}br": "\n", f"{W}tab": "\t"}
DIGITS = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
FIGURES = [str(number) for number in range(13)]
GOST = layout_for("gost-r-7.0.97-2025")
PLAIN = layout_for("plain")


class Paper:
    """A DOCX file as its XML tells it."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            assert package.testzip() is None
            self.parts = {
                name: ET.fromstring(package.read(name))  # noqa: S314 - our own file
                for name in package.namelist()
            }
        self.body = self.parts["word/document.xml"]
        self.paragraphs = list(self.body.iter(f"{W}p"))

    def all(self, path: str, part: str = "word/document.xml") -> list[ET.Element]:
        """The elements at a path in a part."""
        return self.parts[part].findall(path, NAMES)

    def texts(self) -> list[str]:
        """What each paragraph says, without its number."""
        return [typed(paragraph) for paragraph in self.paragraphs]

    def styles(self) -> list[str]:
        """The style of each paragraph."""
        return [value(paragraph, "w:pPr/w:pStyle") for paragraph in self.paragraphs]

    def numbers(self, *, apart: bool = False) -> list[str]:
        """The number or dash of each paragraph that has one.

        Sequences of one list count on from each other unless they are counted ``apart``; readers
        differ in that.
        """
        count = Count(self, apart=apart)
        marks = (count.mark(paragraph) for paragraph in self.paragraphs)
        return [mark for mark in marks if mark is not None]


class Count:
    """Counts the lists of a file, paragraph by paragraph."""

    def __init__(self, paper: Paper, *, apart: bool) -> None:
        numbering = paper.parts["word/numbering.xml"]
        self.lists = {
            item.get(f"{W}abstractNumId"): {
                int(level.get(f"{W}ilvl", "")): level for level in item.findall("w:lvl", NAMES)
            }
            for item in numbering.findall("w:abstractNum", NAMES)
        }
        self.sequences = {item.get(f"{W}numId"): item for item in numbering.findall("w:num", NAMES)}
        self.apart = apart
        self.counts: dict[str, dict[int, int]] = {}
        self.begun: set[tuple[str, int]] = set()

    def mark(self, paragraph: ET.Element) -> str | None:
        """What stands before a paragraph."""
        if paragraph.find("w:pPr/w:numPr", NAMES) is None:
            return None
        sequence = value(paragraph, "w:pPr/w:numPr/w:numId")
        level = int(value(paragraph, "w:pPr/w:numPr/w:ilvl"))
        list_id = value(self.sequences[sequence], "w:abstractNumId")
        levels = self.lists[list_id]
        starts = self.starts(sequence)
        counts = self.counts.setdefault(sequence if self.apart else list_id, {})
        if level in starts and (sequence, level) not in self.begun:
            counts[level] = starts[level]
        else:
            counts[level] = counts[level] + 1 if level in counts else self.start(levels[level])
        self.begun.add((sequence, level))
        for upper in range(level):
            counts.setdefault(upper, starts.get(upper, self.start(levels[upper])))
        for lower in [known for known in counts if known > level]:
            del counts[lower]
        return re.sub(
            r"%(\d)",
            lambda found: self.written(levels[int(found[1]) - 1], counts[int(found[1]) - 1]),
            value(levels[level], "w:lvlText"),
        )

    def starts(self, sequence: str) -> dict[int, int]:
        """Where the levels of a sequence start anew."""
        return {
            int(override.get(f"{W}ilvl", "")): int(value(override, "w:startOverride"))
            for override in self.sequences[sequence].findall("w:lvlOverride", NAMES)
        }

    @staticmethod
    def start(level: ET.Element) -> int:
        """The first place at a level."""
        return int(value(level, "w:start"))

    @staticmethod
    def written(level: ET.Element, count: int) -> str:
        """A count in the digits or letters of its level."""
        match value(level, "w:numFmt"):
            case "upperRoman":
                return DIGITS[count]
            case "upperLetter":
                return chr(ord("A") + (count - 1) % 26) * (1 + (count - 1) // 26)
            case _:
                return str(count)


def value(element: ET.Element, path: str) -> str:
    """The ``val`` of the element at a path, which must be there."""
    found = element.find(path, NAMES)
    assert found is not None
    return found.get(f"{W}val", "")


def typed(element: ET.Element) -> str:
    """The text inside an element; breaks and tabs are characters again."""
    return "".join(
        TYPED.get(part.tag, part.text or "")
        for part in element.iter()
        if part.tag == f"{W}t" or part.tag in TYPED
    )


def page(*blocks: Block, **fields: Any) -> Tree:
    """A document in English."""
    return attrs.evolve(Tree(language="en", title="Page", blocks=blocks), **fields)


def numbered(*numbers: str) -> Tree:
    """A document of clauses with these numbers, each with the same word."""
    clauses = (
        NumberedClause(id=f"c{index}", number=number, content=inline("word"))
        for index, number in enumerate(numbers)
    )
    return page(Clauses(items=tuple(clauses)))


# --- numbers --------------------------------------------------------------------------------------

LISTS = {
    "decimal": ["1.", "1.1.", "1.2.", "1.2.1.", "1.2.2.", "1.3.", "2.", "2.1.", "2.1.1.", "3."],
    "past nine": ["1.", *(f"1.{number}." for number in range(1, 13)), "2.", "2.1."],
    "Roman, restarting": ["I.", "I.1", "I.2", "II.", "II.1", "II.1.1", "III.", "IV.", "IV.1"],
    "letters": ["A.", "A.1", "A.2", "B.", "B.1", "C.", "C.1", "D."],
    "a lone I is one": ["I.", "I.1", "I.2"],
    "C and D are letters": ["C.", "C.1", "D.", "D.1"],
    "gaps between items": ["1.", "1.1.", "1.9.", "1.11.", "1.12.", "2.", "2.1.", "2.4.", "3."],
    "gaps in Roman": ["I.", "I.9", "I.11", "I.12", "IV.", "IV.1", "V.", "V.2", "V.3", "VI."],
    "a gap below": ["1.", "1.1.", "1.1.2.", "1.1.3.", "1.1.5.", "1.2.", "1.2.1.", "1.3."],
    "no heading": ["2.9.", "2.10.", "2.12.", "3.1.", "4."],
    "from a missing parent on": ["2.", "2.9.", "2.11.5.", "2.11.6.", "2.12.", "2.13.", "3."],
    "two patterns": ["1.", "1.1", "1.2", "2.", "2.1", "1.1.", "1.2.", "2.2"],
    "two kinds": ["1.", "1.1.", "I.", "I.1", "2.", "2.1.", "II.", "II.1"],
    "after Z": ["Y.", "Z.", "AA.", "AA.1", "BB."],
    "backwards": ["3.", "3.1.", "1.", "1.1.", "1.1.", "2."],
}


@pytest.mark.parametrize("apart", [False, True], ids=["counted on", "counted apart"])
@pytest.mark.parametrize("numbers", LISTS.values(), ids=LISTS.keys())
def test_lists_count_the_numbers_of_the_tree(numbers: list[str], *, apart: bool) -> None:
    """Whichever way a reader counts sequences of one list, the printed number comes out."""
    paper = Paper(write_docx(numbered(*numbers)))

    assert numbers == paper.numbers(apart=apart)
    assert ["word"] * len(numbers) == paper.texts()


STEPS = st.lists(st.integers(1, 3), max_size=4)
"""How far each number lies from the one before it."""


def below(name: str, steps: list[int]) -> Iterator[str]:
    """The names of what stands below a name, one step after the other."""
    yield from (f"{name}.{place}" for place in accumulate(steps))


@given(sections=STEPS, clauses=STEPS, items=STEPS, names=st.sampled_from([DIGITS, FIGURES]))
def test_whatever_gaps_there_are_are_counted(
    sections: list[int], clauses: list[int], items: list[int], names: list[str]
) -> None:
    """In sections, in clauses and below them, in Roman numbers and others."""
    numbers: list[str] = []
    for section in accumulate(sections):
        numbers.append(names[section])
        for clause in below(names[section], clauses):
            numbers += [clause, *below(clause, items)]
    paper = Paper(write_docx(numbered(*numbers)))

    assert numbers == paper.numbers() == paper.numbers(apart=True)


@pytest.mark.parametrize(
    "number", ["5a", "§ 3", "01.", "2..1", "12345.", "AB.", "IIV.", "1.1.1.1.1.1.1.1.1.1.", "–"]
)
def test_a_number_that_no_list_can_count_is_typed(number: str) -> None:
    """It stands before its text, as in the tree."""
    paper = Paper(write_docx(numbered("1.", number, "2.")))

    assert ["1.", "2."] == paper.numbers()
    assert ["word", f"{number} word", "word"] == paper.texts()


def test_a_list_starts_anew_only_where_numbers_do_not_follow() -> None:
    """One restart for one gap; a reader who adds a clause then gets the number that is due."""
    paper = Paper(write_docx(numbered("1.", "1.1.", "1.2.", "1.5.", "1.6.", "2.", "2.1.", "2.2.")))

    assert 1 == len(paper.all("w:num[w:lvlOverride]", "word/numbering.xml"))


def test_dashes_are_a_list_of_their_own_and_set_in_below_their_clause() -> None:
    """A dash is no number and breaks no count."""
    dash = NumberedClause(
        id="d",
        number=None,
        content=inline("dash"),
        items=(NumberedClause(id="e", number=None, content=inline("deeper")),),
    )
    first = NumberedClause(id="a", number="1.1.", content=inline("word"), items=(dash,))
    second = NumberedClause(id="b", number="1.2.", content=inline("word"))
    paper = Paper(
        write_docx(
            page(
                Heading(level=2, content=inline("One"), number="1."),
                Clauses(items=(first, second)),
                Dashes(items=(Item(content=inline("alone")),)),
            )
        )
    )
    levels = [value(found, ".") for found in paper.all(".//w:ilvl")]

    assert ["1.", "1.1.", "–", "–", "1.2.", "–"] == paper.numbers()
    assert ["0", "1", "1", "2", "1", "0"] == levels


# --- what a reader finds --------------------------------------------------------------------------


def test_headings_have_heading_styles(tree: Tree) -> None:
    """The navigation pane shows them by level; numbers are not part of their text."""
    document = docx.Document(io.BytesIO(write_docx(tree)))
    headings = [
        (paragraph.style.name, paragraph.text)
        for paragraph in document.paragraphs
        if paragraph.style is not None and str(paragraph.style.name).startswith("Heading")
    ]
    outline = Paper(write_docx(tree)).all(
        "w:style[@w:styleId='Heading2']/w:pPr/w:outlineLvl", "word/styles.xml"
    )

    assert [("Heading 1", "Trabaho: manager"), ("Heading 2", "Una")] == headings
    assert ["1"] == [found.get(f"{W}val") for found in outline]


def test_another_reader_finds_the_words_in_their_order(tree: Tree) -> None:
    """docx2python reads blocks as they stand; it writes list numbers in a way of its own."""
    with docx2python(io.BytesIO(write_docx(tree))) as read:
        lines = [line.strip().removeprefix("--\t") for line in read.text.splitlines()]
    words = [re.sub(r"^\d+\)\t", "", line) for line in lines if line]

    assert [
        "PINAGTIBAY",
        "Director",
        "Apelyido ________________",
        "“____” ____________ ______",
        "Trabaho: manager",
        "Habagat",
        "Salapi\tPHP",
        "Taon\t2026",
        "Una",
        "Mga sumusunod:",
        "una;",
        "huli.",
        "May bilang:",
        "isa.",
        "wala",
        "bilang",
        "Bayad",
        "Sino",
        "Halaga",
        "Ana",
        "₱5.00",
        "Ben",
        "₱12.50",
        "SUMANG-AYON",
        "Lawyer",
        "Reyes ________________",
        "“____” ____________ ______",
        "Accountant",
        "Cruz ________________",
        "“____” ____________ ______",
        "Dagdag",
        "sa utos",
        "2",  # the number at the foot
    ] == words


def test_the_language_is_said_of_the_document_and_of_every_run_in_another(tree: Tree) -> None:
    """Spelling is checked, and the text read out, in the right language."""
    paper = Paper(write_docx(tree))
    default = paper.all("w:docDefaults/w:rPrDefault/w:rPr/w:lang", "word/styles.xml")
    runs = {typed(run): run.find("w:rPr/w:lang", NAMES) for run in paper.all(".//w:r")}
    others = {text: lang.get(f"{W}val") for text, lang in runs.items() if lang is not None}

    assert ["fil-PH"] == [lang.get(f"{W}val") for lang in default]
    assert {"Director": "en-US", "manager": "en-US", "Lawyer": "en-US", "Accountant": "en-US"} == (
        others
    )


@pytest.mark.parametrize(
    "language, tag", [("en", "en-US"), ("fil", "fil-PH"), ("ru", "ru-RU"), ("en-PH", "en-PH")]
)
def test_languages_are_told_with_a_country(language: str, tag: str) -> None:
    """Word processors choose a dictionary by language and country."""
    paper = Paper(write_docx(page(Paragraph(content=inline("word", language)))))

    assert [tag] == [lang.get(f"{W}val") for lang in paper.all(".//w:r/w:rPr/w:lang")]


def test_an_unknown_language_is_refused() -> None:
    """No file is better than one that word processors call broken."""
    with pytest.raises(UsageError) as refused:
        write_docx(page(Paragraph(content=inline("word", 'x" y'))))

    assert 'locale: "x" y" is not known; give a language tag such as en or fil-PH' == str(
        refused.value
    )


def test_the_header_row_of_a_table_is_marked_and_the_caption_stands_above(tree: Tree) -> None:
    """The row is repeated on each page and read out with its columns."""
    paper = Paper(write_docx(tree))
    rows = [row.find("w:trPr/w:tblHeader", NAMES) is not None for row in paper.all(".//w:tr")]
    captions = [
        text
        for text, style in zip(paper.texts(), paper.styles(), strict=True)
        if style == "Caption"
    ]
    named = [value(table, "w:tblPr/w:tblCaption") for table in paper.all(".//w:tbl")]
    cells = [value(cell, "w:p/w:pPr/w:pStyle") for cell in paper.all(".//w:tc")]

    assert [True, False, False] == rows
    assert ["Bayad"] == captions == named
    assert ["TableText", "TableFigure"] * 3 == cells


def test_tables_do_not_run_into_each_other() -> None:
    """Word processors join tables that nothing stands between."""
    table = Table(caption=(), header=(inline("a"),), rows=((inline("b"),),))
    paper = Paper(write_docx(page(table, table)))

    assert ["tbl", "p", "tbl", "p", "sectPr"] == [
        element.tag.removeprefix(W) for element in paper.body[0]
    ]


def test_properties_of_the_file_are_those_of_the_tree() -> None:
    """Title, author, subject, language and the day it was issued."""
    tree = page(author="Human resources", subject="Role", issued=date(2026, 5, 4))
    found = docx.Document(io.BytesIO(write_docx(tree))).core_properties

    assert ("Page", "Human resources", "Role", "en-US") == (
        found.title,
        found.author,
        found.subject,
        found.language,
    )
    assert [datetime(2026, 5, 4, tzinfo=UTC)] * 2 == [found.created, found.modified]


def test_what_the_tree_leaves_open_is_no_property() -> None:
    """No name and no date stands in for one that was not given."""
    found = docx.Document(io.BytesIO(write_docx(page()))).core_properties

    assert ("", "", None, None) == (found.author, found.subject, found.created, found.modified)


def test_lines_to_write_on_are_named_for_those_who_do_not_see_them(tree: Tree) -> None:
    """A screen reader says what is to be written there."""
    fields = [value(field, "w:sdtPr/w:alias") for field in Paper(write_docx(tree)).all(".//w:sdt")]

    assert ["lagda", "araw, buwan, taon"] * 3 == fields


# --- pages ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "layout, size, margins, font, strip",
    [
        # 210 × 297 mm; margins 20, 10, 20 and 30 mm: 1 mm is 56.69 twips
        (GOST, ("11906", "16838"), ("1134", "567", "1134", "1701"), "Liberation Serif", "header"),
        (PLAIN, ("11906", "16838"), ("1134", "1134", "1134", "1417"), "Libertinus Serif", "footer"),
    ],
)
def test_pages_are_set_by_the_layout(
    layout: Layout,
    size: tuple[str, str],
    margins: tuple[str, str, str, str],
    font: str,
    strip: str,
) -> None:
    """Paper, margins, typeface, and the number from the second page on in its place."""
    paper = Paper(write_docx(page(layout=layout)))
    (section,) = paper.all("w:body/w:sectPr")
    found = {name: section.find(f"w:{name}", NAMES) for name in ("pgSz", "pgMar", "titlePg")}
    fonts = paper.all("w:docDefaults/w:rPrDefault/w:rPr/w:rFonts", "word/styles.xml")
    strips = [name for name in paper.parts if re.search("header|footer", name)]

    assert found["pgSz"] is not None
    assert size == tuple(found["pgSz"].get(W + side) for side in ("w", "h"))
    assert found["pgMar"] is not None
    assert margins == tuple(
        found["pgMar"].get(W + side) for side in ("top", "right", "bottom", "left")
    )
    assert found["titlePg"] is not None
    assert [font] == [element.get(f"{W}ascii") for element in fonts]
    assert [f"word/{strip}1.xml"] == strips
    assert [" PAGE "] == [
        field.get(f"{W}instr") for field in paper.all(".//w:fldSimple", f"word/{strip}1.xml")
    ]


def test_a_layout_may_number_its_first_page_too() -> None:
    """Then all pages are alike."""
    paper = Paper(write_docx(page(layout=attrs.evolve(PLAIN, numbers_first_page=True))))

    assert [] == paper.all("w:body/w:sectPr/w:titlePg")


@pytest.mark.parametrize("layout, left", [(GOST, 5102), (PLAIN, 4818)])
def test_the_corner_stands_at_the_right_and_is_no_wider_than_its_layout_says(
    layout: Layout, left: int
) -> None:
    """Lines of 170 and 165 mm less 80 mm: 90 and 85 mm are left beside it."""
    paper = Paper(write_docx(page(Corner(lines=(inline("one"), inline("two"))), layout=layout)))
    (indent,) = paper.all("w:style[@w:styleId='Corner']/w:pPr/w:ind", "word/styles.xml")

    assert ["Corner", "Corner"] == paper.styles()
    assert str(left) == indent.get(f"{W}left")
    assert [] == paper.all(".//w:tbl")


def test_what_follows_a_page_break_starts_a_page() -> None:
    """Without an empty paragraph in between, also where a table follows."""
    table = Table(caption=(), header=(inline("a"),), rows=((inline("b"),),))
    words = Paragraph(content=inline("word"))
    paper = Paper(write_docx(page(words, PageBreak(), words, words, PageBreak(), table)))
    breaks = [
        typed(paragraph)
        for paragraph in paper.paragraphs
        if paragraph.find("w:pPr/w:pageBreakBefore", NAMES) is not None
    ]

    assert ["word", "a"] == breaks
    assert ["word", "word", "word", "a", "b", ""] == paper.texts()


@pytest.mark.parametrize("layout", [GOST, PLAIN])
def test_a_watermark_lies_across_every_page_only_when_asked(layout: Layout) -> None:
    """The header of the first page has it, and that of all others; it is said once at the top."""
    drafted = Paper(write_docx(page(watermark='DRAFT "1" & <2>', layout=layout)))
    headers = {
        name: [path.get("string") for path in drafted.all(".//v:textpath[@string]", name)]
        for name in drafted.parts
        if "header" in name
    }
    kinds = [found.get(f"{W}type") for found in drafted.all("w:body/w:sectPr/w:headerReference")]
    final = Paper(write_docx(page(layout=layout)))

    assert {f"word/header{number}.xml": ['DRAFT "1" & <2>'] for number in (1, 2)} == headers
    assert ["default", "first"] == sorted(map(str, kinds))
    assert ['DRAFT "1" & <2>'] == drafted.texts()
    assert [] == final.texts()
    assert [] == [name for name in final.parts if final.all(".//v:shape", name)]


# --- text -----------------------------------------------------------------------------------------


def blocks_of(text: str) -> Iterator[Block]:
    """Every block that has text, with the same text in all its places."""
    content = inline(text)
    yield Heading(level=1, content=content)
    yield Paragraph(content=content)
    yield Clauses(items=(NumberedClause(id="a", number="1.", content=content),))
    yield Dashes(items=(Item(content=content),))
    yield Table(caption=content, header=(content, content), rows=((content, content),))
    yield Corner(lines=(content, content))


def test_user_text_comes_out_as_typed_wherever_it_stands(hostile: str) -> None:
    """Nothing that XML, a field or a template could take for its own."""
    for block in blocks_of(hostile):
        paper = Paper(write_docx(page(block)))
        assert {hostile} == {text for text in paper.texts() if text}


def test_user_text_in_facts_and_signatures_comes_out_as_typed(hostile: str) -> None:
    """Beside the tab and the lines to write on."""
    text = inline(hostile)
    approval = ApprovalBlock(word=text, post=text, name=text, signature=hostile, date=hostile)
    agreement = AgreementBlock(
        word=text, signatories=(Signatory(post=text, name=text),), signature="s", date="d"
    )
    paper = Paper(write_docx(page(Facts(lines=((text, text),)), approval, agreement)))
    aliases = [value(field, "w:sdtPr/w:alias") for field in paper.all(".//w:sdt")]
    signed = [hostile, hostile, f"{hostile} ________________", "“____” ____________ ______"]

    assert [f"{hostile}\t{hostile}", *signed, *signed] == paper.texts()
    assert [re.sub("[\n\t]", " ", hostile)] * 2 == aliases[:2]


def test_user_text_in_properties_comes_out_as_typed(hostile: str) -> None:
    """Titles and names are no markup either, whatever their length."""
    tree = page(title=hostile * 20, author=hostile, subject=hostile)
    paper = Paper(write_docx(tree))
    found = {
        element.tag.rpartition("}")[2]: element.text for element in paper.parts["docProps/core.xml"]
    }

    assert (hostile * 20, hostile, hostile) == (found["title"], found["creator"], found["subject"])


@pytest.mark.parametrize(
    "text, shown",
    [("a\x00b\x1fc", "a�b�c"), ("\ud800", "�"), ("\uffff", "�"), ("a\r\nb\x0bc", "a\nb\nc")],
)
def test_characters_that_xml_cannot_hold_are_shown_as_such(text: str, shown: str) -> None:
    """As in every other format; the file stays one that can be opened."""
    paper = Paper(write_docx(page(Paragraph(content=inline(text)), title=text)))

    assert [shown] == paper.texts()


def test_a_long_clause_comes_out_whole() -> None:
    """10,000 characters."""
    text = "Ang talata. " * 833 + "Wala"
    long = NumberedClause(id="a", number="1.", content=inline(text))
    paper = Paper(write_docx(page(Clauses(items=(long,)))))

    assert 10_000 == len(text)
    assert [text] == paper.texts()


@pytest.mark.parametrize(
    "text, backward",
    [
        ("plain", []),
        ("שלום, עולם and more", ["שלום, עולם"]),
        ("from السعر 12 ريال on", ["السعر 12 ريال"]),
        ("\u200fmark\u200e", []),
        ("דוד\nשרה", ["דוד", "שרה"]),
    ],
)
def test_right_to_left_letters_are_marked_and_stay_in_their_order(
    text: str, backward: list[str]
) -> None:
    """A stretch keeps its spaces and figures, so that its words are not shown in reverse."""
    paper = Paper(write_docx(page(Paragraph(content=inline(text)))))

    assert [text] == paper.texts()
    assert backward == [
        typed(run)
        for run in paper.all(".//w:r[w:rPr]")
        if run.find("w:rPr/w:rtl", NAMES) is not None
    ]


def test_a_document_in_a_right_to_left_language_runs_that_way() -> None:
    """Paragraphs start at the right."""
    paper = Paper(write_docx(page(language="ar")))

    assert 1 == len(paper.all("w:docDefaults/w:pPrDefault/w:pPr/w:bidi", "word/styles.xml"))


# --- the file -------------------------------------------------------------------------------------


def test_the_same_tree_gives_the_same_bytes(tree: Tree) -> None:
    """No clock, no chance, and nothing left over from the document before."""
    first = write_docx(tree)
    write_docx(attrs.evolve(tree, watermark="DRAFT", layout=GOST))

    assert first == write_docx(tree)


def test_every_entry_of_the_archive_has_one_date(tree: Tree) -> None:
    """The first that the format can hold, on every system."""
    with zipfile.ZipFile(io.BytesIO(write_docx(tree))) as package:
        entries = package.infolist()

    assert {(1980, 1, 1, 0, 0, 0)} == {entry.date_time for entry in entries}
    assert {3} == {entry.create_system for entry in entries}


PROGRAM = """
import hashlib
from datetime import date
from accountkit.documents.docx import write_docx
from accountkit.documents.tree import Clauses, Heading, NumberedClause, Run, Tree, inline
clauses = tuple(
    NumberedClause(id=f"c{place}", number=f"II.{place}", content=(Run("a"), Run("b", "ru")))
    for place in (1, 2, 9, 11)
)
heading = Heading(level=2, content=inline("Two"), number="II.")
tree = Tree(language="fil", title="T", blocks=(heading, Clauses(items=clauses)), watermark="W",
            issued=date(2026, 5, 4))
print(hashlib.sha256(write_docx(tree)).hexdigest())
"""


def test_other_processes_give_the_same_bytes() -> None:
    """Whatever order their sets have, and wherever on earth they run."""
    told = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Manila"), ("3", "America/Lima"))
    }

    assert 1 == len(told)
    assert re.fullmatch("[0-9a-f]{64}\n", told.pop())


def test_without_the_extra_the_message_says_what_to_install() -> None:
    """One sentence with the exact line."""
    program = """
import sys
sys.modules["docx"] = None
from accountkit.documents.docx import write_docx
from accountkit.documents.tree import Tree
try:
    write_docx(Tree(language="en", title="T", blocks=()))
except ImportError as error:
    print(error)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )

    assert (
        "the DOCX writer: is not installed; install it with: pip install 'accountkit[docx]'\n"
        == done.stdout
    )
