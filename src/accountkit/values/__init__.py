"""Values: money, ratios, time, ladders and texts, on which every term and fact is built.

Each noun has its module; the names here are the same objects, found on first use. Nothing in
this package reads a file, a clock, a locale or the ambient decimal context.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from accountkit.values.calendars import (
        Calendar,
        FiscalCalendar,
        ListedCalendar,
        NamedPeriod,
        PeriodKind,
        WeekCalendar,
        Weekday,
        WeekRule,
        YearName,
        parse_range,
    )
    from accountkit.values.clauses import (
        Clause,
        Identified,
        NumberStyle,
        Section,
        number_clauses,
    )
    from accountkit.values.countries import (
        check_country,
    )
    from accountkit.values.idents import (
        check_ident,
    )
    from accountkit.values.ladders import (
        Band,
        Below,
        Edge,
        Ladder,
        LadderShape,
        Slice,
    )
    from accountkit.values.money import (
        Amount,
        Money,
        currency_digits,
    )
    from accountkit.values.numbers import (
        InexactNumberError,
        exact,
        plain,
        to_fraction,
    )
    from accountkit.values.periods import (
        Period,
        months_after,
        months_between,
    )
    from accountkit.values.ratios import (
        Ratio,
        parse_ratio,
        percent_text,
        ratio_text,
    )
    from accountkit.values.rounding import (
        Rounding,
        RoundingMode,
        RoundingPoint,
        round_to,
    )
    from accountkit.values.shares import (
        share_out,
        share_out_units,
    )
    from accountkit.values.texts import (
        FORMS,
        MissingTextError,
        Reference,
        Text,
        missing_title_forms,
        parse_template,
    )
    from accountkit.values.timelines import (
        Span,
        Timeline,
    )
    from accountkit.values.working_weeks import (
        WorkingWeek,
    )

__all__ = [
    "FORMS",
    "Amount",
    "Band",
    "Below",
    "Calendar",
    "Clause",
    "Edge",
    "FiscalCalendar",
    "Identified",
    "InexactNumberError",
    "Ladder",
    "LadderShape",
    "ListedCalendar",
    "MissingTextError",
    "Money",
    "NamedPeriod",
    "NumberStyle",
    "Period",
    "PeriodKind",
    "Ratio",
    "Reference",
    "Rounding",
    "RoundingMode",
    "RoundingPoint",
    "Section",
    "Slice",
    "Span",
    "Text",
    "Timeline",
    "WeekCalendar",
    "WeekRule",
    "Weekday",
    "WorkingWeek",
    "YearName",
    "check_country",
    "check_ident",
    "currency_digits",
    "exact",
    "missing_title_forms",
    "months_after",
    "months_between",
    "number_clauses",
    "parse_range",
    "parse_ratio",
    "parse_template",
    "percent_text",
    "plain",
    "ratio_text",
    "round_to",
    "share_out",
    "share_out_units",
    "to_fraction",
]

_MODULES = {
    "Calendar": "calendars",
    "FiscalCalendar": "calendars",
    "ListedCalendar": "calendars",
    "NamedPeriod": "calendars",
    "PeriodKind": "calendars",
    "WeekCalendar": "calendars",
    "WeekRule": "calendars",
    "Weekday": "calendars",
    "YearName": "calendars",
    "parse_range": "calendars",
    "Clause": "clauses",
    "Identified": "clauses",
    "NumberStyle": "clauses",
    "Section": "clauses",
    "number_clauses": "clauses",
    "check_country": "countries",
    "check_ident": "idents",
    "Band": "ladders",
    "Below": "ladders",
    "Edge": "ladders",
    "Ladder": "ladders",
    "LadderShape": "ladders",
    "Slice": "ladders",
    "Amount": "money",
    "Money": "money",
    "currency_digits": "money",
    "InexactNumberError": "numbers",
    "exact": "numbers",
    "plain": "numbers",
    "to_fraction": "numbers",
    "Period": "periods",
    "months_after": "periods",
    "months_between": "periods",
    "Ratio": "ratios",
    "parse_ratio": "ratios",
    "percent_text": "ratios",
    "ratio_text": "ratios",
    "Rounding": "rounding",
    "RoundingMode": "rounding",
    "RoundingPoint": "rounding",
    "round_to": "rounding",
    "share_out": "shares",
    "share_out_units": "shares",
    "FORMS": "texts",
    "MissingTextError": "texts",
    "Reference": "texts",
    "Text": "texts",
    "missing_title_forms": "texts",
    "parse_template": "texts",
    "Span": "timelines",
    "Timeline": "timelines",
    "WorkingWeek": "working_weeks",
}


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
