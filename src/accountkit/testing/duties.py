"""Specimens of recurring duties: rules, roles with a few duties, and people who hold them.

The builders (``a_duty``, ``a_role``, ``a_tenure``, ``duties_of``) make terms from a few words, for
examples that are worked out by hand. The strategies draw recurrences in two strengths:
``recurrences`` gives well-formed ones that leave nothing open, ``any_rules`` gives what somebody
may write who does not know the format.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from dateutil.rrule import rrulestr
from hypothesis import assume
from hypothesis import strategies as st

from accountkit.roles.choices import RoleChoices
from accountkit.roles.description import RoleInCompany
from accountkit.roles.duties import Duty
from accountkit.roles.laws import Jurisdiction
from accountkit.roles.recurrences import Grace, Recurrence, RecurrenceChoice
from accountkit.roles.role import Role
from accountkit.roles.sections import DutySection
from accountkit.roles.tenures import BoundDuties, Tenure
from accountkit.testing.strategies import dates
from accountkit.values.periods import Period
from accountkit.values.texts import FORMS, Text

__all__ = ["a_duty", "a_role", "a_tenure", "any_rules", "duties_of", "graces", "recurrences"]

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEKDAY = st.sampled_from(_WEEKDAYS)
_BEFORE_EVERY_END = date(2000, 1, 1)
_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_EVERY_MONTH_HAS = 28
_NOTHING = st.just(dict[str, str]())


# --- built by hand --------------------------------------------------------------------------------


def a_duty(rule: str | None = None, *, anchor: str | None = None, **options: Any) -> Duty:
    """A duty to report that recurs by a rule."""
    fields: dict[str, Any] = {
        "id": "report",
        "text": Text.of(en="Report.", fil="Mag-ulat.", ru="Отчитываться."),
        "recurrence": rule,
        "anchor": None if anchor is None else date.fromisoformat(anchor),
    }
    return Duty(**{**fields, **options})


def a_role(
    *duties: Duty, name: str = "seller", settled: tuple[RecurrenceChoice, ...] = ()
) -> RoleInCompany:
    """A role with these duties in a company that settles some of them."""
    forms: dict[str, dict[str, str]] = {
        "en": {"bare": name, "indefinite": f"a {name}"},
        "fil": {"bare": name, "marked": f"ang {name}", "linked": f"{name} na"},
        "ru": dict.fromkeys(FORMS["ru"], name),
    }
    title = Text.of(en="Duties", fil="Mga tungkulin", ru="Обязанности")
    section = DutySection(id="duties", title=title, clauses=duties)
    return RoleInCompany(
        role=Role(id=name, title=Text.parse(forms), sections=(section,)),
        company="Tala Trading",
        offices=(),
        jurisdiction=Jurisdiction(id="neutral", name=Text.of(en="neutral"), laws=()),
        choices=RoleChoices(role=name, recurrences=settled),
    )


def a_tenure(role: RoleInCompany, days: str, position: str = "north") -> Tenure:
    """A position held for some days, such as ``2026-Q1``."""
    return Tenure(position=position, role=role, period=Period.parse(days))


def duties_of(*tenures: Tenure, **options: Any) -> BoundDuties:
    """What Ana has to do in the positions that she holds, one after the other or at once."""
    fields: dict[str, Any] = {
        "company": "tala",
        "person": "ana",
        "name": "Ana Cruz",
        "period": Period(
            min(tenure.period.start for tenure in tenures),
            max(tenure.period.end for tenure in tenures),
        ),
        "tenures": tenures,
    }
    return BoundDuties(**{**fields, **options})


# --- drawn ----------------------------------------------------------------------------------------


def graces() -> st.SearchStrategy[Grace | None]:
    """No grace, or up to forty days of it; working days need a working week."""
    counts = st.integers(0, 40)
    return st.one_of(
        st.none(),
        counts.map(lambda count: Grace(days=count)),
        counts.map(lambda count: Grace(working_days=count)),
    )


@st.composite
def recurrences(draw: st.DrawFn) -> Recurrence:
    """Recurrences that leave nothing open and fall on some day, with and without an anchor."""
    anchor = draw(st.one_of(st.none(), dates()))
    frequency = draw(st.sampled_from(_FREQUENCIES))
    parts = {"FREQ": frequency}
    if anchor is None or draw(st.booleans()):
        parts |= draw(_days(frequency))
    else:
        anchor = anchor.replace(day=min(anchor.day, _EVERY_MONTH_HAS))
    if anchor is not None and parts.keys().isdisjoint({"BYMONTH", "BYDAY", "BYWEEKNO"}):
        parts |= draw(_optional("INTERVAL", st.integers(1, 5)))
    parts |= draw(_end(anchor))
    if "BYWEEKNO" not in parts:
        parts |= draw(_optional("WKST", _WEEKDAY))
    rule = ";".join(f"{name}={value}" for name, value in parts.items())
    start = datetime.combine(anchor or _BEFORE_EVERY_END, time())
    assume(any(True for _ in rrulestr(rule, dtstart=start)))  # some end before their first day
    return Recurrence(rule=rule, anchor=anchor, grace=draw(graces()))


def _days(frequency: str) -> st.SearchStrategy[dict[str, str]]:
    """The parts that say on which days a rule falls."""
    weekdays = _several("BYDAY", _WEEKDAY)
    months = _several("BYMONTH", st.integers(1, 12))
    days = _several("BYMONTHDAY", st.integers(-28, 28).filter(bool))
    counted = st.builds("{}{}".format, st.sampled_from([-4, -2, -1, 1, 3, 4]), _WEEKDAY)
    places = _several("BYSETPOS", st.sampled_from([-3, -1, 1, 2]))
    within_month = st.one_of(
        days, weekdays, _several("BYDAY", counted), _both(weekdays, places), _both(days, weekdays)
    )
    return {
        "DAILY": st.one_of(_NOTHING, months, weekdays, days),
        "WEEKLY": st.one_of(weekdays, _both(months, weekdays)),
        "MONTHLY": st.one_of(within_month, _both(months, within_month)),
        "YEARLY": st.one_of(
            within_month,
            _both(months, within_month),
            _several("BYYEARDAY", st.integers(-365, 365).filter(bool)),
            _both(_several("BYWEEKNO", st.integers(-52, 52).filter(bool)), weekdays),
        ),
    }[frequency]


def _end(anchor: date | None) -> st.SearchStrategy[dict[str, str]]:
    """How a rule ends, if it does; what is counted off is counted from an anchor."""
    if anchor is None:
        return _optional("UNTIL", st.sampled_from(["20301231", "20281015"]))
    later = st.integers(900, 4000).map(lambda days: f"{anchor + timedelta(days):%Y%m%d}")
    return st.one_of(_optional("UNTIL", later), _optional("COUNT", st.integers(1, 30)))


def _several(name: str, values: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, str]]:
    lists = st.lists(values, min_size=1, max_size=3, unique=True)
    return lists.map(lambda found: {name: ",".join(map(str, found))})


def _optional(name: str, values: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, str]]:
    return st.one_of(_NOTHING, values.map(lambda value: {name: str(value)}))


def _both(*strategies: st.SearchStrategy[dict[str, str]]) -> st.SearchStrategy[dict[str, str]]:
    return st.tuples(*strategies).map(
        lambda parts: {k: v for part in parts for k, v in part.items()}
    )


def any_rules() -> st.SearchStrategy[str]:
    """Rules as anybody may write them: parts that do not fit, values that are none, plain words."""
    names = st.sampled_from(["INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYHOUR", ""])
    values = st.one_of(
        st.integers(-400, 400).map(str), st.sampled_from(["MO", "2TU,-1FR", "x", ""])
    )
    parts = st.builds("{}={}".format, names, values)
    frequencies = st.sampled_from([*_FREQUENCIES, "HOURLY", "weekly"])
    rules = st.builds(_rule, frequencies, st.lists(parts, max_size=3))
    return st.one_of(rules, st.text(max_size=20))


def _rule(frequency: str, parts: list[str]) -> str:
    return ";".join([f"FREQ={frequency}", *parts])
