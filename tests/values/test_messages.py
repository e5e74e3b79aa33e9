"""What a refused value is told: the subject, what is wrong with which value, and the remedy."""

from __future__ import annotations

import operator
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest

from accountkit.errors import AccountkitError
from accountkit.values._quotes import quoted
from accountkit.values.calendars import (
    FiscalCalendar,
    ListedCalendar,
    NamedPeriod,
    PeriodKind,
    WeekCalendar,
    Weekday,
    parse_range,
)
from accountkit.values.clauses import Clause, Section, number_clauses
from accountkit.values.countries import check_country
from accountkit.values.idents import check_ident
from accountkit.values.money import Money
from accountkit.values.numbers import exact, to_fraction
from accountkit.values.periods import Period
from accountkit.values.ratios import parse_ratio
from accountkit.values.shares import share_out_units
from accountkit.values.texts import Text
from accountkit.values.timelines import Span, Timeline
from accountkit.values.validators import at_least, identifier
from accountkit.values.working_weeks import WorkingWeek

PESO, YEN = Money.of(1, "PHP"), Money.of(1, "JPY")
MAY, JULY = date(2026, 5, 1), date(2026, 7, 1)
FORM = "write its digits, with a point before the decimals, such as 1250.50"
PERIODS = (
    "write a day 2026-01-15, a month 2026-01, a quarter 2026-Q1, a half 2026-H1, a year 2026 "
    "or a range 2026-01-01..2026-03-31"
)
JANUARY = NamedPeriod(name="enero", kind=PeriodKind.MONTH, period=Period.month(2026, 1))
LISTED = ListedCalendar(
    (JANUARY, NamedPeriod(name="Q1", kind=PeriodKind.QUARTER, period=Period.quarter(2026, 1)))
)


def terms(**fields: object) -> object:
    """A term with an id and a number of months, declared anew."""
    declared = attrs.make_class(
        "Terms",
        {
            "name": attrs.field(default="ana", validator=identifier),
            "months": attrs.field(default=1, validator=at_least(1)),
        },
        kw_only=True,
    )
    return declared(**fields)


def clause(name: str, number: str | None = None, *items: Clause) -> Clause:
    """A clause whose wording does not matter."""
    return Clause(id=name, text=Text.of(en="Reports."), number=number, items=items)


