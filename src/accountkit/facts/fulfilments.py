"""Fulfilments: that somebody did what a recurring duty asked for, and when.

An occasion is named by the day on which it fell due, whenever it was done. Whether that was in
time is judged in ``accountkit.engine.duties``; duties themselves are terms
(``accountkit.roles.duties``). Dates are whole days.
"""

from __future__ import annotations

from datetime import date

import attrs

__all__ = ["Fulfilment"]


@attrs.frozen(kw_only=True)
class Fulfilment:
    """One occasion of a duty, done by a person.

    ``duty`` is the duty's id in the role that the person held on the day of the occasion.
    """

    person: str
    duty: str
    occasion: date
    done_on: date
    remark: str | None = None
