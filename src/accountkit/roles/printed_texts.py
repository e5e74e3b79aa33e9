"""Printed texts: the exact words of a document in one language, kept as they were printed.

What was approved is kept itself, not the means to print it anew: the words of the house, the way
a language writes dates, and the clauses of a catalogue may all change later. Parts are in reading
order. How a text becomes a page and a page a text is in ``accountkit.documents.printed_texts``.
"""

from __future__ import annotations

import enum

import attrs

from accountkit.errors import InputError, TermsError
from accountkit.values.texts import check_language
from accountkit.values.validators import not_empty

__all__ = ["PartKind", "PrintedText", "TextPart", "TextRun"]


class PartKind(enum.Enum):
    """What a part of a text is, apart from what it says."""

    AGREEMENT = "agreement"
    APPROVAL = "approval"
    CELL = "cell"
    CLAUSE = "clause"
    CLAUSES = "clauses"
    CORNER = "corner"
    DASH = "dash"
    DASHES = "dashes"
    FACT = "fact"
    FACTS = "facts"
    FIGURE = "figure"
    HEADING = "heading"
    LINE = "line"
    PAGE_BREAK = "page-break"
    PARAGRAPH = "paragraph"
    ROW = "row"
    SIGNATORY = "signatory"
    TABLE = "table"


@attrs.frozen
class TextRun:
    """Words in one language."""

    text: str = attrs.field(metadata={"doc": "the words, letter by letter"})
    language: str | None = attrs.field(
        default=None, metadata={"doc": "the language they are in; left out: the text's own"}
    )


@attrs.frozen(kw_only=True)
class TextPart:
    """A part of a text: what it is, the number printed, the words, and the parts below it."""

    kind: PartKind = attrs.field(metadata={"doc": "what it is, such as heading or clause"})
    level: int | None = attrs.field(default=None, metadata={"doc": "of a heading: 1 is the title"})
    id: str | None = attrs.field(default=None, metadata={"doc": "id of the clause or section"})
    number: str | None = attrs.field(default=None, metadata={"doc": "the number as printed"})
    words: tuple[TextRun, ...] = attrs.field(default=(), metadata={"doc": "what it says"})
    parts: tuple[TextPart, ...] = attrs.field(default=(), metadata={"doc": "what stands below it"})


def _language(instance: object, field: attrs.Attribute[str], value: str) -> None:
    """Refuse what is no language tag."""
    del instance
    try:
        check_language(value)
    except InputError as error:
        raise TermsError(error.subject, error.problem, error.remedy, path=(field.name,)) from None


@attrs.frozen(kw_only=True)
class PrintedText:
    """A whole document as it was printed in a language.

    ``fingerprint`` is the one recorded when the text was made; that it still is the text's own is
    for whoever relies on it to check (``accountkit.wire.fingerprint``).
    """

    language: str = attrs.field(validator=_language, metadata={"doc": "the language, such as fil"})
    fingerprint: str = attrs.field(metadata={"doc": "hash of all else here, written by accountkit"})
    parts: tuple[TextPart, ...] = attrs.field(
        validator=not_empty, metadata={"doc": "what it says, in reading order"}
    )
