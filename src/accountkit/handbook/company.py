"""The company: its name, currency, languages, calendar, working days and the law it is under."""

from __future__ import annotations

import attrs

from accountkit.handbook import _validators
from accountkit.values.calendars import Calendar
from accountkit.values.validators import currency_code, identifier, not_empty
from accountkit.values.working_weeks import WorkingWeek

__all__ = ["Company"]


@attrs.frozen(kw_only=True)
class Company:
    """What holds for everything in a handbook.

    Raises:
        TermsError: nobody knows the currency, or a language is none or stands twice.
    """

    id: str = attrs.field(validator=identifier, metadata={"doc": "the company's id"})
    name: str = attrs.field(validator=not_empty, metadata={"doc": "its name as documents print it"})
    currency: str = attrs.field(
        validator=currency_code, metadata={"doc": "ISO 4217 code of its money, such as PHP"}
    )
    jurisdiction: str = attrs.field(
        validator=identifier, metadata={"doc": "id of the jurisdiction whose labour law applies"}
    )
    languages: tuple[str, ...] = attrs.field(
        validator=(not_empty, _validators.languages),
        metadata={"doc": "languages of its documents, such as en and fil"},
    )
    calendar: Calendar = attrs.field(metadata={"doc": "how its months, quarters and years run"})
    working_week: WorkingWeek | None = attrs.field(
        default=None,
        metadata={"doc": "its working days; needed where something is counted in them"},
    )
    layout: str | None = attrs.field(
        default=None,
        validator=identifier,
        metadata={"doc": "id of the layout of its job descriptions; left out: plain"},
    )