REFUSED: dict[str, tuple[Callable[[], Any], str]] = {
    "peso and yen added": (
        lambda: PESO + YEN,
        "money: cannot add PHP and JPY; convert one of them at a stated rate first",
    ),
    "yen from peso": (
        lambda: PESO - YEN,
        "money: cannot subtract PHP and JPY; convert one of them at a stated rate first",
    ),
    "exact yen from peso": (
        lambda: PESO.exact - YEN.exact,
        "money: cannot subtract PHP and JPY; convert one of them at a stated rate first",
    ),
    "money and a number": (
        lambda: PESO + 1,  # type: ignore[operator]  # the mistake that is shown
        'money: cannot add PHP 1.00 and "1"; both must be money',
    ),
    "money and an amount": (
        lambda: PESO.exact + PESO,  # type: ignore[operator]  # the mistake that is shown
        'amount: cannot add PHP 1 and "PHP 1.00"; both must be exact amounts, as money.exact is',
    ),
    "by no money": (
        lambda: PESO / Money.zero("PHP"),
        "money: PHP 1.00 is divided by nothing; test for zero first",
    ),
    "by zero": (
        lambda: PESO.exact / 0,
        "amount: PHP 1 is divided by zero; test for zero first",
    ),
    "by a float": (
        lambda: PESO.exact / 0.5,  # type: ignore[operator]  # the mistake that is shown
        (
            "divisor: 0.5 is a binary floating-point number, seldom the number it looks like; "
            'give it as text, "0.5", or as a decimal'
        ),
    ),
    "half a yen": (
        lambda: Money.of("0.5", "JPY"),
        (
            "money: JPY 0.5 has more decimals than the currency, which has none; "
            "keep it as an exact amount, or round it by a mode you name"
        ),
    ),
    "no amount": (lambda: Money.of("ten", "PHP"), f'money: "ten" is not a number; {FORM}'),
    "endless": (
        lambda: exact(Decimal("NaN"), "price"),
        f'price: "NaN" is not a finite number; {FORM}',
    ),
    "an endless rate": (
        lambda: to_fraction(Decimal("Infinity"), "rate"),
        f'rate: "Infinity" is not a finite number; {FORM}',
    ),
    "a number as a form": (
        lambda: Text((("en", 1, "Pay"),)),  # type: ignore[arg-type]  # the mistake that is shown
        'text: "1" is not text; write it in quotes',
    ),
    "yes": (
        lambda: exact(value=True, subject="price"),
        f"price: yes stands where a number is needed; {FORM}",
    ),
    "nothing": (
        lambda: exact(None, "price"),  # type: ignore[arg-type]  # the mistake that is shown
        f"price: is missing; {FORM}",
    ),
    "a list": (
        lambda: exact([], "price"),  # type: ignore[arg-type]  # the mistake that is shown
        f'price: "[]" is not a number; {FORM}',
    ),
    "a ratio by zero": (
        lambda: parse_ratio("1/0"),
        'ratio: "1/0" divides by zero; mend the number after the stroke',
    ),
    "a long ratio": (
        lambda: parse_ratio(f"1/{'9' * 39}", "rate"),
        "rate: has more than 38 digits; round it before it is given",
    ),
    "a long ratio above": (
        lambda: parse_ratio(f"{'9' * 39}/2", "rate"),
        "rate: has more than 38 digits; round it before it is given",
    ),
    "no weight": (
        lambda: share_out_units(1, []),
        "shares: there is no weight to share by; give at least one",
    ),
    "a weight below zero": (
        lambda: share_out_units(1, [1, Fraction(-1, 2)]),
        "shares: weight 2 is -0.5, below zero; give zero or more",
    ),
    "weights of zero": (
        lambda: share_out_units(1, [0, 0]),
        "shares: all weights are zero; give at least one above zero",
    ),
    "a number as a country": (
        lambda: check_country(63),  # type: ignore[arg-type]  # the mistake that is shown
        'country: "63" is not text; write the two letters of ISO 3166-1, such as PH',
    ),
    "a long id": (
        lambda: check_ident("a" * 101, "role"),
        (
            f'role: "{"a" * 59}…" has 101 characters; '
            'use letters a to z, digits, "-", "_" and ".", at most 100 of them'
        ),
    ),
    "an id with a space": (
        lambda: terms(name="two words"),
        (
            'name: "two words" holds a space; '
            'use letters a to z, digits, "-", "_" and ".", at most 100 of them'
        ),
    ),
    "no month": (lambda: terms(months=0), "months: 0 is less than 1; give a number from 1 up"),
    "a date as a period": (
        lambda: Period.parse(MAY),  # type: ignore[arg-type]  # the mistake that is shown
        f'period: "2026-05-01" is not text; {PERIODS}',
    ),
    "no period": (
        lambda: Period.parse("soon"),
        f'period: "soon" is not a period; {PERIODS}',
    ),
    "a name with dots": (
        lambda: NamedPeriod(name="a..b", kind=PeriodKind.MONTH, period=Period.month(2026, 1)),
        (
            'calendar: "a..b" cannot name a period; '
            'give a name without ".." and without spaces around it'
        ),
    ),
    "weeks of no quarter": (
        lambda: WeekCalendar(pattern=(4, 4, 4), weekday=Weekday.SUNDAY, month=12),
        (
            "calendar: the pattern 4-4-4 does not give three months of 13 weeks in all; "
            "give one such as 4-4-5"
        ),
    ),
    "no such month": (
        lambda: LISTED.period_of(PeriodKind.MONTH, JULY),
        "calendar: no month is listed for 2026-07-01; list one that has that day",
    ),
    "no such name": (
        lambda: LISTED.parse("zzz"),
        'period: "zzz" is not listed in the calendar; give a listed name or a range of days',
    ),
    "a name twice": (
        lambda: ListedCalendar((JANUARY, JANUARY)),
        'calendar: "enero" is listed twice; list each day and name once',
    ),
    "a range that goes back": (
        lambda: parse_range("2026-Q2..2026-Q1", FiscalCalendar(), PeriodKind.QUARTER),
        "period: 2026-Q2..2026-Q1 ends before it starts; write the earlier one first",
    ),
    "half a quarter": (
        lambda: parse_range("2026-02..2026-06", FiscalCalendar(), PeriodKind.QUARTER),
        (
            "period: 2026-02..2026-06 is not made of whole quarters; "
            "start and end with a whole quarter"
        ),
    ),
    "a kept number": (
        lambda: number_clauses(
            [Section(id="s", items=(clause("a", "2"), clause("b", "1")))], keep_numbers=True
        ),
        (
            "clause b: is numbered 1 where 2 is already taken; "
            "number clauses in the order they stand in"
        ),
    ),
    "a clause with a space": (
        lambda: clause("a b"),
        (
            'clause: "a b" holds a space; '
            'use letters a to z, digits, "-", "_" and ".", at most 100 of them'
        ),
    ),
    "a language twice": (
        lambda: Text((("en", "plain", "Pay"), ("en", "plain", "Wage"))),
        "text: en is given twice; keep one of them",
    ),
    "a span that goes back": (
        lambda: Span("north", JULY, MAY),
        (
            "timeline: a span starts on 2026-07-01 and ends before 2026-05-01, so it has no day; "
            "let it end after its start"
        ),
    ),
    "two spans at once": (
        lambda: Timeline((Span("north", end=JULY), Span("south", MAY))),
        (
            "timeline: two values hold on the same day, one until 2026-06-30 and one from "
            "2026-05-01; end the earlier where the later starts"
        ),
    ),
    "a day without a value": (
        lambda: Timeline((Span("south", JULY),)).at(MAY),
        "timeline: nothing holds on 2026-05-01; add a value for that day",
    ),
    "after the last year": (
        lambda: WorkingWeek(days=(Weekday.MONDAY,)).after(date(9999, 12, 30), 1),
        (
            "date: 1 working days after 9999-12-30 lie beyond the year 9999; "
            "give an earlier date, or fewer days"
        ),
    ),
}


