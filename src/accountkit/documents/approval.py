"""Approval: a role becomes a version, printed once for all in each of its languages.

Whether somebody may approve it on that day is asked of the register
(``accountkit.roles.version_register``); nothing is written here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from accountkit.documents.job_description import description
from accountkit.documents.printed_texts import printed_text
from accountkit.documents.words import words_for
from accountkit.roles.role_terms import terms_of
from accountkit.roles.versions import RoleVersion
from accountkit.wire import with_fingerprint

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from accountkit.roles.description import RoleInCompany
    from accountkit.roles.printed_texts import PrintedText

__all__ = ["approve"]


def approve(
    role: RoleInCompany,
    *,
    number: int,
    by: str,
    on: date,
    effective_from: date,
    languages: Sequence[str],
) -> RoleVersion:
    """The version that a role becomes.

    Args:
        role: the role with all that the company settles for it.
        number: the number of the version.
        by: id of the person who approves.
        on: the day of approval.
        effective_from: the first day on which the version holds.
        languages: the languages of its texts, such as ``en`` and ``fil``.

    Raises:
        UsageError: a language cannot be printed.
        TermsError: it would hold before its approval, or a language is given twice.
        Problems: the role cannot be printed, with everything that it lacks.
    """
    texts = tuple(_text(role, number, effective_from, language) for language in languages)
    version = RoleVersion(
        role=role.role.id,
        number=number,
        position=role.choices.position,
        approved_on=on,
        approved_by=by,
        effective_from=effective_from,
        fingerprint="",
        texts=texts,
        terms=terms_of(role, [text.language for text in texts]),
    )
    return with_fingerprint(version)


def _text(role: RoleInCompany, number: int, effective_from: date, language: str) -> PrintedText:
    lines = words_for(language).version_lines(number, effective_from)
    return printed_text(description(role, locale=language, version=lines))
