"""Days: dates as they are typed on the command line, and the day that it is."""

from __future__ import annotations

from datetime import date, datetime

from accountkit.wire import CONVERTER

__all__ = ["day", "today"]


def day(text: str) -> date:
    """The date that a text such as ``2026-01-31`` is.

    Raises:
        InputError: it is none.
    """
    return CONVERTER.structure(text, date)


def today() -> date:
    """The day that it is where the command runs."""
    return datetime.now().astimezone().date()
