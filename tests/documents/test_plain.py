"""Plain text: lines without markup."""

from __future__ import annotations

from accountkit.documents.plain import write_plain
from accountkit.documents.tree import Clauses, NumberedClause, Paragraph, Tree, inline

PAGE = """\
PINAGTIBAY
Director
Apelyido ________________
“____” ____________ ______

Trabaho: manager
================

Habagat

Salapi: PHP
Taon: 2026

1. Una
------

1.1. Mga sumusunod:
     – una;
     – huli.
1.2. May bilang:
     1.2.1. isa.

– wala
– bilang

Bayad
Sino  Halaga
----  ------
Ana    ₱5.00
Ben   ₱12.50

SUMANG-AYON
Lawyer
Reyes ________________
“____” ____________ ______

Accountant
Cruz ________________
“____” ____________ ______

Dagdag
sa utos
"""


def test_every_block_is_written(tree: Tree) -> None:
    """Items are set in below their clause and figures stand to the right."""
    assert PAGE == write_plain(tree)


def test_user_text_comes_out_as_typed(hostile: str) -> None:
    """Plain text has no markup to be taken for."""
    tree = Tree(language="en", title="Page", blocks=(Paragraph(content=inline(hostile)),))

    assert hostile + "\n" == write_plain(tree)


def test_later_lines_of_a_clause_are_set_in() -> None:
    """A line typed by a user cannot pass for a clause of its own."""
    clause = NumberedClause(id="a", number="2.9.", content=inline("one\n2.10. two"))
    tree = Tree(language="en", title="Page", blocks=(Clauses(items=(clause,)),))

    assert "2.9. one\n     2.10. two\n" == write_plain(tree)


def test_the_watermark_is_the_first_line() -> None:
    """A draft says so before anything else."""
    tree = Tree(
        language="en",
        title="Page",
        blocks=(Paragraph(content=inline("words")),),
        watermark="DRAFT",
    )

    assert "DRAFT\n\nwords\n" == write_plain(tree)
