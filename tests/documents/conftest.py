"""A tree with every kind of block, and text that each format could take for markup."""

from __future__ import annotations

import pytest

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
    "Ñ ₱ ₽ № «кавычки» 漢字 🙂",
    "&copy; &#65; &notanentity;",
    "]]> --> <!-- no comment",
]


@pytest.fixture(params=HOSTILE)
def hostile(request: pytest.FixtureRequest) -> str:
    """One text after another that must come out as it was typed."""
    text: str = request.param
    return text


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
