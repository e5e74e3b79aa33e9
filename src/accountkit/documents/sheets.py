"""Sheets: where people sign beside a text, agreeing to it or having read it.

They stand after the text and are no part of it: the same text has the same fingerprint with and
without them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from accountkit.documents.tree import (
    AgreementBlock,
    Block,
    Heading,
    Inline,
    PageBreak,
    Paragraph,
    Signatory,
    Table,
    inline,
)
from accountkit.documents.words import Paper

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from accountkit.documents.words import Words
    from accountkit.roles.versions import RoleVersion

__all__ = ["acquaintance_sheet", "acquaintance_table", "agreement_block"]


def agreement_block(posts: Sequence[Inline], words: Words) -> AgreementBlock:
    """A place to agree for each post, with a blank for the name of whoever holds it."""
    return AgreementBlock(
        word=inline(words.agreed),
        signatories=tuple(Signatory(post=post, name=inline(words.name_blank)) for post in posts),
        signature=words.signature,
        date=words.date,
        date_line=words.date_line,
    )


def acquaintance_sheet(
    version: RoleVersion, names: Sequence[str], post: Inline, words: Words
) -> Iterator[Block]:
    """A page on which people sign that they have read a version.

    It names the version and the fingerprint of the text in the language of ``words``, so that the
    signatures on it are bound to that text.
    """
    recorded = version.text(words.language).fingerprint
    said = (
        *words.version_lines(version.number, version.effective_from),
        f"{words.fingerprint}: {recorded}",
    )
    yield PageBreak()
    yield Heading(level=2, content=inline(words.papers[Paper.ACQUAINTANCE_SHEET].text))
    yield from (Paragraph(content=inline(line)) for line in said)
    yield acquaintance_table(Paper.JOB_DESCRIPTION, [(name, post) for name in names], words)


def acquaintance_table(paper: Paper, people: Sequence[tuple[str, Inline]], words: Words) -> Table:
    """A table in which people sign that they have read a paper, each with their post."""
    header = (words.column_name, words.column_post, words.column_date, words.column_signature)
    return Table(
        caption=inline(words.acquainted[paper]),
        header=tuple(inline(word) for word in header),
        rows=tuple((inline(name), post, (), ()) for name, post in people),
    )
