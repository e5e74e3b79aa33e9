"""Cells: the text of one cell of a table, turned into a value.

Every function here reads one text or makes such a function for a table's layout. What is wrong is
an ``InputError``; where the cell stands is said by ``accountkit.handbook.tables``. Numbers are
exact and go through no float; money has no more decimals than its currency.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from accountkit.errors import InputError, did_you_mean
from accountkit.facts.clients import Client
from accountkit.facts.deals import DealKind
from accountkit.facts.splits import ShareKind
from accountkit.handbook.mapping import Layout
from accountkit.values._quotes import quoted
from accountkit.values.idents import check_ident
from accountkit.values.money import Money, currency_digits
from accountkit.values.numbers import exact
from accountkit.values.ratios import parse_ratio

__all__ = [
    "client_of",
    "currency",
    "date_in",
    "deal_kind",
    "ident",
    "money_in",
    "name",
    "not_blank",
    "number_in",
    "rate_in",
    "ratio_in",
    "remembered",
    "role_of",
    "share_in",
    "share_kind",
    "target_in",
]

T = TypeVar("T")


def remembered(parse: Callable[[str], T]) -> Callable[[str], T]:
    """Parse each text once: dates and people repeat on thousands of rows."""
    known: dict[str, T] = {}

    def remember(text: str) -> T:
        value = known.get(text)
        if value is None:
            value = known[text] = parse(text)
        return value

    return remember


def ident(text: str) -> str:
    """The id of something that the handbook names, too."""
    return check_ident(text, "id")


def name(text: str) -> str:
    """An id that another system gave: whatever prints, since nothing here is named after it."""
    if not text:
        raise InputError("id", "is empty", "fill it in")
    if text != text.strip() or not text.isprintable():
        raise InputError(
            "id", f"{quoted(text)} has spaces around it or a character that is not seen", "mend it"
        )
    return text


def not_blank(text: str) -> str:
    """Any text but none."""
    if not text.strip():
        raise InputError("text", "is empty", "fill it in")
    return text


def date_in(layout: Layout) -> Callable[[str], date]:
    """How dates of a table are read."""
    form = layout.date_format

    def parse(text: str) -> date:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            raise InputError(
                "date",
                f"{quoted(text)} is no date written like {date(2026, 1, 31):{form}}",
                "mend it, or name the format in the table's layout (date_format)",
            ) from None

    return parse


def number_in(layout: Layout) -> Callable[[str], Decimal]:
    """How numbers of a table are read."""
    if layout.decimal_mark == ".":
        return exact

    def parse(text: str) -> Decimal:
        if "." in text:
            raise InputError(
                "number",
                f"{quoted(text)} holds a point, and decimals start with a comma here",
                "leave the marks of thousands out",
            )
        return exact(text.replace(",", "."))

    return parse


def target_in(layout: Layout) -> Callable[[str], Decimal]:
    """How quotas are read: numbers, none below zero."""
    number = number_in(layout)

    def parse(text: str) -> Decimal:
        target = number(text)
        if target < 0:
            raise InputError("number", f"{quoted(text)} is below zero", "give zero or more")
        return target

    return parse


def money_in(code: str, layout: Layout) -> Callable[[str], Money]:
    """How amounts of a table in one currency are read; zeros after its last decimal may stand."""
    digits = currency_digits(code)
    number = number_in(layout)

    def parse(text: str) -> Money:
        amount = number(text)
        if -int(amount.as_tuple().exponent) <= digits:
            return Money(amount, code)
        minor = Fraction(amount) * 10**digits
        if minor.denominator != 1:
            raise InputError(
                "number",
                f"{quoted(text)} has more decimals than {code}, which has {digits or 'none'}",
                "round it where it comes from, so that both books show the same",
            )
        return Money.from_minor(int(minor), code)

    return parse


def ratio_in(layout: Layout) -> Callable[[str], Fraction]:
    """How shares of a table are read: a number, a percent or a quotient."""
    if layout.decimal_mark == ".":
        return parse_ratio
    number = number_in(layout)

    def parse(text: str) -> Fraction:
        if "/" in text:
            return parse_ratio(text)
        return Fraction(number(text.removesuffix("%"))) / (100 if text.endswith("%") else 1)

    return parse


def share_in(layout: Layout) -> Callable[[str], Fraction]:
    """How shares of a deal are read: ratios above zero."""
    ratio = ratio_in(layout)

    def parse(text: str) -> Fraction:
        share = ratio(text)
        if share <= 0:
            raise InputError(
                "share", f"{quoted(text)} is not above zero", "leave out whoever has no share"
            )
        return share

    return parse


def rate_in(layout: Layout) -> Callable[[str], Fraction]:
    """How exchange rates are read: numbers above zero."""
    number = number_in(layout)

    def parse(text: str) -> Fraction:
        rate = number(text)
        if rate <= 0:
            raise InputError("rate", f"{quoted(text)} is not above zero", "mend it")
        return Fraction(rate)

    return parse


def currency(text: str) -> str:
    """The ISO 4217 code of a currency."""
    currency_digits(text)
    return text


def share_kind(text: str) -> ShareKind:
    """Whether a share is part of the whole of a deal or on top of it."""
    known = {kind.value: kind for kind in ShareKind}
    if text not in known:
        raise InputError(
            "kind",
            f"{quoted(text)} is neither split nor overlay",
            did_you_mean(text, known, "write split or overlay"),
        )
    return known[text]


def deal_kind(text: str) -> DealKind:
    """Whether a row is a sale or a return."""
    known = {kind.value: kind for kind in DealKind}
    if text not in known:
        raise InputError(
            "kind",
            f"{quoted(text)} is neither sale nor return",
            did_you_mean(text, known, "write sale or return"),
        )
    return known[text]


def client_of(clients: Mapping[str, Client] | None) -> Callable[[str], str]:
    """A client's id, which must be among ``clients`` if those are known."""

    def parse(text: str) -> str:
        if clients is not None and text not in clients:
            raise InputError(
                "client",
                f"client {quoted(text)} is not in the table of clients",
                did_you_mean(text, clients, "add the client"),
            )
        return name(text)

    return parse


def role_of(jobs: Mapping[str, str]) -> Callable[[str], str]:
    """The role of a job title."""

    def parse(text: str) -> str:
        if text not in jobs:
            raise InputError(
                "job",
                f"{quoted(text)} has no role",
                did_you_mean(text, jobs, "add it to jobs in the mapping"),
            )
        return jobs[text]

    return parse
