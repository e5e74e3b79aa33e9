"""Titles: what a role or an office is called, in the grammatical forms that print needs.

English titles are *bare* ("key account manager") and *indefinite* ("a key account manager").
Filipino titles are *bare*, *marked* (with the marker *ang*) and *linked* (with the linker *na* or
*-ng*, before a word that describes them). A missing form is an error and is never guessed.
"""

from __future__ import annotations

import attrs

from accountkit.errors import TermsError
from accountkit.values.texts import Text, missing_title_forms

__all__ = ["Loan", "title_forms"]


@attrs.frozen
class Loan:
    """That a title is borrowed: in the documents of one language it is said in another.

    ``Loan("fil", "en")`` says that a Filipino document uses the English words, so that print can
    mark them for screen readers and spelling checkers.
    """

    language: str = attrs.field(metadata={"doc": "language of the document"})
    from_: str = attrs.field(metadata={"doc": "language that the words belong to"})


def title_forms(instance: object, field: attrs.Attribute[Text], value: Text) -> None:
    """Refuse a title that lacks a grammatical form in a language it is written in."""
    for language in value.languages:
        missing = missing_title_forms(value, language)
        if missing:
            example = ", ".join(f"{form}: ..." for form in missing)
            raise TermsError(
                f"title of {getattr(instance, 'id', field.name)}",
                f"has no {' and no '.join(missing)} form in {language}",
                f"write the title as {language}: {{{example}}}",
                path=(field.name, language),
            )