@pytest.mark.parametrize("refused, message", REFUSED.values(), ids=REFUSED)
def test_a_refusal_says_what_is_wrong_and_what_to_do(
    refused: Callable[[], object], message: str
) -> None:
    """One sentence: subject, problem with the value, remedy."""
    with pytest.raises(AccountkitError) as caught:
        refused()
    assert message == str(caught.value)


@pytest.mark.parametrize("compare", [operator.lt, operator.le, operator.gt, operator.ge])
def test_what_cannot_be_compared_says_so(compare: Callable[[Any, Any], bool]) -> None:
    """Neither money nor exact amounts of two currencies are more or less than each other."""
    message = "money: cannot compare PHP and JPY; convert one of them at a stated rate first"
    for one, other in ((PESO, YEN), (PESO.exact, YEN.exact)):
        with pytest.raises(AccountkitError) as caught:
            compare(one, other)
        assert message == str(caught.value)


@pytest.mark.parametrize(
    "refused, path",
    [
        ("a weight below zero", (1,)),
        ("an id with a space", ("name",)),
        ("no month", ("months",)),
        ("a name with dots", ("name",)),
        ("a name twice", ("listed", 1)),
        ("a clause with a space", ("id",)),
        ("weeks of no quarter", ("pattern",)),
        ("a language twice", ("en",)),
        ("a span that goes back", ("end",)),
        ("two spans at once", ("spans", 1)),
    ],
)
def test_a_refusal_leads_to_the_part_at_fault(refused: str, path: tuple[str | int, ...]) -> None:
    """Keys and positions, from the whole to the part."""
    with pytest.raises(AccountkitError) as caught:
        REFUSED[refused][0]()
    assert path == caught.value.path


def test_the_least_number_passes() -> None:
    """One month is one month."""
    assert terms(months=1)


def test_a_value_is_shown_on_one_line_and_cut_when_it_is_long() -> None:
    """Sixty characters are shown whole, of more the first 59; what does not print is escaped."""
    assert f'"{"a" * 60}"' == quoted("a" * 60)
    assert f'"{"a" * 59}…"' == quoted("a" * 61)
    assert '"Ñ\\n\\t"' == quoted("Ñ\n\t")
