"""HTML: one valid, self-contained, accessible page."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from typing import Any

import attrs
import html5lib
import pytest

from accountkit.documents.html import write_html
from accountkit.documents.layouts import PLAIN_LAYOUT, layout_for
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
    Paragraph,
    Run,
    Signatory,
    Table,
    Tree,
    inline,
)

VOID = {"meta", "br"}

MAIN = """\
<main>
<div class="approval">
<p><strong>PINAGTIBAY</strong></p>
<p><span lang="en">Director</span></p>
<p>Apelyido <span aria-hidden="true">________________</span><span class="aside">(lagda)</span></p>
<p><span aria-hidden="true">“____” ____________ ______</span>\
<span class="aside">(araw, buwan, taon)</span></p>
</div>
<h1>Trabaho: <span lang="en">manager</span></h1>
<p id="company">Habagat</p>
<dl>
<dt>Salapi</dt><dd>PHP</dd>
<dt>Taon</dt><dd>2026</dd>
</dl>
<h2 id="one">1. Una</h2>
<ol class="clauses" role="list">
<li id="one.a"><span class="number">1.1.</span> <div>Mga sumusunod:
<ul role="list">
<li id="one.a.x">una;</li>
<li id="one.a.y">huli.</li>
</ul>
</div></li>
<li id="one.b"><span class="number">1.2.</span> <div>May bilang:
<ol class="clauses" role="list">
<li id="one.b.x"><span class="number">1.2.1.</span> <div>isa.</div></li>
</ol>
</div></li>
</ol>
<ul role="list">
<li>wala</li>
<li id="dash">bilang</li>
</ul>
<table>
<caption>Bayad</caption>
<thead>
<tr><th scope="col">Sino</th><th scope="col" class="figure">Halaga</th></tr>
</thead>
<tbody>
<tr><th scope="row">Ana</th><td class="figure">₱5.00</td></tr>
<tr><th scope="row">Ben</th><td class="figure">₱12.50</td></tr>
</tbody>
</table>
<div class="agreement">
<p><strong>SUMANG-AYON</strong></p>
<div>
<p><span lang="en">Lawyer</span></p>
<p>Reyes <span aria-hidden="true">________________</span><span class="aside">(lagda)</span></p>
<p><span aria-hidden="true">“____” ____________ ______</span>\
<span class="aside">(araw, buwan, taon)</span></p>
</div>
<div>
<p><span lang="en">Accountant</span></p>
<p>Cruz <span aria-hidden="true">________________</span><span class="aside">(lagda)</span></p>
<p><span aria-hidden="true">“____” ____________ ______</span>\
<span class="aside">(araw, buwan, taon)</span></p>
</div>
</div>
<div class="page-break"></div>
<div class="corner">
<p><strong>Dagdag</strong></p>
<p>sa utos</p>
</div>
</main>
"""


class Page(HTMLParser):
    """A page read strictly: every element closes in its turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element and that it is open."""
        assert len(dict(attrs)) == len(attrs)
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep the words of the page itself."""
        if "main" in self.open:
            self.words += data

    def names(self) -> list[str]:
        """The names of all elements, in order."""
        return [tag for tag, _ in self.elements]


def page_of(*blocks: Block) -> Page:
    """A page with some blocks on it."""
    return Page(write_html(Tree(language="en", title="Page", blocks=blocks)))


def test_every_block_is_written(tree: Tree) -> None:
    """Numbers are text, ids are those of the clauses, other languages are marked."""
    text = write_html(tree)

    assert MAIN == text[text.index("<main>") : text.index("</body>")]


def test_the_page_opens_as_a_page_must(tree: Tree) -> None:
    """Document type, language, character set and title."""
    text = write_html(tree)

    assert text.startswith('<!DOCTYPE html>\n<html lang="fil">\n<head>\n<meta charset="utf-8">\n')
    assert "<title>Pahina</title>" in text
    assert text.endswith("</html>\n")


def test_elements_close_in_their_turn_and_ids_are_unique(tree: Tree) -> None:
    """Every element is closed, none is left open, and no id stands twice."""
    page = Page(write_html(tree))
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]

    assert sorted(set(ids), key=str) == sorted(ids, key=str)
    assert ["h1", "h2"] == [name for name in page.names() if re.fullmatch(r"h\d", name)]


def test_the_page_is_valid_by_a_strict_reader(tree: Tree, hostile: str) -> None:
    """An HTML5 parser that stops at the first error reads the page to its end."""
    said = attrs.evolve(tree, title=hostile, author=hostile, subject=hostile, watermark=hostile)

    parser: Any = html5lib.HTMLParser(strict=True)
    parser.parse(write_html(said))

    assert [] == parser.errors


def test_the_page_loads_nothing(tree: Tree) -> None:
    """No script, image, font or style from elsewhere; the page can be kept as one file."""
    text = write_html(tree)

    assert not {"script", "img", "link", "iframe"} & set(Page(text).names())
    assert "url(" not in text
    assert "http" not in text


