"""Contacts: visits, calls and meetings with clients, as they were made."""

from __future__ import annotations

from datetime import date

import attrs

__all__ = ["Contact"]


@attrs.frozen(kw_only=True)
class Contact:
    """One contact of a person; ``kind`` is the company's word, such as visit or call."""

    person: str
    date: date
    kind: str
    client: str | None = None
