"""The rule that a posting advertises something that is there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from accountkit.errors import TermsError, did_you_mean
from accountkit.handbook.checks._common import error, organisation_of, unknown
from accountkit.handbook.findings import Finding

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook

__all__ = ["postings"]


def postings(handbook: Handbook) -> Iterator[Finding]:
    """A posting names a role of the handbook, and a position of that role."""
    places = handbook.origin.places
    seats = organisation_of(handbook).positions
    for posting in handbook.postings:
        file = places.file_with("postings/", "id", posting.id)
        if posting.role not in handbook.role_ids:
            problem = unknown(f"posting {posting.id}", "role", posting.role, handbook.role_ids)
            yield error("postings", problem, places.at(file, "role"))
            continue
        known = [seat.id for seat in seats if seat.role == posting.role]
        if posting.position is not None and posting.position not in known:
            problem = TermsError(
                f"posting {posting.id}",
                f'refers to position "{posting.position}", which is none of role {posting.role}',
                did_you_mean(posting.position, known, f"it has {', '.join(known) or 'none'}"),
            )
            yield error("postings", problem, places.at(file, "position"))
