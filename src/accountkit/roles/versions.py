"""Versions: the states of a role that somebody put into force, kept as they were.

A version is never changed; another one supersedes it. Which of them held on a day and who signed
what is asked of the register (``accountkit.roles.version_register``). Dates are whole days:
``effective_from`` is the first day on which a version holds.
"""

from __future__ import annotations

import enum
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import attrs

from accountkit.errors import TermsError, UnknownNameError, did_you_mean
from accountkit.roles.printed_texts import PrintedText
from accountkit.roles.references import text_references
from accountkit.roles.role_terms import RoleTerms
from accountkit.values.validators import at_least, identifier, not_empty

if TYPE_CHECKING:
    from accountkit.roles.targets import Target

__all__ = ["RoleVersion", "VersionState"]


class VersionState(enum.Enum):
    """What a version is on a day; worked out from dates and never written down."""

    DRAFT = "draft"
    """Nobody has approved it yet."""

    APPROVED = "approved"
    """It is approved and nothing took its place, whether or not its first day has come."""

    SUPERSEDED = "superseded"
    """A later version holds."""


def _one_text_each(
    instance: object,
    field: attrs.Attribute[tuple[PrintedText, ...]],
    value: tuple[PrintedText, ...],
) -> None:
    """Refuse two texts in the same language."""
    del instance
    for language, times in Counter(text.language for text in value).items():
        if times > 1:
            raise TermsError(field.name, f"are twice in {language}", "keep one", path=(field.name,))


@attrs.frozen(kw_only=True)
class RoleVersion:
    """A role as it was approved, in words and as terms.

    Versions of a role are numbered from 1 on, those of its positions among them. A text is what
    signatures are bound to; the terms are what questions such as "was this target in it?" are
    answered from. ``fingerprint`` guards both.

    Raises:
        TermsError: it holds before it was approved, or a language stands twice.
    """

    role: str = attrs.field(validator=identifier, metadata={"doc": "id of the role"})
    number: int = attrs.field(validator=at_least(1), metadata={"doc": "its number, from 1 on"})
    position: str | None = attrs.field(
        default=None,
        validator=identifier,
        metadata={"doc": "id of the one position it is for; left out: for the role as such"},
    )
    approved_on: date = attrs.field(metadata={"doc": "the day of approval"})
    approved_by: str = attrs.field(
        validator=identifier, metadata={"doc": "id of the person who approved it"}
    )
    effective_from: date = attrs.field(metadata={"doc": "the first day on which it holds"})
    fingerprint: str = attrs.field(metadata={"doc": "hash of all else here, written by accountkit"})
    texts: tuple[PrintedText, ...] = attrs.field(
        validator=(not_empty, _one_text_each), metadata={"doc": "what was approved, by language"}
    )
    terms: RoleTerms = attrs.field(metadata={"doc": "the same as terms"})

    def __attrs_post_init__(self) -> None:
        if self.effective_from < self.approved_on:
            raise TermsError(
                self.name,
                f"is in force from {self.effective_from}, before its approval on"
                f" {self.approved_on}",
                "give a day from the approval on",
                path=("effective_from",),
            )

    @property
    def name(self) -> str:
        """What messages call it."""
        return f"version {self.number} of {self.role}"

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it was approved in, in the order of approval."""
        return tuple(text.language for text in self.texts)

    def text(self, language: str) -> PrintedText:
        """What it says in a language.

        Raises:
            UnknownNameError: it was not approved in that language.
        """
        for text in self.texts:
            if text.language == language:
                return text
        raise UnknownNameError(
            self.name, f"has no text in {language}", f"it has {' and '.join(self.languages)}"
        )

    def target(self, target_id: str) -> Target | None:
        """A target that the role was held to; ``None`` if it was not."""
        return next((item for item in self.terms.role.targets if item.id == target_id), None)

    def clauses_with(self, target_id: str) -> tuple[str, ...]:
        """Ids of the printed clauses that speak of a target, in print order.

        Raises:
            UnknownNameError: the version has no such target.
        """
        role = self.terms.role
        if self.target(target_id) is None:
            known = [target.id for target in role.targets]
            raise UnknownNameError(
                self.name,
                f'has no target "{target_id}"',
                did_you_mean(target_id, known, f"it has {', '.join(known) or 'none'}"),
            )
        worded = {
            item.clause
            for item in text_references(role)
            if item.kind == "plan" and item.target == target_id
        }
        return tuple(
            clause.id
            for clause in self.terms.described().printed.clauses()
            if clause.id in worded
            or target_id in (*getattr(clause, "measures", ()), *getattr(clause, "reports", ()))
        )
