"""Titles: what a role or an office is called, in the grammatical forms that print needs.

English titles are *bare* ("key account manager") and *indefinite* ("a key account manager").
Filipino titles are *bare*, *marked* (with the marker *ang*) and *linked* (with the linker *na* or
*-ng*, before a word that describes them). Russian titles have the six cases *nom*, *gen*, *dat*,
*acc*, *ins* and *prep*, and may have them in the plural as *nom_pl*, *gen_pl* and so on.

The name of a plan, law, limit or paper needs forms only in Russian. A missing form is an error and
is never guessed.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs

from accountkit.errors import TermsError
from accountkit.values.texts import Text, missing_name_forms, missing_title_forms

__all__ = ["Loan", "name_forms", "title_forms"]


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
    _check_forms("title", instance, field, value, missing_title_forms)


def name_forms(instance: object, field: attrs.Attribute[Text], value: Text) -> None:
    """Refuse a name that lacks a grammatical form in a language it is written in."""
    _check_forms("name", instance, field, value, missing_name_forms)


def _check_forms(
    what: str,
    instance: object,
    field: attrs.Attribute[Text],
    value: Text,
    missing_forms: Callable[[Text, str], tuple[str, ...]],
) -> None:
    owner = getattr(instance, "id", None) or getattr(instance, "measure", what)
    for language in value.languages:
        missing = missing_forms(value, language)
        if missing:
            example = ", ".join(f"{form}: ..." for form in missing)
            raise TermsError(
                f"{what} of {owner}",
                f"has no {' and no '.join(missing)} form in {language}",
                f"write the {what} as {language}: {{{example}}}",
                path=(field.name, language),
            )
