"""Measures: what is counted for a person in a period.

How much is wanted of a measure is a quota (``accountkit.plans.quotas``); the counting itself is
``accountkit.engine.pay.measure``. Sums are in the plan's currency, counts are plain numbers,
ratios are plain ratios.
Words that companies define differently (*active*, *new*, *overdue*) carry their definition as
required fields: there is no default.

A measure over deals counts the share of each deal that is credited to the person
(``accountkit.plans.crediting``). It counts the deals of the period, unless it is *to date* (from
the start of the quarter, half or year that the period lies in, to the period's end) or *rolling*
(the months up to the period's end).
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar, TypeAlias

import attrs

from accountkit.errors import TermsError
from accountkit.plans.selections import Selection
from accountkit.values.calendars import PeriodKind
from accountkit.values.money import Money
from accountkit.values.texts import Text
from accountkit.values.validators import at_least, identifier, not_empty

__all__ = [
    "ActiveClients",
    "Collections",
    "Contacts",
    "DealCount",
    "DistinctClients",
    "Event",
    "FulfilmentShare",
    "MarginSum",
    "Measure",
    "NewClients",
    "OverdueReceivables",
    "Quotient",
    "SalesSum",
    "UnitSum",
    "WeightedSum",
    "Weighting",
    "Whose",
    "measures_within",
]


class Whose(enum.Enum):
    """Whose deals a measure counts for a person."""

    OWN = "own"
    """The person's own: the share credited to the person."""

    REPORTS = "reports"
    """Those of the people who reported directly to the person on each deal's date."""

    TEAM = "team"
    """Those of everybody below the person on each deal's date, at any level."""

    OWN_AND_TEAM = "own_and_team"
    """The person's own and the team's together, each deal at most once."""


class Event(enum.Enum):
    """When a deal counts, and for how much."""

    BOOKING = "booking"
    """On the deal's date, with its amount."""

    INVOICE = "invoice"
    """On the date of each invoice, with the invoice's amount."""

    CASH = "cash"
    """On the date of each payment, with the amount received."""


@attrs.frozen(kw_only=True)
class _Measure:
    """What every measure has."""

    id: str = attrs.field(validator=identifier, metadata={"doc": "the measure's id"})
    title: Text = attrs.field(metadata={"doc": "the measure's name in each language"})


@attrs.frozen(kw_only=True)
class _OfDeals(_Measure):
    """What every measure over deals has."""

    where: Selection | None = attrs.field(
        default=None, metadata={"doc": "which deals; left out: all of them"}
    )
    whose: Whose = attrs.field(
        default=Whose.OWN, metadata={"doc": "whose deals: own, reports, team or own_and_team"}
    )


@attrs.frozen(kw_only=True)
class _OfSpan(_OfDeals):
    """What every measure has that may look at more than the period.

    Raises:
        TermsError: it is both to date and rolling.
    """

    to_date: PeriodKind | None = attrs.field(
        default=None, metadata={"doc": "quarter, half or year, from whose start on it counts"}
    )
    rolling_months: int | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(at_least(1)),
        metadata={"doc": "months up to the period's end that it counts"},
    )

    def __attrs_post_init__(self) -> None:
        if self.to_date is not None and self.rolling_months is not None:
            raise TermsError(
                f"measure {self.id}",
                "is both to date and rolling",
                "state one of to_date and rolling_months",
                path=("rolling_months",),
            )


@attrs.frozen(kw_only=True)
class SalesSum(_OfSpan):
    """The sum of deal amounts, sales less returns.

    Units:
        Money in the plan's currency.
    """

    KIND: ClassVar[str] = "sales_sum"
    IS_MONEY: ClassVar[bool] = True

    counted_at: Event = attrs.field(
        default=Event.BOOKING, metadata={"doc": "when a deal counts: booking, invoice or cash"}
    )


@attrs.frozen(kw_only=True)
class MarginSum(_OfSpan):
    """The sum of margins: deal amounts less their costs. A deal without a cost is a fault.

    Counted at invoice or cash, a part of a deal carries that part of its margin.

    Units:
        Money in the plan's currency.
    """

    KIND: ClassVar[str] = "margin_sum"
    IS_MONEY: ClassVar[bool] = True

    counted_at: Event = attrs.field(
        default=Event.BOOKING, metadata={"doc": "when a deal counts: booking, invoice or cash"}
    )


@attrs.frozen(kw_only=True)
class UnitSum(_OfSpan):
    """The sum of quantities, sales less returns. A deal without a quantity is a fault.

    A return's quantity takes the sign of its amount, however it is written.

    Units:
        A plain number of units, split as the deal is.
    """

    KIND: ClassVar[str] = "unit_sum"
    IS_MONEY: ClassVar[bool] = False


@attrs.frozen(kw_only=True)
class DealCount(_OfSpan):
    """How many sales were made; a deal credited in part counts for that part. Returns count not.

    Units:
        A plain number of deals.
    """

    KIND: ClassVar[str] = "deal_count"
    IS_MONEY: ClassVar[bool] = False


@attrs.frozen(kw_only=True)
class DistinctClients(_OfSpan):
    """How many different clients bought; each counts once. A sale without a client counts not.

    Units:
        A whole number of clients.
    """

    KIND: ClassVar[str] = "distinct_clients"
    IS_MONEY: ClassVar[bool] = False


