"""Statements in every format, read back by other programs' readers.

Figures by hand: Lea of the tutorial's company earns 12,600.01, Morozova of Северный ветер
10,750.01 + 15,000.00 + 10,000.00.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from docx2python import docx2python
from markdown_it import MarkdownIt
from pypdf import PdfReader

from accountkit import Handbook, Outcome, Period, evaluate, pay_statement

SEVER = Path(__file__).parents[2] / "examples" / "sever"
HOSTILE = "=cmd|' /C calc'!A0 <b>&amp;</b>"
EARNED: Mapping[str, tuple[str, ...]] = {
    "en": ("Pay statement", "600,000.00×1×1.5%=₱9,000.00.", "₱12,600.01"),
    "fil": ("Pahayag ng bayad", "600,000.00×1×1.5%=₱9,000.00.", "₱12,600.01"),
    "ru": ("Расчёт", "1000000,00₽×1%=10000,00₽.", "35750,01₽"),
}


class _Words(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.words = ""
        self.feed(page.partition("<body>")[2] or page)

    def handle_data(self, data: str) -> None:
        self.words += data


def _html(content: bytes) -> str:
    return _Words(content.decode()).words


def _markdown(content: bytes) -> str:
    return _html(MarkdownIt("commonmark").enable("table").render(content.decode()).encode())


def _docx(content: bytes) -> str:
    with docx2python(BytesIO(content)) as found:
        return str(found.text)


def _pdf(content: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


READERS: Mapping[str, Callable[[bytes], str]] = {
    "markdown": _markdown,
    "html": _html,
    "plain": bytes.decode,
    "docx": _docx,
    "pdf": _pdf,
}


def run_together(text: str) -> str:
    """The text without blanks, which formats put where lines and cells end."""
    return re.sub(r"\s", "", text)


def first_quarter(folder: Path) -> Outcome:
    """What the first quarter of 2026 comes to."""
    handbook = Handbook.load(folder)
    return evaluate(handbook.bind(Period.quarter(2026, 1)), handbook.facts())


@pytest.mark.parametrize("language", EARNED)
@pytest.mark.parametrize("format_", READERS)
def test_every_format_tells_the_figures(bulaklak: Path, language: str, format_: str) -> None:
    """Title, arithmetic and total are there in each language, as a reader finds them."""
    folder, person = (SEVER, "morozova") if language == "ru" else (bulaklak, "lea")
    statement = pay_statement(first_quarter(folder), person, locale=language)
    found = run_together(READERS[format_](statement.content(format_)))

    for text in EARNED[language]:
        assert run_together(text) in found


@pytest.mark.parametrize("format_", READERS)
def test_a_hostile_name_prints_as_it_is_typed(bulaklak: Path, format_: str) -> None:
    """It is neither markup nor a formula in any format, and nothing of it is lost."""
    chart = bulaklak / "organisation.yaml"
    text = chart.read_text(encoding="utf-8")
    chart.write_text(text.replace("Lea Bautista", f'"{HOSTILE}"'), encoding="utf-8")
    statement = pay_statement(first_quarter(bulaklak), "lea", locale="en")

    assert run_together(HOSTILE) in run_together(READERS[format_](statement.content(format_)))


@pytest.mark.parametrize("format_", READERS)
def test_the_same_run_gives_the_same_bytes(bulaklak: Path, format_: str) -> None:
    """Also when everything is read and worked out again."""
    one, other = (pay_statement(first_quarter(bulaklak), "lea", locale="fil") for _ in range(2))

    assert one.content(format_) == other.content(format_)
