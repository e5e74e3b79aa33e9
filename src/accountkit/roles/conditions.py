"""Conditions: when a duty or right applies, kept as data and not only as words.

The words of a condition are printed where a clause says ``{condition if_necessary}``; they are in
``accountkit.documents.words``.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from accountkit.errors import TermsError
from accountkit.values.texts import Text, parse_template

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Condition", "check_conditions_printed"]


class Condition(enum.Enum):
    """When something is to be done, or may be."""

    OWN = "own"
    """Of one's own accord, always."""

    IF_NECESSARY = "if_necessary"
    """When the case calls for it."""

    ON_REQUEST = "on_request"
    """When management asks."""

    ON_MANAGEMENT_DECISION = "on_management_decision"
    """Once management has decided it."""

    PERSONALLY_OR_ON_BEHALF = "personally_or_on_behalf"
    """In one's own name or for the superior."""


def check_conditions_printed(clause: str, text: Text, conditions: Sequence[Condition]) -> None:
    """Refuse a clause whose wording and data name different conditions.

    Raises:
        TermsError: a language prints a condition that the data lack, or leaves one out.
    """
    meant = {condition.value for condition in conditions} - {Condition.OWN.value}
    for language in text.languages:
        printed = set(_printed(text, language))
        for name in sorted(meant ^ printed):
            told = (
                "is a condition that the wording leaves out"
                if name in meant
                else ("is a condition that the wording has and the data lack")
            )
            raise TermsError(
                f"clause {clause}",
                f"{name} {told} in {language}",
                f"write {{condition {name}}} in the text exactly where condition says it",
                path=("text", language),
            )


def _printed(text: Text, language: str) -> Iterator[str]:
    for form in text.forms(language):
        for part in parse_template(text.get(language, form)):
            if not isinstance(part, str) and part.kind == "condition":
                yield part.target
