"""The job posting: a role and its posting as an advertisement in the words of schema.org.

A role knows the work, a posting where and when it is offered; the advertisement is JSON-LD that
searches for jobs read, with a list of all that it has no place for. What searches require is
checked on the finished text (``accountkit.documents.posting_rules``). An advertisement is public:
what the holder may decide, and how far, is not in it.

Source:
    schema.org, ``JobPosting``.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from accountkit.documents._json_text import Json, json_text
from accountkit.documents._posted import posted_sections
from accountkit.documents._posted_requirements import requirement_properties
from accountkit.documents._wording import capitalised
from accountkit.documents.files import write_whole
from accountkit.documents.job_description import printable
from accountkit.documents.posting_description import description
from accountkit.documents.posting_losses import Loss, losses_of
from accountkit.documents.posting_properties import posting_properties, role_properties
from accountkit.documents.posting_rules import posting_faults
from accountkit.documents.posting_words import POSTING_WORDS
from accountkit.documents.tree import plain_text
from accountkit.errors import Problems, UsageError
from accountkit.roles.pay_mechanisms import PayKind
from accountkit.roles.requirements import Requirement

if TYPE_CHECKING:
    from accountkit.documents._wording import Wording
    from accountkit.roles.description import RoleInCompany
    from accountkit.roles.postings import Posting

__all__ = ["SUFFIX", "Advertisement", "advertise"]

SUFFIX = ".jsonld"
"""How the name of a file with an advertisement ends."""


@attrs.frozen(kw_only=True)
class Advertisement:
    """A finished advertisement: its data in the words of schema.org, and what it leaves out."""

    language: str
    data: Mapping[str, Json]
    losses: tuple[Loss, ...]

    @property
    def title(self) -> str:
        """The title of the post."""
        return str(self.data["title"])

    def json_ld(self) -> str:
        """The advertisement as JSON-LD, ending in a newline.

        It may stand in a page as it is, between ``<script type="application/ld+json">`` and
        ``</script>``: nothing in it can end the element.
        """
        return json_text(self.data)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the advertisement to a file whose name ends in ``SUFFIX``.

        Returns:
            The path written.

        Raises:
            UsageError: the name ends otherwise, or the file cannot be written.
        """
        target = Path(path)
        if target.suffix.lower() != SUFFIX:
            raise UsageError(
                f"advertisement {target}",
                f"is JSON-LD, and the name does not end in {SUFFIX}",
                f"call it {target.with_suffix(SUFFIX)}",
            )
        write_whole(target, self.json_ld().encode())
        return target


def advertise(role: RoleInCompany, posting: Posting, *, locale: str) -> Advertisement:
    """The advertisement of a role, with what its posting knows.

    Args:
        role: the role with all that the company settles for it.
        posting: where, when and on what terms it is offered.
        locale: the language to advertise in, such as ``en`` or ``fil``.

    Raises:
        UsageError: the posting is of another role, or the language cannot be printed.
        Problems: the company has choices to make, a reference leads nowhere, a text or one of its
            forms is missing, or a search for jobs would refuse the advertisement.
    """
    if posting.role != role.role.id:
        raise UsageError(
            f"posting {posting.id}",
            f"is of role {posting.role}, not of {role.role.id}",
            "give the role that it is of",
        )
    without_figures = attrs.evolve(role.choices, limits=())
    wording = printable(attrs.evolve(role, choices=without_figures), locale=locale)
    data = _data(role, posting, wording)
    if wording.missing:
        raise Problems(f"role {role.role.id} cannot be advertised", tuple(wording.missing))
    language = wording.words.language
    told = Advertisement(language=language, data=data, losses=losses_of(role, language))
    faults = posting_faults(json.loads(told.json_ld(), parse_float=Decimal))
    if faults:
        raise Problems(f"role {role.role.id} cannot be advertised", faults)
    return told


def _data(role: RoleInCompany, posting: Posting, wording: Wording) -> dict[str, Json]:
    """The properties in the order in which they are written: the longest, the text, comes last."""
    title = plain_text(capitalised(wording.title(role.role.id, role.role.title, role.role.loans)))
    sections = posted_sections(role.printed, wording)
    clauses = [clause for section in sections for clause in section.clauses]
    pay = [
        (way.kind, plain_text(wording.of(way.id, way.text)))
        for way in role.role.pay
        if way.kind is not PayKind.STANDING
    ]
    words = POSTING_WORDS[wording.words.language]
    opening = words.opening.format(company=role.company, title=title)
    musts = (item.clause for item in clauses if isinstance(item.clause, Requirement))
    return {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": title,
        **posting_properties(posting, role.company),
        **requirement_properties(musts),
        **role_properties(clauses, pay, role.role.codes),
        "description": description(opening, sections, [text for _, text in pay], posting, words),
    }