def test_the_same_tree_gives_the_same_text(tree: Tree) -> None:
    """Nothing of the clock or the machine gets in."""
    assert write_html(tree) == write_html(tree)


def test_user_text_comes_out_as_typed_wherever_it_stands(hostile: str) -> None:
    """No block lets text become markup."""
    text = inline(hostile)
    plain = set(page_of(Paragraph(content=inline("x"))).names()) | {"span"}

    for block, elements in (
        (Paragraph(content=text), {"p"}),
        (Heading(level=1, content=text), {"h1"}),
        (Dashes(items=(Item(content=text),)), {"ul", "li"}),
        (
            Clauses(items=(NumberedClause(id="a", number="1.", content=text),)),
            {"ol", "li", "div"},
        ),
        (Facts(lines=((text, text),)), {"dl", "dt", "dd"}),
        (
            Table(caption=text, header=(text,), rows=((text,),)),
            {"table", "caption", "thead", "tbody", "tr", "th"},
        ),
        (
            ApprovalBlock(word=text, post=text, name=text, signature=hostile, date=hostile),
            {"div", "p", "strong"},
        ),
        (
            AgreementBlock(
                word=text,
                signatories=(Signatory(post=text, name=text),),
                signature=hostile,
                date=hostile,
            ),
            {"div", "p", "strong"},
        ),
        (Corner(lines=(text, text)), {"div", "p", "strong"}),
    ):
        page = page_of(block)
        assert plain | elements >= set(page.names())
        assert hostile in page.words


def test_user_text_in_title_and_language_is_escaped() -> None:
    """A title cannot close its element, nor a language its attribute."""
    tree = Tree(
        language='x" onload="y',
        title="</title><script>",
        blocks=(Paragraph(content=(Run("a", '"><b>'),)),),
    )
    page = Page(write_html(tree))

    assert {"lang": 'x" onload="y'} == page.elements[0][1]
    assert "script" not in page.names()
    assert "b" not in page.names()


@pytest.mark.parametrize("text", ["two\nlines", "two  spaces", "a\ttab"])
def test_typed_spaces_and_lines_are_kept_in_view(text: str) -> None:
    """A browser folds spaces unless it is told to keep them."""
    page = page_of(Paragraph(content=inline(text)))

    assert ("span", {"class": "typed"}) in page.elements
    assert text in page.words


def test_properties_stand_in_the_head(tree: Tree) -> None:
    """Author, subject and day of issue, each only where there is one."""
    said = attrs.evolve(
        tree, author='Ana "A" Cruz', subject="Sales & service", issued=date(2026, 5, 4)
    )
    head = write_html(said).partition("<style>")[0]

    assert (
        '<meta name="author" content="Ana &quot;A&quot; Cruz">\n'
        '<meta name="description" content="Sales &amp; service">\n'
        '<meta name="dcterms.issued" content="2026-05-04">\n'
    ) in head
    assert "author" not in write_html(tree).partition("<style>")[0]


def test_the_watermark_is_read_once_and_seen_on_paper(tree: Tree) -> None:
    """The word is the first paragraph; the one across the pages is hidden from readers."""
    text = write_html(attrs.evolve(tree, watermark="BURADOR"))

    assert (
        "<main>\n"
        "<p><strong>BURADOR</strong></p>\n"
        '<div class="watermark" style="font-size: 40mm" aria-hidden="true">\n'
        "<span>BURADOR</span></div>\n"
    ) in text
    assert 2 == text.count("BURADOR")
    assert '<div class="watermark"' not in write_html(tree)


def test_the_layout_sets_the_paper(tree: Tree) -> None:
    """GOST R 7.0.97-2025: A4, margins 20, 10, 20 and 30 mm, the number at the top from page 2."""
    text = write_html(attrs.evolve(tree, layout=layout_for("gost-r-7.0.97-2025")))

    assert "@page { size: 210mm 297mm; margin: 20mm 10mm 20mm 30mm;\n  @top-center" in text
    assert "@page :first { @top-center { content: none; } }" in text
    assert ".corner { max-width: 80mm; }" in text
    assert "main > p { text-indent: 12.5mm; }" in text


def test_the_first_page_has_a_number_where_the_layout_says_so(tree: Tree) -> None:
    """A layout may number page 1, too."""
    layout = attrs.evolve(PLAIN_LAYOUT, numbers_first_page=True)

    assert "@page :first" in write_html(tree)
    assert "@page :first" not in write_html(attrs.evolve(tree, layout=layout))


def test_the_name_of_a_typeface_cannot_leave_the_style_sheet(tree: Tree) -> None:
    """A layout of one's own may name any typeface."""
    layout = attrs.evolve(PLAIN_LAYOUT, font='"}</style><script>')
    page = Page(write_html(attrs.evolve(tree, layout=layout)))

    assert "script" not in page.names()
