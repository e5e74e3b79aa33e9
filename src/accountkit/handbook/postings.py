"""Postings of a handbook: which one is meant, by its role and, if need be, its id."""

from __future__ import annotations

from collections.abc import Sequence

from accountkit.errors import UnknownNameError, UsageError, did_you_mean
from accountkit.roles.postings import Posting

__all__ = ["posting_of"]


def posting_of(
    postings: Sequence[Posting], role: str, wanted: str | None, *, position: str | None
) -> Posting:
    """The posting of a role, or of one of its positions; the only one if no id is given.

    Raises:
        UnknownNameError: there is no such posting of it.
        UsageError: there are several, or none, and no id says which.
    """
    found = {
        posting.id: posting
        for posting in postings
        if posting.role == role and position in {None, posting.position}
    }
    subject = f"role {role}" if position is None else f"position {position} of role {role}"
    if not found:
        raise UsageError(
            subject, "has no posting", "write one in the folder postings of the handbook"
        )
    if wanted is None and len(found) > 1:
        raise UsageError(
            subject, f"has {len(found)} postings", f"name one of them: {', '.join(found)}"
        )
    if wanted is not None and wanted not in found:
        raise UnknownNameError(
            f"posting {wanted}",
            f"is not one of {subject}",
            did_you_mean(wanted, found, f"it has {', '.join(found)}"),
        )
    return found[wanted] if wanted is not None else next(iter(found.values()))
