"""accountkit: account-management roles and pay, written down once and used by everyone.

This is the front door. Its names are resolved on first use, so importing it costs little more
than Python itself; each name may also be imported from its own home. Errors live in
``accountkit.errors``.
"""

from __future__ import annotations

from accountkit._version import __version__

TYPE_CHECKING = False  # what typing.TYPE_CHECKING is, without importing typing

if TYPE_CHECKING:
    from accountkit import errors
    from accountkit.documents import Document, describe, explain, pay_statement
    from accountkit.engine.pay import evaluate
    from accountkit.facts import Deal, Facts
    from accountkit.handbook import Handbook
    from accountkit.plans import Fault, Plan
    from accountkit.roles import Role
    from accountkit.settlement import Outcome, Statement
    from accountkit.values import (
        Amount,
        Band,
        Clause,
        FiscalCalendar,
        Ladder,
        LadderShape,
        ListedCalendar,
        Money,
        Period,
        PeriodKind,
        Rounding,
        RoundingMode,
        Text,
        Timeline,
        WeekCalendar,
        parse_range,
        share_out,
    )
else:

    def __getattr__(name: str) -> object:
        """Fetch a name from its home and keep it."""
        import sys  # noqa: PLC0415 - here, like all that the front door needs only once it is used
        from importlib import import_module  # noqa: PLC0415

        if name not in _HOMES:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message, name=name, obj=sys.modules[__name__])
        home = import_module(f"{__name__}.{_HOMES[name]}")
        value = home if name == _HOMES[name] else getattr(home, name)
        globals()[name] = value
        return value


__all__ = [
    "Amount",
    "Band",
    "Clause",
    "Deal",
    "Document",
    "Facts",
    "Fault",
    "FiscalCalendar",
    "Handbook",
    "Ladder",
    "LadderShape",
    "ListedCalendar",
    "Money",
    "Outcome",
    "Period",
    "PeriodKind",
    "Plan",
    "Role",
    "Rounding",
    "RoundingMode",
    "Statement",
    "Text",
    "Timeline",
    "WeekCalendar",
    "__version__",
    "describe",
    "errors",
    "evaluate",
    "explain",
    "parse_range",
    "pay_statement",
    "share_out",
]

_HOMES = {
    "Amount": "values",
    "Band": "values",
    "Clause": "values",
    "Deal": "facts",
    "Document": "documents",
    "Facts": "facts",
    "Fault": "plans",
    "FiscalCalendar": "values",
    "Handbook": "handbook",
    "Ladder": "values",
    "LadderShape": "values",
    "ListedCalendar": "values",
    "Money": "values",
    "Outcome": "settlement",
    "Period": "values",
    "PeriodKind": "values",
    "Plan": "plans",
    "Role": "roles",
    "Rounding": "values",
    "RoundingMode": "values",
    "Statement": "settlement",
    "Text": "values",
    "Timeline": "values",
    "WeekCalendar": "values",
    "describe": "documents",
    "errors": "errors",
    "evaluate": "engine.pay",
    "explain": "documents",
    "pay_statement": "documents",
    "parse_range": "values",
    "share_out": "values",
}


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
