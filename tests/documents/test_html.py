"""HTML: one valid, self-contained, accessible page."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from accountkit.documents.html import write_html
from accountkit.documents.tree import (
    ApprovalBlock,
    Clauses,
    Dashes,
    Facts,
    Heading,
    Item,
    NumberedClause,
    Paragraph,
    Run,
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


def page_of(
    *blocks: ApprovalBlock | Clauses | Dashes | Facts | Heading | Paragraph | Table,
) -> Page:
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