@attrs.frozen(kw_only=True)
class ActiveClients(_OfDeals):
    """How many clients bought from the person within a window that ends with the period.

    Units:
        A whole number of clients; the window is in months counted back from the period's end.
    """

    KIND: ClassVar[str] = "active_clients"
    IS_MONEY: ClassVar[bool] = False

    window_months: int = attrs.field(
        validator=at_least(1), metadata={"doc": "months looked back from the period's end"}
    )
    least_sales: int = attrs.field(
        validator=at_least(1), metadata={"doc": "sales (not returns) a client needs in the window"}
    )
    least_amount: Money = attrs.field(
        metadata={"doc": "sales less returns a client needs in the window, such as PHP 1.00"}
    )


@attrs.frozen(kw_only=True)
class NewClients(_OfDeals):
    """How many clients bought for the first time, or again after a long silence, in the period.

    A client counts for the person who made that first sale, whoever served the client before.

    Units:
        A whole number of clients; the silence is in months before the first sale of the period.
    """

    KIND: ClassVar[str] = "new_clients"
    IS_MONEY: ClassVar[bool] = False

    quiet_months: int = attrs.field(
        validator=at_least(1),
        metadata={"doc": "months without a sale by anybody before the client counts as new"},
    )
    least_amount: Money = attrs.field(
        metadata={"doc": "sales less returns the person needs from the client in the period"}
    )


@attrs.frozen(kw_only=True)
class Collections(_OfDeals):
    """The sum of payments received in the period for the person's deals, whenever those were made.

    Units:
        Money in the plan's currency, split as the deals are.
    """

    KIND: ClassVar[str] = "collections"
    IS_MONEY: ClassVar[bool] = True


@attrs.frozen(kw_only=True)
class OverdueReceivables(_OfDeals):
    """What clients still owe at the period's end, later than they should, on the person's deals.

    An invoice is overdue when more than ``grace_days`` have passed from the day it was due until
    the period's last day. What was paid up to that day is deducted.

    Units:
        Money in the plan's currency, split as the deals are.
    """

    KIND: ClassVar[str] = "overdue_receivables"
    IS_MONEY: ClassVar[bool] = True

    grace_days: int = attrs.field(
        validator=at_least(0),
        metadata={"doc": "days after the due date that are not yet overdue"},
    )


@attrs.frozen(kw_only=True)
class Contacts(_Measure):
    """How many contacts, such as visits and calls, the person made in the period.

    Units:
        A whole number of contacts.
    """

    KIND: ClassVar[str] = "contacts"
    IS_MONEY: ClassVar[bool] = False

    kinds: tuple[str, ...] = attrs.field(
        validator=not_empty, metadata={"doc": "which kinds of contact, such as visit"}
    )


@attrs.frozen(kw_only=True)
class FulfilmentShare(_Measure):
    """The share of the occasions of recurring duties, due in the period, that were met in time.

    Units:
        A ratio from 0 to 1. Where nothing fell due there is no share: a fault, unless
        ``when_none_due`` says what holds.
    """

    KIND: ClassVar[str] = "fulfilment_share"
    IS_MONEY: ClassVar[bool] = False

    duties: tuple[str, ...] = attrs.field(
        validator=not_empty, metadata={"doc": "ids of the duties of the person's role"}
    )
    when_none_due: Fraction | None = attrs.field(
        default=None, metadata={"doc": "the share where no occasion fell due, such as 100%"}
    )


@attrs.frozen(kw_only=True)
class Weighting:
    """A measure with the weight that one unit of it has."""

    measure: str = attrs.field(validator=identifier, metadata={"doc": "id of the measure"})
    weight: Fraction = attrs.field(metadata={"doc": "what one unit of it is worth, such as 1.5"})


@attrs.frozen(kw_only=True)
class WeightedSum(_Measure):
    """The sum of other measures, each times its weight.

    Units:
        A plain number of points; money counts by its main unit, so that PHP 12.50 is 12.5.
    """

    KIND: ClassVar[str] = "weighted_sum"
    IS_MONEY: ClassVar[bool] = False

    of: tuple[Weighting, ...] = attrs.field(
        validator=not_empty, metadata={"doc": "the measures, each with its weight"}
    )


@attrs.frozen(kw_only=True)
class Quotient(_Measure):
    """One measure divided by another, such as margin by sales.

    Units:
        A plain ratio. Where the divisor is zero there is no quotient: a fault, unless
        ``when_zero`` says what holds.
    """

    KIND: ClassVar[str] = "quotient"
    IS_MONEY: ClassVar[bool] = False

    dividend: str = attrs.field(validator=identifier, metadata={"doc": "id of the measure above"})
    divisor: str = attrs.field(validator=identifier, metadata={"doc": "id of the measure below"})
    when_zero: Fraction | None = attrs.field(
        default=None, metadata={"doc": "the quotient where the divisor is zero, such as 0"}
    )


Measure: TypeAlias = (
    SalesSum
    | MarginSum
    | UnitSum
    | DealCount
    | DistinctClients
    | ActiveClients
    | NewClients
    | Collections
    | OverdueReceivables
    | Contacts
    | FulfilmentShare
    | WeightedSum
    | Quotient
)


def measures_within(measure: Measure) -> Iterator[str]:
    """Ids of the measures that a measure is made of; none for one that counts facts itself."""
    match measure:
        case WeightedSum(of=parts):
            yield from (part.measure for part in parts)
        case Quotient():
            yield measure.dividend
            yield measure.divisor
        case _:
            return
